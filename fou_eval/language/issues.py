"""Phrases for faults in a data file: what is wrong, what was expected, the remedy. Swedish, then English."""

from fou_eval.language.issue_cells import CELL_ISSUES
from fou_eval.language.issue_files import FILE_ISSUES
from fou_eval.language.issue_persons import PERSON_ISSUES
from fou_eval.language.issue_rows import ROW_ISSUES
from fou_eval.language.issue_sheets import SHEET_ISSUES
from fou_eval.language.issue_statistical import STATISTICAL_ISSUES

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
    "issue.more": (
        (
            "Och {count} till av samma slag, på rad {first}–{last}. De räknas inte upp här: rätta det som är "
            "gemensamt för dem och kontrollera filen igen."
        ),
        (
            "And {count} more of the same kind, on rows {first}–{last}. They are not listed here: correct what they "
            "have in common and check the file again."
        ),
    ),
    "issue.more.anywhere": (
        (
            "Och {count} till av samma slag. De räknas inte upp här: rätta det som är gemensamt för dem och "
            "kontrollera filen igen."
        ),
        (
            "And {count} more of the same kind. They are not listed here: correct what they have in common and "
            "check the file again."
        ),
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
    **STATISTICAL_ISSUES,
    **VIEW,
}
