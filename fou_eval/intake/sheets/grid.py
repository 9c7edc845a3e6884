"""A located table, cell by cell: which rows are data, and what each of their cells says."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain

from fou_eval.declaration.codebook import Table, Wave
from fou_eval.intake.cells.documented import DocumentedReader
from fou_eval.intake.cells.parse import ColumnReader, Reading
from fou_eval.intake.cells.plain import as_text
from fou_eval.intake.issue import Findings, Place
from fou_eval.intake.raw import RawCell, address, texts_of
from fou_eval.intake.readers.delimited import holds_fields
from fou_eval.intake.sheets.locate import Located, known_headers
from fou_eval.intake.spelling import same_header, tidy

_SUMMARY = re.compile(
    r"(?:(?:del|slut|total)?summa|(?:sub|grand )?totalt?|antal|medel|medelvärde|snitt|genomsnitt|median|sum|total|"
    r"average|mean|count|källa|source|not|note|anm|anmärkning|obs|förklaring|kommentar)\b|n\s*=|[*†¹²]",
    re.IGNORECASE,
)


@dataclass(slots=True, kw_only=True)
class Grid:
    """The data rows of one table.

    Attributes
    ----------
    rows
        Row numbers in the sheet, from top to bottom.
    readings
        For each declared column that the sheet has, one reading per row of `rows`.
    shifted
        Positions of rows whose values stand to the side; what they lack is not reported again.
    """

    located: Located
    rows: tuple[int, ...]
    readings: dict[str, list[Reading]]
    shifted: set[int] = field(default_factory=set)
    _cells: dict[str, list[RawCell | None]] = field(default_factory=dict, init=False, repr=False)
    _tidied: dict[str, list[str | None]] = field(default_factory=dict, init=False, repr=False)

    @property
    def table(self) -> Table:
        """The declared table."""
        return self.located.table

    def place(self, index: int, column: str) -> Place:
        """Give the place of a cell by its position among the data rows."""
        row = self.rows[index]
        cell = address(row, self.located.columns[column])
        return Place(
            table=self.table.table, sheet=self.located.sheet.shown, cell=cell, row=row, column=column
        )

    def row_place(self, index: int) -> Place:
        """Give the place of a whole row."""
        return Place(table=self.table.table, sheet=self.located.sheet.shown, row=self.rows[index])

    def column_place(self, column: str | None) -> Place:
        """Give the place of a whole column, or of the whole table."""
        return Place(table=self.table.table, sheet=self.located.sheet.shown, column=column)

    def raw(self, index: int, column: str) -> RawCell | None:
        """Give a cell as it was saved."""
        return self.cells(column)[index]

    def cells(self, column: str) -> list[RawCell | None]:
        """Give the cells of a column as they were saved, one per row of `rows`; lined up when first asked for."""
        if column not in self._cells:
            number, held = self.located.columns[column], self.located.sheet.rows
            self._cells[column] = [held[row].get(number) for row in self.rows]
        return self._cells[column]

    def texts(self, column: str) -> set[str]:
        """Give the different texts of a column as they were saved: what is true of a text need be found out once."""
        return texts_of(cell for cell in self.cells(column) if cell is not None)

    def values(self, column: str | None) -> list[object]:
        """Give the values of a column, none where missing, faulty or not in the file."""
        if column is None or column not in self.readings:
            return [None] * len(self.rows)
        return [reading.value for reading in self.readings[column]]

    def written(self, column: str | None) -> list[str | None]:
        """Give the tidied text of an id column, also where its form is wrong; ids are compared by it."""
        if column is None or column not in self.readings:
            return [None] * len(self.rows)
        if column not in self._tidied:
            self._tidied[column] = _tidied(self.cells(column))
        pairs = zip(self._tidied[column], self.readings[column], strict=True)
        return [None if reading.reason else text for text, reading in pairs]


def read_grid(located: Located, waves: Mapping[str, Wave], findings: Findings) -> Grid:
    """Read every data row of a located table; rows that are no data are written down."""
    grid = Grid(located=located, rows=tuple(_data_rows(located, findings)), readings={})
    for name in located.columns:
        reader = _reader(located, name, waves)
        grid.readings[name] = [reader.read(cell) for cell in grid.cells(name)]
    if not grid.rows:
        findings.add("error", "no_data_rows", grid.column_place(None))
    return grid


def _reader(located: Located, name: str, waves: Mapping[str, Wave]) -> ColumnReader | DocumentedReader:
    column, variable = located.table.columns[name], located.sheet.variables.get(located.columns[name])
    if variable is not None:
        return DocumentedReader(column, waves, variable)
    return ColumnReader(column, waves, typed=located.sheet.typed)


def _tidied(cells: Sequence[RawCell | None]) -> list[str | None]:
    """Give what stands in each cell as tidied text, none where nothing does."""
    values = [None if cell is None else cell.value for cell in cells]
    keys = [(value.__class__, value) for value in values]  # True is no 1 here
    texts = {key: tidy(as_text(key[1])) or None for key in set(keys)}
    return [None if key[1] is None else texts[key] for key in keys]


def _data_rows(located: Located, findings: Findings) -> list[int]:
    found: list[int] = []
    headers = {number: same_header(text) for number, text in located.headers.items()}
    below = [row for row in located.sheet.rows if row > located.header_row]
    words = _header_words(located, headers, below)
    declared = set(located.columns.values())
    required = _required(located)
    for row in below:
        cells = located.sheet.rows[row]
        if words and _is_header(cells, headers, words):
            place = Place(table=located.table.table, sheet=located.sheet.shown, row=row)
            findings.add("error", "repeated_header", place)
        elif _is_summary(cells, required) and not is_unsplit(located, cells):
            place = Place(table=located.table.table, sheet=located.sheet.shown, row=row)
            findings.add("error", "summary_row", place)
        elif not declared.isdisjoint(cells):
            found.append(row)
    return found


@dataclass(frozen=True, slots=True)
class _Word:
    """A text below the headers that is itself a header of this table: the form compared, and whether it is declared."""

    form: str
    declared: bool


def _header_words(located: Located, headers: Mapping[int, str], below: Sequence[int]) -> dict[object, _Word]:
    """Give the texts below the headers that are headers themselves; in most files there are none."""
    known = known_headers(located.table)
    wanted = {*headers.values(), *known}
    texts = texts_of(chain.from_iterable(located.sheet.rows[row].values() for row in below))
    forms = {text: same_header(text) for text in texts}
    return {text: _Word(form, form in known) for text, form in forms.items() if form in wanted}


def _is_header(
    cells: Mapping[int, RawCell], headers: Mapping[int, str], words: Mapping[object, _Word]
) -> bool:
    found = {number: words[cell.value] for number, cell in cells.items() if cell.value in words}
    again = sum(headers.get(number) == word.form for number, word in found.items())
    return again >= 2 or sum(word.declared for word in found.values()) >= max(2, len(cells) // 2 + 1)


def _required(located: Located) -> set[int]:
    return {
        located.columns[name]
        for name, column in located.table.columns.items()
        if column.required and name in located.columns
    }


def _is_summary(cells: Mapping[int, RawCell], required: set[int]) -> bool:
    """Say whether a row is a total or a footnote: hardly any of what is required, and words where ids belong."""
    if len(required) < 2 or not cells or 2 * len(required & cells.keys()) > len(required):
        return False
    first = cells[min(cells)].value
    if not isinstance(first, str):
        return cells[min(cells)].state == "withheld"  # words that were not carried over to a marked copy
    if _SUMMARY.match(tidy(first)):
        return True
    lone = len(cells) == 1 and len(tidy(first)) > 3 and not re.search(r"\d", first)
    return lone or (len(cells) == 1 and len(tidy(first).split()) > 1)


def is_unsplit(located: Located, cells: Mapping[int, RawCell]) -> bool:
    """Say whether a row of a text file is one cell that holds all fields, because it has another separator."""
    only = next(iter(cells.values())) if len(cells) == 1 and not located.sheet.typed else None
    return only is not None and isinstance(only.value, str) and holds_fields(only.value, len(located.headers))


def majority(values: Sequence[object]) -> object | None:
    """Give the value that more than half of a group hold, or none.

    Examples
    --------
    >>> majority(["a", "a", "b"]), majority(["a", "b"])
    ('a', None)
    """
    value, count = Counter(values).most_common(1)[0]
    return value if 2 * count > len(values) else None


def plain_code(value: object) -> str:
    """Give a value as the text by which declared codes are compared.

    Examples
    --------
    >>> plain_code(1.0), plain_code("barn")
    ('1', 'barn')
    """
    return str(int(value)) if isinstance(value, float) and value.is_integer() else str(value)
