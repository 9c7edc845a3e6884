"""The answer of `fou-eval check` for people: issues by sheet and kind, how exposed the families are, a summary.

Everything is words; colour only repeats what a word says, so that nothing is lost on paper, in a file or to the ear.
"""

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from fou_eval.declaration import Declaration, Language
from fou_eval.declaration.codebook import Role
from fou_eval.intake.answer import main_grid, severity_counts
from fou_eval.intake.issue import Issue, Outcome, Severity, outcome
from fou_eval.intake.persons.exposed import exposure_of
from fou_eval.intake.persons.exposure import Exposure
from fou_eval.intake.persons.finding import PERSON_RULES
from fou_eval.intake.persons.traits import BAND
from fou_eval.intake.raw import runs
from fou_eval.intake.survey import Survey
from fou_eval.language import phrase

STYLES: dict[Severity, str] = {"stop": "bold red", "error": "red", "warning": "yellow", "info": "dim"}
MOST_SHOWN = 60
"""Rows of the table of issues; what is beyond is counted."""
MOST_MESSAGES = 5
"""Different messages of one rule in one column; what is beyond is counted."""
WIDEST_PLACE = 28
"""Characters of the column of addresses."""
MOST_PLACES = 6
"""Addresses and ranges named for one message; what is beyond is counted."""

_CELL = re.compile(r"([A-Z]+)([0-9]+)")
_COUNTED: dict[str, Role] = {"persons": "person_id", "families": "family_id"}
_STEPS = {
    "convert": {"wide_format", "foreign_export"},
    "pseudonymise": {"identifying_id"},
    "template": {"no_header_row"},
    "codebook": {"unknown_code", "unknown_column", "unknown_missing_code"},
}
"""Commands that help with what was found, and the rules that tell of it."""
_FIRST = {"convert", "pseudonymise"}
"""Commands that make another file, so that it is no use to correct this one before."""


@dataclass(frozen=True, slots=True)
class Line:
    """Issues that say the same of one column: where they stand, and how many they are."""

    severity: Severity
    column: str
    message: str
    issues: tuple[Issue, ...]


def render(found: Survey, declaration: Declaration, done: Collection[str] = ()) -> Group:
    """Give everything that is shown of a checked file; what has been done already is not advised again."""
    language = declaration.codebook.language
    parts: list[RenderableType] = [*_sections(found, language)]
    result = outcome(found.issues)
    if result != "stop":
        smallest = declaration.plan.disclosure.smallest_cell
        exposure = exposure_of(found.grids.values(), declaration.codebook.waves, smallest)
        if exposure is not None and exposure.is_worth_telling:
            parts += [*_exposed(exposure, _labels(declaration, language), smallest, language)]
    parts += [Text(line) for line in _summary(found, result, language)]
    steps = [step for step in _next_steps(found, result) if step not in done]
    for place, step in enumerate(steps):
        said = {"step": phrase(f"check.next.{step}", language)}
        parts.append(Text(phrase("check.next" if place == 0 else "check.next.also", language, said)))
    return Group(*parts)


def listed(found: Survey, language: Language) -> Group:
    """Give the issues of a file by sheet and kind, without what else `check` says."""
    return Group(*_sections(found, language))


def _sections(found: Survey, language: Language) -> Iterator[RenderableType]:
    """Give a heading and a table for every sheet, the one with the gravest issue first."""
    homes: dict[tuple[str | None, str | None], list[Issue]] = {}
    for issue in found.issues:
        table = issue.table if issue.table in found.grids else None
        homes.setdefault((table, issue.sheet), []).append(issue)
    left = MOST_SHOWN
    for home, own in homes.items():
        heading = " · ".join(dict.fromkeys(name for name in home if name)) or phrase(
            "check.whole_file", language
        )
        yield Text(heading, style="bold")
        lines = list(_lines(own, language))
        if lines[:left]:
            yield Padding(_table(lines[:left], language), (0, 0, 1, 0))
        if len(lines) > left:
            count = sum(issue.stands_for for line in lines[left:] for issue in line.issues)
            yield Text(phrase("check.more_lines", language, {"count": count}) + "\n")
        left = max(left - len(lines), 0)


def _lines(issues: Iterable[Issue], language: Language) -> Iterator[Line]:
    """Gather issues of one severity, rule and column that say the same, the gravest first."""
    kinds: dict[tuple[Severity, str, str], dict[str, list[Issue]]] = {}
    for issue in issues:
        kind = (issue.severity, issue.rule, issue.column or "")
        kinds.setdefault(kind, {}).setdefault(issue.message, []).append(issue)
    for (severity, _, column), messages in kinds.items():
        shown = list(messages.items())
        for message, own in shown[:MOST_MESSAGES]:
            yield Line(severity, column, message, tuple(own))
        rest = tuple(issue for _, own in shown[MOST_MESSAGES:] for issue in own)
        if rest:
            count = sum(issue.stands_for for issue in rest)
            yield Line(severity, column, phrase("check.more_alike", language, {"count": count}), rest)


def _table(lines: Iterable[Line], language: Language) -> Table:
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), show_header=False)
    table.add_column(no_wrap=True)
    table.add_column(overflow="fold", max_width=WIDEST_PLACE)
    table.add_column(overflow="fold", ratio=1)
    for line in lines:
        severity = Text(phrase(f"issue.severity.{line.severity}", language), style=STYLES[line.severity])
        table.add_row(severity, Text(_where(line, language)), Text(line.message))
    return table


def _where(line: Line, language: Language) -> str:
    """Give addresses and column of a line, on one line if they fit there."""
    parts = [part for part in (places(line.issues, language), line.column) if part]
    beside = "  ".join(parts)
    return beside if len(beside) <= WIDEST_PLACE else "\n".join(parts)


def places(issues: Iterable[Issue], language: Language) -> str:
    """Give the addresses of issues, neighbours in a column as a range: F6, F9:F12."""
    cells: dict[str, list[int]] = {}
    rows: list[int] = []
    named: list[str] = []
    for issue in issues:
        match = _CELL.fullmatch(issue.cell or "")
        if match is not None:
            cells.setdefault(match[1], []).append(int(match[2]))
        elif issue.cell is not None:
            named.append(issue.cell)
        elif issue.row is not None:
            rows.append(issue.row)
    for column, numbers in cells.items():
        named += [_range(column, first, last) for first, last in runs(numbers)]
    if rows:
        listed = [f"{first}–{last}" if first != last else f"{first}" for first, last in runs(rows)]
        named += [phrase("issue.row", language, {"row": listed[0]}), *listed[1:]]
    more = len(named) - MOST_PLACES
    rest = f" {phrase('check.more_places', language, {'count': more})}" if more > 0 else ""
    return ", ".join(named[:MOST_PLACES]) + rest


def _range(column: str, first: int, last: int) -> str:
    return f"{column}{first}:{column}{last}" if first != last else f"{column}{first}"


def _exposed(
    found: Exposure, labels: dict[str, str], smallest: int, language: Language
) -> Iterator[RenderableType]:
    """Give a small table of what stands out as more becomes known, without the heaviest column, and in bands."""
    yield Text(phrase("exposure.title", language, {"families": found.families}), style="bold")
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="")
    table.add_column(phrase("exposure.known", language), overflow="fold")
    table.add_column(phrase("exposure.alone", language), justify="right")
    table.add_column(phrase("exposure.few", language, {"smallest": smallest}), justify="right")
    for step in found.together:
        added = labels[step.traits[-1]] if step.traits else ""
        known = phrase("exposure.added" if added else "exposure.size", language, {"column": added})
        table.add_row(Text(known), str(step.alone), str(step.few))
    heaviest = found.heaviest
    if heaviest is not None:
        left = found.without[found.all.traits.index(heaviest)]
        known = phrase("exposure.left_out", language, {"column": labels[heaviest]})
        table.add_row(Text(known), str(left.alone), str(left.few))
    if found.in_bands is not None:
        known = phrase("exposure.banded", language, {"years": BAND})
        table.add_row(Text(known), str(found.in_bands.alone), str(found.in_bands.few))
    yield table
    if found.told:
        yield Text(phrase("exposure.told", language, {"told": found.told}))
    yield Text(phrase("exposure.kept", language) + "\n")


def _labels(declaration: Declaration, language: Language) -> dict[str, str]:
    tables = declaration.codebook.tables.values()
    return {name: column.label[language] for table in tables for name, column in table.columns.items()}


def _summary(found: Survey, result: Outcome, language: Language) -> Iterator[str]:
    """Give the outcome in a sentence, what was read, and how much was found."""
    main = main_grid(found)
    yield phrase(f"check.{result}", language)
    if result != "stop" and main is not None:
        units = {name: _different(found, role) for name, role in _COUNTED.items()}
        yield phrase("check.read", language, {"rows": len(main.rows), **units})
    counts = severity_counts(found.issues)
    named = (f"{phrase(f'issue.severity.{grade}', language)} {counts[grade]}" for grade in STYLES)
    line = " · ".join(named)
    yield line[:1].upper() + line[1:]


def _different(found: Survey, role: Role) -> int:
    columns = ((grid, grid.table.with_role(role)) for grid in found.grids.values())
    return len({text for grid, name in columns for text in grid.written(name)} - {None})


def _next_steps(found: Survey, result: Outcome) -> Iterator[str]:
    """Name the commands that help with what was found."""
    issues = found.issues
    grave = {issue.rule for issue in issues if issue.severity in ("stop", "error")}
    if result == "ok":
        yield "report"
        return
    if any(_is_in_id(issue, found) for issue in issues if issue.severity == "stop"):
        grave.add("identifying_id")
    helpful = [command for command, rules in _STEPS.items() if rules & grave]
    yield from (command for command in helpful if command in _FIRST)
    if any(issue.cell is not None for issue in issues if issue.severity != "info"):
        yield "mark"
    yield from (command for command in helpful if command not in _FIRST)
    if result == "warning":
        yield "report"


def _is_in_id(issue: Issue, found: Survey) -> bool:
    """Say whether somebody is pointed out by an id, whatever it is that the id holds."""
    grid = found.grids.get(issue.table or "")
    column = grid.table.columns.get(issue.column or "") if grid else None
    return issue.rule in PERSON_RULES and column is not None and column.role in ("family_id", "person_id")
