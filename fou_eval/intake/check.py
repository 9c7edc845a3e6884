"""The answer of `fou-eval check`: as JSON for programs, as lines for people."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any, NamedTuple

import pandas as pd

from fou_eval.declaration.reading import Declaration, read_declaration
from fou_eval.declaration.text import Language
from fou_eval.intake.issue import Issue, outcome
from fou_eval.intake.survey import Survey, survey
from fou_eval.language import phrase


class Line(NamedTuple):
    """One issue as people read it; every part is text, empty where it does not apply."""

    severity: str
    address: str
    column: str
    message: str


def check(path: Path | str, folder: Path | str) -> pd.DataFrame:
    """List every fault of a data file against the declarations of a study, one row each.

    Parameters
    ----------
    path
        Workbook, csv file, or folder of files named by table.
    folder
        Folder of the study.

    Returns
    -------
    pandas.DataFrame
        Columns severity, address, column and message, in the language of the study; empty when there is nothing
        to say. No value from an id or free-text column stands in it.
    """
    declaration = read_declaration(Path(folder))
    found = survey(Path(path), declaration)
    return pd.DataFrame(check_lines(found.issues, declaration.codebook.language), columns=list(Line._fields))


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
    main = next(iter(found.grids.values()), None)
    return {
        "outcome": outcome(found.issues),
        "table": main.table.table if main else None,
        "rows": len(main.rows) if main and found.readable else None,
        "issues": [_as_dict(issue) for issue in found.issues],
    }


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
