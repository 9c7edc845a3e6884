"""What can be worked out from the published numbers: bounds on hidden counts, and the values that stay possible.

Each question is an integer program over the counts of `atoms`. The linear relaxation answers most of them; where its
answer is near the limit the integer program is solved.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import Bounds, LinearConstraint, milp

from fou_eval.disclosure.knowledge import Knowledge
from fou_eval.disclosure.spread import SLACK

Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]
# Fewest values that each unit must possibly have, whoever else knows their own.
CANDIDATES = 3
# A relaxation bounds an integer count from outside; this far inside the limits its answer stands for both.
_MARGIN = 2.0
_ROUNDING = 1e-6


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Truth:
    """The units as they are, by atom; known to the gate and to nobody else.

    Attributes
    ----------
    atom, family
        Atom and family of each unit, shape (units,).
    """

    atom: NDArray[np.int64]
    family: NDArray[np.int64]

    def families(self, cell: Flags) -> tuple[int, int]:
        """Count the families with a unit inside a cell, and those with a unit outside it."""
        inside = cell[self.atom]
        return np.unique(self.family[inside]).size, np.unique(self.family[~inside]).size


def bounds(known: Knowledge, cell: Flags, *, exact: bool = True) -> tuple[float, float] | None:
    """Give the smallest and largest number of units that a cell can hold, or none where nothing is possible.

    Parameters
    ----------
    known
        What is published.
    cell
        Which atoms the cell holds.
    exact
        Whether counts are whole; else the bounds of the linear relaxation, which lie outside.
    """
    weights = cell.astype(np.float64)
    low, high = _best(known, weights, exact=exact), _best(known, -weights, exact=exact)
    if low is None or high is None:
        return None
    return float(np.ceil(low - _ROUNDING)), float(np.floor(-high + _ROUNDING))


def is_open(ends: tuple[float, float], units: int, threshold: int) -> bool:
    """Say whether bounds leave a hidden count open.

    Neither the cell nor its complement may be known to be smaller than the threshold, and as many counts must remain
    possible as lie below it.

    Examples
    --------
    >>> is_open((0, 5), 14, 5), is_open((0, 4), 14, 5), is_open((2, 5), 14, 5), is_open((9, 14), 14, 5)
    (True, False, False, True)
    """
    low, high = ends
    return high >= threshold and units - low >= threshold and high - low >= threshold - 1


def told(known: Knowledge, truth: Truth | None, cells: Iterable[Flags], threshold: int) -> bool:
    """Say whether the published numbers confine the count of a hidden cell of too few families.

    Parameters
    ----------
    known
        What is published.
    truth
        The units as they are; without them every hidden cell counts as one of too few families.
    cells
        The cells that are not shown.
    threshold
        Fewest families on either side of a split.
    """
    possible = [] if truth is None else [np.bincount(truth.atom, minlength=known.atoms.size)]
    return any(
        (truth is None or min(truth.families(cell)) < threshold)
        and not _stays_open(known, cell, threshold, possible)
        for cell in cells
    )


def _stays_open(known: Knowledge, cell: Flags, threshold: int, possible: list[NDArray[np.int64]]) -> bool:
    """Try counts that are known to be possible, then the relaxation, then the integer program, whose answers stay."""
    units = known.units
    if _spanned(cell, possible, units, threshold):
        return True
    loose = bounds(known, cell, exact=False)
    if loose is None or not is_open(loose, units, threshold):
        return False
    inner = loose[0] + _MARGIN * (loose[0] > 0), loose[1] - _MARGIN * (loose[1] < units)
    if is_open(inner, units, threshold):
        return True
    for way in (-1.0, 1.0):
        found = _solve(known, way * cell.astype(np.float64), exact=True)
        if found is None:
            return False
        possible.append(np.rint(found).astype(np.int64))
        if _spanned(cell, possible, units, threshold):
            return True
    return False


def stays_open_after(known: Knowledge, part: Flags, whole: int, threshold: int) -> bool:
    """Say whether one of two merged cells stays open to those who know why they were merged.

    They were merged because one of them holds fewer families than the threshold: both being large is ruled out.

    Parameters
    ----------
    known
        What is published.
    part
        One of the two cells.
    whole
        Units in both.
    threshold
        Fewest families on either side of a split.
    """
    if whole < 2 * threshold:
        return True  # both could not be large anyway
    found = bounds(known, part)
    if found is None:
        return False
    low, high = int(found[0]), int(found[1])
    left = [count for count in range(low, high + 1) if count < threshold or whole - count < threshold]
    return bool(left) and is_open((left[0], left[-1]), known.units, threshold)


def _spanned(cell: Flags, possible: Sequence[NDArray[np.int64]], units: int, threshold: int) -> bool:
    counts = [int(counts[cell].sum()) for counts in possible]
    return bool(counts) and is_open((min(counts), max(counts)), units, threshold)


def few_candidates(known: Knowledge, truth: Truth | None) -> bool:
    """Say whether some family, knowing its own values, could leave fewer than three values to the others.

    Values before, values after and changes are looked at one by one. A value counts as possible for another family
    when more units can have it than the family's own.
    """
    atoms = known.atoms
    if not atoms.exact:
        return False
    sides = (atoms.before[0], atoms.after[0], atoms.change[0])
    return any(_narrow(known, truth, values) for values in sides if np.unique(values).size >= CANDIDATES)


def _narrow(known: Knowledge, truth: Truth | None, values: Floats) -> bool:
    """Look for three values, first in the data as they are, then among everything that agrees with what is known."""
    which = np.unique(values, return_inverse=True)[1]
    if truth is None:
        return not _third_value(known, np.zeros(known.atoms.size, np.int64), which, set())
    held = which[truth.atom]
    total = np.bincount(held, minlength=which.max() + 1)
    for own, mine in _families(truth, known.atoms.size):
        others = total - np.bincount(held[mine], minlength=total.size)
        seen = set(np.flatnonzero(others).tolist())
        if len(seen) < CANDIDATES and not _third_value(known, own, which, seen):
            return True
    return False


def _families(truth: Truth, atoms: int) -> Iterator[tuple[NDArray[np.int64], Flags]]:
    """Give the atoms of each family and which units it has, once for families that are alike."""
    checked: set[bytes] = set()
    for family in np.unique(truth.family):
        mine: Flags = truth.family == family
        own = np.bincount(truth.atom[mine], minlength=atoms)
        if own.tobytes() not in checked:
            checked.add(own.tobytes())
            yield own, mine


def _third_value(known: Knowledge, own: NDArray[np.int64], which: NDArray[np.int64], seen: set[int]) -> bool:
    while len(seen) < CANDIDATES:
        fresh = ~np.isin(which, list(seen))
        if not fresh.any():
            return False
        found = _solve(known, -fresh.astype(np.float64), exact=True, at_least=own)
        if found is None:
            return False
        extra = np.rint(found).astype(np.int64) - own
        new = set(which[(extra > 0) & fresh].tolist())
        if not new:
            return False
        seen |= new
    return True


def _best(known: Knowledge, objective: Floats, *, exact: bool) -> float | None:
    found = _solve(known, objective, exact=exact)
    return None if found is None else float(objective @ found)


def _solve(
    known: Knowledge, objective: Floats, *, exact: bool, at_least: NDArray[np.int64] | None = None
) -> Floats | None:
    """Minimise over all branches; none where no counts agree with any."""
    size = known.atoms.size
    limits = Bounds(np.zeros(size) if at_least is None else at_least.astype(np.float64), float(known.units))
    best: Floats | None = None
    for branch in known.branches:
        found = milp(
            objective,
            constraints=LinearConstraint(branch.weights, branch.low - SLACK, branch.high + SLACK),
            integrality=np.full(size, int(exact)),
            bounds=limits,
        ).x
        if found is not None and (best is None or objective @ found < objective @ best):
            best = found
    return best
