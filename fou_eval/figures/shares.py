"""Who moved which way: worse, the same and better, as bars that part at the middle."""

from collections.abc import Mapping
from dataclasses import dataclass

from matplotlib.axes import Axes
from matplotlib.patches import Patch

from fou_eval.declaration.codebook import Indicator
from fou_eval.declaration.text import Language
from fou_eval.disclosure.release import Release
from fou_eval.estimates import Estimate
from fou_eval.figures import rows
from fou_eval.figures.picture import Picture, finish
from fou_eval.figures.style import (
    BLUE,
    INK,
    LINE,
    PALE,
    QUIET,
    RULE,
    SMALL,
    VERMILLION,
    line_count,
    new_figure,
    styled,
    wrapped,
)
from fou_eval.formatting import percent
from fou_eval.language import phrase

COLUMNS = (50.0, 78.0, 26.0)  # mm: words, bars, numbers


@dataclass(frozen=True, slots=True)
class Look:
    """How one share is drawn: its colour, its hatch for grey print, the colour of its label, and its side."""

    colour: str
    hatch: str
    ink: str
    side: int  # -1 left of the middle, 0 across it, 1 right of it


# The order of the bars from left to right; a view of two merged classes uses two of them.
LOOKS: Mapping[str, Look] = {
    "share_worse": Look(VERMILLION, "", "white", -1),
    "share_not_better": Look("#EBC9B4", "////", INK, -1),
    "share_lower": Look("#9E9E9E", "", INK, -1),
    "share_not_higher": Look("#D8D8D8", "////", INK, -1),
    "share_same": Look(PALE, "", INK, 0),
    "share_not_worse": Look("#BBD7EA", "\\\\\\\\", INK, 1),
    "share_better": Look(BLUE, "", "white", 1),
    "share_not_lower": Look("#D8D8D8", "\\\\\\\\", INK, 1),
    "share_higher": Look("#5A5A5A", "", "white", 1),
}
NARROW = 0.09  # a label needs about this much of the bar to stand inside it


@styled
def shares(release: Release, domain: str, language: Language | None = None) -> Picture:
    """Draw the shares that became worse, stayed the same and became better, for each indicator of a domain.

    Parameters
    ----------
    release
        What may be shown.
    domain
        Code of the domain.
    language
        Language of the words; the study's own when not given.

    Raises
    ------
    DeclarationError
        If the study has no such domain.
    """
    language = rows.chosen(release, language)
    items = rows.indicators(release, domain)
    found = {item.name: released_shares(release, item) for item in items}
    titles = {item.name: wrapped(item.label(language), COLUMNS[0] - 3) for item in items}
    heights = [LINE * max(line_count(titles[item.name]), 2) + 0.6 * LINE for item in items] or [3 * LINE]
    used = [name for name in LOOKS if any(name in split for split in found.values())]
    legend = LINE * (1.6 * -(-len(used) // 3) + 1.2)
    figure = new_figure(legend + sum(heights) + 2 * LINE)
    rows.mark(figure, release, language)
    panels = figure.subplots(
        len(heights), 3, width_ratios=COLUMNS, height_ratios=heights, squeeze=False, gridspec_kw={"hspace": 0}
    )
    for item, (words, bars, numbers) in zip(items, panels, strict=False):
        _draw_words(words, titles[item.name])
        _draw_row(bars, numbers, release, item, found[item.name], language)
    if not items:
        _draw_nothing(panels[0], language)
    figure.legend(
        handles=[_handle(name, language) for name in used],
        loc="outside upper left",
        ncols=3,
        handlelength=1.6,
        columnspacing=1.4,
    )
    return finish(
        figure,
        name=f"shares_{domain}",
        alt=_alt(release, domain, items, found, language),
        caption=_caption(release, domain, found, language),
        language=language,
    )


def released_shares(release: Release, item: Indicator) -> dict[str, Estimate]:
    """Give the shares of an indicator that passed the gate; they add up to one, or there are none."""
    found = {name: rows.shown(release.find(name, outcome=item.name)) for name in LOOKS}
    return {name: estimate for name, estimate in found.items() if estimate is not None}


def draw_shares(ax: Axes, found: Mapping[str, Estimate], language: Language) -> None:
    """Draw one bar: what moved for the worse left of the middle, the unchanged across it, the better right."""
    across = sum(estimate.value for name, estimate in found.items() if LOOKS[name].side == 0)
    left = sum(estimate.value for name, estimate in found.items() if LOOKS[name].side < 0)
    start = -(left + across / 2)
    for name in (name for name in LOOKS if name in found):
        look, value = LOOKS[name], found[name].value
        ax.barh(
            0,
            value,
            left=start,
            height=0.62,
            color=look.colour,
            edgecolor="white",
            hatch=look.hatch,
            label=name,
        )
        if value >= NARROW:
            backing = {"facecolor": look.colour, "edgecolor": "none", "pad": 0.8} if look.hatch else None
            ax.text(
                start + value / 2,
                0,
                percent(value, language),
                ha="center",
                va="center",
                color=look.ink,
                fontsize=SMALL,
                bbox=backing,
            )
        start += value
    ax.axvline(0, color=RULE, linewidth=0.8, zorder=0)


def _draw_row(
    bars: Axes,
    numbers: Axes,
    release: Release,
    item: Indicator,
    found: Mapping[str, Estimate],
    language: Language,
) -> None:
    bars.set(xlim=(-1.02, 1.02), ylim=(-0.5, 0.5))
    bars.set_axis_off()
    numbers.set_axis_off()
    if found:
        draw_shares(bars, found, language)
        basis = rows.basis(next(iter(found.values())), language, "\n")
        numbers.text(0, 0.5, basis, va="center", fontsize=SMALL, color=QUIET, in_layout=False)
        return
    row = release.find("share_same", outcome=item.name)
    why = wrapped(rows.absence(row, language), COLUMNS[1] - 4, SMALL)
    bars.text(0, 0, why, ha="center", va="center", color=QUIET, style="italic", fontsize=SMALL)


def _draw_words(ax: Axes, title: str) -> None:
    ax.set_axis_off()
    ax.text(0, 0.5, title, va="center", in_layout=False)


def _draw_nothing(panels: tuple[Axes, Axes, Axes], language: Language) -> None:
    for ax in panels:
        ax.set_axis_off()
    panels[1].text(
        0.5, 0.5, phrase("figure.not_measured", language), ha="center", color=QUIET, style="italic"
    )


def _handle(name: str, language: Language) -> Patch:
    look = LOOKS[name]
    return Patch(
        facecolor=look.colour, edgecolor="white", hatch=look.hatch, label=phrase(f"figure.{name}", language)
    )


def _alt(
    release: Release,
    domain: str,
    items: tuple[Indicator, ...],
    found: Mapping[str, Mapping[str, Estimate]],
    language: Language,
) -> str:
    place = {"domain": release.codebook.domains[domain].label[language], **rows.contrast(release, language)}
    sentences = [phrase("figure.shares.alt", language, place)]
    for item in items:
        split = found[item.name]
        parts = [
            f"{phrase(f'figure.{name}', language)} {percent(split[name].value, language)}"
            for name in reversed(list(LOOKS))
            if name in split
        ]
        what = ", ".join(parts) or rows.absence(release.find("share_same", outcome=item.name), language)
        basis = f"; {rows.basis(next(iter(split.values())), language)}" if split else ""
        sentences.append(f"{item.label(language)}: {what}{basis}.")
    return " ".join([*sentences, *(f"{text}." for text in rows.markings(release, language))])


def _caption(
    release: Release, domain: str, found: Mapping[str, Mapping[str, Estimate]], language: Language
) -> str:
    drawn = [next(iter(split.values())) for split in found.values() if split]
    filled = {
        "domain": release.codebook.domains[domain].label[language],
        **rows.contrast(release, language),
        "basis": rows.span_of_families(drawn, language),
    }
    merged = any(name.startswith("share_not_") for split in found.values() for name in split)
    sentences = [phrase("figure.shares.caption", language, filled)]
    if merged:
        sentences.append(phrase("figure.shares.merged", language))
    return rows.caption(release, language, *sentences, phrase("figure.uncontrolled", language))
