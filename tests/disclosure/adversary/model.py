"""The tables of before by after that agree with everything published about one indicator, as integer programs."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from math import ceil, floor, isfinite

import numpy as np
from disclosure.adversary.moments import CHANGES, FAMILY_CHANGES, against, error_ends, spread_ends
from disclosure.adversary.published import Sheet
from numpy.typing import NDArray
from scipy.optimize import Bounds, LinearConstraint, milp

from fou_eval.declaration import transition

Floats = NDArray[np.float64]
LARGEST_TABLE = 13  # values of an indicator whose joint table is still searched
_NODES = 2_000  # of the search tree, before a cell is given up
_SLACK = 1e-6
SHARES = {
    "better": ("share_better", "share_higher"),
    "same": ("share_same",),
    "worse": ("share_worse", "share_lower"),
    "not_better": ("share_not_better", "share_not_higher"),
    "not_worse": ("share_not_worse", "share_not_lower"),
}


class GivenUpError(Exception):
    """The search for a table took too long; the attacker learns nothing from it."""


@dataclass(frozen=True, kw_only=True)
class Branch:
    """One sum of the changes, with all that follows from it: rows of coefficients between two ends."""

    rows: Floats
    low: Floats
    high: Floats


@dataclass(kw_only=True)
class Tables:
    """All tables of before by after, one cell per pair of values, that agree with the published numbers.

    `extra` adds what an attacker knows beside: (coefficients, low, high); `own` is the table of the units that the
    attacker is; `wave` is the later wave, where it is not that of the contrast.
    """

    sheet: Sheet
    extra: tuple[tuple[Floats, float, float], ...] = ()
    wave: str = ""
    own: Floats | None = None
    pool: list[Floats] = field(default_factory=list)
    solved: int = 0

    @cached_property
    def mine(self) -> Floats:
        """Give the table of the attacker's own units."""
        return np.zeros(self.size**2) if self.own is None else self.own

    @cached_property
    def units(self) -> int:
        """Count the units of others."""
        return self.sheet.n - int(self.mine.sum())

    @property
    def threshold(self) -> int:
        """Give the smallest cell; a family that takes itself off counts one less."""
        return self.sheet.threshold - (self.own is not None)

    @cached_property
    def size(self) -> int:
        return self.sheet.lattice.size

    @cached_property
    def before(self) -> Floats:
        return np.repeat(self.sheet.lattice, self.size).astype(float)

    @cached_property
    def after(self) -> Floats:
        return np.tile(self.sheet.lattice, self.size).astype(float)

    @cached_property
    def change(self) -> Floats:
        return self.after - self.before

    @cached_property
    def cells(self) -> Mapping[str, Floats]:
        """Give every cell that a table of the report counts, by the name that findings use."""
        sign = np.sign(self.change) * (-1 if self.sheet.indicator.better == "lower" else 1)
        cells = {
            "better": sign > 0,
            "same": sign == 0,
            "worse": sign < 0,
            "not_better": sign <= 0,
            "not_worse": sign >= 0,
        }
        for view, partition in zip(self.sheet.classes, self.sheet.indicator.column.partitions(), strict=True):
            inside = [(np.repeat(places, self.size), np.tile(places, self.size)) for _, places in view]
            for (category, _), (first, second) in zip(view, inside, strict=True):
                cells[f"before:{category}"], cells[f"after:{category}"] = first, second
            for start, (first, _) in zip(partition.cells, inside, strict=True):
                for end, (_, second) in zip(partition.cells, inside, strict=True):
                    cells[f"move:{transition(start, end)}"] = first & second
        if self.sheet.kind == "binary":
            cells["before:yes"], cells["after:yes"] = self.before == 1, self.after == 1
        return {name: cell.astype(float) for name, cell in cells.items()}

    def published(self, cell: str) -> tuple[float, float]:
        """Give the ends of a share as published; all shares where it is not."""
        what, _, category = cell.partition(":")
        if category == "yes":
            return self.sheet.rounded(f"share_yes_{what}")
        if category:
            name = {"before": "class_share_before", "after": "class_share_after", "move": "transition_share"}[
                what
            ]
            return self.sheet.rounded(name, category)
        for statistic in SHARES[what]:
            if isfinite(self.sheet.value(statistic)):
                return self.sheet.rounded(statistic)
        return -np.inf, np.inf

    def hidden(self) -> Iterator[str]:
        """Give the cells whose counts are not published; those that are the rest of another are judged with it."""
        rest = {"not_better", "not_worse"}
        return (cell for cell in self.cells if cell not in rest and not isfinite(self.published(cell)[0]))

    def _common(self) -> Iterator[tuple[Floats, float, float]]:
        sheet, n, step = self.sheet, self.sheet.n, self.sheet.step
        yield np.ones(self.size**2), n, n
        level = {"binary": "share_yes", "count": "rate"}.get(sheet.kind, "mean")
        for wave, values in (("before", self.before), ("after", self.after)):
            low, high = sheet.rounded(f"{level}_{wave}")
            if isfinite(low):
                yield values, n * low / step, n * high / step
        for cell, inside in self.cells.items():
            low, high = self.published(cell)
            if isfinite(low):
                yield inside, n * low, n * high
        low, high = sheet.rounded("net_improvement")
        if isfinite(low):
            yield self.cells["better"] - self.cells["worse"], n * low, n * high
        if sheet.one_each:
            direction, most = against(sheet)
            if direction and most < n:
                yield (self.change * direction * sheet.step <= 0).astype(float), 0, most
        yield from self.extra

    def _sums(self) -> range:
        """Give the sums of changes, in steps, that agree with every published mean change and level."""
        sheet, n, step = self.sheet, self.sheet.n, self.sheet.step
        low, high = -np.inf, np.inf
        for statistic in (*CHANGES, *(FAMILY_CHANGES if sheet.one_each else ())):
            found = sheet.rounded(statistic)
            low, high = max(low, found[0]), min(high, found[1])
        level = {"binary": "share_yes", "count": "rate"}.get(sheet.kind, "mean")
        first, last = sheet.rounded(f"{level}_before"), sheet.rounded(f"{level}_after")
        low, high = max(low, last[0] - first[1]), min(high, last[1] - first[0])
        if not isfinite(low) or not isfinite(high):
            return range(0)
        return range(ceil(n * low / step - _SLACK), floor(n * high / step + _SLACK) + 1)

    @cached_property
    def branches(self) -> tuple[Branch, ...]:
        """Give one branch per sum of changes; a single one where too little is published to name the sum."""
        common = list(self._common())
        sums = self._sums()
        if not sums or len(sums) > 60:
            return (_branch(common),)
        made = []
        for total in sums:
            rows = [*common, (self.change, total, total)]
            rows += self._squares(total)
            made.append(_branch(rows))
        return tuple(made)

    def _squares(self, total: int) -> Iterator[tuple[Floats, float, float]]:
        """Confine the sums of squares, which are linear in the table once the sum of changes is known."""
        sheet, n = self.sheet, self.sheet.n
        if sheet.one_each and n > 2:
            low, high = error_ends(sheet, total * sheet.step / n)
            around = np.array([low, high]) ** 2 * n * (n - 1) / sheet.step**2
            if low > 0 or isfinite(high):
                yield self.change**2, around[0] + total**2 / n - _SLACK, around[1] + total**2 / n + _SLACK
        spread = spread_ends(sheet, total * sheet.step / n)
        first, last = sheet.rounded("mean_before"), sheet.rounded("mean_after")
        if spread[0] > 0 and isfinite(first[0]) and isfinite(last[0]):
            # The spread is of both waves together: their squares less those of their means.
            ends = [sorted(np.square(pair)) for pair in (first, last)]
            least = sum(
                0.0 if pair[0] < 0 < pair[1] else end[0]
                for pair, end in zip((first, last), ends, strict=True)
            )
            most = sum(end[1] for end in ends)
            low = (2 * (n - 1) * spread[0] ** 2 + n * least) / sheet.step**2
            high = (2 * (n - 1) * spread[1] ** 2 + n * most) / sheet.step**2
            yield self.before**2 + self.after**2, low - _SLACK, high + _SLACK

    def broken(self, table: Floats) -> Floats:
        """Give how far a table is from agreeing with the closest branch: one number per row, 0 where it agrees."""
        gaps = [
            np.maximum(branch.low - branch.rows @ table, 0) + np.maximum(branch.rows @ table - branch.high, 0)
            for branch in self.branches
        ]
        return min(gaps, key=lambda gap: float(gap.max()))

    def extreme(self, coefficients: Floats, branch: Branch, sign: int) -> Floats | None:
        """Find the table of a branch in which a count is smallest (1) or largest (-1); none if there is no table."""
        self.solved += 1
        found = milp(
            sign * coefficients,
            constraints=LinearConstraint(branch.rows, branch.low, branch.high),
            integrality=np.ones(coefficients.size),
            bounds=Bounds(0, self.sheet.n),
            options={"node_limit": _NODES, "mip_rel_gap": 0},
        )
        if found.status == 2:
            return None
        if found.status != 0:
            raise GivenUpError
        table: Floats = np.rint(found.x)
        self.pool.append(table)
        return table


def _branch(rows: list[tuple[Floats, float, float]]) -> Branch:
    return Branch(
        rows=np.array([row for row, _, _ in rows]),
        low=np.array([low for _, low, _ in rows]),
        high=np.array([high for _, _, high in rows]),
    )
