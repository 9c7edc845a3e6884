"""The same persons and families in several tables: who is missing in one of them, and who belongs to two families."""

from collections.abc import Mapping

from fou_eval.declaration.codebook import Role, Table
from fou_eval.intake.issue import Findings, Severity
from fou_eval.intake.rows.over_time import is_numbered_within
from fou_eval.intake.rows.telling import tell_rows
from fou_eval.intake.sheets.grid import Grid

_IDS: tuple[Role, ...] = ("person_id", "family_id")


def judge_tables(grids: Mapping[str, Grid], findings: Findings) -> None:
    """Compare the ids of all tables; what a declared `exists_in` asks for is left to that rule."""
    for role in _IDS:
        having = [grid for grid in grids.values() if grid.table.with_role(role) in grid.readings]
        if role == "person_id":
            having = [grid for grid in having if not is_numbered_within(grid.table)]
        for grid in having:
            _unmatched(grid, role, [other for other in having if other is not grid], findings)
    _families(grids, findings)


def _unmatched(grid: Grid, role: Role, others: list[Grid], findings: Findings) -> None:
    """Point at the first row of every id that stands in no other table, or not where all of them are listed.

    In a register, with one row for each, somebody who has not been followed up is nothing unusual.
    """
    column = grid.table.with_role(role) or ""
    is_register = grid.table.key == (column,)
    registers = [other for other in others if other.table.key == (other.table.with_role(role),)]
    against = others if is_register else registers or others
    if not against or _is_ruled(grid.table, column):
        return
    known = {text for other in against for text in other.written(other.table.with_role(role))}
    lacking: dict[str, int] = {}
    for index, text in enumerate(grid.written(column)):
        if text is not None and text not in known:
            lacking.setdefault(text, index)
    sure = not is_register and (registers or grid.table.with_role("wave") is None)
    severity: Severity = "warning" if sure else "info"
    places = {"tables": ", ".join(sorted(other.table.table for other in against))}
    tell_rows(findings, (grid, column), "unmatched_id", list(lacking.values()), places, severity)


def _families(grids: Mapping[str, Grid], findings: Findings) -> None:
    """Point at the first row of every person who belongs to another family than in a table before."""
    seen: dict[str, tuple[str, str]] = {}
    for name, grid in grids.items():
        table = grid.table
        person, family = table.with_role("person_id"), table.with_role("family_id")
        if person not in grid.readings or family not in grid.readings or is_numbered_within(table):
            continue
        differing: dict[str, dict[str, int]] = {}
        for index, (identity, own) in enumerate(zip(grid.written(person), grid.written(family), strict=True)):
            if identity is None or own is None:
                continue
            before, where = seen.setdefault(identity, (own, name))
            if where != name and before != own:
                differing.setdefault(where, {}).setdefault(identity, index)
        for where, rows in differing.items():
            if not _pairs_are_ruled(table, grids[where].table):
                places = {"table": where}
                tell_rows(
                    findings, (grid, str(family)), "other_family_elsewhere", list(rows.values()), places
                )


def _is_ruled(table: Table, column: str) -> bool:
    return any(rule.rule == "exists_in" and column in rule.columns for rule in table.rules)


def _pairs_are_ruled(one: Table, other: Table) -> bool:
    """Say whether a declared rule compares person and family of two tables already."""
    for table, target in ((one, other), (other, one)):
        pair = {table.with_role("person_id"), table.with_role("family_id")}
        rules = (rule for rule in table.rules if rule.rule == "exists_in" and rule.table == target.table)
        if any(pair <= set(rule.columns) for rule in rules):
            return True
    return False
