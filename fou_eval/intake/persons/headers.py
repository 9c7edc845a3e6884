"""A header may be repeated only if it is one: where a line break was lost, ids and answers stand among the headers."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import chain

from fou_eval.intake.issue import Issue
from fou_eval.intake.raw import texts_of
from fou_eval.intake.sheets.headers import header_name
from fou_eval.intake.sheets.locate import Located

_TOKEN = re.compile(r"\w+")


def without_contents(issues: Sequence[Issue], homes: Iterable[Located]) -> list[Issue]:
    """Take the header out of issues at undeclared columns whose header has the form of an id, or stands as an answer.

    Parameters
    ----------
    issues
        What was found.
    homes
        The tables that were found.
    """
    own = {home.table.table: home for home in homes}
    columns = dict.fromkeys((issue.table, issue.column) for issue in issues if issue.column is not None)
    asked: dict[str, set[str]] = {}
    for table, column in columns:
        if table in own and column is not None and column not in own[table].table.columns:
            asked.setdefault(table, set()).add(column)
    hidden = {(table, column) for table, names in asked.items() for column in _contents(own[table], names)}
    return [replace(i, column=None) if (i.table, i.column) in hidden else i for i in issues]


def shown_headers(home: Located) -> dict[int, str]:
    """Give by column number the undeclared headers of a table that may be repeated."""
    declared = set(home.columns.values())
    named = {
        number: name
        for number, header in home.headers.items()
        if number not in declared and (name := header_name(header))
    }
    contents = _contents(home, named.values()) if named else set()
    return {number: name for number, name in named.items() if name not in contents}


def _contents(home: Located, headers: Iterable[str]) -> set[str]:
    """Give those headers that are rather the content of a cell."""
    below = (cells.values() for row, cells in home.sheet.rows.items() if row > home.header_row)
    answers = {" ".join(text.split()) for text in texts_of(chain.from_iterable(below))}
    patterns = [
        column.pattern
        for column in home.table.columns.values()
        if column.pattern and column.role in ("family_id", "person_id")
    ]
    if any(_has_id(header, patterns) for header in home.headers.values()):
        return set(headers)  # a row of data has run into the headers
    return {header for header in headers if header in answers}


def _has_id(header: str, patterns: Sequence[str]) -> bool:
    tokens = [token for token in _TOKEN.findall(header) if any(sign.isdigit() for sign in token)]
    return any(re.fullmatch(pattern, token, re.IGNORECASE) for pattern in patterns for token in tokens)
