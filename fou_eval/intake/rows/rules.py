"""Rules across rows and columns: the key, and the declared rules; one issue per row concerned."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from fou_eval.declaration.codebook import Rule, Wave
from fou_eval.intake.cells.parse import Fault, Reading
from fou_eval.intake.issue import Findings
from fou_eval.intake.rows.breaches import Breaches
from fou_eval.intake.rows.in_groups import group_breaches
from fou_eval.intake.rows.in_row import IN_ROW, row_breaches
from fou_eval.intake.rows.keys import judge_key, missing_elsewhere
from fou_eval.intake.sheets.grid import Grid


@dataclass(frozen=True, slots=True)
class Refused:
    """A cell that breaks a rule."""

    grid: Grid
    column: str
    index: int
    rule: str


def judge_rules(
    grid: Grid, others: Mapping[str, Grid], waves: Mapping[str, Wave], findings: Findings
) -> list[Refused]:
    """Write down repeated keys and every breach of a declared rule.

    Returns
    -------
    list of Refused
        The cells that break a rule of severity `error`. They are refused when every rule of every table has been
        judged, so that no fault hides another.
    """
    judge_key(grid, findings)
    refused: list[Refused] = []
    for rule in grid.table.rules:
        named = [*rule.columns, *(name for name in (rule.within, rule.order_by) if name)]
        if any(name not in grid.readings for name in named):
            continue
        name = "overlapping_spells" if rule.rule == "no_overlap_within" else rule.rule
        for (index, column), compared in _gathered(_breaches(grid, rule, others, waves)).items():
            rows = ", ".join(str(grid.rows[other]) for other in compared[:3])
            place = grid.place(index, column)
            findings.add_declared(rule.severity, name, place, rule.message[findings.language], rows)
            if rule.severity == "error":
                refused.append(Refused(grid, column, index, name))
    return refused


def refuse(cells: Iterable[Refused]) -> None:
    """Take the cells that break a rule out of what was read."""
    for cell in cells:
        cell.grid.readings[cell.column][cell.index] = Reading(fault=Fault(cell.rule))


def _breaches(grid: Grid, rule: Rule, others: Mapping[str, Grid], waves: Mapping[str, Wave]) -> Breaches:
    if rule.rule == "exists_in":
        return missing_elsewhere(grid, rule, others)
    if rule.within is None and (rule.rule in IN_ROW or rule.rule == "only_when"):
        return row_breaches(grid, rule)
    return group_breaches(grid, rule, waves)


def _gathered(breaches: Breaches) -> dict[tuple[int, str], tuple[int, ...]]:
    """Gather breaches by cell, each with all rows to compare it with."""
    found: dict[tuple[int, str], dict[int, None]] = {}
    for breach in breaches:
        found.setdefault((breach.index, breach.column), {}).update(dict.fromkeys(breach.compared))
    return {cell: tuple(sorted(rows)) for cell, rows in found.items()}
