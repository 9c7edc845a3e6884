"""The answer of `fou-eval check`, as JSON for programs and as lines; it needs no table library, so it starts fast."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from fou_eval.declaration.reading import Declaration
from fou_eval.declaration.text import Language
from fou_eval.intake.issue import Issue, Severity, in_order, outcome
from fou_eval.intake.rows.future import future_dates
from fou_eval.intake.sheets.grid import Grid
from fou_eval.intake.survey import Survey, Watch, survey, unwatched
from fou_eval.language import phrase


class Line(NamedTuple):
    """One issue as people read it; every part is text, empty where it does not apply."""

    severity: str
    address: str
    column: str
    message: str


def survey_on(path: Path, declaration: Declaration, today: date, watch: Watch = unwatched) -> Survey:
    """Survey a data file and warn of measurements dated after today, as far as the codebook states no last day.

    Parameters
    ----------
    path
        The file or folder.
    declaration
        The study.
    today
        The day of the check.
    watch
        Is told of every stage as it begins.

    Raises
    ------
    DataError
        If there is nothing at the path.
    """
    found = survey(path, declaration, watch)
    later = future_dates(found.grids.values(), today, declaration.codebook.language)
    return replace(found, issues=in_order([*found.issues, *later]))


def check_json(path: Path, declaration: Declaration) -> dict[str, Any]:
    """Check a data file and give the answer as it is written to standard output.

    Returns
    -------
    dict
        Keys `outcome`, `table`, `rows` and `issues`; every key of an issue is always there. Nothing in it holds
        an id, a free text, a name, an identity number or the content of an undeclared column.
    """
    return as_json(survey(path, declaration))


def as_json(found: Survey) -> dict[str, Any]:
    """Give the answer for what has been surveyed."""
    main = main_grid(found)
    return {
        "outcome": outcome(found.issues),
        "table": main.table.table if main else None,
        "rows": len(main.rows) if main and found.readable else None,
        "issues": [_as_dict(issue) for issue in found.issues],
    }


def main_grid(found: Survey) -> Grid | None:
    """Give the table that a file was read as: of several, the one of which it has most columns."""
    return max(found.grids.values(), key=lambda grid: len(grid.located.columns), default=None)


def severity_counts(issues: Iterable[Issue]) -> Counter[Severity]:
    """Count issues by severity, those included that a long list only sums up."""
    found: Counter[Severity] = Counter()
    for issue in issues:
        found[issue.severity] += issue.stands_for
    return found


def check_lines(issues: Iterable[Issue], language: Language) -> list[Line]:
    """Give issues as lines: how grave, where, which column, and what to do."""
    return [
        Line(
            phrase(f"issue.severity.{issue.severity}", language),
            _address(issue, language),
            issue.column or "",
            issue.message,
        )
        for issue in issues
    ]


def _as_dict(issue: Issue) -> dict[str, Any]:
    return {
        "severity": issue.severity,
        "rule": issue.rule,
        "sheet": issue.sheet,
        "cell": issue.cell,
        "row": issue.row,
        "column": issue.column,
        "message": issue.message,
    }


def _address(issue: Issue, language: Language) -> str:
    where = issue.cell or (phrase("issue.row", language, {"row": issue.row}) if issue.row is not None else "")
    parts = [part for part in (issue.sheet, where) if part]
    return " ".join(parts)
