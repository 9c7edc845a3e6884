"""Before and after in classes: the steps of a ladder, or the declared bands of a scale."""

from collections.abc import Mapping, Sequence

import numpy as np
from matplotlib.colors import to_hex, to_rgb

from fou_eval.declaration.codebook import Cell, Indicator
from fou_eval.declaration.text import Language
from fou_eval.design import BLUE, PALE, PAPER, QUIET, contrast
from fou_eval.disclosure.release import Release
from fou_eval.estimates import Estimate
from fou_eval.figures import rows
from fou_eval.figures.grid import Grid, Row, begin, grid, head, laid, write_labels
from fou_eval.figures.key import Entry, key_height, key_rows, write_key
from fou_eval.figures.picture import Picture, finished
from fou_eval.figures.style import (
    ABSENT,
    LINE,
    SMALL,
    Canvas,
    Fill,
    Stroke,
    Width,
    Words,
    line_count,
    styled,
    text_width,
    wrapped,
)
from fou_eval.formatting import percent
from fou_eval.language import phrase

PALEST = "#DCE9F3"
SIDES = ("class_share_before", "class_share_after")
LABELS = 34.0  # mm for the wave's label
BAR, APART = 7.0, 4.0  # mm: height of a bar, and between the two
ROOM = 1.03  # rounded shares add up to a little more than a whole, and no bar may leave the figure
MOST_LINES = 4  # of a label over its part of a bar
HIDDEN = Fill(colour=PALE, hatch="////", edge="white")
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
    places = grid(width, LABELS)
    over = [] if places.above else labels_over(cells, found, places, language)
    coloured = _coloured(cells, item)
    entries = [] if over or not cells else _entries(coloured, found, language)
    key = key_rows(entries, places.right - places.left)
    above = LINE * (max(map(line_count, over)) + 0.2) if over else key_height(key) + 0.4 * LINE
    labels = [rows.wave_label(release, wave, language) for wave in _waves(release)]
    lines = laid(places, labels, [BAR, BAR], head(release, language) + above, apart=APART)
    canvas = begin(release, lines[-1].bottom + (0.6 * LINE if _better(item) else 0), language, width)
    if cells:
        write_key(canvas, places.left, head(release, language), key)
        _write_over(canvas, places, lines[0].top - 0.8, cells, found, over)
        write_labels(canvas, lines)
        draw_classes(canvas, places, lines, coloured, found, language)
        _write_better(canvas, places, lines[-1].top + BAR + 0.4, item, language)
    else:
        why = wrapped(_why(release, item, language), canvas.width - 10, SMALL)
        canvas.write(canvas.width / 2, canvas.height / 2, why, ABSENT)
    return _picture(release, item, canvas, cells, found, language)


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
    steps = np.linspace(0, 1, count) if count > 1 else np.ones(count)
    red, green, blue = (start[:, None] + (end - start)[:, None] * steps).clip(0, 1)
    return [to_hex((float(r), float(g), float(b))) for r, g, b in zip(red, green, blue, strict=True)]


def _coloured(cells: Sequence[Cell], item: Indicator) -> list[tuple[Cell, str]]:
    """Give the classes with their colours: the better, the darker; where neither is better, the higher."""
    colours = shades(len(cells))
    return list(zip(cells, reversed(colours) if item.better == "lower" else colours, strict=True))


def ink_on(colour: str) -> str:
    """Give the colour of a text that stands out from a ground: white or black.

    Examples
    --------
    >>> ink_on("#0072B2"), ink_on("#DCE9F3")
    ('#FFFFFF', '#000000')
    """
    return max((PAPER, "#000000"), key=lambda ink: contrast(ink, colour))


def whole_bar(places: Grid) -> float:
    """Give the length in mm of a share of one."""
    return (places.right - places.left) / ROOM


def labels_over(cells: Sequence[Cell], found: Shares, places: Grid, language: Language) -> list[str]:
    """Give the labels of the classes as they stand over the parts of the first bar; none where one has no room."""
    texts = []
    for cell in cells:
        share = found[SIDES[0]].get(cell.category)
        room = share.value * whole_bar(places) - 1.5 if share else 0.0
        label = cell.label[language]
        if not all(_is_whole(cells, found[side]) for side in SIDES) or _longest_word(label) > room:
            return []
        texts.append(wrapped(label, room, SMALL))
    return texts if all(line_count(text) <= MOST_LINES for text in texts) else []


def draw_classes(
    canvas: Canvas,
    places: Grid,
    lines: Sequence[Row],
    coloured: Sequence[tuple[Cell, str]],
    found: Shares,
    language: Language,
) -> None:
    """Draw one bar before and one after, divided into the classes, with lines from the one to the other."""
    edges, cells = [], [cell for cell, _ in coloured]
    for line, side in zip(lines, SIDES, strict=True):
        start, ends = places.left, []
        for cell, colour in coloured:
            share = found[side][cell.category].value if cell.category in found[side] else 0.0
            length = share * whole_bar(places)
            if share > 0:
                look = Fill(colour=colour, edge="white")
                canvas.box((start, line.top), (length, BAR), look, cell.category)
                _label(canvas, start + length / 2, line.middle, percent(share, language), (colour, length))
            start += length
            ends.append(start)
        rest = places.left + whole_bar(places) - start
        if not _is_whole(cells, found[side]) and rest > 0:
            canvas.box((start, line.top), (rest, BAR), HIDDEN, "_hidden")
        edges.append(ends[:-1])
    if all(_is_whole(cells, found[side]) for side in SIDES) and not places.above:
        for one, other in zip(*edges, strict=True):
            canvas.line((one, lines[0].top + BAR), (other, lines[1].top), Stroke(), "_edge")


def _label(canvas: Canvas, x: float, y: float, text: str, part: tuple[str, float]) -> None:
    colour, length = part
    if text_width(text) + 1 <= length:
        canvas.write(x, y, text, Words(colour=ink_on(colour), side="center", stand="center"))


def _write_over(
    canvas: Canvas, places: Grid, y: float, cells: Sequence[Cell], found: Shares, over: Sequence[str]
) -> None:
    start = places.left
    for cell, text in zip(cells, over, strict=False):
        canvas.write(start, y, text, Words(size=SMALL, stand="bottom"))
        start += found[SIDES[0]][cell.category].value * whole_bar(places)


def _better(item: Indicator) -> str:
    return {"higher": "right", "lower": "left"}.get(item.better, "")


def _write_better(canvas: Canvas, places: Grid, y: float, item: Indicator, language: Language) -> None:
    """Say below the bars at which end the better classes stand."""
    if side := _better(item):
        x = places.left + (whole_bar(places) if side == "right" else 0)
        look = Words(size=SMALL, colour=QUIET, side="right" if side == "right" else "left")
        canvas.write(x, y, phrase(f"figure.better_{side}", language), look)


def _entries(coloured: Sequence[tuple[Cell, str]], found: Shares, language: Language) -> list[Entry]:
    """Give what the colours mean, in the order of the bars."""
    entries = [(cell.label[language], Fill(colour=colour, edge="white")) for cell, colour in coloured]
    whole = all(_is_whole([cell for cell, _ in coloured], found[side]) for side in SIDES)
    return entries if whole else [*entries, (phrase("figure.ladder.hidden", language), HIDDEN)]


def _longest_word(text: str) -> float:
    return max(text_width(word, SMALL) for word in text.split(" "))


def _waves(release: Release) -> tuple[str, str]:
    return release.plan.contrast.before, release.plan.contrast.after


def _is_whole(cells: Sequence[Cell], side: Mapping[str, Estimate]) -> bool:
    """Say whether every class of one side is shown."""
    return all(cell.category in side for cell in cells)


def _why(release: Release, item: Indicator, language: Language) -> str:
    return rows.absence(
        [row for side in SIDES for row in rows.of_outcome(release, side, item.name)], language
    )


def _picture(
    release: Release,
    item: Indicator,
    canvas: Canvas,
    cells: Sequence[Cell],
    found: Shares,
    language: Language,
) -> Picture:
    place = {"indicator": item.label(language), **rows.contrast(release, language)}
    division = "whole" if all(_is_whole(cells, found[side]) for side in SIDES) else "part"
    sentences = (
        phrase("figure.ladder.caption", language, place),
        phrase(f"figure.ladder.caption_{division}", language),
        phrase("figure.uncontrolled", language),
    )
    return finished(
        canvas,
        "ladder",
        part=item.name,
        about=place,
        alt=_alt(release, item, cells, found, language),
        caption=" ".join(sentences),
        source=rows.source(release, [one for side in SIDES for one in found[side].values()], language),
    )


def _alt(release: Release, item: Indicator, cells: Sequence[Cell], found: Shares, language: Language) -> str:
    told = [
        phrase(
            "figure.ladder.alt_class",
            language,
            {
                "label": cell.label[language],
                "before": _written(found[SIDES[0]].get(cell.category), language),
                "after": _written(found[SIDES[1]].get(cell.category), language),
            },
        )
        for cell in cells
    ]
    first, *others = told or [f"{_why(release, item, language)}."]
    values = {"indicator": item.label(language), **rows.contrast(release, language), "first": first}
    return " ".join([phrase("figure.ladder.alt", language, values), *others])


def _written(estimate: Estimate | None, language: Language) -> str:
    return (
        phrase("figure.withheld_short", language) if estimate is None else percent(estimate.value, language)
    )
