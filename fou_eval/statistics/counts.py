"""Counts of events against the time in which they could happen."""

from dataclasses import replace
from math import exp, fsum, log, nan

import numpy as np
from numpy.typing import NDArray

from fou_eval.statistics.engine.cluster import t_interval, t_p_value
from fou_eval.statistics.engine.families import varies
from fou_eval.statistics.moves import exposed, exposures
from fou_eval.statistics.number import Number
from fou_eval.statistics.pairs import Pairs
from fou_eval.statistics.registry import INTERVAL_AND_TEST, Kind, statistic

_COUNTS: frozenset[Kind] = frozenset({"count"})


@statistic(
    name="rate_before", formula="Σ y_1 / Σ t_1", kinds=_COUNTS, source="Events over exposure.", scale="rate"
)
def rate_before(pairs: Pairs, *, confidence: float) -> Number:  # noqa: ARG001
    """Sum of the counts over the sum of the exposures at the first wave.

    Examples
    --------
    >>> rate_before(Pairs.of([2, 4], [1, 1]), confidence=0.95).value
    3.0
    """
    kept, note = exposed(pairs)
    return _rate(kept.before, exposures(kept)[0], kept.family, note)


@statistic(
    name="rate_after", formula="Σ y_2 / Σ t_2", kinds=_COUNTS, source="Events over exposure.", scale="rate"
)
def rate_after(pairs: Pairs, *, confidence: float) -> Number:  # noqa: ARG001
    """Sum of the counts over the sum of the exposures at the second wave."""
    kept, note = exposed(pairs)
    return _rate(kept.after, exposures(kept)[1], kept.family, note)


@statistic(
    name="rate_ratio",
    formula=(
        "R = (Σ y_2 / Σ t_2) / (Σ y_1 / Σ t_1); interval: exp(log R ± t(G − 1) √Σ (log R_g − log R)²), "
        "R_g without family g; p of log R from the same t"
    ),
    offers=INTERVAL_AND_TEST,
    kinds=_COUNTS,
    source="Efron & Stein (1981), Ann. Stat. 9, 586-596; MacKinnon, Nielsen & Webb (2023), J. Econometrics 232",
    scale="ratio",
)
def rate_ratio(pairs: Pairs, *, confidence: float) -> Number:
    """Rate after over rate before; interval on the log scale from the leave-one-family-out jackknife (CR3), t(G - 1).

    Notes
    -----
    The p-value is of the hypothesis that the ratio is 1. `se` is that of the logarithm. Without events before there is
    no ratio, without events after no logarithm; and no interval where all events of a wave stand in one family.

    Examples
    --------
    >>> number = rate_ratio(Pairs.of([2, 4, 3, 3], [1, 2, 2, 1]), confidence=0.95)
    >>> number.value, f"{number.low:.2f} {number.high:.2f}"
    (0.5, '0.30 0.83')
    """
    kept, note = exposed(pairs)
    if kept.n == 0:
        return Number(value=nan, note=note)
    totals = _family_totals(kept)
    whole = totals.sum(axis=1)
    if whole[0] == 0:
        return Number(value=nan, note="all_zero" if whole[1] == 0 else "no_events_before")
    value = float(whole[1] / whole[3] / (whole[0] / whole[2]))
    if whole[1] == 0:
        return Number(value=value, note="no_events_after")
    if totals.shape[1] < 2:
        return Number(value=value, note="one_family")
    rest = whole[:, None] - totals
    if np.any(rest[:2] <= 0):
        return Number(value=value, note="events_in_one_family")
    number = _jackknife(value, np.log(rest[1] / rest[3] / (rest[0] / rest[2])), confidence)
    return replace(number, note=number.note or note)


def _jackknife(value: float, left_out: NDArray[np.float64], confidence: float) -> Number:
    """Give the CR3 interval from the logarithms of the ratio with one family at a time left out."""
    if not varies(np.exp(left_out)):
        return Number(value=value, note="no_variation")
    se, df = float(np.sqrt(np.sum((left_out - log(value)) ** 2))), left_out.size - 1
    low, high = t_interval(log(value), se, df, confidence)
    return Number(
        value=value,
        low=exp(max(low, -700.0)),
        high=exp(min(high, 700.0)),
        p_value=t_p_value(log(value) / se, df),
        se=se,
        df=float(df),
    )


def _family_totals(pairs: Pairs) -> NDArray[np.float64]:
    """Add up counts before and after, exposure before and after within families: shape (4, G), in a fixed order."""
    inverse = np.unique(pairs.family, return_inverse=True)[1]
    parts = (pairs.before, pairs.after, *exposures(pairs))
    totals = np.array([np.bincount(inverse, weights=part) for part in parts])
    return totals[:, np.lexsort(totals)]


def _rate(
    counts: NDArray[np.float64], exposure: NDArray[np.float64], family: NDArray[np.int64], note: str
) -> Number:
    """Give the rate and the number of families that have any of its events."""
    if counts.size == 0:
        return Number(value=nan, note=note)
    with_events = int(np.unique(family[counts > 0]).size)
    return Number(value=fsum(counts) / fsum(exposure), families_in=with_events, note=note)
