"""Test by permutation whether two values of the same families go together."""

from dataclasses import dataclass
from itertools import permutations
from math import sqrt

import numpy as np
from numpy.typing import NDArray

from fou_eval.statistics.engine.ranks import doubled_ranks

Whole = NDArray[np.int64]

# Up to here all permutations are counted: 7! = 5040.
COUNTED = 7
DRAWS = 9_999
# Values that agree to so many decimals, in units of the largest, are equal.
_DECIMALS = 10


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
    left, right = centred_ranks(first), centred_ranks(second)
    observed = int(left @ right)
    spread = sqrt(float(left @ left) * float(right @ right))
    counted = right.size <= COUNTED
    fixed, turned = np.sort(left), _upright(right, observed)
    arranged = _every_order(turned) if counted else _drawn_orders(turned, seed)
    sums = np.abs(arranged @ fixed)
    above, ties = int((sums > abs(observed)).sum()), int((sums == abs(observed)).sum())
    itself = 0 if counted else 1  # among all orders the data are counted already
    return RankTest(
        correlation=observed / spread,
        p_exact=(itself + above + ties) / (itself + sums.size),
        p_mid=(itself + above + ties / 2) / (itself + sums.size),
    )


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
