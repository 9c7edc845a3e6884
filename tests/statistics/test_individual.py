"""Reliable, meaningful and clinically significant change: published traps, identities, and what is said otherwise."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fou_eval.statistics import CATALOGUE, Number, Pairs
from fou_eval.statistics.engine import cutoffs, hageman, reliable
from fou_eval.statistics.engine.cutoffs import Population
from fou_eval.statistics.engine.reliable import CRITICAL, MeasurementError
from fou_eval.statistics.individual import verdicts
from fou_eval.statistics.judged import Judged
from fou_eval.statistics.membership import balance, share_with_interval

DAS_NORM = Population(mean=114.8, sd=17.8)  # Jacobson & Truax (1991), table 1
RELIABLE = ("reliably_improved", "reliably_unchanged", "reliably_deteriorated")
FIVE = ("recovered", "improved_not_recovered", "reliably_unchanged", "deteriorated_not_harmed", "harmed")


def of(name: str, judged: Judged, confidence: float = 0.95) -> Number:
    number = CATALOGUE[name].function(judged, confidence=confidence)
    assert isinstance(number, Number)
    return number


def example(**about: object) -> Judged:
    """Ten units of six families on a scale from 0 to 40, higher is better."""
    before = [10, 12, 14, 16, 18, 20, 22, 24, 26, 28]
    after = [22, 13, 27, 16, 30, 21, 33, 12, 27, 16]
    pairs = Pairs.of(before, after, [1, 1, 2, 2, 3, 3, 4, 5, 6, 6], resolution=1)
    return Judged(pairs=pairs, **{"reliability": 0.85, **about})


def test_every_published_index_by_hand() -> None:
    """SD 10, r = .84: SEM 4, difference 5.657, prediction 5.426; mean before 20, 24 to 36."""
    error = MeasurementError(reliability=0.84, sd=10)
    before, after = np.array([16.0, 24.0]), np.array([30.0, 36.0])
    assert (error.measurement, error.difference) == pytest.approx((4, 4 * 2**0.5))
    assert error.prediction == pytest.approx(10 * (1 - 0.84**2) ** 0.5)
    assert reliable.jacobson_truax(before, after, error)[1] == pytest.approx(12 / (4 * 2**0.5))
    residual = 36 - 20 - 0.84 * 4
    assert reliable.gulliksen_lord_novick(before, after, error)[1] == pytest.approx(
        residual / error.prediction
    )
    assert reliable.edwards_nunnally(before, after, error)[1] == pytest.approx(residual / 4)
    assert reliable.hsu_linn_lord(before, after, error)[1] == pytest.approx(
        (36 - 33 - 0.84 * 4) / error.prediction
    )
    spread = (0.84**2 * 100 * 0.16 + 100 * 0.3) ** 0.5
    found = reliable.nunnally_kotsch(before, after, error, reliability_after=0.7)
    assert found[1] == pytest.approx(residual / spread)


def test_the_reliability_of_change_as_it_is_usually_written() -> None:
    pairs, error = example().pairs, MeasurementError(reliability=0.85, sd=6)
    first, last = np.var(pairs.before, ddof=1), np.var(pairs.after, ddof=1)
    shared = 2 * np.cov(pairs.before, pairs.after)[0, 1]
    own = [1 - error.measurement**2 / variance for variance in (first, last)]
    expected = (first * own[0] + last * own[1] - shared) / (first + last - shared)
    found = hageman.reliability_of_change(pairs.before, pairs.after, error)
    assert found == pytest.approx(expected, rel=1e-12)


def test_cutoff_b_has_the_spread_of_the_functional_group() -> None:
    """79.2 for the couples of Jacobson & Truax; with the spread of the clinical group it would be 91.1."""
    group = Population(mean=81.583, sd=11.826)
    judged = example(norm=DAS_NORM, clinical=group)
    assert of("cutoff_b", judged).value == pytest.approx(79.2)
    assert of("cutoff_a", judged).value == pytest.approx(81.583 + 2 * 11.826)
    between = (11.826 * 114.8 + 17.8 * 81.583) / (11.826 + 17.8)
    assert of("cutoff_c", judged).value == pytest.approx(between)


def test_cutoffs_turn_with_the_direction() -> None:
    healthy, ill = Population(mean=8, sd=4), Population(mean=26, sd=5)
    judged = replace(example(norm=healthy, clinical=ill), pairs=replace(example().pairs, better="lower"))
    assert [of(f"cutoff_{name}", judged).value for name in "abc"] == [16, 16, 16]
    judged = replace(judged, norm=Population(mean=8, sd=5))
    assert [of(f"cutoff_{name}", judged).value for name in "abc"] == [16, 18, 17]


def test_larger_than_the_critical_value_never_equal() -> None:
    """SEM 1/1.96 sqrt(1/2) puts the limit at exactly one point: a change of one point is not beyond it."""
    error = MeasurementError(reliability=0.5, sd=1 / CRITICAL)
    assert error.smallest_reliable == pytest.approx(1)
    pairs = Pairs.of([0.1, 0.1, 0.1, 0.1], [0.1 + 1.0, 1.1000000001, 1.2, -1.0])
    judged = Judged(pairs=pairs, reliability=0.5, norm=Population(mean=5, sd=1 / CRITICAL))
    assert verdicts(judged)[0].tolist() == [0, 0, 1, -1]


def test_at_least_what_matters_with_floating_point_noise() -> None:
    """0.3 - 0.1 is 0.19999999999999998, and a change of 0.2 matters."""
    judged = Judged(pairs=Pairs.of([0.1, 0.1, 0.3], [0.3, 0.2, 0.1]), meaningful_change=0.2)
    shares = [of(f"meaningfully_{name}", judged).value for name in ("improved", "unchanged", "worse")]
    assert shares == pytest.approx([1 / 3, 1 / 3, 1 / 3])


def test_a_value_on_the_cutoff_is_on_neither_side() -> None:
    assert cutoffs.side(np.array([0.1 + 0.2, 0.3, 0.31, 0.29]), 0.3, sign=1).tolist() == [0, 0, 1, -1]
    judged = Judged(
        pairs=Pairs.of([20, 19, 20, 25], [40, 20, 5, 5]),
        reliability=0.9,
        norm=Population(mean=40, sd=1),
        cutoff=20.0,
    )
    # From the cut-off up: improved; from below up to it: unchanged or improved; from it down: not harmed.
    assert of("recovered", judged).value == 0
    assert of("harmed", judged).value == 0.25


def test_hageman_and_arrindell_are_one_sided() -> None:
    """An index of 1.8 is reliable at 1.645 and would not be at 1.96."""
    assert reliable.beyond(np.array([1.8, -1.8]), reliable.CRITICAL_ONE_SIDED).tolist() == [1, -1]
    judged = example()
    error = judged.error()
    index = hageman.change_index(judged.pairs.before, judged.pairs.after, error)
    assert of("reliably_improved_ha", judged).value == np.mean(index > 1.6448536)


def test_the_group_is_relative_only_in_hsu_linn_lord() -> None:
    """Everybody rises by 20: all improved reliably, while HLL finds nobody better than the others."""
    before = np.arange(10.0, 30.0)
    judged = Judged(pairs=Pairs.of(before, before + 20), reliability=0.9)
    assert of("reliably_improved", judged).value == 1
    index = reliable.hsu_linn_lord(before, before + 20, judged.error())
    assert not reliable.beyond(index, CRITICAL).any()
    assert not [name for name in CATALOGUE if "hll" in name or "hlm" in name]


def test_the_norm_gives_the_spread_else_the_clinical_group_else_the_group_before() -> None:
    alone = example()
    clinical = replace(alone, clinical=Population(mean=15, sd=9))
    both = replace(clinical, norm=Population(mean=30, sd=12))
    assert alone.error().sd == pytest.approx(np.std(alone.pairs.before, ddof=1))
    assert (clinical.error().sd, both.error().sd) == (9, 12)
    assert of("smallest_reliable_change", alone).note == "sd_of_the_group"
    assert of("smallest_reliable_change", both).note == ""
    assert of("smallest_reliable_change", both).value == pytest.approx(CRITICAL * 12 * (0.3**0.5))


def test_the_smallest_reliable_improvement_points_to_the_better_side() -> None:
    judged = replace(example(), pairs=replace(example().pairs, better="lower"))
    assert of("smallest_reliable_change", judged).value == -of("smallest_reliable_change", example()).value


def test_a_single_item_can_be_too_short_for_reliable_change() -> None:
    """From 1 to 5 with SD 1.5 and r = 0.5 a change must exceed 2.9 points; with SD 2.5 more than the scale has."""
    item = Judged(pairs=Pairs.of([1, 2, 3, 4, 5, 1], [5, 5, 5, 5, 5, 1]), reliability=0.5, limits=(1, 5))
    short, long = (replace(item, norm=Population(mean=3, sd=sd)) for sd in (2.5, 1.5))
    assert of("smallest_reliable_change", short).note == "reliable_change_beyond_scale"
    for name in (*RELIABLE, "net_reliable_improvement", "expected_false_improved"):
        assert of(name, short).note == "reliable_change_beyond_scale"
        assert np.isnan(of(name, short).low)
    assert of("reliably_improved", short).value == 0
    assert of("reliably_improved", long).value == pytest.approx(2 / 6)


@pytest.mark.parametrize("ending", ["", "_gln", "_en", "_ha"])
def test_three_verdicts_add_up(ending: str) -> None:
    assert sum(of(name + ending, example()).value for name in RELIABLE) == pytest.approx(1)


def test_five_categories_add_up_and_refine_three() -> None:
    judged = example(norm=Population(mean=35, sd=6), cutoff=25.0)
    found = {name: of(name, judged).value for name in FIVE}
    assert sum(found.values()) == pytest.approx(1)
    improved, deteriorated = (of(name, judged).value for name in (RELIABLE[0], RELIABLE[2]))
    assert found["recovered"] + found["improved_not_recovered"] == pytest.approx(improved)
    assert found["harmed"] + found["deteriorated_not_harmed"] == pytest.approx(deteriorated)
    assert found["recovered"] > 0
    assert found["harmed"] > 0


def test_the_published_cutoff_goes_first_and_the_others_give_a_range() -> None:
    norm = Population(mean=35, sd=6)
    assert of("cutoff_used", example(norm=norm, cutoff=25.0)).note == "cutoff_published"
    assert of("cutoff_used", example(norm=norm)).note == "cutoff_c_group"
    assert of("cutoff_used", example(norm=norm, clinical=Population(mean=15, sd=5))).note == "cutoff_c"
    assert of("cutoff_used", example(clinical=Population(mean=15, sd=5))).note == "cutoff_a"
    number = of("recovered_by_cutoff", example(norm=norm, clinical=Population(mean=15, sd=5), cutoff=32.0))
    # Four improved reliably, to 22, 27, 30 and 33: one passes 32, as published; three pass c = 24.1, a = 25, b = 23.
    assert (number.low, number.value, number.high) == (0.1, 0.1, 0.3)
    assert of("recovered", example(norm=norm, cutoff=32.0)).value == 0.1


def test_reliability_off_by_five_hundredths() -> None:
    number = of("reliably_improved_by_reliability", example())
    lower, higher = (of("reliably_improved", example(reliability=0.85 + shift)) for shift in (-0.05, 0.05))
    assert (number.low, number.high) == (lower.value, higher.value)
    nearly_perfect = of("reliably_improved_by_reliability", example(reliability=0.97))
    assert nearly_perfect.high == of("share_better", example().pairs).value  # type: ignore[arg-type]


def test_two_and_a_half_per_cent_are_false() -> None:
    """Nobody changes: errors alone make 2.5 % "reliably improved", and as many "deteriorated"."""
    random = np.random.default_rng(1)
    true = random.normal(50, 8, 200_000)
    before, after = (true + random.normal(0, 6, true.size) for _ in range(2))
    judged = Judged(pairs=Pairs.of(before, after), reliability=0.64, norm=Population(mean=50, sd=10))
    signs = verdicts(judged)[0]
    # Monte Carlo standard error 0.035 percentage points.
    assert np.mean(signs > 0) == pytest.approx(0.025, abs=0.0015)
    assert np.mean(signs < 0) == pytest.approx(0.025, abs=0.0015)
    assert of("expected_false_improved", judged).value == 5000


def test_nothing_without_a_cited_reliability() -> None:
    bare = example(reliability=None, norm=Population(mean=35, sd=6), meaningful_change=5.0)
    takes_reliability = [
        name
        for name, entry in CATALOGUE.items()
        if entry.takes is Judged and not name.startswith(("cutoff", "meaningful", "net_meaningful"))
    ]
    assert len(takes_reliability) == 22
    for name in takes_reliability:
        number = of(name, bare)
        assert (number.note, np.isnan(number.value)) == ("no_reliability", True)
    assert np.isfinite(of("cutoff_c", bare).value)
    assert np.isfinite(of("meaningfully_improved", bare).value)


@pytest.mark.parametrize(
    ("name", "judged", "note"),
    [
        ("meaningfully_improved", example(), "no_meaningful_change"),
        ("meaningfully_unchanged", example(meaningful_change=2.0), "meaningful_within_error"),
        ("meaningfully_unchanged", example(meaningful_change=2.0, reliability=None), ""),
        ("recovered", example(), "no_cutoff"),
        ("cutoff_used", example(), "no_cutoff"),
        ("cutoff_b", example(clinical=Population(mean=10, sd=2)), "no_norm"),
        ("reliably_improved", Judged(pairs=Pairs.of([3, 3], [4, 5]), reliability=0.8), "no_spread_before"),
        (
            "reliably_improved_ha",
            Judged(pairs=Pairs.of([3, 4], [4, 5]), reliability=0.8),
            "change_is_all_error",
        ),
        ("reliably_improved", Judged(pairs=Pairs.of([], []), reliability=0.8), "no_pairs"),
    ],
)
def test_the_note_says_why(name: str, judged: Judged, note: str) -> None:
    assert of(name, judged).note == note


def test_shares_count_families_on_both_sides() -> None:
    number = of("reliably_improved", example())
    assert number.value == 0.4
    # Families 1, 2 and 3 have one of two members in it, 4 its only one; 5 and 6 none.
    assert (number.families_in, number.families_out) == (4, 5)


def test_nobody_gives_the_binomial_bound_of_families() -> None:
    """None of eight families: Clopper-Pearson from 0 to 1 - 0.025^(1/8) = 0.3694."""
    family = np.array([0, 1, 2, 3, 4, 5, 6, 7, 7, 7])
    number = share_with_interval(np.zeros(10, dtype=bool), family, confidence=0.95)
    assert (number.low, number.note) == (0, "class_interval_families")
    assert number.high == pytest.approx(1 - 0.025 ** (1 / 8))
    number = share_with_interval(np.ones(10, dtype=bool), family, confidence=0.95)
    assert number.low == pytest.approx(0.025 ** (1 / 8))


def test_few_families_with_reliable_change_give_no_p() -> None:
    signs = np.array([1, 1, 1, 1, 1, -1, 1, 0, 0, 0, 0, 0])
    family = np.array([0, 1, 2, 3, 4, 5, 5, 6, 7, 8, 9, 10])
    number = balance(signs, family, confidence=0.95)
    assert (number.families_changed, number.note) == (5, "too_few_families_changed")
    assert np.isnan(number.p_value)
    assert np.isfinite(number.low)


def test_percentages_of_the_value_before() -> None:
    before, after = np.array([20.0, 20, 20, 20, 0, 0]), np.array([10.0, 10.1, 24, 23.9, 1, 0])
    assert reliable.percentage_bands(before, after, up=0.2, down=0.5).tolist() == [-1, 0, 1, 0, 1, 0]


pairs_of_whole_numbers = st.lists(
    st.tuples(st.integers(0, 20), st.integers(0, 20), st.integers(0, 5)), min_size=2, max_size=14
)


@settings(max_examples=60, derandomize=True, deadline=None)
@given(pairs_of_whole_numbers, st.floats(0.3, 0.95))
def test_reliable_change_by_brute_force(rows: list[tuple[int, int, int]], reliability: float) -> None:
    """Each unit alone: |after - before| against 1.96 sqrt(2) SEM, with the sign of the better direction."""
    before, after, family = (list(part) for part in zip(*rows, strict=True))
    norm = Population(mean=10, sd=4)
    judged = Judged(pairs=Pairs.of(before, after, family, better="lower"), reliability=reliability, norm=norm)
    limit = 1.959963984540054 * 4 * (2 * (1 - reliability)) ** 0.5
    improved = sum(b - a > limit for b, a in zip(before, after, strict=True))
    deteriorated = sum(a - b > limit for b, a in zip(before, after, strict=True))
    n = len(rows)
    assert of("reliably_improved", judged).value == pytest.approx(improved / n)
    assert of("reliably_deteriorated", judged).value == pytest.approx(deteriorated / n)
    assert of("net_reliable_improvement", judged).value == pytest.approx((improved - deteriorated) / n)


def test_the_order_of_rows_pairs_nobody_with_another() -> None:
    judged = example(norm=Population(mean=35, sd=6))
    order = np.array([9, 0, 3, 7, 1, 5, 8, 2, 6, 4])
    pairs = judged.pairs
    shuffled = replace(
        pairs, before=pairs.before[order], after=pairs.after[order], family=pairs.family[order]
    )
    for name in (*FIVE, *(stem + ending for stem in RELIABLE for ending in ("_gln", "_en", "_ha"))):
        assert repr(of(name, replace(judged, pairs=shuffled))) == repr(of(name, judged))
