"""The summary: at most two pages, in plain words."""

from collections.abc import Iterator, Mapping

from fou_eval.declaration.text import Language
from fou_eval.disclosure.release import Release
from fou_eval.documents.numbering import refer
from fou_eval.figures import Picture
from fou_eval.formatting import count_range, interval_label, number
from fou_eval.language import phrase
from fou_eval.report import blocks, committee, editions, planned, published
from fou_eval.report.blocks import Block, Finding, Item
from fou_eval.report.sentences import Sentences
from fou_eval.tables import domain_status

_IN_WORDS = range(2, 13)  # numbers that are written in words where they are no results


def summary(
    release: Release, language: Language, pictures: Mapping[str, Picture], manifest: Mapping[str, object]
) -> Iterator[Block]:
    """Say who took part, what changed in each domain, what is not known, what it cost and what is to be decided."""
    yield blocks.heading(phrase("report.summary", language), 1)
    if release.provenance.synthetic:
        yield blocks.notice(phrase("report.synthetic_notice", language))
    yield from editions.notices(release, language)
    yield from planned.warnings(manifest, language)
    yield blocks.paragraph(who(release, language))
    yield from committee.goals(release, language)
    yield blocks.heading(phrase("report.summary.changed", language))
    yield blocks.findings(verdicts(release, language))
    if "overview" in pictures:
        yield blocks.figure(pictures["overview"])
    yield from committee.cost(release, language)
    yield blocks.heading(phrase("report.summary.unknown", language))
    yield blocks.bullets(unknown(release, language))
    yield from published.in_short(release, language)
    yield from committee.decisions(release, language)


def reading(release: Release, language: Language) -> Iterator[Block]:
    """Say how to read the rest."""
    yield blocks.heading(phrase("report.summary.reading", language))
    values = {
        "interval": interval_label(release.plan.confidence, language),
        "method": refer("part", "method"),
    }
    points = ("both", "interval", "absent")
    yield blocks.bullets([("", phrase(f"report.reading.{key}", language, values)) for key in points])


def who(release: Release, language: Language) -> str:
    """Say how many took part and what is compared."""
    families, persons = release.find("families_enrolled"), release.find("persons_enrolled")
    values: dict[str, object] = {
        **contrast_labels(release, language),
        "families": number(families.estimate.value, language, 0) if families else "–",
        "persons": number(persons.estimate.value, language, 0) if persons else "–",
        "domains": _domains(len(release.codebook.domains), language),
    }
    return phrase("report.summary.who" if persons else "report.summary.who_families", language, values)


def _domains(n: int, language: Language) -> str:
    """Count the domains as running text does, with small numbers in words."""
    if n == 1:
        return phrase("report.domains_one", language)
    written = phrase(f"report.number.{n}", language) if n in _IN_WORDS else number(n, language, 0)
    return phrase("report.domains_many", language, {"n": written})


def verdicts(release: Release, language: Language) -> list[Finding]:
    """Say for each domain whether its primary indicator changed, with the number of families beside it."""
    return [
        Finding(
            f"{domain.label[language]}.", verdict(release, name, language), _basis(release, name, language)
        )
        for name, domain in release.codebook.domains.items()
    ]


def verdict(release: Release, domain: str, language: Language) -> str:
    """Say in plain words whether the primary indicator of a domain changed, and where all of it stands."""
    status, where = domain_status(release, domain), refer("part", domain)
    if status != "measured":
        return phrase(f"sentence.{status}", language)
    primary = release.plan.primary.get(domain)
    if primary is None:
        return phrase("sentence.no_primary", language, {"where": where})
    return Sentences(release, language).plain(release.codebook.indicator(primary), where)


def _basis(release: Release, domain: str, language: Language) -> str:
    primary = release.plan.primary.get(domain)
    if domain_status(release, domain) != "measured" or primary is None:
        return ""
    return Sentences(release, language).basis(release.codebook.indicator(primary))


def unknown(release: Release, language: Language) -> list[Item]:
    """List what the study cannot say."""
    points = [phrase(f"report.unknown.{key}", language) for key in ("cause", "regression")]
    for status in ("not_measured", "withheld"):
        domains = [
            d.label[language]
            for name, d in release.codebook.domains.items()
            if domain_status(release, name) == status
        ]
        if domains:
            points.append(phrase(f"report.unknown.{status}", language, {"domains": ", ".join(domains)}))
    points += _missing(release, language)
    points.append(phrase("report.unknown.small", language))
    return [("", text) for text in points]


def contrast_labels(release: Release, language: Language) -> dict[str, object]:
    """Give the labels of the two waves that are compared."""
    contrast, waves = release.plan.contrast, release.codebook.waves
    return {"before": waves[contrast.before].label[language], "after": waves[contrast.after].label[language]}


def _missing(release: Release, language: Language) -> list[str]:
    enrolled = release.find("families_enrolled")
    measured = release.find("families_at_wave", category=release.plan.contrast.after)
    if enrolled is None or measured is None or measured.decision.status == "withheld":
        return []
    total, estimate = enrolled.estimate.value, measured.estimate
    low, high = (
        (estimate.low, estimate.high)
        if estimate.value != estimate.value
        else (estimate.value, estimate.value)
    )
    after = contrast_labels(release, language)["after"]
    if high == total:
        return []
    if high == 0:
        return [phrase("report.unknown.wave", language, {"after": after})]
    if low == high == total - 1:
        return [phrase("report.unknown.missing_one", language, {"after": after})]
    missing = count_range(total - high, total - low, language)
    said = phrase("report.unknown.missing", language, {"missing": missing, "after": after})
    return [said, *editions.not_due(release, release.plan.contrast.after, language)]
