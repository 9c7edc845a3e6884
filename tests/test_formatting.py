"""Numbers as readers see them."""

from datetime import date
from math import inf, nan

import pytest

from fou_eval.declaration.codebook import Column
from fou_eval.declaration.text import Text
from fou_eval.estimates import Estimate, change_scale
from fou_eval.formatting import (
    count_range,
    day,
    estimate_decimals,
    interval,
    interval_label,
    month,
    number,
    p_value,
    percent,
    points,
    published_decimals,
    ratio,
    round_significant,
    round_to,
    signed,
)
from fou_eval.quantities import estimate_text, interval_text, unit_text, value_text

ABSENCE = Column(
    label=Text(sv="Skolfrånvaro", en="School absence"),
    type="number",
    kind="scale",
    unit=Text(sv="procent av undervisningstiden", en="per cent of scheduled time"),
    resolution=0.1,
)


@pytest.mark.parametrize(
    ("value", "decimals", "expected"),
    [(2.5, 0, 3.0), (-2.5, 0, -3.0), (1.005, 2, 1.01), (0.285, 2, 0.29), (1234.5, -2, 1200.0), (inf, 1, inf)],
)
def test_rounding_is_half_away_from_zero_on_the_decimal_form(
    value: float, decimals: int, expected: float
) -> None:
    assert round_to(value, decimals) == expected


def test_rounding_twice_changes_nothing() -> None:
    for value in (0.15, 0.25, 0.35, -1.45, 2.675):
        assert round_to(round_to(value, 1), 1) == round_to(value, 1)


def test_zero_has_no_sign_even_after_rounding() -> None:
    assert number(-0.04, "sv") == "0,0"
    assert signed(-0.04, "sv") == signed(0.04, "sv") == signed(0.0, "sv") == "0,0"


def test_minus_is_the_true_minus_and_never_a_hyphen() -> None:
    for text in (number(-1.5, "sv"), signed(-1.5, "en"), points(-0.1, "sv"), interval(-2, -1, "en")):
        assert "\u2212" in text
        assert "-" not in text


def test_what_does_not_exist_is_a_dash_and_without_limit_is_infinite() -> None:
    assert {number(nan, "sv"), percent(nan, "sv"), points(nan, "en"), p_value(nan, "sv")} == {"–"}
    assert interval(nan, nan, "sv") == "–"
    assert interval(-inf, 1.25, "sv") == "[−∞; 1,3]"


def test_swedish_and_english_signs() -> None:
    assert number(1234567.8, "sv") == "1\u00a0234\u00a0567,8"
    assert number(1234567.8, "en") == "1,234,567.8"
    assert interval(1.2, 3.4, "sv") == "[1,2; 3,4]"
    assert interval(1.2, 3.4, "en") == "[1.2, 3.4]"
    assert interval_label(0.95, "en") == "95%\u00a0CI"
    assert (percent(0.67, "sv"), percent(0.67, "en")) == ("67\u00a0%", "67%")


@pytest.mark.parametrize(
    ("p", "text"),
    [
        (0.00099, "p < 0,001"),
        (0.0011, "p = 0,001"),
        (0.03, "p = 0,03"),
        (0.4, "p = 0,4"),
        (1.0, "p ≥ 0,05"),
        (0.0, "p < 0,001"),
    ],
)
def test_p_value_shows_no_more_digits_than_it_has(p: float, text: str) -> None:
    assert p_value(p, "sv") == text


def test_significant_digits() -> None:
    assert [round_significant(p, 1) for p in (0.0347, 0.00052, 0.95, 1.0)] == [0.03, 0.0005, 1.0, 1.0]


def test_published_decimals_follow_the_resolution() -> None:
    assert [published_decimals(step) for step in (1, 0.1, 0.01, None, 0.25, 1000)] == [1, 1, 2, 1, 2, 0]


def test_ranges_ratios_and_dates() -> None:
    assert count_range(14, 17) == "14–17"
    assert ratio(2 / 3, "en") == "0.67"
    assert day(date(2015, 1, 5), "sv") == "5\u00a0januari 2015"
    assert month(date(2015, 12, 5), "en") == "December 2015"


def test_estimate_is_written_in_its_own_unit() -> None:
    change = Estimate(statistic="family_mean_change", scale="change", value=-4.2, low=-7.9, high=-0.5)
    assert estimate_text(change, ABSENCE, "sv") == "−4,2\u00a0procentenheter av undervisningstiden"
    assert estimate_text(change, ABSENCE, "en") == "−4.2\u00a0percentage points of scheduled time"
    assert interval_text(change, ABSENCE, "sv") == "[−7,9; −0,5]"
    before = Estimate(statistic="mean_before", kind="scale", value=22.04)
    assert estimate_text(before, ABSENCE, "sv") == "22,0\u00a0procent av undervisningstiden"


def test_differences_of_proportions_are_percentage_points() -> None:
    net = Estimate(statistic="net_improvement", scale="points", value=0.29, low=-0.05, high=0.63)
    assert estimate_text(net, None, "sv") == "+29\u00a0procentenheter"
    assert (value_text(net, None, "sv"), interval_text(net, None, "sv")) == ("+29", "[−5; 63]")
    assert change_scale("binary") == "points"


def test_withheld_estimate_is_a_dash() -> None:
    assert estimate_text(Estimate(statistic="mean_change", scale="change", value=nan), ABSENCE, "sv") == "–"


def test_unit_of_rates_and_ladders() -> None:
    assert unit_text("points", None, "en") == "percentage points"
    assert unit_text("rate_change", None, "sv") == "antal per mätt tid"
    ladder = Column(label=Text(sv="Steg", en="Step"), type="code", kind="ladder")
    assert unit_text("change", ladder, "sv") == "steg"
    assert estimate_decimals("ratio", 1) == 2
