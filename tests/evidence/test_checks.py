"""Groups, raters, doses and months stand at the unit they belong to: compared with joins by id in pandas."""

from dataclasses import replace

import numpy as np
import pandas as pd
import pytest

from fou_eval.bundled import bundled_study
from fou_eval.declaration.columns import Norm, Reliability
from fou_eval.evidence.checks import Check, checks
from fou_eval.statistics import for_kind
from fou_eval.statistics.benchmarks import Benchmarked
from fou_eval.statistics.calendar import Dated
from fou_eval.statistics.comparisons import Grouped, Partitioned, Rated
from fou_eval.statistics.dose import Dosed
from fou_eval.study import Study, open_study


@pytest.fixture(scope="module")
def study() -> Study:
    return open_study(bundled_study("familjelotsen"))


def found(study: Study, name: str) -> dict[tuple[type, str], Check]:
    indicator = study.codebook.indicator(name)
    made = list(checks(study, indicator, study.pairs(name)))
    keyed = {(type(check.evidence), check.category): check for check in made}
    assert len(keyed) == len(made)
    return keyed


def joined(study: Study, name: str) -> pd.DataFrame:
    """Before and after rows of the units that have both values, sorted by id, with persons and families."""
    indicator = study.codebook.indicator(name)
    unit = f"{indicator.unit}_id"
    rows = study.tables[indicator.table].dropna(subset=[name])
    both = rows[rows["wave"] == "t0"].merge(rows[rows["wave"] == "t2"], on=unit, suffixes=("_0", "_2"))
    both["family"] = both["family_id"] if unit == "family_id" else both["family_id_0"]
    families = study.tables["families"].rename(columns={"family_id": "family"})
    both = both.merge(families, on="family", validate="many_to_one")
    if indicator.unit == "person":
        both = both.merge(
            study.tables["persons"][["person_id", "sex"]], on="person_id", validate="one_to_one"
        )
    return both.sort_values(unit, ignore_index=True)


def test_what_is_declared_is_gathered(study: Study) -> None:
    """Sex stands in the table of persons, the school stage in the children's own; neither is a family's."""
    kinds = {
        "absence_pct": {
            *((Grouped, "sex:m:f"), (Grouped, "school_stage:year_6_9:year_f_5")),
            *((Dosed, "ombud_meetings"), (Dated, "")),
        },
        "occupation_step": {(Grouped, "sex:m:f"), (Dosed, "ombud_meetings"), (Dated, "")},
        "home_situation_ombud": {(Rated, "ombud_rater"), (Dosed, "ombud_meetings"), (Dated, "")},
    }
    assert {name: set(found(study, name)) for name in kinds} == kinds


@pytest.mark.parametrize("name", ["absence_pct", "occupation_step"])
def test_groups_are_those_of_the_persons(study: Study, name: str) -> None:
    rows, evidence = joined(study, name), found(study, name)[Grouped, "sex:m:f"].evidence
    assert evidence.pairs.before.tolist() == study.pairs(name).before.tolist()
    assert evidence.group.tolist() == rows["sex"].map({"f": 0, "m": 1}).fillna(-1).tolist()


def test_a_column_of_the_own_table_comes_first(study: Study) -> None:
    """The school stage has two codes here and three in the table of persons."""
    rows = joined(study, "absence_pct")
    evidence = found(study, "absence_pct")[Grouped, "school_stage:year_6_9:year_f_5"].evidence
    assert evidence.group.tolist() == rows["school_stage_0"].map({"year_f_5": 0, "year_6_9": 1}).tolist()


@pytest.mark.parametrize("name", ["absence_pct", "occupation_step", "home_situation"])
def test_doses_are_those_of_the_families(study: Study, name: str) -> None:
    evidence = found(study, name)[Dosed, "ombud_meetings"].evidence
    assert evidence.dose.tolist() == joined(study, name)["ombud_meetings"].tolist()
    assert evidence.seed == study.plan.stream("dose", name, "ombud_meetings")


@pytest.mark.parametrize("name", ["absence_pct", "home_situation"])
def test_months_are_those_of_the_measurements(study: Study, name: str) -> None:
    rows, evidence = joined(study, name), found(study, name)[Dated, ""].evidence
    for wave, months in (("0", evidence.before_month), ("2", evidence.after_month)):
        days = rows[f"measured_month_{wave}"]
        assert months.tolist() == [12 * day.year + day.month - 1 for day in days]


def test_months_that_nobody_wrote_down_are_nan(study: Study) -> None:
    frame = study.table("followup_family")
    frame.loc[:, "measured_month"] = frame["measured_month"].where(frame["family_id"] != "F01")
    without = replace(study, tables={**study.tables, "followup_family": frame})
    evidence = found(without, "home_situation")[Dated, ""].evidence
    first = joined(study, "home_situation")["family_id"] == "F01"
    assert np.isnan(evidence.before_month).tolist() == first.tolist()


def test_raters_are_those_of_either_wave(study: Study) -> None:
    rows = joined(study, "home_situation_ombud")
    evidence = found(study, "home_situation_ombud")[Rated, "ombud_rater"].evidence
    places = {"own": 0, "other": 1}
    assert evidence.before.tolist() == rows["ombud_rater_0"].map(places).fillna(-1).tolist()
    assert evidence.after.tolist() == rows["ombud_rater_2"].map(places).fillna(-1).tolist()


def test_several_groups_are_compared_at_once_and_each_with_the_first(study: Study) -> None:
    plan = study.plan.model_copy(update={"compare": ("referral_source",)})
    wider = replace(study, declaration=replace(study.declaration, plan=plan))
    made = found(wider, "absence_pct")
    codes = ["social_services", "school", "region", "self", "other"]
    assert [category for kind, category in made if kind in {Grouped, Partitioned}] == [
        "referral_source",
        *(f"referral_source:{code}:social_services" for code in codes[1:]),
    ]
    group = made[Partitioned, "referral_source"].evidence.group
    assert group.tolist() == joined(study, "absence_pct")["referral_source"].map(codes.index).tolist()
    two = made[Grouped, "referral_source:region:social_services"].evidence.group
    assert two.tolist() == np.select([group == 0, group == 2], [0, 1], -1).tolist()


def test_a_sensitive_column_makes_the_check_sensitive(study: Study) -> None:
    plan = study.plan.model_copy(update={"compare": ("npf_status", "sex")})
    wider = replace(study, declaration=replace(study.declaration, plan=plan))
    made = found(wider, "absence_pct")
    assert made[Partitioned, "npf_status"].sensitive
    assert not made[Grouped, "sex:m:f"].sensitive


@pytest.mark.parametrize(("kind", "offered"), [("test-retest", True), ("internal", False), (None, False)])
def test_only_a_reliability_over_time_gives_a_benchmark(
    study: Study, kind: str | None, offered: bool
) -> None:
    """Internal consistency says nothing of two occasions."""
    indicator = study.codebook.indicator("home_situation")
    cited = {
        "norm": Norm(mean=7, sd=2, source="Author (year)"),
        "reliability": Reliability(value=0.8, kind=kind, source="Author (year)") if kind else None,
    }
    own = replace(indicator, column=indicator.column.model_copy(update=cited))
    made = [
        check.evidence
        for check in checks(study, own, study.pairs("home_situation"))
        if isinstance(check.evidence, Benchmarked)
    ]
    assert [(item.norm_mean, item.reliability) for item in made] == ([(7, 0.8)] if offered else [])


def test_a_plan_without_these_keys_asks_for_nothing(study: Study) -> None:
    plan = study.plan.model_copy(update={"compare": (), "dose": ()})
    bare = replace(study, declaration=replace(study.declaration, plan=plan))
    assert set(found(bare, "absence_pct")) == {(Dated, "")}


def test_row_order_in_the_file_reaches_no_number(study: Study) -> None:
    shuffled = replace(
        study,
        tables={
            name: frame.sample(frac=1, random_state=3).reset_index(drop=True)
            for name, frame in study.tables.items()
        },
    )
    for name in ("absence_pct", "home_situation_ombud"):
        indicator = study.codebook.indicator(name)
        first, second = found(study, name), found(shuffled, name)
        for key, check in first.items():
            for entry in for_kind(indicator.kind, indicator.better, key[0]):
                assert repr(entry.function(check.evidence, confidence=0.95)) == repr(
                    entry.function(second[key].evidence, confidence=0.95)
                )
