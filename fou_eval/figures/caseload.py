"""Families per family advocate over time, against the number that the project set itself."""

from collections.abc import Sequence
from datetime import date

from fou_eval.declaration.text import Language
from fou_eval.design import BLUE, INK, PAPER, QUIET
from fou_eval.disclosure.release import Release, Released
from fou_eval.figures import rows
from fou_eval.figures.grid import begin, head
from fou_eval.figures.lettering import text_width, wrapped
from fou_eval.figures.picture import Picture, finished
from fou_eval.figures.recorded import source_of
from fou_eval.figures.scale import BELOW, TICK, Scale
from fou_eval.figures.style import LINE, SMALL, Canvas, Fill, Stroke, Width, Words, layout_width, styled
from fou_eval.formatting import named_month, number
from fou_eval.language import phrase
from fou_eval.quantities import value_text

HEIGHT, BESIDE = 42.0, 26.0  # mm: the plot, and the words right of it
MONTHS_OF_YEAR = 12


@styled
def caseload(release: Release, language: Language | None = None, *, width: Width = "page") -> Picture | None:
    """Draw the mean number of families per advocate by half-year, with a line at the project's standard.

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
    found = release.of_table("caseload", "assignments")
    drawn = [row for row in found if _is_period(row) and rows.shown(row)]
    if not drawn:
        return None
    whole = next((row for row in found if not _is_period(row)), drawn[0])
    basis = phrase("figure.basis.advocate_months", language, {"n": number(whole.estimate.n, language, 0)})
    return finished(
        _drawn(release, drawn, language, width),
        "caseload",
        alt=_alt(release, drawn, language),
        caption=_caption(release, language),
        source=source_of(release, basis, language),
    )


def _drawn(release: Release, drawn: Sequence[Released], language: Language, width: Width) -> Canvas:
    standard = release.codebook.project.caseload
    top = head(release, language) + 1.3 * LINE
    canvas = begin(release, top + HEIGHT + 1.5 * LINE, language, width)
    quiet = Words(size=SMALL, colour=QUIET)
    canvas.write(0, top - 1.3 * LINE, phrase("figure.caseload.axis", language), quiet)
    highest = max([row.estimate.value for row in drawn] + ([standard.value] if standard else []))
    right = layout_width(width) - (BESIDE if standard else 0.0)
    tall = Scale(low=0.0, high=highest or 1.0, start=top + HEIGHT, end=top + 0.5 * LINE)
    months = Scale(low=_ends(drawn[0])[0], high=_ends(drawn[-1])[1], start=0.0, end=right)
    _draw_bars(canvas, drawn, (months, tall), language)
    _name_years(canvas, months, tall.start)
    if standard is not None:
        y = tall.at(standard.value)
        canvas.line((0, y), (right, y), Stroke(colour=INK, thick=1.2, dashes=(4, 2.5)), "_standard")
        text = phrase("figure.caseload.standard", language, {"value": plain(standard.value, language)})
        canvas.write(right + 1.5, y, wrapped(text, BESIDE - 1.5, SMALL), Words(size=SMALL, stand="center"))
    return canvas


def _is_period(row: Released) -> bool:
    return len(row.estimate.category.split(":")) == 3


def _ends(row: Released) -> tuple[int, int]:
    """Give the first month of a period and the first after it, in months."""
    first, last = (date.fromisoformat(f"{text}-01") for text in row.estimate.category.split(":")[1:])
    begins, ends = (day.year * MONTHS_OF_YEAR + day.month - 1 for day in (first, last))
    return begins, ends + 1


def _draw_bars(
    canvas: Canvas, drawn: Sequence[Released], scales: tuple[Scale, Scale], language: Language
) -> None:
    """Draw a bar for each period, as wide as it is long, with its number at the foot, or above where it is low."""
    months, tall = scales
    for row in drawn:
        begins, ends = map(months.at, _ends(row))
        top = tall.at(row.estimate.value)
        canvas.box((begins + 0.8, top), (ends - begins - 1.6, tall.start - top), Fill(colour=BLUE), "_mean")
        inside = tall.start - top > 1.5 * LINE
        look = Words(weight="bold", side="center", stand="bottom", colour=PAPER if inside else INK)
        y = (tall.start if inside else top) - 0.5
        canvas.write((begins + ends) / 2, y, value_text(row.estimate, None, language), look)


def _name_years(canvas: Canvas, months: Scale, y: float) -> None:
    """Write each year below the middle of what is shown of it, where there is room, and mark where years begin."""
    canvas.line((months.start, y), (months.end, y), Stroke(), "_base")
    first, last = int(months.low), int(months.high)
    for year in range(first // MONTHS_OF_YEAR, (last - 1) // MONTHS_OF_YEAR + 1):
        begins, ends = (
            months.at(min(max(month, first), last))
            for month in (year * MONTHS_OF_YEAR, (year + 1) * MONTHS_OF_YEAR)
        )
        if begins > months.start:
            canvas.line((begins, y), (begins, y + 2 * TICK), Stroke(), "_tick")
        if ends - begins > text_width(str(year), SMALL) + 1:
            canvas.write((begins + ends) / 2, y + 0.6, str(year), BELOW)


def plain(value: float, language: Language) -> str:
    """Write a declared number with no more decimals than it has."""
    return number(value, language, 0 if value == int(value) else 1)


def _alt(release: Release, drawn: Sequence[Released], language: Language) -> str:
    standard = release.codebook.project.caseload
    beside = (
        phrase("figure.caseload.alt_standard", language, {"value": plain(standard.value, language)})
        if standard
        else ""
    )
    values = "; ".join(_told(row, language) for row in drawn)
    return phrase("figure.caseload.alt", language, {"values": values, "standard": beside}).strip()


def _told(row: Released, language: Language) -> str:
    start, end = (named_month(month, language) for month in row.estimate.category.split(":")[1:])
    values = {"start": start, "end": end, "value": value_text(row.estimate, None, language)}
    return phrase("figure.caseload.alt_period", language, values)


def _caption(release: Release, language: Language) -> str:
    standard = release.codebook.project.caseload
    beside = ""
    if standard is not None:
        source = release.codebook.source_named(standard.source, language)
        told = {"value": plain(standard.value, language), "source": source}
        beside = phrase("figure.caseload.caption_standard", language, told)
    return phrase("figure.caseload.caption", language, {"standard": beside}).strip()
