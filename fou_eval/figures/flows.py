"""Ways between classes: from the class that each was in before to the one after, as bands between two ladders."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from matplotlib.patches import PathPatch
from matplotlib.path import Path

from fou_eval.declaration.codebook import Indicator
from fou_eval.declaration.text import Language
from fou_eval.design import QUIET
from fou_eval.disclosure.release import Release
from fou_eval.figures import rows
from fou_eval.figures.grid import Piece, begin, head, stack_height, write_stack
from fou_eval.figures.key import key_height, key_rows, write_key
from fou_eval.figures.ladder import ink_on
from fou_eval.figures.picture import Picture, finished
from fou_eval.figures.share_bars import LOOKS
from fou_eval.figures.style import (
    LINE,
    SMALL,
    Canvas,
    Fill,
    Point,
    Width,
    Words,
    layout_width,
    styled,
    text_width,
    wrapped,
)
from fou_eval.figures.ways import WAYS, View, released_view, way_of
from fou_eval.formatting import percent
from fou_eval.language import phrase

WHOLE = 56.0  # mm, the height of all
LABELS = {"column": 23.0, "page": 44.0, "slide": 44.0}  # mm on either side
NODE, GAP, APART = 2.2, 1.8, 3.0  # mm: width of a bar, beside it, and between two
LEAST, BEFORE_LABEL = 3.4, 1.0  # mm: height of a band that has room for its share, and where that begins
TOWARDS: tuple[Literal["right"], Literal["left"]] = ("right", "left")  # how the words of either side are set
LOOK_OF = {"worse": "share_worse", "same": "share_same", "better": "share_better"}
LOOK_OF_UNJUDGED = {"worse": "share_lower", "same": "share_same", "better": "share_higher"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """One class on one side: its words, and where its bar begins, in mm from the top."""

    pieces: tuple[Piece, ...]
    share: float
    slot: float
    tall: float

    @property
    def top(self) -> float:
        """Give where the bar begins: in the middle of its place."""
        return self.slot + (self.tall - WHOLE * self.share) / 2


@styled
def flows(
    release: Release, outcome: str, language: Language | None = None, *, width: Width = "page"
) -> Picture | None:
    """Draw how large a share went from each class to each other; none where this is not released.

    Of the shares that are withheld nothing is drawn. Where one of them alone is missing beside others of its class, it
    would follow from them, and there is no figure.

    Parameters
    ----------
    release
        What may be shown.
    outcome
        Name of an indicator with steps or declared classes.
    language
        Language of the words; the study's own when not given.
    width
        What it is laid out for.

    Raises
    ------
    DeclarationError
        If there is no such indicator.
    """
    language = release.language(language)
    item = release.codebook.indicator(outcome)
    view = released_view(release, item)
    if view is None:
        return None
    entries = [(_way(view, way, language), _fill(view, way)) for way in WAYS]
    key = key_rows(entries, layout_width(width))
    y = head(release, language)
    top = y + key_height(key) + 1.6 * LINE
    labels = LABELS[width]
    sides = [_nodes(view, side, top, labels, language) for side in range(2)]
    canvas = begin(release, max(nodes[-1].slot + nodes[-1].tall for nodes in sides), language, width)
    write_key(canvas, 0, y, key)
    waves = [str(label) for label in rows.contrast(release, language).values()]
    _write_sides(canvas, waves, sides, labels, top - 1.4 * LINE)
    draw_flows(canvas, view, sides, labels, language)
    return _picture(release, item, canvas, view, language)


def draw_flows(
    canvas: Canvas, view: View, sides: Sequence[Sequence[Node]], labels: float, language: Language
) -> None:
    """Draw the bars of the classes on either side, and the bands between them, the widest first."""
    left, right = labels + GAP, canvas.width - labels - GAP
    for nodes, x in zip(sides, (left, right - NODE), strict=True):
        for node in nodes:
            canvas.box((x, node.top), (NODE, WHOLE * node.share), Fill(colour=QUIET, order=3), "_node")
    starts, ends = (_stacked(view, nodes, side) for side, nodes in enumerate(sides))
    for move, estimate in sorted(view.moves.items(), key=lambda entry: -entry[1].value):
        tall = WHOLE * estimate.value
        if tall == 0:
            continue
        colour = _fill(view, way_of(move)).colour
        canvas.sheet.add_artist(_band((left + NODE, starts[move]), (right - NODE, ends[move]), tall, colour))
    for move, estimate in view.moves.items():
        text, tall = percent(estimate.value, language), WHOLE * estimate.value
        reach = (text_width(text, SMALL) + BEFORE_LABEL) / (right - left - 2 * NODE)
        # How far a band has gone up or down where its label ends, which is to stand on it.
        gone = abs(ends[move] - starts[move]) * reach**2 * (3 - 2 * reach)
        if tall - gone >= LEAST:
            look = Words(size=SMALL, colour=ink_on(_fill(view, way_of(move)).colour), stand="center")
            canvas.write(left + NODE + BEFORE_LABEL, starts[move] + tall / 2, text, look)


def _stacked(view: View, nodes: Sequence[Node], side: int) -> dict[tuple[int, int], float]:
    """Give where each band begins on one side, from the top of its bar, in the order of where it comes from or goes."""
    found = {}
    for place, node in enumerate(nodes):
        y = node.top
        for move in sorted(
            (move for move in view.moves if move[side] == place), key=lambda move: move[1 - side]
        ):
            found[move] = y
            y += WHOLE * view.moves[move].value
    return found


def _band(start: Point, end: Point, tall: float, colour: str) -> PathPatch:
    """Make a band of even height that leaves and arrives level."""
    (x, y), (far, other) = start, end
    middle = (x + far) / 2
    points = [
        *((x, y), (middle, y), (middle, other), (far, other)),
        (far, other + tall),
        *((middle, other + tall), (middle, y + tall), (x, y + tall)),
        (x, y),
    ]
    codes = [Path.MOVETO, *[Path.CURVE4] * 3, Path.LINETO, *[Path.CURVE4] * 3, Path.CLOSEPOLY]
    return PathPatch(
        Path(points, codes),
        facecolor=colour,
        edgecolor="white",
        linewidth=0.6,
        zorder=2,
        clip_on=False,
        label="_band",
    )


def _fill(view: View, way: str) -> Fill:
    return Fill(colour=LOOKS[(LOOK_OF if view.judged else LOOK_OF_UNJUDGED)[way]].colour, edge="white")


def _way(view: View, way: str, language: Language) -> str:
    return phrase(f"figure.flows.{way if view.judged or way == 'same' else f'{way}_unjudged'}", language)


def _nodes(view: View, side: int, top: float, width: float, language: Language) -> list[Node]:
    """Lay the classes of one side under each other, each with room for its words."""
    nodes = []
    for cell in view.cells:
        share = view.sides[side][cell.category].value
        words = Words(size=SMALL, side=TOWARDS[side])
        pieces = (
            (wrapped(cell.label[language], width - 0.6, SMALL), words),
            (percent(share, language), replace(words, weight="bold")),
        )
        tall = max(WHOLE * share, stack_height(pieces))
        nodes.append(Node(pieces=pieces, share=share, slot=top, tall=tall))
        top += tall + APART
    return nodes


def _write_sides(
    canvas: Canvas, waves: Sequence[str], sides: Sequence[Sequence[Node]], labels: float, y: float
) -> None:
    """Write the wave over each side, and the words of its classes beside their bars."""
    for side, (nodes, wave, x) in enumerate(zip(sides, waves, (labels, canvas.width - labels), strict=True)):
        canvas.write(x, y, wave, Words(size=SMALL, colour=QUIET, side=TOWARDS[side]))
        for node in nodes:
            middle = node.slot + node.tall / 2
            write_stack(canvas, x, middle - stack_height(node.pieces) / 2, node.pieces)


def _picture(release: Release, item: Indicator, canvas: Canvas, view: View, language: Language) -> Picture:
    place = {"indicator": item.label(language), **rows.contrast(release, language)}
    ways = "; ".join(_told(view, way, language) for way in reversed(WAYS))
    sides = [
        phrase(
            "figure.ladder.alt_class",
            language,
            {
                "label": cell.label[language],
                "before": percent(view.sides[0][cell.category].value, language),
                "after": percent(view.sides[1][cell.category].value, language),
            },
        )
        for cell in view.cells
    ]
    caption = [phrase("figure.flows.caption", language, place)]
    if not view.whole:
        caption.append(phrase("figure.flows.caption_part", language))
    return finished(
        canvas,
        "flows",
        part=item.name,
        about=place,
        alt=" ".join([phrase("figure.flows.alt", language, {**place, "ways": ways}), *sides]),
        caption=" ".join([*caption, phrase("figure.uncontrolled", language)]),
        source=rows.source(release, view.moves.values(), language),
    )


def _told(view: View, way: str, language: Language) -> str:
    """Say which shares went one way; of a way of which none is released, that it is not shown."""
    labels = [cell.label[language] for cell in view.cells]
    told = [
        f"{labels[start]}{'' if start == end else f' → {labels[end]}'} {percent(estimate.value, language)}"
        for (start, end), estimate in view.moves.items()
        if way_of((start, end)) == way
    ]
    return f"{_way(view, way, language)}: {', '.join(told) or phrase('figure.withheld_short', language)}"
