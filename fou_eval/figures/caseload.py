"""Families per family advocate over time, against the number that the project set itself."""

from datetime import date

from matplotlib.axes import Axes
from matplotlib.ticker import MaxNLocator

from fou_eval.declaration.text import Language
from fou_eval.design import INK, QUIET, SKY, VERMILLION
from fou_eval.disclosure.release import Release, Released
from fou_eval.figures import rows
from fou_eval.figures.picture import Picture
from fou_eval.figures.style import LINE, SMALL, TickText, Words, new_canvas, styled
from fou_eval.formatting import number
from fou_eval.language import phrase
from fou_eval.quantities import value_text

LEFT, PLOT, TOP, HEIGHT = 8.0, 116.0, 3.2 * LINE, 46.0  # mm
MONTHS_OF_YEAR = 12


@styled
def caseload(release: Release, language: Language | None = None) -> Picture | None:
    """Draw the mean number of families per advocate by half-year, with a line at the project's standard.

    Parameters
    ----------
    release
        What may be shown.
    language
        Language of the words; the study's own when not given.
    """
    language = release.language(language)
    drawn = [
        row for row in release.of_table("caseload", "assignments") if _is_period(row) and rows.shown(row)
    ]
    if not drawn:
        return None
    canvas = new_canvas(TOP + HEIGHT + 2.4 * LINE)
    rows.mark(canvas, release, language)
    canvas.write(0, 1.4 * LINE, phrase("figure.caseload.axis", language), Words(size=SMALL, colour=QUIET))
    ax = canvas.scale(LEFT, TOP, PLOT, HEIGHT)
    _draw_bars(ax, drawn, language)
    standard = release.codebook.project.caseload
    highest = max(row.estimate.value for row in drawn)
    ax.set_ylim(0, 1.15 * max(highest, standard.value if standard else 0.0))
    if standard is not None:
        ax.axhline(standard.value, color=VERMILLION, linewidth=1.4, linestyle="--", label="_standard")
        text = phrase("figure.caseload.standard", language, {"value": plain(standard.value, language)})
        y = TOP + HEIGHT * (1 - standard.value / ax.get_ylim()[1])
        canvas.write(LEFT + PLOT + 1.5, y, text.replace(": ", ":\n"), Words(size=SMALL, stand="center"))
    return Picture(
        figure=canvas.figure,
        name="caseload",
        alt=_alt(release, drawn, language),
        caption=_caption(release, drawn, language),
        language=language,
    )


def _is_period(row: Released) -> bool:
    return len(row.estimate.category.split(":")) == 3


def _ends(row: Released) -> tuple[int, int]:
    """Give the first month of a period and the first after it, in months."""
    first, last = (date.fromisoformat(f"{text}-01") for text in row.estimate.category.split(":")[1:])
    begin, end = (day.year * MONTHS_OF_YEAR + day.month - 1 for day in (first, last))
    return begin, end + 1


def _draw_bars(ax: Axes, drawn: list[Released], language: Language) -> None:
    for row in drawn:
        begin, end = _ends(row)
        middle, value = (begin + end) / 2, row.estimate.value
        ax.bar(middle, value, end - begin - 0.4, color=SKY, edgecolor="none", label="_mean")
        ax.text(
            middle,
            value / 2,
            value_text(row.estimate, None, language),
            ha="center",
            va="center",
            fontsize=SMALL,
            color=INK,
        )
    begin, end = _ends(drawn[0])[0], _ends(drawn[-1])[1]
    years = [month for month in range(begin, end + 1) if month % MONTHS_OF_YEAR == 0]
    ax.set(xlim=(begin - 0.5, end + 0.5), xticks=years)
    ax.set_xticklabels([str(month // MONTHS_OF_YEAR) for month in years], ha="left")
    ax.yaxis.set_major_locator(MaxNLocator(nbins=5, integer=True))
    ax.yaxis.set_major_formatter(TickText(language, "plain"))


def plain(value: float, language: Language) -> str:
    """Write a declared number with no more decimals than it has."""
    return number(value, language, 0 if value == int(value) else 1)


def _alt(release: Release, drawn: list[Released], language: Language) -> str:
    standard = release.codebook.project.caseload
    beside = (
        phrase("figure.caseload.alt_standard", language, {"value": plain(standard.value, language)})
        if standard
        else ""
    )
    values = ", ".join(value_text(row.estimate, None, language) for row in drawn)
    sentence = phrase("figure.caseload.alt", language, {"values": values, "standard": beside}).strip()
    return " ".join([sentence, *(f"{text}." for text in rows.markings(release, language))])


def _caption(release: Release, drawn: list[Released], language: Language) -> str:
    standard = release.codebook.project.caseload
    beside = ""
    if standard is not None:
        told = {"value": plain(standard.value, language), "source": standard.source}
        beside = phrase("figure.caseload.caption_standard", language, told)
    whole = next(
        (row for row in release.of_table("caseload", "assignments") if not _is_period(row)), drawn[0]
    )
    values = {"n": number(whole.estimate.n, language, 0), "standard": beside}
    return rows.caption(release, language, phrase("figure.caseload.caption", language, values).strip())
