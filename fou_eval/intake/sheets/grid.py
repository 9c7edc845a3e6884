"""A located table, cell by cell: which rows are data, and what each of their cells says."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from fou_eval.declaration.codebook import Table, Wave
from fou_eval.intake.cells.parse import ColumnReader, Reading
from fou_eval.intake.cells.plain import as_text
from fou_eval.intake.issue import Findings, Place
from fou_eval.intake.raw import RawCell, address
from fou_eval.intake.sheets.header_rows import header_text
from fou_eval.intake.sheets.locate import Located, known_headers
from fou_eval.intake.spelling import same_header, tidy

_SUMMARY = re.compile(
    r"(?:summa|totalt?|antal|medel|medelvärde|snitt|genomsnitt|median|sum|total|average|mean|count|källa|source|not|note|anm|"
    r"anmärkning|obs|förklaring|kommentar)\b|n\s*=|[*†¹²]",
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
        return self.located.sheet.cell(self.rows[index], self.located.columns[column])

    def values(self, column: str | None) -> list[object]:
        """Give the values of a column, none where missing, faulty or not in the file."""
        if column is None or column not in self.readings:
            return [None] * len(self.rows)
        return [reading.value for reading in self.readings[column]]

    def written(self, column: str | None) -> list[str | None]:
        """Give the tidied text of an id column, also where its form is wrong; ids are compared by it."""
        if column is None or column not in self.readings:
            return [None] * len(self.rows)
        readings = self.readings[column]
        cells = (None if readings[i].reason else self.raw(i, column) for i in range(len(self.rows)))
        return [
            tidy(as_text(cell.value)) or None if cell and cell.value is not None else None for cell in cells
        ]


def read_grid(located: Located, waves: Mapping[str, Wave], findings: Findings) -> Grid:
    """Read every data row of a located table; rows that are no data are written down."""
    rows = tuple(_data_rows(located, findings))
    readings: dict[str, list[Reading]] = {}
    for name, number in located.columns.items():
        reader = ColumnReader(located.table.columns[name], waves, typed=located.sheet.typed)
        readings[name] = [reader.read(located.sheet.cell(row, number)) for row in rows]
    if not rows:
        findings.add("error", "no_data_rows", Place(table=located.table.table, sheet=located.sheet.shown))
    return Grid(located=located, rows=rows, readings=readings)


def _data_rows(located: Located, findings: Findings) -> list[int]:
    found: list[int] = []
    known = known_headers(located.table)
    headers = {number: same_header(text) for number, text in located.headers.items()}
    declared = set(located.columns.values())
    for row in [number for number in located.sheet.rows if number > located.header_row]:
        cells = located.sheet.rows[row]
        place = Place(table=located.table.table, sheet=located.sheet.shown, row=row)
        if _is_header(cells, headers, known):
            findings.add("error", "repeated_header", place)
        elif _is_summary(located, cells):
            findings.add("error", "summary_row", place)
        elif declared & set(cells):
            found.append(row)
    return found


def _is_header(cells: Mapping[int, RawCell], headers: Mapping[int, str], known: Mapping[str, str]) -> bool:
    texts = {
        number: same_header(header_text(cell))
        for number, cell in cells.items()
        if isinstance(cell.value, str)
    }
    again = sum(headers.get(number) == text for number, text in texts.items())
    return again >= 2 or sum(text in known for text in texts.values()) >= max(2, len(cells) // 2 + 1)


def _is_summary(located: Located, cells: Mapping[int, RawCell]) -> bool:
    """Say whether a row is a total or a footnote: hardly any of what is required, and words where ids belong."""
    required = {
        located.columns[name]
        for name, column in located.table.columns.items()
        if column.required and name in located.columns
    }
    if len(required) < 2 or not cells:
        return False
    first = cells[min(cells)].value
    if not isinstance(first, str) or 2 * len(required & set(cells)) > len(required):
        return False
    if _SUMMARY.match(tidy(first)):
        return True
    lone = len(cells) == 1 and len(tidy(first)) > 3 and not re.search(r"\d", first)
    return lone or (len(cells) == 1 and len(tidy(first).split()) > 1)


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
