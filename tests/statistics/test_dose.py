"""Change against the amount of support: permutations by brute force, the slope by hand, and what gives no p-value."""

from dataclasses import replace
from itertools import permutations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import stats

from fou_eval.statistics import Pairs
from fou_eval.statistics.dose import Dosed, dose_rank_correlation, dose_slope
from fou_eval.statistics.engine.permutation import COUNTED, DRAWS, centred_ranks, rank_test

# Closed forms in double precision, of numbers of the size of 1.
CLOSE = 1e-9
SEED = (3, 4)


def dosed(change: list[float], dose: list[float], family: list[int] | None = None) -> Dosed:
    pairs = Pairs.of(np.zeros(len(change)), change, family)
    return Dosed(pairs=pairs, dose=np.array(dose, dtype=float), seed=SEED)


def by_force(first: np.ndarray, second: np.ndarray) -> tuple[float, float]:
    """Exact and mid-p of |Spearman| over all orders, from scipy's correlation of each."""
    values = [
        abs(stats.spearmanr(first, second[list(order)]).statistic)
        for order in permutations(range(first.size))
    ]
    observed = abs(stats.spearmanr(first, second).statistic)
    ties = np.isclose(values, observed, rtol=0, atol=1e-12)
    above = (np.array(values) > observed) & ~ties
    return float(np.mean(above | ties)), float(np.mean(above) + np.mean(ties) / 2)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ([1, 2, 3, 4, 5], [2, 1, 4, 3, 5]),
        ([1, 2, 3, 4, 5, 6], [1, 1, 1, 2, 2, 5]),
        ([1, 1, 2, 2, 3, 3], [0, 0, 1, 0, 1, 1]),
        ([5, 4, 3, 2, 1], [1, 2, 3, 4, 5]),
    ],
)
def test_counted_orders_are_those_of_brute_force(first: list[float], second: list[float]) -> None:
    left, right = np.array(first, dtype=float), np.array(second, dtype=float)
    found = rank_test(left, right, SEED)
    assert found.correlation == pytest.approx(stats.spearmanr(left, right).statistic, abs=CLOSE)
    assert (found.p_exact, found.p_mid) == pytest.approx(by_force(left, right), abs=CLOSE)


def test_two_of_720_orders_are_as_extreme_as_the_same_order() -> None:
    found = rank_test(np.arange(6.0), np.arange(6.0), SEED)
    assert (found.p_exact, found.p_mid) == (2 / 720, 1 / 720)


def test_drawn_orders_come_near_the_counted_ones() -> None:
    """Eight families, all 40 320 orders against 9 999 drawn; four binomial standard errors of a share."""
    left, right = np.arange(8.0), np.array([1.0, 0, 2, 2, 5, 3, 7, 4])
    orders = np.array(list(permutations(stats.rankdata(right) - 4.5)))
    sums = np.abs(orders @ (left - 3.5)).round(6)
    counted = np.mean(sums >= sums[0]), np.mean(sums > sums[0]) + np.mean(sums == sums[0]) / 2
    found = rank_test(left, right, SEED)
    for p_value, expected in zip((found.p_exact, found.p_mid), counted, strict=True):
        assert p_value == pytest.approx(
            expected, abs=4 * np.sqrt(expected * (1 - expected) / DRAWS) + 1 / DRAWS
        )


def test_a_drawn_p_value_is_never_0() -> None:
    found = rank_test(np.arange(18.0), np.arange(18.0), SEED)
    assert found.correlation == pytest.approx(1)
    assert found.p_mid == found.p_exact == 1 / (DRAWS + 1)


@given(st.lists(st.integers(-2, 3), min_size=COUNTED + 1, max_size=14), st.integers(0, 10_000))
@settings(max_examples=15, deadline=None, derandomize=True)
def test_neither_order_nor_sign_moves_the_draws(change: list[int], shuffle: int) -> None:
    second = np.array(change, dtype=float)
    first = np.arange(second.size) % 5 * 1.0
    if np.ptp(second) == 0:
        return
    order = np.random.default_rng(shuffle).permutation(second.size)
    found = rank_test(first, second, SEED)
    assert rank_test(first[order], second[order], SEED) == found
    turned = rank_test(first, -second, SEED)
    assert (turned.correlation, turned.p_exact, turned.p_mid) == (
        -found.correlation,
        found.p_exact,
        found.p_mid,
    )


def test_noise_breaks_no_tie_of_family_means() -> None:
    """Six steps of 0.1 over three members and two over one are the same mean, and not the same float."""
    assert 6 * 0.1 / 3 != 2 * 0.1
    assert centred_ranks(np.array([6 * 0.1 / 3, 2 * 0.1, 5.0])).tolist() == [-1, -1, 2]


def test_the_test_keeps_its_level_when_doses_are_dealt_at_random() -> None:
    random, rejected = np.random.default_rng(2), 0
    for _ in range(200):
        change, dose = random.integers(-2, 3, 9).astype(float), random.permutation(9.0 + np.arange(9))
        rejected += rank_test(dose, change, SEED).p_exact <= 0.05
    assert rejected <= 20  # 10 expected; 20 or more have a chance of 0.3 %


def test_the_slope_by_hand() -> None:
    """Families with means 1, 2, 6 at 10, 20, 30 contacts: (−10 · −2 + 10 · 3) / 200 = 0.25 per contact."""
    evidence = dosed([0, 2, 2, 6, 6, 6], [10, 10, 20, 30, 30, 30], [1, 1, 2, 3, 3, 3])
    assert dose_slope(evidence, confidence=0.95).value == pytest.approx(0.25, abs=CLOSE)


def test_the_slope_has_the_hc2_standard_error() -> None:
    """One row per family: CR2 is HC2, e² / (1 − h), of MacKinnon & White."""
    random = np.random.default_rng(6)
    dose, change = random.uniform(size=18), random.normal(size=18)
    number = dose_slope(dosed(change.tolist(), dose.tolist()), confidence=0.95)
    centred = dose - dose.mean()
    slope = centred @ change / (centred @ centred)
    residuals = change - change.mean() - slope * centred
    leverage = 1 / 18 + centred**2 / (centred @ centred)
    hc2 = np.sqrt(np.sum(centred**2 * residuals**2 / (1 - leverage))) / (centred @ centred)
    assert (number.value, number.se) == pytest.approx((slope, hc2), abs=CLOSE)


def test_members_of_a_family_do_not_make_it_count_more() -> None:
    alone = dosed([0, 1, 1, 3, 2, 5, 4], [1, 2, 3, 4, 5, 6, 7])
    doubled = dosed(
        [value for value in [0, 1, 1, 3, 2, 5, 4] for _ in range(2)],
        [value for value in [1, 2, 3, 4, 5, 6, 7] for _ in range(2)],
        [family for family in range(7) for _ in range(2)],
    )
    for statistic in (dose_slope, dose_rank_correlation):
        assert statistic(doubled, confidence=0.95) == statistic(alone, confidence=0.95)


def test_one_family_with_another_dose_decides_the_slope() -> None:
    evidence = dosed([1, 2, 3, 2, 1, 3, 2, 9], [5] * 7 + [60])
    number = dose_slope(evidence, confidence=0.95)
    assert number.note == "one_family_decides"
    assert np.isnan(number.p_value)


@pytest.mark.parametrize(
    ("dose", "note"),
    [([4.0] * 8, "same_dose"), ([np.nan] * 8, "no_dose"), ([0.1 + 0.2] * 4 + [0.3] * 4, "same_dose")],
)
@pytest.mark.parametrize("statistic", [dose_slope, dose_rank_correlation])
def test_without_different_doses_there_is_nothing(statistic: object, dose: list[float], note: str) -> None:
    number = statistic(dosed([1, 2, 3, 4, 5, 6, 7, 8], dose), confidence=0.95)
    assert np.isnan(number.value)
    assert number.note == note


def test_families_without_a_dose_are_left_out_and_that_is_said() -> None:
    change, dose = [*np.arange(14.0) % 5, 9], [*np.arange(14.0), np.nan]
    for statistic in (dose_slope, dose_rank_correlation):
        whole, kept = statistic(dosed(change, dose), confidence=0.95), dosed(change[:14], dose[:14])
        assert whole.note == "some_without_dose"
        assert replace(whole, note="") == statistic(kept, confidence=0.95)


def test_few_families_get_no_p_value() -> None:
    few = dose_rank_correlation(dosed([1, 2, 3, 4, 5], [1, 2, 3, 4, 5]), confidence=0.95)
    assert (few.value, few.note) == (pytest.approx(1), "too_few_families_with_dose")
    still = dose_rank_correlation(dosed([1, 2, 3, 4, 5, 0, 0, 0], list(range(8))), confidence=0.95)
    assert (still.families_changed, still.note) == (5, "too_few_families_changed")
    assert np.isnan([few.p_value, still.p_value]).all()


def test_another_seed_gives_other_draws_and_nearly_the_same_p_value() -> None:
    random = np.random.default_rng(9)
    evidence = dosed(random.normal(size=18).tolist(), random.normal(size=18).tolist())
    first = dose_rank_correlation(evidence, confidence=0.95)
    second = dose_rank_correlation(replace(evidence, seed=(8,)), confidence=0.95)
    assert first.value == second.value
    assert first.p_value != second.p_value
    assert first.p_value == pytest.approx(second.p_value, abs=0.03)
