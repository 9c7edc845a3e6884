"""What fou_eval itself has written into a workbook, known again when the workbook comes back filled in or corrected.

A text of ours ends with a seal: a checksum of all that stands before it. If somebody has added a word, the seal
does not fit, and the text counts as theirs.
"""

import re
from dataclasses import replace
from hashlib import sha256

from fou_eval.intake.raw import RawCell, RawFile, RawSheet, Value, address

SEAL = "fou-eval "
WITHHELD = {"sv": "(visas inte)", "en": "(not shown)"}
"""Stands in a marked copy where a value was not carried over."""

MARK_COLOURS = {"stop": "F2B3AD", "error": "F7CDA3", "warning": "F9E9A7"}
"""Colours of faulty cells in a marked copy; shades that no palette of a spreadsheet offers."""

_SEALED = re.compile(rf"(.*)\s*{SEAL}([0-9a-f]{{12}})\s*", re.DOTALL)


def sealed(text: str) -> str:
    """Give a text with its seal on a line of its own.

    Examples
    --------
    >>> sealed("Rätta cellen.").splitlines()[-1]
    'fou-eval 3a46a79a17d7'
    """
    return f"{text}\n{seal(text)}"


def seal(text: str) -> str:
    r"""Give the seal of a text; blanks and line breaks do not count, since programs change them.

    Examples
    --------
    >>> seal("a b") == seal("a\nb"), seal("a b") == seal("a c")
    (True, False)
    """
    return SEAL + sha256("".join(text.split()).encode()).hexdigest()[:12]


def is_sealed(text: str) -> bool:
    """Say whether a text is ours and unchanged.

    Examples
    --------
    >>> is_sealed(sealed("Rätta.")), is_sealed(sealed("Rätta.").replace("Rätta", "Ring Anna"))
    (True, False)
    """
    match = _SEALED.fullmatch(text)
    return match is not None and seal(match[1]) == SEAL + match[2]


def without_ours(raw: RawFile) -> RawFile:
    """Leave out of a file what we wrote into it: sheets of instructions and faults, and notes on faulty cells.

    Cells whose value was not carried over to a marked copy are told from those that somebody filled in.
    """
    ours = {sheet.position for sheet in raw.sheets if _is_own(sheet)}
    notes = {
        (item.position, item.cell) for item in raw.unseen if item.kind == "comment" and is_sealed(item.text)
    }
    sheets = (sheet for sheet in raw.sheets if sheet.position not in ours)
    unseen = (item for item in raw.unseen if not is_sealed(item.text))
    tidied = tuple(_tidied(sheet, notes) for sheet in sheets)
    return replace(raw, sheets=tidied, unseen=tuple(unseen), from_template=bool(ours))


def _is_own(sheet: RawSheet) -> bool:
    """Say whether a sheet is ours and unchanged, by its values from left to right and top to bottom."""
    if not any(SEAL in text for text in sheet.texts()):
        return False
    values = (cell.value for _, cells in sorted(sheet.rows.items()) for _, cell in sorted(cells.items()))
    return is_sealed(" ".join(str(value) for value in values if value is not None))


def _tidied(sheet: RawSheet, notes: set[tuple[int | None, str | None]]) -> RawSheet:
    comments = tuple(at for at in sheet.comments if (sheet.position, address(*at)) not in notes)
    if not any(_stands_for_a_value(text) for text in sheet.texts()):
        return sheet if comments == sheet.comments else replace(sheet, comments=comments)
    rows = {
        row: {
            number: RawCell(row, number, None, "withheld") if _stands_for_a_value(cell.value) else cell
            for number, cell in cells.items()
        }
        for row, cells in sheet.rows.items()
    }
    return replace(sheet, rows=rows, comments=comments)


def _stands_for_a_value(value: Value) -> bool:
    return isinstance(value, str) and value.strip() in WITHHELD.values()
