"""Rules across rows and columns: the key, and the declared rules; one issue per row concerned."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from itertools import pairwise

from fou_eval.declaration.codebook import Column, Rule, Wave
from fou_eval.intake.grid import Grid, majority, plain_code
from fou_eval.intake.issue import Findings
from fou_eval.intake.parse import Fault, Reading

Broken = Iterator[tuple[int, str]]
"""Rows that break a rule: position among the data rows, and the column to point at."""


def judge_rules(
    grid: Grid, others: Mapping[str, Grid], waves: Mapping[str, Wave], findings: Findings
) -> None:
    """Write down repeated keys and every breach of a declared rule; cells that break one are not used."""
    _unique_key(grid, findings)
    for rule in grid.table.rules:
        named = [*rule.columns, *(name for name in (rule.within, rule.order_by) if name)]
        if any(name not in grid.readings for name in named):
            continue
        name = "overlapping_spells" if rule.rule == "no_overlap_within" else rule.rule
        for index, column in dict.fromkeys(_breaches(grid, rule, others, waves)):
            findings.add_declared("error", name, grid.place(index, column), rule.message[findings.language])
            grid.readings[column][index] = Reading(fault=Fault(name))


def _breaches(grid: Grid, rule: Rule, others: Mapping[str, Grid], waves: Mapping[str, Wave]) -> Broken:
    if rule.rule == "exists_in":
        yield from _exists(grid, rule, others)
    elif rule.rule == "only_when":
        yield from _only_when(grid, rule)
    elif rule.rule == "increasing_within":
        yield from _increasing(grid, rule, waves)
    elif rule.rule in _IN_GROUPS:
        for group in _groups(grid, rule):
            yield from _IN_GROUPS[rule.rule](grid, rule, group)
    else:
        for index in _concerned(grid, rule.when):
            if _IN_ROW[rule.rule](grid, rule, index):
                yield index, rule.columns[0]


def _unique_key(grid: Grid, findings: Findings) -> None:
    key = grid.table.key
    if any(name not in grid.readings for name in key):
        return
    columns = [_key_values(grid, name) for name in key]
    seen: dict[tuple[object, ...], list[int]] = {}
    for index, parts in enumerate(zip(*columns, strict=True)):
        if all(part is not None for part in parts):
            seen.setdefault(parts, []).append(index)
    for rows in (rows for rows in seen.values() if len(rows) > 1):
        for index in rows:
            twins = ", ".join(str(grid.rows[other]) for other in rows if other != index)
            places = {"key": " + ".join(key), "rows": twins}
            findings.add("error", "duplicate_key", grid.row_place(index), places=places)


def _key_values(grid: Grid, name: str) -> Sequence[object]:
    is_id = grid.table.columns[name].role in ("family_id", "person_id")
    return grid.written(name) if is_id else grid.values(name)


def _groups(grid: Grid, rule: Rule) -> list[list[int]]:
    """Gather row positions by the value of `within`; rows without one belong to no group."""
    found: dict[object, list[int]] = {}
    values = _key_values(grid, rule.within) if rule.within else []
    for index in _concerned(grid, rule.when):
        if values[index] is not None:
            found.setdefault(values[index], []).append(index)
    return list(found.values())


def _concerned(grid: Grid, when: Mapping[str, Sequence[object]]) -> list[int]:
    """Give the positions of the rows in which every column of a condition holds one of its codes."""
    rows = set(range(len(grid.rows)))
    for column, codes in when.items():
        allowed = {str(code) for code in codes}
        rows &= {index for index, value in enumerate(grid.values(column)) if plain_code(value) in allowed}
    return sorted(rows)


def _not_before(grid: Grid, rule: Rule, index: int) -> bool:
    later, earlier = (grid.readings[name][index].value for name in rule.columns[:2])
    return _less(later, earlier)


def _at_most(grid: Grid, rule: Rule, index: int) -> bool:
    part, whole = (grid.readings[name][index].value for name in rule.columns[:2])
    return _less(whole, part)


def _sum_at_most(grid: Grid, rule: Rule, index: int) -> bool:
    given = (grid.readings[name][index].value for name in rule.columns)
    return rule.limit is not None and sum(value for value in given if isinstance(value, float)) > rule.limit


def _constant(grid: Grid, rule: Rule, group: Sequence[int]) -> Broken:
    """Point at the rows that differ from most of their group, or at all of them when there is no majority."""
    for column in rule.columns:
        values = _key_values(grid, column)
        filled = [index for index in group if values[index] is not None]
        held = [values[index] for index in filled]
        if len(set(held)) > 1:
            usual = majority(held)
            yield from ((index, column) for index in filled if values[index] != usual)


def _increasing(grid: Grid, rule: Rule, waves: Mapping[str, Wave]) -> Broken:
    """Point at each row whose value is lower than that of the row before it in the declared order."""
    column = rule.columns[0]
    values, order = grid.values(column), _ranks(grid, rule.order_by, waves)
    for group in _groups(grid, rule):
        known = [
            (rank, index)
            for index in group
            if values[index] is not None and (rank := order[index]) is not None
        ]
        known.sort()
        for (earlier, before), (later, after) in pairwise(known):
            if earlier != later and _less(values[after], values[before]):
                yield after, column


def _ranks(grid: Grid, name: str | None, waves: Mapping[str, Wave]) -> list[float | None]:
    if name is None:
        return [float(index) for index in range(len(grid.rows))]
    column = grid.table.columns[name]
    places = {code: float(place) for place, code in enumerate(_codes(column, waves))}
    return [_rank(value, places) for value in grid.values(name)]


def _rank(value: object, places: Mapping[str, float]) -> float | None:
    if isinstance(value, str):
        return places.get(value)
    if isinstance(value, date):
        return float(value.toordinal())
    return value if isinstance(value, float) else None


def _codes(column: Column, waves: Mapping[str, Wave]) -> list[str]:
    if column.codes == "waves":
        return list(waves)
    listed = column.steps or (column.codes if isinstance(column.codes, dict) else {})
    return [str(code) for code in listed]


def _overlap(grid: Grid, rule: Rule, group: Sequence[int]) -> Broken:
    """Point at spells that share more than a day of change; a spell without an end is still running."""
    first, last = rule.columns[0], rule.columns[1]
    starts = grid.values(first)
    spells = sorted(
        (start, _end(grid, last, index), index) for index in group if isinstance(start := starts[index], date)
    )
    for place, (begun, end, index) in enumerate(spells):
        for start, _, other in spells[place + 1 :]:
            if start < end or start == begun:
                yield index, first
                yield other, first


def _end(grid: Grid, column: str, index: int) -> date:
    reading = grid.readings[column][index]
    if isinstance(reading.value, date):
        return reading.value
    return date.min if reading.fault is not None else date.max


def _exists(grid: Grid, rule: Rule, others: Mapping[str, Grid]) -> Broken:
    """Point at rows whose values stand together in no row of the other table; `when` is about its rows."""
    other = others.get(rule.table or "")
    if other is None or any(name not in other.readings for name in rule.columns):
        return
    offered = [_key_values(other, name) for name in rule.columns]
    known = {tuple(values[index] for values in offered) for index in _concerned(other, rule.when)}
    for index, parts in enumerate(zip(*(_key_values(grid, name) for name in rule.columns), strict=True)):
        if all(part is not None for part in parts) and parts not in known:
            yield index, rule.columns[0]


def _only_when(grid: Grid, rule: Rule) -> Broken:
    """Point at columns that are filled in although the declared condition is known not to hold."""
    holds = set(_concerned(grid, rule.when))
    unknown = {i for name in rule.when for i, value in enumerate(grid.values(name)) if value is None}
    for column in rule.columns:
        values = grid.values(column)
        yield from (
            (i, column) for i, value in enumerate(values) if value is not None and i not in holds | unknown
        )


def _less(one: object, other: object) -> bool:
    if isinstance(one, date) and isinstance(other, date):
        return one < other
    return isinstance(one, int | float) and isinstance(other, int | float) and one < other


_IN_ROW: Mapping[str, Callable[[Grid, Rule, int], bool]] = {
    "not_before": _not_before,
    "at_most": _at_most,
    "sum_at_most": _sum_at_most,
}
_IN_GROUPS: Mapping[str, Callable[[Grid, Rule, Sequence[int]], Broken]] = {
    "constant_within": _constant,
    "no_overlap_within": _overlap,
}
