"""Who took part: families enrolled and measured at each wave."""

from math import isnan

from fou_eval.declaration.text import Language
from fou_eval.design import BLUE, PALE, SKY
from fou_eval.disclosure.release import Release
from fou_eval.estimates import Estimate
from fou_eval.figures import rows
from fou_eval.figures.picture import Picture
from fou_eval.figures.style import LINE, SMALL, Canvas, Words, new_canvas, styled, wrapped
from fou_eval.formatting import count_range
from fou_eval.language import phrase

BARS, NUMBERS = 36.0, 128.0  # mm: where the bars begin, and the counts
ROW = 2.4 * LINE
STRONG, PLAIN = Words(weight="bold", stand="center"), Words(size=SMALL, stand="center")


@styled
def flow(release: Release, language: Language | None = None) -> Picture:
    """Draw how many families were measured at each wave, of those enrolled.

    Where fewer families are missing than may be told, the bar is solid up to the smallest possible count and
    hatched up to the largest.

    Parameters
    ----------
    release
        What may be shown.
    language
        Language of the words; the study's own when not given.
    """
    language = release.language(language)
    enrolled = release.find("families_enrolled")
    total = enrolled.estimate.value if enrolled else 0.0
    waves = {wave: measured(release, wave) for wave in release.codebook.waves}
    canvas = new_canvas(1.6 * LINE + ROW * (len(waves) + 1))
    rows.mark(canvas, release, language)
    first = 1.4 * LINE + ROW / 2
    canvas.write(0, first, phrase("figure.flow.enrolled", language), STRONG)
    draw_bar(canvas, first, total, total, total)
    canvas.write(NUMBERS, first, _persons(release, "persons_enrolled", "", total, language), STRONG)
    for place, (wave, estimate) in enumerate(waves.items(), start=1):
        y = first + place * ROW
        canvas.write(0, y, wrapped(rows.wave_label(release, wave, language), BARS - 3), PLAIN)
        low, high = bounds(estimate)
        draw_bar(canvas, y, low, high, total)
        canvas.write(NUMBERS, y, _measured_text(release, wave, estimate, language), PLAIN)
    return Picture(
        figure=canvas.figure,
        name="flow",
        alt=_alt(release, waves, total, language),
        caption=rows.caption(release, language, phrase("figure.flow.caption", language)),
        language=language,
    )


def measured(release: Release, wave: str) -> Estimate | None:
    """Give the families measured at a wave, as released: a number, a range, or nothing."""
    row = release.find("families_at_wave", category=wave)
    return None if row is None or rows.is_withheld(row) else row.estimate


def bounds(estimate: Estimate | None) -> tuple[float, float]:
    """Give the smallest and largest possible count; equal when the count is told."""
    if estimate is None:
        return 0.0, 0.0
    return (estimate.low, estimate.high) if isnan(estimate.value) else (estimate.value, estimate.value)


def draw_bar(canvas: Canvas, y: float, low: float, high: float, total: float) -> None:
    """Draw one count of all enrolled: dark up to `low`, hatched on to `high`, pale for the rest."""
    unit = (NUMBERS - BARS - 4) / max(total, 1)
    parts = [
        ("_measured", 0.0, low, BLUE, ""),
        ("_range", low, high, SKY, "////"),
        ("_rest", high, total, PALE, ""),
    ]
    for name, start, end, colour, hatch in (part for part in parts if part[2] > part[1]):
        canvas.sheet.barh(
            y,
            unit * (end - start),
            left=BARS + unit * start,
            height=4.6,
            color=colour,
            edgecolor="white" if hatch else "none",
            hatch=hatch,
            label=name,
        )


def _measured_text(release: Release, wave: str, estimate: Estimate | None, language: Language) -> str:
    if estimate is None:
        return phrase("figure.withheld_short", language)
    low, high = bounds(estimate)
    if high == 0:
        return phrase("figure.not_measured", language)
    if high > low:
        return rows.families(low, language, high)
    return _persons(release, "persons_at_wave", wave, low, language)


def _told(estimate: Estimate | None, language: Language) -> str:
    if estimate is None:
        return phrase("figure.withheld_short", language)
    low, high = bounds(estimate)
    return count_range(low, high, language) if high else phrase("figure.not_measured", language)


def _persons(release: Release, statistic: str, wave: str, families: float, language: Language) -> str:
    row = release.find(statistic, category=wave)
    text = rows.families(families, language)
    estimate = rows.shown(row)
    return f"{text}\n{rows.persons(estimate.value, language)}" if estimate and estimate.value else text


def _alt(release: Release, waves: dict[str, Estimate | None], total: float, language: Language) -> str:
    parts = []
    for wave, estimate in waves.items():
        parts.append(f"{rows.wave_label(release, wave, language)}: {_told(estimate, language)}")
    values = {"enrolled": rows.families(total, language), "waves": "; ".join(parts)}
    sentence = phrase("figure.flow.alt", language, values)
    return " ".join([sentence, *(f"{text}." for text in rows.markings(release, language))])
