"""The project over time: planned and actual, when steps were due and when they were taken, when results were told."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from matplotlib.patches import Rectangle

from fou_eval.declaration.codebook import Table
from fou_eval.declaration.records import Subject
from fou_eval.declaration.text import Language
from fou_eval.design import BLUE, INK, ORANGE, PALE, QUIET, RULE, SKY
from fou_eval.disclosure.release import Release
from fou_eval.figures import rows
from fou_eval.figures.picture import Picture
from fou_eval.figures.style import LINE, SMALL, Canvas, Words, line_count, new_canvas, styled, wrapped
from fou_eval.formatting import named_month
from fou_eval.language import phrase

LEFT, RIGHT = 58.0, 156.0  # mm: where the first month begins and the last one ends
TOP = 2.6 * LINE
LABEL = Words(size=SMALL, stand="center")
YEAR = Words(size=SMALL, colour=QUIET, side="center", stand="center")
_SPANS = (
    ("planned", "start", "end", PALE, "////"),
    ("service", "service_start", "end", BLUE, ""),
    ("extension", "extension_start", "extension_end", SKY, "...."),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Lane:
    """One line of the figure.

    Attributes
    ----------
    label
        What it is.
    span
        First and last month of a bar, or none.
    look
        Colour and hatch of the bar.
    due, done
        Months of open and of filled marks.
    """

    label: str
    span: tuple[str, str] | None = None
    look: tuple[str, str] = (PALE, "")
    due: tuple[str, ...] = ()
    done: tuple[str, ...] = ()

    @property
    def months(self) -> tuple[str, ...]:
        """Give every month of the lane."""
        return (*(self.span or ()), *self.due, *self.done)

    @property
    def text(self) -> str:
        """Give the label in lines that fit beside the bars."""
        return wrapped(self.label, LEFT - 4, SMALL)

    @property
    def height(self) -> float:
        """Give the height in mm."""
        return (line_count(self.text) + 0.5) * LINE


@styled
def timeline(release: Release, language: Language | None = None) -> Picture | None:
    """Draw the months of the project, of its decisions and of its feedback; none where no months are declared.

    Parameters
    ----------
    release
        What may be shown.
    language
        Language of the words; the study's own when not given.
    """
    language = release.language(language)
    lanes = tuple(_lanes(release, language))
    if not any(lane.span for lane in lanes):
        return None
    canvas = new_canvas(TOP + sum(lane.height for lane in lanes) + 2.2 * LINE)
    rows.mark(canvas, release, language)
    place = _scale(lanes)
    bottom = canvas.height - 2.0 * LINE
    _years(canvas, lanes, place, bottom)
    y = TOP
    for lane in lanes:
        _draw(canvas, lane, y + lane.height / 2, place)
        y += lane.height
    _key(canvas, bottom + LINE, language)
    alt = phrase("figure.timeline.alt", language, {"parts": " ".join(_told(lanes, language))})
    marks = [f"{text}." for text in rows.markings(release, language)]
    return Picture(
        figure=canvas.figure,
        name="timeline",
        alt=" ".join([alt, *marks]),
        caption=rows.caption(release, language, phrase("figure.timeline.caption", language)),
        language=language,
    )


def _lanes(release: Release, language: Language) -> Iterator[Lane]:
    declared = release.codebook.project
    for name, first, last, colour, hatch in _SPANS:
        start, end = getattr(declared, first), getattr(declared, last)
        if start is not None and end is not None:
            label = phrase(f"figure.timeline.{name}", language)
            yield Lane(label=label, span=(start, end), look=(colour, hatch))
    until = release.codebook.data_until
    if until is not None:
        yield Lane(label=phrase("figure.timeline.data", language), done=(until.isoformat()[:7],))
    table = release.codebook.recording("decisions")
    if table is not None:
        yield from _steps(release, table, language)
    given = _months_of(release, "feedback_log")
    if given:
        yield Lane(label=phrase("figure.timeline.feedback", language), done=given)


def _steps(release: Release, table: Table, language: Language) -> Iterator[Lane]:
    """Give one lane for decisions without a deadline, and one for each step that has one, in its order."""
    facts = release.facts_of("decisions")
    taken = tuple(
        sorted({str(row["month"])[:7] for row in facts if row.get("month") and not row.get("deadline")})
    )
    if taken:
        yield Lane(label=phrase("figure.timeline.taken", language), done=taken)
    declared = table.columns["decision"].codes
    labels = {str(code): text for code, text in declared.items()} if isinstance(declared, dict) else {}
    # What several bodies were to do by the same month is one step.
    steps = dict.fromkeys(
        (str(row["deadline"])[:7], str(row["decision"]), str(row["month"])[:7] if row.get("month") else "")
        for row in facts
        if row.get("deadline")
    )
    for due, decision, done in sorted(steps):
        yield Lane(label=labels[decision][language], due=(due,), done=(done,) if done else ())


def _months_of(release: Release, subject: Subject) -> tuple[str, ...]:
    return tuple(sorted({str(row["month"])[:7] for row in release.facts_of(subject) if row.get("month")}))


def _number(month: str) -> int:
    return int(month[:4]) * 12 + int(month[5:7]) - 1


def _scale(lanes: Sequence[Lane]) -> Callable[[float], float]:
    """Give the place in mm of the beginning of a month, by its number."""
    months = [_number(month) for lane in lanes for month in lane.months]
    first, last = min(months), max(months) + 1
    return lambda month: LEFT + (RIGHT - LEFT) * (month - first) / (last - first)


def _years(canvas: Canvas, lanes: Sequence[Lane], place: Callable[[float], float], bottom: float) -> None:
    """Draw a line at the beginning of each year, and write the year in the middle of what is shown of it."""
    months = [_number(month) for lane in lanes for month in lane.months]
    first, last = min(months), max(months) + 1
    for year in range(first // 12, (last - 1) // 12 + 1):
        begin, end = max(year * 12, first), min(year * 12 + 12, last)
        canvas.sheet.plot([place(begin)] * 2, [TOP - 0.4 * LINE, bottom], color=RULE, lw=0.5, label="_year")
        if end - begin >= 4:
            canvas.write((place(begin) + place(end)) / 2, TOP - LINE, str(year), YEAR)
    canvas.sheet.plot([RIGHT] * 2, [TOP - 0.4 * LINE, bottom], color=RULE, lw=0.5, label="_year")


def _draw(canvas: Canvas, lane: Lane, y: float, place: Callable[[float], float]) -> None:
    canvas.write(0, y, lane.text, LABEL)
    if lane.span is not None:
        start, end = place(_number(lane.span[0])), place(_number(lane.span[1]) + 1)
        colour, hatch = lane.look
        box = Rectangle(
            (start, y - 1.9),
            end - start,
            3.8,
            facecolor=colour,
            edgecolor=RULE,
            lw=0.5,
            hatch=hatch,
            label="_span",
        )
        canvas.sheet.add_patch(box)
    due, done = ([place(_number(month) + 0.5) for month in months] for months in (lane.due, lane.done))
    if due and done:
        canvas.sheet.plot([due[0], done[0]], [y, y], color=INK, lw=0.9, label="_apart")
    canvas.sheet.plot(
        done, [y] * len(done), ls="", marker="o", ms=4.2, color=ORANGE, mec=INK, mew=0.6, label="_done"
    )
    # Over the other mark, and open: a step that was taken in its month shows both.
    canvas.sheet.plot(
        due, [y] * len(due), ls="", marker="D", ms=6.4, mfc="none", mec=INK, mew=0.9, label="_due"
    )


def _key(canvas: Canvas, y: float, language: Language) -> None:
    for x, marker, colour, name in ((LEFT, "D", "none", "due"), (LEFT + 34, "o", ORANGE, "done")):
        canvas.sheet.plot(
            [x + 1], [y], ls="", ms=5, mec=INK, mew=0.8, label="_key", marker=marker, mfc=colour
        )
        canvas.write(x + 4, y, phrase(f"figure.timeline.key.{name}", language), LABEL)


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
