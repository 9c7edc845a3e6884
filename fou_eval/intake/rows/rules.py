"""Rules across rows and columns: the key, and the declared rules; one issue per row concerned."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from fou_eval.declaration.codebook import Rule, Wave
from fou_eval.intake.cells.choices import code_list
from fou_eval.intake.cells.parse import Fault, Reading
from fou_eval.intake.issue import Findings
from fou_eval.intake.sheets.grid import Grid, majority, plain_code


@dataclass(frozen=True, slots=True)
class Breach:
    """A row that breaks a rule: its position among the data rows, the column to point at, rows to compare with."""

    index: int
    column: str
    compared: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Refused:
    """A cell that breaks a rule."""

    grid: Grid
    column: str
    index: int
    rule: str


Breaches = Iterator[Breach]
Groups = Sequence[Sequence[int]]


def judge_rules(
    grid: Grid, others: Mapping[str, Grid], waves: Mapping[str, Wave], findings: Findings
) -> list[Refused]:
    """Write down repeated keys and every breach of a declared rule.

    Returns
    -------
    list of Refused
        The cells that break a rule. They are refused when every rule of every table has been judged, so that
        no fault hides another.
    """
    _unique_key(grid, findings)
    refused: list[Refused] = []
    for rule in grid.table.rules:
        named = [*rule.columns, *(name for name in (rule.within, rule.order_by) if name)]
        if any(name not in grid.readings for name in named):
            continue
        name = "overlapping_spells" if rule.rule == "no_overlap_within" else rule.rule
        first = {(found.index, found.column): found for found in _breaches(grid, rule, others, waves)}
        for found in first.values():
            rows = ", ".join(str(grid.rows[index]) for index in found.compared[:3])
            place = grid.place(found.index, found.column)
            findings.add_declared("error", name, place, rule.message[findings.language], rows)
            refused.append(Refused(grid, found.column, found.index, name))
    return refused


def refuse(cells: Iterable[Refused]) -> None:
    """Take the cells that break a rule out of what was read."""
    for cell in cells:
        cell.grid.readings[cell.column][cell.index] = Reading(fault=Fault(cell.rule))


def _breaches(grid: Grid, rule: Rule, others: Mapping[str, Grid], waves: Mapping[str, Wave]) -> Breaches:
    if rule.rule == "exists_in":
        yield from _exists(grid, rule, others)
    elif rule.rule == "only_when":
        yield from _only_when(grid, rule)
    elif rule.rule == "increasing_within":
        yield from _increasing(grid, rule, waves)
    elif rule.rule in _IN_GROUPS:
        yield from _IN_GROUPS[rule.rule](grid, rule, _groups(grid, rule))
    else:
        concerned = _concerned(grid, rule.when)
        broken = (index for index in concerned if _IN_ROW[rule.rule](grid, rule, index))
        yield from (Breach(index, rule.columns[0]) for index in broken)


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


def _constant(grid: Grid, rule: Rule, groups: Groups) -> Breaches:
    """Point at the rows that differ from most of their group, or at all of them when there is no majority."""
    for column in rule.columns:
        values = _key_values(grid, column)
        for group in groups:
            filled = [index for index in group if values[index] is not None]
            held = [values[index] for index in filled]
            if len(set(held)) <= 1:
                continue
            usual = majority(held)
            for index in (index for index in filled if values[index] != usual):
                differ = tuple(other for other in filled if values[other] != values[index])
                yield Breach(index, column, differ)


def _increasing(grid: Grid, rule: Rule, waves: Mapping[str, Wave]) -> Breaches:
    """Point at each row whose value is lower than that of the row before it in the declared order."""
    column = rule.columns[0]
    values, order = grid.values(column), _ranks(grid, rule.order_by, waves)
    for group in _groups(grid, rule):
        ranked = ((order[index], index) for index in group if values[index] is not None)
        known = sorted((rank, index) for rank, index in ranked if rank is not None)
        for (earlier, before), (later, after) in pairwise(known):
            if earlier != later and _less(values[after], values[before]):
                yield Breach(after, column, (before,))


def _ranks(grid: Grid, name: str | None, waves: Mapping[str, Wave]) -> list[float | None]:
    if name is None:
        return [float(index) for index in range(len(grid.rows))]
    column = grid.table.columns[name]
    places = {code: float(place) for place, code in enumerate(code_list(column, waves))}
    return [_rank(value, places) for value in grid.values(name)]


def _rank(value: object, places: Mapping[str, float]) -> float | None:
    if isinstance(value, str):
        return places.get(value)
    if isinstance(value, date):
        return float(value.toordinal())
    return value if isinstance(value, float) else None


def _overlap(grid: Grid, rule: Rule, groups: Groups) -> Breaches:
    """Point at spells that share more than a day of change; a spell without an end is still running."""
    first, last = rule.columns[0], rule.columns[1]
    starts = grid.values(first)
    for group in groups:
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
    return date.min if reading.fault is not None else date.max


def _exists(grid: Grid, rule: Rule, others: Mapping[str, Grid]) -> Breaches:
    """Point at rows whose values stand together in no row of the other table; `when` is about its rows."""
    other = others.get(rule.table or "")
    if other is None or any(name not in other.readings for name in rule.columns):
        return
    offered = [_key_values(other, name) for name in rule.columns]
    known = {tuple(values[index] for values in offered) for index in _concerned(other, rule.when)}
    for index, parts in enumerate(zip(*(_key_values(grid, name) for name in rule.columns), strict=True)):
        if all(part is not None for part in parts) and parts not in known:
            yield Breach(index, rule.columns[0])


def _only_when(grid: Grid, rule: Rule) -> Breaches:
    """Point at columns that are filled in although the declared condition is known not to hold."""
    holds = set(_concerned(grid, rule.when))
    unknown = {i for name in rule.when for i, value in enumerate(grid.values(name)) if value is None}
    for column in rule.columns:
        filled = (index for index, value in enumerate(grid.values(column)) if value is not None)
        yield from (Breach(index, column) for index in filled if index not in holds | unknown)


def _less(one: object, other: object) -> bool:
    if isinstance(one, date) and isinstance(other, date):
        return one < other
    return isinstance(one, int | float) and isinstance(other, int | float) and one < other


_IN_ROW: Mapping[str, Callable[[Grid, Rule, int], bool]] = {
    "not_before": _not_before,
    "at_most": _at_most,
    "sum_at_most": _sum_at_most,
}
_IN_GROUPS: Mapping[str, Callable[[Grid, Rule, Groups], Breaches]] = {
    "constant_within": _constant,
    "no_overlap_within": _overlap,
}
