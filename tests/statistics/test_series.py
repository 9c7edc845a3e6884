"""Few series: published figures, brute force over pairs and draws, peers, and what must not be computed."""

from dataclasses import replace
from itertools import product

import numpy as np
import pytest
import statsmodels.api as sm
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.stats import norm, t, ttest_1samp
from statsmodels.stats.diagnostic import acorr_ljungbox

from fou_eval.statistics import CATALOGUE, Number
from fou_eval.statistics.engine import overlap
from fou_eval.statistics.engine.between_case import BetweenCase, between_case
from fou_eval.statistics.engine.interrupted import (
    LEVEL_CHANGE,
    has_full_rank,
    interrupted,
    lines,
    pooled,
    season,
)
from fou_eval.statistics.engine.regression import cluster_regression
from fou_eval.statistics.engine.starts import MOST, starts_test
from fou_eval.statistics.series import Series

# Printed to six decimals.
PRINTED = 5e-7
# Baseline and treatment sessions of eight children, per cent of intervals with speech (Laski, Charlop & Schreibman
# 1988), as digitised for Hedges, Pustejovsky & Shadish (2013).
LASKI = [
    ([27.6, 23.96, 23.83, 47.26], [52.7, 60.99, 66.6, 52.5, 85.88, 47.05, 66.28, 54.05, 51.23]),
    ([49.67, 23.57, 26.38, 28.35, 45.11], [70.67, 79.13, 84.09, 88.56, 80.9, 91.84, 63.42, 70.38]),
    ([0] * 7, [28.07, 28.2, 57.15, 72.37, 45.56, 52.3, 28.37, 60.37, 57.46]),
    (
        [32.84, 14.26, 0, 7.99, 23.55, 11.51, 28.22, 44.94, 35.02, 4.34],
        [69.26, 69.96, 62.98, 58.13, 58.17, 27.67, 70.85],
    ),
    (
        [46.7, 56.07, 32.28, 36.7, 59.93, 12.05, 34.95],
        [75.18, 92.15, 85.84, 83.33, 81.16, 74.86, 86.54, 74.96, 87.13],
    ),
    ([52.32, 51.99, 65.23, 57.28, 67.55, 57.62, 55.46], [78.31, 89.4, 72.35, 86.59, 81.79, 89.57, 84.11]),
    (
        [58.06, 65.79, 52.63, 72.37, 81.91, 71.38, 73.52, 70.56],
        [45.39, 77.14, 71.88, 77.14, 87.01, 84.7, 74.18, 54.11, 74.67, 76.15, 83.39],
    ),
    (
        [41.36, 73.04, 47.25, 67.13, 62.1, 56.91, 66.66, 51, 72.87, 48.41, 16.96],
        [81.37, 86.48, 69.98, 78.41, 72.21, 70.51, 67.47, 84.53, 81],
    ),
]
# Writing quality of six pupils, sessions and scores before and after (Saddler, Behforooz & Asaro 2008), as digitised
# for the same article; not every pupil was measured at every session.
SADDLER = [
    ([1, 2, 3, 4], [2, 2, 3, 2], [5, 6, 7], [4, 4, 4]),
    ([1, 2, 3], [3, 4, 2], [5, 6, 7], [5, 5, 6]),
    ([1, 3, 4, 5], [4, 4, 3, 2], [6, 7, 8], [5, 4, 4]),
    ([1, 3, 4, 5], [2, 2, 2, 2], [6, 7, 8], [4, 4, 5]),
    ([1, 5, 6, 7], [1, 1, 2, 1], [8, 9, 10], [3, 4, 4]),
    ([1, 5, 6, 7], [3, 3, 3, 3], [8, 9, 10], [5, 6, 6]),
]


def laski() -> BetweenCase:
    value, after = np.full((8, 20), np.nan), np.zeros((8, 20), dtype=bool)
    for row, (before, later) in enumerate(LASKI):
        value[row, : len(before) + len(later)] = before + later
        after[row, len(before) :] = True
    return between_case(value, after)


def saddler() -> BetweenCase:
    value, after = np.full((6, 10), np.nan), np.zeros((6, 10), dtype=bool)
    for row, (times, before, later_times, later) in enumerate(SADDLER):
        value[row, np.array(times) - 1], value[row, np.array(later_times) - 1] = before, later
        after[row, np.array(later_times) - 1] = True
    return between_case(value, after)


def made(value: object, family: object = None, **more: object) -> Series:
    """A series of as many occasions before the start as after it, a month apart."""
    values = np.atleast_2d(np.asarray(value, dtype=float))
    columns = values.shape[1]
    months = np.arange(columns) - columns // 2 + 1.0
    families = np.arange(len(values)) if family is None else np.asarray(family)
    return Series(value=values, months=months, family=families, **more)  # type: ignore[arg-type]


def run(name: str, series: Series, confidence: float = 0.95) -> Number:
    return CATALOGUE[name].function(series, confidence=confidence)


def noisy(units: int, occasions: int, seed: int = 5) -> np.ndarray:
    random = np.random.default_rng(seed)
    return (
        random.normal(size=(units, occasions)) + random.normal(size=(units, 1)) + 0.2 * np.arange(occasions)
    )


# Between-case difference -----------------------------------------------------------------------------------------


def test_laski_as_published() -> None:
    """Example 2 of Hedges, Pustejovsky & Shadish (2013), to the six decimals of the tests of R package scdhlm."""
    found = laski()
    assert (found.observations, found.cells) == (128, 27)
    assert [
        found.mean_difference,
        found.variance,
        found.unadjusted,
        found.autocorrelation,
        found.variance_within,
        found.intraclass,
        found.scale,
        found.df,
        found.value,
    ] == pytest.approx(
        [31.822475, 465.815861, 1.474439, 0.016526, 142.555268, 0.693966, 0.102497, 13.100415, 1.388385],
        abs=PRINTED,
    )
    assert found.se**2 == pytest.approx(0.10050132, abs=5e-9)


def test_saddler_as_published() -> None:
    """Example 1 of the same article: occasions that are missing count as distance in time."""
    found = saddler()
    assert (found.observations, found.cells) == (41, 13)
    assert [
        found.mean_difference,
        found.variance,
        found.unadjusted,
        found.autocorrelation,
        found.variance_within,
        found.intraclass,
        found.scale,
        found.df,
        found.value,
    ] == pytest.approx(
        [2.097222, 0.952381, 2.149013, 0.099650, 0.349322, 0.633212, 0.200641, 8.918146, 1.963073],
        abs=PRINTED,
    )
    assert found.se**2 == pytest.approx(0.33491289, abs=5e-9)


def test_degrees_of_freedom_against_full_matrices() -> None:
    """The blocks add up to tr(AVAV) of the matrices that the article writes."""
    value = noisy(4, 8)
    value[0, 2] = value[3, 6] = np.nan
    after = np.broadcast_to(np.arange(8) > 3, value.shape)
    found = between_case(value, after)
    case, time = np.nonzero(~np.isnan(value))
    cells = (2 * time + after[case, time])[:, None] == np.unique(2 * time + after[case, time])
    projection = np.eye(case.size) - cells @ np.linalg.pinv(cells.astype(float))
    within = found.autocorrelation ** np.abs(np.subtract.outer(time, time))
    correlation = np.where(
        np.equal.outer(case, case), found.intraclass + (1 - found.intraclass) * within, 0.0
    )
    product_ = projection @ correlation
    residual = projection @ value[case, time]
    assert found.df == pytest.approx((case.size - found.cells) ** 2 / np.trace(product_ @ product_))
    assert found.variance == pytest.approx(residual @ residual / (case.size - found.cells))


@pytest.mark.parametrize("confidence", [0.8, 0.95])
def test_the_interval_ends_where_the_difference_is_as_far_as_t_allows(confidence: float) -> None:
    found, se, df = laski(), 3.1, 7.0
    sd = np.sqrt(found.variance)
    low, high = found.interval(se, df, confidence)
    for end in (low, high):
        distance = abs(found.mean_difference - end * sd)
        allowed = t.ppf((1 + confidence) / 2, df) * np.sqrt(se**2 + end**2 * found.variance / (2 * found.df))
        assert distance == pytest.approx(allowed)
    assert low < found.value < high


def test_p_of_the_between_case_difference_is_that_of_the_mean_difference() -> None:
    """With one unit per family it is Student's; the interval excludes 0 exactly when p is low."""
    for shift in np.linspace(-1, 1, 21):
        value = noisy(6, 8)
        value[:, 4:] += shift
        number = run("between_case_smd", made(value))
        expected = ttest_1samp(value[:, 4:].mean(1) - value[:, :4].mean(1), 0)
        assert (number.p_value, number.df) == pytest.approx((expected.pvalue, 5))
        assert (number.p_value < 0.05) == (not number.low <= 0 <= number.high)
        mirrored = run("between_case_smd", made(-value))
        assert (mirrored.low, mirrored.high) == pytest.approx((-number.high, -number.low))


def test_the_between_case_difference_needs_cases_that_differ() -> None:
    value = noisy(3, 8)
    assert run("between_case_smd", made(value[:2])).note == "too_few_series"
    apart = np.full((3, 24), np.nan)
    for row in range(3):
        apart[row, [row, row + 3, row + 6, row + 12, row + 15, row + 18]] = noisy(1, 6)[0]
    assert run("between_case_smd", made(apart)).note == "too_few_series"
    assert run("between_case_smd", made(np.tile(value[:1], (3, 1)))).note == "no_variation"
    flat = np.repeat([[0.0, 1.0]], 4, axis=1) + np.arange(3)[:, None]
    assert run("between_case_smd", made(flat)).note == "no_variation"
    alone, family = (
        run("between_case_smd", made(value)),
        run("between_case_smd", made(value, family=[4, 4, 4])),
    )
    assert (family.value, family.note) == (alone.value, "one_family")


def test_a_spread_on_two_degrees_of_freedom_bounds_nothing() -> None:
    """Three units far apart: the variance between them has little more than two, and 4.3^2 / 2 is above twice that."""
    value = 0.1 * noisy(3, 8) + np.array([[0.0], [10.0], [20.0]])
    number = run("between_case_smd", made(value))
    assert number.note == "unbounded_interval"
    assert np.isnan(number.low)
    assert np.isfinite([number.value, number.p_value]).all()


def test_a_huge_difference_has_an_interval() -> None:
    value = noisy(9, 8)
    value[:, 4:] += 1e9
    number = run("between_case_smd", made(value))
    assert 0 < number.low < number.value < number.high < np.inf


# Overlap ---------------------------------------------------------------------------------------------------------


@settings(max_examples=40)
@given(
    first=st.lists(st.integers(0, 5), min_size=1, max_size=6),
    second=st.lists(st.integers(0, 5), min_size=1, max_size=6),
)
def test_overlap_by_brute_force(first: list[int], second: list[int]) -> None:
    a, b = np.array(first, dtype=float), np.array(second, dtype=float)
    pairs = [(x, y) for x in first for y in second]
    assert overlap.nap(a, b) == pytest.approx(np.mean([(y > x) + 0.5 * (x == y) for x, y in pairs]))
    assert overlap.pnd(a, b) == np.mean(b > a.max())
    middle = np.median(a)
    assert overlap.pem(a, b) == np.mean((b > middle) + 0.5 * (b == middle))
    kept = [
        sum(keep)
        for keep in product([0, 1], repeat=a.size + b.size)
        if max([x for x, k in zip(first, keep[: a.size], strict=True) if k], default=-1)
        < min([y for y, k in zip(second, keep[a.size :], strict=True) if k], default=9)
    ]
    assert overlap.pand(a, b) == max(kept) / (a.size + b.size)
    backwards = overlap.nap(-a, -b)
    assert overlap.nap(a, b) + backwards == pytest.approx(1)


def test_floating_point_noise_is_a_tie() -> None:
    """0.1 + 0.2 is 0.3: half a win, not a whole one."""
    assert overlap.nap(np.array([0.3]), np.array([0.1 + 0.2])) == 0.5
    assert overlap.pnd(np.array([0.3]), np.array([0.1 + 0.2])) == 0


def test_nothing_but_a_trend_has_a_corrected_tau_of_0() -> None:
    """0.1, 0.2, 0.3 ... lie on a line only up to rounding error."""
    times = np.arange(4.0), np.arange(4.0, 8.0)
    assert overlap.tau_bc(0.1 * times[0] + 0.1, 0.1 * times[1] + 0.1, times) == 0
    assert overlap.nap(0.1 * times[0], 0.1 * times[1]) == 1


def test_tau_u_can_exceed_1_and_is_no_entry() -> None:
    assert overlap.tau_u(np.array([3.0, 2.0, 1.0]), np.array([4.0, 5.0])) == 1.5
    assert "tau_u" not in CATALOGUE


@pytest.mark.parametrize(
    ("value", "sizes"), [(0.9, (4, 5)), (0.3, (10, 10)), (0.5, (3, 3)), (1.0, (4, 4)), (0.0, (4, 4))]
)
def test_the_score_interval_solves_its_equation(value: float, sizes: tuple[int, int]) -> None:
    """The polynomial that Newcombe's method 5 comes down to."""
    m, n = sizes
    h, z2 = (m + n) / 2 - 1, norm.ppf(0.975) ** 2
    low, high = overlap.nap_interval(value, sizes, 0.95)
    for x in (low, high):
        left = m * n * (value - x) ** 2 * (2 - x) * (1 + x)
        assert left == pytest.approx(z2 * x * (1 - x) * (2 + h + (1 + 2 * h) * x * (1 - x)), abs=1e-9)
    assert 0 <= low <= value <= high <= 1
    assert high - low > 0.1


def test_the_p_value_of_nap_agrees_with_its_interval() -> None:
    for wins in range(26):
        value, sizes = wins / 25, (5, 5)
        low, high = overlap.nap_interval(value, sizes, 0.9)
        assert (overlap.nap_p_value(value, sizes) < 0.1) == (not low <= 0.5 <= high)


def test_nap_of_families_is_a_t_test_where_each_has_one_member() -> None:
    value = np.round(noisy(7, 8), 1)
    shares = [overlap.nap(row[:4], row[4:]) for row in value]
    number, expected = run("nap", made(value)), ttest_1samp(shares, 0.5)
    assert (number.value, number.p_value) == pytest.approx((np.mean(shares), expected.pvalue))
    low, high = expected.confidence_interval(0.95)
    assert (number.low, number.high) == pytest.approx((low, min(high, 1)))
    tau = run("tau", made(value))
    assert (tau.value, tau.low, tau.se) == pytest.approx((2 * number.value - 1, 2 * low - 1, 2 * number.se))
    assert tau.p_value == number.p_value


def test_lower_is_better_turns_the_share_round() -> None:
    value = noisy(6, 8)
    value[0, 1] = np.nan
    higher, lower = run("nap", made(value)), run("nap", made(value, better="lower"))
    assert lower.value == pytest.approx(1 - higher.value)
    assert run("tau_bc", made(-value, better="lower")).value == pytest.approx(
        run("tau_bc", made(value)).value
    )


def test_the_step_of_the_indicator_decides_what_is_a_tie() -> None:
    value = [[1.0, 1.1, 0.9, 1.2, 1.3, 1.1]]
    assert run("nap", made(value, resolution=1.0)).value == 0.5
    assert run("nap", made(value)).value == pytest.approx(8.5 / 9)


def test_missing_occasions_are_passed_over() -> None:
    value = np.array([[1, 2, np.nan, 3, 5, 4, 6, np.nan]])
    assert run("nap", made(value)).value == overlap.nap(np.array([1.0, 2, 3]), np.array([5.0, 4, 6]))
    times = np.array([-3.0, -2, 0]), np.array([1.0, 2, 3])
    bent = np.array([[1, 2, np.nan, 3, 5, 4, 4.5, np.nan]])
    expected = overlap.tau_bc(np.array([1.0, 2, 3]), np.array([5, 4, 4.5]), times)
    assert run("tau_bc", made(bent)).value == pytest.approx(expected)


def test_one_series_has_the_score_interval_and_says_so() -> None:
    alone = run("nap", made([[1, 2, 1, 4, 2, 3, 5, 4]]))
    assert alone.note == "one_series"
    assert (alone.low, alone.high) == overlap.nap_interval(alone.value, (4, 4), 0.95)
    assert run("tau_bc", made([[1, 2, 1, 4, 2, 3, 5, 4]])).note == "one_family"
    siblings = run("nap", made([[1, 2, 1, 4, 2, 3, 5, 4]] * 2, family=[3, 3]))
    assert (siblings.note, siblings.value) == ("one_family", alone.value)
    assert np.isnan([siblings.low, siblings.p_value]).all()


def test_ratio_of_rates_over_all_occasions() -> None:
    """Two families with 12 and 6 events in three periods before, 3 and 6 in three after; one with none before."""
    series = made([[4, 4, 4, 1, 1, 1], [1, 2, 3, 2, 2, 2], [0, 0, 0, 0, 1, 0.0]])
    assert run("response_ratio", series).value == pytest.approx(10 / 18)


# Interrupted series ----------------------------------------------------------------------------------------------


def test_one_series_as_statsmodels_fits_it() -> None:
    outcome, time, after = noisy(1, 14)[0], np.arange(14.0) * 1.5 + 3, np.arange(14) > 5
    fit = interrupted(outcome, time, after, start=12.0)
    peer = sm.OLS(outcome, sm.add_constant(lines(time - 3, after, 9.0))).fit()
    assert fit.coefficients == pytest.approx(peer.params)
    assert fit.se == pytest.approx(peer.bse)
    assert fit.p_value == pytest.approx(peer.pvalues)
    assert fit.f == pytest.approx((peer.fvalue, 3, 10))
    assert fit.r2 == pytest.approx((peer.rsquared, peer.rsquared_adj))
    assert fit.aic == pytest.approx(peer.aic + 2)  # statsmodels does not count the variance
    box = acorr_ljungbox(peer.resid, lags=[4])
    assert fit.ljung_box(4) == pytest.approx((box.lb_stat.iloc[0], 4, box.lb_pvalue.iloc[0]))


def test_levels_taken_out_are_levels_estimated() -> None:
    """CR2 and its degrees of freedom with a column per unit, siblings and gaps included, are those without."""
    random = np.random.default_rng(3)
    value = noisy(9, 10)
    value[random.random(value.shape) < 0.15] = np.nan
    unit, occasion = np.nonzero(~np.isnan(value))
    family = np.array([0, 0, 0, 1, 1, 2, 3, 4, 4])[unit]
    time, after = occasion - 4.0, occasion > 4
    outcome, design = value[unit, occasion], lines(time, after, 0.0)
    columns = np.column_stack([design, unit[:, None] == np.arange(9)])
    short, long = pooled(outcome, design, unit, family), cluster_regression(outcome, columns, family)
    for field in ("coefficients", "cr0", "cr2", "cr3", "df"):
        assert getattr(short, field) == pytest.approx(getattr(long, field)[:3])


def test_level_is_read_off_at_the_start_and_not_at_month_zero_of_the_calendar() -> None:
    """Lines 10 + t and 12 + 2 t cross the start 2 apart; one occasion later it would be 3."""
    months = np.array([-3.0, -2.0, -1.0, 0.0, 1.0, 2.0, 3.0])
    row = np.where(months > 0, 12 + 2 * months, 10 + months)
    series = Series(value=row[None, :], months=months, family=np.array([0]))
    assert run("level_change", series).value == pytest.approx(2)
    assert run("slope_change", series).value == pytest.approx(1)
    later = interrupted(row, months, months > 0, start=1.0)
    assert later.coefficients[1 + LEVEL_CHANGE] == pytest.approx(3)


def test_equal_designs_give_the_t_test_of_the_units_own_differences() -> None:
    value = noisy(6, 8)
    months = made(value).months
    own = [interrupted(row, months, months > 0, start=0.0).coefficients for row in value]
    for name, place in (("level_change", 2), ("slope_change", 3)):
        number, expected = run(name, made(value)), ttest_1samp([fit[place] for fit in own], 0)
        assert (number.value, number.p_value) == pytest.approx(
            (np.mean([f[place] for f in own]), expected.pvalue)
        )
        assert (number.low, number.high) == pytest.approx(tuple(expected.confidence_interval(0.95)))
        assert number.df == pytest.approx(5)


def test_everybody_on_the_same_lines_has_no_standard_error() -> None:
    rows = np.arange(8.0) + np.where(np.arange(8) > 3, 2, 0) + np.array([[0.1], [5], [1e6]])
    number = run("level_change", made(rows))
    assert (number.value, number.note) == (pytest.approx(2), "no_variation")
    assert np.isnan(number.p_value)
    assert run("slope_change", made(noisy(2, 8), family=[1, 1])).note == "one_family"


def seasonal(occasions: int) -> Series:
    """Six units whose value rises with the year only, started in different months."""
    start = np.array([0, 1, 2, 1, 0, 3])[:, None]
    part = ((start + np.arange(occasions)) % 12) / 12
    value = 3 * np.sin(2 * np.pi * part) + 0.01 * noisy(6, occasions)
    return made(value, season=part)


def test_season_is_taken_out_where_there_are_occasions_enough() -> None:
    found = seasonal(24)
    assert abs(run("level_change", found).value) < 0.05
    assert run("level_change", found).note == ""
    assert abs(run("level_change", replace(found, season=None)).value) > 0.05


@pytest.mark.parametrize("lacking", ["occasions", "dates", "months"])
def test_season_stays_where_it_cannot_be_told(lacking: str) -> None:
    found = seasonal(14 if lacking == "occasions" else 24)
    part = np.array(found.season)
    if lacking == "dates":
        part[0, 0] = np.nan
    if lacking == "months":
        part[:] = 0.25
    number, without = (
        run("slope_change", replace(found, season=part)),
        run("slope_change", replace(found, season=None)),
    )
    assert number.note == "season_not_removed"
    assert (number.value, number.se) == (without.value, without.se)


def test_harmonics_in_step_with_the_phase_are_no_season() -> None:
    unit, after = np.repeat([0, 1], 4), np.tile([False, False, True, True], 2)
    design = np.column_stack([lines(np.tile(np.arange(4.0), 2), after, 2.0), season(0.5 * after)])
    assert not has_full_rank(design, unit)
    assert has_full_rank(design[:, :3], unit)


# Starts by lot ---------------------------------------------------------------------------------------------------


def by_lot(value: np.ndarray, family: list[int], places: list[list[int]], seed: int = 1) -> Series:
    possible = np.array([np.isin(np.arange(value.shape[1]), own) for own in places])
    return made(value, family=family, starts="randomised", possible_starts=possible, seed=(seed,))


def draws_by_hand(series: Series) -> np.ndarray:
    """The statistic under every combination of starts, family by family, the actual one among them."""
    families = np.unique(series.family)
    own = [np.flatnonzero(series.possible_starts[np.flatnonzero(series.family == f)[0]]) for f in families]
    return np.array(
        [
            np.mean(
                [
                    np.nanmean(row[starts[place] :]) - np.nanmean(row[: starts[place]])
                    for row, place in zip(series.value, np.searchsorted(families, series.family), strict=True)
                ]
            )
            for starts in product(*own)
        ]
    )


def lottery() -> Series:
    value = np.round(noisy(5, 8), 1)
    value[1, 2] = np.nan
    return by_lot(value, [4, 4, 0, 2, 9], [[3, 4, 5], [3, 4, 5], [2, 4], [4, 5, 6], [3, 4]])


def test_randomisation_by_hand() -> None:
    series = lottery()
    number, draws = run("randomisation_test", series), draws_by_hand(series)
    further = np.abs(draws) - abs(number.value)
    assert draws.size == 36
    assert number.p_exact == np.mean(further > -1e-9)
    assert number.p_value == pytest.approx(number.p_exact - np.mean(np.abs(further) < 1e-9) / 2)
    assert number.value == pytest.approx(
        np.mean(np.nanmean(series.value[:, 4:], 1) - np.nanmean(series.value[:, :4], 1))
    )


@pytest.mark.parametrize("confidence", [0.5, 0.8, 0.95])
def test_the_interval_holds_what_the_test_does_not_reject(confidence: float) -> None:
    """Take a constant change away from the actual starts on, and test what is left."""
    series = lottery()
    number = run("randomisation_test", series, confidence)
    for end, outwards in ((number.low, -1), (number.high, 1)):
        for step, inside in ((-1e-6, True), (1e-6, False)):
            change = end + outwards * step
            left = replace(series, value=series.value - change * series.after)
            assert (run("randomisation_test", left).p_value > 1 - confidence) == inside


def test_sampled_draws_come_close_to_all_of_them_and_do_not_hang_on_order() -> None:
    random = np.random.default_rng(8)
    contributions = [random.normal(size=3) for _ in range(9)]
    shifts, actual = [np.array([0.8, 1.0, 0.7]) / 9] * 9, [1] * 9
    found = starts_test(contributions, shifts, actual, rng=np.random.default_rng(2))
    every = np.array([sum(parts) for parts in product(*contributions)])
    share = np.mean(np.abs(every) >= abs(found.statistic[0]) - 1e-12)
    assert (found.possible, found.statistic.size) == (3**9, MOST)
    assert found.p_exact == pytest.approx(share, abs=4 * np.sqrt(share * (1 - share) / MOST))
    turned = [-part for part in contributions[::-1]]
    again = starts_test(turned, shifts, actual, rng=np.random.default_rng(2))
    assert again.p_exact == found.p_exact
    assert again.interval(0.9) == pytest.approx(tuple(-end for end in found.interval(0.9)[::-1]))


def test_families_whose_start_was_certain_add_no_draws() -> None:
    """Seventy families, five of them with two possible starts."""
    value = noisy(70, 8)
    places = [[3, 4]] * 5 + [[4]] * 65
    number = run("randomisation_test", by_lot(value, list(range(70)), places))
    assert number.p_exact * 32 == pytest.approx(round(number.p_exact * 32))


def test_nothing_is_drawn_where_nobody_drew() -> None:
    series = lottery()
    referred = run("randomisation_test", replace(series, starts="referred"))
    assert referred.note == "starts_not_randomised"
    assert referred.value == run("randomisation_test", series).value
    assert np.isnan([referred.p_value, referred.p_exact, referred.low]).all()


def test_too_few_draws_give_no_p() -> None:
    few = by_lot(noisy(4, 8), [0, 1, 2, 3], [[3, 4]] * 4)
    assert run("randomisation_test", few).note == "too_few_draws"
    assert np.isnan(run("randomisation_test", few).p_value)
    enough = by_lot(noisy(5, 8), [0, 1, 2, 3, 4], [[3, 4]] * 5)
    assert np.isfinite(run("randomisation_test", enough).low)
    hardly = run("randomisation_test", enough, 0.99)
    assert hardly.note == "too_few_draws"
    assert np.isfinite(hardly.p_value)


# What there must be ----------------------------------------------------------------------------------------------

TAKES_SERIES = [name for name, entry in CATALOGUE.items() if entry.takes is Series]


@pytest.mark.parametrize("name", TAKES_SERIES)
def test_two_waves_before_and_two_after_are_no_series(name: str) -> None:
    number = run(name, made([[1, 2, 3, 4], [2, 1, 4, 5], [1, 1, 2, 3.0]]))
    assert (number.note, np.isnan(number.value)) == ("too_few_occasions", True)


@pytest.mark.parametrize("name", [name for name in TAKES_SERIES if name != "randomisation_test"])
def test_short_series_are_left_out_and_that_is_said(name: str) -> None:
    value = np.round(np.abs(noisy(6, 8)) + 1, 1)
    gaps = value.copy()
    gaps[5, 4:7] = np.nan
    number, whole = run(name, made(gaps)), run(name, made(value[:5]))
    assert number.value == pytest.approx(whole.value)
    assert number.note == (whole.note or "some_series_too_short")


@pytest.mark.parametrize(
    "change",
    [
        {"months": np.array([0.0, 0.0, 1.0, 2.0])},
        {"family": np.array([1])},
        {"starts": "randomised"},
        {"starts": "randomised", "possible_starts": np.array([[False, True, False, False]] * 2)},
        {
            "starts": "randomised",
            "possible_starts": np.array([[False, True, True, False], [False, False, True, False]]),
        },
    ],
)
def test_a_series_that_cannot_be_is_refused(change: dict[str, object]) -> None:
    right = {"value": np.ones((2, 4)), "months": np.array([-1.0, 0.0, 1.0, 2.0]), "family": np.array([1, 1])}
    Series(**right)  # type: ignore[arg-type]
    with pytest.raises(ValueError):
        Series(**{**right, **change})  # type: ignore[arg-type]


# Calibration -----------------------------------------------------------------------------------------------------


def simulated(random: np.random.Generator, change: float) -> Series:
    """Fifteen families of 1, 2 or 4 units, three occasions in each phase, autocorrelated and alike within families."""
    family = np.repeat(np.arange(15), np.tile([1, 2, 4], 5))
    shocks = [random.normal(size=(rows, 6)) for rows in (15, family.size)]
    for shock in shocks:
        for occasion in range(1, 6):
            shock[:, occasion] = 0.3 * shock[:, occasion - 1] + np.sqrt(0.91) * shock[:, occasion]
    levels = random.normal(size=15)[family] + 0.7 * random.normal(size=family.size)
    value = levels[:, None] + 0.5 * shocks[0][family] + shocks[1]
    value[:, 3:] += change * np.sqrt(1 + 0.49 + 0.25 + 1)
    return made(value, family=family)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("name", "change", "truth", "studies"),
    [
        ("nap", 0.0, 0.5, 1000),
        ("level_change", 0.0, 0.0, 1000),
        ("slope_change", 0.0, 0.0, 1000),
        ("between_case_smd", 0.0, 0.0, 500),
        ("between_case_smd", 1.0, 1.0, 500),
    ],
)
def test_ninety_five_of_a_hundred_intervals_hold_the_truth(
    name: str, change: float, truth: float, studies: int
) -> None:
    """The share varies by 0.7 points in 1,000 studies and a point in 500; three of those on either side are allowed."""
    random = np.random.default_rng(20170731)
    found = [run(name, simulated(random, change)) for _ in range(studies)]
    least, most = {1000: (0.93, 0.971), 500: (0.92, 0.98)}[studies]
    assert least <= np.mean([number.low <= truth <= number.high for number in found]) <= most
