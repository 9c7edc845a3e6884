"""What a mean change and its interval leave open when nothing else is shown of a wave."""

from math import inf

from fou_eval.declaration import Indicator
from fou_eval.disclosure.spread import (
    SLACK,
    error_of,
    fewest_squares,
    half_step,
    is_rate,
    rounded_ends,
    totals,
)
from fou_eval.estimates import Estimate

# What must remain possible beyond the threshold, for a family that takes itself off, and since the bounds are rough.
RESERVE = 1
WHOLE = frozenset({"integer", "code", "boolean"})


def leaves_room(estimate: Estimate, threshold: int, yes_before: int | None = None) -> bool:
    """Say whether the change of a yes/no indicator leaves open that as many as the threshold moved against it.

    Parameters
    ----------
    estimate
        The change, in proportions.
    threshold
        Fewest families on either side of a split.
    yes_before
        Units that said yes before, where that is shown of the same units: only they can turn to no, and only the
        others to yes.

    Examples
    --------
    >>> row = Estimate(statistic="change_from_entry", scale="points", value=0.25, n=16, n_families=16)
    >>> leaves_room(row, 5), leaves_room(row, 8), leaves_room(row, 5, yes_before=9)
    (True, False, False)
    """
    half = half_step(estimate, None)
    least = max(abs(estimate.value) - half, 0.0) * estimate.n
    if (estimate.n - least) / 2 < threshold:
        return False
    if yes_before is None:
        return True
    no_before = estimate.n - yes_before
    back, forth = (yes_before, no_before) if estimate.value > 0 else (no_before, yes_before)
    return min(back, forth - least) >= threshold


def leaves_scale(estimate: Estimate, before: Estimate, indicator: Indicator, threshold: int) -> bool:
    """Say whether the mean before leaves room on the scale for as many as the threshold to have moved either way.

    Who stands near the upper end cannot rise far; the rest of the mean change must be what nobody fell.

    Parameters
    ----------
    estimate
        A mean change as it would be shown.
    before
        The mean before of the same units.
    indicator
        The indicator, whose step and ends are declared.
    threshold
        Fewest families on either side of a split.

    Examples
    --------
    Forty-five units at 9.3 on a scale from 0 to 10 can rise by 33 steps at most; a mean change of 0.7 are 30 or more:

    >>> from dataclasses import replace
    >>> from fou_eval.declaration import Column, Indicator, Text
    >>> column = Column(label=Text(sv="x", en="x"), type="integer", min=0, max=10, kind="scale", better="higher")
    >>> rating = Indicator(name="rating", table="t", column=column, unit="person")
    >>> change = Estimate(statistic="change_from_entry", scale="change", value=0.7, n=45, n_families=24)
    >>> before = Estimate(statistic="mean_before", scale="unit", value=9.3, n=45, n_families=24)
    >>> leaves_scale(change, before, rating, 5), leaves_scale(replace(change, value=0.4), before, rating, 5)
    (False, True)
    """
    column, n = indicator.column, estimate.n
    low, high = column.ends()
    if low is None or high is None or is_rate(indicator):
        return True
    level, change = rounded_ends(before, column.resolution), rounded_ends(estimate, column.resolution)
    up, down = n * (high - level[0]), n * (level[1] - low)
    step = column.resolution or (1.0 if column.type in WHOLE else 0.0)
    fallen, risen = min(down, up - n * change[0]), min(up, down + n * change[1])
    return min(fallen, risen) >= threshold * step


def leaves_spread(
    estimate: Estimate,
    indicator: Indicator,
    precision: int,
    threshold: int,
    movers: int | None = None,
    against: int | None = None,
) -> bool:
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
    movers, against
        How many moved with the mean and against it, where one of them is shown.

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
    n, column = estimate.n, indicator.column
    if n <= threshold + RESERVE:
        return False
    low, high = column.ends()
    room = inf if low is None or high is None or is_rate(indicator) else high - low
    least, most = rounded_ends(estimate, column.resolution)
    step = 0.0 if is_rate(indicator) else column.resolution or (1.0 if column.type in WHOLE else 0.0)
    sums = totals(n * least, n * most, step)
    errors = [
        error_of(estimate, total / n, column.resolution, precision, threshold)[1]
        if n == estimate.n_families
        else inf
        for total in sums
    ]
    return all(
        any(
            _possible(abs(total), n, error, case, step, room)
            for total, error in zip(sums, errors, strict=True)
        )
        for case in _cases(n, threshold, movers, against)
    )


def _cases(n: int, threshold: int, movers: int | None, against: int | None) -> tuple[tuple[int, int], ...]:
    """Give what must remain possible: so many against the mean, and so many with it."""
    if against is not None:
        return ((against, n - against - threshold),)  # as many as the threshold stayed as they were
    if movers is not None:
        more = min(threshold + RESERVE, n - movers)
        return ((more, movers), (0, movers))
    more = threshold + RESERVE
    return ((more, n - more), (0, n - more))


def _possible(total: float, n: int, error: float, case: tuple[int, int], step: float, room: float) -> bool:
    """Say whether so many can have moved one step against a sum of changes, and so many others made up for it."""
    against, movers = case
    smallest = step or 0.0
    gained = total + against * smallest
    squares = n * (n - 1) * error**2 + total**2 / n if error < inf else inf
    needed = against * smallest**2 + fewest_squares(gained, movers, step)
    return gained <= movers * room + SLACK and needed <= squares + SLACK
