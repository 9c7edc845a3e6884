"""The sheets of a file that hold data in another shape, with their headers read as far as they go."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from fou_eval.declaration.codebook import Codebook, Table
from fou_eval.intake.conversion.foreign import foreign_tool
from fou_eval.intake.conversion.technical import technical
from fou_eval.intake.conversion.waves import WaveWords, squeeze
from fou_eval.intake.conversion.wide import Known, column_named
from fou_eval.intake.raw import RawFile, RawSheet
from fou_eval.intake.sheets.header_rows import header_text, last_header_row
from fou_eval.intake.sheets.locate import FIRST_ROWS, locate

_EVENTS = frozenset(map(squeeze, ("redcap_event_name", "event name")))
_REPEATS = frozenset(
    map(squeeze, ("redcap_repeat_instrument", "redcap_repeat_instance", "repeat instrument"))
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """One sheet to convert.

    Attributes
    ----------
    sheet
        The sheet without what stands below its row of headers and is no data.
    headers
        Text of every header by column number; a wave above a column is part of it.
    texts
        Everything that the rows of headers say of a column: its name, its question, its part of a question.
    table
        The declared table that knows most of the headers, if one knows enough.
    wave
        The wave that the name of the sheet or file holds.
    tool
        The tool that wrote the file, if it is a raw export.
    event, record
        Columns of an export of REDCap: the event and the number of the record.
    """

    sheet: RawSheet
    header_row: int
    headers: Mapping[int, str] = field(repr=False)
    texts: Mapping[int, tuple[str, ...]] = field(repr=False)
    table: Table | None = None
    wave: str | None = None
    tool: str | None = None
    event: int | None = None
    record: int | None = None


def find_sources(raw: RawFile, stem: str, codebook: Codebook, waves: WaveWords) -> Iterator[Source]:
    """Give every visible sheet in which declared columns can be recognised."""
    tables = tuple(codebook.tables.values())
    for sheet in raw.sheets:
        if sheet.hidden or not sheet.rows:
            continue
        tool = foreign_tool([sheet])
        found = _redcap(sheet) if tool == "REDCap" else None
        if found is None and tool is not None:
            found = _questions(sheet, tables)
        found = found or _declared(sheet, tables, stem, waves) or _questions(sheet, tables)
        if found is not None:
            yield replace(found, tool=tool, wave=waves.in_name(sheet.name or "") or waves.in_name(stem))


def _declared(sheet: RawSheet, tables: tuple[Table, ...], stem: str, waves: WaveWords) -> Source | None:
    """Read headers as they are declared, with the waves beside or above them."""
    home = next(iter(locate([sheet], tables, stem, waves)), None)
    if home is None:
        return None
    gone = [row for row in sheet.rows if row not in home.sheet.rows]
    texts = _texts(sheet, home.header_row, home.headers, gone)
    headers = {**{number: said[0] for number, said in texts.items()}, **home.headers}
    return Source(
        sheet=home.sheet, header_row=home.header_row, headers=headers, texts=texts, table=home.table
    )


def _redcap(sheet: RawSheet) -> Source | None:
    """Read the headers of an export of REDCap; its first column is the number of the record."""
    for row in [number for number in sheet.rows if number <= FIRST_ROWS]:
        headers = {number: header_text(cell) for number, cell in sheet.rows[row].items()}
        keys = {squeeze(text): number for number, text in headers.items()}
        if any(key in _EVENTS or key in _REPEATS or key.startswith("redcap") for key in keys):
            return Source(
                sheet=sheet,
                header_row=row,
                headers=headers,
                texts={number: (text,) for number, text in headers.items()},
                event=next((number for key, number in keys.items() if key in _EVENTS), None),
                record=min(headers),
            )
    return None


def _questions(sheet: RawSheet, tables: tuple[Table, ...]) -> Source | None:
    """Read headers that are questions with their numbers, with parts of questions in further rows below."""
    best: tuple[int, Source] | None = None
    offered = [Known.of(table) for table in tables]
    for row in [number for number in sheet.rows if number <= FIRST_ROWS]:
        headers = {number: header_text(cell) for number, cell in sheet.rows[row].items()}
        for known in offered:
            last = last_header_row(sheet, row, headers, known)
            texts = _texts(sheet, row, headers, [number for number in sheet.rows if row < number <= last])
            names = {column_named(text, known.spellings) for said in texts.values() for text in said} - {None}
            written = sum(technical(text) is not None for text in headers.values())
            if len(names) >= (1 if written >= 2 else 2) and (best is None or len(names) > best[0]):
                best = len(names), _below(sheet, row, last, texts, known.table)
    return best[1] if best else None


def _below(
    sheet: RawSheet, row: int, last: int, texts: Mapping[int, tuple[str, ...]], table: Table
) -> Source:
    left = {number: cells for number, cells in sheet.rows.items() if not row < number <= last}
    return Source(
        sheet=replace(sheet, rows=left),
        header_row=row,
        headers={number: said[0] for number, said in texts.items()},
        texts=texts,
        table=table,
    )


def _texts(
    sheet: RawSheet, row: int, headers: Mapping[int, str], gone: list[int]
) -> dict[int, tuple[str, ...]]:
    """Gather what the rows of headers say of each column; a header joined with its wave stands alone."""
    found: dict[int, tuple[str, ...]] = {}
    for number in sorted({*headers, *(number for other in gone for number in sheet.rows[other])}):
        own = sheet.cell(row, number)
        joined = own is not None and number in headers and header_text(own) != headers[number]
        cells = [] if joined else [sheet.cell(other, number) for other in (row, *gone)]
        said = [headers.get(number, ""), *(header_text(cell) for cell in cells if cell is not None)]
        if any(said):  # a formula without its value is a header that says nothing
            found[number] = tuple(dict.fromkeys(text for text in said if text))
    return found
