"""What a page is made of: headings, paragraphs, lists, tables, figures. Plain data, laid out by the Typst templates."""

from collections.abc import Iterable

from fou_eval.figures import Picture
from fou_eval.tables import DisplayTable

Block = dict[str, object]
Item = tuple[str, str]  # a lead in bold, and the text after it


def heading(text: str, level: int = 2) -> Block:
    """Make a heading; level 1 begins a part."""
    return {"kind": "heading", "text": text, "level": level}


def paragraph(text: str) -> Block:
    """Make a paragraph."""
    return {"kind": "paragraph", "text": text}


def notice(text: str) -> Block:
    """Make a paragraph in a frame, for what no reader may miss."""
    return {"kind": "notice", "text": text}


def bullets(items: Iterable[Item]) -> Block:
    """Make a list of points, each with an optional lead in bold."""
    return {"kind": "bullets", "items": [{"lead": lead, "text": text} for lead, text in items]}


def terms(items: Iterable[Item]) -> Block:
    """Make a list of terms, each explained."""
    return {"kind": "terms", "items": [{"lead": lead, "text": text} for lead, text in items]}


def command(text: str) -> Block:
    """Make a line to be typed."""
    return {"kind": "command", "text": text}


def table(display: DisplayTable) -> Block:
    """Make a table with its caption above and its notes below."""
    return {
        "kind": "table",
        "caption": display.title,
        "columns": [
            {"header": column.header, "align": column.align, "weight": column.weight}
            for column in display.columns
        ],
        "rows": [list(row) for row in display.rows],
        "notes": list(display.notes),
    }


def figure(picture: Picture) -> Block:
    """Make a figure with its caption below; the file is looked for in the folder of figures."""
    return {
        "kind": "figure",
        "file": f"figures/{picture.name}.svg",
        "alt": picture.alt,
        "caption": picture.caption,
    }
