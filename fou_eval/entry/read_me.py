"""The first sheet of the entry workbook: how to fill in, which sheets there are, what every column may hold."""

from collections.abc import Mapping
from typing import Any

from fou_eval.declaration.codebook import Codebook, Table
from fou_eval.declaration.text import Language
from fou_eval.entry.answers import Answers, answers
from fou_eval.entry.look import (
    HEADING,
    LINE_HEIGHT,
    ON_ONE_LINE,
    SMALL,
    TAB_TEXT,
    TITLE,
    WRAPPED_LEFT,
    head,
    height,
    page,
    protect,
)
from fou_eval.entry.validations import conditions
from fou_eval.formatting import number
from fou_eval.intake.harmless import put_text
from fou_eval.intake.own import seal
from fou_eval.intake.raw import Box
from fou_eval.language import phrase

WIDTHS = (29.0, 26.0, 48.0, 30.0, 48.0)
_SPAN = sum(WIDTHS[1:])
_TOPICS = ("what", "how", "choose", "numbers", "dates", "missing", "persons", "paste")
_SIGNS = ("required", "outside", "only_when", "duplicate")


def write_read_me(
    sheet: Any, codebook: Codebook, language: Language, *, rows: int
) -> Mapping[tuple[str, str], str]:
    """Write the sheet, seal it, and say where the codes of each column stand.

    Parameters
    ----------
    sheet
        An empty sheet of an openpyxl workbook.
    codebook
        The declared study.
    language
        Language of the sheet.
    rows
        Number of rows prepared on each sheet.

    Returns
    -------
    mapping
        For each table and column with codes, the cells that list them, such as ``'Läs mig'!$D$40:$D$44``.
    """
    writer = _Writer(sheet, language)
    writer.title(phrase("template.title", language, {"title": codebook.title[language]}))
    places = {"title": codebook.title[language], "rows": number(rows, language, 0)}
    for topic in _TOPICS:
        writer.topic(
            phrase(f"template.{topic}", language), phrase(f"template.{topic}.text", language, places)
        )
    signs = "\n".join(phrase(f"template.signs.{sign}", language) for sign in _SIGNS)
    writer.topic(phrase("template.signs", language), signs)
    waves = "\n".join(f"{code} = {wave.label[language]}" for code, wave in codebook.waves.items())
    writer.topic(phrase("template.waves", language), waves)
    writer.topic(phrase("template.check", language), phrase("template.check.text", language))
    _tables(writer, codebook)
    listed = _columns(writer, codebook)
    _rules(writer, codebook)
    writer.close()
    return {key: f"'{sheet.title}'!$D${first}:$D${last}" for key, (first, last) in listed.items()}


def _tables(writer: "_Writer", codebook: Codebook) -> None:
    writer.heading("sheet", "content", "row")
    for table in codebook.tables.values():
        writer.row(table.table, table.label[writer.language], table.row[writer.language])


def _columns(writer: "_Writer", codebook: Codebook) -> dict[tuple[str, str], tuple[int, int]]:
    """Write a row per column and a row per code; give the rows that hold the codes of each column."""
    listed: dict[tuple[str, str], tuple[int, int]] = {}
    writer.heading("sheet", "column", "label", "write", "meaning")
    for table in codebook.tables.values():
        for name in table.columns:
            said = answers(table.columns[name], codebook.waves, writer.language)
            writer.row(
                table.table,
                name,
                table.columns[name].label[writer.language],
                said.form,
                _about(table, name, writer.language),
            )
            writer.emphasise(2)
            first = writer.at + 1
            _codes(writer, said)
            if writer.at >= first:
                listed[table.table, name] = (first, writer.at)
    return listed


def _codes(writer: "_Writer", said: Answers) -> None:
    for code, label in said.codes:
        writer.row(None, None, None, code, label)
    for code, reason in said.missing:
        writer.row(None, None, None, code, phrase("template.reason", writer.language, {"reason": reason}))


def _about(table: Table, name: str, language: Language) -> str:
    column = table.columns[name]
    lines = [phrase("hint.required", language)] if column.required else []
    lines += conditions(column, language)
    lines += [phrase("hint.unit", language, {"unit": column.unit[language]})] if column.unit else []
    lines += [phrase("hint.free_text", language)] if column.role == "free_text" else []
    lines += [phrase("hint.id", language)] if column.role in {"family_id", "person_id"} else []
    return "\n".join(lines)


def _rules(writer: "_Writer", codebook: Codebook) -> None:
    """Write what is checked across rows, in the words that will be said if it fails."""
    if not any(table.rules for table in codebook.tables.values()):
        return
    writer.heading("sheet", "column", "rules")
    for table in codebook.tables.values():
        for rule in table.rules:
            writer.row(table.table, ", ".join(rule.columns), rule.message[writer.language])


class _Writer:
    """Writes the sheet from top to bottom."""

    def __init__(self, sheet: Any, language: Language) -> None:
        self._sheet = sheet
        self.language = language
        self.at = 0
        for place, width in enumerate(WIDTHS):
            sheet.column_dimensions["ABCDE"[place]].width = width

    def title(self, text: str) -> None:
        """Write the title of the sheet."""
        self.row(text)
        cell = self._sheet.cell(self.at, 1)
        cell.font, cell.alignment = TITLE, ON_ONE_LINE
        self._sheet.row_dimensions[self.at].height = 2 * LINE_HEIGHT

    def topic(self, name: str, text: str) -> None:
        """Write what one has to know, with its name in front; the text spans the other columns."""
        self.row(name, text)
        self._sheet.cell(self.at, 1).font = HEADING
        self._sheet.merge_cells(Box(self.at, 2, self.at, len(WIDTHS)).address)
        self._sheet.row_dimensions[self.at].height = height([(text, _SPAN)]) + LINE_HEIGHT / 3

    def heading(self, *keys: str) -> None:
        """Write the headers of a list, after an empty row."""
        self.at += 1
        self.row(*(phrase(f"template.{key}", self.language) for key in keys))
        head(self._sheet.cell(self.at, place) for place in range(1, len(WIDTHS) + 1))

    def row(self, *values: str | int | None) -> None:
        """Write one row, high enough for its longest text."""
        self.at += 1
        for place, value in enumerate(values, start=1):
            cell = self._sheet.cell(self.at, place)
            if isinstance(value, str) and value:
                put_text(cell, value)
            elif isinstance(value, int):
                cell.value = value
            cell.alignment = WRAPPED_LEFT
        texts = [
            (str(value), width) for value, width in zip(values, WIDTHS, strict=False) if value is not None
        ]
        self._sheet.row_dimensions[self.at].height = height(texts)

    def emphasise(self, place: int) -> None:
        """Let a cell of the last row stand out."""
        self._sheet.cell(self.at, place).font = HEADING

    def close(self) -> None:
        """Seal the sheet, protect it and set it up for paper."""
        self.at += 1
        self.row(phrase("template.sealed", self.language))
        written = [cell.value for line in self._sheet.iter_rows() for cell in line if cell.value is not None]
        self.row(seal(" ".join(map(str, written))))
        for row in (self.at - 1, self.at):
            self._sheet.cell(row, 1).font = SMALL
            self._sheet.cell(row, 1).alignment = ON_ONE_LINE
            self._sheet.row_dimensions[row].height = LINE_HEIGHT
        self._sheet.sheet_view.showGridLines = False
        self._sheet.sheet_properties.tabColor = TAB_TEXT
        protect(self._sheet)
        page(self._sheet, titles=None, width=sum(WIDTHS))
