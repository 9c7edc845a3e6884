"""Integer reconstruction: the whole table of before by after that stands behind the published numbers."""

from collections.abc import Collection, Iterator

import numpy as np
from disclosure.adversary.findings import FEWEST_CANDIDATES, Finding, confined
from disclosure.adversary.model import LARGEST_TABLE, Floats, GivenUpError, Tables
from disclosure.adversary.published import Published, Sheet


def attack(published: Published) -> Iterator[Finding]:
    """Confine every hidden count, and everybody's values, by integer programming over all numbers of an indicator.

    From: n, mean before, after and change, interval, standard error, p class, standardised change, smallest
    detectable change, shares, classes and transitions, at their published rounding, together.
    """
    for sheet in published.sheets:
        if reachable(sheet):
            tables = Tables(sheet=sheet)
            yield from counts(tables, "integer")
            yield from candidates(tables, "integer")


def reachable(sheet: Sheet) -> bool:
    """Say whether the whole table is small enough to be searched."""
    return sheet.n > 0 and not sheet.exposed and 1 < sheet.lattice.size <= LARGEST_TABLE


def counts(tables: Tables, attack: str, cells: Collection[str] = ()) -> Iterator[Finding]:
    """Confine every hidden count, or some, as far as is needed to say whether too much is told."""
    for cell in tables.hidden():
        if cells and cell not in cells:
            continue
        own = float(tables.cells[cell] @ tables.mine)
        if not shown(tables.sheet, cell) and any(tables.cells[cell] @ table == own for table in tables.pool):
            continue  # nobody need have made this move
        ends = reach(tables, tables.cells[cell], own)
        if ends is not None:
            yield Finding(
                attack=attack,
                outcome=tables.sheet.outcome,
                kind="count",
                cell=cell,
                low=ends[0],
                high=ends[1],
                own=int(own),
                units=tables.units,
                threshold=tables.threshold,
                wave=tables.wave,
                table_shown=shown(tables.sheet, cell),
                why="all tables of before by after that agree with every published number",
            )


def shown(sheet: Sheet, cell: str) -> bool:
    """Say whether any cell of the table of moves that a cell is in is published; other cells are always judged."""
    if not cell.startswith("move:"):
        return True
    view = cell.removeprefix("move:").partition(":")[0]
    rows = (row for row in sheet.rows if row["statistic"] == "transition_share" and row["value"] is not None)
    return any(row["category"].partition(":")[0] == view for row in rows)


def enough(low: float, high: float, tables: Tables) -> bool:
    """Say whether a range of counts is wide enough to stop looking for more."""
    units, threshold = tables.units, tables.threshold
    return not confined(low, high, threshold) and not confined(units - high, units - low, threshold)


def reach(tables: Tables, coefficients: Floats, own: float = 0.0) -> tuple[float, float] | None:
    """Give the smallest and largest count over all tables, or as far as shows that it is not confined.

    `own` units of the attacker are taken off; none are given where there is no table, or the search was given up.
    """
    low, high = np.inf, -np.inf
    for table in tables.pool:
        low, high = min(low, float(coefficients @ table) - own), max(high, float(coefficients @ table) - own)
    for branch in tables.branches:
        for sign in (-1, 1):
            if low <= high and enough(low, high, tables):
                return low, high
            try:
                found = tables.extreme(coefficients, branch, sign)
            except GivenUpError:
                return None
            if found is None:
                break
            count = float(coefficients @ found) - own
            low, high = min(low, count), max(high, count)
    return (low, high) if low <= high else None


def candidates(tables: Tables, attack: str) -> Iterator[Finding]:
    """Find the values that can occur at all, before, after and as a change."""
    if tables.size < FEWEST_CANDIDATES:
        return
    for what, values in (("before", tables.before), ("after", tables.after), ("change", tables.change)):
        try:
            found = _occurring(tables, values)
        except GivenUpError:
            continue
        if 0 < len(found) < FEWEST_CANDIDATES:
            yield Finding(
                attack=attack,
                outcome=tables.sheet.outcome,
                kind="candidates",
                cell=what,
                candidates=tuple(float(value) * tables.sheet.step for value in sorted(found)),
                own=int(tables.mine.sum()),
                threshold=tables.threshold,
                wave=tables.wave,
                why="only these values agree with every published number",
            )


def _occurring(tables: Tables, values: Floats) -> set[float]:
    """Give values that some table holds, beside the attacker's own units; three are enough."""
    found = {float(value) for table in tables.pool for value in values[table > tables.mine]}
    for value in sorted(set(values), key=abs):
        here = (values == value).astype(float)
        for branch in tables.branches:
            if len(found) >= FEWEST_CANDIDATES or value in found:
                break
            most = tables.extreme(here, branch, -1)
            if most is not None and here @ most > here @ tables.mine:
                found.add(float(value))
    return found
