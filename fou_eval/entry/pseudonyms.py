"""A copy of a data file with random running numbers for ids, and the key in a file of its own."""

import csv
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from io import StringIO
from pathlib import Path
from typing import Any

from openpyxl import Workbook

from fou_eval.declaration.codebook import Role
from fou_eval.declaration.reading import Declaration
from fou_eval.declaration.text import Language
from fou_eval.entry.numbering import Numbering, number_anew, same_id
from fou_eval.entry.writing import private_bytes
from fou_eval.errors import DataError
from fou_eval.intake.harmless import put_text, safe_text
from fou_eval.intake.issue import Issue
from fou_eval.intake.persons.finding import PERSON_RULES
from fou_eval.intake.persons.headers import shown_headers
from fou_eval.intake.raw import RawCell
from fou_eval.intake.sheets.grid import Grid
from fou_eval.intake.survey import Survey, survey
from fou_eval.language import phrase
from fou_eval.office import repack
from fou_eval.placing import NewFile, new_files_in_place

# What stays behind with the original: ids, free text, undeclared columns, and all that is not a cell of a table.
_LEFT_BEHIND = frozenset({"hidden_content", "document_properties"})
_IDS = ("family_id", "person_id")


@dataclass(frozen=True, slots=True, kw_only=True)
class Pseudonymised:
    """What was written: counts, and the columns that were left out.

    Attributes
    ----------
    families, persons, rows
        Numbers of each.
    left_out
        Columns of the file that were not carried over, by declared name, or header if it may be shown.
    unnamed
        Number of further columns left out whose headers could identify somebody.
    """

    families: int
    persons: int
    rows: int
    left_out: tuple[str, ...]
    unnamed: int


def obstacles(found: Survey) -> list[Issue]:
    """Give what prevents pseudonymisation: a file that cannot be read, or that points out persons outside its ids.

    Identifiers in id columns are what this is for; free text, undeclared columns, comments, hidden sheets and
    properties are left behind.
    """
    if not found.grids or not all(grid.rows for grid in found.grids.values()):
        return [issue for issue in found.issues if issue.severity in {"stop", "error"}]
    return [issue for issue in found.issues if issue.severity == "stop" and not _is_left_behind(issue, found)]


def _is_left_behind(issue: Issue, found: Survey) -> bool:
    if issue.rule in _LEFT_BEHIND:
        return True
    if issue.rule not in PERSON_RULES:
        return False
    grid = next((grid for grid in found.grids.values() if grid.table.table == issue.table), None)
    if grid is None or issue.row is None or issue.row not in set(grid.rows):
        return True
    column = grid.table.columns.get(issue.column or "")
    return column is None or column.role in {*_IDS, "free_text"}


def write_pseudonymised(found: Survey, declaration: Declaration, *, key: Path, out: Path) -> Pseudonymised:
    """Write a copy with new ids to one file and the key to another.

    Rows are put in the order of the new ids, since the order of names or identity numbers would give them away.

    Parameters
    ----------
    found
        A file without :func:`obstacles`.
    declaration
        The study.
    key
        Written once with the old and new id of every family and person, readable by its owner only; never read.
    out
        Workbook with one sheet per table: declared columns without free text.

    Raises
    ------
    DataError
        If the ids cannot be numbered, or the copy would still point out a person.
    WritingError
        If a file is there already or cannot be written.
    """
    grids = tuple(found.grids.values())
    families, persons = _people(grids)
    numbering = number_anew(declaration.codebook, list(families), persons)
    content = _workbook(grids, numbering)
    left_out, unnamed = _left_out(grids)  # before anything is written, so that nothing can break afterwards
    language = declaration.codebook.language
    names = _key(numbering, families, _spelled(grids, "person_id"))
    # The key is named last: without its copy it would be of no use, and a risk.
    files = NewFile(path=out, content=content), NewFile(path=key, content=names, mode=0o600)
    with new_files_in_place(language, *files) as (copy, _):
        _judge_copy(copy, declaration)
    return Pseudonymised(
        families=len(families),
        persons=len(persons),
        rows=sum(len(grid.rows) for grid in grids),
        left_out=left_out,
        unnamed=unnamed,
    )


def _judge_copy(copy: Path, declaration: Declaration) -> None:
    """Look the copy through before it gets its name; it must point out nobody."""
    if any(issue.severity == "stop" for issue in survey(copy, declaration).issues):
        raise DataError(phrase("pseudonymise.still", declaration.codebook.language))


def _people(grids: Sequence[Grid]) -> tuple[dict[str, str], dict[str, str | None]]:
    """Give the families as first written, and every person with a family."""
    families, persons = _spelled(grids, "family_id"), dict[str, str | None]()
    for grid in grids:
        owner, member = grid.table.with_role("family_id"), grid.table.with_role("person_id")
        for family, person in zip(grid.written(owner), grid.written(member), strict=True):
            if person is not None:
                own = same_id(family) if family is not None else None
                persons[same_id(person)] = persons.get(same_id(person)) or own
    return families, persons


def _spelled(grids: Sequence[Grid], role: Role) -> dict[str, str]:
    """Give every id of a role, as it is compared and as it was written first."""
    found: dict[str, str] = {}
    for grid in grids:
        for text in grid.written(grid.table.with_role(role)):
            if text is not None:
                found.setdefault(same_id(text), text)
    return found


def _workbook(grids: Sequence[Grid], numbering: Numbering) -> bytes:
    book = Workbook()
    book.remove(book.active)
    for grid in grids:
        _fill(book.create_sheet(grid.table.table), grid, numbering)
    return repack(private_bytes(book))


def _fill(sheet: Any, grid: Grid, numbering: Numbering) -> None:
    columns = [name for name in grid.located.columns if grid.table.columns[name].role != "free_text"]
    new_ids = {name: _new_ids(grid, name, numbering) for name in columns if _role(grid, name) in _IDS}
    for place, name in enumerate(columns, start=1):
        put_text(sheet.cell(1, place), name)
    order = sorted(range(len(grid.rows)), key=lambda index: [ids[index] or "~" for ids in new_ids.values()])
    for row, index in enumerate(order, start=2):
        for place, name in enumerate(columns, start=1):
            if name in new_ids:
                if (text := new_ids[name][index]) is not None:
                    put_text(sheet.cell(row, place), text)
            elif (cell := grid.raw(index, name)) is not None:
                _copy(sheet.cell(row, place), cell)
    sheet.freeze_panes = "A2"


def _role(grid: Grid, name: str) -> str:
    return grid.table.columns[name].role


def _new_ids(grid: Grid, name: str, numbering: Numbering) -> list[str | None]:
    new = numbering.families if _role(grid, name) == "family_id" else numbering.persons
    return [None if text is None else new[same_id(text)] for text in grid.written(name)]


def _copy(target: Any, cell: RawCell) -> None:
    """Carry a cell over as it is; nothing is interpreted, so that `check` judges the copy as it would the original."""
    if isinstance(cell.value, bool | int | float | datetime | date):
        target.value = cell.value
        if isinstance(cell.value, date):
            target.number_format = "yyyy-mm-dd"
        elif cell.state == "per_cent":
            target.number_format = "0.0%"
    else:
        put_text(target, str(cell.value))


def _key(numbering: Numbering, families: Mapping[str, str], persons: Mapping[str, str]) -> bytes:
    text = StringIO()
    writer = csv.writer(text, delimiter=";", quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerow(["what", "old_id", "new_id"])
    for what, old, new in (("family", families, numbering.families), ("person", persons, numbering.persons)):
        for same, written in sorted(old.items(), key=lambda item: new[item[0]]):
            writer.writerow([what, safe_text(written), new[same]])
    return text.getvalue().encode("utf-8-sig")


def _left_out(grids: Sequence[Grid]) -> tuple[tuple[str, ...], int]:
    shown: list[str] = []
    unnamed = 0
    for grid in grids:
        declared = {number: name for name, number in grid.located.columns.items()}
        may_be_shown = shown_headers(grid.located)
        for number in grid.located.headers:
            name = declared.get(number)
            if name is None:
                text = may_be_shown.get(number)
                shown += [text] if text else []
                unnamed += 0 if text else 1
            elif _role(grid, name) == "free_text":
                shown.append(name)
    return tuple(dict.fromkeys(shown)), unnamed


def refuse_place(key: Path, *, study: Path, data: Path, out: Path, language: Language) -> None:
    """Refuse a key that would lie with the study, the data or the copy, or in a folder below them.

    Raises
    ------
    DataError
        If the key would lie there, or is one of the other files.
    """
    folder = key.resolve().parent
    data_folder = data if data.is_dir() else data.parent
    for name, other in (("study", study), ("data", data_folder), ("copy", out.parent)):
        if folder.is_relative_to(other.resolve()):
            what = phrase(f"pseudonymise.place.{name}", language)
            raise DataError(phrase("pseudonymise.place", language, {"what": what}))
