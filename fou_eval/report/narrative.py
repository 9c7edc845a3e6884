"""The last look before a report is written: no sentence may say more than what was released or declared.

Every sentence, caption, note and alternative text is read as text, whoever wrote it. What the declarations say and what
the reviewed phrases of the catalogue say is taken out; each number that remains must be a released one as it is
printed, and no small group of families or persons may be told, in figures or in words. No report, the internal one
neither, may claim a cause, or give a number for what got better and none for what got worse.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from fou_eval.declaration.text import Language
from fou_eval.disclosure.release import Release
from fou_eval.errors import DisclosureError
from fou_eval.language import PHRASES
from fou_eval.language.lint import claims, is_watched, tells_better_alone
from fou_eval.report.facts import declared_texts, numerals_of, released_numerals
from fou_eval.report.groups import COUNTED, groups
from fou_eval.report.passages import AnyOf
from fou_eval.report.pieces import pieces, sentences

# Phrases whose own words hold a number, or speak of one or of all families, and why each may. Other phrases with such
# words are findings: `note.no_family_changed`, for one, passes no report.
REVIEWED: Mapping[str, str] = MappingProxyType(
    {
        "statistic.": "says how a number is computed, for every study alike",
        "format.": "names a unit or the ends of a fixed scale",
        "checks.": "names a family of procedures",
        "goals.explained.": "explains how goals and answers are counted, for every study alike",
        "advocates.explained.": "explains how the work of advocates is counted, for every study alike",
        "rule.": "says why a number is not shown, for any number under the rule",
        "remedy.": "says what can be done, for any number under the rule",
        "table.": "explains a column, for every study alike",
        "told.": "says how much is shown",
        "word.": "explains a word",
        "report.method.": "describes the method, for every study alike",
        "report.number_range": "explains a range that the internal version shows",
        "report.again.": "describes how the report is made again",
        "report.overview.method_text": "describes the method",
        "report.participants.text": "says what a family and a wave are",
        "report.reading.": "says how to read the report",
        "plain.cause": "says whom nobody asked, for every study alike",
        "plain.safe.": "says what is shown at all",
        "plain.improved": "says what may be, for every study alike",
        "plain.worsened": "says what may be, for every study alike",
        "report.synthetic_notice": "says that all data are made up",
        "edition.": "says until when the data go, and how families that had not reached a wave are counted",
        "report.unknown.": "says what no study of this kind can know",
        "sentence.withheld": "says why a domain is not shown",
        "figure.course.caption": "explains marks without an interval",
        "figure.shares.merged": "explains merged groups",
        "figure.sensitivity.": "names what is tried, for every indicator alike",
        "care.windows.text": "says how windows are counted, for every study alike",
        "care.avoided.text": "says what a judgement is, for every study alike",
        "figure.services.from_": "names a half-year or year before or after entry",
        "figure.services.caption": "explains the figure, for every study alike",
        "note.direction_stable": "the answer in words that takes the place of a number",
        "note.direction_not_stable": "the answer in words that takes the place of a number",
        "note.too_few_families_changed": "the reason why no test was made; the gate counts what it tells",
    }
)
_DATE = re.compile(r"\b(?:\d{4}-\d{2}(?:-\d{2})?|\d{1,2}/\d{1,2}(?:[ -/]\d{2,4})?|(?:19|20)\d{2})\b")
_MARK = re.compile('[”“"«»]')
_QUOTED = re.compile(r"[”“\"«]([^”“\"»]{1,200})[”“\"»]")
# Shorter pieces of phrases are taken out of no sentence: they could be part of any.
_LONG = 12
_HOLE = "\ufffc"  # stands where reviewed or declared words were


@dataclass(frozen=True, slots=True)
class Fault:
    """What a sentence says too much, by kind, and where it stands; the words themselves are not repeated."""

    kind: str
    place: str


def refuse(
    content: Mapping[str, object], release: Release, language: Language, facts: Iterable[object]
) -> None:
    """Refuse to write a report with a sentence that says too much.

    Parameters
    ----------
    content
        The assembled report.
    release
        What passed the gate.
    language
        Language of the report.
    facts
        What is printed beside the release: fingerprints, versions, measured rates.

    Raises
    ------
    DisclosureError
        If there is such a sentence; in the internal profile, one that claims a cause or tells of better alone. It
        names kind and place, never the words.
    """
    look = overclaims if release.profile == "internal" else faults
    found = next(look(content, release, language, facts), None)
    if found is not None:
        raise DisclosureError(
            f"The report was not written: a sentence in {found.place} holds {found.kind}. This is a fault of the "
            "program, not of the data; please report it."
        )


def faults(
    content: Mapping[str, object], release: Release, language: Language, facts: Iterable[object]
) -> Iterator[Fault]:
    """Go through what is said too much."""
    reader = Reader(release, language, facts)
    for place, text in sentences(content):
        yield from (Fault(kind, place) for kind in reader.kinds(text))
    yield from _overclaims(content, reader)


def overclaims(
    content: Mapping[str, object], release: Release, language: Language, facts: Iterable[object]
) -> Iterator[Fault]:
    """Go through what no report may say, whatever its profile."""
    return _overclaims(content, Reader(release, language, facts))


def _overclaims(content: Mapping[str, object], reader: "Reader") -> Iterator[Fault]:
    for place, text in pieces(content):
        yield from (Fault(kind, place) for kind in reader.overclaims(text))


class Reader:
    """Reads sentences about one release in one language.

    Parameters
    ----------
    release, language, facts
        As for `refuse`.
    """

    def __init__(self, release: Release, language: Language, facts: Iterable[object]) -> None:
        words = declared_texts(release, language, facts)
        # A single word such as "Family" hides nothing that is looked for, and would hide what is.
        self._declared = AnyOf(text for text in words if re.search(r"\d|\s", text) and len(text) > 2)
        self._watched = AnyOf(text for text in words if is_watched(text, language))
        self._language: Language = language
        self._outcomes = {item.label(language): item.name for item in release.codebook.indicators()}
        self._labels = AnyOf(self._outcomes)
        self._numerals = released_numerals(release, language, facts)
        self._smallest = release.plan.disclosure.smallest_cell
        self._groups = groups(language, self._smallest)
        self._reviewed = AnyOf(reviewed(language), whole=False)
        self._known = words | quoted(language) | {_HOLE}
        self._splits = split_sentences(language)

    def kinds(self, text: str) -> Iterator[str]:
        """Say of what kind everything is that a sentence says too much."""
        about = {self._outcomes[label] for label in self._labels.found(text)}
        quoted = _QUOTED.findall(self._declared.without(text, _HOLE)) if _MARK.search(text) else []
        if any(words not in self._known for words in quoted):
            yield "a quotation"
        if any(count < self._smallest for count in self._told_counts(text)):
            yield "a small group"
        left = self._declared.without(self._reviewed.without(text, _HOLE), _HOLE)
        if _DATE.search(left):
            yield "a date"
        for kind, pattern in self._groups.items():
            if any(match["few"] not in self._numerals.ranges for match in pattern.finditer(left)):
                yield kind
        numerals = set(numerals_of(left))
        if numerals and not numerals <= self._numerals.of(about):
            yield "a number that was not released"

    def overclaims(self, text: str) -> Iterator[str]:
        """Say whether a text claims a cause, or tells of better alone; the words of declarations are not ours."""
        left = self._watched.without(text, _HOLE)
        if claims(left, self._language):
            yield "a claim of cause"
        # The ends of a scale, as in "School (0–10)", stand in the name of an indicator and count nobody.
        if tells_better_alone(self._labels.without(left, _HOLE), self._language):
            yield "a number for better and none for worse"

    def _told_counts(self, text: str) -> Iterator[int]:
        """Give the counts of those who moved one way, which stand without the word that they count."""
        for pattern in self._splits:
            for match in pattern.finditer(text):
                whole = match.group(0)
                yield from (
                    int(count)
                    for place, count in enumerate(match.groups(), start=1)
                    if not whole[match.end(place) - match.start() :].lstrip().startswith("%")
                )


@cache
def reviewed(language: Language) -> tuple[str, ...]:
    """Give the words of the reviewed phrases between the places that are filled in, where they need a review.

    A place may hold a count, so what is counted stays behind: in "{n} families are missing" the word families does.
    """
    watched = re.compile(rf"\d|\b{COUNTED[language]}\b")
    counted = re.compile(rf"^\s*(?:\w+\s+)?{COUNTED[language]}\b")
    found = set()
    for key in PHRASES:
        if key.startswith(tuple(REVIEWED)):
            first, *others = re.split(r"\{\w+\}", _in(language, key))
            found |= {first, first[:1].upper() + first[1:], *(counted.sub("", part) for part in others)}
    return tuple(sorted(part for part in found if watched.search(part) and len(part) >= _LONG))


@cache
def quoted(language: Language) -> frozenset[str]:
    """Give what phrases of the catalogue quote, such as the marks of a table."""
    return frozenset(words for key in PHRASES for words in _QUOTED.findall(_in(language, key)))


@cache
def split_sentences(language: Language) -> tuple[re.Pattern[str], ...]:
    """Give patterns of the sentences that say how many moved which way; their groups are the counts or shares."""
    keys = [key for key in PHRASES if key.startswith("sentence.split.") and "{first}" in PHRASES[key][0]]
    # The sentence may begin with a capital.
    return tuple(re.compile("".join(_filled(_in(language, key)[1:]))) for key in keys)


def _filled(words: str) -> Iterator[str]:
    """Turn a phrase into a pattern that takes what it counts as a group, and reads over who is counted."""
    for place, part in enumerate(re.split(r"\{(\w+)\}", words)):
        if place % 2 == 0:
            yield re.escape(part)
        else:
            yield ".+?" if part == "who" else r"(\d+)(?:\s?%)?"


def _in(language: Language, key: str) -> str:
    return PHRASES[key][0 if language == "sv" else 1]
