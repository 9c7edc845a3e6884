"""Contacts per family before and after: a ring, a line and a dot for each measure, without a better side."""

from collections.abc import Sequence
from dataclasses import dataclass

from fou_eval.declaration.text import Language
from fou_eval.design import BLUE, PALE
from fou_eval.disclosure.release import Release
from fou_eval.estimates import Estimate
from fou_eval.figures import rows
from fou_eval.figures.grid import begin, grid, head, laid, write_labels
from fou_eval.figures.lettering import text_width
from fou_eval.figures.picture import Picture, finished
from fou_eval.figures.recorded import within
from fou_eval.figures.scale import BELOW, TICK, Scale
from fou_eval.figures.style import LINE, SMALL, Canvas, Dot, Stroke, Width, Words, layout_width, styled
from fou_eval.formatting import number
from fou_eval.language import phrase

LABELS, MARK = 64.0, 5.0  # mm: width of the names of measures; height of a ring with room around it
APART = 1.7  # mm between a mark and its number
VALUE = Words(size=SMALL, stand="center")


@dataclass(frozen=True, slots=True, kw_only=True)
class Dumbbell:
    """One measure with its released levels."""

    label: str
    before: Estimate
    after: Estimate


@styled
def contacts(release: Release, language: Language | None = None, *, width: Width = "page") -> Picture | None:
    """Draw the mean number of contacts per family before and after; none where no two levels may be shown.

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
    found = released_levels(release, language)
    if not found:
        return None
    return finished(
        _drawn(release, found, language, width),
        "contacts",
        alt=_alt(release, found, language),
        caption=" ".join(
            [phrase("figure.contacts.caption", language), phrase("figure.uncontrolled", language)]
        ),
        source=rows.source(release, [one for each in found for one in (each.before, each.after)], language),
    )


def released_levels(release: Release, language: Language) -> tuple[Dumbbell, ...]:
    """Give the measures of contacts of which both levels are shown, in the order of the codebook."""
    table = release.codebook.recording("contacts")
    made = []
    for item in release.codebook.indicators():
        if table is None or item.table != f"{table.table}_measured":
            continue
        before, after = (
            rows.shown(release.find(statistic, outcome=item.name))
            for statistic in ("rate_before", "rate_after")
        )
        if before is not None and after is not None:
            made.append(Dumbbell(label=item.label(language), before=before, after=after))
    return tuple(made)


def _drawn(release: Release, found: Sequence[Dumbbell], language: Language, width: Width) -> Canvas:
    places, top = grid(width, LABELS), head(release, language) + 1.5 * LINE
    lines = laid(places, [one.label for one in found], [MARK] * len(found), top, apart=0.4 * LINE)
    canvas = begin(release, lines[-1].bottom + 2.6 * LINE, language, width)
    _key(canvas, release, places.left, top - 1.5 * LINE + LINE / 2, language)
    most = max(value for one in found for value in (one.before.value, one.after.value)) or 1.0
    # Room for a number at either end.
    scale = Scale(low=0.0, high=most, start=places.left + 8, end=layout_width(width) - 9)
    for line, one in zip(lines, found, strict=True):
        _draw(canvas, line.middle, one, scale, language)
    write_labels(canvas, lines)
    _axis(canvas, scale, lines[-1].bottom, language)
    return canvas


def _key(canvas: Canvas, release: Release, x: float, y: float, language: Language) -> None:
    """Show what the ring and the dot stand for."""
    for name, label in rows.contrast(release, language).items():
        _mark(canvas, x + 1.4, y, name)
        canvas.write(x + 4, y, str(label), VALUE)
        x += text_width(str(label), SMALL) + 10


def _mark(canvas: Canvas, x: float, y: float, name: str) -> None:
    canvas.dot((x, y), Dot(colour=BLUE, size=6.4, filled=name == "after"), f"_{name}")


def _draw(canvas: Canvas, y: float, one: Dumbbell, scale: Scale, language: Language) -> None:
    """Draw one measure; the smaller number stands left of its mark and the larger one right of it."""
    low, high = sorted((one.before.value, one.after.value))
    text = number(low, language)
    left = scale.at(low) - APART
    start, end = scale.at(0), left - text_width(text, SMALL) - 1.5
    if end > start:
        canvas.line((start, y), (end, y), Stroke(colour=PALE), "_row")
    canvas.line((scale.at(low), y), (scale.at(high), y), Stroke(colour=BLUE, thick=2.0), "_change")
    for name, estimate in (("before", one.before), ("after", one.after)):
        _mark(canvas, scale.at(estimate.value), y, name)
    canvas.write(left, y, text, Words(size=SMALL, stand="center", side="right"))
    canvas.write(scale.at(high) + APART, y, number(high, language), VALUE)


def _axis(canvas: Canvas, scale: Scale, y: float, language: Language) -> None:
    canvas.line((scale.start, y), (scale.end, y), Stroke(), "_axis")
    ticks = [tick for tick in scale.ticks(5) if tick == int(tick)]
    for tick in ticks:
        x = scale.at(tick)
        canvas.line((x, y), (x, y + TICK), Stroke(), "_tick")
        canvas.write(x, y + TICK + 0.4, number(tick, language, 0), BELOW)
    middle = (scale.start + scale.end) / 2
    canvas.write(middle, y + TICK + 0.4 + LINE, phrase("figure.contacts.axis", language), BELOW)


def _alt(release: Release, found: Sequence[Dumbbell], language: Language) -> str:
    lines = [
        phrase(
            "figure.contacts.line",
            language,
            {
                "label": within(one.label),
                "low": number(one.before.value, language),
                "high": number(one.after.value, language),
            },
        )
        for one in found
    ]
    labels = {name: within(str(label)) for name, label in rows.contrast(release, language).items()}
    return phrase("figure.contacts.alt", language, {**labels, "lines": "; ".join(lines)})
