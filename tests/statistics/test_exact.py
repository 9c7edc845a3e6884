"""The exact engine against every sign pattern, one by one."""

from fractions import Fraction
from itertools import combinations, product
from math import floor, inf

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fou_eval.statistics import Pairs
from fou_eval.statistics.engine import fourier, inversion
from fou_eval.statistics.engine.families import common_step, families_of
from fou_eval.statistics.engine.flips import _halved_tails, flip_test, packed_tails
from fou_eval.statistics.engine.inversion import flip_interval
from fou_eval.statistics.engine.joint import joint_flips, wild_cluster_bootstrap
from fou_eval.statistics.family_change import family_mean_change, family_mean_change_exact

SCORES = st.lists(st.integers(-4, 6), min_size=1, max_size=9)
WEIGHTED = st.lists(st.tuples(st.integers(-4, 6), st.integers(1, 4)), min_size=2, max_size=8)
EXAMPLES = settings(max_examples=60, derandomize=True, deadline=None)


def by_enumeration(scores: list[Fraction]) -> tuple[Fraction, Fraction]:
    """p and mid-p of the sign-flip test, pattern by pattern."""
    observed = abs(sum(scores))
    sums = [
        abs(sum(sign * score for sign, score in zip(signs, scores, strict=True)))
        for signs in product((1, -1), repeat=len(scores))
    ]
    at_least, equal = sum(size >= observed for size in sums), sum(size == observed for size in sums)
    return Fraction(at_least, len(sums)), Fraction(2 * at_least - equal, 2 * len(sums))


def subset_means(weighted: list[tuple[int, int]]) -> list[Fraction]:
    sets = (subset for size in range(1, len(weighted) + 1) for subset in combinations(weighted, size))
    return sorted(Fraction(sum(s for s, _ in subset), sum(w for _, w in subset)) for subset in sets)


@EXAMPLES
@given(SCORES)
def test_whole_numbers_are_counted_exactly(scores: list[int]) -> None:
    found = flip_test(np.array(scores))
    p_exact, p_mid = by_enumeration([Fraction(score) for score in scores])
    assert (found.p_exact, found.p_mid, found.exact) == (p_exact, p_mid, True)
    assert found.families_changed == sum(score != 0 for score in scores)


@EXAMPLES
@given(SCORES)
def test_floats_with_noise_tie_like_whole_numbers(scores: list[int]) -> None:
    noisy = flip_test(np.array(scores) * 0.1)
    whole = flip_test(np.array(scores))
    assert (noisy.p_exact, noisy.p_mid) == pytest.approx((whole.p_exact, whole.p_mid), abs=1e-15)


@EXAMPLES
@given(st.lists(st.integers(1, 9), min_size=1, max_size=9), st.data())
def test_three_ways_of_counting_agree(numbers: list[int], data: st.DataObject) -> None:
    signs = data.draw(st.lists(st.sampled_from((1, -1)), min_size=len(numbers), max_size=len(numbers)))
    target = abs(sum(sign * number for sign, number in zip(signs, numbers, strict=True)))
    packed = packed_tails(sorted(numbers), target)
    assert _halved_tails(np.array(numbers), target) == packed
    lattice = fourier.lattice_tails(*np.unique(numbers, return_counts=True), target)
    assert lattice == pytest.approx(packed, abs=1e-12)


def test_inversion_of_the_characteristic_function_agrees_with_counting() -> None:
    scores = np.random.default_rng(3).normal(0.2, 1, 30)
    counted = flip_test(scores)
    sizes = np.abs(scores)
    inverted = 2 * fourier.upper_tail(np.sort(sizes), np.ones(30, dtype=np.int64), abs(scores.sum()))
    assert counted.exact
    # The integral leaves out a remainder of the order 2^-G, here 1e-9, times the length of what is left out.
    assert inverted == pytest.approx(counted.p_mid, abs=1e-7)


@EXAMPLES
@given(WEIGHTED, st.sampled_from((0.6, 0.8, 0.9, 0.95, 0.9375)))
def test_interval_ends_are_subset_means(weighted: list[tuple[int, int]], confidence: float) -> None:
    scores, weights = (np.array(part) for part in zip(*weighted, strict=True))
    means, alpha = subset_means(weighted), 1 - Fraction(repr(confidence))
    for version, half in (("exact", 0), ("mid", Fraction(1, 2))):
        rank = floor(alpha * 2 ** (len(weighted) - 1) + half)
        expected = (float(means[rank - 1]), float(means[-rank])) if rank else (-inf, inf)
        for given_scores in (scores, scores.astype(float)):
            found = flip_interval(given_scores, weights, confidence=confidence, version=version)
            assert (found.low, found.high) == pytest.approx(expected, abs=1e-12)


@EXAMPLES
@given(WEIGHTED, st.fractions(-5, 7, max_denominator=12), st.sampled_from((0.6, 0.8, 0.9)))
def test_interval_and_p_value_never_contradict_each_other(
    weighted: list[tuple[int, int]], shift: Fraction, confidence: float
) -> None:
    scores, weights = (np.array(part) for part in zip(*weighted, strict=True))
    p_exact, p_mid = by_enumeration([s - shift * w for s, w in weighted])
    alpha = 1 - Fraction(repr(confidence))
    exact = flip_interval(scores, weights, confidence=confidence, version="exact")
    assert (p_exact > alpha) == (exact.low <= float(shift) <= exact.high)
    mid = flip_interval(scores, weights, confidence=confidence, version="mid")
    if mid.low < float(shift) < mid.high:
        assert p_mid > alpha
    if p_mid > alpha:
        assert mid.low <= float(shift) <= mid.high
    assert exact.low <= mid.low
    assert mid.high <= exact.high


@EXAMPLES
@given(st.lists(st.integers(-3, 4), min_size=6, max_size=9))
def test_zero_is_inside_the_interval_of_a_row_when_its_p_value_is_large(changes: list[int]) -> None:
    pairs = Pairs.of(np.zeros(len(changes)), changes)
    exact = family_mean_change_exact(pairs, confidence=0.9)
    if np.isfinite([exact.p_value, exact.low]).all():
        assert (exact.p_value > 0.1) == (exact.low <= 0 <= exact.high)
    mid = family_mean_change(pairs, confidence=0.9)
    if np.isfinite([mid.p_value, mid.low]).all():
        assert mid.p_value > 0.1 or not mid.low < 0 < mid.high
        assert mid.p_value <= 0.1 or mid.low <= 0 <= mid.high


def test_all_ways_of_inverting_agree() -> None:
    random = np.random.default_rng(5)
    scores, weights = random.integers(-300, 500, 16), random.integers(1, 5, 16)
    ranks = (floor(Fraction(1, 20) * 2**15), 2**16 - floor(Fraction(1, 20) * 2**15))
    counted = inversion._counted(scores, weights, ranks)
    assert inversion._listed(scores, weights, ranks) == pytest.approx(counted, rel=1e-12)
    assert inversion._halved(scores, weights, ranks) == pytest.approx(counted, rel=1e-9)
    assert inversion._inverted(scores, weights, 0.05) == pytest.approx(counted, rel=2e-3)


def test_large_sets_are_inverted_and_say_so() -> None:
    scores = np.random.default_rng(7).normal(0.1, 1, 2_000)
    found = flip_interval(scores, np.ones(2_000, dtype=np.int64), confidence=0.95, version="mid")
    reach = 1.96 * scores.std() / np.sqrt(2_000)
    assert not found.exact
    assert (found.low, found.high) == pytest.approx((scores.mean() - reach, scores.mean() + reach), abs=1e-3)


def test_ties_of_floats_are_found() -> None:
    """0.1 + 0.2 - 0.3 is 5.6e-17 in floating point, and a tie."""
    found = flip_test(np.array([0.1, 0.2, -0.3, 0.3]))
    p_exact, p_mid = by_enumeration([Fraction(n, 10) for n in (1, 2, -3, 3)])
    assert (found.p_exact, found.p_mid) == (p_exact, p_mid)


def test_families_are_added_in_whole_steps() -> None:
    families = families_of(np.array([0.1 + 0.2, 0.3, -0.6]), np.array([1, 2, 2]))
    scores, unit = families.scores_of_means()
    assert scores.tolist() == [6, -3]
    assert unit == pytest.approx(0.05)


def test_no_step_is_invented_for_continuous_values() -> None:
    assert common_step(np.array([np.pi, 1.5])) is None
    assert common_step(np.array([])) == 1.0


def test_ten_improved_of_ten_by_hand() -> None:
    found = flip_test(np.ones(10, dtype=np.int64))
    assert (found.p_exact, found.p_mid, found.smallest_possible_p) == (2 / 1024, 1 / 1024, 2 / 1024)


@EXAMPLES
@given(st.lists(st.tuples(st.integers(-3, 4), st.integers(-3, 4)), min_size=2, max_size=7))
def test_joint_flips_against_every_pattern(rows: list[tuple[int, int]]) -> None:
    scores = np.array(rows, dtype=float)
    length = np.where((scores**2).sum(axis=0) > 0, np.sqrt((scores**2).sum(axis=0)), 1)
    patterns = np.array(list(product((1, -1), repeat=len(rows))))
    sums, observed = np.abs(patterns @ scores) / length, np.abs(scores.sum(axis=0)) / length
    single = [(sums.max(axis=1) >= t - 1e-9).mean() for t in observed]
    found = joint_flips(scores, rng=np.random.default_rng(1))
    assert found.single_step == pytest.approx(single)
    order = np.argsort(-observed, kind="stable")
    last = (sums[:, order[1]] >= observed[order[1]] - 1e-9).mean()
    assert found.step_down[order[0]] == pytest.approx(single[order[0]])
    assert found.step_down[order[1]] == pytest.approx(max(last, single[order[0]]))


@pytest.mark.parametrize("families", [30, 2_500])
def test_drawn_patterns_are_close_to_the_single_test_and_reproducible(families: int) -> None:
    scores = np.random.default_rng(2).integers(-3, 5, (families, 1)) * (1.0 if families == 30 else 0.1)
    scores -= scores.mean() - 0.6 / np.sqrt(families)
    first = joint_flips(scores, rng=np.random.default_rng(9))
    again = joint_flips(scores, rng=np.random.default_rng(9))
    assert not first.exact
    assert first.step_down == again.step_down
    assert first.step_down[0] == pytest.approx(flip_test(scores[:, 0]).p_exact, abs=0.01)


def test_wild_bootstrap_with_families_of_equal_size_is_the_sign_flip() -> None:
    sums = np.array([3.0, 1, -1, 4, 2, 2, 0])
    assert wild_cluster_bootstrap(sums, np.full(7, 2))[1] == flip_test(sums.astype(np.int64)).p_exact
