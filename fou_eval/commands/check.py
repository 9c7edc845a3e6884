"""`fou-eval check`: every fault of a data file, at its address."""

import json
import sys
from pathlib import Path

from rich.console import Console
from rich.table import Table
from rich.text import Text

from fou_eval.declaration import Language, read_declaration
from fou_eval.entry import marked
from fou_eval.errors import DataError
from fou_eval.intake import check
from fou_eval.intake.survey import Survey, survey
from fou_eval.language import phrase

STYLES = {"stop": "bold red", "error": "red", "warning": "yellow", "info": "dim"}


def run(file: Path, study: Path, *, as_json: bool, mark: bool) -> int:
    """Check a data file against a study, write the answer, and give the exit status."""
    declaration = read_declaration(study)
    found = survey(file, declaration)
    answer = check.as_json(found)
    if as_json:
        sys.stdout.write(json.dumps(answer, ensure_ascii=False, indent=1) + "\n")
    else:
        _show(found, answer, declaration.codebook.language)
    if mark:
        sys.stderr.write(marked.mark(found, file, declaration.codebook) + "\n")
    return DataError.exit_code if answer["outcome"] in {"stop", "error"} else 0


def _show(found: Survey, answer: dict[str, object], language: Language) -> None:
    console = Console(highlight=False, width=None if sys.stdout.isatty() else 160)
    if found.issues:
        console.print(_table(found, language))
    values = {"issues": len(found.issues), "rows": answer["rows"] if answer["rows"] is not None else "–"}
    console.print(Text(phrase(f"check.{answer['outcome']}", language, values)))


def _table(found: Survey, language: Language) -> Table:
    table = Table(show_lines=False, pad_edge=False)
    for column in ("severity", "address", "column", "message"):
        table.add_column(phrase(f"check.{column}", language), overflow="fold")
    for issue, line in zip(found.issues, check.check_lines(found.issues, language), strict=True):
        style = STYLES[issue.severity]
        table.add_row(
            Text(line.severity, style=style), Text(line.address), Text(line.column), Text(line.message)
        )
    return table
