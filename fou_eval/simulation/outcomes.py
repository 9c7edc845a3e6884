"""Synthetic outcomes: one latent standing per family and person, shown in the way of each kind."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from fou_eval.declaration.codebook import Column
from fou_eval.simulation.attributes import coded, limits
from fou_eval.simulation.people import People
from fou_eval.simulation.rows import Rows
from fou_eval.simulation.streams import Streams

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sight:
    """What an outcome is made from.

    Attributes
    ----------
    standing
        Latent standing of each row, in standard deviations, higher is better, shape (rows,).
    exposure
        Exposure of each row, one each when none is declared, shape (rows,).
    bounded
        Whether a count can be no higher than its exposure.
    """

    column: Column
    standing: Floats
    exposure: Floats
    bounded: bool
    rng: np.random.Generator

    @property
    def upwards(self) -> Floats:
        """Standing turned so that higher gives a higher value."""
        return -self.standing if self.column.better == "lower" else self.standing


def standing(
    name: tuple[str, str], rows: Rows, people: People, streams: Streams, *, gain: float, progress: Floats
) -> Floats:
    """Draw the latent standing: family and person in level and in change, and the day of the measurement.

    Parameters
    ----------
    name
        Table and column, which name the stream.
    gain
        Improvement of a family of average change over the contrast, in standard deviations.
    progress
        Share of the change that has come at each row, shape (rows,).
    """
    rng = streams.rng(*name)
    n = people.families if rows.unit == "family" else people.family.size
    own = rng.standard_normal((people.families, 2))
    each = rng.standard_normal((n, 2))
    day = rng.standard_normal(rows.size)
    level = 0.5 * people.level[rows.family] + 0.4 * own[rows.family, 0] + 0.75 * each[rows.index, 0]
    change = 0.35 * people.change[rows.family] + 0.3 * own[rows.family, 1] + 0.4 * each[rows.index, 1]
    latent: Floats = level + progress * (gain + change) + 0.3 * day
    return latent


def gain_of(domain: str, name: str, streams: Streams) -> float:
    """Draw how much an indicator improves: most do, some do not, a few worsen, and a domain can stand still."""
    if streams.rng("gain", domain).random() < 0.3:
        return 0.0
    draw = streams.rng("gain", domain, name).random()
    if draw < 0.07:
        return -0.3
    return 0.0 if draw < 0.12 else 0.3 + 0.6 * draw


def show(sight: Sight) -> pd.Series:
    """Show a standing as the values of the indicator's kind."""
    codes = np.array(list(sight.column.values()), dtype=object)
    if sight.column.kind == "binary":
        return _binary(sight, codes)
    if codes.size:
        return coded(sight.column, codes[_place(sight, codes.size)])
    make: Callable[[Sight], Floats] = _count if sight.column.kind == "count" else _scale
    return pd.Series(_within(sight.column, make(sight)))


def _place(sight: Sight, steps: int) -> NDArray[np.int64]:
    """Place on an ordered list; a ladder starts lower than a rating."""
    start = -0.9 if sight.column.kind == "ladder" else -0.3
    return np.minimum(np.floor(steps * _share(sight, start)), steps - 1).astype(np.int64)


def _share(sight: Sight, start: float) -> Floats:
    """Turn a standing into a share of the range; it overshoots a little, so both ends are reached."""
    sign = -1.0 if sight.column.better == "lower" else 1.0
    share: Floats = np.clip(1.1 * _logistic(sign * start + 1.05 * sight.upwards) - 0.05, 0.0, 1.0)
    return share


def _logistic(values: Floats) -> Floats:
    result: Floats = 1.0 / (1.0 + np.exp(-values))
    return result


def _binary(sight: Sight, codes: NDArray[np.object_]) -> pd.Series:
    good = sight.standing - 0.35 > 0
    yes = ~good if sight.column.better == "lower" else good
    return coded(sight.column, codes[yes.astype(np.int64)]) if codes.size else pd.Series(yes * 1.0)


def _scale(sight: Sight) -> Floats:
    column = sight.column
    if column.norm is not None and (column.min is None or column.max is None):
        return column.norm.mean + column.norm.sd * sight.upwards
    low, high = limits(column, 0.0, 100.0)
    # Amounts, such as absence or hours, begin nearer to zero than to the middle; ratings begin below the middle.
    start = -0.3 if column.type == "integer" or low != 0 else 0.9 if column.better == "lower" else -0.9
    return low + (high - low) * _share(sight, start)


def _count(sight: Sight) -> Floats:
    if sight.bounded:
        chance = _logistic(0.7 + 0.8 * sight.upwards)
        return sight.rng.binomial(sight.exposure.astype(np.int64), chance).astype(np.float64)
    _, high = limits(sight.column, 0.0, 25.0)
    typical = np.clip(0.16 * high, 1.0, 6.0) / max(float(np.max(sight.exposure, initial=1.0)), 1.0)
    rate = typical * np.exp(np.clip(0.6 * sight.upwards, -3.0, 3.0))
    events: Floats = sight.rng.poisson(rate * sight.exposure).astype(np.float64)
    return events


def _within(column: Column, values: Floats) -> Floats:
    """Round to the resolution, inside the declared range; tenths are divided so that 12.3 is written 12.3."""
    step = column.resolution or 1.0
    steps = np.rint(values / step)
    parts = np.rint(1.0 / step)
    rounded = steps / parts if parts >= 1 and abs(parts * step - 1.0) < 1e-9 else steps * step
    low = column.min if isinstance(column.min, (int, float)) else -np.inf
    high = column.max if isinstance(column.max, (int, float)) else np.inf
    kept: Floats = np.clip(rounded, low, high)
    return kept
