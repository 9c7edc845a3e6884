"""Text that a spreadsheet would run as a formula, made harmless in every file that we write."""

import re
from typing import Any

MOST_CHARACTERS = 32_767
"""The longest text that a cell of a workbook holds."""

_BEFORE = "[\\s\x00-\x1f\x7f\u200b-\u200f\u2060\ufeff]*"  # what a spreadsheet skips before it looks
_RUNS = re.compile(_BEFORE + "[=+\\-@\uff1d\uff0b\uff0d\uff20].|[\t\r\n\x00].", re.DOTALL)
_NUMBER = re.compile("[+-]?(?:\\d+|\\d{1,3}(?:[ \u00a0\u202f]\\d{3})+)(?:[.,]\\d+)?(?:[eE][+-]?\\d+)?")
_NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def would_run(text: str) -> bool:
    r"""Say whether a spreadsheet could run a text as a formula; a plain number such as -3,5 stays a number.

    Examples
    --------
    >>> [would_run(text) for text in ("=1+1", " @SUM(A1)", "-2+3", "\tx", "-3,5", "F01")]
    [True, True, True, True, False, False]
    """
    return _RUNS.match(text) is not None and _NUMBER.fullmatch(text) is None


def safe_text(text: str) -> str:
    """Give a text as it may stand in a csv file: with an apostrophe before what would run as a formula.

    Quotation marks and separators are the business of the csv writer; use ``csv.QUOTE_ALL``, since another
    program may split at another separator.

    Examples
    --------
    >>> safe_text("=HYPERLINK(1)"), safe_text("-3,5"), safe_text("F01")
    ("'=HYPERLINK(1)", '-3,5', 'F01')
    """
    return f"'{text}" if would_run(text) else text


def put_text(cell: Any, text: str) -> None:
    """Write a text to a cell of an openpyxl workbook so that it shows unchanged and never runs.

    Characters that no workbook can hold become a white square, and what is longer than a cell can hold is
    cut off; openpyxl would repeat the text in its error instead.

    Examples
    --------
    >>> from openpyxl import Workbook
    >>> cell = Workbook().active["A1"]
    >>> put_text(cell, "=1+1")
    >>> cell.value, cell.data_type, cell.quotePrefix
    ('=1+1', 's', True)
    """
    harmless = _NOT_IN_XML.sub("\u25a1", text)[:MOST_CHARACTERS]
    cell.value = harmless
    cell.data_type = "s"
    cell.quotePrefix = True
