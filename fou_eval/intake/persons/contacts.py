"""Telephone numbers, e-mail and web addresses, accounts in social media, and addresses of machines."""

import re
from collections.abc import Iterator

from fou_eval.intake.persons.finding import Finding, doubtful, sure
from fou_eval.intake.persons.plain import digits_in, holds_any

# Area codes of two to four digits, and mobile numbers; no Swedish number begins with any other.
_AREA = (
    r"(?:8|1[013689]|2[01368]|3[1356]|4[02468]|54|6[03]|90|7[0-9]|77[15]|99"
    r"|12[01235]|14[0-4]|15[0-9]|17[1-6]|22[0-7]|24[01236-8]|25[0138]|27[018]|28[01]|29[0-7]|"
    r"30[0-4]|32[0-5]|34[056]|37[0-2]"
    r"|38[0-3]|39[0-3]|41[0-8]|43[0135]|45[14-79]|47[0-9]|48[0156]|49[0-9]|50[0-6]|51[0-5]|"
    r"52[0-8]|53[0-4]|55[0-5]|56[0-5]"
    r"|57[013]|58[0-9]|59[01]|61[1-3]|62[0-4]|64[0-7]|65[0-37]|66[0-3]|67[0-2]|68[0-7]|69[0-6]|"
    r"91[0-8]|92[0-9]|93[0-5]|94[0-4]"
    r"|95[0-4]|96[01]|97[0-8]|98[01]|7[0-9]\d)"
)
_REST = r"\d{2,4}(?:(?P<sep>[^\w\n,:;/()]?)\d{2,5}(?:(?P=sep)\d{2,5}){0,2})?"
_BEFORE = r"(?<![\w.,/+-])(?<!\d[:=|*~·])"  # t:08 is announced, 12:08 is a time
_DOMESTIC = re.compile(
    rf"{_BEFORE}\(?0{_AREA}\)?(?P<part>\s?[-–/. ]\s?|\)\s?[^\w\n]?|)(?P<rest>{_REST})(?![\w]|[.,:/-]\d)"
)
# Any other sign after the area code, when all the rest is told to be one number by its signs or their lack.
_ODD_PART = re.compile(
    rf"{_BEFORE}\(?0{_AREA}\)?(?P<part>\s?[^\w\n().]\s?|_)(?P<rest>\d{{5,8}}|"
    r"\d{2,4}(?:(?P<sep>[^\w\n,:;/()]?)\d{2,5}(?:(?P=sep)\d{2,5}){0,2}))(?![\w]|[.,:/-]\d)"
)
_UNBROKEN = re.compile(rf"(?<![\w.,+-])(?<!\d[:=|*~·])0{_AREA}\d{{5,8}}(?!\w|[.,:-]\d)")
_SPREAD = re.compile(r"(?<!\d)(?<!\d[^\w\n])0(?P<sep>[^\w\n])\d(?:(?P=sep)\d){7,8}(?![^\w\n]?\d)")
_FULL = re.compile(rf"0{_AREA}\d+")
_WITH_O = re.compile(r"(?<!\w)(?=[\d -]{0,12}[Oo])[0Oo][\dOo](?:[ -]?[\dOo]){6,8}(?!\w)")
_MOBILE = re.compile(
    r"(?<!\d)07[02369]\d{7}(?!\d)|(?<![\w.,:/+-])07[02369](?![ ]?\d-\d{4})(?:[-./ ]?\d){7}(?![\w]|[.,:/-]\d)"
)
_ABROAD = re.compile(
    r"(?<![\w+])(?:\+|00)\s?(?=[1-9])(?:\s?\(?\d\)?){1,3}(?:[-./ ]{0,2}\(?\d\)?){6,12}(?!\d)"
)
_NO_PLUS = re.compile(
    rf"(?<![\d.,:-])(?<!\d/)46(?=\d{{9}}(?!\d)){_AREA}\d{{5,8}}(?![-/]\d)|"
    r"(?<![\d.,:-])(?<!\d/)46[ -]?(?:7[02369]\d{7}|7[02369][- ]?\d{3} ?\d{2} ?\d{2}|(?:8|[1-6]\d{1,2}|"
    r"90)[- ]\d{2,3} ?\d{2,3} ?\d{2})(?![\d-])"
)
_ANNOUNCED = re.compile(
    r"\b(?:tel|tfn|telefon\w*|mobil\w*|mob|ring|ringa|ringer|sms:?a?|nummer|nr|fax|swish\w*|"
    r"phone)\b[.:]?\s{0,2}(?:på |till |är |nr |nummer )?"
    r"(\(?\+?\d[\d\s().-]{4,18}\d)",
    re.IGNORECASE,
)
_PAIRS = re.compile(r"(?<!\d)(?<!\d[ .,/:-])0\d(?: \d\d){4}(?! ?\d)")
_MASKED = re.compile(rf"(?<!\w)0{_AREA}[-/ ]\s?\d{{0,3}} ?\d{{0,3}} ?[xX*#]{{2,6}}(?: ?[xX*#]{{2}})*(?!\w)")
_BARE = re.compile(r"(?<![\w.,:/+-])(?:[1-6]\d|8[0-9]|90|9[1-8])\d{7}(?!\w|[.,:/-](?!0(?!\d))\d)")
_LOST_ZERO = re.compile(r"(?<![\w.,:/+-])7[02369]\d?[- ]?\d{2,3} ?\d{2} ?\d{2,3}(?!\w|[.,:/-](?!0(?!\d))\d)")
_EMAIL = re.compile(r"[\w.+%-]{1,64}\s?@\s?[\w-]+(?:\s?\.\s?[\w-]{2,})+")
_AT = (
    r"\s?(?:\(\s?(?:at|snabel-?a|@)\s?\)|\[\s?(?:at|snabel-?a|@)\s?\]|\{at\}|<at>|"
    r"[(\[]\s?a\s?[)\]](?=\s?[\w-]+\s?(?:\.\s?[a-z]{2}|\(?\[?(?:punkt|dot)\b))|"  # (a) also begins a point
    r"\bsnabel-?\s?a\b|\balfakrull\b|(?<=\w) at (?=[\w-]+(?:\.[a-z]{2}|\s?\(?\[?(?:punkt|dot)\b)))\s?"
)
_EMAIL_SPELLED = re.compile(rf"[\w.+-]{{2,64}}{_AT}[\w-]{{2,}}", re.IGNORECASE)
_EMAIL_BROKEN = re.compile(
    r"(?<![\w@])[\w.+-]{2,64}\s?@\s?(?![A-ZÅÄÖ]+\()[\w-]*|(?:e-?post|mejl|mail|"
    r"e-?mail)\s?(?:adress)?\s?[:=]\s?\S{5,}",
    re.IGNORECASE,
)
_URL = re.compile(
    r"https?:?//|\bwww\.\w|\b(?:[\w-]{1,60}\.){1,5}(?:se|com|org|net|nu|eu|info|io|fi|no|dk)/\w|"
    r"\b(?:facebook|instagram|tiktok|snapchat|linkedin|youtube|twitter|flashback"
    r"|hitta|eniro|ratsit|merinfo)\.(?:com|se|org)\b|\b[\w-]{3,60}\.example\b|\bexample\.(?:org|com|"
    r"net)\b|\b[a-z0-9-]{3,60}(?:\.[a-z0-9-]{1,60}){0,4}\.(?:com|org|net|eu|info)\b",
    re.IGNORECASE,
)
_HANDLE = re.compile(
    r"(?<![\w@.])@(?!SUM|AVERAGE|IF|VLOOKUP)[A-Za-z_][\w.]{2,}(?!\()|"
    r"\b(?:insta|instagram|snap|snapchat|tiktok|facebook|messenger|discord|skype|whatsapp|"
    r"användarnamn\w*|username|user|inlogg\w*|login|anv\.? ?id)"
    r"\s?(?:heter|är|namn)?\s?[:=@]\s?@?[\w.-]{3,}|\b(?:användarnamn\w*|username|"
    r"inloggning\w*)\s+(?=\S{0,30}[\d_.])[\w.-]{4,}",
    re.IGNORECASE,
)
_MAIL_WORDS = (
    "@",
    "(at",
    "[at",
    "( at",
    "[ at",
    "{at",
    "<at",
    " at ",
    "(a)",
    "[a]",
    "snabel",
    "alfakrull",
    "mail",
    "mejl",
    "post",
)
_URL_WORDS = (
    "//", "www", "example", *(f".{top}" for top in ("com", "org", "net", "eu", "info")),
    *(f".{top}/" for top in ("se", "nu", "io", "fi", "no", "dk")), "hitta.", "eniro.", "ratsit.", "merinfo.",
)  # fmt: skip
_HANDLE_WORDS = (
    "@",
    "insta",
    "snap",
    "tiktok",
    "facebook",
    "messenger",
    "discord",
    "skype",
    "whatsapp",
    "användarnamn",
    "user",
    "login",
    "inlogg",
    "anv",
)
_OCTET = r"(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)"
_IP = re.compile(rf"(?<![\d.])(?:[1-9]\d\d?\.(?:{_OCTET}\.){{2}}{_OCTET})(?![\d.]\d|\d)")
_IP_SHORT = re.compile(rf"\bip\w*\W{{0,3}}(?:{_OCTET}\.){{3}}{_OCTET}", re.IGNORECASE)
_IP6 = re.compile(
    r"(?<![\w:])(?:(?:[0-9a-f]{1,4}:){7}[0-9a-f]{1,4}|"
    r"(?=[0-9a-f:]{0,38}[a-f])(?:[0-9a-f]{1,4}:){1,6}(?::[0-9a-f]{1,4}){1,6}|::1|"
    r"(?=[0-9a-f:]{0,38}[a-f])(?:[0-9a-f]{1,4}:){2,6}:|"
    r"(?:[0-9a-f]{3,4}:){1,6}(?::[0-9a-f]{1,4}){1,6})(?![\w:])",
    re.IGNORECASE,
)
_MAC = re.compile(
    r"(?<![\w:-])(?=[\d:.-]{0,16}[a-f])(?:(?:[0-9a-f]{2}([:-]))(?:[0-9a-f]{2}\1){4}[0-9a-f]{2}|"
    r"(?:[0-9a-f]{4}\.){2}[0-9a-f]{4})(?![\w:-])",
    re.IGNORECASE,
)


def contact_kinds(text: str) -> Iterator[Finding]:
    """Give the ways to reach somebody that a plain text holds.

    Examples
    --------
    >>> [finding.kind for finding in contact_kinds("070-174 06 33, anna (at) example punkt org")]
    ['phone', 'email']
    >>> list(contact_kinds("kl 08.30-15.45, 2024-01-15, 0,5 mg"))
    []
    """
    low, digits = text.casefold(), digits_in(text)
    if digits > 5 and has_phone(text):
        yield sure("phone")
    elif digits > 4 and (
        _MASKED.search(text)
        or any(
            len(_digits(match.group())) == 9
            for pattern in (_LOST_ZERO, _BARE)
            for match in pattern.finditer(text)
        )
        or any(_is_full(_o_as_zero(match.group())) for match in _WITH_O.finditer(text))
    ):
        yield doubtful("phone")
    yield from _on_line(text, low)
    if text.count(".") > 1 or text.count(":") > 1 or text.count("-") > 4:
        if any(pattern.search(text) for pattern in (_IP, _IP_SHORT, _IP6)):
            yield sure("ip")
        if _MAC.search(text):
            yield sure("machine")


def _on_line(text: str, low: str) -> Iterator[Finding]:
    is_mail = False
    if holds_any(low, _MAIL_WORDS):
        is_mail = bool(("@" in text and _EMAIL.search(text)) or _EMAIL_SPELLED.search(text))
        if is_mail:
            yield sure("email")
        elif _EMAIL_BROKEN.search(text):
            yield doubtful("email")
    if holds_any(low, _URL_WORDS) and _URL.search(text):
        yield doubtful("url")
    if not is_mail and holds_any(low, _HANDLE_WORDS) and _HANDLE.search(text):
        yield doubtful("handle")


def has_phone(text: str) -> bool:
    """Say whether a plain text holds a telephone number, Swedish or with the code of a country.

    Examples
    --------
    >>> has_phone("(031) 390 06 00"), has_phone("+46 (0)70 174 06 05"), has_phone("kl 08-12 och 13-17")
    (True, True, False)
    """
    if not any(sign.isdigit() for sign in text):
        return False
    if _MOBILE.search(text) or _NO_PLUS.search(text) or _is_spelled_out(text):
        return True
    if any(8 <= len(_digits(match.group())) <= 15 for match in _ABROAD.finditer(text)):
        return True
    if any(_is_domestic(match) for pattern in (_DOMESTIC, _ODD_PART) for match in pattern.finditer(text)):
        return True
    pairs = (match.group().split() for match in _PAIRS.finditer(text))
    if any(sorted(set(pair)) != pair for pair in pairs):  # 01 02 03 04 05 are months or steps
        return True
    return any(
        6 <= len(_digits(match.group(1))) <= 13 and _no_date(match.group(1))
        for match in _ANNOUNCED.finditer(text)
    )


def _is_spelled_out(text: str) -> bool:
    """Say whether a whole number stands without anything between its digits, or with the same sign between all."""
    if any(9 <= len(match.group()) <= 10 for match in _UNBROKEN.finditer(text)):
        return True
    spread = (_digits(match.group()) for match in _SPREAD.finditer(text))
    # Answers on a scale stand so too, but they do not go beyond six, or they rise.
    return any(_is_full(digits) and max(digits) > "6" and sorted(digits) != list(digits) for digits in spread)


def _is_domestic(match: re.Match[str]) -> bool:
    """Judge a zero, an area code and the rest by their length; without anything between them they must be full."""
    digits, rest = _digits(match.group()), match["rest"]
    if match["part"].strip() == "." and match["sep"] not in (".", ""):
        return False
    least = 9 if match["part"] == "" else 8
    return least <= len(digits) <= 10 and len(_digits(rest)) >= 5 and digits[:2] != "00"


def _is_full(digits: str) -> bool:
    return 9 <= len(digits) <= 10 and _FULL.fullmatch(digits) is not None


def _o_as_zero(written: str) -> str:
    return re.sub("[ -]", "", written).replace("O", "0").replace("o", "0")


def _no_date(written: str) -> bool:
    return re.search(r"(?:19|20)\d\d-\d\d|\d\d[.:]\d\d\s?-\s?\d\d[.:]\d\d", written) is None


def _digits(text: str) -> str:
    return "".join(filter(str.isdigit, text))
