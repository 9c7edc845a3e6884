"""What is not packed, and what is said."""

import json
from collections.abc import Callable
from pathlib import Path
from shutil import copytree

import pytest
from pypdf import PdfWriter
from reviewed_study import Place, silent

from fou_eval.bundle import finished, program_files, write_bundle
from fou_eval.change import measure_change
from fou_eval.disclosure import release
from fou_eval.documents.canonical import canonical_json
from fou_eval.report import write_report
from fou_eval.study import open_study

Refusal = Callable[..., str]


def test_an_internal_report(place: Place, tmp_path: Path, refusal: Refusal) -> None:
    estimates = measure_change(open_study(place.study, data=place.data))
    pdf = write_report(release(estimates, profile="internal"), tmp_path / "intern")
    assert refusal(tmp_path / "intern").startswith("DisclosureError: The report is internal: ")
    assert refusal(pdf, language=None).startswith("DisclosureError: Rapporten är intern: ")


@pytest.mark.parametrize("name", ["ledger.key", "ledger.json"])
def test_a_report_where_a_ledger_is(name: str, report: Path, refusal: Refusal) -> None:
    for folder in (report, report.parent):
        (folder / name).write_text("x")
        told = refusal(report)
        assert told.startswith(f"DisclosureError: The report lies in a folder with {name}, which must never")
        assert refusal(report / "report.pdf") == told
        (folder / name).unlink()


@pytest.mark.parametrize("name", ["ledger.key", "ledger.json"])
def test_a_bundle_where_a_ledger_is(name: str, report: Path, tmp_path: Path, refusal: Refusal) -> None:
    (tmp_path / "hem").mkdir()
    (tmp_path / "hem" / name).write_text("x")
    told = refusal(report, out=tmp_path / "hem" / "paket.zip")
    assert told.startswith(f"DisclosureError: The bundle would lie in a folder with {name}, which must never")
    (tmp_path / "hem" / "paket").mkdir()
    assert refusal(report, out=tmp_path / "hem" / "paket" / "paket.zip") == told


def test_a_name_that_is_taken_or_no_archive(report: Path, tmp_path: Path, refusal: Refusal) -> None:
    (tmp_path / "paket.zip").write_bytes(b"somebody's")
    assert refusal(report) == (
        "ReportError: paket.zip is there already and may hold data. Give another name, or move the file."
    )
    told = refusal(report, out=tmp_path / "paket.tar")
    assert told == "ReportError: paket.tar does not end in .zip. Give a name that does with --out."
    told = refusal(report, out=tmp_path / "ingen" / "paket.zip")
    assert told.startswith("WritingError: paket.zip cannot be written: the folder does not exist.")


def test_what_is_no_report(report: Path, tmp_path: Path, refusal: Refusal) -> None:
    assert refusal(tmp_path / "nowhere").startswith("RecordError: There is no report at that place.")
    assert refusal(report / "manifest.json") == (
        "ReportError: A manifest.json is not enough for a bundle. Give the folder of the report, or its report.pdf."
    )
    (report / "report.pdf").unlink()
    assert refusal(report).startswith("ReportError: The report is not whole: report.pdf missing.")


@pytest.mark.parametrize("name", ["results.json", "declarations.yaml", "figures/overview.svg", "plan.json"])
def test_a_report_that_was_changed_or_lost_a_file(name: str, report: Path, refusal: Refusal) -> None:
    content = (report / name).read_bytes()
    (report / name).write_bytes(content.replace(b"1", b"2", 1))
    assert refusal(report) == (
        f"ReportError: The report was changed after it was made: {name} do not agree with its manifest. Make the "
        "report again and pack the new one."
    )
    (report / name).unlink()
    assert refusal(report).startswith(f"ReportError: The report is not whole: {name} missing.")


def test_the_pages_of_another_report(report: Path, refusal: Refusal) -> None:
    manifest = json.loads((report / "manifest.json").read_bytes())
    manifest["numbers"] += 1
    (report / "manifest.json").write_bytes(canonical_json(manifest))
    assert "changed after it was made: manifest.json do not agree" in refusal(report)
    blank = PdfWriter()
    blank.add_blank_page(10, 10)
    blank.write(report / "report.pdf")
    assert "changed after it was made: results.json, " in refusal(report)


def test_another_program(report: Path, refusal: Refusal, monkeypatch: pytest.MonkeyPatch) -> None:
    was = json.loads((report / "manifest.json").read_bytes())["code"]["source"]
    monkeypatch.setattr(finished, "source_fingerprint", lambda: "0123456789abcdef" * 4)
    told = refusal(report)
    assert told.startswith(
        "ReportError: The report was made with another version of fou_eval than the installed one: "
        f"{was[:12]} against 0123456789ab. A bundle holds the program that made the report."
    )
    assert refusal(report, language="sv").startswith("ReportError: Rapporten gjordes med en annan version av")


def test_another_lock_or_none(
    report: Path, refusal: Refusal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = tmp_path / "requirements.lock"
    other.write_text("numpy==1.0\n")
    monkeypatch.setattr(program_files, "lock_file", lambda: other)
    assert refusal(report).startswith(
        "ReportError: requirements.lock is another one than when the report was"
    )
    monkeypatch.setattr(program_files, "lock_file", lambda: None)
    assert refusal(report).startswith("ReportError: requirements.lock is missing from the installed fou_eval")


def test_nothing_is_left_of_a_refused_bundle(report: Path, refusal: Refusal, tmp_path: Path) -> None:
    (report / "results.json").unlink()
    refusal(report)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["out"]


def test_packages_in_other_versions_than_the_lock_are_named(
    place: Place, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = copytree(place.report, tmp_path / "out" / "report")
    made = write_bundle(folder, tmp_path / "a.zip", language=None, progress=silent)
    assert made.other_versions == ()
    lock = program_files.needed_lock
    monkeypatch.setattr(
        "fou_eval.bundle.packing.needed_lock",
        lambda *about: lock(*about).replace(b"scipy==1.", b"scipy==9."),
    )
    made = write_bundle(folder, tmp_path / "b.zip", language=None, progress=silent)
    used = json.loads((folder / "manifest.json").read_bytes())["environment"]["packages"]["scipy"]
    assert made.other_versions == (f"scipy {used}",)
