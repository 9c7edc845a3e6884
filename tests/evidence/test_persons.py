"""Goals and what persons are judged against, from a study's own declarations and data."""

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from fou_eval.change import measure_change
from fou_eval.declaration import Indicator
from fou_eval.errors import DataError
from fou_eval.evidence.persons import goals, is_attainment, is_judged, judged
from fou_eval.figures.rows import basis
from fou_eval.simulation import simulate
from fou_eval.statistics import CATALOGUE, Number, for_kind
from fou_eval.statistics.engine.cutoffs import Population
from fou_eval.statistics.goals import Goals
from fou_eval.statistics.judged import Judged
from fou_eval.study import Study, open_study

STUDY = """\
study: goals
version: "1.0"
title: {sv: Mål, en: Goals}
language: sv
waves:
  t0: {label: {sv: Före, en: Before}, months: 0}
  t1: {label: {sv: Efter, en: After}, months: 12}
domains:
  home: {label: {sv: Hemma, en: Home}}
"""
PLAN = """\
contrast: {before: t0, after: t1}
primary: {home: closeness}
seed: 1
fixed_on: 2015-01-15
"""
FAMILY = "family_id: {label: {sv: Familj, en: Family}, type: text, required: true, pattern: 'F\\d{2}', role: family_id}"
PERSON = "person_id: {label: {sv: Person, en: Person}, type: text, required: true, pattern: 'P\\d{2}', role: person_id}"
TABLE = f"""\
table: goals
label: {{sv: Mål, en: Goals}}
row: {{sv: ett mål vid ett mättillfälle, en: one goal at one wave}}
key: [family_id, goal_no, wave]
columns:
  {FAMILY}
  goal_no: {{label: {{sv: Nr, en: No.}}, type: integer, required: true, min: 1, max: 9}}
  wave: {{label: {{sv: Tillfälle, en: Wave}}, type: code, codes: waves, required: true, role: wave}}
  importance: {{label: {{sv: Vikt, en: Weight}}, type: integer, required: true, min: 1, max: 3}}
  scored_by: {{label: {{sv: Bedömd av, en: Scored by}}, type: text}}
  attainment:
    label: {{sv: Måluppfyllelse, en: Attainment}}
    type: integer
    min: -2
    max: 2
    role: outcome
    domain: home
    kind: ordinal
    better: higher
    rater: scored_by
    goal: {{weight: importance}}
  closeness:
    label: {{sv: Närhet till målet, en: Closeness to the goal}}
    type: integer
    min: 0
    max: 10
    role: outcome
    domain: home
    kind: scale
    better: higher
    reliability: {{value: 0.8, kind: test-retest, source: Author (year)}}
    norm: {{mean: 8, sd: 2, source: Author (year)}}
    clinical: {{mean: 3, sd: 1.5, source: Author (year)}}
    cutoff: {{value: 5, label: {{sv: Gräns, en: Limit}}, source: Author (year)}}
    meaningful_change: {{value: 2, source: Local decision}}
"""
# Family 1 has three goals, of which the third came later; family 2 has two, with another rater after; family 3 one.
ROWS = """\
family_id;goal_no;wave;importance;scored_by;attainment;closeness
F01;1;t0;3;ombud;-1;2
F01;1;t1;1;ombud;1;7
F01;2;t0;1;ombud;-2;1
F01;2;t1;1;ombud;0;4
F01;3;t1;2;ombud;-1;3
F02;1;t0;1;ombud;-1;4
F02;1;t1;1;teacher;2;10
F02;2;t0;1;ombud;-1;5
F02;2;t1;1;ombud;;5
F03;1;t0;2;ombud;-1;3
F03;1;t1;2;;0;6
"""
Open = Callable[..., Study]


@pytest.fixture
def study_of(tmp_path: Path) -> Open:
    """Write a study of goals, with another declaration or other rows if given, and open it."""

    def opened(rows: str = ROWS, table: str = TABLE) -> Study:
        (tmp_path / "tables").mkdir(exist_ok=True)
        (tmp_path / "data").mkdir(exist_ok=True)
        texts = {"study.yaml": STUDY, "plan.yaml": PLAN, "tables/goals.yaml": table, "data/goals.csv": rows}
        for name, text in texts.items():
            (tmp_path / name).write_text(text, encoding="utf-8")
        return open_study(tmp_path, data=tmp_path / "data")

    return opened


def found(study: Study, name: str = "attainment") -> tuple[Indicator, Goals]:
    indicator = study.codebook.indicator(name)
    return indicator, goals(study, indicator)


def of(name: str, evidence: object) -> Number:
    number = CATALOGUE[name].function(evidence, confidence=0.95)
    assert isinstance(number, Number)
    return number


def test_every_goal_is_a_unit_of_its_family(study_of: Open) -> None:
    study = study_of()
    measured = study.measured(study.codebook.indicator("closeness"))
    assert [unit.split("\x1f")[0] for unit in measured.units] == ["F01"] * 3 + ["F02"] * 2 + ["F03"]
    assert measured.family.tolist() == [0, 0, 0, 1, 1, 2]
    assert measured.at("t0")[:2].tolist() == [2, 1]


def test_goals_rated_from_0_to_10_are_ordinary_pairs_with_the_family_as_the_cluster(study_of: Open) -> None:
    pairs = study_of().pairs("closeness")
    assert (pairs.n, pairs.n_families, pairs.after_only) == (5, 3, 1)
    change = of("family_mean_change", pairs)
    assert change.value == pytest.approx(((5 + 3) / 2 + (6 + 0) / 2 + 3) / 3)
    assert of("share_better", pairs).value == 0.8
    for entry in for_kind("scale", "higher"):
        number = entry.function(pairs, confidence=0.95)
        assert np.isfinite(number.value) or number.note


def test_goals_with_weights_owners_and_raters(study_of: Open) -> None:
    indicator, evidence = found(study_of())
    assert is_attainment(indicator)
    assert evidence.after.tolist() == [1, 0, -1, 2, 0]
    assert evidence.before[:2].tolist() == [-1, -2]
    assert np.isnan(evidence.before[2])
    # The weight is that of the day the goal was set: 3 before, not 1 after; the goal that came later has its own.
    assert evidence.weight.tolist() == [3, 1, 2, 1, 2]
    assert evidence.owner.tolist() == evidence.family.tolist() == [0, 0, 0, 1, 2]
    # A rater who is not known is not taken for another one.
    assert evidence.same_rater is not None
    assert evidence.same_rater.tolist() == [True, True, True, False, True]


def test_the_numbers_of_the_study(study_of: Open) -> None:
    _, evidence = found(study_of())
    assert of("goals_reached", evidence).value == 0.8
    first = 50 + 10 * (3 + 0 - 2) / (0.7 * (9 + 1 + 4) + 0.3 * 36) ** 0.5
    assert of("gas_t", evidence).value == pytest.approx((first + 70 + 50) / 3)
    both = 10 * (3 * 2 + 1 * 2) / (0.7 * 10 + 0.3 * 16) ** 0.5
    assert of("gas_t_change", evidence).value == pytest.approx((both + 30 + 10) / 3)
    assert of("goals_per_family", evidence).value == pytest.approx(5 / 3)


def test_goals_of_persons_have_a_score_each(study_of: Open) -> None:
    """Two children of one family: the mean of their scores, not the score of their goals together."""
    table = TABLE.replace("key: [family_id, ", "key: [person_id, ").replace(
        "  goal_no:", f"  {PERSON}\n  goal_no:"
    )
    rows = (
        "family_id;person_id;goal_no;wave;importance;scored_by;attainment;closeness\n"
        "F01;P01;1;t0;1;;-1;1\nF01;P01;1;t1;1;;1;2\nF01;P02;1;t0;1;;-1;1\nF01;P02;1;t1;1;;2;2\n"
        "F02;P03;1;t0;1;;-1;1\nF02;P03;1;t1;1;;0;2\n"
    )
    _, evidence = found(study_of(rows, table))
    assert evidence.owner.tolist() == [0, 1, 2]
    assert evidence.family.tolist() == [0, 0, 1]
    assert of("gas_t", evidence).value == pytest.approx(((60 + 70) / 2 + 50) / 2)


def test_the_order_of_rows_changes_nothing(study_of: Open) -> None:
    head, *lines = ROWS.splitlines(keepends=True)
    _, first = found(study_of())
    _, last = found(study_of("".join([head, *lines[::-1]])))
    for name in ("after", "before", "weight", "owner", "family", "same_rater"):
        assert np.array_equal(getattr(first, name), getattr(last, name), equal_nan=name == "before")


def test_ids_joined_from_parts_are_never_mistaken_for_each_other(study_of: Open) -> None:
    """Goal 11 of family F01 is not goal 1 of a family F011, nor the other way round."""
    table = TABLE.replace("F\\d{2}", "F\\d{2,3}").replace("max: 9}", "max: 99}")
    rows = (
        ROWS.splitlines()[0] + "\nF01;11;t0;1;;-1;1\nF01;11;t1;1;;1;2\nF011;1;t0;1;;-2;1\nF011;1;t1;1;;2;9\n"
    )
    pairs = study_of(rows, table).pairs("attainment")
    assert sorted(pairs.change.tolist()) == [2, 4]


def test_a_goal_with_two_rows_at_one_wave_is_refused(study_of: Open) -> None:
    with pytest.raises(DataError):
        study_of(ROWS + "F03;1;t1;2;;1;6\n")


def test_the_unweighted_and_the_unrated(study_of: Open) -> None:
    table = TABLE.replace("goal: {weight: importance}", "goal: {}").replace("    rater: scored_by\n", "")
    _, evidence = found(study_of(table=table))
    assert set(evidence.weight.tolist()) == {1.0}
    assert evidence.same_rater is None


def test_everything_that_is_cited_is_carried(study_of: Open) -> None:
    study = study_of()
    closeness, attainment = (study.codebook.indicator(name) for name in ("closeness", "attainment"))
    assert (is_judged(closeness), is_judged(attainment)) == (True, False)
    evidence = judged(closeness, study.pairs("closeness"))
    assert evidence.norm == Population(mean=8, sd=2)
    assert evidence.clinical == Population(mean=3, sd=1.5)
    cited = (evidence.reliability, evidence.reliability_source, evidence.cutoff, evidence.meaningful_change)
    assert cited == (0.8, "Author (year)", 5, 2)
    assert evidence.limits == (0, 10)
    assert of("recovered", evidence).value == 0.6
    bare = judged(attainment, study.pairs("attainment"))
    assert (bare.reliability, bare.norm, bare.cutoff, bare.limits) == (None, None, None, (-2, 2))


def test_goals_are_counted_as_goals_in_words(study_of: Open) -> None:
    rows = [row for row in measure_change(study_of()) if row.outcome == "closeness"]
    share = next(row for row in rows if row.statistic == "share_better")
    assert (share.unit, share.n, share.n_families) == ("goal", 5, 3)
    assert (basis(share, "sv"), basis(share, "en")) == (
        "3\xa0familjer, 5\xa0mål",
        "3\xa0families, 5\xa0goals",
    )
    assert next(row for row in rows if row.statistic == "recovered").value == 0.6


def test_a_synthetic_study_has_several_goals_per_family(study_of: Open) -> None:
    declaration = study_of().declaration
    rows = simulate(declaration, families=12, seed=2)["goals"]
    assert sorted(rows["goal_no"].unique()) == [1, 2, 3]
    assert not rows.duplicated(["family_id", "goal_no", "wave"]).any()


def test_every_statistic_of_persons_gives_a_number_or_a_note(study_of: Open) -> None:
    study = study_of()
    closeness, (attainment, own) = study.codebook.indicator("closeness"), found(study)
    for kind, takes, evidence in (
        (closeness.kind, Judged, judged(closeness, study.pairs("closeness"))),
        (attainment.kind, Goals, own),
    ):
        entries = for_kind(kind, "higher", takes)
        assert entries
        for entry in entries:
            number = entry.function(evidence, confidence=0.95)
            assert np.isfinite(number.value) or number.note
