"""A Word document says what its blocks say, in named styles that Word and screen readers know."""

import re
import shutil
import subprocess
from io import BytesIO
from itertools import pairwise
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from defusedxml.ElementTree import fromstring
from docx import Document
from docx.oxml.ns import qn

from fou_eval.documents.blocks import (
    Finding,
    Head,
    bullets,
    command,
    findings,
    grid,
    heading,
    notice,
    own_text,
    paragraph,
    terms,
)
from fou_eval.documents.look import colours
from fou_eval.documents.numbering import numbered, refer
from fou_eval.documents.raster import rasters
from fou_eval.documents.word import Text, write_word
from fou_eval.documents.word.widths import column_widths, is_small

SVG = b"""<svg xmlns="http://www.w3.org/2000/svg" width="453.543pt" height="72pt" viewBox="0 0 63 10">
<path d="M0 0h9v9z"/></svg>"""
HOSTILE = ["<w:p>&amp;</w:p>", "=1+1", "]]>", "bell\x07", "\U0001f469\u200d\U0001f467", "x" * 3000, "#*_$\\"]
PAGE = {
    "study": "Studien",
    "status": "Utkast",
    "synthetic": "PÅHITTAT",
    "watermark": "",
    "design": "före och efter",
    "limit": "minst 5",
    "number": "Sida {page} av {pages}",
    "contents": "Innehåll",
    "figures": "Figurer",
    "tables": "Tabeller",
}
FIGURE = {"kind": "figure", "name": "cat", "file": "figures/cat.svg", "alt": "En katt.", "title": "Katten"}
FIGURE |= {"caption": "Ritad för hand.", "source": "n = 1 katt."}


def run(text: str, to: str = "", *, bold: bool = False) -> dict[str, object]:
    return {"text": text, "bold": bold, "italic": False, "to": to}


OWN = [
    {"kind": "heading", "level": 2, "passages": [[run("Varför")]]},
    {
        "kind": "paragraph",
        "level": 0,
        "passages": [[run("Läs ", bold=True), run("här", 'https://a.se/"x\\y')]],
    },
    {"kind": "numbers", "level": 0, "passages": [[run("ett")], [run("två")]]},
    {"kind": "quote", "level": 0, "passages": [[run("rad\nrad")]]},
]
FIRST = [
    heading("Sammanfattning", 1),
    notice("Påhittat."),
    paragraph(f"Se {refer('table', 'cats')} och {refer('part', 'end')}.", "14 familjer"),
    findings([Finding("Hemma.", "Bättre.", "n = 9")]),
    bullets([("", "utan"), ("Med.", "text")]),
    terms([("KI", "ett intervall")]),
    command("fou-eval verify report.pdf"),
]
LAST = [
    heading("Bilaga 1. Slut", 1, "end"),
    own_text(OWN, "Författarnas."),
    heading("Under", 2),
    grid(
        "Katter",
        [Head("Namn", weight=3), Head("Antal", "right")],
        [["Misse", "1"], ["Måns", "12 345"]],
        ["Not."],
        "cats",
    ),
    FIGURE,
    grid("Hundar", [Head("Namn")], [["Karo"]]),
]


@pytest.fixture(scope="module")
def png(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    folder = tmp_path_factory.mktemp("drawn")
    (folder / "cat.svg").write_bytes(SVG)
    return rasters(folder, ["cat.svg"])["cat.svg"]


def text_of(first: list[dict[str, object]], last: list[dict[str, object]], **page: str) -> Text:
    first, last = numbered([first, last], "sv")
    lines = [("Authors", "A. Exempel"), ("FrontLine", "Version 1")]
    return Text(
        title="Rapport <1>",
        subtitle="Före och efter",
        lines=lines,
        front=[first],
        parts=[last],
        page={**PAGE, **page},
        language="sv",
        colours=colours("#663399"),
    )


@pytest.fixture(scope="module")
def content(png: bytes) -> bytes:
    return write_word(text_of(FIRST, LAST), {"cat": png})


@pytest.fixture(scope="module")
def document(content: bytes) -> Document:
    return Document(BytesIO(content))


def parts(content: bytes) -> dict[str, bytes]:
    with ZipFile(BytesIO(content)) as package:
        return {name: package.read(name) for name in package.namelist()}


def words_in(element: Any) -> str:
    """What is read in it, fields and links included."""
    return "".join(text.text or "" for text in element.iter(qn("w:t")))


def shown(paragraph: Any) -> tuple[str, str]:
    return paragraph.style.name, words_in(paragraph._p)


def test_every_kind_of_block_is_set_in_a_style_of_its_name(document: Document) -> None:
    assert [shown(each) for each in document.paragraphs] == [
        ("Title", "Rapport <1>"),
        ("Subtitle", "Före och efter"),
        ("Authors", "A. Exempel"),
        ("Front Line", "Version 1"),
        ("Heading 1", "Sammanfattning"),
        ("Notice", "Påhittat."),
        ("Body Text", "Se tabell\u00a01 och bilaga\u00a01."),
        ("Margin Note", "14 familjer"),
        ("Finding", "Hemma. Bättre."),
        ("Margin Note", "n = 9"),
        ("List Bullet", "utan"),
        ("List Bullet", "Med. text"),
        ("Term", "KI ett intervall"),
        ("Command", "fou-eval verify report.pdf"),
        ("List Heading", "Figurer"),
        ("table of figures", "Figur\u00a01. Katten"),
        ("List Heading", "Tabeller"),
        ("table of figures", "Tabell\u00a01. Katter"),
        ("table of figures", "Tabell\u00a02. Hundar"),
        ("Heading 1", "Bilaga 1. Slut"),
        ("Margin Note", "Författarnas."),
        ("Heading 2", "Varför"),
        ("Body Text", "Läs här"),
        ("List Number", "1.ett"),
        ("List Number", "2.två"),
        ("Quote", "radrad"),
        ("Heading 2", "Under"),
        ("Caption", "Tabell\u00a01. Katter"),
        ("Table Note", "Not."),
        ("Figure", ""),
        ("Caption", "Figur\u00a01. Katten"),
        ("Caption Text", "Ritad för hand."),
        ("Source", "n = 1 katt."),
        ("Caption", "Tabell\u00a02. Hundar"),
        ("Table Note", ""),  # a document must not end with a table
    ]


def test_the_list_of_contents_is_filled_in_and_can_be_made_anew(document: Document) -> None:
    (contents,) = document.element.body.xpath("./w:sdt")
    lines = [words_in(line) for line in contents.iter(qn("w:p"))]
    assert lines == ["Innehåll", "Sammanfattning", "Bilaga 1. Slut"]
    instructions = [each.text for each in document.element.body.xpath(".//w:instrText")]
    assert instructions == [
        ' TOC \\o "1-1" \\h \\z \\u ',
        ' TOC \\h \\z \\c "Figur" ',
        ' TOC \\h \\z \\c "Tabell" ',
    ]
    kinds = [each.get(qn("w:fldCharType")) for each in document.element.body.xpath(".//w:fldChar")]
    assert kinds == ["begin", "separate", "end"] * 3


def test_captions_are_numbered_by_fields(document: Document) -> None:
    fields = document.element.body.xpath(".//w:fldSimple")
    found = [(each.get(qn("w:instr")).strip(), words_in(each)) for each in fields]
    assert found == [
        ('HYPERLINK "https://a.se/%22x%5Cy"', "här"),
        ("SEQ Tabell \\* ARABIC", "1"),
        ("SEQ Figur \\* ARABIC", "1"),
        ("SEQ Tabell \\* ARABIC", "2"),
    ]


def test_every_link_leads_to_a_bookmark_and_every_bookmark_has_a_name_of_its_own(document: Document) -> None:
    body = document.element.body
    names = [each.get(qn("w:name")) for each in body.xpath(".//w:bookmarkStart")]
    starts, ends = (
        [each.get(qn("w:id")) for each in body.xpath(f".//w:bookmark{end}")] for end in ("Start", "End")
    )
    anchors = {each.get(qn("w:anchor")) for each in body.xpath(".//w:hyperlink")}
    assert len(set(names)) == len(names) == 5
    assert starts == ends == [str(place) for place in range(1, 6)]
    assert anchors <= set(names)
    assert {"table_1", "part_end"} <= anchors
    assert all(re.fullmatch(r"[a-z]\w{0,39}", name) for name in names)


def test_headings_leave_no_gap(document: Document) -> None:
    names = [each.style.name for each in document.paragraphs if each.style.name.startswith("Heading")]
    levels = [int(name[-1]) for name in names]
    assert levels[0] == 1
    assert all(later <= earlier + 1 for earlier, later in pairwise(levels))


def test_a_table_repeats_its_head_divides_no_row_and_says_what_it_is(document: Document) -> None:
    table, other = document.tables
    assert [[cell.text for cell in row.cells] for row in table.rows] == [
        ["Namn", "Antal"],
        ["Misse", "1"],
        ["Måns", "12 345"],
    ]
    assert [len(row._tr.xpath("./w:trPr/w:tblHeader")) for row in table.rows] == [1, 0, 0]
    assert all(row._tr.xpath("./w:trPr/w:cantSplit") for row in table.rows)
    assert table._tbl.xpath("string(./w:tblPr/w:tblCaption/@w:val)") == "Tabell\u00a01"
    assert table._tbl.xpath("string(./w:tblPr/w:tblDescription/@w:val)") == "Katter"
    assert table.style.name == "Report Table"
    styles = [cell.paragraphs[0].style.name for row in table.rows[:2] for cell in row.cells]
    assert styles == ["Table Head", "Table Head Number", "Table Text", "Table Number"]
    assert other.rows[1].cells[0].text == "Karo"


def test_a_figure_has_its_alternative_text_and_its_true_size(document: Document) -> None:
    (words,) = document.element.body.xpath(".//wp:docPr")
    assert (words.get("descr"), words.get("title"), words.get("id")) == ("En katt.", "Katten", "1")
    (shape,) = document.inline_shapes
    assert (round(shape.width.mm), round(shape.height.mm, 1)) == (160, 25.4)


def test_a_picture_taller_than_a_page_is_made_smaller(png: bytes) -> None:
    tall = png[:20] + (6000).to_bytes(4) + png[24:]  # the height stands in the first part
    content = write_word(text_of(FIRST, LAST), {"cat": tall})
    (shape,) = Document(BytesIO(content)).inline_shapes
    assert round(shape.height.mm) == 215
    assert round(shape.width.mm, 1) == round(215 * 1890 / 6000, 1)


def test_head_and_foot_say_what_the_pages_are(document: Document) -> None:
    (section,) = document.sections
    assert shown(section.header.paragraphs[0])[1] == "StudienUtkast  PÅHITTAT"
    assert [shown(each)[1] for each in section.footer.paragraphs] == ["före och efterSida 1 av 1", "minst 5"]
    fields = section.footer.paragraphs[0]._p.xpath("./w:fldSimple")
    assert [each.get(qn("w:instr")).strip() for each in fields] == ["PAGE", "NUMPAGES"]


def test_only_an_internal_document_has_words_behind_its_text(content: bytes, png: bytes) -> None:
    behind = parts(write_word(text_of(FIRST, LAST, watermark="INTERN"), {"cat": png}))["word/header1.xml"]
    assert b'string="INTERN"' in behind
    assert b"v:shape" not in parts(content)["word/header1.xml"]


def test_the_package_says_title_and_language_and_no_author_day_or_program(content: bytes) -> None:
    package = parts(content)
    core = Document(BytesIO(content)).core_properties
    assert (core.title, core.language, core.author, core.last_modified_by) == ("Rapport <1>", "sv-SE", "", "")
    assert {core.created.year, core.modified.year} == {2017}
    assert "docProps/app.xml" not in package
    assert b"updateFields" not in package["word/settings.xml"]  # would ask whoever opens the document
    assert not [name for name in package if b'TargetMode="External"' in package[name]]
    assert b'<w:lang w:val="en-GB"/>' in package["word/styles.xml"].partition(b'w:styleId="Command"')[2]
    assert b'w:val="663399" w:themeColor="accent1"' in package["word/styles.xml"]


def test_every_part_is_declared_and_every_style_exists(content: bytes) -> None:
    package = parts(content)
    trees = {name: fromstring(part) for name, part in package.items() if name.endswith((".xml", ".rels"))}
    declared = {each.get("PartName") for each in trees["[Content_Types].xml"]} - {None}
    assert declared == {f"/{name}" for name in trees if not name.endswith(".rels")} - {"/[Content_Types].xml"}
    related = {each.get("Target") for each in trees["word/_rels/document.xml.rels"]}
    assert {f"word/{target}" for target in related} <= set(package)
    known = {each.get(qn("w:styleId")) for each in trees["word/styles.xml"].iter(qn("w:style"))}
    used = {
        each.get(qn("w:val"))
        for name in ("word/document.xml", "word/header1.xml", "word/footer1.xml", "word/styles.xml")
        for kind in ("pStyle", "rStyle", "tblStyle", "basedOn", "next")
        for each in trees[name].iter(qn(f"w:{kind}"))
    }
    assert used <= known


def test_the_same_text_gives_the_same_bytes(content: bytes, png: bytes) -> None:
    assert write_word(text_of(FIRST, LAST), {"cat": png}) == content


@pytest.mark.parametrize("label", HOSTILE, ids=lambda label: ascii(label[:12]))
def test_a_hostile_label_stays_text(label: str, png: bytes) -> None:
    start = [heading(label, 1), paragraph(label, label), bullets([(label, label)])]
    figure = {**FIGURE, "alt": label, "title": label}
    end = [grid(label, [Head(label), Head(label, "right")], [[label, label]], [label]), figure]
    document = Document(BytesIO(write_word(text_of(start, end, study=label), {"cat": png})))
    expected = label.replace("\x07", "\ufffd")
    body = document.element.body
    assert [shown(each)[1] for each in document.paragraphs if each.style.name == "Body Text"] == [expected]
    assert [cell.text for row in document.tables[0].rows for cell in row.cells] == [expected] * 4
    assert body.xpath("string(.//wp:docPr/@descr)") == expected
    assert len(body.xpath(".//w:tbl")) == 1
    assert len(body.xpath(".//w:tc")) == 4


def test_an_anchor_that_is_too_long_for_word_is_cut_and_numbered(png: bytes) -> None:
    long = [heading(f"Bilaga {place}. Slut", 1, f"{'område' * 9}{place}") for place in (1, 2)]
    text = paragraph(" ".join(refer("part", str(each["name"])) for each in long))
    document = Document(BytesIO(write_word(text_of([heading("A", 1), text], [*long, FIGURE]), {"cat": png})))
    names = [each.get(qn("w:name")) for each in document.element.body.xpath(".//w:bookmarkStart")]
    assert max(map(len, names)) <= 40
    assert len(set(names)) == 4


def test_rows_stand_under_the_heads_of_their_groups() -> None:
    table = {**grid("Katter", [Head("Namn"), Head("Antal", "right")], [["Misse", "1"], ["Karo", "2"]])}
    table |= {"groups": [[1, "Hundar"]], "size": "small"}
    (found,) = Document(BytesIO(write_word(text_of([heading("A", 1)], [table])))).tables
    cells = [row._tr.xpath("./w:tc") for row in found.rows]
    assert [len(row) for row in cells] == [2, 2, 1, 2]
    assert found.rows[2].cells[0].text == "Hundar"
    styles = [row.cells[0].paragraphs[0].style.name for row in found.rows]
    assert styles == ["Small Table Head", "Small Table Text", "Small Table Group", "Small Table Text"]


def kept(found: Any) -> bool:
    return bool(found._p.xpath("./w:pPr/w:keepNext"))


def test_no_row_and_no_note_is_left_alone_on_a_page() -> None:
    block = grid("Katter", [Head("Namn")], [[str(place)] for place in range(20)], ["a", "b", "c", "d"])
    document = Document(BytesIO(write_word(text_of([heading("A", 1)], [block]))))
    rows = [kept(row.cells[0].paragraphs[0]) for row in document.tables[0].rows]
    assert rows == [
        False,
        True,
        True,
        *[False] * 15,
        True,
        True,
        True,
    ]  # the first is the head, which is no row
    notes = [each for each in document.paragraphs if each.style.name == "Table Note"]
    assert [kept(note) for note in notes] == [True, False, True, False]
    assert [note.paragraph_format.space_after for note in notes[:3]] == [None] * 3
    assert notes[3].paragraph_format.space_after.pt == 8


def test_a_note_of_the_margin_stays_with_its_paragraph(document: Document) -> None:
    found = {each.style.name: each for each in document.paragraphs}
    texts = [each for each in document.paragraphs if each.style.name == "Body Text"]
    assert kept(texts[0])
    assert not kept(found["Margin Note"])


def test_a_caption_stands_near_its_figure(document: Document) -> None:
    captions = [each for each in document.paragraphs if each.style.name == "Caption"]
    near = [each.paragraph_format.space_before for each in captions if "Figur" in words_in(each._p)]
    assert [room.pt for room in near] == [5]
    assert {each.paragraph_format.space_before for each in captions if "Tabell" in words_in(each._p)} == {
        None
    }


def widths(*columns: tuple[str, str, float, str]) -> list[float]:
    heads = [Head(header, align, weight) for header, align, weight, _ in columns]
    return column_widths(grid("", heads, [[cell for *_, cell in columns]]))


def test_a_narrow_table_is_as_wide_as_the_column_of_text() -> None:
    found = widths(("Namn", "left", 1, "Misse"), ("Antal", "right", 1, "12"))
    assert sum(found) == pytest.approx(116)
    assert found[1] < 15


def test_words_share_what_numbers_leave_by_their_weights() -> None:
    text = "många korta ord " * 20
    found = widths(
        ("A", "left", 2, text), ("B", "left", 1, text), ("Antal", "right", 1, "1\u00a0234\u00a0567")
    )
    assert sum(found) == pytest.approx(160)
    assert found[0] > 1.6 * found[1]
    assert 16 < found[2] < 25


def test_words_that_lack_little_stand_on_one_line_beside_long_texts() -> None:
    found = widths(
        ("Månad", "left", 1, "november 2017"),
        ("A", "left", 3, "många korta ord " * 20),
        ("B", "left", 3, "många korta ord " * 20),
    )
    assert 23 < found[0] < 26  # on one line: 21 mm, and the cell 2
    assert found[1] == pytest.approx(found[2])


def test_words_just_fit_where_another_typeface_is_wider() -> None:
    found = widths(("Nivå", "left", 1, "ord " * 60), ("Antal", "right", 1, "6"))
    assert 12 < found[1] < 15  # "Antal" in bold Calibri of 9 points takes 8 mm, in DejaVu Sans 10


def test_the_longest_word_is_not_divided_beside_many_numbers() -> None:
    numbers = [
        "visas\u00a0ejᵃ",
        "visas\u00a0ejᵃ",
        "−12,6 [−20,4;\u00a0−4,7]",
        "visas\u00a0ejᵃ",
        "visas\u00a0ejᵃ",
    ]
    columns = [
        Head(header, "right") for header in ("Vid inskrivning", "12 månader", "Förändring", "Bättre", "Lika")
    ]
    block = grid(
        "",
        [Head("Område"), Head("Indikator"), *columns, Head("Sämre", "right"), Head("Underlag", "right")],
        [
            [
                "Vardagssituationen hemma",
                "Skolfrånvaro (procent av undervisningstiden)",
                *numbers,
                "36\u00a0%",
                "23\u00a0personer",
            ]
        ],
    )
    assert is_small(block)
    assert (
        column_widths(block)[0] > 24
    )  # "Vardagssituationen" in Calibri of 8 points takes 22 mm, and the cell 2
    assert sum(column_widths(block)) == pytest.approx(160)


def test_a_table_with_too_many_numbers_takes_from_the_words_first() -> None:
    number = ("Antal", "right", 1, "[1\u00a0234,5;\u00a02\u00a0345,6]")
    found = widths(("Undervisningstidsprocent", "left", 1, "x"), *[number] * 6)
    assert sum(found) == pytest.approx(160)
    assert found[0] == pytest.approx(17, abs=1)
    assert min(found[1:]) > 22


def test_words_that_numbers_leave_too_little_room_are_set_in_small_type() -> None:
    words = Head("Indikator")
    rows = [
        ["Tillfällen med regelbunden fritidsaktivitet per vecka " * 2, *["[−1\u00a0234,5;\u00a02,3]"] * 8]
    ]
    few, many = (grid("", [words, *[Head("A", "right")] * count], [rows[0][: count + 1]]) for count in (2, 5))
    assert (is_small(few), is_small(many)) == (False, True)


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not here")
def test_another_word_processor_opens_it(content: bytes, tmp_path: Path) -> None:
    (tmp_path / "text.docx").write_bytes(content)
    settings = f"-env:UserInstallation=file://{tmp_path}/settings"
    words = ["soffice", settings, "--headless", "--convert-to", "txt:Text", "--outdir", str(tmp_path)]
    subprocess.run([*words, str(tmp_path / "text.docx")], check=True, capture_output=True, timeout=120)
    read = (tmp_path / "text.txt").read_text("utf-8-sig")
    for line in ("Rapport <1>", "Tabell\u00a01. Katter", "Figur\u00a01. Katten", "Misse", "bilaga\u00a01"):
        assert line in read
