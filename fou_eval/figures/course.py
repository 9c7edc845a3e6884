"""The course since entry: change at each wave with its interval, one small panel per indicator."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from fou_eval.declaration.codebook import Indicator
from fou_eval.declaration.text import Language
from fou_eval.design import BLUE, PALE, QUIET
from fou_eval.disclosure.release import Release
from fou_eval.estimates import Estimate, change_scale
from fou_eval.figures import rows
from fou_eval.figures.grid import begin, head
from fou_eval.figures.picture import Picture, finished
from fou_eval.figures.scale import BELOW, BESIDE, TICK, Scale, tick_labels
from fou_eval.figures.style import (
    ABSENT,
    LINE,
    SMALL,
    Canvas,
    Dot,
    Stroke,
    Width,
    Words,
    layout_width,
    line_count,
    styled,
    text_width,
    wrapped,
)
from fou_eval.formatting import interval_label, number
from fou_eval.language import phrase
from fou_eval.quantities import unit_text

PANEL = 26.0  # mm, the height of a panel's scale
LEFT, RIGHT = 14.5, 3.0  # mm beside it: for tick labels, and to the next panel
TITLE, UNIT = Words(), Words(size=SMALL, colour=QUIET)
BELOW_PANEL = TICK + 0.4 + 2 * LINE  # months, and families
# A number on few families has no interval and no decimals: it is drawn open and is not joined to the others.
FIRM, ROUGH = Dot(colour=BLUE), Dot(colour=BLUE, size=4.2, shape="D", filled=False)
ENTRY = Dot(colour=BLUE, size=5, filled=False)
MANY = 4  # from this many indicators more panels stand beside each other
Course = dict[str, Estimate]  # the released changes of one indicator, by wave


def across(panels: int, width: Width) -> int:
    """Give the number of panels in a row, so that a domain's course is at most about half a page."""
    return (1 if width == "column" else 2) + (panels > MANY)


@dataclass(frozen=True, slots=True, kw_only=True)
class Panel:
    """One indicator: its words, its numbers, and where its scale stands, in mm.

    Attributes
    ----------
    item, points
        The indicator, and its released changes.
    title, unit
        Its label and unit, wrapped.
    left, width
        Where the panel begins, and how wide it is.
    first
        Whether it stands first in its row, where the counts below the scales are named.
    """

    item: Indicator
    points: Course
    title: str
    unit: str
    left: float
    width: float
    first: bool

    @property
    def lines(self) -> int:
        """Give the lines of title and unit."""
        return line_count(self.title) + line_count(self.unit)


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
    lined = _panels(release, items, language, width)
    heads = [max(panel.lines for panel in row) * LINE + 0.6 * LINE for row in lined]
    tall = [above + PANEL + BELOW_PANEL + 0.9 * LINE for above in heads]
    y = head(release, language)
    canvas = begin(release, y + (sum(tall) or 3 * LINE), language, width)
    for row, above, high in zip(lined, heads, tall, strict=True):
        for panel in row:
            _draw_panel(canvas, y, y + above, release, panel, language)
        y += high
    if not items:
        canvas.write(canvas.width / 2, y + LINE, phrase("figure.not_measured", language), ABSENT)
    drawn = [estimate for row in lined for panel in row for estimate in panel.points.values()]
    return finished(
        canvas,
        "course",
        part=domain,
        about=_place(release, domain, language),
        alt=_alt(release, domain, items, language),
        caption=_caption(release, drawn, language),
        source=rows.source(release, drawn, language),
    )


def released_course(release: Release, item: Indicator) -> Course:
    """Give the released change since entry of an indicator by wave, in time order."""
    found = rows.of_outcome(release, "change_from_entry", item.name)
    return {row.estimate.wave_after: row.estimate for row in found if rows.shown(row)}


def draw_course(canvas: Canvas, months: Scale, changes: Scale, release: Release, points: Course) -> None:
    """Draw the changes (dots) with their intervals (lines) over months since entry, from zero at entry."""
    waves, entry = release.codebook.waves, release.plan.contrast.before
    across_ = {wave: months.at(float(waves[wave].months)) for wave in (entry, *points)}
    firm = {wave: estimate for wave, estimate in points.items() if rows.has_interval(estimate)}
    path = [(across_[entry], changes.at(0.0))]
    path += [(across_[wave], changes.at(estimate.value)) for wave, estimate in firm.items()]
    for one, other in pairwise(path):
        canvas.line(one, other, Stroke(colour=BLUE, thick=0.9, dashes=(3, 2)), "_path")
    canvas.dot(path[0], ENTRY, "_entry")
    for wave, estimate in points.items():
        x = across_[wave]
        if wave in firm:
            low, high = (changes.at(changes.within(end)) for end in (estimate.low, estimate.high))
            canvas.line((x, low), (x, high), Stroke(colour=BLUE, thick=2), "_interval")
        canvas.dot((x, changes.at(estimate.value)), FIRM if wave in firm else ROUGH, "_value")


def limits(estimates: Iterable[Estimate]) -> tuple[float, float]:
    """Give the ends of a panel's scale: zero and every released number with its interval, and a margin.

    Examples
    --------
    >>> limits([Estimate(statistic="change_from_entry", value=2.0, low=-1.0, high=4.0)])
    (-1.5, 4.5)
    """
    drawn = rows.finite([0.0, *(end for row in estimates for end in (row.value, row.low, row.high))])
    margin = 0.1 * (max(drawn) - min(drawn)) or 1.2
    return min(drawn) - margin, max(drawn) + margin


def _panels(
    release: Release, items: Sequence[Indicator], language: Language, width: Width
) -> list[list[Panel]]:
    """Lay the indicators out in rows of panels."""
    wide = across(len(items), width)
    each = layout_width(width) / wide
    panels = [
        Panel(
            item=item,
            points=released_course(release, item),
            title=wrapped(item.label(language), each - RIGHT),
            unit=wrapped(_unit(item, language), each - RIGHT, SMALL),
            left=each * (place % wide),
            width=each,
            first=place % wide == 0,
        )
        for place, item in enumerate(items)
    ]
    return [panels[at : at + wide] for at in range(0, len(panels), wide)]


def _unit(item: Indicator, language: Language) -> str:
    """Name the unit, and which way is better."""
    unit = unit_text(change_scale(item.kind), item.column, language)
    better = {"higher": "figure.better_up", "lower": "figure.better_down"}.get(item.better)
    return f"{unit}, {phrase(better, language)}" if better else unit


def _draw_panel(
    canvas: Canvas, y: float, top: float, release: Release, panel: Panel, language: Language
) -> None:
    """Draw one panel, its words from y, its scale from the top of the scales of its row."""
    canvas.write(panel.left, y, panel.title, TITLE)
    canvas.write(panel.left, y + LINE * line_count(panel.title), panel.unit, UNIT)
    if not panel.points:
        why = wrapped(_why(release, panel.item, language), panel.width - RIGHT, SMALL)
        look = Words(size=SMALL, colour=QUIET, slant="italic")
        canvas.write(panel.left, y + LINE * panel.lines + 0.6 * LINE, why, look)
        return
    months = _months(release, panel.left + LEFT, panel.left + panel.width - RIGHT)
    low, high = limits(panel.points.values())
    changes = Scale(low=low, high=high, start=top + PANEL, end=top)
    _draw_scale(canvas, months, changes, panel, language)
    _draw_waves(canvas, months, top + PANEL, release, panel, language)
    draw_course(canvas, months, changes, release, panel.points)


def _months(release: Release, start: float, end: float) -> Scale:
    """Give the scale of months, from entry to the last wave."""
    waves = release.codebook.waves
    months = [float(waves[wave].months) for wave in _from_entry(release)]
    reach = max(months) - min(months) or 1.0
    return Scale(low=min(months) - 0.07 * reach, high=max(months) + 0.07 * reach, start=start, end=end)


def _from_entry(release: Release) -> list[str]:
    waves = list(release.codebook.waves)
    return waves[waves.index(release.plan.contrast.before) :]


def _draw_scale(canvas: Canvas, months: Scale, changes: Scale, panel: Panel, language: Language) -> None:
    """Draw a line at zero, thinner ones at round numbers, and the numbers."""
    ticks = changes.ticks(4)
    labels = tick_labels(ticks, next(iter(panel.points.values())), language)
    for value, label in zip(ticks, labels, strict=True):
        y = changes.at(value)
        look = Stroke(thick=0.9) if value == 0 else Stroke(colour=PALE)
        canvas.line((months.start, y), (months.end, y), look, "_zero" if value == 0 else "_grid")
        canvas.write(months.start - 1.2, y, label, BESIDE)


def _draw_waves(
    canvas: Canvas, months: Scale, base: float, release: Release, panel: Panel, language: Language
) -> None:
    """Write months since entry below a scale, and below them how many families were measured then."""
    free = 0.0
    for wave in _from_entry(release):
        month = float(release.codebook.waves[wave].months)
        x, entry = months.at(month), wave == release.plan.contrast.before
        canvas.line((x, base), (x, base + TICK), Stroke(), "_tick")
        count = number(panel.points[wave].n_families, language, 0) if wave in panel.points else "–"
        told = [number(month, language, 0), "" if entry else count]
        half = max(text_width(text, SMALL) for text in told) / 2
        if x - half > free:  # waves that follow too closely have their counts in the tables alone
            for place, text in enumerate(told):
                canvas.write(x, base + TICK + 0.4 + place * LINE, text, BELOW)
            free = x + half + 0.4
    for place, what in enumerate(("months", "families") if panel.first else ()):
        words = phrase(f"figure.course.{what}", language)
        canvas.write(0, base + TICK + 0.4 + place * LINE, words, UNIT)


def _why(release: Release, item: Indicator, language: Language) -> str:
    return rows.absence(rows.of_outcome(release, "change_from_entry", item.name), language)


def _place(release: Release, domain: str, language: Language) -> dict[str, object]:
    return {"domain": release.codebook.domain(domain).label[language], **rows.contrast(release, language)}


def _alt(release: Release, domain: str, items: tuple[Indicator, ...], language: Language) -> str:
    """Tell what is drawn first, and of which indicators nothing is shown last."""
    ordered = sorted(items, key=lambda item: not released_course(release, item))
    told = [f"{item.label(language)}: {_told(release, item, language)}." for item in ordered]
    first, *others = told or [f"{phrase('figure.not_measured', language)}."]
    values = {**_place(release, domain, language), "first": first}
    return " ".join([phrase("figure.course.alt", language, values), *others])


def _told(release: Release, item: Indicator, language: Language) -> str:
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
    return "; ".join(parts) or _why(release, item, language)


def _caption(release: Release, drawn: Sequence[Estimate], language: Language) -> str:
    level = interval_label(release.plan.confidence, language)
    words = [
        phrase("figure.course.caption", language, {**rows.contrast(release, language), "interval": level})
    ]
    if any(estimate.unit in rows.UNITS for estimate in drawn):  # more than one to a family
        words.append(phrase("figure.course.weights", language))
    return " ".join([*words, phrase("figure.uncontrolled", language)])
