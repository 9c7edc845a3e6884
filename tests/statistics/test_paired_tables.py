"""Yes and no before and after against enumeration, against their own equations and against published traps."""

from collections.abc import Callable
from fractions import Fraction
from itertools import product
from math import comb, factorial, sqrt

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from oracles.rules import agree, inverted, negated
from scipy.integrate import quad
from scipy.optimize import minimize_scalar
from scipy.stats import beta, binom

from fou_eval.statistics import CATALOGUE, Number, Pairs
from fou_eval.statistics.engine import differences, proportions

EXAMPLES = settings(max_examples=40, derandomize=True, deadline=None)
Z = 1.959963984540054
BINARY = ("mcnemar_exact", "mcnemar_mid_p", "difference_tango", "difference_newcombe")
# Yes-yes, yes-no, no-yes, no-no.
BENTUR, CAVO = (1, 1, 7, 12), (59, 6, 16, 80)
SMALL_TABLES = [(gained, lost) for gained in range(10) for lost in range(10 - gained)]


def answers(yes_yes: int, yes_no: int, no_yes: int, no_no: int) -> Pairs:
    before = [1] * (yes_yes + yes_no) + [0] * (no_yes + no_no)
    return Pairs.of(before, [1] * yes_yes + [0] * yes_no + [1] * no_yes + [0] * no_no)


def run(name: str, pairs: Pairs, confidence: float = 0.95) -> Number:
    return CATALOGUE[name].function(pairs, confidence=confidence)


def run_nothing(name: str) -> Number:
    raise AssertionError(f"no other statistic takes the place: {name}")


def test_bentur_as_published() -> None:
    """Fagerland, Lydersen & Laake (2013), BMC Med Res Methodol 13:91, and R: exact2x2, contingencytables."""
    exact, mid = run("mcnemar_exact", answers(*BENTUR)), run("mcnemar_mid_p", answers(*BENTUR))
    assert (exact.p_value, mid.p_value, mid.p_exact) == (0.0703125, 0.0390625, 0.0703125)
    assert (exact.value, mid.value, exact.families_changed) == (6 / 21, 7, 8)
    tango, newcombe = (run(name, answers(*BENTUR)) for name in ("difference_tango", "difference_newcombe"))
    assert (tango.low, tango.high) == pytest.approx((0.026003032480868604, 0.5172322764213775), abs=1e-12)
    assert (newcombe.low, newcombe.high) == pytest.approx((0.02555912416485978, 0.506920226686141), abs=1e-14)
    assert tango.p_value == pytest.approx(0.03389485352468927, rel=1e-12)
    assert np.isnan(newcombe.p_value)


def test_interval_and_p_value_of_a_row_agree_where_exact_and_wald_do_not() -> None:
    """Bentur: the exact p is .07, and the Wald interval, which is often printed beside it, excludes 0."""
    _, lost, gained, _ = BENTUR
    margin = Z * sqrt(gained + lost - (gained - lost) ** 2 / 21) / 21
    number = run("mcnemar_exact", answers(*BENTUR))
    assert number.value - margin > 0
    assert number.p_value > 0.05
    assert number.low < 0 < number.high


@pytest.mark.parametrize(("gained", "lost"), SMALL_TABLES)
@pytest.mark.parametrize("confidence", [0.8, 0.95])
def test_every_interval_holds_the_null_exactly_when_its_test_does_not_reject(
    gained: int, lost: int, confidence: float
) -> None:
    changed = gained + lost
    patterns = [sum(signs) for signs in product((1, -1), repeat=changed)]
    p_exact = Fraction(sum(abs(total) >= abs(gained - lost) for total in patterns), len(patterns))
    ties = Fraction(sum(abs(total) == abs(gained - lost) for total in patterns), len(patterns))
    alpha = 1 - Fraction(repr(confidence))
    for units in {max(changed, 1), changed + 4}:
        low, high = differences.exact_difference_interval(gained, lost, units, confidence=confidence)
        assert (low <= 0 <= high) == (p_exact > alpha)
        low, high = differences.tango_interval(gained, lost, units, confidence=confidence)
        p_score = proportions.score_p_value((gained - lost) / sqrt(max(changed, 1)))
        assert (low <= 0 <= high) == (p_score > alpha)
    if changed:
        low, high = proportions.odds(proportions.mid_p_limits(gained, changed, confidence=confidence))
        assert (low <= 1 <= high) == (p_exact - ties / 2 > alpha)


@pytest.mark.parametrize(("gained", "lost"), [pair for pair in SMALL_TABLES if sum(pair) >= 6])
def test_mcnemar_against_every_pattern(gained: int, lost: int) -> None:
    changed, smaller = gained + lost, min(gained, lost)
    tail = sum(comb(changed, i) for i in range(smaller + 1)) / 2**changed
    tie = comb(changed, smaller) / 2**changed
    number = run("mcnemar_mid_p", answers(2, lost, gained, 3))
    assert number.p_exact == run("mcnemar_exact", answers(2, lost, gained, 3)).p_value == min(1, 2 * tail)
    assert number.p_value == pytest.approx(1 - tie / 2 if gained == lost else 2 * tail - tie, abs=1e-15)


def test_it_is_the_sign_flip_test_of_families() -> None:
    pairs = answers(*CAVO)
    assert run("mcnemar_exact", pairs).p_value == run("family_mean_change_exact", pairs).p_value
    assert run("mcnemar_mid_p", pairs).p_value == run("family_mean_change", pairs).p_value


def table_coverage(limits: Callable[..., tuple[float, float]], units: int) -> list[float]:
    """Coverage at a grid of probabilities, over all tables there are."""
    tables = np.array([(g, c) for g in range(units + 1) for c in range(units + 1 - g)])
    ends = np.array([limits(int(g), int(c), units, confidence=0.95) for g, c in tables])
    ways = [factorial(units) // (factorial(g) * factorial(c) * factorial(units - g - c)) for g, c in tables]
    found = []
    for changed, share in product(np.linspace(0.02, 1, 15), np.linspace(0, 1, 21)):
        gain, loss = changed * share, changed * (1 - share)
        chance = ways * gain ** tables[:, 0] * loss ** tables[:, 1] * (1 - changed) ** (units - tables.sum(1))
        held = (ends[:, 0] <= gain - loss + 1e-12) & (ends[:, 1] >= gain - loss - 1e-12)
        found.append(float(chance[held].sum()))
    return found


@pytest.mark.parametrize("units", [6, 15])
def test_the_exact_interval_covers_whatever_the_probabilities_are(units: int) -> None:
    assert min(table_coverage(differences.exact_difference_interval, units)) >= 0.95


def test_the_score_interval_covers_on_average() -> None:
    found = table_coverage(differences.tango_interval, 15)
    assert 0.95 < np.mean(found) < 0.975
    assert min(found) > 0.91


@pytest.mark.parametrize(("gained", "lost", "units"), [(7, 1, 21), (16, 6, 161), (3, 9, 12), (1, 0, 4)])
def test_the_exact_limit_solves_its_equation(gained: int, lost: int, units: int) -> None:
    """The melded distribution, integrated by another rule: 2.5 % of it lies at or below the lower limit."""
    low, _ = differences.exact_difference_interval(gained, lost, units, confidence=0.95)
    changed = gained + lost
    if low < 0 and changed == units:
        below = beta.cdf((1 + low) / 2, gained, lost + 1)  # the share of changed units is 1
    else:
        first, second = (changed, units - changed + 1) if low > 0 else (changed + 1, units - changed)
        spread, share = beta(first, second), beta(gained, lost + 1)
        below = quad(
            lambda t: spread.pdf(t) * share.cdf((1 + low / t) / 2), abs(low), 1, epsabs=1e-13, limit=200
        )[0]
        below += spread.cdf(low) if low > 0 else 0
    assert below == pytest.approx(0.025, abs=1e-10)


def test_the_reference_limit_that_we_miss_is_a_rough_root_of_the_same_equation() -> None:
    """R's root finder stops at 1.2e-4 by default: .126813 where the equation has .126799."""
    high = differences.exact_difference_interval(16, 6, 161, confidence=0.95)[1]
    assert high == pytest.approx(0.126813307346489, abs=1.5e-5)
    assert differences.melded_below(-high, 6, 16, 161) == pytest.approx(0.025, abs=1e-12)
    assert differences.melded_below(-0.126813307346489, 6, 16, 161) == pytest.approx(0.025, abs=3e-5)


@pytest.mark.parametrize(("units", "p"), [(1, 0.975), (21, 1 - 0.025 ** (1 / 21))])
def test_without_any_change_the_exact_interval_is_the_binomial_one(units: int, p: float) -> None:
    found = differences.exact_difference_interval(0, 0, units, confidence=0.95)
    assert found == pytest.approx((-p, p), abs=1e-14)


def test_when_everybody_changed_the_exact_interval_is_that_of_the_direction() -> None:
    found = differences.exact_difference_interval(8, 2, 10, confidence=0.95)
    ends = (2 * beta.ppf(0.025, 8, 3) - 1, 2 * beta.ppf(0.975, 9, 2) - 1)
    assert found == pytest.approx(ends, abs=1e-14)
    assert differences.exact_difference_interval(10, 0, 10, confidence=0.95)[1] == 1


def likely_loss(gained: int, lost: int, units: int, difference: float) -> float:
    """The most likely probability of yes to no at a difference, by search."""

    def against(loss: float) -> float:
        parts = (gained, lost, units - gained - lost)
        shares = (difference + loss, loss, 1 - difference - 2 * loss)
        return -sum(n * np.log(share) for n, share in zip(parts, shares, strict=True) if n)

    ends = (max(0, -difference) + 1e-12, (1 - difference) / 2 - 1e-12)
    return float(minimize_scalar(against, bounds=ends, method="bounded", options={"xatol": 1e-12}).x)


@pytest.mark.parametrize(("gained", "lost", "units"), [(7, 1, 21), (16, 6, 161), (3, 9, 20), (5, 5, 12)])
def test_tango_limits_are_where_the_score_statistic_is_the_quantile(
    gained: int, lost: int, units: int
) -> None:
    for limit, expected in zip(
        differences.tango_interval(gained, lost, units, confidence=0.95), (Z, -Z), strict=True
    ):
        loss = likely_loss(gained, lost, units, limit)
        variance = units * (2 * loss + limit * (1 - limit))
        assert (gained - lost - units * limit) / sqrt(variance) == pytest.approx(expected, abs=1e-6)


def test_tango_in_closed_form_at_the_corners() -> None:
    """Nobody changed: z² / (n + z²). Everybody gained: (n − z²) / (n + z²) to 1."""
    reach = Z**2 / (20 + Z**2)
    assert differences.tango_interval(0, 0, 20, confidence=0.95) == pytest.approx((-reach, reach), abs=1e-12)
    low, high = differences.tango_interval(20, 0, 20, confidence=0.95)
    assert (low, high) == pytest.approx(((20 - Z**2) / (20 + Z**2), 1), abs=1e-12)


def test_newcombe_by_hand() -> None:
    """Margins 2 and 8 of 21; phi = (1 · 12 − 1 · 7 − 10.5 cut to 0) / root of the margins = 0."""
    low_1, high_1 = proportions.wilson(2, 21, confidence=0.95)
    low_2, high_2 = proportions.wilson(8, 21, confidence=0.95)
    number = run("difference_newcombe", answers(*BENTUR))
    assert number.low == pytest.approx(6 / 21 - np.hypot(8 / 21 - low_2, high_1 - 2 / 21))
    assert number.high == pytest.approx(6 / 21 + np.hypot(high_2 - 8 / 21, 2 / 21 - low_1))


@pytest.mark.parametrize("table", [(0, 0, 0, 7), (7, 0, 0, 0), (0, 7, 0, 0), (0, 0, 7, 0), (3, 0, 0, 4)])
def test_newcombe_with_empty_margins_is_a_number(table: tuple[int, int, int, int]) -> None:
    low, high = differences.newcombe_interval(table, confidence=0.95)
    assert -1 <= low <= (table[2] - table[1]) / 7 <= high <= 1


@pytest.mark.parametrize(("count", "total"), [(0, 9), (1, 9), (4, 9), (8, 9), (9, 9)])
def test_limits_of_a_proportion_are_where_their_tests_stand_at_the_tail(count: int, total: int) -> None:
    low, high = proportions.clopper_pearson(count, total, confidence=0.95)
    assert count == 0 or binom.sf(count - 1, total, low) == pytest.approx(0.025, abs=1e-12)
    assert count == total or binom.cdf(count, total, high) == pytest.approx(0.025, abs=1e-12)
    low, high = proportions.mid_p_limits(count, total, confidence=0.95)
    observed = [binom.pmf(count, total, end) / 2 for end in (low, high)]
    assert count == 0 or binom.sf(count, total, low) + observed[0] == pytest.approx(0.025, abs=1e-12)
    assert count == total or binom.cdf(count - 1, total, high) + observed[1] == pytest.approx(
        0.025, abs=1e-12
    )
    for share, end in zip(proportions.wilson(count, total, confidence=0.95), (0, total), strict=True):
        if count != end:
            assert abs(count - total * share) == pytest.approx(Z * sqrt(total * share * (1 - share)))
        else:
            assert share == end / total


@EXAMPLES
@given(st.tuples(*[st.integers(0, 9)] * 4).filter(lambda cells: sum(cells) > 0), st.integers(0, 99))
def test_what_holds_for_every_statistic_holds_where_families_have_one_member(
    cells: tuple[int, int, int, int], seed: int
) -> None:
    """The sweeps over the catalogue feed families of several members, which get no interval here."""
    pairs = answers(*cells)
    yes_yes, yes_no, no_yes, no_no = cells
    order = np.random.default_rng(seed).permutation(pairs.n)
    mixed = Pairs.of(pairs.before[order], pairs.after[order], family=1000 - order)
    for name in BINARY:
        number, narrow = run(name, pairs), run(name, pairs, 0.8)
        assert agree(number, run(name, mixed), tolerance=0.0)
        if np.isfinite(number.low):
            assert number.low <= narrow.low <= number.value <= narrow.high <= number.high
            swapped = run(name, answers(yes_yes, no_yes, yes_no, no_no))
            turn = inverted if name == "mcnemar_mid_p" else negated
            if number.low > 0 or turn is negated:
                assert agree(turn(number, run_nothing), swapped)
        else:
            assert number.note in {"nobody_changed_answer", "nobody_lost_yes"}
            assert yes_no == 0


@pytest.mark.parametrize(
    ("cells", "notes"),
    [
        ((2, 0, 0, 5), ("too_few_families_changed", "nobody_changed_answer", "too_few_families_changed", "")),
        ((2, 0, 8, 5), ("", "nobody_lost_yes", "", "")),
        ((2, 8, 0, 5), ("", "", "", "")),
        (
            (2, 2, 3, 5),
            ("too_few_families_changed", "too_few_families_changed", "too_few_families_changed", ""),
        ),
        ((0, 0, 0, 0), ("no_pairs",) * 4),
    ],
)
def test_the_note_says_what_could_not_be_computed(
    cells: tuple[int, int, int, int], notes: tuple[str, ...]
) -> None:
    assert tuple(run(name, answers(*cells)).note for name in BINARY) == notes


def test_a_ratio_without_a_loss_keeps_its_p_value() -> None:
    number = run("mcnemar_mid_p", answers(2, 0, 8, 5))
    assert (number.p_value, number.p_exact) == (1 / 256, 2 / 256)
    assert np.isnan([number.value, number.low, number.high]).all()
    other_way = run("mcnemar_mid_p", answers(2, 8, 0, 5))
    assert (other_way.value, other_way.low, other_way.p_value) == (0, 0, 1 / 256)
    assert other_way.high == pytest.approx(0.05 ** (-1 / 8) - 1)  # half of (1 - share)^8 is 0.025


def test_as_many_gained_as_lost() -> None:
    exact, mid = run("mcnemar_exact", answers(3, 4, 4, 3)), run("mcnemar_mid_p", answers(3, 4, 4, 3))
    assert (exact.value, exact.p_value, exact.low) == (0, 1, -exact.high)
    assert (mid.value, mid.p_value) == (1, 1 - comb(8, 4) / 2**9)
    assert mid.low * mid.high == pytest.approx(1)


@pytest.mark.parametrize("name", BINARY)
def test_nothing_is_inferred_from_persons_who_share_a_family(name: str) -> None:
    pairs = answers(*CAVO)
    family = pairs.family.copy()
    family[1] = family[0]
    number = run(name, Pairs.of(pairs.before, pairs.after, family))
    assert number.note == "several_members"
    assert number.value == run(name, pairs).value
    assert np.isnan([number.low, number.high, number.p_value, number.p_exact]).all()
