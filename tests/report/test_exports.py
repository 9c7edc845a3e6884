"""Word and Excel say what the PDF says: every word, every number, and nothing that it does not show."""

import json
import re
import struct
from collections.abc import Mapping
from io import BytesIO
from itertools import pairwise
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from docx import Document
from docx.oxml.ns import qn
from handmade_release import FIGURES, draw_stand_ins, make_codebook, make_release
from pdf_words import page_words
from printed_cells import shown

from fou_eval.disclosure.release import Release
from fou_eval.documents.raster import rasters
from fou_eval.figures import Picture, overview
from fou_eval.report import exports, filling, writing
from fou_eval.report.content import assemble
from fou_eval.report.exports import logo_as_png, write_exports
from fou_eval.report.front import pictures_beside

NUMBER = re.compile(r"\d+(?:[\u00a0,.]\d+)*")


def bare(text: str) -> str:
    """Leave out blanks and hyphens, which a page puts where it likes, and the bullets it draws."""
    return re.sub(r"[\s\u00ad•-]+", "", text)


def words_in(element: Any) -> str:
    return "".join(text.text or "" for text in element.iter(qn("w:t")))


def content_of(release: Release, folder: Path, language: str) -> dict[str, Any]:
    pictures = {picture.name: picture for picture in draw_stand_ins(release, language)}
    return assemble(release, language, pictures, json.loads((folder / "manifest.json").read_bytes()))


def blocks_of(content: Mapping[str, Any], kind: str) -> list[dict[str, Any]]:
    parts = [content[name] for name in ("summary", "opening", "reading", "plain")] + content["appendices"]
    return [block for part in parts for block in part if block["kind"] == kind]


@pytest.fixture(scope="module", params=["sv", "en"])
def report(
    request: pytest.FixtureRequest, reports: dict[str, Path], release: Release
) -> tuple[Path, dict[str, Any]]:
    folder = reports[request.param]
    return folder, content_of(release, folder, request.param)


def test_every_paragraph_of_the_word_file_stands_in_the_pdf(reports: dict[str, Path]) -> None:
    pages = bare("".join(page_words((reports["sv"] / "report.pdf").read_bytes())))
    document = Document(reports["sv"] / "report.docx")
    texts = [words_in(each) for each in document.element.body.iter(qn("w:p"))]
    assert len(texts) > 300
    assert [text for text in texts if not stands_in(bare(text), pages)] == []


def stands_in(text: str, pages: str) -> bool:
    """Whether it is read there, also where a page is turned in the midst of it."""
    turns = range(10, len(text) - 10)
    return text in pages or any(text[:turn] in pages and text[turn:] in pages for turn in turns)


def test_everything_that_is_assembled_stands_in_the_word_file(report: tuple[Path, dict[str, Any]]) -> None:
    folder, content = report
    document = Document(folder / "report.docx")
    body = bare(words_in(document.element.body))
    told = [content["title"][key] for key in ("title", "subtitle")] + content["title"]["lines"]
    for kind in ("heading", "paragraph", "notice", "command", "findings", "bullets", "terms"):
        for block in blocks_of(content, kind):
            told += [block.get("text", ""), block.get("margin", "")]
            told += [text for item in block.get("items", ()) for text in item.values()]
    told += [block[key] for block in blocks_of(content, "figure") for key in ("title", "caption", "source")]
    assert [text for text in told if bare(text) not in body] == []


def test_its_tables_are_those_of_the_pages(report: tuple[Path, dict[str, Any]]) -> None:
    folder, content = report
    tables = blocks_of(content, "table")
    document = Document(folder / "report.docx")
    assert len(document.tables) == len(tables) > 15
    for block, table in zip(tables, document.tables, strict=True):
        rows = [
            row
            for row in table._tbl.tr_lst
            if len(row.tc_lst) == len(block["columns"]) or len(row.tc_lst) > 1
        ]
        cells = [[words_in(cell) for cell in row.tc_lst] for row in rows]
        assert cells == [[head["header"] for head in block["columns"]], *block["rows"]]


def test_every_figure_of_the_word_file_has_its_alternative_text(report: tuple[Path, dict[str, Any]]) -> None:
    folder, content = report
    document = Document(folder / "report.docx")
    words = [each.get("descr") for each in document.element.body.iter(qn("wp:docPr"))]
    assert words == [block["alt"] for block in blocks_of(content, "figure")]
    assert len(words) > 3
    assert len(document.inline_shapes) == len(words)


def test_headings_leave_no_gap(report: tuple[Path, dict[str, Any]]) -> None:
    names = [each.style.name for each in Document(report[0] / "report.docx").paragraphs]
    levels = [int(name[-1]) for name in names if name.startswith("Heading")]
    assert levels[0] == 1
    assert all(later <= earlier + 1 for earlier, later in pairwise(levels))


def test_every_cell_of_the_workbook_is_shown_as_it_is_printed(report: tuple[Path, dict[str, Any]]) -> None:
    folder, content = report
    book = openpyxl.load_workbook(folder / "tables.xlsx")
    tables = blocks_of(content, "table")
    assert book.sheetnames[1:] == [block["label"].replace("\u00a0", " ") for block in tables]
    for block, sheet in zip(tables, book.worksheets[1:], strict=True):
        lines = [[as_shown(cell, content["language"]) for cell in row] for row in sheet.iter_rows(min_row=3)]
        rows = [[head["header"] for head in block["columns"]], *block["rows"]]
        groups = {place for place, _ in block.get("groups", ())}
        heads = [line for place, line in enumerate(lines) if place <= len(block["rows"]) + len(groups)]
        assert [line for line in heads if line in rows] == rows
        notes = " ".join(line[0] for line in lines[len(heads) :])
        assert notes.split() == " ".join(block["notes"]).split()


def as_shown(cell: Any, language: str) -> str:
    if cell.data_type == "n" and cell.value is not None:
        return shown(cell.value, cell.number_format, language)
    return cell.value or ""


def test_numbers_are_numbers(report: tuple[Path, dict[str, Any]]) -> None:
    """More than a third of the cells that hold any digit; the others are intervals, classes and words."""
    book = openpyxl.load_workbook(report[0] / "tables.xlsx")
    cells = [cell for sheet in book.worksheets[1:] for row in sheet.iter_rows(min_row=4) for cell in row]
    counted = sum(cell.data_type == "n" and cell.value is not None for cell in cells)
    typed = sum(cell.data_type == "s" and bool(NUMBER.search(cell.value)) for cell in cells)
    assert counted > 150
    assert counted > typed / 2


def test_the_workbook_says_what_its_numbers_are(report: tuple[Path, dict[str, Any]]) -> None:
    folder, content = report
    sheet = openpyxl.load_workbook(folder / "tables.xlsx").worksheets[0]
    said = [cell.value for cell in sheet["A"] if cell.value]
    page = content["page"]
    assert [page[key] in said for key in ("synthetic", "status", "design", "limit")] == [True] * 4
    assert sheet.title == {"sv": "Innehåll", "en": "Contents"}[content["language"]]


def test_each_figure_lies_there_as_svg_and_as_png(reports: dict[str, Path]) -> None:
    names = {path.name for path in (reports["sv"] / "figures").iterdir()}
    assert names == {f"{name}.{ending}" for name in FIGURES for ending in ("svg", "png")}


def test_the_manifest_names_what_a_reviewer_compares_and_not_what_is_worked_on(
    reports: dict[str, Path],
) -> None:
    """Other versions of Typst draw other PNG of the same figure, which would be no difference."""
    files = json.loads((reports["sv"] / "manifest.json").read_bytes())["files"]
    assert {name for name in files if name.startswith("figures/")} == {
        f"figures/{name}.svg" for name in FIGURES
    }
    assert not {"report.docx", "tables.xlsx"} & set(files)


def test_only_the_internal_report_has_its_mark_behind_the_text(reports: dict[str, Path]) -> None:
    heads = {
        name: Document(folder / "report.docx").sections[0].header._element.xml
        for name, folder in reports.items()
    }
    assert {name for name, head in heads.items() if "v:textpath" in head} == {"internal"}


def test_the_same_release_gives_the_same_bytes(
    release: Release, reports: dict[str, Path], tmp_path: Path
) -> None:
    folder = reports["en"]
    (tmp_path / "figures").mkdir()
    for path in (folder / "figures").glob("*.svg"):
        (tmp_path / "figures" / path.name).write_bytes(path.read_bytes())
    names = [path.relative_to(tmp_path).as_posix() for path in (tmp_path / "figures").iterdir()]
    logo = logo_as_png(pictures_beside(release.codebook))
    write_exports(content_of(release, folder, "en"), release, tmp_path, rasters(tmp_path, names), logo)
    for name in ("report.docx", "tables.xlsx", "figures/flow.png"):
        assert (tmp_path / name).read_bytes() == (folder / name).read_bytes()


def test_pages_that_are_made_for_comparison_come_without_word_and_excel(
    release: Release, tmp_path: Path, quick_figures: None
) -> None:
    filling.fill(tmp_path, release, "sv", filling.silent)
    assert sorted(path.name for path in tmp_path.iterdir() if path.suffix in {".docx", ".xlsx"}) == []
    assert {path.suffix for path in (tmp_path / "figures").iterdir()} == {".svg"}


def test_a_label_that_looks_like_a_formula_or_markup_stays_a_label(
    tmp_path: Path, quick_figures: None
) -> None:
    label = "=A+B <w:p>& \U0001f469"
    folder = writing.write_report(make_release(make_codebook(school=label)), tmp_path / "r").parent
    titles = [shape.text for shape in Document(folder / "report.docx").paragraphs if label in shape.text]
    assert len(titles) >= 2
    book = openpyxl.load_workbook(BytesIO((folder / "tables.xlsx").read_bytes()))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row if label in str(cell.value)]
    assert cells
    assert {cell.data_type for cell in cells} == {"s"}


def test_figures_for_a_column_and_a_slide_lie_in_folders_of_their_own(
    release: Release, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def two(found: Release, language: str, *, width: str = "page") -> tuple[Picture, ...]:
        asked.append(width)
        return (overview(found, language, width=width),)

    monkeypatch.setattr(filling, "all_pictures", two)
    monkeypatch.setattr(exports, "all_pictures", two)
    writing.write_report(release, tmp_path / "report", widths=("column", "slide"))
    figures = tmp_path / "report" / "figures"
    assert sorted(path.relative_to(figures).as_posix() for path in figures.rglob("*.*")) == [
        *("column/overview.png", "column/overview.svg", "overview.png", "overview.svg"),
        *("slide/overview.png", "slide/overview.svg"),
    ]
    assert asked == ["page", "column", "slide"]
    sizes = {
        name: struct.unpack(">I", (figures / name / "overview.png").read_bytes()[16:20])[0]
        for name in (".", "column", "slide")
    }
    # 160, 76 and 304 mm at 300 dpi.
    assert sizes == {".": 1890, "column": 898, "slide": 3591}
