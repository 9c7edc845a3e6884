"""Interrupted series: a straight line before a start, another after it, and how they differ at the start."""

from dataclasses import dataclass
from math import log, pi, sqrt

import numpy as np
from numpy.typing import NDArray
from scipy.special import chdtrc, stdtr

from fou_eval.statistics.engine.regression import ClusterRegression, cluster_regression

Floats = NDArray[np.float64]

# Columns of `lines`.
SLOPE_BEFORE, LEVEL_CHANGE, SLOPE_CHANGE = range(3)


def lines(time: Floats, after: NDArray[np.bool_], start: float) -> Floats:
    """Give the columns time, after, and after times (time - start), shape (n, 3).

    Time is centred at the start where the phase enters: the coefficient of the second column is then the distance
    between the two lines at the start, and not at time 0, wherever that may be.

    References
    ----------
    Huitema & McKean (2000), Educational and Psychological Measurement 60, 38-58.

    Examples
    --------
    >>> lines(np.array([0.0, 1.0, 2.0, 3.0]), np.array([False, False, True, True]), 2.0)
    array([[0., 0., 0.],
           [1., 0., 0.],
           [2., 1., 0.],
           [3., 1., 1.]])
    """
    return np.column_stack([time, after.astype(np.float64), np.where(after, time - start, 0.0)])


def season(part_of_year: Floats) -> Floats:
    """Give one pair of harmonics with a period of a year, shape (n, 2), of the part of the year in [0, 1).

    Examples
    --------
    >>> np.abs(season(np.array([0.0, 0.25]))).astype(int)
    array([[0, 1],
           [1, 0]])
    """
    angle = 2 * pi * part_of_year
    return np.column_stack([np.sin(angle), np.cos(angle)])


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Interrupted:
    """Least squares of one interrupted series.

    Attributes
    ----------
    coefficients, se
        Level at the first measurement, slope before, change of level at the start, change of slope, shape (4,), with
        the standard errors of independent errors with equal variance.
    residuals
        In order of time, shape (n,).
    outcome
        The series, shape (n,).
    """

    coefficients: Floats
    se: Floats
    residuals: Floats
    outcome: Floats

    @property
    def df(self) -> int:
        """Degrees of freedom of the residuals."""
        return self.residuals.size - self.coefficients.size

    @property
    def p_value(self) -> Floats:
        """Two-sided p-values from Student's t, which ignore autocorrelation."""
        return np.asarray(2 * stdtr(self.df, -np.abs(self.coefficients / self.se)))

    @property
    def sums(self) -> tuple[float, float]:
        """Sums of squares: of the residuals, and of the outcome around its mean."""
        return float(self.residuals @ self.residuals), float(
            np.sum((self.outcome - self.outcome.mean()) ** 2)
        )

    @property
    def r2(self) -> tuple[float, float]:
        """Share of the variance explained, and the same adjusted for the number of coefficients."""
        left, total = self.sums
        return 1 - left / total, 1 - left / total * (self.outcome.size - 1) / self.df

    @property
    def f(self) -> tuple[float, int, int]:
        """F of the whole model with its degrees of freedom."""
        left, total = self.sums
        used = self.coefficients.size - 1
        return (total - left) / used / (left / self.df), used, self.df

    @property
    def aic(self) -> float:
        """Akaike's criterion, the variance counted as a parameter."""
        n = self.outcome.size
        return n * (log(2 * pi * self.sums[0] / n) + 1) + 2 * (self.coefficients.size + 1)

    def autocorrelation(self, lags: int) -> Floats:
        """Give the autocorrelations of the residuals at lags 1 to `lags`, shape (lags,)."""
        centred = self.residuals - self.residuals.mean()
        total = centred @ centred
        return np.array([float(centred[:-lag] @ centred[lag:] / total) for lag in range(1, lags + 1)])

    def ljung_box(self, lags: int) -> tuple[float, int, float]:
        """Test lags 1 to `lags` at once: chi-square, degrees of freedom, p-value.

        References
        ----------
        Ljung & Box (1978), Biometrika 65, 297-303.
        """
        n = self.outcome.size
        found = self.autocorrelation(lags)
        chi2 = n * (n + 2) * float(np.sum(found**2 / (n - np.arange(1, lags + 1))))
        return chi2, lags, float(chdtrc(lags, chi2))


def interrupted(outcome: Floats, time: Floats, after: NDArray[np.bool_], *, start: float) -> Interrupted:
    """Fit a line before and a line after the start to one series by least squares.

    Parameters
    ----------
    outcome, time, after
        Measurements in order of time, when they were made and whether they belong to phase B, shape (n,), n of at least
        5, with two points of time in both phases.
    start
        Where the change of level is read off.

    References
    ----------
    Huitema & McKean (2000), Educational and Psychological Measurement 60, 38-58; Bernal, Cummins & Gasparrini (2017),
    International Journal of Epidemiology 46, 348-355.

    Examples
    --------
    >>> fit = interrupted(np.array([1, 2, 3, 7, 9, 11.5]), np.arange(6.0), np.arange(6) > 2, start=3.0)
    >>> fit.coefficients.astype(np.float32)
    array([1.       , 1.       , 2.9166667, 1.25     ], dtype=float32)
    """
    design = np.column_stack([np.ones(outcome.size), lines(time - time[0], after, start - time[0])])
    orthogonal, upper = np.linalg.qr(design)
    inverse = np.linalg.inv(upper)
    coefficients = inverse @ (orthogonal.T @ outcome)
    residuals = outcome - design @ coefficients
    sigma = sqrt(float(residuals @ residuals) / (outcome.size - 4))
    return Interrupted(
        coefficients=coefficients,
        se=sigma * np.sqrt(np.sum(inverse**2, axis=1)),
        residuals=residuals,
        outcome=outcome,
    )


def pooled(
    outcome: Floats, design: Floats, unit: NDArray[np.int64], family: NDArray[np.int64]
) -> ClusterRegression:
    """Fit a linear model with a level of its own for every unit and the family as the cluster.

    Parameters
    ----------
    outcome
        Shape (n,).
    design
        Shape (n, k), without a column of ones, of full rank after the mean of every unit is taken out.
    unit, family
        Unit and family of each row, shape (n,); units are nested in families.

    Notes
    -----
    The levels are taken out rather than estimated. Units being nested in families, with least squares and the identity
    as working model, the adjustment of CR2 and Satterthwaite's degrees of freedom are then the same as with a column
    for every unit: the rows of a family that are left are orthogonal to its levels, and on such vectors
    I - H_gg of the two designs agree.

    References
    ----------
    Pustejovsky & Tipton (2018), JBES 36, 672-683, theorem 2, which holds under these conditions.

    Examples
    --------
    >>> unit = np.repeat([0, 1, 2], 3)
    >>> fit = pooled(np.array([1, 2, 3, 5, 7, 9, 0, 1, 2.0]), np.tile([0.0, 1.0, 2.0], 3)[:, None], unit, unit)
    >>> f"{fit.coefficients[0]:.4f} {fit.cr2[0]:.4f} {fit.df[0]:.4f}"
    '1.3333 0.3333 2.0000'
    """
    return cluster_regression(_within(outcome, unit), _within(design, unit), family)


def pooled_coefficients(outcome: Floats, design: Floats, unit: NDArray[np.int64]) -> Floats:
    """Give the coefficients of `pooled`, for which one family is enough, shape (k,)."""
    return np.asarray(np.linalg.lstsq(_within(design, unit), _within(outcome, unit), rcond=None)[0])


def has_full_rank(design: Floats, unit: NDArray[np.int64]) -> bool:
    """Say whether the columns stay independent of each other when the mean of every unit is taken out."""
    left = _within(design, unit)
    size = np.sqrt(np.sum(left**2, axis=0))
    return bool(np.all(size > 0)) and int(np.linalg.matrix_rank(left / size, tol=1e-8)) == design.shape[1]


def _within(values: Floats, unit: NDArray[np.int64]) -> Floats:
    """Take the mean of every unit out of each column."""
    _, place, sizes = np.unique(unit, return_inverse=True, return_counts=True)
    columns = values.reshape(values.shape[0], -1).T
    left = [column - (np.bincount(place, weights=column) / sizes)[place] for column in columns]
    return np.column_stack(left).reshape(values.shape)
