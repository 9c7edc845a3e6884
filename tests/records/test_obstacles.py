"""Obstacles and the project: every number by hand, and what wrong rows come to."""

from pathlib import Path

import numpy as np
import pytest
from project_study import FAMILIES, obstacle_rows, study_in

import fou_eval as fou
from fou_eval.disclosure.release import Release
from fou_eval.errors import DataError
from fou_eval.estimates import Estimate
from fou_eval.records.obstacles import months_between, obstacles
from fou_eval.records.ordered import finest
from fou_eval.records.project import project

# Closed after three and after eight months, and still open since May 2017.
SOON, LATE, OPEN = (
    "1,2015-02,2015-05,unit,school,solved",
    "1,2015-02,2015-10,unit,school,solved",
    "1,2017-05,,unit,care,raised",
)


def told(folder: Path, rows: list[str] | None = None) -> dict[tuple[str, str], Estimate]:
    study = fou.open_study(study_in(folder, rows))
    return {(one.statistic, one.category): one for one in obstacles(study)}


def released(folder: Path, rows: list[str]) -> Release:
    return fou.release(fou.measure_change(fou.open_study(study_in(folder, rows))))


def test_share_classes_and_mean_are_those_counted_by_hand(tmp_path: Path) -> None:
    """O12: 24 obstacles, 18 closed: six each after three, eight and fourteen months; six open for six months."""
    found = told(tmp_path / "s")
    assert {key: one.value for key, one in found.items()} == {
        ("obstacles_closed", "hinder:closed"): 0.75,
        ("obstacles_by_time", "hinder:months_to_close:up_to_3"): 6.0,
        ("obstacles_by_time", "hinder:months_to_close:from_4_to_6+from_7_to_12"): 6.0,
        ("obstacles_by_time", "hinder:months_to_close:over_12"): 6.0,
        ("mean_months_to_close", "hinder:months_to_close"): pytest.approx((6 * 3 + 6 * 8 + 6 * 14) / 18),
    }
    share = found["obstacles_closed", "hinder:closed"]
    assert (share.n, share.families_in, share.families_out) == (24, 12, 6)


def test_open_obstacles_are_counted_by_how_long_they_have_been_open(tmp_path: Path) -> None:
    rows = [*(f"{family},{SOON}" for family in FAMILIES[:6])]
    rows += [f"{family},1,2017-09,,unit,care,raised" for family in FAMILIES[6:12]]
    rows += [f"{family},1,2016-01,,unit,care,raised" for family in FAMILIES[12:]]
    found = told(tmp_path / "s", rows)
    assert found["obstacles_by_time", "hinder:months_open:up_to_3"].value == 6.0
    assert found["obstacles_by_time", "hinder:months_open:from_4_to_6+from_7_to_12+over_12"].value == 6.0


def test_an_obstacle_closed_without_a_month_is_closed_and_its_time_unknown(tmp_path: Path) -> None:
    """The few whose month is missing are told neither as a class nor as the difference of two numbers."""
    rows = [*obstacle_rows(), *(f"{family},3,2015-03,,unit,,solved" for family in FAMILIES[:3])]
    release = released(tmp_path / "s", rows)
    shown = {
        (row.estimate.statistic, row.estimate.category): row.estimate.value
        for row in release
        if row.estimate.category.startswith("hinder") and row.decision.status != "withheld"
    }
    assert shown["obstacles_closed", "hinder:closed"] == 0.78  # 21 of 27
    assert shown["obstacles_by_time", "hinder:months_to_close:over_12+month_unknown"] == 9.0
    assert ("mean_months_to_close", "hinder:months_to_close") not in shown


def test_nothing_of_closing_is_told_where_a_group_of_states_holds_open_and_closed_ones(
    tmp_path: Path,
) -> None:
    """Three open obstacles are shown in a group with solved ones: the share closed would give them away."""
    rows = [f"{family},{SOON}" for family in FAMILIES[:7]]
    rows += [f"{family},1,2015-02,2015-10,unit,school,not_solvable" for family in FAMILIES[7:15]]
    rows += [f"{family},{OPEN}" for family in FAMILIES[15:]]
    assert told(tmp_path / "s", rows) == {}


def test_an_obstacle_share_made_mostly_by_one_family_is_withheld(tmp_path: Path) -> None:
    rows = [f"{family},{SOON}" for family in FAMILIES[:12]]
    rows += [f"{family},{OPEN}" for family in FAMILIES[12:]]
    rows += [f"F13,{number},2017-05,,unit,care,raised" for number in range(2, 8)]
    release = released(tmp_path / "s", rows)
    (share,) = release.of_table("obstacles_closed", "obstacles")
    (mean,) = release.of_table("mean_months_to_close", "obstacles")
    assert share.decision.rules == ("rule.protected",)
    assert mean.estimate.value == 3.0


def test_a_mean_time_needs_ten_families(tmp_path: Path) -> None:
    rows = [f"{family},{SOON}" for family in FAMILIES[:9]] + [f"{family},{OPEN}" for family in FAMILIES[9:]]
    release = released(tmp_path / "s", rows)
    (mean,) = release.of_table("mean_months_to_close", "obstacles")
    (share,) = release.of_table("obstacles_closed", "obstacles")
    assert mean.decision.rules == ("rule.spread",)
    assert share.estimate.value == 0.5


# What is wrong, by the row that holds it, and what is said at which cell.
WRONG = {
    "closed before it was raised": (
        "F01,9,2016-05,2016-04,unit,school,solved",
        "D26: Avslutat före upptaget.",
    ),
    "closed though its state is open": (
        "F01,9,2016-05,2016-06,unit,school,raised",
        "D26: Kolumnen ska bara fyllas i när status är not_solvable, solved.",
    ),
    "an owner that is not declared": (
        "F01,9,2016-05,2016-06,unit,church,solved",
        "F26: Cellen innehåller ingen av kolumnens koder.",
    ),
    "no state": ("F01,9,2016-05,,unit,school,", "G26: Cellen är tom men måste vara ifylld."),
}


@pytest.mark.parametrize("what", WRONG)
def test_a_wrong_row_is_named_at_its_cell(what: str, tmp_path: Path) -> None:
    row, said = WRONG[what]
    folder = study_in(tmp_path / "s", [*obstacle_rows(), row])
    with pytest.raises(DataError) as refused:
        fou.open_study(folder)
    assert said in str(refused.value)
    assert not any(value in str(refused.value) for value in ("church", "F01"))


def test_months_that_do_not_fit_are_pointed_at_whatever_rules_are_declared(tmp_path: Path) -> None:
    """A closed obstacle without a month, and a decision that is due before it was made, are looked at and let pass."""
    rows = [*obstacle_rows(), "F01,9,2015-03,,unit,,solved"]
    folder = study_in(tmp_path / "s", rows, decisions=["granted,board,2017-04,2017-03,decided,§ 204"])
    study = fou.open_study(folder)
    found = {(one.rule, one.table, one.cell) for one in study.issues if one.table in {"hinder", "decisions"}}
    assert found == {("closed_without_month", "hinder", "D26"), ("due_before_decided", "decisions", "D2")}
    table = (folder / "tables" / "hinder.yaml").read_text("utf-8")
    (folder / "tables" / "hinder.yaml").write_text(table[: table.index("rules:")], "utf-8")
    text = (folder / "data" / "hinder.csv").read_text("utf-8")
    (folder / "data" / "hinder.csv").write_text(
        text.replace("2015-03,,unit", "2015-03,2015-02,unit"), "utf-8"
    )
    with pytest.raises(DataError, match="D26: Hindret är avslutat innan det togs upp"):
        fou.open_study(folder)


def test_classes_are_joined_with_neighbours_only() -> None:
    """Joining the smallest with the largest would be finer here, and would join 3 with 12 months."""
    assert finest([{1}, {2, 3}, {4}, {5, 6}], 2) == ((0, 1), (2, 3))
    assert finest([{1, 2}, {1, 2}], 5) == ()
    assert finest([{1, 2}, {3}, {4, 5}], 2, border=2) == ((0, 1), (2,))


def test_months_that_run_backwards_are_unknown_and_not_negative() -> None:
    start, end = (
        np.array(months, dtype="datetime64[M]") for months in (["2016-05", "NaT"], ["2016-04", "2016-04"])
    )
    assert np.isnan(months_between(start, end)).all()


def test_months_of_the_project_are_counted_from_the_dates(tmp_path: Path) -> None:
    """D2, D3, D12, T4, T10, N3: five months of delay and of extension; 31 and 36 months of support; 18 of 15 to 30."""
    study = fou.open_study(study_in(tmp_path / "s"))
    found = {(one.statistic, one.category): one.value for one in project(study)}
    assert found == {
        ("project_months", "planned"): 36.0,
        ("project_months", "delay"): 5.0,
        ("project_months", "extension"): 5.0,
        ("project_months", "service"): 31.0,
        ("project_months", "service_extended"): 36.0,
        ("share_of_target", "min"): 1.2,
        ("share_of_target", "max"): 0.6,
        ("decision_delay", "decisions:report:fou"): 3.0,
        ("staff_share", "staff:npf:2016-05"): 0.25,  # of the four answers to the other question none is told
    }
