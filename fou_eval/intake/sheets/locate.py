"""Find the declared tables in a file: on which sheet, under which row of headers."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from fou_eval.declaration.codebook import Table
from fou_eval.intake.conversion.waves import WaveWords
from fou_eval.intake.conversion.wide import Known, wide_columns
from fou_eval.intake.raw import RawSheet
from fou_eval.intake.sheets.header_rows import header_text, header_texts, last_header_row, stands_with_waves
from fou_eval.intake.spelling import same_header

FIRST_ROWS = 15


@dataclass(frozen=True, slots=True, kw_only=True)
class Located:
    """A declared table where it stands: sheet, row of headers, and what the headers say.

    Attributes
    ----------
    columns
        Number of the column in the sheet for each declared column that was found (its first occurrence).
    headers
        Text of every header cell by column number.
    label_row
        Row right below the headers that holds the labels of the columns, as an entry template and many exports have;
        it is no data, and `sheet` is without it (and without a third row, as Qualtrics writes).
    """

    table: Table
    sheet: RawSheet
    header_row: int
    columns: Mapping[str, int]
    headers: Mapping[int, str] = field(repr=False)
    label_row: int | None = None


@dataclass(frozen=True, slots=True)
class _Candidate:
    count: int
    wide: bool
    named: bool
    known: Known
    sheet: RawSheet
    row: int
    headers: Mapping[int, str] = field(repr=False)


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


def locate(
    sheets: Sequence[RawSheet], tables: Iterable[Table], file_stem: str, waves: WaveWords
) -> list[Located]:
    """Find the declared tables of a file, the best known first.

    A sheet belongs to the table that knows most of its headers; a sheet or file named by a table wins a tie.
    Each table is read from one sheet: the one that carries its name, else the one with most known headers.
    """
    offered = tuple((known, known_headers(known.table)) for known in map(Known.of, tables))
    best = [found for sheet in sheets if (found := _best(sheet, offered, file_stem, waves)) is not None]
    chosen: dict[str, _Candidate] = {}
    for candidate in sorted(best, key=lambda c: (not c.named, -c.count, c.sheet.hidden, c.sheet.position)):
        chosen.setdefault(candidate.known.table.table, candidate)
    ranked = sorted(chosen.values(), key=lambda c: (-c.count, c.sheet.position))
    return [_located(candidate) for candidate in ranked]


def _best(
    sheet: RawSheet, tables: Sequence[tuple[Known, Mapping[str, str]]], stem: str, waves: WaveWords
) -> _Candidate | None:
    """Find the row and the table that know most headers of a sheet; tables come with all their headers.

    Two known headers are needed, or one beside columns that stand once per wave.
    """
    found: list[_Candidate] = []
    for row in [number for number in sheet.rows if number <= FIRST_ROWS]:
        written = None if stands_with_waves(sheet, row, waves) else _written(sheet, row)
        for known, spellings in tables:
            if written is not None and spellings.keys().isdisjoint(written):
                continue  # most rows hold data, and most tables are those of other sheets
            headers = header_texts(sheet, row, known, waves)
            names = {spellings[key] for text in headers.values() if (key := same_header(text)) in spellings}
            wide = wide_columns(headers, known, waves) if names else {}
            if len(names) >= (1 if wide else 2):
                count = len(names | {aside.column for aside in wide.values()})
                named = same_header(known.table.table) in (same_header(sheet.name or ""), same_header(stem))
                found.append(_Candidate(count, bool(wide), named, known, sheet, row, headers))
    return max(found, key=lambda c: (c.count, c.wide, c.named, -c.row), default=None)


def _written(sheet: RawSheet, row: int) -> set[str]:
    """Give what stands in a row and in the row above it, as headers are compared."""
    cells = (*sheet.rows[row].values(), *sheet.rows.get(row - 1, {}).values())
    return {same_header(header_text(cell)) for cell in cells}


def _located(candidate: _Candidate) -> Located:
    table, sheet, row = candidate.known.table, candidate.sheet, candidate.row
    spellings = known_headers(table)
    last = last_header_row(sheet, row, candidate.headers, candidate.known)
    headers = dict(candidate.headers)
    for below in range(row + 1, last + 1):
        for number, cell in sheet.rows.get(below, {}).items():
            text = header_text(cell)
            if same_header(headers.get(number, "")) not in spellings and same_header(text) in spellings:
                headers[number] = text
    columns: dict[str, int] = {}
    for number, text in sorted(headers.items()):
        name = spellings.get(same_header(text))
        if name is not None:
            columns.setdefault(name, number)
    if last > row:
        left = {number: cells for number, cells in sheet.rows.items() if not row < number <= last}
        sheet = replace(sheet, rows=left)
    return Located(
        table=table,
        sheet=sheet,
        header_row=row,
        columns=columns,
        headers=headers,
        label_row=row + 1 if last > row else None,
    )
