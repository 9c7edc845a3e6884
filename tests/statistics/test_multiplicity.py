"""Adjusted p-values against what they are by definition: the worst of all intersections, every sign pattern."""

from collections.abc import Callable
from dataclasses import replace
from itertools import combinations, pairwise, product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from statsmodels.stats.multitest import multipletests

from fou_eval.statistics import Pairs, adjusted, holm, max_t
from fou_eval.statistics.engine.flips import flip_test

EXAMPLES = settings(max_examples=40, derandomize=True, deadline=None)
P_VALUES = st.lists(
    st.sampled_from([0.0, 0.001, 0.01, 0.02, 0.03, 0.05, 0.2, 0.5, 1.0]), min_size=1, max_size=6
)
METHODS = ("holm", "hochberg", "hommel", "bonferroni", "bh", "by")
THEIRS = {"hochberg": "simes-hochberg", "bh": "fdr_bh", "by": "fdr_by"}
# Standardised sums that differ by less are ties.
TIE = 1e-9
# Products and quotients of p-values by small whole numbers are right to this.
ROUNDING = 1e-15


def closed(p_values: list[float], test: Callable[[np.ndarray], float]) -> list[float]:
    """The largest p-value of all intersections of hypotheses that hold the one in question."""
    sets = [
        subset for size in range(1, len(p_values) + 1) for subset in combinations(range(len(p_values)), size)
    ]
    found = {subset: test(np.sort([p_values[i] for i in subset])) for subset in sets}
    return [max(p for subset, p in found.items() if i in subset) for i in range(len(p_values))]


@EXAMPLES
@given(P_VALUES)
def test_holm_closes_bonferroni_and_hommel_closes_simes(p_values: list[float]) -> None:
    bonferroni = closed(p_values, lambda p: min(1.0, p[0] * p.size))
    simes = closed(p_values, lambda p: float(np.min(p.size * p / np.arange(1, p.size + 1))))
    assert adjusted(p_values, "holm") == pytest.approx(bonferroni, abs=ROUNDING)
    assert adjusted(p_values, "hommel") == pytest.approx(simes, abs=ROUNDING)


@EXAMPLES
@given(P_VALUES, st.sampled_from(METHODS))
def test_every_procedure_agrees_with_statsmodels(p_values: list[float], method: str) -> None:
    theirs = multipletests(p_values, method=THEIRS.get(method, method))[1]
    assert adjusted(p_values, method) == pytest.approx(theirs, abs=1e-14)


@EXAMPLES
@given(P_VALUES)
def test_the_procedures_stand_in_order_and_never_lower_a_p_value(p_values: list[float]) -> None:
    found = {method: adjusted(p_values, method) for method in METHODS}
    chain = ("bonferroni", "holm", "hochberg", "hommel", "bh")
    for larger, smaller in (*pairwise(chain), ("by", "bh")):
        assert np.all(found[larger] >= found[smaller] - ROUNDING)
    assert np.all(found["bh"] >= np.array(p_values) - ROUNDING)


@pytest.mark.parametrize(
    ("method", "expected"),
    [
        ("bonferroni", [0.016, 0.08, 0.14, 0.84]),
        ("holm", [0.016, 0.06, 0.07, 0.21]),
        ("hochberg", [0.016, 0.06, 0.07, 0.21]),
        ("hommel", [0.016, 0.0525, 0.07, 0.21]),
        ("bh", [0.016, 0.04, 0.14 / 3, 0.21]),
        ("by", [1 / 30, 1 / 12, 7 / 72, 0.4375]),
    ],
)
def test_four_domains_by_hand(method: str, expected: list[float]) -> None:
    p_values = [0.004, 0.020, 0.035, 0.210]
    assert adjusted(p_values, method) == pytest.approx(expected, rel=1e-14)
    backwards = adjusted(p_values[::-1], method)[::-1]
    assert np.array_equal(backwards, adjusted(p_values, method))


@pytest.mark.parametrize("method", METHODS)
def test_a_missing_p_value_stays_missing_and_is_not_counted(method: str) -> None:
    found = adjusted([np.nan, 0.02, 0.01, np.nan], method)
    assert np.isnan(found[[0, 3]]).all()
    assert np.array_equal(found[[1, 2]], adjusted([0.02, 0.01], method))
    assert np.isnan(adjusted([np.nan, np.nan], method)).all()
    assert adjusted([], method).size == 0
    assert adjusted([0.03], method).tolist() == [0.03]


def test_holm_by_its_own_name() -> None:
    assert np.array_equal(holm([0.04, np.nan, 0.01]), [0.04, np.nan, 0.02], equal_nan=True)


@pytest.mark.parametrize("wrong", [-0.01, 1.01])
def test_what_is_no_p_value_is_refused(wrong: float) -> None:
    with pytest.raises(ValueError, match="outside the range"):
        adjusted([0.5, wrong], "holm")


# Changes of eight families in three outcomes; nan where a family has no value.
CHANGES = np.array(
    [
        [2, 1, np.nan],
        [3, np.nan, 1],
        [1, 2, 0],
        [2, -1, -1],
        [4, 1, np.nan],
        [-1, 1, 2],
        [np.nan, 2, 1],
        [2, 3, np.nan],
    ]
)


def outcomes_of(changes: np.ndarray, names: np.ndarray | None = None) -> list[Pairs]:
    codes = np.arange(len(changes)) if names is None else names
    given = [~np.isnan(column) for column in changes.T]
    return [
        Pairs.of(np.zeros(known.sum()), column[known], codes[known])
        for column, known in zip(changes.T, given, strict=True)
    ]


def run(changes: np.ndarray, names: np.ndarray | None = None) -> np.ndarray:
    return max_t(outcomes_of(changes, names), rng=np.random.default_rng(4)).step_down


def closed_max_t(changes: np.ndarray) -> tuple[list[float], list[float]]:
    """Raw and adjusted p-values, pattern by pattern; a family counts only in the outcomes in which it has a value."""
    known = [np.flatnonzero(~np.isnan(column)) for column in changes.T]
    length = [np.sqrt(np.nansum(column**2)) for column in changes.T]

    def statistics(signs: tuple[int, ...]) -> list[float]:
        return [
            abs(sum(signs[g] * changes[g, k] for g in known[k])) / length[k] for k in range(changes.shape[1])
        ]

    observed = statistics((1,) * len(changes))
    drawn = np.array([statistics(signs) for signs in product((1, -1), repeat=len(changes))])

    def p_value(subset: tuple[int, ...]) -> float:
        return float(np.mean(drawn[:, subset].max(axis=1) >= max(observed[k] for k in subset) - TIE))

    everyone = range(len(observed))
    sets = [subset for size in range(1, len(observed) + 1) for subset in combinations(everyone, size)]
    found = {subset: p_value(subset) for subset in sets}
    worst = [max(p for subset, p in found.items() if k in subset) for k in everyone]
    return [found[(k,)] for k in everyone], worst


def test_families_missing_in_some_outcomes_against_every_pattern() -> None:
    raw, worst = closed_max_t(CHANGES)
    assert run(CHANGES) == pytest.approx(worst, abs=1e-12)
    present = [column[~np.isnan(column)].astype(np.int64) for column in CHANGES.T]
    assert raw == [flip_test(column).p_exact for column in present]


@EXAMPLES
@given(st.integers(0, 2**16))
def test_any_gaps_against_every_pattern(seed: int) -> None:
    random = np.random.default_rng(seed)
    changes = random.integers(-2, 4, (6, 2)).astype(float)
    changes[random.random((6, 2)) < 0.3] = np.nan
    changes[0] = 1.0
    assert run(changes) == pytest.approx(closed_max_t(changes)[1], abs=1e-12)


def test_a_family_that_says_nothing_changes_nothing() -> None:
    silent = np.vstack([CHANGES, [np.nan, 0, np.nan], [0, 0, 0]])
    assert run(silent) == pytest.approx(run(CHANGES), abs=1e-12)


def test_an_outcome_that_nobody_has_changes_no_other() -> None:
    empty = np.column_stack([CHANGES, np.full(len(CHANGES), np.nan)])
    assert run(empty)[:3] == pytest.approx(run(CHANGES), abs=1e-12)
    assert run(empty)[3] == 1


def test_families_missing_in_one_outcome_leave_the_last_of_the_others_alone() -> None:
    """The outcome that comes last is compared with itself only, once those before it have passed."""
    full = np.column_stack([[3.0, 4, 5, 3, 4, 5, 3, 4], [1.0, 2, -1, -2, 1, 0, 2, -1]])
    holes = full.copy()
    holes[[1, 5], 0] = np.nan
    alone = flip_test(full[:, 1].astype(np.int64)).p_exact
    assert run(full)[1] == run(holes)[1] == alone
    assert run(full)[0] < run(holes)[0] < 0.05


@pytest.mark.parametrize("families", [8, 25])
def test_neither_the_numbers_nor_the_order_of_families_matter(families: int) -> None:
    """Beyond 21 families the patterns are drawn: they must fall on the same families whatever these are called."""
    random = np.random.default_rng(6)
    changes = random.integers(-2, 5, (families, 3)).astype(float)
    changes[random.random(changes.shape) < 0.2] = np.nan
    names = random.permutation(1000)[:families]
    order = random.permutation(families)
    assert np.array_equal(run(changes), run(changes, names))
    assert np.array_equal(run(changes), run(changes[order], names))


def test_members_of_a_family_flip_together_in_every_outcome() -> None:
    """Two children who changed alike are one family, not two pieces of evidence."""
    alone = outcomes_of(CHANGES[:, :1])[0]
    twice = replace(
        alone,
        before=np.repeat(alone.before, 2),
        after=np.repeat(alone.after, 2),
        family=np.repeat(alone.family, 2),
    )
    first, second = (max_t([pairs], rng=np.random.default_rng(1)).step_down for pairs in (alone, twice))
    assert np.array_equal(first, second)
