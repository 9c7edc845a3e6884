"""Say the same of several rows: of each when they are few, of the column with their number when they are many."""

from collections.abc import Mapping, Sequence

from fou_eval.intake.issue import Findings, Severity
from fou_eval.intake.sheets.grid import Grid

MOST_ROWS = 5
"""What concerns more rows than this is said once, with the number of rows."""


def tell_rows(
    findings: Findings,
    at: tuple[Grid, str],
    rule: str,
    rows: Sequence[int],
    places: Mapping[str, object],
    severity: Severity = "warning",
) -> None:
    """Write down an issue at each row, or one at the column; phrases are ``issue.rule`` and ``issue.rule.many``."""
    grid, column = at
    if len(rows) > MOST_ROWS:
        place = grid.column_place(column)
        findings.add(severity, rule, place, variant="many", places={**places, "count": len(rows)})
        return
    for index in rows:
        findings.add(severity, rule, grid.place(index, column), places=places)
