"""What the colours of a figure mean, in one line in the order of the drawing, or in as many as it needs."""

from collections.abc import Sequence

from fou_eval.figures.style import LINE, SMALL, Canvas, Fill, Words, line_count, text_width, wrapped

Entry = tuple[str, Fill]  # label, and how its areas are filled
BOX, BOX_HIGH = 5.5, 2.6  # mm
BEFORE_LABEL, AFTER_LABEL = 2.0, 5.0  # mm
PITCH = 1.35 * LINE


def key_rows(entries: Sequence[Entry], width: float) -> list[list[Entry]]:
    """Divide the entries into rows that are at most `width` mm wide; a label that is wider is wrapped.

    Examples
    --------
    >>> fill = Fill(colour="#000000")
    >>> [len(row) for row in key_rows([("worse", fill), ("the same", fill), ("better", fill)], 50)]
    [2, 1]
    """
    found: list[list[Entry]] = []
    left = 0.0
    for label, fill in entries:
        text = wrapped(label, width - BOX - BEFORE_LABEL, SMALL)
        wide = BOX + BEFORE_LABEL + max(text_width(line, SMALL) for line in text.split("\n"))
        if not found or wide > left:
            found.append([])
            left = width
        found[-1].append((text, fill))
        left -= wide + AFTER_LABEL
    return found


def key_height(found: Sequence[Sequence[Entry]]) -> float:
    """Give the height of the rows in mm."""
    return sum(_height(row) for row in found)


def write_key(canvas: Canvas, x: float, y: float, found: Sequence[Sequence[Entry]]) -> None:
    """Draw the rows, the upper left corner of the first at (x, y) in mm."""
    for row in found:
        at = x
        for label, fill in row:
            canvas.box((at, y + (LINE - BOX_HIGH) / 2), (BOX, BOX_HIGH), fill, "_key")
            canvas.write(at + BOX + BEFORE_LABEL, y, label, Words(size=SMALL))
            at += BOX + BEFORE_LABEL + AFTER_LABEL
            at += max(text_width(line, SMALL) for line in label.split("\n"))
        y += _height(row)


def _height(row: Sequence[Entry]) -> float:
    return PITCH - LINE + LINE * max(line_count(label) for label, _ in row)
