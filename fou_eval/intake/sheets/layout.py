"""Rows that do not fit under the headers: values without a header, too many or too few fields."""

from itertools import chain

from fou_eval.intake.issue import Findings, Place
from fou_eval.intake.raw import Box, address, runs, texts_of
from fou_eval.intake.readers.delimited import SEPARATORS
from fou_eval.intake.sheets.grid import Grid, is_unsplit
from fou_eval.intake.sheets.headers import second_block

MOST_RUNS = 10


def judge_layout(grid: Grid, findings: Findings) -> None:
    """Write down every value and every row that stands outside the columns of the table."""
    sheet, located = grid.located.sheet, grid.located
    width = sheet.widths.get(located.header_row, max(located.headers, default=0))
    ragged = {row for row in grid.rows if _is_too_wide(grid, row, width)}
    for row in sorted(ragged):
        place = Place(table=grid.table.table, sheet=sheet.shown, row=row)
        findings.add("error", "ragged_row", place, variant="wide", places={"expected": width})
    for row in grid.rows:
        if is_unsplit(located, sheet.rows[row]):
            place = Place(table=grid.table.table, sheet=sheet.shown, row=row)
            findings.add("error", "ragged_row", place, variant="separator")
            continue
        found = sheet.widths.get(row, width)
        if found < width:
            place = Place(table=grid.table.table, sheet=sheet.shown, row=row)
            findings.add(
                "warning", "ragged_row", place, variant="narrow", places={"expected": width, "found": found}
            )
    _swallowed(grid, width, findings)
    _without_header(grid, ragged if sheet.widths else set(), findings)


def _swallowed(grid: Grid, width: int, findings: Findings) -> None:
    """Point at cells of a text file that hold whole rows, because a quotation mark was not closed."""
    sheet = grid.located.sheet
    if sheet.typed or width < 2:
        return
    texts = texts_of(chain.from_iterable(sheet.rows[row].values() for row in grid.rows))
    holding = {text for text in texts if _holds_rows(text, width)}
    for row in grid.rows if holding else ():
        for number, cell in sheet.rows[row].items():
            if cell.value in holding:
                at = Place(table=grid.table.table, sheet=sheet.shown, cell=address(row, number), row=row)
                findings.add("error", "ragged_row", at, variant="quote")


def _holds_rows(text: str, width: int) -> bool:
    lines = text.splitlines()[1:]
    return any(max(line.count(mark) for mark in SEPARATORS) >= width - 1 for line in lines)


def _is_too_wide(grid: Grid, row: int, width: int) -> bool:
    """Say whether a row of a text file has filled fields beyond the last header."""
    sheet = grid.located.sheet
    return sheet.widths.get(row, 0) > width and any(number > width for number in sheet.rows[row])


def _without_header(grid: Grid, ragged: set[int], findings: Findings) -> None:
    located = grid.located
    expected = {*located.headers, *second_block(located)}
    below: dict[int, list[int]] = {}
    for row, cells in located.sheet.rows.items():
        if row <= located.header_row or row in ragged:
            continue
        for number in cells.keys() - expected:
            below.setdefault(number, []).append(row)
    for number, rows in sorted(below.items()):
        pieces = runs(rows)
        pieces = pieces if len(pieces) <= MOST_RUNS else [(rows[0], rows[-1])]
        for first, last in pieces:
            cell = Box(first, number, last, number).address
            only = first if first == last else None
            place = Place(table=grid.table.table, sheet=located.sheet.shown, cell=cell, row=only)
            findings.add("error", "value_without_header", place)
