"""The pages as a screen reader takes them, read from the structure of the PDF and compared with what was laid out."""

import re
from collections.abc import Iterator
from functools import cache
from io import BytesIO
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from pdf_structure import Element, document, shown
from pypdf import PdfReader
from pypdf.generic import DictionaryObject

from fou_eval.commands import codebook
from fou_eval.declaration import read_declaration
from fou_eval.design import LEAST_CONTRAST, PAPER, contrast

NAMES = ("sv", "en", "internal", "codebook")
KINDS = {
    *(
        "Document",
        "Title",
        "P",
        "H1",
        "H2",
        "H3",
        "L",
        "LI",
        "Lbl",
        "LBody",
        "Strong",
        "Em",
        "Span",
        "Link",
        "OBJR",
    ),
    *("Div", "Caption", "Figure", "Table", "THead", "TBody", "TR", "TH", "TD", "TOC", "TOCI", "Reference"),
}


@pytest.fixture(scope="session")
def pdfs(reports: dict[str, Path]) -> dict[str, bytes]:
    """Reports in both languages and the internal one, and a codebook, by name."""
    declaration = read_declaration(Path(__file__).parents[1] / "declaration" / "valid_study")
    return {
        **{name: (folder / "report.pdf").read_bytes() for name, folder in reports.items()},
        "codebook": codebook._files(declaration, "en")["pdf"],
    }


@pytest.fixture(params=NAMES)
def pdf(request: pytest.FixtureRequest, pdfs: dict[str, bytes]) -> bytes:
    return pdfs[request.param]


@cache
def reader(pdf: bytes) -> PdfReader:
    return PdfReader(BytesIO(pdf))


def bare(text: str) -> str:
    """Leave out blanks, and hyphens, which a page puts where its lines end."""
    return re.sub(r"[\s\u00ad\u2010\u2060-]+", "", text)


def test_it_shows_its_title_and_names_its_language(pdfs: dict[str, bytes]) -> None:
    for name, (language, title) in {
        "sv": ("sv-SE", "Familjelotsen: vad förändrades?"),
        "en": ("en-GB", "The Family Pilot: what changed?"),
        "codebook": ("en-GB", "Codebook: A study"),
    }.items():
        root = reader(pdfs[name]).trailer["/Root"]
        assert root["/Lang"] == language
        assert root["/ViewerPreferences"]["/DisplayDocTitle"]
        assert str(reader(pdfs[name]).metadata.title) == title  # type: ignore[union-attr]
        (shown_title,) = document(pdfs[name]).all("Title")
        assert shown_title.text == title
        assert document(pdfs[name]).kids[0].kind == "Title"


def test_only_known_kinds_of_elements_stand_in_it(pdf: bytes) -> None:
    assert {element.kind for element in document(pdf).walk()} <= KINDS


def test_running_text_is_made_of_paragraphs(pdf: bytes) -> None:
    """Blocks without one would be read as one with what stands before them."""
    loose = [element.text for element in document(pdf).kids if element.kind in {"Span", "Link", "Strong"}]
    assert loose == []


def test_headings_leave_no_level_out(pdf: bytes) -> None:
    levels = [int(heading.kind[1]) for heading in document(pdf).all("H1", "H2", "H3")]
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))
    assert all(heading.text.strip() for heading in document(pdf).all("H1", "H2", "H3"))


def test_bookmarks_are_the_headings_and_lead_to_their_pages(pdf: bytes) -> None:
    book = reader(pdf)
    told = [
        (item["/Title"], book.get_destination_page_number(item))
        for item in book.outline
        if not isinstance(item, list)
    ]
    pages = {id(heading): _page(heading, book) for heading in document(pdf).all("H1")}
    found = [(heading.text, pages[id(heading)]) for heading in document(pdf).all("H1")]
    assert [one for one in found if one in told] == told
    assert len(told) >= len(found) - 1  # the contents need not name themselves


def _page(element: Element, book: PdfReader) -> int:
    """The page on which an element begins."""
    entry = next(one.entry for one in element.walk() if "/Pg" in one.entry)
    return int(book.get_page_number(entry["/Pg"]))


@pytest.mark.parametrize("name", ["sv", "en", "internal"])
def test_every_figure_is_told_in_words(name: str, pdfs: dict[str, bytes], contents: dict[str, Any]) -> None:
    figures = document(pdfs[name]).all("Figure")
    told = [block["alt"] for block in _blocks(contents[name]) if block["kind"] == "figure"]
    assert [str(figure.entry["/Alt"]) for figure in figures] == told
    assert len(told) == 6
    assert all(len(alt) > 10 for alt in told)


def test_every_cell_of_a_table_has_its_head(pdf: bytes) -> None:
    tables = document(pdf).all("Table")
    assert len(tables) > 5
    for table in tables:
        assert [kid.kind for kid in table.kids] == ["Caption", "THead", "TBody"]
        assert bare(table.kids[0].text)
        (heads,) = table.kids[1].kids
        assert {head.kind for head in heads.kids} == {"TH"}
        assert {head.attribute("/Scope") for head in heads.kids} == {"/Column"}
        named = [str(head.entry["/ID"]) for head in heads.kids]
        for row in table.kids[2].kids:
            assert [cell.kind for cell in row.kids] == ["TD"] * len(named)
            assert [[str(one) for one in cell.attribute("/Headers")] for cell in row.kids] == [
                [one] for one in named
            ]  # type: ignore[attr-defined]


def test_lists_are_lists(pdf: bytes) -> None:
    for found in document(pdf).all("L"):
        assert {item.kind for item in found.kids} == {"LI"}
        for item in found.kids:
            assert [part.kind for part in item.kids] == ["Lbl", "LBody"]
            assert item.kids[1].text.strip()


def test_links_say_where_they_lead_and_lead_there(pdf: bytes) -> None:
    book = reader(pdf)
    links = document(pdf).all("Link")
    annotations = [note for page in book.pages for note in page.get("/Annots", [])]
    assert len(links) >= 5
    assert sum(len(link.all("OBJR")) for link in links) == len(annotations)
    for link in links:
        assert link.text.strip()
        for each in link.all("OBJR"):
            assert each.entry["/Subtype"] == "/Link"
            assert each.entry["/Contents"].strip()
            assert 0 <= _leads_to(each.entry, book) < len(book.pages)


def _leads_to(link: DictionaryObject, book: PdfReader) -> int:
    """The page to which a link leads, from 0."""
    to = (link["/Dest"] if "/Dest" in link else link["/A"]["/D"]).get_object()
    place = to[0] if isinstance(to, list) else book.named_destinations[str(to)]["/Page"]
    number = book.get_page_number(place.get_object())
    return -1 if number is None else number


def test_contents_name_the_page_to_which_they_lead(pdf: bytes) -> None:
    entries = document(pdf).all("TOCI")
    assert len(entries) >= 5
    for entry in entries:
        page = _leads_to(entry.all("OBJR")[0].entry, reader(pdf)) + 1
        assert entry.text.replace("\u2060", " ").split()[-1] == str(page)


def test_pages_are_gone_through_in_the_order_of_the_structure(pdf: bytes) -> None:
    assert {page.get("/Tabs") for page in reader(pdf).pages} == {"/S"}


def test_what_stands_on_every_page_is_not_read_with_the_text(pdf: bytes) -> None:
    outside = [text for text in shown(pdf) if text.mark is None]
    assert {text.artifact for text in outside} <= {
        "Header",
        "Footer",
        "Pagination",
        "Artifact",
        "Layout",
        "Background",
    }
    heads = bare("".join(head.text for head in document(pdf).all("TH", "Caption")))
    for page in range(len(reader(pdf).pages)):
        said = [text for text in outside if text.page == page]
        assert any(text.artifact == "Footer" and str(page + 1) in text.text for text in said)
        # Beside header, footer and watermark: dots of a table of contents, and heads of tables that go on here.
        rest = [text.text.strip(" .•") for text in said if text.artifact in {"Artifact", "Layout"}]
        assert [words for words in rest if bare(words) not in heads] == []


@pytest.mark.parametrize("name", ["sv", "en", "internal"])
def test_it_is_read_in_the_order_in_which_it_was_written(
    name: str, pdfs: dict[str, bytes], contents: dict[str, Any]
) -> None:
    made = contents[name]
    lists = {made["page"][words] for words in ("contents", "figures", "tables")}
    spoken = [one for one in document(pdfs[name]).kids if one.kind != "TOC" and one.text not in lists]
    first = next(place for place, one in enumerate(spoken) if one.kind == "H1")  # after the title page
    said = bare("".join(text for one in spoken[first:] for text in _aloud(one)))
    for words in (bare(words) for block in _blocks(made) for words in _words(block)):
        assert said[: len(words)] == words
        said = said[len(words) :]
    assert said == ""


def _aloud(element: Element) -> Iterator[str]:
    """Everything that is read aloud, without the points of lists."""
    for part in element.parts:
        if isinstance(part, str):
            yield part
        elif part.text.strip() != "•":
            yield from _aloud(part)


def _blocks(content: dict[str, Any]) -> list[dict[str, Any]]:
    parts = (content["summary"], content["reading"], content["plain"], *content["appendices"])
    return [block for part in parts for block in part]


def _words(block: dict[str, Any]) -> Iterator[str]:
    """The texts of a block in the order in which they are to be read; the note in the margin after its text."""
    if block["kind"] in {"table", "figure"}:
        title = f"{block['title']}. " if block.get("title") else ""
        yield f"{block['label']}. {title}{block['caption']}{block.get('source', '')}"
        yield from (column["header"] for column in block.get("columns", ()))
        groups = dict(block.get("groups", ()))  # the head of a group stands above its first row
        for place, row in enumerate(block.get("rows", ())):
            yield groups.get(place, "")
            yield from row
        yield from block.get("notes", ())
    elif "items" in block:
        for item in block["items"]:
            yield f"{item['lead']} {item['text']}{item.get('margin', '')}"
    else:
        yield f"{block['text']}{block.get('margin', '')}"


def test_margin_notes_are_read_after_their_text(pdfs: dict[str, bytes]) -> None:
    paragraphs = [element.text for element in document(pdfs["sv"]).all("P")]
    place = next(at for at, text in enumerate(paragraphs) if "av 16\xa0familjer fick 6 det bättre" in text)
    assert paragraphs[place + 1] == "16\xa0familjer."


def test_words_in_another_language_say_so(pdfs: dict[str, bytes]) -> None:
    foreign = [
        element.text
        for element in document(pdfs["sv"]).walk()
        if str(element.entry.get("/Lang", "")).startswith("en")
    ]
    assert any("make verify" in text or "fou-eval verify" in text for text in foreign)


def test_text_has_enough_contrast(pdf: bytes) -> None:
    """On paper and on the ground of notices; the large mark of an internal page is read by nobody."""
    colours = {text.colour for text in shown(pdf) if text.artifact not in {"Background", "Pagination"}}
    hexed = {
        "#" + "".join(f"{round(part * 255):02X}" for part in (colour if len(colour) == 3 else colour * 3))
        for colour in colours
    }
    assert "#1A1A1A" in hexed
    for colour in hexed:
        assert contrast(colour, PAPER) >= LEAST_CONTRAST
        assert contrast(colour, "#EEF3F6") >= LEAST_CONTRAST


@pytest.mark.parametrize("name", ["ink", "quiet", "accent", "warn"])
def test_colours_of_text_stand_out_from_every_ground(name: str, contents: dict[str, Any]) -> None:
    for content in contents.values():
        colours = content["design"]["colours"]
        assert contrast(colours[name], PAPER) >= LEAST_CONTRAST
        assert contrast(colours[name], colours["tint"]) >= LEAST_CONTRAST
