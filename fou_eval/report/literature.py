"""The works that a report draws on: short in the text, in full in an appendix of their own."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple
from urllib.parse import quote

from fou_eval.declaration.text import Language
from fou_eval.disclosure.release import Release
from fou_eval.documents.blocks import longest_first
from fou_eval.formatting import named_month
from fou_eval.language import phrase
from fou_eval.report import blocks
from fou_eval.report.blocks import Block
from fou_eval.report.works import CITED, WORKS

_CITATION = re.compile(r"(?P<authors>[^()]+?) \((?P<year>\d{4}(?::\d+)?)\)(?:, (?P<rest>.+))?")
_PLACE = re.compile(
    r"(?:^|, | )\(?(?P<kind>ch\.|chapter|section|eq\.|p\.|method|algorithm)\s(?P<where>[^()]+)\)?$"
)
_KINDS = {"ch.": "chapter", "eq.": "equation", "p.": "page"}
_RANGE = re.compile(r"(?<=\d)-(?=\d)")


class Citation(NamedTuple):
    """A work by its authors and year, where it was published, and the place in it."""

    authors: str
    year: str
    published: str = ""
    kind: str = ""
    where: str = ""

    @property
    def key(self) -> str:
        """Name the work in short: authors and year."""
        return f"{self.authors} {self.year}"


def citations(source: str) -> Iterator[Citation | str]:
    """Read the works that a source names, in order; what is no work stays as it is written.

    Examples
    --------
    >>> [one.key for one in citations("Hedges (1981), J. Educ. Stat. 6, 107-128, eq. 6e; Lakens (2013), FP 4")]
    ['Hedges 1981', 'Lakens 2013']
    >>> list(citations("Own computation 2"))
    ['Own computation 2']
    """
    for part in source.split("; "):
        found = _CITATION.fullmatch(part)
        if found is None:
            yield part
            continue
        rest = found["rest"] or ""
        place = _PLACE.search(rest)
        published = rest[: place.start()] if place else rest
        kind, where = (place["kind"], place["where"]) if place else ("", "")
        yield Citation(
            found["authors"], found["year"], _RANGE.sub("–", published), _KINDS.get(kind, kind), where
        )


def in_short(source: str, language: Language) -> str:
    """Write a source as the text refers to it: authors, year, and the place in the work.

    Examples
    --------
    >>> in_short("Cumming (2012), Understanding the New Statistics, ch. 11; Tritchler (1984), JASA 79", "sv")
    'Cumming 2012, kap. 11; Tritchler 1984'
    """
    return "; ".join(_short(one, language) for one in citations(source))


def _short(one: Citation | str, language: Language) -> str:
    if isinstance(one, str):
        return one
    if not one.kind:
        return one.key
    place = phrase(f"literature.{one.kind}", language, {"where": one.where})
    return f"{one.key}, {place}"


def works(release: Release) -> dict[str, Citation]:
    """Give every work that a report may draw on, by its short name, as it is told most fully."""
    found: dict[str, Citation] = {}
    for source in (*release.provenance.sources.values(), *CITED):
        for one in citations(source):
            if not isinstance(one, str) and len(one.published) >= len(found.get(one.key, one).published):
                found[one.key] = one
    return found


def named_as(work: Citation) -> tuple[str, ...]:
    """Give the ways in which a text may refer to a work.

    Examples
    --------
    >>> named_as(Citation("Bonett & Wright", "2000"))[:3]
    ('Bonett & Wright 2000', 'Bonett & Wright (2000)', 'Bonett och Wright 2000')
    """
    joined = dict.fromkeys(work.authors.replace("&", word) for word in ("&", "och", "and"))
    return tuple(
        form for authors in joined for form in (f"{authors} {work.year}", f"{authors} ({work.year})")
    )


def anchor(key: str) -> str:
    """Name the place of a work in the appendix."""
    return "work-" + re.sub(r"\W+", "-", key.lower())


def linked(block: Block, known: Mapping[str, Citation], texts: Iterable[str]) -> Block:
    """Lead from each short reference in a block to its work."""
    if block.get("works"):  # the list itself
        return block
    told = "\n".join(texts)
    own = [
        {"text": form, "to": anchor(key)}
        for key, work in known.items()
        for form in named_as(work)
        if form in told
    ]
    if not own:
        return block
    before = block.get("links")
    links = [*(before if isinstance(before, list) else ()), *own]
    return {**block, "links": longest_first(links)}


def references(release: Release, text: str, language: Language) -> Iterator[Block]:
    """List the works that a text refers to, the sources of norms and limits, and the study's own sources.

    Parameters
    ----------
    release
        What may be shown, with what it declares.
    text
        All that the report says.
    language
        Language of the report.
    """
    yield blocks.paragraph(phrase("literature.text", language))
    beside = (("norms", list(_declared(release, language))), ("sources", list(_own(release, text, language))))
    told = "\n".join((text, *(item for _, items in beside for item in items)))
    cited = [work for work in works(release).values() if any(form in told for form in named_as(work))]
    if cited:
        yield blocks.heading(phrase("literature.works", language))
        yield _listed(sorted(cited, key=_order))
    for part, items in beside:
        listed = sorted(dict.fromkeys(items), key=str.casefold)
        if listed:
            yield blocks.heading(phrase(f"literature.{part}", language))
            yield blocks.terms([("", item) for item in listed], "small")


def _order(work: Citation) -> tuple[str, str]:
    return work.authors.casefold(), work.year


def _listed(cited: Iterable[Citation]) -> Block:
    items: list[dict[str, str]] = []
    links, titles = [], []
    for work in cited:
        full = WORKS.get(work.key)
        texts = [work.published] if full is None else [full.title, full.published]
        if full is not None:
            titles.append({"text": full.title, "lang": "en"})
        if full is not None and full.doi:
            texts.append(f"doi:{full.doi}")
            links.append(
                {"text": f"doi:{full.doi}", "url": "https://doi.org/" + quote(full.doi, safe="/():;")}
            )
        items.append({
            "lead": f"{work.authors} ({work.year}).",
            "text": " ".join(_stopped(text) for text in texts if text),
            "anchor": anchor(work.key),
        })  # fmt: skip
    return {
        "kind": "terms",
        "works": True,
        "size": "small",
        "items": items,
        "links": links,
        "foreign": titles,
    }


def _declared(release: Release, language: Language) -> Iterator[str]:
    """Give the sources of what indicators are compared with: reliability, norms, limits, changes that matter."""
    for indicator in release.codebook.indicators():
        column = indicator.column
        for part in (
            column.meaningful_change,
            column.reliability,
            column.norm,
            column.clinical,
            column.cutoff,
        ):
            if part is not None:
                source = part.source
                yield _stopped(source if isinstance(source, str) else source[language])


def _own(release: Release, text: str, language: Language) -> Iterator[str]:
    """Give the sources that the study names: of what was said of the project, and of recorded amounts and figures."""
    codebook = release.codebook
    labels = set()
    for name, source in codebook.sources.items():
        labels.add(source.label[language])
        when = named_month(source.said, language) if source.said else ""
        values = {"label": source.label[language], "code": name.upper(), "when": when}
        yield phrase(f"literature.source.{'dated' if when else 'undated'}", language, values)
    for name, rows in release.facts.items():
        column = codebook.tables[name].columns.get("source")
        codes = column.codes if column is not None and isinstance(column.codes, dict) else {}
        used = {str(row.get("source")) for row in rows}
        for code, label in codes.items():
            if str(code) in used and label[language] in text and label[language] not in labels:
                yield _stopped(label[language])


def _stopped(text: str) -> str:
    return text if text.endswith((".", "?")) else f"{text}."


def printed(release: Release, language: Language) -> list[str]:
    """Give what the pages print of works and sources, so that it is known for what it is."""
    told = [in_short(source, language) for source in release.provenance.sources.values()]
    for work in works(release).values():
        full = WORKS.get(work.key)
        told += [work.key, f"{work.authors} ({work.year})", work.published, *(full or ())]
    return [*told, *_declared(release, language)]
