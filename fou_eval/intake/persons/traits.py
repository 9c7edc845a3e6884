"""What is known of the persons and families of a file: the values of declared columns, gathered by unit."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import repeat
from math import floor
from typing import NamedTuple

from fou_eval.declaration.codebook import Column, Role, Table, Wave
from fou_eval.intake.rows.roles import child_and_parent

BAND = 5
"""Width in years of the bands that are advised for exact ages and tried in their place."""

_ROLE = re.compile(r"\b(?:role|roll)\b", re.IGNORECASE)
_SEX = re.compile(r"\b(?:sex|gender|kön|kon)\b", re.IGNORECASE)
_AGE = re.compile(r"\bage\b|ålder|\balder|birth|född|\bfodd|födelse|fodelse", re.IGNORECASE)

Known = tuple[str, ...]
"""What is known of somebody in one trait: usually one value, several for one who had several services."""


class Rows(NamedTuple):
    """The rows of one table: its declaration, and the values of its columns in row order, none where missing."""

    table: Table
    values: Mapping[str, Sequence[object]]

    def of(self, role: Role) -> Sequence[object] | None:
        """Give the values of the column with a role, or none if the file has no such column."""
        name = self.table.with_role(role)
        return None if name is None else self.values.get(name)

    @property
    def owner(self) -> Role:
        """Whose the rows are: a person's if the table names persons, else a family's."""
        return "person_id" if self.table.with_role("person_id") else "family_id"


@dataclass(frozen=True, slots=True)
class Trait:
    """Something that can be known of persons or of families: a declared column, and whose it is."""

    name: str
    owner: Role
    column: Column = field(compare=False)


def homes_of(tables: Iterable[Rows]) -> dict[object, object]:
    """Give the family of every person, from each table that names both."""
    homes: dict[object, object] = {}
    for rows in tables:
        persons, families = rows.of("person_id"), rows.of("family_id")
        if persons is not None and families is not None:
            for who, home in zip(persons, families, strict=True):
                if who is not None and home is not None:
                    homes.setdefault(who, home)
    return homes


def families_of(tables: Iterable[Rows]) -> frozenset[object]:
    """Give every family that is named."""
    return frozenset(home for rows in tables for home in rows.of("family_id") or ()) - {None}


def commonly_known(tables: Iterable[Rows]) -> list[Trait]:
    """Give the columns of role `quasi_identifier` in the order in which they become known: role, sex, age, the rest."""
    return sorted(
        (trait for trait in traits_of(tables) if trait.column.role == "quasi_identifier"), key=_order
    )


def traits_of(tables: Iterable[Rows]) -> list[Trait]:
    """Give the declared columns of the file, once each, also when several tables have them."""
    found: dict[Trait, None] = {}
    for rows in tables:
        for name, column in rows.table.columns.items():
            if name in rows.values and rows.of(rows.owner) is not None:
                found.setdefault(Trait(name, rows.owner, column))
    return list(found)


def known(trait: Trait, tables: Iterable[Rows], waves: Mapping[str, Wave]) -> dict[object, Known]:
    """Give what is known in one trait: the values at the first wave that has any, in a table without waves all."""
    found: dict[object, dict[int, set[str]]] = {}
    for rows in tables:
        units, values = rows.of(trait.owner), rows.values.get(trait.name)
        if rows.owner != trait.owner or units is None or values is None:
            continue
        for place, unit, value in zip(_places(rows, waves), units, values, strict=False):
            if unit is not None and value is not None:
                found.setdefault(unit, {}).setdefault(place, set()).add(_text(value))
    return {unit: tuple(sorted(by_place[min(by_place)])) for unit, by_place in found.items()}


def is_exact_age(trait: Trait, values: Iterable[Known]) -> bool:
    """Say whether a trait is an age or a year of birth in whole years, of more values than bands would have."""
    if trait.column.type not in ("integer", "number") or not _AGE.search(_words(trait)):
        return False
    different = {value for one in values for value in one}
    return len(different) > len({band(value) for value in different})


def band(years: str) -> str:
    """Give the first year of the band that a number of years lies in.

    Examples
    --------
    >>> band("7"), band("10"), band("2009")
    ('5', '10', '2005')
    """
    return str(floor(float(years) / BAND) * BAND)


def _order(trait: Trait) -> int:
    if any(child_and_parent(trait.column)) or _ROLE.search(_words(trait)):
        return 0
    return 1 if _SEX.search(_words(trait)) else 2 if _AGE.search(_words(trait)) else 3


def _words(trait: Trait) -> str:
    label = trait.column.label
    return f"{trait.name.replace('_', ' ')} | {label.sv} | {label.en}"


def _places(rows: Rows, waves: Mapping[str, Wave]) -> Iterable[int]:
    """Give the place in time of every row; a row without a wave comes last."""
    codes = rows.of("wave")
    if codes is None:
        return repeat(0)
    order = {code: place for place, code in enumerate(waves)}
    return [order.get(str(code), len(order)) for code in codes]


def _text(value: object) -> str:
    return f"{value:g}" if isinstance(value, float) else str(value)
