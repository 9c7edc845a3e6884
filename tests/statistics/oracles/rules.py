"""How a number must follow when its data are changed: the relations that every statistic of the catalogue obeys.

A rule says what the statistic of the changed data must be, given the number of the data as they were and, where it is
another statistic that must come out, that statistic of the data as they were.
"""

from collections.abc import Callable, Mapping
from dataclasses import fields, replace

import numpy as np

from fou_eval.statistics import Number
from fou_eval.statistics.registry import Statistic

Of = Callable[[str], Number]  # the statistic of a name, of the data as they were
Rule = Callable[[Number, Of], Number | None]  # none: nothing is asked but a number or a note


def same(number: Number, of: Of) -> Number:
    return number


def negated(number: Number, of: Of) -> Number:
    return replace(number, value=-number.value, low=-number.high, high=-number.low)


def inverted(number: Number, of: Of) -> Number:
    return replace(number, value=1 / number.value, low=1 / number.high, high=1 / number.low)


def complement(number: Number, of: Of) -> Number:
    """One minus: a probability of better becomes one of worse."""
    return replace(number, value=1 - number.value, low=1 - number.high, high=1 - number.low)


def free(number: Number, of: Of) -> None:
    """Nothing follows, for a reason that stands where the rule is chosen."""
    return


def is_now(name: str) -> Rule:
    """Another statistic takes the place: better and worse change places, before and after too."""
    return lambda number, of: of(name)


def plus(shift: float) -> Rule:
    return lambda number, of: replace(number, value=number.value + shift)


def times(factor: float) -> Rule:
    return lambda number, of: replace(
        number,
        value=number.value * factor,
        low=number.low * factor,
        high=number.high * factor,
        se=number.se * factor,
    )


SIGNED = {"change", "points", "standardised", "rate_change", "index"}
IN_UNITS = {"unit", "size", "change", "rate", "rate_change"}


def when_swapped(entry: Statistic, own: Mapping[str, Rule]) -> Rule:
    """Before and after change places: differences change sign, ratios turn over, scores stay."""
    if entry.name in own:
        return own[entry.name]
    if entry.scale in SIGNED:
        return negated
    return {"ratio": inverted, "score": same, "count": same, "size": same}[entry.scale]


def when_reversed(entry: Statistic, own: Mapping[str, Rule]) -> Rule:
    """A scale read from its other end, with the better direction turned: differences change sign."""
    if entry.name in own:
        return own[entry.name]
    if entry.scale in SIGNED:
        return negated
    return {"score": same, "count": same, "size": same, "ratio": free}[entry.scale]


def when_shifted(entry: Statistic, own: Mapping[str, Rule], kind: str, shift: float) -> Rule:
    """Both waves moved by as much: only levels move. Yes/no and counts have no origin to shift."""
    if kind == "count" or (kind == "binary" and entry.scale not in SIGNED):
        return free
    if entry.name in own:
        return own[entry.name]
    return plus(shift) if entry.scale == "unit" else same


def when_scaled(entry: Statistic, own: Mapping[str, Rule], factor: float) -> Rule:
    if entry.name in own:
        return own[entry.name]
    return times(factor) if entry.scale in IN_UNITS else same


def numbers(number: Number) -> list[float]:
    return [
        np.nan if value is None else value
        for field in fields(number)
        if not isinstance(value := getattr(number, field.name), str)
    ]


def agree(first: Number, second: Number, *, tolerance: float = 1e-9) -> bool:
    left, right = numbers(first), numbers(second)
    return first.note == second.note and bool(
        np.allclose(left, right, rtol=tolerance, atol=tolerance, equal_nan=True)
    )
