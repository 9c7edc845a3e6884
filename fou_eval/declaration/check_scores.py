"""Check what a column declares about the attainment of goals, and about the populations its scores are judged by."""

from collections.abc import Iterator
from datetime import date

from fou_eval.declaration.codebook import Better, Column, Norm, Table
from fou_eval.declaration.faults import Flaw
from fou_eval.declaration.known import Known, absent

_ATTAINMENT = (-2, -1, 0, 1, 2)
_OF_SCORES = {None, "scale", "ordinal"}


def goal_flaws(column: Column) -> Iterator[Flaw]:
    """Give the flaws of an outcome that is declared as the attainment of goals; paths begin at the column."""
    if column.goal is None or column.role != "outcome":
        return
    if column.kind not in {None, "ordinal"}:
        yield Flaw(
            ("goal",),
            f"goal is for kind ordinal, and this is kind {column.kind}. Goals rated from 0 to 10 are kind scale "
            "without goal; otherwise change the kind.",
        )
        return
    if column.better not in {None, "higher"}:
        yield Flaw(
            ("better",), f"a goal is better attained higher, and this says {column.better}. Write higher."
        )
    if isinstance(column.codes, dict):
        if tuple(column.codes) != _ATTAINMENT:
            found = ", ".join(str(code) for code in column.codes)
            yield Flaw(
                ("codes",), f"attainment has the codes -2, -1, 0, 1, 2, found {found}. Correct the codes."
            )
    elif column.type == "integer" and (column.min, column.max) != (-2, 2):
        yield Flaw(("goal",), "attainment goes from -2 to 2, with 0 as expected. Write min: -2 and max: 2.")


def goal_mention_flaws(table: Table, column: Column, known: Known) -> Iterator[Flaw]:
    """Give the flaws of the column that weighs goals; paths begin at the outcome."""
    if column.goal is None or column.goal.weight is None:
        return
    name = column.goal.weight
    yield from absent("column", name, known.columns.get(table.table), ("goal", "weight"))
    weight = table.columns.get(name)
    if weight is None:
        return
    above = isinstance(weight.min, (int, float)) and weight.min > 0
    if weight.type not in {"integer", "number"} or not (weight.required and above):
        yield Flaw(
            ("goal", "weight"),
            f"column '{name}' weighs goals, so it is a number above 0 in every row. "
            "Give it type: integer or number, required: true and min: 1.",
        )


def goal_key_flaws(table: Table) -> Iterator[Flaw]:
    """Give the columns that tell goals apart and may be empty; paths begin at the table."""
    if all(column.goal is None for column in table.columns.values()):
        return
    for name in table.unit_columns()[1:]:
        if not table.columns[name].required:
            yield Flaw(
                ("columns", name),
                f"column '{name}' tells goals apart, so every row needs it. Add required: true.",
            )


def population_flaws(column: Column, known: Known) -> Iterator[Flaw]:
    """Give the flaws of the populations and the limit that scores are judged by; paths begin at the column.

    What a column takes over from its instrument as it is, is judged there.
    """
    for key in ("clinical", "cutoff"):
        if getattr(column, key) is not None and column.kind not in _OF_SCORES:
            yield Flaw(
                (key,), f"{key} is for kinds scale and ordinal, and this is kind {column.kind}. Remove it."
            )
    own = known.measures.get(column.instrument or "")
    if own is None or (column.clinical, column.norm) != (own.clinical, own.norm):
        yield from side_flaws(column.clinical, column.norm, column.better)
    low, high = column.min, column.max
    inherited = own is not None and column.cutoff in own.cutoffs
    if column.cutoff is None or inherited or isinstance(low, date) or isinstance(high, date):
        return
    value = column.cutoff.value
    if low is not None and high is not None and low <= high and not low <= value <= high:
        yield Flaw(("cutoff",), f"the limit {value} is outside {low} to {high}. Correct it.")


def side_flaws(clinical: Norm | None, norm: Norm | None, better: Better | None) -> Iterator[Flaw]:
    """Give the flaw of populations that stand the wrong way round for the better direction."""
    if clinical is None or norm is None or better not in {"higher", "lower"}:
        return
    ahead = norm.mean - clinical.mean if better == "higher" else clinical.mean - norm.mean
    if ahead <= 0:
        yield Flaw(
            ("clinical",),
            f"mean {clinical.mean:g} is not on the worse side of the norm's {norm.mean:g}, though better is "
            f"{better}. Exchange or correct them.",
        )
