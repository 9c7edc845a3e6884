"""Addresses and numbers as the parts of a workbook spell them; anything else means that the file is damaged."""

import re

from fou_eval.intake.limits import DamagedError
from fou_eval.intake.raw import Box

_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")


def column_number(letters: str) -> int:
    """Give the number of a column from its letters.

    Raises
    ------
    DamagedError
        If it is none.

    Examples
    --------
    >>> column_number("A"), column_number("XFD")
    (1, 16384)
    """
    if not 1 <= len(letters) <= 3 or not letters.isascii() or not letters.isalpha():
        raise DamagedError
    number = 0
    for sign in letters.upper():
        number = number * 26 + ord(sign) - 64
    return number


def number_of(text: str) -> int | float:
    """Give a number as it is stored: a whole one unless it has a point or an exponent.

    Raises
    ------
    DamagedError
        If it is none.

    Examples
    --------
    >>> number_of("5"), number_of("5.0"), number_of("1E2")
    (5, 5.0, 100.0)
    """
    if "_" in text or not text.isascii():
        raise DamagedError
    try:
        number = float(text) if "." in text or "E" in text or "e" in text else int(text)
    except ValueError:
        raise DamagedError from None
    if isinstance(number, float) and not abs(number) < float("inf"):
        raise DamagedError
    return number


def unescaped(text: str) -> str:
    r"""Give a text with the characters that XML cannot hold, which a workbook spells as ``_x000D_``.

    Examples
    --------
    >>> unescaped("a_x000D_b")
    'a\rb'
    """
    return _ESCAPED.sub(_character, text) if "_x" in text else text


def _character(match: re.Match[str]) -> str:
    number = int(match[1], 16)
    return "\ufffd" if 0xD800 <= number < 0xE000 else chr(number)


def whole(text: str) -> int:
    """Give a whole number of at most nine digits.

    Raises
    ------
    DamagedError
        If it is anything else.
    """
    if not (text.isascii() and text.isdigit() and len(text) < 10):
        raise DamagedError
    return int(text)


def box(reference: str) -> Box:
    """Give the rectangle of a range.

    Examples
    --------
    >>> box("$A$2:B4").address
    'A2:B4'
    """
    first, _, last = reference.replace("$", "").partition(":")
    (top, left), (bottom, right) = corner(first), corner(last or first)
    return Box(min(top, bottom), min(left, right), max(top, bottom), max(left, right))


def corner(reference: str) -> tuple[int, int]:
    """Give row and column of an address.

    Examples
    --------
    >>> corner("F6")
    (6, 6)
    """
    letters = reference.rstrip("0123456789")
    return whole(reference[len(letters) :]), column_number(letters)
