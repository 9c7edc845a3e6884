"""What fou_eval itself has written into a workbook, known again when the workbook comes back filled in or corrected.

A text of ours ends with a seal: a checksum of all that stands before it. If somebody has added a word, the seal
does not fit, and the text counts as theirs.
"""

import re
from collections.abc import Iterable
from hashlib import sha256

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


def is_own_sheet(values: Iterable[object]) -> bool:
    """Say whether a sheet is ours and unchanged, by its values from left to right and top to bottom."""
    return is_sealed(" ".join(str(value) for value in values if value is not None))


def is_withheld(value: object) -> bool:
    """Say whether a cell holds the words for a value that was not carried over to a marked copy.

    Examples
    --------
    >>> is_withheld(" (visas inte)"), is_withheld("visas")
    (True, False)
    """
    return isinstance(value, str) and value.strip() in WITHHELD.values()
