"""The glossary: the words that a report uses and a reader may not know, each with its name in the other language."""

import re
from collections.abc import Iterator

from fou_eval.declaration.text import Language
from fou_eval.disclosure.release import Release
from fou_eval.formatting import percent
from fou_eval.language import phrase
from fou_eval.language.foreign import other
from fou_eval.language.glossary import FORMS, WORDS
from fou_eval.report import blocks
from fou_eval.report.blocks import Block

# In Swedish these stand last, in this order.
_LAST = str.maketrans({"å": "{", "ä": "|", "ö": "}"})


def glossary(release: Release, text: str, language: Language) -> Iterator[Block]:
    """Explain the words of a text in alphabetical order.

    Parameters
    ----------
    release
        What is reported, with its plan.
    text
        All that the report says.
    language
        Language of the report.
    """
    yield blocks.paragraph(phrase("report.glossary.text", language))
    names = {key: _name(key, language) for key in used(text, language)}
    items, foreign = [], []
    for key in sorted(names, key=lambda key: in_order(names[key])):
        values = {"own": names[key], "other": _name(key, other(language))}
        alike = values["own"] == values["other"]
        lead = phrase(f"report.glossary.{'alike' if alike else 'lead'}", language, values)
        level = percent(release.plan.confidence, language)
        items.append((lead, phrase(f"word.{key}.text", language, {"level": level})))
        if not alike:
            foreign.append({"text": values["other"], "lang": other(language)})
    yield {**blocks.terms(items, "small"), "foreign": foreign}


def used(text: str, language: Language) -> list[str]:
    """Find the words of the catalogue that a text uses.

    Examples
    --------
    >>> used("Placeringar och deras hushåll", "sv")
    ['household', 'placement']
    """
    keys = [key.removeprefix("word.") for key in WORDS if not key.endswith(".text")]
    folded = text.casefold()  # most forms stand nowhere, which a plain search tells in a tenth of the time
    return [
        key
        for key in keys
        if any(form.casefold() in folded and _occurs(form, text) for form in forms(key, language))
    ]


def forms(key: str, language: Language) -> tuple[str, ...]:
    """Give the beginnings by which a word is recognised in a text."""
    place = 0 if language == "sv" else 1
    if key in FORMS:
        return FORMS[key][place]
    return (re.split(r", | \(", WORDS[f"word.{key}"][place])[0],)


def in_order(name: str) -> str:
    """Give what a word is sorted by: å, ä and ö last, and no difference between small and capital letters.

    Examples
    --------
    >>> sorted(["område", "årsarbetare", "HVB", "ändring"], key=in_order)
    ['HVB', 'område', 'årsarbetare', 'ändring']
    """
    return name.casefold().translate(_LAST)


def _occurs(form: str, text: str) -> bool:
    """Say whether a form begins a word; one of capitals is a name and is the whole of it."""
    pattern = re.escape(form)
    if form.isupper():
        return re.search(rf"(?<!\w){pattern}(?!\w)", text) is not None
    return re.search(rf"(?<!\w){pattern}", text, re.IGNORECASE) is not None


def _name(key: str, language: Language) -> str:
    return phrase(f"word.{key}", language)
