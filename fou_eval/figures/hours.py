"""What the family advocates' hours went to, with the part that was with families against the project's standard."""

from collections.abc import Sequence
from dataclasses import dataclass

from fou_eval.declaration.text import Language
from fou_eval.design import BLUE, INK, PALE, QUIET, RULE, TINT
from fou_eval.disclosure.release import Release, Released
from fou_eval.estimates import Estimate
from fou_eval.figures import rows
from fou_eval.figures.grid import Row, begin, grid, head, laid
from fou_eval.figures.picture import Picture, finished
from fou_eval.figures.recorded import code_names, source_of
from fou_eval.figures.style import LINE, SMALL, Canvas, Fill, Stroke, Width, Words, styled
from fou_eval.formatting import number, percent
from fou_eval.language import phrase

LABELS, ENDS = 56.0, 14.0  # mm: width of the names of activities, and of the numbers at the ends of bars
BAR, WHOLE = 4.6, 6.4  # mm: height of a bar, and of the one that sums up others


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One bar: its label and share, whether it counts as time with families, and whether it sums up others."""

    label: str
    value: float
    counts: bool
    whole: bool = False


@styled
def hours(release: Release, language: Language | None = None, *, width: Width = "page") -> Picture | None:
    """Draw the share of the advocates' hours with families against the standard, and the share of each activity.

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
    drawn = [row for row in release.of_table("hours_share", "ombud_time", "activity") if rows.shown(row)]
    if not drawn:
        return None
    return finished(
        _drawn(release, _lines(release, drawn, language), language, width),
        "hours",
        alt=_alt(release, drawn, language),
        caption=_caption(release, language),
        source=_source(release, language),
    )


def _whole(release: Release) -> Estimate | None:
    return rows.shown(next(iter(release.of_table("hours_with_families", "ombud_time")), None))


def _lines(release: Release, drawn: Sequence[Released], language: Language) -> tuple[Line, ...]:
    """Put the time with families first, then what counts as such, then the rest."""
    standard, whole = release.codebook.project.time_with_families, _whole(release)
    counting = standard.activities if standard else ()
    found = []
    if whole is not None:
        label = phrase("figure.hours.with_families", language)
        found.append(Line(label=label, value=whole.value, counts=True, whole=True))
    activities = [
        Line(
            label=activity(release, row, language),
            value=row.estimate.value,
            counts=row.estimate.category.split(":")[2] in counting,
        )
        for row in drawn
    ]
    return (*found, *sorted(activities, key=lambda line: not line.counts))


def activity(release: Release, row: Released, language: Language) -> str:
    """Name an activity; rows without one by the words for that."""
    table, code = release.codebook.recording("ombud_time"), row.estimate.category.split(":")[2]
    return code if table is None else ", ".join(code_names(table, "activity", [code], language))


def _drawn(release: Release, lines: Sequence[Line], language: Language, width: Width) -> Canvas:
    standard = release.codebook.project.time_with_families
    beside = standard.value if standard is not None and lines[0].whole else None
    places = grid(width, LABELS, ENDS)
    top = head(release, language) + (LINE if beside is not None and not places.above else 0.0)
    heights = [WHOLE if line.whole else BAR for line in lines]
    found = laid(places, [line.label for line in lines], heights, top, apart=0.55 * LINE)
    canvas = begin(release, found[-1].bottom, language, width)
    long = places.right - places.left
    for line, row in zip(lines, found, strict=True):
        if line.whole:
            _draw_all(canvas, places.left, long, row)
        look = Words(weight="bold" if line.whole else "normal")
        canvas.write(0, row.words, row.label, look)
        if line.value:
            fill = Fill(colour=BLUE) if line.counts else Fill(colour=PALE, edge=RULE)
            canvas.box((places.left, row.top), (long * line.value, row.height), fill, "_share")
        # The number of the sum stands on the bar of all hours, or after it.
        end = places.right if line.whole and line.value > 0.8 else places.left + long * line.value
        weight = Words(weight="bold" if line.whole else "normal", stand="center")
        canvas.write(end + 1.5, row.middle, percent(line.value, language), weight)
    if beside is not None:
        text = phrase("figure.hours.standard", language, {"value": percent(beside, language)})
        _draw_standard(canvas, places.left + long * beside, found[0], text, above=places.above)
    return canvas


def _draw_all(canvas: Canvas, left: float, long: float, row: Row) -> None:
    """Draw the bar of all hours behind the one that sums up some of them."""
    canvas.box((left, row.top), (long, row.height), Fill(colour=TINT, edge=RULE, order=0), "_all")


def _draw_standard(canvas: Canvas, x: float, row: Row, text: str, *, above: bool) -> None:
    """Draw the standard across the bar that it is for; its words stand above, right of a label that is there too."""
    bottom = row.top + row.height + 0.8
    canvas.line((x, row.top - 0.8), (x, bottom), Stroke(colour=INK, thick=1.4), "_standard")
    if above:
        canvas.write(canvas.width, row.words, text, Words(size=SMALL, colour=QUIET, side="right"))
        return
    look = Words(size=SMALL, colour=QUIET, side="center", stand="bottom")
    canvas.write(x, row.top - 1.0, text, look)


def _alt(release: Release, drawn: Sequence[Released], language: Language) -> str:
    standard, whole = release.codebook.project.time_with_families, _whole(release)
    beside = ""
    if standard is not None and whole is not None:
        told = {"value": percent(whole.value, language), "standard": percent(standard.value, language)}
        beside = phrase("figure.hours.alt_with_families", language, told)
    listed = [
        phrase(
            "figure.hours.alt_line",
            language,
            {
                "activity": activity(release, row, language),
                "share": percent(row.estimate.value, language),
            },
        )
        for row in drawn
    ]
    values = {"with_families": beside, "values": ", ".join(listed)}
    return phrase("figure.hours.alt", language, values).strip()


def _caption(release: Release, language: Language) -> str:
    standard = release.codebook.project.time_with_families
    beside = ""
    if standard is not None and _whole(release) is not None:
        source = release.codebook.source_named(standard.source, language)
        told = {"value": percent(standard.value, language), "source": source}
        beside = phrase("figure.hours.caption_standard", language, told)
    return phrase("figure.hours.caption", language, {"standard": beside}).strip()


def _source(release: Release, language: Language) -> str:
    every = rows.shown(next(iter(release.of_table("hours_in_all", "ombud_time")), None))
    if every is None:
        return rows.source(release, (), language)
    basis = phrase("figure.basis.hours", language, {"n": number(every.value, language, 0)})
    return source_of(release, basis, language)
