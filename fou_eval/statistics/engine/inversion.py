r"""Intervals by inverting the sign-flip test, so that interval and p-value cannot contradict each other.

Let family g contribute s_g - delta * w_g, and for a non-empty set A of families let S_A / w_A be its subset mean.
For delta below the estimate, the sign patterns as extreme as the observed one are, twice, the sets with
S_A - delta * w_A <= 0 and the empty set. So with N(delta) the number of subset means up to delta,

    p_exact(delta) = (1 + N(delta)) / 2^(G-1)  and  p_mid(delta) = (1 + 2 N_less(delta) + N_equal(delta)) / 2^G,

both of which grow with delta. The set of all delta with p above alpha therefore begins at the k-th smallest subset
mean, with k = floor(alpha 2^(G-1)) for the exact test and floor(alpha 2^(G-1) + 1/2) for the mid-p version, and ends at
the k-th largest. The exact interval is closed. An end point of the mid-p interval is where p_mid passes alpha; whether
it belongs depends on the tie there.
"""

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from math import floor, gcd, inf
from typing import Literal

import numpy as np
from numpy.typing import NDArray
from scipy.special import ndtri

from fou_eval.statistics.engine.flips import TIE, Scores
from fou_eval.statistics.engine.fourier import upper_tail

Version = Literal["exact", "mid"]
Limits = tuple[float, float]

# Cells times families of the table of counts: a tenth of a second.
_TABLE_BUDGET = 60_000_000
# Families whose 2^G subset means are listed; whose halves are; and up to which doubles count to 2^G.
_LISTED, _HALVES, _COUNTABLE = 20, 36, 1000
# Points between the ends of a bracket that are tried at once.
_STEPS = np.arange(1, 33, dtype=np.int64)


@dataclass(frozen=True, slots=True, kw_only=True)
class FlipInterval:
    """Interval of all shifts that a sign-flip test does not reject.

    Attributes
    ----------
    low, high
        End points in the unit of the scores; infinite where too few families leave a side open.
    exact
        Whether the end points are subset means found by counting.
    """

    low: float
    high: float
    exact: bool


def flip_interval(
    scores: Scores, weights: NDArray[np.int64], *, confidence: float, version: Version
) -> FlipInterval:
    """Invert the sign-flip test of sum(s_g - delta w_g).

    Parameters
    ----------
    scores
        s_g, shape (G,): whole numbers or floats.
    weights
        w_g, positive whole numbers, shape (G,): 1 for the mean of family means, family sizes for the mean of persons.
    confidence
        Coverage in (0, 1).
    version
        Whether the exact or the mid-p test is inverted.

    References
    ----------
    Hartigan (1969), JASA 64, 1303-1317 (subset means); Tritchler (1984), JASA 79, 200-207.

    Examples
    --------
    Six families: k = floor(0.05 * 32) = 1, the smallest and the largest of the 63 subset means.

    >>> changes, ones = np.array([1, 2, 3, 4, 5, 6]), np.ones(6, dtype=np.int64)
    >>> flip_interval(changes, ones, confidence=0.95, version="exact")
    FlipInterval(low=1.0, high=6.0, exact=True)
    """
    alpha = 1 - Fraction(repr(float(confidence)))
    families = scores.size
    half = Fraction(1, 2) if version == "mid" else Fraction(0)
    rank = floor(alpha * 2 ** (families - 1) + half) if families else 0
    if rank < 1:
        return FlipInterval(low=-inf, high=inf, exact=True)
    ranks = (rank, 2**families - rank)
    whole = np.issubdtype(scores.dtype, np.integer)
    limits = _counted(scores.astype(np.int64), weights, ranks) if whole else None
    if limits is None and families <= _LISTED:
        limits = _listed(scores, weights, ranks)
    if limits is None and families <= _HALVES:
        limits = _halved(scores, weights, ranks)
    if limits is None:
        low, high = _inverted(scores, weights, float(alpha))
        return FlipInterval(low=low, high=high, exact=False)
    return FlipInterval(low=limits[0], high=limits[1], exact=True)


def _counted(scores: NDArray[np.int64], weights: NDArray[np.int64], ranks: tuple[int, int]) -> Limits | None:
    """Select subset means by counting the subsets of every weight and sum; none if the table would be too large."""
    centre = floor(float(np.median(scores / weights)))
    moved = scores - centre * weights
    shared = gcd(*moved.tolist()) or 1
    moved //= shared
    width, height = int(np.abs(moved).sum()) + 1, int(weights.sum()) + 1
    if scores.size > _COUNTABLE or width * height * scores.size > _TABLE_BUDGET:
        return None
    table, zero = _table(moved, weights, (height, width))
    low, high = (centre + shared * _selected(table, zero, rank) for rank in ranks)
    return float(low), float(high)


def _table(
    moved: NDArray[np.int64], weights: NDArray[np.int64], shape: tuple[int, int]
) -> tuple[NDArray[np.float64], int]:
    """Count subsets by weight (row) and sum up to (column); also give the column of sum 0.

    Counts up to 2^53 are exact, larger ones to 15 digits.
    """
    zero = int(-moved[moved < 0].sum())
    table = np.zeros(shape)
    table[0, zero] = 1
    weight, least, most = 0, zero, zero
    order = np.argsort(np.abs(moved), kind="stable")
    for step, size in zip(moved[order].tolist(), weights[order].tolist(), strict=True):
        table[size : weight + size + 1, least + step : most + step + 1] += table[
            : weight + 1, least : most + 1
        ]
        weight, least, most = weight + size, least + min(step, 0), most + max(step, 0)
    table[0] = 0  # the empty set has no mean
    np.cumsum(table, axis=1, out=table)
    return table, zero


def _selected(table: NDArray[np.float64], zero: int, rank: int) -> Fraction:
    """Give the subset mean of a rank.

    Subset means s / w lie at least 1 / W^2 apart, so on a grid finer than that a cell holds at most one.
    """
    largest = table.shape[0] - 1
    weights = np.arange(1, largest + 1, dtype=np.int64)
    fine = 2 * largest**2
    low, high = -(zero + 1) * fine, (table.shape[1] - zero) * fine
    while high - low > 1:
        grid = low + (high - low) * _STEPS // (_STEPS.size + 1)
        columns = np.minimum(grid[:, None] * weights // fine + zero, table.shape[1] - 1)
        counts = (table[weights, np.maximum(columns, 0)] * (columns >= 0)).sum(axis=1)
        place = int(np.searchsorted(counts, float(rank), side="left"))
        high = int(grid[place]) if place < grid.size else high
        low = int(grid[place - 1]) if place else low
    sums = high * weights // fine
    found = int(np.argmax(sums * fine > low * weights))
    return Fraction(int(sums[found]), int(weights[found]))


def _listed(scores: Scores, weights: NDArray[np.int64], ranks: tuple[int, int]) -> Limits:
    """Select among all subset means, listed."""
    means = _subset_sums(scores)[1:] / _subset_sums(weights)[1:]
    places = [rank - 1 for rank in ranks]
    low, high = np.partition(means, places)[places]
    return float(low), float(high)


def _subset_sums(scores: Scores) -> NDArray[np.float64]:
    sums = np.zeros(1)
    for score in scores.tolist():
        sums = np.concatenate([sums, sums + score])
    return sums


def _halved(scores: Scores, weights: NDArray[np.int64], ranks: tuple[int, int]) -> Limits:
    """Search for the shift at which the number of subset means passes the rank, counting in two halves."""
    halves = [(_subset_sums(scores[part::2]), _subset_sums(weights[part::2])) for part in (0, 1)]
    tie = TIE * float(np.abs(scores).sum())
    patterns = 2.0**scores.size

    def share(shift: float) -> float:
        first, second = (sums - shift * sizes for sums, sizes in halves)
        second.sort()
        up_to = int(np.searchsorted(second, tie - first, side="right").sum())
        return max(up_to - 1, 0.25) / patterns  # the empty set has no mean; 0 would be at minus infinity

    low, high = (_crossing(share, scores, weights, (rank - 0.5) / patterns) for rank in ranks)
    return low, high


def _inverted(scores: Scores, weights: NDArray[np.int64], alpha: float) -> Limits:
    """Search for the shifts at which the inverted distribution gives alpha / 2 on either side."""
    pairs, counts = np.unique(
        np.column_stack([scores.astype(np.float64), weights]), axis=0, return_counts=True
    )

    def share(shift: float) -> float:
        moved = pairs[:, 0] - shift * pairs[:, 1]
        tail = upper_tail(np.abs(moved), counts, float(np.sum(counts * moved)))
        return min(max(tail, 1e-16), 1 - 1e-16)

    low, high = (_crossing(share, scores, weights, level) for level in (alpha / 2, 1 - alpha / 2))
    return low, high


def _crossing(
    share: Callable[[float], float], scores: Scores, weights: NDArray[np.int64], level: float
) -> float:
    """Find where a share that grows with the shift passes a level, by false position on the normal scale.

    On that scale the share is close to a straight line; the Illinois rule keeps both ends moving. A share in steps
    is followed down to twelve digits of the spread of the scores.
    """
    low, high = _bracket(share, scores, weights, level)
    precision = 1e-12 * float(np.ptp(scores / weights))
    below, above = (float(ndtri(share(end)) - ndtri(level)) for end in (low, high))
    for turn in range(200):
        if high - low <= precision or below >= 0 or above <= 0:
            break
        bisect = turn % 8 == 7
        point = (low + high) / 2 if bisect else high - above * (high - low) / (above - below)
        point = min(max(point, low + precision / 2), high - precision / 2)
        gap = float(ndtri(share(point)) - ndtri(level))
        if gap >= 0:
            high, above, below = point, gap, below / 2
        else:
            low, below, above = point, gap, above / 2
    return low if below >= 0 else high


def _bracket(
    share: Callable[[float], float], scores: Scores, weights: NDArray[np.int64], level: float
) -> Limits:
    """Give two shifts around the crossing: eight standard errors either way, or all the way to the ends."""
    means = scores / weights
    total = float(weights.sum())
    centre = float(scores.sum()) / total
    reach = 8 * float(np.sqrt(np.sum((scores - centre * weights) ** 2))) / total
    low, high = max(float(np.min(means)), centre - reach), min(float(np.max(means)), centre + reach)
    return (
        low if share(low) < level else float(np.min(means)),
        high if share(high) > level else float(np.max(means)),
    )
