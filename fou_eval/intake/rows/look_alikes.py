"""Ids that differ only in case, blanks, zeros or look-alike letters."""

import re

from fou_eval.intake.cells.plain import as_text
from fou_eval.intake.issue import Findings
from fou_eval.intake.sheets.grid import Grid
from fou_eval.intake.spelling import tidy

_ALIKE = str.maketrans({"o": "0", "i": "1", "l": "1", "|": "1"})


def bare_id(text: str) -> str:
    """Give the form that look-alike ids share.

    Examples
    --------
    >>> bare_id("P0O1") == bare_id("p001") == bare_id("P1") == bare_id("p 1")
    True
    """
    plain = re.sub(r"[\s_.-]", "", tidy(text).casefold())
    letters = re.match(r"[^\d]?", plain)
    head = letters.group() if letters else ""
    rest = plain[len(head) :].translate(_ALIKE)
    return head + re.sub(r"(?<!\d)0+(?=\d)", "", rest)


def judge_ids(grid: Grid, findings: Findings) -> None:
    """Point at every id that looks like a more usual one of the same column."""
    for name, column in grid.table.columns.items():
        if column.role not in ("family_id", "person_id") or name not in grid.readings:
            continue
        spellings: dict[str, dict[str, list[int]]] = {}
        for index in range(len(grid.rows)):
            cell = grid.raw(index, name)
            text = as_text(cell.value).strip() if cell and cell.value is not None else ""
            if text:
                spellings.setdefault(bare_id(text), {}).setdefault(text, []).append(index)
        for group in spellings.values():
            usual = max(group, key=lambda text: (_is_right(grid, name, group[text][0]), len(group[text])))
            for text in (text for text in group if text != usual):
                places = {"row": grid.rows[group[usual][0]]}
                findings.add("warning", "similar_ids", grid.place(group[text][0], name), places=places)


def _is_right(grid: Grid, name: str, index: int) -> bool:
    return grid.readings[name][index].fault is None
