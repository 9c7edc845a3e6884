"""Which values stay possible for each family, to a reader and to a family that knows its own."""

from collections.abc import Iterator

import numpy as np

from fou_eval.disclosure.knowledge import Knowledge
from fou_eval.disclosure.programs import Counts, Flags, Floats, Truth, solved

# Fewest values that each unit must possibly have, whoever else knows their own.
CANDIDATES = 3


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


def _families(truth: Truth, atoms: int) -> Iterator[tuple[Counts, Flags]]:
    """Give the atoms of each family and which units it has, once for families that are alike."""
    checked: set[bytes] = set()
    for family in np.unique(truth.family):
        mine: Flags = truth.family == family
        own = np.bincount(truth.atom[mine], minlength=atoms)
        if own.tobytes() not in checked:
            checked.add(own.tobytes())
            yield own, mine


def _third_value(known: Knowledge, own: Counts, which: Counts, seen: set[int]) -> bool:
    while len(seen) < CANDIDATES:
        fresh = ~np.isin(which, list(seen))
        if not fresh.any():
            return False
        found = _most(known, fresh, own)
        if found is None:
            return False
        extra = found - own
        new = set(which[(extra > 0) & fresh].tolist())
        if not new:
            return False
        seen |= new
    return True


def _most(known: Knowledge, cell: Flags, at_least: Counts) -> Counts | None:
    """Give counts with as many units in a cell as can be; none where no counts agree with any branch."""
    best: Counts | None = None
    for branch in known.branches:
        found = solved(known, branch, -cell.astype(np.float64), exact=True, at_least=at_least)
        if found is not None and (best is None or found[cell].sum() > best[cell].sum()):
            best = np.rint(found).astype(np.int64)
    return best
