"""Every reference number that this room offers, recomputed from the published data sets.

The reference folder stands beside the repository; where it is missing these tests say so and are skipped.
"""

import json
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pytest
from reference_quantities import JOINT, MODELS, ON_PAIRS, filtered, pairs_of, regression

from fou_eval.statistics.maxt import holm

REFERENCE = Path(__file__).parents[2] / ".." / "shared" / "reference"
FILES = sorted(REFERENCE.glob("*.json"))

# Whole numbers are stated without tolerance; degrees of freedom are computed in floating point.
LAST_DIGITS = 1e-14
PAIRED = {"wide", "long", "wide_binary", "change", "table"}


# What is not offered, and why; every quantity of the reference is either reached or listed here.
LATER = {
    "rank tests of persons: the family is the unit here": (
        "signed_rank_ rank_biserial hodges_lehmann clustered_signed_rank_ sign_test_counts d_z_ci_nct"
    ),
    "robust location": "yuen_",
    "unclustered 2x2 and square tables": (
        "mcnemar_asymptotic_p mcnemar_cc_p mcnemar_exact_unconditional_p paired_difference_wald_ci newcombe_ci tango_ci"
        " bonett_price_ci agresti_min_ci exact_compatible_ci conditional_or stuart_maxwell_ bhapkar_ bowker_"
        " ordered_marginal_homogeneity_asymptotic_p mean_score_change_ fleiss_levin_paik_ marginal_dominance_tau"
    ),
    "reliable and clinically significant change": (
        "se_measurement s_difference_jt se_prediction r_dd_ha cutoff_ rci_ anchor_ percentage_change_counts"
        " statistical_counts rtm_expected_change lmm_total_slope_counts"
    ),
    "goal attainment": "gas_t",
    "missing data: bounds and multiple imputation": (
        "no_change_bound worst_case_bound best_case_bound tipping_point_mean mi_ n_missing_by_column n_complete_rows"
    ),
    "other adjustments for multiplicity": "hommel_p hochberg_p bh_p by_p bonferroni_p",
    "single-case series and interrupted time series": (
        "nap tau pnd pem pand ird smd log_response_ratio its_"
    ),
    "mixed models and other regressions": (
        "lmm_ icc_change coefficients gee_ fay_graubard_ htz_wald_test ancova_ residual_ aic welch_trimmed_anova"
        " negative_binomial_ count_dispersion group_means group_variances n_rows"
    ),
}


def entries() -> list[tuple[str, dict[str, Any]]]:
    return [
        (path.stem, entry)
        for path in FILES
        for entry in json.loads(path.read_text(encoding="utf-8"))["expected"]
    ]


def reached(case: dict[str, Any], entry: dict[str, Any]) -> bool:
    quantity, layout = entry["quantity"], case["layout"]
    if layout == "regression":
        plain = all(isinstance(name, str) and name.isidentifier() for name in case["predictors"])
        least_squares = case.get("working_correlation", "independence") == "independence" and plain
        return (
            quantity in MODELS
            and bool(case["cluster"])
            and least_squares
            and case["cluster"] in {"schoolNR", "subject"}
            and "bdi" not in case["response"]
        )
    if layout == "wide_multi":
        return quantity in JOINT
    if layout == "p_values":
        return quantity == "holm_p"
    if quantity == "n_by_wave":
        return True
    return (
        layout in PAIRED
        and quantity in ON_PAIRS
        and ("before" in case or "wave_before" in case or "change" in case)
    )


def value_of(frame: pd.DataFrame, case: dict[str, Any], entry: dict[str, Any]) -> Any:
    quantity, rows = entry["quantity"], filtered(frame, case["rows"])
    if case["layout"] == "regression":
        return MODELS[quantity](regression(rows, case))
    if case["layout"] == "wide_multi":
        return JOINT[quantity](rows, case)
    if quantity == "holm_p":
        return holm(rows[case["p"]].tolist())
    if quantity == "n_by_wave":
        return (
            rows.filter(regex=r"^bdi\.").notna().sum()
            if case["layout"] == "wide"
            else rows.groupby(case["wave"])[case["outcome"]].count()
        )
    return ON_PAIRS[quantity](pairs_of(rows.reset_index(drop=True), case))


def loaded(name: str) -> tuple[pd.DataFrame, dict[str, Any]]:
    return pd.read_csv(REFERENCE / f"{name}.csv"), json.loads(
        (REFERENCE / f"{name}.json").read_text(encoding="utf-8")
    )["cases"]


def differs(found: Any, entry: dict[str, Any]) -> bool:
    """Whether a number is outside the tolerance that the reference states for it."""
    expected, found = np.asarray(entry["value"], dtype=float), np.asarray(found, dtype=float)
    if found.shape != expected.shape:
        return True
    stated = entry["rtol"] * np.abs(expected) if entry.get("rtol") is not None else entry["atol"]
    allowed = np.maximum(stated, LAST_DIGITS * np.abs(expected))
    return not bool(np.all(np.abs(found - expected) <= allowed))


pytestmark = pytest.mark.skipif(not FILES, reason="the reference folder does not stand beside the repository")


@pytest.mark.parametrize("name", [path.stem for path in FILES])
def test_every_offered_number_is_reached(name: str) -> None:
    frame, cases = loaded(name)
    wrong = [
        (entry["case"], entry["quantity"], entry["value"])
        for stem, entry in entries()
        if stem == name
        and reached(cases[entry["case"]], entry)
        and differs(value_of(frame, cases[entry["case"]], entry), entry)
    ]
    assert wrong == []


def test_what_is_not_reached_is_listed_with_a_reason() -> None:
    listed = tuple(prefix for prefixes in LATER.values() for prefix in prefixes.split())
    cases = {path.stem: loaded(path.stem)[1] for path in FILES}
    missing = {
        entry["quantity"]
        for name, entry in entries()
        if not reached(cases[name][entry["case"]], entry) and not entry["quantity"].startswith(listed)
    }
    assert missing == set()


def test_how_many_numbers_are_reached() -> None:
    cases = {path.stem: loaded(path.stem)[1] for path in FILES}
    count = sum(reached(cases[name][entry["case"]], entry) for name, entry in entries())
    assert count == 838
