"""Oracles of what is missing: bounds, tipping point, imputation."""

from collections.abc import Callable
from typing import Any

import numpy as np
import pandas as pd

from fou_eval.statistics import CATALOGUE, Pairs
from fou_eval.statistics.dropouts import Incomplete
from fou_eval.statistics.engine.cluster import cluster_mean
from fou_eval.statistics.engine.regression import cluster_regression
from fou_eval.statistics.engine.rubin import Pooled, pool
from oracles.cases import PAIRED, Case, NotOffered, pairs_of, wave_columns
from oracles.rules import Rule, free, negated, same

# Ends of the Beck Depression Inventory, which the bounds of these cases are computed from.
_ENDS = {"BDI": (0.0, 63.0), None: (None, None)}


def incomplete_of(rows: pd.DataFrame, case: Case) -> Incomplete:
    rows = rows.reset_index(drop=True)
    units = wave_columns(rows, case)
    left = units[units["before"].notna() & units["after"].isna()]
    beck = "bdi" in {case.get("outcome"), str(case.get("before", "")).split(".")[0]}
    lowest, highest = _ENDS["BDI" if beck else None]
    return Incomplete(
        pairs=pairs_of(rows, case),
        left_before=left["before"].to_numpy(),
        left_family=left["family"].to_numpy(np.int64),
        lowest=lowest,
        highest=highest,
        seed=(1,),
    )


def of_incomplete(name: str) -> Callable[[pd.DataFrame, Case], Any]:
    """Give the value of an entry for a case with one before and one after per person."""

    def quantity(rows: pd.DataFrame, case: Case) -> Any:
        if case["layout"] not in PAIRED or not {"before", "wave_before"} & set(case):
            raise NotOffered("several arms or waves in one model")
        return CATALOGUE[name].function(incomplete_of(rows, case), confidence=0.95).value

    return quantity


def analysed(rows: pd.DataFrame, case: Case) -> tuple[np.ndarray, np.ndarray]:
    """Estimate and standard error in each completed data set, as the case says."""
    found = []
    for _, part in rows.groupby(case["imputation"]):
        bmi = part["bmi"].to_numpy(float)
        if case["complete_df"] == 24:
            alone = cluster_mean(bmi, np.ones(bmi.size, dtype=np.int64))
            found.append((alone.mean, alone.cr2))
            continue
        design = np.column_stack([np.ones(bmi.size), part["chl"].to_numpy(float)])
        place = 0 if "intercept" in case["description"].split(";")[1] else 1
        fit = cluster_regression(bmi, design, np.arange(bmi.size))
        residual = bmi - design @ fit.coefficients
        classical = np.linalg.inv(design.T @ design) * (residual @ residual / (bmi.size - 2))
        found.append((fit.coefficients[place], np.sqrt(classical[place, place])))
    estimates, errors = np.array(found).T
    return estimates, errors


def of_imputed(measure: Callable[[Pooled], float]) -> Callable[[pd.DataFrame, Case], Any]:
    def quantity(rows: pd.DataFrame, case: Case) -> Any:
        estimates, errors = analysed(rows, case)
        return measure(pool(estimates, errors**2, complete_df=case["complete_df"]))

    return quantity


def n_missing_by_column(rows: pd.DataFrame, case: Case) -> Any:
    waves = rows.filter(regex=r"^bdi\.")
    return (waves if waves.size else rows).isna().sum()


QUANTITIES: dict[str, Callable[..., Any]] = {
    "no_change_bound": of_incomplete("bound_no_change"),
    "worst_case_bound": of_incomplete("bound_worst"),
    "best_case_bound": of_incomplete("bound_best"),
    "tipping_point_mean": of_incomplete("tipping_point"),
    "mi_estimates_each": lambda rows, case: analysed(rows, case)[0],
    "mi_se_each": lambda rows, case: analysed(rows, case)[1],
    "mi_pooled_estimate": of_imputed(lambda found: found.estimate),
    "mi_within_variance": of_imputed(lambda found: found.within),
    "mi_between_variance": of_imputed(lambda found: found.between),
    "mi_total_variance": of_imputed(lambda found: found.total),
    "mi_pooled_se": of_imputed(lambda found: found.se),
    "mi_t": of_imputed(lambda found: found.estimate / found.se),
    "mi_df_barnard_rubin": of_imputed(lambda found: found.df),
    "mi_p": of_imputed(lambda found: found.p_value),
    "mi_riv": of_imputed(lambda found: found.increase),
    "mi_lambda": of_imputed(lambda found: found.share),
    "mi_fmi": of_imputed(lambda found: found.missing_information),
    "n_missing_by_column": n_missing_by_column,
    "n_complete_rows": lambda rows, case: len(rows.dropna()),
}
NOT_OFFERED: dict[str, str] = {}


def with_leavers(pairs: Pairs) -> Incomplete:
    """Let some leave: of a family of one a twin in a new family, of a family of two a sibling of each in the family.

    Who leaves hangs on the sizes of the families alone, so neither rows, labels, units nor directions matter.
    """
    codes, inverse, counts = np.unique(pairs.family, return_inverse=True, return_counts=True)
    sizes = counts[inverse]
    new = (codes.max(initial=0) + 1) + np.arange(pairs.n)
    gone = sizes <= 2
    exposure = pairs.exposure_before
    return Incomplete(
        pairs=pairs,
        left_before=pairs.before[gone],
        left_family=np.where(sizes == 1, new, pairs.family)[gone],
        left_exposure=None if exposure is None else exposure[gone],
        seed=(7, 1),
    )


EVIDENCE: dict[type, Callable[[Pairs], Any]] = {Incomplete: with_leavers}
# With the waves swapped those who left are others: what is known of them is their value at the other wave.
_FROM_ENTRY = (
    *("leavers_difference", "leavers_difference_raw", "bound_worst", "bound_best", "bound_lowest"),
    *("bound_highest", "tipping_point", "imputed_change", "missing_information"),
)
SWAPPED: dict[str, Rule] = {"leavers_share": same, **dict.fromkeys(_FROM_ENTRY, free)}
REVERSED: dict[str, Rule] = {
    **dict.fromkeys(("leavers_share", "missing_information"), same),
    "bound_lowest": lambda number, of: negated(of("bound_highest"), of),
    "bound_highest": lambda number, of: negated(of("bound_lowest"), of),
}
SHIFTED: dict[str, Rule] = {}
SCALED: dict[str, Rule] = {}
