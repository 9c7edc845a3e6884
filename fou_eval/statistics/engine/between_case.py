"""Standardised mean difference of short series, in the standard deviations between cases at one occasion."""

from dataclasses import dataclass
from math import inf, sqrt

import numpy as np
from numpy.typing import NDArray
from scipy.special import stdtrit

Floats = NDArray[np.float64]

# An autocorrelation of 1 has no correlation matrix that can be inverted; the correction for bias can reach it.
_LARGEST_AUTOCORRELATION = 0.99


@dataclass(frozen=True, slots=True, kw_only=True)
class BetweenCase:
    """Design-comparable standardised mean difference and what it is made of.

    Attributes
    ----------
    mean_difference
        Mean over cases of mean of B less mean of A.
    variance
        Variance between cases at one occasion and phase, pooled.
    autocorrelation, variance_within, intraclass
        First-order autocorrelation within cases, variance within cases, share of the variance that lies between them.
    scale
        Standard error of the mean difference in standard deviations between cases (theta of the source).
    df
        Degrees of freedom of the variance.
    observations, cells
        Number of measurements, and of combinations of occasion and phase that hold any.
    """

    mean_difference: float
    variance: float
    autocorrelation: float
    variance_within: float
    intraclass: float
    scale: float
    df: float
    observations: int
    cells: int

    @property
    def unadjusted(self) -> float:
        """Mean difference over the standard deviation between cases."""
        return self.mean_difference / sqrt(self.variance)

    @property
    def correction(self) -> float:
        """Factor against the bias of small samples, 1 - 3 / (4 df - 1)."""
        return 1 - 3 / (4 * self.df - 1)

    @property
    def value(self) -> float:
        """Mean difference over the standard deviation between cases, corrected for small samples."""
        return self.correction * self.unadjusted

    @property
    def se(self) -> float:
        """Standard error of `value` as published; with two degrees of freedom or fewer it is only a lower bound."""
        df = max(self.df, 2.001)
        spread = self.scale**2 * df / (df - 2)
        own = self.value**2 * (df / (df - 2) - 1 / self.correction**2)
        return self.correction * sqrt(max(spread + own, 0.0))

    def interval(self, se: float, df: float, confidence: float) -> tuple[float, float]:
        """Give the standardised differences d under which mean difference - d * standard deviation is not far from 0.

        Parameters
        ----------
        se, df
            Standard error of `mean_difference` in the unit of the values, and its degrees of freedom.
        confidence
            Coverage, in (0, 1).

        Returns
        -------
        low, high
            Infinite where the degrees of freedom of the variance are too few.

        Notes
        -----
        Fieller's argument with the variance variance / (2 df) of the standard deviation: all d with
        (D - d S)^2 <= t^2 (se^2 + d^2 S^2 / (2 nu)). It excludes 0 exactly when the t test of the mean difference does.
        The intervals of the source rest on an estimated autocorrelation instead, which six or eight occasions hardly
        allow; those that treat S as known are too short when the difference is large.

        References
        ----------
        Fieller (1954), J. Royal Statistical Society B 16, 175-185.
        """
        t = float(stdtrit(df, (1 + confidence) / 2))
        size, known = self.unadjusted, se / sqrt(self.variance)
        share = 1 - t**2 / (2 * self.df)
        if share <= 0:
            return -inf, inf
        margin = t * sqrt(known**2 * share + size**2 / (2 * self.df))
        return (size - margin) / share, (size + margin) / share


def between_case(value: Floats, after: NDArray[np.bool_]) -> BetweenCase:
    """Estimate the standardised mean difference that a comparison between persons would show, from series of cases.

    Parameters
    ----------
    value
        Measurements, shape (cases, occasions), nan where there is none; at least three cases, with at least two
        measurements of every case in both phases, and two cases together at some occasion. Occasions count as equally
        far apart.
    after
        Whether each belongs to phase B, same shape.

    Notes
    -----
    The model has a level per occasion and phase, a level per case, and first-order autocorrelation within cases; cases
    are independent, and change by as much. The degrees of freedom, which can be very few, are those of a multiple of a
    chi-square variable with the mean and variance of the pooled variance.

    References
    ----------
    Hedges, Pustejovsky & Shadish (2013), Research Synthesis Methods 4, 324-341, equations 2-4, 10, 11, 13 and 14, and
    appendix for the nuisance parameters. With all cases in the same phase at every occasion it is that of (2012),
    Research Synthesis Methods 3, 224-239, for one pair of phases.

    Examples
    --------
    >>> series = np.array([[1, 2, 1, 4, 5, 5], [3, 2, 3, 4, 6, 5], [5, 4, 5, 7, 6, 8], [1, 1, 2, 3, 4, 2.0]])
    >>> found = between_case(series, np.arange(6) >= np.full((4, 1), 3))
    >>> f"{found.value:.3f} {found.df:.2f} {found.intraclass:.3f}"
    '1.125 4.16 0.824'
    """
    here = ~np.isnan(value)
    phases = np.array([here & ~after, here & after], dtype=np.float64)
    filled, sizes = np.nan_to_num(value), phases.sum(axis=2)
    means = np.sum(phases * filled, axis=2) / sizes
    left = filled - np.sum(means[:, :, None] * phases, axis=0)
    residuals = [row[measured] for row, measured in zip(left, here, strict=True)]
    difference, observations = float(np.mean(means[1] - means[0])), int(sizes.sum())
    variance, cells = _pooled_variance(filled, phases)
    autocorrelation = _autocorrelation(residuals, sizes)
    occasion = np.arange(value.shape[1])
    alone = autocorrelation ** np.abs(occasion[:, None] - occasion[None, :])
    # What the means of the phases of each case take up, and the variance of their difference.
    of_means = np.einsum("pct,ts,pcs->pc", phases, alone, phases) / sizes
    contrast = phases[1] / sizes[1][:, None] - phases[0] / sizes[0][:, None]
    of_contrast = float(np.einsum("ct,ts,cs->", contrast, alone, contrast))
    within = sum(float(part @ part) for part in residuals) / (observations - float(of_means.sum()))
    intraclass = max(0.0, 1 - within / variance)
    return BetweenCase(
        mean_difference=difference,
        variance=variance,
        autocorrelation=autocorrelation,
        variance_within=within,
        intraclass=intraclass,
        # What cases have in common drops out of a difference within the case.
        scale=sqrt((1 - intraclass) * of_contrast) / len(value),
        df=_degrees_of_freedom(intraclass + (1 - intraclass) * alone, phases),
        observations=observations,
        cells=cells,
    )


def _pooled_variance(filled: Floats, phases: Floats) -> tuple[float, int]:
    """Give the variance between cases in the same cell of occasion and phase, and the number of cells."""
    sizes = phases.sum(axis=1, keepdims=True)
    means = np.sum(phases * filled, axis=1, keepdims=True) / np.maximum(sizes, 1)
    cells = int(np.count_nonzero(sizes))
    return float(np.sum(phases * (filled - means) ** 2) / (sizes.sum() - cells)), cells


def _autocorrelation(residuals: list[Floats], sizes: Floats) -> float:
    """Pool the autocorrelation of what the phase means of each case leave, and correct it for those means."""
    lagged = sum(float(part[:-1] @ part[1:]) for part in residuals)
    whole = sum(float(part @ part) for part in residuals)
    bias = float(np.sum(1 - 1 / sizes)) / (float(sizes.sum()) - sizes.size)
    return float(np.clip(lagged / whole + bias, -_LARGEST_AUTOCORRELATION, _LARGEST_AUTOCORRELATION))


def _degrees_of_freedom(correlation: Floats, phases: Floats) -> float:
    """Give (N - K)^2 / tr(A V A V), V the correlation matrix of all measurements and A the projection off the cells.

    With A = I - P, P averaging within cells, tr(AVAV) = tr(VV) - 2 tr(PVV) + tr(PVPV). Cases being independent, each
    trace only needs to know how many cases were measured in each two cells, and the correlation of the two occasions.
    """
    cells = np.concatenate(phases, axis=1)
    cells = cells[:, cells.any(axis=0)]
    together = cells.T @ cells
    sizes = np.diag(together)
    occasions = np.concatenate([np.flatnonzero(phase.any(axis=0)) for phase in phases])
    between = correlation[np.ix_(occasions, occasions)]
    squares = together * between**2
    averaged = (together * between) ** 2 / np.outer(sizes, sizes)
    trace = float(squares.sum() - 2 * np.sum(squares / sizes[:, None]) + averaged.sum())
    return float(sizes.sum() - sizes.size) ** 2 / trace
