"""Rates of procedures, one mark per simulated design, on one scale beside the target."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from fou_eval.declaration.text import Language
from fou_eval.design import BLUE, IMPROVING, INK, QUIET, SKY
from fou_eval.figures.grid import Grid, grid, laid
from fou_eval.figures.grid import Row as Place
from fou_eval.figures.scale import BELOW, TICK, Scale, TickText
from fou_eval.figures.style import (
    LINE,
    SMALL,
    Canvas,
    Dot,
    Fill,
    Stroke,
    Width,
    Words,
    line_count,
    text_width,
    wrapped,
)
from fou_eval.formatting import number
from fou_eval.language import PHRASES, phrase
from fou_eval.measured import Rate

LABELS, EDGE = 60.0, 4.0  # mm: width of the words at the left, and at either end of the scale
HIGH = 6.0  # mm, the height of one procedure
AIM, TARGET = (0.04, 0.06), 0.05
FILLINGS = ("#FFFFFF", SKY, BLUE)  # from the lowest correlation within families to the highest
MARK = 3.6  # points
HEADING = Words(size=SMALL, weight="bold")
NOTE = Words(size=SMALL, colour=QUIET)


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Procedures that stand together: the colour of their edges, and their rates by the name of each."""

    title: str
    edge: str
    rates: Mapping[str, tuple[Rate, ...]]


def label(name: str, language: Language) -> str:
    """Name a procedure."""
    key = f"statistic.{name}.label"
    named = phrase(key if key in PHRASES else f"peer.{name}", language)
    return named[:1].upper() + named[1:]


def _laid(groups: Sequence[Group], places: Grid, language: Language) -> list[tuple[float, tuple[Place, ...]]]:
    """Lay out the groups below each other: where each begins, and its rows."""
    found, y = [], 0.0
    for group in groups:
        labels = [label(name, language) for name in group.rates]
        lines = laid(places, labels, [HIGH] * len(labels), y + 1.3 * LINE, size=SMALL, apart=0.35 * LINE)
        found.append((y, lines))
        y = lines[-1].bottom + 0.4 * LINE
    return found


def _key(groups: Sequence[Group], language: Language) -> list[tuple[str, str]]:
    """Say which filling stands for which correlation within families."""
    levels = sorted({rate.icc for group in groups for each in group.rates.values() for rate in each})
    words = [phrase("calibration.icc", language, {"icc": number(icc, language, 1)}) for icc in levels]
    return list(zip(words, FILLINGS, strict=False))


def _key_rows(groups: Sequence[Group], width: Width, language: Language) -> int:
    return len(_key(groups, language)) if width == "column" else 1


def _axis(places: Grid, language: Language) -> str:
    return wrapped(phrase("calibration.axis", language), places.right - places.left - 2 * EDGE, SMALL)


def rates_height(groups: Sequence[Group], width: Width, language: Language) -> float:
    """Give the height in mm of what `draw_rates` draws."""
    places = grid(width, LABELS)
    bottom = _laid(groups, places, language)[-1][1][-1].bottom
    key = 1.3 * LINE * _key_rows(groups, width, language)
    return key + 1.4 * LINE + bottom + TICK + 1.6 * LINE + LINE * line_count(_axis(places, language))


def draw_rates(canvas: Canvas, y: float, groups: Sequence[Group], width: Width, language: Language) -> None:
    """Draw the key, the scale and the marks of every procedure, from y mm downwards."""
    places = grid(width, LABELS)
    y = _write_key(canvas, y, groups, width, language)
    most = max(
        0.12,
        *(rate.rate + rate.mc_error for group in groups for each in group.rates.values() for rate in each),
    )
    scale = Scale(low=0.0, high=1.04 * most, start=places.left + EDGE, end=places.right - EDGE)
    top = y + 1.4 * LINE
    laid_out = _laid(groups, places, language)
    base = top + laid_out[-1][1][-1].bottom
    each = [(top + line.top, top + line.top + HIGH) for _, lines in laid_out for line in lines]
    _draw_aim(canvas, each if places.above else [(top, base)], scale)
    _draw_scale(canvas, (top, base), scale, places, language)
    for group, (start, lines) in zip(groups, laid_out, strict=True):
        canvas.write(0, top + start, group.title, HEADING)
        for own, line in zip(group.rates.values(), lines, strict=True):
            canvas.write(0, top + line.words, line.label, Words(size=SMALL))
            _draw_row(canvas, top + line.top, own, group.edge, scale)


def _write_key(canvas: Canvas, y: float, groups: Sequence[Group], width: Width, language: Language) -> float:
    """Write the key, and give where it ends."""
    x = 0.0
    for words, colour in _key(groups, language):
        _mark(canvas, (x + 1.5, y + LINE / 2), colour, BLUE, 5.0)
        canvas.write(x + 4, y, words, Words(size=SMALL))
        if width == "column":
            y += 1.3 * LINE
        else:
            x += text_width(words, SMALL) + 9
    return y if width == "column" else y + 1.3 * LINE


def _draw_aim(canvas: Canvas, spans: Sequence[tuple[float, float]], scale: Scale) -> None:
    """Draw the field of the aim and the line at the target; where labels stand between rows, row by row."""
    left, right = (scale.at(end) for end in AIM)
    for top, base in spans:
        canvas.box((left, top), (right - left, base - top), Fill(colour=IMPROVING, order=0), "_aim")
        canvas.line(
            (scale.at(TARGET), top), (scale.at(TARGET), base), Stroke(colour=INK, thick=0.8), "_target"
        )


def _draw_scale(
    canvas: Canvas, ends: tuple[float, float], scale: Scale, places: Grid, language: Language
) -> None:
    """Draw the scale below the rows, and name the aim above them."""
    top, base = ends
    canvas.write(scale.at(AIM[0]), top - LINE, phrase("calibration.aim", language), NOTE)
    canvas.line((scale.start, base), (scale.end, base), Stroke(), "_base")
    ticks = scale.ticks(6 if not places.above else 4)
    for value, text in zip(ticks, TickText(language, "percent").format_ticks(ticks), strict=True):
        canvas.line((scale.at(value), base), (scale.at(value), base + TICK), Stroke(), "_tick")
        canvas.write(scale.at(value), base + TICK + 0.4, text, BELOW)
    canvas.write(scale.start, base + TICK + 1.4 * LINE, _axis(places, language), NOTE)


def _draw_row(canvas: Canvas, y: float, rates: Sequence[Rate], edge: str, scale: Scale) -> None:
    """Draw one mark per design, with its simulation error as a stroke, those of one correlation side by side."""
    levels = sorted({rate.icc for rate in rates})
    for level, (icc, colour) in enumerate(zip(levels, FILLINGS, strict=False)):
        height = y + HIGH * (0.2 + 0.3 * level)
        for rate in (rate for rate in rates if rate.icc == icc):
            low, high = (scale.at(max(0.0, rate.rate + side * rate.mc_error)) for side in (-1, 1))
            canvas.line((low, height), (high, height), Stroke(colour=edge, thick=0.5), "_error")
            _mark(canvas, (scale.at(rate.rate), height), colour, edge, MARK)


def _mark(canvas: Canvas, at: tuple[float, float], colour: str, edge: str, size: float) -> None:
    """Draw a filled circle with an edge of another colour: the larger one below shows as the edge."""
    canvas.dot(at, Dot(colour=edge, size=size), "_rate")
    canvas.dot(at, Dot(colour=colour, size=size - 1.3), "_filling")
