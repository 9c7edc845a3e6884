"""Check one table: its key, the columns it mentions, and its rules."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from fou_eval.declaration.check_columns import column_flaws
from fou_eval.declaration.codebook import Column, Role, Rule, RuleKind, Table
from fou_eval.declaration.codes import CodeKey
from fou_eval.declaration.faults import Flaw, Path
from fou_eval.declaration.known import Known, absent
from fou_eval.declaration.spellings import code_flaws, header_flaws

_SINGLE: tuple[Role, ...] = ("family_id", "person_id", "wave")


class Reads(NamedTuple):
    """What one kind of rule reads: how many columns, which further keys, and what it asks for."""

    fewest: int
    most: int | None
    keys: tuple[str, ...]
    meaning: str


RULES: Mapping[RuleKind, Reads] = {
    "not_before": Reads(2, 2, (), "In every row the first column is not before the second: [end, start]."),
    "constant_within": Reads(
        1, None, ("within",), "Rows with the same `within` have one value in each column."
    ),
    "increasing_within": Reads(
        1,
        1,
        ("within", "order_by"),
        "Among rows with the same `within`, the column never falls along `order_by`.",
    ),
    "no_overlap_within": Reads(
        2,
        2,
        ("within",),
        "Periods [start, end] of rows with the same `within` do not overlap; no end means ongoing.",
    ),
    "exists_in": Reads(
        1,
        None,
        ("table",),
        "The columns' values stand together in a row of `table`, in columns of the same names; `when` is about "
        "the rows of that table.",
    ),
    "sum_at_most": Reads(2, None, ("limit",), "In every row the columns together are at most `limit`."),
    "only_when": Reads(1, None, ("when",), "The columns are filled in only in rows in which `when` holds."),
    "at_most": Reads(2, 2, (), "In every row the first column is at most the second: [part, whole]."),
}


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
            *column_flaws(column, known),
            *code_flaws(column),
            *_mention_flaws(table, column, known),
        ]:
            yield flaw._replace(path=("columns", name, *flaw.path))
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
    if table.with_role("family_id") is None and table.with_role("person_id") is None:
        yield Flaw(
            ("columns",), "no column has role family_id or person_id, so rows belong to no family. Add one."
        )
    outcome = table.with_role("outcome")
    if outcome is not None:
        in_key = {table.columns[name].role for name in table.key if name in table.columns}
        if "wave" not in in_key or not in_key & {"family_id", "person_id"}:
            yield Flaw(
                ("key",),
                f"outcome '{outcome}' is followed over waves, so the key needs a column with role wave and one with "
                "role family_id or person_id. Add them to the key.",
            )


def _mention_flaws(table: Table, column: Column, known: Known) -> Iterator[Flaw]:
    names = known.columns.get(table.table)
    yield from _condition_flaws(column.only_when, table, known, ("only_when",))
    for key in ("exposure", "rater"):
        other = getattr(column, key)
        if other is not None:
            yield from absent("column", other, names, (key,))
    measure = table.columns.get(column.exposure or "")
    if measure is not None and measure.role != "exposure":
        yield Flaw(
            ("exposure",), f"column '{column.exposure}' has role {measure.role}. Give it role: exposure."
        )


def _condition_flaws(
    condition: Mapping[str, tuple[CodeKey, ...]], table: Table, known: Known, path: Path
) -> Iterator[Flaw]:
    for name, codes in condition.items():
        yield from absent("column", name, known.columns.get(table.table), (*path, name))
        column = table.columns.get(name)
        if not codes:
            yield Flaw((*path, name), "no code is listed. Expected at least one.")
        for place, code in enumerate(codes):
            listed = known.codes(column) if column is not None else None
            yield from absent("code", str(code), listed, (*path, name, place))


def rule_flaws(rule: Rule, table: Table, known: Known) -> Iterator[Flaw]:
    """Give the flaws of a rule; paths begin at the rule."""
    reads = RULES[rule.rule]
    if len(rule.columns) < reads.fewest or (reads.most is not None and len(rule.columns) > reads.most):
        wanted = f"{reads.fewest}" if reads.most == reads.fewest else f"at least {reads.fewest}"
        yield Flaw(
            ("columns",),
            f"rule {rule.rule} needs {wanted} columns, found {len(rule.columns)}. {reads.meaning}",
        )
    names = known.columns.get(table.table)
    for place, name in enumerate(rule.columns):
        yield from absent("column", name, names, ("columns", place))
    for key in ("within", "order_by"):
        if getattr(rule, key) is not None:
            yield from absent("column", getattr(rule, key), names, (key,))
    for key in ("within", "order_by", "table", "limit", "when"):
        given = getattr(rule, key) not in (None, {})
        if key in reads.keys and not given:
            yield Flaw((), f"rule {rule.rule} needs {key}. {reads.meaning}")
        elif given and key not in reads.keys and key != "when":
            yield Flaw((key,), f"rule {rule.rule} does not read {key}. Remove it. {reads.meaning}")
    yield from _lookup_flaws(rule, known) if rule.rule == "exists_in" else ()
    if rule.rule != "exists_in":
        yield from _condition_flaws(rule.when, table, known, ("when",))


def _lookup_flaws(rule: Rule, known: Known) -> Iterator[Flaw]:
    if rule.table is None:
        return
    yield from absent("table", rule.table, tuple(known.columns), ("table",))
    names = known.columns.get(rule.table)
    for place, name in enumerate(rule.columns):
        if names is not None and name not in names:
            yield from absent(f"in table {rule.table}, column", name, names, ("columns", place))
    other = known.tables.get(rule.table)
    for name in rule.when:
        if other is None:
            yield from absent(f"in table {rule.table}, column", name, names, ("when", name))
    if other is not None:
        yield from _condition_flaws(rule.when, other, known, ("when",))
