"""What the family advocates' hours went to, with the part that was with families against the project's standard."""

from fou_eval.declaration.project import TimeWithFamilies
from fou_eval.declaration.text import Language
from fou_eval.design import BLUE, INK, PALE, RULE, VERMILLION
from fou_eval.disclosure.release import Release, Released
from fou_eval.estimates import Estimate
from fou_eval.figures import rows
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
from fou_eval.language import phrase

BARS, BAR_WIDTH, NUMBERS = (
    58.0,
    86.0,
    146.0,
)  # mm: where the bars begin, how long they are, where numbers stand
BAR = 4.2
TOP = 1.6 * LINE


@styled
def hours(release: Release, language: Language | None = None) -> Picture | None:
    """Draw the share of the advocates' hours with families against the standard, and the share of each activity.

    Parameters
    ----------
    release
        What may be shown.
    language
        Language of the words; the study's own when not given.
    """
    language = release.language(language)
    drawn = [row for row in release.of_table("hours_share", "ombud_time", "activity") if rows.shown(row)]
    if not drawn:
        return None
    standard = release.codebook.project.time_with_families
    whole = _whole(release)
    lines = _lines(release, drawn, whole, standard, language)
    heights = [LINE * (line_count(label) + 0.9) for label, *_ in lines]
    height = sum(heights)
    canvas = new_canvas(TOP + height + 2.6 * LINE)
    rows.mark(canvas, release, language)
    scale = canvas.scale(BARS, TOP, BAR_WIDTH, height)
    scale.set(xlim=(0, 1), ylim=(0, 1), yticks=[], xticks=(0, 0.25, 0.5, 0.75, 1))
    scale.xaxis.set_major_formatter(TickText(language, "percent"))
    y = TOP
    for (label, value, counts, strong), own in zip(lines, heights, strict=True):
        _draw_line(canvas, y + own / 2, (label, value), counts=counts, strong=strong, language=language)
        y += own
    if standard is not None and whole is not None:
        scale.axvline(standard.value, color=VERMILLION, linewidth=1.4, linestyle="--", label="_standard")
    return Picture(
        figure=canvas.figure,
        name="hours",
        alt=_alt(release, drawn, language),
        caption=_caption(release, language),
        language=language,
    )


def _whole(release: Release) -> Estimate | None:
    return rows.shown(next(iter(release.of_table("hours_with_families", "ombud_time")), None))


def _lines(
    release: Release,
    drawn: list[Released],
    whole: Estimate | None,
    standard: TimeWithFamilies | None,
    language: Language,
) -> list[tuple[str, float, bool, bool]]:
    """Give label, share, whether it counts as time with families, and whether it is the sum of these."""
    found = []
    if whole is not None:
        label = wrapped(phrase("figure.hours.with_families", language), BARS - 3)
        found.append((label, whole.value, True, True))
    for row in drawn:
        code = row.estimate.category.split(":")[2]
        label = wrapped(activity(release, code, language), BARS - 3)
        found.append((label, row.estimate.value, bool(standard and code in standard.activities), False))
    return found


def activity(release: Release, code: str, language: Language) -> str:
    """Name an activity; rows without one by the words for that."""
    table = release.codebook.recording("ombud_time")
    codes = table.columns["activity"].codes if table is not None else None
    known = {str(key): text for key, text in codes.items()} if isinstance(codes, dict) else {}
    return known[code][language] if code in known else phrase(f"recorded.{code}", language)


def _draw_line(
    canvas: Canvas, y: float, line: tuple[str, float], *, counts: bool, strong: bool, language: Language
) -> None:
    label, value = line
    weight = "bold" if strong else "normal"
    canvas.write(0, y, label, Words(stand="center", weight=weight))  # type: ignore[arg-type]
    canvas.sheet.barh(
        y,
        BAR_WIDTH * value,
        left=BARS,
        height=BAR,
        color=BLUE if counts else PALE,
        edgecolor="none" if counts else RULE,
        hatch="" if counts else "////",
        linewidth=0.4,
        label="_share",
    )
    text = percent(value, language)
    canvas.write(NUMBERS, y, text, Words(size=SMALL, stand="center", weight=weight, colour=INK))  # type: ignore[arg-type]


def _alt(release: Release, drawn: list[Released], language: Language) -> str:
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
                "activity": activity(release, row.estimate.category.split(":")[2], language),
                "share": percent(row.estimate.value, language),
            },
        )
        for row in drawn
    ]
    values = {"with_families": beside, "values": ", ".join(listed)}
    sentence = phrase("figure.hours.alt", language, values).replace("  ", " ")
    return " ".join([sentence, *(f"{text}." for text in rows.markings(release, language))])


def _caption(release: Release, language: Language) -> str:
    standard = release.codebook.project.time_with_families
    beside = ""
    if standard is not None and _whole(release) is not None:
        told = {"value": percent(standard.value, language), "source": standard.source}
        beside = phrase("figure.hours.caption_standard", language, told)
    every = rows.shown(next(iter(release.of_table("hours_in_all", "ombud_time")), None))
    values = {"hours": number(every.value if every else 0.0, language, 0), "standard": beside}
    return rows.caption(release, language, phrase("figure.hours.caption", language, values).strip())
