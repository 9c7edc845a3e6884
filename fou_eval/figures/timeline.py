"""The project over time: planned and actual, when steps were due and when they were taken, when results were told."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from fou_eval.declaration.codebook import Table
from fou_eval.declaration.records import Subject
from fou_eval.declaration.text import Language
from fou_eval.design import ACCENT, BLUE, INK, PAPER, QUIET, TINT
from fou_eval.disclosure.release import Release
from fou_eval.figures import rows
from fou_eval.figures.grid import begin, head
from fou_eval.figures.lettering import line_count, text_width, wrapped
from fou_eval.figures.picture import Picture, finished
from fou_eval.figures.style import (
    LINE,
    SMALL,
    Canvas,
    Dot,
    Fill,
    Stroke,
    Width,
    Words,
    layout_width,
    styled,
)
from fou_eval.formatting import NO_BREAK_SPACE, named_month
from fou_eval.language import phrase

BAR, GAP, APART = (
    4.6,
    1.2,
    2.4,
)  # mm: height of a bar or mark, between two lines, and between a mark and its label
LEAST = 30.0  # mm in which words are broken into lines
YEAR = Words(size=SMALL, colour=QUIET, side="center")
_SPANS = (
    ("planned", "start", "end", PAPER),
    ("service", "service_start", "end", BLUE),
    ("extension", "extension_start", "extension_end", ACCENT),
)
Place = Callable[[float], float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Lane:
    """One line of the figure.

    Attributes
    ----------
    label
        What it is, for the alternative text.
    drawn
        The words beside its bar or marks.
    span
        First and last month of a bar, or none.
    colour
        Colour of the bar.
    due, done
        Months of open and of filled marks.
    """

    label: str
    drawn: str
    span: tuple[str, str] | None = None
    colour: str = PAPER
    due: tuple[str, ...] = ()
    done: tuple[str, ...] = ()

    @property
    def months(self) -> tuple[str, ...]:
        """Give every month of the lane."""
        return (*(self.span or ()), *self.due, *self.done)

    def ends(self, place: Place) -> tuple[float, float]:
        """Give where what is drawn begins and ends, in mm."""
        if self.span is not None:
            return place(_number(self.span[0])), place(_number(self.span[1]) + 1)
        middles = [place(_number(month) + 0.5) for month in self.months]
        return min(middles) - 1.3, max(middles) + 1.3


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """Where the words of a lane stand: in its bar, beside it, or above it where there is no room."""

    text: str
    x: float
    words: Words
    above: bool = False

    @property
    def height(self) -> float:
        """Give the height in mm of the lane."""
        own = LINE * line_count(self.text)
        return own + BAR if self.above else max(own, BAR)

    def middle(self, top: float) -> float:
        """Give the height in mm at which bar or marks stand, of a lane that begins at `top`."""
        return top + self.height - BAR / 2 if self.above else top + self.height / 2


@styled
def timeline(release: Release, language: Language | None = None, *, width: Width = "page") -> Picture | None:
    """Draw the months of the project, of its decisions and of its feedback; none where no months are declared.

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
    lanes = tuple(_lanes(release, language))
    if not any(lane.span for lane in lanes):
        return None
    wide = layout_width(width)
    place = _scale(lanes, wide)
    labels = [_label(lane, place, wide) for lane in lanes]
    top = head(release, language) + 1.5 * LINE
    canvas = begin(release, top + sum(label.height + GAP for label in labels) + GAP, language, width)
    _years(canvas, lanes, place, top - 1.5 * LINE)
    y = top
    for lane, label in zip(lanes, labels, strict=True):
        middle = label.middle(y)
        _draw(canvas, lane, middle, place)
        canvas.write(label.x, y if label.above else middle, label.text, label.words)
        y += label.height + GAP
    return finished(
        canvas,
        "timeline",
        alt=" ".join(_told(lanes, language)),
        caption=phrase("figure.timeline.caption", language),
        source=rows.source(release, (), language),
    )


def _lanes(release: Release, language: Language) -> Iterator[Lane]:
    declared = release.codebook.project
    for name, first, last, colour in _SPANS:
        start, end = getattr(declared, first), getattr(declared, last)
        if start is not None and end is not None:
            label = phrase(f"figure.timeline.{name}", language)
            months = {"start": _named(start, language), "end": _named(end, language)}
            drawn = phrase("figure.timeline.span_drawn", language, {"label": label, **months})
            yield Lane(label=label, drawn=drawn, span=(start, end), colour=colour)
    given = _months_of(release, "feedback_log")
    if given:
        label = phrase("figure.timeline.feedback", language)
        yield Lane(label=label, drawn=label, done=given)
    until = release.codebook.data_until
    found = [] if until is None else [_until(until.isoformat()[:7], language)]
    table = release.codebook.recording("decisions")
    if table is not None:
        found += _steps(release, table, language)
    yield from sorted(found, key=lambda lane: max(lane.months))


def _until(month: str, language: Language) -> Lane:
    label = phrase("figure.timeline.data", language)
    return Lane(label=label, drawn=f"{label} {_named(month, language)}", done=(month,))


def _steps(release: Release, table: Table, language: Language) -> Iterator[Lane]:
    """Give one lane for each decision with a month and each step with a deadline."""
    declared = table.columns["decision"].codes
    labels = {str(code): text for code, text in declared.items()} if isinstance(declared, dict) else {}
    # What several bodies were to do by the same month is one step.
    steps = dict.fromkeys(
        (str(row.get("deadline") or "")[:7], str(row.get("month") or "")[:7], str(row["decision"]))
        for row in release.facts_of("decisions")
        if row.get("deadline") or row.get("month")
    )
    for due, done, decision in sorted(steps):
        label = labels[decision][language]
        form, month = ("due", due) if due else ("mark", done)
        values = {"label": label, "month": _named(month, language)}
        yield Lane(
            label=label,
            drawn=phrase(f"figure.timeline.{form}_drawn", language, values),
            due=(due,) if due else (),
            done=(done,) if done else (),
        )


def _months_of(release: Release, subject: Subject) -> tuple[str, ...]:
    return tuple(sorted({str(row["month"])[:7] for row in release.facts_of(subject) if row.get("month")}))


def _number(month: str) -> int:
    return int(month[:4]) * 12 + int(month[5:7]) - 1


def _named(month: str, language: Language) -> str:
    """Name a month in words that stay on one line."""
    return named_month(month, language).replace(" ", NO_BREAK_SPACE)


def _limits(lanes: Sequence[Lane]) -> tuple[int, int]:
    months = [_number(month) for lane in lanes for month in lane.months]
    return min(months), max(months) + 1


def _scale(lanes: Sequence[Lane], wide: float) -> Place:
    """Give the place in mm of the beginning of a month, by its number."""
    first, last = _limits(lanes)
    return lambda month: 0.4 + (wide - 2.2) * (month - first) / (last - first)


def _label(lane: Lane, place: Place, wide: float) -> Label:
    """Find room for the words of a lane: in its bar, left of what is drawn, right of it, or above it."""
    left, right = lane.ends(place)
    needed = text_width(lane.drawn, SMALL) + APART
    if lane.span is not None and needed + APART < right - left:
        colour = INK if lane.colour == PAPER else PAPER
        return Label(text=lane.drawn, x=left + APART, words=Words(size=SMALL, colour=colour, stand="center"))
    before, after = left - APART / 2, wide - right - APART / 2
    if needed < before or (before >= LEAST and before >= after and lane.span is None):
        look = Words(size=SMALL, stand="center", side="right")
        return Label(text=wrapped(lane.drawn, before - 1, SMALL), x=before, words=look)
    if needed < after or (after >= LEAST and lane.span is None):
        look = Words(size=SMALL, stand="center")
        return Label(text=wrapped(lane.drawn, after - 1, SMALL), x=right + APART / 2, words=look)
    text = wrapped(lane.drawn, wide - 1, SMALL)
    longest = max(text_width(line, SMALL) for line in text.split("\n"))
    return Label(text=text, x=max(0.0, min(left, wide - longest - 1)), words=Words(size=SMALL), above=True)


def _years(canvas: Canvas, lanes: Sequence[Lane], place: Place, top: float) -> None:
    """Shade every other year, and write each in the middle of what is shown of it, where there is room."""
    first, last = _limits(lanes)
    for year in range(first // 12, (last - 1) // 12 + 1):
        begins, ends = place(max(year * 12, first)), place(min(year * 12 + 12, last))
        if year % 2:
            canvas.box(
                (begins, top), (ends - begins, canvas.height - top), Fill(colour=TINT, order=0), "_year"
            )
        if ends - begins > text_width(str(year), SMALL) + 1:
            canvas.write((begins + ends) / 2, top + 0.6, str(year), YEAR)


def _draw(canvas: Canvas, lane: Lane, y: float, place: Place) -> None:
    if lane.span is not None:
        start, end = lane.ends(place)
        canvas.box((start, y - BAR / 2), (end - start, BAR), Fill(colour=lane.colour, edge=INK), "_span")
        return
    due, done = ([place(_number(month) + 0.5) for month in months] for months in (lane.due, lane.done))
    if due and done:
        canvas.line((due[0], y), (done[0], y), Stroke(colour=INK, thick=0.9), "_apart")
    for x in due:
        canvas.dot((x, y), Dot(colour=INK, size=6.4, shape="D", filled=False), "_due")
    for x in done:  # over the other mark: a step that was taken in its month shows both
        canvas.dot((x, y), Dot(colour=BLUE, size=4.6), "_done")


def _told(lanes: Sequence[Lane], language: Language) -> Iterator[str]:
    """Say each lane in a sentence."""
    for lane in lanes:
        values: dict[str, object] = {"label": lane.label}
        if lane.span is not None:
            start, end = (named_month(month, language) for month in lane.span)
            yield phrase("figure.timeline.span", language, {**values, "start": start, "end": end})
        elif lane.due:
            key = "done" if lane.done else "open"
            month = {"month": named_month(lane.done[0], language)} if lane.done else {}
            done = phrase(f"figure.timeline.{key}", language, month)
            due = named_month(lane.due[0], language)
            yield phrase("figure.timeline.step", language, {**values, "due": due, "done": done})
        else:
            months = ", ".join(named_month(month, language) for month in lane.done)
            yield phrase("figure.timeline.marks", language, {**values, "months": months})
