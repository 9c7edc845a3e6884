"""How the phrase catalogue is set: marks, spaces and signs, and both languages saying the same."""

import re

import pytest

from fou_eval.formatting import interval_label, percent
from fou_eval.language import PHRASES

# What is typed into a terminal, or shown as it is typed; nothing in it is set.
TYPED = {
    "replication.done": "a command with a file name between straight quotes",
    "bundle.make.python": "a command with more words to come",
    "bundle.guide.plain": "commands in a text file",
    "bundle.guide.needs": "commands in a text file",
    "issue.auto_date": "shows what was typed into a cell",
}
FAULTS = {
    "a straight quotation mark or apostrophe": r"[\"']",
    "two spaces": r"\S  +\S",
    "a space before a mark": r" [,.;:!?](?=\s|$)",
    "a hyphen for a minus sign or a dash": r"(?<![\w\d–}-])-(?=[\d{])| - |\d-\d",
    "three full stops for an ellipsis": r"\.\.\.",
    "a space before per cent that may break": r"[\d}] %",
    "an abbreviated interval without its level": r"\b95\s?%?\s?(?:KI|CI)\b",
}
OF_LANGUAGE = (
    {
        "per cent without its space": r"[\d}]%",
        "an English quotation mark": "“",
        "a decimal point": r"(?<![\d.])\d+\.\d+(?![.\d])",
        "an English word": r"\b(?:the|and|with|which|families|shown|not|this|from|are)\b",
    },
    {
        "per cent with a space": r"[\d}][ \u00a0]%",
        "a decimal comma": r"\b\d+,\d{1,2}\b(?!\d)",
        "a Swedish word": r"\b(?:och|inte|som|är|för|familjer|visas|saknas|eller|från|vid|med)\b",
    },
)
# Names of files, columns and keys of declarations are not words.
NAMES = r"\b\w*_\w+\b|\b[\w-]+\.(?:yaml|json|csv|xlsx|pdf|lock|txt|jsonl|md|R|py|key)\b|`[^`]*`|\{[^}]*\}"
ASIDE = r"\b(?:Python|python|RO-Crate)\s?\d[\d.]*|\b\d{4}-\d{2}(?:-\d{2})?\b"  # versions, and days as they are typed
# Words that read alike in both languages.
ALIKE = {
    "issue.severity.info",
    "format.per",
    "figure.persons_one",
    "report.study_version",
    "report.again.data",
    "check.next.report",
    "codebook.head.instrument",
    "codebook.form.text",
    "codebook.unit.person",
    "codebook.respondent.register",
    "verify.about.data",
    "verify.about.plan",
    "verify.about.code",
    "verify.code.commit",
    "claims.kind.plan",
    *("word.kolada", "word.mid_p", "word.person", "word.scenario"),
}


def found(place: int) -> list[tuple[str, str]]:
    patterns = {**FAULTS, **OF_LANGUAGE[place]}
    plain = {key: re.sub(ASIDE, "0", text[place]) for key, text in PHRASES.items() if key not in TYPED}
    return [
        (kind, key)
        for key, text in plain.items()
        for kind, pattern in patterns.items()
        if re.search(pattern, re.sub(NAMES, "", text) if "word" in kind else text)
    ]


@pytest.mark.parametrize("place", [0, 1], ids=["sv", "en"])
def test_phrases_are_set_as_the_language_is_printed(place: int) -> None:
    assert found(place) == []


def test_what_is_typed_is_still_there() -> None:
    every = "|".join(FAULTS.values()) + "|" + OF_LANGUAGE[0]["a decimal point"]
    assert [key for key in TYPED if not any(re.search(every, text) for text in PHRASES[key])] == []


def test_both_languages_have_the_same_places() -> None:
    def places(text: str) -> set[str]:
        return set(re.findall(r"\{(\w+)[^}]*\}", text))

    assert [key for key, (sv, en) in PHRASES.items() if places(sv) != places(en)] == []


def test_a_phrase_is_translated() -> None:
    same = {
        key
        for key, (sv, en) in PHRASES.items()
        if sv == en and re.search(r"[^\W\d_]{3}", re.sub(r"\{\w+\}", "", sv))
    }
    assert same - ALIKE == set()
    assert ALIKE - same == set()


def test_the_level_of_confidence_is_written_in_one_place() -> None:
    assert [key for key, text in PHRASES.items() if re.search(r"\bKI\b|\bCI\b", " ".join(text))] == [
        "format.interval_label"
    ]
    assert interval_label(0.95, "sv") == "95\u00a0%\u00a0KI"
    assert interval_label(0.95, "en") == "95%\u00a0CI"
    assert (percent(0.5, "sv"), percent(0.5, "en")) == ("50\u00a0%", "50%")
