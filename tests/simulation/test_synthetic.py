"""Synthetic studies: values keep to the codebook, families resemble themselves, columns never move each other."""

from pathlib import Path
from time import perf_counter

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fou_eval.declaration.codebook import Column
from fou_eval.declaration.codes import Code, Step
from fou_eval.declaration.reading import Declaration, read_declaration
from fou_eval.declaration.text import Text
from fou_eval.simulation import simulate, simulate_study
from fou_eval.simulation.gaps import keep_rules
from fou_eval.simulation.ids import person_ids

FOLDER = Path(__file__).parents[2] / "data_schemas" / "familjelotsen"
SAME = Text(sv="ord", en="word")
CODE = Code(sv="ord", en="word")


@pytest.fixture(scope="module")
def declared() -> Declaration:
    return read_declaration(FOLDER)


def outcome(kind: str, **keys: object) -> Column:
    given_keys = {
        "label": SAME,
        "role": "outcome",
        "domain": "home",
        "kind": kind,
        "better": "higher",
        **keys,
    }
    return Column.model_validate(given_keys)


RATING = outcome("scale", type="integer", min=0, max=10)


def before_and_after(frame: pd.DataFrame) -> tuple[pd.Series, pd.Series]:
    answered = frame.dropna(subset=["a"]).set_index(["family_id", "person_id"])
    before, after = (answered.loc[answered["wave"] == wave, "a"] for wave in ("before", "after"))
    return before.align(after, join="inner")


def assert_inside(declaration: Declaration, tables: dict[str, pd.DataFrame]) -> None:
    for table in declaration.codebook.tables.values():
        frame = tables[table.table]
        assert list(frame) == [name for name, c in table.columns.items() if c.role != "free_text"]
        assert not frame.duplicated(list(table.key)).any()
        for name in frame.columns:
            assert_column_inside(table.columns[name], frame[name], list(declaration.codebook.waves))


def assert_column_inside(column: Column, values: pd.Series, waves: list[str]) -> None:
    held = values.dropna()
    assert not (column.required and values.isna().any())
    if column.type in ("text", "code"):
        assert values.dtype == object
        assert all(value is None or isinstance(value, str) for value in values)
    if column.type in ("integer", "number", "boolean"):
        assert values.dtype == np.float64
    if column.pattern:
        assert held.str.fullmatch(column.pattern).all()
    if column.type == "code":
        assert set(held) <= set(waves if column.codes == "waves" else column.values())
    if column.type in ("date", "month"):
        assert values.dtype == "datetime64[ns]"
        assert column.min is None or (held >= pd.Timestamp(column.min)).all()
        assert column.max is None or (held <= pd.Timestamp(column.max)).all()
    elif column.min is not None:
        assert held.between(column.min, column.max if column.max is not None else np.inf).all()
    if column.type == "integer":
        assert (held % 1 == 0).all()


@pytest.mark.parametrize("seed", [None, 1, 2])
def test_values_of_the_bundled_study_keep_to_its_codebook(declared, seed):
    assert_inside(declared, simulate(declared, seed=seed))


def test_acceptance_studies_can_be_simulated(acceptance_studies):
    for folder in acceptance_studies:
        declaration = read_declaration(folder)
        tables = simulate(declaration, families=25)
        assert_inside(declaration, tables)
        for indicator in declaration.codebook.indicators():
            assert tables[indicator.table][indicator.name].notna().any()


kinds = st.sampled_from(
    [
        RATING,
        outcome("scale", type="number", min=0, max=100, resolution=0.1, better="lower"),
        outcome("scale", type="number"),
        outcome("ordinal", type="code", codes={1: CODE, 2: CODE, 3: CODE}, better="neither"),
        outcome("ordinal", type="integer", min=1, max=5),
        outcome("count", type="integer", min=0, better="lower"),
        outcome("binary", type="boolean", missing_codes={-9: SAME}),
        outcome("binary", type="code", codes={"nej": CODE, "ja": CODE}),
        outcome("ladder", type="code", steps={0: Step(sv="a", en="b"), 1: Step(sv="a", en="b")}),
        outcome("ladder", type="integer", steps={0: Step(sv="a", en="b"), 1: Step(sv="a", en="b")}),
    ]
)


@settings(max_examples=25, deadline=None, derandomize=True)
@given(columns=st.lists(kinds, min_size=1, max_size=4), families=st.integers(1, 30), seed=st.integers(0, 99))
def test_any_small_codebook_can_be_simulated(declare, columns, families, seed):
    declaration = declare({f"x{place}": column for place, column in enumerate(columns)})
    assert_inside(declaration, simulate(declaration, families=families, seed=seed))


def test_adding_an_indicator_leaves_every_other_value_bit_identical(declare):
    few = simulate_study(declare({"a": RATING, "b": outcome("binary", type="boolean")}))
    more = simulate_study(
        declare(
            {
                "new": outcome("count", type="integer", min=0),
                "a": RATING,
                "b": outcome("binary", type="boolean"),
            }
        )
    )
    pd.testing.assert_frame_equal(
        more.tables["follow"].drop(columns="new"), few.tables["follow"], check_exact=True
    )


def test_the_same_seed_gives_the_same_study_and_another_does_not(declared):
    first, second = (simulate(declared)["followup_child"] for _ in range(2))
    pd.testing.assert_frame_equal(first, second, check_exact=True)
    assert not first.equals(simulate(declared, seed=1)["followup_child"])


def test_siblings_resemble_each_other_in_level_and_in_change(declare):
    frame = simulate(declare({"a": RATING}), families=2000)["follow"]
    before, after = before_and_after(frame)
    for values in (before, after - before):
        first_two = values.groupby("family_id").head(2).groupby("family_id").agg(["first", "last", "size"])
        pairs = first_two[first_two["size"] == 2]
        assert 0.15 < np.corrcoef(pairs["first"], pairs["last"])[0, 1] < 0.8


def test_most_improve_and_some_worsen_when_there_is_a_gain(declare):
    frame = simulate(declare({"a": RATING}), families=1000, gain=0.7)["follow"]
    before, after = before_and_after(frame)
    change = after - before
    assert (change > 0).mean() > 0.5
    assert 0.05 < (change < 0).mean() < 0.3


def test_no_gain_means_no_average_improvement(declare):
    frame = simulate(declare({"a": RATING}), families=4000, gain=0.0)["follow"]
    before, after = before_and_after(frame)
    assert abs((after - before).mean()) < 0.15


def test_ratings_reach_both_ends_of_the_scale(declare):
    values = simulate(declare({"a": RATING}), families=500)["follow"]["a"]
    assert values.min() == 0
    assert values.max() == 10


def test_families_are_lost_along_the_way_and_reasons_are_declared(declared):
    study = simulate_study(declared, families=200)
    frame = study.tables["followup_family"]
    measured = frame.dropna(subset=["home_situation"]).groupby("wave")["family_id"].nunique()
    assert measured.is_monotonic_decreasing
    assert measured["t4"] < 0.6 * measured["t0"]
    reasons = study.reasons["followup_family"]
    declared_codes = {
        str(code) for code in declared.codebook.indicator("home_situation").column.missing_codes
    }
    assert set(reasons["code"]) <= declared_codes
    for row, column in zip(reasons["row"], reasons["column"], strict=True):
        assert pd.isna(frame[column].iloc[row])


def test_children_and_parents_are_followed_in_their_own_tables(declared):
    tables = simulate(declared, families=100)
    role = tables["persons"].set_index("person_id")["role"]
    stage = tables["persons"].set_index("person_id")["school_stage"]
    child = tables["followup_child"]
    assert set(child["person_id"].map(role)) == {"child"}
    assert (child["person_id"].map(stage) == child["school_stage"]).all()
    assert set(tables["followup_parent"]["person_id"].map(role)) <= {"parent", "other_adult"}
    assert (
        tables["persons"]
        .groupby("family_id")["role"]
        .agg(lambda roles: (roles == "child").sum())
        .between(1, 4)
        .all()
    )


def test_conditions_and_rules_of_the_bundled_study_hold(declared):
    tables = simulate(declared, families=300)
    child, families = tables["followup_child"], tables["families"]
    assert child.loc[child["school_stage"] != "year_6_9", "subjects_passed"].isna().all()
    assert not (child["subjects_passed"] > child["subjects_graded"]).any()
    assert not (families["exit_month"] < families["entry_month"]).any()
    assert (families["exit_month"].isna() == (families["exit_reason"] == "ongoing")).all()
    months = child.sort_values(["person_id", "wave"]).groupby("person_id")["measured_month"]
    assert months.apply(lambda column: column.is_monotonic_increasing).all()
    assert families["entry_month"].nunique() > 10


def test_a_sum_that_is_too_high_is_brought_down(declare):
    half = outcome("scale", type="number", min=0, max=100, resolution=1)
    table = declare({"a": half, "b": half}).codebook.tables["follow"]
    rule = {"id": "S", "rule": "sum_at_most", "columns": ("a", "b"), "limit": 100.0, "message": SAME}
    ruled = type(table).model_validate({**dict(table), "rules": (rule,)})
    kept = keep_rules(ruled, pd.DataFrame({"a": [80.0, 30.0], "b": [60.0, 10.0]}))
    assert kept.sum(axis=1).tolist() == [99.0, 40.0]
    assert kept.iloc[1].tolist() == [30.0, 10.0]


def test_number_of_persons_is_met_or_refused(declared):
    assert len(simulate(declared, families=10, persons=25)["persons"]) == 25
    with pytest.raises(ValueError, match="do not fit"):
        simulate(declared, families=10, persons=200)


def test_ids_follow_the_pattern_or_a_plain_form():
    assert person_ids(r"F\d{2}-P1", [0, 1], [1, 1]) == ["F01-P1", "F02-P1"]
    assert person_ids("(child|parent)-[a-z]+", [0], [1]) == ["F01-P1"]


def test_six_thousand_families_take_seconds(declared):
    start = perf_counter()
    tables = simulate(declared, families=6_000)
    assert perf_counter() - start < 10
    assert len(tables["families"]) == 6_000
