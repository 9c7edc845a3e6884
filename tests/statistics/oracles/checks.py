"""Oracles of benchmarks, comparisons, dose and calendar."""

from collections.abc import Callable
from typing import Any

import numpy as np
import pandas as pd

from fou_eval.statistics import CATALOGUE, Pairs
from fou_eval.statistics.benchmarks import Benchmarked
from fou_eval.statistics.calendar import Dated
from fou_eval.statistics.comparisons import Grouped, Partitioned, Rated
from fou_eval.statistics.dose import Dosed
from oracles.cases import Case, pairs_of
from oracles.rules import Rule, free, same


def rtm_expected_change(rows: pd.DataFrame, case: Case) -> float:
    evidence = Benchmarked(
        pairs=pairs_of(rows.reset_index(drop=True), case),
        norm_mean=case["functional_mean"],
        reliability=case["reliability"],
    )
    return CATALOGUE["regression_to_mean"].function(evidence, confidence=0.95).value


def family_rank(pairs: Pairs) -> np.ndarray:
    """Place of each unit's family by the size of what it changed in all, from 0; the same for families alike.

    It stays what it is when the waves change places, the scale is moved, stretched or read from its other end.
    """
    if not pairs.n:
        return np.zeros(0, dtype=np.int64)
    _, inverse = np.unique(pairs.family, return_inverse=True)
    sizes = np.bincount(inverse)
    totals = np.abs(np.bincount(inverse, weights=pairs.change))
    totals = np.round(totals / (totals.max() or 1.0), 6)
    _, place = np.unique(np.column_stack([totals, sizes]), axis=0, return_inverse=True)
    return place.reshape(-1)[inverse]


def benchmarked(pairs: Pairs) -> Benchmarked:
    """The norm lies in the middle of all values, so that it moves with the scale."""
    both = np.concatenate([pairs.before, pairs.after])
    return Benchmarked(pairs=pairs, norm_mean=float(np.mean(both)) if pairs.n else 0.0, reliability=0.8)


def grouped(pairs: Pairs) -> Grouped:
    return Grouped(pairs=pairs, group=family_rank(pairs) % 2)


def partitioned(pairs: Pairs) -> Partitioned:
    return Partitioned(pairs=pairs, group=family_rank(pairs) % 3)


def rated(pairs: Pairs) -> Rated:
    """Every fourth kind of family changes its rater."""
    place = family_rank(pairs)
    return Rated(pairs=pairs, before=place % 2, after=np.where(place % 4 == 3, 0, place % 2))


def dosed(pairs: Pairs) -> Dosed:
    return Dosed(pairs=pairs, dose=1.0 + family_rank(pairs), seed=(7, 11))


def dated(pairs: Pairs) -> Dated:
    """Families enter over two years; one kind of family in three is measured in another season."""
    place = family_rank(pairs)
    entry = 2015 * 12 + 2.0 * place
    return Dated(pairs=pairs, before_month=entry, after_month=entry + 12 + 4.0 * (place % 3 == 2))


QUANTITIES: dict[str, Callable[..., Any]] = {"rtm_expected_change": rtm_expected_change}
NOT_OFFERED: dict[str, str] = {}
EVIDENCE: dict[type, Callable[[Pairs], Any]] = {
    Benchmarked: benchmarked,
    Grouped: grouped,
    Partitioned: partitioned,
    Rated: rated,
    Dosed: dosed,
    Dated: dated,
}
# What is expected, or compared, hangs on the values before; with the waves exchanged they are other values.
_FROM_ENTRY = (
    *("regression_to_mean", "change_beyond_regression"),
    *("calendar_drift", "change_beyond_calendar", "not_yet_started_contrast"),
)
SWAPPED: dict[str, Rule] = {"families_to_reverse": same, **dict.fromkeys(_FROM_ENTRY, free)}
REVERSED: dict[str, Rule] = {}
SHIFTED: dict[str, Rule] = {}
SCALED: dict[str, Rule] = {}
