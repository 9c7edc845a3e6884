"""What every kind of rule needs: the rows it concerns, their groups, and values that can be compared."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from fou_eval.declaration.codebook import Rule, Wave
from fou_eval.intake.cells.choices import code_list
from fou_eval.intake.sheets.grid import Grid, plain_code

Condition = Mapping[str, Sequence[object]]


@dataclass(frozen=True, slots=True)
class Breach:
    """A row that breaks a rule: its position among the data rows, the column to point at, rows to compare with."""

    index: int
    column: str
    compared: tuple[int, ...] = ()


Breaches = Iterator[Breach]
SLACK = 1e-9
"""Sums and differences of decimals are off by less than this, in parts of the number they are compared with."""


def key_values(grid: Grid, name: str) -> Sequence[object]:
    """Give what rows are told apart by: ids as they are written, also where their form is wrong, or values."""
    is_id = grid.table.columns[name].role in ("family_id", "person_id")
    return grid.written(name) if is_id else grid.values(name)


def concerned(grid: Grid, condition: Condition) -> list[int]:
    """Give the positions of the rows in which every column of a condition holds one of its codes."""
    rows = set(range(len(grid.rows)))
    for column, codes in condition.items():
        allowed = {str(code) for code in codes}
        held = enumerate(grid.values(column))
        rows &= {index for index, value in held if value is not None and plain_code(value) in allowed}
    return sorted(rows)


def groups(grid: Grid, rule: Rule, rows: Sequence[int]) -> list[list[int]]:
    """Gather rows by the value of `within`; rows without one belong to no group."""
    found: dict[object, list[int]] = {}
    values = key_values(grid, rule.within) if rule.within else []
    for index in rows:
        if rule.within is not None and values[index] is not None:
            found.setdefault(values[index], []).append(index)
    return list(found.values())


def ranks(grid: Grid, name: str, waves: Mapping[str, Wave]) -> list[float | None]:
    """Give the place of every row along a column: waves and codes as declared, dates and numbers by size."""
    places = {code: float(place) for place, code in enumerate(code_list(grid.table.columns[name], waves))}
    return [
        places.get(value, as_measure(value)) if isinstance(value, str) else as_measure(value)
        for value in grid.values(name)
    ]


def as_measure(value: object) -> float | None:
    """Give a value as a number that can be subtracted: a number, a code that is one, or a day; else none.

    Examples
    --------
    >>> as_measure("7"), as_measure("barn"), as_measure(date(1, 1, 2))
    (7.0, None, 2.0)
    """
    if isinstance(value, date):
        return float(value.toordinal())
    if isinstance(value, str):
        return float(value) if value.removeprefix("-").isdecimal() else None
    return value if isinstance(value, float) else None


def exceeds(value: float, limit: float) -> bool:
    """Say whether a sum or difference lies above a limit by more than the noise of decimals.

    Examples
    --------
    >>> exceeds(0.1 + 0.2, 0.3), exceeds(0.31, 0.3)
    (False, True)
    """
    return value - limit > SLACK * max(1.0, abs(limit))
