"""The whole way, as a user goes it: from the workbook to the files on disk."""

import csv
import json
import math
import re
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from zipfile import ZipFile

import pytest
from matplotlib.figure import Figure
from openpyxl import load_workbook
from pdf_words import page_words
from planted import readings
from pypdf import PdfReader
from sayings import ANSWERED, NOT_MEASURED

import fou_eval as fou
from fou_eval.bundled import bundled_study
from fou_eval.disclosure import Release
from fou_eval.estimates import Estimates
from fou_eval.figures import Picture, all_pictures
from fou_eval.report import filling
from fou_eval.report.content import assemble

pytestmark = pytest.mark.slow
STUDY = bundled_study("familjelotsen")
LANGUAGES = ("sv", "en")
FILES = {
    *(
        "report.pdf",
        "report.docx",
        "tables.xlsx",
        "results.json",
        "estimates.csv",
        "declarations.yaml",
        "manifest.json",
        "plan.json",
        "figures",
    )
}


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The data of the study with ids that cannot be mistaken for anything else, F701 to F718."""
    book, changed = load_workbook(STUDY / "example.xlsx"), 0
    for cell in (cell for sheet in book for row in sheet.iter_rows(min_row=2) for cell in row):
        if isinstance(cell.value, str) and re.match(r"F\d\d\b", cell.value):
            cell.value, changed = f"F7{cell.value[1:]}", changed + 1
    assert changed > 300
    path = tmp_path_factory.mktemp("data") / "example.xlsx"
    book.save(path)
    return path


@pytest.fixture(scope="module")
def command(tmp_path_factory: pytest.TempPathFactory, data: Path) -> tuple[Path, str]:
    """The Swedish report as the command writes it, and all that it says."""
    out = tmp_path_factory.mktemp("sv") / "report"
    words = ("report", "--study", str(STUDY), "--data", str(data), "--out", str(out))
    done = subprocess.run(
        [sys.executable, "-m", "fou_eval", *words], capture_output=True, text=True, check=True
    )
    return out, done.stdout + done.stderr


@pytest.fixture(scope="module")
def swedish(command: tuple[Path, str]) -> Path:
    return command[0]


@pytest.fixture(scope="module")
def estimates(data: Path) -> Estimates:
    return fou.measure_change(fou.open_study(STUDY, data=data))


@pytest.fixture(scope="module")
def release(estimates: Estimates) -> Release:
    return fou.release(estimates)


@pytest.fixture(scope="module")
def pictures(release: Release) -> dict[str, tuple[Picture, ...]]:
    return {language: all_pictures(release, language) for language in LANGUAGES}


@pytest.fixture(scope="module")
def english(
    tmp_path_factory: pytest.TempPathFactory, release: Release, pictures: dict[str, tuple[Picture, ...]]
) -> Path:
    """The other way to a report, the five lines; its figures have words alone, since the Swedish one has all."""
    out = tmp_path_factory.mktemp("en") / "report"
    told = tuple(replace(picture, figure=Figure(figsize=(6.3, 0.5))) for picture in pictures["en"])
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(filling, "all_pictures", lambda *_: told)
        fou.write_report(release, out, language="en")
    return out


def pages(folder: Path) -> tuple[str, ...]:
    return page_words((folder / "report.pdf").read_bytes())


def text(folder: Path) -> str:
    return "\n".join(pages(folder))


def test_everything_promised_is_there(swedish: Path) -> None:
    assert {path.name for path in swedish.iterdir()} == FILES
    figures = {path.name for path in (swedish / "figures").iterdir()}
    assert {"overview.svg", "flow.svg", "ladder_occupation_step.svg"} <= figures
    assert {
        f"{kind}_{domain}.svg" for kind in ("shares", "course") for domain in ("home", "school")
    } <= figures


def test_no_family_or_person_is_named(command: tuple[Path, str], english: Path) -> None:
    """Neither in what can be read of the files nor in what is packed inside them, nor in what the command says."""
    (swedish, said) = command
    for folder in (swedish, english):
        files = [path for path in folder.rglob("*") if path.is_file() and path.suffix != ".svg"]
        assert len(files) >= len(FILES) - 1
        for path in files:
            for words in readings(path.read_bytes()):
                assert re.findall(r"\bF7\d\d\b(?:-P\d)?", words) == [], path.name
                assert str(STUDY) not in words
    assert not re.search(r"\bF7\d\d\b", said)
    assert not re.search(r"F\d+-P\d", text(swedish) + text(english))


def test_the_three_outputs_hold_the_same_numbers(swedish: Path, release: Release) -> None:
    with (swedish / "estimates.csv").open(encoding="utf-8", newline="") as stream:
        lines = list(csv.DictReader(stream))
    assert len(lines) == len(release.rows)
    for line, row in zip(lines, release, strict=True):
        assert line["statistic"] == row.estimate.statistic
        value = float(line["value"]) if line["value"] else math.nan
        assert value == row.estimate.value or (math.isnan(value) and math.isnan(row.estimate.value))
    results = json.loads((swedish / "results.json").read_text(encoding="utf-8"))
    attached = PdfReader(swedish / "report.pdf").attachments
    assert attached["results.json"][0] == (swedish / "results.json").read_bytes()
    assert {"results.json", "manifest.json", "plan.json"} <= set(attached)
    assert results


def test_every_page_says_that_the_data_are_made_up_and_that_there_is_no_comparison_group(
    swedish: Path, english: Path
) -> None:
    for folder, words in (
        (swedish, ("SYNTETISKA DATA", "utan jämförelsegrupp")),
        (english, ("SYNTHETIC DATA", "without a comparison group")),
    ):
        assert pages(folder)
        for page in pages(folder):
            shown = " ".join(page.split())
            assert all(word in shown for word in words)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_summary_is_the_second_and_third_page(language: str, swedish: Path, english: Path) -> None:
    """A committee reads two pages after the title, whatever the language."""
    book = PdfReader({"sv": swedish, "en": english}[language] / "report.pdf")
    first, second, *_ = [part for part in book.outline if not isinstance(part, list)]
    assert first["/Title"] == {"sv": "Sammanfattning", "en": "Summary"}[language]
    assert (book.get_destination_page_number(first), book.get_destination_page_number(second)) == (1, 3)


def test_what_is_looked_things_up_in_does_not_make_the_report_long(swedish: Path) -> None:
    """Every number, word and work of the bundled study has its place in fewer than eighty pages."""
    assert len(PdfReader(swedish / "report.pdf").pages) < 80


def test_all_four_domains_stand_in_the_report(swedish: Path) -> None:
    words = " ".join(text(swedish).split())
    for label in (
        "Vardagssituationen hemma",
        "Barnens skolgång",
        "Barnens fritid",
        "Föräldrarnas sysselsättning",
    ):
        assert words.count(label) >= 3


def test_the_generated_text_speaks_of_change_and_not_of_causes(swedish: Path, english: Path) -> None:
    swedish_words, english_words = text(swedish).lower(), text(english).lower()
    assert not re.search(r"ledde till|tack vare|effekten av|har effekt", swedish_words)
    assert not re.search(r"\bled to\b|\bthanks to\b|\bthe effect of\b|\bcaused by\b", english_words)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_report_tells_all_that_its_figures_tell(
    language: str, swedish: Path, english: Path, pictures: dict[str, tuple[Picture, ...]]
) -> None:
    reader = PdfReader({"sv": swedish, "en": english}[language] / "report.pdf")
    found = (reader.get_object(number) for number in range(1, int(reader.trailer["/Size"])))
    told = {str(item.get("/Alt", "")) for item in found if isinstance(item, dict)}
    assert {picture.alt for picture in pictures[language]} <= told


def test_a_doi_leads_to_its_work_in_pdf_and_word(swedish: Path) -> None:
    annotations = [
        found.get_object()
        for page in PdfReader(swedish / "report.pdf").pages
        for found in page.get("/Annots", ())
    ]
    led_to = {found["/A"]["/URI"] for found in annotations if "/A" in found}
    work = "https://doi.org/10.1111/j.2517-6161.1995.tb02031.x"
    assert work in led_to
    with ZipFile(swedish / "report.docx") as package:
        assert work in package.read("word/document.xml").decode()


def test_the_manifest_names_no_path_and_no_clock(swedish: Path) -> None:
    words = (swedish / "manifest.json").read_text(encoding="utf-8")
    assert words.endswith("}\n")
    assert not re.search(r"\d\d:\d\d:\d\d", words)
    assert "/" not in re.sub(r"\b(?:tables|figures|report)/", "", words)


@pytest.fixture(scope="module")
def appendices(swedish: Path, release: Release) -> list[list[dict[str, object]]]:
    """The blocks of each appendix of the Swedish report, without its figures."""
    manifest = json.loads((swedish / "manifest.json").read_text(encoding="utf-8"))
    return assemble(release, "sv", {}, manifest)["appendices"]


def words(block: object) -> str:
    if isinstance(block, str):
        return block.replace("\u00a0", " ")
    values = block.values() if isinstance(block, dict) else block if isinstance(block, list | tuple) else ()
    return " ".join(words(value) for value in values)


@pytest.mark.parametrize("code", [*ANSWERED, *sorted(NOT_MEASURED)])
def test_every_saying_of_the_documents_is_answered_or_said_not_to_be_measured(
    code: str, appendices: list[list[dict[str, object]]]
) -> None:
    """Each row of the evidence on the project (N, D, O, T) stands in the register and is answered where this says."""
    (register,) = [
        block for block in appendices[0] if block["kind"] == "table" and block["columns"][0]["header"] == "Nr"
    ]
    (row,) = [row for row in register["rows"] if row[0] == code]
    if code in NOT_MEASURED:
        assert row[4] == "Ej mätt"
        return
    number, said = ANSWERED[code]
    assert appendices[number - 1][0]["text"].startswith(f"Bilaga {number}. ")
    assert said in " ".join(words(appendices[number - 1]).split())
    assert re.search(r"Bilaga \d+.*: (visas|bara antalet visas)", words(row[4]))


def test_the_register_holds_every_row_of_the_evidence(appendices: list[list[dict[str, object]]]) -> None:
    counts = {"N": 13, "D": 18, "O": 28, "T": 11}
    every = {f"{letter}{n}" for letter, last in counts.items() for n in range(1, last + 1)}
    assert ANSWERED.keys() | NOT_MEASURED == every
    assert set(fou.open_study(STUDY).codebook.claims) == every
