"""The whole way, as a user goes it: from the workbook to the files on disk."""

import csv
import json
import math
import re
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest
from pypdf import PdfReader
from verapdf import passes

import fou_eval as fou
from fou_eval.bundled import bundled_study
from fou_eval.disclosure import Release
from fou_eval.estimates import Estimates
from fou_eval.figures import all_pictures
from fou_eval.language import Language

pytestmark = pytest.mark.slow
STUDY = bundled_study("familjelotsen")
FILES = {
    *(
        "report.pdf",
        "results.json",
        "estimates.csv",
        "declarations.yaml",
        "manifest.json",
        "plan.json",
        "figures",
    )
}


def report(out: Path, *options: str) -> None:
    command = [sys.executable, "-m", "fou_eval", "report", "--study", str(STUDY), "--out", str(out), *options]
    subprocess.run(command, capture_output=True, text=True, check=True)


@pytest.fixture(scope="module")
def swedish(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("sv") / "report"
    report(out)
    return out


@pytest.fixture(scope="module")
def estimates() -> Estimates:
    return fou.measure_change(fou.open_study(STUDY))


@pytest.fixture(scope="module")
def release(estimates: Estimates) -> Release:
    return fou.release(estimates)


@pytest.fixture(scope="module")
def english(tmp_path_factory: pytest.TempPathFactory, release: Release) -> Path:
    """The other way to a report, the five lines; the command is tried in Swedish and twice."""
    out = tmp_path_factory.mktemp("en") / "report"
    fou.write_report(release, out, language="en")
    return out


@cache
def pages(folder: Path) -> list[str]:
    """The words of each page; reading them takes as long as writing the report."""
    return [page.extract_text() for page in PdfReader(folder / "report.pdf").pages]


def text(folder: Path) -> str:
    return "\n".join(pages(folder))


def test_everything_promised_is_there(swedish: Path) -> None:
    assert {path.name for path in swedish.iterdir()} == FILES
    figures = {path.name for path in (swedish / "figures").iterdir()}
    assert {"overview.svg", "flow.svg", "ladder_occupation_step.svg"} <= figures
    assert {
        f"{kind}_{domain}.svg" for kind in ("shares", "course") for domain in ("home", "school")
    } <= figures


def test_no_family_or_person_is_named(swedish: Path, english: Path) -> None:
    for folder in (swedish, english):
        words = text(folder) + "".join(
            path.read_text(encoding="utf-8") for path in folder.iterdir() if path.suffix in {".json", ".csv"}
        )
        assert not re.search(r"\bF\d{2}\b", words)
        assert not re.search(r"F\d{2}-P\d", words)
        assert str(STUDY) not in words


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


def test_verapdf_passes(swedish: Path) -> None:
    """Twenty seconds a report of this length; tests/report/test_verapdf.py has English and the internal profile."""
    passes([swedish / "report.pdf"])


@pytest.mark.parametrize("language", ["sv", "en"])
def test_the_report_tells_all_that_its_figures_tell(
    language: Language, swedish: Path, english: Path, release: Release
) -> None:
    reader = PdfReader({"sv": swedish, "en": english}[language] / "report.pdf")
    found = (reader.get_object(number) for number in range(1, int(reader.trailer["/Size"])))
    told = {str(item.get("/Alt", "")) for item in found if isinstance(item, dict)}
    assert {picture.alt for picture in all_pictures(release, language)} <= told


def test_the_manifest_names_no_path_and_no_clock(swedish: Path) -> None:
    words = (swedish / "manifest.json").read_text(encoding="utf-8")
    assert words.endswith("}\n")
    assert not re.search(r"\d\d:\d\d:\d\d", words)
    assert "/" not in words.replace("tables/", "").replace("figures/", "")
