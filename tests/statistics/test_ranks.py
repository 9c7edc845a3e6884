"""Ranks, signs, Walsh averages and standardised change against brute force, identities and known traps."""

from dataclasses import replace
from fractions import Fraction
from itertools import product
from statistics import NormalDist

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.integrate import quad
from scipy.special import gammaincc
from scipy.stats import ttest_1samp

from fou_eval.statistics import CATALOGUE, Number, Pairs
from fou_eval.statistics.effects import correlation
from fou_eval.statistics.engine import walsh
from fou_eval.statistics.engine.noncentral import noncentrality_interval
from fou_eval.statistics.engine.ranks import signed_ranks
from fou_eval.statistics.engine.walsh import hodges_lehmann, signed_rank_cumulative
from fou_eval.statistics.order import family_signs, ranks_of

EXAMPLES = settings(max_examples=60, derandomize=True, deadline=None)
# Standardised values repeat a division; nothing else separates them from the literal.
LAST_DIGITS = 1e-13

# Student's sleep data: the second drug less the first, one person without difference.
SLEEP = [1.2, 2.4, 1.3, 1.3, 0.0, 1.0, 1.8, 0.8, 4.6, 1.4]
# Weight of 29 girls under cognitive behavioural therapy, before and after, in pounds.
CBT_BEFORE = [
    *(
        80.5,
        84.9,
        81.5,
        82.6,
        79.9,
        88.7,
        94.9,
        76.3,
        81,
        80.5,
        85,
        89.2,
        81.3,
        76.5,
        70,
        80.4,
        83.3,
        83,
        87.7,
    ),
    *(84.2, 86.4, 76.5, 80.2, 87.8, 83.3, 79.7, 84.5, 80.8, 87.4),
]
CBT_AFTER = [
    *(82.2, 85.6, 81.4, 81.9, 76.4, 103.6, 98.4, 93.4, 73.4, 82.1, 96.7, 95.3, 82.4, 72.5, 90.9, 71.3, 85.4),
    *(81.6, 89.1, 83.9, 82.7, 75.7, 82.6, 100.4, 85.2, 83.6, 84.6, 96.2, 86.7),
]
# Twenty clusters of two, simulated by the authors of clusrank: no zeros, no ties.
CRSD = [
    *(1.4052, 6.1523, 1.0391, -1.3904, -1.1344, 5.2481, 1.7378, -24.3555, -1.9616, -1.501, -1.6034, -2.8387),
    *(1.3581, -1.7799, -1.3515, 1.9111, -1.4412, -1.5097, -1.5473, 2.7537, -2.1795, -4.4136, -3.384, -3.3624),
    *(10.8053, 4.3206, 5.4009, -1.1826, -1.355, -2.5307, 1.2694, -1.9784, 1.2852, 12.4491, 1.1235, -2.3626),
    *(-2.1383, -4.3457, 1.6196, 1.8914),
]


def run(name: str, pairs: Pairs, confidence: float = 0.95) -> Number:
    return CATALOGUE[name].function(pairs, confidence=confidence)


def changes(values: list[float], family: list[int] | None = None, better: str = "higher") -> Pairs:
    return Pairs.of(np.zeros(len(values)), values, family, better=better)


# -------------------------------------------------------------------------------------------------- rank tests


def ranks_by_hand(values: list[int], *, zeros: str) -> list[Fraction]:
    """Signed mid-ranks, one comparison at a time."""
    kept = [abs(value) for value in values if value or zeros == "ranked"]
    mid = {
        size: Fraction(1 + 2 * sum(s < size for s in kept) + sum(s == size for s in kept), 2) for size in kept
    }
    return [mid[abs(value)] * ((value > 0) - (value < 0)) if value else Fraction(0) for value in values]


def p_by_hand(sums: list[Fraction]) -> tuple[Fraction, Fraction]:
    observed = abs(sum(sums))
    sizes = [
        abs(sum(sign * part for sign, part in zip(signs, sums, strict=True)))
        for signs in product((1, -1), repeat=len(sums))
    ]
    at_least, equal = sum(size >= observed for size in sizes), sum(size == observed for size in sizes)
    return Fraction(2 * at_least - equal, 2 * len(sizes)), Fraction(at_least, len(sizes))


@EXAMPLES
@given(
    st.lists(st.tuples(st.integers(-3, 4), st.integers(0, 7)), min_size=6, max_size=14),
    st.sampled_from([("rank_biserial", "dropped"), ("rank_biserial_pratt", "ranked")]),
)
def test_the_rank_tests_are_those_of_all_sign_patterns_of_families(
    units: list[tuple[int, int]], rule: tuple[str, str]
) -> None:
    values, family = [value for value, _ in units], [code for _, code in units]
    found = run(rule[0], changes(values, family))
    signed = ranks_by_hand(values, zeros=rule[1])
    sums = [
        sum(rank for rank, code in zip(signed, family, strict=True) if code == own) for own in set(family)
    ]
    total = sum(abs(rank) for rank in signed)
    if not total:
        assert found.note == "no_family_changed"
        return
    assert found.value == float(sum(signed) / total)
    assert found.families_changed == sum(part != 0 for part in sums)
    if found.families_changed >= 6:
        assert (found.p_value, found.p_exact) == p_by_hand(sums)
    else:
        assert np.isnan(found.p_value)


def test_ties_do_not_turn_the_test_into_an_approximation() -> None:
    """Fourteen ordinal pairs: scipy's `wilcoxon` says .01255 without a word; 20 of 1,024 patterns are as extreme."""
    found = run("rank_biserial", changes([-1, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 1, 1, 2]))
    assert found.p_exact == 20 / 1024
    assert found.p_value == 11 / 1024


def test_noise_of_floating_point_breaks_no_ties() -> None:
    """R, coin, exactRankTests and scipy say .0631 when the differences are not rounded first."""
    for resolution in (0.1, None):
        found = run("rank_biserial", Pairs.of(CBT_BEFORE, CBT_AFTER, resolution=resolution))
        assert found.p_exact == pytest.approx(0.05990753322839737, abs=1e-15)
        assert found.value == pytest.approx(0.4, abs=1e-15)


def test_noise_breaks_no_ties_of_values_without_a_step() -> None:
    """0.1 and 0.2 are rises by the same irrational number; the difference of the sums is 4e-17."""
    root = 2**0.5
    before = np.array([0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7])
    after = before + np.array([root, -root, root, root, root, root, 2 * root])
    found = run("rank_biserial", Pairs.of(before, after))
    whole = run("rank_biserial", changes([1, -1, 1, 1, 1, 1, 2]))
    assert (found.value, found.p_exact) == (whole.value, whole.p_exact)


def test_an_extreme_value_makes_no_ties_of_the_others() -> None:
    sizes = [2**0.5, 3**0.5 / 1e3, 5**0.5 / 1e3, 1e13]
    found = signed_ranks(np.array(sizes), np.arange(4), zeros="dropped", noise=1e-12 * np.array(sizes))
    assert found.family_sums.tolist() == [2, 4, 6, 8]
    assert ranks_of(changes(sizes), zeros="dropped").family_sums.tolist() == [2, 4, 6, 8]


def test_zeros_disappear_from_the_rank_correlation_and_not_from_net_improvement() -> None:
    sleep = changes(SLEEP)
    assert run("rank_biserial", sleep).value == 1.0
    assert run("rank_biserial_pratt", sleep).value == 1.0
    assert run("net_improvement", sleep).value == 0.9
    assert run("rank_biserial", sleep).p_exact == 0.00390625


def test_the_clustered_test_flips_whole_clusters() -> None:
    """clusrank's exact p-value is not one; all 2^20 patterns give this."""
    pairs = changes(CRSD, [place // 2 for place in range(40)])
    found, ranks = run("rank_biserial_pratt", pairs), ranks_of(pairs, zeros="ranked")
    assert (ranks.up - ranks.down, ranks.variance) == (-110, 30178)
    assert ranks.z == pytest.approx(-0.6332095526734612, rel=1e-14)
    assert found.p_exact == 0.5391330718994141
    sums = np.zeros(1)
    for part in ranks.family_sums:
        sums = np.concatenate([sums + part, sums - part])
    assert np.mean(np.abs(sums) >= 220) == found.p_exact


@EXAMPLES
@given(st.lists(st.integers(-1, 1), min_size=1, max_size=12))
def test_changes_of_one_size_make_pratts_correlation_the_balance_of_those_who_changed(
    values: list[int],
) -> None:
    found = run("rank_biserial_pratt", changes(values))
    if any(values):
        assert found.value == pytest.approx(sum(values) / sum(map(abs, values)))
        assert found.value == run("rank_biserial", changes(values)).value


def test_rates_are_ranked_not_counts() -> None:
    """One event more in twelve months is less than one more in six, and as much as two more in twenty-four."""
    pairs = replace(
        Pairs.of([0, 0, 0], [1, 1, 2]),
        exposure_before=np.array([12.0, 6.0, 24.0]),
        exposure_after=np.array([12.0, 6.0, 24.0]),
    )
    assert ranks_of(pairs, zeros="dropped").family_sums.tolist() == [3, 3, 6]


def test_rates_that_differ_in_floating_point_only_tie() -> None:
    """3/7 - 1/7 and 5/7 - 3/7 differ in the last bit."""
    spans = np.full(3, 7.0)
    pairs = replace(Pairs.of([1, 3, 0], [3, 5, 3]), exposure_before=spans, exposure_after=spans)
    assert ranks_of(pairs, zeros="dropped").family_sums.tolist() == [3, 3, 6]


# -------------------------------------------------------------------------------------------------- sign test


def test_the_sign_test_asks_families() -> None:
    """Members that cancel out leave their family out, however many they are."""
    pairs = changes([2, -1, 1, -1, 1, 1, 1, 1, 1, -3], [0, 0, 1, 1, 2, 3, 4, 5, 6, 7])
    found = run("sign_test", pairs)
    assert (found.families_in, found.families_out, found.families_changed) == (6, 1, 7)
    assert (found.value, found.p_exact, found.p_value) == (6 / 7, 16 / 128, 9 / 128)
    lower = run("sign_test", replace(pairs, better="lower"))
    assert (lower.families_in, lower.value) == (1, 1 / 7)


def test_a_family_of_counts_is_judged_by_its_rate() -> None:
    """Three events in nine months, then four in eighteen: fewer per month."""
    pairs = replace(
        Pairs.of([1, 2], [2, 2], [5, 5], better="lower"),
        exposure_before=np.array([3.0, 6.0]),
        exposure_after=np.array([6.0, 12.0]),
    )
    assert family_signs(pairs).tolist() == [1]


@EXAMPLES
@given(st.integers(0, 12), st.integers(0, 12), st.sampled_from((0.8, 0.9, 0.95)))
def test_the_interval_of_the_sign_test_holds_one_half_unless_it_rejects(
    up: int, down: int, confidence: float
) -> None:
    found = run("sign_test", changes([1] * up + [-1] * down), confidence)
    if up + down < 6:
        assert np.isnan(found.low)
        assert np.isnan(found.p_value)
    else:
        assert (found.p_value > 1 - confidence) == (found.low < 0.5 < found.high)


def test_the_interval_of_the_sign_test_is_the_mid_p_one() -> None:
    """All of eight improved: half of share^8 is 0.025 at 0.05^(1/8); Clopper-Pearson would say 0.025^(1/8)."""
    found = run("sign_test", changes([1] * 8))
    assert found.low == pytest.approx(0.05 ** (1 / 8), abs=1e-12)
    assert (found.value, found.high, found.p_value, found.p_exact) == (1, 1, 1 / 256, 2 / 256)


# -------------------------------------------------------------------------------------------------- Walsh averages


@EXAMPLES
@given(st.lists(st.integers(-5, 9), min_size=1, max_size=9))
def test_the_estimate_is_the_median_of_all_walsh_averages(values: list[int]) -> None:
    averages = sorted(
        Fraction(values[i] + values[j], 2) for i in range(len(values)) for j in range(i, len(values))
    )
    middle = (averages[(len(averages) - 1) // 2] + averages[len(averages) // 2]) / 2
    for given_values in (np.array(values), np.array(values, dtype=float)):
        assert hodges_lehmann(given_values, confidence=0.8).value == float(middle)


@pytest.mark.parametrize(
    ("n", "rank", "level"),
    [(6, 1, 0.96875), (7, 3, 0.953125), (8, 4, 0.9609375), (9, 6, 0.9609375), (10, 9, 0.951171875)],
)
def test_tukeys_interval_attains_the_tabled_levels(n: int, rank: int, level: float) -> None:
    """From the tables of the signed-rank test: the k-th of n (n + 1) / 2 averages from either end."""
    values = 2 ** np.arange(n)
    averages = sorted((values[i] + values[j]) / 2 for i in range(n) for j in range(i, n))
    found = hodges_lehmann(values, confidence=0.95)
    assert found == walsh.Centre(
        value=found.value, low=averages[rank - 1], high=averages[-rank], confidence=level
    )


@EXAMPLES
@given(
    st.lists(st.integers(-500, 900), min_size=4, max_size=9, unique=True),
    st.integers(-600, 1000),
    st.sampled_from((0.8, 0.9, 0.95)),
)
def test_tukeys_interval_holds_what_the_signed_rank_test_does_not_reject(
    values: list[int], place: int, confidence: float
) -> None:
    """Shifts by odd quarters meet no Walsh average of whole numbers, and make no zeros and no ties."""
    shift = place + 0.25 + 1e-3 * np.pi
    found = hodges_lehmann(np.array(values), confidence=confidence)
    ranks = signed_ranks(np.array(values) - shift, np.arange(len(values)), zeros="dropped")
    p_exact = p_by_hand([Fraction(int(part), 2) for part in ranks.family_sums])[1]
    assert (p_exact > 1 - confidence) == (found.low < shift < found.high)


@pytest.mark.parametrize("n", [1, 2, 3, 4, 5, 8])
def test_the_null_distribution_of_ranks_is_counted(n: int) -> None:
    sums = [sum(ranks) for ranks in product(*((0, rank) for rank in range(1, n + 1)))]
    expected = [np.mean([total <= limit for total in sums]) for limit in range(n * (n + 1) // 4 + 1)]
    assert signed_rank_cumulative(n).tolist() == expected


def test_beyond_what_is_counted_the_series_takes_over_without_a_jump(monkeypatch: pytest.MonkeyPatch) -> None:
    counted = signed_rank_cumulative(300)
    monkeypatch.setattr(walsh, "_COUNTED", 299)
    assert signed_rank_cumulative(300) == pytest.approx(counted, abs=1e-6)


def test_unchanged_families_stay_in_the_estimate() -> None:
    """R drops the zero and says 1.4."""
    found = run("hodges_lehmann", changes(SLEEP))
    assert found.value == pytest.approx(1.3)
    assert (found.low, found.high) == pytest.approx((0.9, 2.7))
    assert found.confidence == 0.951171875


def test_no_interval_that_the_families_cannot_reach() -> None:
    five = run("hodges_lehmann", changes([1, 2, 3, 4, 6]))
    assert (five.value, five.note) == (3.0, "unbounded_interval")
    six = changes([1, 2, 3, 4, 5, 6])
    assert run("hodges_lehmann", six).confidence == 0.96875
    assert run("hodges_lehmann", six, 0.99).note == "unbounded_interval"


def test_the_centre_of_rates_is_that_of_families() -> None:
    """Two families, 3/6 - 6/6 and 2/12 - 0: averages -1/2, -1/6 and 1/6."""
    pairs = replace(
        Pairs.of([4, 2, 0], [1, 2, 2], [1, 1, 2]),
        exposure_before=np.array([3.0, 3.0, 12.0]),
        exposure_after=np.array([3.0, 3.0, 12.0]),
    )
    found = run("hodges_lehmann_rate", pairs)
    assert (found.value, found.note) == (pytest.approx(-1 / 6), "unbounded_interval")


# -------------------------------------------------------------------------------------------------- probability


@pytest.mark.parametrize("name", ["probability_improved", "probability_higher"])
def test_the_probability_is_net_improvement_on_another_scale(name: str) -> None:
    pairs = changes([1, 1, 0, -1, 2, 3, 0, 1, 1, -2, 1, 1], [0, 0, 1, 2, 3, 4, 5, 6, 7, 8, 8, 9])
    found, net = run(name, pairs), run("net_improvement", pairs)
    assert found.value == (net.value + 1) / 2
    assert (found.low, found.high) == ((net.low + 1) / 2, (net.high + 1) / 2)
    assert (found.se, found.df, found.p_value) == (net.se / 2, net.df, net.p_value)
    assert 0 < found.low < found.value < found.high < 1


def test_everybody_improved_is_not_certainty() -> None:
    found = run("probability_improved", changes([1] * 8))
    assert (found.value, found.high, found.note) == (1, 1, "share_interval_families")
    assert found.low == pytest.approx(0.025 ** (1 / 8))


# -------------------------------------------------------------------------------------------------- standardised


WAVES = Pairs.of([1, 2, 3, 4], [2, 4, 4, 6])  # changes 1, 2, 1, 2


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("d_z", 1.5 / (1 / 3) ** 0.5),
        ("g_z", 1.5 / (1 / 3) ** 0.5 * 0.7236012545582676),  # J(3) = sqrt(2 / 3) * 0.8862269254527580
        ("d_av", 1.5 / ((5 / 3 + 8 / 3) / 2) ** 0.5),
        ("g_av", 1.5 / ((5 / 3 + 8 / 3) / 2) ** 0.5 * 0.7236012545582676),
        ("d_becker", 1.5 / (5 / 3) ** 0.5),
        ("d_rm", 1.5 / (1 / 3) ** 0.5 * (2 * (1 - 0.9**0.5)) ** 0.5),
        ("family_d_z", 1.5 / (1 / 3) ** 0.5),
    ],
)
def test_each_standardised_change_divides_by_what_its_name_says(name: str, expected: float) -> None:
    assert run(name, WAVES).value == pytest.approx(expected, rel=LAST_DIGITS)


def test_d_rm_is_d_av_when_the_waves_vary_equally() -> None:
    pairs = Pairs.of([1, 2, 3, 4], [3, 5, 4, 6])
    assert run("d_rm", pairs).value == pytest.approx(run("d_av", pairs).value, rel=1e-12)


def test_correlation_has_no_row_order() -> None:
    random = np.random.default_rng(5)
    before, after = random.normal(size=40), random.normal(size=40)
    order = random.permutation(40)
    assert correlation(Pairs.of(before, after)) == correlation(Pairs.of(before[order], after[order]))


def noncentral(t: float, df: float, noncentrality: float) -> float:
    """P(T <= t) for t > 0 by adding up over the noise of the mean."""
    half = df / 2

    def part(z: float) -> float:
        return NormalDist().pdf(z) * gammaincc(half, half * max((z + noncentrality) / t, 0) ** 2)

    kinks = [min(max(z, -9.0), 9.0) for z in (-noncentrality, t - noncentrality)]
    return quad(part, -9, 9, points=kinks, epsabs=1e-12, limit=200)[0]


@pytest.mark.parametrize(("t", "df"), [(0.3, 4), (2.0, 9), (4.06, 9), (6.8, 24), (30.0, 19), (500.0, 5)])
def test_the_observed_t_is_at_the_ends_of_both_distributions(t: float, df: float) -> None:
    low, high = noncentrality_interval(t, df, confidence=0.95)
    assert noncentral(t, df, low) == pytest.approx(0.975, abs=1e-8)
    assert noncentral(t, df, high) == pytest.approx(0.025, abs=1e-8)
    assert noncentrality_interval(-t, df, confidence=0.95) == (-high, -low)


@pytest.mark.parametrize("df", [1, 2, 19, 500])
@pytest.mark.parametrize("t", [0.0, 1e-9, 1.0, 100.0, 9_999.0, 10_001.0, 1e9, 1e200])
@pytest.mark.parametrize("confidence", [0.5, 0.95, 0.9999999])
def test_every_t_has_an_interval(t: float, df: float, confidence: float) -> None:
    low, high = noncentrality_interval(t, df, confidence=confidence)
    assert -np.inf < low < high < np.inf


def test_large_t_loses_no_precision_where_the_method_changes() -> None:
    below = np.array(noncentrality_interval(9_999.9, 19, confidence=0.95)) / 9_999.9
    above = np.array(noncentrality_interval(10_000.1, 19, confidence=0.95)) / 10_000.1
    assert above == pytest.approx(below, rel=1e-6)


def test_a_mean_of_0_is_known_to_a_normal_deviate() -> None:
    found = run("family_d_z", changes([1, -1, 2, -2]))
    assert found.value == 0
    assert (found.low, found.high) == pytest.approx((-0.979981992270027, 0.979981992270027), rel=1e-12)


@EXAMPLES
@given(st.lists(st.integers(-3, 6), min_size=3, max_size=12))
def test_the_interval_of_family_means_holds_0_where_the_t_test_does_not_reject(values: list[int]) -> None:
    found = run("family_d_z", changes(values))
    if len(set(values)) > 1:
        assert (ttest_1samp(values, 0).pvalue > 0.05) == (found.low < 0 < found.high)


def test_family_means_are_what_is_standardised() -> None:
    pairs = changes([1, 3, 4, 4, 6], [0, 0, 1, 1, 2])  # means 2, 4, 6
    assert run("family_d_z", pairs).value == pytest.approx(2.0)
    assert run("family_d_z", pairs).df == 2


# -------------------------------------------------------------------------------------------------- nothing to compute

FLAT = changes([0] * 8)
RISE = changes([1] * 8)


@pytest.mark.parametrize(
    ("name", "pairs", "note"),
    [
        *(
            (name, FLAT, "no_family_changed")
            for name in ("rank_biserial", "rank_biserial_pratt", "sign_test")
        ),
        *(
            (name, changes([]), "no_pairs")
            for name in ("rank_biserial", "sign_test", "hodges_lehmann", "d_rm")
        ),
        *(
            (name, changes([1, 2], [1, 1]), "one_family")
            for name in ("sign_test", "hodges_lehmann", "family_d_z")
        ),
        ("rank_biserial", changes([1, 1, 1, 1, 1, 0, 0]), "too_few_families_changed"),
        ("sign_test", changes([1, 1, 1, 1, 1, 0, 0]), "too_few_families_changed"),
        *((name, RISE, "no_variation") for name in ("hodges_lehmann", "d_z", "g_z", "family_d_z")),
        ("d_becker", RISE, "no_variation_before"),
        ("d_rm", RISE, "no_correlation"),
        ("d_rm", Pairs.of([1, 2, 3], [2, 4, 6]), "perfect_correlation"),
        ("d_rm", Pairs.of([0, 1e-200, 0], [1, 2, 4]), "no_correlation"),  # its square is 0
        ("g_z", Pairs.of([1, 2], [2, 5]), "no_correction_for_two"),
        ("g_av", Pairs.of([1, 2], [2, 5]), "no_correction_for_two"),
        ("probability_improved", Pairs.of([2, 2, 2, 2], [3, 3, 2, 1]), "probability_interval_clipped"),
        ("hodges_lehmann_rate", FLAT, "all_zero"),
    ],
)
def test_the_note_says_why(name: str, pairs: Pairs, note: str) -> None:
    assert run(name, pairs).note == note


def test_nothing_to_rank_has_no_z() -> None:
    found = ranks_of(FLAT, zeros="ranked")
    assert np.isnan([found.correlation, found.z, found.p_normal]).all()


@pytest.mark.parametrize("statistic", ["rank_biserial", "rank_biserial_pratt", "sign_test", "hodges_lehmann"])
def test_rows_without_a_step_have_no_order_either(statistic: str) -> None:
    random = np.random.default_rng(8)
    before, after = random.normal(size=30), random.normal(0.3, size=30)
    family, order = np.repeat(np.arange(15), 2), random.permutation(30)
    pairs = Pairs.of(before, after, family)
    shuffled = Pairs.of(before[order], after[order], 99 - family[order])
    first, second = run(statistic, pairs), run(statistic, shuffled)
    assert (second.value, second.low, second.p_value) == pytest.approx(
        (first.value, first.low, first.p_value), rel=1e-12, nan_ok=True
    )


# -------------------------------------------------------------------------------------------------- calibration


def shared_changes(random: np.random.Generator, change: float) -> Pairs:
    """Fifteen families of one to four whose changes correlate at 0.3, rounded to whole steps, then shifted."""
    family = np.repeat(np.arange(15), random.choice([1, 2, 3, 4], 15, p=[0.15, 0.30, 0.35, 0.20]))
    latent = random.normal(0, 0.3**0.5, 15)[family] + random.normal(0, 0.7**0.5, family.size)
    return Pairs.of(np.zeros(family.size), np.rint(latent) + change, family, resolution=1.0)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("name", "least", "most"),
    [("rank_biserial", 0.03, 0.065), ("rank_biserial_pratt", 0.03, 0.065), ("sign_test", 0.03, 0.065)],
)
def test_tests_of_order_reject_in_about_five_of_a_hundred_studies_without_change(
    name: str, least: float, most: float
) -> None:
    random = np.random.default_rng([20170731, 15])
    p_values = np.array([run(name, shared_changes(random, 0.0)).p_value for _ in range(2_000)])
    assert least <= np.mean(p_values <= 0.05) <= most


@pytest.mark.slow
def test_tukeys_interval_covers_at_least_as_often_as_it_says() -> None:
    """Ties and families of unequal size cost it nothing: it is closed, and every family mean is symmetric."""
    random = np.random.default_rng([20170731, 16])
    found = [run("hodges_lehmann", shared_changes(random, 1.0)) for _ in range(2_000)]
    assert np.mean([number.low <= 1.0 <= number.high for number in found]) >= 0.945
