"""Find what points out a person in a text; say of what kind it is and never what it says."""

import re

from fou_eval.intake.persons.addresses import address_kinds
from fou_eval.intake.persons.births import birth_kinds
from fou_eval.intake.persons.contacts import contact_kinds
from fou_eval.intake.persons.finding import Finding, doubtful, sure
from fou_eval.intake.persons.identity_numbers import NumberKind, number_kinds
from fou_eval.intake.persons.named import name_kinds
from fou_eval.intake.persons.names import NAMES, ORDINARY_WORDS, bare
from fou_eval.intake.persons.plain import LONGEST, plain, unwrapped
from fou_eval.intake.persons.records import record_kinds

__all__ = ["Finding", "id_names", "in_number", "in_text", "may_be_shown", "name_words", "plain"]

_LETTERS = re.compile(r"[^\W\d_]")
_TOKEN = re.compile(r"[^\W\d_]+")
_TWO_CAPITALISED = re.compile(r"\b([A-ZÅÄÖÉ][a-zåäöéü]+)[ ,-]+([A-ZÅÄÖÉ][a-zåäöéü]+)\b")
_OF_HEADERS = frozenset(
    {
        *(
            "andel",
            "antal",
            "barn",
            "blad",
            "code",
            "count",
            "data",
            "date",
            "datum",
            "enhet",
            "event",
            "fråga",
        ),
        *(
            "group",
            "grupp",
            "instrument",
            "kod",
            "kolumn",
            "kommentar",
            "kön",
            "mått",
            "mät",
            "mätning",
            "nivå",
        ),
        *(
            "number",
            "nummer",
            "period",
            "poäng",
            "question",
            "repeat",
            "roll",
            "score",
            "skala",
            "slut",
            "start",
        ),
        *(
            "status",
            "summa",
            "svar",
            "tabell",
            "tid",
            "time",
            "timmar",
            "total",
            "typ",
            "type",
            "value",
            "värde",
        ),
        *("våg", "wave", "vecka", "ålder", "år"),
    }
)
_OF_SENTENCES = {"capital"}
"""Kinds that mean something in a note and nothing in a header or a title, where many words have a capital."""
_GRAVE: dict[NumberKind, Finding] = {
    "pnr": sure("pnr"),
    "pnr_wrong": Finding("pnr_wrong", "stop", "possible_identifier"),
    "pnr_foreign": sure("pnr_foreign"),
    "pnr_part": doubtful("pnr_part"),
}


def in_text(value: str) -> tuple[Finding, ...]:
    """Find identifiers in a text of any kind: free text, an undeclared cell, a header, a file name.

    Examples
    --------
    >>> [finding.kind for finding in in_text("Ringt mamma Anna 070-174 06 33")]
    ['phone', 'name']
    >>> in_text("Trivs i skolan, kl 08.30-15.45")
    ()
    """
    text = plain(value[:LONGEST])
    found = dict.fromkeys(_in_plain(text))
    for inner in unwrapped(text):
        found |= dict.fromkeys(_in_plain(inner))
    return tuple(found)


def _in_plain(text: str) -> list[Finding]:
    found: list[Finding] = []
    line = text.replace("\n", " ")  # a number may run on over the end of a line
    found += (_GRAVE[kind] for kind in sorted(number_kinds(line)))
    found += contact_kinds(line)
    if len(text) > 4:
        found += address_kinds(text)
        found += record_kinds(text)
        found += birth_kinds(text)
    if _LETTERS.search(text):
        found += name_kinds(text)
    return found


def in_number(value: str) -> tuple[Finding, ...]:
    """Find identity numbers only, for columns that hold numbers, dates or codes.

    Examples
    --------
    >>> [finding.kind for finding in in_number("8507099805.0")], in_number("2024-01-15")
    (['pnr'], ())
    """
    return tuple(_GRAVE[kind] for kind in sorted(number_kinds(plain(value))))


def id_names(text: str) -> list[str]:
    """Give the words of an id that are names, in lower case; in an id an ordinary word is hardly meant.

    Examples
    --------
    >>> id_names("F12_Anna"), id_names("FAM2001")
    (['anna'], [])
    """
    words = (bare(word) for word in _TOKEN.findall(text) if len(word) > 2)
    return [name for word in words if (name := _listed(word))]


def _listed(word: str) -> str | None:
    """Give a word, without the s of the genitive, if it is a name of the lists."""
    genitive = word[:-1] if len(word) > 4 and word[-1] == "s" and word[-2] != "s" else word
    return next((name for name in (word, genitive) if name in NAMES), None)


def name_words(text: str) -> list[str]:
    """Give the words of a header or property that are names, in lower case and without the ambiguous ones.

    Examples
    --------
    >>> name_words("Maj Anna")
    ['anna']
    """
    return [word for word in id_names(text) if word not in ORDINARY_WORDS]


def may_be_shown(text: str) -> bool:
    """Say whether a header or the name of a sheet may be repeated: nothing in it could be a person.

    Examples
    --------
    >>> may_be_shown("Frånvaro %"), may_be_shown("Anna"), may_be_shown("Xanthippa Quetzal")
    (True, False, False)
    """
    found = [finding for finding in in_text(text) if finding.kind not in _OF_SENTENCES]
    if len(text) > 60 or found or name_words(text) or re.search(r"\d{5}", text):
        return False
    capitalised = [word for word in _TOKEN.findall(text) if word[0].isupper()]
    if len(capitalised) > 2 or any(word.casefold().endswith("sson") for word in capitalised):
        return False
    pairs = _TWO_CAPITALISED.findall(text)  # may be a name that is in no list; the address says enough
    return all({one.casefold(), other.casefold()} & _OF_HEADERS for one, other in pairs)
