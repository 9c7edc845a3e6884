"""What the colours of a figure mean, in one line in the order of the drawing, or in as many as it needs."""

from collections.abc import Sequence

from fou_eval.figures.style import LINE, SMALL, Canvas, Fill, Words, line_count, text_width, wrapped

Entry = tuple[str, Fill]  # label, and how its areas are filled
BOX, BOX_HIGH = 5.5, 2.6  # mm
BEFORE_LABEL, AFTER_LABEL = 2.0, 5.0  # mm
PITCH = 1.35 * LINE


def key_rows(entries: Sequence[Entry], width: float) -> list[list[Entry]]:
    """Divide the entries into as few rows of at most `width` mm as hold them, of about the same width each.

    A label that is wider is wrapped.

    Examples
    --------
    >>> fill = Fill(colour="#000000")
    >>> [len(row) for row in key_rows([("worse", fill), ("the same", fill), ("better", fill)], 50)]
    [2, 1]
    >>> [len(row) for row in key_rows([("at work", fill)] * 4, 70)]  # and not three and one
    [2, 2]
    """
    fitting = [(wrapped(label, width - BOX - BEFORE_LABEL, SMALL), fill) for label, fill in entries]
    wide = [_width(entry) for entry in fitting]
    rows = _divided(fitting, wide, width)
    spans = (wide[start:end] for start in range(len(wide)) for end in range(start + 1, len(wide) + 1))
    for narrower in sorted(sum(span) + AFTER_LABEL * (len(span) - 1) for span in spans):
        even = _divided(fitting, wide, narrower)
        if narrower >= max(wide) and len(even) == len(rows):
            return even
    return rows


def key_beside(
    groups: Sequence[Sequence[Entry]], left: float, width: float
) -> tuple[float, list[list[Entry]]]:
    """Lay each group in rows of its own from `left` mm on, or from the left edge where one has no room in one row.

    Returns
    -------
    tuple
        Where the rows begin, in mm, and the rows.
    """
    beside, below = (
        [row for group in groups for row in key_rows(group, room)] for room in (width - left, width)
    )
    return (left, beside) if len(beside) <= len(below) else (0.0, below)


def _divided(entries: Sequence[Entry], wide: Sequence[float], width: float) -> list[list[Entry]]:
    """Fill one row after the other."""
    found: list[list[Entry]] = []
    left = 0.0
    for entry, own in zip(entries, wide, strict=True):
        if not found or own > left + 1e-9:
            found.append([])
            left = width
        found[-1].append(entry)
        left -= own + AFTER_LABEL
    return found


def _width(entry: Entry) -> float:
    return BOX + BEFORE_LABEL + max(text_width(line, SMALL) for line in entry[0].split("\n"))


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
            at += _width((label, fill)) + AFTER_LABEL
        y += _height(row)


def _height(row: Sequence[Entry]) -> float:
    return PITCH - LINE + LINE * max(line_count(label) for label, _ in row)
