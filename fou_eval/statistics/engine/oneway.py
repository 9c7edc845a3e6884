"""The one-way mixed model, a mean with families, in closed form but for one root.

With rho = family variance / residual variance a family counts by its weight w = n / (1 + n rho), and every derivative
is a sum over families; nothing is left of the matrices of the general model, which the tests hold this one against.
"""

from dataclasses import dataclass
from math import sqrt

import numpy as np
from numpy.typing import NDArray

from fou_eval.statistics.engine.roots import root

Vector = NDArray[np.float64]

# Ratios at which the likelihood is looked at first; between them it has one maximum at most.
_RATIOS = np.concatenate([[0.0], np.logspace(-6, 24, 151)])
# Ratios below this are a variance of 0; the general model draws the line in the same place.
_SINGULAR = 1e-8


@dataclass(frozen=True, slots=True, kw_only=True)
class OneWay:
    """A mean with families, fitted by restricted maximum likelihood.

    Attributes
    ----------
    mean
        Generalised least squares.
    family, residual
        Variances between and within families.
    kr_se, kr_df
        Kenward-Roger's standard error and degrees of freedom of the mean.
    singular
        Whether the family variance is 0.
    """

    mean: float
    family: float
    residual: float
    kr_se: float
    kr_df: float
    singular: bool

    @property
    def likeness(self) -> float:
        """Intraclass correlation, from 0 to 1."""
        return self.family / (self.family + self.residual)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class _Sums:
    """Sizes and means of G families, shape (G,), and the sum of squares within them."""

    sizes: Vector
    means: Vector
    within: float

    def weights(self, ratio: float | Vector) -> Vector:
        return np.asarray(self.sizes / (1 + self.sizes * ratio), dtype=np.float64)

    def fit(self, weights: Vector) -> tuple[Vector, Vector]:
        """Give the mean and the weighted sum of squares about it, for every row of weights."""
        mean = weights @ self.means / weights.sum(axis=-1)
        return mean, self.within + np.sum(weights * (self.means - mean[..., None]) ** 2, axis=-1)

    def deviance(self, ratios: Vector) -> Vector:
        """Give -2 log likelihood, constants left out, at each ratio."""
        weights = self.weights(ratios[:, None])
        length = np.sum(np.log1p(self.sizes * ratios[:, None]), axis=1) + np.log(weights.sum(axis=1))
        return np.asarray(length + (self.sizes.sum() - 1) * np.log(self.fit(weights)[1]))

    def slope(self, ratio: float) -> float:
        """Give the derivative of the deviance by the ratio."""
        weights = self.weights(ratio)
        mean, square = self.fit(weights)
        squares, total = weights**2, float(weights.sum())
        pull = (self.sizes.sum() - 1) * float(np.sum(squares * (self.means - mean) ** 2) / square)
        return float(total - squares.sum() / total - pull)


def fit_one_way(values: Vector, family: NDArray[np.int64]) -> OneWay:
    """Fit a mean with a random intercept per family by restricted maximum likelihood.

    Parameters
    ----------
    values, family
        One value and the family of each unit, shape (n,): two families at least, one with several members, and values
        that differ within a family.

    References
    ----------
    Patterson & Thompson (1971), Biometrika 58, 545-554; Kenward & Roger (1997), Biometrics 53, 983-997; the one-way
    case: Searle, Casella & McCulloch (1992), Variance Components, section 3.8.

    Examples
    --------
    Two families of two: variances between and within by hand, 4.5 - 0.5 / 2 and 0.5.

    >>> fit = fit_one_way(np.array([0.5, 1.5, 3.5, 4.5]), np.array([0, 0, 1, 1]))
    >>> f"{fit.mean:.3f} {fit.family:.3f} {fit.residual:.3f} {fit.kr_se:.3f} {fit.kr_df:.3f}"
    '2.500 4.250 0.500 1.500 1.000'
    """
    inverse, sizes = np.unique(family, return_inverse=True, return_counts=True)[1:]
    means = np.bincount(inverse, weights=values) / sizes
    order = np.lexsort((means, sizes))
    sums = _Sums(
        sizes=sizes[order].astype(np.float64),
        means=means[order],
        within=float(np.sum(np.sort((values - means[inverse]) ** 2))),
    )
    ratio = _ratio(sums)
    weights = sums.weights(ratio)
    mean, square = sums.fit(weights)
    residual = float(square) / (values.size - 1)
    variance, df = _kenward_roger(weights, sums.sizes)
    return OneWay(
        mean=float(mean),
        family=ratio * residual,
        residual=residual,
        kr_se=sqrt(variance * residual),
        kr_df=df,
        singular=ratio < _SINGULAR,
    )


def _ratio(sums: _Sums) -> float:
    """Give the ratio of the variances at which the likelihood is largest: 0, or where its derivative is."""
    place = int(np.argmin(sums.deviance(_RATIOS)))
    low, high = (float(_RATIOS[min(max(place + step, 0), _RATIOS.size - 1)]) for step in (-1, 1))
    if sums.slope(low) >= 0:
        return low
    if sums.slope(high) <= 0:
        return high
    return root(sums.slope, low, high, accuracy=0.0)


def _kenward_roger(weights: Vector, sizes: Vector) -> tuple[float, float]:
    """Give Kenward & Roger's variance of the mean, in residual variances, and its degrees of freedom.

    The general model's formulas for the components (family, residual) and one coefficient: V_g has the eigenvalue n / w
    along the ones, and across them only the residual's, 1.
    """
    along = np.array([weights, weights / sizes])
    bread = 1 / float(weights.sum())
    first, second, traces = along @ weights, (along * weights) @ along.T, along @ along.T
    traces[1, 1] += sizes.sum() - sizes.size
    crossed = bread * np.outer(first, first)
    spread = np.linalg.inv((traces - 2 * bread * second + bread * crossed) / 2)
    lost = float(np.sum(spread * (second - crossed)))
    moment = bread**2 * float(first @ spread @ first)
    return bread + 2 * bread**2 * lost, 2 / max(moment, 1e-12)
