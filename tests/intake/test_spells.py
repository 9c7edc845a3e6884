"""Spells in files that hold them wrong: each fault at its Excel address, in Swedish and English, and none a crash."""

import pandas as pd
import pytest
from cared_study import IDS, frames, write_study

import fou_eval as fou
from fou_eval.declaration.reading import read_declaration
from fou_eval.errors import DataError
from fou_eval.intake.survey import survey

NO_OVERLAP = """
rules:
  - {id: P1, rule: no_overlap_within, columns: [start, end], within: person_id, message: {sv: Samtidigt., en: At once.}}
"""


def placed(*spells: tuple[str, str]) -> pd.DataFrame:
    """Placements of one child."""
    return pd.DataFrame(
        [("F01", "F01-P1", *spell) for spell in spells], columns=["family_id", "person_id", "start", "end"]
    )


def found(tmp_path, placements: pd.DataFrame, *rules: str, language: str = "sv"):
    """What is found in a workbook with these placements: severity, rule and address."""
    rule = {"placements": rules[0]} if rules else None
    folder = write_study(tmp_path / "s", changed={"placements": placements}, language=language, rules=rule)
    book = tmp_path / "data.xlsx"
    with pd.ExcelWriter(book) as writer:
        for name, rows in {**frames(), "placements": placements}.items():
            rows.to_excel(writer, sheet_name=name, index=False)
    issues = survey(book, read_declaration(folder)).issues
    return [issue for issue in issues if issue.table == "placements"], folder


def told(issues) -> list[tuple[str, str, str | None]]:
    return [(issue.severity, issue.rule, issue.cell) for issue in issues]


@pytest.mark.parametrize(
    ("language", "begins"), [("sv", "Slutet ligger före starten."), ("en", "The end is before the start.")]
)
def test_a_spell_that_ends_before_it_starts_is_an_error(tmp_path, language, begins) -> None:
    wrong = placed(("2015-01", "2015-02"), ("2016-05", "2016-02"))
    (issue, *_), folder = found(tmp_path, wrong, language=language)
    assert (issue.severity, issue.sheet, issue.cell) == ("error", "placements", "D3")
    assert issue.message.startswith(begins)
    with pytest.raises(DataError, match=r"rad 3|row 3|D3"):
        fou.open_study(folder)


@pytest.mark.parametrize(
    ("spells", "cells"),
    [
        ([("2015-01", "2015-04"), ("2015-03", "2015-06")], ["C2", "C3"]),
        ([("2015-01", ""), ("2015-03", "2015-06")], ["C2", "C3"]),  # the first goes on
        ([("2015-01", "2015-05"), ("2015-03", "2015-05")], ["C2", "C3"]),  # they end together
        ([("2015-01", "2015-09"), ("2015-02", "2015-03"), ("2015-05", "")], ["C2", "C3", "C4"]),
        ([("2015-01", "2015-03"), ("2015-03", "2015-06")], []),  # moved in March
        ([("2015-03", ""), ("2015-01", "2015-03")], []),  # in another order
    ],
)
def test_a_child_in_two_places_at_once_is_found_with_and_without_a_rule(tmp_path, spells, cells) -> None:
    free, _ = found(tmp_path / "free", placed(*spells))
    ruled, _ = found(tmp_path / "ruled", placed(*spells), NO_OVERLAP)
    assert [issue.cell for issue in free if issue.rule == "two_placements"] == cells
    assert [issue.cell for issue in ruled if issue.rule == "overlapping_spells"] == cells
    assert not any(issue.rule == "two_placements" for issue in ruled)


def test_spells_after_the_data_end_and_without_start_are_not_counted_and_are_told(tmp_path) -> None:
    wrong = placed(("2018-03", "2018-04"), ("2017-12", "2018-02"))
    issues, _ = found(tmp_path, wrong)
    assert ("warning", "spell_after_data", "C2") in told(issues)
    assert [issue.rule for issue in issues].count("spell_after_data") == 1
    assert "2017-12-31" in next(issue.message for issue in issues if issue.rule == "spell_after_data")


def test_services_without_an_end_are_counted_and_no_fault(tmp_path) -> None:
    folder = write_study(tmp_path / "s")
    issues = survey(folder / "data", read_declaration(folder)).issues
    ongoing = [issue for issue in issues if issue.rule == "spell_goes_on"]
    assert [(issue.severity, issue.table, issue.column) for issue in ongoing] == [
        ("info", "placements", "end"),
        ("info", "services", "end"),
    ]
    assert ongoing[1].message.startswith("10 perioder saknar slut")


def test_services_without_a_start_are_told_and_not_counted(tmp_path) -> None:
    rows = frames()["services"]
    rows.loc[0, "start"] = ""
    folder = write_study(tmp_path / "s", changed={"services": rows})
    study = fou.open_study(folder)
    assert ("warning", "spell_without_start") in {(issue.severity, issue.rule) for issue in study.issues}
    assert fou.measure_change(study) is not None


def test_a_placement_of_somebody_who_is_no_person_of_the_study_is_pointed_at(tmp_path) -> None:
    wrong = pd.concat(
        [placed(("2015-01", "2015-02")), placed(("2016-01", "2016-02")).assign(person_id="F01-P9")]
    )
    issues, _ = found(tmp_path, wrong)
    assert ("warning", "unmatched_id", "B3") in told(issues)


def test_a_sheet_of_records_without_rows_is_no_zero(tmp_path) -> None:
    """With the sheet empty the file is refused; without the sheet nothing is measured of it."""
    empty = frames()["placements"].head(0)
    issues, folder = found(tmp_path, empty)
    assert ("error", "no_data_rows", None) in told(issues)
    (folder / "data" / "placements.csv").unlink()
    study = fou.open_study(folder)
    assert study.tables["placements_measured"].empty
    assert "window_empty" in set(study.notes["rule"])
    assert study.pairs("care_days").n == 0


def test_families_whose_window_is_not_covered_are_noted(tmp_path) -> None:
    late = frames()["families"]
    late.loc[[0, 1, 2], "entry_month"] = ["2017-10", "2017-11", ""]
    study = fou.open_study(write_study(tmp_path / "s", changed={"families": late}))
    noted = study.notes[study.notes["rule"].str.startswith("window_")]
    assert noted[["rule", "table"]].to_numpy().tolist() == [
        ["window_entry", "placements"],
        ["window_window", "placements"],
    ]
    assert "för 2 familjer" in noted["message"].iloc[1]
    assert study.pairs("care_days").n == len(IDS) - 3
