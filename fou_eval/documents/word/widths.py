"""How wide the columns of a table are, judged from the letters of their cells."""

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from fou_eval.design import PAGE, TEXT_COLUMN
from fou_eval.documents.blocks import Block, sequence

_POINTS = {False: 9.0, True: 8.0}  # of the usual and of the small type
_MM = 25.4 / 72  # in a point
_LETTER, _BOLD = 0.53, 1.05  # of the size of the type: the width of most letters and figures; times as wide
_OTHERS = {**dict.fromkeys("iljtfrI.,;:'|[]() \u00a0", 0.31), **dict.fromkeys("mwMW%–+−", 0.84)}
_PADDING = 2.6  # mm of a cell that hold no text
_WIDEST_WORD, _NARROWEST = 38.0, 17.0  # mm that a column of words gets for its longest word, and has at least
_OTHER_TYPE = 0.25  # by how much another typeface may be wider
_CROWDED = 2.5  # lines that words may take beside numbers


class Column(NamedTuple):
    """How narrow and how wide a column may be, in mm, and its share of what is left; numbers have none."""

    least: float
    most: float
    weight: float


def is_small(block: Block) -> bool:
    """Say whether a table is set in small type: because it says so, or numbers leave its words too little room."""
    columns = _measured(block, small=False)
    room = PAGE - sum(column.least for column in columns if not column.weight)
    words = sum(column.most for column in columns if column.weight)
    least = sum(column.least for column in columns)
    return block.get("size") == "small" or least > PAGE or (room < PAGE / 2 and words > _CROWDED * room)


def column_widths(block: Block) -> list[float]:
    """Give the width of each column in mm.

    Columns of numbers are as wide as their longest number. Others share what is left of the page by their weights, none
    narrower than its longest word; a table that fits in the column of text is no wider than that.
    """
    columns = _measured(block, small=is_small(block))
    wide = TEXT_COLUMN if sum(column.most for column in columns) <= TEXT_COLUMN else PAGE
    widths = [column.least for column in columns]
    if sum(widths) >= wide:
        return _squeezed(columns, wide)
    for _ in columns:  # each turn, at least one more has all it can use
        open_ = [
            place for place, column in enumerate(columns) if widths[place] < column.most and column.weight
        ]
        weight, spare = sum(columns[place].weight for place in open_), wide - sum(widths)
        for place in open_:
            share = spare * columns[place].weight / weight
            widths[place] = min(columns[place].most, widths[place] + share)
    # A machine without the typeface takes a wider one: numbers get of what is left what that would need.
    numbers = [place for place, column in enumerate(columns) if not column.weight]
    whole = sum(widths[place] for place in numbers)
    wider = 1 + min(_OTHER_TYPE, (wide - sum(widths)) / whole) if whole else 1.0
    for place in numbers:
        widths[place] *= wider
    first = next((place for place, column in enumerate(columns) if column.weight), 0)
    widths[first] += wide - sum(widths)
    return widths


def _squeezed(columns: Sequence[Column], wide: float) -> list[float]:
    """Narrow the columns of words first, since words can be divided and numbers cannot."""
    over = sum(column.least for column in columns) - wide
    slack = [max(0.0, column.least - _NARROWEST) if column.weight else 0.0 for column in columns]
    give = min(1.0, over / sum(slack)) if sum(slack) else 0.0
    widths = [column.least - give * each for column, each in zip(columns, slack, strict=True)]
    return [width * wide / sum(widths) for width in widths]


def _measured(block: Block, *, small: bool) -> list[Column]:
    scale = _POINTS[small] * _MM
    found = []
    for place, head in enumerate(sequence(block["columns"])):
        cells = [str(row[place]) for row in sequence(block["rows"])]
        align = str(head["align"])
        top = _widest(_parts(head["header"], align)) * _BOLD
        word = max(top, _widest(part for cell in cells for part in _parts(cell, align))) * scale + _PADDING
        text = max(top, _widest(cells)) * scale + _PADDING
        if align == "right":
            found.append(Column(word, word, 0.0))
        else:
            found.append(Column(min(word, _WIDEST_WORD), text, float(head["weight"])))
    return found


def _widest(texts: Iterable[str]) -> float:
    """Give the width of the widest text, in sizes of the type; those of most letters are measured."""
    longest = sorted(set(texts), key=lambda text: (-len(text), text))[:3]
    return max((sum(_OTHERS.get(letter, _LETTER) for letter in text) for text in longest), default=0.0)


def _parts(text: str, align: str) -> list[str]:
    """Split a text where a line may end; numbers at blanks only."""
    return (text if align == "right" else re.sub(r"([-–/])", r"\1 ", text)).split(" ")
