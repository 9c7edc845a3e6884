"""Goals, and services against feeling helped: every number by hand, and what wrong or few rows come to."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from worked_study import FAMILIES, HEADS, TABLES, rows, study_in

import fou_eval as fou
from fou_eval.disclosure.editions import closed_by_ledger
from fou_eval.disclosure.release import Decision, Release, Released
from fou_eval.disclosure.rules import Limits, families_for_spread, no_common_change
from fou_eval.estimates import Estimate
from fou_eval.records.experience import experience
from fou_eval.records.goals import goals
from fou_eval.statistics.association import rank_association
from fou_eval.study import Study

GOALS = ("families", "follow", "goals", "goal_ratings")
HELPED = ("families", "follow", "services", "experience")
LIMITS = Limits(threshold=5, enrolled=18, resolution=None)
BEFORE_AFTER = (("t0", 3), ("t1", 5))
Key = tuple[str, str]


def numbers(
    part: Callable[[Study], object], folder: Path, tables: tuple[str, ...], **changed: list[str]
) -> dict[Key, Estimate]:
    study = fou.open_study(study_in(folder, changed, tables))
    return {(one.statistic, one.category): one for one in part(study)}  # type: ignore[attr-defined]


def released(folder: Path, tables: tuple[str, ...], **changed: list[str]) -> Release:
    return fou.release(fou.measure_change(fou.open_study(study_in(folder, changed, tables))))


def status(release: Release, statistic: str, category: str) -> str:
    row = release.find(statistic, category=category)
    assert row is not None
    return row.decision.status


def test_goals_by_who_set_them_and_those_reached_and_worse_are_those_counted_by_hand(tmp_path: Path) -> None:
    """O22: 36 goals, 30 set by the family; 9 reached at home and 8 at school; 5 at school got worse."""
    found = numbers(goals, tmp_path / "s", GOALS)
    assert {key: (one.value, one.n) for key, one in found.items()} == {
        ("goals_set_by_family", "goals:set_by:parent+child"): (30 / 36, 36),
        ("goals_reached_where", "goals"): (17 / 36, 36),
        ("goals_worse_where", "goals"): (5 / 36, 36),
        ("goals_reached_where", "goals:area:home"): (9 / 18, 18),
        ("goals_worse_where", "goals:area:home"): (0.0, 18),
        ("goals_reached_where", "goals:area:school"): (8 / 18, 18),
        ("goals_worse_where", "goals:area:school"): (5 / 18, 18),
        ("goals_reached_where", "goals:set_by:parent"): (9 / 18, 18),
        ("goals_worse_where", "goals:set_by:parent"): (0.0, 18),
        ("goals_reached_where", "goals:set_by:child+ombud"): (8 / 18, 18),
        ("goals_worse_where", "goals:set_by:child+ombud"): (5 / 18, 18),
    }
    own = found["goals_set_by_family", "goals:set_by:parent+child"]
    assert (own.families_in, own.families_out) == (6, 6)


def test_worse_is_shown_beside_reached_for_all_groups_or_for_none(tmp_path: Path) -> None:
    release = released(tmp_path / "s", GOALS)
    assert status(release, "goals_worse_where", "goals") == "pass"
    assert status(release, "goals_reached_where", "goals:area:home") == "pass"
    assert {status(release, "goals_worse_where", f"goals:area:{area}") for area in ("home", "school")} == {
        "withheld"
    }


def test_one_family_whose_goal_rose_without_being_reached_closes_the_shares(tmp_path: Path) -> None:
    """Beside the share of goals that rose, the share reached would tell of that family."""
    ratings = rows()["goal_ratings"]
    ratings[ratings.index("F14,2,t0,-1")] = "F14,2,t0,-2"
    release = released(tmp_path / "s", GOALS, goal_ratings=ratings)
    assert status(release, "goals_reached_where", "goals") == "withheld"
    assert status(release, "goals_reached_where", "goals:area:home") == "withheld"


def test_a_goal_that_nobody_rated_was_not_reached_and_one_rated_only_after_is_not_worse(
    tmp_path: Path,
) -> None:
    ratings = [row for row in rows()["goal_ratings"] if row not in {"F01,1,t1,0", "F09,2,t0,-1"}]
    found = numbers(goals, tmp_path / "s", GOALS, goal_ratings=ratings)
    assert found["goals_reached_where", "goals"].value == 16 / 36
    worse = found["goals_worse_where", "goals"]
    assert (worse.value, worse.note) == (4 / 36, "some_goals_without_entry")


def test_a_set_of_ratings_that_is_refused_takes_the_shares_with_it(tmp_path: Path) -> None:
    """The ledger compares both tables that a share rests on, the goals and their ratings."""
    study = fou.open_study(study_in(tmp_path / "s", tables=GOALS))
    change = replace(fou.measure_change(study), rows=tuple(goals(study)))
    every = [Released(estimate=one, decision=Decision(status="pass")) for one in change]
    rows = closed_by_ledger(every, change, frozenset({("", "records", ("goal_ratings",))}))
    left = {row.estimate.statistic for row in rows if row.decision.status == "pass"}
    assert left == {"goals_set_by_family"}


def test_on_a_scale_of_its_own_a_goal_is_reached_from_its_target(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Ratings of 5 against a target of 5 for twelve families and 6 for six; without targets nothing is computed."""
    scale = "min: 0, max: 10, role: outcome, domain: goals, kind: scale, better: higher"
    goal = "min: -2, max: 2, role: outcome, domain: goals, kind: ordinal, better: higher, goal: {}"
    monkeypatch.setitem(TABLES, "goal_ratings", TABLES["goal_ratings"].replace(goal, scale))
    rated = [
        f"{family},{goal},{wave},{value}"
        for family in FAMILIES
        for goal in (1, 2)
        for wave, value in BEFORE_AFTER
    ]
    bare = numbers(goals, tmp_path / "s", GOALS, goal_ratings=rated)
    assert {statistic for statistic, _ in bare} == {"goals_set_by_family"}
    target = "  target: {label: {sv: Målnivå, en: Target}, type: number}\n"
    monkeypatch.setitem(TABLES, "goals", TABLES["goals"] + target)
    monkeypatch.setitem(HEADS, "goals", HEADS["goals"] + ",target")
    own = [f"{row},{5 if row[:3] < 'F13' else 6}" for row in rows()["goals"]]
    found = numbers(goals, tmp_path / "t", GOALS, goal_ratings=rated, goals=own)
    assert found["goals_reached_where", "goals"].value == 24 / 36


def test_goals_of_families_that_have_not_reached_the_wave_do_not_count(tmp_path: Path) -> None:
    study = fou.open_study(study_in(tmp_path / "s", tables=GOALS)).until("2016-06-30")
    found = {one.category: one for one in goals(study) if one.statistic == "goals_reached_where"}
    assert (found["goals"].n, found["goals"].families_out) == (12, 0)


def test_who_set_a_goal_is_no_role_of_a_person(tmp_path: Path) -> None:
    assert fou.open_study(study_in(tmp_path / "s", tables=GOALS)).issues == ()


def test_ratings_of_goals_that_are_not_there_and_goals_rated_only_after_are_pointed_at(
    tmp_path: Path,
) -> None:
    """Item 7 of the bad data: a located issue, and never a zero."""
    ratings = [row for row in rows()["goal_ratings"] if row != "F02,1,t0,-1"]
    folder = study_in(tmp_path / "s", {"goal_ratings": [*ratings, "F03,7,t0,-1"]}, GOALS)
    found = [(one.severity, one.rule, one.row, one.column) for one in fou.open_study(folder).issues]
    assert found == [
        ("warning", "rating_without_goal", 73, "goal_no"),
        ("info", "goal_rated_only_after", 6, "attainment"),
    ]


def test_services_and_helped_at_entry_and_at_the_last_wave(tmp_path: Path) -> None:
    """O11: correlations by scipy.stats.spearmanr on the counts and answers written out by hand."""
    found = numbers(experience, tmp_path / "s", HELPED)
    entry, last = (found["services_and_helped", f"services:{when}"] for when in ("entry", "last"))
    assert (entry.value, last.value) == (
        pytest.approx(-0.7130250379948677),
        pytest.approx(0.04207913088220538),
    )
    assert entry.low < entry.value < entry.high < 0
    assert last.low < 0 < last.high
    assert entry.p_value < 0.05 < last.p_value
    assert (entry.n, last.n) == (18, 18)


def test_only_services_of_the_twelve_months_before_count(tmp_path: Path) -> None:
    """One that ended the month before the window, and one that began with the entry, move nothing."""
    outside = [f"{family},50,region,2013-01,2013-12" for family in FAMILIES[:6]]
    outside += [f"{family},51,region,2015-01,2015-01" for family in FAMILIES[:6]]
    found = numbers(experience, tmp_path / "s", HELPED, services=[*rows()["services"], *outside])
    assert found["services_and_helped", "services:entry"].value == pytest.approx(-0.7130250379948677)
    inside = [f"{family},50,region,2013-01,2014-01" for family in FAMILIES[:6]]
    moved = numbers(experience, tmp_path / "t", HELPED, services=[*rows()["services"], *inside])
    assert moved["services_and_helped", "services:entry"].value != pytest.approx(-0.7130250379948677)


def test_families_whose_window_is_not_covered_are_left_out_with_a_note(tmp_path: Path) -> None:
    families = [row.replace("2015-01", "2014-11") for row in rows()["families"]]
    found = numbers(experience, tmp_path / "s", HELPED, families=families)
    entry = found["services_and_helped", "services:entry"]
    assert (entry.n, entry.note) == (12, "some_windows_not_covered")


def test_nine_families_tell_no_correlation_and_agreeing_ranks_are_withheld(tmp_path: Path) -> None:
    answers = [row for row in rows()["experience"] if row[:3] in FAMILIES[:9]]
    few = numbers(experience, tmp_path / "s", HELPED, experience=answers)[
        "services_and_helped", "services:last"
    ]
    assert (few.n, few.note) == (9, "too_few_families_for_correlation")
    assert families_for_spread(few, LIMITS) is None
    agreeing = [f"{family},1,t0,{max(1, 5 - place // 3)},whole" for place, family in enumerate(FAMILIES)]
    same = numbers(experience, tmp_path / "t", HELPED, experience=agreeing)
    assert no_common_change(same["services_and_helped", "services:entry"], LIMITS) is None


def test_interval_and_test_never_contradict_each_other() -> None:
    """The limit of the interval is taken from the permutations of the test."""
    rng = np.random.default_rng(3)
    for draw in range(12):
        services = rng.poisson(3, 14).astype(np.float64)
        helped = np.clip(np.rint(4 - 0.4 * services + rng.normal(size=14)), 1, 5)
        number = rank_association(services, helped, (draw,), confidence=0.95)
        assert (number.low <= 0 <= number.high) == (number.p_value > 0.05)


def test_order_of_families_and_sign_move_nothing() -> None:
    services, helped = (
        np.array([1.0, 2, 2, 3, 4, 5, 6, 7, 8, 9, 9]),
        np.array([5.0, 4, 5, 3, 4, 3, 3, 2, 1, 2, 1]),
    )
    number = rank_association(services, helped, (1,), confidence=0.95)
    turned = rank_association(services[::-1], helped[::-1], (1,), confidence=0.95)
    mirrored = rank_association(services, -helped, (1,), confidence=0.95)
    assert turned == number
    assert mirrored == replace(number, value=-number.value, low=-number.high, high=-number.low)
