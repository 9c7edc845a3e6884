"""The bootstrap of families: means studentised by CR2 in every resample."""

from dataclasses import dataclass
from math import floor, inf

import numpy as np
from numpy.typing import NDArray
from scipy.special import ndtri

from fou_eval.statistics.engine.cluster import cluster_mean

Vector = NDArray[np.float64]

# Resamples, a constant of the method: 95 % limits are then the 250th value from either end.
RESAMPLES = 9_999
_NORMAL = 500  # families beyond which the limit is as good
# A standard error below this share of the largest family mean is rounding error: all families drawn are alike.
_NOISE = 1e-9


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Studentised:
    """A mean with its CR2 standard error and the studentised deviations of the resampled means from it.

    Attributes
    ----------
    mean, se
        Mean over units and its CR2 standard error.
    deviations
        (resampled mean - mean) / resampled standard error, ascending, shape (9999,).
    """

    mean: float
    se: float
    deviations: Vector

    def interval(self, confidence: float) -> tuple[float, float]:
        """Give the equal-tailed interval; an end is infinite where too many resamples have no spread."""
        rank = max(floor((1 - confidence) / 2 * (RESAMPLES + 1) + 1e-9), 1)
        low, high = self.deviations[-rank], self.deviations[rank - 1]
        return float(self.mean - low * self.se), float(self.mean - high * self.se)

    @property
    def p_value(self) -> float:
        """Two-sided p-value of a mean of 0: twice the smaller share of deviations beyond the observed one."""
        observed = self.mean / self.se
        above = int(np.sum(self.deviations >= observed - 1e-12))
        below = int(np.sum(self.deviations <= observed + 1e-12))
        return min(1.0, 2 * (1 + min(above, below)) / (RESAMPLES + 1))


def studentised_means(sums: Vector, sizes: NDArray[np.int64], rng: np.random.Generator) -> Studentised:
    """Resample whole families with replacement and studentise the mean of every resample.

    Parameters
    ----------
    sums
        Sum of the values in each family, shape (G,), with G of at least 2 and means that differ.
    sizes
        Members of each family, shape (G,).
    rng
        Source of the resamples.

    Notes
    -----
    A family that is drawn several times counts as several families. In a resample of families that are all alike the
    standard error is 0, and the deviation infinite, or 0 if its mean is the mean. Families are put in an order that
    does not depend on the sign of the values, so that data and their mirror image are resampled alike. Beyond 500
    families the deviations are those of their limit, the standard normal distribution.

    References
    ----------
    Efron & Tibshirani (1993), An Introduction to the Bootstrap, section 12.5; Cameron, Gelbach & Miller (2008), Review
    of Economics and Statistics 90, 414-427, on resampling clusters with studentisation.

    Examples
    --------
    >>> found = studentised_means(np.arange(1.0, 9.0), np.ones(8, dtype=np.int64), np.random.default_rng(1))
    >>> found.mean, f"{found.se:.3f}", f"{found.p_value:.4f}"
    (4.5, '0.866', '0.0036')
    """
    turn = -1.0 if sums.sum() < 0 else 1.0
    order = np.lexsort((turn * sums, sizes))
    sums, sizes, families = turn * sums[order], sizes[order], sums.size
    whole = cluster_mean(sums, sizes)
    if families > _NORMAL:
        limit = ndtri((np.arange(RESAMPLES) + 0.5) / RESAMPLES)
        return Studentised(mean=turn * whole.mean, se=whole.cr2, deviations=limit)
    drawn = _times_drawn(families, rng)
    units = drawn @ sizes
    means = drawn @ sums / units
    squares = np.multiply.outer(means, sizes)
    np.square(np.subtract(sums, squares, out=squares), out=squares)
    squares *= drawn
    # Families of one size have one lever, and stand together. One that is all of the resample has no degree of freedom:
    # its lever of 1 - 1 is kept from dividing by 0.
    distinct, starts = np.unique(sizes, return_index=True)
    rest = np.maximum(units[:, None] - distinct, 1e-12 * units[:, None])
    spread = np.sqrt(np.sum(np.add.reduceat(squares, starts, axis=1) / rest, axis=1) / units)
    noise = _NOISE * float(np.abs(sums / sizes).max())
    off = means - whole.mean
    apart = np.where(np.abs(off) <= noise, 0.0, np.where(off > 0, inf, -inf))
    safe = np.where(spread > noise, spread, 1.0)
    deviations = np.where(spread > noise, off / safe, apart)
    return Studentised(mean=turn * whole.mean, se=whole.cr2, deviations=np.sort(turn * deviations))


def _times_drawn(families: int, rng: np.random.Generator) -> Vector:
    """Count how often each family is drawn in each resample, shape (9999, G)."""
    place = rng.integers(0, families, (RESAMPLES, families))
    place += families * np.arange(RESAMPLES)[:, None]
    counts = np.bincount(place.ravel(), minlength=RESAMPLES * families)
    return counts.reshape(RESAMPLES, families).astype(np.float64)
