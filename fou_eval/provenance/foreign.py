"""Files of which nothing is known: read so that whatever is in them ends in an answer, or in one error."""

import json
import logging
import re
from collections.abc import Callable
from importlib import import_module
from io import BytesIO
from math import isinf
from typing import TYPE_CHECKING, Any, NoReturn, TypeVar

if TYPE_CHECKING:
    from pypdf import PdfReader

_DEEPEST = 20  # levels of a JSON file; ours have five
_DIGITS = 30  # of a whole number in it
_ESCAPED = "\\u"  # begins a character that is not written as it is
# Control characters but for the ends of lines and tabs, halves of characters, and those that turn round what stands
# beside them, so that it reads as something else.
_UNSEEN = re.compile(
    "[\\x00-\\x08\\x0b-\\x1f\\x7f-\\x9f\\u061c\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069\\ud800-\\udfff]"
)
# A damaged file is told of once, in our words; the library would write its own to the terminal.
logging.getLogger("pypdf").setLevel(logging.CRITICAL)
Taken = TypeVar("Taken")


def from_pdf(pdf: bytes, take: "Callable[[PdfReader], Taken]") -> Taken:
    """Take something out of a PDF; its reader is fetched when there is one to read, which most reports do not have.

    Raises
    ------
    ValueError
        If it cannot be read.
    """
    try:
        return take(import_module("pypdf").PdfReader(BytesIO(pdf)))
    except Exception:  # noqa: BLE001 - a damaged file makes the library fail in ways that it does not name
        raise ValueError("no PDF, or a damaged one") from None


def read_json(content: bytes) -> Any:
    """Read a JSON file.

    Raises
    ------
    ValueError
        If it is no JSON, is nested too deeply, or holds a number or a character that no file of ours holds.

    Examples
    --------
    >>> read_json(b'{"a": [1.5, null]}')
    {'a': [1.5, None]}
    >>> read_json(b'{"a": NaN}')
    Traceback (most recent call last):
    ValueError: not a number
    """
    text = content.decode()
    try:
        found = json.loads(text, parse_constant=_no_number, parse_float=_number, parse_int=_whole)
    except RecursionError:
        raise ValueError("nested too deeply") from None
    if _ESCAPED in text or _UNSEEN.search(text):
        _refuse_unseen(found)
    _refuse_deep(found)
    return found


def unseen(text: str) -> str:
    r"""Give the characters of a text that are not seen and that a terminal may obey, or that turn the text round.

    Examples
    --------
    >>> unseen("mer än 5 %"), unseen("\x1b[2J")
    ('', '\x1b')
    """
    return "".join(_UNSEEN.findall(text))


def visible(text: str) -> str:
    r"""Give a text with a mark in the place of every such character.

    Examples
    --------
    >>> visible("5\x1b[2J %")
    '5\ufffd[2J %'
    """
    return _UNSEEN.sub("\ufffd", text)


def _no_number(_: str) -> NoReturn:
    raise ValueError("not a number")


def _number(text: str) -> float:
    if isinf(found := float(text)):
        raise ValueError("a number that no report holds")
    return found


def _whole(text: str) -> int:
    if len(text) > _DIGITS:
        raise ValueError("a number that no report holds")
    return int(text)


def _refuse_deep(found: object) -> None:
    level = [found]
    for _ in range(_DEEPEST):
        level = [
            inner
            for value in level
            for inner in (
                value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
            )
            if isinstance(inner, (dict, list))
        ]
        if not level:
            return
    raise ValueError("nested too deeply")


def _refuse_unseen(value: object) -> None:
    if isinstance(value, str) and _UNSEEN.search(value):
        raise ValueError("a character that no report holds")
    if isinstance(value, (dict, list)):
        for inner in (*value, *value.values()) if isinstance(value, dict) else value:
            _refuse_unseen(inner)
