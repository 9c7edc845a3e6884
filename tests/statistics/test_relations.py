"""What must hold for every statistic of the catalogue, without exception, whatever it computes."""

from collections.abc import Callable
from dataclasses import fields, replace

import numpy as np
import pytest

from fou_eval.statistics import CATALOGUE, Number, Pairs, for_kind
from fou_eval.statistics.registry import Statistic

# Every statistic with every kind and direction that it is computed for.
CASES = [
    pytest.param(entry, kind, better, id=f"{entry.name}-{kind}-{better}")
    for entry in CATALOGUE.values()
    for kind in sorted(entry.kinds)
    for better in sorted(entry.better)
]
every_statistic = pytest.mark.parametrize(("entry", "kind", "better"), CASES)
Make = Callable[..., Pairs]

LEVELS = {"mean_before", "mean_after"}
SIGNED_SHARES = {
    *("share_better", "share_worse", "share_same", "share_not_better", "share_not_worse", "net_improvement"),
}
MIRRORED = {
    "share_better": "share_worse",
    "share_worse": "share_better",
    "share_higher": "share_lower",
    "share_lower": "share_higher",
    "share_not_better": "share_not_worse",
    "share_not_worse": "share_not_better",
    "share_not_higher": "share_not_lower",
    "share_not_lower": "share_not_higher",
    "share_same": "share_same",
    "mean_before": "mean_after",
    "mean_after": "mean_before",
    "share_yes_before": "share_yes_after",
    "share_yes_after": "share_yes_before",
    "rate_before": "rate_after",
    "rate_after": "rate_before",
}


def numbers(number: Number) -> list[float]:
    return [
        np.nan if value is None else value
        for field in fields(number)
        if not isinstance(value := getattr(number, field.name), str)
    ]


def same(first: Number, second: Number, *, exactly: bool = False) -> bool:
    tolerance = 0.0 if exactly else 1e-9
    left, right = numbers(first), numbers(second)
    return first.note == second.note and bool(
        np.allclose(left, right, rtol=tolerance, atol=tolerance, equal_nan=True)
    )


def run(entry: Statistic, pairs: Pairs, confidence: float = 0.95) -> Number:
    return entry.function(pairs, confidence=confidence)


def picked(pairs: Pairs, order: np.ndarray) -> Pairs:
    return replace(
        pairs,
        before=pairs.before[order],
        after=pairs.after[order],
        family=pairs.family[order],
        exposure_before=None if pairs.exposure_before is None else pairs.exposure_before[order],
        exposure_after=None if pairs.exposure_after is None else pairs.exposure_after[order],
    )


def swapped(pairs: Pairs) -> Pairs:
    return replace(
        pairs,
        before=pairs.after,
        after=pairs.before,
        exposure_before=pairs.exposure_after,
        exposure_after=pairs.exposure_before,
    )


def negated(number: Number) -> Number:
    return replace(number, value=-number.value, low=-number.high, high=-number.low)


@every_statistic
def test_row_order_changes_no_bit(entry: Statistic, kind: str, better: str, make: Make) -> None:
    pairs = make(kind, better)
    if pairs.exposure_before is not None:
        order = np.random.default_rng(1).permutation(pairs.n)
        assert same(run(entry, pairs), run(entry, picked(pairs, order)))
        return
    order = np.random.default_rng(1).permutation(pairs.n)
    assert same(run(entry, pairs), run(entry, picked(pairs, order)), exactly=True)


@every_statistic
def test_family_names_do_not_matter(entry: Statistic, kind: str, better: str, make: Make) -> None:
    pairs = make(kind, better)
    names = np.random.default_rng(2).permutation(1000)
    assert same(run(entry, pairs), run(entry, replace(pairs, family=names[pairs.family])))


@every_statistic
def test_swapping_the_waves_mirrors(entry: Statistic, kind: str, better: str, make: Make) -> None:
    pairs = make(kind, better)
    number = run(entry, pairs)
    other = CATALOGUE[MIRRORED.get(entry.name, entry.name)]
    mirrored = run(other, swapped(pairs))
    if entry.name in MIRRORED:
        assert same(number, mirrored)
    elif entry.name == "rate_ratio":
        turned = replace(number, value=1 / number.value, low=1 / number.high, high=1 / number.low)
        assert same(turned, mirrored)
    else:
        assert same(negated(number), mirrored)


@every_statistic
@pytest.mark.parametrize("shift", [10.0, 0.1])
def test_shifting_both_waves_changes_levels_only(
    entry: Statistic, kind: str, better: str, shift: float, make: Make
) -> None:
    """Yes/no and counts have no origin to shift: there a number or a note is all that is asked for."""
    pairs = make(kind, better)
    moved = replace(pairs, before=pairs.before + shift, after=pairs.after + shift)
    number, after = run(entry, pairs), run(entry, moved)
    if entry.name in LEVELS:
        assert after.value == pytest.approx(number.value + shift)
    elif kind != "count" and not entry.name.startswith("share_yes"):
        assert same(number, after)
    else:
        assert np.isfinite(after.value) or after.note


@every_statistic
@pytest.mark.parametrize("factor", [3.0, 0.1])
def test_a_change_of_unit_changes_the_unit(
    entry: Statistic, kind: str, better: str, factor: float, make: Make
) -> None:
    pairs = make(kind, better)
    if kind == "binary":
        factor = 1.0  # yes and no have no unit
    step = None if pairs.resolution is None else pairs.resolution * factor
    scaled = replace(pairs, before=pairs.before * factor, after=pairs.after * factor, resolution=step)
    number, after = run(entry, pairs), run(entry, scaled)
    if entry.unit_kind in {"unit", "rate"}:
        number = replace(
            number,
            value=number.value * factor,
            low=number.low * factor,
            high=number.high * factor,
            se=number.se * factor,
        )
    assert same(number, after)


@every_statistic
def test_higher_confidence_contains_lower(entry: Statistic, kind: str, better: str, make: Make) -> None:
    pairs = make(kind, better)
    wide, narrow = run(entry, pairs, 0.95), run(entry, pairs, 0.8)
    assert wide.value == narrow.value or np.isnan(wide.value)
    assert np.isnan(wide.low) or wide.low <= narrow.low <= narrow.high <= wide.high


@every_statistic
def test_value_lies_in_its_interval(entry: Statistic, kind: str, better: str, make: Make) -> None:
    number = run(entry, make(kind, better))
    assert np.isfinite(number.value)
    assert np.isnan(number.low) or number.low <= number.value <= number.high
    assert not number.note or number.note == "share_interval_clipped"


@every_statistic
def test_reverse_coding_with_the_direction_turned_is_the_same_improvement(
    entry: Statistic, kind: str, better: str, make: Make
) -> None:
    """A scale read from its other end: what was better stays better, and differences change sign."""
    pairs = make(kind, better)
    if kind == "count":
        return_to_zero = max(pairs.before.max(), pairs.after.max())
        pairs = replace(pairs, exposure_before=None, exposure_after=None)
    else:
        return_to_zero = 1.0 if kind == "binary" else 20.0
    turned = {"higher": "lower", "lower": "higher", "neither": "neither"}[better]
    reverse = replace(
        pairs, before=return_to_zero - pairs.before, after=return_to_zero - pairs.after, better=turned
    )
    number, after = run(entry, pairs), run(entry, reverse)
    if entry.name in SIGNED_SHARES:
        assert same(number, after)
    elif entry.name in {"share_higher", "share_lower", "share_not_higher", "share_not_lower"}:
        assert same(run(CATALOGUE[MIRRORED[entry.name]], pairs), after)
    elif entry.name.endswith(("_before", "_after")):
        whole = return_to_zero
        assert after.value == pytest.approx(whole - number.value)
    elif entry.name == "rate_ratio":
        assert np.isfinite(after.value) or after.note
    else:
        assert same(negated(number), after)


@every_statistic
def test_twice_the_same_call_gives_the_same_bits(
    entry: Statistic, kind: str, better: str, make: Make
) -> None:
    pairs = make(kind, better)
    assert repr(run(entry, pairs)) == repr(run(entry, pairs))


@every_statistic
def test_units_with_one_value_only_are_not_used(entry: Statistic, kind: str, better: str, make: Make) -> None:
    pairs = make(kind, better)
    assert same(run(entry, pairs), run(entry, replace(pairs, before_only=4, after_only=2)), exactly=True)


@every_statistic
def test_the_declared_step_may_be_left_out_where_the_data_show_it(
    entry: Statistic, kind: str, better: str, make: Make
) -> None:
    pairs = make(kind, better)
    assert same(run(entry, pairs), run(entry, replace(pairs, resolution=None)))


def test_the_catalogue_cannot_be_changed() -> None:
    with pytest.raises(TypeError):
        CATALOGUE["mean_change"] = CATALOGUE["g_av"]  # type: ignore[index]


@pytest.mark.parametrize("kind", ["scale", "ordinal", "binary", "ladder", "count"])
@pytest.mark.parametrize("better", ["higher", "lower", "neither"])
def test_every_kind_has_shares_and_an_estimate_with_its_interval(kind: str, better: str) -> None:
    names = [entry.name for entry in for_kind(kind, better)]
    shares = ["share_better", "share_same", "share_worse"]
    assert names[:3] == (["share_higher", "share_same", "share_lower"] if better == "neither" else shares)
    assert ("family_rate_change" if kind == "count" else "family_mean_change") in names
    assert "change_from_entry" not in names
    assert ("net_improvement" in names) == (better != "neither")
