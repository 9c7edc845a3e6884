"""Scales drawn on the sheet itself: where a value stands, and round numbers to read it by."""

from collections.abc import Sequence
from dataclasses import dataclass

from matplotlib.ticker import MaxNLocator

from fou_eval.declaration.text import Language
from fou_eval.design import QUIET
from fou_eval.estimates import Estimate
from fou_eval.figures.style import SMALL, TickText, Words

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


def tick_labels(values: Sequence[float], estimate: Estimate, language: Language) -> list[str]:
    """Write the ticks of a scale of changes, with their signs and as many decimals as they need."""
    return TickText(language, "points" if estimate.scale == "points" else "signed").format_ticks(values)
