"""All waves of an indicator, from the bundled study."""

import numpy as np
import pytest

from fou_eval.bundled import bundled_study
from fou_eval.evidence.waves import all_waves
from fou_eval.study import Study, open_study


@pytest.fixture(scope="module")
def study() -> Study:
    return open_study(bundled_study("familjelotsen"))


def test_units_with_one_wave_are_left_out(study: Study) -> None:
    indicator = study.codebook.indicator("home_situation")
    measured, found = study.measured(indicator), all_waves(study, indicator)
    counts = np.count_nonzero(~np.isnan(measured.value), axis=1)
    assert found.values.shape == (int((counts >= 2).sum()), 5)
    assert found.months.tolist() == [0, 6, 12, 18, 24]
    assert found.exposure is None


def test_counts_bring_their_exposure(study: Study) -> None:
    found = all_waves(study, study.codebook.indicator("activity_occasions"))
    assert found.exposure is not None
    assert np.isnan(found.values[:, 0]).any() == np.isnan(found.exposure[:, 0]).any()
