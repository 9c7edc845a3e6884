"""Weighted least squares whose weights say what is estimated, not how precisely each row is known."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Matrix = NDArray[np.float64]

# A family that fits itself perfectly has eigenvalue 0 there and residual 0: it drops out.
_SINGULAR = 1e-10


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class WeightedFit:
    """Coefficients with CR2 standard errors and Satterthwaite's degrees of freedom, each of shape (k,)."""

    coefficients: Matrix
    cr2: Matrix
    df: Matrix


def weighted_regression(
    response: Matrix, design: Matrix, weights: Matrix, family: NDArray[np.int64]
) -> WeightedFit:
    """Fit a linear model by weighted least squares with the family as the cluster and rows of equal variance.

    Parameters
    ----------
    response, design
        Shapes (n,) and (n, k), of full rank.
    weights
        Positive, shape (n,).
    family
        Family of each row, shape (n,).

    Notes
    -----
    With inverse-variance weights a row with a small weight is a noisy row. Here it is a row like the others that counts
    less, so the working model is independence with equal variance: CR2 scales the residuals of family g by
    B_g^(-1/2), B_g the block of (I - M)(I - M)', M = X (X'WX)^-1 X'W. With equal weights this is `cluster_regression`.

    References
    ----------
    Pustejovsky & Tipton (2018), JBES 36, 672-683, equations 6-11 with an identity working covariance.

    Examples
    --------
    A mean in which the last number counts twice:

    >>> fit = weighted_regression(
    ...     np.array([1.0, 2.0, 4.0]), np.ones((3, 1)), np.array([1.0, 1.0, 2.0]), np.array([0, 1, 2])
    ... )
    >>> f"{float(fit.coefficients[0]):.4f} {float(fit.cr2[0]):.4f} {float(fit.df[0]):.2f}"
    '2.7500 1.1404 1.45'
    """
    weighted = design * weights[:, None]
    estimator = np.linalg.solve(weighted.T @ design, weighted.T)
    coefficients = estimator @ response
    rest = np.eye(response.size) - design @ estimator
    residuals = response - design @ coefficients
    rows, there = _rows_of(family)
    own = rest[rows] * there[:, :, None]
    values, vectors = np.linalg.eigh(own @ own.swapaxes(1, 2))
    scale = np.where(values > _SINGULAR, np.maximum(values, _SINGULAR) ** -0.5, 0.0)
    adjusted = (estimator.T[rows] * there[:, :, None]).swapaxes(1, 2)
    adjusted = adjusted @ (vectors * scale[:, None, :]) @ vectors.swapaxes(1, 2)
    influence = (adjusted @ residuals[rows][:, :, None])[:, :, 0]
    return WeightedFit(
        coefficients=coefficients,
        cr2=np.asarray(np.sqrt(np.sum(influence**2, axis=0))),
        df=_satterthwaite((adjusted @ own).swapaxes(0, 1)),
    )


def _rows_of(family: NDArray[np.int64]) -> tuple[NDArray[np.intp], NDArray[np.bool_]]:
    """Give the rows of every family, filled up to the largest, and which of them are there, shapes (G, m)."""
    sizes = np.unique(family, return_counts=True)[1]
    there = np.arange(int(np.max(sizes))) < sizes[:, None]
    rows = np.zeros(there.shape, dtype=np.intp)
    rows[there] = np.argsort(family, kind="stable")
    return rows, there


def _satterthwaite(spread: Matrix) -> Matrix:
    """Match the first two moments of the variance estimator: tr(Q)^2 / tr(Q Q), Q_gh the products of its terms."""
    products = spread @ spread.swapaxes(1, 2)
    return np.asarray(np.trace(products, axis1=1, axis2=2) ** 2 / np.sum(products**2, axis=(1, 2)))
