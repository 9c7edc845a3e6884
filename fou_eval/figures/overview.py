"""All domains on one page: the headline change of each primary indicator with its interval."""

from dataclasses import dataclass

from fou_eval.declaration.codebook import Indicator
from fou_eval.declaration.text import Language
from fou_eval.design import BLUE, IMPROVING, INK, PALE, QUIET
from fou_eval.disclosure.release import Release, Released
from fou_eval.estimates import Estimate
from fou_eval.figures import rows
from fou_eval.figures.grid import Grid, Piece, begin, grid, head, stack_height, write_stack
from fou_eval.figures.picture import Picture, finished
from fou_eval.figures.scale import BELOW, TICK, Scale, tick_labels
from fou_eval.figures.style import (
    ABSENT,
    LINE,
    SMALL,
    TEXT,
    Canvas,
    Dot,
    Fill,
    Stroke,
    Width,
    Words,
    styled,
    text_width,
    wrapped,
)
from fou_eval.formatting import interval_label
from fou_eval.language import phrase
from fou_eval.quantities import estimate_text, headline, interval_text, unit_text, value_text

LABELS, NUMBERS = 53.0, 36.0  # mm: widths of the words at the left, and of the numbers at the right
EDGE = 4.0  # mm at either end of a scale, so that no tick label stands further out
TALL = 8.0  # mm, the height of a scale above its ticks
BELOW_SCALE = TICK + 0.4 + LINE
APART = 1.1 * LINE
BOLD, PLAIN = Words(weight="bold"), Words()
SOFT, NOTE = Words(size=SMALL), Words(size=SMALL, colour=QUIET)


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
    lines, places = overview_lines(release), grid(width, LABELS, NUMBERS if width != "column" else 0)
    words = [_words(release, line, places.labels, language) for line in lines]
    numbers = [_numbers(line, places, language) for line in lines]
    heights = [_height(*each, places) for each in zip(lines, words, numbers, strict=True)]
    top = head(release, language) + (0 if places.above else 1.6 * LINE)
    canvas = begin(release, top + sum(heights), language, width)
    if not places.above:
        draw_heading(canvas, places, top - 1.6 * LINE, release, language)
    y = top
    for line, own, numbers_of, height in zip(lines, words, numbers, heights, strict=True):
        canvas.line((0, y), (canvas.width, y), Stroke(colour=PALE))
        _draw_line(canvas, y + 0.45 * LINE, places, line, (own, numbers_of), language)
        y += height
    return finished(
        canvas,
        "overview",
        alt=_alt(release, lines, language),
        caption=_caption(release, lines, language),
        source=rows.source(release, [line.shown for line in lines if line.shown], language),
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


def draw_heading(canvas: Canvas, places: Grid, y: float, release: Release, language: Language) -> None:
    """Write what the three columns hold."""
    level = {"interval": interval_label(release.plan.confidence, language)}
    for name, x in {"words": 0.0, "scale": places.left + EDGE, "numbers": places.numbers}.items():
        canvas.write(x, y, phrase(f"figure.overview.{name}", language, level), NOTE)


def scale_of(estimate: Estimate, places: Grid) -> Scale:
    """Give the scale of one estimate: zero in the middle, and room for the number and its interval on either side."""
    drawn = rows.finite((estimate.value, estimate.low, estimate.high))
    limit = 1.2 * (max((abs(end) for end in drawn), default=0) or 1)
    return Scale(low=-limit, high=limit, start=places.left + EDGE, end=places.right - EDGE)


def draw_change(canvas: Canvas, y: float, scale: Scale, estimate: Estimate, language: Language) -> None:
    """Draw one estimate (dot) with its interval (line) on a scale with zero in the middle."""
    base = y + TALL
    _draw_better_side(canvas, y, scale, estimate, language)
    canvas.line((scale.start, base), (scale.end, base), Stroke(), "_base")
    ticks = scale.ticks(4)
    for value, label in zip(ticks, tick_labels(ticks, estimate, language), strict=True):
        canvas.line((scale.at(value), base), (scale.at(value), base + TICK), Stroke(), "_tick")
        canvas.write(scale.at(value), base + TICK + 0.4, label, BELOW)
    canvas.line((scale.at(0), y), (scale.at(0), base), Stroke(colour=INK, thick=0.8), "_zero")
    middle = y + 0.66 * TALL
    if rows.has_interval(estimate):
        # An end without limit stops at the scale's.
        low, high = (scale.at(scale.within(end)) for end in (estimate.low, estimate.high))
        canvas.line((low, middle), (high, middle), Stroke(colour=BLUE, thick=2.2), "_interval")
    canvas.dot((scale.at(estimate.value), middle), Dot(colour=BLUE, size=6.5), "_value")


def _draw_better_side(canvas: Canvas, y: float, scale: Scale, estimate: Estimate, language: Language) -> None:
    sign = {"higher": 1, "lower": -1}.get(estimate.better, 0)
    if estimate.statistic == "net_improvement":
        sign = 1
    if sign == 0:
        canvas.write(scale.start + 0.8, y + 0.3, phrase("figure.no_direction", language), NOTE)
        return
    end = scale.end if sign > 0 else scale.start
    left = min(end, scale.at(0))
    canvas.box((left, y), (abs(end - scale.at(0)), TALL), Fill(colour=IMPROVING, order=0), "_better")
    text = phrase("figure.better_right" if sign > 0 else "figure.better_left", language)
    look = Words(size=SMALL, colour=QUIET, side="right" if sign > 0 else "left")
    canvas.write(end - sign * 0.8, y + 0.3, text, look)


def _draw_line(
    canvas: Canvas,
    y: float,
    places: Grid,
    line: Line,
    pieces: tuple[list[Piece], list[Piece]],
    language: Language,
) -> None:
    words, numbers = pieces
    bottom = write_stack(canvas, 0, y, words)
    if line.shown is None:
        why = wrapped(_why(line, language), places.right - places.left - 2 * EDGE, SMALL)
        at = (places.left + EDGE, bottom + 0.2 * LINE if places.above else y)
        canvas.write(*at, why, Words(size=SMALL, colour=ABSENT.colour, slant="italic"))
        return
    if places.above:
        value, *rest = numbers
        canvas.write(0, bottom, *value)
        bottom = write_stack(canvas, text_width(value[0], TEXT, "bold") + 2, bottom, rest)
        draw_change(canvas, bottom + 0.3 * LINE, scale_of(line.shown, places), line.shown, language)
        return
    draw_change(canvas, y, scale_of(line.shown, places), line.shown, language)
    write_stack(canvas, places.numbers, y, numbers)


def _words(release: Release, line: Line, width: float, language: Language) -> list[Piece]:
    """Give the domain, its indicator and the unit, wrapped to their column."""
    domain = release.codebook.domain(line.domain).label[language]
    pieces = [(wrapped(domain, width, TEXT, "bold"), BOLD)]
    if line.indicator is not None:
        pieces.append((wrapped(line.indicator.label(language), width), PLAIN))
        if line.shown is not None:
            unit = unit_text(line.shown.scale, line.indicator.column, language)
            pieces.append((wrapped(unit, width, SMALL), NOTE))
    return pieces


def _numbers(line: Line, places: Grid, language: Language) -> list[Piece]:
    """Give the estimate, its interval and what it rests on."""
    estimate, column = line.shown, line.indicator.column if line.indicator else None
    if estimate is None:
        return []
    value = value_text(estimate, column, language)
    drawn = rows.has_interval(estimate)
    ends = interval_text(estimate, column, language) if drawn else phrase("figure.no_interval", language)
    basis = rows.basis(estimate, language)
    if places.above:  # in one line, after the value
        rest = wrapped(f"{ends}, {basis}", places.labels - text_width(value, TEXT, "bold") - 2, SMALL)
        return [(value, BOLD), (rest, NOTE)]
    return [
        (value, BOLD),
        *((wrapped(text, NUMBERS, SMALL), look) for text, look in ((ends, SOFT), (basis, NOTE))),
    ]


def _height(line: Line, words: list[Piece], numbers: list[Piece], places: Grid) -> float:
    drawing = TALL + BELOW_SCALE if line.shown else LINE
    if places.above:
        return stack_height(words) + stack_height(numbers[1:]) + drawing + APART + 0.3 * LINE
    return max(stack_height(words), stack_height(numbers), drawing) + APART


def _why(line: Line, language: Language) -> str:
    if line.indicator is None:
        return phrase("figure.no_primary" if line.others else "figure.not_measured", language)
    return rows.absence([line.row], language)


def _alt(release: Release, lines: tuple[Line, ...], language: Language) -> str:
    found = "; ".join(_found(release, lines, language)) or phrase("figure.overview.alt_none", language)
    values = {**rows.contrast(release, language), "found": found}
    told = [_alt_line(release, line, language) for line in lines]
    return " ".join([phrase("figure.overview.alt", language, values), *told])


def _found(release: Release, lines: tuple[Line, ...], language: Language) -> list[str]:
    """Give the changes by their direction, which is what the figure is about."""
    found: dict[str, list[str]] = {}
    for line in lines:
        if line.shown is not None and line.indicator is not None:
            domain = release.codebook.domain(line.domain).label[language]
            value = estimate_text(line.shown, line.indicator.column, language)
            found.setdefault(rows.direction(line.shown, language), []).append(f"{domain} ({value})")
    return [f"{direction}: {', '.join(those)}" for direction, those in found.items()]


def _alt_line(release: Release, line: Line, language: Language) -> str:
    place = {
        "domain": release.codebook.domain(line.domain).label[language],
        "indicator": line.indicator.label(language) if line.indicator else "",
    }
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
    # Most numbers are the mean over families; of the others is said how they differ.
    others = sorted({estimate.statistic for estimate in drawn} - {headline("")})
    filled = {
        **rows.contrast(release, language),
        "interval": interval_label(release.plan.confidence, language),
    }
    return " ".join(
        [
            phrase("figure.overview.caption", language, filled),
            *(phrase(f"figure.method.{name}", language) for name in others),
            phrase("figure.uncontrolled", language),
        ]
    )
