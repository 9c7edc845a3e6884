"""Numbers made of records that give each other, or who took part, away by subtraction."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from math import isnan

from fou_eval.declaration import Table
from fou_eval.declaration.records import Subject
from fou_eval.disclosure.linked import SPLIT
from fou_eval.disclosure.listed import OF_ALL_ROWS, OTHER_PARTS, PARTITIONED, RECORDED
from fou_eval.disclosure.release import Decision, Released
from fou_eval.disclosure.rules import withheld
from fou_eval.estimates import Estimate, Estimates

# Every family has a household and an advocate: rows beyond the families enrolled are of those that have another one.
_ONE_EACH: frozenset[Subject] = frozenset({"households", "assignments"})


def recorded_together(rows: Iterable[Released], estimates: Estimates) -> tuple[Released, ...]:
    """Withhold what follows from what else is shown, or tells what is hidden elsewhere.

    All groups of a partition are hidden where one of them is: it is the whole less the others. Where the rows of a
    table may not be counted nothing is told that counts them.

    Parameters
    ----------
    rows
        All rows, as every rule on participants left them.
    estimates
        The same rows before any rule.
    """
    every = tuple(rows)
    tables = {*_uncounted(every), *_telling_tables(every, estimates)}
    every = tuple(_without(row) if _counts(row.estimate) and _table(row) in tables else row for row in every)
    closed = {
        _partition(row)
        for row in every
        if row.estimate.statistic in PARTITIONED and row.decision.status == "withheld"
    }
    return tuple(_without(row) if _partition(row) in closed else row for row in every)


def counted(row: Estimate, estimates: Estimates) -> tuple[tuple[str, str, tuple[str, ...]], ...]:
    """Name the sets of rows whose counts are shown or withheld with a number: all of its table, and all of its part."""
    if row.statistic not in RECORDED:
        return ()
    table, _, rest = row.category.partition(":")
    part = OTHER_PARTS.get(row.statistic, rest.partition(":")[0])
    parts = {part, ""} if row.statistic in OF_ALL_ROWS | {"records"} else {part} - {""}
    numbers = (one for one in estimates.populations if one.group == "numbers")
    return tuple(
        ("", one.group, one.waves) for one in numbers if one.waves[0] == table and one.waves[1] in parts
    )


def _uncounted(rows: Sequence[Released]) -> Iterator[str]:
    for row in rows:
        if row.estimate.statistic == "records" and row.decision.status == "withheld":
            yield _table(row)


def _telling_tables(rows: Sequence[Released], estimates: Estimates) -> Iterator[str]:
    """Name the tables whose number of rows tells of few families, or of how many were measured."""
    enrolled = next((one.value for one in estimates if one.statistic == "families_enrolled"), 0.0)
    for one in (one for one in estimates if one.statistic == "records"):
        table = estimates.codebook.tables[one.category]
        telling = (
            _nearly_one_each(table, one, enrolled, _threshold(one, estimates)),
            table.records == "attrition_log" and _hides_missing(rows),
            _row_each_wave(table) and narrows(one.value, _ranges(rows)),
        )
        if any(telling):
            yield table.table


def _threshold(one: Estimate, estimates: Estimates) -> int:
    disclosure = estimates.plan.disclosure
    return disclosure.sensitive_cell if one.sensitive else disclosure.smallest_cell


def _nearly_one_each(table: Table, one: Estimate, enrolled: float, threshold: int) -> bool:
    """Say whether so few rows are more than one of each family that they must be of few families, or that none is."""
    nearly_all = enrolled - one.n_families < threshold
    return table.records in _ONE_EACH and nearly_all and one.value - enrolled < threshold


def _hides_missing(rows: Sequence[Released]) -> bool:
    """Say whether the families missing at some wave, or one of their reasons, are told less exactly than in the log."""
    return any(
        row.decision.status != "pass"
        for row in rows
        if row.estimate.statistic in {"families_at_wave", "missing_reason"}
    )


def _row_each_wave(table: Table) -> bool:
    """Say whether a table has one row for each family measured at a wave."""
    roles = (table.with_role("family_id"), table.with_role("wave"))
    return None not in roles and set(table.key) == set(roles)


def _ranges(rows: Sequence[Released]) -> Mapping[str, tuple[float, float]]:
    """Give the fewest and the most families at each wave, as they are told; any number where nothing is."""
    told = [row for row in rows if row.estimate.statistic == "families_at_wave"]
    enrolled = max(row.estimate.value for row in rows if row.estimate.statistic == "families_enrolled")
    found = {}
    for row in told:
        one = row.estimate
        if row.decision.status == "withheld":
            found[one.category] = (0.0, enrolled)
        else:
            found[one.category] = (one.low, one.high) if isnan(one.value) else (one.value, one.value)
    return found


def narrows(total: float, ranges: Mapping[str, tuple[float, float]]) -> bool:
    """Say whether a sum over waves leaves fewer numbers of families at some wave than are told.

    Examples
    --------
    Thirty-five rows of eighteen families at entry, and fifteen to seventeen later: they were seventeen.

    >>> narrows(35, {"t0": (18, 18), "t1": (15, 17)})
    True
    >>> narrows(50, {"t0": (18, 18), "t1": (15, 17), "t2": (15, 17)})
    False
    """
    least, most = (sum(ends[side] for ends in ranges.values()) for side in (0, 1))
    return any(
        low < high and (total - (most - high) > low or total - (least - low) < high)
        for low, high in ranges.values()
    )


def _counts(estimate: Estimate) -> bool:
    return estimate.statistic == "records" or estimate.statistic in OF_ALL_ROWS


def _table(row: Released) -> str:
    return row.estimate.category.partition(":")[0]


def _partition(row: Released) -> tuple[str, str]:
    return row.estimate.statistic, row.estimate.category.rpartition(":")[0]


def _without(row: Released) -> Released:
    if row.decision.status == "withheld":
        return row
    return Released(estimate=withheld(row.estimate), decision=Decision(status="withheld", rules=(SPLIT,)))
