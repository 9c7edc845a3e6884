"""Cluster-robust inference for a mean, with the family as the cluster."""

from dataclasses import dataclass
from math import inf, nan, sqrt

import numpy as np
from numpy.typing import NDArray
from scipy.special import stdtr, stdtrit


@dataclass(frozen=True, slots=True, kw_only=True)
class ClusterMean:
    """Mean over units with standard errors that allow for any dependence within families.

    Attributes
    ----------
    mean
        Mean over the units, each with weight 1.
    cr0, cr1, cr2, cr3
        Standard errors: Liang-Zeger; times sqrt(G / (G - 1)); bias-reduced linearisation; jackknife.
    df
        Satterthwaite degrees of freedom of CR2.
    """

    mean: float
    cr0: float
    cr1: float
    cr2: float
    cr3: float
    df: float

    @property
    def t(self) -> float:
        """Mean over its CR2 standard error."""
        return self.mean / self.cr2

    @property
    def p_value(self) -> float:
        """Two-sided p-value of `t` from Student's distribution with `df` degrees of freedom."""
        return t_p_value(self.t, self.df)

    def interval(self, confidence: float) -> tuple[float, float]:
        """Give the interval mean +/- t(df) * CR2."""
        return t_interval(self.mean, self.cr2, self.df, confidence)


def cluster_mean(sums: NDArray[np.float64], sizes: NDArray[np.int64]) -> ClusterMean:
    """Estimate a mean over units with the family as the cluster.

    Parameters
    ----------
    sums
        Sum of the values in each family, shape (G,), with G of at least 2.
    sizes
        Members of each family, shape (G,).

    Notes
    -----
    With p_g = n_g / N and r_g = p_g (family mean - mean): CR0 = sum r^2, CR2 = sum r^2 / (1 - p),
    CR3 = sum r^2 / (1 - p)^2. Satterthwaite: df = 1 / (sum p^2 + (sum q)^2 - sum q^2) with q = p^2 / (1 - p).

    References
    ----------
    Bell & McCaffrey (2002), Survey Methodology 28, 169-181; Pustejovsky & Tipton (2018), JBES 36, 672-683.

    Examples
    --------
    One person per family is the ordinary t test:

    >>> found = cluster_mean(np.array([1.0, 2.0, 3.0]), np.array([1, 1, 1]))
    >>> found.mean, f"{found.cr2:.4f}", f"{found.df:.1f}"
    (2.0, '0.5774', '2.0')
    """
    units = float(sizes.sum())
    mean = float(sums.sum()) / units
    weight = sizes / units
    residual = (sums - mean * sizes) / units
    inflated = residual / (1 - weight)
    cr0 = float(residual @ residual)
    families = sizes.size
    lever = weight**2 / (1 - weight)
    return ClusterMean(
        mean=mean,
        cr0=sqrt(cr0),
        cr1=sqrt(cr0 * families / (families - 1)),
        cr2=sqrt(float(residual @ inflated)),
        cr3=sqrt(float(inflated @ inflated)),
        df=1 / float(weight @ weight + lever.sum() ** 2 - lever @ lever),
    )


def t_quantile(probability: float, df: float) -> float:
    """Give a quantile of Student's t distribution.

    Examples
    --------
    >>> f"{t_quantile(0.975, 16):.4f}"
    '2.1199'
    """
    return float(stdtrit(df, probability))


def t_p_value(t: float, df: float) -> float:
    """Give the two-sided p-value of a t statistic.

    Examples
    --------
    >>> f"{t_p_value(2.1199, 16):.4f}"
    '0.0500'
    """
    return float(2 * stdtr(df, -abs(t)))


def t_interval(estimate: float, se: float, df: float, confidence: float) -> tuple[float, float]:
    """Give estimate +/- t quantile * standard error."""
    margin = t_quantile((1 + confidence) / 2, df) * se
    return estimate - margin, estimate + margin


def t_mean(values: NDArray[np.float64], confidence: float) -> tuple[float, float, tuple[float, float]]:
    """One-sample t: statistic, two-sided p-value and interval, on n - 1 degrees of freedom.

    Examples
    --------
    >>> t, p, (low, high) = t_mean(np.array([1.0, 2.0, 3.0]), 0.95)
    >>> f"{t:.3f} {p:.3f} {low:.3f} {high:.3f}"
    '3.464 0.074 -0.484 4.484'
    """
    if values.size < 2:
        return nan, nan, (-inf, inf)
    found = cluster_mean(values, np.ones(values.size, dtype=np.int64))
    t = found.t if found.cr2 > 0 else nan
    return t, t_p_value(t, values.size - 1), t_interval(found.mean, found.cr2, values.size - 1, confidence)


def minimal_detectable_change(se: float, families: int, *, confidence: float, power: float) -> float:
    """Give the mean change that a two-sided t test detects with the stated power, given its standard error.

    References
    ----------
    Bloom (1995), Evaluation Review 19, 547-556.

    Examples
    --------
    >>> f"{minimal_detectable_change(1.0, 17, confidence=0.95, power=0.8):.3f}"
    '2.985'
    """
    return (t_quantile((1 + confidence) / 2, families - 1) + t_quantile(power, families - 1)) * se
