"""Which rows a synthetic table has: who is followed in it, and at which waves."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from fou_eval.declaration.codebook import Column, Table
from fou_eval.simulation.attributes import Attributes, Unit, constant_unit, holds, is_roster, limits, unit_of
from fou_eval.simulation.people import People
from fou_eval.simulation.streams import Streams

SPELLS = 0.2  # share of families or persons with a row in a table of spells
NUMBERED = 3  # goals, or whatever the key numbers, of each family or person


@dataclass(frozen=True, slots=True, kw_only=True)
class Rows:
    """The rows of one table.

    Attributes
    ----------
    unit
        Whether the rows are about families or persons.
    index, family
        Of each row: the position of its family or person, and of its family; shape (rows,).
    wave
        Position of the wave, -1 in a table without waves, shape (rows,).
    told
        Rows that only say why the family was not measured, shape (rows,).
    crossed
        Codes of key columns that every family or person has a row for.
    """

    unit: Unit
    index: NDArray[np.int64]
    family: NDArray[np.int64]
    wave: NDArray[np.int64]
    told: NDArray[np.bool_]
    crossed: Mapping[str, NDArray[np.object_]]

    @property
    def size(self) -> int:
        """Number of rows."""
        return self.index.size


def rows_of(table: Table, people: People, attributes: Attributes, streams: Streams) -> Rows:
    """Give the rows of a table; one that names neither families nor persons has none."""
    unit = unit_of(table) or "family"
    family = people.family if unit == "person" else np.arange(people.families)
    followed = eligible(table, unit, attributes, family.size) & (unit_of(table) is not None)
    if any(table.columns[name].role == "wave" for name in table.key):
        told = people.told & _can_tell(table)
        index, wave = np.nonzero((people.measured | told)[family] & followed[:, None])
        return _cross(table, unit, family, index, wave, told[family[index], wave])
    if not is_roster(table):
        followed &= streams.rng("spells", table.table).random(family.size) < SPELLS
    index = np.flatnonzero(followed)
    return _cross(table, unit, family, index, np.full(index.size, -1), np.zeros(index.size, dtype=np.bool_))


def eligible(table: Table, unit: Unit, attributes: Attributes, n: int) -> NDArray[np.bool_]:
    """Follow those whose role, stage and the like are among the codes of the table's own columns."""
    followed = np.ones(n, dtype=np.bool_)
    for name, column in table.columns.items():
        if constant_unit(table, name) == unit and isinstance(column.codes, dict):
            values = attributes[unit, name]
            allowed = holds(values, tuple(column.codes))
            followed &= allowed | (values.isna().to_numpy() & (not column.required))
    for rule in table.rules:
        if rule.rule == "exists_in":
            for name, codes in rule.when.items():
                if (unit, name) in attributes:
                    followed &= holds(attributes[unit, name], codes)
    return followed


def _can_tell(table: Table) -> bool:
    """Say whether a row without answers can be written: there are reasons, and no answer is required."""
    outcomes = [column for column in table.columns.values() if column.role == "outcome"]
    return any(column.missing_codes for column in outcomes) and not any(c.required for c in outcomes)


def _cross(
    table: Table,
    unit: Unit,
    family: NDArray[np.int64],
    index: NDArray[np.int64],
    wave: NDArray[np.int64],
    told: NDArray[np.bool_],
) -> Rows:
    """Repeat the rows for every code or number of the other key columns."""
    crossed: dict[str, NDArray[np.object_]] = {}
    for name in table.key:
        codes = _parts(table.columns[name])
        if codes.size:
            crossed = {key: np.repeat(values, codes.size) for key, values in crossed.items()}
            crossed[name] = np.tile(codes, index.size)
            index, wave = np.repeat(index, codes.size), np.repeat(wave, codes.size)
            told = np.repeat(told, codes.size)
    return Rows(unit=unit, index=index, family=family[index], wave=wave, told=told, crossed=crossed)


def _parts(column: Column) -> NDArray[np.object_]:
    """Give the codes of a key column, or the first numbers of one that numbers goals; none for ids, waves and dates."""
    if column.type == "code" and column.role != "wave" and isinstance(column.codes, dict):
        return np.array(list(column.values()), dtype=object)
    if column.type == "integer" and column.role == "context":
        low, high = limits(column, 1.0, NUMBERED)
        return np.arange(low, min(high, low + NUMBERED - 1) + 1).astype(object)
    return np.array([], dtype=object)
