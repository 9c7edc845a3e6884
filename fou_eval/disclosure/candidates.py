"""Which values stay possible for each family, to a reader and to a family that knows its own."""

from collections.abc import Iterator

import numpy as np

from fou_eval.disclosure.knowledge import Knowledge
from fou_eval.disclosure.programs import Counts, Flags, Floats, Truth, agreeing, solved

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
    possible = agreeing(known, truth)
    tried = len(possible)
    wide = [values for values in sides if np.unique(values).size >= CANDIDATES]
    few = any(_narrow(known, truth, values, possible) for values in wide)
    if truth is not None:
        truth.found.extend(possible[tried:])
    return few


def _narrow(known: Knowledge, truth: Truth | None, values: Floats, possible: list[Counts]) -> bool:
    which = np.unique(values, return_inverse=True)[1]
    if truth is None:
        return not _third_value(known, np.zeros(known.atoms.size, np.int64), which, possible)
    every = list(_families(truth, known.atoms.size))
    # Counts that leave room beside the values of any one family serve them all, and are often there.
    together = np.maximum.reduce(every)
    if together.sum() < known.units and _third_value(known, together, which, possible):
        return False
    return any(not _third_value(known, own, which, possible) for own in every)


def _families(truth: Truth, atoms: int) -> Iterator[Counts]:
    """Count the units of each family by atom, once for families that are alike."""
    checked: set[bytes] = set()
    for family in np.unique(truth.family):
        own = np.bincount(truth.atom[truth.family == family], minlength=atoms)
        if own.tobytes() not in checked:
            checked.add(own.tobytes())
            yield own


def _third_value(known: Knowledge, own: Counts, which: Counts, possible: list[Counts]) -> bool:
    """Look for three values of others, first in counts known to be possible, then among all that agree."""
    seen: set[int] = set()
    for counts in possible:
        if np.all(counts >= own):
            seen.update(which[counts > own].tolist())
        if len(seen) >= CANDIDATES:
            return True
    while len(seen) < CANDIDATES:
        found = _with_any(known, ~np.isin(which, list(seen)), own)
        if found is None:
            return False
        possible.append(found)
        seen.update(which[found > own].tolist())
    return True


def _with_any(known: Knowledge, cell: Flags, own: Counts) -> Counts | None:
    """Give counts with units of others in a cell; none where no counts agree."""
    for branch in known.branches if cell.any() else ():
        found = solved(known, branch, -cell.astype(np.float64), exact=True, at_least=own)
        if found is not None and np.rint(found[cell]).sum() > own[cell].sum():
            return np.rint(found).astype(np.int64)
    return None
