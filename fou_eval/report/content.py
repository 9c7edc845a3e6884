"""The whole report as one piece of plain data; the templates lay it out and add no words of their own."""

from collections.abc import Iterable, Iterator, Mapping

from fou_eval.declaration.text import Language
from fou_eval.disclosure.release import Release
from fou_eval.documents.look import look
from fou_eval.documents.numbering import numbered
from fou_eval.figures import Picture, measured_words
from fou_eval.formatting import day
from fou_eval.language import phrase
from fou_eval.report import (
    again,
    appendices,
    blocks,
    chapters,
    claims,
    closing,
    editions,
    front,
    literature,
    method,
    planned,
)
from fou_eval.report.blocks import Block
from fou_eval.report.plain import plain
from fou_eval.report.summary import contrast_labels, reading, summary

Titled = tuple[str, str, Iterable[Block]]  # code, title and blocks of an appendix
_FLOWING = ("glossary", "references")  # short lists that begin where the page before them ends
ATTACHED = {
    "results.json": ("application/json", "data"),
    "estimates.csv": ("text/csv", "alternative"),
    "plan.json": ("application/json", "supplement"),
    "declarations.yaml": ("application/yaml", "supplement"),
    "manifest.json": ("application/json", "supplement"),
}


def assemble(
    release: Release, language: Language, pictures: Mapping[str, Picture], manifest: Mapping[str, object]
) -> dict[str, object]:
    """Put the report together.

    Parameters
    ----------
    release
        What passed the gate; nothing else is shown.
    language
        Language of every word.
    pictures
        The drawn figures by name, in the order in which they were drawn.
    manifest
        The content of manifest.json.
    """
    open_parts = [
        list(summary(release, language, pictures, manifest)),
        list(reading(release, language)),
        list(plain(release, language)),
        *_numbered(release, language, pictures, manifest),
    ]
    on_pages = page(release, language)
    whole = closing.closed(open_parts, release, language, map(str, on_pages.values()))
    cited = closing.cited(numbered(whole, language), release)
    foreign = closing.spoken(cited, language)
    parts = closing.marked([front.opening(release.codebook, language), *cited], foreign)
    return {
        "language": language,
        "foreign": foreign,
        "design": look(front.accent(release.codebook)),
        "page": on_pages,
        "title": title_block(release, language),
        "opening": parts[0],
        "summary": parts[1],
        "reading": parts[2],
        "plain": parts[3],
        "appendices": parts[4:],
        "attached": [
            {
                "file": name,
                "type": kind,
                "relationship": relationship,
                "description": phrase(f"report.attached.{name}", language),
            }
            for name, (kind, relationship) in ATTACHED.items()
        ],
    }


def printed_beside(
    release: Release, manifest: Mapping[str, object], language: Language
) -> tuple[object, ...]:
    """Give what the pages print beside the release: what the manifest says, the measured rates, and references."""
    return (
        manifest,
        method.simulated(language),
        measured_words(release, language),
        method.sentences(release, language),
        planned.printed(manifest, language),
        literature.printed(release, language),
    )


def page(release: Release, language: Language) -> dict[str, object]:
    """Give what stands on every page."""
    plan, internal = release.plan, release.profile == "internal"
    limits = {"smallest": plan.disclosure.smallest_cell, "sensitive": plan.disclosure.sensitive_cell}
    return {
        "study": release.codebook.title[language],
        "status": " · ".join(editions.status(release, language)),
        "synthetic": phrase("report.synthetic", language) if release.provenance.synthetic else "",
        "watermark": phrase("report.watermark", language) if internal else "",
        "design": phrase("report.design_label", language),
        "limit": phrase("report.no_smallest_cell" if internal else "report.smallest_cell", language, limits),
        "number": phrase("report.page", language, {"page": "{page}", "pages": "{pages}"}),
        "contents": phrase("report.contents", language),
        "figures": phrase("report.figures", language),
        "tables": phrase("report.tables", language),
    }


def title_block(release: Release, language: Language) -> dict[str, object]:
    """Give the title and what identifies the report."""
    codebook, plan = release.codebook, release.plan
    return {
        "title": phrase("report.title", language, {"title": codebook.title[language]}),
        "subtitle": phrase("report.subtitle", language, contrast_labels(release, language)),
        "lines": [
            phrase("report.study_version", language, {"version": codebook.version}),
            phrase("report.plan_fixed", language, {"day": day(plan.fixed_on, language)}),
            *front.data_until(codebook, language),
            *editions.status(release, language),
        ],
        "description": phrase("report.description", language),
        "keywords": phrase("report.keywords", language).split(", "),
        "date": [plan.fixed_on.year, plan.fixed_on.month, plan.fixed_on.day],
        **front.title_parts(codebook, language),
    }


def _numbered(
    release: Release, language: Language, pictures: Mapping[str, Picture], manifest: Mapping[str, object]
) -> Iterator[list[Block]]:
    """Number the appendices; what refers to other appendices is filled in when each has its number."""
    parts = tuple(_parts(release, language, pictures, manifest))
    places = {code: place for place, (code, _, _) in enumerate(parts, start=1)}
    added = front.sections_before(release.codebook, tuple(places), language)
    for place, (code, title, body) in enumerate(parts, start=1):
        words = phrase("report.appendix", language, {"number": place, "title": title})
        own = front.own_words(release.codebook, code, language)
        yield from added.get(code, [])
        begin = {**blocks.heading(words, 1, code), "flows": code in _FLOWING}
        yield [begin, *own, *claims.filled_in(body, release, language, places)]


def _parts(
    release: Release, language: Language, pictures: Mapping[str, Picture], manifest: Mapping[str, object]
) -> Iterator[Titled]:
    yield from _chapters(chapters.FIRST, release, language, pictures)
    yield (
        "participants",
        phrase("report.participants", language),
        appendices.participants(release, language, pictures),
    )
    yield "overview", phrase("report.overview", language), appendices.overview(release, language, pictures)
    for name, domain in release.codebook.domains.items():
        yield name, domain.label[language], appendices.domain(release, name, language, pictures)
    yield from _chapters(chapters.LATER, release, language, pictures)
    own = {part.code for part in (*chapters.FIRST, *chapters.LATER)}
    for name, topic in release.codebook.topics.items():
        if name not in own:
            yield name, topic.label[language], appendices.domain(release, name, language, pictures)
    yield "method", phrase("report.method", language), method.method(release, language, manifest, pictures)
    yield "again", phrase("report.again", language), again.reproducibility(release, language, manifest)
    yield "glossary", phrase("report.glossary", language), [closing.placeholder("glossary")]
    yield "references", phrase("report.references", language), [closing.placeholder("references")]
    yield "numbers", phrase("report.numbers", language), appendices.numbers(release, language)


def _chapters(
    parts: Iterable[chapters.Part], release: Release, language: Language, pictures: Mapping[str, Picture]
) -> Iterator[Titled]:
    """Give the chapters that the study has something for, with the indicators of the topic of that name first."""
    topics = release.codebook.topics
    for part in parts:
        body = list(part.fill(release, language, pictures))
        if part.code in topics:
            title = topics[part.code].label[language]
            yield part.code, title, [*appendices.domain(release, part.code, language, pictures), *body]
        elif body or front.own_words(release.codebook, part.code, language):
            yield part.code, phrase(f"chapter.{part.code}", language), body
