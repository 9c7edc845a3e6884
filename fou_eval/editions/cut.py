"""A study as it stood on a day: everything dated later is left out, and what cannot be dated is told."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from fou_eval.declaration import Codebook, Language, Table
from fou_eval.editions.days import (
    Entries,
    Tables,
    after,
    begins,
    dated,
    entries,
)
from fou_eval.editions.dependent import Emptying, conditions, holds, orphans
from fou_eval.errors import DataError
from fou_eval.formatting import day as day_text
from fou_eval.intake.gate import pass_gate
from fou_eval.intake.issue import Issue
from fou_eval.language import phrase
from fou_eval.windows import families_of

Mask = NDArray[np.bool_]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Cut:
    """What is left of a study on a day.

    Attributes
    ----------
    tables, reasons
        As in `Study`; row numbers follow.
    notes
        What could not be dated, and was kept as it stands in the file.
    """

    tables: Mapping[str, pd.DataFrame]
    reasons: Mapping[str, pd.DataFrame]
    notes: tuple[Issue, ...]

    def __repr__(self) -> str:
        """Say how many notes there are; no value, no id."""
        return f"Cut({len(self.tables)} tables, {len(self.notes)} notes)"


def cut(codebook: Codebook, tables: Tables, reasons: Tables, persons: Mapping[str, str], day: date) -> Cut:
    """Leave out everything dated after a day.

    A family that entered later goes with all its rows. A row goes if it began later; where it is about a wave and has
    no date, it is dated by the family's entry and the months of the wave. A later date in a row that stays is emptied:
    what ended later was still going on, so a code that says how it ended becomes the one that says that it goes on
    (the first one, if there are several and it must be filled in), and what is told of those only who have ended is
    emptied. A month is later if it ends later. A row goes too that leans,
    by a declared rule, on a row that went.

    Every other rule that the data kept before still holds, since each is about values that are there: fewer of
    them break none. The result passes the same gate as a file.

    Parameters
    ----------
    codebook
        What is declared.
    tables, reasons
        As in `Study`.
    persons
        Family of each person.
    day
        The cut-off; what is dated on it stays.

    Raises
    ------
    DataError
        If the day lies after the last day of the data or before any family entered, or if the declarations do not let
        a spell go on that has no end yet.
    """
    language = codebook.language
    if codebook.data_until is not None and day > codebook.data_until:
        _refuse("after_data", day, language, until=day_text(codebook.data_until, language))
    cutting = _Cutting(codebook, tables, persons, day)
    rows = cutting.rows()
    left = {name: _of(tables[name], kept) for name, kept in rows.items()}
    if not any(_has_families(table, left[name]) for name, table in codebook.tables.items()):
        _refuse("before_data", day, language)
    done, supposed = (
        left,
        {name: _emptied(table, left[name], day, language) for name, table in codebook.tables.items()},
    )
    while gone := orphans(codebook, tables, done):
        for name, mask in gone.items():
            done[name] = _of(done[name], ~mask)
            rows[name][np.flatnonzero(rows[name])[mask]] = False
    for name, table in codebook.tables.items():
        if len(done[name]):
            pass_gate(done[name], table, codebook.waves)
    return Cut(
        tables=done,
        reasons={name: _reasons(reasons[name], rows[name]) for name in done},
        notes=tuple(cutting.notes(rows, supposed)),
    )


def _refuse(why: str, day: date, language: Language, **more: str) -> None:
    raise DataError(phrase(f"edition.{why}", language, {"day": day_text(day, language), **more}))


class _Cutting:
    """Says which rows of which table stay, and which could not be dated."""

    def __init__(self, codebook: Codebook, tables: Tables, persons: Mapping[str, str], day: date) -> None:
        self.codebook, self.tables, self.day = codebook, tables, day
        self.persons = persons
        self.entries: Entries = entries(codebook, tables)
        self.undated: dict[str, Mask] = {}

    def rows(self) -> dict[str, Mask]:
        """Give the rows that stay, by table."""
        kept = {name: ~self._later(name, table) for name, table in self.codebook.tables.items()}
        late = self.entries.late(self.day) | self._unheard_of(kept)
        for name, table in self.codebook.tables.items():
            own = self._families(name, table)
            kept[name] &= ~own.isin(late).to_numpy(np.bool_)
        return kept

    def _later(self, name: str, table: Table) -> Mask:
        """Say which rows of a table began after the day."""
        frame, column, wave = self.tables[name], begins(table), table.with_role("wave")
        later, known = np.zeros((2, len(frame)), dtype=np.bool_)
        if column is not None:
            later, known = (
                after(frame[column], table.columns[column].type, self.day),
                frame[column].notna().to_numpy(),
            )
        if wave is not None:
            later, known = self._by_wave(name, table, later, known)
        elif not dated(table):
            known[:] = True  # nothing in it happens on a day
        elif column is None:  # a list, such as one of persons: they are there since their family entered
            known = self._families(name, table).isin(self.entries.days).to_numpy()
        self.undated[name] = ~known
        return later

    def _by_wave(self, name: str, table: Table, later: Mask, known: Mask) -> tuple[Mask, Mask]:
        """Date the rows without a date by the family's entry and the months of the wave."""
        frame, later, known = self.tables[name], later.copy(), known.copy()
        own = self._families(name, table)
        for code, wave in self.codebook.waves.items():
            here = ~known & (frame[table.with_role("wave")] == code).to_numpy(np.bool_)
            days = self.entries.reaches(list(own[here]), wave.months)
            later[here], known[here] = days > np.datetime64(self.day, "D"), ~np.isnat(days)
        return later, known

    def _families(self, name: str, table: Table) -> pd.Series:
        """Give the family of every row; none where the table is not about families."""
        frame = self.tables[name]
        if table.with_role("family_id") or table.with_role("person_id"):
            families = families_of(table, frame, self.persons)
            return families.astype(object).where(families.notna(), None)
        return pd.Series([None] * len(frame), dtype=object)

    def _unheard_of(self, kept: Mapping[str, Mask]) -> frozenset[str]:
        """Name the families whose entry is not known and all of whose dated rows are later."""
        later, heard = set[str](), set(self.entries.days)
        for name, table in self.codebook.tables.items():
            own = self._families(name, table)
            later |= set(own[~kept[name]].dropna())
            heard |= set(own[kept[name] & ~self.undated[name]].dropna()) if dated(table) else set()
        return frozenset(later - heard)

    def notes(self, rows: Mapping[str, Mask], supposed: Mapping[str, int]) -> Iterator[Issue]:
        """Say what was kept although it could not be dated, and where it is not known how things stood on the day."""
        for name, table in self.codebook.tables.items():
            count = int((rows[name] & self.undated[name]).sum())
            if count:
                yield self._note("undated", table, count)
            ended = rows[name] & self._ended(name, table)
            if ended.any():
                yield self._note("ended", table, int(ended.sum()))
            if supposed[name]:
                yield self._note("supposed", table, supposed[name])

    def _ended(self, name: str, table: Table) -> Mask:
        """Say which rows tell how something ended, and not when."""
        frame, found = self.tables[name], np.zeros(len(self.tables[name]), dtype=np.bool_)
        for column in dated(table):
            for other, codes in conditions(table, column):
                found |= frame[column].isna().to_numpy() & holds(frame[other], codes)
        return found

    def _note(self, what: str, table: Table, count: int) -> Issue:
        values = {"count": count, "table": table.table}
        text = phrase(f"edition.note.{what}", self.codebook.language, values)
        return Issue(
            severity="info", rule=f"edition_{what}", message=text, table=table.table, stands_for=count
        )


def _emptied(table: Table, frame: pd.DataFrame, day: date, language: Language) -> int:
    """Empty the dates that lie after the day, with all that hangs on them; count the rows whose code is supposed."""
    emptying = Emptying(table=table, frame=frame, language=language)
    for name in dated(table):
        emptying.empty(name, after(frame[name], table.columns[name].type, day))
    return len(emptying.supposed)


def _of(frame: pd.DataFrame, rows: Mask) -> pd.DataFrame:
    return pd.DataFrame(frame[rows]).reset_index(drop=True)


def _has_families(table: Table, frame: pd.DataFrame) -> bool:
    family = table.with_role("family_id")
    return family is not None and bool(frame[family].notna().any())


def _reasons(reasons: pd.DataFrame, rows: Mask) -> pd.DataFrame:
    """Keep the reasons of the rows that stay, at their new places."""
    place = np.cumsum(rows) - 1
    kept = reasons[rows[reasons["row"].to_numpy(np.int64)]]
    moved: pd.DataFrame = kept.assign(row=place[kept["row"].to_numpy(np.int64)]).reset_index(drop=True)
    return moved
