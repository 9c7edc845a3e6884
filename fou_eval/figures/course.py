"""The course since entry: change at each wave with its interval, one small panel per indicator."""

from collections.abc import Iterable
from itertools import pairwise
from typing import Any, Literal

from matplotlib.axes import Axes
from matplotlib.ticker import MaxNLocator

from fou_eval.declaration.codebook import Indicator
from fou_eval.declaration.text import Language
from fou_eval.design import BLUE, GREEN, PAGE, QUIET, RULE
from fou_eval.disclosure.release import Release
from fou_eval.estimates import Estimate, change_scale
from fou_eval.figures import rows
from fou_eval.figures.picture import Picture
from fou_eval.figures.style import (
    ABSENT,
    LINE,
    SMALL,
    Canvas,
    TickText,
    Width,
    Words,
    line_count,
    new_canvas,
    styled,
    wrapped,
)
from fou_eval.formatting import interval_label, number
from fou_eval.language import phrase
from fou_eval.quantities import unit_text

PANEL = 26.0  # mm, the height of a panel's scale
LEFT = 12.0  # mm for its tick labels
TITLE = Words(size=SMALL, weight="bold")
# A number on few families has no interval and no decimals: it is drawn open and is not joined to the others.
FIRM: dict[str, Any] = {"linestyle": "none", "marker": "o", "color": BLUE, "markersize": 5.5}
ROUGH: dict[str, Any] = {
    "linestyle": "none",
    "marker": "D",
    "color": BLUE,
    "markerfacecolor": "white",
    "markersize": 4.2,
}
MANY = 4  # from this many indicators the panels stand three across


def across(panels: int) -> int:
    """Give the number of panels in a row, so that a domain's course is at most about half a page."""
    return 3 if panels > MANY else 2


@styled
def course(
    release: Release, domain: str, language: Language | None = None, *, width: Width = "page"
) -> Picture:
    """Draw the mean change since entry at each later wave, for each indicator of a domain.

    Each panel stands on the units that were measured at both waves of the contrast; under each wave stands how
    many of their families were measured there.

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
    wide = across(len(items))
    each = PAGE / wide
    heads = [_head(item, each, language) for item in items]
    rows_of_panels = [range(at, min(at + wide, len(items))) for at in range(0, max(len(items), 1), wide)]
    lines = [max((sum(map(line_count, heads[place])) for place in row), default=1) for row in rows_of_panels]
    canvas = new_canvas(1.6 * LINE + sum(PANEL + LINE * (count + 3.6) for count in lines))
    rows.mark(canvas, release, language)
    y = 1.6 * LINE
    for row, count in zip(rows_of_panels, lines, strict=True):
        for place in row:
            x, (title, unit) = (place - row[0]) * each, heads[place]
            top = y + LINE * (count - line_count(title) - line_count(unit))
            canvas.write(x, top, title, TITLE)
            canvas.write(x, top + LINE * line_count(title) + 0.3, unit, Words(size=SMALL, colour=QUIET))
            _draw_panel(canvas, (x, y + LINE * (count + 0.4), each), release, items[place], language)
        y += PANEL + LINE * (count + 3.6)
    if not items:
        canvas.write(PAGE / 2, y + PANEL / 2, phrase("figure.not_measured", language), ABSENT)
    return Picture(
        figure=canvas.figure,
        name=f"course_{domain}",
        alt=_alt(release, domain, items, language),
        caption=_caption(release, domain, items, language),
        language=language,
        width=width,
    )


def released_course(release: Release, item: Indicator) -> dict[str, Estimate]:
    """Give the released change since entry of an indicator by wave, in time order."""
    found = rows.of_outcome(release, "change_from_entry", item.name)
    return {row.estimate.wave_after: row.estimate for row in found if rows.shown(row)}


def draw_course(ax: Axes, release: Release, points: dict[str, Estimate], language: Language) -> None:
    """Draw the changes (dots) with their intervals (lines) over months since entry, from zero at entry."""
    waves, entry = release.codebook.waves, release.plan.contrast.before
    months = {wave: float(waves[wave].months) for wave in (entry, *points)}
    firm = {wave: estimate for wave, estimate in points.items() if rows.has_interval(estimate)}
    values = {entry: 0.0, **{wave: estimate.value for wave, estimate in firm.items()}}
    bottom, top = limits(points.values())
    ax.set_ylim(bottom, top)
    ax.axhline(0, color=RULE, linewidth=0.8, label="_zero")
    for one, other in pairwise(values):
        ax.plot(
            [months[one], months[other]],
            [values[one], values[other]],
            color=BLUE,
            linewidth=0.9,
            linestyle=(0, (3, 2)),
            label="_path",
        )
    ax.plot([months[entry]], [0.0], "o", markerfacecolor="white", color=BLUE, markersize=5, label="_entry")
    for wave, estimate in points.items():
        if wave in firm:
            ends = [max(bottom, estimate.low), min(top, estimate.high)]
            ax.plot(
                [months[wave]] * 2, ends, color=BLUE, linewidth=2, solid_capstyle="butt", label="_interval"
            )
        look = FIRM if wave in firm else ROUGH
        ax.plot([months[wave]], [estimate.value], label="_value", **look)
    _scale(ax, release, points, language)


def limits(estimates: Iterable[Estimate]) -> tuple[float, float]:
    """Give the ends of a panel's scale: zero and every released number with its interval, and a margin.

    Examples
    --------
    >>> limits([Estimate(statistic="change_from_entry", value=2.0, low=-1.0, high=4.0)])
    (-1.8, 4.8)
    """
    drawn = rows.finite([0.0, *(end for row in estimates for end in (row.value, row.low, row.high))])
    margin = 0.16 * (max(drawn) - min(drawn)) or 1.0
    return min(drawn) - margin, max(drawn) + margin


def _scale(ax: Axes, release: Release, points: dict[str, Estimate], language: Language) -> None:
    waves, contrast = release.codebook.waves, release.plan.contrast
    after = list(waves)[list(waves).index(contrast.before) :]
    ticks = [float(waves[wave].months) for wave in after]
    labels = [_tick(release, wave, points, language) for wave in after]
    ax.set_xticks(ticks, labels)
    reach = max(ticks) - min(ticks) or 1.0
    ax.set_xlim(min(ticks) - 0.07 * reach, max(ticks) + 0.07 * reach)
    estimate = next(iter(points.values()))
    points_of_share = estimate.scale == "points"
    ax.yaxis.set_major_locator(MaxNLocator(nbins=4, min_n_ticks=3))
    ax.yaxis.set_major_formatter(TickText(language, "points" if points_of_share else "signed"))
    if estimate.better == "higher":
        _better(ax, phrase("figure.better_up", language), 1.0, "top")
    elif estimate.better == "lower":
        _better(ax, phrase("figure.better_down", language), 0.0, "bottom")


def _better(ax: Axes, text: str, y: float, side: Literal["top", "bottom"]) -> None:
    ax.text(0.02, y, text, transform=ax.transAxes, va=side, fontsize=SMALL, color=GREEN, weight="bold")


def _tick(release: Release, wave: str, points: dict[str, Estimate], language: Language) -> str:
    months = number(float(release.codebook.waves[wave].months), language, 0)
    if wave == release.plan.contrast.before:
        return f"{months}\n"
    shown = number(points[wave].n_families, language, 0) if wave in points else "–"
    return f"{months}\n{shown}"


def _draw_panel(
    canvas: Canvas, place: tuple[float, float, float], release: Release, item: Indicator, language: Language
) -> None:
    x, y, width = place
    points = released_course(release, item)
    if points:
        draw_course(canvas.scale(x + LEFT, y, width - LEFT - 5, PANEL), release, points, language)
        return
    why = wrapped(_why(release, item, language), width - 8, SMALL)
    canvas.write(x + width / 2, y + PANEL / 2, why, ABSENT)


def _head(item: Indicator, width: float, language: Language) -> tuple[str, str]:
    """Give the title and the unit of a panel, wrapped to its width."""
    unit = unit_text(change_scale(item.kind), item.column, language)
    return wrapped(item.label(language), width - 5, SMALL, "bold"), wrapped(unit, width - 5, SMALL)


def _why(release: Release, item: Indicator, language: Language) -> str:
    return rows.absence(rows.of_outcome(release, "change_from_entry", item.name), language)


def _alt(release: Release, domain: str, items: tuple[Indicator, ...], language: Language) -> str:
    place = {"domain": release.codebook.domain(domain).label[language]}
    sentences = [phrase("figure.course.alt", language, place)]
    for item in items:
        parts = [
            phrase(
                "figure.course.alt_point",
                language,
                {
                    "wave": rows.wave_label(release, wave, language),
                    "estimate": rows.with_interval(estimate, item.column, language),
                    "basis": rows.families(estimate.n_families, language),
                },
            )
            for wave, estimate in released_course(release, item).items()
        ]
        sentences.append(f"{item.label(language)}: {'; '.join(parts) or _why(release, item, language)}.")
    return " ".join([*sentences, *(f"{text}." for text in rows.markings(release, language))])


def _caption(release: Release, domain: str, items: tuple[Indicator, ...], language: Language) -> str:
    drawn = [estimate for item in items for estimate in released_course(release, item).values()]
    filled = {
        "domain": release.codebook.domain(domain).label[language],
        **rows.contrast(release, language),
        "interval": interval_label(release.plan.confidence, language),
        "basis": rows.span_of_families(drawn, language),
    }
    return rows.caption(
        release,
        language,
        phrase("figure.course.caption", language, filled),
        phrase("figure.uncontrolled", language),
    )
