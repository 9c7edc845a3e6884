"""What a preliminary report says of itself, who counts as missing, and what the final report may say beside it."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from editions.interim_study import FAMILIES, FOLLOW
from report.handmade_release import draw_stand_ins
from small_study import declare
from typer.testing import CliRunner

import fou_eval as fou
from fou_eval.cli import app
from fou_eval.figures import rows
from fou_eval.participants import participants
from fou_eval.provenance.record import page_texts
from fou_eval.report import content, filling, summary
from fou_eval.study import Study
from fou_eval.tables.participants import participants as table

DAY = "2016-11-30"
PRELIMINARY = "Preliminär, uppgifter till och med 30\u00a0november 2016"


def enrolled(families: int, late: int) -> tuple[list[str], list[str]]:
    """Families that entered in January 2016, and some in June, whose half-year ends in December."""
    entered = ["family_id,entry_month,exit_reason,exit_month,exit_ready"]
    measured = ["family_id,wave,measured,maende"]
    for family in range(1, families + late + 1):
        start, months = (
            ("2016-01", ("2016-01", "2016-07")) if family <= families else ("2016-06", ("2016-06", "2016-12"))
        )
        entered.append(f"F{family:02},{start},ongoing,,")
        for wave, (month, level) in enumerate(
            zip(months, (family % 4 + 2, (family * 3) % 7 + 3), strict=True)
        ):
            measured.append(f"F{family:02},t{wave},{month},{level}")
    return entered, measured


def study_in(folder: Path, families: int, late: int, *more: str) -> Path:
    """Write a study with its data."""
    entered, measured = enrolled(families, late)
    declare(folder, FAMILIES, FOLLOW)
    text = (folder / "study.yaml").read_text("utf-8")
    (folder / "study.yaml").write_text("\n".join([text, "data: data", *more, ""]), "utf-8")
    (folder / "data").mkdir()
    (folder / "data" / "families.csv").write_text("\n".join([*entered, ""]), "utf-8")
    (folder / "data" / "uppf.csv").write_text("\n".join([*measured, ""]), "utf-8")
    return folder


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return study_in(tmp_path_factory.mktemp("few") / "prov", 16, 7)


@pytest.fixture(scope="module")
def whole(place: Path) -> Study:
    return fou.open_study(place)


def counts(study: Study) -> dict[str, float]:
    return {f"{row.statistic} {row.category}".strip(): row.value for row in participants(study)}


def test_who_has_not_reached_a_wave_is_counted_apart(whole: Study) -> None:
    assert counts(whole.until(DAY)) == {
        "families_enrolled": 23,
        "families_at_wave t0": 23,
        "families_at_wave t1": 16,
        "missing_reason t1:not_due": 7,
    }
    assert counts(whole)["families_at_wave t1"] == 23


def test_the_last_day_of_the_data_alone_says_who_is_not_due(tmp_path: Path) -> None:
    study = study_in(tmp_path / "prov", 8, 6, "data_until: 2016-11-30")
    path = study / "data" / "uppf.csv"
    gone = ("F01,t1", *(f"F{family:02},t1" for family in range(9, 15)))
    lines = [line for line in path.read_text("utf-8").splitlines() if not line.startswith(gone)]
    path.write_text("\n".join([*lines, ""]), "utf-8")
    opened = fou.open_study(study)
    found = counts(opened)
    assert (found["missing_reason t1:unstated"], found["missing_reason t1:not_due"]) == (1, 6)
    assert opened.pairs("maende").before_only == 1
    assert opened.codebook.status == "final"


def test_not_due_is_told_from_as_many_families_as_any_reason(whole: Study, tmp_path: Path) -> None:
    """A reason that stands alone is that of all who are missing, and is closed: then it is said that some may wait."""
    release = fou.release(fou.measure_change(whole.until(DAY)))
    row = release.find("missing_reason", category="t1")
    assert row is not None
    assert row.decision.status == "withheld"
    said = [text for _, text in summary.unknown(release, "sv")]
    assert "Hur det gick för de 7 familjer som saknas vid mättillfället ”Efter”." in said
    assert (
        "Familjer som saknas vid mättillfället ”Efter” kan vara sådana som inte hade nått det när uppgifterna samlades "
        "in. De räknas inte som bortfall; hur många de är visas inte."
    ) in said
    assert any("ännu inte har nått mättillfället" in note for note in table(release, "sv").notes)


def test_how_many_are_not_due_is_told_where_it_may_be(tmp_path: Path) -> None:
    study = study_in(tmp_path / "prov", 14, 7, "data_until: 2016-11-30")
    path = study / "data" / "uppf.csv"
    text = path.read_text("utf-8")
    for family in range(1, 6):
        text = text.replace(f"F{family:02},t1,2016-07,{(family * 3) % 7 + 3}", f"F{family:02},t1,2016-07,-1")
    lines = [line for line in text.splitlines() if ",2016-12," not in line]
    path.write_text("\n".join([*lines, ""]), "utf-8")
    release = fou.release(fou.measure_change(fou.open_study(study)))
    said = [text for _, text in summary.unknown(release, "en")]
    assert (
        "Of the families missing at the wave “After”, 7 had not reached it when the data were collected. They do not "
        "count as drop-outs."
    ) in said
    assert (
        "After: wave not reached yet: 7 families. They do not count as drop-outs."
        in table(release, "en").notes
    )


def test_everything_that_is_shown_says_that_it_is_preliminary(whole: Study) -> None:
    interim = whole.until(date(2016, 11, 30))
    release = fou.release(fou.measure_change(interim))
    assert content.page(release, "sv")["status"] == f"{PRELIMINARY} · Version för publicering"
    assert PRELIMINARY in content.title_block(release, "sv")["lines"]  # type: ignore[operator]
    first = next(block for block in summary.summary(release, "sv", {}, RECORD) if block["kind"] == "notice")
    assert str(first["text"]).startswith(
        "Rapporten är preliminär. Den bygger på uppgifter till och med 30\u00a0november 2016"
    )
    assert rows.markings(release, "en") == ("PRELIMINARY",)
    assert table(release, "sv").notes[0] == f"{PRELIMINARY}."
    assert content.page(fou.release(fou.measure_change(whole)), "sv")["status"] == "Version för publicering"


RECORD = {"deviations": {"fixed_on": "2026-01-01", "recorded": [], "against": [], "unrecorded": []}}


def test_a_study_that_is_declared_preliminary_is_marked_without_a_cut(tmp_path: Path) -> None:
    study = study_in(tmp_path / "prov", 6, 0, "status: preliminary")
    release = fou.release(fou.measure_change(fou.open_study(study)))
    assert content.page(release, "en")["status"] == "Preliminary · Version for publication"


assemble = filling.assemble


def first_pages(*given: Any) -> dict[str, Any]:
    """The summary, two appendices, and the headings that it leads to: pages of every kind in little time."""
    whole: dict[str, Any] = assemble(*given)
    first, second, *others = whole["appendices"]
    return {**whole, "appendices": [first, second, *(part[:1] for part in others)]}


def called(*words: object) -> str:
    answer = CliRunner().invoke(app, list(map(str, words)))
    assert answer.exit_code == 0, answer.output
    return " ".join(answer.output.split())


def test_an_interim_report_is_published_verified_and_laid_beside_the_final_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Three families come after the cut-off, so that the final change would give these three away."""
    monkeypatch.setattr(filling, "all_pictures", draw_stand_ins)
    monkeypatch.setattr(filling, "assemble", first_pages)
    study = study_in(tmp_path / "prov", 16, 3)
    interim, final = tmp_path / "interim", tmp_path / "final"
    asked = ("report", "--study", study, "--out")
    said = called(*asked, interim, "--until", DAY, "--publish", "delrapport 2016")
    assert "Delrapport med uppgifter till och med 30 november 2016" in said
    manifest = json.loads((interim / "manifest.json").read_bytes())
    assert manifest["options"] == {"language": "sv", "profile": "publication", "until": DAY}
    assert (manifest["status"], manifest["data_until"]) == ("preliminary", DAY)
    results = json.loads((interim / "results.json").read_bytes())
    assert (results["status"], results["data_until"]) == ("preliminary", DAY)
    pages = page_texts((interim / "report.pdf").read_bytes())
    assert all("Preliminär, uppgifter till och med" in page for page in pages)
    said = called("verify", interim, "--study", study)
    assert "Preliminär, uppgifter till och med 30 november 2016" in said
    assert "Rapporten är verifierad: inget skiljer." in said
    said = called(*asked, final, "--publish", "slutrapport")
    assert "Rapporten är jämförd med: delrapport 2016. För 1 indikator är något utelämnat" in said
    results = json.loads((final / "results.json").read_bytes())
    change = next(row for row in results["rows"] if row["statistic"] == "family_mean_change")
    assert (results["status"], change["status"], change["value"]) == ("final", "withheld", None)
    first = " ".join(page_texts((final / "report.pdf").read_bytes())[1].split())
    assert (
        "Rapporten är den slutliga och är jämförd med: delrapport 2016. För 1 indikator är något utelämnat"
        in first
    )


@pytest.mark.parametrize(("day", "status"), [("2016-13-01", 2), ("2015-01-01", 12)])
def test_a_wrong_day_at_the_command_line(day: str, status: int, place: Path, tmp_path: Path) -> None:
    answer = CliRunner().invoke(
        app, ["report", "--study", str(place), "--out", str(tmp_path / "out"), "--until", day]
    )
    assert (answer.exit_code or 0) == status or getattr(answer.exception, "exit_code", 0) == status
    assert not (tmp_path / "out").exists()
