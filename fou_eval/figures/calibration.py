"""How often each procedure gives a false alarm, in every simulated design that it should be right in."""

from collections.abc import Sequence
from math import isfinite

from matplotlib.axes import Axes

from fou_eval.declaration.text import Language
from fou_eval.design import BLUE, IMPROVING, INK, PAGE, QUIET, RULE, SKY
from fou_eval.figures.picture import Picture
from fou_eval.figures.style import (
    LINE,
    SMALL,
    Canvas,
    TickText,
    Words,
    line_count,
    new_canvas,
    styled,
    wrapped,
)
from fou_eval.formatting import number, percent
from fou_eval.language import PHRASES, phrase
from fou_eval.measured import Rate

SCALE = 58.0  # mm: where the scale begins
ROW = 6.6
AIM = (0.04, 0.06)
FILLINGS = ("white", SKY, BLUE)  # from the lowest correlation within families to the highest


@styled
def calibration(rates: Sequence[Rate], ours: Sequence[str], language: Language = "sv") -> Picture:
    """Draw the type I error of every procedure in every symmetric design, one mark each.

    Parameters
    ----------
    rates
        The calibration table.
    ours
        Names of the statistics that are shown first, in order; the usual procedures beside them are those that the
        catalogue does not have.
    language
        Language of the words.

    Raises
    ------
    ValueError
        If the table has no such rates.
    """
    drawn = [rate for rate in rates if _shown(rate)]
    names = {
        "ours": [name for name in ours if any(rate.statistic == name for rate in drawn)],
        "naive": _peers(drawn),
    }
    if not any(names.values()):
        raise ValueError("there is nothing to draw: no rates of tests in symmetric designs.")
    rows = sum(map(len, names.values()))
    canvas = new_canvas(5.4 * LINE + ROW * (rows + 2) + 4.4 * LINE)
    canvas.write(0, 0.4 * LINE, phrase("calibration.title", language), Words(weight="bold"))
    _legend(canvas, sorted({rate.icc for rate in drawn}), language)
    top = 4.8 * LINE
    ax = canvas.scale(SCALE, top, PAGE - SCALE - 3, ROW * (rows + 2))
    _draw_scale(ax, drawn, rows + 2, language)
    place = 0
    for group, members in names.items():
        canvas.write(0, top + ROW * (place + 0.5), phrase(f"calibration.{group}", language), _HEADING)
        place += 1
        for name in members:
            text = wrapped(label(name, language), SCALE - 3, SMALL)
            canvas.write(
                3,
                top + ROW * (place + 0.5),
                text,
                Words(size=SMALL if line_count(text) < 3 else 7, stand="center"),
            )
            _draw_row(
                ax,
                place,
                [rate for rate in drawn if rate.statistic == name],
                BLUE if group == "ours" else INK,
            )
            place += 1
    return Picture(
        figure=canvas.figure,
        name="calibration",
        alt=_alt(drawn, [name for members in names.values() for name in members], language),
        caption=phrase(
            "calibration.caption",
            language,
            {
                "datasets": number(max(rate.datasets for rate in drawn), language, 0),
                "seed": str(drawn[0].seed),
                "version": drawn[0].version,
            },
        ),
        language=language,
    )


_HEADING = Words(size=SMALL, weight="bold", stand="center")


def label(name: str, language: Language) -> str:
    """Name a procedure."""
    key = f"statistic.{name}.label"
    return phrase(key if key in PHRASES else f"peer.{name}", language)


def _shown(rate: Rate) -> bool:
    plain = rate.symmetric and rate.dropout == "none" and rate.change == 0
    return rate.what == "type_1" and plain and isfinite(rate.rate)


def _peers(rates: Sequence[Rate]) -> list[str]:
    known = [key.removeprefix("peer.") for key in PHRASES if key.startswith("peer.")]
    return [name for name in known if any(rate.statistic == name for rate in rates)]


def _legend(canvas: Canvas, correlations: Sequence[float], language: Language) -> None:
    x = 0.0
    for icc, colour in zip(correlations, FILLINGS, strict=False):
        canvas.sheet.plot([x + 1.5], [2.9 * LINE], "o", color=colour, markeredgecolor=BLUE, markersize=5)
        text = phrase("calibration.icc", language, {"icc": number(icc, language, 1)})
        canvas.write(x + 4, 2.9 * LINE, text, Words(size=SMALL, stand="center"))
        x += 52


def _draw_scale(ax: Axes, drawn: Sequence[Rate], rows: int, language: Language) -> None:
    most = max(0.12, 1.08 * max(rate.rate for rate in drawn))
    ax.set(xlim=(0, most), ylim=(rows, 0), yticks=[])
    ax.spines["left"].set_visible(False)
    ax.axvspan(*AIM, facecolor=IMPROVING, edgecolor="none", zorder=0)
    ax.axvline(0.05, color=RULE, linewidth=0.8)
    ax.xaxis.set_major_formatter(TickText(language, "percent"))
    ax.set_xlabel(wrapped(phrase("calibration.axis", language), PAGE - SCALE, SMALL))
    text = phrase("calibration.aim", language)
    ax.annotate(
        text, (AIM[1], 0), xytext=(3, -2), textcoords="offset points", va="top", fontsize=SMALL, color=QUIET
    )


def _draw_row(ax: Axes, place: int, rates: Sequence[Rate], edge: str) -> None:
    correlations = sorted({rate.icc for rate in rates})
    for level, (icc, colour) in enumerate(zip(correlations, FILLINGS, strict=False)):
        own = [rate.rate for rate in rates if rate.icc == icc]
        ax.plot(
            own,
            [place + 0.28 + 0.22 * level] * len(own),
            "o",
            color=colour,
            markeredgecolor=edge,
            markeredgewidth=0.6,
            markersize=3.6,
            label="_rate",
        )


def _alt(rates: Sequence[Rate], names: Sequence[str], language: Language) -> str:
    sentences = []
    for name in names:
        own = [rate.rate for rate in rates if rate.statistic == name]
        ends = {"low": percent(min(own), language, 1), "high": percent(max(own), language, 1)}
        sentences.append(phrase("calibration.alt_row", language, {"label": label(name, language), **ends}))
    return phrase("calibration.alt", language, {"rows": " ".join(sentences)})
