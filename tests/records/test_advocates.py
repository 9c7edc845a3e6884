"""The work of family advocates: every number by hand, and what wrong or few rows come to."""

from pathlib import Path

import pytest
from worked_study import FAMILIES, rows, study_in

import fou_eval as fou
from fou_eval.disclosure.listed import PUBLISHED
from fou_eval.disclosure.rules import Limits, no_common_change, published_precision
from fou_eval.estimates import Estimate
from fou_eval.intake.issue import Issue
from fou_eval.records.caseload import caseload
from fou_eval.records.facts import facts
from fou_eval.records.work import work

WORK = ("families", "follow", "assignments", "ombud_time", "staff_fte")
LIMITS = Limits(threshold=5, enrolled=18, resolution=None)


def estimates(folder: Path, **changed: list[str]) -> list[Estimate]:
    study = fou.open_study(study_in(folder, changed, WORK))
    return [one for part in (caseload, work) for one in part(study)]


def values(folder: Path, **changed: list[str]) -> dict[tuple[str, str], tuple[float, int]]:
    return {(one.statistic, one.category): (one.value, one.n) for one in estimates(folder, **changed)}


def warnings(folder: Path) -> list[Issue]:
    return [issue for issue in fou.open_study(folder).issues if issue.severity == "warning"]


def test_families_per_advocate_and_hours_are_those_counted_by_hand(tmp_path: Path) -> None:
    """N7: six, twelve, eighteen families with three advocates, then three families less; O26: 60 hours of 100."""
    halves = {
        "2015-01:2015-06": 2.0,
        "2015-07:2015-12": 4.0,
        "2016-01:2016-06": 6.0,
        "2016-07:2016-12": 5.0,
        "2017-01:2017-06": 5.0,
    }
    assert values(tmp_path / "s") == {
        ("caseload", "assignments:all"): (pytest.approx(396 / 90), 90),
        **{("caseload", f"assignments:{half}"): (mean, 18) for half, mean in halves.items()},
        ("advocate_months_at_standard", "assignments:all"): (pytest.approx(54 / 90), 90),
        ("months_with_advocate", "assignments:all"): (396 / 18, 18),
        ("hours_in_all", "ombud_time"): (600.0, 12),
        ("hours_share", "ombud_time:activity:with_family"): (0.6, 12),
        ("hours_share", "ombud_time:activity:travel"): (0.4, 12),
        ("hours_with_families", "ombud_time"): (0.6, 12),
        ("short_notice", "ombud_time"): (0.5, 6),
        ("posts_by_role", "staff_fte:role:advocate"): (2.5, 2),
    }


def test_half_years_with_too_few_families_are_joined_with_the_next(tmp_path: Path) -> None:
    """Two of the first six entered late: four families are too few for a half-year of their own."""
    late = [
        row.replace("2015-01", "2015-07") if row[:3] in FAMILIES[:2] else row for row in rows()["assignments"]
    ]
    found = values(tmp_path / "s", assignments=late)
    assert ("caseload", "assignments:2015-01:2015-12") in found
    assert ("caseload", "assignments:2015-01:2015-06") not in found


def test_means_are_published_in_whole_families(tmp_path: Path) -> None:
    """One family that left a month earlier moves the mean by a tenth, and nothing that is shown."""
    sooner = [
        row.replace("2016-06", "2016-05") if row.startswith("F01") else row for row in rows()["assignments"]
    ]
    means = [
        [one for one in estimates(tmp_path / name, assignments=own) if one.statistic == "caseload"]
        for name, own in (("s", rows()["assignments"]), ("t", sooner))
    ]
    assert means[0][0].value != means[1][0].value
    for every in means:
        shown = [published_precision(one, LIMITS) for one in every]
        assert [one.value for one in shown if one] == [4.0, 2.0, 4.0, 6.0, 5.0, 5.0]


def test_with_two_advocates_nothing_of_their_work_is_published(tmp_path: Path) -> None:
    two = [row.replace("a3", "a2") for row in rows()["assignments"]]
    hours = [row for row in rows()["ombud_time"] if not row.startswith("a3")]
    found = estimates(tmp_path / "s", assignments=two, ombud_time=hours)
    shown = {one.statistic for one in found if no_common_change(one, LIMITS) is not None}
    assert shown == {"posts_by_role"}
    assert {one.statistic for one in found} <= PUBLISHED


def test_hours_of_single_advocates_are_among_no_facts(tmp_path: Path) -> None:
    told = facts(fou.open_study(study_in(tmp_path / "s", tables=WORK)))
    assert list(told) == ["staff_fte"]
    assert told["staff_fte"][0] == {"role": "advocate", "month": "2015-01", "fte": 2.0}


def test_an_advocate_with_forty_families_and_a_family_with_two_are_pointed_at(tmp_path: Path) -> None:
    """More than three times the standard of five in a month; the second advocate of a family in the same month."""
    many = [f"{family},a1,2016-01," for family in FAMILIES]
    folder = study_in(tmp_path / "s", {"assignments": [*many, "F02,a2,2017-01,"]}, WORK)
    found = [(one.severity, one.rule, one.cell, one.column) for one in warnings(folder)]
    assert found == [
        ("warning", "many_families", "B17", "advocate"),
        ("warning", "many_families", "B18", "advocate"),
        ("warning", "many_families", "B19", "advocate"),
        ("warning", "two_advocates", "B20", "advocate"),
    ]


def test_hours_below_zero_and_beyond_a_month_are_pointed_at_and_the_former_not_counted(
    tmp_path: Path,
) -> None:
    hours = [
        *rows()["ombud_time"],
        "a1,2015-03,travel,-40,",
        "a1,2015-04,travel,700,",
        "a1,2015-04,with_family,60,",
    ]
    folder = study_in(tmp_path / "s", {"ombud_time": hours}, WORK)
    study = fou.open_study(folder)
    assert [(one.rule, one.row) for one in warnings(folder)] == [
        ("negative_hours", 14),
        ("too_many_hours", 16),
    ]
    assert next(one.value for one in work(study)) == 600 + 760


def test_an_assignment_of_an_unknown_family_is_pointed_at(tmp_path: Path) -> None:
    folder = study_in(tmp_path / "s", {"assignments": [*rows()["assignments"], "F77,a1,2016-01,"]}, WORK)
    assert [(one.rule, one.row) for one in warnings(folder)] == [("unmatched_id", 20)]
