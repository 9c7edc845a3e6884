"""The codebook as PDF, Word and Excel: everything declared stands in each, in both languages, and nothing else."""

import re
import shutil
from collections.abc import Callable
from datetime import date
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import openpyxl
import pytest
from defusedxml.ElementTree import fromstring
from docx import Document
from pdf_words import page_words
from typer.testing import CliRunner

from fou_eval import cli
from fou_eval.bundled import bundled_study
from fou_eval.commands import codebook as command
from fou_eval.declaration.codebook import Column
from fou_eval.declaration.codes import Code
from fou_eval.declaration.reading import Declaration, read_declaration
from fou_eval.declaration.text import Text
from fou_eval.documents.codebook_sheets import codebook_workbook
from fou_eval.wording import condition, written_form

SHARED = Path(__file__).parents[2] / ".." / "shared" / "acceptance" / "studies"
STUDIES = [bundled_study("familjelotsen"), *sorted(SHARED.glob("*/"))]


def bare(text: str) -> str:
    """Leave out blanks and hyphens at the ends of lines, which a page puts where it likes."""
    return re.sub(r"[\s\u00ad-]+", "", text)


def declared_words(declaration: Declaration, language: str) -> list[str]:
    words = []
    for table in declaration.codebook.tables.values():
        words += [table.table, table.label[language]]
        words += [rule.message[language] for rule in table.rules]
        for name, column in table.columns.items():
            words += [name, column.label[language]]
            words += [f"{code} = {reason[language]}" for code, reason in column.missing_codes.items()]
            codes = column.steps or (column.codes if isinstance(column.codes, dict) else {})
            words += [str(code) for code in codes] + [meaning[language] for meaning in codes.values()]
    words += list(declaration.codebook.waves)
    words += [domain.label[language] for domain in declaration.codebook.domains.values()]
    return words + [instrument.source for instrument in declaration.instruments.values()]


def word_text(content: bytes) -> str:
    with ZipFile(BytesIO(content)) as package:
        document = fromstring(package.read("word/document.xml"))
    return "".join(document.itertext())


def sheet_text(content: bytes) -> str:
    book = openpyxl.load_workbook(BytesIO(content))
    rows = (row for sheet in book for row in sheet.iter_rows(values_only=True))
    return "".join(str(value) for row in rows for value in row if value is not None)


def pdf_text(content: bytes) -> str:
    return "".join(page_words(content))


@pytest.mark.parametrize(
    ("folder", "language"),
    [
        (folder, language)
        for folder in STUDIES
        for language in ("sv", "en")[: 2 if folder == STUDIES[0] else 1]
    ],
    ids=lambda value: value if isinstance(value, str) else value.name,
)
def test_everything_declared_stands_in_all_three(folder: Path, language: str) -> None:
    declaration = read_declaration(folder)
    files = command._files(declaration, language)
    for content, text in ((files["docx"], word_text), (files["pdf"], pdf_text)):
        found = bare(text(content))
        assert [word for word in declared_words(declaration, language) if bare(word) not in found] == []
    found = bare(sheet_text(files["xlsx"]))
    words = [part for word in declared_words(declaration, language) for part in word.split(" = ", 1)]
    assert [word for word in words if bare(word) not in found] == []


@pytest.fixture(scope="module")
def word() -> bytes:
    return command._files(read_declaration(STUDIES[0]), "sv")["docx"]


def test_word_has_real_headings_and_tables(word: bytes) -> None:
    document = Document(BytesIO(word))
    headings = [p.text for p in document.paragraphs if p.style.name == "Heading 1"]
    assert headings[:3] == ["Mättillfällen", "Livsområden och utfall", "Tabell: Familjer"]
    assert all(table.rows[0]._tr.xpath("./w:trPr/w:tblHeader") for table in document.tables)


def test_word_says_its_language_and_no_author(word: bytes) -> None:
    core = Document(BytesIO(word)).core_properties
    assert (core.author, core.last_modified_by, core.comments) == ("", "", "")
    assert (core.language, core.title) == ("sv-SE", "Kodbok: Familjelotsen")
    with ZipFile(BytesIO(word)) as package:
        assert not [name for name in package.namelist() if "thumbnail" in name]
        assert b'<w:lang w:val="sv-SE"/>' in package.read("word/styles.xml")


def test_a_label_that_looks_like_a_formula_stays_text(edited: Callable[[str, str], Declaration]) -> None:
    declaration = edited("label: {sv: Skolfrånvaro,", "label: {sv: '=1+1',")
    book = openpyxl.load_workbook(BytesIO(codebook_workbook(declaration, "sv")))
    cell = next(cell for row in book["Kolumner"].iter_rows() for cell in row if cell.value == "=1+1")
    assert cell.data_type == "s"


@pytest.fixture
def edited(tmp_path: Path) -> Callable[[str, str], Declaration]:
    def edit(old: str, new: str) -> Declaration:
        shutil.copytree(STUDIES[0], tmp_path, dirs_exist_ok=True)
        for path in tmp_path.rglob("*.yaml"):
            path.write_text(path.read_text("utf-8").replace(old, new), "utf-8")
        return read_declaration(tmp_path)

    return edit


@pytest.mark.parametrize(
    ("given", "swedish", "english"),
    [
        ({"type": "integer", "min": 0, "max": 10}, "Heltal från 0 till 10", "Whole number from 0 to 10"),
        ({"type": "integer", "min": 1}, "Heltal från 1", "Whole number from 1"),
        ({"type": "number", "max": 2.5}, "Tal till och med 2,5", "Number up to 2.5"),
        (
            {"type": "number", "min": -1, "max": 1, "resolution": 0.25},
            "Tal från −1 till 1, högst 2 decimaler",
            "Number from −1 to 1, at most 2 decimals",
        ),
        ({"type": "boolean"}, "Ja eller nej", "Yes or no"),
        (
            {"type": "date", "min": date(2015, 1, 1), "max": date(2018, 12, 31)},
            "Datum ÅÅÅÅ-MM-DD från 2015-01-01 till 2018-12-31",
            "Date YYYY-MM-DD from 2015-01-01 to 2018-12-31",
        ),
        (
            {"type": "month", "min": date(2015, 1, 1)},
            "Månad ÅÅÅÅ-MM från 2015-01",
            "Month YYYY-MM from 2015-01",
        ),
        (
            {"type": "text", "pattern": "F\\d{2}", "example": "F07"},
            "Text av formen F07",
            "Text of the form F07",
        ),
        ({"type": "text", "pattern": "F\\d{2}"}, "Text av formen F01", "Text of the form F01"),
        ({"type": "text", "role": "free_text"}, "Fritext, analyseras inte", "Free text, not analysed"),
    ],
)
def test_how_a_value_is_written(given: dict[str, object], swedish: str, english: str) -> None:
    column = Column(label=Text(sv="A", en="B"), **given)
    assert (written_form(column, "sv"), written_form(column, "en")) == (swedish, english)


def test_a_condition_is_told_by_labels() -> None:
    codes = {str(n): Code(sv=f"Steg {n}", en=f"Step {n}") for n in (1, 2, 3)}
    column = Column(label=Text(sv="Trappa", en="Ladder"), type="code", codes=codes)
    assert (
        condition({"t": (1, 2, 3)}, {"t": column}, "sv") == "”Trappa” är något av Steg 1, Steg 2 eller Steg 3"
    )
    assert condition({"t": ("2",)}, {"t": column}, "en") == "“Ladder” is Step 2"


def test_the_command_writes_three_files_and_says_where(tmp_path: Path) -> None:
    answer = CliRunner().invoke(
        cli.app, ["codebook", "--study", str(STUDIES[0]), "--out", str(tmp_path / "new"), "--lang", "en"]
    )
    assert answer.exit_code == 0
    names = [f"familjelotsen_codebook.{ending}" for ending in ("pdf", "docx", "xlsx")]
    assert sorted(path.name for path in (tmp_path / "new").iterdir()) == sorted(names)
    assert answer.output.endswith(f"{', '.join(names)}.\n")
