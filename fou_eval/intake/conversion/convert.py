"""How a file of another shape becomes the tables of the codebook: shown first, written only when asked for."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from fou_eval.declaration.codebook import Codebook, Table
from fou_eval.declaration.reading import Declaration
from fou_eval.intake.conversion.fates import CARRIED, ColumnFate, becomes, fates
from fou_eval.intake.conversion.meaning import Meaning
from fou_eval.intake.conversion.parts import NO_DATA, Part, take_part
from fou_eval.intake.conversion.rows import Row
from fou_eval.intake.conversion.sources import find_sources
from fou_eval.intake.conversion.waves import WaveWords
from fou_eval.intake.issue import Findings, Issue, in_order
from fou_eval.intake.persons.finding import PERSON_RULES
from fou_eval.intake.persons.identifiers import may_be_shown
from fou_eval.intake.sheets.header_rows import header_text
from fou_eval.intake.sheets.variables import name_columns
from fou_eval.intake.survey import survey

Shape = Literal["wide", "sheets", "export", "persons", "declared", "unknown"]
_CANNOT = frozenset({"persons", "declared", "unknown"})

# What cannot be seen any longer once the cells stand in a new file.
_LOST = frozenset(
    {
        "merged_cells",
        "value_without_header",
        "ragged_row",
        "second_table",
        "duplicate_column",
        "formula_without_value",
        "label_contradiction",
    }
)


_EVENT = re.compile(r"[a-z0-9_]{1,40}_arm_[0-9]{1,2}[a-z]?")  # as REDCap makes the name of an event

# What cannot be seen any longer either, but need not be put right first.
_LEFT_BEHIND = frozenset({"hidden_content", "cell_colour"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """An event of REDCap: its name if it may be shown, its wave if there is one, and its number of rows."""

    name: str | None
    wave: str | None
    rows: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ConvertedTable:
    """A declared table as it will be written: its columns in declared order, and its rows."""

    table: Table
    columns: tuple[str, ...]
    rows: tuple[Row, ...] = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Conversion:
    """How a file becomes the tables of the codebook.

    Attributes
    ----------
    shape
        One column per wave, one sheet per wave, an export of a tool, several persons on a row (which cannot be
        converted), the declared shape already, or none known.
    tool
        The tool that wrote the file, if it is an export.
    columns
        What becomes of every column of the file, in its order.
    events
        The events of an export of REDCap.
    tables
        The tables that come out, in declared order.
    rows
        Data rows of the file.
    empty
        Data rows that give no row because nothing to be carried over is filled in.
    emptied
        Cells left empty because a statistics file calls their value missing by a code that is not declared.
    without_wave
        Data rows left out because their event is no declared wave.
    undated
        True when rows come out whose wave the file does not say.
    notes
        What the new file will not show: totals, footnotes and repeated headers, which are left out, and colours and
        what was hidden.
    obstacles
        What has to be put right before anything is written: identifiers, and faults that the new file would hide.
    synthetic
        True when the data say of themselves that they are made up.
    """

    shape: Shape
    tool: str | None
    columns: tuple[ColumnFate, ...]
    events: tuple[Event, ...]
    tables: Mapping[str, ConvertedTable]
    rows: int
    empty: int
    emptied: int
    without_wave: int
    undated: bool
    notes: tuple[Issue, ...]
    obstacles: tuple[Issue, ...]
    synthetic: bool

    @property
    def may_be_written(self) -> bool:
        """Say whether there is something to write and nothing that forbids it."""
        made = any(table.rows for table in self.tables.values())
        return made and not self.obstacles and self.shape not in _CANNOT


def convert(path: Path, declaration: Declaration) -> Conversion:
    """Work out how a file becomes the tables of the codebook; nothing is written and no cell is interpreted.

    Parameters
    ----------
    path
        Workbook or text file, or a folder of them.
    declaration
        The study.

    Raises
    ------
    DataError
        If there is nothing at the path.
    """
    found = survey(path, declaration)
    codebook = declaration.codebook
    words = WaveWords(codebook.waves)
    tables = codebook.tables.values()
    parts = [
        take_part(source, codebook, words)
        for stem, raw in found.files
        for source in find_sources(
            name_columns(raw, tables, Findings(codebook.language)), stem, codebook, words
        )
    ]
    columns = tuple(fate for part in parts for fate in fates(part.source, part.meanings, codebook))
    stops = [
        issue for issue in found.issues if issue.severity == "stop" and not _stays_behind(issue, columns)
    ]
    issues = [issue for part in parts for issue in part.issues]
    lost = [issue for issue in issues if issue.rule in _LOST and issue.severity == "error"]
    return Conversion(
        shape=_shape(parts),
        tool=next((part.source.tool for part in parts if part.source.tool), None),
        columns=columns,
        events=tuple(event for part in parts for event in _events(part, words)),
        tables=_tables(parts, codebook),
        rows=sum(len(part.numbers) for part in parts),
        empty=sum(len(part.empty) for part in parts),
        emptied=sum(made.emptied for part in parts for made in part.made),
        without_wave=sum(len(part.without_wave) for part in parts),
        undated=any(_is_undated(part) for part in parts),
        notes=in_order(issue for issue in issues if _is_noted(issue)),
        obstacles=in_order([*stops, *lost]),
        synthetic=found.synthetic,
    )


def _stays_behind(issue: Issue, columns: Sequence[ColumnFate]) -> bool:
    """Say whether a person is pointed out in a column that is not carried over, such as the addresses of a form."""
    carried = {(column.sheet, column.letter) for column in columns if column.fate in CARRIED}
    if issue.rule not in PERSON_RULES or issue.cell is None:
        return False
    return (issue.sheet, issue.cell.split(":")[0].rstrip("0123456789")) not in carried


def _is_noted(issue: Issue) -> bool:
    return issue.rule in NO_DATA or (issue.rule in _LEFT_BEHIND and issue.severity == "warning")


def _shape(parts: Sequence[Part]) -> Shape:
    used = [part for part in parts if part.meanings]
    if not used:
        return "unknown"
    if any(part.source.tool for part in used):
        return "export"
    if any(meaning.is_wide for part in used for meaning in part.meanings):
        return "wide"
    if any(_has_persons(meaning) for part in used for meaning in part.meanings):
        return "persons"
    by_name = any(part.source.wave and _needs_wave(meaning) for part in used for meaning in part.meanings)
    return "sheets" if by_name else "declared"


def _has_persons(meaning: Meaning) -> bool:
    return any(aside.person for aside in meaning.columns.values())


def _needs_wave(meaning: Meaning) -> bool:
    """Say whether the rows of a table have to take their wave from outside their cells."""
    column = meaning.wave_column
    return column is not None and meaning.number_of(column) is None and not meaning.is_wide


def _is_undated(part: Part) -> bool:
    source = part.source
    outside = source.wave is not None or source.event is not None
    return any(
        made.rows and _needs_wave(meaning) and not outside
        for meaning, made in zip(part.meanings, part.made, strict=True)
    )


def _events(part: Part, words: WaveWords) -> Iterator[Event]:
    """Give the events of an export of REDCap in the order of the file."""
    source = part.source
    if source.event is None:
        return
    names = [
        header_text(cell).strip()
        for number in part.numbers
        if (cell := source.sheet.cell(number, source.event)) is not None
    ]
    for name, count in Counter(names).items():
        wave = words.event(name)
        known = wave is not None or _EVENT.fullmatch(name) is not None  # anything else is a text in a cell
        shown = name if known and may_be_shown(name.replace("_", " ")) else None
        yield Event(name=shown, wave=wave, rows=count)


def _tables(parts: Sequence[Part], codebook: Codebook) -> dict[str, ConvertedTable]:
    """Gather the rows of every sheet by table; a column that no sheet has is not made up."""
    found: dict[str, ConvertedTable] = {}
    for name, table in codebook.tables.items():
        made = [
            (meaning, one)
            for part in parts
            for meaning, one in zip(part.meanings, part.made, strict=True)
            if meaning.table is table and one.rows
        ]
        if not made:
            continue
        columns = {column for _, one in made for row in one.rows for column in row}
        columns |= {column for meaning, _ in made for column in _always(meaning)}
        rows = tuple(row for _, one in made for row in one.rows)
        found[name] = ConvertedTable(
            table=table, columns=tuple(column for column in table.columns if column in columns), rows=rows
        )
    return found


def _always(meaning: Meaning) -> Iterator[str]:
    """Give the columns that a sheet has although every cell of them may be empty, and the column of the wave."""
    if meaning.wave_column is not None:
        yield meaning.wave_column
    for number, aside in meaning.columns.items():
        if becomes(meaning, number, by_record=False) in {"at_wave", "repeated", "kept", "wave"}:
            yield aside.column
