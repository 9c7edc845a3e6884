"""The codebook of a study as a workbook to filter and search: one row per column, code and rule."""

from collections.abc import Iterator, Sequence
from datetime import date
from io import BytesIO
from math import ceil
from typing import Any

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font
from openpyxl.worksheet.properties import PageSetupProperties

from fou_eval.declaration.codebook import Column, Table
from fou_eval.declaration.reading import Declaration
from fou_eval.declaration.text import Language
from fou_eval.documents.codebook import codebook_title, how_counted
from fou_eval.language import phrase
from fou_eval.office import repack
from fou_eval.wording import condition, written_form

Cell = str | int | float | None
Row = Sequence[Cell]

_WIDEST = 60
_LINE, _LINE_WIDTH = 15.0, 90  # height of a line, and characters that fit into one of the overview
_PAGE = 190  # characters across a page that can still be read
_HEAD = Font(bold=True)
_TOP = Alignment(horizontal="left", vertical="top", wrap_text=True)


def codebook_workbook(declaration: Declaration, language: Language) -> bytes:
    """Write the codebook as a workbook (.xlsx); the same declarations give the same bytes.

    Labels and meanings stand in both languages; headers and words are in the one asked for.

    Parameters
    ----------
    declaration
        The study.
    language
        Language of headers and words.
    """
    book = Workbook()
    book.properties.creator = ""  # without one, readers put in the name of the library
    book.properties.title = codebook_title(declaration, language)
    overview = book.active
    overview.title = phrase("codebook.sheet.overview", language)
    for line in _overview(declaration, language):
        overview.append([line])
        overview.cell(overview.max_row, 1).alignment = _TOP
        overview.row_dimensions[overview.max_row].height = _LINE * ceil(len(line) / _LINE_WIDTH)
    overview.column_dimensions["A"].width = 100
    overview["A1"].font = Font(bold=True, size=14)
    overview.row_dimensions[1].height = 2 * _LINE
    _page(overview, 100)
    sheets = (
        ("waves", ("code", "label_sv", "label_en", "months", "accepted"), _waves(declaration)),
        ("columns", _COLUMN_HEADS, _columns(declaration, language)),
        ("codes", _CODE_HEADS, _codes(declaration, language)),
        ("rules", ("table", "rule", "columns", "broken"), _rules(declaration, language)),
        (
            "measures",
            ("table", "column", "label_sv", "label_en", "counted"),
            _measures(declaration, language),
        ),
        ("instruments", ("instrument", "range", "source", "licence"), _instruments(declaration, language)),
    )
    for name, heads, rows in sheets:
        _fill(book.create_sheet(phrase(f"codebook.sheet.{name}", language)), heads, list(rows), language)
    packed = BytesIO()
    book.save(packed)
    return repack(packed.getvalue())


_COLUMN_HEADS = (
    *(
        "table",
        "column",
        "label_sv",
        "label_en",
        "written",
        "type",
        "required",
        "lowest",
        "highest",
        "measure",
    ),
    *("pattern", "role", "domain", "kind", "better", "only_when", "sensitive", "aliases"),
)
_CODE_HEADS = ("table", "column", "code", "means_sv", "means_en", "is_missing", "accepted")


def _overview(declaration: Declaration, language: Language) -> Iterator[str]:
    codebook = declaration.codebook
    yield codebook_title(declaration, language)
    yield phrase("codebook.status", language, {"version": codebook.version})
    yield phrase("codebook.purpose", language, {"tables": len(codebook.tables)})
    for lead in ("ids", "numbers", "dates", "missing", "text"):
        yield f"{phrase(f'codebook.how.{lead}.lead', language)} {phrase(f'codebook.how.{lead}', language)}"
    for table in codebook.tables.values():
        places = {"table": table.table, "row": table.row[language], "key": " + ".join(table.key)}
        yield f"{table.label[language]}. {phrase('codebook.table.row', language, places)}"
    domains = ", ".join(
        domain.label[language] for domain in (*codebook.domains.values(), *codebook.topics.values())
    )
    yield f"{phrase('codebook.domains', language)}: {domains}"
    yield phrase("codebook.footer", language)


def _waves(declaration: Declaration) -> Iterator[Row]:
    for code, wave in declaration.codebook.waves.items():
        yield code, wave.label.sv, wave.label.en, wave.months, ", ".join(wave.accept)


def _columns(declaration: Declaration, language: Language) -> Iterator[Row]:
    for table in declaration.codebook.tables.values():
        for name, column in table.columns.items():
            yield _column(name, column, table, declaration, language)


def _column(name: str, column: Column, table: Table, declaration: Declaration, language: Language) -> Row:
    yes = phrase("codebook.yes_no", language).partition("|")[0]
    domain = declaration.codebook.domain(column.domain) if column.domain else None
    return (
        *(table.table, name, column.label.sv, column.label.en, written_form(column, language), column.type),
        *(yes if column.required else None, _end(column.min), _end(column.max)),
        *(column.unit[language] if column.unit else None, column.pattern),
        *(phrase(f"codebook.role.{column.role}", language), domain.label[language] if domain else None),
        *(phrase(f"codebook.kind.{column.kind}", language) if column.kind else None,),
        *(phrase(f"codebook.better.{column.better}", language) if column.better else None,),
        *(condition(column.only_when, table.columns, language) or None, yes if column.sensitive else None),
        ", ".join(column.aliases) or None,
    )


def _codes(declaration: Declaration, language: Language) -> Iterator[Row]:
    yes = phrase("codebook.yes_no", language).partition("|")[0]
    for table in declaration.codebook.tables.values():
        for name, column in table.columns.items():
            declared = column.steps or (column.codes if isinstance(column.codes, dict) else {})
            for code, meaning in declared.items():
                yield table.table, name, code, meaning.sv, meaning.en, None, ", ".join(meaning.accept) or None
            for code, reason in column.missing_codes.items():
                yield table.table, name, code, reason.sv, reason.en, yes, None


def _rules(declaration: Declaration, language: Language) -> Iterator[Row]:
    for table in declaration.codebook.tables.values():
        for rule in table.rules:
            yield table.table, rule.id, ", ".join(rule.columns), rule.message[language]


def _measures(declaration: Declaration, language: Language) -> Iterator[Row]:
    for table in declaration.codebook.tables.values():
        for name, one in table.measures.items():
            yield table.table, name, one.label.sv, one.label.en, how_counted(one, table, language)


def _instruments(declaration: Declaration, language: Language) -> Iterator[Row]:
    for one in declaration.instruments.values():
        ends = phrase("codebook.range", language, {"low": f"{one.min:g}", "high": f"{one.max:g}"})
        yield f"{one.name[language]} ({one.version})", ends, one.source, one.licence


def _end(end: object) -> Cell:
    if isinstance(end, date):
        return end.isoformat()
    return end if isinstance(end, int | float) else None


def _fill(sheet: Any, heads: Sequence[str], rows: Sequence[Row], language: Language) -> None:
    """Write a sheet with its head frozen, a filter on every column, and text that wraps."""
    headers = [phrase(f"codebook.head.{head}", language) for head in heads]
    sheet.append(headers)
    for row in rows:
        sheet.append(list(row))
    for cells in sheet.iter_rows():
        for cell in cells:
            cell.alignment = _TOP
            if isinstance(cell.value, str):
                cell.data_type = "s"  # a label or pattern that begins with = is no formula
    for cell in sheet[1]:
        cell.font = _HEAD
    for place, header in enumerate(headers):
        longest = max((len(str(row[place])) for row in rows if row[place] is not None), default=0)
        letter = sheet.cell(1, place + 1).column_letter
        sheet.column_dimensions[letter].width = min(max(longest, len(header)) + 2, _WIDEST)
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = sheet.dimensions
    sheet.print_title_rows = "1:1"
    _page(sheet, sum(dimension.width for dimension in sheet.column_dimensions.values()))


def _page(sheet: Any, width: float) -> None:
    """Set a sheet up for paper: A4 on its side, numbered, and still to be read."""
    sheet.page_setup.paperSize, sheet.page_setup.orientation = sheet.PAPERSIZE_A4, "landscape"
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = ceil(width / _PAGE), 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.oddFooter.left.text, sheet.oddFooter.right.text = "&A", "&P (&N)"
