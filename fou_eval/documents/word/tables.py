"""Tables of a Word document, written as XML at once: a report has a hundred of them with thousands of cells."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from fou_eval.documents.blocks import Block, sequence
from fou_eval.documents.word.text import Setting, linked, paragraph
from fou_eval.documents.word.widths import column_widths, is_small
from fou_eval.documents.word.xml import NOTHING, Xml, element, joined, value

_MM = 1440 / 25.4  # twentieths of a point in a millimetre
_WHOLE = 14  # rows of a table that is not divided between pages
_BEGIN, _END = 3, 3  # rows of others that stay together at their beginning and at their end
_ROOM = element("w:spacing", {"w:before": 40, "w:after": 160})  # below the last note
_KEEP, _ONE_PIECE, _HEAD = element("w:keepNext"), element("w:cantSplit"), element("w:tblHeader")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Layout:
    """What the rows of a table share: widths in twentieths of a point, and of which styles their cells are."""

    widths: Sequence[int]
    aligned: Sequence[str]
    prefix: str


def table(block: Block, setting: Setting) -> Xml:
    """Write a table whose head is set again on every page and whose rows are not divided."""
    heads, rows = sequence(block["columns"]), sequence(block["rows"])
    layout = _Layout(
        widths=[int(width * _MM) for width in column_widths(block)],
        aligned=[str(head["align"]) for head in heads],
        prefix="SmallTable" if is_small(block) else "Table",
    )
    groups = {int(place): str(text) for place, text in sequence(block.get("groups", []))}
    grid = element("w:tblGrid", None, *(element("w:gridCol", {"w:w": width}) for width in layout.widths))
    lines = [_head([str(head["header"]) for head in heads], layout, block, setting)]
    for place, cells in enumerate(rows):
        if place in groups:
            lines.append(_group(groups[place], layout, block, setting))
        keep = _KEEP if _stays(place, block) else NOTHING
        lines.append(_row([str(cell) for cell in cells], layout, block, setting, keep))
    return element("w:tbl", None, _properties(block, sum(layout.widths)), grid, *lines)


def _stays(place: int, block: Block) -> bool:
    """Say whether a row is on the same page as what follows it: no row and no note is left alone."""
    count = len(sequence(block["rows"]))
    last = count if block["notes"] else count - 1
    return place < last and (count <= _WHOLE or place < _BEGIN - 1 or place >= count - _END)


def notes(block: Block, setting: Setting) -> list[Xml]:
    """Write the notes below a table: none is left alone, and there is room below the last."""
    texts = [linked(block, str(note), setting) for note in sequence(block["notes"])]
    last = len(texts) - 1
    together = {0, last - 1} - {last}
    return [
        paragraph(
            "TableNote",
            text,
            more=joined(_KEEP if place in together else NOTHING, _ROOM if place == last else NOTHING),
        )
        for place, text in enumerate(texts)
    ]


def _properties(block: Block, width: int) -> Xml:
    """Name the style, the width, and for those who do not see the table its number and what it is about."""
    look = {"w:val": "0620", "w:firstRow": 1, "w:lastRow": 0, "w:firstColumn": 0, "w:lastColumn": 0}
    return element(
        "w:tblPr",
        None,
        value("w:tblStyle", "ReportTable"),
        element("w:tblW", {"w:w": width, "w:type": "dxa"}),
        element("w:tblLayout", {"w:type": "fixed"}),
        element("w:tblLook", {**look, "w:noHBand": 1, "w:noVBand": 1}),
        value("w:tblCaption", block["label"]),
        value("w:tblDescription", block["caption"]),
    )


def _head(texts: Sequence[str], layout: _Layout, block: Block, setting: Setting) -> Xml:
    names = {"left": f"{layout.prefix}Head", "right": f"{layout.prefix}HeadNumber"}
    cells = [
        _cell(paragraph(names[align], linked(block, text, setting)), width)
        for text, align, width in zip(texts, layout.aligned, layout.widths, strict=True)
    ]
    return element("w:tr", None, element("w:trPr", None, _ONE_PIECE, _HEAD), *cells)


def _row(texts: Sequence[str], layout: _Layout, block: Block, setting: Setting, keep: Xml) -> Xml:
    names = {"left": f"{layout.prefix}Text", "right": f"{layout.prefix}Number"}
    cells = [
        _cell(paragraph(names[align], linked(block, text, setting), more=keep), width)
        for text, align, width in zip(texts, layout.aligned, layout.widths, strict=True)
    ]
    return element("w:tr", None, element("w:trPr", None, _ONE_PIECE), *cells)


def _group(text: str, layout: _Layout, block: Block, setting: Setting) -> Xml:
    """Write the head of a group of rows, which stays with the first of them."""
    words = paragraph(f"{layout.prefix}Group", linked(block, text, setting))
    across = value("w:gridSpan", len(layout.widths))
    return element(
        "w:tr", None, element("w:trPr", None, _ONE_PIECE), _cell(words, sum(layout.widths), across)
    )


def _cell(content: Xml, width: int, more: Xml = NOTHING) -> Xml:
    return element("w:tc", None, _size(width, more), content)


@cache
def _size(width: int, more: Xml) -> Xml:
    return element("w:tcPr", None, element("w:tcW", {"w:w": width, "w:type": "dxa"}), more)
