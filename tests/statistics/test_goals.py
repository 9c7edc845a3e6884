"""Goal attainment: the T score, its traps, and its test by family."""

from itertools import product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fou_eval.statistics import CATALOGUE, Number
from fou_eval.statistics.engine.attainment import largest_t, t_scores
from fou_eval.statistics.goals import Goals, step_of


def goals(
    after: list[float],
    before: list[float] | float = -1.0,
    *,
    weight: list[float] | float = 1.0,
    owner: list[int] | None = None,
    family: list[int] | None = None,
    same_rater: list[bool] | None = None,
) -> Goals:
    n = len(after)
    own = np.arange(n) if owner is None else np.asarray(owner)
    return Goals(
        after=np.asarray(after, dtype=np.float64),
        before=np.broadcast_to(np.asarray(before, dtype=np.float64), (n,)).copy(),
        weight=np.broadcast_to(np.asarray(weight, dtype=np.float64), (n,)).copy(),
        owner=own.astype(np.int64),
        family=(own if family is None else np.asarray(family)).astype(np.int64),
        same_rater=None if same_rater is None else np.asarray(same_rater),
    )


def of(name: str, evidence: Goals, confidence: float = 0.95) -> Number:
    number = CATALOGUE[name].function(evidence, confidence=confidence)
    assert isinstance(number, Number)
    return number


def t_by_hand(scores: list[float], weights: list[float]) -> float:
    gained = sum(w * x for w, x in zip(weights, scores, strict=True))
    spread = 0.7 * sum(w * w for w in weights) + 0.3 * sum(weights) ** 2
    return 50 + 10 * gained / spread**0.5


def test_the_worked_person() -> None:
    """The sum of weights is squared as a whole; weights squared one by one give another score."""
    scores, weights = [-2.0, 0.0, -1.0, 2.0], [3.0, 5.0, 1.0, 4.0]
    assert of("gas_t", goals(scores, weight=weights, owner=[0] * 4)).value == pytest.approx(
        t_by_hand(scores, weights)
    )
    assert t_by_hand(scores, weights) == pytest.approx(51.0758, abs=1e-4)
    squared_one_by_one = 50 + 10 * 1 / sum(w * w for w in weights) ** 0.5
    assert squared_one_by_one == pytest.approx(51.4003, abs=1e-4)


def test_t_grows_with_the_number_of_goals() -> None:
    """All goals far beyond expectation: 70 with one goal, 77.4 with three, 86.5 at the most."""
    found = [largest_t(n) for n in (1, 2, 3, 5, 10_000)]
    assert found == pytest.approx([70, 74.8069, 77.3861, 80.1511, 86.5106], abs=1e-4)
    three = of("gas_t", goals([2, 2, 2], owner=[0, 0, 0])).value
    assert three == pytest.approx(largest_t(3))


def test_only_the_ratio_of_weights_matters() -> None:
    scores, owner = [1, 0, -1, 2], [0, 0, 1, 1]
    first = of("gas_t", goals(scores, weight=[1, 2, 3, 1], owner=owner)).value
    assert of("gas_t", goals(scores, weight=[10, 20, 30, 10], owner=owner)).value == pytest.approx(first)


def test_mean_of_persons_then_of_families() -> None:
    """Two persons of one family count as one family: (mean(60, 50) + 70) / 2."""
    evidence = goals([1, 0, 2], owner=[0, 1, 2], family=[7, 7, 8])
    assert of("gas_t", evidence).value == pytest.approx(((60 + 50) / 2 + 70) / 2)


def test_a_goal_is_reached_at_0_and_above() -> None:
    number = of("goals_reached", goals([0, 1, -1, -2, 2, 0], family=[1, 1, 2, 3, 4, 4]))
    assert number.value == pytest.approx(4 / 6)
    assert (number.families_in, number.families_out) == (2, 2)


def test_the_test_is_of_the_change_by_family() -> None:
    """Eight families, one of which fell by one step: of 256 patterns 2 are farther out and 16 tie."""
    evidence = goals([0, 0, 0, 0, 0, 0, 0, -2])
    number = of("gas_t_change", evidence)
    assert number.value == pytest.approx(10 * (7 - 1) / 8)
    assert number.p_exact == 18 / 256
    assert number.p_value == (2 + 16 / 2) / 256
    assert np.isnan(of("gas_t", evidence).p_value)


@settings(max_examples=25, derandomize=True, deadline=None)
@given(st.lists(st.tuples(st.integers(-2, 2), st.integers(1, 3)), min_size=7, max_size=9))
def test_sign_flips_by_brute_force(rows: list[tuple[int, int]]) -> None:
    """All 2^G patterns of the families' changes in T, written out."""
    after, weight = [float(x) for x, _ in rows] * 2, [float(w) for _, w in rows] + [2.0] * len(rows)
    family = [*range(len(rows))] * 2
    number = of("gas_t_change", goals(after, weight=weight, owner=family))
    changes = [
        t_by_hand([x, x], [w, 2.0]) - t_by_hand([-1, -1], [w, 2.0])
        for x, w in zip(after, weight, strict=False)
    ][: len(rows)]
    assert number.value == pytest.approx(np.mean(changes))
    moved = sum(abs(change) > 1e-9 for change in changes)
    if moved < 6 or np.ptp(changes) < 0.1:
        assert number.note in {"too_few_families_changed", "no_variation"}
        return
    scores = np.rint(np.asarray(changes) / step_of(np.asarray(changes)))
    sums = np.array([abs(np.dot(signs, scores)) for signs in product((-1, 1), repeat=len(rows))])
    assert number.p_exact == pytest.approx(np.mean(sums >= abs(scores.sum())))


def test_equally_many_goals_tie_as_whole_numbers_do() -> None:
    """Three goals each: T goes in steps of 10 / sqrt(4.8) = 4.564, and twice 45.64 tenths is not 91.29."""
    gained = [1, 2, 3, -1, 1, 2, -3, 1]
    goal = {1: [1.0, 0, 0], 2: [1, 1, 0], 3: [1, 2, 0], -1: [-1, 0, 0], -3: [-1, -2, 0]}
    after = [part for total in gained for part in goal[total]]
    found = of("gas_t_change", goals(after, 0.0, owner=[family for family in range(8) for _ in range(3)]))
    sums = np.array([abs(np.dot(signs, gained)) for signs in product((-1, 1), repeat=8)])
    assert found.value == pytest.approx(10 / 4.8**0.5 * np.mean(gained))
    assert found.p_exact == np.mean(sums >= 6)
    assert found.p_value == np.mean(sums > 6) + np.mean(sums == 6) / 2


@pytest.mark.parametrize(
    ("scores", "step"),
    [
        ([20.0, -10.0, 0.0, 1e-14], 10.0),
        ([10 / 4.8**0.5, 50 / 4.8**0.5, -5 / 4.8**0.5], 5 / 4.8**0.5),
        ([20.0, 30.0, -50.0], 10.0),
        ([10 / 4.8**0.5, 10.0], 0.1),
        ([0.3, 0.31], 0.1),
        ([0.0, 1e-14], 0.1),
    ],
)
def test_what_scores_are_counted_in(scores: list[float], step: float) -> None:
    assert step_of(np.array(scores)) == pytest.approx(step, rel=1e-12)


def test_the_interval_holds_the_mean_though_both_are_rounded() -> None:
    """Nearly equal scores of families whose goals weigh a little differently."""
    weight = [each for family in range(24) for each in (1.0, 1.02 if family == 5 else 1.0)]
    after = [1.0, 0.0] * 24
    found = of("gas_t", goals(after, weight=weight, owner=[family for family in range(24) for _ in range(2)]))
    assert np.isnan(found.low) or found.low <= found.value <= found.high


def test_goals_set_later_are_left_out_of_the_change() -> None:
    nan = np.nan
    after = [0.0, 1, 0, 1, 2, 1, 0, 2, 2]
    number = of("gas_t_change", goals(after, [-1, -1, -1, -1, -2, -1, -1, nan, -2]))
    assert number.note == "some_goals_without_baseline"
    assert number.value == pytest.approx(10 * (1 + 2 + 1 + 2 + 4 + 2 + 1 + 4) / 8)
    assert of("gas_t_change", goals(after, nan)).note == "no_goal_baseline"
    assert of("goals_reached", goals(after, nan)).value == 1


def test_another_rater_after_is_said() -> None:
    after = [0.0, 1, 0, 1, 2, 1, 0, 2]
    assert of("gas_t_change", goals(after, same_rater=[True] * 8)).note == ""
    assert of("gas_t_change", goals(after, same_rater=[True] * 7 + [False])).note == "goal_rater_changed"


def test_no_interval_for_few_families_but_one_for_families_at_50() -> None:
    few = of("gas_t", goals([1, 0, 2, -1, 0]))
    assert (few.note, np.isnan(few.low)) == ("unbounded_interval", True)
    many = of("gas_t", goals([0, 0, 0, 0, 0, 0, 0, 1]))
    assert (many.note, np.isfinite(many.low)) == ("", True)


def test_goals_per_family() -> None:
    assert of("goals_per_family", goals([0, 1, 1, 2], family=[1, 1, 1, 2])).value == 2


def test_nothing_followed_up() -> None:
    for name in ("goals_reached", "gas_t", "gas_t_change", "goals_per_family"):
        number = of(name, goals([]))
        assert np.isnan(number.value)
        assert number.note in {"no_goals", "no_pairs"}


@pytest.mark.parametrize(
    ("what", "told"),
    [
        ({"after": [3.0]}, "attainment lies from -2 to 2"),
        ({"after": [np.nan]}, "attainment lies from -2 to 2"),
        ({"after": [1.0], "weight": 0.0}, "weight larger than 0"),
        ({"after": [1.0], "owner": [1, 2]}, "equally long"),
    ],
)
def test_what_goals_refuse(what: dict[str, object], told: str) -> None:
    with pytest.raises(ValueError, match=told):
        goals(**what)  # type: ignore[arg-type]


def test_row_order_changes_no_bit() -> None:
    random = np.random.default_rng(3)
    n = 40
    whole = goals(
        random.integers(-2, 3, n).astype(float).tolist(),
        weight=random.choice([0.1, 0.3, 0.7], n).tolist(),
        owner=random.integers(0, 14, n).tolist(),
        family=None,
    )
    order = random.permutation(n)
    moved = Goals(
        **{name: getattr(whole, name)[order] for name in ("after", "before", "weight", "owner", "family")}
    )
    for name in ("goals_reached", "gas_t", "gas_t_change"):
        assert repr(of(name, whole)) == repr(of(name, moved))
    assert t_scores(whole.after, whole.weight, whole.owner)[1].size == np.unique(whole.owner).size
