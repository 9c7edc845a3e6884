"""The entry workbook of a study: a sheet that explains, and one sheet per table with drop-downs and limits."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from openpyxl import Workbook
from openpyxl.formatting.rule import Rule
from openpyxl.styles import Alignment, Protection

from fou_eval.declaration.codebook import Codebook, Column, Table, Wave
from fou_eval.declaration.text import Language
from fou_eval.entry.answers import answers
from fou_eval.entry.expressions import allowed, condition_broken
from fou_eval.entry.look import (
    HEADING,
    PLAIN_HEADING,
    SIGNS,
    SMALL,
    TAB_DATA,
    WRAPPED,
    head,
    height,
    page,
    protect,
)
from fou_eval.entry.read_me import write_read_me
from fou_eval.entry.validations import NUMBER_FORMATS, add_validation, refuse_beside
from fou_eval.entry.writing import private_bytes
from fou_eval.intake.harmless import put_text
from fou_eval.intake.raw import letter
from fou_eval.intake.sheets.locate import known_headers
from fou_eval.intake.spelling import same_header
from fou_eval.language import phrase
from fou_eval.office import repack
from fou_eval.placing import new_file_in_place

ROWS = 2_000
"""Rows that are prepared for data on each sheet."""

NARROWEST, WIDEST = 11.0, 30.0
_LONGEST_NAME = 31
_UNLOCKED = Protection(locked=False)
_LAST_COLUMN = 16_384

Sources = Mapping[tuple[str, str], str]


def write_template(codebook: Codebook, path: Path, language: Language) -> Path:
    """Write the entry workbook of a study; the same declarations always give the same bytes.

    Parameters
    ----------
    codebook
        The declared study.
    path
        Where to write.
    language
        Language of instructions and labels.

    Raises
    ------
    WritingError
        If a file is there already, or the folder cannot be written to.
    """
    new_file_in_place(path, template_bytes(codebook, language), language)
    return path


def template_bytes(codebook: Codebook, language: Language) -> bytes:
    """Make the entry workbook of a study."""
    book = Workbook()
    read_me = book.active
    read_me.title = phrase("template.read_me", language)
    sources = write_read_me(read_me, codebook, language, rows=ROWS)
    for table in codebook.tables.values():
        _Sheet(book.create_sheet(table.table[:_LONGEST_NAME]), table, codebook.waves, language).write(sources)
    return repack(private_bytes(book))


def has_label_row(table: Table) -> bool:
    """Say whether the labels can stand below the names without being taken for data or for the names again."""
    known = known_headers(table)
    for language in ("sv", "en"):
        labels = {name: same_header(column.label[language]) for name, column in table.columns.items()}
        own = [name for name, label in labels.items() if known.get(label) == name]
        if (
            len(own) < 2
            or 2 * len(own) <= len(labels)
            or all(labels[name] == same_header(name) for name in own)
        ):
            return False
    return True


class _Sheet:
    """The sheet of one table."""

    def __init__(self, sheet: Any, table: Table, waves: Mapping[str, Wave], language: Language) -> None:
        self._sheet, self._table, self._waves, self._language = sheet, table, waves, language
        self._head = 2 if has_label_row(table) else 1
        self._first, self._last = self._head + 1, self._head + ROWS
        self._letters = {name: letter(place) for place, name in enumerate(table.columns, start=1)}
        self._across = letter(len(table.columns))

    def write(self, sources: Sources) -> None:
        """Write headers, looks, drop-downs, limits and signs."""
        self._columns()
        self._headers()
        for name in self._table.columns:
            source = sources.get((self._table.table, name))
            add_validation(
                self._sheet,
                self._table,
                name,
                self._waves,
                cells=self._cells(name),
                language=self._language,
                source=source,
            )
        refuse_beside(self._sheet, len(self._letters) + 1, self._language)
        self._signs()
        self._sheet.freeze_panes = f"A{self._first}"
        self._sheet.auto_filter.ref = f"A{self._head}:{self._across}{self._last}"
        self._sheet.sheet_properties.tabColor = TAB_DATA
        protect(self._sheet)
        across = sum(self._sheet.column_dimensions[place].width for place in self._letters.values())
        page(self._sheet, titles=f"1:{self._head}", width=across)

    def _cells(self, name: str) -> str:
        return f"{self._letters[name]}{self._first}:{self._letters[name]}{self._last}"

    def _columns(self) -> None:
        """Give whole columns their format, so that no empty cell is written.

        A row of a protected sheet can be taken away only if all of it is unlocked, so what lies beside is too.
        """
        for name, column in self._table.columns.items():
            look = self._sheet.column_dimensions[self._letters[name]]
            look.width = _width(name, column, self._waves, self._language)
            look.protection = _UNLOCKED
            look.number_format = NUMBER_FORMATS.get(column.type, "General")
            look.alignment = Alignment(horizontal="left") if column.type in {"text", "month"} else Alignment()
        rest = self._sheet.column_dimensions[letter(len(self._letters) + 1)]
        rest.min, rest.max, rest.protection = len(self._letters) + 1, _LAST_COLUMN, _UNLOCKED

    def _headers(self) -> None:
        labels = []
        for place, (name, column) in enumerate(self._table.columns.items(), start=1):
            put_text(self._sheet.cell(1, place), name)
            if self._head == 2:
                cell = self._sheet.cell(2, place)
                put_text(cell, column.label[self._language])
                cell.font, cell.alignment = SMALL, WRAPPED
                labels.append(
                    (column.label[self._language], self._sheet.column_dimensions[letter(place)].width)
                )
        head(self._sheet[1])
        for cell, column in zip(self._sheet[1], self._table.columns.values(), strict=True):
            cell.font = HEADING if column.required else PLAIN_HEADING
        self._sheet.row_dimensions[1].height = 20
        if labels:
            self._sheet.row_dimensions[2].height = height(labels) + 5

    def _signs(self) -> None:
        """Show, without hindering, what a person should look at before the file is checked."""
        cells = {name: f"${column}{self._first}" for name, column in self._letters.items()}
        key = [name for name in self._table.key if name in self._letters]
        started = f"COUNTA($A{self._first}:${self._across}{self._first})>0"
        filled = [f'{cells[name]}<>""' for name in key]
        same = [
            f"${c}${self._first}:${c}${self._last},${c}{self._first}"
            for c in (self._letters[name] for name in key)
        ]
        for name in key:
            self._sign("duplicate", name, f"AND({','.join(filled)},COUNTIFS({','.join(same)})>1)")
        for name, column in self._table.columns.items():
            broken = condition_broken(self._table, name, self._waves, cells)
            if broken:
                self._sign("only_when", name, broken)
            expression = allowed(column, self._waves, cells[name])
            if expression:
                self._sign("outside", name, f'AND({cells[name]}<>"",NOT({expression}))')
            if column.required:
                self._sign("required", name, f'AND({started},{cells[name]}="")')

    def _sign(self, sign: str, name: str, expression: str) -> None:
        rule = Rule(type="expression", dxf=SIGNS[sign], formula=[expression])
        self._sheet.conditional_formatting.add(self._cells(name), rule)


def _width(name: str, column: Column, waves: Mapping[str, Wave], language: Language) -> float:
    """Give a width in which the header fits with its arrow, the label in three lines, and every code."""
    codes = [len(str(code)) for code in answers(column, waves, language).listed]
    codes += [len("2024-01-15")] if column.type == "date" else []
    label = column.label[language]
    words = max(len(word) for word in label.split())
    wanted = max(len(name) + 4.0, len(label) / 3 + 3, words + 2.0, max(codes, default=0) + 4.0)
    return min(max(wanted, NARROWEST), max(WIDEST, len(name) + 4.0))
