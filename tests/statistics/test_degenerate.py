"""Every statistic on data that give nothing to compute: a number or a note, never an error, never a warning."""

from collections.abc import Callable
from dataclasses import replace
from itertools import product

import numpy as np
import pytest
from oracles import FAMILIES

from fou_eval.language.statistics import STATISTICS
from fou_eval.statistics import CATALOGUE, Number, Pairs, class_share
from fou_eval.statistics.registry import Statistic

Make = Callable[..., Pairs]


def made(before: list[float], after: list[float], family: list[int] | None = None) -> Pairs:
    return Pairs.of(before, after, family)


def with_exposure(pairs: Pairs, before: float | list[float], after: float | list[float]) -> Pairs:
    spans = [np.broadcast_to(np.asarray(span, float), pairs.before.shape).copy() for span in (before, after)]
    return replace(pairs, exposure_before=spans[0], exposure_after=spans[1])


SETS = {
    "nobody": made([], []),
    "one unit": made([1], [2]),
    "one unit, unchanged": made([1], [1]),
    "two units": made([1, 1], [2, 3]),
    "two units of one family": made([1, 1], [2, 3], [4, 4]),
    "one family": made([0, 1, 0, 1], [1, 1, 0, 0], [1, 1, 1, 1]),
    "all zero": made([0] * 8, [0] * 8),
    "all the same, unchanged": made([3] * 8, [3] * 8),
    "everybody up by one": made([0] * 8, [1] * 8),
    "everybody down by one": made([1] * 8, [0] * 8),
    "everybody up, not equally": made([1] * 8, [2, 3, 4, 5, 6, 7, 8, 9]),
    "one of eight changed": made([1] * 8, [1, 1, 1, 1, 1, 1, 1, 2]),
    "five families": made([1] * 5, [2, 3, 4, 5, 6]),
    "five of twelve changed": made([1] * 12, [2, 3, 4, 5, 6] + [1] * 7),
    "one extreme": made([0, 0, 0, 0, 0, 0, 0, 0], [1, 0, 1, 0, 1, 0, 1, 1e9]),
    "nothing before": made([0] * 7, [1, 0, 2, 0, 1, 0, 3]),
    "nothing after": made([1, 0, 2, 0, 1, 0, 3], [0] * 7),
    "all events in one family": made([5, 0, 0, 0, 0, 0, 0], [2, 0, 0, 0, 0, 0, 0]),
    "no exposure at all": with_exposure(made([0] * 7, [0] * 7), 0, 0),
    "no exposure before": with_exposure(made([0] * 7, [1, 0, 2, 0, 1, 0, 3]), 0, 6),
    "one without exposure": with_exposure(
        made([1] * 7, [1, 0, 2, 0, 1, 0, 3]), [0, 6, 6, 6, 6, 6, 6], [np.nan] + [6.0] * 6
    ),
    "noise instead of zeros": made([0.1 + 0.2] * 8, [0.3] * 8),
    "noise instead of equal changes": made([0.1, 0.2, 0.3, 0.4, 0.5, 0.6], [0.4, 0.5, 0.6, 0.7, 0.8, 0.9]),
    "irrational": made([0.0] * 7, list(np.sqrt([2, 3, 5, 6, 7, 10, 11]) - 2)),
    "tiny": made([0] * 7, [1e-300] * 6 + [2e-300]),
    "huge": made([0] * 7, [1e15 + 1, 1e15, 1e15, 3e15, 1e15, -1e15, 5]),
}
CASES = [pytest.param(entry, id=entry.name) for entry in CATALOGUE.values()]
EVIDENCE = {kind: build for family in FAMILIES for kind, build in family.EVIDENCE.items()}


@pytest.mark.parametrize("entry", CASES)
def test_a_number_or_a_note(entry: Statistic) -> None:
    for name, better in product(SETS, sorted(entry.better)):
        try:
            evidence = EVIDENCE[entry.takes](replace(SETS[name], better=better))
            is_a_number_or_a_note(entry, entry.function(evidence, confidence=0.95))
        except Exception as error:
            error.add_note(f"{name}, {better}")
            raise


def is_a_number_or_a_note(entry: Statistic, number: Number) -> None:
    assert np.isfinite(number.value) or number.note
    assert not np.isinf([number.low, number.high, number.value]).any()
    assert np.isnan(number.low) == np.isnan(number.high)
    if {"interval", "range"} & entry.offers:
        assert np.isfinite(number.low) or number.note
    if "test" in entry.offers:
        assert np.isfinite(number.p_value) or number.note
    assert np.isnan(number.p_value) or 0 <= number.p_value <= 1
    assert not number.note or f"note.{number.note}" in STATISTICS


def value_of(statistic: str, name: str) -> Number:
    return CATALOGUE[statistic].function(SETS[name], confidence=0.95)


@pytest.mark.parametrize(
    ("statistic", "name", "note"),
    [
        ("mean_change", "nobody", "no_pairs"),
        ("mean_change", "one family", "one_family"),
        ("mean_change", "all zero", "no_variation"),
        ("mean_change", "noise instead of equal changes", "no_variation"),
        ("family_mean_change", "everybody up by one", "no_variation"),
        ("family_mean_change", "noise instead of zeros", "no_variation"),
        ("family_mean_change", "five families", "too_few_families_changed"),
        ("family_mean_change", "five of twelve changed", "too_few_families_changed"),
        ("net_improvement", "all zero", "no_variation"),
        ("net_improvement", "everybody down by one", "share_interval_families"),
        ("g_av", "all the same, unchanged", "no_variation"),
        ("rate_ratio", "nothing before", "no_events_before"),
        ("rate_ratio", "nothing after", "no_events_after"),
        ("rate_ratio", "all zero", "all_zero"),
        ("rate_ratio", "all events in one family", "events_in_one_family"),
        ("rate_before", "no exposure at all", "no_exposure"),
        ("family_rate_change", "no exposure before", "no_exposure"),
        ("family_rate_change", "all zero", "all_zero"),
        ("rate_after", "one without exposure", "some_without_exposure"),
        ("leave_one_family_out", "two units of one family", "one_family"),
    ],
)
def test_the_note_says_why(statistic: str, name: str, note: str) -> None:
    number = value_of(statistic, name)
    assert number.note == note
    assert np.isnan(number.p_value) or note in {"share_interval_families", "some_without_exposure"}


def test_no_interval_at_a_level_that_six_families_cannot_reach() -> None:
    number = CATALOGUE["family_mean_change"].function(made([0] * 6, [1, 2, 3, 4, 5, 6]), confidence=0.99)
    assert number.note == "unbounded_interval"
    assert np.isfinite(number.p_value)


def test_everybody_worse_gives_the_binomial_interval_of_families() -> None:
    """Eight of eight families: Clopper-Pearson 0.025^(1/8) = 0.6306 to 1, as a balance 0.2611 to 1."""
    number = value_of("net_improvement", "everybody down by one")
    assert (number.low, number.value) == (-1, -1)
    assert number.high == pytest.approx(1 - 2 * 0.025 ** (1 / 8))
    assert number.p_value == 2 / 2**8


def test_a_class_with_nobody_in_it_has_share_0() -> None:
    share = class_share(np.zeros(3, dtype=bool), np.array([1, 1, 2]))
    assert (share.value, share.families_in, share.families_out) == (0, 0, 2)


def test_a_class_of_nobody_says_so() -> None:
    assert class_share(np.zeros(0, dtype=bool), np.zeros(0, dtype=np.int64)).note == "no_pairs"


def test_half_exposed_families_are_compared_by_rate() -> None:
    """2 events in 12 months and 1 in 6 are the same rate."""
    pairs = with_exposure(made([2, 2], [1, 2]), 12, 6)
    assert CATALOGUE["share_same"].function(pairs, confidence=0.95).value == 0.5
    assert CATALOGUE["family_rate_change"].function(pairs, confidence=0.95).value == pytest.approx(1 / 12)


def test_every_statistic_and_every_note_has_its_words() -> None:
    words = [f"statistic.{name}.{part}" for name in CATALOGUE for part in ("label", "method")]
    assert [key for key in words if not all(STATISTICS[key])] == []
    assert [
        key for key, text in STATISTICS.items() if any("effekt" in part or "effect" in part for part in text)
    ] == []
