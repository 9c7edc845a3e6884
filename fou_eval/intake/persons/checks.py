"""Check digits and dates of birth: what tells an identity number from any other row of digits."""

import re
from datetime import date

_DANISH = re.compile(r"(?<![\d-])(\d\d)(\d\d)(\d\d)-(\d{4})(?![\d-])")
_FINNISH = re.compile(r"(?<!\w)(\d\d)(\d\d)(\d\d)[-+A-FU-Y](\d{3})([0-9A-FHJ-NPR-Y])(?!\w)")
_NORWEGIAN = re.compile(r"(?<!\d)(\d\d)(\d\d)(\d\d)[ -]?(\d{3})[ ]?(\d\d)(?!\d)")
_FINNISH_MARKS = "0123456789ABCDEFHJKLMNPRSTUVWXY"
_FIRST_WEIGHTS, _SECOND_WEIGHTS = (3, 7, 6, 1, 8, 9, 4, 5, 2, 1), (5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1)


def is_luhn(digits: str) -> bool:
    """Say whether the last digit is the check digit of those before it (SKV 704, Luhn's method).

    Examples
    --------
    >>> is_luhn("8507099805"), is_luhn("8507099801")
    (True, False)
    """
    doubled = (int(digit) * (1 + place % 2) for place, digit in enumerate(reversed(digits)))
    return sum(value - 9 if value > 9 else value for value in doubled) % 10 == 0


def is_birth_date(year: str, month: str, day: str) -> bool:
    """Say whether digits are a date; a coordination number has 60 added to the day.

    Examples
    --------
    >>> is_birth_date("85", "07", "09"), is_birth_date("1985", "07", "69"), is_birth_date("85", "13", "01")
    (True, True, False)
    """
    number = int(day) - 60 if int(day) > 60 else int(day)
    years = [int(year)] if len(year) == 4 else [1900 + int(year), 2000 + int(year)]
    return any(exists(candidate, int(month), number) for candidate in years)


def exists(year: int, month: int, day: int) -> bool:
    """Say whether the calendar has a day.

    Examples
    --------
    >>> exists(2024, 2, 29), exists(2023, 2, 29)
    (True, False)
    """
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


def is_nordic_number(text: str) -> bool:
    """Say whether a text holds an identity number of Norway, Denmark or Finland, by its date and check digits.

    Examples
    --------
    >>> is_nordic_number("131052-308T"), is_nordic_number("131052-308U"), is_nordic_number("556677-8899")
    (True, False, False)
    """
    for day, month, year, serial, mark in _FINNISH.findall(text):
        number = int(day + month + year + serial)
        if is_birth_date(year, month, day) and _FINNISH_MARKS[number % 31] == mark:
            return True
    for parts in _NORWEGIAN.findall(text):
        digits = [int(digit) for digit in "".join(parts)]
        sums = (
            sum(w * d for w, d in zip(weights, digits, strict=False))
            for weights in (_FIRST_WEIGHTS, _SECOND_WEIGHTS)
        )
        if _is_day(parts[0], parts[1]) and all(total % 11 == 0 for total in sums):
            return True
    return any(_is_day(day, month) for day, month, _, _ in _DANISH.findall(text))


def _is_day(day: str, month: str) -> bool:
    return 1 <= int(day) <= 31 and 1 <= int(month) <= 12


def is_iban(text: str) -> bool:
    """Say whether letters and digits are an international account number (ISO 13616, remainder 1 of 97).

    Examples
    --------
    >>> is_iban("SE4550000000058398257466"), is_iban("SE4550000000058398257467")
    (True, False)
    """
    bare = re.sub(r"[\W_]", "", text).upper()
    turned = bare[4:] + bare[:4]
    return 15 <= len(bare) <= 34 and int("".join(str(int(sign, 36)) for sign in turned)) % 97 == 1
