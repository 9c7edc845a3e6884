"""Method and limits."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from math import isfinite
from string import ascii_uppercase

from fou_eval import tables
from fou_eval.declaration.text import Language
from fou_eval.disclosure.release import Release
from fou_eval.documents.numbering import refer
from fou_eval.figures import Picture
from fou_eval.formatting import count_range, day, number, percent
from fou_eval.language import phrase
from fou_eval.measured import measured_rates
from fou_eval.report import blocks, planned, published
from fou_eval.report.blocks import Block
from fou_eval.report.literature import in_short
from fou_eval.report.summary import contrast_labels
from fou_eval.tables import statistic_name

_SENTENCES = re.compile(r"(?<=[.!?]) (?=[A-ZÅÄÖ])")
_OFTEN, _LONG = 3, 60  # of a sentence that stands once for all: in how many methods, and of how many letters
LIMITS = ("cause", "absence", "raters", "transfer")


def method(
    release: Release, language: Language, manifest: Mapping[str, object], pictures: Mapping[str, Picture]
) -> Iterator[Block]:
    """Say how the study was laid out, how each number was computed, and what that cannot show."""
    plan = release.plan
    yield from _part(
        "design", language, phrase("report.method.design_text", language, contrast_labels(release, language))
    )
    yield blocks.paragraph(phrase("report.method.plan_text", language, {"day": day(plan.fixed_on, language)}))
    yield from planned.the_plan(release, language, manifest)
    yield from _part("unit", language, phrase("report.method.unit_text", language))
    yield blocks.heading(phrase("report.method.numbers", language))
    yield from statistics_used(release, language)
    if release.profile == "internal":
        yield blocks.paragraph(phrase("report.number_range", language))
    yield from calibrated(release, language, pictures)
    yield from kept_internal(release, language)
    yield from _part("missing", language, phrase("report.method.missing_text", language))
    yield from _part("regression", language, phrase("report.method.regression_text", language))
    adjusted = {"n": len(plan.primary), "level": percent(1 - plan.confidence, language)}
    yield from _part(
        "multiple", language, phrase(f"report.method.multiple.{plan.multiplicity}", language, adjusted)
    )
    tested = sum(isfinite(row.estimate.q_value) for row in release)
    if tested:
        yield blocks.paragraph(phrase("report.method.multiple.q", language, {"n": tested}))
    yield blocks.heading(phrase("report.method.limits", language))
    yield blocks.bullets([("", phrase(f"report.method.limits.{key}", language)) for key in LIMITS])
    yield from published.compared(release, language)
    yield from _part("disclosure", language, phrase(f"report.method.disclosure.{release.profile}", language))
    if release.profile == "publication":
        yield blocks.paragraph(compared(release, language))
        yield blocks.table(tables.rules(release, language))
        yield blocks.table(tables.decisions(release, language))


def statistics_used(release: Release, language: Language) -> Iterator[Block]:
    """Give the labels and the method of the statistics that are shown for some indicator, in order of appearance.

    Sentences that many methods share stand once, before them, and are referred to by letters.
    """
    basis: dict[str, list[int]] = {}
    for row in release:
        if row.decision.status != "withheld" and row.estimate.outcome:
            basis.setdefault(row.estimate.statistic, []).append(row.estimate.n_families)
    alike: dict[tuple[str, str | None], list[str]] = {}
    for name in basis:
        procedure = phrase(f"statistic.{name}.method", language), release.provenance.sources.get(name)
        alike.setdefault(procedure, []).append(name)
    letters = _shared(text for text, _ in alike)
    if letters:
        common = [(f"{letter}.", sentence) for sentence, letter in letters.items()]
        yield blocks.heading(phrase("report.method.shared", language), 3)
        yield blocks.terms(common, "small")
        yield blocks.heading(phrase("report.method.each", language), 3)
    items = []
    for (text, source), names in alike.items():
        counted = [n for name in names for n in basis[name]]
        method = _without_shared(text, letters, language)
        items.append((f"{_names(names, language)}.", _procedure(method, source, counted, language)))
    yield blocks.terms(items, "small")


def sentences(release: Release, language: Language) -> list[str]:
    """Give every sentence of the methods of statistics, each of which may stand without the others."""
    used = dict.fromkeys(row.estimate.statistic for row in release if row.estimate.outcome)
    return [one for name in used for one in _SENTENCES.split(phrase(f"statistic.{name}.method", language))]


def _shared(methods: Iterable[str]) -> dict[str, str]:
    """Give a letter to each sentence that stands in several methods, in order of appearance."""
    counts = Counter(sentence for method in methods for sentence in _SENTENCES.split(method))
    found = [sentence for sentence, count in counts.items() if count >= _OFTEN and len(sentence) >= _LONG]
    return dict(zip(found, ascii_uppercase, strict=False))


def _without_shared(method: str, letters: Mapping[str, str], language: Language) -> str:
    """Put the letters of shared sentences in their place, after what the method says alone."""
    every = _SENTENCES.split(method)
    own = [sentence for sentence in every if sentence not in letters]
    found = sorted(letters[sentence] for sentence in every if sentence in letters)
    if found:
        own.append(phrase("report.method.see", language, {"letters": ", ".join(found)}))
    return " ".join(own)


def _names(names: Sequence[str], language: Language) -> str:
    """Name statistics that are computed alike, with one capital."""
    first, *others = names
    labels = (phrase(f"statistic.{name}.label", language) for name in others)
    return "; ".join([statistic_name(first, language), *labels])


def _procedure(method: str, source: str | None, families: Sequence[int], language: Language) -> str:
    """Say how a statistic is computed, on how many families its numbers stand, and where the procedure comes from."""
    parts = [method]
    counted = [count for count in families if count]
    if counted:
        span = {"families": count_range(min(counted), max(counted), language)}
        parts.append(phrase("report.method.basis", language, span))
    if source is not None:
        parts.append(phrase("report.method.source", language, {"source": in_short(source, language)}))
    return " ".join(parts)


def calibrated(release: Release, language: Language, pictures: Mapping[str, Picture]) -> Iterator[Block]:
    """Quote the measured type I error and coverage of what is shown, in studies of this size."""
    display = tables.calibration(release, language)
    if not display.rows:
        return
    text = phrase("report.method.calibration_text", language, simulated(language))
    yield from _part("calibration", language, text)
    yield blocks.table(display)
    if "calibrated" in pictures:
        figure = {"figure": refer("figure", "calibrated")}
        yield blocks.paragraph(phrase("figure.calibrated.aid", language, figure))
        yield blocks.figure(pictures["calibrated"])


def simulated(language: Language) -> dict[str, str]:
    """Say how many studies were simulated and how far the measured rates may be off."""
    used = [
        rate for rate in measured_rates() if rate.symmetric and rate.dropout == "none" and rate.change == 0
    ]
    most = max(rate.datasets for rate in used)
    return {
        "datasets": number(most, language, 0),
        "fewer": number(min(rate.datasets for rate in used if rate.statistic in tables.USUAL), language, 0),
        "error": number(100 * max(rate.mc_error for rate in used if rate.datasets == most), language, 1),
        "rough": number(
            100 * max(rate.mc_error for rate in used if rate.statistic in tables.USUAL), language, 1
        ),
    }


def compared(release: Release, language: Language) -> str:
    """Say with what the families behind the numbers were compared, and what that cost."""
    done, limits = release.ledger, release.plan.disclosure
    how_many = {0: "none", 1: "one"}.get(done.withheld, "some")
    said: dict[str, dict[str, object]] = {
        "report.method.ledger": {
            "sets": number(done.sets, language, 0),
            "smallest": limits.smallest_cell,
            "sensitive": limits.sensitive_cell,
        },
        f"report.method.ledger.{'compared' if done.compared else 'alone'}": {
            "names": ", ".join(done.compared)
        },
        f"report.method.ledger.{how_many}": {"withheld": number(done.withheld, language, 0)},
    }
    if done.begun_anew:
        labels = (release.codebook.indicator(name).column.label[language] for name in done.begun_anew)
        said["report.method.ledger.begun_anew"] = {"labels": ", ".join(labels)}
    return " ".join(phrase(key, language, values) for key, values in said.items())


def kept_internal(release: Release, language: Language) -> Iterator[Block]:
    """Name the checks that were computed and are not published."""
    if not release.kept_internal:
        return
    families = dict.fromkeys(release.provenance.families.get(name, "") for name in release.kept_internal)
    names = "; ".join(phrase(f"checks.{family}", language) for family in families if family)
    yield from _part("checks", language, phrase("report.method.checks_text", language, {"names": names}))


def _part(key: str, language: Language, text: str) -> Iterator[Block]:
    yield blocks.heading(phrase(f"report.method.{key}", language))
    yield blocks.paragraph(text)
