"""Find the declared tables in a file: on which sheet, under which row of headers."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from fou_eval.declaration.codebook import Table
from fou_eval.intake.raw import RawCell, RawSheet
from fou_eval.intake.spelling import same_header

FIRST_ROWS = 15


@dataclass(frozen=True, slots=True, kw_only=True)
class Located:
    """A declared table where it stands: sheet, row of headers, and the headers of that row.

    Attributes
    ----------
    columns
        Number of the column in the sheet for each declared column that was found (its first occurrence).
    headers
        Text of every header cell by column number.
    """

    table: Table
    sheet: RawSheet
    header_row: int
    columns: Mapping[str, int]
    headers: Mapping[int, str] = field(repr=False)


@dataclass(frozen=True, slots=True)
class _Candidate:
    known: int
    named: bool
    table: Table
    sheet: RawSheet
    row: int


def known_headers(table: Table) -> dict[str, str]:
    """Map every spelling of a header to the declared column: its name, its labels, its aliases.

    A label that two columns share belongs to neither.
    """
    names = {same_header(name): name for name in table.columns}
    others: dict[str, set[str]] = {}
    for name, column in table.columns.items():
        for spelling in (column.label.sv, column.label.en, *column.aliases):
            others.setdefault(same_header(spelling), set()).add(name)
    return {
        **{spelling: owners.copy().pop() for spelling, owners in others.items() if len(owners) == 1},
        **names,
    }


def header_text(cell: RawCell) -> str:
    """Give a header cell as text."""
    return str(cell.value) if cell.value is not None else ""


def locate(sheets: Sequence[RawSheet], tables: Iterable[Table], file_stem: str) -> list[Located]:
    """Find the declared tables of a file, the best known first.

    A sheet belongs to the table that knows most of its headers; a sheet or file named by a table wins a tie.
    Each table is read from one sheet: the one that carries its name, else the one with most known headers.
    """
    offered = tuple(tables)
    best = [found for sheet in sheets if (found := _best(sheet, offered, file_stem)) is not None]
    chosen: dict[str, _Candidate] = {}
    for candidate in sorted(best, key=lambda c: (not c.named, -c.known, c.sheet.hidden, c.sheet.position)):
        chosen.setdefault(candidate.table.table, candidate)
    ranked = sorted(chosen.values(), key=lambda c: (-c.known, c.sheet.position))
    return [_located(candidate) for candidate in ranked]


def _best(sheet: RawSheet, tables: tuple[Table, ...], file_stem: str) -> _Candidate | None:
    """Find the row and the table that know most headers of a sheet; two are needed."""
    spellings = [(table, known_headers(table)) for table in tables]
    found: list[_Candidate] = []
    for row in [number for number in sheet.rows if number <= FIRST_ROWS]:
        keys = {same_header(header_text(cell)) for cell in sheet.rows[row].values()}
        for table, known in spellings:
            count = len({known[key] for key in keys if key in known})
            if count >= 2:
                named = same_header(table.table) in (same_header(sheet.name or ""), same_header(file_stem))
                found.append(_Candidate(count, named, table, sheet, row))
    return max(found, key=lambda c: (c.known, c.named, -c.row), default=None)


def _located(candidate: _Candidate) -> Located:
    known = known_headers(candidate.table)
    cells = candidate.sheet.rows[candidate.row]
    columns: dict[str, int] = {}
    for number, cell in cells.items():
        name = known.get(same_header(header_text(cell)))
        if name is not None:
            columns.setdefault(name, number)
    return Located(
        table=candidate.table,
        sheet=candidate.sheet,
        header_row=candidate.row,
        columns=columns,
        headers={number: header_text(cell) for number, cell in cells.items()},
    )
