"""Dates of birth, and other days that a text gives away."""

import re
from collections.abc import Iterator

from fou_eval.intake.persons.checks import exists, is_birth_date
from fou_eval.intake.persons.finding import Finding, doubtful, sure
from fou_eval.intake.persons.plain import digits_in, holds_any

_MONTH = (
    r"(?:jan(?:uari)?|feb(?:ruari)?|mars?|apr(?:il)?|maj|may|june?|juni|july?|juli|aug(?:usti?)?|"
    r"sept?(?:ember)?|okt(?:ober)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
_IN_WORDS = (
    r"(?:första|andra|tredje|fjärde|femte|sjätte|sjunde|åttonde|nionde|tionde|elfte|tolfte|"
    r"trettonde|fjortonde|femtonde|sextonde|sjuttonde|artonde|nittonde|tjugo\w*|trettio\w*)"
)
_DAY = (
    rf"(?:\d{{1,2}}(?::?[aeo])?\s?[./-]?\s?{_MONTH}\b|{_IN_WORDS}\s{_MONTH}\b|"
    rf"{_MONTH}\s\d{{1,2}}(?:st|nd|rd|th)?,?\s\d{{4}}"
    r"|\d{1,2}\s?[./-]\s?\d{1,2}(?!\d|\s?(?:kg|år|gram|%|procent|månader|veckor))|(?:19|"
    r"20)\d{2}\s?[-./ ]?\s?\d{2}\s?[-./ ]?\s?\d{2}(?!\d)|\d{2}[-./ ]\d{2}[-./ ]\d{2}(?!\d)|"
    r"\d{4}(?:19|20)\d{2}(?!\d)|\d{6}(?!\d))"
)
_BORN = (
    r"(?:född|fött|födda|föddes|födelse(?:datum|dag|tid)(?:en|et)?|födelsedata|fyller(?:\s+(?:år|"
    r"\d{1,2}(?:\s+år)?))?|fyllde(?:\s+(?:år|\d{1,2}(?:\s+år)?))?|fyllt\s+\d{1,2}(?:\s+år)?|"
    r"fdd|föd\.|born(?:\s+on)?|dob|date of birth|birthday|f\.|f:|f(?=\s\d{1,2}\s?[/.]\s?\d|\s\d{6}\b|"
    r"\s(?:19|20)\d\d-\d\d)|födelsed\.?|nedkom|kom till världen|såg dagens ljus)"
)
_BIRTH = re.compile(
    rf"(?<!\w){_BORN}\s*(?:är|var|den|on|:|=|\(|,|-)?\s*(?:den|dag|is)?\s*{_DAY}", re.IGNORECASE
)
_STAR = re.compile(rf"(?<![\w*])\*\s?{_DAY}", re.IGNORECASE)
_DAY_FIRST = re.compile(
    rf"(?<![\d.,/:-]){_DAY}\s?(?:(?:19|20)?\d\d)?\W{{0,2}}(?:fyller|föddes|är född|födelsedag|fyllde)",
    re.IGNORECASE,
)
_YEAR_ONLY = re.compile(
    rf"(?<!\w)(?:född|fött|födda|föddes|f\.|f:|födelseår(?:et)?|årsbarn|born)\s*(?:är|var|i|år|:|"
    rf"in|den)?\s*(?:{_MONTH}\s*)?(?:år\s)?[-'’]?(?:(?:19[2-9]|20[0-4])\d|\d\d)(?![\d.,:%-]|"
    rf"\s?(?:kg|år|veckor|gram|barn|procent|i\b))"
    rf"|(?<!\w)(?:född|föddes|fyller|fyllde)\s+(?:år\s+|\d{{1,2}}\s+)?(?:i|vecka|"
    rf"v\.?)\s*(?:{_MONTH}|\d{{1,2}})\b|\b(?:19[2-9]|20[0-4])\d-?(?:a|åring|född)\b|"
    rf"\bfödd\s?[-–]?\s?\d\d\b",
    re.IGNORECASE,
)
_DD = r"(0[1-9]|[12]\d|3[01]|6[1-9]|[78]\d|9[01])"  # of a coordination number too, which has 60 added
_COMPACT = re.compile(rf"(?<![\d.,/:-])((?:19|20)\d\d)(0[1-9]|1[0-2]){_DD}(?![\d]|[.,/:-]\d)")
_SHORT = re.compile(
    rf"(?<![\d.,/:-])(\d\d)(0[1-9]|1[0-2]){_DD}(?![\d]|[.,/:-]\d|\s?(?:kr\b|kronor|"
    r"sek\b|%|procent|st\b|:-))"
)


_BIRTH_WORDS = (
    "föd",
    "fdd",
    "föt",
    "fyll",
    "f.",
    "f:",
    "f ",
    "*",
    "born",
    "birth",
    "dob",
    "nedkom",
    "världen",
    "ljus",
    "årsbarn",
    "åring",
    "19",
    "20",
)
# A whole day, whatever it is the day of, leads to a person in the registers of a school or a clinic.
_DAYS = (
    re.compile(
        r"(?<![\d.,/:-])(?P<year>(?:19|20)\d\d)([-./ ])(?P<month>\d{1,2})\2(?P<day>\d{1,2})(?![\d]|[.,/:-]\d)"
    ),
    re.compile(
        r"(?<![\d.,/:-])(?P<day>\d{1,2})([-./ ])(?P<month>\d{1,2})(?:\2|(?<=/\d) |(?<=/\d\d) |(?<=/\d)-|(?<=/\d\d)-)"
        r"(?P<year>(?:19|20)\d\d|\d\d)(?![\d]|[.,/:-]\d)"
    ),
    re.compile(
        rf"(?<![\d.,/:-])(?P<day>\d{{1,2}})(?::?[aeo])?\s?[./-]?\s?{_MONTH}[.,]?[\s-]{{0,2}}(?P<year>(?:19|20)\d\d)(?!\d)",
        re.IGNORECASE,
    ),
    re.compile(
        r"(?<![\d.,/:-])(?P<year>\d\d)-(?P<month>0[1-9]|1[0-2])-(?P<day>0[1-9]|[12]\d|3[01])(?![\d]|[.,/:-]\d)"
    ),
)


def birth_kinds(text: str) -> Iterator[Finding]:
    """Give what a plain text says of somebody's birth, and dates in bare digits.

    Examples
    --------
    >>> [finding.severity for finding in birth_kinds("född 12 maj 2009")], list(birth_kinds("född 3 veckor för tidigt"))
    (['stop'], [])
    """
    low, digits = text.casefold(), digits_in(text)
    if holds_any(low, _BIRTH_WORDS):
        if _BIRTH.search(text) or _STAR.search(text) or _DAY_FIRST.search(text):
            yield sure("birth_date")
            return
        elif _YEAR_ONLY.search(text):
            yield doubtful("birth_date")
    if digits < 3:
        return
    if _has_old_day(text) or any(
        is_birth_date(*match.groups()) for pattern in (_COMPACT, _SHORT) for match in pattern.finditer(text)
    ):
        yield doubtful("date_in_text")


def _has_old_day(text: str) -> bool:
    """Say whether a text holds a day of the calendar before the last years."""
    return any(_is_day(**match.groupdict()) for pattern in _DAYS for match in pattern.finditer(text))


def _is_day(year: str, day: str, month: str = "1") -> bool:
    """Judge a day; two digits of a year are of this century up to 2029."""
    whole = int(year) if len(year) == 4 else 2000 + int(year) if int(year) < 30 else 1900 + int(year)
    return 1900 < whole < 2100 and exists(whole, int(month), int(day))
