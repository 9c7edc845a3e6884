"""Oracles of individual change and goals: reliable change, cut-offs, what matters, goal attainment."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import numpy as np
import pandas as pd

from fou_eval.statistics import CATALOGUE, Number, Pairs
from fou_eval.statistics.clinical import five_categories
from fou_eval.statistics.engine import cutoffs, hageman, reliable
from fou_eval.statistics.engine.cutoffs import Population, counts
from fou_eval.statistics.engine.families import common_step, varies
from fou_eval.statistics.engine.reliable import CRITICAL, MeasurementError
from fou_eval.statistics.goals import Goals
from fou_eval.statistics.judged import Judged
from fou_eval.statistics.scale import sd
from oracles.cases import Case, pairs_of
from oracles.rules import Of, Rule, free, is_now, same

FIVE, THREE = (2, 1, 0, -1, -2), (1, 0, -1)


def judged_of(rows: pd.DataFrame, case: Case) -> Judged:
    """The case as evidence; the group itself before gives mean and spread, as the references have it."""
    return Judged(pairs=pairs_of(rows.reset_index(drop=True), case), reliability=case["reliability"])


def functional(case: Case) -> Population:
    return Population(mean=case["functional_mean"], sd=case["functional_sd"])


def cutoff_of(rows: pd.DataFrame, case: Case, name: str) -> float:
    judged = replace(judged_of(rows, case), norm=functional(case))
    return CATALOGUE[f"cutoff_{name}"].function(judged, confidence=0.95).value


def error_of(rows: pd.DataFrame, case: Case) -> MeasurementError:
    return judged_of(rows, case).error()


def used_cutoff(case: Case) -> str:
    return "a" if case["name"].endswith("cutoff_a") else "c"


def shares(names: list[str]) -> Callable[[pd.DataFrame, Case], list[float]]:
    """Counts from the shares of the catalogue, with the cut-off of the case as the published one."""

    def quantity(rows: pd.DataFrame, case: Case) -> list[float]:
        cutoff = cutoff_of(rows, case, used_cutoff(case))
        judged = replace(judged_of(rows, case), cutoff=cutoff, meaningful_change=7.0)
        found = [CATALOGUE[name].function(judged, confidence=0.95).value for name in names]
        return [float(np.rint(value * judged.pairs.n)) for value in found]

    return quantity


def index_counts(index: Callable[..., Any], **more: str) -> Callable[[pd.DataFrame, Case], list[int]]:
    """Counts by an index of the engine, crossed with the cut-off of the case."""

    def quantity(rows: pd.DataFrame, case: Case) -> list[int]:
        judged = judged_of(rows, case)
        pairs, sign = judged.pairs, judged.pairs.improvement_sign
        extra = {name: case.get(key, case["reliability"]) for name, key in more.items()}
        moved = sign * reliable.beyond(index(pairs.before, pairs.after, judged.error(), **extra), CRITICAL)
        return counts(crossed(rows, case, moved), FIVE)

    return quantity


def crossed(rows: pd.DataFrame, case: Case, moved: np.ndarray) -> np.ndarray:
    pairs, cutoff = judged_of(rows, case).pairs, cutoff_of(rows, case, used_cutoff(case))
    sides = [cutoffs.side(part, cutoff, sign=pairs.improvement_sign) for part in (pairs.before, pairs.after)]
    return cutoffs.categories(moved, *sides)


def hageman_of(rows: pd.DataFrame, case: Case) -> tuple[Any, ...]:
    judged = judged_of(rows, case)
    return judged.pairs.before, judged.pairs.after, functional(case), judged.error()


def statistical(rows: pd.DataFrame, case: Case) -> list[int]:
    pairs, cutoff = judged_of(rows, case).pairs, cutoff_of(rows, case, "c")
    sides = [cutoffs.side(part, cutoff, sign=pairs.improvement_sign) for part in (pairs.before, pairs.after)]
    return counts(cutoffs.crossings(*sides), THREE)


def anchored(rows: pd.DataFrame, case: Case) -> list[int]:
    return counts(crossed(rows, case, reliable.at_least(judged_of(rows, case).improvement, 7.0)), FIVE)


def percentages(rows: pd.DataFrame, case: Case) -> list[int]:
    pairs = pairs_of(rows.reset_index(drop=True), case)
    # Lower is better: the fall that counts as better and the rise that counts as worse, in per cent.
    bands = [float(part) / 100 for part in case["name"].split("_")[2:]]
    down, up = bands[0], bands[-1]
    return counts(-reliable.percentage_bands(pairs.before, pairs.after, up=up, down=down), THREE)


def worked(rows: pd.DataFrame, case: Case) -> list[float]:
    error = MeasurementError(reliability=0.8, sd=7.5)
    index = reliable.jacobson_truax(np.array([32.5]), np.array([47.5]), error)
    return [error.measurement, error.difference, float(index[0])]


def gas(rows: pd.DataFrame, case: Case) -> float:
    n = len(rows)
    goals = Goals(
        after=rows["score"].to_numpy(float),
        before=np.full(n, np.nan),
        weight=rows["weight"].to_numpy(float),
        owner=np.zeros(n, dtype=np.int64),
        family=np.zeros(n, dtype=np.int64),
    )
    return CATALOGUE["gas_t"].function(goals, confidence=0.95).value


def five_of(rows: pd.DataFrame, case: Case) -> list[int]:
    judged = judged_of(rows, case)
    return counts(five_categories(judged, cutoff_of(rows, case, used_cutoff(case)))[0], FIVE)


QUANTITIES: dict[str, Callable[..., Any]] = {
    "se_measurement": lambda rows, case: error_of(rows, case).measurement,
    "s_difference_jt": lambda rows, case: (
        abs(CATALOGUE["smallest_reliable_change"].function(judged_of(rows, case), confidence=0.95).value)
        / CRITICAL
    ),
    "se_prediction": lambda rows, case: error_of(rows, case).prediction,
    "r_dd_ha": lambda rows, case: hageman.reliability_of_change(
        *hageman_of(rows, case)[:2], error_of(rows, case)
    ),
    **{f"cutoff_{name}": lambda rows, case, name=name: cutoff_of(rows, case, name) for name in "abc"},
    "cutoff_c_true_ha": lambda rows, case: hageman.true_cutoff(
        judged_of(rows, case).pairs.before, functional(case), error_of(rows, case)
    ),
    "rci_jt_counts": shares(
        ["recovered", "improved_not_recovered", "reliably_unchanged", "deteriorated_not_harmed", "harmed"]
    ),
    "rci_gln_counts": index_counts(reliable.gulliksen_lord_novick),
    "rci_hll_counts": index_counts(reliable.hsu_linn_lord),
    "rci_en_counts": index_counts(reliable.edwards_nunnally),
    "rci_nk_counts": index_counts(reliable.nunnally_kotsch, reliability_after="reliability_after_nk"),
    "rci_ha_counts": lambda rows, case: counts(
        hageman.five_categories(*hageman_of(rows, case), sign=judged_of(rows, case).pairs.improvement_sign),
        FIVE,
    ),
    "rci_jt_values": lambda rows, case: reliable.jacobson_truax(
        *hageman_of(rows, case)[:2], error_of(rows, case)
    ),
    "anchor_counts": shares(["meaningfully_improved", "meaningfully_unchanged", "meaningfully_worse"]),
    "anchor_cutoff_counts": anchored,
    "percentage_change_counts": percentages,
    "statistical_counts": statistical,
    "rci_ha_group_changed": lambda rows, case: (
        hageman.group_level(
            *hageman_of(rows, case), sign=judged_of(rows, case).pairs.improvement_sign
        ).changed
    ),
    "rci_ha_group_functional": lambda rows, case: (
        hageman.group_level(
            *hageman_of(rows, case), sign=judged_of(rows, case).pairs.improvement_sign
        ).functional
    ),
    "rci_worked_example": worked,
    "gas_t": gas,
}
NOT_OFFERED: dict[str, str] = {
    "slopes of single persons need many more waves and persons than there are: their conditional standard "
    "deviation leans on the variance components of a model that 20 families cannot support": (
        "lmm_total_slope_counts"
    ),
}


def judged_by_itself(pairs: Pairs) -> Judged:
    """Everything cited that can be, from both waves together, so that it follows the data and their direction."""
    both = np.concatenate([pairs.before, pairs.after])
    spread = sd(both) if pairs.n and varies(both) else 0.0
    if spread == 0:
        return Judged(pairs=pairs, reliability=0.8)
    centre = float(np.mean(np.sort(both)))
    step = pairs.improvement_sign * spread
    return Judged(
        pairs=pairs,
        reliability=0.8,
        reliability_source="Author (year)",
        norm=Population(mean=centre + step, sd=spread / 2),
        clinical=Population(mean=centre - step, sd=spread / 2),
        cutoff=centre,
        meaningful_change=spread / 2,
    )


def goals_from(pairs: Pairs) -> Goals:
    """Improvements in steps as attainment after, and their mirror image as attainment before."""
    step = pairs.resolution or common_step(pairs.change) or 1.0
    with np.errstate(over="ignore"):
        attained = np.clip(np.rint(pairs.change * pairs.improvement_sign / step), -2, 2)
    return Goals(
        after=attained,
        before=-attained,
        weight=np.where(attained > 0, 2.0, 1.0),
        owner=pairs.family,
        family=pairs.family,
    )


EVIDENCE: dict[type, Callable[[Pairs], Any]] = {Judged: judged_by_itself, Goals: goals_from}

_RELIABLE = [f"reliably_{verdict}" for verdict in ("improved", "unchanged", "deteriorated")]
_SHARES = [
    *(stem + ending for stem in _RELIABLE for ending in ("", "_gln", "_en", "_ha")),
    *(f"{stem}_by_reliability" for stem in (_RELIABLE[0], _RELIABLE[2])),
    *("recovered", "improved_not_recovered", "deteriorated_not_harmed", "harmed", "recovered_by_cutoff"),
    *("meaningfully_improved", "meaningfully_unchanged", "meaningfully_worse"),
]
_MIRRORED = [
    ("reliably_improved", "reliably_deteriorated"),
    ("reliably_improved_ha", "reliably_deteriorated_ha"),
    ("reliably_improved_by_reliability", "reliably_deteriorated_by_reliability"),
    ("recovered", "harmed"),
    ("improved_not_recovered", "deteriorated_not_harmed"),
    ("meaningfully_improved", "meaningfully_worse"),
]
_CUTOFFS = [f"cutoff_{name}" for name in ("used", "a", "b", "c")]
_GOALS = ["goals_reached", "gas_t", "gas_t_change", "goals_per_family"]


def mirrored_t(number: Number, of: Of) -> Number:
    """Attainment with its sign turned: T is as far on the other side of 50."""
    return replace(number, value=100 - number.value, low=100 - number.high, high=100 - number.low)


SWAPPED: dict[str, Rule] = {
    **{first: is_now(second) for pair in _MIRRORED for first, second in (pair, pair[::-1])},
    **dict.fromkeys(
        ["reliably_unchanged", "reliably_unchanged_ha", "meaningfully_unchanged", *_CUTOFFS], same
    ),
    # What is expected after depends on the mean before: there is no mirror.
    **dict.fromkeys([stem + ending for stem in _RELIABLE for ending in ("_gln", "_en")], free),
    "recovered_by_cutoff": free,  # becomes the range of those harmed, which is not shown
    "smallest_reliable_change": same,
    "gas_t": free,  # the larger weight goes with the goals attained after
    "gas_t_change": free,
    "goals_reached": free,  # a goal attained as expected is reached at both
}
REVERSED: dict[str, Rule] = {
    **dict.fromkeys([*_SHARES, *_GOALS, "net_reliable_improvement", "net_meaningful_improvement"], same),
    **dict.fromkeys(_CUTOFFS, free),  # levels: tests/statistics/test_relations.py knows the whole
}
SHIFTED: dict[str, Rule] = {}
SCALED: dict[str, Rule] = {}
