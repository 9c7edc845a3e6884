"""What a mean change and its interval leave open when nothing else is shown of a wave."""

from math import inf

from fou_eval.declaration import Indicator
from fou_eval.disclosure.knowledge import error_of, half_step
from fou_eval.estimates import Estimate


def leaves_room(estimate: Estimate, threshold: int) -> bool:
    """Say whether the change of a yes/no indicator leaves open that as many as the threshold moved against it.

    Examples
    --------
    >>> row = Estimate(statistic="change_from_entry", scale="points", value=0.25, n=16, n_families=16)
    >>> leaves_room(row, 5), leaves_room(row, 8)
    (True, False)
    """
    half = half_step(estimate, None)
    least = max(abs(estimate.value) - half, 0.0) * estimate.n
    return (estimate.n - least) / 2 >= threshold


def leaves_spread(estimate: Estimate, indicator: Indicator, precision: int, threshold: int) -> bool:
    """Say whether mean and interval leave open that as many as the threshold stayed as they were, or moved against it.

    That many units at the smallest step against the mean, and the others alike, have the smallest sum of squares that
    the mean allows; the interval must allow it too. Where families have several units the interval does not give the
    sum of squares of the units.

    Parameters
    ----------
    estimate
        A mean change as it would be shown.
    indicator
        The indicator, whose step is declared.
    precision
        How coarsely the interval is shown, see `precision.coarsened`.
    threshold
        Fewest families on either side of a split.
    """
    n = estimate.n
    if n != estimate.n_families or n <= threshold:
        return True
    resolution = indicator.column.resolution
    half = half_step(estimate, resolution)
    error = error_of(estimate, resolution, precision)[1]
    if error == inf:
        return True
    step = resolution or 1.0
    mean = max(abs(estimate.value) - half, 0.0)
    most = n * (n - 1) * error**2 + n * (abs(estimate.value) + half) ** 2
    against = threshold * step**2 + (n * mean + threshold * step) ** 2 / (n - threshold)
    same = (n * mean) ** 2 / (n - threshold)
    return max(against, same) <= most
