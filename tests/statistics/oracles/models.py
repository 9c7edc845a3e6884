"""Oracles of marginal, mixed and several-wave models."""

from collections.abc import Callable
from typing import Any

import numpy as np
import pandas as pd
from scipy.stats import chi2

from fou_eval.statistics import CATALOGUE, Pairs
from fou_eval.statistics.engine.gee import Gee, fit_gee
from fou_eval.statistics.engine.layout import layout_of
from fou_eval.statistics.engine.mixed import Mixed, fit_mixed
from fou_eval.statistics.engine.regression import ClusterRegression, cluster_regression, htz_wald_test
from fou_eval.statistics.engine.sandwich import fay_graubard, morel_bokossa_neerchal
from fou_eval.statistics.waves import Waves
from oracles.cases import PAIRED, Case, NotOffered, expression, pairs_of
from oracles.rules import Rule, inverted, same

ANOTHER = "comparison of arms, or another model"
# Columns that a formula means by a word, and the values that count as 1.
_INDICATORS = {"treatment": "BtheB", "drug": "Yes", "length": ">6m"}


def followed(rows: pd.DataFrame, case: Case) -> pd.DataFrame:
    """The four follow-ups of Beat the Blues below each other, those with a value."""
    columns = [name for name in rows if name.startswith("bdi.") and name != "bdi.pre"]
    kept = [name for name in rows if name not in columns]
    long = rows.melt(id_vars=kept, value_vars=columns, var_name="time", value_name=case["response"])
    return long.assign(time=long["time"].str.extract(r"(\d)")[0].astype(float)).dropna(
        subset=[case["response"]]
    )


def parts(rows: pd.DataFrame, case: Case) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Response, design and clusters of a regression whose predictors are columns; every row alone without a cluster."""
    if case["layout"] != "regression" or not isinstance(case["predictors"], list):
        raise NotOffered(ANOTHER)
    if case["response"] == "bdi":
        rows = followed(rows, case)
    used = [name for name in [case["response"], *case["predictors"]] if name in rows]
    rows = rows.dropna(subset=used).reset_index(drop=True)
    columns = [
        rows[name] == _INDICATORS[name] if name in _INDICATORS else rows[name] for name in case["predictors"]
    ]
    if case["predictors"] == ["Age"]:
        columns = [rows["Age"] == level for level in ("F1", "F2", "F3")]
    design = np.column_stack([np.ones(len(rows)), *columns]).astype(float)
    code = (
        rows[case.get("cluster") or case.get("id")] if case.get("cluster") or case.get("id") else rows.index
    )
    return expression(rows, case["response"]), design, pd.factorize(code)[0].astype(np.int64)


def regression(rows: pd.DataFrame, case: Case) -> ClusterRegression:
    if case.get("working_correlation", "independence") != "independence" or not case.get("cluster"):
        raise NotOffered(ANOTHER)
    return cluster_regression(*parts(rows, case))


def marginal(rows: pd.DataFrame, case: Case) -> Gee:
    response, design, cluster = parts(rows, case)
    return fit_gee(
        response,
        design,
        cluster,
        link="log" if case["response"] == "Days" else "identity",
        correlation=case.get("working_correlation", "independence"),
    )


def fay(place: int) -> Callable[[Gee], Any]:
    return lambda fit: np.ravel(
        fay_graubard(fit.coefficients, fit.scores, fit.information, confidence=0.95)[place]
    )


def of(
    model: Callable[[pd.DataFrame, Case], Any], measure: Callable[..., Any]
) -> Callable[[pd.DataFrame, Case], Any]:
    return lambda rows, case: measure(model(rows, case))


_REGRESSION: dict[str, Callable[[ClusterRegression], Any]] = {
    "cr0_se": lambda fit: fit.cr0,
    "cr1_se": lambda fit: fit.cr1,
    "cr1s_se": lambda fit: fit.cr1s,
    "cr2_se": lambda fit: fit.cr2,
    "cr3_se": lambda fit: fit.cr3,
    "cr2_df": lambda fit: fit.df,
    "cr2_t": lambda fit: fit.coefficients / fit.cr2,
    "cr2_p": lambda fit: fit.p_value,
    "cr2_ci": lambda fit: fit.interval(0.95).ravel(),
}
_MARGINAL: dict[str, Callable[[Gee], Any]] = {
    "coefficients": lambda fit: fit.coefficients,
    # With every row a cluster of its own the model-based errors are those of least squares and of quasi-Poisson.
    "coefficients_se": lambda fit: fit.naive,
    "residual_variance": lambda fit: fit.scale,
    "count_dispersion": lambda fit: fit.scale,
    "gee_naive_se": lambda fit: fit.naive,
    "gee_robust_se": lambda fit: fit.robust.lz,
    "gee_kc_se": lambda fit: fit.robust.kc,
    "gee_md_se": lambda fit: fit.robust.md,
    "gee_fg_se": lambda fit: fit.robust.fg,
    "gee_alpha": lambda fit: fit.alpha,
    "gee_scale": lambda fit: fit.scale,
    "fay_graubard_saws_p": fay(1),
    "fay_graubard_saws_ci": fay(2),
}


def mbn(rows: pd.DataFrame, case: Case) -> Any:
    fit = marginal(rows, case)
    return morel_bokossa_neerchal(fit.scores, fit.information, len(rows))


def htz(rows: pd.DataFrame, case: Case) -> Any:
    response, design, cluster = parts(rows, case)
    test = htz_wald_test(response, design, cluster, constraints=np.eye(design.shape[1])[1:])
    return [test.f, test.df_numerator, test.df_denominator, test.p_value]


def mixed(rows: pd.DataFrame, case: Case, *, slope: bool = False) -> Mixed:
    """The mixed model of the case: change in families, a growth curve, or a random intercept by maximum likelihood."""
    if case["layout"] == "regression":
        if case.get("response") != "bdi" or "working_correlation" in case:
            raise NotOffered(ANOTHER)
        response, design, person = parts(rows, case)
        layout = layout_of(design, person, slope=design[:, 2] if slope else None)
        return fit_mixed(layout, response, criterion="ml")
    if case["layout"] in PAIRED and {"before", "change"} & set(case):
        pairs = pairs_of(rows.reset_index(drop=True), case)
        return fit_mixed(layout_of(np.ones((pairs.n, 1)), pairs.family), pairs.change)
    if case["layout"] == "long" and "wave_before" not in case:
        seen = rows.dropna(subset=[case["outcome"]])
        time = seen[case["wave"]].to_numpy(float)
        design = np.column_stack([np.ones(time.size), time])
        layout = layout_of(design, seen[case["id"]].to_numpy(np.int64), slope=time)
        return fit_mixed(layout, seen[case["outcome"]].to_numpy(float))
    raise NotOffered(ANOTHER)


def likelihood_ratio(rows: pd.DataFrame, case: Case) -> list[float]:
    small, large = mixed(rows, case), mixed(rows, case, slope=True)
    statistic = 2 * (large.log_likelihood - small.log_likelihood)
    df = large.components.size - small.components.size
    return [statistic, df, float(chi2.sf(statistic, df))]


def aic(rows: pd.DataFrame, case: Case) -> float:
    if case.get("response") != "bdi":
        raise NotOffered(ANOTHER)
    fit = mixed(rows, case)
    return 2 * (fit.coefficients.size + fit.components.size - fit.log_likelihood)


def catalogue(name: str, field: str) -> Callable[[Pairs], Any]:
    return lambda pairs: getattr(CATALOGUE[name].function(pairs, confidence=0.95), field)


def of_change(name: str, field: str, otherwise: Callable[[Mixed], Any]) -> Callable[..., Any]:
    """A quantity of the catalogue where the case is pairs; of the model behind it where it has several waves."""

    def quantity(rows: pd.DataFrame, case: Case) -> Any:
        if case["layout"] in PAIRED and {"before", "change"} & set(case):
            return catalogue(name, field)(pairs_of(rows.reset_index(drop=True), case))
        return otherwise(mixed(rows, case))

    return quantity


QUANTITIES: dict[str, Callable[..., Any]] = {
    **{name: of(regression, measure) for name, measure in _REGRESSION.items()},
    **{name: of(marginal, measure) for name, measure in _MARGINAL.items()},
    "gee_mbn_se": mbn,
    "htz_wald_test": htz,
    "lmm_kr_estimate": of_change("mixed_change", "value", lambda fit: fit.coefficients),
    "lmm_kr_se": of_change("mixed_change", "se", lambda fit: fit.kr_se),
    "lmm_kr_df": of_change("mixed_change", "df", lambda fit: fit.kr_df),
    "lmm_kr_p": of_change("mixed_change", "p_value", lambda fit: fit.kr_p),
    "icc_change": of_change("icc_change", "value", lambda fit: None),
    "lmm_coefficients": of(mixed, lambda fit: fit.coefficients),
    "lmm_se": of(mixed, lambda fit: fit.se),
    "lmm_var_components": of(mixed, lambda fit: fit.components),
    "lmm_loglik": of(mixed, lambda fit: fit.log_likelihood),
    "lmm_reml_criterion": of(mixed, lambda fit: -2 * fit.log_likelihood),
    "lmm_lr_test": likelihood_ratio,
    "aic": aic,
}
NOT_OFFERED: dict[str, str] = {
    "needs families of one size": "gee_pan_se",
    "counted where the file is read, not by a statistic": "n_rows",
    "comparison of arms: there is no control group here": "ancova_ group_means group_variances welch_trimmed_anova",
    "no law of the counts is assumed: quasi-Poisson with errors by family": "negative_binomial_ residual_deviance",
    "model-based p-values of least squares ignore families": "coefficients_p",
}
EVIDENCE: dict[type, Callable[[Pairs], Any]] = {}


def three_waves(pairs: Pairs) -> Waves:
    """Before, the typical value of everybody, after: what follows from the pairs when they are turned or moved."""
    spans = [pairs.exposure_before, pairs.exposure_after]
    if spans[0] is None or spans[1] is None:
        exposure, waves = None, [pairs.before, pairs.after]
    else:
        exposure = np.column_stack([spans[0], np.ones(pairs.n), spans[1]])
        usable = [np.where(span > 0, span, np.nan) for span in spans]
        waves = [pairs.before / usable[0], pairs.after / usable[1]]
    seen = np.concatenate(waves)
    seen = np.sort(seen[np.isfinite(seen)])
    typical = (seen[(seen.size - 1) // 2] + seen[seen.size // 2]) / 2 if seen.size else 0.0
    step = None if exposure is not None or pairs.resolution is None else pairs.resolution / 2
    return Waves(
        values=np.column_stack([pairs.before, np.full(pairs.n, typical), pairs.after]),
        months=np.array([0.0, 6.0, 12.0]),
        family=pairs.family,
        better=pairs.better,
        resolution=step,
        exposure=exposure,
        seed=(1,),
    )


EVIDENCE[Waves] = three_waves
SWAPPED: dict[str, Rule] = {
    "icc_change": same,
    "waves_max_t_exact": lambda number, of: None,  # another wave is the first
}
REVERSED: dict[str, Rule] = {
    "icc_change": same,
    **dict.fromkeys(("gee_odds_ratio", "gee_odds_ratio_md", "cumulative_odds_ratio"), inverted),
}
SHIFTED: dict[str, Rule] = {}
SCALED: dict[str, Rule] = {}
