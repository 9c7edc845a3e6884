"""Amounts, prices and published figures: what must stand beside each, and what cannot be right."""

from collections.abc import Iterator, Mapping

from fou_eval.intake.issue import Findings
from fou_eval.intake.rows.breaches import as_measure
from fou_eval.intake.rows.telling import tell_rows
from fou_eval.intake.sheets.grid import Grid

# Without these a number says nothing: of when, by whom, whose.
_BESIDE: Mapping[str, tuple[str, ...]] = {
    "costs": ("amount_sek", "year", "source", "perspective"),
    "unit_prices": ("low", "base", "high", "year", "source", "perspective"),
    "published_figures": ("value", "unit", "source", "kind"),
    "reference_values": ("value", "year", "source", "population"),
}
_MONEY: Mapping[str, tuple[str, ...]] = {"costs": ("amount_sek",), "unit_prices": ("low", "base", "high")}
# Two amounts that are alike in these may be one and the same.
_ONE_COST = ("item", "year", "perspective", "funder")


def judge_money(grid: Grid, findings: Findings) -> None:
    """Write down what is wrong with amounts, prices and published figures.

    What a column or a declared rule asks for already, such as that it is filled in, is left to them.

    Parameters
    ----------
    grid
        A table as read, of any subject.
    findings
        Receives the issues.
    """
    subject = grid.table.records or ""
    for name in _BESIDE.get(subject, ()):
        if name in grid.readings and not grid.table.columns[name].required:
            rows = [place for place, cell in enumerate(grid.readings[name]) if not cell.filled]
            tell_rows(findings, (grid, name), "money_lacks", rows, {"column": name}, "error")
    for name in _MONEY.get(subject, ()):
        if name in grid.readings and grid.table.columns[name].min is None:
            rows = [place for place, value in _numbers(grid, name) if value < 0]
            tell_rows(findings, (grid, name), "money_negative", rows, {}, "error")
    if subject == "unit_prices":
        _prices(grid, findings)
    if subject == "costs":
        _costs(grid, findings)


def _prices(grid: Grid, findings: Findings) -> None:
    for lower, higher in (("low", "base"), ("base", "high")):
        ruled = any(rule.rule == "at_most" and rule.columns == (lower, higher) for rule in grid.table.rules)
        above = dict(_numbers(grid, higher))
        rows = [place for place, value in _numbers(grid, lower) if value > above.get(place, value)]
        if not ruled:
            tell_rows(findings, (grid, lower), "prices_out_of_order", rows, {}, "error")
    for name in _MONEY["unit_prices"]:
        rows = [place for place, value in _numbers(grid, name) if value == 0]
        tell_rows(findings, (grid, name), "zero_price", rows, {})


def _costs(grid: Grid, findings: Findings) -> None:
    rows = [place for place, value in _numbers(grid, "n_families") if value == 0]
    tell_rows(findings, (grid, "n_families"), "no_families_stated", rows, {})
    first: dict[tuple[object, ...], int] = {}
    for place, told in enumerate(zip(*(grid.values(name) for name in _ONE_COST), strict=True)):
        before = first.setdefault(told, place)
        if before != place and None not in told[:3]:
            at = grid.place(place, "item")
            findings.add("warning", "cost_twice", at, places={"row": grid.rows[before]})


def _numbers(grid: Grid, name: str) -> Iterator[tuple[int, float]]:
    """Give the numbers of a column that is in the file, each with its place among the rows."""
    for place, value in enumerate(grid.values(name)):
        number = as_measure(value)
        if number is not None:
            yield place, number
