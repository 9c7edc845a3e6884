"""What a simulated answer looks like: from a standing on the normal scale to a value that could be recorded."""

from dataclasses import dataclass
from math import exp, sqrt
from typing import Literal

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy.special import ndtr, ndtri

from fou_eval.statistics.registry import Kind

Floats = NDArray[np.float64]
Shape = Literal["plain", "zeros", "skewed"]

SPANS = (6.0, 12.0)  # months over which events are counted in a family at a wave


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Margin:
    """Values that can be recorded, and where on the normal scale one passes into the next.

    Because the standing of each wave is standard normal and exchangeable between the waves, so are the values.

    Attributes
    ----------
    values
        Ascending, shape (m,).
    cuts
        Standings at which the next value begins, shape (m - 1,).
    resolution
        Step of the values.
    """

    values: Floats
    cuts: Floats
    resolution: float

    def read(self, standing: Floats) -> Floats:
        """Give the value that is recorded for each standing."""
        found: Floats = self.values[np.searchsorted(self.cuts, standing, side="right")]
        return found

    def mean(self, shift: float = 0.0) -> float:
        """Mean of the values when all standings are moved by a shift.

        Examples
        --------
        >>> margin_of_shares([0, 1], [0.6, 0.4]).mean()
        0.4
        """
        return float(self._shares(shift) @ self.values)

    @property
    def sd(self) -> float:
        """Standard deviation of the values at one wave."""
        return sqrt(float(self._shares(0.0) @ self.values**2) - self.mean() ** 2)

    def _shares(self, shift: float) -> Floats:
        reached = ndtr(self.cuts - shift)
        return np.diff(np.concatenate([[0.0], reached, [1.0]]))


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Events:
    """Counts of events whose rate per month is lognormal over units.

    Attributes
    ----------
    rate
        Median events per month.
    spread
        Standard deviation of the logarithm of the rate.
    spans
        Months of observation, each as likely at either wave.
    """

    rate: float
    spread: float
    spans: tuple[float, ...] = SPANS

    def mean(self, shift: float = 0.0) -> float:
        """Mean rate when all standings are moved by a shift."""
        return self.rate * exp(self.spread * shift + self.spread**2 / 2)

    @property
    def sd(self) -> float:
        """Standard deviation of the observed rate at one wave."""
        between = self.mean() ** 2 * (exp(self.spread**2) - 1)
        within = self.mean() * float(np.mean([1 / span for span in self.spans]))
        return sqrt(between + within)

    @property
    def most(self) -> int:
        """Events that are room for: more than a unit with a very high rate has in the longest span."""
        expected = self.rate * exp(3.5 * self.spread) * max(self.spans)
        return int(expected + 6 * sqrt(expected) + 10)

    def read(self, standing: Floats, span: Floats, gaps: Floats) -> Floats:
        """Count the events of each unit and wave.

        Parameters
        ----------
        standing, span
            On the normal scale, and months observed; shape (n, 2).
        gaps
            Times from one event to the next of a process with one event per unit of time, shape (n, 2, `most`).
            The same gaps give more events when the standing is higher, never fewer.
        """
        expected = self.rate * np.exp(self.spread * standing) * span
        counts: Floats = (np.cumsum(gaps, axis=-1) < expected[..., None]).sum(axis=-1).astype(np.float64)
        return counts


def margin_of_shares(values: ArrayLike, shares: ArrayLike, resolution: float = 1.0) -> Margin:
    """Make a margin from values and the share of units that have each of them.

    Parameters
    ----------
    values
        Ascending, shape (m,).
    shares
        Positive, shape (m,); they are made to add up to 1.
    resolution
        Step of the values.
    """
    weights = np.asarray(shares, dtype=np.float64)
    reached = np.cumsum(weights / weights.sum())[:-1]
    return Margin(values=np.asarray(values, dtype=np.float64), cuts=ndtri(reached), resolution=resolution)


def _points() -> Margin:
    """Give a score with mean 50 and standard deviation 10, recorded in whole points from 0 to 100."""
    values = np.arange(101.0)
    return Margin(values=values, cuts=(values[1:] - 50.5) / 10, resolution=1.0)


def _absence() -> Margin:
    """Give per cent of school time missed, in whole per cent: a quarter has none, one in a hundred more than half."""
    values = np.arange(101.0)
    return Margin(values=values, cuts=np.log(values[1:] + 1.5) - 1.6, resolution=1.0)


# One typical indicator of each kind and shape.
TYPICAL: dict[tuple[Kind, Shape], Margin | Events] = {
    ("scale", "plain"): _points(),
    ("scale", "zeros"): _absence(),
    ("ordinal", "plain"): margin_of_shares([1, 2, 3, 4, 5], [0.15, 0.30, 0.30, 0.17, 0.08]),
    ("binary", "plain"): margin_of_shares([0, 1], [0.6, 0.4]),
    ("ladder", "plain"): margin_of_shares([0, 1, 2, 3, 4], [0.40, 0.25, 0.15, 0.12, 0.08]),
    ("count", "plain"): Events(rate=0.25, spread=0.6),
}
