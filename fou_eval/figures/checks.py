"""What is released of the checks of a result: families left out one at a time, and the missing counted in."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import isfinite
from typing import Literal

from fou_eval.declaration.codebook import Indicator
from fou_eval.declaration.text import Language
from fou_eval.design import QUIET
from fou_eval.disclosure.release import Release
from fou_eval.estimates import Estimate
from fou_eval.figures import rows
from fou_eval.figures.overview import TALL
from fou_eval.figures.scale import Scale
from fou_eval.figures.style import Canvas, Stroke
from fou_eval.formatting import signed
from fou_eval.language import PHRASES, phrase
from fou_eval.quantities import scaled, shown_decimals, value_text

# Which checks are made of an indicator with a better direction, and of one without.
DIRECTED = ("leave_one_family_out", "bound_worst", "bound_no_change", "bound_best", "tipping_point")
UNDIRECTED = ("leave_one_family_out", "bound_lowest", "bound_no_change", "bound_highest", "tipping_point")
# What a note says: whether it speaks for the result as it stands, or against it.
VERDICTS: Mapping[str, bool] = {
    "direction_stable": True,
    "direction_not_stable": False,
    "bound_better": True,
    "bound_not_better": False,
    "bound_higher": True,
    "bound_not_higher": False,
    "tipping_not_possible": True,
    "tipping_possible": False,
}
_OFF = ("tipping_mean_off", "tipping_not_possible")

Mark = Literal["dot", "ring", "none"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What is released of one check: words or numbers, and whether a dot, a ring or nothing stands before them."""

    words: str
    mark: Mark = "none"


@dataclass(frozen=True, slots=True)
class Reach:
    """A line on a scale that stands for a check in numbers: its name, ends, height on the scale and thickness."""

    name: str
    ends: Sequence[float]
    height: float
    thick: float


def checks(item: Indicator) -> tuple[str, ...]:
    """Name the checks of an indicator, in the order in which they are shown."""
    return UNDIRECTED if item.better == "neither" else DIRECTED


def answer(release: Release, item: Indicator, statistic: str, language: Language) -> Answer:
    """Give what is released of one check of an indicator: the words of its note, or its numbers."""
    row = release.find(statistic, outcome=item.name)
    if row is None or rows.is_withheld(row):
        return Answer(words=phrase("figure.withheld_short", language))
    estimate = row.estimate
    if estimate.note in VERDICTS and not isfinite(estimate.value):
        words = phrase(f"figure.sensitivity.{estimate.note.removeprefix('bound_')}", language)
        return Answer(words=words, mark="dot" if VERDICTS[estimate.note] else "ring")
    if isfinite(estimate.value):
        return _in_numbers(estimate, item, language)
    key = f"figure.sensitivity.{estimate.note}"
    return Answer(words=phrase(key if key in PHRASES else "figure.sensitivity.not_computed", language))


def _in_numbers(estimate: Estimate, item: Indicator, language: Language) -> Answer:
    """Write the numbers of a check, which the internal version alone shows, and what they say."""
    if estimate.statistic == "leave_one_family_out":
        ends = (estimate.low, estimate.high)
        words = _range(estimate, item, language) if all(map(isfinite, ends)) else ""
        stable = all(isfinite(end) and end * estimate.value > 0 for end in ends)
        return Answer(words=words or value_text(estimate, item.column, language), mark=_mark(stable))
    words = value_text(estimate, item.column, language)
    if estimate.statistic == "tipping_point":
        stands = estimate.note.startswith(_OFF)
        said = phrase(f"figure.sensitivity.tipping_{'not_' if stands else ''}possible", language)
        words = phrase("figure.sensitivity.at", language, {"answer": said, "value": words})
        return Answer(words=words, mark=_mark(stands))
    sign = -1 if item.better == "lower" else 1
    return Answer(words=words, mark=_mark(sign * estimate.value > 0))


def _range(estimate: Estimate, item: Indicator, language: Language) -> str:
    decimals = shown_decimals(estimate, item.column)
    ends = {
        name: signed(scaled(end, estimate), language, decimals)
        for name, end in (("low", estimate.low), ("high", estimate.high))
    }
    return phrase("figure.sensitivity.range", language, ends)


def _mark(stands: bool) -> Mark:  # noqa: FBT001
    return "dot" if stands else "ring"


def reaches(numbers: Mapping[str, Estimate]) -> tuple[Reach, ...]:
    """Give what is drawn of checks that have numbers: a thick line, a thin one, and a stroke across it."""
    alone, middle = numbers.get("leave_one_family_out"), numbers.get("bound_no_change")
    ends = [numbers[name].value for name in (*DIRECTED[1:4:2], *UNDIRECTED[1:4:2]) if name in numbers]
    found = [] if alone is None else [Reach("_alone", rows.finite((alone.low, alone.high)), 0.83, 3.0)]
    if len(ends) == 2:
        found.append(Reach("_bounds", sorted(ends), 0.94, 1.0))
    if middle is not None:
        found.append(Reach("_no_change", [middle.value], 0.94, 1.0))
    return tuple(reach for reach in found if reach.ends)


def draw_reaches(canvas: Canvas, y: float, scale: Scale, found: Sequence[Reach]) -> None:
    """Draw what the checks found in numbers, below the change on its scale; y is the upper end of the scale in mm."""
    for reach in found:
        height = y + reach.height * TALL
        ends = [scale.at(end) for end in reach.ends]
        look = Stroke(colour=QUIET, thick=reach.thick)
        if len(ends) == 2:
            canvas.line((ends[0], height), (ends[1], height), look, reach.name)
        else:
            canvas.line((ends[0], height - 0.8), (ends[0], height + 0.8), look, reach.name)
