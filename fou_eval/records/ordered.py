"""Classes in an order, such as the states of an obstacle: small ones are joined with their neighbours."""

from collections.abc import Collection, Sequence
from itertools import combinations, pairwise

import numpy as np
from numpy.typing import NDArray

from fou_eval.declaration.closing import closing_states
from fou_eval.records.rows import Rows


def finest(
    families: Sequence[Collection[int]], threshold: int, *, border: int | None = None
) -> tuple[tuple[int, ...], ...]:
    """Join neighbouring classes until each holds enough families, in as many groups as can be; none if only one can.

    Parameters
    ----------
    families
        The families of each class, in order.
    threshold
        Fewest families of a group.
    border
        Class before which a group ends if it can: no group then holds classes of both sides.

    Examples
    --------
    >>> finest([{1, 2}, {1, 2, 3}, {4}, {1, 4, 5}], 2)
    ((0,), (1,), (2, 3))
    >>> finest([{1, 2}, {3}, {4}, {5}], 2), finest([{1, 2}, {3}, {4}, {5}], 2, border=1)
    (((0,), (1, 2, 3)), ((0,), (1, 2, 3)))
    """
    groups = _groups(families, threshold, set() if border is None else {border})
    return groups if groups or border is None else _groups(families, threshold, set())


def _groups(
    families: Sequence[Collection[int]], threshold: int, needed: Collection[int]
) -> tuple[tuple[int, ...], ...]:
    places = range(len(families))
    for count in range(len(families), 1, -1):
        # Cuts as early as can be: the first classes are told most finely.
        for cuts in combinations(places[1:], count - 1):
            groups = tuple(tuple(places[a:b]) for a, b in pairwise((0, *cuts, len(families))))
            if set(needed) <= set(cuts) and all(
                len(set().union(*(families[place] for place in group))) >= threshold for group in groups
            ):
                return groups
    return ()


def is_closed(rows: Rows, states: NDArray[np.object_]) -> NDArray[np.bool_]:
    """Say which obstacles are closed: those with a month of closing, and those of a state that asks for one.

    Parameters
    ----------
    rows
        The obstacles.
    states
        The state of each, shape (rows,).
    """
    if "closed_month" not in rows.table.columns:
        return np.zeros(len(rows.frame), dtype=np.bool_)
    closed: NDArray[np.bool_] = rows.frame["closed_month"].notna().to_numpy(np.bool_)
    return closed | np.isin(states.astype(str), closing_states(rows.table))


def states_joined(
    rows: Rows, states: NDArray[np.object_], declared: Sequence[str]
) -> tuple[tuple[str, ...], ...]:
    """Join codes that have an order, such as the states of obstacles: open ones apart from closed if it can be.

    Parameters
    ----------
    rows
        The rows.
    states
        The code of each, shape (rows,).
    declared
        All states in order.
    """
    families = [set(rows.family[states == state].tolist()) for state in declared]
    closing = set(closing_states(rows.table))
    border = next((place for place, state in enumerate(declared) if state in closing), None)
    groups = finest(families, rows.threshold, border=border or None)
    return tuple(tuple(declared[place] for place in group) for group in groups)
