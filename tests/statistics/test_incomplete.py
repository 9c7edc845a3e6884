"""Who left, the bounds, and the tipping point: small cases by hand, the tipping point by search."""

from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from scipy.optimize import brentq

from fou_eval.statistics import CATALOGUE, Number, Pairs
from fou_eval.statistics.clustered import clustered_mean
from fou_eval.statistics.dropouts import Incomplete, entered

# Sums of some tens of changes, each exact to the last bits.
ROUNDING = 1e-12


def value_of(name: str, evidence: Incomplete, confidence: float = 0.95) -> Number:
    return CATALOGUE[name].function(evidence, confidence=confidence)


def made(
    pairs: Pairs, left: list[float] | np.ndarray, family: list[int] | np.ndarray, **more: Any
) -> Incomplete:
    return Incomplete(
        pairs=pairs,
        left_before=np.asarray(left, dtype=np.float64),
        left_family=np.asarray(family, dtype=np.int64),
        **{"seed": (1,), **more},
    )


# Four families on a scale from 1 to 5: four stayed with changes 1, 2, 0, 1; a sibling in family 0 and all of family 9
# left, with 2 and 4 before.
SMALL = made(
    Pairs.of([2, 3, 4, 1], [3, 5, 4, 2], [0, 0, 1, 2], resolution=1.0), [2, 4], [0, 9], lowest=1, highest=5
)


def drawn(seed: int, *, shift: float = 0.4) -> Incomplete:
    """Fifteen to twenty families of one to four on a scale from 1 to 7, a quarter of the persons gone."""
    random = np.random.default_rng(seed)
    family = np.repeat(np.arange(18), random.integers(1, 5, 18))
    before = random.integers(2, 7, family.size).astype(float)
    after = np.clip(before + np.rint(random.normal(shift, 1.2, family.size)), 1, 7)
    gone = random.random(family.size) < 0.25
    gone[:2] = True, False
    pairs = Pairs.of(before[~gone], after[~gone], family[~gone], resolution=1.0)
    return made(pairs, before[gone], family[gone], lowest=1, highest=7)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("leavers_share", 2 / 6),
        ("leavers_difference_raw", 3 - 2.5),
        ("leavers_difference", 0.5 / np.sqrt((5 + 2) / 4)),
        ("bound_no_change", 4 / 6),
        ("bound_worst", (4 - 1 - 3) / 6),
        ("bound_best", (4 + 3 + 1) / 6),
        ("tipping_point", -2),
    ],
)
def test_the_small_case_by_hand(name: str, value: float) -> None:
    assert value_of(name, SMALL).value == pytest.approx(value, rel=1e-14)


def test_families_are_counted_on_either_side() -> None:
    """Family 0 is on both sides, family 9 left altogether.

    The end of the scale less a bound tells the mean at entry of those who left, as their difference does.
    """
    for name in (
        "leavers_share",
        "leavers_difference",
        "leavers_difference_raw",
        "bound_worst",
        "bound_best",
    ):
        number = value_of(name, SMALL)
        assert (number.families_in, number.families_out) == (2, 3)


def test_lower_is_better_turns_worst_and_best() -> None:
    turned = replace(SMALL, pairs=replace(SMALL.pairs, better="lower"))
    assert value_of("bound_worst", turned) == value_of("bound_best", SMALL)
    assert value_of("bound_worst", turned) == value_of("bound_highest", SMALL)
    assert value_of("bound_best", turned) == value_of("bound_lowest", SMALL)


@pytest.mark.parametrize("name", ["bound_no_change", "bound_worst", "bound_best"])
def test_nothing_missing_makes_every_bound_the_mean_change(name: str) -> None:
    evidence = made(SMALL.pairs, [], [], lowest=1, highest=5)
    expected = CATALOGUE["mean_change"].function(SMALL.pairs, confidence=0.95)
    expected = replace(expected, p_value=np.nan, note="nothing_missing")
    assert repr(value_of(name, evidence)) == repr(expected)  # by text, since nan is not equal to itself


@pytest.mark.parametrize("name", ["leavers_difference", "leavers_difference_raw", "tipping_point"])
def test_nothing_missing_leaves_nothing_to_compare(name: str) -> None:
    number = value_of(name, made(SMALL.pairs, [], []))
    assert (np.isnan(number.value), number.note) == (True, "nothing_missing")


@pytest.mark.parametrize("seed", range(8))
def test_the_bounds_hold_every_filling_that_the_scale_allows(seed: int) -> None:
    evidence = drawn(seed)
    random = np.random.default_rng(seed)
    low, high = value_of("bound_lowest", evidence).value, value_of("bound_highest", evidence).value
    assert low <= value_of("bound_no_change", evidence).value <= high
    assert low <= value_of("imputed_change", evidence).value <= high
    for _ in range(20):
        after = random.integers(1, 8, evidence.left_before.size)
        filled = np.concatenate([evidence.pairs.change, after - evidence.left_before])
        assert low - ROUNDING <= filled.mean() <= high + ROUNDING


def filled_with(evidence: Incomplete, change: float, confidence: float = 0.95) -> Number:
    found = entered(evidence)
    return clustered_mean(
        found.filled(np.full(found.left, change)), found.families, confidence=confidence, resolution=None
    )


@pytest.mark.parametrize("seed", range(8))
def test_the_tipping_point_put_back_makes_the_mean_change_0(seed: int) -> None:
    evidence = drawn(seed)
    assert filled_with(evidence, value_of("tipping_point", evidence).value).value == pytest.approx(
        0, abs=1e-15
    )


@pytest.mark.parametrize("seed", range(30))
@pytest.mark.parametrize("confidence", [0.8, 0.95])
def test_the_interval_tips_where_a_search_finds_it(seed: int, confidence: float) -> None:
    """From the mean of those who stayed to the tipping point of the mean there is one place, or none at all."""
    evidence = drawn(seed, shift=(-1) ** seed * 0.5)
    number = value_of("tipping_point", evidence, confidence)
    mean = float(evidence.pairs.change.mean())

    def nearer_end(change: float) -> float:
        found = filled_with(evidence, change, confidence)
        return found.low if mean > 0 else -found.high

    if nearer_end(mean) <= 0:
        assert (np.isnan(number.low), number.note) == (True, "interval_holds_zero")
        return
    search = brentq(nearer_end, number.value, mean, xtol=1e-13, rtol=1e-14)
    assert (number.low, number.high) == pytest.approx(sorted((search, number.value)), abs=1e-9)
    grid = np.linspace(number.value, mean, 60)
    assert np.count_nonzero(np.diff(np.sign([nearer_end(change) for change in grid]))) == 1


def rising(left: list[float], **ends: float) -> Incomplete:
    """Eight families rose by 1 or 2; two more with one value each left."""
    pairs = Pairs.of([3] * 8, [4, 5, 4, 5, 4, 5, 4, 5], resolution=1.0)
    return made(pairs, left, list(range(50, 50 + len(left))), **ends)


@pytest.mark.parametrize(
    ("ends", "note"),
    [
        ({"lowest": -20, "highest": 20}, ""),
        ({"lowest": 0, "highest": 5}, "tipping_mean_off_scale"),
        ({"lowest": 2.5, "highest": 5}, "tipping_interval_off_scale"),
        ({"highest": 5}, "tipping_interval_off_range"),
    ],
)
def test_the_note_says_when_the_scale_leaves_no_room(ends: dict[str, float], note: str) -> None:
    """Together they rose by 12: two who left would have had to fall by 6 each, and by 1.36 for the interval.

    With families of one the interval is Student's: mean 0.92726, sum of squares 23.719, t(9) = 2.26216, margin 0.92726.
    """
    number = value_of("tipping_point", rising([3, 4], **ends))
    assert (number.value, number.note) == (-6, note)
    assert (number.low, number.high) == (-6, pytest.approx(-1.3637277, abs=1e-6))


def test_what_was_observed_stands_in_for_an_end_that_nobody_declared() -> None:
    evidence = rising([3, 6])
    worst, best = value_of("bound_worst", evidence), value_of("bound_best", evidence)
    assert (worst.note, best.note) == ("ends_as_observed", "ends_as_observed")
    assert worst.value == pytest.approx((12 + 0 - 3) / 10)
    assert best.value == pytest.approx((12 + 3 + 0) / 10)
    assert value_of("bound_no_change", evidence).note == ""
    assert value_of("bound_worst", replace(evidence, lowest=1.0)).note == ""


def test_an_observed_range_that_leaves_no_room_for_the_mean_says_so() -> None:
    number = value_of("tipping_point", rising([3, 8, 8, 3, 3]))
    assert (number.value, number.note) == (-2.4, "tipping_mean_off_range")


def test_counts_are_compared_per_exposure_and_filled_over_the_exposure_before() -> None:
    """Rates 2 to 1 and 1 to 1 per month; who left had 6 events in 2 months, and at most 10 in 2 months after."""
    pairs = replace(
        Pairs.of([2, 4], [2, 2], better="lower", resolution=1.0),
        exposure_before=np.array([1.0, 4.0]),
        exposure_after=np.array([2.0, 2.0]),
    )
    evidence = made(pairs, [6], [7], left_exposure=np.array([2.0]), lowest=0, highest=10)
    assert value_of("bound_no_change", evidence).value == pytest.approx(-1 / 3)
    assert value_of("bound_worst", evidence).value == pytest.approx((-1 + 5 - 3) / 3)
    assert value_of("bound_best", evidence).value == pytest.approx((-1 - 3) / 3)
    assert value_of("tipping_point", evidence).value == pytest.approx(1)
    assert value_of("leavers_difference_raw", evidence).value == pytest.approx(3 - 1.5)


def test_who_left_without_exposure_is_left_out_and_said() -> None:
    pairs = replace(Pairs.of([2, 4], [2, 2]), exposure_before=np.ones(2), exposure_after=np.ones(2))
    evidence = made(pairs, [6, 1], [7, 8], left_exposure=np.array([0.0, 1.0]))
    number = value_of("leavers_share", evidence)
    assert (number.value, number.note) == (pytest.approx(1 / 3), "some_without_exposure")


def test_one_leaver_is_compared_by_the_spread_of_those_who_stayed() -> None:
    evidence = made(Pairs.of([1, 2, 3], [1, 2, 3]), [5], [9])
    assert value_of("leavers_difference", evidence).value == 3


def test_no_spread_at_entry_gives_no_standardised_difference() -> None:
    evidence = made(Pairs.of([2, 2, 2], [1, 2, 3]), [5, 5], [9, 9])
    number = value_of("leavers_difference", evidence)
    assert (np.isnan(number.value), number.note) == (True, "no_spread_at_entry")
    assert value_of("leavers_difference_raw", evidence).value == 3


def test_everybody_gone_leaves_only_the_share() -> None:
    evidence = made(Pairs.of([], []), [1, 2], [0, 1], lowest=1, highest=5)
    assert value_of("leavers_share", evidence).value == 1
    for name in ("bound_no_change", "bound_worst", "tipping_point", "leavers_difference", "imputed_change"):
        assert value_of(name, evidence).note == "no_pairs"


def test_one_family_has_no_interval_to_tip() -> None:
    number = value_of("tipping_point", made(Pairs.of([1, 2], [2, 4], [3, 3]), [1], [3]))
    assert (number.value, number.note) == (-3, "one_family")
    assert value_of("bound_no_change", made(Pairs.of([1, 2], [2, 4], [3, 3]), [1], [3])).note == "one_family"


def test_equal_changes_have_no_interval_to_tip() -> None:
    number = value_of("tipping_point", made(Pairs.of([1, 2, 3], [2, 3, 4]), [1], [9]))
    assert (number.value, number.note) == (-3, "no_variation")


def test_float_noise_is_no_change() -> None:
    """Changes of 0.1 + 0.2 - 0.3 add up to 0, not to 1e-16: the tipping point is 0 exactly."""
    number = value_of("tipping_point", made(Pairs.of([0.3] * 3, [0.1 + 0.2] * 3), [1], [9]))
    assert number.value == 0


@pytest.mark.parametrize(
    "wrong",
    [
        {"left_family": np.array([1, 2])},
        {"left_exposure": np.ones(2)},
        {"left_exposure": np.ones(1)},
        {"left_before": np.array([np.nan])},
        {"left_before": np.array([[1.0]]), "left_family": np.array([[1]])},
    ],
)
def test_evidence_that_does_not_fit_is_refused(wrong: dict[str, Any]) -> None:
    right = {"left_before": np.array([1.0]), "left_family": np.array([1]), "left_exposure": None}
    with pytest.raises(ValueError, match=r"left|exposures"):
        Incomplete(pairs=Pairs.of([1], [2]), seed=(1,), **{**right, **wrong})


def test_everybody_is_counted_once() -> None:
    assert (SMALL.n, SMALL.n_families) == (6, 4)
