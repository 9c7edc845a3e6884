"""Ratings of goals against the goals themselves: those of goals that are not there, and goals rated only after."""

from collections.abc import Mapping

from fou_eval.declaration.codebook import Codebook
from fou_eval.intake.issue import Findings
from fou_eval.intake.rows.breaches import key_values
from fou_eval.intake.rows.telling import tell_rows
from fou_eval.intake.sheets.grid import Grid

NUMBER = "goal_no"


def judge_goals(grids: Mapping[str, Grid], codebook: Codebook, findings: Findings) -> None:
    """Write down ratings without a goal, and goals that nobody rated at the first wave.

    Parameters
    ----------
    grids
        The tables by name, with every cell judged.
    codebook
        Says which tables record goals and their ratings, and the waves in time order.
    findings
        Receives the issues.
    """
    by_subject = {grid.table.records: grid for grid in grids.values()}
    ratings, goals = by_subject.get("goal_ratings"), by_subject.get("goals")
    if ratings is None or NUMBER not in ratings.readings:
        return
    if goals is not None and NUMBER in goals.readings and not _is_ruled(ratings, goals):
        _without_goal(ratings, goals, findings)
    _only_after(ratings, codebook, findings)


def _is_ruled(ratings: Grid, goals: Grid) -> bool:
    return any(
        rule.rule == "exists_in" and rule.table == goals.table.table and NUMBER in rule.columns
        for rule in ratings.table.rules
    )


def _ids(grid: Grid, role: str | None) -> list[tuple[object, object]]:
    return list(zip(grid.written(role), key_values(grid, NUMBER), strict=True))


def _without_goal(ratings: Grid, goals: Grid, findings: Findings) -> None:
    """Point at ratings whose owner and number are in no row of the goals."""
    for role in ("person_id", "family_id"):
        own, theirs = (grid.table.with_role(role) for grid in (ratings, goals))
        if own in ratings.table.key and theirs in goals.table.key:
            known = set(_ids(goals, theirs))
            lacking = [
                index for index, one in enumerate(_ids(ratings, own)) if None not in one and one not in known
            ]
            place = {"table": goals.table.table}
            tell_rows(findings, (ratings, NUMBER), "rating_without_goal", lacking, place)
            return


def _only_after(ratings: Grid, codebook: Codebook, findings: Findings) -> None:
    """Tell of goals that are rated at a later wave and not at the first: what they began at is not known."""
    table, first = ratings.table, next(iter(codebook.waves))
    owner = next(
        (
            name
            for name in table.key
            if name != NUMBER and table.columns[name].role in {"person_id", "family_id"}
        ),
        None,
    )
    name = next((name for name, column in table.columns.items() if column.role == "outcome"), None)
    if owner is None or name is None or name not in ratings.readings:
        return
    waves, rated = ratings.values(table.with_role("wave")), ratings.values(name)
    places: dict[tuple[object, object], dict[object, int]] = {}
    for index, goal in enumerate(_ids(ratings, owner)):
        if rated[index] is not None:
            places.setdefault(goal, {}).setdefault(waves[index], index)
    late = sorted(min(found.values()) for found in places.values() if first not in found)
    told = {"wave": codebook.waves[first].label[findings.language]}
    tell_rows(findings, (ratings, name), "goal_rated_only_after", late, told, "info")
