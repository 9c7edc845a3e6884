"""Square tables of classes against enumeration, against other programs and against their traps."""

from collections.abc import Callable
from itertools import product
from math import comb

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from oracles.rules import agree
from scipy.stats import chi2
from statsmodels.stats.contingency_tables import SquareTable

from fou_eval.statistics import CATALOGUE, Number, Pairs
from fou_eval.statistics.engine import squares

EXAMPLES = settings(max_examples=40, derandomize=True, deadline=None)
SQUARE = ("stuart_maxwell", "bhapkar", "bowker")
FLEISS = np.array([[35, 5, 0], [15, 20, 5], [10, 5, 5]])
PETERSON = np.array([[596, 18, 6, 5], [0, 2, 0, 0], [0, 0, 42, 0], [11, 0, 0, 0]])


def classes(table: np.ndarray, start: float = 1.0, step: float = 1.0) -> Pairs:
    rows, columns = np.indices(table.shape)
    before, after = (np.repeat(part.ravel(), table.ravel()) for part in (rows, columns))
    return Pairs.of(start + step * before, start + step * after)


def run(name: str, pairs: Pairs) -> Number:
    return CATALOGUE[name].function(pairs, confidence=0.95)


def small_square(seed: int, k: int, most: int) -> np.ndarray:
    return np.random.default_rng(seed).integers(0, most + 1, (k, k))


def test_nothing_is_added_to_empty_cells() -> None:
    """statsmodels adds 1/2 to every cell of a table with an empty one: 20.78 where the statistic is 26.25."""
    theirs = SquareTable(PETERSON, shift_zeros=True).homogeneity(method="stuart_maxwell")
    assert theirs.statistic == pytest.approx(20.78, abs=0.005)
    number = run("stuart_maxwell", classes(PETERSON))
    assert (number.value, number.df) == (pytest.approx(26.25, abs=1e-12), 3)
    assert squares.bowker(PETERSON).value == pytest.approx(26.25, abs=1e-12)


@EXAMPLES
@given(st.integers(0, 10**6), st.integers(2, 5))
def test_full_tables_agree_with_statsmodels(seed: int, k: int) -> None:
    table = small_square(seed, k, 9) + 1
    theirs = SquareTable(table, shift_zeros=False)
    for found, expected in (
        (squares.stuart_maxwell(table), theirs.homogeneity(method="stuart_maxwell")),
        (squares.bhapkar(table), theirs.homogeneity(method="bhapkar")),
        (squares.bowker(table), theirs.symmetry(method="bowker")),
    ):
        assert (found.value, found.df) == (pytest.approx(expected.statistic, rel=1e-9), expected.df)
        assert found.p_value == pytest.approx(expected.pvalue, rel=1e-9)


@EXAMPLES
@given(st.integers(0, 10**6))
def test_whichever_class_is_left_out(seed: int) -> None:
    table = small_square(seed, 4, 6) + 1
    moved = table + table.T
    excess = table.sum(1) - table.sum(0)
    spread = np.diag(table.sum(1) + table.sum(0)) - moved
    for left_out in range(4):
        kept = [i for i in range(4) if i != left_out]
        part = excess[kept] @ np.linalg.inv(spread[np.ix_(kept, kept)]) @ excess[kept]
        assert squares.stuart_maxwell(table).value == pytest.approx(part, rel=1e-9, abs=1e-12)


def test_a_class_with_equal_margins_stays_in() -> None:
    """Class 2 gains as many as it loses. Some programs left it out: 36 / 16, or 0 without its moves.

    Moves are conductors: 4 between 1 and 3, and 12 and 12 through class 2, together 4 + 6; 6² / 10 is the chi-square.
    """
    table = np.array([[10, 9, 2], [3, 10, 9], [2, 3, 10]])
    assert (table.sum(1) - table.sum(0)).tolist() == [6, 0, -6]
    found = squares.stuart_maxwell(table)
    assert (found.value, found.df) == (pytest.approx(3.6), 2)
    assert squares.stuart_maxwell(table[np.ix_([0, 2], [0, 2])]).value == 0


@EXAMPLES
@given(st.integers(0, 10**6), st.integers(2, 4))
def test_bhapkar_is_the_wald_test_of_the_mean_moves(seed: int, k: int) -> None:
    table = small_square(seed, k, 5) + 1
    n, excess = table.sum(), table.sum(1) - table.sum(0)
    spread = np.diag(table.sum(1) + table.sum(0)) - table - table.T
    kept = slice(0, k - 1)
    wald = (spread - np.outer(excess, excess) / n)[kept, kept]
    expected = excess[kept] @ np.linalg.inv(wald) @ excess[kept]
    assert squares.bhapkar(table).value == pytest.approx(expected, rel=1e-9, abs=1e-12)


@pytest.mark.parametrize("totals", [(2, 3, 1), (4, 0, 3), (3, 0, 0), (1, 2, 5)])
def test_the_mean_without_change_is_the_degrees_of_freedom(totals: tuple[int, int, int]) -> None:
    """Given how many moved between two classes, either way is a coin toss: enumerated, statistic by statistic."""
    mean_homogeneity = mean_symmetry = 0.0
    for ups in product(*(range(total + 1) for total in totals)):
        chance = np.prod([comb(t, u) / 2**t for t, u in zip(totals, ups, strict=True)])
        table = np.diag([5, 5, 5])
        for (i, j), total, up in zip(((0, 1), (0, 2), (1, 2)), totals, ups, strict=True):
            table[i, j], table[j, i] = up, total - up
        homogeneity, symmetry = squares.stuart_maxwell(table), squares.bowker(table)
        mean_homogeneity += chance * homogeneity.value
        mean_symmetry += chance * symmetry.value
    assert mean_homogeneity == pytest.approx(homogeneity.df)
    assert mean_symmetry == pytest.approx(symmetry.df)
    assert symmetry.df == sum(total > 0 for total in totals)
    assert homogeneity.df == min(symmetry.df, 2)


def test_classes_that_no_move_connects_are_tested_apart() -> None:
    block = np.array([[4, 9], [2, 5]])
    table = np.block([[block, np.zeros((2, 2), int)], [np.zeros((2, 2), int), block.T]])
    found = squares.stuart_maxwell(table)
    assert (found.value, found.df) == (pytest.approx(2 * 49 / 11), 2)


def test_two_classes_are_mcnemar() -> None:
    table = np.array([[59, 6], [16, 80]])
    for test in (squares.stuart_maxwell, squares.bowker):
        found = test(table)
        assert (found.value, found.df) == (pytest.approx(100 / 22), 1)
        assert found.p_value == pytest.approx(0.03300625766123251, rel=1e-9)  # of z = 10 / √22, two-sided


@pytest.mark.parametrize("name", SQUARE)
def test_nobody_changed_class(name: str) -> None:
    number = run(name, classes(np.diag([4, 0, 7])))
    assert (number.value, number.df, number.note) == (0, 0, "too_few_families_changed")
    assert np.isnan(number.p_value)


def test_only_classes_that_occur_count_and_noise_makes_no_class() -> None:
    """Steps of 0.1 added up miss one another in the last digit; an unused class has no row."""
    wide = np.zeros((5, 5), int)
    wide[np.ix_([0, 1, 3], [0, 1, 3])] = FLEISS
    plain, spaced = run("stuart_maxwell", classes(FLEISS)), run("stuart_maxwell", classes(wide, 0.1, 0.1))
    assert (plain.value, plain.df) == (pytest.approx(14), 2)
    assert agree(plain, spaced)


@pytest.mark.parametrize(
    ("name", "thin", "thick"),
    [
        # One class with nine moves in and out, or ten; the others with more.
        ("stuart_maxwell", [[9, 6, 2], [6, 9, 3], [2, 2, 9]], [[9, 6, 2], [6, 9, 3], [2, 3, 9]]),
        ("bowker", [[9, 6, 0], [6, 9, 5], [0, 4, 9]], [[9, 6, 0], [6, 9, 5], [0, 5, 9]]),
    ],
)
def test_no_p_value_from_a_thin_table(name: str, thin: list[list[int]], thick: list[list[int]]) -> None:
    refused, given_one = (run(name, classes(np.array(table))) for table in (thin, thick))
    assert (refused.note, given_one.note) == ("sparse_table", "")
    assert np.isnan(refused.p_value)
    assert given_one.p_value == pytest.approx(chi2.sf(given_one.value, given_one.df))


def test_bhapkar_waits_for_a_hundred_units() -> None:
    assert run("bhapkar", classes(FLEISS)).p_value == pytest.approx(0.00029177287499434416, rel=1e-9)
    fewer = FLEISS.copy()
    fewer[0, 0] -= 1
    assert run("bhapkar", classes(fewer)).note == "too_few_for_bhapkar"
    assert run("stuart_maxwell", classes(fewer)).note == ""


def level(test: Callable[[np.ndarray], squares.ChiSquare], totals: tuple[int, int, int], units: int) -> float:
    """How often a test at 5 % rejects when either way is a coin toss, given how many moved between two classes."""
    rejected = 0.0
    for ups in product(*(range(total + 1) for total in totals)):
        table = np.zeros((3, 3), int)
        for (i, j), total, up in zip(((0, 1), (0, 2), (1, 2)), totals, ups, strict=True):
            table[i, j], table[j, i] = up, total - up
        table[0, 0] = units - sum(totals)
        found = test(table)
        chance = np.prod([comb(t, u) / 2**t for t, u in zip(totals, ups, strict=True)])
        rejected += chance * (np.isnan(found.value) or found.p_value <= 0.05)
    return float(rejected)


def test_why_bhapkar_waits() -> None:
    """30 units, 22 of them moved: one rejection in ten where nothing changed; Stuart-Maxwell keeps its level."""
    assert level(squares.bhapkar, (2, 10, 10), 30) == pytest.approx(0.105, abs=5e-4)
    assert level(squares.stuart_maxwell, (2, 10, 10), 30) < 0.062
    assert level(squares.bhapkar, (2, 10, 10), 100) < 0.075


def test_everybody_moved_by_the_same_step() -> None:
    """Bhapkar's variance is 0: 1 to 2 and 2 to 3, nobody else. Stuart-Maxwell is the number of units."""
    table = np.array([[0, 8, 0], [0, 0, 8], [0, 0, 0]])
    assert run("stuart_maxwell", classes(table)).value == pytest.approx(16)
    number = run("bhapkar", classes(table))
    assert (number.note, np.isnan(number.value)) == ("all_changed_alike", True)


@EXAMPLES
@given(st.integers(0, 10**6), st.integers(2, 5))
def test_square_tables_know_no_row_order_and_no_direction(seed: int, k: int) -> None:
    pairs = classes(small_square(seed, k, 4))
    order = np.random.default_rng(seed).permutation(pairs.n)
    mixed = Pairs.of(pairs.before[order], pairs.after[order], family=1000 - order)
    for name in SQUARE:
        number = run(name, pairs)
        assert agree(number, run(name, mixed), tolerance=0.0)
        assert agree(number, run(name, Pairs.of(pairs.after, pairs.before)))
        assert agree(number, run(name, Pairs.of(-pairs.before, -pairs.after)))


@pytest.mark.parametrize("name", SQUARE)
def test_nothing_is_inferred_from_persons_who_share_a_family(name: str) -> None:
    pairs = classes(FLEISS)
    family = pairs.family.copy()
    family[1] = family[0]
    number = run(name, Pairs.of(pairs.before, pairs.after, family))
    assert number.note == "several_members"
    assert number.value == run(name, pairs).value
    assert np.isnan([number.low, number.high, number.p_value, number.p_exact]).all()
