"""Identity numbers in any spelling: find them, wrong check digit, lost zero and masked ones included."""

import re
from datetime import date

_LAST = r"(?!\d|\s?[-./:]\s?\d)"
_FULL = re.compile(
    r"(?<!\d)(?<!\d[.,])((?:18|19|20)?)(\d\d)[-./: ]?(\d\d)[-./: ]?(\d\d)\s?[-+:./_ ]?\s?(\d{4})(?:\.0)?"
    + _LAST
)
_MASKED = re.compile(
    r"(?<!\d)((?:18|19|20)?)(\d\d)-?(\d\d)-?(\d\d)\s?[-+ ]?\s?"
    r"([Xx*#]{2,4}|[TRSUWXJKLMNtrsuwxjklmn][\dA-Za-z]\d{1,2}|[Tt][Ff]\d{2})(?!\w)"
)
_TWO_OF_FOUR = re.compile(r"(?<!\d)(\d\d)(\d\d)(\d\d)-\d{2,3}(?!\d)")
_LOST_ZERO = re.compile(r"\d{9}(?:\.0)?")
_SCIENTIFIC = re.compile(r"\d[.,]\d{4,}E\+1[01]", re.IGNORECASE)  # the spreadsheet has eaten the digits


def is_luhn(ten: str) -> bool:
    """Say whether the last of ten digits is the check digit of the nine before it (SKV 704, Luhn's method).

    Examples
    --------
    >>> is_luhn("8507099805"), is_luhn("8507099801")
    (True, False)
    """
    doubled = (int(digit) * (2 - place % 2) for place, digit in enumerate(ten))
    return sum(value - 9 if value > 9 else value for value in doubled) % 10 == 0


def is_birth_date(year: str, month: str, day: str) -> bool:
    """Say whether digits are a date; a coordination number has 60 added to the day."""
    number = int(day) - 60 if int(day) > 60 else int(day)
    years = [int(year)] if len(year) == 4 else [1900 + int(year), 2000 + int(year)]
    return any(_exists(candidate, int(month), number) for candidate in years)


def number_kinds(text: str) -> set[str]:
    """Give the kinds of identity number in a text with plain digits and dashes.

    Returns
    -------
    set of str
        ``pnr`` (right check digit, or lost leading zero), ``pnr_wrong`` (date and four digits),
        ``pnr_part`` (masked, incomplete or shortened by a spreadsheet).

    Examples
    --------
    >>> number_kinds("850709-9805"), number_kinds("850709-XXXX"), number_kinds("2024-01-15")
    ({'pnr'}, {'pnr_part'}, set())
    """
    kinds = set()
    for century, year, month, day, last in _FULL.findall(text):
        if is_birth_date(century + year, month, day):
            kinds.add("pnr" if is_luhn(year + month + day + last) else "pnr_wrong")
    if (
        _LOST_ZERO.fullmatch(text)
        and is_luhn("0" + text[:9])
        and is_birth_date("0" + text[0], text[1:3], text[3:5])
    ):
        kinds.add("pnr")
    if any(
        is_birth_date(century + year, month, day) for century, year, month, day, _ in _MASKED.findall(text)
    ):
        kinds.add("pnr_part")
    if any(is_birth_date(year, month, day) for year, month, day in _TWO_OF_FOUR.findall(text)):
        kinds.add("pnr_part")
    if _SCIENTIFIC.fullmatch(text):
        kinds.add("pnr_part")
    return kinds


def _exists(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True
