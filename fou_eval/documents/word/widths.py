"""How wide the columns of a table are, judged from the letters of their cells."""

import re
from collections.abc import Sequence
from math import sqrt
from typing import NamedTuple

from fou_eval.design import PAGE, TEXT_COLUMN
from fou_eval.documents.blocks import Block, sequence
from fou_eval.documents.letters import BOLD, widest

_POINTS = {False: 9.0, True: 8.0}  # of the usual and of the small type
_MM = 25.4 / 72  # in a point
_PADDING = 2.4  # mm of a cell that hold no text
_WIDEST_WORD, _NARROWEST = 38.0, 17.0  # mm that a column of words gets for its longest word, and has at least
_OTHER_TYPE = 0.25  # by how much another typeface may be wider
_LITTLE = 8.0  # mm by which a column lacks no more than a short word
_PART = 0.3  # of what is left, to be safe from another typeface, and then for columns that lack little
_CROWDED = 2.0  # lines that words may take beside numbers


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

    Columns of numbers are as wide as their longest number. Others share what is left by their weights and the root of
    what they lack, none narrower than its longest word; a table that fits in the column of text is no wider than that.
    """
    columns = _measured(block, small=is_small(block))
    wide = TEXT_COLUMN if sum(column.most for column in columns) <= TEXT_COLUMN else PAGE
    widths = [column.least for column in columns]
    if sum(widths) >= wide:
        return _squeezed(columns, wide)
    # A machine without the typeface takes a wider one, and would divide words and numbers that just fit.
    safe = 1 + min(_OTHER_TYPE, _PART * (wide - sum(widths)) / sum(widths))
    widths = [width * safe for width in widths]
    return _filled(columns, _completed(columns, widths, _PART * (wide - sum(widths))), wide)


def _completed(columns: Sequence[Column], widths: Sequence[float], room: float) -> list[float]:
    """Give columns of words that lack no more than a short word what they lack, as far as there is room."""
    found = list(widths)
    lacking = {place: column.most - found[place] for place, column in enumerate(columns) if column.weight}
    for place in sorted(lacking, key=lacking.__getitem__):
        if 0 < lacking[place] <= min(_LITTLE, room):
            found[place] += lacking[place]
            room -= lacking[place]
    return found


def _filled(columns: Sequence[Column], widths: list[float], wide: float) -> list[float]:
    """Share what is left; what no words lack goes to the numbers, for another typeface, and then to the first words."""
    for _ in columns:  # each turn, at least one more has all it can use
        shares = [
            sqrt(max(0.0, column.most - width)) * column.weight
            for column, width in zip(columns, widths, strict=True)
        ]
        spare, whole = wide - sum(widths), sum(shares)
        if not whole:
            break
        widths = [
            width + min(column.most - width, spare * share / whole) if share else width
            for column, width, share in zip(columns, widths, shares, strict=True)
        ]
    room = [
        0.0 if column.weight else column.least * (1 + _OTHER_TYPE) - width
        for column, width in zip(columns, widths, strict=True)
    ]
    part = min(1.0, (wide - sum(widths)) / sum(room)) if sum(room) else 0.0
    widths = [width + part * more for width, more in zip(widths, room, strict=True)]
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
        top = widest(_parts(head["header"], align)) * BOLD
        word = max(top, widest(part for cell in cells for part in _parts(cell, align))) * scale + _PADDING
        text = max(top, widest(cells)) * scale + _PADDING
        if align == "right":
            found.append(Column(word, word, 0.0))
        else:
            found.append(Column(min(word, _WIDEST_WORD), text, float(head["weight"])))
    return found


def _parts(text: str, align: str) -> list[str]:
    """Split a text where a line may end; numbers at blanks only."""
    return (text if align == "right" else re.sub(r"([-–/])", r"\1 ", text)).split(" ")
