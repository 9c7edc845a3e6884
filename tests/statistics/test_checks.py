"""Regression to the mean, groups and raters: closed forms, other programs' formulas, and what cannot be told."""

from dataclasses import replace
from itertools import combinations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import stats

from fou_eval.statistics import Number, Pairs
from fou_eval.statistics.benchmarks import (
    Benchmarked,
    change_beyond_regression,
    families_to_reverse,
    regression_to_mean,
)
from fou_eval.statistics.coefficient import coefficient
from fou_eval.statistics.comparisons import (
    Grouped,
    Partitioned,
    Rated,
    group_any_difference,
    group_difference,
    rater_difference,
    same_rater_change,
)
from fou_eval.statistics.engine.leaning import leans_on_one_family
from fou_eval.statistics.scale import mean_before, mean_change

# Closed forms in double precision, of numbers of the size of 1.
CLOSE = 1e-9


def families(seed: int = 5, groups: int = 12) -> Pairs:
    random = np.random.default_rng(seed)
    family = np.repeat(np.arange(groups), random.integers(1, 4, groups))
    before = random.integers(0, 11, family.size).astype(float)
    shared = random.integers(-2, 4, groups)[family]
    return Pairs.of(before, before + shared + random.integers(-1, 2, family.size), family, resolution=1.0)


def bounds(number: Number) -> list[float]:
    return [number.low, number.high]


# Regression to the mean


def test_the_benchmark_by_hand() -> None:
    """(1 - 0.88)(114.8 - 90) = 2.976; the interval is 0.12 times that of the mean before, turned round."""
    pairs = Pairs.of([80, 90, 100, 90], [100, 100, 100, 100])
    number = regression_to_mean(Benchmarked(pairs=pairs, norm_mean=114.8, reliability=0.88), confidence=0.95)
    margin = stats.t.ppf(0.975, 3) * np.std([80, 90, 100, 90], ddof=1) / 2
    assert number.value == pytest.approx(2.976, abs=CLOSE)
    assert bounds(number) == pytest.approx([0.12 * (24.8 - margin), 0.12 * (24.8 + margin)], abs=CLOSE)
    assert np.isnan(number.p_value)


def test_change_less_benchmark_is_the_difference_of_the_two() -> None:
    pairs = families()
    evidence = Benchmarked(pairs=pairs, norm_mean=8.0, reliability=0.7)
    whole = mean_change(pairs, confidence=0.95).value
    benchmark = regression_to_mean(evidence, confidence=0.95)
    beyond = change_beyond_regression(evidence, confidence=0.95)
    assert beyond.value == pytest.approx(whole - benchmark.value, abs=CLOSE)
    assert benchmark.value == pytest.approx(
        0.3 * (8.0 - mean_before(pairs, confidence=0.95).value), abs=CLOSE
    )


def test_a_change_that_is_nothing_but_regression_leaves_nothing() -> None:
    """Every value goes 30 % of the way to the norm."""
    before = np.array([2.0, 4.0, 5.0, 9.0, 1.0, 3.0])
    pairs = Pairs.of(before, before + 0.3 * (8.0 - before))
    number = change_beyond_regression(
        Benchmarked(pairs=pairs, norm_mean=8.0, reliability=0.7), confidence=0.95
    )
    assert number.value == pytest.approx(0, abs=CLOSE)


def test_at_the_norm_nothing_is_expected_and_with_a_perfect_measure_never() -> None:
    pairs = Pairs.of([7, 9, 6, 10], [1, 2, 3, 5])
    at_norm = Benchmarked(pairs=pairs, norm_mean=8.0, reliability=0.7)
    perfect = Benchmarked(pairs=pairs, norm_mean=80.0, reliability=1.0)
    assert regression_to_mean(at_norm, confidence=0.95).value == pytest.approx(0, abs=CLOSE)
    assert (
        change_beyond_regression(perfect, confidence=0.95).value == mean_change(pairs, confidence=0.95).value
    )


# How few families decide


def fewest_by_force(sums: list[float]) -> float:
    """Try every choice of families to leave out; the empty rest does not count."""
    total = sum(sums)
    for size in range(len(sums)):
        for left_out in combinations(range(len(sums)), size):
            rest = total - sum(sums[place] for place in left_out)
            if rest * total <= 0:
                return size
    return np.nan


@given(st.lists(st.integers(-3, 4), min_size=1, max_size=7))
@settings(max_examples=60, deadline=None, derandomize=True)
def test_no_smaller_choice_of_families_turns_the_mean(sums: list[int]) -> None:
    number = families_to_reverse(Pairs.of([0] * len(sums), sums), confidence=0.95)
    assert number.value == pytest.approx(fewest_by_force(sums), nan_ok=True)


def test_a_family_counts_as_one_whatever_its_size() -> None:
    """Sums 6, 1, 1, -3: without the first there remain -1."""
    pairs = Pairs.of([0] * 6, [2, 2, 2, 1, 1, -3], [1, 1, 1, 2, 3, 4])
    assert families_to_reverse(pairs, confidence=0.95).value == 1


def test_nothing_turns_where_everybody_goes_the_same_way() -> None:
    assert (
        families_to_reverse(Pairs.of([0, 0], [1, 2]), confidence=0.95).note == "every_family_same_direction"
    )
    assert families_to_reverse(Pairs.of([0, 0], [1, -1]), confidence=0.95).note == "no_change_to_reverse"


# Coefficients


def test_one_person_per_family_is_the_heteroscedastic_t_test_of_bell_and_mccaffrey() -> None:
    """Two groups of 5 and 9: CR2 is Welch's standard error; Satterthwaite's df under equal variances by hand."""
    random = np.random.default_rng(3)
    first, second = random.normal(size=5), random.normal(size=9) + 1
    group = np.repeat([0, 1], [5, 9])
    pairs = Pairs.of(np.zeros(14), np.concatenate([first, second]))
    number = group_difference(Grouped(pairs=pairs, group=group), confidence=0.95)
    parts = np.array([first.var(ddof=1) / 5, second.var(ddof=1) / 9])
    df = (1 / 5 + 1 / 9) ** 2 / (1 / 5**2 / 4 + 1 / 9**2 / 8)
    assert number.value == pytest.approx(second.mean() - first.mean(), abs=CLOSE)
    assert number.se == pytest.approx(np.sqrt(parts.sum()), abs=CLOSE)
    assert number.df == pytest.approx(df, abs=1e-6)
    assert number.p_value == pytest.approx(2 * stats.t.sf(abs(number.value / number.se), df), abs=1e-9)
    assert (number.families_in, number.families_out) == (9, 5)


def test_a_group_of_three_families_is_too_few() -> None:
    """3 against 15 leave 2.9 degrees of freedom, 4 against 14 leave 4.9."""
    change = np.random.default_rng(1).normal(size=18)
    pairs = Pairs.of(np.zeros(18), change)
    few = group_difference(Grouped(pairs=pairs, group=np.repeat([0, 1], [15, 3])), confidence=0.95)
    enough = group_difference(Grouped(pairs=pairs, group=np.repeat([0, 1], [14, 4])), confidence=0.95)
    assert few.note == "too_few_degrees_of_freedom"
    assert np.isnan([few.low, few.p_value]).all()
    assert np.isfinite(few.value)
    assert enough.note == ""
    assert enough.df == pytest.approx((1 / 4 + 1 / 14) ** 2 / (1 / 16 / 3 + 1 / 196 / 13), abs=1e-6)


def test_a_group_of_one_family_leaves_no_standard_error() -> None:
    pairs = Pairs.of(np.zeros(8), [1, 2, 3, 4, 5, 9, 8, 7], [0, 1, 2, 3, 4, 5, 5, 5])
    number = group_difference(Grouped(pairs=pairs, group=np.repeat([0, 1], [5, 3])), confidence=0.95)
    assert (number.value, number.note) == (pytest.approx(5.0), "one_family_decides")
    assert np.isnan(number.se)


def test_leaning_is_a_rank_lost_without_a_family() -> None:
    random = np.random.default_rng(4)
    family = np.repeat(np.arange(6), 2)
    for _ in range(30):
        design = np.column_stack([np.ones(12), random.integers(0, 2, 6)[family], random.integers(0, 2, 12)])
        if np.linalg.matrix_rank(design) < 3:
            continue
        lost = [np.linalg.matrix_rank(design[family != code]) < 3 for code in range(6)]
        assert leans_on_one_family(design, family) == any(lost)


def test_groups_without_any_spread_have_no_interval() -> None:
    pairs = Pairs.of(np.zeros(8), [1] * 4 + [3] * 4)
    number = group_difference(Grouped(pairs=pairs, group=np.repeat([0, 1], 4)), confidence=0.95)
    assert (number.value, number.note) == (pytest.approx(2.0), "no_variation")


def test_units_of_the_data_do_not_decide_whether_anything_varies() -> None:
    random = np.random.default_rng(8)
    design = np.column_stack([np.ones(20), random.normal(size=20)])
    response, family = random.normal(size=20), np.repeat(np.arange(10), 2)
    plain = coefficient(response, design, family, column=1, confidence=0.95)
    for size, wide in ((1e-9, 1e6), (1e9, 1e-6)):
        other = coefficient(response * size, design * [1, wide], family, column=1, confidence=0.95)
        assert other.note == ""
        assert other.p_value == pytest.approx(plain.p_value, rel=1e-6)
        assert other.value == pytest.approx(plain.value * size / wide, rel=1e-6)


# Groups


def test_siblings_on_both_sides_take_out_what_the_family_shares() -> None:
    """Each family has a child and an adult whose changes differ by 1 or 2: the shared part, however large, is gone."""
    shared = np.array([-9.0, -5, 0, 4, 8, 12])
    change = np.concatenate([shared, shared + np.tile([1, 2], 3)])
    family, group = np.tile(np.arange(6), 2), np.repeat([0, 1], 6)
    number = group_difference(
        Grouped(pairs=Pairs.of(np.zeros(12), change, family), group=group), confidence=0.95
    )
    assert number.value == pytest.approx(1.5)
    assert number.se == pytest.approx(np.std([1, 2, 1, 2, 1, 2], ddof=1) / np.sqrt(6), abs=CLOSE)
    assert number.df == pytest.approx(5, abs=1e-6)
    assert (number.families_in, number.families_out) == (6, 6)


def test_unknown_groups_are_left_out_and_that_is_said() -> None:
    pairs, group = families(), np.arange(families().n) % 2
    without = replace(pairs, before=pairs.before[2:], after=pairs.after[2:], family=pairs.family[2:])
    number = group_difference(
        Grouped(pairs=pairs, group=np.concatenate([[-1, -1], group[2:]])), confidence=0.95
    )
    kept = group_difference(Grouped(pairs=without, group=group[2:]), confidence=0.95)
    assert number.note == "some_not_compared"
    assert replace(number, note="") == kept


@pytest.mark.parametrize(("group", "note"), [(0, "one_group"), (1, "one_group"), (-1, "no_group")])
def test_one_group_is_no_comparison(group: int, note: str) -> None:
    pairs = families()
    number = group_difference(Grouped(pairs=pairs, group=np.full(pairs.n, group)), confidence=0.95)
    assert number.note == note
    assert (
        group_any_difference(Partitioned(pairs=pairs, group=np.full(pairs.n, group)), confidence=0.95).note
        == note
    )


def test_the_joint_test_of_two_groups_is_the_square_of_the_t_test() -> None:
    pairs = families()
    group = np.arange(pairs.n) % 2
    one = group_difference(Grouped(pairs=pairs, group=group), confidence=0.95)
    both = group_any_difference(Partitioned(pairs=pairs, group=group), confidence=0.95)
    assert both.value == pytest.approx((one.value / one.se) ** 2, rel=1e-9)
    assert both.p_value == pytest.approx(one.p_value, rel=1e-6)
    assert both.df == pytest.approx(one.df, rel=1e-6)


def test_the_joint_test_does_not_know_which_group_comes_first() -> None:
    pairs = families(groups=15)
    group = pairs.family % 3
    first = group_any_difference(Partitioned(pairs=pairs, group=group), confidence=0.95)
    second = group_any_difference(Partitioned(pairs=pairs, group=(group + 1) % 3), confidence=0.95)
    assert first.note == ""
    assert second.value == pytest.approx(first.value, rel=1e-9)
    assert second.p_value == pytest.approx(first.p_value, rel=1e-9)
    assert (first.families_in, first.families_out) == (5, 10)


def test_two_groups_without_spread_among_three_leave_no_joint_test() -> None:
    change = [1] * 4 + [3] * 4 + [0, 1, 2, 5]
    group = np.repeat([0, 1, 2], 4)
    number = group_any_difference(
        Partitioned(pairs=Pairs.of(np.zeros(12), change), group=group), confidence=0.95
    )
    assert number.note == "no_variation"


# Raters


def test_who_changed_rater_is_not_compared() -> None:
    change = [0, 1, 2, 1, 3, 2, 4, 3, 50]
    before = np.array([1, 1, 1, 1, 0, 0, 0, 0, 0])
    after = np.array([1, 1, 1, 1, 0, 0, 0, 0, 1])
    rated = Rated(pairs=Pairs.of(np.zeros(9), change), before=before, after=after)
    number = rater_difference(rated, confidence=0.95)
    assert (number.value, number.note) == (pytest.approx(2.0), "some_not_compared")
    assert (number.families_in, number.families_out) == (4, 4)


def test_same_rater_is_the_mean_change_of_those_with_the_same_rater() -> None:
    pairs = families()
    after = np.where(np.arange(pairs.n) % 3 == 0, 1, 0)
    rated = Rated(pairs=pairs, before=np.zeros(pairs.n, dtype=np.int64), after=after)
    kept = after == 0
    own = Pairs.of(pairs.before[kept], pairs.after[kept], pairs.family[kept], resolution=1.0)
    number = same_rater_change(rated, confidence=0.95)
    assert replace(number, families_in=None, families_out=None) == mean_change(own, confidence=0.95)
    assert number.families_in == np.unique(pairs.family[kept]).size
    assert number.families_out == np.unique(pairs.family[~kept]).size


@pytest.mark.parametrize(
    ("after", "note"), [(0, "everybody_same_rater"), (1, "nobody_same_rater"), (-1, "nobody_same_rater")]
)
def test_all_or_none_with_the_same_rater(after: int, note: str) -> None:
    pairs = families()
    rated = Rated(pairs=pairs, before=np.zeros(pairs.n, dtype=np.int64), after=np.full(pairs.n, after))
    number = same_rater_change(rated, confidence=0.95)
    assert number.note == note
    if after == 0:
        assert bounds(number) == bounds(mean_change(pairs, confidence=0.95))


def test_unknown_raters_are_not_the_same_rater() -> None:
    pairs = families()
    unknown = np.full(pairs.n, -1)
    assert (
        same_rater_change(Rated(pairs=pairs, before=unknown, after=unknown), confidence=0.95).note
        == "nobody_same_rater"
    )
