"""Plain threshold suppression of the finest declared tables: the usual way, written without a look at the gate.

The tables of an indicator are: who moved better, stayed, moved worse; the classes of the finest view before and after;
the moves between them. Cells with fewer families inside or outside than the threshold are hidden. Complementary
suppression then hides further cells until linear programming confines no hidden cell of too few families, given the
number of units and every cell that is still shown. Means and intervals, which a report shows as well, are not looked
at: that would hide still more.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from itertools import product

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import linprog

from fou_eval.declaration import Indicator
from fou_eval.declaration.partitions import Cell
from fou_eval.evidence.gather import members
from fou_eval.statistics.moves import moves
from fou_eval.statistics.pairs import Pairs

Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]
Kind = tuple[int, int, int]  # class before, class after, direction
Name = tuple[str, ...]
WAYS = {1: "better", 0: "same", -1: "worse"}
_NOISE = 1e-6


@dataclass(frozen=True, kw_only=True)
class Tables:
    """The finest declared tables of one indicator, as they are.

    Attributes
    ----------
    cells
        Of each cell of a table, which kinds of units it counts.
    lines
        Sets of cells that add up to another one, or to all units.
    kind, family
        Kind and family of every unit.
    threshold
        Fewest families inside and outside of a cell that is shown.
    """

    cells: dict[Name, Flags]
    lines: tuple[tuple[Name, ...], ...]
    kind: NDArray[np.int64]
    family: NDArray[np.int64]
    threshold: int

    @cached_property
    def truth(self) -> Floats:
        """Count the units of each kind."""
        return np.bincount(self.kind, minlength=len(next(iter(self.cells.values())))).astype(float)

    def small(self, name: Name) -> bool:
        """Say whether too few families are inside or outside of a cell."""
        inside = self.cells[name][self.kind]
        sides = (np.unique(self.family[inside]).size, np.unique(self.family[~inside]).size)
        return min(sides) < self.threshold

    def count(self, name: Name) -> float:
        return float(self.truth[self.cells[name]].sum())


def tables_of(indicator: Indicator, pairs: Pairs, threshold: int) -> Tables:
    """Put the tables of an indicator together; of yes and no only yes is a cell, and their moves are no table."""
    classes = _classes(indicator, pairs)
    size = len(classes[0])
    kinds = kinds_of(indicator)
    sign = -1 if indicator.better == "lower" else 1
    ways = (moves(pairs).astype(int) * sign).tolist()
    place = [np.argmax(np.array(side), axis=0).tolist() for side in classes]
    lookup = {kind: number for number, kind in enumerate(kinds)}
    what = np.array(kinds).reshape(-1, 3)
    cells: dict[Name, Flags] = {("way", word): what[:, 2] == way for way, word in WAYS.items()}
    lines: list[tuple[Name, ...]] = [tuple(cells)]
    if indicator.kind == "binary":
        cells |= {("before", "1"): what[:, 0] == 1, ("after", "1"): what[:, 1] == 1}
    elif size > 1:
        lines += _add_classes(cells, what, size)
    return Tables(
        cells=cells,
        lines=tuple(lines),
        kind=np.array([lookup[kind] for kind in zip(*place, ways, strict=True)], dtype=np.int64),
        family=pairs.family,
        threshold=threshold,
    )


def _add_classes(cells: dict[Name, Flags], what: NDArray[np.int64], size: int) -> Iterator[tuple[Name, ...]]:
    """Add the classes before and after and the moves between them; give the lines that they add up along."""
    every = [str(number) for number in range(size)]
    for side, column in (("before", 0), ("after", 1)):
        own: dict[Name, Flags] = {
            (side, name): what[:, column] == number for number, name in enumerate(every)
        }
        cells |= own
        yield tuple(own)
    for start, end in product(range(size), repeat=2):
        cells["move", every[start], every[end]] = (what[:, 0] == start) & (what[:, 1] == end)
    for one in every:
        yield (*(("move", one, other) for other in every), ("before", one))
        yield (*(("move", other, one) for other in every), ("after", one))


def _classes(indicator: Indicator, pairs: Pairs) -> tuple[list[Flags], list[Flags]]:
    """Say of each class of the finest view which units are in it, before and after."""
    views = indicator.column.partitions()
    if indicator.kind == "binary":
        return [pairs.before == 0, pairs.before == 1], [pairs.after == 0, pairs.after == 1]
    if not views:
        everybody = np.ones(pairs.before.size, dtype=np.bool_)
        return [everybody], [everybody]
    before, after = (
        [members(indicator, cell, values) for cell in views[0].cells]
        for values in (pairs.before, pairs.after)
    )
    return before, after


def kinds_of(indicator: Indicator) -> list[Kind]:
    """Give the kinds of units that can be: from a lower class to a higher one nobody's value falls."""
    return list(_kinds(indicator))


def _kinds(indicator: Indicator) -> Iterator[Kind]:
    sign = -1 if indicator.better == "lower" else 1
    order, single = _order(indicator)
    for before, after in product(range(len(order)), repeat=2):
        if indicator.kind == "count" or (before == after and not single[before]):
            yield from ((before, after, way) for way in (-1, 0, 1))
        else:
            yield before, after, sign * int(np.sign(order[after] - order[before]))


def _order(indicator: Indicator) -> tuple[list[float], list[bool]]:
    """Give where each class of the finest view lies on the scale, and whether it holds one value alone."""
    if indicator.kind == "binary":
        return [0.0, 1.0], [True, True]
    if not indicator.column.partitions():
        return [0.0], [False]
    numbers = indicator.column.values()
    cells: tuple[Cell, ...] = indicator.column.partitions()[0].cells
    if cells[0].codes:
        return [float(numbers[cell.codes[0]]) for cell in cells], [len(cell.codes) == 1 for cell in cells]
    starts = [-np.inf if cell.start is None else cell.start for cell in cells]
    return starts, [cell.start is not None and cell.start == cell.end for cell in cells]


def plain(tables: Tables) -> set[Name]:
    """Give the cells that pass the threshold."""
    return {name for name in tables.cells if not tables.small(name)}


@dataclass(kw_only=True)
class Audit:
    """Which hidden cells of too few families linear programming confines; tables once found possible are kept."""

    tables: Tables
    hidden: tuple[Name, ...]
    pool: list[Floats] = field(default_factory=list)

    def confined(self, shown: set[Name]) -> Name | None:
        """Give the first cell that the shown ones confine."""
        rows = np.array(
            [np.ones(self.tables.truth.size), *(self.tables.cells[name] for name in sorted(shown))]
        )
        sums = rows @ self.tables.truth
        possible = [table for table in self.pool if np.allclose(rows @ table, sums, atol=_NOISE)]
        possible.append(self.tables.truth)
        for name in self.hidden:
            for way in (-1.0, 1.0):
                if self._open(name, possible):
                    break
                found = linprog(
                    way * self.tables.cells[name], A_eq=rows, b_eq=sums, bounds=(0, None), method="highs"
                )
                if found.x is not None:
                    possible.append(found.x)
                    self.pool.append(found.x)
            if not self._open(name, possible):
                return name
        return None

    def _open(self, name: Name, possible: list[Floats]) -> bool:
        cell, threshold, units = self.tables.cells[name], self.tables.threshold, self.tables.kind.size
        counts = [float(table[cell].sum()) for table in possible]
        low, high = min(counts), max(counts)
        wide = high - low >= threshold - 1 - _NOISE
        return wide and high >= threshold - _NOISE and units - low >= threshold - _NOISE


def complementary(tables: Tables) -> set[Name]:
    """Give the cells that remain when further ones have been hidden, and those given back that can be.

    Beside a confined cell the smallest shown one of its lines is hidden, and where its lines show none, the smallest
    of all. At last every cell hidden this way, largest first, is shown again if nothing becomes confined.
    """
    shown = plain(tables)
    audit = Audit(tables=tables, hidden=tuple(sorted(tables.cells.keys() - shown)))
    taken: list[Name] = []
    while shown and (cell := audit.confined(shown)) is not None:
        beside = {name for line in tables.lines if cell in line for name in line} & shown
        victim = min(sorted(beside or shown), key=tables.count)
        shown.discard(victim)
        taken.append(victim)
    for name in sorted(taken, key=tables.count, reverse=True):
        if audit.confined(shown | {name}) is None:
            shown.add(name)
    return shown
