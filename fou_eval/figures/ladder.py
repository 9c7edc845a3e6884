"""Before and after in classes: the steps of a ladder, or the declared bands of a scale."""

from collections.abc import Mapping, Sequence

import numpy as np
from matplotlib.colors import to_hex, to_rgb

from fou_eval.declaration.codebook import Cell, Indicator
from fou_eval.declaration.text import Language
from fou_eval.design import BLUE, INK, PAGE, PALE
from fou_eval.disclosure.release import Release
from fou_eval.estimates import Estimate
from fou_eval.figures import rows
from fou_eval.figures.picture import Picture
from fou_eval.figures.style import (
    ABSENT,
    LINE,
    SMALL,
    Canvas,
    Width,
    Words,
    legend,
    line_count,
    new_canvas,
    styled,
    wrapped,
)
from fou_eval.formatting import percent
from fou_eval.language import phrase

PALEST = "#DCE9F3"
SIDES = ("class_share_before", "class_share_after")
WORDS = 34.0  # mm for the wave's label
WHOLE = 120.0  # mm for a whole; rounded shares add up to a little more, and no bar may leave the canvas
ROW = 9.0  # mm from bar to bar
NARROW = 0.07
HIDDEN = "////"
Shares = Mapping[str, Mapping[str, Estimate]]  # statistic -> category -> estimate


@styled
def ladder(
    release: Release, outcome: str, language: Language | None = None, *, width: Width = "page"
) -> Picture:
    """Draw the distribution over classes before and after, in the finest view that passed the gate.

    Parameters
    ----------
    release
        What may be shown.
    outcome
        Name of an indicator with steps or declared classes.
    language
        Language of the words; the study's own when not given.
    width
        What it is laid out for.

    Raises
    ------
    DeclarationError
        If there is no such indicator.
    """
    language = release.language(language)
    item = release.codebook.indicator(outcome)
    cells, found = released_classes(release, item)
    labels = [wrapped(cell.label[language], PAGE - 14, SMALL) for cell in cells]
    whole = all(_is_whole(cells, found[side]) for side in SIDES)
    hidden = [] if whole else [phrase("figure.ladder.hidden", language)]
    bars = 2 * LINE + 2 * ROW
    lines = sum(map(line_count, (*labels, *hidden)))
    canvas = new_canvas(bars + LINE * 1.25 * lines + (1.2 * LINE if cells else 0))
    rows.mark(canvas, release, language)
    if cells:
        draw_classes(canvas, release, cells, found, language)
        entries = [(label, colour, "") for label, colour in zip(labels, shades(len(cells)), strict=True)]
        entries += [(label, PALE, HIDDEN) for label in hidden]
        legend(canvas, bars + 1.2 * LINE, entries, 1)
    else:
        canvas.write(PAGE / 2, canvas.height / 2, wrapped(_why(release, item, language), PAGE - 40), ABSENT)
    return Picture(
        figure=canvas.figure,
        name=f"ladder_{outcome}",
        alt=_alt(release, item, cells, found, language),
        caption=_caption(release, item, found, "whole" if whole else "part", language),
        language=language,
        width=width,
    )


def released_classes(release: Release, item: Indicator) -> tuple[tuple[Cell, ...], Shares]:
    """Give the classes of the view that passed, and those of their shares before and after that are shown."""
    found = {
        side: {
            row.estimate.category: row.estimate
            for row in rows.of_outcome(release, side, item.name)
            if rows.shown(row)
        }
        for side in SIDES
    }
    views = [view.cells for view in item.column.partitions()]
    # One division is released; where it is not whole, the classes that are shown belong to it alone.
    known = {category for side in SIDES for category in found[side]}
    released = [cells for cells in views if known & {cell.category for cell in cells}]
    return (released[0], found) if released else ((), {side: {} for side in SIDES})


def shades(count: int) -> list[str]:
    """Give colours from pale to dark, in the order of the classes, that also differ in grey print."""
    start, end = np.asarray(to_rgb(PALEST)), np.asarray(to_rgb(BLUE))
    steps = np.linspace(0, 1, count) if count > 1 else np.ones(1)
    red, green, blue = (start[:, None] + (end - start)[:, None] * steps).clip(0, 1)
    return [to_hex((float(r), float(g), float(b))) for r, g, b in zip(red, green, blue, strict=True)]


def draw_classes(
    canvas: Canvas, release: Release, cells: Sequence[Cell], found: Shares, language: Language
) -> None:
    """Draw one bar before and one after, divided into the classes."""
    contrast = release.plan.contrast
    for place, (side, wave) in enumerate(zip(SIDES, (contrast.before, contrast.after), strict=True)):
        y, start = 1.6 * LINE + (place + 0.5) * ROW, WORDS
        label = wrapped(rows.wave_label(release, wave, language), WORDS - 3)
        canvas.write(0, y, label, Words(stand="center"))
        for cell, colour in zip(cells, shades(len(cells)), strict=True):
            share = found[side][cell.category].value if cell.category in found[side] else 0.0
            if share == 0:
                continue
            width = share * WHOLE
            canvas.sheet.barh(
                y, width, left=start, height=7, color=colour, edgecolor="white", label=cell.category
            )
            if share >= NARROW:
                ink = "white" if _is_dark(colour) else INK
                look = Words(colour=ink, side="center", stand="center")
                canvas.write(start + width / 2, y, percent(share, language), look)
            start += width
        rest = WORDS + WHOLE - start
        if not _is_whole(cells, found[side]) and rest > 0:
            canvas.sheet.barh(
                y, rest, left=start, height=7, color=PALE, edgecolor="white", hatch=HIDDEN, label="_hidden"
            )


def _is_whole(cells: Sequence[Cell], side: Mapping[str, Estimate]) -> bool:
    """Say whether every class of one side is shown."""
    return all(cell.category in side for cell in cells)


def _is_dark(colour: str) -> bool:
    red, green, blue = to_rgb(colour)
    return 0.299 * red + 0.587 * green + 0.114 * blue < 0.55


def _why(release: Release, item: Indicator, language: Language) -> str:
    return rows.absence(
        [row for side in SIDES for row in rows.of_outcome(release, side, item.name)], language
    )


def _alt(release: Release, item: Indicator, cells: Sequence[Cell], found: Shares, language: Language) -> str:
    place = {"indicator": item.label(language), **rows.contrast(release, language)}
    sentences = [phrase("figure.ladder.alt", language, place)]
    for cell in cells:
        parts = {
            "label": cell.label[language],
            "before": _written(found[SIDES[0]].get(cell.category), language),
            "after": _written(found[SIDES[1]].get(cell.category), language),
        }
        sentences.append(phrase("figure.ladder.alt_class", language, parts))
    if not cells:
        sentences.append(f"{_why(release, item, language)}.")
    return " ".join([*sentences, *(f"{text}." for text in rows.markings(release, language))])


def _written(estimate: Estimate | None, language: Language) -> str:
    return (
        phrase("figure.withheld_short", language) if estimate is None else percent(estimate.value, language)
    )


def _caption(release: Release, item: Indicator, found: Shares, division: str, language: Language) -> str:
    drawn = [estimate for side in SIDES for estimate in found[side].values()][:1]
    filled = {
        "indicator": item.label(language),
        **rows.contrast(release, language),
        "basis": rows.basis(drawn[0], language) if drawn else phrase("figure.no_basis", language),
    }
    return rows.caption(
        release,
        language,
        phrase("figure.ladder.caption", language, filled),
        phrase(f"figure.ladder.caption_{division}", language),
        phrase("figure.uncontrolled", language),
    )
