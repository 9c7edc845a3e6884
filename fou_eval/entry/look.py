"""How the workbooks that we hand out look: a few calm colours, and never colour alone."""

from collections.abc import Iterable
from math import ceil
from typing import Any

from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.styles.differential import DifferentialStyle

INK = "1F3B4D"
QUIET = "5F6B73"
HEAD_FILL = PatternFill("solid", fgColor="DCE8EC")
RULE = Border(bottom=Side(style="thin", color="8FA8B2"))
FACE = "Calibri"
TITLE = Font(name=FACE, bold=True, size=16, color=INK)
HEADING = Font(name=FACE, bold=True, size=11, color=INK)
PLAIN_HEADING = Font(name=FACE, size=11, color=INK)
SMALL = Font(name=FACE, size=9, italic=True, color=QUIET)
WRAPPED = Alignment(wrap_text=True, vertical="top")
WRAPPED_LEFT = Alignment(wrap_text=True, vertical="top", horizontal="left")
ON_ONE_LINE = Alignment(vertical="center")
LINE_HEIGHT = 15.0
_PAGE = 190.0  # characters across a page that can still be read
TAB_TEXT, TAB_DATA = "B7C3C9", "4F8A99"

# Each sign has a colour and a look of the text, for those who do not tell the colours apart.
SIGNS = {
    "duplicate": DifferentialStyle(
        font=Font(underline="single", color=INK), fill=PatternFill(bgColor="CFE3F5", fill_type="solid")
    ),
    "only_when": DifferentialStyle(
        font=Font(strike=True, color=QUIET), fill=PatternFill(bgColor="E3E3E3", fill_type="solid")
    ),
    "outside": DifferentialStyle(
        font=Font(bold=True, color="7A3B00"), fill=PatternFill(bgColor="FAD9B8", fill_type="solid")
    ),
    "required": DifferentialStyle(fill=PatternFill(bgColor="FFF6CC", fill_type="solid")),
}


def head(cells: Iterable[Any]) -> None:
    """Give cells the look of headers."""
    for cell in cells:
        cell.font, cell.fill, cell.border, cell.alignment = HEADING, HEAD_FILL, RULE, WRAPPED


def height(texts_and_widths: Iterable[tuple[str, float]]) -> float:
    """Give the height of a row whose wrapped texts stand in columns of these widths.

    Examples
    --------
    >>> height([("kort", 20), ("tre rader text här", 8)])
    45.0
    """
    lines = (
        sum(max(ceil(1.05 * len(line) / width), 1) for line in text.split("\n"))
        for text, width in texts_and_widths
    )
    return LINE_HEIGHT * max(lines, default=1)


def page(sheet: Any, *, titles: str | None, width: float) -> None:
    """Set a sheet up for paper: A4 on its side, numbered, with its headers on every page, and still to be read."""
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = ceil(width / _PAGE), 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.print_title_rows = titles
    sheet.oddFooter.left.text, sheet.oddFooter.right.text = "&A", "&P (&N)"


def protect(sheet: Any) -> None:
    """Lock what is not unlocked, without a password; sorting, filtering, rows and looks stay free."""
    sheet.protection.sheet = True
    for freedom in (
        "formatCells",
        "formatColumns",
        "formatRows",
        "insertRows",
        "deleteRows",
        "sort",
        "autoFilter",
    ):
        setattr(sheet.protection, freedom, False)
