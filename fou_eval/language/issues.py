"""Phrases for faults in a data file: what is wrong, what was expected, the remedy. Swedish, then English."""

from fou_eval.language.issue_cells import CELL_ISSUES
from fou_eval.language.issue_files import FILE_ISSUES
from fou_eval.language.issue_persons import PERSON_ISSUES
from fou_eval.language.issue_rows import ROW_ISSUES
from fou_eval.language.issue_sheets import SHEET_ISSUES

VIEW: dict[str, tuple[str, str]] = {
    "issue.severity.stop": (
        "stopp",
        "stop",
    ),
    "issue.severity.error": (
        "fel",
        "error",
    ),
    "issue.severity.warning": (
        "varning",
        "warning",
    ),
    "issue.severity.info": (
        "info",
        "info",
    ),
    "issue.row": (
        "rad {row}",
        "row {row}",
    ),
}

ISSUES: dict[str, tuple[str, str]] = {
    **FILE_ISSUES,
    **SHEET_ISSUES,
    **CELL_ISSUES,
    **ROW_ISSUES,
    **PERSON_ISSUES,
    **VIEW,
}
