"""Obstacles and decisions whose months do not fit each other or their state."""

from datetime import date

from fou_eval.declaration.closing import closing_states
from fou_eval.intake.issue import Findings
from fou_eval.intake.rows.rules import Refused, refuse
from fou_eval.intake.rows.telling import tell_rows
from fou_eval.intake.sheets.grid import Grid, plain_code

_SETTLED = {"decided", "planned"}  # a decision or plan that is not said to be late


def judge_steps(grid: Grid, findings: Findings) -> None:
    """Write down obstacles closed before they were raised or without a month, and decisions due before they were made.

    Parameters
    ----------
    grid
        A table as read, of any subject.
    findings
        Receives the issues.
    """
    if grid.table.records == "obstacles" and "closed_month" in grid.readings:
        _obstacles(grid, findings)
    elif grid.table.records == "decisions" and {"month", "deadline"} <= set(grid.readings):
        states = grid.values("status")
        early = [row for row in _before(grid, "deadline", "month") if states[row] in _SETTLED]
        tell_rows(findings, (grid, "deadline"), "due_before_decided", early, {})


def _obstacles(grid: Grid, findings: Findings) -> None:
    ruled = any(
        rule.rule == "not_before" and rule.columns == ("closed_month", "raised_month")
        for rule in grid.table.rules
    )
    closing = closing_states(grid.table)
    states, cells = grid.values("status"), grid.readings["closed_month"]
    without = [
        row
        for row, state in enumerate(states)
        if state is not None and plain_code(state) in closing and not cells[row].filled
    ]
    tell_rows(findings, (grid, "closed_month"), "closed_without_month", without, {})
    if not ruled:
        back = _before(grid, "closed_month", "raised_month")
        tell_rows(findings, (grid, "closed_month"), "closed_before_raised", back, {}, "error")
        refuse(Refused(grid, "closed_month", row, "closed_before_raised") for row in back)


def _before(grid: Grid, later: str, earlier: str) -> list[int]:
    """Give the rows in which one month lies before another that should not be after it."""
    pairs = enumerate(zip(grid.values(later), grid.values(earlier), strict=True))
    return [
        row
        for row, (one, other) in pairs
        if isinstance(one, date) and isinstance(other, date) and one < other
    ]
