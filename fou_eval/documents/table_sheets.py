"""The tables of a document as a workbook: one sheet per table, what the page shows and no digit more."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from copy import copy
from dataclasses import dataclass
from io import BytesIO
from math import ceil
from textwrap import wrap
from typing import Any

from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.hyperlink import Hyperlink
from openpyxl.worksheet.properties import PageSetupProperties

from fou_eval.declaration.text import Language
from fou_eval.documents.blocks import Block, sequence
from fou_eval.documents.letters import BOLD, lines_of, widest
from fou_eval.documents.printed import printed_number
from fou_eval.office import repack

_NARROWEST, _WIDEST, _WIDEST_NUMBER = 9, 46, 24  # figures across a column
_HEAD = 16  # figures across a column that its head may ask for, however short its cells are
_FIGURE = 0.507  # of the size of the type: the width of a figure, in which columns are measured
_INDENT = {
    "left": 0,
    "right": 0,
    "apart": 1,
}  # figures before words; those to the right of numbers keep away from them
_PADDING = 2  # figures across a column that hold no text
_SHORTEST_LINE, _SMALLER = (
    90,
    1.2,
)  # signs of a note, below a narrow table; of those for each figure across it
_LINE = 15.0  # points of a line
_HEAD_ROW = 3  # below the title and the way back
_LINKS = (14, 74, 46)  # signs across the columns of the list of tables
_FACE = "Calibri"
_ACTIVE = tuple("=+-@\t\r")  # what a spreadsheet may take for the start of a formula
_OFFICE_LOCALE: Mapping[Language, str] = {"sv": "sv-SE", "en": "en-GB"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Book:
    """What a workbook of tables says.

    Attributes
    ----------
    title
        Title of the document that the tables are from.
    lines
        What the numbers are: by which rules they are shown, of which data, until when.
    running
        What stands at the head of every printed page.
    parts
        Blocks of each part of the document, in order; the first heading names the part.
    words
        `contents`: the name of the first sheet; `table`, `title`, `part`: heads of its list; `back`: the way to it.
    language
        Language of the cells, which says how their numbers are read.
    accent, tint
        Colours of heads, as ``#RRGGBB``.
    """

    title: str
    lines: Sequence[str]
    running: str
    parts: Sequence[Sequence[Block]]
    words: Mapping[str, str]
    language: Language
    accent: str
    tint: str


def tables_workbook(given: Book) -> bytes:
    """Write the tables as a workbook (.xlsx); the same tables give the same bytes.

    A cell that is printed as a number is a number with as many decimals as are printed. Every other cell is text and
    stays text, whatever it begins with.

    Parameters
    ----------
    given
        What it says.
    """
    book, looks = Workbook(), _Looks(given)
    book.properties.creator = ""  # without one, readers put in the name of the library
    book.properties.title, book.properties.language = given.title, _OFFICE_LOCALE[given.language]
    _contents(book.active, given, looks)
    for _, block in _tables(given):
        _sheet(book.create_sheet(_name(block)), block, given, looks)
    written = BytesIO()
    book.save(written)
    return repack(written.getvalue())


class _Looks:
    """How cells look; each look is made once, since making one takes longer than filling a cell."""

    def __init__(self, given: Book) -> None:
        self._styles = _styles(f"FF{given.accent.removeprefix('#')}", f"FF{given.tint.removeprefix('#')}")
        self._made: dict[tuple[str, str, bool], Any] = {}

    def put(self, cell: Any, content: str | float, style: str, form: str = "General") -> None:
        """Fill a cell; text can neither become a formula nor be read as one when it is edited."""
        text = ILLEGAL_CHARACTERS_RE.sub("\ufffd", content) if isinstance(content, str) else ""
        active = text.startswith(_ACTIVE)
        cell.value = text or content
        if text:
            cell.data_type = "s"
        key = (style, form, active)
        if key in self._made:
            cell._style = copy(self._made[key])  # noqa: SLF001 - setting each property anew takes ten times as long
        else:
            for name, value in self._styles[style].items():
                setattr(cell, name, value)
            cell.number_format, cell.quotePrefix = form, active
            self._made[key] = copy(cell._style)  # noqa: SLF001


def _styles(accent: str, tint: str) -> dict[str, dict[str, object]]:
    head = {
        "font": Font(name=_FACE, bold=True, color=accent),
        "fill": PatternFill("solid", fgColor=tint),
        "border": Border(bottom=Side("thin", accent)),
    }
    plain, small = Font(name=_FACE), Font(name=_FACE, size=9)
    styles: dict[str, dict[str, object]] = {
        "title": {"font": Font(name=_FACE, bold=True, size=14, color=accent)},
        "line": {"font": plain},
        "link": {
            "font": Font(name=_FACE, color=accent, underline="single"),
            "alignment": Alignment(vertical="top"),
        },
        "group": {"font": head["font"]},
        "note": {"font": small},
    }
    for side, indent in _INDENT.items():
        across = "right" if side == "right" else "left"
        top, bottom = (
            Alignment(horizontal=across, vertical=at, indent=indent, wrap_text=True)
            for at in ("top", "bottom")
        )
        styles[f"head_{side}"] = {**head, "alignment": bottom}
        styles[f"cell_{side}"] = {"font": plain, "alignment": top}
        styles[f"number_{side}"] = {
            "font": plain,
            "alignment": Alignment(horizontal=across, vertical="top", indent=indent),
        }
    return styles


def _tables(given: Book) -> Iterable[tuple[str, Block]]:
    """Give each table with the name of its part."""
    for part in given.parts:
        name = next((str(block["text"]) for block in part if block["kind"] == "heading"), "")
        yield from ((name, block) for block in part if block["kind"] == "table")


def _name(block: Block) -> str:
    return str(block["label"]).replace("\u00a0", " ")


def _contents(sheet: Any, given: Book, looks: _Looks) -> None:
    """List the tables, each leading to its sheet, below what the numbers are."""
    sheet.title = given.words["contents"]
    looks.put(sheet.cell(1, 1), given.title, "title")
    for row, line in enumerate(given.lines, start=2):
        looks.put(sheet.cell(row, 1), line, "line")
    head = len(given.lines) + 3
    for column, word in enumerate(("table", "title", "part"), start=1):
        looks.put(sheet.cell(head, column), given.words[word], "head_left")
    rooms = _rooms(_LINKS, ["left"] * len(_LINKS))
    for row, (part, block) in enumerate(_tables(given), start=head + 1):
        _lead(sheet.cell(row, 1), _name(block), _name(block), looks)
        looks.put(sheet.cell(row, 2), str(block["caption"]), "cell_left")
        looks.put(sheet.cell(row, 3), part, "cell_left")
        _heighten(sheet, row, ["", str(block["caption"]), part], rooms)
    _broaden(sheet, _LINKS)
    _page(sheet, given, head)


def _sheet(sheet: Any, block: Block, given: Book, looks: _Looks) -> None:
    """Write a table: title, the way back, head, rows under the heads of their groups, notes."""
    heads, rows, notes = (sequence(block[key]) for key in ("columns", "rows", "notes"))
    groups = dict(sequence(block.get("groups", [])))
    looks.put(sheet.cell(1, 1), f"{_name(block)}. {block['caption']}", "title")
    _lead(sheet.cell(2, 1), given.words["back"], given.words["contents"], looks)
    sides = _sides(heads)
    widths = _widths(heads, rows, sides)
    rooms = _rooms(widths, sides)
    for column, (head, side) in enumerate(zip(heads, sides, strict=True), start=1):
        looks.put(sheet.cell(_HEAD_ROW, column), head["header"], f"head_{side}")
    _heighten(sheet, _HEAD_ROW, [head["header"] for head in heads], [room / BOLD for room in rooms])
    line = _HEAD_ROW
    for place, row in enumerate(rows):
        if place in groups:
            line += 1
            looks.put(sheet.cell(line, 1), groups[place], "group")
        line += 1
        for column, (text, side) in enumerate(zip(row, sides, strict=True), start=1):
            _fill(sheet.cell(line, column), text, side, given.language, looks)
        _heighten(sheet, line, row, rooms)
    for text in _lines(notes, sum(widths)):
        line += 1
        looks.put(sheet.cell(line, 1), text, "note")
    _broaden(sheet, widths)
    sheet.freeze_panes = f"A{_HEAD_ROW + 1}"
    _page(sheet, given, _HEAD_ROW)


def _sides(heads: Sequence[Mapping[str, str]]) -> list[str]:
    """Say of each column at which side it is set, and of words whether numbers stand before them."""
    before = ["left", *(head["align"] for head in heads)]
    return [
        "apart" if (last, head["align"]) == ("right", "left") else head["align"]
        for last, head in zip(before, heads, strict=False)
    ]


def _fill(cell: Any, text: str, side: str, language: Language, looks: _Looks) -> None:
    number = printed_number(text, language)
    if number is None:
        looks.put(cell, text, f"cell_{side}")
    else:
        looks.put(cell, number.value, f"number_{side}", number.form)


def _lead(cell: Any, text: str, sheet: str, looks: _Looks) -> None:
    looks.put(cell, text, "link")
    cell.hyperlink = Hyperlink(ref=cell.coordinate, location=f"'{sheet}'!A1")
    looks.put(cell, text, "link")  # the library gives a cell that leads somewhere a look of its own


def _widths(
    heads: Sequence[Mapping[str, str]], rows: Sequence[Sequence[str]], sides: Sequence[str]
) -> list[int]:
    """Make each column as wide as its widest text, up to a limit; a long head of words gets two lines."""
    found = []
    for place, head in enumerate(heads):
        longest = widest(row[place] for row in rows) / _FIGURE
        word, whole = (
            widest(parts) * BOLD / _FIGURE for parts in (head["header"].split(" "), [head["header"]])
        )
        number = head["align"] == "right"
        most = _WIDEST_NUMBER if number else _WIDEST
        needed = max(longest, word, min(whole, _HEAD), 0.0 if number else 0.6 * whole)
        found.append(max(_NARROWEST, ceil(min(most, needed)) + _PADDING + _INDENT[sides[place]]))
    return found


def _lines(notes: Sequence[str], width: int) -> Iterator[str]:
    """Break notes into lines as long as the table is wide: a cell of its own would be as narrow as the first column."""
    for note in notes:
        line = max(_SHORTEST_LINE, int(width * _SMALLER))
        yield from wrap(note, line, break_long_words=False, break_on_hyphens=False)


def _broaden(sheet: Any, widths: Sequence[int]) -> None:
    for place, width in enumerate(widths, start=1):
        sheet.column_dimensions[get_column_letter(place)].width = width


def _rooms(widths: Sequence[int], sides: Sequence[str]) -> list[float]:
    """Give the room of a line in each column, in sizes of the type."""
    return [
        (width - _PADDING / 2 - _INDENT[side]) * _FIGURE for width, side in zip(widths, sides, strict=True)
    ]


def _heighten(sheet: Any, row: int, texts: Sequence[str], rooms: Sequence[float]) -> None:
    """Set the height of a row in which a text breaks into lines; not every reader finds it out."""
    lines = max((lines_of(text, room) for text, room in zip(texts, rooms, strict=True)), default=1)
    if lines > 1:
        sheet.row_dimensions[row].height = _LINE * lines


def _page(sheet: Any, given: Book, head: int) -> None:
    """Set a sheet up for paper: A4 on its side, as wide as the page, its head on every page."""
    sheet.page_setup.paperSize, sheet.page_setup.orientation = sheet.PAPERSIZE_A4, "landscape"
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.print_title_rows = f"{head}:{head}"
    sheet.oddHeader.left.text = given.running.replace("&", "&&")
    sheet.oddFooter.left.text, sheet.oddFooter.right.text = "&A", "&P (&N)"
