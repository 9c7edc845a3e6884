"""Figures that somebody published, each with the number that is computed here of the same thing.

Two published figures are never subtracted from each other, and of counts of people no difference is given: a published
count less another one may be a few families that somebody knows.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from math import isfinite
from string import Formatter

from fou_eval.consequences.recorded_facts import Fact, figure, rows_of
from fou_eval.declaration import Codebook
from fou_eval.estimates import Estimate, Facts

COMPARISONS = frozenset({"published_computed", "published_difference", "published_ratio"})
# The number that a figure is compared with: statistic, and category, or with a colon last what the category begins
# with. A subject in braces stands for the table that records it, `{total}` for the item that is the whole project.
COMPARED: Mapping[str, tuple[str, str]] = {
    "families": ("families_enrolled", ""),
    "persons": ("persons_enrolled", ""),
    "households": ("records", "{households}"),
    "target_families_min": ("families_enrolled", ""),
    "target_families_max": ("families_enrolled", ""),
    "cost_total": ("cost_sum", "{costs}:{total}:"),
    "cost_per_family": ("cost_per_family", "{costs}:{total}:"),
    "cost_per_person": ("cost_per_person", "{costs}:{total}:"),
    "extension_months": ("project_months", "extension"),
    "caseload": ("caseload", "{assignments}:all"),
    "time_with_families": ("hours_with_families", "{ombud_time}"),
}
# Units in which a difference is that of money, time or parts, and not of people.
_NOT_PEOPLE = frozenset({"sek", "months", "whole_months", "proportion", "per_advocate"})
# A statement of both of these is set in proportion: what is said to have been saved, of what it cost.
SAVED, SPENT = "saved_total", "cost_total"
PER_CENT = "percent"


def published(rows: Sequence[Estimate], codebook: Codebook, facts: Facts) -> Iterator[Estimate]:
    """Give for each published figure what is computed here and, unless it counts people, the difference.

    Parameters
    ----------
    rows
        Numbers as computed, or as released.
    codebook, facts
        What is declared, and what is recorded of the project itself.
    """
    table = codebook.recording("published_figures")
    if table is None:
        return
    names = _names(codebook)
    told = rows_of(codebook, facts, "published_figures")
    for row in told:
        base = _computed(rows, str(row["figure"]), names)
        value = figure(row, "value")
        if base is None or value is None:
            continue
        category = about(table.table, row)
        yield replace(base, statistic="published_computed", category=category)
        if base.scale in _NOT_PEOPLE:
            stated = value / 100 if base.scale == "proportion" and row.get("unit") == PER_CENT else value
            scale = "points" if base.scale == "proportion" else base.scale
            yield Estimate(
                statistic="published_difference", category=category, scale=scale, value=base.value - stated
            )
    yield from _ratios(told, table.table)


def about(table: str, row: Fact) -> str:
    """Give the category under which the numbers of a published figure stand."""
    return ":".join((table, str(row["figure"]), str(row.get("source")), str(row.get("date") or "")))


def _names(codebook: Codebook) -> dict[str, str]:
    economy = codebook.project.economy
    found = {table.records: table.table for table in codebook.tables.values() if table.records is not None}
    return {str(name): table for name, table in found.items()} | (
        {} if economy is None else {"total": economy.total}
    )


def _computed(rows: Sequence[Estimate], name: str, names: Mapping[str, str]) -> Estimate | None:
    """Find the one number that a figure is compared with; none where there are several, as of two perspectives."""
    statistic, begin = COMPARED.get(name, ("", ""))
    if name not in COMPARED and name.startswith(
        "cost_"
    ):  # the sum of an item of that name, such as cost_extension
        statistic, begin = "cost_sum", f"{{costs}}:{name.removeprefix('cost_')}:"
    needed = {field for _, field, _, _ in Formatter().parse(begin) if field}
    if not statistic or not needed <= names.keys():
        return None
    start = begin.format_map(names)
    found = [
        row
        for row in rows
        if row.statistic == statistic
        and not row.outcome
        and isfinite(row.value)
        and (row.category.startswith(start) if start.endswith(":") or not start else row.category == start)
    ]
    return found[0] if len(found) == 1 else None


def _ratios(told: Sequence[Fact], table: str) -> Iterator[Estimate]:
    """Set what is said to have been saved in proportion to what is said to have been spent, source by source."""
    saved, spent = ([row for row in told if row["figure"] == name] for name in (SAVED, SPENT))
    for one in saved:
        for other in spent:
            part, whole = figure(one, "value"), figure(other, "value")
            if part is not None and whole:
                yield Estimate(
                    statistic="published_ratio",
                    category=f"{table}:{SAVED}:{one.get('source')}:{SPENT}:{other.get('source')}",
                    scale="proportion",
                    value=part / whole,
                )
