"""Who moved which way: worse, the same and better, as bars that part at the middle."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from fou_eval.declaration.codebook import Indicator
from fou_eval.declaration.text import Language
from fou_eval.design import BLUE, INK, PALE, QUIET, VERMILLION
from fou_eval.disclosure.linked import share_views
from fou_eval.disclosure.release import Release
from fou_eval.estimates import Estimate
from fou_eval.figures import rows
from fou_eval.figures.grid import Grid, Row, begin, grid, head, laid, write_labels
from fou_eval.figures.key import Entry, key_height, key_rows, write_key
from fou_eval.figures.picture import Picture, finished
from fou_eval.figures.style import (
    ABSENT,
    LINE,
    SMALL,
    Canvas,
    Fill,
    Stroke,
    Width,
    Words,
    layout_width,
    styled,
    text_width,
    wrapped,
)
from fou_eval.formatting import percent
from fou_eval.language import phrase

LABELS, NUMBERS = 55.0, 27.0  # mm: widths of the labels, and of the counts
BAR = 5.0  # mm
UNJUDGED = ("lower", "higher")  # ends of the names of shares where no direction counts as better
Shares = Mapping[str, Estimate]  # the view of one indicator that is shown, by statistic


@dataclass(frozen=True, slots=True)
class Look:
    """How one share is drawn: its colour, its hatch for grey print, the colour of its label, and its side."""

    colour: str
    hatch: str
    ink: str
    side: int  # -1 left of the middle, 0 across it, 1 right of it


# The order of the bars from left to right; a view of two merged classes uses two of them.
LOOKS: Mapping[str, Look] = {
    "share_worse": Look(VERMILLION, "", "#000000", -1),
    "share_not_better": Look("#EBC9B4", "////", INK, -1),
    "share_lower": Look("#9E9E9E", "", INK, -1),
    "share_not_higher": Look("#D8D8D8", "////", INK, -1),
    "share_same": Look(PALE, "", INK, 0),
    "share_not_worse": Look("#BBD7EA", "\\\\\\\\", INK, 1),
    "share_better": Look(BLUE, "", "#FFFFFF", 1),
    "share_not_lower": Look("#D8D8D8", "\\\\\\\\", INK, 1),
    "share_higher": Look("#5A5A5A", "", "#FFFFFF", 1),
}


@styled
def shares(
    release: Release, domain: str, language: Language | None = None, *, width: Width = "page"
) -> Picture:
    """Draw the shares that became worse, stayed the same and became better, for each indicator of a domain.

    Parameters
    ----------
    release
        What may be shown.
    domain
        Code of the domain.
    language
        Language of the words; the study's own when not given.
    width
        What it is laid out for.

    Raises
    ------
    DeclarationError
        If the study has no such domain.
    """
    language = release.language(language)
    items = rows.indicators(release, domain)
    found = {item.name: released_shares(release, item) for item in items}
    places = grid(width, LABELS, 0 if width == "column" else NUMBERS)
    key = _key(found, layout_width(width) - places.left, language)
    top = head(release, language) + key_height(key) + 0.4 * LINE
    lines = laid(places, [item.label(language) for item in items], _heights(items, found, places), top)
    canvas = begin(release, max(lines[-1].bottom if lines else 0, top + 2 * LINE), language, width)
    write_key(canvas, places.left, head(release, language), key)
    write_labels(canvas, lines)
    for item, line in zip(items, lines, strict=True):
        _draw_row(canvas, places, line, release, item, found[item.name], language)
    if not items:
        canvas.write(canvas.width / 2, top + LINE, phrase("figure.not_measured", language), ABSENT)
    return _picture(release, domain, canvas, items, found, language)


def released_shares(release: Release, item: Indicator) -> dict[str, Estimate]:
    """Give the fullest view of who moved which way that passed the gate; its shares add up to one."""
    for view in share_views(item).values():
        found = [(name, rows.shown(release.find(name, outcome=item.name))) for name in view]
        kept = {name: estimate for name, estimate in found if estimate is not None}
        if len(kept) == len(view):
            return kept
    return {}


def draw_shares(canvas: Canvas, places: Grid, y: float, found: Shares, language: Language) -> None:
    """Draw one bar: what moved for the worse left of the middle, the unchanged across it, the better right."""
    middle, half = (places.left + places.right) / 2, whole_bar(places)
    across = sum(estimate.value for name, estimate in found.items() if LOOKS[name].side == 0)
    left = sum(estimate.value for name, estimate in found.items() if LOOKS[name].side < 0)
    start = middle - half * (left + across / 2)
    canvas.line((middle, y - 1.2), (middle, y + BAR + 1.2), Stroke(thick=0.8, order=0), "_middle")
    for name in (name for name in LOOKS if name in found and found[name].value > 0):
        look, width = LOOKS[name], half * found[name].value
        canvas.box((start, y), (width, BAR), _fill(look), name)
        _label(canvas, start + width / 2, y + BAR / 2, _fitting(found[name].value, width, language), look)
        start += width


def whole_bar(places: Grid) -> float:
    """Give the length in mm of a share of one, which either side of the middle has room for."""
    return (places.right - places.left) / 2 - 0.5


def _key(found: Mapping[str, Shares], width: float, language: Language) -> list[list[Entry]]:
    """Say what the colours mean, in the order of the bars: one line for better and worse, one where neither is."""
    judged, others = (
        {name for split in found.values() if _is_judged(split) == side for name in split}
        for side in (True, False)
    )
    return [
        row
        for used in (judged, others - judged)
        for row in key_rows(
            [(phrase(f"figure.{name}", language), _fill(LOOKS[name])) for name in LOOKS if name in used],
            width,
        )
    ]


def _is_judged(split: Shares) -> bool:
    return not any(name.endswith(UNJUDGED) for name in split)


def _fill(look: Look) -> Fill:
    return Fill(colour=look.colour, hatch=look.hatch, edge="white")


def _heights(items: Sequence[Indicator], found: Mapping[str, Shares], places: Grid) -> list[float]:
    """Give the height of each drawing; in a column the count stands above the bar."""
    drawn = BAR + (1.2 * LINE if places.above else 0)
    return [drawn if found[item.name] or not places.above else LINE for item in items]


def _fitting(share: float, width: float, language: Language) -> str:
    """Give the label that fits into a bar: the per cent, its number alone, or nothing; the tables hold them all."""
    whole = percent(share, language)
    return next(
        (text for text in (whole, whole.strip("%\u00a0")) if text_width(text, SMALL) + 1 <= width), ""
    )


def _label(canvas: Canvas, x: float, y: float, text: str, look: Look) -> None:
    if text and look.hatch:
        wide = text_width(text, SMALL) + 1.0
        canvas.box((x - wide / 2, y - 1.6), (wide, 3.2), Fill(colour=look.colour, order=1.5), "_ground")
    if text:
        canvas.write(x, y, text, Words(size=SMALL, colour=look.ink, side="center", stand="center"))


def _draw_row(
    canvas: Canvas,
    places: Grid,
    line: Row,
    release: Release,
    item: Indicator,
    found: Shares,
    language: Language,
) -> None:
    if not found:
        why = wrapped(_why(release, item, language), places.right - places.left, SMALL)
        look = Words(size=SMALL, colour=QUIET, slant="italic", stand="center")
        canvas.write(places.left, line.middle, why, look)
        return
    note = Words(size=SMALL, colour=QUIET, stand="top" if places.above else "center")
    estimate = next(iter(found.values()))
    if places.above:
        canvas.write(0, line.top, rows.basis(estimate, language), note)
        draw_shares(canvas, places, line.top + 1.2 * LINE, found, language)
        return
    draw_shares(canvas, places, line.top, found, language)
    canvas.write(places.numbers, line.middle, rows.basis(estimate, language, "\n"), note)


def _why(release: Release, item: Indicator, language: Language) -> str:
    names = ("share_same", *(name for view in share_views(item).values() for name in view))
    return rows.absence([release.find(name, outcome=item.name) for name in names], language)


def _picture(
    release: Release,
    domain: str,
    canvas: Canvas,
    items: tuple[Indicator, ...],
    found: Mapping[str, Shares],
    language: Language,
) -> Picture:
    place = {"domain": release.codebook.domain(domain).label[language], **rows.contrast(release, language)}
    drawn = [next(iter(split.values())) for split in found.values() if split]
    merged = any(name.startswith("share_not_") for split in found.values() for name in split)
    sentences = [phrase("figure.shares.caption", language, place)]
    if merged:
        sentences.append(phrase("figure.shares.merged", language))
    return finished(
        canvas,
        "shares",
        part=domain,
        about=place,
        alt=_alt(release, place, items, found, language),
        caption=" ".join([*sentences, phrase("figure.uncontrolled", language)]),
        source=rows.source(release, drawn, language),
    )


def _alt(
    release: Release,
    place: Mapping[str, object],
    items: tuple[Indicator, ...],
    found: Mapping[str, Shares],
    language: Language,
) -> str:
    """Tell what is drawn first, and of which indicators nothing is shown last."""
    ordered = sorted(items, key=lambda item: not found[item.name])
    told = [
        f"{item.label(language)}: {_told(release, item, found[item.name], language)}." for item in ordered
    ]
    first, *others = told or [f"{phrase('figure.not_measured', language)}."]
    return " ".join([phrase("figure.shares.alt", language, {**place, "first": first}), *others])


def _told(release: Release, item: Indicator, split: Shares, language: Language) -> str:
    if not split:
        return _why(release, item, language)
    parts = [
        f"{phrase(f'figure.{name}', language)} {percent(split[name].value, language)}"
        for name in reversed(tuple(LOOKS))
        if name in split
    ]
    return f"{', '.join(parts)}; {rows.basis(next(iter(split.values())), language)}"
