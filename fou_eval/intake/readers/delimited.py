"""Text files with separators (csv, tsv): encoding by rule and never by statistics, rows as Excel shows them."""

import csv
import re
from collections.abc import Iterable, Iterator
from io import StringIO

from fou_eval.intake.limits import LIMITS, Budget, TooLargeError
from fou_eval.intake.raw import RawCell, RawFile, RawSheet
from fou_eval.intake.spelling import is_excel_error, same_header

SEPARATORS = (";", "\t", ",", "|")
_FIRST_ROWS = 15
_END = "\x1fend\x1f"
_ROWS_BETWEEN_CHECKS = 5_000
_LETTERS = frozenset("åäöÅÄÖéÉüÜ–—”“’‘…€ \u00a0øæØÆ")
_SUSPECT = re.compile(
    r"[ÃÂâ][\u0080-\u00ff\u0152-\u0178\u0192\u02c6\u02dc\u2013-\u203a\u20ac\u2122]{1,2}|\ufffd"
)
_OTHER_CODE_PAGE = re.compile(r"(?<=[A-Za-z])[†„ŒŠš‡€‰Ž¢](?=[a-z])")  # å ä ö of Mac Roman and MS-DOS


def decode(content: bytes) -> tuple[str, str] | None:
    """Give the text of a file and the name of its encoding, or none if it has no accepted encoding.

    UTF-16 needs its mark, UTF-8 may have one, and what is not UTF-8 must be Windows-1252 throughout.

    Examples
    --------
    >>> decode("förälder".encode("cp1252"))
    ('förälder', 'Windows-1252')
    >>> decode(bytes([0x81])) is None
    True
    """
    marked = content.startswith((b"\xff\xfe", b"\xfe\xff"))
    choices = [("utf-16", "UTF-16")] if marked else [("utf-8-sig", "UTF-8"), ("cp1252", "Windows-1252")]
    for codec, name in choices:
        try:
            return content.decode(codec), name
        except UnicodeDecodeError:
            continue
    return None


def holds_fields(text: str, expected: int) -> bool:
    """Say whether a text is a row of fields with another separator; a number with a decimal comma is none.

    Examples
    --------
    >>> holds_fields("F01,P001,barn,t0", 4), holds_fields("Trivs bra, oftast", 4)
    (True, False)
    """
    return expected > 2 and max(text.count(mark) for mark in SEPARATORS) >= expected - 2


def is_damaged(text: str, encoding: str) -> bool:
    """Say whether a text was decoded wrongly before it was saved (fÃ¶rÃ¤lder), or is in another code page.

    Examples
    --------
    >>> is_damaged("fÃ¶rÃ¤lder", "UTF-8"), is_damaged("förälder", "UTF-8")
    (True, False)
    """
    if "\ufffd" in text or any(_was_utf8(match.group()) for match in _SUSPECT.finditer(text)):
        return True
    if text.count("\x00") > len(text) // 4:
        return True
    swedish = any(letter in text for letter in "åäöÅÄÖ")
    return encoding == "Windows-1252" and not swedish and _OTHER_CODE_PAGE.search(text) is not None


def read_delimited(content: bytes, known: Iterable[frozenset[str]]) -> RawFile | None:
    """Read a text file to raw cells; the first line is row 1 and the first field column A.

    Parameters
    ----------
    content
        The bytes of the file.
    known
        For each declared table the headers it knows, as :func:`~fou_eval.intake.spelling.same_header` gives them.

    Returns
    -------
    RawFile or None
        None when the text is in no accepted encoding.

    Raises
    ------
    TooLargeError
        If the text goes beyond a limit.
    csv.Error
        If the text cannot be split into fields.
    """
    decoded = decode(content)
    if decoded is None:
        return None
    text, encoding = decoded
    separator_line = re.match(r"\s{0,9}\"?sep=(.)\"?[ \t]*(?:\r\n|\r|\n|$)", text, re.IGNORECASE)
    body = text[separator_line.end() :] if separator_line else text
    separator = separator_line[1] if separator_line else _separator(body, tuple(known))
    sheet, swallowed = _sheet(body, separator)
    return RawFile(
        sheets=(sheet,),
        encoding=encoding,
        damaged_text=is_damaged(body, encoding),
        separator_line=separator_line is not None,
        swallowed=swallowed,
    )


def _records(text: str, separator: str) -> Iterator[list[str]]:
    return csv.reader(_lines(text, separator), delimiter=separator)


def _lines(text: str, separator: str) -> Iterator[str]:
    """Give the lines of a text; one of too many fields is refused before a list is made of it."""
    for line in StringIO(text, newline=""):
        if line.count(separator) > LIMITS["columns"]:
            raise TooLargeError("columns")
        yield line


def _sheet(text: str, separator: str) -> tuple[RawSheet, tuple[int, ...]]:
    """Split a text into rows; also give the rows at which a quotation mark has swallowed what follows.

    A line of our own is put at the end: if it does not come out as a row of its own, a quotation mark was open.
    """
    rows: dict[int, dict[int, RawCell]] = {}
    widths: dict[int, int] = {}
    swallowed: list[int] = []
    texts: dict[str, str] = {}
    budget, width, end = Budget(), 0, _END
    while end in text:
        end += _END
    closed = text if text.endswith(("\n", "\r")) else text + "\n"
    for row, fields in enumerate(_bounded(_records(f"{closed}{end}\n", separator)), start=1):
        if fields == [end]:
            break
        filled = _filled(row, fields, texts)
        widths[row] = len(fields)
        if filled:
            rows[row] = filled
            budget.take_cells(len(filled))
            width = max(width, len(fields))
            if _has_breaks(fields) and any(_holds_rows(value, separator, width, end) for value in fields):
                swallowed.append(row)
        if row % _ROWS_BETWEEN_CHECKS == 0:
            budget.clock.check()
    return RawSheet(rows=rows, typed=False, widths=widths), tuple(swallowed)


def _bounded(records: Iterator[list[str]]) -> Iterator[list[str]]:
    """Pass on records within the limits of rows and characters."""
    try:
        for row, fields in enumerate(records, start=1):
            if row > LIMITS["rows"] + 1:
                raise TooLargeError("rows")
            yield fields
    except csv.Error as error:
        if "field limit" in str(error):
            raise TooLargeError("characters") from None
        raise


def _holds_rows(value: str, separator: str, width: int, end: str) -> bool:
    """Say whether a field holds whole rows, or our own last line: a quotation mark was not closed in time."""
    if "\n" not in value and "\r" not in value:
        return False
    if end in value:
        return True
    tight = value.count(separator) - value.count(f"{separator} ")  # people write a blank after a comma
    return width > 2 and tight >= width - 1


def _filled(row: int, fields: Iterable[str], texts: dict[str, str]) -> dict[int, RawCell]:
    """Give the filled cells of a row; the same text is kept once, however often it is written."""
    return {
        column: RawCell(
            row, column, texts.setdefault(text, text), "excel_error_value" if _is_error(text) else "value"
        )
        for column, text in enumerate(fields, start=1)
        if text.strip()
    }


def _is_error(text: str) -> bool:
    return text[0] == "#" and is_excel_error(text)


def _has_breaks(fields: Iterable[str]) -> bool:
    joined = "".join(fields)
    return "\n" in joined or "\r" in joined


def _separator(text: str, known: tuple[frozenset[str], ...]) -> str:
    """Choose the separator under which the first lines hold most declared headers."""
    head = text[:20_000]
    scores = [(_score(head, separator, known), -i, separator) for i, separator in enumerate(SEPARATORS)]
    return max(scores)[2]


def _score(text: str, separator: str, known: tuple[frozenset[str], ...]) -> tuple[int, int]:
    best, fields = 0, 0
    for place, record in enumerate(_records(text, separator)):
        if place >= _FIRST_ROWS:
            break
        keys = {same_header(value) for value in record}
        best = max(best, *(len(keys & names) for names in known), 0)
        fields = max(fields, len(record))
    return best, fields


def _was_utf8(piece: str) -> bool:
    """Say whether a piece is what UTF-8 bytes look like when they are read as Windows-1252."""
    for end in (2, 3):
        raw = b"".join(_byte(character) for character in piece[:end])
        try:
            if raw.decode("utf-8") in _LETTERS or len(raw.decode("utf-8")) == 1:
                return True
        except UnicodeDecodeError:
            continue
    return False


def _byte(character: str) -> bytes:
    try:
        return character.encode("cp1252")
    except UnicodeEncodeError:
        return character.encode("latin-1", errors="replace")
