"""Rows of a synthetic table of records: what is drawn for it, made into the declared columns."""

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from fou_eval.declaration.codebook import Column, Table
from fou_eval.simulation.attributes import coded, limits, pick, texts
from fou_eval.simulation.world import World

Months = NDArray[np.datetime64]
Index = NDArray[np.int64]
NO_MONTH = np.datetime64("NaT", "M")
FEW = 10.0  # what an undeclared highest number is taken to be


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """What is drawn of the rows of one table, before it is written in the declared columns.

    Attributes
    ----------
    size
        Number of rows.
    family, person
        Position of the family, and of the person, of each row; none where rows are of nobody, or of whole families.
    drawn
        Drawn columns by name: months, numbers, or codes; what is not declared is left out, and what is declared and
        not drawn is drawn from its codes and limits.
    """

    size: int
    family: Index | None = None
    person: Index | None = None
    drawn: Mapping[str, NDArray[np.generic]] = field(default_factory=dict)


def written(table: Table, draft: Draft, world: World) -> pd.DataFrame:
    """Write a draft in the declared columns; rows that the key cannot tell apart are left out."""
    frame = pd.DataFrame(
        {
            name: _column(table, name, draft, world)
            for name, column in table.columns.items()
            if column.role != "free_text"
        }
    )
    return frame.drop_duplicates(list(table.key), ignore_index=True)


def numbered(counts: Index) -> tuple[Index, Index]:
    """Give the owner of each row and its number within the owner, from 1.

    Examples
    --------
    >>> numbered(np.array([2, 0, 1]))
    (array([0, 0, 2]), array([1, 2, 1]))
    """
    owner = np.repeat(np.arange(counts.size), counts)
    return owner, np.arange(owner.size) - np.repeat(np.cumsum(counts) - counts, counts) + 1


def codes_of(table: Table, name: str) -> NDArray[np.object_]:
    """Give the codes of a column, or nothing where it is not declared."""
    column = table.columns.get(name)
    return np.array(list(column.values()) if column else [], dtype=object)


def drawn_codes(
    table: Table, name: str, size: int, rng: np.random.Generator, *, falling: float = 1.0
) -> NDArray[np.object_]:
    """Draw codes of a column; each next code is rarer by a factor."""
    codes = codes_of(table, name)
    if not codes.size:
        return np.full(size, None, dtype=object)
    return pick(codes, np.power(falling, np.arange(codes.size, dtype=np.float64)), rng.random(size))


def fitting(
    table: Table, name: str, given: NDArray[np.object_], fits: Mapping[str, tuple[str, ...]], world: World
) -> NDArray[np.object_]:
    """Draw codes of a column that go with the codes of another one, where it is known which do.

    Parameters
    ----------
    given
        Codes of the other column, shape (rows,).
    fits
        Codes that go with each code of the other column; any does where none of them is declared.
    """
    codes, draws = codes_of(table, name), world.streams.rng(table.table, name).random(given.size)
    values = np.full(given.size, None, dtype=object)
    if not codes.size:
        return values
    for code in np.unique(given.astype(str)):
        known = codes[np.isin(codes, fits.get(code, ()))]
        here = given.astype(str) == code
        possible = known if known.size else codes
        values[here] = pick(possible, np.ones(possible.size), draws[here])
    return values


def _column(table: Table, name: str, draft: Draft, world: World) -> pd.Series:
    column = table.columns[name]
    owner = draft.person if column.role == "person_id" else draft.family
    if column.role in world.ids and owner is not None:
        return pd.Series(world.ids[column.role][owner], dtype=object)
    if name in draft.drawn:
        return _shown(column, draft.drawn[name])
    rng = world.streams.rng(table.table, name)
    if column.type in ("date", "month"):
        span = int((world.last - world.begun) / np.timedelta64(1, "M")) + 1
        return _shown(column, world.begun + rng.integers(0, span, draft.size).astype("timedelta64[M]"))
    if column.type == "code":
        return coded(column, drawn_codes(table, name, draft.size, rng))
    if column.type == "boolean":
        return pd.Series((rng.random(draft.size) < 0.6).astype(np.float64))
    if column.type == "text":
        return texts(column, draft.size)
    return pd.Series(_number(table, name, draft, rng))


def _number(table: Table, name: str, draft: Draft, rng: np.random.Generator) -> NDArray[np.float64]:
    """Number the rows where the column tells them apart, else draw from the declared range."""
    low, high = limits(table.columns[name], 1.0 if name in table.key else 0.0, FEW)
    if name in table.key:
        return np.arange(low, low + draft.size)
    high = min(high, low + FEW) if low < FEW else high
    drawn: NDArray[np.float64] = np.minimum(low + np.floor((high - low + 1) * rng.random(draft.size)), high)
    return drawn


def _shown(column: Column, values: NDArray[np.generic]) -> pd.Series:
    """Write values in the form of the column's type, inside its declared range."""
    if column.type in ("date", "month"):
        return pd.Series(_inside(column, values.astype("datetime64[M]").astype("datetime64[D]")))
    if values.dtype == object:
        return coded(column, values.astype(object))
    numbers = values.astype(np.float64)
    low = column.min if isinstance(column.min, (int, float)) else -np.inf
    high = column.max if isinstance(column.max, (int, float)) else np.inf
    return pd.Series(np.clip(numbers, low, high))


def _inside(column: Column, days: Months) -> Months:
    """Keep days inside the declared range; none stays none."""
    if column.min is not None:
        days = np.where(np.isnat(days), days, np.maximum(days, np.datetime64(str(column.min))))
    if column.max is not None:
        days = np.where(np.isnat(days), days, np.minimum(days, np.datetime64(str(column.max))))
    return days.astype("datetime64[ns]")
