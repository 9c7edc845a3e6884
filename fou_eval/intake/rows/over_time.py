"""The same person or family at several waves: the order and distance of dates, who they are, and copied answers."""

from collections.abc import Mapping, Sequence
from datetime import date
from itertools import pairwise

from fou_eval.declaration.codebook import Table, Wave
from fou_eval.intake.issue import Findings
from fou_eval.intake.rows.breaches import key_values
from fou_eval.intake.rows.roles import role_column
from fou_eval.intake.rows.telling import tell_rows
from fou_eval.intake.sheets.grid import Grid

DAYS_OF_MONTH = 365.25 / 12
FEWEST_MONTHS = 2
"""A wave that is less than this off its declared month is never pointed at."""
FEWEST_COPIES = 8
"""Fewest persons or families from which anything is concluded about copied answers."""
FEWEST_VALUES = 4

Units = Mapping[tuple[object, ...], Mapping[str, int]]


def judge_over_time(grid: Grid, waves: Mapping[str, Wave], findings: Findings) -> None:
    """Write down warnings about what changes, or does not change, from wave to wave."""
    units = units_of(grid)
    day = measured_on(grid.table)
    if day is not None and day in grid.readings:
        if not _is_ruled(grid.table, "increasing_within", day):
            _order(grid, day, units, waves, findings)
        _distance(grid, day, units, waves, findings)
    _copied(grid, units, waves, findings)


def judge_constancy(grid: Grid, findings: Findings) -> None:
    """Warn when a person changes family or changes between child and parent, unless a rule is declared for it."""
    person = grid.table.with_role("person_id")
    if person is None or person not in grid.readings or is_numbered_within(grid.table):
        return
    identities = grid.written(person)
    checked = (("other_family", grid.table.with_role("family_id")), ("other_role", role_column(grid.table)))
    for rule, column in checked:
        if column is None or column not in grid.readings or _is_ruled(grid.table, "constant_within", column):
            continue
        held: dict[str, object] = {}
        differing: dict[str, int] = {}
        for index, (identity, value) in enumerate(zip(identities, key_values(grid, column), strict=True)):
            if identity is not None and value is not None and held.setdefault(identity, value) != value:
                differing.setdefault(identity, index)
        tell_rows(findings, (grid, column), rule, list(differing.values()), {})


def measured_on(table: Table) -> str | None:
    """Name the column that says when a wave was: the one a rule orders by wave, or the only one of role `date`."""
    wave = table.with_role("wave")
    ruled = [
        rule.columns[0] for rule in table.rules if rule.rule == "increasing_within" and rule.order_by == wave
    ]
    dates = [name for name, column in table.columns.items() if column.type in ("date", "month")]
    ruled = [name for name in ruled if name in dates]
    alone = [name for name in dates if table.columns[name].role == "date"]
    return ruled[0] if ruled else alone[0] if len(alone) == 1 else None


def is_numbered_within(table: Table) -> bool:
    """Say whether persons are numbered anew in every family, so that the family is part of who they are."""
    return {"family_id", "person_id"} <= {
        table.columns[name].role for name in table.key if name in table.columns
    }


def units_of(grid: Grid) -> Units:
    """Give the row of every wave of every unit: a person, a family, or what else the key has besides the wave."""
    wave = grid.table.with_role("wave")
    names = [name for name in grid.table.key if name != wave and name in grid.readings]
    parts = [key_values(grid, name) for name in names]
    found: dict[tuple[object, ...], dict[str, int]] = {}
    for index, code in enumerate(grid.values(wave)):
        unit = tuple(part[index] for part in parts)
        if isinstance(code, str) and unit and None not in unit:
            found.setdefault(unit, {}).setdefault(code, index)
    return found


def paired(values: Sequence[object], units: Units, earlier: str, later: str) -> list[tuple[float, float]]:
    """Give the numbers of every unit that has one at both waves."""
    both = [(rows[earlier], rows[later]) for rows in units.values() if earlier in rows and later in rows]
    pairs = ((values[before], values[after]) for before, after in both)
    return [(one, other) for one, other in pairs if isinstance(one, float) and isinstance(other, float)]


def numbers_by_wave(grid: Grid, name: str, waves: Mapping[str, Wave]) -> dict[str | None, list[float]]:
    """Give the numbers of a column by wave, in the order of the waves; under none those of rows without a wave."""
    found: dict[str | None, list[float]] = {**{code: [] for code in waves}, None: []}
    for code, value in zip(grid.values(grid.table.with_role("wave")), grid.values(name), strict=True):
        if isinstance(value, float):
            found[code if isinstance(code, str) else None].append(value)
    return found


def _order(grid: Grid, day: str, units: Units, waves: Mapping[str, Wave], findings: Findings) -> None:
    days = grid.values(day)
    late = []
    for rows in units.values():
        dated = [(index, days[index]) for code in waves if (index := rows.get(code)) is not None]
        known = [(index, found) for index, found in dated if isinstance(found, date)]
        late += [after for (_, earlier), (after, later) in pairwise(known) if later < earlier]
    tell_rows(findings, (grid, day), "waves_out_of_order", late, {})


def _distance(grid: Grid, day: str, units: Units, waves: Mapping[str, Wave], findings: Findings) -> None:
    """Point at waves that lie less than half as far from the first one as declared, or more than twice as far."""
    days = grid.values(day)
    first = next(iter(waves))
    for code in list(waves)[1:]:
        declared = float(waves[code].months - waves[first].months)
        far = []
        for rows in units.values():
            start, end = (days[rows[at]] if at in rows else None for at in (first, code))
            if isinstance(start, date) and isinstance(end, date) and end >= start:
                months = (end - start).days / DAYS_OF_MONTH
                wide = months < declared / 2 or months > declared * 2
                far += [rows[code]] if wide and abs(months - declared) > FEWEST_MONTHS else []
        tell_rows(
            findings,
            (grid, day),
            "off_schedule",
            far,
            {"wave": code, "months": int(declared) if declared.is_integer() else declared},
        )


def _copied(grid: Grid, units: Units, waves: Mapping[str, Wave], findings: Findings) -> None:
    """Warn when everybody gives the very same varied answers at two waves: the first may have been copied."""
    for name, column in grid.table.columns.items():
        if column.kind != "scale" or column.role != "outcome" or name not in grid.readings:
            continue
        values = grid.values(name)
        for earlier, later in pairwise(waves):
            pairs = paired(values, units, earlier, later)
            varied = len({before for before, _ in pairs}) >= FEWEST_VALUES
            if len(pairs) >= FEWEST_COPIES and varied and all(one == other for one, other in pairs):
                places = {"earlier": earlier, "later": later}
                findings.add("warning", "copied_wave", grid.column_place(name), places=places)


def _is_ruled(table: Table, kind: str, column: str) -> bool:
    return any(rule.rule == kind and column in rule.columns for rule in table.rules)
