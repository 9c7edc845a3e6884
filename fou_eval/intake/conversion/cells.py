"""The cells of a sheet as they go into a table: unchanged, save for what the tool itself says of them."""

from collections.abc import Mapping

from fou_eval.declaration.codebook import Column, Wave
from fou_eval.intake.cells.documented import DocumentedReader
from fou_eval.intake.conversion.meaning import Meaning, missing_boxes
from fou_eval.intake.conversion.sources import Source
from fou_eval.intake.raw import RawCell
from fou_eval.intake.sheets.header_rows import header_text

_TICKED = frozenset({"1", "checked", "ja", "yes", "true"})


class Cells:
    """Gives the cells of one sheet for one table.

    A value that a statistics file labels as a declared code becomes that code, since the labels stay behind; one that
    it calls missing becomes the declared missing code, or an empty cell. Where REDCap says by a box that a question was
    not answered, the code of that box stands in the columns of the question. Nothing else is changed.

    Parameters
    ----------
    source, meaning
        The sheet, and what its columns mean in the table.
    waves
        The declared waves.

    Attributes
    ----------
    emptied
        Cells of values that the file calls missing by a code that is not declared.
    """

    def __init__(self, source: Source, meaning: Meaning, waves: Mapping[str, Wave]) -> None:
        self._sheet = source.sheet
        self._boxes = {column: missing_boxes(source, column) for column in meaning.columns}
        self._columns: dict[int, Column] = {column: meaning.declared(column) for column in meaning.columns}
        self._readers = {
            column: DocumentedReader(self._columns[column], waves, variable)
            for column, variable in source.sheet.variables.items()
            if column in meaning.columns
        }
        self.emptied: set[tuple[int, int]] = set()

    def cell(self, column: int, row: int) -> RawCell | None:
        """Give a cell, or none when it is empty."""
        for box, code in self._boxes[column]:
            ticked = self._sheet.cell(row, box)
            if ticked is not None and header_text(ticked).strip().casefold() in _TICKED:
                return RawCell(row, column, code)
        cell = self._sheet.cell(row, column)
        reader = self._readers.get(column)
        return self._documented(cell, reader) if cell is not None and reader is not None else cell

    def contradicted(self) -> list[int]:
        """Give the columns in which the file labels a value with another meaning than the codebook gives it."""
        return [column for column, reader in self._readers.items() if reader.labels.contradictions]

    def _documented(self, cell: RawCell, reader: DocumentedReader) -> RawCell | None:
        read = reader.read(cell) if cell.state == "user_missing" else reader.labels.readings.get(cell.value)
        if read is None or read.fault is not None:
            return cell
        if read.reason is None:
            return RawCell(cell.row, cell.column, read.value)
        if read.reason in {str(code) for code in self._columns[cell.column].missing_codes}:
            return RawCell(cell.row, cell.column, read.reason)
        self.emptied.add((cell.row, cell.column))
        return None
