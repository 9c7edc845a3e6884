"""The chapter on the project itself: target, areas, organisations, time, decisions, and what was said."""

from collections.abc import Iterator, Mapping

from fou_eval import tables
from fou_eval.declaration.project import Project
from fou_eval.declaration.text import Language
from fou_eval.disclosure.release import Release
from fou_eval.documents.numbering import refer
from fou_eval.figures import Picture
from fou_eval.formatting import named_month, number, percent
from fou_eval.language import phrase
from fou_eval.report import blocks, claims, margins
from fou_eval.report.blocks import Block, Item

_TABLES = ("organisations", "decisions")


def fill(release: Release, language: Language, pictures: Mapping[str, Picture]) -> Iterator[Block]:
    """Say what the project was to do, who worked in it, what was planned and what came of it.

    Parameters
    ----------
    release, language, pictures
        As for every chapter.
    """
    codebook = release.codebook
    tabled = any(codebook.recording(subject) for subject in _TABLES)  # type: ignore[arg-type]
    if codebook.project == Project() and not codebook.claims and not tabled:
        return
    yield blocks.paragraph(phrase("project.text", language))
    yield from _target(release, language)
    yield blocks.heading(phrase("project.areas", language))
    yield blocks.paragraph(phrase("project.areas.text", language))
    yield blocks.bullets(_areas(release, language))
    organisations = tables.organisations(release, language)
    if organisations is not None:
        yield blocks.table(organisations, "organisations")
    yield from _time(release, language, pictures)
    decisions = tables.project_decisions(release, language)
    if decisions is not None:
        yield blocks.heading(phrase("project.decisions", language))
        yield blocks.table(decisions, "project_decisions")
    if codebook.claims:
        yield from claims.heading(language)


def _target(release: Release, language: Language) -> Iterator[Block]:
    """Set the families enrolled against the target; nothing where none is declared."""
    declared, enrolled = release.codebook.project.target_families, release.find("families_enrolled")
    if declared is None or enrolled is None or not tables.shown(enrolled):
        return
    families = enrolled.estimate.value
    place = "below" if families < declared.min else "above" if families > declared.max else "inside"
    values: dict[str, object] = {
        "families": number(families, language, 0),
        "low": number(declared.min, language, 0),
        "high": number(declared.max, language, 0),
    }
    sentences = [phrase(f"project.target.{place}", language, values)]
    shares = {end: release.find("share_of_target", category=end) for end in ("min", "max")}
    told = {end: percent(row.estimate.value, language) for end, row in shares.items() if row is not None}
    if len(told) == 2:
        sentences.append(phrase("project.target.shares", language, told))
    yield blocks.heading(phrase("project.target", language))
    places = [refer("part", "participants")]
    source = release.codebook.source_named(declared.source, language)
    margin = margins.note(margins.source(source, language), margins.see(places, language))
    yield blocks.paragraph(" ".join(sentences), margin)


def _areas(release: Release, language: Language) -> list[Item]:
    """List the domains, each with its main measure, or why nothing of it is shown."""
    items: list[Item] = []
    for code, domain in release.codebook.domains.items():
        status, primary = tables.domain_status(release, code), release.plan.primary.get(code)
        values: dict[str, object] = {"where": refer("part", code)}
        key: str = status
        if status == "measured" and primary is None:
            key = "no_primary"
        elif primary is not None:
            values["label"] = release.codebook.indicator(primary).label(language)
        items.append((f"{domain.label[language]}.", phrase(f"project.area.{key}", language, values)))
    return items


def _time(release: Release, language: Language, pictures: Mapping[str, Picture]) -> Iterator[Block]:
    """Show the time planned and actual, what differs in sentences; nothing where no months are declared."""
    months = tables.project_months(release, language)
    if months is None and "timeline" not in pictures:
        return
    yield blocks.heading(phrase("project.months", language))
    places = [refer("figure", "timeline")] if "timeline" in pictures else []
    places += [] if months is None else [refer("table", "project_months")]
    sentences = list(_differences(release, language))
    if sentences:
        yield blocks.paragraph(" ".join(sentences), margins.see(places, language))
    if "timeline" in pictures:
        yield blocks.figure(pictures["timeline"])
    if months is not None:
        yield blocks.table(months, "project_months")


def _differences(release: Release, language: Language) -> Iterator[str]:
    declared = release.codebook.project
    for part, key, names in (
        ("delay", "project.delay", {"began": "service_start", "planned": "start"}),
        ("extension", "project.extended", {"end": "end", "last": "extension_end"}),
    ):
        found = release.find("project_months", category=part)
        if found is not None and found.estimate.value > 0:
            months = {place: named_month(getattr(declared, name), language) for place, name in names.items()}
            value = number(found.estimate.value, language, 0)
            yield phrase(key, language, {**months, "months": value})
