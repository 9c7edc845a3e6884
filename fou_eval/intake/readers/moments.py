"""Dates and times of statistics files: numbers that a display format makes into dates.

The library converts the commonest formats only, and one date beyond the year 9999 makes it give up the whole file.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime, time, timedelta
from typing import Literal

from fou_eval.intake.raw import Value

Program = Literal["spss", "stata"]
Convert = Callable[[float], Value]

_SPSS_START = datetime(1582, 10, 14)  # noqa: DTZ001 - neither program knows of time zones
_STATA_START = datetime(1960, 1, 1)  # noqa: DTZ001
_FIRST, _LAST = datetime(1, 1, 1), datetime(9999, 12, 31)  # noqa: DTZ001
_DAY_IN_IT = re.compile(r"[CYNDJW]|[Mm]on")  # century, year, month, day, day of the year, week


def converter(program: Program, display: str, numbers: Iterable[float]) -> Convert | None:
    """Give the way from a number to a date for one column, or none when its format shows no date.

    A format that shows months, quarters or weeks gives a date only when the file holds the day; otherwise the text
    of what it shows, since a day that nobody wrote down would be a guess.

    Parameters
    ----------
    program
        Whose format it is.
    display
        The display format, such as ``DATE11`` or ``%td``.
    numbers
        The numbers of the column.

    Examples
    --------
    >>> converter("spss", "EDATE10", [])(13924656000.0), converter("stata", "%tdDD/NN/CCYY", [])(23390.0)
    (datetime.date(2024, 1, 15), datetime.date(2024, 1, 15))
    >>> converter("stata", "%tm", [])(768.0), converter("spss", "F8.2", []) is None
    ('2024-01', True)
    """
    return _spss(display, numbers) if program == "spss" else _stata(display)


def _spss(display: str, numbers: Iterable[float]) -> Convert | None:
    match = re.match(r"[A-Z]+", display.upper())
    name = match.group() if match else ""
    if name in {"DATE", "ADATE", "EDATE", "SDATE", "JDATE"}:
        return _spss_day
    if name in {"DATETIME", "YMDHMS"}:
        return _spss_moment
    if name in {"TIME", "DTIME", "MTIME"}:
        return _duration
    if name not in _SHOWN:
        return None
    starts, text = _SHOWN[name]
    days = [_spss_day(number) for number in numbers]
    return (lambda number: text(_spss_day(number))) if all(starts(day) for day in days) else _spss_day


def _stata(display: str) -> Convert | None:
    match = re.match(r"%-?(?:t(c|C|d|m|q|w|h)|d)(.*)", display)
    if match is None:
        return None
    unit, look = match[1] or "d", match[2]
    if unit in "cC":
        return _stata_moment if not look or _DAY_IN_IT.search(look) else _stata_time
    return _STATA[unit]


def _moment(start: datetime, days: float, seconds: float = 0.0) -> datetime:
    """Count from a start; what no calendar holds becomes its first or last day, which no column accepts."""
    try:
        return start + timedelta(days=days, seconds=seconds)
    except (OverflowError, ValueError):
        return _LAST if days + seconds > 0 else _FIRST


def _spss_day(seconds: float) -> date:
    return _moment(_SPSS_START, 0, seconds).date()


def _spss_moment(seconds: float) -> datetime:
    return _moment(_SPSS_START, 0, seconds)


def _duration(seconds: float) -> Value:
    try:
        return timedelta(seconds=seconds)
    except (OverflowError, ValueError):
        return timedelta.max


def _stata_day(days: float) -> date:
    return _moment(_STATA_START, days).date()


def _stata_moment(milliseconds: float) -> datetime:
    return _moment(_STATA_START, 0, milliseconds / 1000)


def _stata_time(milliseconds: float) -> time:
    return _stata_moment(milliseconds).time()


def _part_of_year(parts: int, shown: Callable[[int, int], str]) -> Convert:
    def convert(count: float) -> str:
        year, part = divmod(int(count), parts)
        return shown(1960 + year, part + 1)

    return convert


_STATA: Mapping[str, Convert] = {
    "d": _stata_day,
    "m": _part_of_year(12, lambda year, part: f"{year:04d}-{part:02d}"),
    "q": _part_of_year(4, lambda year, part: f"{year:04d} Q{part}"),
    "w": _part_of_year(52, lambda year, part: f"{year:04d} W{part:02d}"),
    "h": _part_of_year(2, lambda year, part: f"{year:04d} H{part}"),
}
_SHOWN: Mapping[str, tuple[Callable[[date], bool], Callable[[date], str]]] = {
    "MOYR": (lambda day: day.day == 1, lambda day: f"{day:%Y-%m}"),
    "QYR": (
        lambda day: day.day == 1 and day.month % 3 == 1,
        lambda day: f"{day:%Y} Q{(day.month + 2) // 3}",
    ),
    "WKYR": (
        lambda day: day.timetuple().tm_yday % 7 == 1,  # weeks count from the first of January
        lambda day: f"{day:%Y} W{day.timetuple().tm_yday // 7 + 1:02d}",
    ),
}
