"""A report is written whole or not at all."""

from pathlib import Path

import pytest

from fou_eval.disclosure.release import Release
from fou_eval.errors import ReportError
from fou_eval.report import writing
from fou_eval.report.writing import write_report

NAMES = {
    "figures",
    "results.json",
    "estimates.csv",
    "plan.json",
    "declarations.yaml",
    "manifest.json",
    "report.pdf",
    "report.docx",
    "tables.xlsx",
}


def contents(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_every_file_is_there_and_nothing_else(reports: dict[str, Path]) -> None:
    assert {path.name for path in reports["sv"].iterdir()} == NAMES
    assert {path.name for path in reports["sv"].parent.iterdir()} == {"sv", "en", "internal"}


def test_write_report_gives_the_pdf_and_tells_its_steps(
    release: Release, tmp_path: Path, quick_figures: None
) -> None:
    steps: list[str] = []
    pdf = write_report(release, tmp_path / "new" / "report", progress=steps.append)
    assert pdf == tmp_path / "new" / "report" / "report.pdf"
    assert pdf.read_bytes().startswith(b"%PDF")
    assert steps == ["Ritar figurer", "Skriver resultat", "Sätter sidorna", "Skriver Word och Excel"]


def test_a_report_is_replaced_and_what_others_put_beside_it_stays(
    release: Release, tmp_path: Path, quick_figures: None
) -> None:
    write_report(release, tmp_path / "report")
    (tmp_path / "report" / "figures" / "old.svg").write_text("old")
    (tmp_path / "report" / "notes.txt").write_text("mine")
    write_report(release, tmp_path / "report", language="en")
    assert (tmp_path / "report" / "notes.txt").read_text() == "mine"
    assert not (tmp_path / "report" / "figures" / "old.svg").exists()
    assert {path.name for path in tmp_path.iterdir()} == {"report"}


def test_an_interrupted_run_leaves_the_earlier_report(
    release: Release, tmp_path: Path, quick_figures: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_report(release, tmp_path / "report")
    before = contents(tmp_path / "report")

    def fail(*args: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(writing, "write_pdf", fail)
    with pytest.raises(KeyboardInterrupt):
        write_report(release, tmp_path / "report", language="en")
    assert contents(tmp_path / "report") == before
    assert {path.name for path in tmp_path.iterdir()} == {"report"}


def test_the_codebook_of_the_study_may_lie_there_already(
    release: Release, tmp_path: Path, quick_figures: None
) -> None:
    folder = tmp_path / "out"
    folder.mkdir()
    names = {
        f"{release.codebook.study}_{word}.{ending}"
        for word in ("kodbok", "codebook")
        for ending in ("pdf", "xlsx")
    }
    for name in names:
        (folder / name).write_bytes(b"codebook")
    write_report(release, folder)
    assert {path.name for path in folder.iterdir()} > names


def test_a_folder_of_other_things_is_not_touched(release: Release, tmp_path: Path) -> None:
    (tmp_path / "thesis.txt").write_text("years of work")
    with pytest.raises(ReportError, match="innehåller filer men ingen rapport"):
        write_report(release, tmp_path)
    assert contents(tmp_path) == {"thesis.txt": b"years of work"}


def test_a_file_in_the_way_is_named(release: Release, tmp_path: Path) -> None:
    (tmp_path / "report").write_text("x")
    with pytest.raises(ReportError, match="report är en fil"):
        write_report(release, tmp_path / "report")


def test_an_empty_folder_is_used(release: Release, tmp_path: Path, quick_figures: None) -> None:
    (tmp_path / "report").mkdir()
    assert write_report(release, tmp_path / "report").is_file()


def test_a_folder_that_cannot_be_made_is_answered(
    release: Release, tmp_path: Path, quick_figures: None
) -> None:
    (tmp_path / "file").write_text("not a folder", encoding="utf-8")
    with pytest.raises(ReportError, match="report kan inte skrivas: där en mapp behövs finns en fil"):
        write_report(release, tmp_path / "file" / "report")
