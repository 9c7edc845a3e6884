"""Rules about rows that belong together, such as those of one person or one family."""

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import islice, pairwise

from fou_eval.declaration.codebook import Rule, Wave
from fou_eval.intake.rows.breaches import (
    SLACK,
    Breach,
    Breaches,
    as_measure,
    concerned,
    exceeds,
    groups,
    key_values,
    ranks,
)
from fou_eval.intake.sheets.grid import Grid, majority

Groups = Sequence[Sequence[int]]
MOST_COMPARED = 3
"""So many rows are named to compare a row with."""


def group_breaches(grid: Grid, rule: Rule, waves: Mapping[str, Wave]) -> Breaches:
    """Point at every row that breaks a rule about its group."""
    if rule.rule == "exceeds_within":
        yield from _exceeds(grid, rule)
        return
    found = groups(grid, rule, concerned(grid, rule.when))
    if rule.rule == "constant_within":
        yield from _constant(grid, rule, found)
    elif rule.rule == "increasing_within":
        yield from _increasing(grid, rule, found, waves)
    elif rule.rule == "no_overlap_within":
        yield from _overlap(grid, rule, found)
    else:
        for group in found:
            yield from _sum(grid, rule, group)


def _constant(grid: Grid, rule: Rule, found: Groups) -> Breaches:
    """Point at the rows that differ from most of their group, or at all of them when there is no majority."""
    for column in rule.columns:
        written = key_values(grid, column)
        # An id of the wrong form has its own issue; that it differs from the others says nothing more.
        right = [reading.fault is None for reading in grid.readings[column]]
        values = [value if sound else None for value, sound in zip(written, right, strict=True)]
        for group in found:
            filled = [index for index in group if values[index] is not None]
            held = [values[index] for index in filled]
            if len(set(held)) <= 1:
                continue
            usual, firsts = majority(held), dict(zip(reversed(held), reversed(filled), strict=True))
            for index in (index for index in filled if values[index] != usual):
                differ = (other for value, other in firsts.items() if value != values[index])
                yield Breach(index, column, tuple(sorted(islice(differ, MOST_COMPARED))))


def _increasing(grid: Grid, rule: Rule, found: Groups, waves: Mapping[str, Wave]) -> Breaches:
    """Point at each row whose value is lower than one of the nearest place before it that has any."""
    column = rule.columns[0]
    measures = [as_measure(value) for value in grid.values(column)]
    order = ranks(grid, rule.order_by or column, waves)
    for group in found:
        by_rank: dict[float, list[tuple[float, int]]] = {}
        for index in group:
            rank, value = order[index], measures[index]
            if rank is not None and value is not None:
                by_rank.setdefault(rank, []).append((value, index))
        for earlier, later in pairwise(sorted(by_rank)):
            highest, before = max(by_rank[earlier])
            lower = (index for value, index in by_rank[later] if value < highest)
            yield from (Breach(index, column, (before,)) for index in lower)


def _overlap(grid: Grid, rule: Rule, found: Groups) -> Breaches:
    """Point at spells that share more than a day of change; a spell without an end is still running.

    In the order of their starts, a spell overlaps a later one only if it overlaps the next, and an earlier one only
    if it overlaps the one that lasts longest or the one just before.
    """
    first, last = rule.columns[0], rule.columns[1]
    starts = grid.values(first)
    for group in found:
        begun = ((starts[index], index) for index in group)
        spells = sorted((start, _end(grid, last, i), i) for start, i in begun if isinstance(start, date))
        longest = spells[0] if spells else None
        for before, spell in pairwise(spells):
            start, _, index = spell
            for earlier, end, other in dict.fromkeys([before, longest or before]):
                if start < end or start == earlier:
                    yield Breach(other, first, (index,))
                    yield Breach(index, first, (other,))
            longest = max(longest or spell, spell, key=lambda one: one[1])


def _end(grid: Grid, column: str, index: int) -> date:
    reading = grid.readings[column][index]
    if isinstance(reading.value, date):
        return reading.value
    return date.min if reading.fault is not None or reading.reason is not None else date.max


def _sum(grid: Grid, rule: Rule, group: Sequence[int]) -> Breaches:
    """Point at every row that adds to a sum above the limit."""
    adding = [
        (index, sum(given))
        for index in group
        if (given := [n for name in rule.columns if (n := as_measure(grid.readings[name][index].value))])
    ]
    if rule.limit is not None and exceeds(sum(part for _, part in adding), rule.limit):
        rows = [index for index, _ in adding]
        for index in rows:
            yield Breach(index, rule.columns[0], tuple(i for i in rows[: MOST_COMPARED + 1] if i != index))


def _exceeds(grid: Grid, rule: Rule) -> Breaches:
    """Point at rows that lie too close to at least half of the rows they are compared with, or else at all concerned.

    A wrong age of one child conflicts with every parent, but a parent with one child of several: so the child.
    """
    column, least = rule.columns[0], rule.min or 0.0
    measures = [as_measure(value) for value in grid.values(column)]
    upper, lower = set(concerned(grid, rule.when)), set(concerned(grid, rule.than))
    known = [index for index in sorted(upper ^ lower) if measures[index] is not None]
    for group in groups(grid, rule, known):
        # Both sides are turned so that a row conflicts with those of the other side from one place on.
        above, below = (
            sorted((sign * (measures[index] or 0.0), index) for index in group if index in side)
            for sign, side in ((-1, upper), (1, lower))
        )
        close = [*_too_close(above, below, least), *_too_close(below, above, least)]
        most = [one for one in close if 2 * one[2] >= 1]
        yield from (Breach(index, column, rows) for index, rows, _ in most or close)


def _too_close(
    side: Sequence[tuple[float, int]], other: Sequence[tuple[float, int]], least: float
) -> Iterator[tuple[int, tuple[int, ...], float]]:
    """Give each row of one side that conflicts with some of the other: those rows, worst first, and their share."""
    measures = [measure for measure, _ in other]
    slack = SLACK * max(1.0, abs(least))
    for measure, index in side:
        place = bisect_right(measures, slack - measure - least)
        if place < len(other):
            worst = tuple(i for _, i in reversed(other[max(place, len(other) - MOST_COMPARED) :]))
            yield index, worst, (len(other) - place) / len(other)
