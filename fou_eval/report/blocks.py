"""What a page of the report is made of: the blocks of every document, and the tables and figures of a release."""

from fou_eval.documents.blocks import (
    Block,
    Head,
    Item,
    bullets,
    command,
    grid,
    heading,
    notice,
    paragraph,
    terms,
)
from fou_eval.figures import Picture
from fou_eval.tables import DisplayTable

__all__ = [
    "Block",
    "Item",
    "bullets",
    "command",
    "figure",
    "heading",
    "notice",
    "paragraph",
    "table",
    "terms",
]


def table(display: DisplayTable) -> Block:
    """Make a table with its caption above and its notes below."""
    heads = [Head(column.header, column.align, column.weight) for column in display.columns]
    return grid(display.title, heads, display.rows, display.notes)


def figure(picture: Picture) -> Block:
    """Make a figure with its caption below; the file is looked for in the folder of figures."""
    return {
        "kind": "figure",
        "file": f"figures/{picture.name}.svg",
        "alt": picture.alt,
        "caption": picture.caption,
    }
