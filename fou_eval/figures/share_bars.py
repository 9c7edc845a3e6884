"""A bar of shares that parts at the middle: worse, the same and better, with what its colours mean."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from fou_eval.declaration.text import Language
from fou_eval.design import BLUE, INK, PALE, QUIET, VERMILLION
from fou_eval.estimates import Estimate
from fou_eval.figures.grid import Grid
from fou_eval.figures.key import Entry
from fou_eval.figures.style import SMALL, Canvas, Fill, Stroke, Words, text_width
from fou_eval.formatting import percent
from fou_eval.language import phrase

BAR = 5.0  # mm
UNJUDGED = ("lower", "higher")  # ends of the names of shares where no direction counts as better
UNIT = Words(size=SMALL, colour=QUIET)
Shares = Mapping[str, Estimate]  # the view of one indicator that is shown, by statistic
Write = Callable[[float, Language], str]


@dataclass(frozen=True, slots=True)
class Look:
    """How one share is drawn: its colour, its hatch for grey print, the colour of its label, and its side."""

    colour: str
    hatch: str
    ink: str
    side: int  # -1 left of the middle, 0 across it, 1 right of it


# The order of the bars from left to right; a view of two merged classes uses two of them. Where neither direction is
# better, dots and crossed lines say so in grey print too.
LOOKS: Mapping[str, Look] = {
    "share_worse": Look(VERMILLION, "", "#000000", -1),
    "share_not_better": Look("#EBC9B4", "////", INK, -1),
    "share_lower": Look("#9E9E9E", "...", INK, -1),
    "share_not_higher": Look("#D8D8D8", "xxxx", INK, -1),
    "share_same": Look(PALE, "", INK, 0),
    "share_not_worse": Look("#BBD7EA", "\\\\\\\\", INK, 1),
    "share_better": Look(BLUE, "", "#FFFFFF", 1),
    "share_not_lower": Look("#D8D8D8", "++++", INK, 1),
    "share_higher": Look("#5A5A5A", "...", "#FFFFFF", 1),
}


def draw_shares(
    canvas: Canvas,
    places: Grid,
    y: float,
    found: Shares,
    language: Language,
    *,
    write: Write = percent,
    beyond: float = 1.2,
) -> None:
    """Draw one bar: what moved for the worse left of the middle, the unchanged across it, the better right.

    Parameters
    ----------
    canvas, places, y
        Where: the bar stands between the ends of the places, its upper end at `y` mm.
    found
        The shares.
    language
        Language of the numbers.
    write
        How a share is written in its part, where there is room.
    beyond
        How far the line in the middle goes on above and below the bar, in mm.
    """
    middle, half = (places.left + places.right) / 2, whole_bar(places)
    across = sum(estimate.value for name, estimate in found.items() if LOOKS[name].side == 0)
    left = sum(estimate.value for name, estimate in found.items() if LOOKS[name].side < 0)
    start = middle - half * (left + across / 2)
    canvas.line((middle, y - beyond), (middle, y + BAR + beyond), Stroke(thick=0.8, order=0), "_middle")
    for name in (name for name in LOOKS if name in found and found[name].value > 0):
        look, width = LOOKS[name], half * found[name].value
        canvas.box((start, y), (width, BAR), _fill(look), name)
        text = write(found[name].value, language)
        if _fits(text, width):
            _label(canvas, start + width / 2, y + BAR / 2, text, look)
        start += width


def whole_bar(places: Grid) -> float:
    """Give the length in mm of a share of one, which either side of the middle has room for."""
    return (places.right - places.left) / 2 - 0.5


def without_sign(share: float, language: Language) -> str:
    """Write a share in per cent without the sign, which stands above all of them.

    Examples
    --------
    >>> without_sign(0.25, "sv")
    '25'
    """
    return percent(share, language).strip("%\u00a0")


def written_alike(splits: Iterable[Shares], whole: float, language: Language) -> Write:
    """Write all shares of a figure alike: with the sign, unless a part has room for its number alone."""
    parts = [estimate.value for split in splits for estimate in split.values() if estimate.value > 0]
    short = (
        _fits(without_sign(share, language), whole * share)
        and not _fits(percent(share, language), whole * share)
        for share in parts
    )
    return without_sign if any(short) else percent


def key_groups(splits: Iterable[Shares], language: Language) -> list[list[Entry]]:
    """Say what the colours mean, in the order of the bars: one group for better and worse, one where neither is."""
    judged: set[str] = set()
    others: set[str] = set()
    for split in splits:
        (judged if is_judged(split) else others).update(split)
    groups = [[name for name in LOOKS if name in used] for used in (judged, others - judged)]
    return [
        [(phrase(f"figure.{name}", language), _fill(LOOKS[name])) for name in group]
        for group in groups
        if group
    ]


def is_judged(split: Shares) -> bool:
    """Say whether a direction counts as better."""
    return not any(name.endswith(UNJUDGED) for name in split)


def looks_told(splits: Iterable[Shares], language: Language) -> Iterator[str]:
    """Say what grey and hatched bars are, where there are any."""
    every = [split for split in splits if split]
    if not all(map(is_judged, every)):
        yield phrase("figure.shares.unjudged", language)
    if any(name.startswith("share_not_") for split in every for name in split):
        yield phrase("figure.shares.merged", language)


def _fill(look: Look) -> Fill:
    return Fill(colour=look.colour, hatch=look.hatch, edge="white")


def _fits(text: str, width: float) -> bool:
    """Say whether a part of a bar has room for a number; the tables hold them all."""
    return text_width(text, SMALL) + 1 <= width


def _label(canvas: Canvas, x: float, y: float, text: str, look: Look) -> None:
    if look.hatch:
        wide = text_width(text, SMALL) + 1.0
        canvas.box((x - wide / 2, y - 1.6), (wide, 3.2), Fill(colour=look.colour, order=1.5), "_ground")
    canvas.write(x, y, text, Words(size=SMALL, colour=look.ink, side="center", stand="center"))
