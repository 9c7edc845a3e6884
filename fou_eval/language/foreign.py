"""Words of another language inside a text, so that a screen reader pronounces them as what they are.

The lists hold what the reports use; titles of works and the other name of a word in the glossary are told where they
stand. File names and commands are recognised by their form.
"""

import re
from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import TypedDict

from fou_eval.declaration.text import Language


class Foreign(TypedDict):
    """Words, and the language that they are in."""

    text: str
    lang: Language


# What reads as English, or as Swedish, by its form: names of files and of commands, and names with low lines.
_NAMES = re.compile(
    r"(?<![\w/])fou-eval(?: [a-z]+\b)?|(?<![\w/])(?:[\w*-]+/)*[\w*-]+\.(?:yaml|json|csv|xlsx|pdf|lock|md|svg|docx)\b"
    r"|(?<![\w/])[a-z]+(?:_[a-z]+)+\b(?!\.)"
)
_SWEDISH = re.compile(r"\w*[åäöÅÄÖ]\w*")
_WORDS: Mapping[Language, tuple[str, ...]] = MappingProxyType(
    {
        # In Swedish texts: names of methods.
        "sv": ("bootstrap", "jackknife", "leave-one-out", "maxT", "mid-p", "commit"),
        # In English texts: Swedish names of offices, laws, registers and documents.
        "en": (
            *("familjeombud", "Familjelotsen", "Länken", "Kolada", "FoU-Centrum", "FoU", "FoU-rapport"),
            *("Socialstyrelsen", "Skolinspektionen", "Skolverket", "Arbetsförmedlingen", "Försäkringskassan"),
            *("SCB", "SKL", "SKR", "HVB", "SiS", "SIP", "LVU", "LSS", "SoL", "NPF", "BBIC", "Linköping"),
        ),
    }
)
_OTHER: Mapping[Language, Language] = MappingProxyType({"sv": "en", "en": "sv"})


def other(language: Language) -> Language:
    """Give the other language.

    Examples
    --------
    >>> other("sv"), other("en")
    ('en', 'sv')
    """
    return _OTHER[language]


def foreign_words(texts: Iterable[str], language: Language) -> list[Foreign]:
    """Find the words of the other language in some texts, the longest first.

    Parameters
    ----------
    texts
        What is read.
    language
        Language of the texts.

    Examples
    --------
    >>> foreign_words(["Testet (maxT) gör fou-eval verify."], "sv")
    [{'text': 'fou-eval verify', 'lang': 'en'}, {'text': 'maxT', 'lang': 'en'}]
    """
    whole = "\n".join(texts)
    found = set((_NAMES if language == "sv" else _SWEDISH).findall(whole))
    found |= {word for word in _WORDS[language] if re.search(rf"(?<!\w){re.escape(word)}(?!\w)", whole)}
    return [Foreign(text=text, lang=other(language)) for text in sorted(found, key=_longest)]


def _longest(text: str) -> tuple[int, str]:
    return -len(text), text
