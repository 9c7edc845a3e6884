"""What a sentence of a report may draw on: the words of the declarations, and the released numbers as printed."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass
from math import isfinite

from pydantic import BaseModel

from fou_eval.declaration.records import Subject
from fou_eval.declaration.text import Language, Text
from fou_eval.disclosure.declared import limits
from fou_eval.disclosure.release import Release, Released
from fou_eval.estimates import Estimate
from fou_eval.formatting import count_range, day, interval_label, named_month, number, p_value, percent
from fou_eval.language import phrase
from fou_eval.quantities import interval_text, value_text

MONEY: tuple[Subject, ...] = ("costs", "unit_prices")  # tables whose amounts are in the prices of a year
_NEXT_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-ZÅÄÖ])")
_NUMERAL = re.compile(r"\d+(?:[.,\u00a0\u202f]\d+)*")
_MONTH = re.compile(r"\d{4}-(?:0[1-9]|1[0-2])(?:-\d{2})?")


def first_sentence(text: str) -> str:
    """Give the first sentence of what was said; what follows it is a remark.

    Examples
    --------
    >>> first_sentence("Leisure is to improve. No result was claimed."), first_sentence("See fig. 2")
    ('Leisure is to improve.', 'See fig. 2')
    """
    return _NEXT_SENTENCE.split(text, maxsplit=1)[0]


def numerals_of(text: str) -> list[str]:
    r"""Find the numbers in a text, without sign.

    Examples
    --------
    >>> numerals_of("från 18,2 till 12,4 (95\u00a0% KI [−9,1;\u00a0−2,1])")
    ['18,2', '12,4', '95', '9,1', '2,1']
    """
    return _NUMERAL.findall(text)


@dataclass(frozen=True, slots=True)
class Numerals:
    """The numbers that may stand in sentences: of each outcome, of the study as a whole, and facts beside them.

    `ranges` are the counts of missing families as they are released.
    """

    by_outcome: Mapping[str, frozenset[str]]
    general: frozenset[str]
    ranges: frozenset[str]
    facts: frozenset[str]

    def of(self, outcomes: Collection[str]) -> frozenset[str]:
        """Give the numbers that may stand in a sentence about some outcomes; about none of them, all numbers may."""
        if outcomes:
            return self.general.union(*(self.by_outcome.get(name, frozenset()) for name in outcomes))
        return self.general.union(self.facts, *self.by_outcome.values())


def released_numerals(release: Release, language: Language, facts: Iterable[object]) -> Numerals:
    """Give every released number as it is printed, by outcome."""
    found: dict[str, set[str]] = {}
    for row in release:
        found.setdefault(row.estimate.outcome, set()).update(_of_row(release, row, language))
    general = found.pop("", set()) | set(_of_study(release, language))
    return Numerals(
        {name: frozenset(texts) for name, texts in found.items()},
        frozenset(general),
        frozenset(_missing(release, language)),
        frozenset(
            text for thing in facts for words in _texts(thing, language) for text in numerals_of(words)
        ),
    )


def declared_texts(release: Release, language: Language, facts: Iterable[object]) -> set[str]:
    """Give the words of the declarations and of what is printed beside the release."""
    texts = {
        text
        for thing in (release.codebook, release.provenance.sources, *facts)
        for text in _texts(thing, language)
    }
    plan = release.plan
    texts |= {
        day(plan.fixed_on, language),
        interval_label(plan.confidence, language),
        *release.ledger.compared,
        *release.codebook.claims,
        *(first_sentence(claim.claim[language]) for claim in release.codebook.claims.values()),
        *(name.upper() for name in release.codebook.sources),  # as the register of claims names them
        *(day(until, language) for until in (release.codebook.data_until,) if until),
    }
    return texts | set(_months(release, texts, language)) | set(_price_years(release, language))


def _price_years(release: Release, language: Language) -> Iterator[str]:
    """Say in whose year's prices recorded amounts are; a year alone is a date, and dates are looked for."""
    for row in (row for subject in MONEY for row in release.facts_of(subject)):
        if isinstance(row.get("year"), float):
            yield phrase("format.price_year", language, {"year": f"{row['year']:.0f}"})


def _months(release: Release, texts: Iterable[str], language: Language) -> Iterator[str]:
    """Write in words the months that are declared, recorded of the project itself, or ends of a released period."""
    recorded = (cell for rows in release.facts.values() for row in rows for cell in row.values())
    until = release.codebook.data_until
    own = (release.codebook.project.extension_start, until.isoformat() if until else None)
    shown = (row.estimate.category for row in release if row.decision.status != "withheld")
    periods = (end for category in shown for end in category.split(":"))
    for text in (*texts, *recorded, *own, *periods):
        if isinstance(text, str) and _MONTH.fullmatch(text):
            month = named_month(text, language)
            yield from (month, f"{month[:1].upper()}{month[1:]}")


def _texts(thing: object, language: Language) -> Iterator[str]:
    if isinstance(thing, Text):
        yield thing[language]
    elif isinstance(thing, str):
        yield thing
    elif isinstance(thing, Mapping):
        yield from (text for value in thing.values() for text in _texts(value, language))
    elif isinstance(thing, list | tuple):
        yield from (text for value in thing for text in _texts(value, language))
    elif isinstance(thing, BaseModel):
        yield from _texts([getattr(thing, name) for name in type(thing).model_fields], language)
    elif is_dataclass(thing) and not isinstance(thing, type):
        yield from _texts([getattr(thing, item.name) for item in fields(thing)], language)


def _of_row(release: Release, row: Released, language: Language) -> Iterator[str]:
    estimate = row.estimate
    if row.decision.status == "withheld":
        return
    column = release.codebook.indicator(estimate.outcome).column if estimate.outcome else None
    told = [value_text(estimate, column, language), interval_text(estimate, column, language)]
    told += [p_value(estimate.p_value, language), *_counts(estimate, language)]
    for text in told:
        yield from numerals_of(text)


def _counts(estimate: Estimate, language: Language) -> Iterator[str]:
    """Give the units behind a number, and the count behind a share, which the share and the units tell."""
    yield from (number(count, language, 0) for count in (estimate.n, estimate.n_families))
    if estimate.scale == "proportion" and isfinite(estimate.value):
        yield number(int(estimate.value * estimate.n + 0.5), language, 0)
    if estimate.scale == "count" and isfinite(estimate.low):
        yield count_range(estimate.low, estimate.high, language)


def _of_study(release: Release, language: Language) -> Iterator[str]:
    """Give the numbers of the plan and of the study: thresholds, levels, months, how many domains and indicators."""
    plan = release.plan
    yield from (str(value) for value in limits(plan.disclosure).values())
    yield from numerals_of(percent(plan.confidence, language) + " " + percent(1 - plan.confidence, language))
    yield from (str(len(group)) for group in (plan.primary, release.codebook.domains))
    yield from (number(wave.months, language, 0) for wave in release.codebook.waves.values())
    shown = sum(row.decision.status != "withheld" for row in release)
    changed = sum(row.decision.status == "changed" for row in release)
    counts = (shown, changed, len(release.rows) - shown, release.ledger.sets, release.ledger.withheld)
    yield from (number(count, language, 0) for count in counts)
    yield str(sum(isfinite(row.estimate.q_value) for row in release))
    for text in _missing(release, language):
        yield from numerals_of(text)
    yield from (str(place) for place in range(1, len(release.codebook.domains) + 16))  # appendices
    yield from _of_project(release, language)


def _of_project(release: Release, language: Language) -> Iterator[str]:
    """Give the numbers that are recorded or declared of the project itself, in whole and with decimals."""
    for rows in release.facts.values():
        for value in (cell for row in rows for cell in row.values()):
            if isinstance(value, float):
                for decimals in range(3):
                    yield from numerals_of(number(value, language, decimals))
            elif isinstance(value, str):
                yield from numerals_of(value)
    project = release.codebook.project
    yield from numerals_of(str(project.model_dump()))
    for share in () if project.economy is None else project.economy.shares:
        yield from numerals_of(percent(share, language))
    for standard in (project.caseload, project.time_with_families):
        if standard is not None:
            told = [number(standard.value, language, decimals) for decimals in range(2)]
            yield from (
                text for each in (*told, percent(standard.value, language)) for text in numerals_of(each)
            )


def _missing(release: Release, language: Language) -> Iterator[str]:
    """Give how many families are missing at each wave, as a count or as the range that is released."""
    enrolled = release.find("families_enrolled")
    for row in release:
        estimate = row.estimate
        if enrolled is None or estimate.statistic != "families_at_wave" or row.decision.status == "withheld":
            continue
        ends = (estimate.low, estimate.high) if isfinite(estimate.low) else (estimate.value, estimate.value)
        yield count_range(enrolled.estimate.value - ends[1], enrolled.estimate.value - ends[0], language)
