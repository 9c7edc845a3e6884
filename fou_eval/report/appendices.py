"""The appendices: participants, overview, one per domain, and every number shown."""

from collections.abc import Iterable, Iterator, Mapping

from fou_eval import tables
from fou_eval.declaration.codebook import Indicator
from fou_eval.declaration.records import Subject
from fou_eval.declaration.text import Language
from fou_eval.disclosure.release import Release
from fou_eval.documents.numbering import refer
from fou_eval.figures import Picture
from fou_eval.formatting import listed, percent
from fou_eval.language import phrase
from fou_eval.report import blocks, margins
from fou_eval.report.blocks import Block, Finding
from fou_eval.report.sentences import Sentences
from fou_eval.report.summary import contrast_labels

Pictures = Mapping[str, Picture]


def participants(release: Release, language: Language, pictures: Pictures) -> Iterator[Block]:
    """Say who took part and who is missing."""
    places = [refer("table", "participants"), *([refer("figure", "flow")] if "flow" in pictures else [])]
    yield blocks.paragraph(phrase("report.participants.text", language), margins.see(places, language))
    yield blocks.table(tables.participants(release, language), "participants")
    if "flow" in pictures:
        yield blocks.figure(pictures["flow"])
    yield from _attrition(release, language)
    yield from _units(release, language)
    yield from _target_group(release, language)
    if release.codebook.recording("occasions") is not None:
        yield blocks.heading(phrase("participants.occasions", language))
        yield blocks.paragraph(phrase("participants.occasions.text", language))
        yield from _every_count(release, "occasions", language)


def _attrition(release: Release, language: Language) -> Iterator[Block]:
    """Say why measurements were not made; if nothing of it may be shown, the notes of the first table say so."""
    if any(tables.shown(row) for row in release.of_table("records", "attrition_log")):
        yield blocks.heading(phrase("participants.attrition_log", language))
        yield from _every_count(release, "attrition_log", language)


def _units(release: Release, language: Language) -> Iterator[Block]:
    """Set families, households and persons beside each other, where households are recorded."""
    display = tables.units(release, language)
    if display is not None:
        yield blocks.heading(phrase("participants.units", language))
        yield blocks.paragraph(phrase("participants.units.text", language))
        yield blocks.table(display)
        yield from _every_count(release, "households", language)


def _target_group(release: Release, language: Language) -> Iterator[Block]:
    """Say how many families met each criterion, and what is recorded of persons, where a study records them."""
    display = tables.criteria(release, language)
    persons = release.codebook.recording("persons")
    if display is None and persons is None:
        return
    yield blocks.heading(phrase("participants.target", language))
    yield blocks.paragraph(phrase("participants.target.text", language))
    if display is not None:
        yield blocks.table(display)
    yield from _every_count(release, "persons", language)


def _every_count(release: Release, subject: Subject, language: Language) -> Iterator[Block]:
    for one in tables.every_count(release, subject, language):
        yield blocks.table(one) if isinstance(one, tables.DisplayTable) else blocks.paragraph(one)


def overview(release: Release, language: Language, pictures: Pictures) -> Iterator[Block]:
    """Show the primary indicator of every domain, and the method in brief."""
    told = [phrase("report.overview.text", language, {"table": refer("table", "overview")})]
    if "overview" in pictures:
        told.append(phrase("report.overview.drawn", language, {"figure": refer("figure", "overview")}))
    yield blocks.paragraph(" ".join(told))
    yield blocks.table(tables.overview(release, language), "overview")
    for slot in ("sensitivity", "individual"):
        if slot in pictures:
            yield blocks.paragraph(phrase(f"figure.{slot}.aid", language, {"figure": refer("figure", slot)}))
            yield blocks.figure(pictures[slot])
    yield blocks.heading(phrase("report.overview.method", language))
    yield blocks.paragraph(phrase("report.overview.method_text", language))
    yield blocks.notice(phrase("report.overview.limit", language))


def domain(release: Release, name: str, language: Language, pictures: Pictures) -> Iterator[Block]:
    """Show all of one domain: sentences, figures and the table of its indicators; or say why there is nothing."""
    status = tables.domain_status(release, name)
    if status != "measured":
        yield blocks.paragraph(phrase(f"sentence.{status}", language))
        return
    indicators = [indicator for indicator in release.codebook.indicators() if indicator.domain == name]
    drawn = [(kind, slot) for kind, slot in _slots(name, indicators) if slot in pictures]
    yield blocks.paragraph(_where(drawn, name, language))
    yield blocks.findings(_sentences(release, indicators, language))
    yield from (blocks.figure(pictures[slot]) for kind, slot in drawn if kind != "course")
    yield blocks.table(tables.domain(release, name, language), f"domain_{name}")
    yield from (blocks.figure(pictures[slot]) for kind, slot in drawn if kind == "course")
    yield from _exits(release, name, language)


def _slots(name: str, indicators: Iterable[Indicator]) -> Iterator[tuple[str, str]]:
    """Give the kinds and names of the figures of a domain, in the order in which they are shown."""
    yield "shares", f"shares_{name}"
    for indicator in indicators:
        yield "ladder", f"ladder_{indicator.name}"
        yield "flows", f"flows_{indicator.name}"
    yield "course", f"course_{name}"


def _where(drawn: Iterable[tuple[str, str]], name: str, language: Language) -> str:
    """Say which figure and which table show what, and where all numbers are."""
    shown: dict[str, list[str]] = {}
    for kind, slot in drawn:
        shown.setdefault(kind, []).append(refer("figure", slot))
    shown["table"] = [refer("table", f"domain_{name}")]
    told: list[str] = []
    for kind, places in shown.items():
        what = {"where": listed(places, language), "what": phrase(f"domain.where.{kind}", language)}
        told.append(phrase(f"domain.where.{'next' if told else 'first'}", language, what))
    values = {"shown": listed(told, language), "numbers": refer("part", "numbers")}
    return phrase("domain.where", language, values)


def _exits(release: Release, domain: str, language: Language) -> Iterator[Block]:
    """Say how many have come into work or studies as the public measure counts, before and after."""
    exits = release.codebook.project.exits
    if exits is None or release.codebook.indicator(exits.indicator).domain != domain:
        return
    column = release.codebook.indicator(exits.indicator).column
    category = next(
        (
            cell.category
            for view in column.partitions()
            for cell in view.cells
            if cell.category.endswith(f":{exits.group}")
        ),
        "",
    )
    sides = [
        release.find(f"class_share_{side}", outcome=exits.indicator, category=category)
        for side in ("before", "after")
    ]
    words = {"definition": exits.definition[language]}
    yield blocks.heading(phrase("report.exits", language))
    yield blocks.paragraph(
        phrase("report.exits.text", language, words),
        margins.source(release.codebook.source_named(exits.source, language), language),
    )
    before, after = sides
    if before is None or after is None or not (tables.shown(before) and tables.shown(after)):
        yield blocks.paragraph(phrase("report.exits.hidden", language))
        return
    shares = {
        "before_share": percent(before.estimate.value, language),
        "after_share": percent(after.estimate.value, language),
    }
    basis = Sentences(release, language).basis(release.codebook.indicator(exits.indicator))
    yield blocks.paragraph(
        phrase("report.exits.shown", language, {**contrast_labels(release, language), **shares}), basis
    )


def numbers(release: Release, language: Language) -> Iterator[Block]:
    """Show every released number, one table per indicator."""
    yield blocks.paragraph(phrase("report.numbers.text", language, {"method": refer("part", "method")}))
    for indicator in release.codebook.indicators():
        display = tables.details(release, indicator.name, language)
        if display.rows:
            # One table per indicator is found by its appendix: a list of all of them would be longer than their use.
            yield {**blocks.table(display, f"details_{indicator.name}"), "listed": False}
        elif display.notes:
            told = {"label": indicator.label(language), "why": " ".join(display.notes)}
            yield blocks.paragraph(phrase("report.nothing_shown", language, told))


def _sentences(release: Release, indicators: list[Indicator], language: Language) -> list[Finding]:
    sentences = Sentences(release, language)
    primary = set(release.plan.primary.values())
    items = []
    for indicator in indicators:
        label = indicator.label(language)
        if indicator.name in primary:
            label = phrase("sentence.primary", language, {"label": label})
        notes = [sentences.margin(indicator)]
        if tables.details(release, indicator.name, language).rows:
            numbers = {"table": refer("table", f"details_{indicator.name}")}
            notes.append(phrase("margin.numbers", language, numbers))
        margin = " ".join(note for note in notes if note)
        items.append(Finding(f"{label}.", sentences.full(indicator), margin))
    return items
