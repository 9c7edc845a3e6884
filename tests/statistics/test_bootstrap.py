"""The bootstrap of families: what can be counted by hand, and what peers get wrong."""

from itertools import product

import numpy as np
import pytest

from fou_eval.statistics import Pairs
from fou_eval.statistics.bootstrap import Seeded, bootstrap_mean_change
from fou_eval.statistics.engine.cluster import cluster_mean
from fou_eval.statistics.engine.resampling import RESAMPLES, studentised_means

SUMS, SIZES = np.array([1.0, 6.0, 2.0, -1.0]), np.array([1, 2, 1, 3])


def test_the_deviations_are_those_of_every_resample() -> None:
    """Four families have 256 resamples; 9,999 draws come within 2 percentage points of each of their quantiles."""
    whole, found = cluster_mean(SUMS, SIZES), studentised_means(SUMS, SIZES, np.random.default_rng(3))
    every = []
    for drawn in product(range(4), repeat=4):
        place = list(drawn)
        if len(set(place)) == 1:
            continue  # no spread: an infinite deviation
        one = cluster_mean(SUMS[place], SIZES[place])
        every.append((one.mean - whole.mean) / one.cr2)
    finite = found.deviations[np.isfinite(found.deviations)]
    assert finite.size == pytest.approx(RESAMPLES * 252 / 256, abs=60)
    for share in (0.1, 0.25, 0.5, 0.75, 0.9):
        level = np.quantile(every, share)
        expected = np.mean(np.array(every) <= level + 1e-9)
        assert np.mean(finite <= level + 1e-9) == pytest.approx(expected, abs=0.02)


def test_four_families_leave_too_many_resamples_without_spread() -> None:
    number = bootstrap_mean_change(Seeded(pairs=Pairs.of([0] * 4, [1, 2, 3, 5]), seed=(1,)), confidence=0.99)
    assert number.note == "resamples_without_spread"


@pytest.mark.parametrize("shift", [-1.0, -0.5, 0.0, 0.5, 1.0])
def test_interval_and_p_value_do_not_contradict_each_other(shift: float) -> None:
    random = np.random.default_rng(5)
    change = random.normal(shift, 1, 14)
    number = bootstrap_mean_change(Seeded(pairs=Pairs.of(change * 0, change), seed=(2,)), confidence=0.95)
    assert (number.p_value > 0.05) == (number.low <= 0 <= number.high)


def test_an_interval_leans_with_the_data_and_its_mirror_image_the_other_way() -> None:
    leaning = [1, 1, 1, 1, 1, 2, 2, 3, 5, 13]
    up = bootstrap_mean_change(Seeded(pairs=Pairs.of([0] * 10, leaning), seed=(1,)), confidence=0.95)
    down = bootstrap_mean_change(Seeded(pairs=Pairs.of(leaning, [0] * 10), seed=(1,)), confidence=0.95)
    assert up.high - up.value > 1.5 * (up.value - up.low)
    assert (down.low, down.high, down.p_value) == pytest.approx((-up.high, -up.low, up.p_value))


def test_without_siblings_the_interval_is_close_to_students_when_change_is_normal() -> None:
    change = np.random.default_rng(8).normal(0.4, 1, 30)
    number = bootstrap_mean_change(Seeded(pairs=Pairs.of(change * 0, change), seed=(4,)), confidence=0.95)
    reach = 2.045 * change.std(ddof=1) / np.sqrt(30)
    assert number.high - number.low == pytest.approx(2 * reach, rel=0.12)


def test_many_families_have_their_normal_limit() -> None:
    change = np.random.default_rng(8).normal(0.1, 1, 600)
    number = bootstrap_mean_change(Seeded(pairs=Pairs.of(change * 0, change), seed=(4,)), confidence=0.95)
    reach = 1.96 * change.std(ddof=1) / np.sqrt(600)
    assert (number.low, number.high) == pytest.approx((number.value - reach, number.value + reach), rel=2e-3)
