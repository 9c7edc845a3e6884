"""What every figure is drawn with: a canvas measured in mm, and how words, lines, areas and marks are set on it."""

from dataclasses import dataclass
from typing import Literal

from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import Rectangle
from matplotlib.path import Path
from matplotlib.text import Text
from matplotlib.transforms import IdentityTransform, TransformedPath

from fou_eval.declaration.text import Language
from fou_eval.design import COLUMN, INK, PAGE, QUIET, RULE
from fou_eval.figures.house import styled
from fou_eval.figures.lettering import LINE, SMALL, TEXT, Weight, line_count, text_width, wrapped

__all__ = [
    "ABSENT",
    "HIGHEST",
    "LINE",
    "MM",
    "SMALL",
    "TEXT",
    "Canvas",
    "Dot",
    "Fill",
    "Point",
    "Stroke",
    "Weight",
    "Width",
    "Words",
    "layout_width",
    "line_count",
    "new_canvas",
    "styled",
    "text_width",
    "wrapped",
]

Width = Literal["column", "page", "slide"]
Point = tuple[float, float]

MM = 1 / 25.4  # inches
HIGHEST = 212.0  # mm: what a page holds beside a caption


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """How a text is set."""

    size: float = TEXT
    weight: Weight = "normal"
    colour: str = INK
    side: Literal["left", "center", "right"] = "left"
    stand: Literal["top", "center", "bottom", "baseline"] = "top"
    slant: Literal["normal", "italic"] = "normal"


@dataclass(frozen=True, slots=True, kw_only=True)
class Stroke:
    """How a line is drawn: thickness in points, and the order in which it lies over others."""

    colour: str = RULE
    thick: float = 0.6
    dashes: tuple[float, ...] = ()
    order: float = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Fill:
    """How an area is filled; an edge of the paper's colour parts it from its neighbour."""

    colour: str
    hatch: str = ""
    edge: str = "none"
    order: float = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Dot:
    """How a mark at a point is drawn; an open one is filled with the paper's colour."""

    colour: str
    size: float = 5.5
    shape: str = "o"
    filled: bool = True


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Canvas:
    """A figure with one sheet of axes measured in mm from the upper left corner.

    Words, bars and scales are placed by hand, so that no layout has to be searched for: figures are the same in
    every format, columns align from row to row, and drawing takes half the time.

    Attributes
    ----------
    figure, sheet
        The drawing, and its only axes that fill it.
    height
        In mm.
    language
        Language of what is written.
    layout
        What it is laid out for.
    marks
        What no reader may miss, as it stands above the drawing.
    """

    figure: Figure
    sheet: Axes
    height: float
    language: Language
    layout: Width = "page"
    marks: tuple[str, ...] = ()

    @property
    def width(self) -> float:
        """Give the width in mm."""
        return layout_width(self.layout)

    def scale(self, x: float, y: float, width: float, height: float) -> Axes:
        """Add axes of their own, the upper left corner at (x, y), all in mm."""
        bottom, whole = self.height - y - height, self.figure.get_figwidth() / MM
        axes = self.figure.add_axes((x / whole, bottom / self.height, width / whole, height / self.height))
        axes.patch.set_visible(False)  # what is white on white is not drawn: nothing in a file goes unseen
        return axes

    def line(self, one: Point, other: Point, stroke: Stroke, label: str = "_line") -> None:
        """Draw a straight line from one point to another, in mm."""
        (x, y), (end_x, end_y) = one, other
        self._add(
            Line2D(
                [x, end_x],
                [y, end_y],
                color=stroke.colour,
                linewidth=stroke.thick,
                linestyle=(0, stroke.dashes) if stroke.dashes else "-",
                solid_capstyle="butt",
                zorder=stroke.order,
                clip_on=False,
                label=label,
            )
        )

    def box(self, corner: Point, size: Point, look: Fill, label: str = "_box") -> None:
        """Fill a rectangle from its upper left corner, in mm."""
        self._add(
            Rectangle(
                corner,
                *size,
                facecolor=look.colour,
                edgecolor=look.edge,
                linewidth=0.6 if look.edge != "none" else 0,
                hatch=look.hatch or None,
                zorder=look.order,
                clip_on=False,
                label=label,
            )
        )

    def dot(self, at: Point, look: Dot, label: str = "_dot") -> None:
        """Draw a mark at a point, in mm."""
        self._add(
            Line2D(
                [at[0]],
                [at[1]],
                linestyle="none",
                marker=look.shape,
                markersize=look.size,
                color=look.colour,
                markerfacecolor=look.colour if look.filled else "white",
                zorder=3,
                clip_on=False,
                label=label,
            )
        )

    def write(self, x: float, y: float, text: str, words: Words) -> None:
        """Write text with its reference point at (x, y) in mm, line by line, so that lines stand evenly."""
        lines = text.split("\n")
        first = _first_baseline(y, len(lines), words)
        for place, line in enumerate(lines):
            self._add(
                Text(
                    x,
                    first + LINE * place,
                    line,
                    ha=words.side,
                    va="baseline",
                    fontsize=words.size,
                    weight=words.weight,
                    color=words.colour,
                    style=words.slant,
                    clip_on=False,
                )
            )

    def _add(self, artist: Artist) -> None:
        """Put an artist on the sheet, which clips nothing, so that no edge to clip at is worked out for each."""
        artist.set_clip_path(_NO_EDGE)
        self.sheet.add_artist(artist)


_NO_EDGE = TransformedPath(Path.unit_rectangle(), IdentityTransform())


ABSENT = Words(size=SMALL, colour=QUIET, side="center", stand="center", slant="italic")


def _first_baseline(y: float, lines: int, words: Words) -> float:
    """Give where the first of some lines stands whose upper end, middle or lower end is at y, in mm."""
    rest = LINE * (lines - 1)
    return {"top": y + 2.7, "center": y + 1.15 - rest / 2, "bottom": y - 0.9 - rest, "baseline": y}[
        words.stand
    ]


def layout_width(width: Width) -> float:
    """Give in mm how wide a figure is laid out; that for a slide is the page's, shown larger."""
    return COLUMN if width == "column" else PAGE


def new_canvas(
    height: float, language: Language, width: Width = "page", marks: tuple[str, ...] = ()
) -> Canvas:
    """Make a canvas with a height in mm, empty but for its marks; pyplot never hears of it.

    What is higher than a page holds gets an empty strip at the right, so that it is shown smaller, and not cut.
    """
    wide = layout_width(width)
    whole = wide if width == "column" else wide * max(1.0, height / HIGHEST)
    figure = Figure(figsize=(whole * MM, height * MM))
    sheet = figure.add_axes((0, 0, wide / whole, 1))
    sheet.set(xlim=(0, wide), ylim=(height, 0))
    sheet.set_axis_off()
    canvas = Canvas(figure=figure, sheet=sheet, height=height, language=language, layout=width, marks=marks)
    if marks:
        canvas.write(wide - 0.5, 0.5, "  ·  ".join(marks), Words(size=SMALL, colour=QUIET, side="right"))
    return canvas
