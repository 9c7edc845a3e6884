"""Who moved which way: worse, the same and better, as bars that part at the middle."""

from collections.abc import Mapping
from dataclasses import dataclass

from fou_eval.declaration.codebook import Indicator
from fou_eval.declaration.text import Language
from fou_eval.design import BLUE, INK, PAGE, PALE, QUIET, RULE, VERMILLION
from fou_eval.disclosure.linked import share_views
from fou_eval.disclosure.release import Release
from fou_eval.estimates import Estimate
from fou_eval.figures import rows
from fou_eval.figures.picture import Picture
from fou_eval.figures.style import (
    ABSENT,
    LINE,
    SMALL,
    Canvas,
    Width,
    Words,
    legend,
    line_count,
    new_canvas,
    styled,
    text_width,
    wrapped,
)
from fou_eval.formatting import percent
from fou_eval.language import phrase

BARS, NUMBERS = 52.0, 134.0  # mm: where the bars begin, and the counts
MIDDLE, HALF = 93.0, 40.0  # mm: the middle line, and the length of a whole bar on either side


@dataclass(frozen=True, slots=True)
class Look:
    """How one share is drawn: its colour, its hatch for grey print, the colour of its label, and its side."""

    colour: str
    hatch: str
    ink: str
    side: int  # -1 left of the middle, 0 across it, 1 right of it


# The order of the bars from left to right; a view of two merged classes uses two of them.
LOOKS: Mapping[str, Look] = {
    "share_worse": Look(VERMILLION, "", "black", -1),
    "share_not_better": Look("#EBC9B4", "////", INK, -1),
    "share_lower": Look("#9E9E9E", "", INK, -1),
    "share_not_higher": Look("#D8D8D8", "////", INK, -1),
    "share_same": Look(PALE, "", INK, 0),
    "share_not_worse": Look("#BBD7EA", "\\\\\\\\", INK, 1),
    "share_better": Look(BLUE, "", "white", 1),
    "share_not_lower": Look("#D8D8D8", "\\\\\\\\", INK, 1),
    "share_higher": Look("#5A5A5A", "", "white", 1),
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
    titles = {item.name: wrapped(item.label(language), BARS - 3) for item in items}
    heights = [LINE * max(line_count(titles[item.name]), 2) + 0.8 * LINE for item in items]
    used = [name for name in LOOKS if any(name in split for split in found.values())]
    top = LINE * (1.25 * -(-len(used) // 3) + 1.8)
    canvas = new_canvas(top + max(sum(heights), 2 * LINE) + 1)
    rows.mark(canvas, release, language)
    entries = [(phrase(f"figure.{name}", language), LOOKS[name].colour, LOOKS[name].hatch) for name in used]
    legend(canvas, 1.9 * LINE, entries, 3)
    y = top
    for item, height in zip(items, heights, strict=True):
        canvas.write(0, y + height / 2, titles[item.name], Words(stand="center"))
        _draw_row(canvas, y + height / 2, release, item, found[item.name], language)
        y += height
    if not items:
        canvas.write(PAGE / 2, top, phrase("figure.not_measured", language), ABSENT)
    return Picture(
        figure=canvas.figure,
        name=f"shares_{domain}",
        alt=_alt(release, domain, items, found, language),
        caption=_caption(release, domain, found, language),
        language=language,
        width=width,
    )


def released_shares(release: Release, item: Indicator) -> dict[str, Estimate]:
    """Give the fullest view of who moved which way that passed the gate; its shares add up to one."""
    for view in share_views(item).values():
        found = [(name, rows.shown(release.find(name, outcome=item.name))) for name in view]
        kept = {name: estimate for name, estimate in found if estimate is not None}
        if len(kept) == len(view):
            return kept
    return {}


def draw_shares(canvas: Canvas, y: float, found: Mapping[str, Estimate], language: Language) -> None:
    """Draw one bar: what moved for the worse left of the middle, the unchanged across it, the better right."""
    across = sum(estimate.value for name, estimate in found.items() if LOOKS[name].side == 0)
    left = sum(estimate.value for name, estimate in found.items() if LOOKS[name].side < 0)
    start = MIDDLE - HALF * (left + across / 2)
    canvas.sheet.plot([MIDDLE, MIDDLE], [y - 4.2, y + 4.2], color=RULE, linewidth=0.8, zorder=0)
    for name in (name for name in LOOKS if name in found and found[name].value > 0):
        look, width = LOOKS[name], HALF * found[name].value
        canvas.sheet.barh(
            y, width, left=start, height=5, color=look.colour, edgecolor="white", hatch=look.hatch, label=name
        )
        _label(canvas, start + width / 2, y, _fitting(found[name].value, width, language), look)
        start += width


def _fitting(share: float, width: float, language: Language) -> str:
    """Give the label that fits into a bar: the per cent, its number alone, or nothing; the tables hold them all."""
    whole = percent(share, language)
    return next(
        (text for text in (whole, whole.strip("%\u00a0")) if text_width(text, SMALL) + 1 <= width), ""
    )


def _label(canvas: Canvas, x: float, y: float, text: str, look: Look) -> None:
    if not text:
        return
    backing = {"facecolor": look.colour, "edgecolor": "none", "pad": 0.8} if look.hatch else None
    canvas.sheet.text(x, y, text, ha="center", va="center", color=look.ink, fontsize=SMALL, bbox=backing)


def _draw_row(
    canvas: Canvas,
    y: float,
    release: Release,
    item: Indicator,
    found: Mapping[str, Estimate],
    language: Language,
) -> None:
    if found:
        draw_shares(canvas, y, found, language)
        basis = rows.basis(next(iter(found.values())), language, "\n")
        canvas.write(NUMBERS, y, basis, Words(size=SMALL, colour=QUIET, stand="center"))
        return
    canvas.write(MIDDLE, y, wrapped(_why(release, item, language), NUMBERS - BARS - 4, SMALL), ABSENT)


def _why(release: Release, item: Indicator, language: Language) -> str:
    names = ("share_same", *(name for view in share_views(item).values() for name in view))
    return rows.absence([release.find(name, outcome=item.name) for name in names], language)


def _alt(
    release: Release,
    domain: str,
    items: tuple[Indicator, ...],
    found: Mapping[str, Mapping[str, Estimate]],
    language: Language,
) -> str:
    place = {"domain": release.codebook.domain(domain).label[language], **rows.contrast(release, language)}
    sentences = [phrase("figure.shares.alt", language, place)]
    for item in items:
        split = found[item.name]
        parts = [
            f"{phrase(f'figure.{name}', language)} {percent(split[name].value, language)}"
            for name in reversed(list(LOOKS))
            if name in split
        ]
        what = ", ".join(parts) or _why(release, item, language)
        basis = f"; {rows.basis(next(iter(split.values())), language)}" if split else ""
        sentences.append(f"{item.label(language)}: {what}{basis}.")
    return " ".join([*sentences, *(f"{text}." for text in rows.markings(release, language))])


def _caption(
    release: Release, domain: str, found: Mapping[str, Mapping[str, Estimate]], language: Language
) -> str:
    drawn = [next(iter(split.values())) for split in found.values() if split]
    filled = {
        "domain": release.codebook.domain(domain).label[language],
        **rows.contrast(release, language),
        "basis": rows.span_of_families(drawn, language),
    }
    merged = any(name.startswith("share_not_") for split in found.values() for name in split)
    sentences = [phrase("figure.shares.caption", language, filled)]
    if merged:
        sentences.append(phrase("figure.shares.merged", language))
    return rows.caption(release, language, *sentences, phrase("figure.uncontrolled", language))
