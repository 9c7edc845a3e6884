"""What follows from a date that was not known yet: codes that tell it, what hangs on them, rows in other tables."""

from collections.abc import Iterator
from dataclasses import dataclass, field

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from fou_eval.declaration import Codebook, Column, Language, Table
from fou_eval.declaration.codebook import Rule
from fou_eval.editions.days import Tables
from fou_eval.errors import DataError
from fou_eval.language import phrase

Mask = NDArray[np.bool_]
_ONGOING = "ongoing"


@dataclass(frozen=True, slots=True, kw_only=True)
class Emptying:
    """Empties cells of one table, with all that hangs on them.

    Attributes
    ----------
    table
        The declared table.
    frame
        Its rows; changed in place.
    language
        Language of the errors.
    supposed
        Rows in which several codes say that something goes on, so that the first of them was taken; filled in place.
    """

    table: Table
    frame: pd.DataFrame
    language: Language
    supposed: set[int] = field(default_factory=set)

    def empty(self, name: str, rows: Mask) -> None:
        """Empty a column in some rows, open the codes that say that it is over, and empty what hangs on these.

        Raises
        ------
        DataError
            If the column must be filled in, or no code says that it goes on.
        """
        rows = rows & self.frame[name].notna().to_numpy()
        if not rows.any():
            return
        column = self.table.columns[name]
        if _is_needed(column):
            self._refuse("required", name)
        self.frame[name] = self.frame[name].mask(rows, None if column.type in {"text", "code"} else np.nan)
        for other, codes in conditions(self.table, name):
            if holds(self.frame[other], codes)[rows].any():
                self._open(other, codes, rows)
        for dependent in self._on(name):
            self.empty(dependent, rows)

    def _open(self, name: str, codes: frozenset[str], rows: Mask) -> None:
        """Set a code to the one that says that it goes on, and empty what is told of those only who have ended."""
        column = self.table.columns[name]
        going = _ongoing(column, codes)
        rows = rows & holds(self.frame[name], codes)
        if not going and _is_needed(column):
            self._refuse("no_ongoing", name)
        ongoing = going[0] if len(going) == 1 or (going and _is_needed(column)) else None
        if len(going) > 1:
            self.supposed.update(np.flatnonzero(rows).tolist())
        value = None if ongoing is None else ongoing if column.type == "code" else float(ongoing)
        self.frame.loc[rows, name] = value
        for dependent in self._on(name):
            asked = [each for other, each in conditions(self.table, dependent) if other == name]
            if any(ongoing is None or ongoing not in each for each in asked):
                self.empty(dependent, rows)

    def _on(self, name: str) -> list[str]:
        """Name the columns that are filled in only when this one holds certain codes."""
        return [
            other
            for other in self.frame.columns
            if any(condition == name for condition, _ in conditions(self.table, other))
        ]

    def _refuse(self, why: str, column: str) -> None:
        values = {
            "table": self.table.table,
            "column": column,
            "label": self.table.columns[column].label[self.language],
        }
        raise DataError(phrase(f"edition.{why}", self.language, values))


def conditions(table: Table, name: str) -> Iterator[tuple[str, frozenset[str]]]:
    """Give the columns and codes under which a column is filled in, by its declaration and by rules."""
    declared = [table.columns[name].only_when]
    declared += [rule.when for rule in table.rules if rule.rule == "only_when" and name in rule.columns]
    for condition in declared:
        yield from ((other, frozenset(map(str, codes))) for other, codes in condition.items())


def holds(values: pd.Series, codes: frozenset[str]) -> Mask:
    """Say where a column holds one of some codes."""
    held: Mask = np.array([_plain(value) in codes for value in values], dtype=np.bool_)
    return held


def _is_needed(column: Column) -> bool:
    return column.required and not column.missing_codes


def _ongoing(column: Column, ended: frozenset[str]) -> list[str]:
    """Give the codes that may say that something goes on: `ongoing`, or those that do not say that it ended."""
    keys = column.steps or (column.codes if isinstance(column.codes, dict) else {})
    codes = [str(key) for key in keys] or (["0", "1"] if column.type == "boolean" else [])
    left = [code for code in codes if code not in ended]
    return [_ONGOING] if _ONGOING in left else left


def _plain(value: object) -> str:
    return str(int(value)) if isinstance(value, float) and value.is_integer() else str(value)


def orphans(codebook: Codebook, before: Tables, now: Tables) -> dict[str, Mask]:
    """Say by table which rows lean on a row of another table that was there before and is not any more.

    Parameters
    ----------
    codebook
        Declares which values must be found in which table.
    before, now
        The rows as they stand in the file, and those that are left.
    """
    found: dict[str, Mask] = {}
    for name, table in codebook.tables.items():
        gone = np.zeros(len(now[name]), dtype=np.bool_)
        for rule in table.rules:
            if rule.rule == "exists_in" and rule.table is not None and rule.table in before:
                then, left = (_offered(tables[rule.table], rule) for tables in (before, now))
                gone |= np.array([parts in then - left for parts in _parts(now[name], rule)], dtype=np.bool_)
        if gone.any():
            found[name] = gone
    return found


def _parts(frame: pd.DataFrame, rule: Rule) -> Iterator[tuple[object, ...]]:
    return zip(*(frame[column] for column in rule.columns), strict=True)


def _offered(frame: pd.DataFrame, rule: Rule) -> set[tuple[object, ...]]:
    if any(column not in frame for column in rule.columns):
        return set()
    rows = np.ones(len(frame), dtype=np.bool_)
    for column, codes in rule.when.items():
        rows &= holds(frame[column], frozenset(map(str, codes)))
    filled = frame[list(rule.columns)].notna().all(axis=1).to_numpy()
    return set(_parts(frame[rows & filled], rule))
