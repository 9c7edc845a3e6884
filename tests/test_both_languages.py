"""One run for both languages: the same numbers in each, the study's own language in the folder asked for."""

import json
from pathlib import Path

import pytest
from hand_made_study import study_in

from fou_eval.commands import report
from fou_eval.errors import WritingError


@pytest.fixture(scope="module")
def study(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    return study_in(tmp_path_factory.mktemp("both"))


def test_each_language_has_its_folder_and_the_numbers_are_the_same(
    study: tuple[Path, Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    declaration, data = study
    out = tmp_path / "report"
    report.run(declaration, data=data, out=out, languages="both", profile=None, wish=report.Wish())
    manifests = [
        json.loads((tmp_path / name / "manifest.json").read_bytes()) for name in ("report", "report_en")
    ]
    assert [one["options"]["language"] for one in manifests] == ["sv", "en"]
    assert (out / "estimates.csv").read_bytes() == (tmp_path / "report_en" / "estimates.csv").read_bytes()
    said = capsys.readouterr().err
    assert "report/report.pdf" in said
    assert "report_en/report.pdf" in said


def test_a_folder_that_holds_other_things_is_refused_before_anything_is_written(
    study: tuple[Path, Path], tmp_path: Path
) -> None:
    declaration, data = study
    (tmp_path / "report_en").mkdir()
    (tmp_path / "report_en" / "letter.txt").write_text("mine", encoding="utf-8")
    with pytest.raises(WritingError, match="report_en"):
        report.run(
            declaration,
            data=data,
            out=tmp_path / "report",
            languages="both",
            profile=None,
            wish=report.Wish(),
        )
    assert sorted(path.name for path in tmp_path.iterdir()) == ["report_en"]
