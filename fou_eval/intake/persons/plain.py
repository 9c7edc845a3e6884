"""Texts as they are searched: plain digits, dashes and blanks, nothing hidden, nothing wrapped."""

import base64
import binascii
import html
import re
import unicodedata
from collections.abc import Iterator
from urllib.parse import unquote

from fou_eval.intake.spelling import INVISIBLE

LONGEST = 40_000  # a cell of a spreadsheet holds 32,767 characters
_DASHES = re.compile("[\u2010-\u2015\u2212\u2043\u02d7\ufe58\ufe63\uff0d\u30fc\u2e3a\u2e3b]")
_TABLE = str.maketrans("", "", INVISIBLE)
_BLANK = re.compile(r"[^\S\n ]")
_FOREIGN_DIGIT = re.compile(r"[^\D0-9]")
_PER_CENT = re.compile(r"%[0-9A-Fa-f]{2}")
_ENTITY = re.compile(r"&(?:#\d{1,6}|#x[0-9A-Fa-f]{1,5}|[a-z]{2,8});")
_BASE64 = re.compile(r"(?<![\w+/])(?=[A-Za-z+/]*\d)[A-Za-z0-9+/]{12,400}={0,2}(?![\w+/=])")
_TELLING = re.compile(r"\d{6}|@")


def plain(text: str) -> str:
    """Give a text with plain digits, dashes and blanks and nothing invisible, so that no spelling hides a number.

    Examples
    --------
    >>> plain("850709\u20139805"), plain("\u0668\u0665\u0660\u0667\u0660\u0669\u2009-\u2009\u0669\u0668\u0660\u0665")
    ('850709-9805', '850709 - 9805')
    """
    if text.isascii():
        return _BLANK.sub(" ", text).strip().lstrip("'")
    composed = unicodedata.normalize("NFKC", _DASHES.sub("-", text).translate(_TABLE))
    digits = _FOREIGN_DIGIT.sub(lambda match: str(unicodedata.digit(match.group(), 0)), composed)
    return _BLANK.sub(" ", _DASHES.sub("-", digits)).strip().lstrip("'")


def digits_in(text: str) -> int:
    """Count the plain digits of a text.

    Examples
    --------
    >>> digits_in("070-174 06 33")
    10
    """
    return sum(map(text.count, "0123456789"))


def holds_any(text: str, words: tuple[str, ...]) -> bool:
    """Say whether a text in lower case holds any of some words; asked first, as a pattern takes far longer.

    Examples
    --------
    >>> holds_any("på förskolan", ("skol", "dagis"))
    True
    """
    for word in words:  # noqa: SIM110 - a generator takes three times as long, and this is asked of every note
        if word in text:
            return True
    return False


def unwrapped(text: str) -> Iterator[str]:
    """Give what a plain text holds in an encoding that one call undoes: per cent signs, entities, base64.

    Examples
    --------
    >>> list(unwrapped("namn%3DAnna")), list(unwrapped("ODUwNzA5LTk4MDU="))
    (['namn=Anna'], ['850709-9805'])
    """
    if "%" in text and _PER_CENT.search(text):
        yield plain(unquote(text, errors="replace"))
    if "&" in text and _ENTITY.search(text):
        yield plain(html.unescape(text))
    for match in _BASE64.finditer(text) if len(text) >= 12 else ():
        inner = _decoded(match.group())
        if inner:
            yield plain(inner)


def _decoded(token: str) -> str:
    try:
        inner = base64.b64decode(token, validate=True).decode("utf-8")
    except (binascii.Error, UnicodeDecodeError):
        return ""
    return inner if inner.isprintable() and _TELLING.search(inner) else ""
