"""Oracles of one family of statistics; see the package."""

from collections.abc import Callable
from typing import Any

import numpy as np
import pandas as pd

from fou_eval.statistics import Pairs
from fou_eval.statistics.engine.regression import ClusterRegression, cluster_regression
from oracles.cases import Case, NotOffered, expression
from oracles.rules import Rule


def regression(frame: pd.DataFrame, case: Case) -> ClusterRegression:
    design = np.column_stack(
        [np.ones(len(frame))] + [frame[name].to_numpy(float) for name in case["predictors"]]
    )
    family = pd.factorize(frame[case["cluster"]])[0].astype(np.int64)
    return cluster_regression(expression(frame, case["response"]), design, family)


_MODELS: dict[str, Callable[[ClusterRegression], Any]] = {
    "coefficients": lambda fit: fit.coefficients,
    "cr0_se": lambda fit: fit.cr0,
    "cr1_se": lambda fit: fit.cr1,
    "cr1s_se": lambda fit: fit.cr1s,
    "cr2_se": lambda fit: fit.cr2,
    "cr3_se": lambda fit: fit.cr3,
    "cr2_df": lambda fit: fit.df,
    "cr2_t": lambda fit: fit.coefficients / fit.cr2,
    "cr2_p": lambda fit: fit.p_value,
    "cr2_ci": lambda fit: fit.interval(0.95).ravel(),
    # Identities for the identity link with independent working correlation.
    "gee_robust_se": lambda fit: fit.cr0,
    "gee_kc_se": lambda fit: fit.cr2,
    "gee_md_se": lambda fit: fit.cr3,
}


def of_regression(measure: Callable[[ClusterRegression], Any]) -> Callable[[pd.DataFrame, Case], Any]:
    """Make a quantity of a regression into one of a case: least squares on one outcome with families."""

    def quantity(rows: pd.DataFrame, case: Case) -> Any:
        plain = case["layout"] == "regression" and all(
            isinstance(name, str) and name.isidentifier() for name in case["predictors"]
        )
        least_squares = plain and case.get("working_correlation", "independence") == "independence"
        if not (
            least_squares and case["cluster"] in {"schoolNR", "subject"} and "bdi" not in case["response"]
        ):
            raise NotOffered("comparison of arms, or another model")
        return measure(regression(rows, case))

    return quantity


QUANTITIES: dict[str, Callable[..., Any]] = {
    name: of_regression(measure) for name, measure in _MODELS.items()
}
NOT_OFFERED: dict[str, str] = {
    "later: models": (
        "lmm_ icc_change coefficients_se coefficients_p gee_naive_se gee_kc_se_ gee_fg_se "
        "gee_mbn_se gee_pan_se gee_alpha gee_scale fay_graubard_ htz_wald_test ancova_ "
        "residual_ aic welch_trimmed_anova negative_binomial_ count_dispersion group_means "
        "group_variances n_rows"
    ),
}
EVIDENCE: dict[type, Callable[[Pairs], Any]] = {}
SWAPPED: dict[str, Rule] = {}
REVERSED: dict[str, Rule] = {}
SHIFTED: dict[str, Rule] = {}
SCALED: dict[str, Rule] = {}
