"""Lists of contents, tables and figures, filled in so that they read right before Word makes them anew.

They hold no page numbers until then: only Word knows on which page it puts what. Each entry leads to its place.
"""

from collections.abc import Iterable, Mapping, Sequence

from fou_eval.documents.blocks import Block
from fou_eval.documents.word.text import Setting, link, paragraph, run
from fou_eval.documents.word.xml import Xml, element, joined, value

_KINDS = ("figure", "table")


def contents(blocks: Sequence[Block], page: Mapping[str, str], setting: Setting) -> list[Xml]:
    """Write the list of parts, and those of figures and tables where there are any.

    Parameters
    ----------
    blocks
        The whole document.
    page
        The words: `contents`, `figures`, `tables`.
    setting
        Language and places.
    """
    heads = [block for block in blocks if block["kind"] == "heading" and block["level"] == 1]
    entries = [("TOC1", link(str(block["anchor"]), setting, run(str(block["text"])))) for block in heads]
    head = paragraph("TOCHeading", run(page["contents"]), more=element("w:pageBreakBefore"))
    parts = [_gallery(head, *_field('TOC \\o "1-1" \\h \\z \\u', entries))] if entries else []
    for kind in _KINDS:
        found = [block for block in blocks if block["kind"] == kind]
        if found and f"{kind}s" in page:
            word = str(found[0]["label"]).partition("\u00a0")[0]
            listed = [("TableofFigures", _entry(block, setting)) for block in found]
            parts += [
                paragraph("ListHeading", run(page[f"{kind}s"])),
                *_field(f'TOC \\h \\z \\c "{word}"', listed),
            ]
    return parts


def _entry(block: Block, setting: Setting) -> Xml:
    text = str(block.get("title") or block["caption"])
    return link(str(block["anchor"]), setting, run(f"{block['label']}. "), run(text))


def _field(instruction: str, entries: Iterable[tuple[str, Xml]]) -> list[Xml]:
    """Write a field that runs over paragraphs: it begins in the first and ends after the last words."""
    lines = list(entries)
    begin = joined(
        _mark("begin"),
        element("w:r", None, element("w:instrText", {"xml:space": "preserve"}, Xml(f" {instruction} "))),
        _mark("separate"),
    )
    written = []
    for place, (style, content) in enumerate(lines):
        before = [begin] if place == 0 else []
        after = [_mark("end")] if place == len(lines) - 1 else []
        written.append(paragraph(style, *before, content, *after))
    return written


def _mark(kind: str) -> Xml:
    return element("w:r", None, element("w:fldChar", {"w:fldCharType": kind}))


def _gallery(*content: Xml) -> Xml:
    """Make Word know the list of contents as such and offer to make it anew."""
    kind = element(
        "w:docPartObj", None, value("w:docPartGallery", "Table of Contents"), element("w:docPartUnique")
    )
    return element("w:sdt", None, element("w:sdtPr", None, kind), element("w:sdtContent", None, *content))
