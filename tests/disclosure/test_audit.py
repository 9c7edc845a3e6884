"""The audit against a reader who lists every table of before by after that gives the published numbers."""

from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from itertools import combinations_with_replacement

import numpy as np
import pytest
from disclosure.test_gate import outcome
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from fou_eval.declaration import Indicator
from fou_eval.disclosure.atoms import Atoms, atoms_of
from fou_eval.disclosure.audit import bounds, is_open, stays_open_after, told
from fou_eval.disclosure.candidates import few_candidates
from fou_eval.disclosure.knowledge import Knowledge, known
from fou_eval.disclosure.precision import coarsened
from fou_eval.disclosure.programs import Truth
from fou_eval.disclosure.protect import case_of, protected
from fou_eval.disclosure.release import Decision, Released
from fou_eval.disclosure.rules import RULES, Limits
from fou_eval.disclosure.spread import error_of
from fou_eval.estimates import Estimate
from fou_eval.formatting import round_to
from fou_eval.statistics import Pairs
from fou_eval.statistics.clustered import clustered_mean
from fou_eval.statistics.moves import improvements, moves
from fou_eval.statistics.scale import g_av

RATING = Indicator(
    name="rating",
    table="t",
    unit="family",
    column=outcome("ordinal", "higher", min=1, max=3),
)
SHARES = {"share_better": 1, "share_same": 0, "share_worse": -1}
N = 5


def located(atoms: Atoms, pairs: Pairs) -> Truth:
    atom = atoms.locate(pairs.before, pairs.after, moves(pairs))
    assert atom is not None
    return Truth(atom=atom, family=pairs.family)


def counted(atoms: Atoms, pairs: Pairs) -> NDArray[np.int64]:
    return np.bincount(located(atoms, pairs).atom, minlength=atoms.size)


def published(pairs: Pairs, *names: str) -> dict[str, Estimate]:
    """Give numbers about pairs as those of fewer than ten families are published: shares in tens, means whole."""
    signs = improvements(pairs)
    values = {
        "mean_before": pairs.before.mean(),
        "mean_after": pairs.after.mean(),
        "mean_change": pairs.change.mean(),
        **{name: float((signs == way).mean()) for name, way in SHARES.items()},
    }
    spread = clustered_mean(pairs.change, pairs.family, confidence=0.95, resolution=1.0)
    rows = {}
    for name in names:
        share = name in SHARES
        interval = (spread.low, spread.high) if name == "mean_change" else (np.nan, np.nan)
        rows[name] = Estimate(
            outcome="rating",
            kind="ordinal",
            statistic=name,
            scale="proportion" if share else "change" if name == "mean_change" else "unit",
            wave_after="t1",
            confidence=0.95,
            value=round_to(float(values[name]), 1 if share else 0),
            low=round_to(float(interval[0]), 0),
            high=round_to(float(interval[1]), 0),
            n=pairs.n,
            n_families=pairs.n_families,
        )
    return rows


def every_table(n: int) -> Iterator[Pairs]:
    cells = [(before, after) for before in (1, 2, 3) for after in (1, 2, 3)]
    for chosen in combinations_with_replacement(cells, n):
        before, after = np.array(chosen, dtype=float).T
        yield Pairs.of(before, after, resolution=1.0)


@cache
def listed() -> list[tuple[Pairs, dict[str, tuple[float, ...]]]]:
    """Give every table with the numbers that it would give."""
    names = ("share_better", "mean_before", "mean_after", "mean_change")
    return [
        (pairs, {name: _told(row) for name, row in published(pairs, *names).items()})
        for pairs in every_table(N)
    ]


def _told(row: Estimate) -> tuple[float, ...]:
    return tuple(np.nan_to_num((row.value, row.low, row.high), nan=-99.0).tolist())


def facts(rows: dict[str, Estimate]) -> tuple[Atoms, Knowledge]:
    atoms = atoms_of(RATING)
    return atoms, known(RATING, atoms, rows.values(), "t1", 2)


@pytest.mark.parametrize("seed", range(6))
@pytest.mark.parametrize(
    "names",
    [
        ("mean_before", "mean_after"),
        ("share_better", "mean_change"),
        ("mean_change",),
        ("share_better", "mean_before", "mean_after", "mean_change"),
    ],
)
def test_bounds_are_those_of_a_list_of_all_tables(names: tuple[str, ...], seed: int) -> None:
    rng = np.random.default_rng(seed)
    true = Pairs.of(rng.integers(1, 4, N), rng.integers(1, 4, N), resolution=1.0)
    rows = published(true, *names)
    seen = {name: _told(row) for name, row in rows.items()}
    agreeing = [pairs for pairs, numbers in listed() if all(numbers[name] == seen[name] for name in names)]
    atoms, knowledge = facts(rows)
    assert all(knowledge.holds(counted(atoms, pairs)) for pairs in agreeing)
    for way in (1, 0, -1):
        counts = [int((improvements(pairs) == way).sum()) for pairs in agreeing]
        low, high = bounds(knowledge, atoms.moved((way,), "higher")) or (np.nan, np.nan)
        # With an interval the list is shorter by tables whose rounded ends differ in a digit that the sum of squares
        # of whole changes does not meet; without one both are the same.
        slack = 1 if rows.get("mean_change") is not None else 0
        assert low <= min(counts) <= low + slack
        assert high - slack <= max(counts) <= high


TEN = Indicator(
    name="rating", table="t", unit="family", column=outcome("scale", "higher", min=0, max=10, resolution=1.0)
)


def shown_as(pairs: Pairs, precision: int) -> list[Estimate]:
    """Give mean change, levels and the share that is better as a study of ten families or more publishes them."""
    spread = clustered_mean(pairs.change, pairs.family, confidence=0.95, resolution=1.0)
    better = float((improvements(pairs) > 0).mean())
    levels = {"mean_before": pairs.before.mean(), "mean_after": pairs.after.mean(), "share_better": better}
    base = Estimate(
        outcome="rating",
        kind="scale",
        statistic="",
        value=0.0,
        wave_after="t1",
        confidence=0.95,
        n=pairs.n,
        n_families=pairs.n_families,
    )
    rows = [
        replace(
            base, statistic=name, scale="proportion" if name == "share_better" else "unit", value=float(value)
        )
        for name, value in levels.items()
    ]
    change = replace(
        base,
        statistic="mean_change",
        scale="change",
        value=spread.value,
        low=spread.low,
        high=spread.high,
        se=spread.se,
        p_value=spread.p_value,
    )
    size = replace(base, statistic="g_av", scale="standardised", value=g_av(pairs, confidence=0.95).value)
    limits = Limits(threshold=5, enrolled=40, resolution=1.0, ends=(0.0, 10.0))
    every = (*rows, change, size)
    seen = [rounded(rounded(row, limits, "rule.coarse_p"), limits, "rule.precision") for row in every]
    return [coarsened(row, 1.0, precision) for row in seen]


def rounded(row: Estimate, limits: Limits, rule: str) -> Estimate:
    result = RULES[rule](row, limits)
    assert result is not None
    return result


@given(
    st.integers(10, 24).flatmap(
        lambda n: st.tuples(*(st.lists(st.integers(0, 10), min_size=n, max_size=n) for _ in range(2)))
    ),
    st.sampled_from([0, 1, 2, 3]),
    st.booleans(),
)
@settings(max_examples=80, deadline=None)
def test_the_units_as_they_are_agree_with_what_is_said_of_them(
    values: tuple[list[int], list[int]], precision: int, siblings: bool
) -> None:
    """At every precision the truth is among what a reader holds possible, in families of one and of two."""
    family = np.arange(len(values[0])) // (2 if siblings else 1)
    pairs = Pairs.of(*values, family, resolution=1.0)
    atoms = atoms_of(TEN)
    rows = shown_as(pairs, precision)
    knowledge = known(TEN, atoms, rows, "t1", 5, precision)
    assert knowledge.holds(counted(atoms, pairs))
    if precision == 3:
        assert all(np.isinf(error_of(row, row.value, 1.0, 3, 5)[1]) for row in rows)


def test_a_narrow_interval_tells_that_few_moved_against_the_mean() -> None:
    """Fourteen families, nine of them better: who knows mean and interval finds at most three worse, by hand:

    the change is 19 steps in all, so with four worse the nine rose 23; the squares of nine numbers with that sum are
    at least 61, 65 with the four; but the interval leaves 14 x 13 x 0.375^2 + 19^2 / 14 = 51.
    """
    change = Estimate(
        outcome="rating",
        statistic="mean_change",
        scale="change",
        wave_after="t1",
        confidence=0.95,
        value=1.4,
        low=0.6,
        high=2.2,
        n=14,
        n_families=14,
    )
    better = replace(
        change, statistic="share_better", scale="proportion", value=0.64, low=np.nan, high=np.nan
    )
    levels = [
        replace(change, statistic=f"mean_{when}", scale="unit", value=value, low=np.nan, high=np.nan)
        for when, value in (("before", 4.4), ("after", 5.7))
    ]
    atoms = atoms_of(TEN)
    worse = atoms.moved((-1,), "higher")
    found = bounds(known(TEN, atoms, [change, better, *levels], "t1", 5), worse)
    assert found is not None
    assert found[1] <= 3
    coarse = coarsened(change, 1.0, 2)
    assert (coarse.low, coarse.high) == (0.0, 3.0)
    assert bounds(known(TEN, atoms, [coarse, better], "t1", 5, 2), worse) == (0, 5)


def test_only_cells_of_too_few_families_need_to_stay_open() -> None:
    before, after = np.array([2.0] * 12 + [1.0] * 2), np.array([3.0] * 12 + [1.0] * 2)
    pairs = Pairs.of(before, after, resolution=1.0)
    atoms = atoms_of(RATING)
    truth = located(atoms, pairs)
    share = Estimate(
        outcome="rating", statistic="share_better", scale="proportion", value=0.86, n=14, n_families=14
    )
    knowledge = known(RATING, atoms, [share], "t1", 5)
    better, same = atoms.moved((1,), "higher"), atoms.moved((0,), "higher")
    assert bounds(knowledge, better) == (12, 12)
    assert bounds(knowledge, same) == (0, 2)
    assert told(knowledge, truth, [(same, 14)], 5)
    assert not told(
        knowledge, truth, [(same, 14)], 2
    )  # a cell of two families is large enough at that threshold
    assert not told(knowledge, truth, [(better, 14)], 2)
    assert told(
        knowledge, None, [(better, 14)], 2
    )  # where nobody knows how many families it holds, it must stay open


def test_what_is_the_same_for_everybody_has_no_three_candidates() -> None:
    atoms = atoms_of(RATING)
    same = Estimate(
        outcome="rating", statistic="share_same", scale="proportion", value=1.0, n=14, n_families=14
    )
    assert few_candidates(known(RATING, atoms, [same], "t1", 5), None)
    some = replace(same, value=0.57)
    assert not few_candidates(known(RATING, atoms, [some], "t1", 5), None)


def test_a_family_that_knows_its_own_value_finds_no_other_alone() -> None:
    """Thirteen changed by one step and one by two: without the mean others may differ, with it nobody else does."""
    before, after = np.array([1.0] * 14), np.array([2.0] * 13 + [3.0])
    pairs = Pairs.of(before, after, resolution=1.0)
    atoms = atoms_of(RATING)
    truth = located(atoms, pairs)
    mean = Estimate(outcome="rating", statistic="mean_before", scale="unit", value=1.0, n=14, n_families=14)
    assert few_candidates(
        known(RATING, atoms, [mean], "t1", 5), truth
    )  # at most half a step above the end in all


@pytest.mark.parametrize(("known_mean", "expected"), [(False, True), (True, False)])
def test_why_two_groups_are_merged_is_counted_as_known(known_mean: bool, expected: bool) -> None:
    """Of 20 units 18 are not better. By the mean 2 to 7 became worse; since one group is small, it is 2 to 4."""
    atoms = atoms_of(RATING)
    row = Estimate(
        outcome="rating", statistic="share_not_better", scale="proportion", value=0.9, n=20, n_families=20
    )
    mean = replace(row, statistic="mean_change", scale="change", value=-0.1, wave_after="t1")
    knowledge = known(RATING, atoms, [row, mean] if known_mean else [row], "t1", 5)
    worse = atoms.moved((-1,), "higher")
    assert bounds(knowledge, worse) == ((2, 7) if known_mean else (0, 18))
    assert stays_open_after(knowledge, worse, 18, 5) is expected


@pytest.mark.parametrize(
    ("ends", "expected"),
    [((0, 5), True), ((0, 4), False), ((2, 5), False), ((9, 14), True), ((10, 14), False), ((3, 9), True)],
)
def test_open_means_neither_side_known_to_be_small_and_five_counts(
    ends: tuple[int, int], expected: bool
) -> None:
    assert is_open(ends, 14, 5) is expected


def test_a_standardised_change_of_hundreds_of_persons_is_understood() -> None:
    """The small-sample factor of 400 units is a ratio of two numbers that are too large to be written down."""
    rows = [
        Estimate(statistic=name, scale=scale, value=value, n=400, n_families=400)
        for name, scale, value in (
            ("mean_before", "unit", 1.5),
            ("mean_after", "unit", 2.0),
            ("mean_change", "change", 0.5),
            ("g_av", "standardised", 0.8),
        )
    ]
    knowledge = known(RATING, atoms_of(RATING), rows, "t1", 5)
    assert knowledge.units == 400
    assert bounds(knowledge, knowledge.atoms.moved((1,), "higher")) is not None


def test_values_in_tenths_are_found_on_their_scale() -> None:
    """0.3 as it is read is a little less than three steps of 0.1 counted up from 0."""
    tenths = replace(RATING, column=outcome("scale", "higher", min=0, max=1, resolution=0.1))
    atoms = atoms_of(tenths)
    before, after, change = np.array([0.2, 0.3]), np.array([0.3, 0.7]), np.array([0.1, 0.4])
    found = atoms.locate(before, after, change)
    assert found is not None
    assert atoms.before[0][found] == pytest.approx(before)
    assert atoms.after[0][found] == pytest.approx(after)


def test_values_beside_the_declared_scale_are_not_taken_for_others() -> None:
    """Steps of three do not divide a scale from 0 to 10, and 0.25 is no tenth: what is hidden counts as small then."""
    threes = replace(RATING, column=outcome("scale", "higher", min=0, max=10, resolution=3.0))
    assert not atoms_of(threes).exact
    tenths = replace(RATING, column=outcome("scale", "higher", min=0, max=1, resolution=0.1))
    off = np.array([0.25, 0.3])
    assert atoms_of(tenths).locate(off, off, np.array([0.0, 0.0])) is None
    pairs = Pairs.of(off, off, resolution=0.1)
    assert case_of(tenths, pairs, contrast_after="t1", threshold=5).truth is None


@pytest.mark.parametrize(("level", "status"), [(9.3, "withheld"), (6.0, "pass")])
def test_a_change_to_another_wave_leaves_room_beside_the_mean_before(level: float, status: str) -> None:
    """Forty-five persons at 9.3 of 10 who rise by 0.7 have used up the scale: at most four steps down are left."""
    ratings = replace(RATING, unit="person", column=outcome("scale", "higher", min=0, max=10, resolution=1.0))
    row = Estimate(outcome="rating", kind="scale", statistic="mean_before", value=level, n=45, n_families=24)
    before = replace(row, scale="unit", wave_before="t0")
    change = replace(row, statistic="change_from_entry", scale="change", wave_after="t1", value=0.7)
    rows = [Released(estimate=one, decision=Decision(status="pass")) for one in (before, change)]
    case = case_of(ratings, None, contrast_after="t2", threshold=5)
    seen = protected(rows, rows, case)
    assert seen[1].decision.status == status
