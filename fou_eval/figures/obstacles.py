"""How far the obstacles have come: one bar for each released state, from raised to solved or not solvable."""

from fou_eval.declaration.codebook import Table
from fou_eval.declaration.text import Language
from fou_eval.design import BLUE, QUIET
from fou_eval.disclosure.release import Release, Released
from fou_eval.figures import rows
from fou_eval.figures.picture import Picture
from fou_eval.figures.style import LINE, SMALL, Canvas, Words, line_count, new_canvas, styled, wrapped
from fou_eval.formatting import number
from fou_eval.language import phrase

BARS, END = 70.0, 146.0  # mm: where bars begin, and where the longest one ends
STEP = 2.5  # mm that each state begins further in than the one before it
LABEL = Words(size=SMALL, stand="center")
COUNT = Words(weight="bold", stand="center")
ARROW = Words(size=SMALL, colour=QUIET, stand="center")


@styled
def obstacles(release: Release, language: Language | None = None) -> Picture | None:
    """Draw the number of obstacles in each state, in declared order; none where the states are not shown.

    Parameters
    ----------
    release
        What may be shown.
    language
        Language of the words; the study's own when not given.
    """
    language = release.language(language)
    table = release.codebook.recording("obstacles")
    found = [row for row in release.of_table("records_where", "obstacles", "status") if rows.shown(row)]
    if table is None or not found:
        return None
    labels = [_label(table, row, language) for row in found]
    texts = [wrapped(label, BARS - 8 - STEP * place, SMALL) for place, label in enumerate(labels)]
    heights = [(line_count(text) + 1.0) * LINE for text in texts]
    canvas = new_canvas(1.6 * LINE + sum(heights))
    rows.mark(canvas, release, language)
    y = 1.4 * LINE
    most = max(row.estimate.value for row in found)
    for place, (row, text, height) in enumerate(zip(found, texts, heights, strict=True)):
        _rung(canvas, place, y + height / 2, text, row.estimate.value, most, language)
        y += height
    return _picture(release, table, canvas, labels, found, language)


def _picture(
    release: Release,
    table: Table,
    canvas: Canvas,
    labels: list[str],
    found: list[Released],
    language: Language,
) -> Picture:
    counts = [number(row.estimate.value, language, 0) for row in found]
    states = "; ".join(
        phrase("figure.obstacles.state", language, {"label": label[:1].lower() + label[1:], "n": count})
        for label, count in zip(labels, counts, strict=True)
    )
    whole = next((row for row in release.of_table("records", "obstacles") if rows.shown(row)), None)
    told = number(whole.estimate.value, language, 0) if whole else number(float("nan"), language, 0)
    values: dict[str, object] = {"table": table.label[language], "n": told, "states": states}
    marks = [f"{text}." for text in rows.markings(release, language)]
    return Picture(
        figure=canvas.figure,
        name="obstacles",
        alt=" ".join([phrase("figure.obstacles.alt", language, values), *marks]),
        caption=rows.caption(release, language, phrase("figure.obstacles.caption", language, values)),
        language=language,
    )


def _rung(
    canvas: Canvas, place: int, y: float, text: str, value: float, most: float, language: Language
) -> None:
    x = STEP * place
    if place:
        canvas.write(x - STEP + 0.5, y, "↳", ARROW)
    canvas.write(x + 2, y, text, LABEL)
    width = (END - BARS) * value / max(most, 1)
    canvas.sheet.barh(y, width, left=BARS, height=4.6, color=BLUE, edgecolor="none", label="_count")
    canvas.write(BARS + width + 1.5, y, number(value, language, 0), COUNT)


def _label(table: Table, row: Released, language: Language) -> str:
    """Name one state, or several that are merged."""
    declared = table.columns["status"].codes
    known = {str(code): text for code, text in declared.items()} if isinstance(declared, dict) else {}
    codes = row.estimate.category.split(":")[2].split("+")
    words = [
        known[code][language] if code in known else phrase(f"recorded.{code}", language) for code in codes
    ]
    return ", ".join([words[0], *(word[:1].lower() + word[1:] for word in words[1:])])
