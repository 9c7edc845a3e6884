"""Raw values as plain numbers and texts, and the marks that a spreadsheet leaves on them."""

import re
from datetime import datetime

from fou_eval.intake.cells.quantities import quantity
from fou_eval.intake.raw import Value

_FORMULA = re.compile(r"[=+@\t\r-].")


def is_formula_like(value: Value) -> bool:
    """Say whether a spreadsheet would run a text as a formula."""
    return isinstance(value, str) and _FORMULA.match(value) is not None and quantity(value) is None


def as_number(value: Value) -> float | None:
    """Give a number cell, or a number written as text, as a float with the 15 digits that a spreadsheet shows.

    A formula leaves more digits than that, and 3 would be said to have decimals.

    Examples
    --------
    >>> as_number(3.0000000000000004), as_number("12,5"), as_number(True)
    (3.0, 12.5, None)
    """
    if isinstance(value, bool) or value is None:
        return None
    if isinstance(value, str):
        read = quantity(value)
        return read.value if read else None
    if isinstance(value, int | float):
        try:
            number = float(value)
        except OverflowError:
            return None
        return float(f"{number:.15g}") if abs(number) < float("inf") else None
    return None


def as_text(value: Value) -> str:
    """Give a cell as the text a person sees: whole numbers without a point, dates as YYYY-MM-DD."""
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    if isinstance(value, datetime):
        return value.date().isoformat()
    return str(value)
