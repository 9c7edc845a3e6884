"""Every set of whole-step changes that gives a mean, its error and its exact interval at once."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from math import ceil, floor, isfinite

import numpy as np
from disclosure.adversary.changes import possible, share
from disclosure.adversary.findings import FEWEST_CANDIDATES, Finding, confined
from disclosure.adversary.model import GivenUpError
from disclosure.adversary.moments import CHANGES, FAMILY_CHANGES, error_ends, p_ends
from disclosure.adversary.published import Published, Row, Sheet, known

from fou_eval.formatting import NOT_SMALL, P_CLASSES
from fou_eval.statistics.family_change import (
    family_mean_change,
    family_mean_change_exact,
    family_rate_change,
    family_rate_change_exact,
)
from fou_eval.statistics.number import Number
from fou_eval.statistics.pairs import Pairs

MOST_UNITS = 16
# Sets tried by the exact test, and steps of the search for them, before an indicator is given up.
_TRIED, _STEPS = 2_000, 40_000
_SLACK = 1e-6
_FLIPPED: Mapping[str, Callable[..., Number]] = {
    "family_mean_change": family_mean_change,
    "family_mean_change_exact": family_mean_change_exact,
    "family_rate_change": family_rate_change,
    "family_rate_change_exact": family_rate_change_exact,
}
_CELLS = ("better", "same", "worse")
Changes = tuple[int, ...]


def attack(published: Published) -> Iterator[Finding]:
    """Confine hidden counts, and everybody's change, where every family has one unit and there are few of them.

    From: n, the mean change, Student's interval and test of it, and the sign-flip interval and test, which depend on
    every single change.
    """
    for sheet in published.sheets:
        if sheet.one_each and sheet.n <= MOST_UNITS and not sheet.exposed and sheet.lattice.size > 1:
            listing = Listing(sheet=sheet)
            try:
                listing.search()
            except GivenUpError:
                continue
            yield from listing.claims()


@dataclass(kw_only=True)
class Listing:
    """What is common to all sets of changes that agree with the published numbers, as far as they have been listed."""

    sheet: Sheet
    counts: dict[str, tuple[int, int]] = field(default_factory=dict)
    values: set[int] = field(default_factory=set)
    tried: int = 0
    steps: int = 0

    def search(self) -> None:
        """List sets until all are listed, or until more of them would not make anything a disclosure."""
        hidden = [cell for cell in _CELLS if not isfinite(share(self.sheet, cell)[0])]
        direction = -1 if self.sheet.indicator.better == "lower" else 1
        for better, same, worse in possible(self.sheet):
            own = dict(zip(_CELLS, (better, same, worse), strict=True))
            mine = {cell: own[cell] for cell in hidden}
            for changes in self._sets(*((better, worse) if direction > 0 else (worse, better))):
                if self._settled(hidden):
                    return
                many = len(self.values) >= FEWEST_CANDIDATES
                if many and self._inside(mine):
                    break  # another set with these counts tells nothing new
                if (self._inside(mine) and self.values.issuperset(changes)) or not self._agrees(changes):
                    continue
                self.values |= set(changes)
                for cell, count in mine.items():
                    low, high = self.counts.get(cell, (count, count))
                    self.counts[cell] = min(low, count), max(high, count)

    def claims(self) -> Iterator[Finding]:
        """Claim what all the sets have in common."""
        sheet, why = self.sheet, "all sets of changes with this mean, error and exact interval"
        for cell, (low, high) in self.counts.items():
            yield Finding(
                attack="listing",
                outcome=sheet.outcome,
                kind="count",
                cell=cell,
                low=low,
                high=high,
                units=sheet.n,
                threshold=sheet.threshold,
                why=why,
            )
        if self.values and sheet.lattice.size >= FEWEST_CANDIDATES:
            yield Finding(
                attack="listing",
                outcome=sheet.outcome,
                kind="candidates",
                cell="change",
                candidates=tuple(value * sheet.step for value in sorted(self.values)),
                threshold=sheet.threshold,
                why=why,
            )

    def _inside(self, mine: Mapping[str, int]) -> bool:
        return all(
            cell in self.counts and self.counts[cell][0] <= count <= self.counts[cell][1]
            for cell, count in mine.items()
        )

    def _settled(self, hidden: list[str]) -> bool:
        """Say whether nothing is confined any more."""
        n, threshold = self.sheet.n, self.sheet.threshold
        return len(self.values) >= FEWEST_CANDIDATES and all(
            not confined(low, high, threshold) and not confined(n - high, n - low, threshold)
            for low, high in (self.counts[cell] for cell in hidden)
        )

    def _sets(self, rose: int, fell: int) -> Iterator[Changes]:
        """Give the sets of so many changes above and below zero that have the published mean and error."""
        sheet, n = self.sheet, self.sheet.n
        low, high = _mean_ends(sheet)
        if not isfinite(low):
            return
        still = (0,) * (n - rose - fell)
        sizes = np.abs(np.subtract.outer(sheet.lattice, sheet.lattice))
        sizes_down = tuple(int(size) for size in np.unique(sizes[sizes > 0])[::-1])
        for total in range(ceil(n * low / sheet.step - _SLACK), floor(n * high / sheet.step + _SLACK) + 1):
            least, most = (
                n * (n - 1) * (end / sheet.step) ** 2 + total**2 / n
                for end in error_ends(sheet, total * sheet.step / n)
            )
            for moves in self._moves(sizes_down, rose, fell, total, least - _SLACK, most + _SLACK):
                yield (*moves, *still)

    def _moves(
        self, sizes: tuple[int, ...], rose: int, fell: int, total: int, least: float, most: float
    ) -> Iterator[Changes]:
        """Give the sets of rises and falls, largest first, with a given sum and with squares between two ends."""
        todo: list[tuple[int, int, int, int, float, Changes]] = [(0, rose, fell, total, 0.0, ())]
        while todo:
            place, up, down, left, squares, moves = todo.pop()
            self.steps += 1
            if self.steps > _STEPS:
                raise GivenUpError
            if up + down == 0:
                if left == 0 and least <= squares <= most:
                    yield moves
                continue
            if place == len(sizes):
                continue
            size, small = sizes[place], sizes[-1]
            if not up * small - down * size <= left <= up * size - down * small:
                continue
            fewest = max(left**2 / (up + down), (up + down) * small**2)
            if squares + fewest > most or squares + (up + down) * size**2 < least:
                continue
            todo += [
                (
                    place + 1,
                    up - rises,
                    down - falls,
                    left - (rises - falls) * size,
                    squares + (rises + falls) * size**2,
                    (*moves, *(size,) * rises, *(-size,) * falls),
                )
                for rises in range(up + 1)
                for falls in range(down + 1)
            ]

    def _agrees(self, changes: Changes) -> bool:
        """Say whether the exact intervals and tests of these changes are those that are published."""
        self.tried += 1
        if self.tried > _TRIED:
            raise GivenUpError
        sheet = self.sheet
        start = np.full(sheet.n, sheet.lattice[-1] * sheet.step)
        pairs = Pairs.of(start, start + np.array(changes) * sheet.step, resolution=sheet.step)
        for statistic, flipped in _FLIPPED.items():
            row = sheet.row(statistic)
            if row is None or not any(isfinite(known(row[name])) for name in ("low", "p_value", "p_exact")):
                continue
            if not _same(sheet, row, flipped(pairs, confidence=row["confidence"])):
                return False
        return True


def _mean_ends(sheet: Sheet) -> tuple[float, float]:
    """Confine the mean change, by itself and by the means before and after."""
    before, after = sheet.rounded("mean_before"), sheet.rounded("mean_after")
    low, high = after[0] - before[1], after[1] - before[0]
    for statistic in (*CHANGES, *FAMILY_CHANGES):
        ends = sheet.rounded(statistic)
        low, high = max(low, ends[0]), min(high, ends[1])
    return low, high


def _same(sheet: Sheet, row: Row, number: Number) -> bool:
    """Say whether a result would be published as it was."""
    for name, end in (("low", number.low), ("high", number.high)):
        low, high = sheet.rounded(row["statistic"], name=name)
        cut = row["scale"] == "points" and abs(known(row[name])) >= 1
        if isfinite(low) and not cut and not low <= end <= high:
            return False
    for name, p in (("p_value", number.p_value), ("p_exact", number.p_exact)):
        least, most = p_ends(row, name)
        if known(row[name]) == NOT_SMALL:
            least = P_CLASSES[-1]
        if isfinite(known(row[name])) and not least - _SLACK <= p <= most + _SLACK:
            return False
    return True
