"""The groups of codes in which the rows of a table are counted, chosen for all its columns together."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from fou_eval.declaration import Column
from fou_eval.declaration.records import RECORDED, Subject
from fou_eval.records.amounts import dominated
from fou_eval.records.ordered import states_joined
from fou_eval.records.rows import Rows

UNSTATED = "unstated"  # stands for the code of rows without one
Groups = tuple[tuple[str, ...], ...]
Flags = NDArray[np.bool_]
# Subjects of which one code implies another, as everybody knows: a state home the act, the Region its own law, a child
# a stage of school. Of other subjects only what is not stated may be known to be the same rows: nobody knows that all
# care that was judged late was judged with doubt, so of two such numbers one is not subtracted from the other.
IMPLYING: frozenset[Subject] = frozenset({"families", "persons", "services", "placements", "obstacles"})
# Codes in an order, from little to much: a small one is shown with the one beside it, never with the far end.
STEPS = frozenset({("obstacles", "status"), ("avoided_care", "confidence")})


def codes_of(values: pd.Series) -> NDArray[np.object_]:
    """Give the code of each row as text; truth values as yes and no.

    Examples
    --------
    >>> codes_of(pd.Series([True, None, False], dtype="boolean")).tolist()
    ['yes', 'unstated', 'no']
    """
    told = values.astype(object).where(values.notna(), UNSTATED)
    return np.array(
        [value if isinstance(value, str) else ("no", "yes")[bool(value)] for value in told], dtype=object
    )


def declared_codes(column: Column, codes: NDArray[np.object_]) -> tuple[str, ...]:
    """Give the codes of a column as declared, and whether rows have none, which comes last."""
    declared = (
        tuple(str(code) for code in column.codes) if isinstance(column.codes, Mapping) else ("yes", "no")
    )
    return (*declared, UNSTATED) if UNSTATED in codes else declared


def partitions(rows: Rows) -> dict[str, Groups]:
    """Choose the groups in which rows are counted, by column; no group where only one would be left.

    Each group alone holds enough families. Of two columns a reader may know that all rows of one group are in another
    one: care in a state home is care under the act, and whoever has not left has no reason for leaving. Then one number
    less the other is what remains, so groups are joined until what remains is of enough families, or nothing.

    Parameters
    ----------
    rows
        The rows of one table.
    """
    subject = rows.table.records
    names = [] if subject is None else [one for one in RECORDED[subject].counted if one in rows.table.columns]
    # Steps are joined with their neighbours alone, and the other columns give way.
    names.sort(key=lambda name: (subject, name) not in STEPS)
    found: dict[str, Groups] = {}
    known: list[Flags] = []
    for name in names:
        codes = codes_of(rows.frame[name])
        declared = declared_codes(rows.table.columns[name], codes)
        if (subject, name) in STEPS:
            groups = states_joined(rows, codes, declared)
        else:
            groups = _apart(rows, codes, merged(rows, codes, declared), known)
        found[name] = groups
        known += [
            flags
            for places, flags in _sums(codes, groups)
            if subject in IMPLYING or any(UNSTATED in groups[place] for place in places)
        ]
    return found


def merged(rows: Rows, codes: NDArray[np.object_], declared: tuple[str, ...]) -> Groups:
    """Merge codes of few families until every group holds the smallest cell; no group where only one would be left.

    A code of whose rows one family has more than half counts as one of few families.

    Parameters
    ----------
    rows
        The rows.
    codes
        The code of each row, shape (rows,).
    declared
        All codes, in the order in which groups are shown.
    """

    def may_be_told(*group: str) -> bool:
        family = rows.family[np.isin(codes.astype(str), group)]
        return np.unique(family).size >= rows.threshold and not dominated(family)

    families = {code: np.unique(rows.family[codes == code]).size for code in declared}
    alone = [code for code in declared if may_be_told(code)]
    rest = [code for code in declared if code not in alone]
    by_size = sorted(alone, key=lambda code: (families[code], declared.index(code)))
    while rest and by_size and not may_be_told(*rest):
        rest.append(by_size.pop(0))
    groups: list[tuple[str, ...]] = [(code,) for code in declared if code in by_size]
    if rest:
        groups.append(tuple(code for code in declared if code in rest))
    return tuple(groups) if len(groups) > 1 else ()


def _apart(rows: Rows, codes: NDArray[np.object_], groups: Groups, known: Sequence[Flags]) -> Groups:
    """Join groups until none of them is nearly a group that is known, or nearly holds one."""
    while groups:
        place = next(
            (
                places[0]
                for places, flags in _sums(codes, groups)
                if any(_few_remain(rows, flags, other) for other in known)
            ),
            None,
        )
        if place is None:
            return groups
        groups = _joined_with_smallest(rows, codes, groups, place)
    return groups


def _sums(codes: NDArray[np.object_], groups: Groups) -> Iterator[tuple[tuple[int, ...], Flags]]:
    """Give the rows of each group and of each two groups together."""
    each = [np.isin(codes.astype(str), group) for group in groups]
    for size in (1, 2):
        for places in combinations(range(len(groups)), size):
            if size < len(groups):
                yield places, np.logical_or.reduce([each[place] for place in places])


def _few_remain(rows: Rows, one: Flags, other: Flags) -> bool:
    """Say whether one set of rows holds the other, and what remains of it is of too few families."""
    more, less = np.unique(rows.family[one & ~other]).size, np.unique(rows.family[other & ~one]).size
    return min(more, less) == 0 and 0 < max(more, less) < rows.threshold


def _joined_with_smallest(rows: Rows, codes: NDArray[np.object_], groups: Groups, place: int) -> Groups:
    """Join a group with the smallest of the others, last in order; no group where only one would be left."""
    if len(groups) == 2:
        return ()
    others = [one for one in range(len(groups)) if one != place]
    sizes = {one: np.unique(rows.family[np.isin(codes.astype(str), groups[one])]).size for one in others}
    with_it = min(others, key=lambda one: (sizes[one], one))
    kept = tuple(group for one, group in enumerate(groups) if one not in {place, with_it})
    first, second = sorted((place, with_it))
    return (*kept, (*groups[first], *groups[second]))
