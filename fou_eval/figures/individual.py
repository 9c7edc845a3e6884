"""All indicators on one page: the shares that became worse, stayed the same and became better, and their balance."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from fou_eval.declaration.codebook import Indicator
from fou_eval.declaration.text import Language
from fou_eval.design import BLUE, INK, QUIET, RULE
from fou_eval.disclosure.release import Release
from fou_eval.estimates import Estimate
from fou_eval.figures import rows
from fou_eval.figures.grid import Grid, begin, grid, head
from fou_eval.figures.moves import (
    absent,
    all_items,
    beside,
    is_drawn,
    net_improvement,
    net_text,
    net_words,
    told,
)
from fou_eval.figures.picture import Picture
from fou_eval.figures.shares import LOOKS, released_shares
from fou_eval.figures.style import (
    LINE,
    SMALL,
    TEXT,
    Canvas,
    Width,
    Words,
    legend,
    line_count,
    styled,
    text_width,
    wrapped,
)
from fou_eval.formatting import interval_label, percent, signed
from fou_eval.language import phrase

LABELS, NET, NUMBERS = 59.0, 103.0, 134.0  # mm on a page: words, the balance as drawn, and as written
BAR, THICK = 5.6, 4.4  # mm from row to row at least, and the height of a bar
HIGHEST = 212.0  # mm: what a page holds beside a caption


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One row: the head of a domain, an indicator with numbers, or words below; the text is in lines that fit."""

    what: Literal["domain", "indicator", "words"]
    text: str
    height: float
    item: Indicator | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Room:
    """Where bars and balance are drawn, in mm: the middle line of each and the length of a whole on either side."""

    middle: float
    half: float
    zero: float
    reach: float


@styled
def individual(
    release: Release, language: Language | None = None, *, width: Width = "page"
) -> Picture | None:
    """Draw who moved which way for every indicator of every domain, in the order of the report.

    Parameters
    ----------
    release
        What may be shown.
    language
        Language of the words; the study's own when not given.
    width
        What it is laid out for.

    Returns
    -------
    Picture or None
        None where there are more indicators than one page holds; the figures of the domains show them.
    """
    language = release.language(language)
    places, items = grid(width, LABELS), all_items(release)
    entries = [
        entry for name in release.codebook.domains for entry in _entries(release, name, places, language)
    ]
    legends, used = 1 if places.above else 3, _used(release, items)
    heads = 0.8 * LINE if places.above else 3.4 * LINE
    top = head(release, language) + 1.25 * LINE * -(-len(used) // legends) + heads
    height = top + sum(entry.height for entry in entries)
    if height > HIGHEST and not places.above:
        return None
    canvas = begin(release, height, language, width)
    key = [(phrase(f"figure.{name}", language), LOOKS[name].colour, LOOKS[name].hatch) for name in used]
    legend(canvas, head(release, language) + 0.6 * LINE, key, legends)
    if not places.above:
        _draw_head(canvas, top - 0.5 * LINE, release, language)
    y = top
    for entry in entries:
        _draw_entry(canvas, y, entry, release, places, language)
        y += entry.height
    drawn = [
        next(iter(found.values())) for found in (released_shares(release, item) for item in items) if found
    ]
    return Picture(
        figure=canvas.figure,
        name="individual",
        title=phrase("figure.individual.title", language),
        alt=told(release, language),
        caption=_caption(release, items, language),
        source=rows.source(release, drawn, language),
        language=language,
        width=width,
    )


def _used(release: Release, items: Sequence[Indicator]) -> list[str]:
    splits = [released_shares(release, item) for item in items]
    return [name for name in LOOKS if any(name in split for split in splits)]


def _entries(release: Release, domain: str, places: Grid, language: Language) -> list[Entry]:
    """Lay out one domain: its head, the indicators that have numbers, and those that have none by the reason."""
    label = wrapped(release.codebook.domain(domain).label[language], places.right, TEXT, "bold")
    entries = [Entry(what="domain", text=label, height=1.3 * LINE * line_count(label))]
    for item in rows.indicators(release, domain):
        if not is_drawn(release, item):
            continue
        text = wrapped(item.label(language), places.labels, SMALL)
        words = 1.07 * LINE * line_count(text)
        tall = words + BAR + 0.4 * LINE if places.above else max(BAR, words + 0.15 * LINE)
        entries.append(Entry(what="indicator", text=text, height=tall, item=item))
        below = list(beside(release, item, language).values())
        if places.above and net_improvement(release, item) is not None:
            below.insert(0, net_words(release, item, language))
        entries += [_words(text, places) for text in below]
    entries += [_words(text, places) for text in absent(release, domain, language)]
    last = entries[-1]
    return [
        *entries[:-1],
        Entry(what=last.what, text=last.text, height=last.height + 0.7 * LINE, item=last.item),
    ]


def _words(text: str, places: Grid) -> Entry:
    lines = wrapped(text, places.right - 2, SMALL)
    return Entry(what="words", text=lines, height=1.08 * LINE * line_count(lines) + 0.1 * LINE)


def _room(places: Grid) -> Room:
    if places.above:
        return Room(middle=22.0, half=21.5, zero=61.0, reach=14.0)
    return Room(middle=LABELS + 21.5, half=21.5, zero=NET + 14.5, reach=13.5)


def _draw_head(canvas: Canvas, y: float, release: Release, language: Language) -> None:
    """Write what the columns hold, which way better is, and the ends of the scale of the balance."""
    room = _room(grid("page", LABELS))
    interval = interval_label(release.plan.confidence, language)
    texts = (
        (LABELS, y - 1.2 * LINE, phrase("figure.individual.bars", language), "left"),
        (room.middle - 1.5, y, phrase("figure.individual.worse_left", language), "right"),
        (room.middle + 1.5, y, phrase("figure.better_right", language), "left"),
        (NET, y - 1.2 * LINE, phrase("figure.individual.net", language), "left"),
        (room.zero - room.reach, y, signed(-100, language, 0), "center"),
        (room.zero, y, signed(0, language, 0), "center"),
        (room.zero + room.reach, y, signed(100, language, 0), "center"),
        (NUMBERS + 4, y, interval, "left"),
    )
    for x, height, text, side in texts:
        look = Words(size=SMALL, colour=QUIET, stand="bottom", side=side)  # type: ignore[arg-type]
        canvas.write(x, height, text, look)


def _draw_entry(
    canvas: Canvas, y: float, entry: Entry, release: Release, places: Grid, language: Language
) -> None:
    if entry.what == "domain":
        canvas.write(0, y, entry.text, Words(weight="bold"))
        return
    if entry.item is None:
        canvas.write(2, y, entry.text, Words(size=SMALL, colour=QUIET, slant="italic"))
        return
    room, lines = _room(places), 1.07 * LINE * line_count(entry.text)
    middle = y + (lines + 0.2 * LINE + BAR / 2 if places.above else max(BAR, lines + 0.15 * LINE) / 2)
    look = Words(size=SMALL) if places.above else Words(size=SMALL, stand="center")
    canvas.write(0, y if places.above else middle, entry.text, look)
    split, net = released_shares(release, entry.item), net_improvement(release, entry.item)
    if split:
        _draw_bar(canvas, middle, split, room, language)
    if net is not None:
        _draw_net(canvas, middle, net, room)
    if not places.above:
        _write_net(canvas, middle, release, entry.item, language)


def _draw_bar(
    canvas: Canvas, y: float, found: Mapping[str, Estimate], room: Room, language: Language
) -> None:
    """Draw what moved for the worse left of the middle line, the unchanged across it, the better right of it."""
    across = sum(estimate.value for name, estimate in found.items() if LOOKS[name].side == 0)
    left = sum(estimate.value for name, estimate in found.items() if LOOKS[name].side < 0)
    start = room.middle - room.half * (left + across / 2)
    ends = [y - BAR / 2 + 0.2, y + BAR / 2 - 0.2]
    canvas.sheet.plot([room.middle] * 2, ends, color=RULE, linewidth=0.8, zorder=0, label="_middle")
    for name in (name for name in LOOKS if name in found and found[name].value > 0):
        look, wide = LOOKS[name], room.half * found[name].value
        canvas.sheet.barh(
            y,
            wide,
            left=start,
            height=THICK,
            color=look.colour,
            edgecolor="white",
            hatch=look.hatch,
            label=name,
        )
        text = percent(found[name].value, language).strip("%\u00a0")
        if text_width(text, SMALL) + 1 <= wide:
            backing = {"facecolor": look.colour, "edgecolor": "none", "pad": 0.5} if look.hatch else None
            middle = start + wide / 2
            canvas.sheet.text(
                middle, y, text, ha="center", va="center", color=look.ink, fontsize=SMALL, bbox=backing
            )
        start += wide


def _draw_net(canvas: Canvas, y: float, net: Estimate, room: Room) -> None:
    """Draw the balance with its interval, zero in the middle and all or none at the ends."""
    ends = [y - BAR / 2 + 0.2, y + BAR / 2 - 0.2]
    canvas.sheet.plot([room.zero] * 2, ends, color=RULE, linewidth=0.8, zorder=0, label="_zero")
    if rows.has_interval(net):
        line = [room.zero + room.reach * max(-1.0, min(1.0, end)) for end in (net.low, net.high)]
        canvas.sheet.plot(line, [y, y], color=BLUE, linewidth=2, solid_capstyle="butt", label="_interval")
    canvas.sheet.plot(
        [room.zero + room.reach * net.value], [y], "o", color=BLUE, markersize=5, label="_value"
    )


def _write_net(canvas: Canvas, y: float, release: Release, item: Indicator, language: Language) -> None:
    net = net_improvement(release, item)
    if net is None:
        text = phrase("figure.withheld_short", language) if item.better != "neither" else "–"
        canvas.write(NUMBERS, y, text, Words(size=SMALL, colour=QUIET, slant="italic", stand="center"))
        return
    canvas.write(NUMBERS, y, net_text(net, language), Words(size=SMALL, colour=INK, stand="center"))


def _caption(release: Release, items: Sequence[Indicator], language: Language) -> str:
    interval = {"interval": interval_label(release.plan.confidence, language)}
    sentences = [
        phrase("figure.individual.caption", language, {**rows.contrast(release, language), **interval})
    ]
    if any(name.startswith("share_not_") for name in _used(release, items)):
        sentences.append(phrase("figure.shares.merged", language))
    return rows.caption(release, language, *sentences, phrase("figure.uncontrolled", language))
