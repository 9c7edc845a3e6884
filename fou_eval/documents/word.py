"""Blocks as a Word document: real headings and tables, the language set, no author."""

from collections.abc import Iterable, Mapping, Sequence
from io import BytesIO
from typing import Any

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from fou_eval.declaration.text import Language
from fou_eval.documents.blocks import Block
from fou_eval.office import repack

_ACCENT = RGBColor(0x12, 0x42, 0x5F)  # as in the PDF
_LOCALES: Mapping[Language, str] = {"sv": "sv-SE", "en": "en-GB"}
_WIDTH = Mm(160)  # of A4 between the margins
_MARGIN = Mm(25)
# A picture of an empty page, and styles for a Word of 2007.
_OF_THE_TEMPLATE = {
    RELATIONSHIP_TYPE.THUMBNAIL,
    "http://schemas.microsoft.com/office/2007/relationships/stylesWithEffects",
}


def write_word(title: str, subtitle: str, content: Iterable[Block], language: Language) -> bytes:
    """Lay blocks out as a Word document (.docx); the same content gives the same bytes.

    Parameters
    ----------
    title, subtitle
        What stands at the top; the title is also that of the document.
    content
        Headings, paragraphs, lists and tables.
    language
        Language of the text, for spelling and screen readers.
    """
    document = Document()
    _set_up(document, title, language)
    document.add_heading(title, level=0)
    document.add_paragraph(subtitle)
    for block in content:
        _WRITERS[str(block["kind"])](document, block)
    packed = BytesIO()
    document.save(packed)
    return repack(packed.getvalue())


def _set_up(document: Any, title: str, language: Language) -> None:
    """Set paper, language and type, and take away what the library's own template brings along."""
    core = document.core_properties
    core.author, core.title, core.language, core.comments = "", title, _LOCALES[language], ""
    for relations in (document.part.package.rels, document.part.rels):
        for key in [key for key, other in relations.items() if other.reltype in _OF_THE_TEMPLATE]:
            relations.pop(key)
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = _MARGIN
    normal = document.styles["Normal"]
    normal.font.size = Pt(10.5)
    spoken = OxmlElement("w:lang")
    spoken.set(qn("w:val"), _LOCALES[language])
    normal.element.get_or_add_rPr().append(spoken)
    for name in ("Title", "Heading 1", "Heading 2"):
        document.styles[name].font.color.rgb = _ACCENT


def _heading(document: Any, block: Block) -> None:
    document.add_heading(str(block["text"]), level=int(str(block["level"])))


def _paragraph(document: Any, block: Block) -> None:
    document.add_paragraph(str(block["text"]))


def _notice(document: Any, block: Block) -> None:
    document.add_paragraph(str(block["text"]), style="Intense Quote")


def _items(document: Any, block: Block) -> None:
    style = "List Bullet" if block["kind"] == "bullets" else "Normal"
    for item in _sequence(block["items"]):
        line = document.add_paragraph(style=style)
        if item["lead"]:
            line.add_run(f"{item['lead']} ").bold = True
        line.add_run(str(item["text"]))


def _table(document: Any, block: Block) -> None:
    """Write a table under its caption; the head is set again on every page, and no row is divided."""
    heads = _sequence(block["columns"])
    caption = document.add_paragraph(style="Caption")
    caption.add_run(str(block["caption"]))
    caption.paragraph_format.keep_with_next = True
    table = document.add_table(rows=1, cols=len(heads), style="Table Grid")
    table.autofit = False
    _rule_lines(table)
    total = sum(head["weight"] for head in heads)
    widths = [int(_WIDTH * head["weight"] / total) for head in heads]
    for cell, head in zip(table.rows[0].cells, heads, strict=True):
        _write(cell, head["header"], head["align"], bold=True)
    _mark(table.rows[0], "w:tblHeader")
    for row in _sequence(block["rows"]):
        added = table.add_row()
        _mark(added, "w:cantSplit")
        for cell, text, head in zip(added.cells, row, heads, strict=True):
            _write(cell, text, head["align"], bold=False)
    for column, width in zip(table.columns, widths, strict=True):
        column.width = width  # for those programs that read the grid, and each cell for those that do not
        for cell in column.cells:
            cell.width = width
    for note in _sequence(block["notes"]):
        document.add_paragraph(note).runs[0].font.size = Pt(9)
    document.add_paragraph()


def _rule_lines(table: Any) -> None:
    """Draw thin lines between rows and none between columns, as in the PDF."""
    borders = OxmlElement("w:tblBorders")
    for side in ("top", "left", "bottom", "right", "insideH", "insideV"):
        line = OxmlElement(f"w:{side}")
        drawn = side in {"top", "bottom", "insideH"}
        line.set(qn("w:val"), "single" if drawn else "nil")
        line.set(qn("w:sz"), "4")
        line.set(qn("w:color"), "A6A6A6")
        borders.append(line)
    table._tbl.tblPr.append(borders)  # noqa: SLF001 - the library has no name for it


def _write(cell: Any, text: str, align: str, *, bold: bool) -> None:
    line = cell.paragraphs[0]
    line.paragraph_format.space_before = line.paragraph_format.space_after = Pt(2)
    run = line.add_run(text)
    run.bold, run.font.size = bold, Pt(9)
    if align == "right":
        line.alignment = WD_ALIGN_PARAGRAPH.RIGHT


def _mark(row: Any, name: str) -> None:
    row._tr.get_or_add_trPr().append(OxmlElement(name))  # noqa: SLF001 - the library has no name for it


def _sequence(value: object) -> Sequence[Any]:
    if not isinstance(value, Sequence):
        raise TypeError("a block holds lists")
    return value


_WRITERS = {
    "heading": _heading,
    "paragraph": _paragraph,
    "notice": _notice,
    "bullets": _items,
    "terms": _items,
    "table": _table,
}
