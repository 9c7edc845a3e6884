"""Ids that differ only in case, blanks, hyphens, zeros or look-alike letters, in one table or in several."""

import re
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from fou_eval.declaration.codebook import Role
from fou_eval.intake.cells.plain import as_text
from fou_eval.intake.issue import Findings
from fou_eval.intake.sheets.grid import Grid
from fou_eval.intake.spelling import tidy

_IDS: tuple[Role, ...] = ("family_id", "person_id")
_ALIKE = str.maketrans({"o": "0", "i": "1", "l": "1", "|": "1"})
_OTHER_ALPHABETS = str.maketrans(
    "\u0430\u0432\u0435\u043a\u043c\u043d\u043e\u0440\u0441\u0442\u0443\u0445\u0456\u03b1\u03bf\u03c1\u03bd\u03b9",
    "abekmhopctyxiaopvi",
)
"""Letters of the Cyrillic and Greek alphabets that look like Latin ones."""


class _At(NamedTuple):
    """A cell with an id."""

    grid: Grid
    column: str
    position: int


def bare_id(text: str) -> str:
    """Give the form that look-alike ids share.

    Examples
    --------
    >>> bare_id("P0O1") == bare_id("p001") == bare_id("P1") == bare_id("p 1") == bare_id("P‑001")
    True
    """
    plain = re.sub(r"[\W_]", "", tidy(text).casefold()).translate(_OTHER_ALPHABETS)
    letters = re.match(r"[^\d]?", plain)
    head = letters.group() if letters else ""
    rest = plain[len(head) :].translate(_ALIKE)
    return head + re.sub(r"(?<!\d)0+(?=\d)", "", rest)


def judge_ids(grids: Iterable[Grid], findings: Findings) -> None:
    """Point at every spelling of an id that looks like a more usual one, in each table that has it."""
    found = tuple(grids)
    for role in _IDS:
        spellings: dict[str, dict[str, list[_At]]] = {}
        for grid in found:
            for name in (name for name, column in grid.table.columns.items() if column.role == role):
                _gather(grid, name, spellings)
        for group in (group for group in spellings.values() if len(group) > 1):
            usual = max(group, key=lambda text: (_is_right(group[text][0]), len(group[text])))
            for text in (text for text in group if text != usual):
                _tell(group[text], group[usual], findings)


def _gather(grid: Grid, name: str, spellings: dict[str, dict[str, list[_At]]]) -> None:
    bare: dict[str, str] = {}
    for index in range(len(grid.rows)) if name in grid.readings else ():
        cell = grid.raw(index, name)
        text = as_text(cell.value).strip() if cell and cell.value is not None else ""
        if text and not grid.readings[name][index].reason:
            same = bare.get(text) or bare.setdefault(text, bare_id(text))
            spellings.setdefault(same, {}).setdefault(text, []).append(_At(grid, name, index))


def _tell(odd: list[_At], usual: list[_At], findings: Findings) -> None:
    """Point at the first odd cell of every table, and name a row of the usual spelling, if possible in that table."""
    first: Mapping[str, _At] = {at.grid.table.table: at for at in reversed(odd)}
    for at in first.values():
        own = next((other for other in usual if other.grid is at.grid), None)
        other = own or usual[0]
        places = {"row": other.grid.rows[other.position], "table": other.grid.table.table}
        place = at.grid.place(at.position, at.column)
        findings.add("warning", "similar_ids", place, variant="" if own else "table", places=places)


def _is_right(at: _At) -> bool:
    return at.grid.readings[at.column][at.position].fault is None
