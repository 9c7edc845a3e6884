"""Complementary suppression: what else must be coarser or go, so that nothing hidden follows from what is shown.

Combinations are tried from the least loss to the greatest, and the audit decides: coarser intervals, no transitions,
no classes, no levels before and after, no shares, and at last nothing about the indicator.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from math import isfinite

import numpy as np
from numpy.typing import NDArray

from fou_eval.declaration import Indicator, transition
from fou_eval.disclosure.atoms import Atoms, atoms_of
from fou_eval.disclosure.audit import stays_open_after, told
from fou_eval.disclosure.candidates import few_candidates
from fou_eval.disclosure.course import leaves_room, leaves_scale, leaves_spread
from fou_eval.disclosure.knowledge import BEFORE, CHANGE, MOVES, known
from fou_eval.disclosure.linked import CLASS_SHARES
from fou_eval.disclosure.partial import with_part_of_classes, with_part_of_moves
from fou_eval.disclosure.precision import FOLLOW, NO_SPREAD, coarsened
from fou_eval.disclosure.programs import Truth
from fou_eval.disclosure.release import Decision, Released
from fou_eval.disclosure.remedies import Suppression, suppressions
from fou_eval.disclosure.rules import withheld, without_test
from fou_eval.estimates import Estimate
from fou_eval.statistics.moves import moves
from fou_eval.statistics.pairs import Pairs

PROTECTED = "rule.protected"
COARSE = "rule.coarse_interval"
# Largest table of transitions whose cells are looked at one by one; larger ones are never shown beside few families.
_MOST_CLASSES = 4


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Case:
    """One indicator as the gate knows it.

    Attributes
    ----------
    indicator, atoms
        The indicator, and what its units can be.
    truth
        Its units as they are; without them, or where they lie beside the declared scale, every hidden group counts as
        one of too few families.
    contrast_after
        Wave of the after-measurement.
    threshold
        Fewest families on either side of a split.
    untested
        Whether too few families changed for a test. Readers would see that from an interval without one, and are shown
        neither.
    """

    indicator: Indicator
    atoms: Atoms
    truth: Truth | None
    contrast_after: str
    threshold: int
    untested: bool

    def steps(self) -> Sequence[Suppression]:
        """Give what may be tried, the least loss first."""
        return [step for step in suppressions() if step.precision == NO_SPREAD or not self.untested]


def case_of(
    indicator: Indicator, pairs: Pairs | None, *, contrast_after: str, threshold: int, untested: bool = False
) -> Case:
    """Put together what the audit of an indicator needs."""
    atoms = atoms_of(indicator)
    truth = None
    located = None if pairs is None else atoms.locate(pairs.before, pairs.after, moves(pairs))
    if pairs is not None and located is not None:
        truth = Truth(atom=located, family=pairs.family)
    return Case(
        indicator=indicator,
        atoms=atoms,
        truth=truth,
        contrast_after=contrast_after,
        threshold=threshold,
        untested=untested,
    )


def protected(rows: Sequence[Released], alone: Sequence[Released], case: Case) -> list[Released]:
    """Leave out of an indicator what would tell of a group of too few families.

    Parameters
    ----------
    rows
        All rows of the indicator, as the rules for linked numbers left them.
    alone
        The same rows as the rules for single numbers left them.
    case
        The indicator.

    Returns
    -------
    list of Released
        As many rows, in the same order.
    """
    levels = _levels_before(rows)
    whole = with_part_of_classes(rows, alone, case.indicator, case.threshold)
    open_ = [_course(row, levels, case) for row in whole]
    tried: list[Sequence[Released]] = []
    if not case.untested:
        for variant in with_part_of_moves(open_, alone, case.indicator):
            if _is_safe(variant, Suppression(), case):
                return variant
        tried.append(open_)
    for step in case.steps():
        kept = [_after(row, step, case.indicator) for row in open_]
        if not any(_alike(kept, others) for others in tried):
            tried.append(kept)
            if _is_safe(kept, step, case):
                return kept
    return [_closed(row) if _of_contrast(row.estimate, case) else row for row in open_]


def _alike(rows: Sequence[Released], others: Sequence[Released]) -> bool:
    """Say whether two lists of the same rows show the same."""
    return all(row.estimate.same_as(other.estimate) for row, other in zip(rows, others, strict=True))


def _is_safe(rows: Sequence[Released], step: Suppression, case: Case) -> bool:
    indicator, atoms, threshold = case.indicator, case.atoms, case.threshold
    shown = [row.estimate for row in rows if row.decision.status != "withheld"]
    facts = known(indicator, atoms, shown, case.contrast_after, threshold, step.precision)
    if facts.units == 0:
        return True
    return (
        _leaves_spread(shown, step, case)
        and not told(facts, case.truth, _hidden(indicator, atoms, shown), threshold)
        and all(
            stays_open_after(facts, part, whole, threshold, case.truth)
            for part, whole in _merged(indicator, atoms, shown)
        )
        and not few_candidates(facts, case.truth)
    )


def _leaves_spread(shown: Sequence[Estimate], step: Suppression, case: Case) -> bool:
    """Look at mean and interval alone, which the counts of fine scales and rates do not tie together."""
    found = {
        row.statistic: row
        for row in shown
        if isfinite(row.value) and not row.category and _of_contrast(row, case)
    }
    change = next((found[name] for name in CHANGE if name in found), None)
    if change is None or case.indicator.kind == "binary":
        return True
    up = change.value > 0
    with_mean = {"higher": ("share_worse", "share_better"), "lower": ("share_better", "share_worse")}
    names = with_mean.get(case.indicator.better, ("share_lower", "share_higher"))
    movers, against = (_units(found.get(name)) for name in (names[up], names[not up]))
    if movers is not None and against is not None:
        return True
    return leaves_spread(change, case.indicator, step.precision, case.threshold, movers, against)


def _units(share: Estimate | None) -> int | None:
    return None if share is None else int(np.rint(share.value * share.n))


def _merged(
    indicator: Indicator, atoms: Atoms, shown: Sequence[Estimate]
) -> Iterator[tuple[NDArray[np.bool_], int]]:
    """Give the parts of a merged share that is shown, with the units in it."""
    for row in shown:
        ways = MOVES.get(row.statistic, ())
        if len(ways) > 1 and isfinite(row.value):
            whole = int(np.rint(row.value * row.n))
            yield from ((atoms.moved((way,), indicator.better), whole) for way in ways)


def _hidden(
    indicator: Indicator, atoms: Atoms, shown: Sequence[Estimate]
) -> Iterator[tuple[NDArray[np.bool_], int]]:
    """Give the cells that are not shown, each with the units of the smallest group around it that is.

    Cells that hold the same as one that is shown are left out.
    """
    names = {(row.statistic, row.category) for row in shown if isfinite(row.value)}
    cells = dict(_cells(indicator, atoms, names))
    seen = {cell.tobytes() for name, cell in cells.items() if name in names}
    groups = list(_groups(indicator, atoms, shown))
    units = max((row.n for row in shown), default=0)
    for name, cell in cells.items():
        if name not in names and cell.tobytes() not in seen:
            around = (count for group, count in groups if not np.any(cell & ~group))
            yield cell, min(around, default=units)


def _groups(
    indicator: Indicator, atoms: Atoms, shown: Sequence[Estimate]
) -> Iterator[tuple[NDArray[np.bool_], int]]:
    """Give the groups of units whose number is shown."""
    for row in (row for row in shown if isfinite(row.value)):
        if row.statistic in MOVES:
            yield atoms.moved(MOVES[row.statistic], indicator.better), _units(row) or 0
        elif row.statistic in CLASS_SHARES:
            side = atoms.in_class_before if row.statistic.endswith("before") else atoms.in_class_after
            yield side(row.category), _units(row) or 0
        elif row.statistic.startswith("share_yes_"):
            yes = (atoms.before if row.statistic.endswith("before") else atoms.after)[0] == 1
            count = _units(row) or 0
            yield from ((yes, count), (~yes, row.n - count))


def _cells(
    indicator: Indicator, atoms: Atoms, shown: set[tuple[str, str]]
) -> Iterator[tuple[tuple[str, str], NDArray[np.bool_]]]:
    """Give who moved which way, the classes of every view, and the moves between classes of a view that is shown."""
    for statistic, ways in MOVES.items():
        if len(ways) == 1 and _is_named(indicator, statistic):
            yield (statistic, ""), atoms.moved(ways, indicator.better)
    for view in indicator.column.partitions():
        for cell in view.cells:
            yield ("class_share_before", cell.category), atoms.in_class_before(cell.category)
            yield ("class_share_after", cell.category), atoms.in_class_after(cell.category)
        if ("class_share_before", view.cells[0].category) in shown and len(view.cells) <= _MOST_CLASSES:
            for start, end in product(view.cells, repeat=2):
                move = atoms.in_class_before(start.category) & atoms.in_class_after(end.category)
                yield ("transition_share", transition(start, end)), move


def _is_named(indicator: Indicator, statistic: str) -> bool:
    undirected = statistic in {"share_higher", "share_lower"}
    return statistic == "share_same" or undirected == (indicator.better == "neither")


def _after(row: Released, step: Suppression, indicator: Indicator) -> Released:
    estimate = row.estimate
    if row.decision.status == "withheld":
        return row
    if step.hides(indicator, estimate.statistic):
        return _closed(row)
    if step.precision == 0:
        return row
    seen = coarsened(estimate, indicator.column.resolution, step.precision)
    if estimate.statistic in FOLLOW:
        seen = without_test(estimate)
    return _coarse(row, seen)


def _course(row: Released, levels: Mapping[int, Estimate], case: Case) -> Released:
    """Show a change until another wave no more precisely than leaves open how many moved against it.

    Nothing else is shown of that wave, so the numbers follow from the mean and its interval, and from the level before
    where that is shown of as many units. Of a yes/no indicator the mean is the difference of two counts, which must
    leave room for both.
    """
    estimate = row.estimate
    if row.decision.status == "withheld" or _of_contrast(estimate, case) or not isfinite(estimate.value):
        return row
    before = levels.get(estimate.n)
    if case.indicator.kind == "binary":
        open_ = leaves_room(estimate, case.threshold, None if before is None else _units(before))
        return row if open_ else _closed(row)
    if before is not None and not leaves_scale(estimate, before, case.indicator, case.threshold):
        return _closed(row)
    # Where not both sides can reach the threshold, an interval settles too much: ten families at a threshold of 5.
    first = NO_SPREAD if estimate.n < 2 * case.threshold else 0
    for precision in range(first, NO_SPREAD + 1):
        seen = coarsened(estimate, case.indicator.column.resolution, precision)
        if leaves_spread(seen, case.indicator, precision, case.threshold):
            return _coarse(row, seen)
    return _closed(row)


def _levels_before(rows: Sequence[Released]) -> dict[int, Estimate]:
    """Give the level before that is shown, by the number of units."""
    return {
        row.estimate.n: row.estimate
        for row in rows
        if row.estimate.statistic in BEFORE and row.decision.status != "withheld"
    }


def _coarse(row: Released, seen: Estimate) -> Released:
    """Give a row in its coarser form, with the rule, if it is another one."""
    if seen.same_as(row.estimate):
        return row
    rules = tuple(dict.fromkeys((*row.decision.rules, COARSE)))
    return Released(estimate=seen, decision=Decision(status="changed", rules=rules))


def _closed(row: Released) -> Released:
    if row.decision.status == "withheld":
        return row
    return Released(estimate=withheld(row.estimate), decision=Decision(status="withheld", rules=(PROTECTED,)))


def _of_contrast(estimate: Estimate, case: Case) -> bool:
    return estimate.statistic != "change_from_entry" or estimate.wave_after == case.contrast_after
