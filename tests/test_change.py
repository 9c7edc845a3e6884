"""The chain from rows to estimates, on the whole bundled study: what must move nothing moves nothing."""

from collections.abc import Iterable, Mapping
from dataclasses import asdict, replace

import numpy as np
import pandas as pd
import pytest

from fou_eval.bundled import bundled_study
from fou_eval.change import measure_change
from fou_eval.declaration import Declaration, read_declaration
from fou_eval.errors import DataError, DeclarationError
from fou_eval.estimates import Estimate, Estimates
from fou_eval.fingerprints import data_marks
from fou_eval.simulation.synthetic import simulate_study
from fou_eval.statistics import CATALOGUE, Pairs
from fou_eval.study import Study, open_study


@pytest.fixture(scope="module")
def declaration() -> Declaration:
    return read_declaration(bundled_study("familjelotsen"))


def study_of(
    declaration: Declaration,
    tables: Mapping[str, pd.DataFrame],
    reasons: Mapping[str, pd.DataFrame] | None = None,
) -> Study:
    none = pd.DataFrame({"row": [], "column": [], "code": []})
    return Study(
        declaration=declaration,
        tables=tables,
        reasons=reasons or dict.fromkeys(tables, none),
        issues=(),
        synthetic=True,
    )


@pytest.fixture(scope="module")
def study(declaration: Declaration) -> Study:
    return study_of(declaration, simulate_study(declaration, families=18, persons=60).tables)


@pytest.fixture(scope="module")
def estimates(study: Study) -> Estimates:
    return measure_change(study)


def texts(rows: tuple[Estimate, ...]) -> list[str]:
    return [repr(asdict(row)) for row in rows]  # by text, since nan is not equal to itself


def test_twice_the_same_call_gives_the_same_bits(study: Study, estimates: Estimates) -> None:
    assert texts(measure_change(study).rows) == texts(estimates.rows)


def given(study: Study) -> dict[str, pd.DataFrame]:
    """The tables of the file, without those that measures make of them."""
    return {name: study.tables[name] for name in study.codebook.tables}


def test_row_order_moves_nothing(study: Study, estimates: Estimates) -> None:
    shuffled = {  # rows of the project itself, such as decisions, are shown in the order of the file
        name: frame.sample(frac=1, random_state=7).reset_index(drop=True) if "family_id" in frame else frame
        for name, frame in given(study).items()
    }
    other = measure_change(study_of(study.declaration, shuffled))
    assert texts(other.rows) == texts(estimates.rows)
    assert other.provenance.data == estimates.provenance.data


def test_other_names_of_families_and_persons_move_nothing_but_rounding(
    study: Study, estimates: Estimates
) -> None:
    """New ids in another order: the same families, summed in another order."""
    families = sorted(study.family_numbers)
    new = dict(zip(families, [f"F{90 - place}" for place in range(len(families))], strict=True))
    renamed = {}
    for name, frame in given(study).items():
        copy = frame.copy()
        if "family_id" in copy:
            copy["family_id"] = copy["family_id"].map(new)
        if "person_id" in copy:
            parts = copy["person_id"].str.split("-", expand=True)
            copy["person_id"] = parts[0].map(new) + "-" + parts[1]
        renamed[name] = copy
    other = measure_change(study_of(study.declaration, renamed))
    for mine, yours in zip(estimates, other, strict=True):
        assert (mine.outcome, mine.statistic, mine.n, mine.n_families) == (
            yours.outcome,
            yours.statistic,
            yours.n,
            yours.n_families,
        )
        for field in ("value", "low", "high", "p_value", "p_exact", "p_adjusted"):
            assert getattr(mine, field) == pytest.approx(
                getattr(yours, field), rel=1e-9, abs=1e-12, nan_ok=True
            )


def without(declaration: Declaration, table: str, column: str) -> Declaration:
    tables = dict(declaration.codebook.tables)
    left = {name: found for name, found in tables[table].columns.items() if name != column}
    rules = tuple(rule for rule in tables[table].rules if column not in rule.columns)
    tables[table] = tables[table].model_copy(update={"columns": left, "rules": rules})
    return replace(declaration, codebook=replace(declaration.codebook, tables=tables))


def test_adding_an_indicator_moves_no_other_number(study: Study, estimates: Estimates) -> None:
    smaller = without(study.declaration, "followup_child", "enjoyment")
    tables = given(study)
    tables["followup_child"] = tables["followup_child"].drop(columns="enjoyment")
    fewer = measure_change(study_of(smaller, tables))
    outcomes = {row.outcome for row in fewer if row.outcome}
    assert "enjoyment" not in outcomes
    kept = tuple(row for row in estimates if row.outcome in outcomes)
    assert texts(without_q(fewer)) == texts(without_q(kept))


def without_q(rows: Iterable[Estimate]) -> tuple[Estimate, ...]:
    """The false discovery rate is one over all indicators, so it alone must move when there are fewer."""
    return tuple(replace(row, q_value=np.nan) for row in rows if row.outcome)


def of_pairs(rows: Iterable[Estimate]) -> list[Estimate]:
    """What is about those who left, or about all waves, does use a family with one wave; the rest does not."""
    return [
        row
        for row in rows
        if row.outcome and row.statistic in CATALOGUE and CATALOGUE[row.statistic].takes is Pairs
    ]


def test_families_with_one_wave_change_counts_and_no_value(study: Study, estimates: Estimates) -> None:
    extra = study.tables["followup_family"].iloc[[0]].assign(family_id="F99", wave="t0")
    tables = given(study)
    tables["followup_family"] = pd.concat([tables["followup_family"], extra], ignore_index=True)
    other = measure_change(study_of(study.declaration, tables))
    for mine, yours in zip(of_pairs(estimates), of_pairs(other), strict=True):
        assert mine.value == pytest.approx(yours.value, nan_ok=True, abs=0)
        assert mine.p_value == pytest.approx(yours.p_value, nan_ok=True, abs=0)
        measured_once = mine.outcome in extra and pd.notna(extra[mine.outcome].iloc[0])
        assert (yours.before_only or 0) - (mine.before_only or 0) == int(measured_once)


def test_missing_values_are_counted_by_hand(study: Study, estimates: Estimates) -> None:
    wide = study.tables["followup_family"].pivot(index="family_id", columns="wave", values="home_situation")
    before_only = int((wide["t0"].notna() & wide["t2"].isna()).sum())
    both = wide[["t0", "t2"]].dropna()
    row = next(
        row for row in estimates if (row.outcome, row.statistic) == ("home_situation", "family_mean_change")
    )
    assert (row.before_only, row.n) == (before_only, len(both))
    assert row.value == pytest.approx(float((both["t2"] - both["t0"]).mean()))


def test_every_number_has_a_note_where_it_is_missing(estimates: Estimates) -> None:
    for row in estimates:
        assert not np.isnan(row.value) or row.note, (row.outcome, row.statistic)


def test_only_primary_indicators_are_adjusted(study: Study, estimates: Estimates) -> None:
    adjusted = {row.outcome for row in estimates if not np.isnan(row.p_adjusted)}
    assert adjusted <= set(study.plan.primary.values())
    for row in estimates:
        if not np.isnan(row.p_adjusted):
            assert row.p_adjusted >= row.p_exact * (1 - 1e-9) or row.p_adjusted >= row.p_value * (1 - 1e-9)


def test_a_unit_with_two_values_at_one_wave_is_refused(study: Study) -> None:
    tables = given(study)
    frame = tables["followup_family"]
    first = frame[frame["wave"] == "t0"].iloc[[0]].assign(home_situation=3.0)
    again = pd.concat([frame[frame["wave"] == "t0"], first.assign(home_situation=4.0)], ignore_index=True)
    tables["followup_family"] = again.fillna({"home_situation": 5.0})
    with pytest.raises(DataError, match="two values at the same wave"):
        study_of(study.declaration, tables).pairs("home_situation")


def test_a_misspelt_indicator_is_answered(study: Study) -> None:
    with pytest.raises(DeclarationError, match=r"Did you mean 'home_situation'\?"):
        study.pairs("home_situaton")


def test_one_changed_cell_changes_the_fingerprint_of_its_table_alone(study: Study) -> None:
    tables = given(study)
    changed = tables["followup_child"].copy()
    place = int(changed["absence_pct"].first_valid_index())
    changed.loc[place, "absence_pct"] += 0.1
    tables["followup_child"] = changed
    other = study_of(study.declaration, tables)
    before, after = data_marks(study).tables, data_marks(other).tables
    assert [name for name in tables if before[name] != after[name]] == ["followup_child"]
    one, two = before["followup_child"], after["followup_child"]
    assert [name for name in one.columns if one.columns[name] != two.columns[name]] == ["absence_pct"]
    assert one.rows == two.rows


def test_the_study_describes_itself_without_a_value_or_an_id(study: Study) -> None:
    assert repr(study) == (
        "Familjelotsen: 18 families, 5 waves, 4 domains, 33 indicators, synthetic data; 0 notes from intake"
    )


def test_the_estimates_do_not_show_themselves(estimates: Estimates) -> None:
    assert "not yet released" in repr(estimates)
    assert not hasattr(estimates, "_repr_html_")


def test_faulty_data_are_refused_with_every_address() -> None:
    folder = bundled_study("familjelotsen")
    with pytest.raises(DataError, match=r"ingen datafil"):
        open_study(folder, data=folder / "missing.xlsx")


def test_transitions_add_up_to_the_classes_before_and_after(study: Study, estimates: Estimates) -> None:
    """The share that went from a class to any other is the share that was in it before."""
    for indicator in study.codebook.indicators():
        rows = [row for row in estimates if row.outcome == indicator.name]
        moved = {row.category: row.value for row in rows if row.statistic == "transition_share"}
        for row in rows:
            level, _, code = row.category.partition(":")
            if row.statistic == "class_share_before":
                start = sum(value for name, value in moved.items() if name.startswith(f"{row.category}>"))
                assert start == pytest.approx(row.value)
            if row.statistic == "class_share_after":
                ends = [name for name in moved if name.startswith(f"{level}:") and name.endswith(f">{code}")]
                assert sum(moved[name] for name in ends) == pytest.approx(row.value)


def test_moves_on_the_ladder_are_counted_by_hand(study: Study, estimates: Estimates) -> None:
    frame = study.tables["followup_parent"]
    wide = frame.pivot(index="person_id", columns="wave", values="occupation_step")[["t0", "t2"]].dropna()
    stayed = int(((wide["t0"].astype(int) == 1) & (wide["t2"].astype(int) == 1)).sum())
    row = next(
        row
        for row in estimates
        if (row.outcome, row.statistic, row.category) == ("occupation_step", "transition_share", "0:1>1")
    )
    assert row.value * row.n == pytest.approx(stayed)
    assert row.n == len(wide)
