"""A copy of a data file with every fault marked in it, to correct by.

It must not carry on what `check` has stopped: cells that may point somebody out, free text, undeclared columns, other
sheets, comments, hidden content and properties stay with the original. People do correct in the copy and send that,
so it can be read as data: our list, notes and colours are set aside, and what was not carried over is a fault until it
has been filled in.
"""

import re
from collections.abc import Mapping
from pathlib import Path

from openpyxl import Workbook

from fou_eval.declaration.codebook import Codebook
from fou_eval.entry.fault_list import Home, write_list
from fou_eval.entry.marked_sheet import MarkedSheet
from fou_eval.entry.writing import free_name, private_bytes
from fou_eval.intake.issue import Issue, outcome
from fou_eval.intake.persons.identifiers import in_text
from fou_eval.intake.sheets.grid import Grid
from fou_eval.intake.survey import Survey
from fou_eval.language import PHRASES, phrase
from fou_eval.placing import new_file_in_place

_LONGEST_NAME = 31


def mark(found: Survey, file: Path, codebook: Codebook) -> str:
    """Write a marked copy if there is anything to mark, and say in a sentence what was done.

    Raises
    ------
    WritingError
        If the folder cannot be written to.
    """
    language = codebook.language
    if outcome(found.issues) == "ok":
        return phrase("marked.clean", language)
    path = write_marked(found, file, codebook)
    return phrase(
        "marked.done" if path else "marked.nothing", language, {"name": path.name if path else None}
    )


def write_marked(found: Survey, file: Path, codebook: Codebook) -> Path | None:
    """Write a marked copy beside a data file, under a name that is not taken.

    Parameters
    ----------
    found
        What was read from the file, and its faults.
    file
        The data file, or the folder of files.
    codebook
        The declared study.

    Returns
    -------
    Path or None
        The copy; none when no table was found that could be marked.

    Raises
    ------
    DataError
        If the folder cannot be written to.
    """
    if not found.grids:
        return None
    path = marked_path(file, codebook)
    new_file_in_place(path, marked_bytes(found, file, codebook), codebook.language)
    return path


def marked_bytes(found: Survey, file: Path, codebook: Codebook) -> bytes:
    """Make the marked copy of a file."""
    language = codebook.language
    homes = _homes(found, folder=file.is_dir())
    book = Workbook()
    book.active.title = phrase("marked.sheet", language)
    placed = [_placed(issue, homes) for issue in found.issues]
    all_noted = True
    for title, grid in homes.items():
        own = [home.issue for home in placed if home.title == title]
        all_noted &= MarkedSheet(grid, own, codebook.waves, language).write(book.create_sheet(title))
    write_list(book.worksheets[0], placed, _shown_name(file), language, all_noted=all_noted)
    return private_bytes(book)


def marked_path(file: Path, codebook: Codebook) -> Path:
    """Give the name of the copy: that of the file with an ending that says what it is, numbered if it is taken.

    A name that could identify somebody is not repeated; the study's stands in its place.
    """
    place = file.resolve()
    stem = place.name if place.is_dir() else place.stem
    endings = "|".join(PHRASES["marked.ending"])
    stem = re.sub(rf"_(?:{endings})(?:_\d+)?$", "", stem)
    plain = _shown(stem) or codebook.study
    return free_name(place.with_name(f"{plain}_{phrase('marked.ending', codebook.language)}.xlsx"))


def _placed(issue: Issue, homes: Mapping[str, Grid]) -> Home:
    """Find the sheet of the copy that an issue is about; none when it is about the file or another sheet."""
    found = [
        (title, grid)
        for title, grid in homes.items()
        if grid.located.sheet.shown == issue.sheet and issue.table in (None, grid.table.table)
    ]
    return Home(issue, *found[0]) if len(found) == 1 else Home(issue, None, None)


def _homes(found: Survey, *, folder: bool) -> dict[str, Grid]:
    """Name the sheets: as in the original, or by table where there are no such names or they may be alike."""
    homes: dict[str, Grid] = {}
    for grid in found.grids.values():
        shown = grid.located.sheet.shown
        title = grid.table.table if folder or shown is None else shown
        homes[title[:_LONGEST_NAME]] = grid
    return homes


def _shown(stem: str) -> str | None:
    spaced = re.sub(r"[_-]+", " ", stem)
    grave = [finding for text in (stem, spaced) for finding in in_text(text)]
    return None if grave or not stem else stem


def _shown_name(file: Path) -> str | None:
    place = file.resolve()
    return place.name if _shown(place.stem) else None
