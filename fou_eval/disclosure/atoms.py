"""What a unit can be: its value or class before and after, and which way it moved; the unknowns of the audit."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from fou_eval.declaration import Cell, Indicator
from fou_eval.disclosure.spread import is_rate

Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]
# With up to so many values a unit is told apart by its values, else by the declared classes it lies in.
MOST_VALUES = 13
# Tenths that were counted up and tenths that were read differ by as much as this.
_NOISE = 1e-9
_WHOLE = frozenset({"integer", "code", "boolean"})


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Atoms:
    """Every combination of a span before, a span after and a direction that a unit can have.

    Attributes
    ----------
    before, after, change
        Smallest and largest value of each atom, two arrays of shape (atoms,).
    direction
        1 where the value rises, 0 where it stays, -1 where it falls.
    classes
        Of each declared class, which spans lie in it; shape (spans,).
    place
        Span before and span after of each atom.
    starts
        Smallest value of each span, ascending.
    bounded
        Whether the ends of the scale are declared, so that sums of values say something.
    exact
        Whether every span is a single value.
    resolution
        Step of the indicator, if it has one.
    step
        Distance between neighbouring values, 0 where there is none.
    """

    before: tuple[Floats, Floats]
    after: tuple[Floats, Floats]
    change: tuple[Floats, Floats]
    direction: NDArray[np.int64]
    classes: Mapping[str, Flags]
    place: tuple[NDArray[np.int64], NDArray[np.int64]]
    starts: Floats
    bounded: bool
    exact: bool
    resolution: float | None
    step: float

    @property
    def size(self) -> int:
        """Number of atoms."""
        return self.direction.size

    def in_class_before(self, category: str) -> Flags:
        """Say which atoms begin in a class."""
        inside: Flags = self.classes[category][self.place[0]]
        return inside

    def in_class_after(self, category: str) -> Flags:
        """Say which atoms end in a class."""
        inside: Flags = self.classes[category][self.place[1]]
        return inside

    def directions(self, better: str) -> NDArray[np.int64]:
        """Give 1 for better, 0 for the same, -1 for worse; without a better direction, for higher and lower."""
        return -self.direction if better == "lower" else self.direction

    def moved(self, ways: tuple[int, ...], better: str) -> Flags:
        """Say which atoms move in one of several ways."""
        inside: Flags = np.isin(self.directions(better), ways)
        return inside

    def locate(self, before: Floats, after: Floats, change: Floats) -> NDArray[np.int64] | None:
        """Find the atom of each unit.

        Parameters
        ----------
        before, after
            Values, shape (units,).
        change
            Their differences to the resolution of the indicator (of rates, where they are counts), shape (units,).

        Returns
        -------
        atom
            Shape (units,), or none where values lie beside the declared scale.
        """
        spans = [
            np.searchsorted(self.starts, values + _NOISE, side="right") - 1 for values in (before, after)
        ]
        lookup = {
            key: atom for atom, key in enumerate(zip(*self.place, self.direction.tolist(), strict=True))
        }
        keys = zip(*spans, np.sign(change).astype(int).tolist(), strict=True)
        found = np.array([lookup.get(key, -1) for key in keys], dtype=np.int64)
        sides = ((self.before, before), (self.after, after))
        inside = all(
            np.all((values >= low[found] - _NOISE) & (values <= high[found] + _NOISE))
            for (low, high), values in sides
        )
        return found if inside and np.all(found >= 0) else None


def atoms_of(indicator: Indicator) -> Atoms:
    """Divide what a unit of an indicator can be.

    Ratings, steps and yes/no are told apart by value; finer scales by the coarsest spans that every declared class is
    made of. The direction of a rate does not follow from the counts that are divided by an exposure.
    """
    values = None if is_rate(indicator) else _values(indicator)
    if values is None:
        return _of_spans(indicator, *_spans(indicator), exact=False)
    return _of_spans(indicator, values, values, exact=True)


def _values(indicator: Indicator) -> Floats | None:
    """Give every value of a short scale, ascending."""
    column = indicator.column
    if column.type == "boolean":
        return np.array([0.0, 1.0])
    if column.type == "code":
        return np.unique(np.array(list(column.values().values()), dtype=np.float64))
    low, high = column.ends()
    step = column.resolution or (1.0 if column.type in _WHOLE else None)
    if low is None or high is None or step is None:
        return None
    steps = (high - low) / step
    if steps > MOST_VALUES - 1 + _NOISE or abs(steps - np.rint(steps)) > _NOISE:
        return None
    return np.linspace(low, high, int(np.rint(steps)) + 1)


def _spans(indicator: Indicator) -> tuple[Floats, Floats]:
    """Give the ends of the spans between the limits of all declared classes."""
    column = indicator.column
    step = column.resolution or (1.0 if column.type in _WHOLE else 0.0)
    low, high = (np.inf if end is None else end for end in column.ends())
    low = -np.inf if low == np.inf else low
    cells = [cell for view in column.partitions() for cell in view.cells if not cell.codes]
    starts = {low, *(cell.start for cell in cells if cell.start is not None)}
    starts |= {cell.end + step for cell in cells if cell.end is not None and cell.end < high}
    first = np.array(sorted(start for start in starts if low <= start <= high))
    return first, np.append(first[1:] - step, high)


def _of_spans(indicator: Indicator, low: Floats, high: Floats, *, exact: bool) -> Atoms:
    step = indicator.column.resolution or (1.0 if indicator.column.type in _WHOLE else 0.0)
    before, after, way = (part.ravel() for part in np.meshgrid(range(low.size), range(low.size), (-1, 0, 1)))
    down, up = low[after] - high[before], high[after] - low[before]
    smallest = np.where(way > 0, np.maximum(down, step), np.where(way == 0, 0.0, down))
    largest = np.where(way < 0, np.minimum(up, -step), np.where(way == 0, 0.0, up))
    possible = (down <= smallest) & (smallest <= largest) & (largest <= up)
    if is_rate(indicator):  # a rate may fall where a count rises
        possible, smallest, largest = np.ones_like(possible), down, up
    before, after, way = before[possible], after[possible], way[possible]
    bounded = bool(np.isfinite(low[0]) and np.isfinite(high[-1]))
    return Atoms(
        before=(low[before], high[before]),
        after=(low[after], high[after]),
        change=(smallest[possible], largest[possible]),
        direction=way,
        classes={
            cell.category: _inside(indicator, cell, low, high)
            for view in indicator.column.partitions()
            for cell in view.cells
        },
        place=(before, after),
        starts=low,
        bounded=bounded,
        exact=exact,
        resolution=indicator.column.resolution,
        step=step,
    )


def _inside(indicator: Indicator, cell: Cell, low: Floats, high: Floats) -> Flags:
    if cell.codes:
        numbers = indicator.column.values()
        inside: Flags = np.isin(low, [numbers[code] for code in cell.codes])
        return inside
    start = -np.inf if cell.start is None else cell.start
    end = np.inf if cell.end is None else cell.end
    span: Flags = (low >= start - _NOISE) & (high <= end + _NOISE)
    return span
