"""The workbook of a conversion: one sheet per declared table, cells as they stood, nothing that could run."""

import re
from datetime import date, datetime, time
from typing import Any

from openpyxl import Workbook
from openpyxl.packaging.custom import BoolProperty
from openpyxl.styles import Font

from fou_eval.declaration.codebook import Column
from fou_eval.intake.conversion.convert import Conversion, ConvertedTable
from fou_eval.intake.harmless import put_text
from fou_eval.intake.raw import RawCell
from fou_eval.intake.readers.workbook import SYNTHETIC_PROPERTY
from fou_eval.intake.saved import saved

_WHOLE = re.compile(r"-?(?:0|[1-9]\d{0,14})")
_LONGEST_SHEET_NAME = 31
_WIDTHS = (10, 28)  # narrowest and widest column, in characters


def workbook_of(conversion: Conversion) -> bytes:
    """Give the workbook of a conversion.

    Text stays text, so that 001 stays 001 and a formula written as text never runs. Only whole numbers of a text
    file become numbers, in columns that are declared as numbers.
    """
    book = Workbook()
    book.properties.creator = ""  # without one, the library puts in its own name
    if conversion.synthetic:
        book.custom_doc_props.append(BoolProperty(name=SYNTHETIC_PROPERTY, value=True))
    book.remove(book.active)
    for table in conversion.tables.values():
        _fill(book.create_sheet(table.table.table[:_LONGEST_SHEET_NAME]), table)
    return saved(book)


def _fill(sheet: Any, table: ConvertedTable) -> None:
    for place, name in enumerate(table.columns, start=1):
        header = sheet.cell(1, place)
        put_text(header, name)
        header.font = Font(bold=True)
        width = min(max(len(name) + 2, _WIDTHS[0]), _WIDTHS[1])
        sheet.column_dimensions[header.column_letter].width = width
    for number, row in enumerate(table.rows, start=2):
        for place, name in enumerate(table.columns, start=1):
            if name in row:
                _put(sheet.cell(number, place), row[name], table.table.columns[name])
    sheet.freeze_panes = "A2"


def _put(cell: Any, raw: RawCell, column: Column) -> None:
    value = raw.value
    if isinstance(value, str):
        if column.type in {"integer", "number"} and _WHOLE.fullmatch(value):
            cell.value = int(value)
        else:
            put_text(cell, value)
        return
    cell.value = value
    if raw.state == "per_cent":
        cell.number_format = "0.00%"  # 12.5 % is stored as 0.125; without its sign it would be another number
    elif isinstance(value, datetime) and value.time() != time():
        cell.number_format = "yyyy-mm-dd hh:mm"
    elif isinstance(value, date):
        cell.number_format = "yyyy-mm-dd"
