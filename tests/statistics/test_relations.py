"""What must hold for every statistic of the catalogue, without exception, whatever it computes."""

import inspect
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from itertools import product
from typing import Any

import numpy as np
import pytest
from oracles import FAMILIES
from oracles.rules import Rule, agree, when_reversed, when_scaled, when_shifted, when_swapped

from fou_eval.statistics import CATALOGUE, Number, Pairs, for_kind
from fou_eval.statistics.registry import Statistic

CASES = [pytest.param(entry, id=entry.name) for entry in CATALOGUE.values()]
Make = Callable[..., Pairs]


def every_statistic(check: Callable[..., None]) -> Callable[..., None]:
    """Run a check for every statistic and, inside one test, every kind and direction it is computed for."""
    signature = inspect.signature(check)

    def swept(**given: Any) -> None:
        entry = given["entry"]
        for kind, better in product(sorted(entry.kinds), sorted(entry.better)):
            try:
                check(kind=kind, better=better, **given)
            except Exception as error:
                error.add_note(f"{kind}, {better}")
                raise

    kept = [part for part in signature.parameters.values() if part.name not in {"kind", "better"}]
    swept.__signature__ = signature.replace(parameters=kept)  # type: ignore[attr-defined]
    swept.__name__, swept.__doc__ = check.__name__, check.__doc__
    swept.pytestmark = list(getattr(check, "pytestmark", []))  # type: ignore[attr-defined]
    return pytest.mark.parametrize("entry", CASES)(swept)


def own(relation: str) -> dict[str, Any]:
    return {name: rule for family in FAMILIES for name, rule in getattr(family, relation).items()}


LEVELS = {"mean_before", "mean_after", "share_yes_before", "share_yes_after", "rate_before", "rate_after"}
EVIDENCE = own("EVIDENCE")
SWAPPED, REVERSED, SHIFTED, SCALED = (own(name) for name in ("SWAPPED", "REVERSED", "SHIFTED", "SCALED"))


def run(entry: Statistic, pairs: Pairs, confidence: float = 0.95) -> Number:
    return entry.function(EVIDENCE[entry.takes](pairs), confidence=confidence)


@cache
def original(make: Make, kind: str, better: str) -> Pairs:
    """The data as they were, the same for all relations."""
    return make(kind, better)


@cache
def number(entry: Statistic, pairs: Pairs) -> Number:
    """What a statistic gives for the data as they were: computed once, compared with in every relation."""
    return run(entry, pairs)


def follows(rule: Rule, entry: Statistic, pairs: Pairs, changed: Number) -> bool:
    """Whether the number of the changed data is what the rule makes of the data as they were."""
    expected = rule(number(entry, pairs), lambda name: number(CATALOGUE[name], pairs))
    if expected is None:
        return bool(np.isfinite(changed.value) or changed.note)
    return agree(expected, changed)


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


@every_statistic
def test_row_order_changes_no_bit(entry: Statistic, kind: str, better: str, make: Make) -> None:
    """Sums of rates and sums over several rows of a model may differ in the last bit, nothing else."""
    pairs = original(make, kind, better)
    order = np.random.default_rng(1).permutation(pairs.n)
    exactly = entry.takes is Pairs and kind != "count"
    assert agree(number(entry, pairs), run(entry, picked(pairs, order)), tolerance=0.0 if exactly else 1e-9)


@every_statistic
def test_family_names_do_not_matter(entry: Statistic, kind: str, better: str, make: Make) -> None:
    pairs = original(make, kind, better)
    names = np.random.default_rng(2).permutation(1000)
    assert agree(number(entry, pairs), run(entry, replace(pairs, family=names[pairs.family])))


@every_statistic
def test_swapping_the_waves_mirrors(entry: Statistic, kind: str, better: str, make: Make) -> None:
    pairs = original(make, kind, better)
    assert follows(when_swapped(entry, SWAPPED), entry, pairs, run(entry, swapped(pairs)))


@every_statistic
@pytest.mark.parametrize("shift", [10.0, 0.1])
def test_shifting_both_waves_changes_levels_only(
    entry: Statistic, kind: str, better: str, shift: float, make: Make
) -> None:
    pairs = original(make, kind, better)
    moved = replace(pairs, before=pairs.before + shift, after=pairs.after + shift)
    assert follows(when_shifted(entry, SHIFTED, kind, shift), entry, pairs, run(entry, moved))


@every_statistic
@pytest.mark.parametrize("factor", [3.0, 0.1])
def test_a_change_of_unit_changes_the_unit(
    entry: Statistic, kind: str, better: str, factor: float, make: Make
) -> None:
    pairs = original(make, kind, better)
    if kind == "binary":
        factor = 1.0  # yes and no have no unit
    step = None if pairs.resolution is None else pairs.resolution * factor
    scaled = replace(pairs, before=pairs.before * factor, after=pairs.after * factor, resolution=step)
    assert follows(when_scaled(entry, SCALED, factor), entry, pairs, run(entry, scaled))


@every_statistic
def test_higher_confidence_contains_lower(entry: Statistic, kind: str, better: str, make: Make) -> None:
    pairs = original(make, kind, better)
    wide, narrow = number(entry, pairs), run(entry, pairs, 0.8)
    assert wide.value == narrow.value or np.isnan(wide.value)
    assert np.isnan(wide.low) or wide.low <= narrow.low <= narrow.high <= wide.high


@every_statistic
def test_value_lies_in_its_interval(entry: Statistic, kind: str, better: str, make: Make) -> None:
    found = number(entry, original(make, kind, better))
    assert np.isfinite(found.value) or found.note
    assert np.isnan(found.low) or found.low <= found.value <= found.high


@every_statistic
def test_what_an_entry_offers_it_gives(entry: Statistic, kind: str, better: str, make: Make) -> None:
    found = number(entry, original(make, kind, better))
    given = {
        "test": np.isfinite(found.p_value),
        "interval": np.isfinite(found.low),
        "range": np.isfinite(found.low),
    }
    assert all(given[offer] for offer in entry.offers) or found.note
    assert "test" in entry.offers or np.isnan(found.p_value)
    assert {"interval", "range"} & entry.offers or np.isnan(found.low)


@every_statistic
def test_reverse_coding_with_the_direction_turned_is_the_same_improvement(
    entry: Statistic, kind: str, better: str, make: Make
) -> None:
    """A scale read from its other end: what was better stays better, and differences change sign."""
    pairs = original(make, kind, better)
    if kind == "count":
        whole = max(pairs.before.max(), pairs.after.max())
        pairs = replace(pairs, exposure_before=None, exposure_after=None)
    else:
        whole = 1.0 if kind == "binary" else 20.0
    turned = {"higher": "lower", "lower": "higher", "neither": "neither"}[better]
    reverse = replace(pairs, before=whole - pairs.before, after=whole - pairs.after, better=turned)
    after = run(entry, reverse)
    assert follows(when_reversed(entry, REVERSED), entry, pairs, after)
    if entry.name in LEVELS:
        assert after.value == pytest.approx(whole - number(entry, pairs).value)


@every_statistic
def test_twice_the_same_call_gives_the_same_bits(
    entry: Statistic, kind: str, better: str, make: Make
) -> None:
    pairs = original(make, kind, better)
    assert repr(run(entry, pairs)) == repr(run(entry, pairs))


@every_statistic
def test_units_with_one_value_only_are_not_used(entry: Statistic, kind: str, better: str, make: Make) -> None:
    pairs = original(make, kind, better)
    counted = replace(pairs, before_only=4, after_only=2)
    assert agree(number(entry, pairs), run(entry, counted), tolerance=0.0)


@every_statistic
def test_the_declared_step_may_be_left_out_where_the_data_show_it(
    entry: Statistic, kind: str, better: str, make: Make
) -> None:
    pairs = original(make, kind, better)
    assert agree(number(entry, pairs), run(entry, replace(pairs, resolution=None)))


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
