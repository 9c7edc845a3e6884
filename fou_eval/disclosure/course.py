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
    """Say whether mean and interval leave open how many moved with the mean, stayed, and moved against it.

    As many units as the threshold at the smallest step against the mean, and the others alike, have the smallest sum
    of squares that the mean allows; the interval must allow it, and the scale that the others move so far. Where
    families have several units the interval does not give the sum of squares of the units.

    Parameters
    ----------
    estimate
        A mean change as it would be shown.
    indicator
        The indicator, whose step and ends are declared.
    precision
        How coarsely the interval is shown, see `precision.coarsened`.
    threshold
        Fewest families on either side of a split.

    Examples
    --------
    A change of 1.4 on 14 families, to one decimal of the interval and to whole steps:

    >>> from dataclasses import replace
    >>> from fou_eval.declaration import Column, Indicator, Text
    >>> column = Column(label=Text(sv="x", en="x"), type="integer", min=0, max=10, kind="scale", better="higher")
    >>> rating = Indicator(name="rating", table="t", column=column, unit="family")
    >>> row = Estimate(statistic="change_from_entry", scale="change", value=1.4, n=14, n_families=14, confidence=0.95)
    >>> leaves_spread(replace(row, low=0.5, high=2.2), rating, 0, 5)
    False
    >>> leaves_spread(replace(row, low=0.0, high=3.0), rating, 2, 5)
    True
    """
    n, resolution = estimate.n, indicator.column.resolution
    spare = n - threshold
    if spare <= 0:
        return False
    low, high = indicator.column.ends()
    room = inf if low is None or high is None else high - low
    half, step = half_step(estimate, resolution), resolution or 1.0
    total = n * max(abs(estimate.value) - half, 0.0)
    squares = inf
    if n == estimate.n_families:
        error = error_of(estimate, resolution, precision)[1]
        squares = n * (n - 1) * error**2 + n * (abs(estimate.value) + half) ** 2
    against, same = total + threshold * step, total
    movers = max(total / room, total**2 / squares if squares > 0 else inf)  # fewest that moved with the mean
    return (
        max(against, same) <= spare * room
        and threshold * step**2 + against**2 / spare <= squares
        and same**2 / spare <= squares
        and movers <= spare
    )
