"""Workbooks as bytes, made in memory: the library would lay every sheet down in a temporary file on its way."""

import zipfile
from io import BytesIO
from typing import Any

from openpyxl.drawing.spreadsheet_drawing import SpreadsheetDrawing
from openpyxl.worksheet._writer import WorksheetWriter
from openpyxl.writer.excel import ExcelWriter


class _InMemory(ExcelWriter):  # type: ignore[misc]
    """The writer of the library, with sheets written to memory."""

    def write_worksheet(self, ws: Any) -> None:
        """Write one sheet; the names are the library's."""
        ws._drawing = SpreadsheetDrawing()  # noqa: SLF001 - it has no other names
        ws._drawing.charts, ws._drawing.images = ws._charts, ws._images  # noqa: SLF001
        content = BytesIO()
        writer = WorksheetWriter(ws, content)
        writer.write()
        ws._rels = writer._rels  # noqa: SLF001
        self._archive.writestr(ws.path[1:], content.getvalue())
        self.manifest.append(ws)


def saved(book: Any) -> bytes:
    """Give the bytes of an openpyxl workbook, which are on no disk before somebody writes them.

    A temporary file with the answers of families would stay behind if the program were killed or the disk full.

    Examples
    --------
    >>> from openpyxl import Workbook
    >>> saved(Workbook())[:2]
    b'PK'
    """
    content = BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        _InMemory(book, archive).save()
    return content.getvalue()
