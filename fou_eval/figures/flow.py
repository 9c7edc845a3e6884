"""Who took part: families enrolled and measured at each wave, those missing, and why as far as it may be told."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from math import isnan

from matplotlib.patches import Polygon

from fou_eval.declaration.text import Language
from fou_eval.design import BLUE, COLUMN, PAGE, PALE, PAPER, QUIET, SKY, TINT
from fou_eval.disclosure.release import Release
from fou_eval.estimates import Estimate
from fou_eval.figures import rows
from fou_eval.figures.grid import begin, head
from fou_eval.figures.lettering import line_count, wrapped
from fou_eval.figures.picture import Picture, finished
from fou_eval.figures.recorded import within
from fou_eval.figures.style import LINE, SMALL, Canvas, Fill, Width, Words, styled
from fou_eval.formatting import count_range
from fou_eval.language import phrase
from fou_eval.quantities import missing_label, value_text

BARS, NUMBERS = 36.0, 128.0  # mm: where the bars begin, and the counts
BAR, GAP = 4.6, 2.6
STRONG, QUIETLY = Words(weight="bold"), Words(size=SMALL, colour=QUIET)


@dataclass(frozen=True, slots=True, kw_only=True)
class Level:
    """One line of the figure: those enrolled, or those measured at a wave.

    Attributes
    ----------
    label
        What it is.
    low, high
        The smallest and the largest possible number of families; equal where the number is told.
    count
        The number in words.
    beside
        What is said less loudly: persons, families missing, reasons.
    """

    label: str
    low: float
    high: float
    count: str
    beside: tuple[str, ...] = ()


@styled
def flow(release: Release, language: Language | None = None, *, width: Width = "page") -> Picture:
    """Draw how many families were measured at each wave, of those enrolled, and how many are missing and why.

    Where fewer families are missing than may be told, the bar is solid up to the smallest possible count and
    hatched up to the largest.

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
    enrolled = release.find("families_enrolled")
    total = enrolled.estimate.value if enrolled else 0.0
    levels = (_enrolled(release, total, language), *_waves(release, total, language))
    draw = _in_column if width == "column" else _on_page
    counted = [enrolled.estimate] if enrolled else []
    return finished(
        draw(release, levels, total, language, width),
        "flow",
        alt=_alt(release, total, language),
        caption=_caption(release, levels, language),
        source=rows.source(release, counted, language),
    )


def _enrolled(release: Release, total: float, language: Language) -> Level:
    return Level(
        label=phrase("figure.flow.enrolled", language),
        low=total,
        high=total,
        count=rows.families(total, language),
        beside=_persons(release, "persons_enrolled", "", language),
    )


def _waves(release: Release, total: float, language: Language) -> Iterator[Level]:
    for wave in release.codebook.waves:
        estimate = measured(release, wave)
        low, high = bounds(estimate)
        if estimate is None:
            count = phrase("figure.withheld_short", language)
        elif high == 0:
            count = phrase("figure.not_measured", language)
        else:
            count = rows.families(low, language, high if high > low else None)
        beside = [*_persons(release, "persons_at_wave", wave, language)] if high else []
        missing = _missing(estimate, total, language)
        if missing:
            beside += [missing, *_reasons(release, wave, language)]
        label = rows.wave_label(release, wave, language)
        yield Level(label=label, low=low, high=high, count=count, beside=tuple(beside))


def measured(release: Release, wave: str) -> Estimate | None:
    """Give the families measured at a wave, as released: a number, a range, or nothing."""
    row = release.find("families_at_wave", category=wave)
    return None if row is None or rows.is_withheld(row) else row.estimate


def bounds(estimate: Estimate | None) -> tuple[float, float]:
    """Give the smallest and largest possible count; equal when the count is told."""
    if estimate is None:
        return 0.0, 0.0
    return (estimate.low, estimate.high) if isnan(estimate.value) else (estimate.value, estimate.value)


def _missing(estimate: Estimate | None, total: float, language: Language) -> str:
    """Say how many of the enrolled are missing; nothing where none is, or where the wave was not held."""
    low, high = bounds(estimate)
    if high == 0 or low == total:
        return ""
    return phrase("figure.flow.missing", language, {"n": count_range(total - high, total - low, language)})


def _reasons(release: Release, wave: str, language: Language) -> Iterator[str]:
    for row in release:
        place, _, code = row.estimate.category.partition(":")
        estimate = rows.shown(row)
        if row.estimate.statistic == "missing_reason" and place == wave and estimate is not None:
            label = within(missing_label(release.codebook, code, language))
            values = {"reason": label, "n": value_text(estimate, None, language)}
            yield phrase("figure.flow.reason", language, values)


def _persons(release: Release, statistic: str, wave: str, language: Language) -> tuple[str, ...]:
    estimate = rows.shown(release.find(statistic, category=wave))
    return (rows.persons(estimate.value, language),) if estimate and estimate.value else ()


def _on_page(
    release: Release, levels: tuple[Level, ...], total: float, language: Language, width: Width
) -> Canvas:
    """Labels left, counts right, and between the bars what is left of those of the line above."""
    labels = [wrapped(level.label, BARS - 3) for level in levels]
    beside = [
        "\n".join(wrapped(text, PAGE - NUMBERS - 1, SMALL) for text in level.beside) for level in levels
    ]
    lines = [
        max(line_count(label), 1 + (line_count(text) if text else 0))
        for label, text in zip(labels, beside, strict=True)
    ]
    heights = [max(BAR, LINE * count) + GAP for count in lines]
    canvas = begin(release, head(release, language) + sum(heights), language, width)
    y, ends = head(release, language), []
    for place, (level, label, text, height) in enumerate(zip(levels, labels, beside, heights, strict=True)):
        _write(canvas, (0, NUMBERS), y, (label, text), level, first=not place)
        draw_bar(canvas, y + BAR / 2, (BARS, NUMBERS - BARS - 4), (level.low, level.high, total))
        ends.append((y, BARS + (NUMBERS - BARS - 4) * level.low / max(total, 1)))
        y += height
    for (above, before), (below, after) in pairwise(ends):
        corners = [(BARS, above + BAR), (before, above + BAR), (after, below), (BARS, below)]
        canvas.sheet.add_patch(Polygon(corners, facecolor=TINT, linewidth=0, zorder=0, label="_stream"))
    return canvas


def _write(
    canvas: Canvas,
    places: tuple[float, float],
    y: float,
    texts: tuple[str, str],
    level: Level,
    *,
    first: bool,
) -> None:
    canvas.write(places[0], y + 0.4, texts[0], STRONG if first else Words())
    canvas.write(places[1], y + 0.4, level.count, STRONG)
    if texts[1]:
        canvas.write(places[1], y + 0.4 + LINE, texts[1], QUIETLY)


def _in_column(
    release: Release, levels: tuple[Level, ...], total: float, language: Language, width: Width
) -> Canvas:
    """Label and count above each bar, and below it what is missing."""
    beside = [wrapped(", ".join(level.beside), COLUMN - 1, SMALL) for level in levels]
    heights = [1.25 * LINE + BAR + (line_count(text) * LINE if text else 0) + GAP for text in beside]
    canvas = begin(release, head(release, language) + sum(heights), language, width)
    y = head(release, language)
    for place, (level, text, height) in enumerate(zip(levels, beside, heights, strict=True)):
        canvas.write(0, y, level.label, Words() if place else STRONG)
        canvas.write(COLUMN, y, level.count, Words(weight="bold", side="right"))
        draw_bar(canvas, y + 1.25 * LINE + BAR / 2, (0, COLUMN), (level.low, level.high, total))
        if text:
            canvas.write(0, y + 1.25 * LINE + BAR + 0.6, text, QUIETLY)
        y += height
    return canvas


def draw_bar(
    canvas: Canvas, y: float, place: tuple[float, float], counts: tuple[float, float, float]
) -> None:
    """Draw one count of all enrolled: dark up to the least, hatched on to the most, pale for the rest.

    Parameters
    ----------
    canvas, y
        Where, with the middle of the bar at `y` mm.
    place
        Left end and length in mm of a bar of all enrolled.
    counts
        Least and most possible count, and all enrolled.
    """
    (left, length), (low, high, total) = place, counts
    unit = length / max(total, 1)
    parts = [
        ("_measured", 0.0, low, BLUE, ""),
        ("_range", low, high, SKY, "////"),
        ("_rest", high, total, PALE, ""),
    ]
    for name, start, end, colour, hatch in (part for part in parts if part[2] > part[1]):
        look = Fill(colour=colour, hatch=hatch, edge=PAPER if hatch else "none")
        canvas.box((left + unit * start, y - BAR / 2), (unit * (end - start), BAR), look, name)


def _alt(release: Release, total: float, language: Language) -> str:
    """Begin with the wave of the contrast, or with the last one that is told of."""
    waves = {wave: measured(release, wave) for wave in release.codebook.waves}
    told = [wave for wave, estimate in waves.items() if bounds(estimate)[1] > 0]
    enrolled = rows.families(total, language)
    sentences = []
    if told:
        after = release.plan.contrast.after
        wave = after if after in told else told[-1]
        values = {
            "enrolled": enrolled,
            "n": count_range(*bounds(waves[wave]), language),
            "wave": rows.wave_label(release, wave, language),
        }
        sentences.append(phrase("figure.flow.finding", language, values))
    lines = [_told(release, wave, (estimate, total), language) for wave, estimate in waves.items()]
    values = {"enrolled": enrolled, "waves": "; ".join(lines)}
    return " ".join([*sentences, phrase("figure.flow.alt", language, values)])


def _told(release: Release, wave: str, counted: tuple[Estimate | None, float], language: Language) -> str:
    estimate, total = counted
    _, high = bounds(estimate)
    values: dict[str, object] = {"wave": rows.wave_label(release, wave, language)}
    if estimate is None:
        values["told"] = phrase("figure.withheld_short", language)
    elif high:
        values["told"] = count_range(*bounds(estimate), language)
    else:
        values["told"] = phrase("figure.not_measured", language)
    missing = _missing(estimate, total, language)
    if not missing:
        return phrase("figure.flow.wave", language, values)
    values["missing"] = ", ".join([missing, *_reasons(release, wave, language)])
    return phrase("figure.flow.wave_missing", language, values)


def _caption(release: Release, levels: tuple[Level, ...], language: Language) -> str:
    parts = ["caption"]
    if any(level.high > level.low for level in levels):
        parts.append("caption_range")
    if any(row.estimate.statistic == "missing_reason" and rows.is_withheld(row) for row in release):
        parts.append("caption_reasons")
    return " ".join(phrase(f"figure.flow.{part}", language) for part in parts)
