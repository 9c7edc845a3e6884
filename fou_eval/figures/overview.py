"""All domains on one page: the headline change of each primary indicator with its interval."""

from dataclasses import dataclass

from matplotlib.axes import Axes
from matplotlib.ticker import MaxNLocator

from fou_eval.declaration.codebook import Indicator
from fou_eval.declaration.text import Language
from fou_eval.design import BLUE, GREEN, IMPROVING, QUIET, RULE
from fou_eval.disclosure.release import Release, Released
from fou_eval.estimates import Estimate
from fou_eval.figures import rows
from fou_eval.figures.picture import Picture
from fou_eval.figures.style import (
    ABSENT,
    LINE,
    SMALL,
    TEXT,
    Canvas,
    TickText,
    Width,
    Words,
    line_count,
    new_canvas,
    styled,
    wrapped,
)
from fou_eval.formatting import interval_label
from fou_eval.language import phrase
from fou_eval.quantities import headline, interval_text, unit_text, value_text

SCALE, NUMBERS = 49.0, 126.0  # mm: where the scales begin, and the numbers
SCALE_WIDTH, SCALE_HEIGHT = 71.0, 8.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One domain in the overview: its primary indicator and the released headline number, where there is one.

    A domain without any indicator is not measured; one with others than a primary one is.
    """

    domain: str
    indicator: Indicator | None
    row: Released | None
    others: bool = True

    @property
    def shown(self) -> Estimate | None:
        """The estimate, if it has a number to show."""
        return rows.shown(self.row)

    def title(self, language: Language) -> str:
        """The indicator's label, wrapped to its column."""
        return wrapped(self.indicator.label(language), SCALE - 4) if self.indicator else ""

    def unit(self, language: Language) -> str:
        """The unit of the scale, wrapped to its column."""
        if self.shown is None or self.indicator is None:
            return ""
        return wrapped(unit_text(self.shown.scale, self.indicator.column, language), SCALE_WIDTH - 6, SMALL)


@styled
def overview(release: Release, language: Language | None = None, *, width: Width = "page") -> Picture:
    """Draw the change in every domain, each in its own unit, with zero and the better side marked.

    Parameters
    ----------
    release
        What may be shown.
    language
        Language of the words; the study's own when not given.
    width
        What it is laid out for.
    """
    language = release.language(language)
    lines = overview_lines(release)
    labels = {line.domain: _domain(release, line, language) for line in lines}
    heights = [_height(line, labels[line.domain], language) for line in lines]
    canvas = new_canvas(3.4 * LINE + sum(heights))
    rows.mark(canvas, release, language)
    draw_heading(canvas, release, language)
    y = 3.2 * LINE
    for line, height in zip(lines, heights, strict=True):
        draw_words(canvas, y, labels[line.domain], line.title(language))
        if line.shown is None:
            canvas.write(
                SCALE + SCALE_WIDTH / 2, y + LINE, wrapped(_why(line, language), SCALE_WIDTH - 6), ABSENT
            )
        else:
            scale = canvas.scale(SCALE, y, SCALE_WIDTH, SCALE_HEIGHT)
            draw_change(scale, line.shown, language)
            scale.set_xlabel(line.unit(language))
            draw_numbers(canvas, y, line, language)
        y += height
    return Picture(
        figure=canvas.figure,
        name="overview",
        alt=_alt(release, lines, language),
        caption=_caption(release, lines, language),
        language=language,
        width=width,
    )


def overview_lines(release: Release) -> tuple[Line, ...]:
    """Give one line per domain, in report order, whether measured or not."""
    lines = []
    for domain in release.codebook.domains:
        name = release.plan.primary.get(domain)
        indicator = release.codebook.indicator(name) if name else None
        row = release.headline(indicator.name) if indicator else None
        others = bool(rows.indicators(release, domain))
        lines.append(Line(domain=domain, indicator=indicator, row=row, others=others))
    return tuple(lines)


def draw_heading(canvas: Canvas, release: Release, language: Language) -> None:
    """Write what the three columns hold."""
    level = {"interval": interval_label(release.plan.confidence, language)}
    places = {
        "words": (0.0, "left"),
        "scale": (SCALE + SCALE_WIDTH / 2, "center"),
        "numbers": (NUMBERS, "left"),
    }
    for name, (x, side) in places.items():
        look = Words(size=SMALL, colour=QUIET, side=side)  # type: ignore[arg-type]
        canvas.write(x, 1.5 * LINE, phrase(f"figure.overview.{name}", language, level), look)


def draw_words(canvas: Canvas, y: float, domain: str, title: str) -> None:
    """Write the domain and, below it, the indicator."""
    canvas.write(0, y, domain, Words(weight="bold"))
    canvas.write(0, y + LINE * (line_count(domain) + 0.15), title, Words())


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
    if rows.has_interval(estimate):
        ends = [
            max(-limit, estimate.low),
            min(limit, estimate.high),
        ]  # an end without limit stops at the scale's
        ax.plot(ends, [-0.25, -0.25], color=BLUE, linewidth=2.2, solid_capstyle="butt", label="_interval")
    ax.plot([estimate.value], [-0.25], "o", color=BLUE, markersize=6.5, label="_value", clip_on=False)
    ax.xaxis.set_major_locator(MaxNLocator(nbins=6, symmetric=True))
    points = estimate.scale == "points"
    ax.xaxis.set_major_formatter(TickText(language, "points" if points else "signed"))


def draw_numbers(canvas: Canvas, y: float, line: Line, language: Language) -> None:
    """Write the estimate, its interval and what it rests on."""
    estimate, column = line.shown, line.indicator.column if line.indicator else None
    if estimate is None:
        return
    canvas.write(NUMBERS, y, value_text(estimate, column, language), Words(weight="bold"))
    drawn = rows.has_interval(estimate)
    ends = interval_text(estimate, column, language) if drawn else phrase("figure.no_interval", language)
    below = f"{ends}\n{rows.basis(estimate, language, chr(10))}"
    canvas.write(NUMBERS, y + 1.15 * LINE, below, Words(size=SMALL))


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
    return wrapped(release.codebook.domain(line.domain).label[language], SCALE - 4, TEXT, "bold")


def _height(line: Line, domain: str, language: Language) -> float:
    words = LINE * (line_count(domain) + line_count(line.title(language)) + 0.8)
    if line.shown is None:
        return max(words, 3 * LINE)
    return max(words, 4.8 * LINE, 3 * LINE + LINE * line_count(line.unit(language))) + 0.5 * LINE


def _why(line: Line, language: Language) -> str:
    if line.indicator is None:
        return phrase("figure.no_primary" if line.others else "figure.not_measured", language)
    return rows.absence([line.row], language)


def _alt(release: Release, lines: tuple[Line, ...], language: Language) -> str:
    sentences = [phrase("figure.overview.alt", language, rows.contrast(release, language))]
    for line in lines:
        place = {
            "domain": release.codebook.domain(line.domain).label[language],
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
    # The mean over families first, which the others are said to differ from.
    named = sorted({estimate.statistic for estimate in drawn}, key=lambda name: (name != headline(""), name))
    methods = [phrase(f"figure.method.{name}", language) for name in named]
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
