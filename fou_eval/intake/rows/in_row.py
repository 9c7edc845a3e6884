"""Rules about the cells of one row."""

from collections.abc import Callable, Mapping
from datetime import date

from fou_eval.declaration.codebook import Rule
from fou_eval.intake.rows.breaches import Breach, Breaches, as_measure, concerned, exceeds
from fou_eval.intake.sheets.grid import Grid


def row_breaches(grid: Grid, rule: Rule) -> Breaches:
    """Point at the first column of every row that breaks a rule about its own cells."""
    if rule.rule == "only_when":
        yield from _only_when(grid, rule)
        return
    broken = (index for index in concerned(grid, rule.when) if IN_ROW[rule.rule](grid, rule, index))
    yield from (Breach(index, rule.columns[0]) for index in broken)


def _not_before(grid: Grid, rule: Rule, index: int) -> bool:
    later, earlier = (grid.readings[name][index].value for name in rule.columns[:2])
    if isinstance(later, date) and isinstance(earlier, date):
        by_month = any(grid.table.columns[name].type == "month" for name in rule.columns)
        return later.replace(day=1) < earlier.replace(day=1) if by_month else later < earlier
    return _less(as_measure(later), as_measure(earlier))


def _at_most(grid: Grid, rule: Rule, index: int) -> bool:
    part = as_measure(grid.readings[rule.columns[0]][index].value)
    whole = rule.limit
    if whole is None:
        whole = as_measure(grid.readings[rule.columns[1]][index].value)
    return _less(whole, part)


def _sum_at_most(grid: Grid, rule: Rule, index: int) -> bool:
    given = (as_measure(grid.readings[name][index].value) for name in rule.columns)
    total = sum(value for value in given if value is not None)
    return rule.limit is not None and exceeds(total, rule.limit)


def _difference(grid: Grid, rule: Rule, index: int) -> bool:
    one, other = (as_measure(grid.readings[name][index].value) for name in rule.columns[:2])
    if one is None or other is None:
        return False
    apart = one - other
    below = rule.min is not None and exceeds(rule.min, apart)
    return below or (rule.max is not None and exceeds(apart, rule.max))


def _only_when(grid: Grid, rule: Rule) -> Breaches:
    """Point at columns that are filled in although the declared condition is known not to hold."""
    holds = set(concerned(grid, rule.when))
    unknown = {i for name in rule.when for i, value in enumerate(grid.values(name)) if value is None}
    for column in rule.columns:
        filled = (index for index, value in enumerate(grid.values(column)) if value is not None)
        yield from (Breach(index, column) for index in filled if index not in holds | unknown)


def _less(one: float | None, other: float | None) -> bool:
    return one is not None and other is not None and one < other


IN_ROW: Mapping[str, Callable[[Grid, Rule, int], bool]] = {
    "not_before": _not_before,
    "at_most": _at_most,
    "sum_at_most": _sum_at_most,
    "difference_between": _difference,
}
