"""Columns of a synthetic table that are not outcomes: dates, exposures and what varies around them."""

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from fou_eval.declaration.codebook import Codebook, Column, Table
from fou_eval.simulation.attributes import coded, exit_column, is_roster, limits, texts
from fou_eval.simulation.people import People
from fou_eval.simulation.rows import Rows
from fou_eval.simulation.streams import Streams

CHANGES = 0.15  # chance that what may vary differs from what it usually is
FULL = 0.7  # chance that an exposure is as long as it can be
ONGOING = 0.4  # chance that an optional end is not yet there

Months = NDArray[np.datetime64]


def dates(
    table: Table, name: str, rows: Rows, people: People, codebook: Codebook, streams: Streams
) -> pd.Series:
    """Give the days or months of a column, inside its declared range."""
    column = table.columns[name]
    rng = streams.rng(table.table, name)
    months = _months(table, name, rows, people, codebook, streams, rng)
    days = months.astype("datetime64[D]")
    if column.type == "date":
        days = days + rng.integers(0, 28, rows.size).astype("timedelta64[D]")
    unit = "datetime64[D]" if column.type == "date" else "datetime64[M]"
    if column.min is not None:
        days = np.where(np.isnat(days), days, np.maximum(days, np.datetime64(str(column.min)).astype(unit)))
    if column.max is not None:
        days = np.where(np.isnat(days), days, np.minimum(days, np.datetime64(str(column.max)).astype(unit)))
    return pd.Series(days.astype("datetime64[ns]"))


def _months(
    table: Table,
    name: str,
    rows: Rows,
    people: People,
    codebook: Codebook,
    streams: Streams,
    rng: np.random.Generator,
) -> Months:
    entry = people.entry[rows.family]
    if exit_column(table) == name:
        return people.exit[rows.family]
    earlier = _earlier(table, name)
    if earlier is not None:
        start = dates(table, earlier, rows, people, codebook, streams).to_numpy().astype("datetime64[M]")
        ends = _after(start, rng.integers(2, 12, rows.size))
        if not table.columns[name].required:
            ends[rng.random(rows.size) < ONGOING] = np.datetime64("NaT", "M")
        return ends
    if name != _first_date(table):
        return entry
    if is_roster(table):
        return entry
    in_waves = rows.size > 0 and bool((rows.wave >= 0).all())
    since = _at_waves(rows, codebook, rng) if in_waves else rng.integers(0, 12, rows.size)
    return _after(entry, since)


def _after(start: Months, months: NDArray[np.int64]) -> Months:
    later: Months = start + months.astype("timedelta64[M]")
    return later


def _at_waves(rows: Rows, codebook: Codebook, rng: np.random.Generator) -> NDArray[np.int64]:
    """Give months since entry; a later wave is sometimes a month late, when the waves lie far enough apart."""
    months = np.array([int(wave.months) for wave in codebook.waves.values()], dtype=np.int64)
    late = (rng.random(rows.size) < 0.3) & (rows.wave > 0)
    apart = months.size > 1 and int(np.diff(months).min()) > 2
    return months[rows.wave] + (late & apart)


def _earlier(table: Table, name: str) -> str | None:
    """Name the date that a rule says this one is not before."""
    pairs = (rule.columns for rule in table.rules if rule.rule == "not_before" and len(rule.columns) == 2)
    return next((first for last, first in pairs if last == name and first in table.columns), None)


def _first_date(table: Table) -> str | None:
    names = [name for name, column in table.columns.items() if column.type in ("date", "month")]
    ordered = [name for rule in table.rules if rule.rule == "increasing_within" for name in rule.columns]
    return next((name for name in [*ordered, *names] if name in names), None)


def exposure(column: Column, rows: Rows, rng: np.random.Generator) -> pd.Series:
    """Draw exposures: most are as long as they can be, and none is zero."""
    low, high = limits(column, 1.0, 12.0)
    low = max(low, 1.0)
    shorter = np.minimum(low + np.floor((high - low + 1.0) * rng.random(rows.size)), high)
    return pd.Series(np.where(rng.random(rows.size) < FULL, high, shorter))


def context(column: Column, rows: Rows, n: int, rng: np.random.Generator) -> pd.Series:
    """Draw what surrounds the outcomes: each family or person has a usual value, and sometimes another.

    Parameters
    ----------
    n
        Families or persons that the rows are about.
    """
    usual, other = rng.random(n)[rows.index], rng.random(rows.size)
    draws = np.where(rng.random(rows.size) < CHANGES, other, usual)
    codes = np.array(list(column.values()), dtype=object)
    if codes.size:
        return coded(column, codes[np.minimum(draws * codes.size, codes.size - 1).astype(np.int64)])
    if column.type == "boolean":
        return pd.Series((draws < 0.5).astype(np.float64))
    if column.type in ("integer", "number"):
        low, high = limits(column, 0.0, 10.0)
        return pd.Series(np.minimum(low + np.floor((high - low + 1.0) * draws), high))
    return texts(column, rows.size)
