"""Who took part: families enrolled and measured at each wave."""

from math import isnan

from matplotlib.axes import Axes

from fou_eval.declaration.text import Language
from fou_eval.disclosure.release import Release
from fou_eval.estimates import Estimate
from fou_eval.figures import rows
from fou_eval.figures.picture import Picture, finish
from fou_eval.figures.style import BLUE, LINE, PALE, SKY, SMALL, TEXT, new_figure, styled, wrapped
from fou_eval.formatting import count_range
from fou_eval.language import phrase

COLUMNS = (38.0, 84.0, 34.0)  # mm: words, bars, numbers
ROW = 2.4 * LINE


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
    language = rows.chosen(release, language)
    enrolled = release.find("families_enrolled")
    total = enrolled.estimate.value if enrolled else 0.0
    waves = {wave: measured(release, wave) for wave in release.codebook.waves}
    figure = new_figure(2 * LINE + ROW * (len(waves) + 1))
    rows.mark(figure, release, language)
    words, bars, numbers = figure.subplots(1, 3, width_ratios=COLUMNS)
    for ax in (words, bars, numbers):
        ax.set(ylim=(-len(waves) - 0.5, 0.5), xlim=(0, max(total, 1) if ax is bars else 1))
        ax.set_axis_off()
    _write(words, 0, phrase("figure.flow.enrolled", language), bold=True)
    draw_bar(bars, 0, total, total, total)
    _write(numbers, 0, _persons(release, "persons_enrolled", "", total, language), bold=True)
    for y, (wave, estimate) in enumerate(waves.items(), start=1):
        _write(words, -y, wrapped(rows.wave_label(release, wave, language), COLUMNS[0] - 2))
        low, high = bounds(estimate)
        draw_bar(bars, -y, low, high, total)
        _write(numbers, -y, _measured_text(release, wave, estimate, language))
    return finish(
        figure,
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


def draw_bar(ax: Axes, y: float, low: float, high: float, total: float) -> None:
    """Draw one count: a pale bar for all enrolled, a dark one up to `low`, a hatched one on to `high`."""
    ax.barh(y, total, height=0.52, color=PALE, edgecolor="none", label="_enrolled")
    ax.barh(y, low, height=0.52, color=BLUE, edgecolor="none", label="_measured")
    if high > low:
        ax.barh(
            y, high - low, left=low, height=0.52, color=SKY, edgecolor="white", hatch="////", label="_range"
        )


def _write(ax: Axes, y: float, text: str, *, bold: bool = False) -> None:
    ax.text(
        0,
        y,
        text,
        va="center",
        fontsize=TEXT if bold else SMALL,
        weight="bold" if bold else "normal",
        in_layout=False,
    )


def _measured_text(release: Release, wave: str, estimate: Estimate | None, language: Language) -> str:
    if estimate is None:
        return phrase("figure.withheld_short", language)
    low, high = bounds(estimate)
    if high > low:
        return rows.families(low, language, high)
    return _persons(release, "persons_at_wave", wave, low, language)


def _persons(release: Release, statistic: str, wave: str, families: float, language: Language) -> str:
    row = release.find(statistic, category=wave)
    text = rows.families(families, language)
    estimate = rows.shown(row)
    return f"{text}\n{rows.persons(estimate.value, language)}" if estimate and estimate.value else text


def _alt(release: Release, waves: dict[str, Estimate | None], total: float, language: Language) -> str:
    parts = []
    for wave, estimate in waves.items():
        low, high = bounds(estimate)
        count = count_range(low, high, language) if estimate else phrase("figure.withheld_short", language)
        parts.append(f"{rows.wave_label(release, wave, language)}: {count}")
    values = {"enrolled": rows.families(total, language), "waves": "; ".join(parts)}
    sentence = phrase("figure.flow.alt", language, values)
    return " ".join([sentence, *(f"{text}." for text in rows.markings(release, language))])
