"""Decimal marks of whole columns: numbers that may be thousands, and tables that use different marks."""

import re
from collections.abc import Iterable

from fou_eval.intake.issue import Findings
from fou_eval.intake.sheets.grid import Grid
from fou_eval.intake.spelling import tidy

_THOUSANDS = re.compile(r"[-−]?[1-9][0-9]{0,2}[.,][0-9]{3}")
FINE = 0.001


def judge_marks(grids: Iterable[Grid], findings: Findings) -> None:
    """Warn of numbers such as 1.250 that may be thousands, and tell of columns that use the other decimal mark."""
    marked: dict[str, list[tuple[Grid, str]]] = {}
    for grid in grids:
        for name, readings in grid.readings.items():
            marks = {reading.mark for reading in readings} - {""}
            if len(marks) == 1:
                marked.setdefault(marks.pop(), []).append((grid, name))
                _thousands(grid, name, findings)
    if len(marked) == 2:
        _, fewer = sorted(marked, key=lambda mark: (-len(marked[mark]), mark))
        for grid, name in marked[fewer]:
            findings.add("info", "other_decimal_mark", grid.column_place(name))


def _thousands(grid: Grid, name: str, findings: Findings) -> None:
    """Warn when every number with a mark has exactly three digits after it, as thousands do in other countries."""
    resolution = grid.table.columns[name].resolution
    if resolution is not None and resolution <= FINE:
        return
    rows = [index for index, reading in enumerate(grid.readings[name]) if reading.mark]
    cells = (grid.raw(index, name) for index in rows)
    if all(cell is not None and _THOUSANDS.fullmatch(tidy(str(cell.value))) for cell in cells):
        findings.add(
            "warning", "thousands_or_decimals", grid.place(rows[0], name), places={"count": len(rows)}
        )
