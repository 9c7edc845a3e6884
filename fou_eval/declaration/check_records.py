"""Check tables that record something, the measures made of them, and what is said of the project."""

from collections.abc import Iterator, Mapping, Sequence

from fou_eval.declaration.codebook import Column, Table
from fou_eval.declaration.codes import CodeKey
from fou_eval.declaration.faults import Flaw
from fou_eval.declaration.known import absent
from fou_eval.declaration.measures import Measure
from fou_eval.declaration.project import PARTS, ClaimsFile, Project
from fou_eval.declaration.records import RECORDED
from fou_eval.declaration.study_file import StudyFile

_SPELLS = {"days", "spells"}


def record_flaws(tables: Sequence[Table], study: StudyFile) -> Iterator[tuple[Table, Flaw]]:
    """Give the flaws of what tables record, and of the measures made of them."""
    recorded: dict[str, str] = {}
    names = {table.table for table in tables}
    for table in tables:
        if table.records is not None:
            first = recorded.setdefault(table.records, table.table)
            if first != table.table:
                message = f"table '{first}' records {table.records} already. Only one table may."
                yield table, Flaw(("records",), message)
            yield from ((table, flaw) for flaw in _field_flaws(table, table.records))
        if table.measures and f"{table.table}_measured" in names:
            message = f"the measures of '{table.table}' need the name '{table.table}_measured'. Rename the other table."
            yield table, Flaw(("measures",), message)
        if len({measure.window for measure in table.measures.values()}) > 1:
            message = "the measures of one table have the same window, or none has one. Make them equal."
            yield table, Flaw(("measures",), message)
        for name, measure in table.measures.items():
            for flaw in _measure_flaws(table, measure, study, recorded_families=_entry(tables)):
                yield table, flaw._replace(path=("measures", name, *flaw.path))


def _entry(tables: Sequence[Table]) -> bool:
    return any(table.records == "families" and "entry_month" in table.columns for table in tables)


def _field_flaws(table: Table, subject: str) -> Iterator[Flaw]:
    recorded = RECORDED[subject]
    for name, wanted in recorded.fields.items():
        column = table.columns.get(name)
        if column is None:
            if wanted.needed:
                yield Flaw(
                    ("records",),
                    f"a table that records {subject} needs a column named '{name}'. Add it, or rename the column that "
                    "holds it; headers in files are aliases.",
                )
        elif column.type not in wanted.types:
            types = " or ".join(sorted(wanted.types))
            yield Flaw(
                ("columns", name, "type"),
                f"column '{name}' of a table that records {subject} needs type {types}, and this is type "
                f"{column.type}.",
            )
    if not recorded.of_families:
        yield from _nobody_flaws(table, subject)


def _nobody_flaws(table: Table, subject: str) -> Iterator[Flaw]:
    """Refuse ids and free text where rows are printed as they are."""
    for name, column in table.columns.items():
        if column.role in {"family_id", "person_id", "outcome", "wave"}:
            yield Flaw(
                ("columns", name, "role"),
                f"rows that record {subject} are printed as they are and belong to no family, so no column has role "
                f"{column.role}. Remove the column.",
            )
        elif column.type == "text" and column.pattern is None and column.role != "free_text":
            yield Flaw(
                ("columns", name, "type"),
                f"rows that record {subject} are printed as they are, so a text needs a pattern. Add one, or use type "
                "code.",
            )


def _measure_flaws(
    table: Table, measure: Measure, study: StudyFile, *, recorded_families: bool
) -> Iterator[Flaw]:
    yield from absent("domain", measure.domain, (*study.domains, *study.topics), ("domain",))
    yield from _when_flaws(measure.when, table.columns)
    by_wave = "wave" in {table.columns[name].role for name in table.key if name in table.columns}
    if measure.take in _SPELLS and measure.window is None:
        yield Flaw(
            (), f"{measure.take} are counted in a window that ends at a wave. Add window: 12, in months."
        )
    if measure.window is not None:
        yield from _window_flaws(table, measure, study, recorded_families=recorded_families)
    elif not by_wave and measure.take not in _SPELLS:
        yield Flaw((), "rows without waves are counted in a window. Add window: 12, in months.")
    if measure.window is not None and measure.take != "any" and measure.per is None:
        yield Flaw((), "a window needs a name. Add per: {sv: tolv månader, en: twelve months}.")
    if (measure.take == "sum") != (measure.column is not None):
        yield Flaw((), "column is for take: sum, which needs one. Add or remove it.")
    elif measure.column is not None:
        yield from absent("column", measure.column, tuple(table.columns), ("column",))
        summed = table.columns.get(measure.column)
        if summed is not None and summed.type != "integer":
            yield Flaw(("column",), f"column '{measure.column}' is not of type integer. Sum another one.")


def _window_flaws(
    table: Table, measure: Measure, study: StudyFile, *, recorded_families: bool
) -> Iterator[Flaw]:
    if "start" not in table.columns:
        yield Flaw(
            ("window",), "a window needs rows with a column named 'start'. Remove window, or add the column."
        )
    if measure.take == "days" and "end" not in table.columns:
        yield Flaw(("take",), "days are counted from 'start' to 'end'. Add the column 'end', or take spells.")
    if measure.take == "sum":
        yield Flaw(
            ("take",),
            "the sum of a column is taken at a wave, without window. Take days, spells, rows or any.",
        )
    if not recorded_families:
        yield Flaw(
            ("window",),
            "a window begins at the family's entry. Declare a table with records: families and a column 'entry_month'.",
        )
    if study.data_until is None:
        yield Flaw(("window",), "a window must end before the data do. Add data_until: to study.yaml, a day.")
    if table.complete_from is None:
        yield Flaw(
            ("window",),
            "no row means none only where the table holds all that happened. Add complete_from: to the table, a day.",
        )


def _when_flaws(when: Mapping[str, tuple[CodeKey, ...]], columns: Mapping[str, Column]) -> Iterator[Flaw]:
    for name, codes in when.items():
        yield from absent("column", name, tuple(columns), ("when", name))
        column = columns.get(name)
        known = (
            tuple(str(code) for code in column.codes) if column and isinstance(column.codes, dict) else None
        )
        for code in codes:
            yield from absent("code", str(code), known, ("when", name))


def project_flaws(project: Project, tables: Sequence[Table]) -> Iterator[Flaw]:
    """Give the flaws of what study.yaml says of the project."""
    for first, second in (("start", "end"), ("service_start", "end"), ("end", "extension_end")):
        one, other = getattr(project, first), getattr(project, second)
        if one is not None and other is not None and one > other:
            yield Flaw(("project", second), f"{second} {other} is before {first} {one}. Correct one of them.")
    target = project.target_families
    if target is not None and target.min > target.max:
        yield Flaw(
            ("project", "target_families"), f"min {target.min} is above max {target.max}. Exchange them."
        )
    hours = project.time_with_families
    if hours is not None:
        if hours.value > 1:
            yield Flaw(("project", "time_with_families", "value"), "expected a part of all hours, at most 1.")
        for place, code in enumerate(hours.activities):
            path = ("project", "time_with_families", "activities", place)
            yield from absent("activity", code, _codes(tables, "ombud_time", "activity"), path)
    yield from _exit_flaws(project, tables)
    yield from _economy_flaws(project, tables)


def _exit_flaws(project: Project, tables: Sequence[Table]) -> Iterator[Flaw]:
    if project.exits is None:
        return
    columns = {name: column for table in tables for name, column in table.columns.items()}
    ladders = {name: column for name, column in columns.items() if column.steps}
    path = ("project", "exits")
    yield from absent("ladder", project.exits.indicator, tuple(ladders), (*path, "indicator"))
    if project.exits.indicator in ladders:
        groups = tuple(ladders[project.exits.indicator].groups)
        yield from absent("group", project.exits.group, groups, (*path, "group"))


def _economy_flaws(project: Project, tables: Sequence[Table]) -> Iterator[Flaw]:
    economy = project.economy
    if economy is None:
        return
    path = ("project", "economy")
    yield from absent("item", economy.total, _codes(tables, "costs", "item"), (*path, "total"))
    yield from absent("item", economy.price, _codes(tables, "unit_prices", "item"), (*path, "price"))
    days = [name for table in tables for name, one in table.measures.items() if one.take == "days"]
    yield from absent("measure of days", economy.priced, days, (*path, "priced"))
    for place, share in enumerate(economy.shares):
        if not 0 <= share <= 1:
            yield Flaw((*path, "shares", place), f"a share lies between 0 and 1, found {share}.")


def _codes(tables: Sequence[Table], subject: str, name: str) -> tuple[str, ...]:
    columns = (table.columns.get(name) for table in tables if table.records == subject)
    return tuple(
        str(code) for column in columns if column and isinstance(column.codes, dict) for code in column.codes
    )


def claim_flaws(file: ClaimsFile, tables: Sequence[Table]) -> Iterator[Flaw]:
    """Give the flaws of claims.yaml: sources and answers that are not declared."""
    outcomes = {
        name for table in tables for name, column in table.columns.items() if column.role == "outcome"
    }
    measured = {name for table in tables for name in table.measures}
    answers = (*PARTS, *sorted(outcomes | measured), *(table.table for table in tables))
    for code, claim in file.claims.items():
        for place, source in enumerate(claim.sources):
            yield from absent("source", source, tuple(file.sources), ("claims", code, "sources", place))
        for place, answer in enumerate(claim.answered):
            yield from absent("answer", answer, answers, ("claims", code, "answered", place))
