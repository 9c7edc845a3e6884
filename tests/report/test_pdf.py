"""The PDF: what it says, on which pages, in which language, and how it is built for screen readers and archives."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest
from handmade_release import FIGURES, make_codebook, make_release
from pdf_words import page_words
from pypdf import PdfReader
from pypdf.generic import DictionaryObject, IndirectObject

from fou_eval.declaration.plan import Plan
from fou_eval.disclosure.release import Release
from fou_eval.errors import ReportError
from fou_eval.language import PHRASES, phrase
from fou_eval.report.pdf import write_pdf
from fou_eval.report.writing import write_report

CONTENTS = {
    "sv": (
        "Sammanfattning", "Innehåll", "Rapporten på lätt svenska", "Bilaga 1. Deltagare och flöde",
        "Bilaga 2. Översikt över områdena",
        "Bilaga 3. Vardagssituationen hemma", "Bilaga 4. Barnens skolgång", "Bilaga 5. Barnens fritid",
        "Bilaga 6. Föräldrarnas sysselsättning", "Bilaga 7. Metod och begränsningar",
        "Bilaga 8. Reproducerbarhet", "Bilaga 9. Ordlista", "Bilaga 10. Referenser",
        "Bilaga 11. Alla redovisade tal",
    ),
    "en": (
        "Summary", "Contents", "The report in plain English", "Appendix 1. Participants and flow",
        "Appendix 2. Overview of the domains",
        "Appendix 3. Home life", "Appendix 4. Children’s schooling", "Appendix 5. Children’s leisure",
        "Appendix 6. Parents’ occupation", "Appendix 7. Method and limits",
        "Appendix 8. Reproducibility", "Appendix 9. Glossary", "Appendix 10. References",
        "Appendix 11. Every number shown",
    ),
}  # fmt: skip


def reader(folder: Path) -> PdfReader:
    return PdfReader(folder / "report.pdf")


@cache
def pages(folder: Path) -> list[str]:
    words = page_words((folder / "report.pdf").read_bytes())
    return [re.sub(r"[\s\u2060]+", " ", page) for page in words]


def text(folder: Path) -> str:
    return " ".join(pages(folder))


def elements(node: object) -> Iterator[DictionaryObject]:
    """Walk the structure tree."""
    node = node.get_object() if isinstance(node, IndirectObject) else node
    if isinstance(node, list):
        for kid in node:
            yield from elements(kid)
    if isinstance(node, DictionaryObject):
        yield node
        yield from elements(node.get("/K", []))


@pytest.mark.parametrize("language", CONTENTS)
def test_the_parts_stand_in_order_as_bookmarks(reports: dict[str, Path], language: str) -> None:
    outline = reader(reports[language]).outline
    assert tuple(item["/Title"] for item in outline if not isinstance(item, list)) == CONTENTS[language]


@pytest.mark.parametrize("language", CONTENTS)
def test_every_page_says_what_kind_of_study_it_is(reports: dict[str, Path], language: str) -> None:
    every = pages(reports[language])
    for place, page in enumerate(every, start=1):
        assert phrase("report.design_label", language) in page
        assert phrase("report.page", language, {"page": place, "pages": len(every)}) in page
        assert phrase("report.synthetic", language) in page
        assert phrase("report.status.publication", language) in page
        assert phrase("report.smallest_cell", language, {"smallest": 5, "sensitive": 8}) in page


def test_internal_pages_are_watermarked(reports: dict[str, Path]) -> None:
    assert all(
        "INTERN Familjelotsen" in page or " INTERN" in f" {page}" for page in pages(reports["internal"])
    )
    assert all("Intern version, får inte spridas" in page for page in pages(reports["internal"]))
    assert not any(re.search(r"\bINTERN\b", page) for page in pages(reports["sv"]))


def test_real_data_are_not_called_synthetic(tmp_path: Path, quick_figures: None) -> None:
    made = make_release()
    provenance = type(made.provenance)(synthetic=False)
    write_report(make_release(provenance=provenance), tmp_path / "report")
    assert "SYNTETISKA" not in text(tmp_path / "report")
    assert "påhittade" not in text(tmp_path / "report")


def test_the_summary_is_at_most_two_pages_and_the_plain_one_a_single_page(reports: dict[str, Path]) -> None:
    for language in CONTENTS:
        book = reader(reports[language])
        starts = [
            book.get_destination_page_number(item) for item in book.outline if not isinstance(item, list)
        ]
        summary, contents, plain, first = starts[:4]
        assert summary == 1
        assert contents in {2, 3}
        assert first == plain + 1


@pytest.mark.parametrize("language", CONTENTS)
def test_no_line_ends_within_a_number_or_a_range(reports: dict[str, Path], language: str) -> None:
    lines = [
        line
        for page in page_words((reports[language] / "report.pdf").read_bytes())
        for line in page.splitlines()
    ]
    assert [line for line in lines if re.search(r"\d–$", line.rstrip())] == []
    ends = [last.rstrip()[-2:] for last, first in pairwise(lines) if re.match(r"\d+ [a-zåäö]", first)]
    assert [end for end in ends if re.match(r"\d[.,]", end)] == []  # within 30,8
    assert sum(bool(re.search(r"\d–\d", line)) for line in lines) > 20


def test_the_summary_counts_better_and_worse_together(reports: dict[str, Path]) -> None:
    start = pages(reports["sv"])[1]
    assert "av 16 familjer fick 6 det bättre, 5 var oförändrade och 5 fick det sämre" in start
    assert "av 34 personer fick 20 det bättre, 6 var oförändrade och 8 fick det sämre" in start
    assert "17 familjer, 34 personer." in start
    assert "Barnens fritid. Ej mätt." in start
    english = pages(reports["en"])[1]
    assert "of 16 families, 6 were better off, 5 were unchanged and 5 were worse off" in english


def test_swedish_typography(reports: dict[str, Path]) -> None:
    said = text(reports["sv"])
    assert "95 % KI [−9,1; −2,1]" in said
    assert not re.search(r"\d%", said)
    assert not re.search(r"[\[ ]-\d", said)


@pytest.mark.parametrize(("language", "other"), [("sv", 1), ("en", 0)])
def test_no_page_is_half_translated(reports: dict[str, Path], language: str, other: int) -> None:
    said = text(reports[language])
    own = {words[1 - other] for words in PHRASES.values()}
    # The glossary gives each of its words in both languages.
    glossary = " | ".join(words[other] for key, words in PHRASES.items() if key.startswith("word."))
    foreign = {
        words[other].split("{")[0].strip()
        for words in PHRASES.values()
        if words[other] != words[1 - other] and words[other] not in own
    }
    assert [words for words in foreign if len(words) > 11 and words in said and words not in glossary] == []


@pytest.mark.parametrize("language", ["sv", "en"])
def test_no_sentence_claims_a_cause(reports: dict[str, Path], language: str) -> None:
    said = text(reports[language]).replace(phrase("report.design_label", language), "").lower()
    banned = {
        "sv": r"effekt av|ledde till|tack vare|\beffekt",
        "en": r"effect of|\bled to|thanks to|\beffect",
    }
    assert re.findall(banned[language], said) == []


@pytest.mark.parametrize("language", CONTENTS)
def test_it_is_tagged_titled_and_in_one_language(reports: dict[str, Path], language: str) -> None:
    pdf = reader(reports[language])
    root = pdf.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert str(root["/Lang"]).startswith(language)
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert pdf.metadata is not None
    assert pdf.metadata.title == phrase(
        "report.title", language, {"title": {"sv": "Familjelotsen", "en": "The Family Pilot"}[language]}
    )
    assert str(pdf.metadata.creation_date).startswith("2015-01-15")


@pytest.mark.parametrize("language", CONTENTS)
def test_every_figure_has_its_alternative_text(reports: dict[str, Path], language: str) -> None:
    tree = list(elements(reader(reports[language]).trailer["/Root"]["/StructTreeRoot"]["/K"]))
    alts = [str(item["/Alt"]) for item in tree if "/Alt" in item]
    words = {"sv": "Alternativ text", "en": "Alternative text"}[language]
    assert [alt for alt in alts if alt.startswith(words)] == [f"{words}: {name}" for name in FIGURES]


def test_tables_have_head_cells_and_headings_leave_no_gap(reports: dict[str, Path]) -> None:
    tree = list(elements(reader(reports["sv"]).trailer["/Root"]["/StructTreeRoot"]["/K"]))
    kinds = [str(item.get("/S")) for item in tree]
    assert kinds.count("/TH") > 50
    levels = [int(kind[2:]) for kind in kinds if re.fullmatch(r"/H\d", kind)]
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_what_is_attached_is_what_stands_beside(reports: dict[str, Path]) -> None:
    attached = reader(reports["sv"]).attachments
    assert set(attached) == {
        "results.json",
        "estimates.csv",
        "plan.json",
        "declarations.yaml",
        "manifest.json",
    }
    for name, copies in attached.items():
        assert copies == [(reports["sv"] / name).read_bytes()]


def test_signs_in_labels_are_text(tmp_path: Path, quick_figures: None) -> None:
    hostile = '#panic("x") *b* _i_ $x^2$ <label> @ref \\ `raw` // "q" = [c] ~ {brace}'
    write_report(make_release(make_codebook(title=hostile, school=hostile)), tmp_path / "report")
    said = text(tmp_path / "report")
    assert said.count(hostile) > 5


def test_a_withheld_row_shows_no_number_even_if_it_has_one(tmp_path: Path, quick_figures: None) -> None:
    """The gate empties withheld rows; the pages do not rely on it."""
    made = make_release()
    leaking = {"value": 77.7, "low": 66.6, "high": 88.8, "p_value": 0.0123}
    rows = tuple(
        replace(row, estimate=replace(row.estimate, **leaking)) if row.decision.status == "withheld" else row
        for row in made
    )
    write_report(make_release(rows=rows), tmp_path / "report")
    assert not re.search(r"77,7|66,6|88,8|0,01|7770|77 7", text(tmp_path / "report"))


def test_no_file_holds_the_place_where_it_was_made(tmp_path: Path, quick_figures: None) -> None:
    write_report(make_release(), tmp_path / "report")
    for path in (tmp_path / "report").rglob("*"):
        assert path.is_dir() or str(tmp_path).encode() not in path.read_bytes()


def test_content_that_cannot_be_laid_out_is_an_error_of_the_report(release: Release, tmp_path: Path) -> None:
    plan: Plan = release.plan
    with pytest.raises(ReportError, match="could not be laid out"):
        write_pdf({"page": {}}, plan, tmp_path)
    assert list(tmp_path.iterdir()) == []
