"""One sheet of a workbook, cell by cell in one pass: values, formulas, and what a person would not see."""

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import cast

from openpyxl.utils.datetime import from_excel, from_ISO8601

from fou_eval.intake.limits import LIMITS, Budget, DamagedError, TooLargeError
from fou_eval.intake.raw import Box, RawCell, Unseen, UnseenKind, Value, address
from fou_eval.intake.readers.looks import Look
from fou_eval.intake.readers.markup import Attributes, walk
from fou_eval.intake.readers.references import box, column_number, number_of, unescaped, whole
from fou_eval.intake.readers.unseen import Gatherer, spoken
from fou_eval.intake.spelling import is_excel_error

_TEXTS = {"v", "f", "t"}
_TRUE = {"1", "true", "on"}
_SMALL = 0.3  # of a character or point: a column or row that nobody can see
_MOST_BOXES = 10_000
_ROWS_BETWEEN_CHECKS = 5_000
_MOST_KNOWN = 50_000  # numbers kept beside their text, since most cells repeat some other


@dataclass(frozen=True, slots=True)
class Setting:
    """What the sheets of a workbook share."""

    strings: Sequence[str] = field(repr=False)
    styles: Sequence[Look]
    epoch: datetime
    budget: Budget


@dataclass(slots=True)
class Content:
    """What one sheet holds."""

    rows: dict[int, dict[int, RawCell]] = field(default_factory=dict, repr=False)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    merged: list[Box] = field(default_factory=list)
    coloured: set[tuple[int, int]] = field(default_factory=set)
    invisible: set[tuple[int, int]] = field(default_factory=set)
    used: set[int] = field(default_factory=set, repr=False)
    links: dict[str, str] = field(default_factory=dict)
    unseen: list[Unseen] = field(default_factory=list, repr=False)


class _Sheet:
    """Gathers one sheet while it is walked."""

    def __init__(self, setting: Setting, position: int) -> None:
        self.content = Content()
        self._setting = setting
        self._position = position
        self._around = Gatherer("sheet", position)
        self._inside = False
        self._row, self._row_text, self._column = 0, "0", 0
        self._cells: dict[int, RawCell] = {}
        self._looked: list[tuple[int, Look]] = []
        self._row_hidden = False
        self._columns: dict[str, int] = {}
        self._numbers: dict[str, int | float] = {}
        self._special = {str(place): look for place, look in enumerate(setting.styles) if look != Look()}
        self._given: Attributes = {}
        self._pieces: list[str] | None = None
        self._value: str | None = None
        self._formula: str | None = None
        self._inline: list[str] = []
        self._phonetic = False

    def start(self, name: str, given: Attributes, depth: int) -> None:
        if not self._inside:
            self._inside = name == "sheetData"
            self._around_cells(name, given, depth)
        elif name == "c":
            self._start_cell(given)
        elif name in _TEXTS:
            self._pieces = []
            if name == "f":
                self._formula = ""
        elif name == "rPh":
            self._phonetic = True
        elif name == "row":
            self._start_row(given)

    def end(self, name: str, depth: int) -> None:
        pieces = self._pieces
        if pieces is not None and name in _TEXTS:
            self._end_text(name, pieces[0] if len(pieces) == 1 else "".join(pieces))
            self._pieces = None
        elif not self._inside:
            self._around.end(name, depth)
        elif name == "c":
            self._end_cell()
        elif name == "rPh":
            self._phonetic = False
        elif name == "row":
            self._end_row()
        elif name == "sheetData":
            self._inside = False

    def text(self, data: str) -> None:
        if self._pieces is not None:
            self._pieces.append(data)
        elif not self._inside:
            self._around.text(data)

    def finish(self) -> Content:
        self._clear_merged()
        self.content.unseen += self._around.found()
        return self.content

    def _around_cells(self, name: str, given: Attributes, depth: int) -> None:
        if name == "col":
            self._hide_columns(given)
        elif name == "mergeCell" and len(self.content.merged) < _MOST_BOXES:
            self.content.merged.append(box(given.get("ref", "")))
        elif name == "hyperlink":
            key = next((value for key, value in given.items() if key.endswith(":id")), "")
            self.content.links[key] = given.get("ref", "")
        self._around.start(name, given, depth)

    def _hide_columns(self, given: Attributes) -> None:
        if _is_unseen(given, "width"):
            first, last = whole(given.get("min", "")), whole(given.get("max", ""))
            self.content.hidden_columns |= set(range(first, min(last, LIMITS["columns"]) + 1))

    def _start_row(self, given: Attributes) -> None:
        row = whole(given["r"]) if "r" in given else self._row + 1
        if not self._row < row <= LIMITS["rows"]:
            raise DamagedError
        self._row, self._row_text, self._column = row, str(row), 0
        self._row_hidden = _is_unseen(given, "ht")
        if row % _ROWS_BETWEEN_CHECKS == 0:
            self._setting.budget.clock.check()

    def _end_row(self) -> None:
        filled = self._cells
        if filled:
            self._setting.budget.take_cells(len(filled))
            self.content.rows[self._row] = filled
            if self._row_hidden:
                self.content.hidden_rows.add(self._row)
            for column, look in self._looked:
                if look.coloured:
                    self.content.coloured.add((self._row, column))
                if look.invisible and column in filled:
                    self.content.invisible.add((self._row, column))
            self._cells = {}
        self._looked = []

    def _start_cell(self, given: Attributes) -> None:
        self._given, self._value, self._formula = given, None, None
        if self._inline:
            self._inline = []
        reference = given.get("r")
        if reference is None:
            column = self._column + 1
        else:
            letters = reference[: -len(self._row_text)]
            column = self._columns.get(letters) or self._new_column(letters)
            if not reference.endswith(self._row_text):
                raise DamagedError
        if not self._column < column <= LIMITS["columns"]:
            raise DamagedError
        self._column = column

    def _new_column(self, letters: str) -> int:
        column = self._columns[letters] = column_number(letters)
        return column

    def _end_text(self, name: str, text: str) -> None:
        if len(text) > LIMITS["characters"]:
            raise TooLargeError("characters")
        if name == "v":
            if self._value is not None:
                raise DamagedError
            self._value = text
        elif name == "f":
            self._formula = text
        elif self._phonetic:
            self._see("phonetic", text)
        else:
            self._inline.append(text)

    def _end_cell(self) -> None:
        given, text, formula = self._given, self._value, self._formula
        look = self._special.get(given.get("s", "0"))
        if look is None and formula is None and text and given.get("t", "n") == "n":  # most cells of a file
            number = self._numbers.get(text)
            value = self._new_number(text) if number is None else number
            self._cells[self._column] = RawCell(self._row, self._column, value)
            return
        if look is not None and (look.coloured or look.invisible):
            self._looked.append((self._column, look))
        if formula and (said := spoken(formula)):
            self._see("formula", said)
        if text is not None or formula is not None or self._inline:
            cell = self._cell(look)
            if cell is not None:
                self._cells[self._column] = cell

    def _new_number(self, text: str) -> int | float:
        number = number_of(text)
        if len(self._numbers) < _MOST_KNOWN:
            self._numbers[text] = number
        return number

    def _cell(self, look: Look | None) -> RawCell | None:
        kind = self._given.get("t", "n")
        value = self._read(kind, look)
        if value is None or (isinstance(value, str) and not value.strip()):
            without = self._formula is not None and kind != "str" and not self._value
            return RawCell(self._row, self._column, None, "formula_without_value") if without else None
        if isinstance(value, str):
            wrong = is_excel_error(value)
            return RawCell(self._row, self._column, value, "excel_error_value" if wrong else "value")
        number = look is not None and look.measure == "per_cent" and type(value) in (int, float)
        return RawCell(self._row, self._column, value, "per_cent" if number else "value")

    def _read(self, kind: str, look: Look | None) -> Value:
        """Give the stored value of a cell; a formula counts by what it gave when the file was saved."""
        text = self._value
        if self._inline and kind == "inlineStr":
            return unescaped("".join(self._inline))
        if not text:
            return None
        if kind == "s":
            return self._shared(text)
        if kind == "n":
            return self._number(self._new_number(text), look)
        if kind == "b":
            return text in _TRUE
        if kind == "d":
            return cast("Value", from_ISO8601(text))
        return unescaped(text)

    def _shared(self, text: str) -> str:
        place = whole(text)
        if place >= len(self._setting.strings):
            raise DamagedError
        self.content.used.add(place)
        return self._setting.strings[place]

    def _number(self, number: int | float, look: Look | None) -> Value:
        if look is None or look.measure in ("number", "per_cent"):
            return number
        try:
            moment = from_excel(number, self._setting.epoch, timedelta=look.measure == "duration")
            return cast("Value", moment)
        except (OverflowError, ValueError):
            return "#VALUE!"  # what Excel shows for a date outside its calendar is ####

    def _see(self, kind: UnseenKind, text: str) -> None:
        self._setting.budget.take_texts(1)
        where = address(self._row, self._column)
        self.content.unseen.append(Unseen(kind, text, self._position, where))

    def _clear_merged(self) -> None:
        """Take what stands under a merged cell out of the cells; it is not seen, but travels along."""
        filled = list(self.content.rows)
        for area in self.content.merged:
            self._setting.budget.clock.check()
            for row in filled[bisect_left(filled, area.top) : bisect_left(filled, area.bottom + 1)]:
                cells = self.content.rows[row]
                under = [
                    c for c in cells if area.left <= c <= area.right and (row, c) != (area.top, area.left)
                ]
                for column in under:
                    text = str(cells.pop(column).value)
                    self.content.unseen.append(Unseen("merged", text, self._position, address(row, column)))


def read_sheet(chunks: Iterable[bytes], setting: Setting, position: int) -> Content:
    """Read one sheet.

    Raises
    ------
    DamagedError
        If rows or cells are out of order, twice, or outside a sheet.
    TooLargeError
        If it goes beyond a limit.
    """
    sheet = _Sheet(setting, position)
    walk(chunks, sheet.start, sheet.end, sheet.text)
    return sheet.finish()


def _is_unseen(given: Mapping[str, str], size: str) -> bool:
    if given.get("hidden") in _TRUE:
        return True
    try:
        return float(given.get(size, "1")) < _SMALL
    except ValueError:
        raise DamagedError from None
