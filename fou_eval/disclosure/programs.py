"""The units as they are, and the integer programs over how many units hold what."""

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import Bounds, LinearConstraint, milp

from fou_eval.disclosure.knowledge import Branch, Knowledge
from fou_eval.disclosure.spread import SLACK

Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]
Counts = NDArray[np.int64]
# Branches of the search tree after which an integer program is given up, the same on every machine.
NODES = 5_000


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Truth:
    """The units as they are, by atom; known to the gate and to nobody else.

    Attributes
    ----------
    atom, family
        Atom and family of each unit, shape (units,).
    found
        Other counts of the atoms that agreed with what was known in an earlier question; they spare looking again.
    """

    atom: NDArray[np.int64]
    family: NDArray[np.int64]
    found: list[Counts] = field(default_factory=list)

    def families(self, cell: Flags) -> tuple[int, int]:
        """Count the families with a unit inside a cell, and those with a unit outside it."""
        inside = cell[self.atom]
        return np.unique(self.family[inside]).size, np.unique(self.family[~inside]).size


def agreeing(known: Knowledge, truth: Truth | None) -> list[Counts]:
    """Give counts that agree with what is known: the units as they are, and what earlier questions found."""
    if truth is None:
        return []
    own = np.bincount(truth.atom, minlength=known.atoms.size)
    return [own, *filter(known.holds, truth.found)]


def solved(
    known: Knowledge, branch: Branch, objective: Floats, *, exact: bool, at_least: Counts | None = None
) -> Floats | None:
    """Give the counts that agree with a branch and make an objective smallest, or none where no counts agree.

    Parameters
    ----------
    known, branch
        What is published, and which of its branches.
    objective
        Weight of each atom.
    exact
        Whether counts are whole.
    at_least
        Counts of the units that are known one by one.
    """
    size = known.atoms.size
    found: Floats | None = milp(
        objective,
        constraints=LinearConstraint(branch.weights, branch.low - SLACK, branch.high + SLACK),
        integrality=np.full(size, int(exact)),
        # A relaxation so small is solved sooner than simplified; whatever takes too long counts as not found.
        options={"presolve": exact, "node_limit": NODES},
        bounds=Bounds(np.zeros(size) if at_least is None else at_least, float(known.units)),
    ).x
    return found
