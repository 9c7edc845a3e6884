"""The rows of a declared table, made from the rows of a sheet of another shape; no cell is interpreted."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from fou_eval.declaration.codebook import Wave
from fou_eval.intake.conversion.cells import Cells
from fou_eval.intake.conversion.meaning import Meaning, is_same_throughout, may_be_repeated
from fou_eval.intake.conversion.sources import Source
from fou_eval.intake.conversion.waves import WaveWords
from fou_eval.intake.raw import RawCell
from fou_eval.intake.sheets.header_rows import header_text

Row = dict[str, RawCell]


@dataclass(slots=True, kw_only=True)
class Made:
    """The rows made of one sheet for one table, and the rows of the sheet that gave none.

    Attributes
    ----------
    rows
        Declared column to cell, row by row, from top to bottom and within a row in the order of the waves.
    used
        Rows of the sheet that gave at least one row.
    without_wave
        Rows whose event is no declared wave.
    emptied
        Number of cells that a statistics file calls missing by a code that is not declared.
    """

    rows: list[Row] = field(default_factory=list, repr=False)
    used: set[int] = field(default_factory=set)
    without_wave: set[int] = field(default_factory=set)
    emptied: int = 0


def make_rows(
    source: Source,
    meaning: Meaning,
    numbers: Sequence[int],
    waves: Mapping[str, Wave],
    words: WaveWords,
    *,
    main: bool,
) -> Made:
    """Make the rows of one table from the data rows of a sheet.

    Parameters
    ----------
    source, meaning
        The sheet, and what its columns mean in the table.
    numbers
        Its data rows.
    waves, words
        The declared waves, and how they are written.
    main
        True for the table that the sheet is mainly about: an ordinary row of it counts even when it is nearly empty.
    """
    made = Made()
    cells = Cells(source, meaning, waves)
    carried = _carried(source, meaning, cells, numbers)
    every_row = main and source.record is None
    for number in numbers:
        if meaning.is_wide and meaning.wave_column is not None:
            new = _wide_rows(meaning, cells, number, waves)
        else:
            row = _row(meaning, cells, number, wave=None)
            filled = any(meaning.columns[column].column in row for column in meaning.own())
            new = [row] if filled or (every_row and row) else []
            new = _at_event(source, meaning, number, new, words, made)
        if new:
            made.used.add(number)
        made.rows += [{**carried.get(_record(source, number), {}), **row} for row in new]
    if meaning.wave_column is None:
        made.rows = _once(made.rows)
    made.emptied = len(cells.emptied)
    return made


def _wide_rows(meaning: Meaning, cells: Cells, number: int, waves: Mapping[str, Wave]) -> list[Row]:
    """Make one row for each wave at which something is filled in."""
    found = []
    for code in waves:
        at_wave = _row(meaning, cells, number, wave=code)
        if at_wave:
            column = meaning.wave_column or ""
            found.append({**_row(meaning, cells, number, wave=None), **at_wave, column: _made(code)})
    return found


def _row(meaning: Meaning, cells: Cells, number: int, *, wave: str | None) -> Row:
    """Take the filled cells of one wave, or those without one that may be repeated."""
    row: Row = {}
    for column, aside in meaning.columns.items():
        if aside.person or aside.wave != wave or (wave is None and aside.said):
            continue
        name = aside.column
        declared = meaning.table.columns[name]
        if declared.role == "free_text" or (meaning.is_wide and declared.role == "wave"):
            continue
        if wave is None and meaning.is_wide and not may_be_repeated(meaning.table, name):
            continue
        cell = cells.cell(column, number)
        if cell is not None:
            row[name] = cell
    return row


def _at_event(
    source: Source, meaning: Meaning, number: int, rows: list[Row], words: WaveWords, made: Made
) -> list[Row]:
    """Add the wave that the event, the sheet or the file names, unless the row has a wave of its own."""
    column = meaning.wave_column
    if not rows or column is None or meaning.number_of(column) is not None:
        return rows
    wave = source.wave
    if source.event is not None:
        cell = source.sheet.cell(number, source.event)
        wave = words.event(header_text(cell)) if cell is not None else None
        if wave is None:
            made.without_wave.add(number)
            return []
    return [{**row, column: _made(wave)} for row in rows] if wave is not None else rows


def _carried(source: Source, meaning: Meaning, cells: Cells, numbers: Sequence[int]) -> dict[str, Row]:
    """Give, by record of REDCap, what was entered once and is the same at every wave."""
    if source.record is None:
        return {}
    columns = {
        column: aside.column
        for column, aside in meaning.columns.items()
        if is_same_throughout(meaning.table, aside.column) and column != source.record
    }
    found: dict[str, dict[str, dict[str, RawCell]]] = {}
    for number in numbers:
        for column, name in columns.items():
            cell = cells.cell(column, number)
            if cell is not None:
                values = found.setdefault(_record(source, number), {}).setdefault(name, {})
                values.setdefault(header_text(cell).strip(), cell)
    return {
        record: {name: next(iter(values.values())) for name, values in names.items() if len(values) == 1}
        for record, names in found.items()
    }


def _record(source: Source, number: int) -> str:
    cell = source.sheet.cell(number, source.record) if source.record is not None else None
    return header_text(cell).strip() if cell is not None else f"\x00{number}"


def _once(rows: Sequence[Row]) -> list[Row]:
    """Leave out rows that say exactly the same as an earlier one."""

    def said(row: Row) -> Iterator[tuple[str, str, str]]:
        return ((name, type(cell.value).__name__, header_text(cell)) for name, cell in sorted(row.items()))

    return list({tuple(said(row)): row for row in reversed(rows)}.values())[::-1]


def _made(code: str) -> RawCell:
    """Make a cell that stands nowhere in the file."""
    return RawCell(0, 0, code)
