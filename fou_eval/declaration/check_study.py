"""Check what stands in study.yaml, plan.yaml and instruments.yaml against the rest of the study."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import pairwise
from pathlib import PurePosixPath

from fou_eval.declaration.check_scores import side_flaws
from fou_eval.declaration.codebook import Column, Table
from fou_eval.declaration.faults import Flaw
from fou_eval.declaration.instruments import Instrument
from fou_eval.declaration.known import Known, absent
from fou_eval.declaration.plan import PARTS, PARTS_OF_MANY, Plan
from fou_eval.declaration.spellings import wave_flaws
from fou_eval.declaration.study_file import StudyFile
from fou_eval.errors import did_you_mean

Columns = Mapping[str, Sequence[Column]]


def study_flaws(study: StudyFile, known: Known) -> Iterator[Flaw]:
    """Give the flaws of study.yaml: waves in time order, spellings, the order of tables, where the data are."""
    for (first, one), (second, other) in pairwise(study.waves.items()):
        if other.months <= one.months:
            yield Flaw(
                ("waves", second, "months"),
                f"wave '{second}' is at {other.months} months, not after '{first}' at {one.months}. "
                "List waves in time order.",
            )
    yield from wave_flaws(study.waves)
    for place, name in enumerate(study.tables):
        yield from absent("table", name, tuple(known.columns), ("tables", place))
        if name in study.tables[:place]:
            yield Flaw(("tables", place), f"table '{name}' stands twice. Remove one.")
    if study.data is not None and not _inside(study.data):
        yield Flaw(
            ("data",),
            "the data must lie in the folder of the study. Write a path that begins there, without '..'.",
        )


def plan_flaws(
    plan: Plan, known: Known, outcomes: Mapping[str, str | None] | None, columns: Columns | None
) -> Iterator[Flaw]:
    """Give the flaws of plan.yaml.

    Parameters
    ----------
    outcomes
        Domain of each indicator, None where it cannot be known.
    columns
        By name, the columns of all tables that could be read; none of them where a column has flaws of its own.
    """
    waves = known.waves
    yield from absent("wave", plan.contrast.before, waves, ("contrast", "before"))
    yield from absent("wave", plan.contrast.after, waves, ("contrast", "after"))
    before, after = plan.contrast.before, plan.contrast.after
    if waves and {before, after} <= set(waves) and waves.index(before) >= waves.index(after):
        yield Flaw(("contrast",), f"before '{before}' is not earlier than after '{after}'. Exchange them.")
    for domain, name in plan.primary.items():
        yield from absent("domain", domain, known.domains, ("primary", domain))
        yield from absent("indicator", name, outcomes, ("primary", domain))
        own = (outcomes or {}).get(name)
        if own is not None and own != domain and domain in (known.domains or ()):
            yield Flaw(
                ("primary", domain),
                f"indicator '{name}' belongs to domain '{own}'. Choose one of '{domain}'.",
            )
    if plan.disclosure.sensitive_cell < plan.disclosure.smallest_cell:
        yield Flaw(
            ("disclosure",),
            f"sensitive_cell {plan.disclosure.sensitive_cell} is below smallest_cell "
            f"{plan.disclosure.smallest_cell}. Make it at least as large.",
        )
    yield from _change_flaws(plan, known, outcomes)
    if columns is not None:
        yield from _choice_flaws("dose", plan.dose, columns, _says_how_much, "a number with role context")
        yield from _choice_flaws("compare", plan.compare, columns, _tells_groups, "a code column of context")


def _change_flaws(plan: Plan, known: Known, outcomes: Mapping[str, str | None] | None) -> Iterator[Flaw]:
    """Give the flaws of the changes of the plan: decided before it was fixed, or of something that is not declared."""
    for place, change in enumerate(plan.changes):
        path = ("changes", place)
        if change.on < plan.fixed_on:
            yield Flaw(
                (*path, "on"),
                f"{change.on} is before the plan was fixed on {plan.fixed_on}. What was changed before is no change.",
            )
        kind, _, name = change.part.partition(".")
        if change.part not in PARTS and not (kind in PARTS_OF_MANY and name):
            parts = [*PARTS, *(f"{one}.{named}" for one, named in PARTS_OF_MANY.items())]
            hint = "" if kind in PARTS_OF_MANY else did_you_mean(kind, [*PARTS, *PARTS_OF_MANY])
            yield Flaw(
                (*path, "part"),
                f"'{change.part}' is no part of a plan. Expected one of: {', '.join(parts)}.{hint}",
            )
        elif kind == "primary":
            yield from absent("domain", name, known.domains, (*path, "part"))
        elif kind == "outcome":
            yield from absent("indicator", name, outcomes, (*path, "part"))
        elif kind == "removed" and name in (outcomes or {}):
            yield Flaw(
                (*path, "part"),
                f"indicator '{name}' is declared still. Write outcome.{name} if it was changed.",
            )


def _choice_flaws(
    key: str, chosen: Sequence[str], columns: Columns, fits: Callable[[Column], bool], wanted: str
) -> Iterator[Flaw]:
    """Give the flaws of a list of columns of any table: undeclared, of another kind, or listed twice."""
    fitting = [name for name, sound in columns.items() if any(fits(column) for column in sound)]
    listed = f"Expected one of: {', '.join(fitting)}." if fitting else "There is none."
    for place, name in enumerate(chosen):
        if name in chosen[:place]:
            yield Flaw((key, place), f"column '{name}' is listed twice. Remove one.")
        elif name not in columns:
            hint = did_you_mean(name, fitting)
            yield Flaw((key, place), f"column '{name}' is not declared. {listed}{hint}")
        elif columns[name] and name not in fitting:
            yield Flaw((key, place), f"column '{name}' is not {wanted}. {listed}")


def _says_how_much(column: Column) -> bool:
    return column.type in {"integer", "number"} and column.role == "context"


def _tells_groups(column: Column) -> bool:
    # A code column without codes is told of at the column itself.
    groups = column.codes is None or (isinstance(column.codes, dict) and len(column.codes) > 1)
    return groups and column.type == "code" and column.role in {"context", "quasi_identifier"}


def instrument_flaws(instruments: Mapping[str, Instrument]) -> Iterator[Flaw]:
    """Give the flaws of instruments.yaml: ranges the right way round, limits on the scale."""
    for name, item in instruments.items():
        if item.min >= item.max:
            yield Flaw(
                ("instruments", name, "min"),
                f"min {item.min} is not below max {item.max}. Correct one of them.",
            )
        if item.age_min is not None and item.age_max is not None and item.age_min > item.age_max:
            yield Flaw(
                ("instruments", name, "age_min"), f"age_min {item.age_min} is above age_max {item.age_max}."
            )
        for flaw in side_flaws(item.clinical, item.norm, item.better):
            yield flaw._replace(path=("instruments", name, *flaw.path))
        for place, cutoff in enumerate(item.cutoffs):
            if not item.min <= cutoff.value <= item.max:
                path = ("instruments", name, "cutoffs", place)
                yield Flaw(path, f"the limit {cutoff.value} is outside {item.min} to {item.max}. Correct it.")


def repeated_outcomes(tables: Sequence[Table]) -> Iterator[tuple[Table, Flaw]]:
    """Give outcomes whose name stands in an earlier table too; an indicator is asked for by name alone."""
    first: dict[str, str] = {}
    for table in tables:
        for name in table.measures:
            if first.setdefault(name, table.table) != table.table or name in table.columns:
                where = first[name]
                yield (
                    table,
                    Flaw(("measures", name), f"'{name}' is also declared in table '{where}'. Rename one."),
                )
        for name, column in table.columns.items():
            if column.role != "outcome":
                continue
            if first.setdefault(name, table.table) != table.table:
                message = f"outcome '{name}' is also declared in table '{first[name]}'. Rename one of them."
                yield table, Flaw(("columns", name), message)


def _inside(path: str) -> bool:
    parts = PurePosixPath(path.replace("\\", "/"))
    return not (parts.is_absolute() or ".." in parts.parts or re.match(r"[A-Za-z]:|~", path)) and bool(
        path.strip()
    )
