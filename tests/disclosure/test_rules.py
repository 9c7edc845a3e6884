"""Each rule of the gate on one estimate, with families counted by hand."""

from math import isnan, nan

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scales import scale_of

from fou_eval.disclosure.rules import RULES, Limits, withheld
from fou_eval.estimates import Estimate

LIMITS = Limits(threshold=5, enrolled=18, resolution=1.0)


def estimate(**changes: object) -> Estimate:
    base: dict[str, object] = {
        "outcome": "rating",
        "kind": "scale",
        "statistic": "mean_change",
        "value": 1.26,
        "low": 0.31,
        "high": 2.24,
        "n": 16,
        "n_families": 16,
    }
    made = base | changes
    made.setdefault("scale", scale_of(str(made["statistic"]), str(made["kind"])))
    return Estimate(**made)  # type: ignore[arg-type]


def test_four_families_are_too_few_for_any_number() -> None:
    assert RULES["rule.few_families"](estimate(n=12, n_families=4), LIMITS) is None
    assert RULES["rule.few_families"](estimate(n=12, n_families=5), LIMITS) is not None


def test_persons_do_not_count_only_their_families_do() -> None:
    assert RULES["rule.few_families"](estimate(n=400, n_families=2), LIMITS) is None


@pytest.mark.parametrize(
    ("inside", "outside", "passes"),
    [(5, 11, True), (4, 12, False), (12, 4, False), (16, 0, False), (0, 16, False)],
)
def test_both_sides_of_a_split_hold_five_families(inside: int, outside: int, passes: bool) -> None:
    row = estimate(statistic="share_better", families_in=inside, families_out=outside)
    assert (RULES["rule.split"](row, LIMITS) is not None) is passes


def test_sensitive_indicators_need_eight() -> None:
    strict = Limits(threshold=8, enrolled=18, resolution=1.0)
    row = estimate(statistic="share_better", families_in=7, families_out=9)
    assert RULES["rule.split"](row, strict) is None
    assert RULES["rule.split"](row, LIMITS) is row


def test_a_change_that_all_families_share_is_not_told() -> None:
    assert RULES["rule.common_change"](estimate(value=0.0, note="no_variation"), LIMITS) is None
    assert RULES["rule.common_change"](estimate(note="too_few_families_changed"), LIMITS) is not None


def test_leaving_a_family_out_is_said_in_words_only() -> None:
    row = estimate(statistic="leave_one_family_out", low=0.9, high=1.6)
    shown = RULES["rule.differencing"](row, LIMITS)
    assert shown is not None
    assert isnan(shown.value)
    assert isnan(shown.low)
    assert isnan(shown.high)
    assert shown.note == "direction_stable"
    turned = RULES["rule.differencing"](
        estimate(statistic="leave_one_family_out", low=-0.1, high=1.6), LIMITS
    )
    assert turned is not None
    assert turned.note == "direction_not_stable"


def test_nine_families_get_no_interval_and_no_p() -> None:
    shown = RULES["rule.spread"](estimate(n=9, n_families=9, p_value=0.03), LIMITS)
    assert shown is not None
    assert shown.value == 1.26
    assert isnan(shown.low)
    assert isnan(shown.p_value)
    assert RULES["rule.spread"](estimate(statistic="g_av", n=9, n_families=9), LIMITS) is None


@pytest.mark.parametrize(
    ("p", "shown"),
    [(0.00002, 0.001), (2.0**-8, 0.01), (0.0347, 0.05), (0.0501, 0.06), (0.162, 0.2), (0.31, 0.4)],
)
def test_small_p_values_are_classes_and_others_are_rounded_up(p: float, shown: float) -> None:
    """The smallest attainable value looks like every other value of its class."""
    row = RULES["rule.coarse_p"](estimate(p_value=p, p_exact=p, p_adjusted=p, families_changed=8), LIMITS)
    assert row is not None
    assert (row.p_value, row.p_exact, row.p_adjusted, row.note) == (shown, shown, shown, "")


def test_a_mean_at_the_end_of_the_scale_is_not_told() -> None:
    ends = Limits(threshold=5, enrolled=18, resolution=1.0, ends=(0.0, 10.0))
    assert RULES["rule.scale_end"](estimate(statistic="mean_after", value=10.0), ends) is None
    assert RULES["rule.scale_end"](estimate(statistic="mean_after", value=9.9), ends) is not None


def test_a_rate_stands_on_events_of_five_families() -> None:
    row = estimate(statistic="rate_after", kind="count", families_in=4)
    assert RULES["rule.split"](row, LIMITS) is None
    assert RULES["rule.split"](estimate(statistic="rate_after", families_in=5), LIMITS) is not None


def test_few_missing_families_become_a_range() -> None:
    row = Estimate(
        statistic="families_at_wave",
        category="t1",
        value=16.0,
        n=16,
        n_families=16,
        families_in=16,
        families_out=2,
    )
    shown = RULES["rule.drop_out_range"](row, LIMITS)
    assert shown is not None
    assert isnan(shown.value)
    assert (shown.low, shown.high, shown.families_out) == (14.0, 17.0, None)
    many = Estimate(
        statistic="families_at_wave",
        category="t4",
        value=12.0,
        n=12,
        n_families=12,
        families_in=12,
        families_out=6,
    )
    assert RULES["rule.drop_out_range"](many, LIMITS) is many


def test_small_counts_beside_a_number_are_not_told() -> None:
    row = estimate(before_only=9, after_only=0, families_changed=13, families_in=14, families_out=2)
    shown = RULES["rule.small_counts"](row, LIMITS)
    assert shown is not None
    assert (shown.before_only, shown.after_only, shown.families_changed) == (None, None, None)
    assert (shown.families_in, shown.families_out) == (None, None)


def test_published_values_have_the_decimals_of_the_scale() -> None:
    shown = RULES["rule.precision"](estimate(se=0.4567), LIMITS)
    assert shown is not None
    assert (shown.value, shown.low, shown.high, shown.se) == (1.3, 0.3, 2.2, 0.5)
    few = RULES["rule.precision"](estimate(n=8, n_families=8, low=nan, high=nan), LIMITS)
    assert few is not None
    assert few.value == 1.0


@given(st.floats(-1e6, 1e6), st.floats(0, 1), st.integers(0, 40), st.integers(0, 40))
def test_a_withheld_estimate_holds_no_number(value: float, p: float, inside: int, outside: int) -> None:
    row = withheld(
        estimate(
            value=value,
            low=value,
            high=value,
            p_value=p,
            families_in=inside,
            families_out=outside,
            before_only=3,
        )
    )
    numbers = [row.value, row.low, row.high, row.p_value, row.p_exact, row.p_adjusted, row.se, row.df]
    assert all(isnan(number) for number in numbers)
    assert (row.n, row.n_families, row.families_in, row.families_out, row.before_only) == (
        0,
        0,
        None,
        None,
        None,
    )
