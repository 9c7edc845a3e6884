"""All indicators on one page: the shares that became worse, stayed the same and became better, and their balance."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from fou_eval.declaration.codebook import Indicator
from fou_eval.declaration.text import Language
from fou_eval.design import BLUE, INK, QUIET
from fou_eval.disclosure.release import Release
from fou_eval.estimates import Estimate
from fou_eval.figures import rows
from fou_eval.figures.grid import Grid, begin, grid, head
from fou_eval.figures.key import key_beside, key_height, write_key
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
from fou_eval.figures.picture import Picture, finished
from fou_eval.figures.scale import Scale
from fou_eval.figures.share_bars import BAR, UNIT, draw_shares, key_groups, looks_told, without_sign
from fou_eval.figures.shares import released_shares
from fou_eval.figures.style import (
    HIGHEST,
    LINE,
    SMALL,
    TEXT,
    Canvas,
    Dot,
    Stroke,
    Width,
    Words,
    layout_width,
    line_count,
    styled,
    wrapped,
)
from fou_eval.formatting import interval_label, signed
from fou_eval.language import phrase

LABELS, NET, NUMBERS = 59.0, 103.0, 134.0  # mm on a page: words, the balance as drawn, and as written
PITCH = BAR + 1.2  # mm from row to row at least
BEYOND = (PITCH - BAR) / 2  # mm: a line in the middle ends where its row does


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One row: the head of a domain, an indicator with numbers, or words below; the text is in lines that fit."""

    what: Literal["domain", "indicator", "words"]
    text: str
    height: float
    item: Indicator | None = None


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
    splits = [released_shares(release, item) for item in items]
    drawn = [item for item in items if is_drawn(release, item)]
    _, key = key_beside(key_groups(splits, language), 0.0, layout_width(width))
    heads = (
        0.4 if not drawn else 1.6 if places.above else 3.2
    )  # nothing is drawn below heads where all is withheld
    top = head(release, language) + key_height(key) + heads * LINE
    height = top + sum(entry.height for entry in entries)
    if height > HIGHEST and not places.above:
        return None
    canvas = begin(release, height, language, width)
    write_key(canvas, 0, head(release, language), key)
    if drawn and places.above:
        canvas.write(0, top - 1.4 * LINE, phrase("figure.shares.per_cent", language), UNIT)
    elif drawn:
        _draw_head(canvas, top - 0.5 * LINE, release, language)
    y = top
    for entry in entries:
        _draw_entry(canvas, y, entry, release, places, language)
        y += entry.height
    return finished(
        canvas,
        "individual",
        alt=told(release, language),
        caption=_caption(release, items, language),
        source=rows.source(release, [next(iter(split.values())) for split in splits if split], language),
    )


def _entries(release: Release, domain: str, places: Grid, language: Language) -> list[Entry]:
    """Lay out one domain: its head, the indicators that have numbers, and those that have none by the reason."""
    label = wrapped(release.codebook.domain(domain).label[language], places.right, TEXT, "bold")
    entries = [Entry(what="domain", text=label, height=1.3 * LINE * line_count(label))]
    for item in rows.indicators(release, domain):
        if not is_drawn(release, item):
            continue
        text = wrapped(item.label(language), places.labels, SMALL)
        words = LINE * line_count(text)
        tall = words + PITCH + 0.4 * LINE if places.above else max(PITCH, words + 0.15 * LINE)
        entries.append(Entry(what="indicator", text=text, height=tall, item=item))
        below = list(beside(release, item, language).values())
        if places.above and net_improvement(release, item) is not None:
            below.insert(0, net_words(release, item, language))
        entries += [_words(text, places) for text in below]
        if places.above:  # nearer to its own bar than to the one above
            entries[-1] = replace(entries[-1], height=entries[-1].height + 0.5 * LINE)
    entries += [_words(text, places) for text in absent(release, domain, language)]
    return [*entries[:-1], replace(entries[-1], height=entries[-1].height + 0.7 * LINE)]


def _words(text: str, places: Grid) -> Entry:
    lines = wrapped(text, places.right - 5, SMALL)
    return Entry(what="words", text=lines, height=LINE * line_count(lines) + 0.1 * LINE)


def _bars(places: Grid) -> Grid:
    """Give where the bars are drawn."""
    left, right = (0.0, 44.0) if places.above else (LABELS, NET - 2.5)
    return replace(places, left=left, right=right)


def _scale(places: Grid) -> Scale:
    """Give where the balance is drawn, from all worse to all better."""
    start, end = (48.0, places.right - 1) if places.above else (NET + 1.0, NUMBERS - 3.0)
    return Scale(low=-1.0, high=1.0, start=start, end=end)


def _draw_head(canvas: Canvas, y: float, release: Release, language: Language) -> None:
    """Write what the columns hold, which way better is, and the ends of the scale of the balance."""
    places = grid("page", LABELS)
    bars, scale = _bars(places), _scale(places)
    middle = (bars.left + bars.right) / 2
    interval = interval_label(release.plan.confidence, language)
    texts = (
        (LABELS, y - 1.2 * LINE, phrase("figure.shares.per_cent", language), "left"),
        (middle - 1.5, y, phrase("figure.individual.worse_left", language), "right"),
        (middle + 1.5, y, phrase("figure.better_right", language), "left"),
        (NET, y - 1.2 * LINE, phrase("figure.individual.net", language), "left"),
        (scale.start, y, signed(-100, language, 0), "center"),
        (scale.at(0), y, signed(0, language, 0), "center"),
        (scale.end, y, signed(100, language, 0), "center"),
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
    lines = LINE * line_count(entry.text)
    middle = y + (lines + 0.2 * LINE + PITCH / 2 if places.above else max(PITCH, lines + 0.15 * LINE) / 2)
    look = Words(size=SMALL) if places.above else Words(size=SMALL, stand="center")
    canvas.write(0, y if places.above else middle, entry.text, look)
    split, net = released_shares(release, entry.item), net_improvement(release, entry.item)
    if split:
        draw_shares(
            canvas, _bars(places), middle - BAR / 2, split, language, write=without_sign, beyond=BEYOND
        )
    if net is not None:
        _draw_net(canvas, middle, net, _scale(places))
    if not places.above:
        _write_net(canvas, middle, release, entry.item, language)


def _draw_net(canvas: Canvas, y: float, net: Estimate, scale: Scale) -> None:
    """Draw the balance with its interval, zero in the middle and all or none at the ends."""
    ends = (y - BAR / 2 - BEYOND, y + BAR / 2 + BEYOND)
    canvas.line((scale.at(0), ends[0]), (scale.at(0), ends[1]), Stroke(thick=0.8, order=0), "_zero")
    if rows.has_interval(net):
        low, high = (scale.at(scale.within(end)) for end in (net.low, net.high))
        canvas.line((low, y), (high, y), Stroke(colour=BLUE, thick=2.0), "_interval")
    canvas.dot((scale.at(net.value), y), Dot(colour=BLUE), "_value")


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
    sentences += looks_told((released_shares(release, item) for item in items), language)
    judged = [item for item in items if item.better != "neither"]
    if any(net_improvement(release, item) is None for item in judged):
        sentences.append(phrase("figure.individual.net_hidden", language))
    return " ".join([*sentences, phrase("figure.uncontrolled", language)])
