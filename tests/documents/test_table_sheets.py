"""A workbook holds the tables as they are printed: numbers as numbers, everything else as text that stays text."""

from io import BytesIO
from typing import Any
from zipfile import ZipFile

import openpyxl
import pytest

from fou_eval.documents.blocks import Block, Head, grid, heading, paragraph
from fou_eval.documents.numbering import numbered
from fou_eval.documents.table_sheets import Book, tables_workbook

HEADS = [Head("Indikator", weight=3), Head("Medel", "right"), Head("95\u00a0% KI", "right")]
ROWS = [
    ["Trivsel", "1\u00a0234,50", "[1,0;\u00a02,0]"],
    ["Frånvaro", "−0,7ᵃ", "–"],
    ["Andel", "67\u00a0%", "visas\u00a0ej"],
]
LONG = "Den här anmärkningen är så lång att den inte får plats på en rad under tabellen, " * 3
ACTIVE = [
    "=1+1",
    "+46 8 123",
    "-1",
    "@SUM(A1)",
    "\tx",
    "\rx",
    '=HYPERLINK("http://a.se")',
    "=cmd|' /C calc'!A0",
]


def written(*parts: list[Block], language: str = "sv") -> bytes:
    words = {
        "contents": "Innehåll",
        "table": "Tabell",
        "title": "Rubrik",
        "part": "Del",
        "back": "Till innehållet",
    }
    return tables_workbook(
        Book(
            title="Tabeller ur X & Y",
            lines=["PÅHITTAT", "Minst 5 familjer"],
            running="X & Y",
            parts=numbered(parts, language),
            words=words,
            language=language,
            accent="#12425F",
            tint="#EEF3F6",
        )
    )


@pytest.fixture(scope="module")
def content() -> bytes:
    first = [heading("Bilaga 1. Hemma", 1), grid("Utfall", HEADS, ROWS, ["ᵃ Få.", LONG]), paragraph("text")]
    second = [heading("Bilaga 2. Slut", 1), {**grid("Kön", [Head("A"), Head("B")], [["x", "y"], ["z", "å"]])}]
    second[1]["groups"] = [[1, "Andra"]]
    return written(first, second)


@pytest.fixture(scope="module")
def book(content: bytes) -> Any:
    return openpyxl.load_workbook(BytesIO(content))


def values(sheet: Any) -> list[list[object]]:
    return [list(row) for row in sheet.iter_rows(values_only=True)]


def test_the_first_sheet_says_what_the_numbers_are_and_lists_the_tables(book: Any) -> None:
    assert book.sheetnames == ["Innehåll", "Tabell 1", "Tabell 2"]
    assert values(book["Innehåll"]) == [
        ["Tabeller ur X & Y", None, None],
        ["PÅHITTAT", None, None],
        ["Minst 5 familjer", None, None],
        [None, None, None],
        ["Tabell", "Rubrik", "Del"],
        ["Tabell 1", "Utfall", "Bilaga 1. Hemma"],
        ["Tabell 2", "Kön", "Bilaga 2. Slut"],
    ]


def test_every_table_is_led_to_and_leads_back(book: Any) -> None:
    leads = [(cell.coordinate, cell.hyperlink.location) for cell in book["Innehåll"]["A"] if cell.hyperlink]
    assert leads == [("A6", "'Tabell 1'!A1"), ("A7", "'Tabell 2'!A1")]
    assert [sheet["A2"].hyperlink.location for sheet in book.worksheets[1:]] == ["'Innehåll'!A1"] * 2
    assert not any(cell.hyperlink.target for cell in book["Innehåll"]["A"] if cell.hyperlink)


def test_a_sheet_holds_title_head_rows_and_notes(book: Any) -> None:
    first, second, *notes = (
        values(book["Tabell 1"])[:3],
        values(book["Tabell 1"])[3:6],
        *values(book["Tabell 1"])[6:],
    )
    assert first == [
        ["Tabell 1. Utfall", None, None],
        ["Till innehållet", None, None],
        ["Indikator", "Medel", "95\u00a0% KI"],
    ]
    assert second == [
        ["Trivsel", 1234.5, "[1,0;\u00a02,0]"],
        ["Frånvaro", -0.7, "–"],
        ["Andel", 0.67, "visas\u00a0ej"],
    ]
    assert all(row[1:] == [None, None] for row in notes)
    assert " ".join(str(row[0]) for row in notes).split() == f"ᵃ Få. {LONG}".split()
    assert max(len(str(row[0])) for row in notes) <= 90


def test_numbers_are_numbers_with_the_decimals_that_are_printed(book: Any) -> None:
    cells = [book["Tabell 1"][name] for name in ("B4", "B5", "B6", "C4", "C5")]
    assert [(cell.data_type, cell.number_format) for cell in cells] == [
        ("n", "#,##0.00"),
        ("n", '0.0"ᵃ";"−"0.0"ᵃ"'),
        ("n", '0"\u00a0"%'),
        ("s", "General"),
        ("s", "General"),
    ]
    assert [cell.alignment.horizontal for cell in cells] == ["right"] * 5


def test_rows_stand_under_the_heads_of_their_groups(book: Any) -> None:
    assert values(book["Tabell 2"])[2:] == [["A", "B"], ["x", "y"], ["Andra", None], ["z", "å"]]


def test_a_sheet_is_ready_to_read_and_to_print(book: Any) -> None:
    for sheet in book.worksheets:
        assert sheet.merged_cells.ranges == set()
        assert sheet.auto_filter.ref is None
        assert (sheet.page_setup.orientation, sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (
            "landscape",
            1,
            0,
        )
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        assert sheet.oddHeader.left.text == "X && Y"
    assert [sheet.freeze_panes for sheet in book.worksheets] == [None, "A4", "A4"]
    assert [sheet.print_title_rows for sheet in book.worksheets] == ["$5:$5", "$3:$3", "$3:$3"]
    widths = [book["Tabell 1"].column_dimensions[letter].width for letter in "ABC"]
    assert widths == [10, 10, 10]


def test_words_keep_away_from_numbers_before_them_and_numbers_are_never_broken() -> None:
    heads = [Head("A"), Head("B", "right"), Head("C"), Head("D")]
    sheet = openpyxl.load_workbook(BytesIO(written([grid("T", heads, [["x", "1", "y", "2"]])])))["Tabell 1"]
    for row in (3, 4):
        assert [cell.alignment.indent for cell in sheet[row]] == [0, 0, 1, 0]
    assert [bool(cell.alignment.wrap_text) for cell in sheet[4]] == [True, False, True, False]


def test_a_row_is_as_high_as_its_longest_cell() -> None:
    heads = [Head("A"), Head("B")]
    book = openpyxl.load_workbook(BytesIO(written([grid("T", heads, [["x" * 90, "y"], ["x", "y"]])])))
    assert [book["Tabell 1"].row_dimensions[row].height for row in (4, 5)] == [30.0, None]


def test_no_line_is_left_empty_below_a_text_that_fits() -> None:
    text = "Andel andra beräkningssätt som ger samma svar"  # 45 letters, as wide as 42 figures
    book = openpyxl.load_workbook(BytesIO(written([grid("T", [Head("A")], [[text], [text * 2]])])))
    assert 42 <= book["Tabell 1"].column_dimensions["A"].width <= 48
    assert [book["Tabell 1"].row_dimensions[row].height for row in (4, 5)] == [None, 30.0]


@pytest.mark.parametrize("label", ACTIVE)
def test_nothing_becomes_a_formula(label: str) -> None:
    content = written([heading(label, 1), grid(label, [Head(label)], [[label], ["x"]], [label])])
    book = openpyxl.load_workbook(BytesIO(content))
    cells = [book["Tabell 1"][name] for name in ("A3", "A4", "A6")] + [
        book["Innehåll"][f"{x}6"] for x in "BC"
    ]
    assert all(cell.data_type == "s" for cell in cells)
    assert all(cell.quotePrefix for cell in cells if cell.value == label)
    assert book["Tabell 1"]["A4"].value.strip() == label.strip()
    assert not book["Tabell 1"]["A5"].quotePrefix
    with ZipFile(BytesIO(content)) as package:
        assert not [name for name in package.namelist() if b"<f>" in package.read(name)]
        assert not [name for name in package.namelist() if "externalLink" in name]
        assert not [name for name in package.namelist() if b"TargetMode" in package.read(name)]


def test_what_xml_cannot_hold_is_replaced_and_the_rest_is_kept() -> None:
    labels = ["bell\x07", "<v>1</v>", "\U0001f469\u200d\U0001f467", "x" * 5000, ""]
    book = openpyxl.load_workbook(BytesIO(written([grid("T", [Head("H")], [[label] for label in labels])])))
    found = [row[0] for row in values(book["Tabell 1"])[3:]]
    assert found[:4] == ["bell\ufffd", "<v>1</v>", "\U0001f469\u200d\U0001f467", "x" * 5000]


def test_the_same_tables_give_the_same_bytes(content: bytes) -> None:
    one, other = (written([grid("T", HEADS, ROWS)]) for _ in range(2))
    assert one == other


def test_nobody_is_named_as_author(book: Any) -> None:
    core = book.properties
    assert (core.creator, core.lastModifiedBy, core.title, core.language) == (
        None,
        None,
        "Tabeller ur X & Y",
        "sv-SE",
    )
