"""The synthetic twin: of the same form, from the published report alone, and run from the bundle alone."""

import json
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from reviewed_study import TABLE, Place, contents, data, made, silent
from small_study import declare

from fou_eval.bundle import Bundle
from fou_eval.bundle.finished import Finished, finished
from fou_eval.bundle.guide import twin_readme
from fou_eval.bundle.twin import make_twin
from fou_eval.change import measure_change
from fou_eval.disclosure import release
from fou_eval.documents.canonical import canonical_json
from fou_eval.errors import ReportError
from fou_eval.report import write_report
from fou_eval.study import study_of


def with_counts(source: Finished, **counts: float | None) -> Finished:
    """The report as it would be if it showed other numbers of participants."""
    results = json.loads(source.files["results.json"])
    for row in results["rows"]:
        if row["statistic"] in counts:
            row["value"] = counts[row["statistic"]]
    return replace(source, files={**source.files, "results.json": canonical_json(results)})


def test_a_twin_is_as_large_as_the_report_says_and_says_that_it_is_made_up(
    source: Finished, unpacked: Path
) -> None:
    study = study_of(source.declaration, unpacked / "twin" / "data.xlsx")
    assert study.synthetic
    assert len(study.family_numbers) == 14
    assert len(study.family_of_person) == 28
    said = json.loads((unpacked / "twin" / "report" / "manifest.json").read_bytes())
    own = json.loads((unpacked / "report" / "manifest.json").read_bytes())
    assert (said["synthetic"], own["synthetic"]) == (True, False)
    assert said["options"] == {"language": "en", "profile": "publication", "until": None}
    for key in ("declarations", "plan", "code", "environment"):
        assert said[key] == own[key]
    assert said["data"] != own["data"]


def test_a_twin_holds_data_a_report_and_what_they_are(twin_bundle: Bundle) -> None:
    names = {name for name in contents(twin_bundle.path) if name.startswith("twin/")}
    assert {name for name in names if "figures" not in name} == {
        *("twin/README.md", "twin/data.xlsx", "twin/report/declarations.yaml", "twin/report/estimates.csv"),
        *("twin/report/manifest.json", "twin/report/plan.json", "twin/report/report.pdf"),
        "twin/report/results.json",
    }


def test_other_data_of_the_same_numbers_give_the_same_twin(
    place: Place, source: Finished, twin_bundle: Bundle, tmp_path: Path
) -> None:
    """It is made from declarations, seed and released numbers, so the data do not show in it."""
    other = study_of(source.declaration, data(tmp_path / "andra.csv", shift=5))
    write_report(release(measure_change(other), profile="publication"), tmp_path / "report")
    again = finished(tmp_path / "report", "sv")
    assert again.files["results.json"] != source.files["results.json"]
    twin = make_twin(again, "en", silent)
    packed = contents(twin_bundle.path)
    assert twin.files["data.xlsx"] == packed["twin/data.xlsx"]
    assert twin.files["report/report.pdf"] == packed["twin/report/report.pdf"]


def test_numbers_that_the_report_does_not_show_are_not_the_twins(
    source: Finished, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("fou_eval.bundle.twin.fill", lambda *_: None)
    hidden = make_twin(with_counts(source, families_enrolled=None), "sv", silent)
    assert (hidden.size, hidden.families, hidden.persons) == (18, None, None)
    text = twin_readme(source, hidden, "sv").decode()
    assert (
        "ett antal familjer som inte hör till studien (18), eftersom rapporten inte visar dess antal" in text
    )
    crowded = make_twin(with_counts(source, persons_enrolled=500.0), "sv", silent)
    assert (crowded.size, crowded.families, crowded.persons) == (14, 14, None)
    assert "det antal familjer som rapporten visar (14)" in twin_readme(source, crowded, "sv").decode()
    vast = make_twin(with_counts(source, families_enrolled=1e9), "sv", silent)
    assert (vast.size, vast.families) == (18, None)


def test_the_twin_says_what_it_is_made_of(unpacked: Path) -> None:
    text = (unpacked / "twin" / "README.md").read_text("utf-8")
    assert "# Syntetisk tvilling: Prov" in text
    assert (
        "the seed of the plan (1), and the numbers of participants that the report shows (14 families, 28 per"
        in text
    )
    assert "The data of the study were not used" in text


def test_a_study_whose_ids_cannot_be_made_up_has_no_twin(source: Finished, tmp_path: Path) -> None:
    odd = declare(tmp_path / "udda", TABLE.replace(r"QX\d{6}", r"[A-Z]{2}\d{6}"))
    with pytest.raises(ReportError, match="Ingen syntetisk tvilling kan göras för den här studien"):
        make_twin(replace(source, declaration=odd), "sv", silent)


@pytest.mark.slow
def test_make_verify_on_the_unpacked_bundle_says_that_all_numbers_agree(place: Place, unpacked: Path) -> None:
    """From the bundle alone, in an environment that has the packages: first the twin, then the report itself."""
    environment = f"ENVIRONMENT={Path(sys.executable).parents[1]}"
    twin = made(unpacked, "verify", environment)
    assert twin.returncode == 0, twin.stdout + twin.stderr
    numbers = json.loads((unpacked / "twin" / "report" / "manifest.json").read_bytes())["numbers"]
    assert f"All {numbers}" in twin.stdout.replace("\u00a0", "").replace(",", "")
    assert "It does not show that the numbers in report/report.pdf come from the data" in twin.stdout
    own = made(unpacked, "verify", environment, f"DATA={place.data}", f"LEDGER={place.ledger}")
    assert own.returncode == 0, own.stdout + own.stderr
