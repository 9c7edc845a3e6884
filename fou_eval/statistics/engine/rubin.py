"""Rubin's rules: what m completed data sets say together, each analysed with the family as the cluster."""

from dataclasses import dataclass
from math import sqrt

import numpy as np
from numpy.typing import NDArray

from fou_eval.statistics.engine.cluster import t_interval, t_p_value

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True, kw_only=True)
class Pooled:
    """What m completed data sets say together.

    Attributes
    ----------
    estimate
        Mean of the m estimates.
    within, between
        Mean of their m variances, and variance of the estimates (divisor m - 1).
    total
        within + (1 + 1/m) between.
    added
        (1 + 1/m) between: the variance that is due to what is missing.
    df
        Degrees of freedom of Barnard and Rubin.
    """

    estimate: float
    within: float
    between: float
    total: float
    added: float
    df: float

    @property
    def se(self) -> float:
        """Standard error of the estimate."""
        return sqrt(self.total)

    @property
    def increase(self) -> float:
        """Relative increase in variance due to what is missing (riv)."""
        return self.added / self.within

    @property
    def share(self) -> float:
        """Share of the variance that is due to what is missing (lambda)."""
        return self.added / self.total

    @property
    def missing_information(self) -> float:
        """Fraction of the information that is missing (fmi), corrected for the finite number of imputations."""
        return (self.increase + 2 / (self.df + 3)) / (self.increase + 1)

    @property
    def p_value(self) -> float:
        """Two-sided p-value of estimate over standard error from Student's distribution with `df`."""
        return t_p_value(self.estimate / self.se, self.df)

    def interval(self, confidence: float) -> tuple[float, float]:
        """Give the interval estimate +/- t(df) * standard error."""
        return t_interval(self.estimate, self.se, self.df, confidence)


def pool(estimates: Floats, variances: Floats, *, complete_df: float) -> Pooled:
    """Pool estimates from multiply imputed data by Rubin's rules, with the degrees of freedom of Barnard and Rubin.

    Parameters
    ----------
    estimates, variances
        Estimate and squared standard error in each completed data set, shape (m,), m of at least 2, variances above 0.
    complete_df
        Degrees of freedom that the analysis would have had with nothing missing.

    References
    ----------
    Rubin (1987), Multiple Imputation for Nonresponse in Surveys, section 3.3; Barnard & Rubin (1999),
    Biometrika 86, 948-955.

    Examples
    --------
    >>> found = pool(np.array([1.0, 2.0, 3.0]), np.array([1.0, 1.0, 1.0]), complete_df=20)
    >>> found.estimate, f"{found.total:.4f} {found.share:.4f} {found.df:.3f}"
    (2.0, '2.3333 0.5714 3.436')
    """
    m = estimates.size
    within, between = float(np.mean(variances)), float(np.var(estimates, ddof=1))
    added = (1 + 1 / m) * between
    share = added / (within + added)
    observed_df = (complete_df + 1) / (complete_df + 3) * complete_df * (1 - share)
    return Pooled(
        estimate=float(np.mean(estimates)),
        within=within,
        between=between,
        total=within + added,
        added=added,
        df=1 / (share**2 / (m - 1) + 1 / observed_df),
    )


def completed_means(sums: Floats, sizes: NDArray[np.int64]) -> tuple[Floats, Floats]:
    """Estimate a mean over units and its CR2 variance in each of m completed data sets.

    Parameters
    ----------
    sums
        Sum of the values in each family, one row per completed data set, shape (m, G), G of at least 2.
    sizes
        Members of each family, shape (G,).

    Returns
    -------
    means, variances
        Shape (m,) each; `fou_eval.statistics.engine.cluster` has the same formulas for one data set.

    Examples
    --------
    >>> completed_means(np.array([[1.0, 2.0, 3.0], [0.0, 2.0, 4.0]]), np.array([1, 1, 1]))
    (array([2., 2.]), array([0.33333333, 1.33333333]))
    """
    units = float(sizes.sum())
    means: Floats = sums.sum(axis=1) / units
    residual = (sums - means[:, None] * sizes) / units
    variances: Floats = (residual**2 / (1 - sizes / units)).sum(axis=1)
    return means, variances
