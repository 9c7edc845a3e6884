"""Rows of label, drawing and numbers, as most figures have; in a narrow column the label stands above the drawing."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from fou_eval.declaration.text import Language
from fou_eval.disclosure.release import Release
from fou_eval.figures import rows
from fou_eval.figures.style import (
    LINE,
    TEXT,
    Canvas,
    Weight,
    Width,
    Words,
    layout_width,
    line_count,
    new_canvas,
    wrapped,
)

Piece = tuple[str, Words]  # a text in lines, and how it is set

GAP = 3.0  # mm between a label and what stands right of it


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """Where labels, drawings and numbers stand, in mm from the left.

    Attributes
    ----------
    labels
        How wide a label may be.
    left, right
        Ends of what is drawn.
    numbers
        Where the numbers begin.
    above
        Whether the label stands above what is drawn.
    """

    labels: float
    left: float
    right: float
    numbers: float
    above: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One row: its wrapped label, and where label and drawing stand, in mm from the top.

    Attributes
    ----------
    label
        The label in lines that fit.
    words
        Upper end of the label.
    top, height
        Upper end and height of what is drawn.
    bottom
        Where the next row begins.
    """

    label: str
    words: float
    top: float
    height: float
    bottom: float

    @property
    def middle(self) -> float:
        """Give the height at which the middle of the drawing stands."""
        return self.top + self.height / 2


def grid(width: Width, labels: float, numbers: float = 0.0) -> Grid:
    """Divide a figure into labels, drawing and numbers.

    Parameters
    ----------
    width
        What the figure is laid out for.
    labels, numbers
        Widths in mm of the labels at the left and of the numbers at the right; in a column labels take all of it.

    Examples
    --------
    >>> grid("page", 50, 30)
    Grid(labels=47.0, left=50, right=127.0, numbers=130.0, above=False)
    >>> grid("column", 50).above
    True
    """
    wide, above = layout_width(width), width == "column"
    right = wide - numbers
    return Grid(
        labels=wide if above else labels - GAP,
        left=0.0 if above else labels,
        right=right - GAP if numbers else right,
        numbers=right,
        above=above,
    )


def laid(
    places: Grid,
    labels: Sequence[str],
    heights: Sequence[float],
    top: float,
    *,
    size: float = TEXT,
    weight: Weight = "normal",
    apart: float = 0.8 * LINE,
) -> tuple[Row, ...]:
    """Lay rows under each other, each as high as its label and its drawing need.

    Parameters
    ----------
    places
        Where labels and drawings stand.
    labels
        The labels, not yet wrapped.
    heights
        How high each drawing is, in mm.
    top
        Where the first row begins, in mm.
    size, weight
        How the labels are set.
    apart
        Between two rows, in mm.
    """
    texts = [wrapped(label, places.labels, size, weight) for label in labels]
    words = [LINE * line_count(text) for text in texts]
    both = zip(words, heights, strict=True)
    tall = [(text + 0.2 * LINE + drawn if places.above else max(text, drawn)) + apart for text, drawn in both]
    starts = accumulate(tall, initial=top)
    return tuple(
        _row(places, text, start, (drawn, high), apart)
        for text, start, drawn, high in zip(texts, starts, heights, tall, strict=False)
    )


def _row(places: Grid, text: str, start: float, heights: tuple[float, float], apart: float) -> Row:
    (drawn, tall), words = heights, LINE * line_count(text)
    inner = tall - apart
    if places.above:
        return Row(label=text, words=start, top=start + inner - drawn, height=drawn, bottom=start + tall)
    return Row(
        label=text,
        words=start + (inner - words) / 2,
        top=start + (inner - drawn) / 2,
        height=drawn,
        bottom=start + tall,
    )


def write_labels(
    canvas: Canvas, laid_rows: Sequence[Row], size: float = TEXT, weight: Weight = "normal"
) -> None:
    """Write the labels of rows."""
    for row in laid_rows:
        canvas.write(0, row.words, row.label, Words(size=size, weight=weight))


def write_stack(canvas: Canvas, x: float, y: float, pieces: Sequence[Piece]) -> float:
    """Write pieces of text below each other, and give where they end, in mm."""
    for text, look in pieces:
        canvas.write(x, y, text, look)
        y += LINE * line_count(text)
    return y


def stack_height(pieces: Sequence[Piece]) -> float:
    """Give the height of pieces of text below each other, in mm."""
    return LINE * sum(line_count(text) for text, _ in pieces)


def begin(release: Release, height: float, language: Language, width: Width) -> Canvas:
    """Make a canvas `height` mm high that bears the marks of the release; `head` is the room that these take."""
    return new_canvas(height, language, width, rows.markings(release, language))


def head(release: Release, language: Language) -> float:
    """Give the room in mm that the marks of a release take above everything else; none where there are none."""
    return 1.5 * LINE if rows.markings(release, language) else 0.0
