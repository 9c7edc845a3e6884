"""How every figure looks: sizes in mm, colours that survive grey print, type, and tick labels."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache, wraps
from typing import Any, Literal, ParamSpec, TypeVar

import matplotlib as mpl
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties, fontManager
from matplotlib.patches import Rectangle
from matplotlib.textpath import text_to_path
from matplotlib.ticker import Formatter

from fou_eval.declaration.text import Language
from fou_eval.design import COLUMN, FONTS, INK, PAGE, QUIET, RULE, SANS
from fou_eval.formatting import hundredfold, number, percent, round_to, signed

P = ParamSpec("P")
R = TypeVar("R")
Weight = Literal["normal", "bold"]
Width = Literal["column", "page", "slide"]

MM = 1 / 25.4  # inches
TEXT, SMALL = 9.5, 9.0  # points at final size
LINE = 3.8  # mm from one line of text to the next

for _file in sorted(FONTS.glob("*.ttf")):
    fontManager.addfont(_file)

STYLE: dict[str, Any] = {
    "axes.axisbelow": True,
    "axes.edgecolor": RULE,
    "axes.labelcolor": INK,
    "axes.labelsize": SMALL,
    "axes.linewidth": 0.6,
    "axes.spines.right": False,
    "axes.spines.top": False,
    "axes.titlelocation": "left",
    "axes.titlesize": TEXT,
    "figure.dpi": 100,
    "font.family": [SANS, "DejaVu Sans"],  # the second for signs that the first has not
    "font.size": TEXT,
    "hatch.linewidth": 0.6,
    "legend.fontsize": SMALL,
    "legend.frameon": False,
    "svg.fonttype": "path",
    "svg.hashsalt": "fou-eval",
    "text.color": INK,
    "text.hinting": "none",
    "text.parse_math": False,  # a label with a dollar sign is text
    "xtick.color": RULE,
    "xtick.labelcolor": INK,
    "xtick.labelsize": SMALL,
    "xtick.major.width": 0.6,
    "ytick.color": RULE,
    "ytick.labelcolor": INK,
    "ytick.labelsize": SMALL,
    "ytick.major.width": 0.6,
}


def styled(make: Callable[P, R]) -> Callable[P, R]:
    """Run a function in the house style, whatever the user has set, and leave the user's settings untouched."""

    @wraps(make)
    def _in_style(*args: P.args, **kwargs: P.kwargs) -> R:
        with mpl.rc_context():
            mpl.rcdefaults()
            mpl.rcParams.update(STYLE)  # type: ignore[arg-type]
            return make(*args, **kwargs)

    return _in_style


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """How a text is set."""

    size: float = TEXT
    weight: Weight = "normal"
    colour: str = INK
    side: Literal["left", "center", "right"] = "left"
    stand: Literal["top", "center", "bottom", "baseline"] = "top"
    slant: Literal["normal", "italic"] = "normal"


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Canvas:
    """A figure with one sheet of axes measured in mm from the upper left corner.

    Words, bars and scales are placed by hand, so that no layout has to be searched for: figures are the same in
    every format, columns align from row to row, and drawing takes half the time.
    """

    figure: Figure
    sheet: Axes
    height: float
    width: float = PAGE

    def scale(self, x: float, y: float, width: float, height: float) -> Axes:
        """Add axes of their own, the upper left corner at (x, y), all in mm."""
        bottom = self.height - y - height
        axes = self.figure.add_axes(
            (x / self.width, bottom / self.height, width / self.width, height / self.height)
        )
        axes.patch.set_visible(False)  # what is white on white is not drawn: nothing in a file goes unseen
        return axes

    def write(self, x: float, y: float, text: str, words: Words) -> None:
        """Write text with its reference point at (x, y) in mm."""
        self.sheet.text(
            x,
            y,
            text,
            ha=words.side,
            va=words.stand,
            fontsize=words.size,
            weight=words.weight,
            color=words.colour,
            style=words.slant,
            linespacing=1.28,
        )


ABSENT = Words(size=SMALL, colour=QUIET, side="center", stand="center", slant="italic")


def layout_width(width: Width) -> float:
    """Give in mm how wide a figure is laid out; that for a slide is the page's, shown larger."""
    return COLUMN if width == "column" else PAGE


def new_canvas(height: float, width: Width = "page") -> Canvas:
    """Make an empty canvas with a height in mm; pyplot never hears of it."""
    wide = layout_width(width)
    figure = Figure(figsize=(wide * MM, height * MM))
    sheet = figure.add_axes((0, 0, 1, 1))
    sheet.set(xlim=(0, wide), ylim=(height, 0))
    sheet.set_axis_off()
    return Canvas(figure=figure, sheet=sheet, height=height, width=wide)


def legend(canvas: Canvas, y: float, entries: Sequence[tuple[str, str, str]], columns: int) -> None:
    """Explain colours: (label, colour, hatch) from the left at y mm, row by row."""
    for place, (label, colour, hatch) in enumerate(entries):
        x, row = canvas.width / columns * (place % columns), y + LINE * 1.25 * (place // columns)
        canvas.sheet.add_patch(
            Rectangle(
                (x + 0.5, row - 1.3), 5.5, 2.6, facecolor=colour, edgecolor="white", hatch=hatch, label="_key"
            )
        )
        canvas.write(x + 7.5, row, label, Words(size=SMALL, stand="center"))


def text_width(text: str, size: float = TEXT, weight: Weight = "normal") -> float:
    """Measure the width of one line of text in mm, as the sum of its characters; kerning only makes it narrower."""
    return sum(_character_width(character, weight) for character in text) * size / 72 * 25.4


@cache
def _character_width(character: str, weight: Weight) -> float:
    """Width of one character at a size of one point, in points."""
    font = FontProperties(family=[SANS, "DejaVu Sans"], size=100, weight=weight)
    width, _, _ = text_to_path.get_text_width_height_descent(character, font, ismath=False)
    return float(width) / 100


def wrapped(text: str, width: float, size: float = TEXT, weight: Weight = "normal") -> str:
    r"""Break a text into lines of at most `width` mm, at spaces; a word that is too long is divided.

    Examples
    --------
    >>> wrapped("Barnens skolgång", 20)
    'Barnens\nskolgång'
    """
    lines = [""]
    pieces = (piece for word in text.split(" ") for piece in _divided(word, width, size, weight))
    for word in pieces:
        longer = f"{lines[-1]} {word}".strip()
        if lines[-1] and text_width(longer, size, weight) > width:
            lines.append(word)
        else:
            lines[-1] = longer
    return "\n".join(lines)


def line_count(text: str) -> int:
    """Count the lines of a wrapped text."""
    return text.count("\n") + 1


def _divided(word: str, width: float, size: float, weight: Weight) -> list[str]:
    pieces = []
    while text_width(word, size, weight) > width and len(word) > 4:
        end = next(
            (at for at in range(len(word) - 2, 2, -1) if text_width(f"{word[:at]}-", size, weight) <= width),
            2,
        )
        pieces.append(f"{word[:end]}-")
        word = word[end:]
    return [*pieces, word]


class TickText(Formatter):
    """Tick labels by the product's own rounding, with as many decimals as the ticks need and no more.

    Parameters
    ----------
    language
        `sv` gives a decimal comma; no locale is touched.
    form
        Plain numbers, signed numbers, signed percentage points or per cent of a proportion.
    """

    def __init__(self, language: Language, form: Literal["plain", "signed", "points", "percent"]) -> None:
        self.language = language
        self.form = form

    def format_ticks(self, values: Sequence[float]) -> list[str]:
        """Write all ticks with the same decimals."""
        shown = [
            hundredfold(value) if self.form in {"points", "percent"} else float(value) for value in values
        ]
        # Ticks carry binary noise (0.30000000000000004): six decimals are exact for any tick we meet.
        decimals = next((d for d in range(6) if all(round_to(v, d) == round_to(v, 6) for v in shown)), 6)
        if self.form == "percent":
            return [percent(value, self.language, decimals) for value in values]
        write = number if self.form == "plain" else signed
        return [write(value, self.language, decimals) for value in shown]

    def __call__(self, x: float, pos: int | None = None) -> str:  # noqa: ARG002 - the signature is matplotlib's
        """Write one tick."""
        return self.format_ticks([x])[0]
