"""Dates: date cells, or the text YYYY-MM-DD; nothing else is guessed."""

import re
from datetime import date, datetime, time, timedelta
from typing import Literal

from fou_eval.intake.raw import Value

DateFault = Literal["not_a_date", "ambiguous_date", "implausible_date"]

DateShape = Literal["", "calendar", "serial", "compact", "clock"]

_ISO = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})(?:[ T]00:00(?::00(?:\.0+)?)?)?")  # exports add midnight
_CLOCK = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}[ T][0-9]{1,2}[:.][0-9]{2}.*")
_COMPACT = re.compile(r"(?:19|20)?[0-9]{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])")
_SERIAL = range(20_000, 60_000)  # the days of 1954 to 2064 as Excel counts them
_MONTH = re.compile(r"([0-9]{4})-([0-9]{2})")
_TWO_PARTS = re.compile(r"([0-9]{1,2})[/.-]([0-9]{1,2})[/. -]+(?:[0-9]{2}|[0-9]{4})")
_MONTH_NAMES = r"(?:jan|feb|mar|mars|apr|maj|may|jun|jul|aug|sep|sept|okt|oct|nov|dec)"
_MADE_DATE = re.compile(
    rf"[0-9]{{1,2}}-{_MONTH_NAMES}\.?|{_MONTH_NAMES}\.?-[0-9]{{2}}|[0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}}(?: 00:00(?::00)?)?",
    re.IGNORECASE,
)
EARLIEST, LATEST = date(1905, 1, 1), date(2100, 1, 1)


def day(value: Value) -> date | DateFault:
    """Read a date, or say why it is none.

    Examples
    --------
    >>> day("2024-01-15"), day("2024-01-15 00:00:00")
    (datetime.date(2024, 1, 15), datetime.date(2024, 1, 15))
    >>> day("15/1 2024"), day("01/02/2024"), day("2024-02-30"), day("9999-12-31")
    ('not_a_date', 'ambiguous_date', 'not_a_date', 'implausible_date')
    """
    if isinstance(value, datetime):
        return _plausible(value.date())
    if isinstance(value, date):
        return _plausible(value)
    if not isinstance(value, str):
        return "not_a_date"
    match = _ISO.fullmatch(value)
    if match is None:
        return "ambiguous_date" if _is_ambiguous(value) else "not_a_date"
    return _calendar(*(int(part) for part in match.groups()))


def month(value: Value) -> date | DateFault:
    """Read a month (YYYY-MM, or a date cell) as its first day, or say why it is none.

    Examples
    --------
    >>> month("2024-03"), month("2024-03-15"), month("mars 2024")
    (datetime.date(2024, 3, 1), datetime.date(2024, 3, 1), 'not_a_date')
    """
    if isinstance(value, str) and (match := _MONTH.fullmatch(value)):
        return _calendar(int(match[1]), int(match[2]), 1)
    found = day(value)
    return found.replace(day=1) if isinstance(found, date) else found


def shape(value: Value) -> DateShape:
    """Say what a cell that is no date looks like, so that the person who wrote it recognises it.

    Examples
    --------
    >>> shape(45306), shape("20240115"), shape("2024-02-30"), shape("2024-01-14T23:00:00Z"), shape("v. 3 2024")
    ('serial', 'compact', 'calendar', 'clock', '')
    """
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        return ""
    text = f"{value:.0f}" if isinstance(value, float) and value.is_integer() else str(value)
    if _ISO.fullmatch(text):
        return "calendar"
    if _CLOCK.fullmatch(text):
        return "clock"
    if _COMPACT.fullmatch(text):
        return "compact"
    days = re.match(r"([0-9]{5})(?:[.,][0-9]+)?$", text)
    return "serial" if days and int(days[1]) in _SERIAL else ""


def is_made_time(value: Value) -> bool:
    """Say whether a value is a time of day or a length of time, which a spreadsheet makes of 8:30 or 1:5."""
    return isinstance(value, time | timedelta)


def is_made_date(value: Value) -> bool:
    """Say whether a value where no date belongs is one that a spreadsheet makes of 3-4 or 5/6.

    Examples
    --------
    >>> is_made_date("03-apr"), is_made_date(datetime(2024, 4, 3)), is_made_date("3-4")
    (True, True, False)
    """
    return isinstance(value, date) or (isinstance(value, str) and _MADE_DATE.fullmatch(value) is not None)


def _calendar(year: int, month_number: int, day_number: int) -> date | DateFault:
    try:
        return _plausible(date(year, month_number, day_number))
    except ValueError:
        return "not_a_date"


def _plausible(found: date) -> date | DateFault:
    return found if EARLIEST <= found < LATEST else "implausible_date"


def _is_ambiguous(text: str) -> bool:
    match = _TWO_PARTS.fullmatch(text)
    return match is not None and max(int(match[1]), int(match[2])) <= 12 and int(match[1]) != int(match[2])
