"""The exact sign-flip test by family.

Under the null hypothesis that before and after are exchangeable within families, the sign of each family's statistic
is a coin toss. The p-value is the share of the 2^G sign patterns whose sum is at least as large in size as the
observed one; the mid-p-value counts half of the patterns that tie with it.
"""

from dataclasses import dataclass
from math import gcd

import numpy as np
from numpy.typing import NDArray

from fou_eval.statistics.engine.fourier import SMALLEST, lattice_tails, upper_tail

Scores = NDArray[np.int64] | NDArray[np.float64]

# Bits that counting may move: some tens of milliseconds.
_PACKED_BUDGET = 400_000_000
# Families whose patterns may be split into two halves of 2^(G/2) sums each.
_HALVES = 36
# Sums of floating-point scores that differ by less than this share of the largest possible sum are ties: the
# rounding error of 36 additions is below 1e-14 of it.
TIE = 1e-11


@dataclass(frozen=True, slots=True, kw_only=True)
class FlipTest:
    """Result of a sign-flip test.

    Attributes
    ----------
    p_exact, p_mid
        Two-sided p-value, and the same minus half the probability of a tie with the observed sum.
    families_changed
        Families whose statistic is not zero; only they inform the test.
    exact
        Whether every pattern was counted, rather than their distribution inverted numerically (error below 1e-12
        for whole numbers, about the probability of one tie otherwise).
    smallest_possible_p
        What `p_exact` would be if all families had moved the same way.
    """

    p_exact: float
    p_mid: float
    families_changed: int
    exact: bool
    smallest_possible_p: float


def flip_test(scores: Scores) -> FlipTest:
    """Test by sign flips whether the family statistics are symmetric around 0.

    Parameters
    ----------
    scores
        One statistic per family, shape (G,): whole numbers (`int64`) are compared exactly, floats up to rounding error.

    Notes
    -----
    Families with statistic 0 carry no sign and leave the p-value as it is. The test is exact under symmetry, at any G.

    References
    ----------
    Fisher (1935), The Design of Experiments, section 21. Counting: Streitberg & Roehmel (1986), Statistical Software
    Newsletter 12, 10-17. Mid-p: Lancaster (1961), JASA 56, 223-234.

    Examples
    --------
    Six families, five improved and one got worse by as much: 14 of 64 patterns are as extreme, 12 of them ties.

    >>> flip_test(np.array([1, 1, 1, 1, 1, -1]))
    FlipTest(p_exact=0.21875, p_mid=0.125, families_changed=6, exact=True, smallest_possible_p=0.03125)
    """
    whole = np.issubdtype(scores.dtype, np.integer)
    sizes = np.abs(scores)
    tie = 0 if whole else TIE * float(sizes.sum())
    moved = sizes[sizes > tie]
    target = abs(scores.sum())
    if moved.size == 0 or target <= tie:
        p_tie, exact = _balanced(moved)
        p_exact = 1.0
    else:
        p_exact, p_tie, exact = _two_sided(moved, target)
    return FlipTest(
        p_exact=p_exact,
        p_mid=p_exact - p_tie / 2,
        families_changed=moved.size,
        exact=exact,
        smallest_possible_p=min(1.0, 2.0 ** (1 - moved.size)),
    )


def _two_sided(moved: Scores, target: float) -> tuple[float, float, bool]:
    at_least, equal, exact = _tails(moved, target)
    if not exact:
        at_least = max(at_least, SMALLEST)
    return min(1.0, 2 * at_least), min(1.0, 2 * equal), exact


def _balanced(moved: Scores) -> tuple[float, bool]:
    """Give the probability that the signs cancel out: what ties with an observed sum of 0."""
    if moved.size == 0:
        return 1.0, True
    _, equal, exact = _tails(moved, 0)
    return equal, exact


def _tails(moved: Scores, target: float) -> tuple[float, float, bool]:
    """Give P(T >= target), P(T = target) and whether they were counted; positive scores, target not negative."""
    if np.issubdtype(moved.dtype, np.integer):
        return _whole_tails(moved.astype(np.int64), int(target))
    if moved.size <= _HALVES:
        return (*_halved_tails(moved, target), True)
    return _inverted_tail(moved.astype(np.float64), target)


def _whole_tails(moved: NDArray[np.int64], target: int) -> tuple[float, float, bool]:
    shared = gcd(*moved.tolist())
    moved, target = moved // shared, target // shared
    slots = (int(moved.sum()) - target) // 2 + 1
    if moved.size * slots * (moved.size + 1) <= _PACKED_BUDGET:
        return (*packed_tails(sorted(moved.tolist()), target), True)
    if moved.size <= _HALVES:
        return (*_halved_tails(moved, target), True)
    found = lattice_tails(*np.unique(moved, return_counts=True), target)
    return _inverted_tail(moved.astype(np.float64), target) if found is None else (*found, False)


def _inverted_tail(moved: NDArray[np.float64], target: float) -> tuple[float, float, bool]:
    return upper_tail(*np.unique(moved, return_counts=True), float(target)), 0.0, False


def packed_tails(numbers: list[int], target: int) -> tuple[float, float]:
    """Count the patterns with T >= target and T = target, with all counts packed into one whole number.

    The numbers are positive and in ascending order.

    A pattern with T >= target leaves at most q = (sum - target) / 2 to the families whose sign is minus. The number
    of sets of families that add up to s is the coefficient of x^s in the product of (1 + x^a): with every coefficient
    in a slot of G + 1 bits, multiplying by (1 + x^a) is one shift and one addition, and no slot overflows, because
    no count exceeds 2^G.

    Examples
    --------
    >>> packed_tails([1, 1, 1, 1, 1, 1], 4)  # 7 and 6 of 64
    (0.109375, 0.09375)
    """
    slot = len(numbers) + 1
    limit = (sum(numbers) - target) // 2
    kept = (1 << slot * (limit + 1)) - 1
    counts = 1
    for number in numbers:
        if number > limit:  # too large for the families whose sign is minus, like all that follow
            break
        counts = (counts + (counts << number * slot)) & kept
    patterns = 1 << len(numbers)
    # Modulo 2^slot - 1 every slot has weight 1, so the remainder is the sum of the counts.
    at_least = counts % ((1 << slot) - 1)
    return at_least / patterns, (counts >> limit * slot) / patterns


def _halved_tails(moved: Scores, target: float) -> tuple[float, float]:
    """Count patterns in two halves: for every sum of the first, how many sums of the second complete it."""
    tie = 0 if np.issubdtype(moved.dtype, np.integer) else TIE * float(moved.sum())
    first, second = signed_sums(moved[::2]), np.sort(signed_sums(moved[1::2]))
    missing = target - first
    at_least = second.size - np.searchsorted(second, missing - tie, side="left")
    above = second.size - np.searchsorted(second, missing + tie, side="right")
    patterns = 2**moved.size
    return int(at_least.sum()) / patterns, int((at_least - above).sum()) / patterns


def signed_sums(scores: Scores) -> Scores:
    """Give the sums of the scores under all sign patterns, shape (2^G,); for columns, shape (2^G, k).

    Examples
    --------
    >>> signed_sums(np.array([1, 10]))
    array([ 11,  -9,   9, -11])
    """
    sums = np.zeros((1, *scores.shape[1:]), dtype=scores.dtype)
    for score in scores[::-1]:
        sums = np.concatenate([sums + score, sums - score])
    return sums
