"""Check the rules of a table: what each kind reads, and whether what it mentions is declared."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from fou_eval.declaration.codebook import Rule, RuleKind, Table
from fou_eval.declaration.codes import CodeKey
from fou_eval.declaration.faults import Flaw, Path
from fou_eval.declaration.known import Known, absent


class Reads(NamedTuple):
    """What one kind of rule reads: how many columns, which keys it needs and may have, and what it asks for."""

    fewest: int
    most: int | None
    keys: tuple[str, ...]
    meaning: str
    may: tuple[str, ...] = ()

    def how_many(self) -> str:
        """Say how many columns the rule has."""
        if self.most is None:
            return f"{self.fewest} or more"
        return str(self.fewest) if self.most == self.fewest else f"{self.fewest} or {self.most}"


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
        "Periods [start, end] of rows with the same `within` do not overlap; no end means that it goes on.",
    ),
    "exists_in": Reads(
        1,
        None,
        ("table",),
        "The values of the columns stand in one row of `table`, in columns of the same names; "
        "`when` picks rows of that table.",
    ),
    "sum_at_most": Reads(
        1,
        None,
        ("limit",),
        "The columns of a row, or of all rows with the same `within`, sum to at most `limit`.",
        ("within",),
    ),
    "only_when": Reads(1, None, ("when",), "The columns are filled in only in rows in which `when` holds."),
    "at_most": Reads(
        1,
        2,
        (),
        "In every row the first column is at most the second, [part, whole]; or one column is at most `limit`.",
        ("limit",),
    ),
}


def rule_flaws(rule: Rule, table: Table, known: Known) -> Iterator[Flaw]:
    """Give the flaws of a rule; paths begin at the rule."""
    yield from _shape_flaws(rule)
    names = known.columns.get(table.table)
    for place, name in enumerate(rule.columns):
        yield from absent("column", name, names, ("columns", place))
    for key in ("within", "order_by"):
        if getattr(rule, key) is not None:
            yield from absent("column", getattr(rule, key), names, (key,))
    if rule.rule == "exists_in":
        yield from _lookup_flaws(rule, known)
    else:
        yield from condition_flaws(rule.when, table, known, ("when",))


def condition_flaws(
    condition: Mapping[str, tuple[CodeKey, ...]], table: Table, known: Known, path: Path
) -> Iterator[Flaw]:
    """Give the flaws of a condition such as ``{role: [child]}``: columns and codes that are not declared."""
    for name, codes in condition.items():
        yield from absent("column", name, known.columns.get(table.table), (*path, name))
        column = table.columns.get(name)
        listed = known.codes(column) if column is not None else None
        if not codes:
            yield Flaw((*path, name), "no code is listed. Expected at least one.")
        for place, code in enumerate(codes):
            yield from absent("code", str(code), listed, (*path, name, place))


def _shape_flaws(rule: Rule) -> Iterator[Flaw]:
    reads = RULES[rule.rule]
    found = len(rule.columns)
    if found < reads.fewest or (reads.most is not None and found > reads.most):
        yield Flaw(
            ("columns",), f"rule {rule.rule} needs {reads.how_many()} columns, found {found}. {reads.meaning}"
        )
    if rule.rule == "at_most" and (found == 1) != (rule.limit is not None):
        yield Flaw((), f"rule at_most needs two columns, or one column and a limit. {reads.meaning}")
    for key in ("within", "order_by", "table", "limit", "when"):
        given = getattr(rule, key) not in (None, {})
        if key in reads.keys and not given:
            yield Flaw((), f"rule {rule.rule} needs {key}. {reads.meaning}")
        elif given and key not in (*reads.keys, *reads.may, "when"):
            yield Flaw((key,), f"rule {rule.rule} does not read {key}. Remove it. {reads.meaning}")


def _lookup_flaws(rule: Rule, known: Known) -> Iterator[Flaw]:
    if rule.table is None:
        return
    yield from absent("table", rule.table, tuple(known.columns), ("table",))
    names = known.columns.get(rule.table)
    for place, name in enumerate(rule.columns):
        yield from absent(f"in table {rule.table}, column", name, names, ("columns", place))
    other = known.tables.get(rule.table)
    if other is not None:
        yield from condition_flaws(rule.when, other, known, ("when",))
