"""Scales drawn on the sheet itself: where a value stands, and round numbers to read it by."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from matplotlib.ticker import Formatter, MaxNLocator

from fou_eval.declaration.text import Language
from fou_eval.design import QUIET
from fou_eval.estimates import Estimate
from fou_eval.figures.style import SMALL, Words
from fou_eval.formatting import hundredfold, number, percent, round_to, signed

TICK = 1.0  # mm
BELOW = Words(size=SMALL, colour=QUIET, side="center")
BESIDE = Words(size=SMALL, colour=QUIET, side="right", stand="center")


@dataclass(frozen=True, slots=True, kw_only=True)
class Scale:
    """A straight scale.

    Attributes
    ----------
    low, high
        The values at its ends.
    start, end
        Where these stand on the sheet, in mm.

    Examples
    --------
    >>> Scale(low=0, high=10, start=50, end=150).at(2.5)
    75.0
    """

    low: float
    high: float
    start: float
    end: float

    def at(self, value: float) -> float:
        """Give the place of a value in mm."""
        return self.start + (self.end - self.start) * (value - self.low) / (self.high - self.low)

    def within(self, value: float) -> float:
        """Give the value, or the end of the scale that lies before it, as for an interval without limit."""
        return min(max(value, self.low), self.high)

    def ticks(self, most: int) -> list[float]:
        """Give at most so many round numbers of the scale, and one."""
        found = MaxNLocator(nbins=most, min_n_ticks=3, steps=[1, 2, 2.5, 5, 10]).tick_values(
            self.low, self.high
        )
        return [float(value) for value in found if self.low <= value <= self.high]


class TickText(Formatter):
    """Tick labels by the product's own rounding, with as many decimals as the ticks need and no more.

    Parameters
    ----------
    language
        `sv` gives a decimal comma; no locale is touched.
    form
        Plain numbers, signed numbers, signed percentage points or per cent of a proportion.
    """

    def __init__(self, language: Language, form: Literal["plain", "signed", "points", "percent"]) -> None:
        self.language = language
        self.form = form

    def format_ticks(self, values: Sequence[float]) -> list[str]:
        """Write all ticks with the same decimals."""
        shown = [
            hundredfold(value) if self.form in {"points", "percent"} else float(value) for value in values
        ]
        # Ticks carry binary noise (0.30000000000000004): six decimals are exact for any tick we meet.
        decimals = next((d for d in range(6) if all(round_to(v, d) == round_to(v, 6) for v in shown)), 6)
        if self.form == "percent":
            return [percent(value, self.language, decimals) for value in values]
        write = number if self.form == "plain" else signed
        return [write(value, self.language, decimals) for value in shown]

    def __call__(self, x: float, pos: int | None = None) -> str:  # noqa: ARG002 - the signature is matplotlib's
        """Write one tick."""
        return self.format_ticks([x])[0]


def tick_labels(values: Sequence[float], estimate: Estimate, language: Language) -> list[str]:
    """Write the ticks of a scale of changes, with their signs and as many decimals as they need."""
    return TickText(language, "points" if estimate.scale == "points" else "signed").format_ticks(values)
