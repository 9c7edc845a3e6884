"""Oracles of few series; see the package."""

from collections.abc import Callable
from typing import Any

import numpy as np
import pandas as pd

from fou_eval.statistics import CATALOGUE, Number, Pairs
from fou_eval.statistics.engine import overlap
from fou_eval.statistics.engine.interrupted import Interrupted, interrupted
from fou_eval.statistics.series import Series
from oracles.cases import Case, NotOffered
from oracles.rules import Rule, complement, same


def phases(rows: pd.DataFrame, case: Case) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Outcome, time and phase B of a case that is one series."""
    if case["layout"] != "series":
        raise NotOffered("several arms or waves in one model")
    after = rows[case["phase"]].to_numpy() == "B"
    return rows[case["outcome"]].to_numpy(float), rows[case["time"]].to_numpy(float), after


def of_phases(measure: Callable[[np.ndarray, np.ndarray], Any]) -> Callable[[pd.DataFrame, Case], Any]:
    def quantity(rows: pd.DataFrame, case: Case) -> Any:
        outcome, _, after = phases(rows, case)
        return measure(outcome[~after], outcome[after])

    return quantity


def entry(name: str, field: Callable[[Number], Any]) -> Callable[[pd.DataFrame, Case], Any]:
    """One series as the catalogue sees it: the start lies between the last A and the first B."""

    def quantity(rows: pd.DataFrame, case: Case) -> Any:
        outcome, time, after = phases(rows, case)
        series = Series(
            value=outcome[None, :],
            months=time - time[~after].max(),
            family=np.array([0]),
            better=case["better"] or "higher",
        )
        return field(CATALOGUE[name].function(series, confidence=0.95))

    return quantity


def bounds(number: Number) -> list[float]:
    return [number.low, number.high]


def value(number: Number) -> float:
    return number.value


def of_fit(measure: Callable[[Interrupted], Any]) -> Callable[[pd.DataFrame, Case], Any]:
    def quantity(rows: pd.DataFrame, case: Case) -> Any:
        outcome, time, after = phases(rows, case)
        return measure(interrupted(outcome, time, after, start=time[after].min()))

    return quantity


_PHASES: dict[str, Callable[[np.ndarray, np.ndarray], Any]] = {
    "nap_se": overlap.nap_se,
    "tau_se": lambda first, second: 2 * overlap.nap_se(first, second),
    "tau_u": overlap.tau_u,
    "pnd": overlap.pnd,
    "pem": overlap.pem,
    "pand": overlap.pand,
    "ird": overlap.ird,
    "smd": lambda first, second: overlap.smd(first, second).value,
    "smd_se": lambda first, second: overlap.smd(first, second).se,
    "smd_ci": lambda first, second: overlap.smd(first, second).interval(0.95),
    "log_response_ratio": lambda first, second: overlap.log_response_ratio(first, second).value,
    "log_response_ratio_se": lambda first, second: overlap.log_response_ratio(first, second).se,
    "log_response_ratio_ci": lambda first, second: overlap.log_response_ratio(first, second).interval(0.95),
}
_FIT: dict[str, Callable[[Interrupted], Any]] = {
    "its_p": lambda fit: fit.p_value,
    "its_intercept": lambda fit: fit.coefficients[0],
    "its_intercept_se": lambda fit: fit.se[0],
    "its_slope_before": lambda fit: fit.coefficients[1],
    "its_slope_before_se": lambda fit: fit.se[1],
    "its_level_change": lambda fit: fit.coefficients[2],
    "its_level_change_se": lambda fit: fit.se[2],
    "its_slope_change_se": lambda fit: fit.se[3],
    "its_f": lambda fit: fit.f,
    "its_r2": lambda fit: fit.r2,
    "its_residual_autocorrelation": lambda fit: fit.autocorrelation(3),
    "its_ljung_box": lambda fit: fit.ljung_box(3),
    "its_aic": lambda fit: fit.aic,
}
QUANTITIES: dict[str, Callable[..., Any]] = {
    **{name: of_phases(measure) for name, measure in _PHASES.items()},
    **{name: of_fit(measure) for name, measure in _FIT.items()},
    "its_slope_change": entry("slope_change", value),
    "nap": entry("nap", value),
    "nap_ci": entry("nap", bounds),
    "tau": entry("tau", value),
    "tau_ci": entry("tau", bounds),
    "tau_bc": entry("tau_bc", value),
}
NOT_OFFERED: dict[str, str] = {}


def series(pairs: Pairs) -> Series:
    """Three occasions like the value before and three like the value after, the middle one half way to the other.

    What differs between phases is a multiple of the change, so that swapping the waves mirrors every series.
    """
    with np.errstate(divide="ignore", invalid="ignore"):
        before = pairs.before if pairs.exposure_before is None else pairs.before / pairs.exposure_before
        after = pairs.after if pairs.exposure_after is None else pairs.after / pairs.exposure_after
    change = after - before
    value = np.column_stack([before, before + change / 2, before, after, after - change / 2, after])
    starts = np.broadcast_to(np.isin(np.arange(6), [2, 3]), value.shape)
    return Series(
        value=np.where(np.isfinite(value), value, np.nan),
        months=np.array([-6.0, -3.0, 0.0, 3.0, 6.0, 12.0]),
        family=pairs.family,
        better=pairs.better,
        resolution=None
        if pairs.resolution is None or pairs.exposure_before is not None
        else pairs.resolution / 2,
        seed=(20170731,),
        starts="randomised",
        possible_starts=starts,
    )


EVIDENCE: dict[type, Callable[[Pairs], Any]] = {Series: series}
SWAPPED: dict[str, Rule] = {"nap": complement}
REVERSED: dict[str, Rule] = dict.fromkeys(("nap", "tau", "tau_bc"), same)
SHIFTED: dict[str, Rule] = {}
SCALED: dict[str, Rule] = {}
