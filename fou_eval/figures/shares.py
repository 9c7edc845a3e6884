"""Who moved which way: worse, the same and better, as bars that part at the middle."""

from collections.abc import Mapping

from fou_eval.declaration.codebook import Indicator
from fou_eval.declaration.text import Language
from fou_eval.design import QUIET
from fou_eval.disclosure.linked import share_views
from fou_eval.disclosure.release import Release
from fou_eval.estimates import Estimate
from fou_eval.figures import rows
from fou_eval.figures.grid import Grid, Row, begin, grid, head, laid, write_labels
from fou_eval.figures.key import key_beside, key_height, write_key
from fou_eval.figures.picture import Picture, finished
from fou_eval.figures.share_bars import (
    BAR,
    LOOKS,
    UNIT,
    Shares,
    Write,
    draw_shares,
    key_groups,
    looks_told,
    whole_bar,
    written_alike,
)
from fou_eval.figures.style import (
    ABSENT,
    LINE,
    SMALL,
    Canvas,
    Width,
    Words,
    layout_width,
    line_count,
    styled,
    wrapped,
)
from fou_eval.formatting import percent
from fou_eval.language import phrase

LABELS, NUMBERS = 55.0, 27.0  # mm: widths of the labels, and of the counts


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
    start, key = key_beside(key_groups(found.values(), language), places.left, layout_width(width))
    write = written_alike(found.values(), whole_bar(places), language)
    above = head(release, language) + key_height(key)
    top = above + (0.4 if write is percent else 1.5) * LINE
    heights = [_height(found[item.name], places, language) for item in items]
    lines = laid(places, [item.label(language) for item in items], heights, top)
    canvas = begin(release, max(lines[-1].bottom if lines else 0, top + 2 * LINE), language, width)
    write_key(canvas, start, head(release, language), key)
    if write is not percent:
        canvas.write(places.left, above, phrase("figure.shares.per_cent", language), UNIT)
    write_labels(canvas, lines)
    for item, line in zip(items, lines, strict=True):
        _draw_row(canvas, places, line, release, item, (found[item.name], write), language)
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


def _height(split: Shares, places: Grid, language: Language) -> float:
    """Give the height of a drawing with its count, which in a column stands above the bar."""
    if not split:
        return LINE if places.above else BAR
    if places.above:
        return BAR + 1.2 * LINE
    return max(BAR, LINE * line_count(rows.basis(next(iter(split.values())), language, "\n")))


def _draw_row(
    canvas: Canvas,
    places: Grid,
    line: Row,
    release: Release,
    item: Indicator,
    told: tuple[Shares, Write],
    language: Language,
) -> None:
    found, write = told
    if not found:
        why = wrapped(_why(release, item, language), places.right - places.left, SMALL)
        look = Words(size=SMALL, colour=QUIET, slant="italic", stand="center")
        canvas.write(places.left, line.middle, why, look)
        return
    note = Words(size=SMALL, colour=QUIET, stand="top" if places.above else "center")
    estimate = next(iter(found.values()))
    if places.above:
        canvas.write(0, line.top, rows.basis(estimate, language), note)
        draw_shares(canvas, places, line.top + 1.2 * LINE, found, language, write=write)
        return
    draw_shares(canvas, places, line.middle - BAR / 2, found, language, write=write)
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
    sentences = [phrase("figure.shares.caption", language, place), *looks_told(found.values(), language)]
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
