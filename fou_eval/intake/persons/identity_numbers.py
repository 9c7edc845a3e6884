"""Identity and coordination numbers in any spelling, wrong check digits, lost zeros and masked ones included."""

import re
from collections.abc import Iterator
from typing import Literal

from fou_eval.intake.persons.checks import is_birth_date, is_luhn, is_nordic_number
from fou_eval.intake.persons.partial_numbers import holds_part
from fou_eval.intake.persons.plain import digits_in

NumberKind = Literal["pnr", "pnr_wrong", "pnr_part", "pnr_foreign"]

_AFTER = r"(?!\d)"
_GOES_ON = re.compile(r"\s?[-./:]\s?\d")
_USUAL_GAP = r"(?: 00:00(?::00)?)?[-+:./_,;()\[\] ]{0,4}"
_SAID_GAP = (
    r"[ ,.:;(-]{0,2}(?:nr|nummer|(?:kontroll|slut|födelse)(?:nr|nummer|siffr\w{1,4})|"
    r"(?:de )?sista(?: fyra)?|(?:de )?fyra sista)[ .:=-]{1,3}"
)
# A date and four digits. What parts them says how sure it is: a hyphen is a number, a blank can be a time or a sum.
_DATED = re.compile(
    r"(?<!\d)(?<!\d[.,])(?P<century>(?:16|18|19|20)?)(?P<year>\d\d)(?P<in1>[-./:_ "
    r"]?)(?P<month>\d\d)(?P<in2>[-./:_ ]?)(?P<day>\d\d)"
    rf"(?P<gap>{_USUAL_GAP}|[^\w\n]{{1,3}}|(?i:{_SAID_GAP}))(?P<last>\d{{4}})(?:[.,]0{{1,2}}(?!\d))?" + _AFTER
)
_LAST_FIRST = re.compile(r"(?<![\w.,:/-])(\d{4})[^\w\n]{1,3}(?:19|20)?(\d{6})(?![\w]|[.,:/-]\d)")
_USUAL = re.compile(_USUAL_GAP)
_MOBILE = re.compile(r"07[02369]\d{7}")
_DAY_FIRST = re.compile(
    r"(?<!\d)(\d{1,2})[-./ ](\d{1,2})[-./ ]((?:19|20)\d\d)[-+:./_, ]{1,3}(\d{4})(?:[.,]0{1,2}(?!\d))?"
    + _AFTER
)
_AMOUNT = re.compile(
    r"\s?(?:kr\b|kronor|sek\b|:-|tim|h\b|%|procent|st\b|personer|euro|m\b|km\b|g\b|mg\b)", re.IGNORECASE
)
_CLOCK = re.compile(r"(?:[01]\d|2[0-3])[0-5]\d")
_YEAR = re.compile(r"(?:19[5-9]|20[0-4])\d")
# Runs of digits broken up in any way; judged by their check digit, so that a row of numbers is none.
_RUN = re.compile(r"(?<!\d)(?<!\d[.,])\d(?:[-+./:_, ]{0,3}\d){8,13}(?!\d)(?![.,]\d)")
_GROUP = re.compile(r"\d+")
_LETTERS = "OoQDØølIi|ZzASsbGTBgq"
_LOOKS = str.maketrans(_LETTERS, "000000111122455667899")
_MIXED = re.compile(
    rf"(?<!\w)(?=[\d{_LETTERS}\-+ ]{{0,15}}[{_LETTERS}])[\dOoQlI|SBZ][\d{_LETTERS}\-+ ]{{8,14}}[\d{_LETTERS}](?!\w)"
)
_NINE = re.compile(r"(?<![\d.,])(\d{5})-?(\d{4})(?:[.,]0{1,2}(?!\d))?(?![\d]|[-.,]\d)")
_VAT = re.compile(r"\bSE\s?(\d{6})-?(\d{4})01\b", re.IGNORECASE)
_SCIENTIFIC = re.compile(r"(?<![\w.,])(\d)(?:[.,](\d+))?E\+?0?(8|9|1[0-2])(?!\d)", re.IGNORECASE)
_STRUCTURES = {
    *((6, 4), (8, 4), (2, 2, 2, 4), (4, 2, 2, 4), (3, 3, 4), (4, 4, 4), (4, 4, 2), (4, 6), (5, 5), (6, 2, 2)),
    *(
        (8, 2, 2),
        (6, 3, 1),
        (8, 3, 1),
        (6, 1, 3),
        (8, 1, 3),
        (1, 3, 3, 3),
        (3, 3, 3, 3),
        (2, 4, 4),
        (2, 6, 4),
    ),
    *((2, 2, 6), (4, 2, 6), (6, 1, 1, 1, 1), (8, 1, 1, 1, 1), (10,), (12,), (4, 8), (2, 10), (4, 2, 2, 2, 2)),
    *((3, 2, 2, 3), (3, 3, 2, 2), (9, 1), (11, 1)),
}
"""Lengths of the groups of digits, ten or twelve in all."""


def number_kinds(text: str) -> set[NumberKind]:
    """Give the kinds of identity number in a text with plain digits and dashes.

    Returns
    -------
    set of str
        ``pnr`` (right check digit, or lost leading zero), ``pnr_wrong`` (date and four digits),
        ``pnr_foreign`` (of a Nordic neighbour), ``pnr_part`` (masked, incomplete or shortened by a spreadsheet).

    Examples
    --------
    >>> number_kinds("850709-9805"), number_kinds("850709-XXXX"), number_kinds("2024-01-15")
    ({'pnr'}, {'pnr_part'}, set())
    """
    if digits_in(text) < 4:
        return set()
    kinds = {*_dated(text), *_broken_up(text), *_shortened(text)}
    if not kinds and is_nordic_number(text):
        kinds.add("pnr_foreign")
    if not kinds and holds_part(text):
        kinds.add("pnr_part")
    return kinds


def _dated(text: str) -> Iterator[NumberKind]:
    start = 0
    while (match := _DATED.search(text, start)) is not None:
        century, year, month, day, last = match.group("century", "year", "month", "day", "last")
        whole = year if century == "16" else century + year
        start = match.end()
        if not is_birth_date(whole, month, day):
            start = (
                match.start() + 1
            )  # the digits before a number may look like its beginning: 3300 850709-9805
            continue
        right, usual = is_luhn(year + month + day + last), _USUAL.fullmatch(match["gap"]) is not None
        if usual and right and not _is_moment(match):
            yield "pnr"
        elif usual and not right and not _is_something_else(match, text):
            yield "pnr_wrong"
        elif not usual and _is_told(match, right=right):
            yield "pnr" if right else "pnr_part"
    yield from _turned_about(text)


def _is_told(match: re.Match[str], *, right: bool) -> bool:
    """Say whether a date and four digits with a rare sign or a word between them are meant as a number."""
    clock_or_year = _is_clock_or_year(match["last"])
    if match["in1"]:
        return right and not clock_or_year
    return right or not (clock_or_year or _AMOUNT.match(match.string, match.end()))


def _turned_about(text: str) -> Iterator[NumberKind]:
    """Find numbers whose parts stand in another order: four digits first, or the day before month and year."""
    for last, six in _LAST_FIRST.findall(text):
        if is_number(six + last) and not _is_clock_or_year(last):
            yield "pnr"
    for day, month, year, last in _DAY_FIRST.findall(text):
        if is_birth_date(year, month.zfill(2), day.zfill(2)) and not _is_clock_or_year(last):
            right = is_luhn(year[2:] + month.zfill(2) + day.zfill(2) + last)
            yield "pnr" if right else "pnr_wrong"


def _is_moment(match: re.Match[str]) -> bool:
    """Say whether a parted date is followed by a time, a year or another date; some fit the check digit."""
    if not match["in1"] or match["in1"] != match["in2"]:
        return False
    goes_on = _GOES_ON.match(match.string, match.end()) is not None
    return _is_clock_or_year(match["last"]) and (goes_on or (bool(match["century"]) and " " in match["gap"]))


def _is_clock_or_year(four: str) -> bool:
    return _CLOCK.fullmatch(four) is not None or _YEAR.fullmatch(four) is not None


def _is_something_else(match: re.Match[str], text: str) -> bool:
    """Say whether a date and four digits are a time, a year, an amount or a telephone; the check digit is wrong."""
    if match["century"] == "16" or _GOES_ON.match(text, match.end()) or _MOBILE.fullmatch(match.group()):
        return True
    apart = match["gap"].strip(" ") == "" and match["gap"] != ""
    if (apart or match["in1"]) and _is_clock_or_year(match["last"]):
        return True
    return bool((apart or not match["gap"]) and _AMOUNT.match(text, match.end()))


def _broken_up(text: str) -> Iterator[NumberKind]:
    """Find numbers whose digits stand in groups nobody foresaw, or with letters that look like digits."""
    for match in _RUN.finditer(text):
        groups = _GROUP.findall(match.group())
        lengths = tuple(map(len, groups))
        even = len(set(lengths)) == 1 and lengths[0] <= 2
        written, digits = match.group(), "".join(groups)
        shaped = (even or lengths in _STRUCTURES) and not _AMOUNT.match(text, match.end())
        if shaped and is_number(digits) and not _is_times(digits, written):
            yield "pnr"
    for match in _MIXED.finditer(text):
        digits = re.sub(r"\D", "", match.group().translate(_LOOKS))
        barred = "| " in match.group() or " |" in match.group()  # the lines of a table, no digits
        if sum(map(str.isdigit, match.group())) >= 6 and not barred and _ten(digits):
            yield "pnr" if is_luhn(_ten(digits)) else "pnr_part"


def _is_times(digits: str, written: str) -> bool:
    return (
        ":" in written
        or re.fullmatch(r"\d{4}[-/.]\d\d\D+\d{4}[-/.]\d\d", written) is not None
        or len(set(digits)) < 3
    )


def _ten(digits: str) -> str:
    """Give the ten digits of a number of ten or twelve that begins with a date, or nothing."""
    ten = digits[-10:]
    dated = len(digits) in (10, 12) and is_birth_date(digits[:-8], ten[2:4], ten[4:6])
    return ten if dated and (len(digits) == 10 or digits[:2] in ("18", "19", "20")) else ""


def is_number(digits: str) -> bool:
    """Say whether ten or twelve digits are an identity number with a right check digit.

    Examples
    --------
    >>> is_number("8507099805"), is_number("198507099805"), is_number("5566778899")
    (True, True, False)
    """
    return bool(_ten(digits)) and is_luhn(_ten(digits))


def _shortened(text: str) -> Iterator[NumberKind]:
    """Find numbers that a spreadsheet took for a quantity: without leading zero, or with an exponent."""
    if any(is_number(f"0{five}{four}") for five, four in _NINE.findall(text)):
        yield "pnr"
    if any(is_number(six + four) for six, four in _VAT.findall(text)):
        yield "pnr"
    for first, rest, exponent in _SCIENTIFIC.findall(text):
        digits, length = first + rest, int(exponent) + 1
        whole = digits.ljust(length, "0").rjust(10, "0")
        if is_number(whole) and len(digits) >= length - 1:
            yield "pnr"
        elif len(digits) > 4 or _begins_a_number(digits, length):
            yield "pnr_part"


def _begins_a_number(digits: str, length: int) -> bool:
    """Say whether the first digits of a number of this length could be those of an identity number."""
    shown = digits.rjust(len(digits) + max(0, 10 - length), "0")
    if length == 12:
        if digits[:2] not in ("19", "20"):
            return False
        shown = digits[2:]
    month = shown[2:4]
    enough = len(shown) >= 2 or length == 12
    return enough and (len(month) < 2 or 1 <= int(month) <= 12)
