"""Intervals of standardised change against differentiation by hand, known variances and measured coverage."""

from dataclasses import replace
from math import log, sqrt

import numpy as np
import pytest
from scipy.stats import t as student

from fou_eval.statistics import CATALOGUE, Number, Pairs
from fou_eval.statistics.engine.cluster import cluster_mean
from fou_eval.statistics.engine.standardised import average_spread, spread_of

NAMES = ("d_z", "g_z", "d_av", "g_av", "d_becker", "d_rm")
# Nine persons of six families.
NINE = Pairs.of(
    [1, 4, 2, 5, 3, 2, 1, 4, 3], [3, 4, 4, 9, 3, 5, 2, 5, 7], [0, 0, 1, 1, 1, 2, 3, 4, 5], resolution=1.0
)


def run(name: str, pairs: Pairs, confidence: float = 0.95) -> Number:
    return CATALOGUE[name].function(pairs, confidence=confidence)


def log_spread(name: str, pairs: Pairs, weight: np.ndarray) -> float:
    """Logarithm of what the mean change is divided by, every person counted `weight` times."""
    before, after, change = (
        values - np.average(values, weights=weight) for values in (pairs.before, pairs.after, pairs.change)
    )

    def mean(values: np.ndarray) -> float:
        return float(np.average(values, weights=weight))

    own = {
        "z": mean(change**2),
        "av": (mean(before**2) + mean(after**2)) / 2,
        "becker": mean(before**2),
        "rm": mean(change**2) / (2 - 2 * mean(before * after) / sqrt(mean(before**2) * mean(after**2))),
    }
    return log(own[name.split("_")[1]]) / 2


def se_by_hand(name: str, pairs: Pairs, value: float) -> float:
    """Moves every person's weight a little either way, and adds up over families with CR2's correction."""
    n, nudge = pairs.n, 1e-5
    moved = np.array(
        [
            (log_spread(name, pairs, 1 + nudge * person) - log_spread(name, pairs, 1 - nudge * person))
            for person in np.eye(n)
        ]
    )
    # Standard deviations have the divisor n - 1 in values, and the divisor n where weights move.
    of_spread = -value * moved / (2 * nudge) * (n - 1)
    of_mean = value * pairs.change / pairs.change.mean()

    def variance(values: np.ndarray) -> float:
        apart = values - values.mean()
        members = [pairs.family == one for one in np.unique(pairs.family)]
        return sum((apart[own].sum() / n) ** 2 / (1 - own.sum() / n) for own in members)

    return sqrt(max(variance(of_mean + of_spread), variance(of_mean) + variance(of_spread)))


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("lift", [0.0, 3.0, -4.0])
def test_the_standard_error_is_that_of_small_moves_of_every_person(name: str, lift: float) -> None:
    pairs = replace(NINE, after=NINE.after + lift)
    found = run(name, pairs)
    assert found.se == pytest.approx(se_by_hand(name, pairs, found.value), rel=1e-7)
    assert found.df == run("mean_change", pairs).df
    margin = student.ppf(0.975, found.df) * found.se
    assert (found.low, found.high) == pytest.approx((found.value - margin, found.value + margin), rel=1e-9)


@pytest.mark.parametrize(
    ("name", "value", "low", "high"),
    [
        ("d_z", 1.229273, 0.441475, 2.017070),
        ("g_z", 1.109668, 0.398521, 1.820816),
        ("d_av", 1.032438, 0.324882, 1.739995),
        ("g_av", 0.931986, 0.293272, 1.570699),
        ("d_becker", 1.354592, 0.268962, 2.440222),
        ("d_rm", 0.931443, 0.115882, 1.747003),
    ],
)
def test_nine_persons_of_six_families(name: str, value: float, low: float, high: float) -> None:
    found = run(name, NINE)
    assert (found.value, found.low, found.high) == pytest.approx((value, low, high), abs=1e-6)
    assert np.isnan(found.p_value)


@pytest.mark.parametrize("name", NAMES)
def test_without_change_it_is_the_interval_of_the_mean_change_on_the_same_scale(name: str) -> None:
    pairs = Pairs.of([1, 4, 2, 5, 3, 2, 4], [3, 2, 2, 6, 2, 2, 4], [0, 1, 1, 2, 3, 3, 4])
    found, change = run(name, pairs), run("mean_change", pairs)
    lifted = run(name, replace(pairs, after=pairs.after + 1.0))  # the same spread, and a value that is not 0
    scale = lifted.value / (change.value + 1.0)
    assert found.value == 0
    assert (found.low, found.high) == pytest.approx((change.low * scale, change.high * scale), rel=1e-12)


@pytest.mark.parametrize("name", NAMES)
def test_it_is_never_shorter_than_that_of_the_mean_change(name: str) -> None:
    random = np.random.default_rng(17)
    for _ in range(20):
        before = random.integers(0, 5, 30)
        pairs = Pairs.of(before, before + random.integers(-1, 4, 30), random.integers(0, 12, 30))
        found, change = run(name, pairs), run("mean_change", pairs)
        assert found.se >= change.se * found.value / change.value * (1 - 1e-12)


def test_a_covariance_of_mean_and_spread_does_not_shorten_the_interval() -> None:
    """Changes of 1, 1, 1, 3: who moves the mean moves the spread by nearly as much, and their ratio hardly at all."""
    pairs = Pairs.of([0.0] * 4, [1.0, 1, 1, 3])
    found = run("d_z", pairs)
    spread = spread_of(pairs.change)
    together = cluster_mean(
        pairs.change / spread.size - found.value * spread.influence, np.ones(4, dtype=np.int64)
    )
    assert (found.value, spread.size) == (1.5, 1.0)
    assert together.cr2 == pytest.approx(0.125)
    assert found.se >= run("mean_change", pairs).se == 0.5


def test_normal_persons_have_the_variances_of_the_books() -> None:
    """One person per family: (1 + d^2 / 2) / n for d_z, Bonett's 2 (1 - r) / n + d^2 (1 + r^2) / (4 n) for d_av."""
    n, r, change = 40_000, 0.6, 1.5
    random = np.random.default_rng(20170731)
    shared = random.normal(0, sqrt(r), n)
    before, after = (shared + random.normal(0, sqrt(1 - r), n) for _ in range(2))
    pairs = Pairs.of(before, after + change)
    d_z = change / sqrt(2 * (1 - r))
    expected = {
        "d_z": 1 + d_z**2 / 2,
        "d_av": 2 * (1 - r) + change**2 * (1 + r**2) / 4,
        "d_becker": 2 * (1 - r) + change**2 / 2,
        "d_rm": 2 * (1 - r) + change**2 * (1 + r**2) / 4,
    }
    for name, variance in expected.items():
        assert run(name, pairs).se * sqrt(n) == pytest.approx(sqrt(variance), rel=0.02), name


@pytest.mark.parametrize("name", NAMES)
def test_rows_and_family_numbers_have_no_order(name: str) -> None:
    random = np.random.default_rng(3)
    before, after = random.normal(size=30), random.normal(1, size=30)
    family, order = np.repeat(np.arange(12), [1, 2, 3, 4] * 3), random.permutation(30)
    first = run(name, Pairs.of(before, after, family))
    second = run(name, Pairs.of(before[order], after[order], 99 - family[order]))
    assert (second.low, second.high) == pytest.approx((first.low, first.high), rel=1e-12)
    steps = Pairs.of(np.rint(before * 2), np.rint(after * 2), family)
    moved = replace(steps, before=steps.before[order], after=steps.after[order], family=99 - family[order])
    assert repr(run(name, steps)) == repr(run(name, moved))


@pytest.mark.parametrize("name", NAMES)
def test_without_an_interval_of_the_mean_change_there_is_only_the_value(name: str) -> None:
    """Two families that changed by as much on average say nothing about how families differ."""
    pairs = Pairs.of([1, 2, 4, 4], [3, 2, 5, 5], [0, 0, 1, 1])
    for found, note in ((run(name, pairs), "no_variation"), (run(name, alone(pairs)), "one_family")):
        assert (found.note, np.isfinite(found.value), np.isnan(found.low)) == (note, True, True)


def alone(pairs: Pairs) -> Pairs:
    return replace(pairs, family=np.zeros(pairs.n, dtype=np.int64))


def test_values_whose_squares_are_too_small_or_too_large_warn_of_nothing() -> None:
    tiny = Pairs.of([0, 1e-155, 0], [1, 2, 4])
    for name in NAMES:
        found = run(name, tiny)
        assert np.isfinite([found.value, found.low, found.high]).all(), name
    assert run("d_becker", Pairs.of([0, 1e-200, 0], [1, 2, 4])).note == "no_variation"


def test_influence_adds_up_over_the_waves() -> None:
    before, after = np.array([1.0, 2, 3, 6]), np.array([2.0, 2, 5, 9])
    first, second, both = spread_of(before), spread_of(after), average_spread(before, after)
    share = first.size**2 / (2 * both.size**2)
    assert both.influence == pytest.approx(share * first.influence + (1 - share) * second.influence)


# -------------------------------------------------------------------------------------------------- coverage


CUTS = np.array([-1.2, -0.4, 0.4, 1.2])


def study(random: np.random.Generator, families: int, change: float) -> Pairs:
    """Families of one to four whose levels correlate at 0.3 and changes too, waves that correlate at 0.5."""
    family = np.repeat(np.arange(families), random.integers(1, 5, families))

    def part() -> np.ndarray:
        shared, own = random.normal(0, sqrt(0.15), families), random.normal(0, sqrt(0.35), family.size)
        return shared[family] + own

    level = part()
    return Pairs.of(level + part(), level + part() + change, family)


@pytest.mark.slow
@pytest.mark.parametrize("change", [0.0, 1.0, 2.0])
def test_ninety_five_of_a_hundred_intervals_hold_the_truth(change: float) -> None:
    """300 studies of 15 families: the share varies by 1.3 points, and three of those on either side are allowed.

    All the measures have the same true value, because waves that correlate at 0.5 vary as much as their difference.
    """
    random = np.random.default_rng([20170731, 21])
    studies = [study(random, 15, change) for _ in range(300)]
    for name in NAMES:
        found = [run(name, pairs) for pairs in studies]
        covered = np.mean([number.low <= change <= number.high for number in found])
        assert 0.912 <= covered <= 0.988, (name, covered)


@pytest.mark.slow
def test_ratings_that_start_near_the_floor_cost_a_point_of_coverage() -> None:
    """Five steps and a standardised change of about 2: the mean and the spread of ratings grow together."""
    random = np.random.default_rng([20170731, 22])

    def rated(pairs: Pairs) -> Pairs:
        steps = [np.searchsorted(CUTS, values - 0.8).astype(float) for values in (pairs.before, pairs.after)]
        return Pairs.of(*steps, pairs.family, resolution=1.0)

    truth = run("d_av", alone(rated(study(random, 80_000, 2.0)))).value
    found = [run("d_av", rated(study(random, 15, 2.0))) for _ in range(1_500)]
    assert 0.915 <= np.mean([number.low <= truth <= number.high for number in found]) <= 0.965
