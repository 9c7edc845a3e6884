"""What a page of the report is made of: the blocks of every document, and the tables and figures of a release."""

from fou_eval.documents.blocks import (
    Block,
    Finding,
    Head,
    Item,
    bullets,
    command,
    findings,
    grid,
    heading,
    notice,
    own_text,
    paragraph,
    terms,
)
from fou_eval.figures import Picture
from fou_eval.tables import DisplayTable

__all__ = [
    "Block",
    "Finding",
    "Item",
    "bullets",
    "command",
    "figure",
    "findings",
    "heading",
    "notice",
    "own_text",
    "paragraph",
    "table",
    "terms",
]


def table(display: DisplayTable, name: str = "") -> Block:
    """Make a table with its caption above and its notes below. One with a name can be referred to."""
    heads = [Head(column.header, column.align, column.weight) for column in display.columns]
    return grid(display.title, heads, display.rows, display.notes, name, display.groups, display.size)


def figure(picture: Picture) -> Block:
    """Make a figure with its caption below; the file is looked for in the folder of figures."""
    return {
        "kind": "figure",
        "name": picture.name,
        "file": f"figures/{picture.name}.svg",
        "alt": picture.alt,
        "title": picture.title,
        "caption": picture.caption,
        "source": picture.source,
    }
