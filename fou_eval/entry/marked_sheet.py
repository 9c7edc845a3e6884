"""One table in a marked copy: its cells at their addresses, coloured and with notes where they are faulty."""

import re
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Any

from openpyxl.comments import Comment
from openpyxl.styles import PatternFill
from openpyxl.utils.cell import range_boundaries

from fou_eval.declaration.codebook import Column, Wave
from fou_eval.declaration.text import Language
from fou_eval.entry.answers import plain
from fou_eval.entry.look import LINE_HEIGHT, SMALL, WRAPPED, head, height
from fou_eval.entry.validations import NUMBER_FORMATS, add_validation
from fou_eval.intake.cells.parse import ColumnReader, Reading
from fou_eval.intake.cells.plain import as_text
from fou_eval.intake.cells.quantities import quantity
from fou_eval.intake.harmless import put_text, would_run
from fou_eval.intake.issue import Issue, Severity
from fou_eval.intake.own import MARK_COLOURS, WITHHELD, sealed
from fou_eval.intake.persons.finding import PERSON_RULES
from fou_eval.intake.persons.headers import shown_headers
from fou_eval.intake.persons.identifiers import in_text
from fou_eval.intake.raw import RawCell, RawSheet, letter
from fou_eval.intake.sheets.grid import Grid
from fou_eval.intake.sheets.locate import known_headers
from fou_eval.intake.spelling import same_header
from fou_eval.language import phrase

MOST_NOTES = 2_000
"""Notes on one sheet; with more a spreadsheet opens slowly. Colours have no such limit."""

_OUT_OF_PLACE = frozenset({"shifted_row", "ragged_row"})
_GRAVEST_FIRST: tuple[Severity, ...] = ("stop", "error", "warning")
_SPARE_ROWS = 200
_WIDEST = 40.0
_LAST_ROW = 1_048_576  # of a sheet

_WORD = re.compile(r"[^\W\d_]{3}")

Cell = tuple[int, int]


class MarkedSheet:
    """Writes one table of a marked copy.

    Parameters
    ----------
    grid
        The table as read.
    issues
        Its faults.
    waves
        The declared waves.
    language
        Language of the notes.
    """

    def __init__(
        self, grid: Grid, issues: Iterable[Issue], waves: Mapping[str, Wave], language: Language
    ) -> None:
        self._grid, self._waves, self._language = grid, waves, language
        self._issues = tuple(issues)
        self._names = {number: name for name, number in grid.located.columns.items()}
        self._shown = shown_headers(grid.located)
        self._index = {row: index for index, row in enumerate(grid.rows)}
        self._persons = {
            cell for issue in self._issues if _is_in_a_cell(issue) for cell in self._cells(issue)
        }
        self._readers = [
            ColumnReader(column, waves, typed=grid.located.sheet.typed)
            for column in grid.table.columns.values()
            if column.type != "text" or (column.pattern and column.role != "free_text")
        ]
        self._doubtful: dict[str, bool] = {}
        self._moved = {issue.row for issue in self._issues if issue.rule in _OUT_OF_PLACE}

    def write(self, sheet: Any) -> bool:
        """Write the table to an empty sheet, and say whether every faulty cell got its note."""
        for row, cells in self._grid.located.sheet.rows.items():
            for number, cell in cells.items() if row <= _LAST_ROW else ():
                self._copy(sheet.cell(row, number), cell)
        self._labels(sheet)
        self._looks(sheet)
        self._validations(sheet)
        return self._mark(sheet)

    def _copy(self, target: Any, cell: RawCell) -> None:
        row, header_row = cell.row, self._grid.located.header_row
        name = self._names.get(cell.column)
        if row == header_row:
            text = self._grid.located.headers.get(cell.column, "")
            put_text(target, text if name else self._shown.get(cell.column, WITHHELD[self._language]))
        elif row in self._index and name is not None:
            self._copy_answer(target, cell, name)
        elif row in self._moved and (row, cell.column) not in self._persons and self._is_some_answer(cell):
            _put(target, as_text(cell.value))
        elif row > header_row and name is not None and self._is_no_text(cell):
            target.value = cell.value
        else:
            put_text(target, WITHHELD[self._language])

    def _is_no_text(self, cell: RawCell) -> bool:
        """Say whether a cell of a row that is no data (a total, headers once more) can point out nobody."""
        known = known_headers(self._grid.table)
        return not isinstance(cell.value, str) or same_header(cell.value) in known

    def _copy_answer(self, target: Any, cell: RawCell, name: str) -> None:
        column, reading = self._grid.table.columns[name], self._grid.readings[name][self._index[cell.row]]
        target.number_format = NUMBER_FORMATS.get(column.type, "General")
        if not self._may_be_copied(cell, column, reading):
            put_text(target, WITHHELD[self._language])
        elif cell.state == "per_cent":
            target.value, target.number_format = cell.value, "0.0%"
        else:
            value = _value(cell, column, reading, self._grid.located.sheet)
            if isinstance(value, str):
                _put(target, value)
            else:
                target.value = value

    def _may_be_copied(self, cell: RawCell, column: Column, reading: Reading) -> bool:
        """Say whether a cell can point out nobody; what cannot be read as declared is looked through once more."""
        if column.role == "free_text" or cell.state == "withheld" or (cell.row, cell.column) in self._persons:
            return False
        if not isinstance(cell.value, str):
            return True
        if cell.row in self._moved:
            return self._is_some_answer(cell)
        if reading.fault is None:
            return True
        if column.role in {"family_id", "person_id"} and _WORD.search(cell.value):
            return False  # an id without its form that is a word may be a name that no list has
        if cell.value not in self._doubtful:
            self._doubtful[cell.value] = in_text(cell.value) != ()
        return not self._doubtful[cell.value]

    def _is_some_answer(self, cell: RawCell) -> bool:
        """Say whether a cell of a row that has moved aside is an answer to another column, and no free text."""
        return any(reader.read(cell).fault is None for reader in self._readers)

    def _labels(self, sheet: Any) -> None:
        row = self._grid.located.label_row
        if row is None:
            return
        labels = []
        for name, number in self._grid.located.columns.items():
            label = self._grid.table.columns[name].label[self._language]
            put_text(sheet.cell(row, number), label)
            sheet.cell(row, number).font, sheet.cell(row, number).alignment = SMALL, WRAPPED
            labels.append((label, _width(name)))
        sheet.row_dimensions[row].height = height(labels)

    def _looks(self, sheet: Any) -> None:
        located = self._grid.located
        head(sheet.cell(located.header_row, number) for number in located.headers)
        for number, text in located.headers.items():
            sheet.column_dimensions[letter(number)].width = _width(self._names.get(number, text))
        sheet.freeze_panes = f"A{(located.label_row or located.header_row) + 1}"

    def _validations(self, sheet: Any) -> None:
        """Give the columns the drop-downs and limits of the entry workbook, so that a correction is right."""
        first = (self._grid.located.label_row or self._grid.located.header_row) + 1
        last = min(max(self._grid.rows, default=first) + _SPARE_ROWS, _LAST_ROW)
        for name, number in self._grid.located.columns.items():
            cells = f"{letter(number)}{first}:{letter(number)}{last}"
            add_validation(
                sheet, self._grid.table, name, self._waves, cells=cells, language=self._language, source=None
            )

    def _mark(self, sheet: Any) -> bool:
        """Colour every faulty cell by its gravest fault, and write what is wrong into the first cell of each fault."""
        fills = {severity: PatternFill("solid", fgColor=colour) for severity, colour in MARK_COLOURS.items()}
        coloured: dict[Cell, Severity] = {}
        notes: dict[Cell, list[Issue]] = {}
        for severity in _GRAVEST_FIRST:
            for issue in (issue for issue in self._issues if issue.severity == severity):
                for place, cell in enumerate(self._cells(issue)):
                    coloured.setdefault(cell, severity)
                    if place == 0:
                        notes.setdefault(cell, []).append(issue)
        for (row, number), severity in coloured.items():
            sheet.cell(row, number).fill = fills[severity]
        for (row, number), issues in list(notes.items())[:MOST_NOTES]:
            sheet.cell(row, number).comment = _note(issues, self._language)
        if coloured:
            gravest = min(coloured.values(), key=_GRAVEST_FIRST.index)
            sheet.sheet_properties.tabColor = MARK_COLOURS[gravest]
        return len(notes) <= MOST_NOTES

    def _cells(self, issue: Issue) -> list[Cell]:
        """Give the cells that an issue is about: its range, its row, or the header of its column."""
        located = self._grid.located
        declared = located.columns.get(issue.column or "")
        if issue.cell is not None:
            left, top, right, bottom = range_boundaries(issue.cell)
            bottom = min(bottom, max(located.sheet.rows, default=top), _LAST_ROW)
            return [(row, number) for row in range(top, bottom + 1) for number in range(left, right + 1)]
        if issue.row is not None:
            return [(issue.row, number) for number in ([declared] if declared else sorted(self._names))]
        return [(located.header_row, declared)] if declared else []


def _is_in_a_cell(issue: Issue) -> bool:
    """Say whether an issue is about a person in what a cell holds, and not in a note or drawing beside it."""
    return issue.rule in PERSON_RULES and not (issue.row is None and issue.column is None)


def target(issue: Issue, grid: Grid) -> str | None:
    """Give the address that a link to an issue leads to, or none if it has no place in the table."""
    if issue.cell is not None:
        return issue.cell
    declared = grid.located.columns.get(issue.column or "")
    if issue.row is not None:
        return f"{letter(declared or min(grid.located.columns.values()))}{issue.row}"
    return f"{letter(declared)}{grid.located.header_row}" if declared else None


def _value(cell: RawCell, column: Column, reading: Reading, sheet: RawSheet) -> Any:
    """Give what is written for an answer: as saved, or from another format as a workbook would hold what was read."""
    if reading.reason is not None and reading.reason in {str(code) for code in column.missing_codes}:
        return plain(reading.reason)
    if reading.reason is not None or cell.state == "user_missing" or cell.value is None:
        return None
    if sheet.variables and reading.value is not None and column.type == "code":
        return plain(str(reading.value))  # a statistics file has numbers, and says what they stand for
    if sheet.typed and not sheet.variables:
        return (
            cell.value
            if isinstance(cell.value, bool | int | float | datetime | date)
            else as_text(cell.value)
        )
    number = _number(cell, reading) if column.type in {"integer", "number"} else None
    if number is not None:
        return int(number) if number.is_integer() else number
    if isinstance(reading.value, date) and column.type == "date":
        return reading.value
    text = as_text(cell.value)
    return plain(text) if column.type == "code" else text


def _number(cell: RawCell, reading: Reading) -> float | None:
    """Give a number of a text file as a number, also where it is wrong for another reason than how it is written."""
    if isinstance(reading.value, float):
        return reading.value
    if (
        reading.fault is None
        or reading.fault.rule == "mixed_decimal_marks"
        or not isinstance(cell.value, str)
    ):
        return None
    read = quantity(cell.value)
    return read.value if read else None


def _put(cell: Any, text: str) -> None:
    """Write a text as a text only if it would run, so that a number that is typed over it is a number."""
    put_text(cell, text)
    cell.quotePrefix = would_run(text)


def _note(issues: Iterable[Issue], language: Language) -> Comment:
    texts = (
        f"{phrase(f'issue.severity.{issue.severity}', language).upper()}: {issue.message}" for issue in issues
    )
    text = sealed("\n\n".join(texts))
    return Comment(text, "fou_eval", width=360, height=int(height([(text, 48)]) + 2 * LINE_HEIGHT))


def _width(header: str) -> float:
    return min(max(len(header) + 4.0, 11.0), _WIDEST)
