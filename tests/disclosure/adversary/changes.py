"""Signs of changes from mean, interval and test alone: for values too fine or too wide for a table, and later waves."""

from collections.abc import Iterator
from itertools import pairwise, product
from math import ceil, floor, isfinite

import numpy as np
from disclosure.adversary.findings import Finding
from disclosure.adversary.integer import candidates, counts, reachable
from disclosure.adversary.model import SHARES, Tables
from disclosure.adversary.moments import CHANGES, FAMILY_CHANGES, against, error_ends
from disclosure.adversary.published import Published, Sheet

Ends = tuple[float, float]
_PLACES = 8  # parts that a range of sums is tried in where it holds more whole steps


def attack(published: Published) -> Iterator[Finding]:
    """Count better, same and worse where every family has one unit and values are fine or counted per exposure."""
    for sheet in published.sheets:
        if sheet.one_each and not reachable(sheet):
            yield from signs(sheet, "changes")


def course(published: Published) -> Iterator[Finding]:
    """Do the same, and integer reconstruction, for the change from entry to every wave that is not the contrast's."""
    for sheet in published.sheets:
        for wave in published.codebook.waves:
            if wave in (sheet.before, sheet.after):
                continue
            then = sheet.at(wave)
            if not then.n or not isfinite(then.value("change_from_entry")):
                continue
            if reachable(then):
                tables = Tables(sheet=then, wave=wave)
                yield from counts(tables, "course", {"better", "same", "worse"})
                yield from candidates(tables, "course")
            elif then.one_each:
                yield from signs(then, "course", wave)


def tests(published: Published) -> Iterator[Finding]:
    """Say how many families cannot have moved with the others, from the class of an exact p-value alone."""
    for sheet in published.sheets:
        direction, most = against(sheet) if sheet.families else (0, 0)
        if not direction:
            continue
        better = direction * (-1 if sheet.indicator.better == "lower" else 1) > 0
        yield Finding(
            attack="tests",
            outcome=sheet.outcome,
            kind="count",
            cell="families:not_better" if better else "families:not_worse",
            low=0,
            high=most,
            units=sheet.families,
            threshold=sheet.threshold,
            why="2^G patterns of signs leave room for so few families that did not move with the others",
        )


def signs(sheet: Sheet, attack: str, wave: str = "") -> Iterator[Finding]:
    """Keep the numbers of better, same and worse that some set of changes with the published moments has."""
    found = list(possible(sheet))
    if not found:
        return
    for place, cell in enumerate(("better", "same", "worse")):
        if isfinite(share(sheet, cell)[0]):
            continue
        yield Finding(
            attack=attack,
            outcome=sheet.outcome,
            kind="count",
            cell=cell,
            low=min(numbers[place] for numbers in found),
            high=max(numbers[place] for numbers in found),
            units=sheet.n,
            threshold=sheet.threshold,
            wave=wave,
            why="sum and sum of squares of the changes, from mean, interval and test",
        )


def share(sheet: Sheet, cell: str) -> Ends:
    """Give the ends of a published share, as a number of units."""
    for statistic in SHARES[cell]:
        low, high = sheet.rounded(statistic)
        if isfinite(low):
            return sheet.n * low, sheet.n * high
    return -np.inf, np.inf


def possible(sheet: Sheet) -> Iterator[tuple[int, int, int]]:
    """Give the numbers of better, same and worse that agree with everything published."""
    n, direction = sheet.n, -1 if sheet.indicator.better == "lower" else 1
    ends = {cell: share(sheet, cell) for cell in SHARES}
    way, most = against(sheet)
    for better, worse in product(range(n + 1), repeat=2):
        same = n - better - worse
        numbers = {
            "better": better,
            "same": same,
            "worse": worse,
            "not_better": n - better,
            "not_worse": n - worse,
        }
        if same < 0 or any(not ends[cell][0] <= number <= ends[cell][1] for cell, number in numbers.items()):
            continue
        rose, fell = (better, worse) if direction > 0 else (worse, better)
        if way and n - (rose if way > 0 else fell) > most:
            continue
        if moments(sheet, rose, fell):
            yield better, same, worse


def moments(sheet: Sheet, rose: int, fell: int) -> bool:
    """Say whether some changes, so many above and so many below zero, have the published mean and spread."""
    n, step, reach = sheet.n, 0.0 if sheet.exposed else sheet.step, _reach(sheet)
    low, high = -np.inf, np.inf
    for statistic in (*CHANGES, *FAMILY_CHANGES):
        found = sheet.rounded(statistic)
        low, high = max(low, found[0]), min(high, found[1])
    low, high = max(n * low, rose * step - fell * reach), min(n * high, rose * reach - fell * step)
    if low > high + 1e-9 or not isfinite(low):
        return not isfinite(low)
    for first, last in _sums(low, high, step):
        errors = [error_ends(sheet, total / n) for total in {first, last}]
        most = max(end for _, end in errors) ** 2 * n * (n - 1)
        least = min(end for end, _ in errors) ** 2 * n * (n - 1)
        total = min(max(0.0, first), last)
        if (
            _least_spread(total, rose, fell, step, n) <= most + 1e-6
            and least <= (rose + fell) * reach**2 + 1e-6
        ):
            return True
    return False


def _sums(low: float, high: float, step: float) -> list[Ends]:
    """Give the sums of changes in a range, each between two ends: whole steps, or parts where they are many."""
    if step:
        first, last = ceil(low / step - 1e-6), floor(high / step + 1e-6)
        if last - first < _PLACES:
            return [(whole * step, whole * step) for whole in range(first, last + 1)]
    places = np.linspace(low, high, _PLACES + 1).tolist()
    return list(pairwise(places))


def _least_spread(total: float, rose: int, fell: int, step: float, n: int) -> float:
    """Give the smallest sum of squares about the mean: the smaller side at one step each, the other side alike."""
    with_it, against_it = (rose, fell) if total >= 0 else (fell, rose)
    if with_it == 0:
        return 0.0
    each = max((abs(total) + against_it * step) / with_it, step)
    return with_it * each**2 + against_it * step**2 - total**2 / n


def _reach(sheet: Sheet) -> float:
    """Give the largest change that the scale has room for."""
    low, high = sheet.indicator.column.ends()
    return np.inf if low is None or high is None else high - low
