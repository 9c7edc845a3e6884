"""Workbooks: values and formulas cell by cell, and everything that travels along unseen."""

import re
import warnings
import zipfile
from collections.abc import Iterator
from io import BytesIO
from typing import Any

import openpyxl
from openpyxl.styles.fills import Fill

from fou_eval.intake.own import MARK_COLOURS, is_own_sheet, is_sealed, is_withheld
from fou_eval.intake.persons.identifiers import may_be_shown
from fou_eval.intake.raw import Box, RawCell, RawFile, RawSheet
from fou_eval.intake.spelling import is_excel_error

LARGEST_UNPACKED = 200_000_000  # bytes
MOST_PARTS = 2_000
MOST_CELLS = 1_000_000
SYNTHETIC_PROPERTY = "fou_eval_synthetic"

_PROPERTIES = ("creator", "lastModifiedBy", "title", "subject", "description", "keywords", "category")
_PARTS = {
    "pivot_cache": re.compile(r"xl/pivotcache/", re.IGNORECASE),
    "threaded_comment": re.compile(r"xl/(threadedcomments|persons)/", re.IGNORECASE),
    "external_link": re.compile(r"xl/externallinks/externallink", re.IGNORECASE),
    "connection": re.compile(r"xl/(connections\.xml|querytables/)", re.IGNORECASE),
    "macro": re.compile(r"vbaproject\.bin$", re.IGNORECASE),
    "picture": re.compile(r"xl/(media|embeddings)/", re.IGNORECASE),
}


class TooLargeError(Exception):
    """The package is larger, unpacked, than the reader accepts."""


def read_workbook(content: bytes) -> RawFile:
    """Read a workbook to raw cells; formulas are never computed.

    Raises
    ------
    TooLargeError
        If the package is larger than the reader accepts.
    Exception
        Whatever the spreadsheet library raises on a damaged package.
    """
    names = _part_names(content)
    book = _load(content, values=False)
    has_formula = any(cell.data_type == "f" for sheet in book.worksheets for cell in _cells(sheet))
    stored = _load(content, values=True) if has_formula else book
    sheets = tuple(
        _sheet(sheet, stored[sheet.title], position)
        for position, sheet in enumerate(book.worksheets, start=1)
        if not _is_own(sheet)
    )
    given = {name: getattr(book.properties, name) for name in _PROPERTIES}
    own = {item.name: item.value for item in book.custom_doc_props.props}
    return RawFile(
        sheets=sheets,
        properties={name: str(value) for name, value in given.items() if value},
        defined_names=tuple(book.defined_names),
        parts=tuple(kind for kind, pattern in _PARTS.items() if any(pattern.search(name) for name in names)),
        synthetic=own.get(SYNTHETIC_PROPERTY) in (True, "true", "True", 1),
    )


def _is_own(sheet: Any) -> bool:
    """Say whether a sheet is one that we wrote beside the data (instructions, list of faults), unchanged."""
    return is_own_sheet(cell.value for _, cell in sorted(sheet._cells.items()))  # noqa: SLF001


def _part_names(content: bytes) -> list[str]:
    with zipfile.ZipFile(BytesIO(content)) as package:
        parts = package.infolist()
    if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > LARGEST_UNPACKED:
        raise TooLargeError
    return [part.filename for part in parts]


def _load(content: bytes, *, values: bool) -> Any:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # openpyxl warns of extensions that it leaves out; none holds cells
        return openpyxl.load_workbook(BytesIO(content), data_only=values, keep_links=False)


def _cells(sheet: Any) -> Iterator[Any]:
    """Give the cells that the file holds; a walk by row would make up every cell of a sheet with one far corner."""
    yield from sheet._cells.values()  # noqa: SLF001


def _sheet(sheet: Any, stored: Any, position: int) -> RawSheet:
    rows: dict[int, dict[int, RawCell]] = {}
    coloured: set[tuple[int, int]] = set()
    comments: list[tuple[int, int]] = []
    for count, cell in enumerate(_cells(sheet)):
        if count > MOST_CELLS:
            raise TooLargeError
        raw = _raw(cell, stored)
        if raw is not None:
            rows.setdefault(raw.row, {})[raw.column] = raw
        if cell.has_style and _is_coloured(cell.fill):
            coloured.add((cell.row, cell.column))
        comment = getattr(cell, "comment", None)
        if comment is not None and not is_sealed(comment.text):
            comments.append((cell.row, cell.column))
    title = str(sheet.title)
    return RawSheet(
        name=title,
        shown=title if may_be_shown(title) else f"#{position}",
        position=position,
        rows={row: dict(sorted(cells.items())) for row, cells in sorted(rows.items())},
        hidden=sheet.sheet_state != "visible",
        hidden_rows=frozenset(row for row, look in sheet.row_dimensions.items() if look.hidden),
        hidden_columns=frozenset(_hidden_columns(sheet)),
        merged=tuple(Box(r.min_row, r.min_col, r.max_row, r.max_col) for r in sheet.merged_cells.ranges),
        comments=tuple(sorted(comments)),
        coloured=frozenset(coloured),
    )


def _raw(cell: Any, stored: Any) -> RawCell | None:
    """Give a filled cell as it was saved; a formula counts by its stored value."""
    value = cell.value
    if value is None or (isinstance(value, str) and not value.strip()):
        return None
    if cell.data_type == "f":
        value = stored.cell(cell.row, cell.column).value
        if value is None:
            return RawCell(cell.row, cell.column, None, "formula_without_value")
    if is_withheld(value):
        return RawCell(cell.row, cell.column, None, "withheld")
    if isinstance(value, str) and is_excel_error(value):
        return RawCell(cell.row, cell.column, value, "excel_error_value")
    if isinstance(value, int | float) and not isinstance(value, bool) and "%" in (cell.number_format or ""):
        return RawCell(cell.row, cell.column, value, "per_cent")
    return RawCell(cell.row, cell.column, value)


def _is_coloured(fill: Fill) -> bool:
    if fill.fill_type != "solid":
        return False
    colour = fill.fgColor
    white = (colour.type == "rgb" and str(colour.rgb)[-6:].upper() == "FFFFFF") or (
        colour.type == "theme" and colour.theme == 0 and not colour.tint
    )
    return not white and not (colour.type == "rgb" and str(colour.rgb)[-6:].upper() in MARK_COLOURS.values())


def _hidden_columns(sheet: Any) -> Iterator[int]:
    for look in sheet.column_dimensions.values():
        if look.hidden:
            first = look.min or 0
            yield from range(first, min(look.max or first, first + 500) + 1)
