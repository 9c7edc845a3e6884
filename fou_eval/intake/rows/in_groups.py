"""Rules about rows that belong together, such as those of one person or one family."""

from collections.abc import Mapping, Sequence
from datetime import date
from itertools import chain, pairwise

from fou_eval.declaration.codebook import Rule, Wave
from fou_eval.intake.rows.breaches import (
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
        yield from chain.from_iterable(_sum(grid, rule, group) for group in found)


def _constant(grid: Grid, rule: Rule, found: Groups) -> Breaches:
    """Point at the rows that differ from most of their group, or at all of them when there is no majority."""
    for column in rule.columns:
        values = key_values(grid, column)
        for group in found:
            filled = [index for index in group if values[index] is not None]
            held = [values[index] for index in filled]
            if len(set(held)) <= 1:
                continue
            usual = majority(held)
            for index in (index for index in filled if values[index] != usual):
                yield Breach(
                    index, column, tuple(other for other in filled if values[other] != values[index])
                )


def _increasing(grid: Grid, rule: Rule, found: Groups, waves: Mapping[str, Wave]) -> Breaches:
    """Point at each row whose value is lower than one of the nearest place before it that has any."""
    column = rule.columns[0]
    measures = [as_measure(value) for value in grid.values(column)]
    order = ranks(grid, rule.order_by or column, waves)
    for group in found:
        by_rank: dict[float, list[int]] = {}
        for index in group:
            rank = order[index]
            if rank is not None and measures[index] is not None:
                by_rank.setdefault(rank, []).append(index)
        for earlier, later in pairwise(sorted(by_rank)):
            for index in by_rank[later]:
                higher = tuple(i for i in by_rank[earlier] if _below(measures[index], measures[i]))
                if higher:
                    yield Breach(index, column, higher)


def _overlap(grid: Grid, rule: Rule, found: Groups) -> Breaches:
    """Point at spells that share more than a day of change; a spell without an end is still running."""
    first, last = rule.columns[0], rule.columns[1]
    starts = grid.values(first)
    for group in found:
        begun = ((starts[index], index) for index in group)
        spells = sorted((start, _end(grid, last, i), i) for start, i in begun if isinstance(start, date))
        for place, (start, end, index) in enumerate(spells):
            for later, _, other in spells[place + 1 :]:
                if later < end or later == start:
                    yield Breach(index, first, (other,))
                    yield Breach(other, first, (index,))


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
        yield from (Breach(index, rule.columns[0], tuple(i for i in rows if i != index)) for index in rows)


def _exceeds(grid: Grid, rule: Rule) -> Breaches:
    """Point at rows that lie too close to at least half of the rows they are compared with, or else at all concerned.

    A wrong age of one child conflicts with every parent, but a parent with one child of several: so the child.
    """
    column, least = rule.columns[0], rule.min or 0.0
    measures = [as_measure(value) for value in grid.values(column)]
    upper, lower = set(concerned(grid, rule.when)), set(concerned(grid, rule.than))
    known = [index for index in sorted(upper | lower) if measures[index] is not None]
    for group in groups(grid, rule, known):
        sides = [[index for index in group if index in side] for side in (upper, lower)]
        against: dict[int, list[int]] = {}
        for above in sides[0]:
            for below in sides[1]:
                if above != below and exceeds(least, (measures[above] or 0.0) - (measures[below] or 0.0)):
                    against.setdefault(above, []).append(below)
                    against.setdefault(below, []).append(above)
        most = {index: rows for index, rows in against.items() if 2 * len(rows) >= len(sides[index in upper])}
        yield from (Breach(index, column, tuple(rows)) for index, rows in (most or against).items())


def _below(one: float | None, other: float | None) -> bool:
    return one is not None and other is not None and one < other
