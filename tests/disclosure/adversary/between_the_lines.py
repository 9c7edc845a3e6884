"""Attacks that read what is not said: which rule hid a number, what stands beside it, what a fingerprint confirms."""

from collections.abc import Callable, Iterator
from itertools import product
from math import isfinite

from disclosure.adversary.findings import Finding
from disclosure.adversary.published import Published, Row, Sheet

from fou_eval.provenance import DataMarks

# Rules that a number meets only after it has passed the split rule: it holds and leaves enough families.
PASSED_SPLIT = frozenset({"rule.finest_classes", "rule.linked_shares", "rule.linked_levels"})
CHANGES = ("family_mean_change", "family_rate_change", "paired_difference", "net_improvement")
HEADLINES = ("family_mean_change", "family_rate_change")


def equal_changes(published: Published) -> Iterator[Finding]:
    """Tell everybody's change where only equal changes leave such rows behind.

    From: a rule that fires for equal changes alone; or a headline change that is withheld beside a word about leaving
    one family out, which goes too when the change is withheld for any other reason. Where both levels are shown, the
    change is their difference.
    """
    for sheet in published.sheets:
        named = any("rule.common_change" in row["rules"] for row in sheet.rows if row["statistic"] in CHANGES)
        if named or _only_the_headline_hidden(sheet):
            levels = sheet.value("mean_after") - sheet.value("mean_before")
            constant = 0.0 if sheet.kind == "binary" or not isfinite(levels) else float(int(levels))
            yield Finding(
                attack="equal_changes",
                outcome=sheet.outcome,
                kind="candidates",
                cell="change",
                candidates=(constant,),
                threshold=sheet.threshold,
                why="the change is withheld, and only equal changes leave leave_one_family_out in words beside it",
            )


def _only_the_headline_hidden(sheet: Sheet) -> bool:
    beside = sheet.row("leave_one_family_out")
    headline = [row for statistic in HEADLINES if (row := sheet.row(statistic)) is not None]
    hidden = bool(headline) and all(
        "rule.protected" in row["rules"] and row["value"] is None for row in headline
    )
    return hidden and beside is not None and beside["status"] != "withheld"


def scale_ends(published: Published) -> Iterator[Finding]:
    """Tell everybody's value where a rule was used that fires only for a mean at the end of the scale.

    From: `rules` of mean_before and mean_after.
    """
    for sheet in published.sheets:
        for end in ("before", "after"):
            row = sheet.row(f"mean_{end}")
            if row is not None and "rule.scale_end" in row["rules"]:
                ends = [value for value in sheet.indicator.column.ends() if value is not None]
                yield Finding(
                    attack="scale_ends",
                    outcome=sheet.outcome,
                    kind="candidates",
                    cell=end,
                    candidates=tuple(ends),
                    threshold=sheet.threshold,
                    why="rule.scale_end is used only when every unit stands at an end of the scale",
                )


def rules_of_transitions(published: Published) -> Iterator[Finding]:
    """Fix the cells of withheld two-by-two transitions by the rules that withheld them and the shares of the classes.

    A cell withheld because another view of the classes is shown has passed the split rule, so it holds and leaves
    enough families; one withheld by the split rule does not, where every family has one unit.
    """
    for sheet in published.sheets:
        views = {
            row["category"].partition(":")[0] for row in sheet.rows if row["statistic"] == "transition_share"
        }
        for view in sorted(views):
            cells = _view(sheet, "transition_share", view)
            if sheet.n and len(cells) == 4:
                yield from _two_by_two(sheet, view, cells)


def _two_by_two(sheet: Sheet, view: str, cells: list[Row]) -> Iterator[Finding]:
    margins = [
        _counts(sheet, row) for end in ("before", "after") for row in _view(sheet, f"class_share_{end}", view)
    ]
    if len(margins) != 4:
        return
    allowed = [_counts(sheet, row) - (_large(sheet) if _small(sheet, row) else set()) for row in cells]
    fits = []
    for before, after, stay in product(margins[0], margins[2], allowed[0]):
        case = (stay, before - stay, after - stay, sheet.n - before - after + stay)
        others = sheet.n - before in margins[1] and sheet.n - after in margins[3]
        if others and all(count in possible for count, possible in zip(case, allowed, strict=True)):
            fits.append(case)
    for place, row in enumerate(cells):
        if fits and row["status"] == "withheld":
            found = [case[place] for case in fits]
            yield Finding(
                attack="rules_of_transitions",
                outcome=sheet.outcome,
                kind="count",
                cell=f"move:{row['category']}",
                low=min(found),
                high=max(found),
                units=sheet.n,
                threshold=sheet.threshold,
                why="the rule of each withheld transition, with the shares of the classes",
            )


def _counts(sheet: Sheet, row: Row) -> set[int]:
    """Give the counts that may stand behind a cell, from its value, or from the rule that withheld it."""
    inside = _large(sheet)
    if row["value"] is not None:
        return {count for count in inside if abs(count / sheet.n - row["value"]) <= 0.005 + 1e-9}
    return inside if PASSED_SPLIT & set(row["rules"]) else set(range(sheet.n + 1))


def _small(sheet: Sheet, row: Row) -> bool:
    """Whether a cell is said to be too small, or to leave too few, where a family has one unit."""
    return sheet.one_each and row["value"] is None and "rule.split" in row["rules"]


def _large(sheet: Sheet) -> set[int]:
    return set(range(sheet.threshold, sheet.n - sheet.threshold + 1))


def _view(sheet: Sheet, statistic: str, view: str) -> list[Row]:
    rows = (row for row in sheet.rows if row["statistic"] == statistic)
    return [row for row in rows if row["category"].partition(":")[0] == view]


def confirmed(published: DataMarks, made: Callable[[float], DataMarks], guesses: range) -> list[int]:
    """Keep the guesses at one answer with which the data have the marks that the report publishes.

    Parameters
    ----------
    published
        `data` of manifest.json.
    made
        The public method: the marks of the data that the reader knows, with a guess in the one unknown cell.
    guesses
        The answers to try.
    """
    return [guess for guess in guesses if made(float(guess)).tables == published.tables]
