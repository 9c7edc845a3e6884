"""Words that tell of few, of all or of none: what no sentence of a report may say of families and persons."""

import re
from collections.abc import Mapping
from functools import cache

from fou_eval.declaration.text import Language

COUNTED: Mapping[Language, str] = {
    "sv": r"(?:familj(?:en|er|erna)?|personer?|barn(?:en)?|föräld(?:er|rar|rarna)|vårdnadshavare|syskon|mål)",
    "en": r"(?:famil(?:y|ies)|persons?|child(?:ren)?|parents?|guardians?|siblings?|people|goals?)",
}
_SMALL: Mapping[Language, tuple[str, ...]] = {
    "sv": ("noll", "en|ett", "två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio"),
    "en": ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"),
}
_ALL_OR_NONE: Mapping[Language, str] = {
    "sv": r"samtliga|alla|ingen|inga|inget|varje|endast en|bara en|en enda|en enskild|en och samma",
    "en": r"all|every|each|no|none of the|not one|only one|a single|the only|one and the same",
}
_GOAL = re.compile(r"(?:mål|goals?)$", re.IGNORECASE)  # "a goal of the project" is no family
_WHOLE = re.compile(r"(?<![\d.,])(?:100|0)\s?(?:%|procent\b|per\s?cent\b)", re.IGNORECASE)


@cache
def groups(language: Language, threshold: int) -> Mapping[str, re.Pattern[str]]:
    """Give what no sentence may hold: few of something counted, or all or none of it."""
    whole = rf"\b(?P<few>{_ALL_OR_NONE[language]})"
    counted = COUNTED[language]
    return {
        "a small group": re.compile(rf"{_few(language, threshold)}\s+(?:\w+\s+)?{counted}\b", re.IGNORECASE),
        "all or none of a group": re.compile(rf"{whole}\s+(?:\w+\s+)?{counted}\b", re.IGNORECASE),
    }


def _few(language: Language, threshold: int) -> str:
    words = _SMALL[language][:threshold]
    few = "|".join((*(str(count) for count in range(threshold)), *words))
    return rf"(?<![\w,.–−+-])(?P<few>(?:{few})(?:–(?:{few}))?)"


def told_of_few(text: str, language: Language, threshold: int) -> bool:
    """Say whether a text of somebody's own counts fewer families or persons than a threshold, also with "of the".

    Examples
    --------
    >>> told_of_few("Three of the 18 families moved.", "en", 5), told_of_few("In 2016 the goal was new.", "en", 5)
    (True, False)
    """
    part = re.compile(
        rf"{_few(language, threshold)}\s+(?:(?:av|of)\s+(?:\w+\s+){{0,3}})?(?:\w+\s+)?{COUNTED[language]}\b",
        re.IGNORECASE,
    )
    return any(not _GOAL.search(match.group(0)) for match in part.finditer(text))


def told_of_all(text: str, language: Language) -> bool:
    """Say whether a text of somebody's own tells of all, each or none of the families or persons.

    Examples
    --------
    >>> told_of_all("Alla de 18 familjerna var nöjda.", "sv"), told_of_all("Familjerna var nöjda.", "sv")
    (True, False)
    """
    whole = re.compile(
        rf"\b(?:{_ALL_OR_NONE[language]})\s+(?:(?:av|of|de|the)\s+)?(?:\w+\s+){{0,2}}{COUNTED[language]}\b",
        re.IGNORECASE,
    )
    every = (match.group(0) for match in whole.finditer(text))
    return _WHOLE.search(text) is not None or any(not _GOAL.search(words) for words in every)
