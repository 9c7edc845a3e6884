"""The windows of families around their entry, and how much of each the data cover."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

import numpy as np
import pandas as pd

from fou_eval.declaration import Codebook, Table
from fou_eval.errors import DeclarationError
from fou_eval.windows.days import DAY, Days, Floats, first_day, months_after

# A window of which less is covered says too little of the rest to stand for it.
LEAST_COVERED = 0.5


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Window:
    """The window of each family that ends at one wave, as far as the data cover it; ends are the first day after.

    Attributes
    ----------
    start, end
        First day, and first day after, of the covered part of each family's window, shape (families,); not later than
        the start where nothing is covered.
    whole
        Days of the whole window, shape (families,).
    """

    start: Days
    end: Days
    whole: Floats

    @property
    def part(self) -> Floats:
        """Part of the window that the data cover, from 0 to 1, shape (families,)."""
        covered: Floats = np.clip((self.end - self.start) / DAY, 0, None) / self.whole
        return covered


@dataclass(frozen=True, slots=True, kw_only=True)
class Uncovered:
    """How many families with a known entry have no value at a wave, since too little of their window is covered.

    Attributes
    ----------
    table, wave
        The table of records, and the wave at which the window ends; no wave where the entry is what is missing.
    families
        Families without a value, of those whose entry is known; without a known entry where no wave is given.
    why
        `window` (too little is covered), `entry` (nobody wrote down when they entered), `across` (the window that ends
        at this wave would hold the entry), `broken` (the wave lies no whole number of months from the entry) or `empty`
        (the table has no rows).
    """

    table: str
    wave: str
    families: int
    why: Literal["window", "entry", "across", "broken", "empty"]


def uncovered(codebook: Codebook, tables: Mapping[str, pd.DataFrame]) -> Iterator[Uncovered]:
    """Say where the windows of families are not covered, wave by wave; what is whole is not named.

    Parameters
    ----------
    codebook, tables
        As for `measured_frames`.
    """
    for table in codebook.tables.values():
        length = length_of(table)
        if length is None:
            continue
        if tables[table.table].empty:
            yield Uncovered(table=table.table, wave="", families=0, why="empty")
            continue
        entered = entries(codebook, tables)
        unknown = len(tables[_families(codebook).table]) - entered.size
        if unknown:
            yield Uncovered(table=table.table, wave="", families=unknown, why="entry")
        for wave, declared in codebook.waves.items():
            days = entered.to_numpy("datetime64[D]")
            window = window_at(codebook, table, days, months=declared.months, length=length)
            if window is None:
                why: Literal["across", "broken"] = "broken" if declared.months % 1 else "across"
                yield Uncovered(table=table.table, wave=wave, families=entered.size, why=why)
            elif lacking := int(np.count_nonzero(window.part < LEAST_COVERED)):
                yield Uncovered(table=table.table, wave=wave, families=lacking, why="window")


def length_of(table: Table) -> int | None:
    """Give the months of the windows of a table, which are equal for all its measures; none for tables with waves."""
    return next((measure.window for measure in table.measures.values()), None)


def _families(codebook: Codebook) -> Table:
    found = codebook.recording("families")
    if found is None:
        raise DeclarationError("a window begins at the family's entry, which no table of this study holds.")
    return found


def entries(codebook: Codebook, tables: Mapping[str, pd.DataFrame]) -> pd.Series:
    """Give the day, or the first day of the month, on which each family entered, where it is known, by family."""
    families = _families(codebook)
    known = tables[families.table].dropna(subset=["entry_month"])
    # By family, since sums over families must be the same to the last digit, whatever the order in the file.
    return pd.Series(
        first_day(known["entry_month"]), index=known[families.with_role("family_id")]
    ).sort_index()


def window_at(codebook: Codebook, table: Table, entry: Days, *, months: float, length: int) -> Window | None:
    """Give the window of each family that ends so many months after its entry; none where it would hold the entry.

    Parameters
    ----------
    codebook
        Says until when data were collected.
    table
        Says since when it holds all that happened.
    entry
        Day, or first day of the month, on which each family entered, shape (families,).
    months
        Months from entry to the wave.
    length
        Months of the window.
    """
    if months % 1 or 0 < months < length:
        return None
    start, end = (months_after(entry, int(months) - back) for back in (length, 0))
    return Window(
        start=np.maximum(start, np.datetime64(table.complete_from or date.min, "D")),
        end=np.minimum(end, day_after_data(codebook)),
        whole=(end - start) / DAY,
    )


def day_after_data(codebook: Codebook) -> np.datetime64:
    """Give the first day that the data no longer hold."""
    return np.datetime64(codebook.data_until or date.max, "D") + DAY
