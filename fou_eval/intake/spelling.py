"""Spellings that mean the same: case, blanks, line breaks, Unicode form."""

import re
import unicodedata

INVISIBLE = "".join(
    map(
        chr,
        (
            0xAD,
            0x34F,
            0x61C,
            0x180E,
            *range(0x200B, 0x2010),
            *range(0x202A, 0x202F),
            0x2060,
            *range(0x2066, 0x206A),
            0xFEFF,
        ),
    )
)
_FULL_WIDTH = {0xFF01 + place: 0x21 + place for place in range(94)}  # the same letters and digits, set wide
_TIDIED = {**_FULL_WIDTH, **dict.fromkeys(map(ord, INVISIBLE))}
_BLANKS = re.compile(r"[\s\u00a0\u2007\u202f]+")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\x80-\x9f\ufffd]")
_PLAIN = re.compile(r"[!-~]+(?: [!-~]+)*")
_ERROR = re.compile(
    r"#(DIV/0!|DIVISION/0!|N/A|SAKNAS!|REF!|REFERENS!|VALUE!|VÄRDEFEL!|NAME\?|NAMN\?|NUM!|OGILTIGT!|NULL!|SKÄRNING!|SPILL!|CALC!)",
    re.IGNORECASE,
)


def tidy(text: str) -> str:
    """Compose letters, drop what cannot be seen, set wide letters narrow, and make every run of blanks one blank.

    Examples
    --------
    >>> tidy(" fo\u0308ra\u0308lder\u00a0 ")
    'förälder'
    >>> tidy("Ｐ００１")
    'P001'
    """
    if _PLAIN.fullmatch(text):
        return text
    composed = unicodedata.normalize("NFC", text).translate(_TIDIED)
    return _BLANKS.sub(" ", composed).strip()


def same(text: str) -> str:
    """Give the form in which codes and labels are compared.

    Examples
    --------
    >>> same("Förälder ") == same("förälder")
    True
    """
    return unicodedata.normalize("NFC", tidy(text).casefold())


def same_header(text: str) -> str:
    r"""Give the form in which headers are compared; line breaks and blanks do not count.

    Examples
    --------
    >>> same_header("Familj\nID")
    'familjid'
    """
    return same(text).replace(" ", "")


def has_invisible(text: str) -> bool:
    """Say whether a text holds characters that cannot be seen."""
    return any(character in INVISIBLE for character in text)


def has_control(text: str) -> bool:
    """Say whether a text holds control characters or the mark of a lost character."""
    return _CONTROL.search(text) is not None


def is_excel_error(text: str) -> bool:
    """Say whether a text is an error value of a spreadsheet, in English or Swedish.

    Examples
    --------
    >>> is_excel_error("#DIV/0!"), is_excel_error("#SAKNAS!"), is_excel_error("#1")
    (True, True, False)
    """
    return text.startswith("#") and _ERROR.fullmatch(text.strip()) is not None
