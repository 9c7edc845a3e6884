"""Intervals for a mean in standard deviations, by inverting the noncentral t distribution."""

from math import isnan, sqrt

import numpy as np
from scipy.special import chdtri, nctdtr, ndtri

from fou_eval.statistics.engine.roots import root

# Beyond this t the noise of the mean is below 1e-7 of that of the standard deviation, and is left out.
_LARGE = 1e4
# What t fits lies within ten of its standard errors, for every level that a double can tell from 0 and 1.
_REACH = 10.0


def noncentrality_interval(t: float, df: float, *, confidence: float) -> tuple[float, float]:
    """Give the noncentralities for which an observed t is at the two ends of its distribution.

    Parameters
    ----------
    t
        Observed t statistic, finite.
    df
        Its degrees of freedom, at least 1.
    confidence
        Coverage in (0, 1).

    Notes
    -----
    Divided by the root of n this is the exact interval for mean / standard deviation of n independent normal values.

    References
    ----------
    Steiger & Fouladi (1997), in Harlow, Mulaik & Steiger (eds), What if there were no significance tests?, ch. 9;
    Cumming & Finch (2001), Educational and Psychological Measurement 61, 532-574.

    Examples
    --------
    >>> low, high = noncentrality_interval(3.0, 9, confidence=0.95)
    >>> f"{low:.3f} {high:.3f}"
    '0.557 5.334'
    """
    tail = (1 - confidence) / 2
    low, high = (_noncentrality(abs(t), df, level) for level in (1 - tail, tail))
    return (low, high) if t >= 0 else (-high, -low)


def _noncentrality(t: float, df: float, level: float) -> float:
    """Give the noncentrality at which P(T <= t) is the level, for t of at least 0.

    P(T <= t) is the chance that t * S - Z exceeds the noncentrality, where S is the relative error of the standard
    deviation and Z that of the mean: a quantile of t * S - Z is wanted.
    """
    if t > _LARGE:
        return t * sqrt(float(chdtri(df, level)) / df)
    if t == 0:
        return -float(ndtri(level))
    reach = _REACH * sqrt(1 + t**2 / (2 * df))

    def gap(noncentrality: float) -> float:
        chance = float(nctdtr(df, noncentrality, t))
        if isnan(chance):  # so far out that the series underflows
            chance = float(noncentrality < t)
        return chance - level

    return root(gap, t - reach, t + reach, accuracy=4 * np.finfo(float).eps * max(t, 1.0))
