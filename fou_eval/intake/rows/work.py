"""What a person should look at in assignments and hours: too many families, two advocates, too many hours."""

from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date

from fou_eval.declaration.codebook import Codebook, Table
from fou_eval.intake.issue import Findings
from fou_eval.intake.rows.telling import tell_rows
from fou_eval.intake.sheets.grid import Grid

TIMES_THE_STANDARD = 3
MOST_FAMILIES = 30
"""Families of one advocate in a month from which it is asked, where the project set no standard of its own."""
HOURS_OF_A_MONTH = 744
_MONTHS = 12

Spell = tuple[int, str, object, int, int]  # row, family, advocate, first month, last month


def judge_work(grids: Mapping[str, Grid], codebook: Codebook, findings: Findings) -> None:
    """Write down warnings about the tables that record assignments and hours.

    Parameters
    ----------
    grids
        The tables by name, with every cell judged.
    codebook
        Says what the tables record, the project's standard, and until when data were collected.
    findings
        Receives the issues.
    """
    for grid in grids.values():
        if grid.table.records == "assignments":
            _assignments(grid, codebook, findings)
        elif grid.table.records == "ombud_time":
            _hours(grid, findings)


def _assignments(grid: Grid, codebook: Codebook, findings: Findings) -> None:
    spells = list(_spells(grid, codebook.data_until))
    standard = codebook.project.caseload
    limit = TIMES_THE_STANDARD * standard.value if standard else float(MOST_FAMILIES)
    shown = int(limit) if limit == int(limit) else limit
    tell_rows(findings, (grid, "advocate"), "many_families", _too_many(spells, limit), {"limit": shown})
    if not _is_ruled(grid.table):
        tell_rows(findings, (grid, "advocate"), "two_advocates", _two(spells), {})


def _spells(grid: Grid, until: date | None) -> Iterator[Spell]:
    """Give every assignment with its months; what has no end goes on until the data end, or the last month written."""
    starts, ends = grid.values("start"), grid.values("end")
    written = [_month(day) for day in (*starts, *ends) if isinstance(day, date)]
    last = _month(until) if until else max(written, default=0)
    families = grid.written(grid.table.with_role("family_id"))
    for index, (family, advocate) in enumerate(zip(families, grid.values("advocate"), strict=True)):
        start, end = starts[index], ends[index]
        if family is not None and advocate is not None and isinstance(start, date):
            yield index, family, advocate, _month(start), _month(end) if isinstance(end, date) else last


def _month(day: date) -> int:
    return day.year * _MONTHS + day.month


def _too_many(spells: list[Spell], limit: float) -> list[int]:
    """Give the rows with which an advocate has more families than the limit in some month, from the top."""
    held: dict[tuple[object, int], set[str]] = {}
    found = []
    for index, family, advocate, first, last in spells:
        above = False
        for month in range(first, last + 1):
            own = held.setdefault((advocate, month), set())
            own.add(family)
            above = above or len(own) > limit
        if above:
            found.append(index)
    return found


def _two(spells: list[Spell]) -> list[int]:
    """Give the rows in which a family has another advocate in a month in which it has one already."""
    seen: dict[tuple[str, int], object] = {}
    found = []
    for index, family, advocate, first, last in spells:
        months = range(first, last + 1)
        if any(seen.setdefault((family, month), advocate) != advocate for month in months):
            found.append(index)
    return found


def _is_ruled(table: Table) -> bool:
    family = table.with_role("family_id")
    return any(rule.rule == "no_overlap_within" and rule.within == family for rule in table.rules)


def _hours(grid: Grid, findings: Findings) -> None:
    """Point at hours below 0, and at the row with which an advocate has more hours than a month has."""
    sums: Counter[tuple[object, object]] = Counter()
    negative, above = [], []
    rows = zip(grid.values("advocate"), grid.values("month"), grid.values("hours"), strict=True)
    for index, (advocate, month, hours) in enumerate(rows):
        if not isinstance(hours, float | int):
            continue
        if hours < 0:
            negative.append(index)
            continue
        before = sums[advocate, month]
        sums[advocate, month] += hours  # type: ignore[assignment]
        if before <= HOURS_OF_A_MONTH < sums[advocate, month]:
            above.append(index)
    tell_rows(findings, (grid, "hours"), "negative_hours", negative, {})
    tell_rows(findings, (grid, "hours"), "too_many_hours", above, {"limit": HOURS_OF_A_MONTH})
