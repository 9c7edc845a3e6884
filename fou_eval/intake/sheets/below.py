"""A second table below the first: rows after an empty row that do not read as rows of the table."""

from itertools import pairwise

from fou_eval.intake.issue import Findings, Place
from fou_eval.intake.raw import Box
from fou_eval.intake.sheets.grid import Grid


def set_apart_below(grid: Grid, findings: Findings) -> Grid:
    """Take a second table, such as a list of codes, out of the data rows, and write down where it stands.

    A block of rows after an empty row is another table when in none of its rows half of the required columns can be
    read. It is an error, so that no faulty data can be mistaken for a list and pass.
    """
    apart = [index for block in _blocks(grid)[1:] if not _fits(grid, block) for index in block]
    if not apart:
        return grid
    rows = [grid.rows[index] for index in apart]
    held = [number for row in rows for number in grid.located.sheet.rows[row]]
    box = Box(min(rows), min(held), max(rows), max(held))
    place = Place(table=grid.table.table, sheet=grid.located.sheet.shown, cell=box.address)
    findings.add("error", "second_table", place, variant="below")
    gone = set(apart)
    kept = [index for index in range(len(grid.rows)) if index not in gone]
    return Grid(
        located=grid.located,
        rows=tuple(grid.rows[index] for index in kept),
        readings={name: [held[index] for index in kept] for name, held in grid.readings.items()},
    )


def _blocks(grid: Grid) -> list[list[int]]:
    """Give the positions of the data rows, block by block; an empty row begins a new block."""
    filled = grid.located.sheet.rows
    blocks: list[list[int]] = [[0]] if grid.rows else []
    for index, (above, row) in enumerate(pairwise(grid.rows), start=1):
        if any(between not in filled for between in range(above + 1, row)):
            blocks.append([])
        blocks[-1].append(index)
    return blocks


def _fits(grid: Grid, block: list[int]) -> bool:
    required = [
        name for name, column in grid.table.columns.items() if column.required and name in grid.readings
    ]
    if len(required) < 2:
        return True
    right = (sum(grid.readings[name][index].value is not None for name in required) for index in block)
    return any(2 * count >= len(required) for count in right)
