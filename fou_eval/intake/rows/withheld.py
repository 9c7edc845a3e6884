"""What the list of issues calls an error is taken out of what was read, so that it never reaches analysis."""

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from fou_eval.intake.cells.parse import Fault, Reading
from fou_eval.intake.issue import Issue
from fou_eval.intake.sheets.grid import Grid

_CELLS = re.compile(r"([A-Z]+)([0-9]+)(?::([A-Z]+)([0-9]+))?")


class Corners(NamedTuple):
    """First and last row, and first and last column, of a range."""

    top: int
    bottom: int
    left: int
    right: int


def withhold(grids: Iterable[Grid], issues: Iterable[Issue]) -> None:
    """Take out every cell, row, column or table at which an error stands; what is empty stays empty."""
    errors = [issue for issue in issues if issue.severity == "error"]
    for grid in grids:
        where = {row: index for index, row in enumerate(grid.rows)}
        own = (None, grid.located.sheet.shown)
        for issue in errors:
            if issue.table in (None, grid.table.table) and issue.sheet in own:
                _take_out(grid, _rows(grid, issue, where), _columns(grid, issue), issue.rule)


def corners(cells: str) -> Corners | None:
    """Read an address or a range as Excel writes it; none when it is neither.

    Examples
    --------
    >>> corners("F6"), corners("A2:AA4")
    (Corners(top=6, bottom=6, left=6, right=6), Corners(top=2, bottom=4, left=1, right=27))
    """
    match = _CELLS.fullmatch(cells)
    if match is None:
        return None
    left, top, right, bottom = match[1], int(match[2]), match[3] or match[1], int(match[4] or match[2])
    return Corners(top, bottom, _number(left), _number(right))


def _number(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


def _rows(grid: Grid, issue: Issue, where: dict[int, int]) -> Sequence[int]:
    """Give the data rows of an issue: all of them when it is about a column, its header or the whole table."""
    box = corners(issue.cell) if issue.cell else None
    top = box.top if box else issue.row
    bottom = box.bottom if box else issue.row
    if top is None or bottom is None or bottom <= grid.located.header_row:
        return range(len(grid.rows))
    if top == bottom:
        return [where[top]] if top in where else []
    return [index for row, index in where.items() if top <= row <= bottom]


def _columns(grid: Grid, issue: Issue) -> list[str]:
    """Give the declared columns of an issue: all of them when it is about a row or the whole table."""
    if issue.column is not None:
        return [issue.column] if issue.column in grid.readings else []
    box = corners(issue.cell) if issue.cell else None
    if box is None:
        return list(grid.readings)
    numbers = grid.located.columns
    return [name for name in grid.readings if box.left <= numbers[name] <= box.right]


def _take_out(grid: Grid, rows: Iterable[int], columns: Sequence[str], rule: str) -> None:
    for index in rows:
        for name in columns:
            held = grid.readings[name][index]
            if held.filled and held.fault is None:
                grid.readings[name][index] = Reading(fault=Fault(rule))
