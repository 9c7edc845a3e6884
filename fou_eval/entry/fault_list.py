"""The first sheet of a marked copy: what it is, what was left out, and every fault with a link to its cell."""

from collections import Counter
from collections.abc import Sequence
from typing import Any, NamedTuple

from openpyxl.styles import Font, PatternFill
from openpyxl.worksheet.hyperlink import Hyperlink

from fou_eval.declaration.text import Language
from fou_eval.entry.look import FACE, LINE_HEIGHT, ON_ONE_LINE, SMALL, TITLE, WRAPPED_LEFT, head, height, page
from fou_eval.entry.marked_sheet import MOST_NOTES, target
from fou_eval.formatting import number
from fou_eval.intake.harmless import put_text
from fou_eval.intake.issue import Issue, Severity
from fou_eval.intake.own import MARK_COLOURS, seal
from fou_eval.intake.sheets.grid import Grid
from fou_eval.language import phrase

WIDTHS = (12.0, 22.0, 14.0, 24.0, 100.0)
_COLUMNS = ("severity", "where", "cell", "column", "message")
_SEVERITIES: tuple[Severity, ...] = ("stop", "error", "warning", "info")
_LINK = Font(name=FACE, size=11, underline="single", color="1F5F8B")


class Home(NamedTuple):
    """An issue, the sheet of the copy that it is about, and the table there."""

    issue: Issue
    title: str | None
    grid: Grid | None


def write_list(
    sheet: Any, placed: Sequence[Home], file: str | None, language: Language, *, all_noted: bool
) -> None:
    """Write the list and seal it, so that it is known again and never read as data.

    Parameters
    ----------
    sheet
        An empty sheet of an openpyxl workbook.
    placed
        The issues in the order in which they are to be corrected.
    file
        Name of the original, if it may be shown.
    language
        Language of the sheet.
    all_noted
        False when there are so many faulty cells that not all have a note.
    """
    for place, width in enumerate(WIDTHS):
        sheet.column_dimensions["ABCDE"[place]].width = width
    at = _introduce(sheet, placed, file, language, all_noted=all_noted)
    for place, key in enumerate(_COLUMNS, start=1):
        put_text(sheet.cell(at, place), phrase(f"marked.{key}", language))
    head(sheet[at])
    for row, home in enumerate(placed, start=at + 1):
        _row(sheet, row, home, language)
    last = at + len(placed)
    sheet.auto_filter.ref = f"A{at}:E{max(last, at + 1)}"
    sheet.freeze_panes = f"A{at + 1}"
    _close(sheet, last + 2, language)
    sheet.sheet_view.showGridLines = False
    page(sheet, titles=f"{at}:{at}", width=sum(WIDTHS))


def _introduce(
    sheet: Any, placed: Sequence[Home], file: str | None, language: Language, *, all_noted: bool
) -> int:
    """Write title, counts and explanations, and give the row of the headers of the list."""
    title = phrase("marked.title" if file else "marked.title.plain", language, {"file": file})
    counts = Counter(home.issue.severity for home in placed)
    numbers: dict[str, object] = {grade: number(counts[grade], language, 0) for grade in _SEVERITIES}
    texts = [title, phrase("marked.counts", language, numbers)]
    texts += [phrase(f"marked.{key}", language) for key in ("what", "how", "withheld")]
    if not all_noted:
        texts.append(phrase("marked.many", language, {"most": number(MOST_NOTES, language, 0)}))
    for row, text in enumerate(texts, start=1):
        put_text(sheet.cell(row, 1), text)
        sheet.cell(row, 1).alignment = WRAPPED_LEFT
        sheet.merge_cells(start_row=row, start_column=1, end_row=row, end_column=len(WIDTHS))
        sheet.row_dimensions[row].height = height([(text, sum(WIDTHS))]) + LINE_HEIGHT / 3
    sheet.cell(1, 1).font, sheet.cell(1, 1).alignment = TITLE, ON_ONE_LINE
    sheet.row_dimensions[1].height = 2 * LINE_HEIGHT
    return len(texts) + 2


def _row(sheet: Any, row: int, home: Home, language: Language) -> None:
    issue = home.issue
    where = issue.cell or (
        "" if issue.row is None else phrase("marked.whole_row", language, {"row": issue.row})
    )
    texts = (
        phrase(f"issue.severity.{issue.severity}", language),
        home.title or issue.sheet or issue.table or "",
        where,
        issue.column or "",
        issue.message,
    )
    for place, text in enumerate(texts, start=1):
        cell = sheet.cell(row, place)
        cell.alignment = WRAPPED_LEFT
        if text:
            put_text(cell, text)
    if issue.severity in MARK_COLOURS:
        sheet.cell(row, 1).fill = PatternFill("solid", fgColor=MARK_COLOURS[issue.severity])
    address = target(issue, home.grid) if home.grid is not None else None
    if address:
        linked = sheet.cell(row, 3 if where else 4)
        linked.hyperlink = Hyperlink(ref=linked.coordinate, location=f"'{home.title}'!{address}")
        linked.font = _LINK
    sheet.row_dimensions[row].height = height(list(zip(texts, WIDTHS, strict=True)))


def _close(sheet: Any, row: int, language: Language) -> None:
    put_text(sheet.cell(row, 1), phrase("template.sealed", language))
    written = [cell.value for line in sheet.iter_rows() for cell in line if cell.value is not None]
    put_text(sheet.cell(row + 1, 1), seal(" ".join(map(str, written))))
    for place in (row, row + 1):
        sheet.cell(place, 1).font, sheet.cell(place, 1).alignment = SMALL, ON_ONE_LINE
