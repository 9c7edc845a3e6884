"""Synthetic records: what happened to families follows from when they entered, and keeps every declared rule."""

from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from fou_eval.declaration.reading import Declaration, read_declaration
from fou_eval.errors import DataError
from fou_eval.intake.door import read_data
from fou_eval.simulation import simulate, simulate_study
from fou_eval.simulation.example import example_study
from fou_eval.simulation.facts import read_facts
from fou_eval.simulation.workbook import write_workbook

FOLDER = Path(__file__).parents[2] / "data_schemas" / "familjelotsen"


@pytest.fixture(scope="module")
def declared() -> Declaration:
    return read_declaration(FOLDER)


@pytest.fixture(scope="module")
def tables() -> dict[str, pd.DataFrame]:
    return dict(example_study(FOLDER)[0].tables)


@pytest.fixture(scope="module")
def many(declared) -> dict[str, pd.DataFrame]:
    return dict(simulate(declared, families=300, seed=3))


def since_entry(tables, frame, month):
    entry = frame["family_id"].map(tables["families"].set_index("family_id")["entry_month"])
    return (frame[month].dt.year - entry.dt.year) * 12 + frame[month].dt.month - entry.dt.month


def test_every_declared_table_has_rows(tables, declared):
    assert {name for name, frame in tables.items() if frame.empty} == set()
    assert set(tables) == set(declared.codebook.tables)


def test_eight_families_have_a_placement_before_entry_and_six_after(tables):
    placements = tables["placements"]
    offset = since_entry(tables, placements, "start")
    assert placements.loc[offset < 0, "family_id"].nunique() == 8
    assert placements.loc[offset >= 0, "family_id"].nunique() == 6
    assert offset.between(-12, 12).all()


def test_placements_are_of_children_and_no_child_is_in_two_places(many):
    placements = many["placements"].sort_values(["person_id", "start"])
    role = many["persons"].set_index("person_id")["role"]
    assert set(placements["person_id"].map(role)) == {"child"}
    ended = placements.groupby("person_id")["end"].shift()
    known = ended.notna()
    assert known.sum() > 50
    assert (placements["start"][known] > ended[known]).all()


def test_each_family_has_one_advocate_in_every_month_from_entry(many):
    months = {}
    last = pd.Timestamp("2017-11-01")
    for row in many["assignments"].itertuples():
        end = last if pd.isna(row.end) else row.end
        held = list(pd.date_range(row.start, end, freq="MS"))
        assert not set(held) & months.setdefault(row.family_id, set())
        months[row.family_id] |= set(held)
    for family in many["families"].itertuples():
        end = last if pd.isna(family.exit_month) else family.exit_month
        assert months[family.family_id] == set(pd.date_range(family.entry_month, end, freq="MS"))


def test_no_month_lies_after_the_data_end(many, declared):
    last = pd.Timestamp(declared.codebook.data_until)
    for name in (
        "services",
        "placements",
        "obstacles",
        "sip_plans",
        "assignments",
        "ombud_time",
        "staff_fte",
    ):
        for values in many[name].select_dtypes("datetime").to_dict("series").values():
            assert not (values > last).any()


def test_services_have_the_kind_and_the_act_of_who_gives_them(many):
    services = many["services"]
    region = services[services["provider"] == "region"]
    assert set(region["legal_basis"]) == {"hsl"}
    assert set(region["service_type"]) == {"regional_care", "child_psychiatry", "habilitation", "psychiatry"}
    assert services.groupby("family_id").size().min() >= 3


def test_goals_are_rated_where_they_were_set_and_begin_below_what_is_expected(many):
    goals = many["goals"].set_index(["family_id", "goal_no"])
    ratings = many["goal_ratings"].set_index(["family_id", "goal_no"])
    assert set(goals.groupby("family_id").size()) == {2, 3}
    assert set(ratings.index) <= set(goals.index)
    assert (ratings["importance"] == goals["importance"].reindex(ratings.index)).all()
    begun = ratings.loc[ratings["wave"] == "t0", "goal_attainment"].dropna()
    assert set(begun) == {"-1", "-2"}
    assert (begun == "-1").mean() > 0.7


def test_an_obstacle_is_closed_if_and_only_if_its_status_says_so(many):
    obstacles = many["obstacles"]
    closed = obstacles["status"].isin(["solved", "not_solvable"])
    assert (obstacles["closed_month"].notna() == closed).all()
    assert (obstacles["closed_month"] >= obstacles["raised_month"])[closed].all()
    assert set(obstacles["status"]) == {"raised", "taken_up", "action_decided", "solved", "not_solvable"}


def test_contacts_add_up_and_caseworkers_become_fewer(many):
    contacts = many["contacts"]
    assert (contacts["n_units"] <= contacts["n_caseworkers"]).all()
    assert (contacts["n_caseworkers"] <= contacts["n_contacts"]).all()
    assert (contacts["n_missed"] <= contacts["n_contacts"]).all()
    assert (contacts.loc[contacts["wave"] == "t0", "n_meetings"] == 0).all()
    by_wave = contacts[contacts["actor"] == "social_services"].groupby("wave")["n_caseworkers"].mean()
    assert by_wave["t0"] - by_wave["t2"] > 0.5


def test_who_was_not_measured_has_the_reason_of_the_follow_up(declared):
    study, _ = example_study(FOLDER)
    log, reasons = study.tables["attrition_log"], study.reasons["followup_family"]
    rows = (
        study.tables["followup_family"]
        .loc[reasons["row"], ["family_id", "wave"]]
        .assign(code=reasons["code"].to_numpy(), column=reasons["column"].to_numpy())
    )
    rows = rows[rows["column"] == "home_situation"].set_index(["family_id", "wave"])["code"]
    codes = {"left_project": "-1", "not_reached": "-2", "declined": "-3", "not_asked": "-4"}
    logged = log.set_index(["family_id", "wave"])["reason"].map(codes)
    assert len(logged) == 10
    assert logged.equals(rows.reindex(logged.index).rename("reason"))


def test_advocates_spend_more_than_half_of_their_hours_with_families(tables):
    hours = tables["ombud_time"].groupby("activity")["hours"].sum() / tables["ombud_time"]["hours"].sum()
    assert 0.5 < hours["with_family"] + hours["at_meeting_with_family"] < 0.62
    assert tables["ombud_time"]["month"].min() == pd.Timestamp("2015-01-01")


def test_facts_stand_as_they_were_published(tables):
    figures = tables["published_figures"].set_index(["figure", "source"])["value"]
    assert figures["persons", "s004"] == 60
    assert figures["persons", "e1"] == 61
    assert figures["saved_total", "e1"] == 8_300_000
    costs = tables["costs"].set_index("item")
    assert costs.loc["project_total", "amount_sek"] == 18_000_000
    assert costs.loc["extension", ["amount_sek", "posts", "months"]].tolist() == [875_000, 3, 5]
    prices = tables["unit_prices"].set_index("item")
    assert prices.loc["placement_day", "source"] == "example"
    assert (prices["low"] <= prices["base"]).all()


def test_facts_with_other_columns_are_refused(declared, tmp_path):
    (tmp_path / "facts").mkdir()
    (tmp_path / "facts" / "costs.csv").write_text("item,amount_sek\nproject_total,1\n", encoding="utf-8")
    with pytest.raises(DataError, match=r"facts/costs\.csv: expected the columns of a declared table"):
        read_facts(tmp_path, declared.codebook)


def test_a_study_without_facts_gets_rows_that_pass_every_rule(declared, tmp_path):
    study = simulate_study(declared, families=20, seed=5)
    assert len(study.tables["decisions"]) == 6
    assert np.isfinite(study.tables["unit_prices"]["base"]).all()
    path = write_workbook(study, declared.codebook, tmp_path / "made.xlsx", command="a test")
    issues = read_data(path, declared).issues
    assert [issue for issue in issues if issue.severity in ("stop", "error")] == []
