"""What words, notes and labels say beside the numbers: bounds about those who left, and why something is not shown."""

from collections.abc import Iterator
from math import isfinite

import numpy as np
from disclosure.adversary.findings import FEWEST_CANDIDATES, Finding
from disclosure.adversary.integer import reachable, shown
from disclosure.adversary.model import Floats, GivenUpError, Tables
from disclosure.adversary.moments import CHANGES, FAMILY_CHANGES
from disclosure.adversary.published import Published, Row, Sheet, known

WORST = ("bound_worst", "bound_lowest")
BEST = ("bound_best", "bound_highest")
_SIDES = {"better": "not_better", "worse": "not_worse"}


def leavers(published: Published) -> Iterator[Finding]:
    """Confine the entry values of the few who left by the words about what they could have changed.

    With the sum S of the changes of those who stayed and k who left, "not better even then" (bound_worst) says that
    S plus the sum of (worst end - entry value) is not on the better side of zero, and so on for the other ends.
    """
    for sheet in published.sheets:
        if sheet.unit_is_family and not sheet.exposed and sheet.lattice.size >= FEWEST_CANDIDATES and sheet.n:
            yield from _left(sheet, enrolled(published))


def enrolled(published: Published) -> int:
    row = next((row for row in published.participants if row["statistic"] == "families_enrolled"), None)
    return int(known(row["value"])) if row is not None and isfinite(known(row["value"])) else 0


def _left(sheet: Sheet, families: int) -> Iterator[Finding]:
    low, high = -np.inf, np.inf
    for statistic in (*CHANGES, *(FAMILY_CHANGES if sheet.one_each else ())):
        ends = sheet.rounded(statistic)
        low, high = max(low, ends[0]), min(high, ends[1])
    if not isfinite(low) or not isfinite(high):
        return
    gone = sheet.row("leavers_difference")
    if gone is not None and gone["note"] == "nothing_missing":
        return  # nobody who was measured at entry has left
    values = sheet.lattice * sheet.step
    found: set[float] = set()
    for left in _how_many(sheet, families):
        sums = _sums_at_entry(sheet, (sheet.n * low, sheet.n * high), left)
        for value in values:
            rest = ((left - 1) * values[0], (left - 1) * values[-1])
            if value + rest[0] <= sums[1] + 1e-9 and value + rest[1] >= sums[0] - 1e-9:
                found.add(float(value))
    if 0 < len(found) < FEWEST_CANDIDATES:
        yield Finding(
            attack="leavers",
            outcome=sheet.outcome,
            kind="candidates",
            cell="left",
            candidates=tuple(sorted(found)),
            threshold=sheet.threshold,
            why="what the bounds say in words, with the sum of the changes of those who stayed",
        )


def _how_many(sheet: Sheet, families: int) -> range:
    """Give the numbers of families that may have left: as told, or all that have no pair."""
    told = next((row["before_only"] for row in sheet.rows if row["n"] == sheet.n), None)
    if told is not None:
        return range(int(told), int(told) + 1) if told else range(0)
    return range(1, families - sheet.n + 1)


def _sums_at_entry(sheet: Sheet, change: tuple[float, float], left: int) -> tuple[float, float]:
    """Confine the sum at entry of those who left by what is said about either end of the scale."""
    values = sheet.lattice * sheet.step
    least, most = left * values[0], left * values[-1]
    bad, good = (values[-1], values[0]) if sheet.indicator.better == "lower" else (values[0], values[-1])
    for statistics, end in ((WORST, bad), (BEST, good)):
        for row in (sheet.row(statistic) for statistic in statistics):
            said = _said(row)
            if said is None:
                continue
            yes = said in {"better", "higher"}
            # The mean change then is (S + k end - sum at entry) / N; `yes` says on which side of zero it is.
            above = yes if sheet.indicator.better != "lower" else not yes
            if above:
                most = min(most, change[1] + left * end)
            else:
                least = max(least, change[0] + left * end)
    return least, most


def _said(row: Row | None) -> str | None:
    """Give the word of a bound; none where it says nothing."""
    if row is None or not str(row["note"]).startswith("bound_"):
        return None
    return str(row["note"]).removeprefix("bound_")


def reasons(published: Published) -> Iterator[Finding]:
    """Read the label of a row that is not shown: a split with fewer families than the threshold on one side.

    Where the numbers of the indicator leave only one of the two sides, the label says that this one is small.
    """
    for sheet in published.sheets:
        if not reachable(sheet) or not sheet.one_each:
            continue
        for cell in _labelled(sheet):
            yield from _either_side(Tables(sheet=sheet), cell)


def _labelled(sheet: Sheet) -> Iterator[str]:
    """Give the hidden cells that are said to be small, in tables where other hidden cells have other reasons."""
    names = {"class_share_before": "before", "class_share_after": "after", "transition_share": "move"}
    groups: dict[tuple[str, str], list[Row]] = {}
    for row in sheet.rows:
        if row["status"] == "withheld" and row["statistic"] in {
            *names,
            "share_better",
            "share_same",
            "share_worse",
        }:
            view = row["category"].partition(":")[0]
            groups.setdefault(("share" if not view else row["statistic"], view), []).append(row)
    for rows in groups.values():
        small = [row for row in rows if "rule.split" in row["rules"]]
        if 0 < len(small) < len(rows):
            for row in small:
                what = names.get(row["statistic"])
                yield f"{what}:{row['category']}" if what else row["statistic"].removeprefix("share_")


def _either_side(tables: Tables, cell: str) -> Iterator[Finding]:
    sheet, inside = tables.sheet, tables.cells[cell]
    small = Tables(sheet=sheet, extra=((inside, 0, sheet.threshold - 1),))
    large = Tables(sheet=sheet, extra=((inside, sheet.n - sheet.threshold + 1, sheet.n),))
    ends = [_any(one, inside) for one in (small, large)]
    if all(ends) or not any(ends):
        return
    low, high = (0, sheet.threshold - 1) if ends[0] else (sheet.n - sheet.threshold + 1, sheet.n)
    yield Finding(
        attack="reasons",
        table_shown=shown(sheet, cell),
        outcome=sheet.outcome,
        kind="count",
        cell=cell,
        low=low,
        high=high,
        units=sheet.n,
        threshold=sheet.threshold,
        why="the reason given says that a side is small, and the numbers say which",
    )


def _any(tables: Tables, inside: Floats) -> bool:
    try:
        return any(tables.extreme(inside, branch, 1) is not None for branch in tables.branches)
    except GivenUpError:
        return True


def minimality(published: Published) -> Iterator[Finding]:
    """Use that a gate hides no more than it must: if better is shown with its rest, same or worse is small.

    Where the numbers leave room for one of the two only, that one is known to be below the threshold.
    """
    for sheet in published.sheets:
        if not reachable(sheet) or not sheet.one_each:
            continue
        for side, rest in _SIDES.items():
            tables = Tables(sheet=sheet)
            if isfinite(tables.published(rest)[0]) and not isfinite(tables.published("same")[0]):
                hidden = ("same", "worse" if side == "better" else "better")
                yield from _one_of(sheet, hidden)


def _one_of(sheet: Sheet, hidden: tuple[str, str]) -> Iterator[Finding]:
    cells = [Tables(sheet=sheet).cells[cell] for cell in hidden]
    small = [Tables(sheet=sheet, extra=((cell, 0, sheet.threshold - 1),)) for cell in cells]
    possible = [_any(tables, cell) for tables, cell in zip(small, cells, strict=True)]
    if sum(possible) == 1:
        place = possible.index(True)
        yield Finding(
            attack="minimality",
            outcome=sheet.outcome,
            kind="count",
            cell=hidden[place],
            low=0,
            high=sheet.threshold - 1,
            units=sheet.n,
            threshold=sheet.threshold,
            why="two are hidden since one is small, and the numbers say which",
        )
