"""All domains on one page: the headline change of each primary indicator with its interval."""

from dataclasses import dataclass

from matplotlib.axes import Axes
from matplotlib.ticker import MaxNLocator

from fou_eval.declaration.codebook import Indicator
from fou_eval.declaration.text import Language
from fou_eval.disclosure.release import Release, Released
from fou_eval.estimates import Estimate
from fou_eval.figures import rows
from fou_eval.figures.picture import Picture, finish
from fou_eval.figures.style import (
    BLUE,
    GREEN,
    IMPROVING,
    LINE,
    QUIET,
    RULE,
    SMALL,
    TEXT,
    TickText,
    line_count,
    new_figure,
    styled,
    wrapped,
)
from fou_eval.formatting import interval_label, unit_kind
from fou_eval.language import phrase
from fou_eval.quantities import headline, interval_text, unit_text, value_text

COLUMNS = (47.0, 70.0, 37.0)  # mm: words, scale, numbers
TICKS_AND_UNIT = 3 * LINE  # mm below each scale


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One domain in the overview: its primary indicator and the released headline number, where there is one."""

    domain: str
    indicator: Indicator | None
    row: Released | None

    @property
    def shown(self) -> Estimate | None:
        """The estimate, if it has a number to show."""
        return rows.shown(self.row)

    def title(self, language: Language) -> str:
        """The indicator's label, wrapped to its column."""
        return wrapped(self.indicator.label(language), COLUMNS[0] - 4) if self.indicator else ""

    def unit(self, language: Language) -> str:
        """The unit of the scale, wrapped to its column."""
        if self.shown is None or self.indicator is None:
            return ""
        return wrapped(
            unit_text(self.shown.statistic, self.indicator.column, language), COLUMNS[1] - 6, SMALL
        )


@styled
def overview(release: Release, language: Language | None = None) -> Picture:
    """Draw the change in every domain, each in its own unit, with zero and the better side marked.

    Parameters
    ----------
    release
        What may be shown.
    language
        Language of the words; the study's own when not given.
    """
    language = rows.chosen(release, language)
    lines = overview_lines(release)
    labels = {line.domain: _domain(release, line, language) for line in lines}
    heights = [_height(line, labels[line.domain], language) for line in lines]
    figure = new_figure(2.5 * LINE + sum(heights))
    rows.mark(figure, release, language)
    panels = figure.subplots(
        len(lines) + 1, 3, width_ratios=COLUMNS, height_ratios=[1.5 * LINE, *heights], squeeze=False
    )
    draw_heading(panels[0], release, language)
    for line, (words, scale, numbers) in zip(lines, panels[1:], strict=True):
        draw_words(words, labels[line.domain], line.title(language))
        if line.shown is None:
            draw_absence(scale, numbers, _why(line, language))
        else:
            draw_change(scale, line.shown, language)
            scale.set_xlabel(line.unit(language))
            draw_numbers(numbers, line, language)
    return finish(
        figure,
        name="overview",
        alt=_alt(release, lines, language),
        caption=_caption(release, lines, language),
        language=language,
    )


def overview_lines(release: Release) -> tuple[Line, ...]:
    """Give one line per domain, in report order, whether measured or not."""
    lines = []
    for domain in release.codebook.domains:
        name = release.plan.primary.get(domain)
        indicator = release.codebook.indicator(name) if name else None
        row = release.find(headline(indicator.kind), outcome=indicator.name) if indicator else None
        lines.append(Line(domain=domain, indicator=indicator, row=row))
    return tuple(lines)


def draw_heading(panels: tuple[Axes, Axes, Axes], release: Release, language: Language) -> None:
    """Write what the three columns hold."""
    level = interval_label(release.plan.confidence, language)
    for ax, key, x, side in zip(
        panels, ("words", "scale", "numbers"), (0, 0.5, 0), ("left", "center", "left"), strict=True
    ):
        ax.set_axis_off()
        text = phrase(f"figure.overview.{key}", language, {"interval": level})
        ax.text(x, 0.5, text, ha=side, va="center", fontsize=SMALL, color=QUIET, in_layout=False)


def draw_words(ax: Axes, domain: str, title: str) -> None:
    """Write the domain and, below it, the indicator."""
    ax.set_axis_off()
    ax.text(0, 1, domain, va="top", weight="bold", in_layout=False)
    ax.annotate(
        title,
        (0, 1),
        (0, -TEXT * 1.28 * line_count(domain)),
        textcoords="offset points",
        va="top",
        annotation_clip=False,
        in_layout=False,
    )


def draw_change(ax: Axes, estimate: Estimate, language: Language) -> None:
    """Draw one estimate (dot) with its interval (line) on a scale with zero in the middle."""
    reach = (
        max((abs(end) for end in rows.finite((estimate.value, estimate.low, estimate.high))), default=0) or 1
    )
    limit = 1.2 * reach
    ax.set(xlim=(-limit, limit), ylim=(-1, 1), yticks=[])
    ax.spines["left"].set_visible(False)
    _draw_better_side(ax, estimate, limit, language)
    ax.axvline(0, color=RULE, linewidth=0.8, label="_zero")
    ends = [max(-limit, estimate.low), min(limit, estimate.high)]
    if rows.finite(ends):
        ax.plot(ends, [-0.25, -0.25], color=BLUE, linewidth=2.2, solid_capstyle="butt", label="_interval")
    ax.plot([estimate.value], [-0.25], "o", color=BLUE, markersize=6.5, label="_value", clip_on=False)
    ax.xaxis.set_major_locator(MaxNLocator(nbins=6, symmetric=True))
    points = unit_kind(estimate.statistic, estimate.kind) == "points"
    ax.xaxis.set_major_formatter(TickText(language, "points" if points else "signed"))


def draw_numbers(ax: Axes, line: Line, language: Language) -> None:
    """Write the estimate, its interval and what it rests on."""
    ax.set_axis_off()
    estimate, column = line.shown, line.indicator.column if line.indicator else None
    if estimate is None:
        return
    ax.text(0, 1, value_text(estimate, column, language), va="top", weight="bold", in_layout=False)
    has_interval = bool(rows.finite((estimate.low, estimate.high)))
    ends = (
        interval_text(estimate, column, language) if has_interval else phrase("figure.no_interval", language)
    )
    below = f"{ends}\n{rows.basis(estimate, language, chr(10))}"
    ax.annotate(
        below,
        (0, 1),
        (0, -TEXT * 1.28),
        textcoords="offset points",
        va="top",
        annotation_clip=False,
        in_layout=False,
    )


def draw_absence(scale: Axes, numbers: Axes, why: str) -> None:
    """Say in words that there is no number, where the scale would stand."""
    scale.set_axis_off()
    numbers.set_axis_off()
    text = wrapped(why, COLUMNS[1] - 6)
    scale.text(0.5, 1, text, ha="center", va="top", color=QUIET, style="italic", in_layout=False)


def _draw_better_side(ax: Axes, estimate: Estimate, limit: float, language: Language) -> None:
    sign = {"higher": 1, "lower": -1}.get(estimate.better, 0)
    if estimate.statistic == "net_improvement":
        sign = 1
    if sign == 0:
        text = phrase("figure.no_direction", language)
        ax.text(0.01, 0.98, text, transform=ax.transAxes, va="top", fontsize=SMALL, color=QUIET)
        return
    ax.axvspan(*sorted((0, sign * limit)), facecolor=IMPROVING, edgecolor="none", zorder=0)
    text = phrase("figure.better_right" if sign > 0 else "figure.better_left", language)
    side, x = ("right", 0.985) if sign > 0 else ("left", 0.015)
    ax.text(
        x, 0.97, text, transform=ax.transAxes, ha=side, va="top", fontsize=SMALL, color=GREEN, weight="bold"
    )


def _domain(release: Release, line: Line, language: Language) -> str:
    return wrapped(release.codebook.domains[line.domain].label[language], COLUMNS[0] - 4, TEXT, "bold")


def _height(line: Line, domain: str, language: Language) -> float:
    words = LINE * (line_count(domain) + line_count(line.title(language)) + 0.8)
    if line.shown is None:
        return max(words, 3 * LINE)
    return max(words, 4.8 * LINE, 3 * LINE + LINE * line_count(line.unit(language))) + 0.5 * LINE


def _why(line: Line, language: Language) -> str:
    if line.indicator is None:
        return phrase("figure.no_primary", language)
    return rows.absence(line.row, language)


def _alt(release: Release, lines: tuple[Line, ...], language: Language) -> str:
    sentences = [phrase("figure.overview.alt", language, rows.contrast(release, language))]
    for line in lines:
        place = {
            "domain": release.codebook.domains[line.domain].label[language],
            "indicator": line.indicator.label(language) if line.indicator else "",
        }
        sentences.append(_alt_line(line, place, language))
    return " ".join([*sentences, *(f"{text}." for text in rows.markings(release, language))])


def _alt_line(line: Line, place: dict[str, str], language: Language) -> str:
    if line.shown is None or line.indicator is None:
        key = "figure.overview.alt_nothing" if line.indicator else "figure.overview.alt_no_indicator"
        return phrase(key, language, {**place, "why": _why(line, language)})
    found = {
        "estimate": rows.with_interval(line.shown, line.indicator.column, language),
        "direction": rows.direction(line.shown, language),
        "basis": rows.basis(line.shown, language),
    }
    return phrase("figure.overview.alt_line", language, {**place, **found})


def _caption(release: Release, lines: tuple[Line, ...], language: Language) -> str:
    drawn = [line.shown for line in lines if line.shown]
    methods = dict.fromkeys(phrase(f"figure.method.{estimate.statistic}", language) for estimate in drawn)
    filled = {
        **rows.contrast(release, language),
        "interval": interval_label(release.plan.confidence, language),
        "methods": "; ".join(methods) or phrase("figure.method.none", language),
        "basis": rows.span_of_families(drawn, language),
    }
    return rows.caption(
        release,
        language,
        phrase("figure.overview.caption", language, filled),
        phrase("figure.uncontrolled", language),
    )
