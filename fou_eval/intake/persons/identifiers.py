"""Find what points out a person in a text; say of what kind it is and never what it says."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from fou_eval.intake.persons.identity_numbers import number_kinds
from fou_eval.intake.persons.names import FIRST_NAMES, NAMES, ORDINARY_WORDS, SURNAMES
from fou_eval.intake.spelling import INVISIBLE, same_header

_DASHES = re.compile("[\u2010-\u2015\u2212\ufe58\ufe63\uff0d]")
_INVISIBLE = str.maketrans("", "", INVISIBLE)
_INTERESTING = re.compile(r"\d{2}|@|[A-ZÅÄÖÉ]|www|http|gatan|vägen|född|dnr", re.IGNORECASE)

_MONTH = r"(?:jan|feb|mar|apr|maj|jun|jul|aug|sep|okt|oct|nov|dec)[a-zåäö]*"
_EMAIL = re.compile(r"[\w.+-]{1,64}\s?@\s?[\w-]+(?:\.[\w-]+)+")
_SURE: dict[str, re.Pattern[str]] = {
    "phone": re.compile(
        r"(?<![\d.,:/-])(?:(?:\+46|0046)\s?\(?0?\)?\s?|0)[1-9]\d{0,2}\)?\s?[-/ ]?\s?\d{2,3}(?:[ -]?\d{2,3}){1,3}"
        r"(?![\d]|[.,:/-]\d)"
    ),
    "street": re.compile(
        r"\b[A-ZÅÄÖa-zåäö]{2,}(?:gatan|vägen|gränd|torget|stigen|backen|allén|(?<=s)gata|(?<=s)väg)\s+\d{1,3}\s?[A-Za-z]?\b"
    ),
    "ip": re.compile(r"(?<![\d.])(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)\.){3}(?:25[0-5]|2[0-4]\d|1?\d?\d)(?![\d.])"),
    "account": re.compile(
        r"\b[A-Z]{2}\d{2}(?:\s?[A-Z0-9]{4}){3,7}\b|\b(?:kontonr|kontonummer|bankkonto|clearing\w*|bankgiro|plusgiro)\W+\d",
        re.IGNORECASE,
    ),
    "birth_date": re.compile(
        r"\b(?:född|fött|föddes|f\.|födelsedatum|född:|born)\s*(?:den\s*)?"
        rf"(?:\d{{1,2}}\s*[./]?\s*(?:{_MONTH}|\d{{1,2}})|\d{{4}}-?\d{{2}}-?\d{{2}}|\d{{6}})",
        re.IGNORECASE,
    ),
}
_POSSIBLE: dict[str, re.Pattern[str]] = {
    "postcode": re.compile(r"(?<!\d)(?:SE-?)?[1-9]\d{2}\s\d{2}\s+[A-ZÅÄÖ][a-zåäö]+|\bSE-?\d{5}\b"),
    "school": re.compile(
        r"\b[A-ZÅÄÖ][a-zåäö]+(?:[- ][A-ZÅÄÖ]?[a-zåäö]+)?(?:-?skolan|s skola|s förskola|förskolan|gymnasiet|gymnasium)\b"
        r"|\b(?!för|grund|hög|sär|fri|låg|mellan|hem|gymnasie|resurs|special|kultur|musik|åter|till|från|i)[a-zåäö]{5,}skolan\b"
    ),
    "case_number": re.compile(
        r"\b(?:dnr|diarienr|diarienummer|ärendenr|ärendenummer|målnr)\b|\b[A-Z]{2,5}[ -]?(?:19|20)\d\d[/-]\d{3,}",
        re.IGNORECASE,
    ),
    "url": re.compile(r"https?://|www\.", re.IGNORECASE),
    "plate": re.compile(r"\b(?!ADHD)[A-HJ-PR-UW-Z]{3}\s?\d{2}[A-HJ-PR-UW-Z0-9]\b"),
    "date_in_text": re.compile(r"(?<!\d)(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?!\d)"),
}
_BARE_DATE = re.compile(r"\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])")
_KIN = re.compile(
    r"\b(?i:mamma|pappa|mor|far|mormor|morfar|farmor|farfar|bror|brodern|syster|system|son|sonen|dotter|dottern|styvfar|"
    r"styvmor|kusin|moster|faster|morbror|farbror|handläggare|läkare|lärare|rektor|kurator|socialsekreterare|psykolog|"
    r"kontaktperson|barnet|flickan|pojken|mother|father|teacher)n?s?\s+([A-ZÅÄÖÉ][a-zåäöé]+)"
)
_TOKEN = re.compile(r"[^\W\d_]+")


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_PERSONAL_HEADERS: dict[str, frozenset[str]] = {
    "name": _words(
        "namn förnamn efternamn fornamn barnetsnamn föräldernsnamn barnnamn name firstname surname lastname"
    ),
    "pnr": _words("personnummer personnr pnr persnr pnummer samordningsnummer ssn personalidentitynumber"),
    "birth_date": _words(
        "födelsedatum fodelsedatum född fodd födelsedag födelsetid dateofbirth birthdate dob"
    ),
    "phone": _words("telefon telefonnummer telefonnr tel mobil mobilnummer mobiltelefon phone"),
    "email": _words("epost e-post mejl mejladress email e-mail mail e-postadress epostadress"),
    "street": _words("adress gatuadress bostadsadress hemadress address"),
    "ip": _words("ip ipadress ip-adress ipaddress"),
    "account": _words("kontonummer kontonr bankkonto iban"),
}
_PEOPLE = _words(
    "barn barnet barnets förälder förälderns föräldrarnas mor moderns mamma mammas far faderns pappa pappas person "
    "personens elev elevens klient klientens vårdnadshavare vårdnadshavares familjens syskon child parent mother father"
)


@dataclass(frozen=True, slots=True)
class Finding:
    """A kind of identifier, how grave it is and by which rule."""

    kind: str
    severity: Literal["stop", "warning"]
    rule: Literal["direct_identifier", "possible_identifier", "identifying_id"]


def plain(text: str) -> str:
    """Give a text with plain digits, dashes and blanks and nothing invisible, so that no spelling hides a number.

    Examples
    --------
    >>> plain("850709\u20139805")
    '850709-9805'
    """
    bare = unicodedata.normalize("NFKC", text).translate(_INVISIBLE)
    return _DASHES.sub("-", bare).strip().lstrip("'")


def in_text(value: str) -> tuple[Finding, ...]:
    """Find identifiers in a text of any kind: free text, an undeclared cell, a header, a file name.

    Examples
    --------
    >>> [finding.kind for finding in in_text("Ringt mamma Anna 070-174 06 33")]
    ['phone', 'name']
    >>> in_text("Trivs i skolan, insats 2023-02-01 till 2023-08-31")
    ()
    """
    text = plain(value)
    if not _INTERESTING.search(text):
        return ()
    numbers = in_number(text)
    sure = [
        Finding(kind, "stop", "direct_identifier") for kind, pattern in _SURE.items() if pattern.search(text)
    ]
    if "@" in text and _EMAIL.search(text):
        sure.append(Finding("email", "stop", "direct_identifier"))
    possible = [kind for kind, pattern in _POSSIBLE.items() if pattern.search(text)]
    if _BARE_DATE.fullmatch(text):
        possible.append("date_in_text")
    doubts = [Finding(kind, "warning", "possible_identifier") for kind in possible]
    return tuple(dict.fromkeys([*numbers, *sure, *_names(text), *doubts]))


def in_number(value: str) -> tuple[Finding, ...]:
    """Find identity numbers only, for columns that hold numbers, dates or codes."""
    grave = {
        "pnr": Finding("pnr", "stop", "direct_identifier"),
        "pnr_wrong": Finding("pnr_wrong", "stop", "possible_identifier"),
        "pnr_part": Finding("pnr_part", "warning", "possible_identifier"),
    }
    return tuple(grave[kind] for kind in sorted(number_kinds(plain(value))))


def personal_header(header: str) -> Finding | None:
    """Say whether a header announces names, identity numbers, addresses or the like.

    Examples
    --------
    >>> personal_header("Barnets personnummer").kind, personal_header("Barnets namn").kind
    ('pnr', 'name')
    >>> personal_header("Insatsens namn") is None
    True
    """
    words = [word.casefold() for word in _TOKEN.findall(header)]
    bare = same_header(header).replace("_", "")
    tried = [bare, *(word for word in words if len(word) > 7)]
    if set(words) & _PEOPLE and set(words) & {"namn", "name", "adress", "telefon", "tel", "mobil"}:
        tried += words
    kinds = (kind for word in tried for kind, known in _PERSONAL_HEADERS.items() if word in known)
    kind = next(kinds, None)
    return Finding(kind, "stop", "direct_identifier") if kind else None


def id_names(text: str) -> list[str]:
    """Give the words of an id that are names, in lower case; in an id an ordinary word is hardly meant."""
    return [word.casefold() for word in _TOKEN.findall(text) if len(word) > 2 and word.casefold() in NAMES]


def name_words(text: str) -> list[str]:
    """Give the words of a header or property that are names, in lower case and without the ambiguous ones."""
    return [word for word in id_names(text) if word not in ORDINARY_WORDS]


def may_be_shown(text: str) -> bool:
    """Say whether a header or the name of a sheet may be repeated: nothing in it could be a person.

    Examples
    --------
    >>> may_be_shown("Frånvaro %"), may_be_shown("Anna"), may_be_shown("Kodnyckel Ö Xyzsson")
    (True, False, False)
    """
    if len(text) > 60 or in_text(text) or name_words(text) or re.search(r"\d{5}", text):
        return False
    capitalised = [word for word in _TOKEN.findall(text) if word[0].isupper()]
    return len(capitalised) < 3 and not any(word.casefold().endswith("sson") for word in capitalised)


def _names(text: str) -> Iterator[Finding]:
    tokens = [(match.group(), match.start()) for match in _TOKEN.finditer(text)]
    written = [
        (word, start) for word, start in tokens if word.istitle() or (word.isupper() and len(word) > 3)
    ]
    hits = [
        (word.casefold(), start, start + len(word)) for word, start in written if word.casefold() in NAMES
    ]
    pair = any(
        first[0] in FIRST_NAMES and second[0] in SURNAMES and text[first[2] : second[1]] in (" ", "-", ", ")
        for first, second in pairwise(hits)
    )
    kin = [match.group(1).casefold() for match in _KIN.finditer(text)]
    if pair or any(word in FIRST_NAMES for word in kin):
        yield Finding("name", "stop", "direct_identifier")
    elif kin or any(_alone(word, start, text) for word, start, _ in hits):
        yield Finding("name", "warning", "possible_identifier")


def _alone(word: str, start: int, text: str) -> bool:
    """Judge a single name: one that is an ordinary word too counts only inside a sentence."""
    if word not in ORDINARY_WORDS:
        return True
    before = text[:start].rstrip(" \"'(")
    return (
        bool(before) and before[-1] not in ".!?:;\n" and word not in {"juni", "maj", "jan", "per", "august"}
    )
