"""Check the rules of a table: what each kind reads, and whether what it mentions is declared and can be compared."""

from collections.abc import Iterator, Mapping
from typing import Literal, NamedTuple

from fou_eval.declaration.codebook import Column, Rule, RuleKind, Table
from fou_eval.declaration.codes import CodeKey
from fou_eval.declaration.faults import Flaw, Path
from fou_eval.declaration.known import Known, absent

Sort = Literal["numbers", "dates", "codes", "text"]


class Reads(NamedTuple):
    """What one kind of rule reads.

    Attributes
    ----------
    fewest, most
        Number of columns; no `most` means any number.
    keys, may
        Keys it needs, and keys it may have.
    meaning
        What it asks for.
    sorts
        What its columns may hold, when it compares or counts their values.
    """

    fewest: int
    most: int | None
    keys: tuple[str, ...]
    meaning: str
    may: tuple[str, ...] = ()
    sorts: tuple[Sort, ...] = ()

    def how_many(self) -> str:
        """Say how many columns the rule has."""
        if self.most is None:
            return f"{self.fewest} or more"
        return str(self.fewest) if self.most == self.fewest else f"{self.fewest} or {self.most}"


RULES: Mapping[RuleKind, Reads] = {
    "not_before": Reads(
        2,
        2,
        (),
        "In every row the first column is not before the second: [end, start]; day and month are compared by month.",
        sorts=("dates", "numbers"),
    ),
    "constant_within": Reads(
        1, None, ("within",), "Rows with the same `within` have one value in each column."
    ),
    "increasing_within": Reads(
        1,
        1,
        ("within", "order_by"),
        "Among rows with the same `within`, the column never falls along `order_by`.",
        sorts=("dates", "numbers"),
    ),
    "no_overlap_within": Reads(
        2,
        2,
        ("within",),
        "Periods [start, end] of rows with the same `within` do not overlap; no end means that it goes on.",
        sorts=("dates",),
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
        ("numbers",),
    ),
    "only_when": Reads(1, None, ("when",), "The columns are filled in only in rows in which `when` holds."),
    "at_most": Reads(
        1,
        2,
        (),
        "In every row the first column is at most the second, [part, whole]; or one column is at most `limit`.",
        ("limit",),
        ("numbers",),
    ),
    "difference_between": Reads(
        2,
        2,
        (),
        "In every row the first column less the second, [age, grade], lies between `min` and `max`; "
        "dates differ by days. One of the two limits is enough.",
        ("min", "max"),
        ("numbers", "dates"),
    ),
    "exceeds_within": Reads(
        1,
        1,
        ("within", "when", "than"),
        "Among rows with the same `within`, the column is at least `min` (0 when left out) higher in the rows of "
        "`when` than in the rows of `than`, such as the age of a parent and of a child; dates differ by days.",
        ("min",),
        ("numbers", "dates"),
    ),
}
_KEYS = ("within", "order_by", "table", "limit", "min", "max", "when", "than")


def rule_flaws(rule: Rule, table: Table, known: Known) -> Iterator[Flaw]:
    """Give the flaws of a rule; paths begin at the rule."""
    yield from _shape_flaws(rule)
    names = known.columns.get(table.table)
    for place, name in enumerate(rule.columns):
        yield from absent("column", name, names, ("columns", place))
    for key in ("within", "order_by"):
        if getattr(rule, key) is not None:
            yield from absent("column", getattr(rule, key), names, (key,))
    yield from _sort_flaws(rule, table)
    if rule.rule == "exists_in":
        yield from _lookup_flaws(rule, table, known)
    else:
        yield from condition_flaws(rule.when, table, known, ("when",))
    yield from condition_flaws(rule.than, table, known, ("than",))


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


def sort_of(column: Column) -> Sort:
    """Say what a column holds when its values are compared; whole numbers as codes are numbers.

    Examples
    --------
    >>> from fou_eval.declaration.text import Text
    >>> sort_of(Column(label=Text(sv="Månad", en="Month"), type="month"))
    'dates'
    """
    if column.type in ("date", "month"):
        return "dates"
    listed = column.steps or (column.codes if isinstance(column.codes, dict) else {})
    if column.type in ("integer", "number") or (listed and all(isinstance(key, int) for key in listed)):
        return "numbers"
    return "text" if column.type == "text" else "codes"


def _shape_flaws(rule: Rule) -> Iterator[Flaw]:
    reads = RULES[rule.rule]
    found = len(rule.columns)
    if found < reads.fewest or (reads.most is not None and found > reads.most):
        yield Flaw(
            ("columns",), f"rule {rule.rule} needs {reads.how_many()} columns, found {found}. {reads.meaning}"
        )
    if rule.rule == "at_most" and (found == 1) != (rule.limit is not None):
        yield Flaw((), f"rule at_most needs two columns, or one column and a limit. {reads.meaning}")
    if rule.rule == "difference_between" and rule.min is None and rule.max is None:
        yield Flaw((), f"rule difference_between needs min or max. {reads.meaning}")
    if rule.min is not None and rule.max is not None and rule.min > rule.max:
        yield Flaw(("min",), f"min {rule.min:g} is above max {rule.max:g}. Exchange or correct them.")
    for place, name in enumerate(rule.columns):
        if name in rule.columns[:place]:
            yield Flaw(("columns", place), f"column '{name}' stands twice in the rule. Remove one.")
    for key in _KEYS:
        given = getattr(rule, key) not in (None, {})
        if key in reads.keys and not given:
            yield Flaw((), f"rule {rule.rule} needs {key}. {reads.meaning}")
        elif given and key not in (*reads.keys, *reads.may, "when"):
            yield Flaw((key,), f"rule {rule.rule} does not read {key}. Remove it. {reads.meaning}")


def _sort_flaws(rule: Rule, table: Table) -> Iterator[Flaw]:
    """Refuse columns that cannot be compared: such a rule would never find anything."""
    allowed = RULES[rule.rule].sorts
    found: list[Sort] = []
    for place, name in enumerate(rule.columns):
        column = table.columns.get(name)
        if column is None or not allowed:
            continue
        sort = sort_of(column)
        if sort not in allowed:
            yield Flaw(
                ("columns", place),
                f"rule {rule.rule} needs {' or '.join(allowed)}, and column '{name}' holds {sort}.",
            )
        elif found and sort != found[0]:
            yield Flaw(
                ("columns", place),
                f"column '{name}' holds {sort} and column '{rule.columns[0]}' holds {found[0]}, "
                "so they cannot be compared.",
            )
        else:
            found.append(sort)


def _lookup_flaws(rule: Rule, table: Table, known: Known) -> Iterator[Flaw]:
    if rule.table is None:
        return
    yield from absent("table", rule.table, tuple(known.columns), ("table",))
    names = known.columns.get(rule.table)
    other = known.tables.get(rule.table)
    for place, name in enumerate(rule.columns):
        yield from absent(f"in table {rule.table}, column", name, names, ("columns", place))
        here, there = table.columns.get(name), other.columns.get(name) if other else None
        if here is not None and there is not None and sort_of(here) != sort_of(there):
            yield Flaw(
                ("columns", place),
                f"column '{name}' holds {sort_of(here)} here and {sort_of(there)} in table {rule.table}, "
                "so no row could be found there.",
            )
    if other is not None:
        yield from condition_flaws(rule.when, other, known, ("when",))
