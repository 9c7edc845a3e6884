"""Services in swim-lanes: one lane per provider, with how many services a family had at a time around its entry."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from fou_eval.declaration.codebook import Table
from fou_eval.declaration.text import Language
from fou_eval.design import BLUE, INK, PALE, PAPER, QUIET, RULE
from fou_eval.disclosure.release import Release, Released
from fou_eval.figures import rows
from fou_eval.figures.grid import begin, head
from fou_eval.figures.lettering import line_count, text_width, wrapped
from fou_eval.figures.picture import Picture, finished
from fou_eval.figures.recorded import code_names, source_of
from fou_eval.figures.scale import BELOW, Scale
from fou_eval.figures.style import LINE, SMALL, Canvas, Fill, Stroke, Width, Words, layout_width, styled
from fou_eval.formatting import number
from fou_eval.language import phrase

LANE = 9.0  # mm, the height of the largest value
VALUE = Words(size=SMALL, side="center", stand="bottom")
UNIT = Words(size=SMALL, colour=QUIET)


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
def services(release: Release, language: Language | None = None, *, width: Width = "page") -> Picture | None:
    """Draw ongoing services per family by provider and period from entry; none where nothing may be shown.

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
    table = release.codebook.recording("services")
    lanes = () if table is None else released_lanes(release, table, language)
    if not lanes:
        return None
    return finished(
        _drawn(release, lanes, language, width),
        "services",
        alt=_alt(lanes, language),
        caption=" ".join(
            [phrase("figure.services.caption", language), phrase("figure.uncontrolled", language)]
        ),
        source=_source(release, language),
    )


def released_lanes(release: Release, table: Table, language: Language) -> tuple[Lane, ...]:
    """Gather what is shown into lanes, in the order of the release."""
    found: dict[str, list[Released]] = {}
    for row in release.of_table("services_ongoing", "services"):
        if rows.shown(row):
            found.setdefault(row.estimate.category.split(":")[1], []).append(row)
    return tuple(
        Lane(
            label="; ".join(code_names(table, "provider", providers.split("+"), language)),
            cells=tuple(map(_cell, each)),
        )
        for providers, each in found.items()
    )


def _cell(row: Released) -> Cell:
    first, last = row.estimate.category.split(":")[2:]
    return Cell(int(first), int(last), row.estimate.value)


def _drawn(release: Release, lanes: Sequence[Lane], language: Language, width: Width) -> Canvas:
    """Lay lanes under each other, each with its name above; all share one time axis."""
    wide = layout_width(width)
    texts = [wrapped(lane.label, wide - 4, SMALL, "bold") for lane in lanes]
    heights = [LINE * (line_count(text) + 1.4) + LANE + 2.0 for text in texts]
    scale = Scale(
        low=min(lane.cells[0].first for lane in lanes),
        high=max(lane.cells[-1].last for lane in lanes),
        start=0.0,
        end=wide,
    )
    above = head(release, language) + (LINE if _crowded(scale, language) else 0.0)
    top = above + 1.6 * LINE
    canvas = begin(release, top + sum(heights) + 1.9 * LINE, language, width)
    canvas.write(0, head(release, language), phrase("figure.services.unit", language), UNIT)
    most = max(cell.value for lane in lanes for cell in lane.cells) or 1.0
    y = top
    for lane, text, height in zip(lanes, texts, heights, strict=True):
        canvas.write(0, y, text, Words(size=SMALL, weight="bold"))
        _draw_lane(canvas, lane, (y + LINE * line_count(text), y + height - 2.0), (scale, most), language)
        y += height
    _axis(canvas, scale, (above, y), language)
    return canvas


def _crowded(scale: Scale, language: Language) -> bool:
    """Say whether the unit has no room left of what stands at the entry."""
    before, unit = (
        text_width(phrase(f"figure.services.{name}", language), SMALL) for name in ("before", "unit")
    )
    return unit + 4 > scale.at(0) - 1.5 - before


def _axis(canvas: Canvas, scale: Scale, ends: tuple[float, float], language: Language) -> None:
    """Say what is before and what is after above the lanes, and write the months below them."""
    top, bottom = ends
    entry = scale.at(0)
    for name, x, side in (("before", entry - 1.5, "right"), ("after", entry + 1.5, "left")):
        look = Words(size=SMALL, colour=QUIET, side=side)  # type: ignore[arg-type]
        canvas.write(x, top, phrase(f"figure.services.{name}", language), look)
    for months in range(int(scale.low), int(scale.high) + 1, 6):
        x = scale.at(months)
        side = "left" if months == scale.low else "right" if months == scale.high else "center"
        look = Words(size=SMALL, colour=QUIET, side=side)  # type: ignore[arg-type]
        canvas.write(x, bottom - 1.2, number(months, language, 0), look)
    canvas.write(
        (scale.start + scale.end) / 2, bottom - 1.2 + LINE, phrase("figure.services.months", language), BELOW
    )


def _draw_lane(
    canvas: Canvas, lane: Lane, ends: tuple[float, float], scales: tuple[Scale, float], language: Language
) -> None:
    """Draw the cells of a lane as columns on a common base line, each as wide as its period."""
    (top, base), (scale, most) = ends, scales
    for cell in lane.cells:
        x, tall = scale.at(cell.first), LANE * cell.value / most
        wide = scale.at(cell.last) - x
        look = Fill(colour=BLUE, edge=PAPER) if cell.first >= 0 else Fill(colour=PALE, edge=RULE)
        canvas.box((x, base - tall), (wide, tall), look, "_cell")
        canvas.write(x + wide / 2, base - tall - 0.4, number(cell.value, language), VALUE)
    canvas.line((scale.start, base), (scale.end, base), Stroke(), "_base")
    canvas.line((scale.at(0), top + 0.6), (scale.at(0), base), Stroke(colour=INK, thick=1.2), "_entry")


def period_words(cell: Cell, language: Language) -> str:
    """Name a period in words."""
    return phrase(f"figure.services.from_{cell.first}_to_{cell.last}", language)


def _alt(lanes: Sequence[Lane], language: Language) -> str:
    changes, sentences = [], []
    for lane in lanes:
        ends = {"first": lane.cells[0], "last": lane.cells[-1]}
        values: dict[str, object] = {name: number(cell.value, language) for name, cell in ends.items()}
        values["provider"] = lane.label
        changes.append(phrase("figure.services.change", language, values))
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
    finding = phrase("figure.services.finding", language, {"lanes": ". ".join(changes)})
    return " ".join([finding, *sentences])


def _source(release: Release, language: Language) -> str:
    """Say how many families were followed through all periods; their number is itself a released one."""
    found = next((row for row in release.of_table("services_followed", "services") if rows.shown(row)), None)
    if found is None:
        return rows.source(release, (), language)
    return source_of(release, rows.families(found.estimate.value, language), language)
