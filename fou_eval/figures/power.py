"""Before the study: how small a change is detected with how many families."""

from collections.abc import Sequence
from math import isfinite

from matplotlib.axes import Axes
from matplotlib.ticker import FixedLocator, NullLocator

from fou_eval.declaration.text import Language
from fou_eval.design import BLUE, GREEN, INK, ORANGE, PALE, QUIET, SKY, VERMILLION
from fou_eval.figures.picture import Picture, finished
from fou_eval.figures.rows import families as count_families
from fou_eval.figures.scale import TickText
from fou_eval.figures.style import (
    LINE,
    SMALL,
    Canvas,
    Dot,
    Width,
    Words,
    layout_width,
    line_count,
    new_canvas,
    styled,
    wrapped,
)
from fou_eval.formatting import number, percent, round_to
from fou_eval.language import phrase
from fou_eval.measured import Detectable

# Colour and mark of the indicators in order; the mark says the same as the colour.
LOOKS = ((BLUE, "o"), (VERMILLION, "s"), (GREEN, "^"), (ORANGE, "D"), (SKY, "v"), (INK, "P"))
TOP, LEFT, PLOT = 1.8 * LINE, 10.0, 96.0  # mm: where the scale begins, its left end, its width on a page
HEIGHT, SMALL_HEIGHT, GAP = 46.0, 24.0, 12.0
AXIS = 3.2 * LINE  # mm below a scale


@styled
def power(rows: Sequence[Detectable], language: Language = "sv", *, width: Width = "page") -> Picture:
    """Draw the smallest change that is detected against the number of families.

    At the top for all indicators in standard deviations, below for each in its own unit.

    Parameters
    ----------
    rows
        Rows of `fou_eval.power`.
    language
        Language of the words.
    width
        What it is laid out for.

    Raises
    ------
    ValueError
        If there are no rows.
    """
    if not rows:
        raise ValueError("there is nothing to draw: no rows.")
    groups = grouped(rows)
    columns = 1 if width == "column" else 2
    panel = 6.2 * LINE + SMALL_HEIGHT
    wide = (layout_width(width) - GAP * (columns - 1)) / columns
    start = TOP + HEIGHT + AXIS + _names_below(groups, width, language)
    canvas = new_canvas(start + -(-len(groups) // columns) * panel, language, width)
    canvas.write(0, 0, phrase("figure.power.axis", language), Words(size=SMALL, colour=QUIET))
    draw_all(canvas, groups, width, language)
    for place, own in enumerate(groups.values()):
        corner = ((wide + GAP) * (place % columns), start + panel * (place // columns))
        draw_own(canvas, corner, wide, place, own, language)
    return finished(
        canvas,
        "power",
        alt=_alt(groups, language),
        caption=phrase(
            "power.caption",
            language,
            {"power": percent(rows[0].power, language), "basis": basis(rows, language)},
        ),
        source=phrase(
            "figure.power.source",
            language,
            {"datasets": number(rows[0].datasets, language, 0), "seed": str(rows[0].seed)},
        ),
    )


def grouped(rows: Sequence[Detectable]) -> dict[tuple[str, str], list[Detectable]]:
    """Group rows by indicator, in the order in which they come, each by number of families."""
    groups: dict[tuple[str, str], list[Detectable]] = {}
    for row in rows:
        groups.setdefault((row.kind, row.outcome), []).append(row)
    return {key: sorted(own, key=lambda row: row.families) for key, own in groups.items()}


def indicator_label(row: Detectable, language: Language) -> str:
    """Name an indicator: as it is declared, or by its kind."""
    name = row.label[0 if language == "sv" else 1]
    return name[:1].upper() + name[1:]


def unit_of(row: Detectable, language: Language) -> str:
    """Name the unit of a change in a language."""
    return row.unit[0 if language == "sv" else 1]


def change_text(row: Detectable, language: Language) -> str:
    """Write the size of a change in its own unit, with two significant digits."""
    if not isfinite(row.change):
        return phrase("power.none", language)
    size = abs(row.change)
    return number(size, language, 0 if size >= 9.95 else 1 if size >= 0.995 else 2)


def basis(rows: Sequence[Detectable], language: Language) -> str:
    """Say in a sentence or two what the rows were computed for."""
    row = rows[0]
    members = sum(own.units for own in rows) / sum(
        own.families * (1 - own.dropout) ** (own.waves - 1) for own in rows
    )
    return phrase(
        "power.basis",
        language,
        {
            "members": number(members, language, 1),
            "icc": number(row.icc, language, 1),
            "dropout": percent(row.dropout, language),
            "waves": number(row.waves, language, 0),
            "level": percent(1 - row.confidence, language),
            "datasets": number(row.datasets, language, 0),
            "seed": str(row.seed),
        },
    )


def _names_below(groups: dict[tuple[str, str], list[Detectable]], width: Width, language: Language) -> float:
    """Give the room in mm of the names below the scale, where they do not stand beside it."""
    if width != "column":
        return 0.0
    return sum(line_count(_name(own[0], width, language)) + 0.3 for own in groups.values()) * LINE


def _name(row: Detectable, width: Width, language: Language) -> str:
    room = layout_width(width) - (5 if width == "column" else LEFT + PLOT + 10)
    return wrapped(indicator_label(row, language), room)


def draw_all(
    canvas: Canvas, groups: dict[tuple[str, str], list[Detectable]], width: Width, language: Language
) -> None:
    """Draw all indicators on one scale of standard deviations, with their names beside or below it."""
    below = width == "column"
    ax = canvas.scale(LEFT, TOP, canvas.width - LEFT - 3 if below else PLOT, HEIGHT)
    every = [row for own in groups.values() for row in own]
    _families_axis(ax, every, language)
    top = max((row.change_sd + row.error_sd for row in every if isfinite(row.change_sd)), default=1.0)
    ax.set_ylim(0, 1.1 * top)
    ax.yaxis.set_major_formatter(TickText(language, "plain"))
    ax.grid(axis="y", color=PALE, linewidth=0.5)
    x, y = (0.0, TOP + HEIGHT + AXIS) if below else (LEFT + PLOT + 5, TOP + LINE)
    for place, own in enumerate(groups.values()):
        colour, marker = LOOKS[place % len(LOOKS)]
        found = [row for row in own if isfinite(row.change_sd)]
        ax.errorbar(
            [row.families for row in found],
            [row.change_sd for row in found],
            yerr=[row.error_sd for row in found],
            color=colour,
            marker=marker,
            markersize=4.5,
            linewidth=1.2,
            elinewidth=0.8,
            label=indicator_label(own[0], language),
        )
        name = _name(own[0], width, language)
        canvas.dot((x + 1.5, y + 0.5 * LINE), Dot(colour=colour, size=5, shape=marker))
        canvas.write(x + 4.5, y, name, Words())
        y += LINE * (line_count(name) + (0.3 if below else 0.7))


def draw_own(
    canvas: Canvas,
    corner: tuple[float, float],
    width: float,
    place: int,
    own: Sequence[Detectable],
    language: Language,
) -> None:
    """Draw one indicator in its own unit, every point with its number."""
    x, y = corner
    canvas.write(x, y, wrapped(indicator_label(own[0], language), width, weight="bold"), Words(weight="bold"))
    canvas.write(
        x, y + 1.2 * LINE, wrapped(unit_of(own[0], language), width, SMALL), Words(size=SMALL, colour=QUIET)
    )
    ax = canvas.scale(x + 3, y + 3.2 * LINE, width - 6, SMALL_HEIGHT)
    _families_axis(ax, own, language)
    colour, marker = LOOKS[place % len(LOOKS)]
    found = [row for row in own if isfinite(row.change)]
    sizes = [abs(row.change) for row in found]
    ax.plot([row.families for row in found], sizes, color=colour, marker=marker, markersize=4, linewidth=1.2)
    ax.set_ylim(0, 1.45 * max(sizes, default=1.0))
    ax.set_yticks([])
    ax.spines["left"].set_visible(False)
    for row, size in zip(found, sizes, strict=True):
        text = change_text(row, language)
        ax.annotate(
            text,
            (row.families, size),
            xytext=(0, 4),
            textcoords="offset points",
            ha="center",
            va="bottom",
            fontsize=SMALL,
        )


def _families_axis(ax: Axes, rows: Sequence[Detectable], language: Language) -> None:
    sizes = sorted({row.families for row in rows})
    ax.set_xscale("log")
    ax.set_xlim(sizes[0] / 1.15, sizes[-1] * 1.15)
    ax.xaxis.set_major_locator(FixedLocator(sizes))
    ax.xaxis.set_minor_locator(NullLocator())
    ax.xaxis.set_major_formatter(TickText(language, "plain"))
    ax.set_xlabel(phrase("power.families", language))


def _alt(groups: dict[tuple[str, str], list[Detectable]], language: Language) -> str:
    sentences = []
    for own in groups.values():
        cells = [
            phrase(
                "power.alt_cell",
                language,
                {"change": _sd(row, language), "families": count_families(row.families, language)},
            )
            for row in own
        ]
        values = {"indicator": indicator_label(own[0], language), "changes": ", ".join(cells)}
        sentences.append(phrase("power.alt_row", language, values))
    return phrase("power.alt", language, {"rows": " ".join(sentences)})


def _sd(row: Detectable, language: Language) -> str:
    if not isfinite(row.change_sd):
        return phrase("power.none", language)
    return number(round_to(row.change_sd, 2), language, 2)
