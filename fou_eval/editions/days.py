"""Which day a row is about, and whether it lies after the cut-off."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from fou_eval.declaration import Codebook, Language, Table
from fou_eval.errors import DataError
from fou_eval.language import phrase

Tables = Mapping[str, pd.DataFrame]
Days = NDArray[np.datetime64]
DATED = frozenset({"date", "month"})
_ENTRY = "entry_month"  # what a table that records families calls it
_MONTH = 30  # days in the broken part of a number of months
# What is planned for a later day was known before it.
_PLANNED = {"decisions": frozenset({"deadline"})}


def day_of(asked: date | str, language: Language) -> date:
    """Give a cut-off as a day.

    Parameters
    ----------
    asked
        A date, or text such as 2016-11-30.
    language
        Language of the error.

    Raises
    ------
    DataError
        If it is no day.

    Examples
    --------
    >>> day_of("2016-11-30", "sv")
    datetime.date(2016, 11, 30)
    """
    if isinstance(asked, datetime):
        return asked.date()
    if isinstance(asked, date):
        return asked
    try:
        return date.fromisoformat(asked) if len(asked) == len("2016-11-30") else _refuse(language)
    except (ValueError, TypeError):
        return _refuse(language)


def _refuse(language: Language) -> date:
    raise DataError(phrase("edition.no_day", language))


def dated(table: Table) -> tuple[str, ...]:
    """Name the columns that say when something happened, in their order."""
    planned = _PLANNED.get(table.records or "", frozenset())
    return tuple(
        name for name, column in table.columns.items() if column.type in DATED and name not in planned
    )


def begins(table: Table) -> str | None:
    """Name the column that says when a row began to be true, or none where none surely does.

    It is the first dated column that is part of the key or must be filled in, else the first that is neither the later
    one of two by a rule nor filled in under a condition. In a list of families or persons a lone date may be that of
    leaving, so there it must be one that everybody has.
    """
    free = [name for name in dated(table) if not table.columns[name].only_when]
    if table.key == (table.with_role("family_id"),) and _ENTRY in free:
        return _ENTRY
    sure = [name for name in free if name in table.key or table.columns[name].required]
    if sure:
        return sure[0]
    later = set(_later(table))
    first = next((name for name in free if name not in later), None)
    return None if _is_list(table) and len(dated(table)) == 1 else first


def _later(table: Table) -> Iterator[str]:
    for rule in table.rules:
        if rule.rule == "not_before":
            yield rule.columns[0]
        elif rule.rule == "no_overlap_within":
            yield from rule.columns[1:2]


def _is_list(table: Table) -> bool:
    return table.key in {(table.with_role("family_id"),), (table.with_role("person_id"),)}


def after(values: pd.Series, kind: str, day: date) -> NDArray[np.bool_]:
    """Say where a date lies after the cut-off; a month does that ends after it, and no date at all does not.

    Examples
    --------
    >>> november = pd.Series(pd.to_datetime(["2016-11-01", None]))
    >>> after(november, "month", date(2016, 11, 29)), after(november, "month", date(2016, 11, 30))
    (array([ True, False]), array([False, False]))
    """
    ends = values + pd.offsets.MonthEnd(0) if kind == "month" else values
    later: NDArray[np.bool_] = (ends > pd.Timestamp(day)).to_numpy(np.bool_)
    return later


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Entries:
    """When each family entered.

    Attributes
    ----------
    days
        Day or first day of the month, by family; families whose entry is not known are left out.
    kind
        `date`, or `month`: then the family may have entered on any day of it.
    """

    days: Mapping[str, pd.Timestamp]
    kind: str = "month"

    def __repr__(self) -> str:
        """Say how many families there are; no id."""
        return f"Entries({len(self.days)} families)"

    def reaches(self, families: Sequence[str | None], months: float) -> Days:
        """Give the day by which each family reaches a wave; no day where its entry is not known.

        Examples
        --------
        >>> Entries(days={"F01": pd.Timestamp(2016, 1, 1)}).reaches(["F01", "F02"], 10)
        array(['2016-11-30',        'NaT'], dtype='datetime64[D]')
        """
        known = [self.days.get(family or "", pd.NaT) for family in families]
        entered = pd.to_datetime(pd.Series(known, dtype="datetime64[ns]")).to_numpy("datetime64[D]")
        whole = int(months // 1)
        month = entered.astype("datetime64[M]") + whole
        last = (month + 1).astype("datetime64[D]") - 1
        into = entered - entered.astype("datetime64[M]").astype("datetime64[D]")
        start = last if self.kind == "month" else np.minimum(month.astype("datetime64[D]") + into, last)
        reached: Days = start + int((months - whole) * _MONTH)
        return reached

    def late(self, day: date) -> frozenset[str]:
        """Name the families that entered after a day."""
        families = list(self.days)
        later = self.reaches(families, 0) > np.datetime64(day, "D")
        return frozenset(family for family, is_later in zip(families, later, strict=True) if is_later)


def entries(codebook: Codebook, tables: Tables) -> Entries:
    """Find when the families entered, in the table that has one row for each of them."""
    for name, table in codebook.tables.items():
        family, entry = table.with_role("family_id"), begins(table)
        if family and entry and table.key == (family,):
            known = tables[name][[family, entry]].dropna()
            days = dict(zip(known[family], known[entry], strict=True))
            return Entries(days=days, kind=table.columns[entry].type)
    return Entries(days={})
