"""The finding carried in: number of services against feeling helped, as rank correlations with their intervals."""

from collections.abc import Mapping, Sequence

from fou_eval.declaration.text import Language
from fou_eval.design import BLUE, QUIET
from fou_eval.disclosure.release import Release
from fou_eval.estimates import Estimate
from fou_eval.figures import rows
from fou_eval.figures.grid import Grid, Row, begin, grid, head, laid, write_labels
from fou_eval.figures.lettering import line_count, wrapped
from fou_eval.figures.picture import Picture, finished
from fou_eval.figures.recorded import source_of, within
from fou_eval.figures.scale import BELOW, TICK, Scale, TickText
from fou_eval.figures.style import (
    ABSENT,
    LINE,
    SMALL,
    Canvas,
    Dot,
    Stroke,
    Width,
    Words,
    styled,
)
from fou_eval.formatting import interval_label
from fou_eval.language import phrase
from fou_eval.quantities import interval_text, value_text

NAME, STATISTIC = "services_and_helped", "services_and_helped"
WHEN = ("entry", "last")
LABELS, NUMBERS, INSET = (
    46.0,
    27.0,
    4.0,
)  # mm: widths of labels and numbers; a scale begins and ends so far in
BAND = 6.0  # mm, the height of a dot with room around it
BESIDE = Words(size=SMALL, stand="center")


@styled
def association(
    release: Release, language: Language | None = None, *, width: Width = "page"
) -> Picture | None:
    """Draw the correlation of services with feeling helped at entry and at the last wave; none where neither is shown.

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
    drawn = correlations(release)
    if not any(drawn.values()):
        return None
    interval = {"interval": interval_label(release.plan.confidence, language)}
    return finished(
        _drawn(release, drawn, language, width),
        NAME,
        alt=_alt(drawn, language),
        caption=phrase(f"figure.{NAME}.caption", language, interval),
        source=_source(release, drawn, language),
    )


def correlations(release: Release) -> dict[str, Estimate | None]:
    """Give the released correlation at entry and at the last wave, none where it is not shown."""
    found = {}
    for when in WHEN:
        row = next(iter(release.of_table(STATISTIC, "services", when)), None)
        found[when] = rows.shown(row)
    return found


def _drawn(
    release: Release, drawn: Mapping[str, Estimate | None], language: Language, width: Width
) -> Canvas:
    """In a column the numbers stand beside the labels, and the ends of the scale are named below it."""
    column = width == "column"
    places = grid(width, LABELS, 0.0 if column else NUMBERS)
    ends = _ends(places, language)
    top, high = head(release, language), LINE * max(map(line_count, ends))
    first = top if column else top + high + 0.4 * LINE
    labels = [phrase(f"goals.carried_in.{when}", language) for when in drawn]
    lines = laid(places, labels, [BAND] * len(labels), first, apart=0.4 * LINE)
    bottom = lines[-1].bottom + TICK + 1.3 * LINE
    canvas = begin(release, bottom + (high if column else 0.0), language, width)
    scale = Scale(low=-1.0, high=1.0, start=places.left + INSET, end=places.right - INSET)
    _draw_axis(canvas, scale, lines[-1].bottom, language)
    write_labels(canvas, lines)
    for line, estimate in zip(lines, drawn.values(), strict=True):
        _draw_line(canvas, scale, line, (places, estimate), language)
    for x, side, text in ((places.left, "left", ends[0]), (places.right, "right", ends[1])):
        look = Words(size=SMALL, colour=QUIET, side=side)  # type: ignore[arg-type]
        canvas.write(x, bottom if column else top, text, look)
    return canvas


def _ends(places: Grid, language: Language) -> Sequence[str]:
    """Name both ends of the scale, in lines of which the two have room beside each other."""
    half = (places.right - places.left) / 2 - 2
    return [wrapped(phrase(f"figure.{NAME}.{side}", language), half, SMALL) for side in ("left", "right")]


def _draw_axis(canvas: Canvas, scale: Scale, y: float, language: Language) -> None:
    canvas.line((scale.start, y), (scale.end, y), Stroke(), "_axis")
    values = (-1.0, -0.5, 0.0, 0.5, 1.0)
    for value, label in zip(values, TickText(language, "signed").format_ticks(values), strict=True):
        canvas.line((scale.at(value), y), (scale.at(value), y + TICK), Stroke(), "_tick")
        canvas.write(scale.at(value), y + TICK + 0.4, label, BELOW)


def _draw_line(
    canvas: Canvas, scale: Scale, line: Row, told: tuple[Grid, Estimate | None], language: Language
) -> None:
    """Draw one correlation with its number beside, or say that it is not shown."""
    (places, estimate), y = told, line.middle
    if estimate is None:
        canvas.write(scale.at(0), y, phrase("figure.withheld_short", language), ABSENT)
        return
    canvas.line((scale.at(0), line.top), (scale.at(0), line.top + BAND), Stroke(thick=0.8), "_zero")
    if rows.has_interval(estimate):
        ends = (scale.at(estimate.low), y), (scale.at(estimate.high), y)
        canvas.line(*ends, Stroke(colour=BLUE, thick=2.2), "_interval")
    canvas.dot((scale.at(estimate.value), y), Dot(colour=BLUE, size=6.5), "_value")
    text = _text(estimate, language)
    if places.above:
        canvas.write(places.right, line.words, text, Words(size=SMALL, side="right"))
    else:
        canvas.write(places.numbers, y, text, BESIDE)


def _text(estimate: Estimate, language: Language) -> str:
    value = value_text(estimate, None, language)
    return f"{value} {interval_text(estimate, None, language)}" if rows.has_interval(estimate) else value


def _said(estimate: Estimate, language: Language) -> str:
    value = value_text(estimate, None, language)
    if not rows.has_interval(estimate):
        return value
    label = interval_label(estimate.confidence, language)
    return f"{value} ({label} {interval_text(estimate, None, language)})"


def _alt(drawn: Mapping[str, Estimate | None], language: Language) -> str:
    lines = []
    for when, estimate in drawn.items():
        told = _said(estimate, language) if estimate else phrase("figure.withheld_short", language)
        place = {"when": within(phrase(f"goals.carried_in.{when}", language)), "estimate": told}
        lines.append(phrase(f"figure.{NAME}.alt_line", language, place))
    return phrase(f"figure.{NAME}.alt", language, {"lines": "; ".join(lines)})


def _source(release: Release, drawn: Mapping[str, Estimate | None], language: Language) -> str:
    """Say on how many families the correlations rest, whose unit is the family."""
    counts = [estimate.n for estimate in drawn.values() if estimate]
    return source_of(release, rows.families(min(counts), language, max(counts)), language)
