"""Signs that another scale was used than the declared one."""

from collections.abc import Sequence
from statistics import fmean

from fou_eval.declaration.codebook import Column

FEWEST = 5
"""Fewest answers from which anything is concluded about a scale."""


def scale_mismatch(column: Column, inside: Sequence[float], outside: Sequence[object]) -> bool:
    """Say whether values suggest a scale that starts at 0 where 1 is declared, or that is ten times as long.

    Parameters
    ----------
    column
        The declared limits.
    inside
        Values within the limits.
    outside
        Values as written that were refused because they lie outside.
    """
    low, high = column.min, column.max
    if isinstance(low, bool) or not isinstance(low, int | float) or not isinstance(high, int | float):
        return False
    refused = [number for value in outside if (number := _number(value)) is not None]
    if not refused or len(inside) + len(refused) < FEWEST:
        return False
    several = len(refused) > 1 or 20 * len(refused) >= len(inside)  # one slip in a long column is no scale
    starts_lower = several and all(number == low - 1 for number in refused)
    longer = (
        all(number <= 10 * high for number in refused)
        and len(refused) >= max(3, len(inside))
        and min(refused) >= low
    )
    return starts_lower or longer


def fraction(column: Column, values: Sequence[float]) -> bool:
    """Say whether every value of a percentage lies between 0 and 1.

    Examples
    --------
    >>> from fou_eval.declaration.text import Text
    >>> column = Column(label=Text(sv="A", en="A"), type="number", min=0, max=100)
    >>> fraction(column, [0.1, 0.2, 0.5]), fraction(column, [0.0, 0.0, 1.0])
    (True, False)
    """
    if column.min != 0 or column.max != 100 or len(values) < 3:
        return False
    return all(0 <= value <= 1 for value in values) and any(0 < value < 1 for value in values)


def turned(column: Column, earlier: Sequence[float], later: Sequence[float]) -> bool:
    """Say whether a whole wave lies at the other end of the scale, as if the scale had been turned.

    All answers of one wave lie below the middle, all of the other above it, and the mean of one is the mirror
    image of the other to within a tenth of the scale.
    """
    low, high = column.min, column.max
    if (
        not isinstance(low, int | float)
        or not isinstance(high, int | float)
        or min(len(earlier), len(later)) < FEWEST
    ):
        return False
    middle = (low + high) / 2
    apart = max(earlier) < middle < min(later) or max(later) < middle < min(earlier)
    return apart and abs(fmean(earlier) + fmean(later) - (low + high)) <= (high - low) / 10


def _number(value: object) -> float | None:
    if isinstance(value, bool):
        return None
    if isinstance(value, int | float):
        return float(value)
    try:
        return float(str(value).replace(",", "."))
    except ValueError:
        return None
