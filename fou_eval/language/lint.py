"""What no sentence of ours may say: that something caused a change, or that things got better without how many got worse.

A comparison of before and after without a comparison group shows change, never what caused it; and families who fared
worse are told of wherever those who fared better are. The words of a study's own declarations are not ours, and whoever
looks at a sentence takes them out first.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from fnmatch import fnmatchcase
from functools import cache
from types import MappingProxyType

from fou_eval.declaration.text import Language
from fou_eval.language import PHRASES

# Words that hide in others ("samverkan", "effektiv") are told apart here, once; each line is one way of claiming.
_PROGRAMME = {
    "sv": r"\w*(?:insats|projekt|stöd|lots|ombud|behandling|verksamhet|åtgärd|arbetssätt|samordning)\w*",
    "en": (
        r"(?:\w+-)?(?:project|programme|support|services?|intervention|treatment|pilot|ombud|ombudsm[ae]n|"
        r"caseworkers?|coordination|measures?|activit(?:y|ies))\b"
    ),
}
_CAUSAL: Mapping[Language, tuple[str, ...]] = {
    "sv": (
        r"\w*effekt(?!iv|uer)\w*",
        r"\ble(?:da|der|dde|tt)(?: \w+){0,3} till\b",
        r"\btack vare\b",
        r"\btill följd av\b",
        r"\b(?:som|är|var|blev|vara) en (?:\w+ )?följd av\b",
        r"\bresulter(?:a|ar|ade|at|ande)(?: \w+){0,2} i\b",
        r"\bbidr(?:a|ar|og|agit|agande)(?: \w+){0,3} till\b",
        r"\b(?:på|in)verk(?:a|ar|ade|at|as|ats|ades|ad|ande|an)\b",
        r"\b(?:bi)?verk(?:an|ningar|ningarna)\b",
        r"\bmedför(?:a|de|t|s|des|ts)?\b",
        r"\bföranle(?:da|der|dde|tt|ds|ddes)\b",
        r"\borsak(?:a|ar|ade|at|as|ats|ades|ad|ande)\b",
        r"\borsak(?:en|er|erna)? till\b",
        r"\b(?:orsakssamband|kausal)\w*",
        r"\bupphov till\b",
        r"\b(?:framkalla|åstadkom|möjliggjor|möjliggör)\w*",
        r"\b(?:tillskriv\w*|hänför\w* till)\b",
        r"\b(?:förbättra|försämra|underlätta|lindra|minska|öka)(?:s|des|ts|d|t|de) (?:av|genom|tack)\b",
        r"\b(?:stärk|höj|sänk|hjälp)(?:s|tes|des|ts|t|d|ta|da) (?:av|genom|tack)\b",
        rf"\b(?:på grund av|genom|med hjälp av|ber(?:or|o|odde|ott)(?: \w+)? på) (?:\w+ ){{0,2}}{_PROGRAMME['sv']}",
        rf"\b{_PROGRAMME['sv']} (?:har |hade |kan ha )?(?:förbättra|förhindra|avvärj|förebygg|hjälp)(?:r|de|te|t)\b",
    ),
    "en": (
        r"\w*effect(?!ive(?:ly)?\b|uat)\w*",
        r"\b(?:lead|leads|led|leading)(?: \w+){0,3} to\b",
        r"\bthanks to\b",
        r"\bresult(?:ed|ing)(?: \w+)? in\b",
        r"\b(?:which|that|it|this|they|may|will|can) results? in\b",
        r"\bas an? (?:\w+ )?(?:result|consequence) of\b",
        r"\bcontribut(?:e|es|ed|ing)(?: \w+){0,3} to\b",
        r"\b(?:affect|influence|impact)(?:s|d|ed|ing)?\b",
        r"\bcaus(?:e|es|ed|ing|al|ally|ality|ation)\b",
        r"\b(?:brought|bring|brings|bringing) (?:\w+ )?about\b",
        r"\bg(?:i|a)ve(?:s|n)? rise to\b",
        r"\b(?:attributed|attributable|attributes?|ascribed) to\b",
        r"\bmade possible\b",
        (
            r"\b(?:because of|due to|owing to|on account of|through|by means of|by virtue of|with the help of) "
            rf"(?:\w+ ){{0,3}}{_PROGRAMME['en']}"
        ),
        (
            r"\b(?:improved|worsened|strengthened|raised|reduced|lowered|helped|eased|prevented|avoided) by "
            rf"(?:\w+ ){{0,2}}{_PROGRAMME['en']}"
        ),
        rf"\b{_PROGRAMME['en']} (?:has |have |had |may have )?(?:helped|prevented|averted|improved)\b",
    ),
}
# Phrases that use such a word and claim nothing, each with why.
REVIEWED: Mapping[str, str] = MappingProxyType(
    {
        "report.design_label": "denies it: the label of the design on every page",
        "figure.uncontrolled": "denies it: stands below every figure",
        "statistic.harmed.method": "denies it: says that what caused the deterioration is not known",
        "statistic.hodges_lehmann.method": "about a computation: how much one family moves the number",
        "statistic.hodges_lehmann_rate.method": "about a computation: how much one family moves the number",
        "issue.invalid_characters.control": "about characters in a file, which the analysis never reads",
        "codebook.role.quasi_identifier": "about a column that can help to point somebody out",
    }
)
# Phrases that speak of better alone, with the phrase that speaks of worse and stands beside it wherever they do.
BESIDE: Mapping[str, str] = MappingProxyType(
    {
        "word.net_improvement": "word.net_improvement.text",
        "statistic.share_better.label": "statistic.share_worse.label",
        "statistic.share_not_worse.label": "statistic.share_worse.label",
        "statistic.reliably_improved.label": "statistic.reliably_deteriorated.label",
        "statistic.reliably_improved_gln.label": "statistic.reliably_deteriorated_gln.label",
        "statistic.reliably_improved_en.label": "statistic.reliably_deteriorated_en.label",
        "statistic.reliably_improved_ha.label": "statistic.reliably_deteriorated_ha.label",
        "statistic.reliably_improved_by_reliability.label": "statistic.reliably_deteriorated_by_reliability.label",
        "statistic.recovered.label": "statistic.harmed.label",
        "statistic.recovered_by_cutoff.label": "statistic.harmed.label",
        "statistic.improved_not_recovered.label": "statistic.deteriorated_not_harmed.label",
        "statistic.meaningfully_improved.label": "statistic.meaningfully_worse.label",
        "statistic.nap.label": "statistic.share_worse.label",
        "statistic.sign_test.label": "statistic.share_worse.label",
        "figure.direction.improvement": "figure.overview.alt",
        "figure.individual.finding": "figure.individual.finding_worse",
        "figure.sensitivity.better": "figure.sensitivity.caption",
        "figure.sensitivity.not_better": "figure.sensitivity.caption",
        "figure.share_better": "figure.share_worse",
        "figure.share_not_worse": "figure.share_worse",
        "figure.flows.better": "figure.flows.worse",
        "table.better": "table.worse",
        "table.share_not_worse": "table.worse",
        "sentence.improved": "sentence.split.directed",
    }
)
# Phrases that speak of better alone and tell of nobody who fared better, each with why; * stands for any name.
NO_RESULT: Mapping[str, str] = MappingProxyType(
    {
        "statistic.*.method": "says how a number is computed",
        "statistic.net*_improvement.label": "names what is left when those worse are taken from those better",
        "statistic.probability_improved.label": "names a number in which those worse count as none",
        "statistic.smallest_reliable_change.label": "names a limit, and nobody who passed it",
        "statistic.expected_false_improved.label": "names what errors of measurement alone would give",
        "figure.no_direction": "says that there is no better",
        "figure.better_*": "says which way a scale runs",
        "table.note.neither": "says that there is no better",
        "checks.ranks": "names procedures",
        "report.unknown.regression": "says what is not known",
        "word.better.text": "explains the word",
        "deviations.facet.better": "names what a study declares of an indicator",
        "rule.linked_shares.protects": "names what a rule protects",
        "note.bound_*": "the answer in words, about a mean under an assumption",
        "codebook.head.better": "names what a study declares of an indicator",
    }
)
# Shorter pieces of phrases are taken out of no sentence: they could be part of any.
_LONG = 12
_BETTER = {"sv": re.compile(r"\bbättre\b|förbättr"), "en": re.compile(r"\bbetter\b|\bimprov")}
_WORSE = {
    "sv": re.compile(r"\bsäm(?:re|st)\w*|försämr"),
    "en": re.compile(r"\bwors(?:e|en)|\bdeteriorat|\bpoorer\b"),
}
_UNSEEN = re.compile("[\u00ad\u200b-\u200d\u2060\ufeff]")


def causal_words(text: str, language: Language) -> tuple[str, ...]:
    r"""Find the words of a text that claim a cause, as they read without case, odd spaces and soft hyphens.

    Parameters
    ----------
    text
        A sentence, a label or a whole page.
    language
        Language of the text.

    Examples
    --------
    >>> causal_words("Stödet gav\u00a0EFFEKT och ledde\u00a0till mer skolgång.", "sv")
    ('effekt', 'ledde till')
    >>> causal_words("En effektiv samverkan kring familjen.", "sv")
    ()
    >>> causal_words("Absence fell thanks to the project.", "en")
    ('thanks to',)
    """
    return tuple(match.group(0) for match in _causal(language).finditer(plainly(text)))


def claims(text: str, language: Language) -> tuple[str, ...]:
    """Find the words of a text that claim a cause, but for those in phrases that were reviewed."""
    return causal_words(_without(plainly(text), _reviewed(language)), language)


def declared_claims(contents: Mapping[str, object]) -> Iterator[tuple[str, str]]:
    """Find the words of a study's declarations that claim a cause, each with its file and key.

    They are the study's own and no fault; whoever declares them is told, and decides.

    Examples
    --------
    >>> list(declared_claims({"tables/a.yaml": {"label": {"sv": "Stödets effekt", "en": "Support"}}}))
    [('tables/a.yaml: label.sv', 'effekt')]
    """
    for file, content in contents.items():
        for path, language, text in _declared(content, ()):
            yield from ((f"{file}: {'.'.join(path)}", words) for words in causal_words(text, language))


def written_claims(pieces: Iterable[tuple[str, Language | None, str]]) -> Iterator[tuple[str, str]]:
    """Find the words of the authors' own texts that claim a cause, each with its file and line; told, and no fault.

    Examples
    --------
    >>> list(written_claims([("report/home.sv.md:3", "sv", "Stödet ledde till lugn.")]))
    [('report/home.sv.md:3', 'ledde till')]
    """
    for place, language, text in pieces:
        if language is not None:
            yield from ((place, words) for words in causal_words(text, language))


def _declared(content: object, path: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], Language, str]]:
    """Go through the texts that are declared in two languages, with the keys that lead to each."""
    if isinstance(content, list | tuple):
        content = dict(enumerate(content, start=1))
    for key, value in content.items() if isinstance(content, Mapping) else ():
        here = (*path, str(key))
        if isinstance(value, str) and key in {"sv", "en"}:
            yield here, "sv" if key == "sv" else "en", value
        else:
            yield from _declared(value, here)


def is_one_sided(text: str, language: Language) -> bool:
    """Say whether a text speaks of what got better and not of what got worse.

    Examples
    --------
    >>> is_one_sided("Av 16 familjer fick 9 det bättre.", "sv")
    True
    >>> is_one_sided("Av 16 familjer fick 9 det bättre och 5 det sämre.", "sv")
    False
    """
    plain = plainly(text)
    return bool(_BETTER[language].search(plain)) and not _WORSE[language].search(plain)


def tells_better_alone(text: str, language: Language) -> bool:
    """Say whether a text gives a number for what got better and none for what got worse, reviewed phrases aside."""
    left = _without(plainly(text), _not_results(language))
    return bool(re.search(r"\d", left)) and is_one_sided(left, language)


def says_no_result(key: str) -> bool:
    """Say whether a phrase was reviewed as one that speaks of better and tells of nobody who fared better."""
    return any(fnmatchcase(key, pattern) for pattern in NO_RESULT)


def is_watched(text: str, language: Language) -> bool:
    """Say whether a text has words that are looked for here; in a declaration they are the study's own."""
    plain = plainly(text)
    watched = (_causal(language), _BETTER[language], _WORSE[language])
    return any(pattern.search(plain) for pattern in watched)


def plainly(text: str) -> str:
    """Write a text without case, with single ordinary spaces and without characters that nobody sees."""
    return " ".join(_UNSEEN.sub("", unicodedata.normalize("NFKC", text)).casefold().split())


def _without(text: str, parts: Iterable[str]) -> str:
    for part in parts:
        text = text.replace(part, " \ufffc ")
    return text


@cache
def _causal(language: Language) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{part})" for part in _CAUSAL[language]))


@cache
def _reviewed(language: Language) -> tuple[str, ...]:
    """Give the words of the reviewed phrases between the places that are filled in, the longest first."""
    parts = (part for key in REVIEWED for part in _parts(key, language) if causal_words(part, language))
    return tuple(sorted(parts, key=len, reverse=True))


@cache
def _not_results(language: Language) -> tuple[str, ...]:
    keys = (key for key in PHRASES if says_no_result(key))
    parts = (part for key in keys for part in _parts(key, language) if is_one_sided(part, language))
    return tuple(sorted((part for part in parts if len(part) >= _LONG), key=len, reverse=True))


def _parts(key: str, language: Language) -> Iterator[str]:
    whole = PHRASES[key][0 if language == "sv" else 1]
    yield from (plainly(part) for part in re.split(r"\{\w+\}", whole))
