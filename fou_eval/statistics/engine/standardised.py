"""How sure a mean change over a standard deviation is, when both come from the same few families."""

from dataclasses import dataclass
from math import sqrt

import numpy as np
from numpy.typing import NDArray

from fou_eval.statistics.engine.cluster import cluster_mean

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Spread:
    """What a mean change is divided by.

    Attributes
    ----------
    size
        Standard deviation, or the like, in the unit of the values.
    influence
        How far each unit moves the logarithm of `size` times the number of units, up to a constant, shape (n,).
    """

    size: float
    influence: Floats


def spread_of(values: Floats) -> Spread:
    """Give the standard deviation of values, with divisor n - 1, as a spread.

    Examples
    --------
    >>> spread_of(np.array([1.0, 2.0, 3.0]))
    Spread(size=1.0, influence=array([0.5, 0. , 0.5]))
    """
    size, apart = _sd(values)
    return Spread(size=size, influence=_over(apart, size) ** 2 / 2)


def average_spread(before: Floats, after: Floats) -> Spread:
    """Give the root of the average variance of the two waves as a spread.

    Examples
    --------
    >>> average_spread(np.array([1.0, 2.0, 3.0]), np.array([0.0, 7.0, 14.0])).size
    5.0
    """
    (first, own), (second, others) = _sd(before), _sd(after)
    size = sqrt((first**2 + second**2) / 2)
    return Spread(size=size, influence=(_over(own, size) ** 2 + _over(others, size) ** 2) / 4)


def rescaled_spread(before: Floats, after: Floats, change: Floats, correlation: float) -> Spread:
    """Give the standard deviation of the change over root 2 (1 - r), r the correlation of the waves, as a spread.

    Notes
    -----
    A unit at a and b standard deviations of the waves moves r by a b - r (a^2 + b^2) / 2 over the number of units, and
    the logarithm of the spread by 1 / (2 (1 - r)) times that more than the logarithm of the standard deviation.
    """
    (first, own), (second, others) = _sd(before), _sd(after)
    own, others = _over(own, first), _over(others, second)
    whole = spread_of(change)
    gap = 2 * (1 - correlation)
    moved = own * others - correlation * (own**2 + others**2) / 2
    return Spread(size=whole.size / sqrt(gap), influence=whole.influence + moved / gap)


def standardised_se(
    change: Floats, spread: Spread, family: NDArray[np.int64], *, factor: float, value: float
) -> float:
    """Give the standard error of factor * mean(change) / spread, with the family as the cluster.

    Parameters
    ----------
    change
        Change of each unit, shape (n,), in at least two families.
    spread
        What their mean is divided by.
    family
        Family of each unit, shape (n,).
    factor
        What the ratio is multiplied by; counts as known.
    value
        The standardised change.

    Notes
    -----
    The ratio moves with the mean by x = factor change / spread and with the spread by y = -value influence. With V the
    CR2 variance of a mean, the variance is V(x + y), but at least V(x) + V(y): few families say little about a
    covariance of mean and spread, so it may lengthen the interval and never shortens it (with changes of 1, 1, 1 and 3
    it would leave a quarter of it). With a value of 0 nothing but
    V(x) is left, the variance of the mean change on the same scale.

    With one normal person per family and waves that vary equally it approaches Bonett's variance of d_av,
    2 (1 - r) / n + d^2 (1 + r^2) / (4 n), and (1 + d^2 / 2) / n for d_z.

    References
    ----------
    Hampel (1974), JASA 69, 383-393 (influence values); Bell & McCaffrey (2002), Survey Methodology 28, 169-181 (CR2);
    Bonett (2008), Psychological Methods 13, 99-109 (normal values, one person per family).

    Examples
    --------
    >>> values, family = np.array([0.0, 1, 2, 5]), np.arange(4)
    >>> found = spread_of(values)
    >>> f"{standardised_se(values, found, family, factor=1.0, value=2 / found.size):.3f}"
    '0.539'
    """
    of_mean, of_spread = change * (factor / spread.size), -value * spread.influence
    # Divided by the largest, because its square may overflow.
    largest = max(float(np.abs(part).max()) for part in (of_mean, of_spread)) or 1.0
    return largest * sqrt(_variance(of_mean / largest, of_spread / largest, family))


def _variance(of_mean: Floats, of_spread: Floats, family: NDArray[np.int64]) -> float:
    # These are sums of floats, so neither rows nor labels may have an order.
    rows = np.lexsort((of_spread, of_mean))
    inverse, sizes = np.unique(family[rows], return_inverse=True, return_counts=True)[1:]
    sums = [np.bincount(inverse, weights=part[rows]).astype(np.float64) for part in (of_mean, of_spread)]
    order = np.lexsort((*sums, sizes))
    first, second, sizes = sums[0][order], sums[1][order], sizes[order].astype(np.int64)
    together, *apart = (cluster_mean(part, sizes).cr2 ** 2 for part in (first + second, first, second))
    return max(together, sum(apart))


def _sd(values: Floats) -> tuple[float, Floats]:
    """Give the standard deviation, and how far each value is from the mean."""
    ordered = np.sort(values)
    return float(np.std(ordered, ddof=1)), values - np.mean(ordered)


def _over(apart: Floats, size: float) -> Floats:
    return apart / size if size > 0 else np.zeros(apart.size)
