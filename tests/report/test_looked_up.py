"""Glossary and references: they hold what the report uses, all of it and nothing else, in order and in its language."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from handmade_release import make_release
from pypdf import PdfReader

from fou_eval.language.foreign import foreign_words
from fou_eval.language.glossary import FORMS, WORDS
from fou_eval.provenance import Provenance
from fou_eval.report import glossary, literature
from fou_eval.report.closing import texts
from fou_eval.report.content import assemble
from fou_eval.report.manifest import manifest
from fou_eval.report.works import CITED, WORKS
from fou_eval.statistics.catalogue import CATALOGUE

LANGUAGES = ("sv", "en")


@cache
def content(language: str) -> dict[str, Any]:
    made = make_release()
    sources = {name: entry.source for name, entry in CATALOGUE.items() if re.search(r"\d", entry.source)}
    release = make_release(provenance=Provenance(synthetic=True, sources=sources))
    assert made.rows == release.rows
    return assemble(release, language, {}, manifest(release, language, {}))


def appendix(language: str, code: str) -> list[dict[str, Any]]:
    return next(blocks for blocks in content(language)["appendices"] if blocks[0]["name"] == code)


def items(language: str, code: str) -> list[dict[str, str]]:
    return [item for block in appendix(language, code) for item in block.get("items", ())]


def rest(language: str) -> Iterator[str]:
    """All that the report says outside of the two appendices."""
    made = content(language)
    yield from (str(words) for words in made["page"].values())
    for part in (made["summary"], made["reading"], made["plain"], *made["appendices"]):
        if part[0].get("name") not in {"glossary", "references"}:
            yield from (words for block in part for words in texts(block))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_glossary_explains_words_that_occur(language: str) -> None:
    said = "\n".join(rest(language))
    used = glossary.used(said, language)
    assert len(items(language, "glossary")) == len(used)
    for key in used:
        assert any(form.casefold() in said.casefold() for form in glossary.forms(key, language))


def test_a_word_that_does_not_occur_is_not_explained() -> None:
    assert glossary.used("Ingenting av det.", "sv") == []
    assert glossary.used("Barnen placeringsprövades inte; SIPAR är ett annat ord.", "sv") == ["placement"]


def test_words_stand_in_the_order_of_the_alphabet() -> None:
    leads = [item["lead"] for item in items("sv", "glossary")]
    assert leads == sorted(leads, key=glossary.in_order)
    places = [
        next(at for at, lead in enumerate(leads) if lead.startswith(word))
        for word in ("bortfall", "visas ej")
    ]
    assert places == sorted(places)
    assert sorted(["örn", "ark", "årsarbetare", "zon", "äng"], key=glossary.in_order) == [
        *("ark", "zon", "årsarbetare", "äng", "örn"),
    ]


def test_a_word_has_the_name_that_it_has_in_the_other_language() -> None:
    assert {"lead": "bortfall (missing data)."}.items() <= next(
        item for item in items("sv", "glossary") if item["lead"].startswith("bortfall")
    ).items()
    (block,) = (block for block in appendix("en", "glossary") if block["kind"] == "terms")
    assert {"text": "bortfall", "lang": "sv"} in block["foreign"]


def test_every_word_has_an_explanation_and_forms_of_words_there_are() -> None:
    names = {key for key in WORDS if not key.endswith(".text")}
    assert {f"{name}.text" for name in names} | names == set(WORDS)
    assert {f"word.{key}" for key in FORMS} <= names


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_reference_leads_to_its_work_and_every_work_is_referred_to(language: str) -> None:
    listed = {item["anchor"] for item in items(language, "references") if "anchor" in item}
    led_to = {
        link["to"]
        for part in content(language)["appendices"]
        for block in part
        for link in block.get("links", ())
        if link.get("to", "").startswith("work-")
    }
    assert listed == led_to
    assert len(listed) > 5


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_reference_of_the_method_is_without_its_work(language: str) -> None:
    """Authors and year, as the catalogue and the phrases write them."""
    for block in appendix(language, "method"):
        linked = " | ".join(link["text"] for link in block.get("links", ()))
        for words in texts(block):
            for authors, year in re.findall(
                r"(?<!\d[ \u00a0])\b([A-ZÅÄÖ][a-zé]+) \(?((?:19|20)\d\d)\b", words
            ):
                assert re.search(rf"{authors} \(?{year}", linked), words


def test_works_stand_in_order_with_title_publisher_and_doi() -> None:
    found = [item for item in items("sv", "references") if "anchor" in item]
    assert [item["lead"] for item in found] == sorted((item["lead"] for item in found), key=str.casefold)
    hedges = next(item for item in found if item["lead"].startswith("Hedges"))
    assert hedges["lead"] == "Hedges (1981)."
    assert hedges["text"] == (
        "Distribution theory for Glass’s estimator of effect size and related estimators. Journal of Educational "
        "Statistics 6, 107–128. doi:10.3102/10769986006002107."
    )


@pytest.mark.parametrize(("language", "told"), [("sv", "Lokalt beslut."), ("en", "Local decision.")])
def test_who_said_what_change_matters_is_told_in_the_language_of_the_report(language: str, told: str) -> None:
    said = [item["text"] for item in items(language, "references")]
    assert told in said
    assert len({"Lokalt beslut.", "Local decision."} & set(said)) == 1


def test_a_source_is_read_as_works_with_their_places() -> None:
    source = (
        "Cumming (2012), Understanding the New Statistics, ch. 11; Newcombe (1998), Stat. Med. 17, method 10"
    )
    assert literature.in_short(source, "sv") == "Cumming 2012, kap. 11; Newcombe 1998, metod 10"
    assert literature.in_short("Hedges (1981), J. Educ. Stat. 6, eq. 6e", "en") == "Hedges 1981, eq. 6e"
    assert (
        literature.in_short("Skolförordningen (2011:185), chapter 3", "sv")
        == "Skolförordningen 2011:185, kap. 3"
    )


def test_every_source_of_the_catalogue_can_be_read() -> None:
    unread = {
        part
        for entry in CATALOGUE.values()
        if re.search(r"\d", entry.source)
        for part in literature.citations(entry.source)
        if isinstance(part, str)
    }
    assert unread == set()
    keys = {
        one.key
        for source in (*(entry.source for entry in CATALOGUE.values()), *CITED)
        for one in literature.citations(source)
        if not isinstance(one, str)
    }
    assert set(WORKS) - keys == set()


def cited() -> Iterator[literature.Citation]:
    for source in (*(entry.source for entry in CATALOGUE.values()), *CITED):
        yield from (one for one in literature.citations(source) if not isinstance(one, str))


def test_every_work_has_its_title_but_those_that_were_not_found() -> None:
    assert {one.key for one in cited()} - set(WORKS) == {"Noether 1967", "Skolförordningen 2011:185"}


def test_a_work_is_published_where_the_catalogue_says() -> None:
    """Volume and pages: a work of another year or part by the same authors has others."""
    for one in cited():
        if one.key in WORKS:
            said = re.findall(r"\d+", re.sub(r"\([^)]*\)", "", one.published))
            full = WORKS[one.key].published
            assert set(said[:3]) <= set(re.findall(r"\d+", full)), one.key


def test_references_are_written_alike() -> None:
    found = [work.doi for work in WORKS.values() if work.doi]
    assert len(found) == len(set(found)) > 60
    assert all(re.fullmatch(r"10\.\d{4,}/\S+", doi) for doi in found)
    for work in WORKS.values():
        assert not work.title.endswith(".")
        assert not re.search(r"\d-\d", work.published.replace("arXiv", ""))
        assert not work.published.startswith("The ")


def test_words_of_another_language_are_found_by_name_and_by_form() -> None:
    found = foreign_words(["Kör fou-eval report och läs results.json (maxT).", "En bootstrap."], "sv")
    assert [word["text"] for word in found] == ["fou-eval report", "results.json", "bootstrap", "maxT"]
    assert {word["lang"] for word in found} == {"en"}
    assert foreign_words(["An advocate (familjeombud) of FoU-Centrum in Östergötland."], "en") == [
        {"text": "familjeombud", "lang": "sv"},
        {"text": "Östergötland", "lang": "sv"},
        {"text": "FoU-Centrum", "lang": "sv"},
        {"text": "FoU", "lang": "sv"},
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_pdf_says_which_words_are_of_another_language(reports: dict[str, Path], language: str) -> None:
    other = {"sv": b"/Lang(en-GB)", "en": b"/Lang(sv-SE)"}[language]
    pages = PdfReader(reports[language] / "report.pdf").pages
    marked = [
        page for page in pages if (found := page.get_contents()) is not None and other in found.get_data()
    ]
    assert len(marked) >= 1


def test_word_says_it_too(reports: dict[str, Path]) -> None:
    with ZipFile(reports["sv"] / "report.docx") as package:
        written = package.read("word/document.xml").decode()
    assert re.search(r'<w:lang w:val="en-GB"/></w:rPr><w:t[^>]*>missing data</w:t>', written)
