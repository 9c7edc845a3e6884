"""What a person should look at although every cell is right: too few families, waves, scales, categories."""

from collections.abc import Iterable, Mapping
from itertools import pairwise

from fou_eval.declaration.codebook import Column, Table, Wave
from fou_eval.intake.issue import Findings, Place, Severity
from fou_eval.intake.rows.over_time import numbers_by_wave
from fou_eval.intake.rows.roles import child_and_parent
from fou_eval.intake.rows.scales import fraction, scale_mismatch, turned
from fou_eval.intake.sheets.grid import Grid, plain_code

FEWEST_ANSWERS = 3


def judge_content(grid: Grid, waves: Mapping[str, Wave], smallest: int, findings: Findings) -> None:
    """Write down warnings about the content of a table.

    Parameters
    ----------
    grid
        The table as read; cells with a fault have no value.
    waves
        The declared waves in time order.
    smallest
        Fewest families that a published cell may hold.
    findings
        Receives the warnings.
    """
    if not grid.rows:
        return
    if _holds_everybody(grid.table):
        _families(grid, smallest, findings)
        _waves(grid, waves, smallest, findings)
    _outcomes(grid, findings)
    _scales(grid, waves, findings)
    _categories(grid, smallest, findings)
    _incomplete_family(grid, findings)


def _holds_everybody(table: Table) -> bool:
    """Say whether every family has a row, at every wave where there are waves: not where rows are of what happened."""
    return table.records in {None, "families"} or table.with_role("outcome") is not None


def _families(grid: Grid, smallest: int, findings: Findings) -> None:
    name = grid.table.with_role("family_id")
    if name in grid.readings and len(set(_filled(grid.written(name)))) < smallest:
        findings.add("warning", "too_few_families", grid.column_place(name), places={"smallest": smallest})


def _waves(grid: Grid, waves: Mapping[str, Wave], smallest: int, findings: Findings) -> None:
    wave = grid.table.with_role("wave")
    unit = grid.table.with_role("person_id") or grid.table.with_role("family_id")
    if wave is None or wave not in grid.readings:
        return
    held = grid.values(wave)
    first, only = next(iter(waves)), set(_filled(held))
    if len(only) == 1:
        findings.add("warning", "single_wave", grid.column_place(wave))
        if only != {first}:
            findings.add("warning", "missing_baseline", grid.column_place(wave))
        return
    _missing_baseline(grid, wave, unit, first, findings)
    _incomplete_follow_up(grid, wave, list(waves), smallest, findings)


def _missing_baseline(grid: Grid, wave: str, unit: str | None, first: str, findings: Findings) -> None:
    """Point at the first row of each unit that has later waves and not the first.

    A family in which a row lacks a usable id or wave is passed over: that row may be the baseline.
    """
    held, identities = grid.values(wave), grid.values(unit)
    families = grid.written(grid.table.with_role("family_id"))
    unsure = {families[i] for i in range(len(grid.rows)) if held[i] is None or identities[i] is None} - {None}
    rows: dict[object, list[int]] = {}
    for index, identity in enumerate(identities):
        if identity is not None and families[index] not in unsure:
            rows.setdefault(identity, []).append(index)
    for group in rows.values():
        if first not in [held[index] for index in group]:
            findings.add("warning", "missing_baseline", grid.row_place(group[0]))


def _incomplete_follow_up(grid: Grid, wave: str, order: list[str], smallest: int, findings: Findings) -> None:
    """Warn when fewer families than a cell may hold lack a later wave: both groups side by side give them away."""
    family = grid.table.with_role("family_id")
    seen: dict[object, set[object]] = {}
    for code, identity in zip(grid.values(wave), grid.values(family), strict=True):
        if code is not None and identity is not None:
            seen.setdefault(code, set()).add(identity)
    start = seen.get(order[0], set())
    for code in order[1:]:
        lacking = len(start - seen[code]) if code in seen else 0
        if 0 < lacking < smallest <= len(start):
            place = grid.column_place(wave)
            findings.add(
                "warning", "incomplete_follow_up", place, places={"wave": code, "smallest": smallest}
            )


def _outcomes(grid: Grid, findings: Findings) -> None:
    for name, column in grid.table.columns.items():
        if column.role != "outcome" or name not in grid.readings:
            continue
        values = _filled(grid.values(name))
        concerned = _concerned(grid, column)
        if concerned and not any(grid.readings[name][index].filled for index in concerned):
            findings.add("warning", "all_missing", grid.column_place(name))
        elif len(values) >= FEWEST_ANSWERS and len(set(values)) == 1:
            findings.add("warning", "no_variation", grid.column_place(name))
        elif not values and concerned and all(grid.readings[name][i].fault is None for i in concerned):
            findings.add("warning", "all_missing", grid.column_place(name))


def _concerned(grid: Grid, column: Column) -> list[int]:
    """Give the rows in which a column is to be filled in."""
    rows = range(len(grid.rows))
    conditions = [
        (grid.values(other), {str(code) for code in codes}) for other, codes in column.only_when.items()
    ]
    if not conditions:
        return list(rows)
    return [index for index in rows if all(plain_code(given[index]) in codes for given, codes in conditions)]


def _scales(grid: Grid, waves: Mapping[str, Wave], findings: Findings) -> None:
    wave = grid.table.with_role("wave")
    for name, column in grid.table.columns.items():
        if name not in grid.readings or column.role != "outcome" or column.type not in ("integer", "number"):
            continue
        written = [reading.value for reading in grid.readings[name] if isinstance(reading.value, float)]
        refused = [i for i, r in enumerate(grid.readings[name]) if r.fault and r.fault.rule == "out_of_range"]
        outside = [grid.raw(index, name) for index in refused]
        if scale_mismatch(column, written, [cell.value for cell in outside if cell]):
            findings.add("warning", "scale_mismatch", grid.column_place(name))
        if fraction(column, written):
            findings.add("warning", "fraction_not_percent", grid.column_place(name))
        if wave in grid.readings:
            by_wave = [
                values for code, values in numbers_by_wave(grid, name, waves).items() if code and values
            ]
            if any(turned(column, *two) for two in pairwise(by_wave)):
                findings.add("warning", "reversed_scale", grid.column_place(name))


def _categories(grid: Grid, smallest: int, findings: Findings) -> None:
    """Point at categories that so few families hold that they will be merged or left out.

    In a column that could help to point out a family each is a warning; in one of background they are said at once.
    """
    family = grid.table.with_role("family_id")
    if family is None or family not in grid.readings:
        return
    identities = grid.values(family)
    if len(set(_filled(identities))) < smallest:
        return
    for name, column in grid.table.columns.items():
        described = column.role in {"quasi_identifier", "context"} and column.type in {"code", "boolean"}
        if not described or name not in grid.readings:
            continue
        holders: dict[object, set[object]] = {}
        for value, identity in zip(grid.values(name), identities, strict=True):
            if value is not None and identity is not None:
                holders.setdefault(value, set()).add(identity)
        small = [_category(value, column) for value, families in holders.items() if len(families) < smallest]
        if column.role == "context":
            small = [", ".join(sorted(small))] if small else []
        for code in small:
            places = {"code": code, "smallest": smallest}
            severity: Severity = "info" if column.role == "context" else "warning"
            findings.add(severity, "small_category", grid.column_place(name), places=places)


def _category(value: object, column: Column) -> str:
    """Name a category as it may be written in the file."""
    return ("ja" if value else "nej") if column.type == "boolean" else plain_code(value)


def _incomplete_family(grid: Grid, findings: Findings) -> None:
    """Warn of families without a child or without a parent, at the first row of each; many become one issue."""
    family = grid.table.with_role("family_id")
    if grid.table.records == "goals":
        return  # who set a goal says not who is in the family
    for name, column in grid.table.columns.items():
        child, parent = child_and_parent(column)
        if family not in grid.readings or name not in grid.readings or not child or not parent:
            continue
        held = grid.values(name)
        first: dict[object, int] = {}
        roles: dict[object, set[object]] = {}
        for index, (identity, role) in enumerate(zip(grid.values(family), held, strict=True)):
            if identity is not None and role is not None:
                first.setdefault(identity, index)
                roles.setdefault(identity, set()).add(role)
        lacking = [first[identity] for identity, found in roles.items() if not {child, parent} <= found]
        _write_families(grid, name, lacking, findings)


def _write_families(grid: Grid, name: str, rows: list[int], findings: Findings) -> None:
    if len(rows) > 5:
        findings.add(
            "warning",
            "incomplete_family",
            grid.column_place(name),
            variant="many",
            places={"count": len(rows)},
        )
        return
    for index in rows:
        at = grid.row_place(index)
        place = Place(table=at.table, sheet=at.sheet, row=at.row, column=name)
        findings.add("warning", "incomplete_family", place)


def _filled(values: Iterable[object]) -> list[object]:
    return [value for value in values if value is not None]
