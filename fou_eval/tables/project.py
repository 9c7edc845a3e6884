"""Tables of the project itself: its months, the organisations by level, the decisions, what came late."""

from collections.abc import Iterable, Iterator, Mapping
from math import isfinite

from fou_eval.declaration.codebook import Table
from fou_eval.declaration.records import Subject
from fou_eval.declaration.text import Language
from fou_eval.disclosure.release import Release
from fou_eval.formatting import NOTHING, named_month, number
from fou_eval.language import phrase
from fou_eval.tables.cells import warning_notes
from fou_eval.tables.display import DisplayTable, Heading
from fou_eval.tables.recorded import code_label

Fact = Mapping[str, str | float | bool | None]
# The span, the month in which it begins, and the month in which it ends.
_SPANS = (
    ("planned", "start", "end"),
    ("service", "service_start", "end"),
    ("extension", "extension_start", "extension_end"),
    ("service_extended", "service_start", "extension_end"),
)


def fact_cell(table: Table, column: str, row: Fact, language: Language) -> str:
    """Write what a row of the project records in one column: a code by its label, a month in words."""
    value = row.get(column)
    declared = table.columns.get(column)
    if value is None or declared is None:
        return NOTHING
    if declared.type in {"month", "date"}:
        return named_month(str(value), language)
    if isinstance(value, float):
        return number(value, language, 0)
    return code_label(table, column, str(value), language) if declared.type == "code" else str(value)


def by_month(rows: Iterable[Fact], *columns: str) -> list[Fact]:
    """Put rows in the order of the first of some months that each has; rows without one come last."""
    return sorted(rows, key=lambda row: next((str(row[name]) for name in columns if row.get(name)), "9999"))


def project_months(release: Release, language: Language | None = None) -> DisplayTable | None:
    """Lay out the time of the project as planned and as it was, with its months; none where nothing is declared.

    Parameters
    ----------
    release
        What may be shown.
    language
        Language of the words; the study's own when not given.
    """
    language = release.language(language)
    declared, rows = release.codebook.project, []
    for part, start, end in _SPANS:
        found = release.find("project_months", category=part)
        if found is not None and isfinite(found.estimate.value):
            months = tuple(named_month(getattr(declared, name), language) for name in (start, end))
            label = phrase(f"project.months.{part}", language)
            rows.append((label, *months, number(found.estimate.value, language, 0)))
    if not rows:
        return None
    return DisplayTable(
        title=phrase("project.months", language),
        columns=(
            Heading(phrase("project.months.what", language), "left", 4),
            Heading(phrase("project.months.from", language), "left", 2),
            Heading(phrase("project.months.to", language), "left", 2),
            Heading(phrase("project.months.count", language)),
        ),
        rows=tuple(rows),
        notes=(*warning_notes(release, language), phrase("project.months.note", language)),
        language=language,
    )


def organisations(release: Release, language: Language | None = None) -> DisplayTable | None:
    """Lay out the organisations by their level, with how many there are; none where none is recorded."""
    language = release.language(language)
    table, facts = release.codebook.recording("organisations"), release.facts_of("organisations")
    if table is None or not facts:
        return None
    levels: dict[str, list[str]] = {}
    for row in facts:
        levels.setdefault(fact_cell(table, "level", row, language), []).append(
            fact_cell(table, "organisation", row, language)
        )
    return DisplayTable(
        title=phrase("project.organisations", language),
        columns=(
            Heading(table.columns["level"].label[language], "left", 1),
            Heading(phrase("recorded.number", language)),
            Heading(table.columns["organisation"].label[language], "left", 4),
        ),
        rows=tuple(
            (level, number(len(names), language, 0), ", ".join(names)) for level, names in levels.items()
        ),
        notes=warning_notes(release, language),
        language=language,
    )


def project_decisions(release: Release, language: Language | None = None) -> DisplayTable | None:
    """Lay out the decisions and steps in the order of their months; none where none is recorded."""
    language = release.language(language)
    table, facts = release.codebook.recording("decisions"), release.facts_of("decisions")
    if table is None or not facts:
        return None
    columns = [
        name
        for name in ("month", "decision", "body", "paragraph", "dnr", "deadline", "status")
        if name in table.columns
    ]
    heads = {
        "month": phrase("project.head.month", language),
        "deadline": phrase("project.head.due", language),
    }
    against = contradictions(facts)
    rows = [
        tuple(fact_cell(table, name, row, language) for name in columns)
        for row in by_month(facts, "month", "deadline")
    ]
    return DisplayTable(
        title=table.label[language],
        columns=tuple(
            Heading(
                heads.get(name, table.columns[name].label[language]), "left", 3 if name == "decision" else 2
            )
            for name in columns
        ),
        rows=tuple(together(rows, columns.index("body"))),
        notes=(*warning_notes(release, language), *_contradicting(against, language)),
        size="small",
        language=language,
    )


def together(rows: Iterable[tuple[str, ...]], place: int) -> Iterator[tuple[str, ...]]:
    """Put rows that differ in one cell only into one row that names each."""
    found: dict[tuple[str, ...], list[str]] = {}
    for row in rows:
        found.setdefault((*row[:place], *row[place + 1 :]), []).append(row[place])
    for rest, names in found.items():
        yield (*rest[:place], "; ".join(dict.fromkeys(names)), *rest[place:])


def contradictions(facts: Iterable[Fact]) -> int:
    """Count decisions that were due before the month in which they were made.

    A step that was to follow and was taken after its deadline is late; a decision says itself when it is to be done, so
    its own deadline cannot lie before it.

    Examples
    --------
    >>> contradictions([{"month": "2017-04", "deadline": "2017-03", "status": "decided"},
    ...                 {"month": "2018-01", "deadline": "2017-12", "status": "late"}])
    1
    """
    return sum(
        row.get("status") in {"decided", "planned"}
        and bool(row.get("month"))
        and bool(row.get("deadline"))
        and str(row["deadline"]) < str(row["month"])
        for row in facts
    )


def _contradicting(count: int, language: Language) -> list[str]:
    if not count:
        return []
    key = "project.contradicts_one" if count == 1 else "project.contradicts"
    return [phrase(key, language, {"n": number(count, language, 0)})]


def months_late(release: Release, subject: Subject, row: Fact) -> float | None:
    """Give how many months after its deadline a step was taken, or none where one of the months is missing."""
    parts = (str(row["decision"]), str(row["body"]))
    found = release.of_table("decision_delay", subject, *parts)
    return found[0].estimate.value if found else None
