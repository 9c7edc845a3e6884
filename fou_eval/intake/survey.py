"""Read a data file and find everything that is wrong with it, before any of it becomes a number."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import Literal, get_args

from fou_eval.declaration.reading import Declaration
from fou_eval.errors import DataError
from fou_eval.intake.cells.judged import judge_cells, judge_only_when
from fou_eval.intake.cells.judged_labels import judge_labels
from fou_eval.intake.conversion.waves import WaveWords
from fou_eval.intake.issue import Findings, Issue, Place, in_order, outcome
from fou_eval.intake.limits import LIMITS, TooLargeError, limit_text
from fou_eval.intake.persons.exposed import judge_exposure
from fou_eval.intake.persons.headers import without_contents
from fou_eval.intake.persons.hygiene import judge_file, judge_sheet
from fou_eval.intake.persons.scan import scan_file
from fou_eval.intake.raw import RawFile, RawSheet, address
from fou_eval.intake.readers.delimited import is_damaged
from fou_eval.intake.readers.disk import kind_of
from fou_eval.intake.readers.reading import read_file
from fou_eval.intake.readers.sniff import FOREIGN_ENDINGS, Refusal
from fou_eval.intake.rows.goals import judge_goals
from fou_eval.intake.rows.judging import judge_rows
from fou_eval.intake.rows.spells import judge_spells
from fou_eval.intake.rows.withheld import withhold
from fou_eval.intake.rows.work import judge_work
from fou_eval.intake.sheets.below import set_apart_below
from fou_eval.intake.sheets.elsewhere import judge_other_sheets, judge_places, judge_wide_cells
from fou_eval.intake.sheets.grid import Grid, read_grid
from fou_eval.intake.sheets.headers import judge_headers
from fou_eval.intake.sheets.layout import judge_layout
from fou_eval.intake.sheets.locate import known_headers, locate
from fou_eval.intake.sheets.shifts import shift_rows
from fou_eval.intake.sheets.variables import name_columns
from fou_eval.language import phrase

MOST_DAMAGED = 10
SYNTHETIC_FILE = "SYNTHETIC.txt"
_DATA = {".xlsx", ".xlsm", ".xltx", ".xltm", ".xlsb", ".csv", ".tsv", ".txt", ".xls", ".sav", ".zsav", ".dta"}
_DATA |= FOREIGN_ENDINGS
_CONSEQUENCES = {
    "bad_pattern",
    "not_a_number",
    "not_a_date",
    "unknown_code",
    "out_of_range",
    "not_an_integer",
    "ambiguous_date",
}


Stage = Literal["reading", "persons", "cells", "rows"]
STAGES: tuple[Stage, ...] = get_args(Stage)
"""What a survey does, in this order: each file is read, looked through for persons and taken apart into cells."""
Watch = Callable[[Stage], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Survey:
    """What was read from a path, and every issue found on the way.

    Attributes
    ----------
    grids
        The tables that were found, by name; the first is the one the file was read as.
    issues
        All issues, gravest first.
    synthetic
        True when the data say of themselves that they are made up.
    readable
        False when the file could not be read at all.
    files
        Name without ending and raw cells of every file that could be read.
    """

    grids: dict[str, Grid]
    issues: tuple[Issue, ...]
    synthetic: bool
    readable: bool = True
    files: tuple[tuple[str, RawFile], ...] = field(default=(), repr=False)


def unwatched(stage: Stage) -> None:
    """Take no notice of how far a survey has come."""


def survey(path: Path, declaration: Declaration, watch: Watch = unwatched) -> Survey:
    """Read a workbook, a text file, or a folder of files named by table.

    Parameters
    ----------
    path
        The file or folder.
    declaration
        The study.
    watch
        Is told of every stage as it begins.

    Raises
    ------
    DataError
        If there is nothing at the path.
    """
    if kind_of(path) == "nothing":
        raise DataError(phrase("check.nothing", declaration.codebook.language))
    findings = Findings(declaration.codebook.language)
    files = _files(path)
    if not files:
        findings.add("stop", "empty_file", Place(), variant="folder")
    grids: dict[str, Grid] = {}
    raws = []
    for file in files:
        watch("reading")
        raw = _read(file, declaration, findings)
        raws.append(raw)
        if raw is not None:
            _take(grids, _grids_of(file, raw, declaration, findings, watch), findings)
    readable = [raw for raw in raws if raw is not None and not raw.damaged_text]
    if len(readable) == len(raws):
        _judge(grids, declaration, findings, watch)
        _missing_tables(grids, declaration, findings)
    synthetic = any(raw is not None and raw.synthetic for raw in raws) or _says_synthetic(path)
    homes = (grid.located for grid in grids.values())
    issues = in_order(without_contents(_without_consequences(findings.listed()), homes))
    withhold(grids.values(), issues)
    return Survey(
        grids=grids,
        issues=issues,
        synthetic=synthetic,
        readable=bool(readable),
        files=tuple((file.stem, raw) for file, raw in zip(files, raws, strict=True) if raw is not None),
    )


def _files(path: Path) -> list[Path]:
    if kind_of(path) == "file":
        return [path]
    try:
        inside = [file for file in path.iterdir() if file.is_file() and file.name != SYNTHETIC_FILE]
    except OSError:
        return [path]  # reading it says why
    return sorted(
        file for file in inside if file.suffix.lower() in _DATA and not file.name.startswith((".", "~$"))
    )


def _says_synthetic(path: Path) -> bool:
    return kind_of(path) == "folder" and kind_of(path / SYNTHETIC_FILE) == "file"


def _read(file: Path, declaration: Declaration, findings: Findings) -> RawFile | None:
    """Read one file to raw cells, or write down why it cannot be read."""
    tables = declaration.codebook.tables.values()
    raw = read_file(file, [frozenset(known_headers(table)) for table in tables])
    if isinstance(raw, RawFile):
        return raw
    _refuse(raw, findings)
    return None


def _refuse(refusal: Refusal, findings: Findings) -> None:
    limit = next((limit for limit in LIMITS if limit == refusal.variant), None)
    places = {"limit": limit_text(limit, findings.language)} if limit else {}
    findings.add("stop", refusal.rule, Place(), variant=refusal.variant, places=places)


def _grids_of(
    file: Path, raw: RawFile, declaration: Declaration, findings: Findings, watch: Watch
) -> list[Grid]:
    """Judge one file as a whole and give the tables found in it."""
    waves = declaration.codebook.waves
    _judge_text(raw, findings)
    raw = name_columns(raw, declaration.codebook.tables.values(), findings)
    words = WaveWords(waves)
    located = locate(raw.sheets, declaration.codebook.tables.values(), file.stem, words)
    watch("persons")
    try:
        judge_file(raw, findings)
        scan_file(raw, located, file.stem, findings)
    except TooLargeError as error:
        _refuse(Refusal("too_large", error.limit), findings)
    homes = {home.sheet.position: home for home in located}
    for sheet in raw.sheets:
        judge_sheet(sheet, homes.get(sheet.position), findings)
    judge_places(raw, located, findings)
    judge_other_sheets(raw, located, tuple(declaration.codebook.tables.values()), waves, findings)
    if raw.damaged_text:
        return [Grid(located=home, rows=(), readings={}) for home in located]
    for home in located:
        judge_headers(home, waves, findings)
        judge_wide_cells(home, waves, findings)
    watch("cells")
    return [set_apart_below(read_grid(home, waves, findings), findings) for home in located]


def _judge_text(raw: RawFile, findings: Findings) -> None:
    if raw.damaged_text:
        findings.add("stop", "wrong_encoding", Place(), variant="damaged")
    elif raw.encoding not in (None, "UTF-8"):
        findings.add("info", "encoding_read", Place(), places={"encoding": raw.encoding})
    for sheet in [sheet for sheet in raw.sheets if sheet.typed]:
        for place in _damaged_cells(sheet):
            findings.add("stop", "wrong_encoding", place, variant="damaged")
    for row in raw.swallowed[:MOST_DAMAGED]:
        findings.add("stop", "corrupt_file", Place(row=row), variant="quote")
    if raw.separator_line:
        findings.add("info", "data_located", Place(), variant="separator")


def _damaged_cells(sheet: RawSheet) -> list[Place]:
    """Give the first places of a workbook at which text had been wrongly decoded before it was pasted in."""
    damaged = {text for text in sheet.texts() if is_damaged(text, "UTF-8")}
    cells = (cell for row in sheet.rows.values() for cell in row.values()) if damaged else ()
    return [
        Place(sheet=sheet.shown, cell=address(cell.row, cell.column), row=cell.row)
        for cell in islice((cell for cell in cells if cell.value in damaged), MOST_DAMAGED)
    ]


def _take(grids: dict[str, Grid], found: Sequence[Grid], findings: Findings) -> None:
    for grid in found:
        name = grid.table.table
        if name in grids:
            findings.add("error", "second_table", grid.column_place(None), variant="file")
        else:
            grids[name] = grid


def _judge(grids: dict[str, Grid], declaration: Declaration, findings: Findings, watch: Watch) -> None:
    waves, smallest = declaration.codebook.waves, declaration.plan.disclosure.smallest_cell
    for grid in grids.values():
        shift_rows(grid, waves, findings)
        judge_layout(grid, findings)
        judge_cells(grid, findings)
        judge_labels(grid, waves, findings)
        judge_only_when(grid, findings)
    watch("rows")
    judge_rows(grids, waves, smallest, findings)
    judge_work(grids, declaration.codebook, findings)
    judge_goals(grids, declaration.codebook, findings)
    judge_spells(grids, declaration.codebook, findings)
    if outcome(findings.listed()) != "stop":
        judge_exposure(grids, waves, smallest, findings)


def _missing_tables(grids: Mapping[str, Grid], declaration: Declaration, findings: Findings) -> None:
    """Name the declared tables that were not found. A study may follow up only some of them, so it is no fault."""
    for name in declaration.codebook.tables:
        if grids and name not in grids:
            findings.add("info", "missing_table", Place(table=name), places={"table": name})


def _without_consequences(issues: Sequence[Issue]) -> list[Issue]:
    """Leave out faults of form at a cell that already stops for holding an identifier."""
    stopped = {(issue.sheet, issue.cell) for issue in issues if issue.severity == "stop" and issue.cell}
    formal = {issue for issue in issues if issue.severity == "error" and issue.rule in _CONSEQUENCES}
    return [issue for issue in issues if issue not in formal or (issue.sheet, issue.cell) not in stopped]
