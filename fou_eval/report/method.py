"""Method and limits, and the words used."""

from collections.abc import Iterator, Mapping, Sequence
from math import isfinite

from fou_eval import tables
from fou_eval.declaration.text import Language
from fou_eval.disclosure.release import Release
from fou_eval.documents.numbering import refer
from fou_eval.figures import Picture
from fou_eval.formatting import count_range, day, interval_label, number, percent
from fou_eval.language import phrase
from fou_eval.measured import measured_rates
from fou_eval.report import blocks, planned, published
from fou_eval.report.blocks import Block, Item
from fou_eval.report.summary import contrast_labels
from fou_eval.tables import statistic_name

WORDS = ("family", "domain", "measure", "primary", "change", "better", "ladder", "interval", "p", "missing")
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
    yield blocks.terms(statistics_used(release, language))
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


def statistics_used(release: Release, language: Language) -> list[Item]:
    """Give the labels and the method of the statistics that are shown for some indicator, in order of appearance."""
    basis: dict[str, list[int]] = {}
    for row in release:
        if row.decision.status != "withheld" and row.estimate.outcome:
            basis.setdefault(row.estimate.statistic, []).append(row.estimate.n_families)
    alike: dict[tuple[str, str | None], list[str]] = {}
    for name in basis:
        procedure = phrase(f"statistic.{name}.method", language), release.provenance.sources.get(name)
        alike.setdefault(procedure, []).append(name)
    return [
        (
            f"{_names(names, language)}.",
            _procedure(*how, [n for name in names for n in basis[name]], language),
        )
        for how, names in alike.items()
    ]


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
        parts.append(phrase("report.method.source", language, {"source": source}))
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


def words(release: Release, language: Language) -> Block:
    """Explain the words of the report."""
    values = {
        "interval": interval_label(release.plan.confidence, language),
        "level": percent(release.plan.confidence, language),
    }
    return blocks.terms(
        [(f"{_word(key, language, values)}.", _word(f"{key}.text", language, values)) for key in WORDS]
    )


def _word(key: str, language: Language, values: Mapping[str, object]) -> str:
    return phrase(f"word.{key}", language, values)


def _part(key: str, language: Language, text: str) -> Iterator[Block]:
    yield blocks.heading(phrase(f"report.method.{key}", language))
    yield blocks.paragraph(text)
