"""The series of an indicator, from the bundled study with waves before entry."""

from dataclasses import replace

import numpy as np
import pandas as pd
import pytest

from fou_eval.bundled import bundled_study
from fou_eval.declaration.study_file import Wave
from fou_eval.evidence.series import series
from fou_eval.statistics import for_kind
from fou_eval.statistics.series import Series
from fou_eval.study import Study, open_study

MONTHS = [-12, -6, 0, 6, 12, 18]


@pytest.fixture(scope="module")
def plain() -> Study:
    return open_study(bundled_study("familjelotsen"))


@pytest.fixture(scope="module")
def study(plain: Study) -> Study:
    """The same rows, read as three waves up to entry and three after; the last wave stands twice."""
    codebook = plain.codebook
    label = next(iter(codebook.waves.values())).label
    waves = {f"t{place}": Wave.model_construct(label=label, months=m) for place, m in enumerate(MONTHS)}
    tables = {
        name: frame
        if codebook.tables[name].with_role("wave") is None
        else pd.concat([frame, frame[frame["wave"] == "t4"].assign(wave="t5")], ignore_index=True)
        for name, frame in plain.tables.items()
        if name in codebook.tables
    }
    declaration = replace(plain.declaration, codebook=replace(codebook, waves=waves))
    return replace(plain, declaration=declaration, tables=tables)


def of(study: Study, name: str) -> Series | None:
    return series(study, study.codebook.indicator(name))


def test_entry_and_four_waves_after_it_are_no_series(plain: Study) -> None:
    assert [item.name for item in plain.codebook.indicators() if series(plain, item) is not None] == []


def test_entry_belongs_to_phase_a(study: Study) -> None:
    found = of(study, "home_situation")
    assert found is not None
    assert found.months.tolist() == MONTHS
    assert found.after.tolist() == [False, False, False, True, True, True]
    assert found.starts == "referred"
    assert np.array_equal(found.value[:, 4], found.value[:, 5], equal_nan=True)


def test_counts_are_per_exposure(study: Study) -> None:
    found = of(study, "activity_occasions")
    measured = study.measured(study.codebook.indicator("activity_occasions"))
    assert found is not None
    assert found.resolution is None
    assert np.allclose(found.value * measured.exposure, measured.value, equal_nan=True)


def test_the_season_of_a_value_is_the_month_of_its_own_row(study: Study) -> None:
    found = of(study, "absence_pct")
    assert found is not None
    assert found.season is not None
    measured = study.measured(study.codebook.indicator("absence_pct"))
    rows = study.table("followup_child").set_index(["person_id", "wave"])["measured_month"]
    for unit, wave in np.argwhere(~np.isnan(found.value)):
        month = rows[(measured.units[unit], f"t{wave}")]
        expected = np.nan if pd.isna(month) else (month.month - 1) / 12
        assert found.season[unit, wave] == pytest.approx(expected, nan_ok=True)


def test_an_indicator_measured_too_seldom_before_entry_has_none(study: Study) -> None:
    frame = study.table("followup_family")
    frame.loc[frame["wave"] == "t1", "home_situation"] = np.nan
    gap = replace(study, tables={**study.tables, "followup_family": frame})
    assert of(gap, "home_situation") is None


def test_every_statistic_of_series_gives_a_number_or_a_note(study: Study) -> None:
    # What is counted in windows has too few of them for a series.
    asked = [item for item in study.codebook.indicators() if item.table in study.codebook.tables]
    assert len(asked) > 20
    for indicator in asked:
        evidence = series(study, indicator)
        assert evidence is not None
        for entry in for_kind(indicator.kind, indicator.better, Series):
            number = entry.function(evidence, confidence=0.95)
            assert np.isfinite(number.value) or number.note


def test_a_lot_could_have_fallen_on_every_occasion_with_three_on_either_side(study: Study) -> None:
    plan = study.declaration.plan.model_copy(update={"starts": "randomised"})
    found = of(replace(study, declaration=replace(study.declaration, plan=plan)), "home_situation")
    assert found is not None
    assert found.starts == "randomised"
    assert found.possible_starts is not None
    assert found.possible_starts[0].tolist() == [False, False, False, True, False, False]
