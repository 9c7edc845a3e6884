"""The workbook of a synthetic study: a sheet that says what it is, and one sheet per table."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from io import BytesIO
from pathlib import Path
from typing import Any

import pandas as pd
from openpyxl import Workbook
from openpyxl.packaging.custom import BoolProperty
from openpyxl.styles import Alignment, Border, Font, Side

from fou_eval.declaration.codebook import Codebook, Column, Table
from fou_eval.language import phrase
from fou_eval.office import repack
from fou_eval.simulation.synthetic import Synthetic

SYNTHETIC_PROPERTY = "fou_eval_synthetic"
WIDTHS = (10, 28)  # narrowest and widest column, in characters
_HEAD = Font(bold=True)
_LINE = Border(bottom=Side(style="thin"))
_WRAPPED = Alignment(wrap_text=True, vertical="top")

Cell = str | float | int | date | None


def write_workbook(
    study: Synthetic, codebook: Codebook, path: Path, *, command: str, facts: Sequence[str] = ()
) -> Path:
    """Write a synthetic study as a workbook, byte for byte the same each time.

    The workbook is marked as synthetic in a document property that readers look for, and on its first sheet.

    Parameters
    ----------
    study
        Tables and reasons, as simulated.
    codebook
        The declared study.
    path
        Where to write; an existing file is replaced.
    command
        What made the study; it is written on the first sheet.
    facts
        Tables whose rows are taken from published documents; the first sheet names them.
    """
    book = Workbook()
    book.properties.creator = ""  # without one, readers put in the name of the library
    book.custom_doc_props.append(BoolProperty(name=SYNTHETIC_PROPERTY, value=True))
    _read_me(book.active, codebook, command=command, facts=facts)
    for name, table in codebook.tables.items():
        _fill(book.create_sheet(name), table, study.tables[name], study.reasons[name])
    content = BytesIO()
    book.save(content)
    path.write_bytes(repack(content.getvalue()))
    return path


def _read_me(sheet: Any, codebook: Codebook, *, command: str, facts: Sequence[str]) -> None:
    sheet.title = phrase("synthetic.sheet", codebook.language)
    sheet.column_dimensions["A"].width = 24
    sheet.column_dimensions["B"].width = 90
    for language in ("sv", "en"):
        places = {"title": codebook.title[language], "command": command, "facts": ", ".join(facts)}
        sheet.append([phrase("synthetic.title", language, places)])
        sheet.cell(sheet.max_row, 1).font = Font(bold=True, size=14)
        for key in ("notice", *(("facts",) if facts else ()), "purpose", "missing", "made"):
            sheet.append([None, phrase(f"synthetic.{key}", language, places)])
            sheet.cell(sheet.max_row, 2).alignment = _WRAPPED
        sheet.append([phrase("synthetic.tables", language), phrase("synthetic.row", language)])
        _head(sheet[sheet.max_row])
        for table in codebook.tables.values():
            sheet.append([table.table, table.row[language]])
        sheet.append([])


def _head(cells: Iterable[Any]) -> None:
    for cell in cells:
        cell.font, cell.border = _HEAD, _LINE


def _fill(sheet: Any, table: Table, frame: pd.DataFrame, reasons: pd.DataFrame) -> None:
    """Write headers and rows; a declared missing code stands where the answer would."""
    columns = {name: _cells(table.columns[name], frame[name]) for name in frame.columns}
    for row, name, code in zip(reasons["row"], reasons["column"], reasons["code"], strict=True):
        columns[name][row] = _number(code)
    sheet.append(list(columns))
    _head(sheet[1])
    sheet.freeze_panes = "A2"
    for row in zip(*columns.values(), strict=True):
        sheet.append(row)
    for place, (name, cells) in enumerate(columns.items(), start=1):
        longest = max((len(str(cell)) for cell in (name, *cells) if cell is not None), default=0)
        sheet.column_dimensions[sheet.cell(1, place).column_letter].width = min(
            max(longest + 2, WIDTHS[0]), WIDTHS[1]
        )
        if table.columns[name].type == "date":
            for cell in sheet.iter_rows(min_row=2, min_col=place, max_col=place):
                cell[0].number_format = "yyyy-mm-dd"


def _cells(column: Column, values: pd.Series) -> list[Cell]:
    return [None if pd.isna(value) else _cell(column, value) for value in values.tolist()]


def _cell(column: Column, value: Any) -> Cell:
    """Write a value as a person would: months as text, whole numbers without decimals, yes and no in Swedish."""
    if isinstance(value, datetime):
        return value.strftime("%Y-%m") if column.type == "month" else value.date()
    if column.type == "boolean":
        return "ja" if value else "nej"
    if isinstance(value, float):
        return int(value) if value.is_integer() else value
    return _number(value) if column.type == "code" else str(value)


def _number(code: str) -> str | int:
    """Write a code that is a whole number as a number, so that Excel does not mark the cell."""
    return int(code) if str(int(code) if code.lstrip("-").isdigit() else None) == code else code
