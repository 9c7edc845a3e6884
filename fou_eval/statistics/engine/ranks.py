"""Signed ranks of changes, added up within families.

The sizes of all changes are ranked together. A rank is doubled, so that mid-ranks are whole numbers and sums of ranks
tie exactly when they are equal; the family sums then go into the sign-flip test as they are.
"""

from dataclasses import dataclass
from math import nan, sqrt
from typing import Literal

import numpy as np
from numpy.typing import NDArray
from scipy.special import ndtr

Zeros = Literal["dropped", "ranked"]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class SignedRanks:
    """Sums of the ranks of the changes by their sign, and by family.

    Attributes
    ----------
    up, down
        R+ and R-: sums of the mid-ranks of the positive and of the negative changes.
    family_sums
        Twice the sum of the signed mid-ranks in each family, ascending, shape (G,).
    """

    up: float
    down: float
    family_sums: NDArray[np.int64]

    @property
    def correlation(self) -> float:
        """Matched-pairs rank-biserial correlation (R+ - R-) / (R+ + R-), from -1 to 1; nan where nothing changed."""
        total = self.up + self.down
        return (self.up - self.down) / total if total else nan

    @property
    def variance(self) -> float:
        """Variance of R+ - R- when the signs of whole families are tossed: the sum of the squared family sums."""
        return float(np.sum((self.family_sums / 2) ** 2))

    @property
    def z(self) -> float:
        """(R+ - R-) over the root of `variance`, without correction for continuity; nan where no family changed.

        With one member per family this is the z of the signed-rank test with its correction for ties, else the
        clustered z of Rosner, Glynn & Lee (2006), Biometrics 62, 185-192.
        """
        spread = sqrt(self.variance)
        return (self.up - self.down) / spread if spread else nan

    @property
    def p_normal(self) -> float:
        """Two-sided p-value of `z` from the normal distribution: an approximation to the exact sign-flip test."""
        return float(2 * ndtr(-abs(self.z)))


def signed_ranks(
    changes: NDArray[np.float64],
    family: NDArray[np.int64],
    *,
    zeros: Zeros,
    noise: NDArray[np.float64] | None = None,
) -> SignedRanks:
    """Rank the sizes of the changes of all units, give each rank the sign of its change, and add up within families.

    Parameters
    ----------
    changes
        One change per unit, shape (n,); exactly 0 where nothing changed.
    family
        Family of each unit, shape (n,).
    zeros
        `dropped`: changes of 0 are left out before ranking (Wilcoxon). `ranked`: they take the lowest ranks, which
        then do not count (Pratt).
    noise
        Rounding error of each change, shape (n,); sizes that differ by no more than it tie. Without it sizes tie
        where they are equal.

    References
    ----------
    Wilcoxon (1945), Biometrics Bulletin 1, 80-83; Pratt (1959), JASA 54, 655-667.

    Examples
    --------
    >>> found = signed_ranks(np.array([0.0, 1.0, -1.0, 3.0]), np.arange(4), zeros="dropped")
    >>> found.up, found.down, found.correlation, found.family_sums
    (4.5, 1.5, 0.5, array([-3,  0,  3,  6]))
    >>> signed_ranks(np.array([0.0, 1.0, -1.0, 3.0]), np.arange(4), zeros="ranked").correlation
    0.4444444444444444
    """
    noise = np.zeros(changes.size) if noise is None else noise
    ranked = np.flatnonzero(changes) if zeros == "dropped" else np.arange(changes.size)
    signed = np.zeros(changes.size, dtype=np.int64)
    signed[ranked] = _doubled_ranks(np.abs(changes[ranked]), noise[ranked])
    signed *= np.sign(changes).astype(np.int64)
    _, inverse = np.unique(family, return_inverse=True)
    return SignedRanks(
        up=int(signed[signed > 0].sum()) / 2,
        down=-int(signed[signed < 0].sum()) / 2,
        # Sums of whole numbers below 2^53 are exact in floating point.
        family_sums=np.sort(np.bincount(inverse, weights=signed).astype(np.int64)),
    )


def _doubled_ranks(sizes: NDArray[np.float64], noise: NDArray[np.float64]) -> NDArray[np.int64]:
    """Give twice the mid-rank of each size; neighbours within the noise of either are the same size."""
    order = np.lexsort((noise, sizes))
    rounding = np.maximum(noise[order][1:], noise[order][:-1])
    distinct = np.diff(sizes[order]) > rounding
    place = np.zeros(sizes.size, dtype=np.int64)
    place[order[1:]] = np.cumsum(distinct)
    return doubled_ranks(place)


def doubled_ranks(values: NDArray[np.int64] | NDArray[np.float64]) -> NDArray[np.int64]:
    """Give twice the mid-rank of each value, a whole number.

    Examples
    --------
    >>> doubled_ranks(np.array([5.0, 7.0, 5.0]))
    array([3, 6, 3])
    """
    _, inverse, ties = np.unique(values, return_inverse=True, return_counts=True)
    doubled: NDArray[np.int64] = (2 * np.cumsum(ties) - ties + 1)[inverse]
    return doubled
