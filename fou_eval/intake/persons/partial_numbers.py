"""Identity numbers of which a part is missing, masked or given out by health care in place of one."""

import re

from fou_eval.intake.persons.checks import is_birth_date

_DATE = r"(?<!\d)((?:18|19|20)?)(\d\d)-?(\d\d)-?(\d\d)"
_MASKED = re.compile(
    _DATE + r"(?:\s?[-+ /]?\s?(?:[Xx*#?•_-]{3,6}|\d{1,3}[Xx*#?]{1,3}|[Xx*#?]{1,3}\d{1,3})|"
    r"\s?-\s?[.\u2026Xx*#?]{1,4})(?!\w)"
)
_LETTERED = re.compile(
    r"(?<!\d)((?:18|19|20)?)(\d\d)(\d\d)(\d\d)\s?[-+ ]?\s?"
    r"(?:[TRSUWXJKLMNtrsuwxjklmn][\dA-Za-z]\d{1,2}|[Tt][Ff]-?\d{2,3}|[TR][- ]?\d{2,3})(?!\w)"
)
_RESERVE = re.compile(
    r"(?<!\d)(?:99|25|26|27|28|29)(?:18|19|20)\d\d\d{4}-?\d{2,4}(?!\d)|(?<!\w)[TR][- ]?(?:19|"
    r"20)?\d{6}-?\d{3,4}(?!\d)"
)
_CUT = re.compile(_DATE + r"\s?[-+]\s?(\d{0,3}|\d{5})(?![\w-])")
_TAIL = re.compile(r"(?<!\w)(?:[Xx*#?]{2,8}|\d{2,4}[Xx*#?]{2,4})[- ]?\d{4}(?!\w)")
_ODD = re.compile(
    r"(?<![\d.,])\d{9}(?![\d.,]|-\d)|(?<![\d.,])\d{11}(?![\d.,]|-\d)|(?<![\d.,])\d{13}(?![\d.,]|-\d)"
)
_ODD_HYPHEN = re.compile(r"(?<![\d-])(\d{5}|\d{7})-\d{4}(?![\d-])")
_SPOKEN = re.compile(
    r"\b(?:personnummer\w*|personnr|pers\.? ?nr|pnr|p-?nr|p-?nummer|samordningsnummer|"
    r"samordningsnr)\b\W{0,3}(?:är |slutar (?:på|med) |sista \w+ )?"
    r"\W{0,2}\d[\d -]{3,}|\b(?:sista fyra|fyra sista|sista siffrorna|sista 4|4 sista|"
    r"kontrollsiffr\w*|slutsiffr\w*|födelsenummer|födelsenr)\b\D{0,12}\d{4}(?!\d)",
    re.IGNORECASE,
)


def holds_part(text: str) -> bool:
    """Say whether a text with plain digits holds a part of an identity number.

    Examples
    --------
    >>> holds_part("850709-XXXX"), holds_part("19850709-98"), holds_part("insats 2023-02-01 - 2023-08-31")
    (True, True, False)
    """
    masked = (match.group(1, 2, 3, 4) for pattern in (_MASKED, _LETTERED) for match in pattern.finditer(text))
    cut = (match.group(1, 2, 3, 4) for match in _CUT.finditer(text) if not _is_iso_before_more(match))
    if any(is_birth_date(century + year, month, day) for century, year, month, day in (*masked, *cut)):
        return True
    if any(pattern.search(text) for pattern in (_RESERVE, _TAIL, _SPOKEN)):
        return True
    return any(_one_off(match.group()) for match in _ODD.finditer(text)) or any(
        _begins_with_date(match.group(1)) for match in _ODD_HYPHEN.finditer(text)
    )


def _is_iso_before_more(match: re.Match[str]) -> bool:
    """Say whether a date in hyphens goes on as an interval or a number, as dates do."""
    return "-" in match.string[match.start() : match.end(4)] and len(match.group(5)) < 3


def _one_off(digits: str) -> bool:
    """Say whether a row of nine, eleven or thirteen digits is an identity number with one missing or too many."""
    if len(digits) == 9:
        return is_birth_date(digits[:2], digits[2:4], digits[4:6])
    short = len(digits) == 11 and is_birth_date(digits[:2], digits[2:4], digits[4:6])
    century = digits[:2] in ("19", "20") and is_birth_date(digits[:4], digits[4:6], digits[6:8])
    return century or short


def _begins_with_date(digits: str) -> bool:
    """Say whether five or seven digits are a date from which one has gone or to which one has come."""
    if len(digits) == 5:
        return is_birth_date("0" + digits[0], digits[1:3], digits[3:5])
    return any(
        is_birth_date(rest[:2], rest[2:4], rest[4:6])
        for rest in (digits[:place] + digits[place + 1 :] for place in range(7))
    )
