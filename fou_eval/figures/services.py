"""Services in swim-lanes: one lane per provider, with how many services a family had at a time around its entry."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from matplotlib.patches import Rectangle

from fou_eval.declaration.codebook import Table
from fou_eval.declaration.text import Language
from fou_eval.design import INK, PAGE, QUIET, RULE, SKY
from fou_eval.disclosure.release import Release, Released
from fou_eval.figures import rows
from fou_eval.figures.picture import Picture
from fou_eval.figures.style import LINE, SMALL, Canvas, Words, line_count, new_canvas, styled, wrapped
from fou_eval.formatting import number
from fou_eval.language import phrase

LABELS, LEFT, RIGHT = 48.0, 50.0, PAGE - 1  # mm: width of the names of providers; ends of the time axis
LANE = 9.5  # mm, the height of the largest value
LABEL = Words(size=SMALL, stand="center")
VALUE = Words(size=SMALL, side="center", stand="bottom")
TICK = Words(size=SMALL, colour=QUIET, side="center")


class Cell(NamedTuple):
    """One number of a lane: months from entry at which its period begins and ends, and services per family."""

    first: int
    last: int
    value: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Lane:
    """The cells of one provider, or of several together."""

    label: str
    cells: tuple[Cell, ...]


@styled
def services(release: Release, language: Language | None = None) -> Picture | None:
    """Draw ongoing services per family by provider and period from entry; none where nothing may be shown.

    Parameters
    ----------
    release
        What may be shown.
    language
        Language of the words; the study's own when not given.
    """
    language = release.language(language)
    table = release.codebook.recording("services")
    lanes = () if table is None else released_lanes(release, table, language)
    if table is None or not lanes:
        return None
    texts = [wrapped(lane.label, LABELS, SMALL) for lane in lanes]
    heights = [max(LANE + 1.6 * LINE, (line_count(text) + 0.6) * LINE) for text in texts]
    canvas = new_canvas(3.2 * LINE + sum(heights) + 1.6 * LINE)
    rows.mark(canvas, release, language)
    ends = min(lane.cells[0].first for lane in lanes), max(lane.cells[-1].last for lane in lanes)
    most = max(cell.value for lane in lanes for cell in lane.cells)
    y = 3.2 * LINE
    _axis(canvas, ends, y, y + sum(heights), language)
    for lane, text, height in zip(lanes, texts, heights, strict=True):
        _draw_lane(canvas, lane, text, (y + height, height), ends, most, language)
        y += height
    return Picture(
        figure=canvas.figure,
        name="services",
        alt=_alt(release, lanes, language),
        caption=_caption(release, table, language),
        language=language,
    )


def released_lanes(release: Release, table: Table, language: Language) -> tuple[Lane, ...]:
    """Gather what is shown into lanes, in the order of the release."""
    found: dict[str, list[Released]] = {}
    for row in release.of_table("services_ongoing", "services"):
        if rows.shown(row):
            found.setdefault(row.estimate.category.split(":")[1], []).append(row)
    return tuple(
        Lane(label=_label(table, providers, language), cells=tuple(map(_cell, each)))
        for providers, each in found.items()
    )


def _cell(row: Released) -> Cell:
    first, last = row.estimate.category.split(":")[2:]
    return Cell(int(first), int(last), row.estimate.value)


def _label(table: Table, providers: str, language: Language) -> str:
    declared = table.columns["provider"].codes
    known = {str(code): text for code, text in declared.items()} if isinstance(declared, dict) else {}
    return ", ".join(
        known[code][language] if code in known else phrase(f"recorded.{code}", language)
        for code in providers.split("+")
    )


def _at(months: float, ends: tuple[int, int]) -> float:
    return LEFT + (RIGHT - LEFT) * (months - ends[0]) / (ends[1] - ends[0])


def _axis(canvas: Canvas, ends: tuple[int, int], top: float, bottom: float, language: Language) -> None:
    for months in range(ends[0], ends[1] + 1, 6):
        x = _at(months, ends)
        strong = months == 0
        start, colour = (top - 1, INK) if strong else (bottom - 1, RULE)
        canvas.sheet.plot([x, x], [start, bottom], color=colour, linewidth=1.2, label="_grid")
        words = phrase("figure.services.entry", language) if strong else number(months, language, 0)
        canvas.write(min(max(x, LEFT + 2), RIGHT - 3), bottom + 0.8, words, TICK)
    entry = _at(0, ends)
    for name, x in (("before", (LEFT + entry) / 2), ("after", (entry + RIGHT) / 2)):
        canvas.write(x, top - 1.8 * LINE, phrase(f"figure.services.{name}", language), TICK)
    canvas.write(
        LEFT - 4,
        bottom + 0.8,
        phrase("figure.services.months", language),
        Words(size=SMALL, colour=QUIET, side="right"),
    )


def _draw_lane(
    canvas: Canvas,
    lane: Lane,
    text: str,
    place: tuple[float, float],
    ends: tuple[int, int],
    most: float,
    language: Language,
) -> None:
    """Draw the cells of a lane as columns on a common base line, each as wide as its period."""
    base, height = place
    canvas.sheet.plot([LEFT, RIGHT], [base, base], color=RULE, linewidth=0.6, label="_base")
    canvas.write(0, base - height / 2, text, LABEL)
    for cell in lane.cells:
        x, tall = _at(cell.first, ends), LANE * cell.value / most if most else 0.0
        width = _at(cell.last, ends) - x
        canvas.sheet.add_patch(
            Rectangle(
                (x, base - tall), width, tall, facecolor=SKY, edgecolor="white", linewidth=1, label="_cell"
            )
        )
        canvas.write(x + width / 2, base - tall - 0.4, number(cell.value, language), VALUE)


def period_words(cell: Cell, language: Language) -> str:
    """Name a period in words."""
    return phrase(f"figure.services.from_{cell.first}_to_{cell.last}", language)


def _alt(release: Release, lanes: Sequence[Lane], language: Language) -> str:
    sentences = [phrase("figure.services.alt", language)]
    for lane in lanes:
        told = [
            phrase(
                "figure.services.period",
                language,
                {"period": period_words(cell, language), "value": number(cell.value, language)},
            )
            for cell in lane.cells
        ]
        values = {"provider": lane.label, "periods": "; ".join(told)}
        sentences.append(phrase("figure.services.lane", language, values))
    return " ".join([*sentences, *(f"{text}." for text in rows.markings(release, language))])


def _caption(release: Release, table: Table, language: Language) -> str:
    found = next((row for row in release.of_table("services_followed", "services") if rows.shown(row)), None)
    families = (
        rows.families(found.estimate.value, language) if found else phrase("figure.services.untold", language)
    )
    values = {"families": families, "table": table.label[language]}
    return rows.caption(
        release,
        language,
        phrase("figure.services.caption", language, values),
        phrase("figure.uncontrolled", language),
    )
