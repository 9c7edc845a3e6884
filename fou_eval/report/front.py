"""The report's own front on its pages: title page, added sections, and the authors' words at the start of appendices.

Everything here is read from the declarations alone and set as the authors wrote it; no number of the release is used,
and the reader sees which words are the authors'.
"""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import PurePosixPath

from fou_eval.declaration.codebook import Codebook
from fou_eval.declaration.front import CHAPTERS, CLOSED, INTRODUCED, OwnSection, OwnText
from fou_eval.declaration.own_files import own_pieces, parts_in
from fou_eval.declaration.plan import Plan
from fou_eval.declaration.prose import HARD, SOFT, Part, Passage
from fou_eval.declaration.text import Language
from fou_eval.design import ACCENT
from fou_eval.errors import DisclosureError
from fou_eval.formatting import day
from fou_eval.language import phrase
from fou_eval.report import blocks
from fou_eval.report.blocks import Block
from fou_eval.report.groups import told_of_all, told_of_few

_LANGUAGES: tuple[Language, ...] = ("sv", "en")


def refuse_own_words(codebook: Codebook, plan: Plan, language: Language) -> None:
    """Refuse to publish own texts that count few families or persons, or tell of all or none of them.

    Both languages are read, whatever that of the report: the texts are attached to it with the other declarations.
    Other numbers in them are the authors' own and are not compared with the release; the margin says so beside them.

    Parameters
    ----------
    codebook
        The study, with the texts.
    plan
        Says how few is few.
    language
        Language of the error.

    Raises
    ------
    DisclosureError
        If there is such a text; names file and line, never the words.
    """
    smallest = plan.disclosure.smallest_cell
    told = [
        f"{place}: {phrase(f'front.{kind}', language, {'smallest': smallest})}"
        for place, spoken, text in own_pieces(codebook.front, codebook.files)
        for kind in _kinds(text, _LANGUAGES if spoken is None else (spoken,), smallest)
    ]
    if told:
        raise DisclosureError("\n".join([phrase("front.refused", language), *told]))


def _kinds(text: str, languages: Sequence[Language], smallest: int) -> Iterator[str]:
    if any(told_of_few(text, language, smallest) for language in languages):
        yield "few"
    if any(told_of_all(text, language) for language in languages):
        yield "all"


def accent(codebook: Codebook) -> str:
    """Give the colour of headings, lines and links."""
    return (codebook.front and codebook.front.accent) or ACCENT


def title_parts(codebook: Codebook, language: Language) -> dict[str, object]:
    """Give what the study puts on the title page; texts are empty where it puts nothing."""
    front = codebook.front
    if front is None:
        return {"logo": None, "series": "", "publisher": "", "authors": [], "contact": "", "issn": ""}
    own = {"title": front.title, "subtitle": front.subtitle}
    return {
        **{key: text[language] for key, text in own.items() if text is not None},
        "logo": None
        if front.logo is None
        else {"file": _logo_name(front.logo.file), "alt": front.logo.alt[language]},
        "series": _series(codebook, language),
        "publisher": "" if front.publisher is None else front.publisher[language],
        "authors": list(front.authors),
        "contact": _filled("contact", front.contact, language),
        "issn": "" if front.issn is None else f"ISSN {front.issn}",
    }


def data_until(codebook: Codebook, language: Language) -> list[str]:
    """Say until which day the data go; of a preliminary report its status says so."""
    until = codebook.data_until
    if until is None or codebook.status == "preliminary":
        return []
    return [phrase("front.data_until", language, {"day": day(until, language)})]


def pictures_beside(codebook: Codebook) -> dict[str, bytes]:
    """Give the pictures of the title page by the names under which `title_parts` refers to them."""
    logo = None if codebook.front is None else codebook.front.logo
    return {} if logo is None else {_logo_name(logo.file): codebook.files[logo.file]}


def _logo_name(file: str) -> str:
    return f"logo{PurePosixPath(file).suffix}"


def _filled(key: str, value: str | None, language: Language) -> str:
    return "" if value is None else phrase(f"front.{key}", language, {key: value})


def _series(codebook: Codebook, language: Language) -> str:
    front = codebook.front
    if front is None or (front.series is None and front.number is None):
        return ""
    if front.series is None or front.number is None:
        return front.series[language] if front.series else _filled("number", front.number, language)
    return f"{front.series[language]} {front.number}"


def opening(codebook: Codebook, language: Language) -> list[Block]:
    """Give the sections that stand after the summary."""
    return [
        block
        for section in _sections(codebook)
        if section.before is None
        for block in _section(codebook, section, language)
    ]


def sections_before(
    codebook: Codebook, codes: Sequence[str], language: Language
) -> Mapping[str, list[list[Block]]]:
    """Give the sections that stand before appendices, by the codes of these.

    Parameters
    ----------
    codebook
        The study.
    codes
        Appendices that the report has, in order. What was to stand before one that it has not, stands before the next.
    language
        Language of the report.
    """
    own = (*INTRODUCED, *codebook.domains, *CHAPTERS, *codebook.topics, *CLOSED)
    found: dict[str, list[list[Block]]] = {}
    for section in _sections(codebook):
        if section.before is not None:
            later = own[own.index(section.before) :]
            place = next(code for code in later if code in codes)
            found.setdefault(place, []).append(_section(codebook, section, language))
    return found


def own_words(codebook: Codebook, code: str, language: Language) -> list[Block]:
    """Give the authors' words at the start of an appendix; none where there are none."""
    text = None if codebook.front is None else codebook.front.texts.get(code)
    return [] if text is None else [_set(codebook, text, language)]


def _sections(codebook: Codebook) -> tuple[OwnSection, ...]:
    return () if codebook.front is None else codebook.front.sections


def _section(codebook: Codebook, section: OwnSection, language: Language) -> list[Block]:
    return [blocks.heading(section.title[language], level=1), _set(codebook, section.text, language)]


def _set(codebook: Codebook, text: OwnText, language: Language) -> Block:
    parts = [_part(part) for part in parts_in(codebook.files, text[language])]
    return blocks.own_text(parts, phrase("front.margin", language))


def _part(part: Part) -> Block:
    return {
        "kind": part.kind,
        "level": part.level,
        "passages": [_runs(passage) for passage in part.passages],
    }


def _runs(passage: Passage) -> list[dict[str, object]]:
    """Give the words as they are set: the end of a line is a blank, unless it was written to stay."""
    return [
        {
            "text": run.text.replace(SOFT, " ").replace(HARD, "\n"),
            "bold": run.bold,
            "italic": run.italic,
            "to": run.to,
        }
        for run in passage.runs
    ]
