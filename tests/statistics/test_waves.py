"""Slopes over several waves and the joint test of all of them, against counting by hand and simpler statistics."""

from dataclasses import replace
from itertools import product

import numpy as np
import pytest

from fou_eval.statistics import CATALOGUE, Number, Pairs
from fou_eval.statistics.engine.slopes import slope_scores, unit_slopes
from fou_eval.statistics.waves import Waves, course_p_values, families_changed

MONTHS = [0.0, 6.0, 12.0, 24.0]


def of(name: str, waves: Waves | Pairs, confidence: float = 0.95) -> Number:
    return CATALOGUE[name].function(waves, confidence=confidence)


def followed(families: int = 9, *, missing: float = 0.2, seed: int = 5) -> Waves:
    """Ratings at four waves, of families of one to three, some values missing."""
    random = np.random.default_rng(seed)
    family = np.repeat(np.arange(families), random.integers(1, 4, families))
    rise = random.integers(-1, 3, families)[family]
    steps = random.integers(-1, 2, (family.size, 4)) + np.outer(rise, [0, 1, 2, 3])
    values = 5.0 + steps
    values[:, 1:][random.random((family.size, 3)) < missing] = np.nan
    return Waves.of(values, MONTHS, family, resolution=1.0)


# --- evidence --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("values", "months", "exposure", "fault"),
    [
        ([[1, 2, 3]], [0, 6], None, "one column per wave"),
        ([[1, 2]], [6, 0], None, "ascend"),
        ([[1, 2]], [0, 6], [[1.0]], "exposure must have the shape"),
    ],
)
def test_waves_that_do_not_fit_together_are_refused(
    values: list[list[float]], months: list[float], exposure: list[list[float]] | None, fault: str
) -> None:
    with pytest.raises(ValueError, match=fault):
        Waves(
            values=np.array(values, dtype=float),
            months=np.array(months, dtype=float),
            family=np.zeros(1, dtype=np.int64),
            exposure=None if exposure is None else np.array(exposure),
        )


def test_values_are_rounded_to_the_step_and_counts_become_rates() -> None:
    rounded = Waves.of([[0.1 + 0.2, 0.3]], [0, 6], resolution=0.1).rates
    assert rounded[0, 0] == rounded[0, 1]
    counted = replace(Waves.of([[2, 3, 1]], [0, 6, 12]), exposure=np.array([[4.0, 0.0, np.nan]]))
    assert counted.rates[0, 0] == 0.5
    assert np.isnan(counted.rates[0, 1:]).all()


# --- slopes ----------------------------------------------------------------------------------------------------------


def test_a_slope_is_that_of_least_squares_over_the_waves_there_are() -> None:
    waves = followed()
    kept = np.isfinite(waves.values).sum(axis=1) > 1
    slopes = unit_slopes(waves.values[kept], waves.months)
    for row, slope in zip(waves.values[kept], slopes, strict=True):
        seen = np.isfinite(row)
        assert slope == pytest.approx(np.polyfit(waves.months[seen], row[seen], 1)[0])


def test_family_slopes_are_whole_numbers_of_their_unit() -> None:
    waves = followed()
    kept = np.isfinite(waves.values).sum(axis=1) > 1
    scores, unit = slope_scores(waves.values[kept], waves.months, waves.family[kept])
    assert scores.dtype == np.int64
    slopes = unit_slopes(waves.values[kept], waves.months)
    means = np.bincount(waves.family[kept], slopes) / np.bincount(waves.family[kept])
    assert np.sort(scores * unit) == pytest.approx(np.sort(means))


@pytest.mark.parametrize("months", [[0.0, np.sqrt(2), 5.0, 7.0], [0.0, 1.0, 1e6, 1e9]])
def test_months_without_a_common_step_are_done_in_floats(months: list[float]) -> None:
    waves = replace(followed(missing=0.0), months=np.array(months))
    scores, unit = slope_scores(waves.values, waves.months, waves.family)
    assert unit == 1.0
    assert scores.dtype == np.float64


def test_the_test_counts_sign_patterns() -> None:
    waves = followed(families=8)
    number = of("family_slope", waves)
    kept = np.isfinite(waves.values).sum(axis=1) > 1
    scores, unit = slope_scores(waves.values[kept], waves.months, waves.family[kept])
    sums = [abs(np.dot(signs, scores)) for signs in product((-1, 1), repeat=scores.size)]
    total = abs(scores.sum())
    exact, tied = np.mean([own >= total for own in sums]), np.mean([own == total for own in sums])
    assert (number.p_exact, number.p_value) == (exact, exact - tied / 2)
    assert number.value == pytest.approx(12 * unit * scores.mean())


def test_two_waves_a_year_apart_are_the_change_between_them() -> None:
    random = np.random.default_rng(3)
    family = np.repeat(np.arange(9), random.integers(1, 4, 9))
    before, after = (random.integers(0, 9, family.size).astype(float) for _ in range(2))
    pairs = Pairs.of(before, after, family, resolution=1.0)
    waves = Waves.of(np.column_stack([before, after]), [0, 12], family, resolution=1.0)
    for slope, change in (("family_slope", "family_mean_change"), ("unit_slope_cr2", "mean_change")):
        found, expected = of(slope, waves), of(change, pairs)
        assert found.note == "slopes_from_two_waves"
        for field in ("value", "low", "high", "p_value"):
            assert getattr(found, field) == pytest.approx(getattr(expected, field))
    half = of("family_slope", replace(waves, months=np.array([0.0, 6.0])))
    assert half.value == pytest.approx(2 * of("family_slope", waves).value)


def test_floating_point_noise_makes_no_families_change() -> None:
    waves = Waves.of([[0.1 + 0.2, 0.3, 0.3]] * 8, [0, 6, 12])
    assert families_changed(waves) == 0
    assert of("family_slope", waves).note == "no_variation"


def test_units_seen_once_have_no_slope() -> None:
    waves = Waves.of([[1, np.nan], [np.nan, 2]], [0, 12])
    assert families_changed(waves) == 0
    for name in ("family_slope", "unit_slope_cr2"):
        assert of(name, waves).note == "no_slope"
    more = Waves.of([[1, 2], [1, 4], [5, np.nan]], [0, 12])
    assert of("unit_slope_cr2", more).value == 2


# --- all waves at once -----------------------------------------------------------------------------------------------


def test_the_joint_test_counts_patterns_of_whole_families() -> None:
    waves = followed(families=8, seed=9)
    change = waves.values[:, 1:] - waves.values[:, :1]
    scores = np.zeros((8, 3))
    for family in range(8):
        own = change[waves.family == family]
        for wave in range(3):
            seen = own[np.isfinite(own[:, wave]), wave]
            scores[family, wave] = seen.mean() if seen.size else 0.0
    unit = scores / np.sqrt((scores**2).sum(axis=0))
    observed = np.abs(unit.sum(axis=0))
    largest = [np.max(np.abs(np.array(signs) @ unit)) for signs in product((-1, 1), repeat=8)]
    expected = np.mean([own >= observed.max() - 1e-9 for own in largest])
    number = of("waves_max_t_exact", waves)
    assert number.value == pytest.approx(observed.max())
    assert number.p_value == number.p_exact == expected


def test_p_values_per_wave_begin_with_the_joint_one() -> None:
    waves = followed(families=10, seed=2)
    by_wave = course_p_values(waves)
    assert by_wave.shape == (3,)
    assert np.min(by_wave) == of("waves_max_t_exact", waves).p_value


def test_drawn_patterns_come_from_the_seed_alone() -> None:
    waves = followed(families=25, seed=4)
    assert of("waves_max_t_exact", waves) == of("waves_max_t_exact", waves)
    other = course_p_values(replace(waves, seed=(99,)))
    assert other == pytest.approx(course_p_values(waves), abs=0.01)


@pytest.mark.parametrize(
    ("values", "note"),
    [
        ([[np.nan, 1, 2]] * 7, "no_later_wave"),
        ([[0, 1, 2]], "one_family"),
        ([[1, 1, 1]] * 8, "no_variation"),
        ([[0, 1, 2]] * 5 + [[3, 3, 3]] * 7, "too_few_families_changed"),
    ],
)
def test_the_joint_test_says_why_there_is_none(values: list[list[float]], note: str) -> None:
    assert of("waves_max_t_exact", Waves.of(values, [0, 6, 12])).note == note


# --- mixed model -----------------------------------------------------------------------------------------------------


def test_a_complete_growth_model_of_single_persons_is_the_t_test_of_slopes() -> None:
    """More spread between than within: the random-slope model of balanced data is then the t test of the slopes."""
    random = np.random.default_rng(6)
    values = random.normal(size=(12, 4)) + 4 * random.normal(size=(12, 1)) * np.array(MONTHS) / 12
    waves = Waves.of(values, MONTHS)
    mixed, plain = of("mixed_slope", waves), of("unit_slope_cr2", waves)
    for field in ("value", "se", "df", "p_value"):
        assert getattr(mixed, field) == pytest.approx(getattr(plain, field), rel=1e-6)


def test_two_waves_of_single_persons_are_the_paired_t_test() -> None:
    random = np.random.default_rng(6)
    before = random.normal(size=11)
    after = before + random.normal(size=11)
    number = of("mixed_slope", Waves.of(np.column_stack([before, after]), [0, 12]))
    plain = of("mean_change", Pairs.of(before, after))
    assert number.note == "random_intercept_only"
    assert (number.value, number.se, number.df) == pytest.approx((plain.value, plain.se, plain.df))


def test_two_waves_of_equal_families_are_the_t_test_of_family_means() -> None:
    random = np.random.default_rng(1)
    family = np.repeat(np.arange(10), 2)
    level = 2 * random.normal(size=10)[family] + 2 * random.normal(size=20)
    change = 3 * random.normal(size=10)[family] + random.normal(size=20)
    number = of("mixed_slope", Waves.of(np.column_stack([level, level + change]), [0, 12], family))
    plain = of("gee_mean_change", Pairs.of(level, level + change, family))
    assert number.note == ""
    assert (number.value, number.se, number.df) == pytest.approx((plain.value, plain.se, 9), rel=1e-6)


def test_who_was_seen_once_counts_too() -> None:
    waves = followed(families=12, missing=0.0)
    lost = replace(waves, values=waves.values.copy())
    lost.values[:3, 1:] = np.nan
    gone = replace(lost, values=lost.values[3:], family=lost.family[3:])
    assert of("mixed_slope", lost).value != of("mixed_slope", gone).value
    assert of("unit_slope_cr2", lost).value == pytest.approx(of("unit_slope_cr2", gone).value)


@pytest.mark.parametrize(
    ("values", "family", "note"),
    [
        ([[1, np.nan], [2, np.nan], [3, np.nan]], [0, 1, 2], "no_slope"),
        ([[1, 2], [2, 4]], [0, 0], "one_family"),
        ([[3, 3, 3]] * 4, [0, 0, 1, 1], "no_variation"),
        ([[0, 1, 2], [1, 2, 3], [0, 2, 4], [1, 3, 5]], [0, 0, 1, 1], "no_error_variation"),
        ([[1, np.nan], [2, np.nan], [np.nan, 4], [np.nan, 6]], [0, 0, 1, 1], "not_identified"),
    ],
)
def test_the_mixed_model_says_why_there_is_none(
    values: list[list[float]], family: list[int], note: str
) -> None:
    assert of("mixed_slope", Waves.of(values, np.arange(len(values[0])) * 6.0, family)).note == note
