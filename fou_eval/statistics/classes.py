"""The share of units in a class, with the families on either side of the split."""

from math import nan

import numpy as np
from numpy.typing import NDArray

from fou_eval.statistics.number import Number


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
