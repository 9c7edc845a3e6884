"""Intervals for one proportion, and for its odds."""

from math import inf, sqrt

from scipy.special import bdtrc, betaincinv, ndtr, ndtri

from fou_eval.statistics.engine.roots import root

Limits = tuple[float, float]

# Roots are found to this absolute accuracy; no digit of a proportion beyond it matters.
ACCURACY = 1e-14


def clopper_pearson(count: int, total: int, *, confidence: float) -> Limits:
    """Exact interval for a proportion: the shares that neither one-sided binomial test rejects.

    Parameters
    ----------
    count, total
        Units with the property, and units, at least 1.
    confidence
        Coverage in (0, 1), attained at least.

    References
    ----------
    Clopper & Pearson (1934), Biometrika 26, 404-413.

    Examples
    --------
    >>> low, high = clopper_pearson(7, 8, confidence=0.95)
    >>> f"{low:.4f} {high:.4f}"
    '0.4735 0.9968'
    """
    tail = (1 - confidence) / 2
    low = 0.0 if count == 0 else float(betaincinv(count, total - count + 1, tail))
    # The beta distribution from its other end: exact mirror images for `count` and `total - count`.
    high = 1.0 if count == total else 1 - float(betaincinv(total - count, count + 1, tail))
    return low, high


def mid_p_limits(count: int, total: int, *, confidence: float) -> Limits:
    """Interval for a proportion from the binomial mid-p test, each tail counting half of what was observed.

    Parameters
    ----------
    count, total
        Units with the property, and units, at least 1.
    confidence
        Coverage in (0, 1), attained on average over shares, not at each.

    References
    ----------
    Lancaster (1961), JASA 56, 223-234; Berry & Armitage (1995), The Statistician 44, 417-423.

    Examples
    --------
    >>> low, high = mid_p_limits(7, 8, confidence=0.95)
    >>> f"{low:.4f} {high:.4f}"
    '0.5197 0.9937'
    """
    tail = (1 - confidence) / 2
    return _mid_p_low(count, total, tail), 1 - _mid_p_low(total - count, total, tail)


def _mid_p_low(count: int, total: int, tail: float) -> float:
    """Give the share at which P(X > count) + P(X = count) / 2 is the tail probability."""
    if count == 0:
        return 0.0

    def excess(share: float) -> float:
        above, at_least = bdtrc(count, total, share), bdtrc(count - 1, total, share)
        return float(above + at_least) / 2 - tail

    return root(excess, 0.0, 1.0, accuracy=ACCURACY)


def wilson(count: int, total: int, *, confidence: float) -> Limits:
    """Score interval for a proportion: the shares that the normal test with their own variance does not reject.

    Parameters
    ----------
    count, total
        Units with the property, and units, at least 1.
    confidence
        Coverage in (0, 1), attained on average over shares.

    References
    ----------
    Wilson (1927), JASA 22, 209-212.

    Examples
    --------
    >>> low, high = wilson(7, 8, confidence=0.95)
    >>> f"{low:.4f} {high:.4f}"
    '0.5291 0.9776'
    """
    return _wilson_low(count, total, confidence), 1 - _wilson_low(total - count, total, confidence)


def _wilson_low(count: int, total: int, confidence: float) -> float:
    """Give the smaller root, written so that it is 0 for a count of 0, exactly."""
    if count == 0:
        return 0.0
    z = normal_quantile(confidence)
    share = count / total
    centre = 2 * count + z**2
    return (centre - z * sqrt(z**2 + 4 * count * (1 - share))) / (2 * (total + z**2))


def odds(limits: Limits) -> Limits:
    """Turn the limits of a share into those of its odds; a share of 1 has infinite odds.

    Examples
    --------
    >>> odds((0.2, 1.0))
    (0.25, inf)
    """
    low, high = (share / (1 - share) if share < 1 else inf for share in limits)
    return low, high


def score_p_value(z: float) -> float:
    """Two-sided p-value of a standard normal statistic.

    Examples
    --------
    >>> f"{score_p_value(6 / 8**0.5):.4f}"  # McNemar's test of 7 against 1, without continuity correction
    '0.0339'
    """
    return float(2 * ndtr(-abs(z)))


def normal_quantile(confidence: float) -> float:
    """Give the quantile z for which a standard normal variable lies between -z and z with the stated probability.

    Examples
    --------
    >>> f"{normal_quantile(0.95):.4f}"
    '1.9600'
    """
    return float(ndtri((1 + confidence) / 2))
