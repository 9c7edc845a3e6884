"""Check one table: its key, the columns it mentions, and its rules."""

from collections.abc import Iterator

from fou_eval.declaration.check_columns import column_flaws
from fou_eval.declaration.check_rules import condition_flaws, rule_flaws
from fou_eval.declaration.check_scores import goal_key_flaws, goal_mention_flaws
from fou_eval.declaration.codebook import Column, Role, Table
from fou_eval.declaration.faults import Flaw
from fou_eval.declaration.known import Known, absent
from fou_eval.declaration.records import RECORDED
from fou_eval.declaration.spellings import code_flaws, header_flaws

_SINGLE: tuple[Role, ...] = ("family_id", "person_id", "wave")


def table_flaws(table: Table, known: Known) -> Iterator[Flaw]:
    """Give the flaws of a table whose form is right; columns with flaws of form are known by name only."""
    names = known.columns.get(table.table)
    for place, name in enumerate(table.key):
        yield from absent("column", name, names, ("key", place))
        if name in table.key[:place]:
            yield Flaw(("key", place), f"column '{name}' stands twice in the key. Remove one.")
    yield from _role_flaws(table, names)
    for name, column in table.columns.items():
        for flaw in [
            *column_flaws(name, column, known),
            *code_flaws(column),
            *_mention_flaws(table, column, known),
        ]:
            yield flaw._replace(path=("columns", name, *flaw.path))
    yield from goal_key_flaws(table)
    yield from header_flaws(table)
    seen: set[str] = set()
    for place, rule in enumerate(table.rules):
        if rule.id in seen:
            yield Flaw(("rules", place, "id"), f"id '{rule.id}' stands on two rules. Give each its own.")
        seen.add(rule.id)
        for flaw in rule_flaws(rule, table, known):
            yield flaw._replace(path=("rules", place, *flaw.path))


def _role_flaws(table: Table, names: tuple[str, ...] | None) -> Iterator[Flaw]:
    for role in _SINGLE:
        having = [name for name, column in table.columns.items() if column.role == role]
        for name in having[1:]:
            yield Flaw(
                ("columns", name, "role"),
                f"role {role} is already that of column '{having[0]}'. Only one may have it.",
            )
    if names is None or set(names) != set(table.columns):
        return  # a column whose form is wrong may be the one that is looked for
    of_nobody = table.records is not None and not RECORDED[table.records].of_families
    if not of_nobody and table.with_role("family_id") is None and table.with_role("person_id") is None:
        yield Flaw(
            ("columns",), "no column has role family_id or person_id, so rows belong to no family. Add one."
        )
    outcome = table.with_role("outcome")
    if outcome is not None and set(table.key) <= set(names):
        in_key = {table.columns[name].role for name in table.key if name in table.columns}
        if "wave" not in in_key or not in_key & {"family_id", "person_id"}:
            yield Flaw(
                ("key",),
                f"outcome '{outcome}' is followed over waves, so the key needs a column with role wave and one with "
                "role family_id or person_id. Add them to the key.",
            )


def _mention_flaws(table: Table, column: Column, known: Known) -> Iterator[Flaw]:
    names = known.columns.get(table.table)
    yield from condition_flaws(column.only_when, table, known, ("only_when",))
    for key in ("exposure", "rater"):
        other = getattr(column, key)
        if other is not None:
            yield from absent("column", other, names, (key,))
    yield from goal_mention_flaws(table, column, known)
    measure = table.columns.get(column.exposure or "")
    if measure is not None and measure.role != "exposure":
        yield Flaw(
            ("exposure",), f"column '{column.exposure}' has role {measure.role}. Give it role: exposure."
        )
