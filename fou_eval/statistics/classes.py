"""The share of units in a class, and the share that went from one class to another."""

from dataclasses import dataclass
from math import nan

import numpy as np
from numpy.typing import NDArray

from fou_eval.statistics.number import Number
from fou_eval.statistics.pairs import Pairs
from fou_eval.statistics.registry import EVERY_KIND, statistic

_COUNTED = "Counted."


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Classed:
    """Pairs and a class before and after: the same class for its share, two classes for the move between them.

    Attributes
    ----------
    pairs
        The units with both values.
    before, after
        Whether each unit was in the class at the wave, shape (n,).
    """

    pairs: Pairs
    before: NDArray[np.bool_]
    after: NDArray[np.bool_]


@statistic(
    name="class_share_before",
    kinds=EVERY_KIND,
    source=_COUNTED,
    formula="#{in the class before} / n",
    scale="proportion",
    takes=Classed,
    scope="class",
)
def class_share_before(evidence: Classed, *, confidence: float) -> Number:  # noqa: ARG001
    """Share in a class at the first wave of the units that have both values."""
    return class_share(evidence.before, evidence.pairs.family)


@statistic(
    name="class_share_after",
    kinds=EVERY_KIND,
    source=_COUNTED,
    formula="#{in the class after} / n",
    scale="proportion",
    takes=Classed,
    scope="class",
)
def class_share_after(evidence: Classed, *, confidence: float) -> Number:  # noqa: ARG001
    """Share in a class at the second wave of the units that have both values."""
    return class_share(evidence.after, evidence.pairs.family)


@statistic(
    name="transition_share",
    kinds=EVERY_KIND,
    source=_COUNTED,
    formula="#{in the first class before and in the second after} / n",
    scale="proportion",
    takes=Classed,
    scope="move",
)
def transition_share(evidence: Classed, *, confidence: float) -> Number:  # noqa: ARG001
    """Share that was in one class at the first wave and in another, or the same, at the second."""
    return class_share(evidence.before & evidence.after, evidence.pairs.family)


def class_share(members: NDArray[np.bool_], family: NDArray[np.int64]) -> Number:
    """Share of the units that are in a class; a family with units on both sides counts on both.

    Parameters
    ----------
    members
        Whether each unit is in the class, shape (n,).
    family
        Family of each unit, shape (n,).

    Examples
    --------
    >>> share = class_share(np.array([True, True, False]), np.array([1, 1, 2]))
    >>> share.value, share.families_in, share.families_out
    (0.6666666666666666, 1, 1)
    """
    if members.size == 0:
        return Number(value=nan, note="no_pairs", families_in=0, families_out=0)
    return Number(
        value=int(members.sum()) / members.size,
        families_in=int(np.unique(family[members]).size),
        families_out=int(np.unique(family[~members]).size),
    )
