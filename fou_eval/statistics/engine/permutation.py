"""Test by permutation whether two values of the same families go together, and how strongly they may."""

from dataclasses import dataclass
from itertools import permutations
from math import inf, sqrt

import numpy as np
from numpy.typing import NDArray

from fou_eval.statistics.engine.ranks import doubled_ranks

Whole = NDArray[np.int64]

# Up to here all permutations are counted: 7! = 5040.
COUNTED = 7
DRAWS = 9_999
# Values that agree to so many decimals, in units of the largest, are equal.
_DECIMALS = 10
# Fisher's z of a correlation of 1 is infinite; the limit of a test may lie there, and is cut here.
_NEARLY_ONE = 0.9999


@dataclass(frozen=True, slots=True, kw_only=True)
class RankTest:
    """Rank correlation of two variables over families, with its permutation test.

    Attributes
    ----------
    correlation
        Spearman's, ties with mid-ranks, from -1 to 1.
    p_exact, p_mid
        Two-sided p-value, and the same with the permutations that tie with the data counted half.
    """

    correlation: float
    p_exact: float
    p_mid: float


def rank_test(first: NDArray[np.float64], second: NDArray[np.float64], seed: tuple[int, ...]) -> RankTest:
    """Correlate ranks, and test by permuting which family has which value.

    Parameters
    ----------
    first, second
        One value per family, shape (G,), neither of them constant.
    seed
        Root of the random permutations, which are drawn where there are too many to count.

    Notes
    -----
    Under the null hypothesis the second value of a family says nothing about its first, and all G! assignments are
    equally likely. Up to seven families all are counted; else p = (1 + hits) / (1 + draws) with 9 999 draws, so that
    the p-value is never 0 and the test keeps its level. Ranks are whole numbers, so ties are exact. Neither the order
    of the families nor the sign of the second variable moves the draws.

    References
    ----------
    Spearman (1904), Am. J. Psychol. 15, 72-101; Pitman (1937), Suppl. J. R. Stat. Soc. 4, 225-232; Phipson & Smyth
    (2010), Stat. Appl. Genet. Mol. Biol. 9, article 39.

    Examples
    --------
    Two of the 24 orders of four families are as extreme as the same order; both tie with it.

    >>> rank_test(np.array([1.0, 2, 3, 4]), np.array([10.0, 20, 30, 50]), (1,))
    RankTest(correlation=1.0, p_exact=0.08333333333333333, p_mid=0.041666666666666664)
    """
    observed, spread, sums, itself = _permuted(first, second, seed)
    above, ties = int((sums > abs(observed)).sum()), int((sums == abs(observed)).sum())
    return RankTest(
        correlation=observed / spread,
        p_exact=(itself + above + ties) / (itself + sums.size),
        p_mid=(itself + above + ties / 2) / (itself + sums.size),
    )


def rank_interval(
    first: NDArray[np.float64], second: NDArray[np.float64], seed: tuple[int, ...], *, confidence: float
) -> tuple[float, float]:
    """Give an interval for a rank correlation that holds 0 just when the mid-p test of `rank_test` keeps 0.

    Parameters
    ----------
    first, second, seed
        As for `rank_test`.
    confidence
        Coverage of the interval, in (0, 1).

    Returns
    -------
    tuple of float
        Both ends; infinite where no correlation could be told from 0, or where the ranks agree altogether.

    Notes
    -----
    Fisher's z of the correlation, with the standard error √((1 + r²/2) / (G − 3)) that allows for ranks, plus and minus
    c standard errors. Where normal theory takes 1.96, c is taken from the permutations of the data: it is the limit
    beyond which the test rejects, so few families and ties are allowed for, and interval and test cannot contradict
    each other. Coverage away from 0 rests on the standard error; it was measured, see `rank_association`.

    References
    ----------
    Bonett & Wright (2000), Psychometrika 65, 23-28; Pitman (1937), Suppl. J. R. Stat. Soc. 4, 225-232.

    Examples
    --------
    >>> low, high = rank_interval(np.arange(8.0), np.array([1.0, 0, 3, 2, 5, 4, 7, 6]), (1,), confidence=0.95)
    >>> f"{low:.2f} {high:.2f}"
    '0.52 0.98'
    """
    observed, spread, sums, itself = _permuted(first, second, seed)
    sizes, counts = np.unique(sums, return_counts=True)
    beyond = counts[::-1].cumsum()[::-1] - counts
    rejected = (itself + beyond + counts / 2) / (itself + sums.size) <= 1 - confidence
    correlation, families = observed / spread, first.size
    if not rejected.any() or abs(correlation) >= 1:
        return -inf, inf
    # Between the largest size that is kept and the smallest that is rejected, so that neither lies on the limit.
    kept, lost = sizes[~rejected].max(initial=0) / spread, sizes[rejected].min() / spread
    limit = (_studentised(kept, families) + _studentised(min(lost, _NEARLY_ONE), families)) / 2
    reach = limit * sqrt((1 + correlation**2 / 2) / (families - 3))
    return float(np.tanh(np.arctanh(correlation) - reach)), float(np.tanh(np.arctanh(correlation) + reach))


def _studentised(correlation: float, families: int) -> float:
    return float(np.arctanh(correlation)) / sqrt((1 + correlation**2 / 2) / (families - 3))


def _permuted(
    first: NDArray[np.float64], second: NDArray[np.float64], seed: tuple[int, ...]
) -> tuple[int, float, Whole, int]:
    """Give the sum of products of the ranks, what it is divided by, its sizes over orders, and how often it counts."""
    left, right = centred_ranks(first), centred_ranks(second)
    observed = int(left @ right)
    spread = sqrt(float(left @ left) * float(right @ right))
    counted = right.size <= COUNTED
    fixed, turned = np.sort(left), _upright(right, observed)
    arranged = _every_order(turned) if counted else _drawn_orders(turned, seed)
    itself = 0 if counted else 1  # among all orders the data are counted already
    return observed, spread, np.abs(arranged @ fixed), itself


def centred_ranks(values: NDArray[np.float64]) -> Whole:
    """Give twice the mid-ranks less their mean, as whole numbers that sum to 0; values equal but for noise are ties.

    Examples
    --------
    >>> centred_ranks(np.array([0.1 + 0.2, 0.3, 7.0]))
    array([-1, -1,  2])
    """
    largest = np.abs(values).max(initial=0.0)
    snapped = np.round(values / largest, _DECIMALS) if largest > 0 else values
    return doubled_ranks(snapped) - (values.size + 1)


def _upright(ranks: Whole, observed: int) -> Whole:
    """Sort the ranks, turned so that the observed sum is positive: data read from the other end get the same draws."""
    rising, falling = np.sort(ranks), np.sort(-ranks)
    if observed == 0:
        return max(rising, falling, key=lambda order: tuple(order.tolist()))
    return rising if observed > 0 else falling


def _every_order(ranks: Whole) -> Whole:
    return np.array(list(permutations(ranks.tolist())), dtype=np.int64)


def _drawn_orders(ranks: Whole, seed: tuple[int, ...]) -> Whole:
    orders = np.empty((DRAWS, ranks.size), dtype=np.int64)
    orders[:] = ranks
    return np.random.default_rng(seed).permuted(orders, axis=1, out=orders)
