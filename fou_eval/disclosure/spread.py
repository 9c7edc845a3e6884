"""What a published mean tells of the spread behind it: by its error, its interval and the class of its p-value."""

from math import ceil, floor, inf, isfinite

import numpy as np
from scipy.special import stdtrit

from fou_eval.declaration import Indicator
from fou_eval.disclosure.precision import decimals_of, step_of
from fou_eval.disclosure.rules import least_class
from fou_eval.estimates import Estimate
from fou_eval.formatting import NOT_SMALL, P_CLASSES

SLACK = 1e-6
# A mean of a scale without steps, or of many of them, is tried at so many places between its ends.
_PLACES = 9


def is_rate(indicator: Indicator) -> bool:
    """Say whether values are divided by an exposure, so that a change does not follow from the values."""
    return indicator.kind == "count" and indicator.column.exposure is not None


def half_step(row: Estimate, resolution: float | None) -> float:
    """Give the most that a published value can differ from the number behind it."""
    return 0.5 * float(10.0 ** -decimals_of(row, resolution))


def rounded_ends(row: Estimate, resolution: float | None) -> tuple[float, float]:
    """Give the ends between which the number behind a published value lies; halves are rounded away from zero.

    Examples
    --------
    >>> row = Estimate(statistic="mean_change", scale="change", value=2.0, n_families=6)
    >>> low, high = rounded_ends(row, 1.0)
    >>> low <= 1.5, high < 2.5
    (True, True)
    """
    half = half_step(row, resolution)
    below, above = (half * (1 + SLACK) if sign * row.value > 0 else half * (1 - SLACK) for sign in (1, -1))
    return row.value - below, row.value + above


def totals(low: float, high: float, step: float) -> list[float]:
    """Give the sums of changes that lie between two ends: whole steps, some of them where there are many.

    Examples
    --------
    >>> totals(21.6, 23.2, 1.0), totals(-0.4, 0.4, 1.0), totals(0.0, 4.0, 0.0)[:3]
    ([22.0, 23.0], [0.0], [0.0, 0.5, 1.0])
    >>> totals(180.5, 219.5, 1.0)[:3]
    [181.0, 186.0, 190.0]
    """
    if step:
        first, last = ceil(low / step - SLACK), floor(high / step + SLACK)
        if last - first < _PLACES:
            return [whole * step for whole in range(first, last + 1)]
        return [float(whole) * step for whole in np.rint(np.linspace(first, last, _PLACES))]
    return [float(place) for place in np.linspace(low, high, _PLACES)]


def fewest_squares(total: float, units: int, step: float) -> float:
    """Give the smallest sum of squares of so many changes with a given sum: all alike, as nearly as steps allow.

    Examples
    --------
    >>> fewest_squares(10.0, 4, 1.0), fewest_squares(10.0, 4, 0.0)
    (26.0, 25.0)
    """
    if units <= 0:
        return 0.0 if total == 0 else inf
    if not step:
        return total**2 / units
    whole, more = divmod(int(np.rint(abs(total) / step)), units)
    return ((units - more) * whole**2 + more * (whole + 1) ** 2) * step**2


def error_of(
    row: Estimate, mean: float, resolution: float | None, precision: int, threshold: int
) -> tuple[float, float]:
    """Give the ends of the standard error that a row tells, were its mean a certain one.

    Parameters
    ----------
    row
        A mean over units, one per family, with an interval by Student's t.
    mean
        The mean without rounding; the interval lies around it.
    resolution
        Step of the indicator.
    precision
        How coarsely the interval is shown, see `precision.coarsened`; ends rounded outwards lie up to one step inside
        of what is shown.
    threshold
        Fewest families on either side of a split, which decides the classes of p-values in use.
    """
    half = half_step(row, resolution) * (1 + SLACK)
    low, high = 0.0, inf
    if isfinite(row.se):
        low, high = max(row.se - half, 0.0), row.se + half
    clipped = row.scale == "points" and (row.low <= -1 or row.high >= 1)
    if isfinite(row.low) and isfinite(row.high) and not clipped:
        quantile = float(stdtrit(row.n - 1, 0.5 + row.confidence / 2))
        # A coarser end lies outside of the end itself, by a step and its rounding at most.
        inside = half if precision == 0 else step_of(row, resolution, precision) + 2 * half
        outside = half if precision == 0 else SLACK
        nearer, farther = sorted((mean - row.low, row.high - mean))
        low, high = max(low, (farther - inside) / quantile), min(high, (nearer + outside) / quantile)
    few, many = _by_test(row, abs(mean), precision, threshold)
    return max(low, few), min(high, many)


def _by_test(row: Estimate, mean: float, precision: int, threshold: int) -> tuple[float, float]:
    """Give the ends of the standard error that the class of a p-value tells, from mean / error = t."""
    if not isfinite(row.p_value):
        return 0.0, inf
    lower, upper = _class_of(row.p_value, precision, least_class(row.n_families, threshold))
    least, most = (float(-stdtrit(row.n - 1, p / 2)) if p > 0 else inf for p in (upper, lower))
    return mean / most if most < inf else 0.0, mean / least if least > 0 else inf


def _class_of(p: float, precision: int, least: float) -> tuple[float, float]:
    """Give the ends of the class that a published p-value stands for; those below the smallest in use belong to it."""
    if p in P_CLASSES:
        finer = [0.0, *P_CLASSES][P_CLASSES.index(p)]
        return (finer if precision == 0 and finer >= least else 0.0), p
    if p == NOT_SMALL:
        return P_CLASSES[-1], 1.0
    return max(p - (0.01 if p <= 0.1 else 0.1), P_CLASSES[-1]), p
