"""Spells of services and care: the wrong way round, side by side, after the data end, without start or end."""

from collections.abc import Iterator, Mapping
from datetime import date

from fou_eval.declaration.codebook import Codebook, Rule, Table
from fou_eval.declaration.text import Text
from fou_eval.intake.issue import Findings
from fou_eval.intake.rows.in_groups import group_breaches
from fou_eval.intake.rows.in_row import row_breaches
from fou_eval.intake.rows.telling import tell_rows
from fou_eval.intake.sheets.grid import Grid

_SPELLS = {"services", "placements", "assignments"}
_UNSAID = Text(sv="-", en="-")  # these rules are not declared: the message is the catalogue's


def judge_spells(grids: Mapping[str, Grid], codebook: Codebook, findings: Findings) -> None:
    """Write down what is wrong with spells whatever rules are declared, and how many go on.

    A spell that ends before it starts is an error. A child in two placements at once, and a spell that starts after the
    last day of the data, are warnings: such days are counted once, or not at all. That a spell has no end means that it
    goes on, which is no fault, but is told.

    Parameters
    ----------
    grids
        The tables by name, with every cell judged.
    codebook
        Says what the tables record, and until when data were collected.
    findings
        Receives the issues.
    """
    for grid in grids.values():
        if grid.table.records not in _SPELLS or "start" not in grid.readings:
            continue
        tell_rows(findings, (grid, "start"), "spell_without_start", _lacking(grid, "start"), {})
        until = codebook.data_until
        if until is not None:
            late = _later(grid, until)
            tell_rows(findings, (grid, "start"), "spell_after_data", late, {"last": until.isoformat()})
        if "end" in grid.readings:
            _ends(grid, findings)


def _ends(grid: Grid, findings: Findings) -> None:
    if not _is_ruled(grid.table, "not_before", ("end", "start")):
        for index in _reversed(grid):
            findings.add("error", "spell_reversed", grid.place(index, "end"))
    person = grid.table.with_role("person_id")
    if (
        grid.table.records == "placements"
        and person in grid.readings
        and not _is_ruled(grid.table, "no_overlap_within", ("start", "end"))
    ):
        tell_rows(findings, (grid, "start"), "two_placements", _overlapping(grid, person), {})
    ongoing = [index for index in _lacking(grid, "end") if isinstance(grid.values("start")[index], date)]
    if ongoing:
        findings.add("info", "spell_goes_on", grid.column_place("end"), places={"count": len(ongoing)})


def _reversed(grid: Grid) -> Iterator[int]:
    rule = Rule(id="-", rule="not_before", columns=("end", "start"), message=_UNSAID)
    yield from (breach.index for breach in row_breaches(grid, rule))


def _overlapping(grid: Grid, person: str | None) -> list[int]:
    rule = Rule(id="-", rule="no_overlap_within", columns=("start", "end"), within=person, message=_UNSAID)
    return sorted({breach.index for breach in group_breaches(grid, rule, {})})


def _lacking(grid: Grid, column: str) -> list[int]:
    """Give the rows in which nothing stands in a column; what is wrong there has an issue of its own."""
    return [
        index
        for index, reading in enumerate(grid.readings[column])
        if reading.value is None and reading.fault is None
    ]


def _later(grid: Grid, until: date) -> list[int]:
    return [index for index, day in enumerate(grid.values("start")) if isinstance(day, date) and day > until]


def _is_ruled(table: Table, rule: str, columns: tuple[str, str]) -> bool:
    return any(declared.rule == rule and declared.columns[:2] == columns for declared in table.rules)
