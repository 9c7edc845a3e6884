"""Intervals for the difference of two proportions in the same units, where every unit is a family of its own.

Of N units, `gained` went from no to yes and `lost` from yes to no; the rest gave the same answer twice. All that an
interval needs beyond these counts is N, except Newcombe's, which looks at the margins too.
"""

from math import hypot, sqrt

import numpy as np
from numpy.typing import NDArray
from scipy.special import betainc, betaincinv, betaln, xlog1py, xlogy

from fou_eval.statistics.engine.proportions import ACCURACY, Limits, clopper_pearson, normal_quantile, wilson
from fou_eval.statistics.engine.roots import root

Table = tuple[int, int, int, int]

# Probability on either side that the integral over the share of changed units leaves out.
_LEFT_OUT = 1e-14
# The integrand is smooth and confined to where the share lies, so these Gauss-Legendre nodes give 13 digits.
_NODES, _WEIGHTS = np.polynomial.legendre.leggauss(48)


def tango_interval(gained: int, lost: int, units: int, *, confidence: float) -> Limits:
    """Asymptotic score interval for the difference of paired proportions, (gained - lost) / units.

    Parameters
    ----------
    gained, lost, units
        Units that went from no to yes, from yes to no, and all, at least 1.
    confidence
        Coverage in (0, 1).

    Notes
    -----
    All differences D with |gained - lost - N D| / sqrt(N (2 q + D (1 - D))) up to the normal quantile, where q is the
    maximum-likelihood probability of `lost` given D. At D = 0 the statistic is McNemar's, so that the interval holds 0
    exactly when McNemar's test without continuity correction does not reject.

    References
    ----------
    Tango (1998), Statistics in Medicine 17, 891-908.

    Examples
    --------
    >>> low, high = tango_interval(7, 1, 21, confidence=0.95)
    >>> f"{low:.4f} {high:.4f}"
    '0.0260 0.5172'
    """
    z = normal_quantile(confidence)
    return _tango_low(gained, lost, units, z), -_tango_low(lost, gained, units, z)


def _tango_low(gained: int, lost: int, units: int, z: float) -> float:
    """Give the difference below the estimate at which the score statistic T is z.

    T grows beyond all bounds towards -1, so the root is sought in T / sqrt(1 + T^2), which needs no division by a
    variance of 0.
    """
    if lost == units:
        return -1.0

    def excess(difference: float) -> float:
        distance = gained - lost - units * difference
        length = hypot(distance, sqrt(_tango_variance(gained, lost, units, difference)))
        return (distance / length if length > 0 else 0.0) - z / hypot(1, z)

    return root(excess, -1.0, (gained - lost) / units, accuracy=ACCURACY)


def _tango_variance(gained: int, lost: int, units: int, difference: float) -> float:
    """Variance of gained - lost at a difference, with the probability of `lost` that is then most likely.

    The probability is the larger root of A q^2 + B q + C = 0 (Tango 1998, equation 11).
    """
    square, constant = 2 * units, -lost * difference * (1 - difference)
    linear = (2 * units - gained + lost) * difference - gained - lost
    share = (sqrt(max(linear**2 - 4 * square * constant, 0.0)) - linear) / (2 * square)
    return max(units * (2 * share + difference * (1 - difference)), 0.0)


def newcombe_interval(table: Table, *, confidence: float) -> Limits:
    """Square-and-add interval for the difference of paired proportions, after minus before.

    Parameters
    ----------
    table
        Counts of yes-yes, yes-no, no-yes and no-no, before first; at least one unit.
    confidence
        Coverage in (0, 1).

    Notes
    -----
    Wilson limits of the two margins are put together as two sides of a triangle, whose angle is the correlation of the
    answers; a positive correlation is corrected for continuity by N / 2 in its numerator.

    References
    ----------
    Newcombe (1998), Statistics in Medicine 17, 2635-2650, method 10.

    Examples
    --------
    >>> low, high = newcombe_interval((1, 1, 7, 12), confidence=0.95)
    >>> f"{low:.4f} {high:.4f}"
    '0.0256 0.5069'
    """
    yes_yes, yes_no, no_yes, _ = table
    units = sum(table)
    before, after = yes_yes + yes_no, yes_yes + no_yes
    low_1, high_1 = wilson(before, units, confidence=confidence)
    low_2, high_2 = wilson(after, units, confidence=confidence)
    share_1, share_2 = before / units, after / units
    correlation = _correlation(table)
    down = _third_side(share_2 - low_2, high_1 - share_1, correlation)
    up = _third_side(high_2 - share_2, share_1 - low_1, correlation)
    difference = (no_yes - yes_no) / units
    return difference - down, difference + up


def _third_side(first: float, second: float, correlation: float) -> float:
    return sqrt(max(first**2 - 2 * correlation * first * second + second**2, 0.0))


def _correlation(table: Table) -> float:
    """Correlation of the answers (phi), corrected for continuity where positive, 0 where a margin is empty."""
    yes_yes, yes_no, no_yes, no_no = table
    margins = (yes_yes + yes_no, no_yes + no_no, yes_yes + no_yes, yes_no + no_no)
    if 0 in margins:
        return 0.0
    numerator = float(yes_yes * no_no - yes_no * no_yes)
    if numerator > 0:
        numerator = max(numerator - sum(table) / 2, 0.0)
    return numerator / (sqrt(margins[0] * margins[1]) * sqrt(margins[2] * margins[3]))


def exact_difference_interval(gained: int, lost: int, units: int, *, confidence: float) -> Limits:
    """Interval for the difference of paired proportions that agrees with the exact McNemar test.

    Parameters
    ----------
    gained, lost, units
        Units that went from no to yes, from yes to no, and all, at least 1.
    confidence
        Coverage in (0, 1).

    Notes
    -----
    The difference is t (2 b - 1), with t the share of units that changed and b the share of those that gained. The
    confidence distributions of the exact (Clopper-Pearson) limits of both are melded: for the lower limit b is drawn
    from the lower distribution, and t from the lower or the upper one, whichever makes the difference smaller. The
    limit is the (1 - confidence) / 2 quantile. The difference is negative exactly when b is below 1/2, so the interval
    holds 0 exactly when the exact conditional test does not reject.

    References
    ----------
    Fay & Lumbard (2021), Statistics in Medicine 40, 1147-1159. Melding: Fay, Proschan & Brittain (2015),
    Biometrics 71, 146-156.

    Examples
    --------
    >>> low, high = exact_difference_interval(7, 1, 21, confidence=0.95)
    >>> f"{low:.4f} {high:.4f}"
    '-0.0204 0.5455'
    """
    return (
        _melded_low(gained, lost, units, confidence),
        -_melded_low(lost, gained, units, confidence),
    )


def _melded_low(gained: int, lost: int, units: int, confidence: float) -> float:
    changed = gained + lost
    if gained == 0:  # b is 0, and t as large as its upper limit
        return -clopper_pearson(changed, units, confidence=confidence)[1]
    tail = (1 - confidence) / 2
    below_0 = float(betainc(gained, lost + 1, 0.5))
    if changed == units and below_0 >= tail:  # t is 1, and b as small as its lower limit
        return 2 * clopper_pearson(gained, changed, confidence=confidence)[0] - 1

    def excess(difference: float) -> float:
        return melded_below(difference, gained, lost, units) - tail

    ends = (-1.0, 0.0) if below_0 >= tail else (0.0, 1.0)
    return root(excess, *ends, accuracy=ACCURACY)


def melded_below(difference: float, gained: int, lost: int, units: int) -> float:
    """Probability that the melded lower limit lies at or below a difference: the one-sided p-value against it.

    Parameters
    ----------
    difference
        In [-1, 1]; below 0 only where some units did not change.
    gained, lost, units
        Units that went from no to yes, at least 1, from yes to no, and all.

    Examples
    --------
    At 0 it is the one-sided exact p-value, 9 of 256:

    >>> melded_below(0.0, 7, 1, 21) == 9 / 256
    True
    """
    if difference == 0:
        return float(betainc(gained, lost + 1, 0.5))
    changed = gained + lost
    first, second = (changed, units - changed + 1) if difference > 0 else (changed + 1, units - changed)
    # A share t below the difference cannot exceed it, whatever b is.
    certain = float(betainc(first, second, difference)) if difference > 0 else 0.0
    start = max(float(betaincinv(first, second, _LEFT_OUT)), abs(difference))
    end = 1 - float(betaincinv(second, first, _LEFT_OUT))
    if start >= end:
        return certain
    share = start + (end - start) * (_NODES + 1) / 2
    density = np.exp(xlogy(first - 1, share) + xlog1py(second - 1, -share) - betaln(first, second))
    below: NDArray[np.float64] = betainc(gained, lost + 1, (1 + difference / share) / 2)
    return certain + (end - start) / 2 * float(np.sum(_WEIGHTS * density * below))
