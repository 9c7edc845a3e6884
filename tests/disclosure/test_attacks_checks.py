"""Attacks on what is told of spread, of agreement, of other indicators and of those who left, as a neighbour would try.

Each attack is a function of `attackers` on released rows; the studies are small, since small ones give most away.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from math import isnan

import pytest
from disclosure import attackers
from disclosure.attacked import followed, made, measured

import fou_eval as fou
from fou_eval.bundled import bundled_study
from fou_eval.disclosure import Release
from fou_eval.disclosure.gate import release as gate
from fou_eval.disclosure.leavers import against, leaves_open
from fou_eval.disclosure.rules import RULES, Limits
from fou_eval.estimates import Estimate, Estimates
from fou_eval.formatting import published_p
from fou_eval.statistics import adjusted

# Families of studies without records; a third of them cite norms, and a third have every outcome sensitive.
STUDIES = (12, 17, 22)


@dataclass(frozen=True, kw_only=True, eq=False)
class Attacked:
    estimates: Estimates
    release: Release


@pytest.fixture(scope="module", params=["bundled", *range(len(STUDIES))])
def study(request: pytest.FixtureRequest) -> Attacked:
    if request.param == "bundled":
        found = measured(fou.open_study(bundled_study("familjelotsen")))
    else:
        seed = request.param
        declared = followed(cited=seed % 3 != 2, sensitive=seed % 3 == 1)
        found = measured(made(declared, families=STUDIES[seed], seed=seed))
    return Attacked(estimates=found, release=gate(found))


def test_the_counts_of_a_yes_no_change_stay_open_beside_every_spread(study: Attacked) -> None:
    for indicator in study.release.codebook.indicators():
        pairs = attackers.yes_no_counts(study.release, indicator)
        assert pairs is None or pairs >= 3, indicator.name


def test_the_smallest_detectable_change_says_what_the_interval_says(study: Attacked) -> None:
    """A standard error rounded twice, on two scales, left one possible sum of squares in every third small study."""
    for indicator in study.release.codebook.indicators():
        assert not attackers.beyond_the_interval(study.release, indicator), indicator.name


def test_agreement_of_procedures_bounds_no_hidden_share(study: Attacked) -> None:
    for indicator in study.release.codebook.indicators():
        assert attackers.hidden_falls(study.release, indicator) is None, indicator.name


def test_words_about_those_who_left_leave_their_number_and_values_open(study: Attacked) -> None:
    for indicator in study.release.codebook.indicators():
        for numbers, sums in attackers.words(study.release, indicator):
            few = attackers.smallest_cell(study.release, indicator)
            assert len(sums) >= 3, indicator.name
            assert len(numbers) >= min(3, few - 1) or not numbers <= set(range(few)), indicator.name
        assert attackers.contradictions(study.release, indicator) == [], indicator.name
        assert attackers.words_about_a_hidden_change(study.release, indicator) == [], indicator.name


def test_those_who_left_are_not_counted_and_not_placed(study: Attacked) -> None:
    for indicator in study.release.codebook.indicators():
        assert not attackers.leavers_counted(study.release, indicator), indicator.name
    assert attackers.leavers_placed(study.release, study.estimates) == []


def test_benchmarks_tell_what_the_published_means_tell(study: Attacked) -> None:
    for indicator in study.release.codebook.indicators():
        assert attackers.means_to_more_digits(study.release, indicator) == [], indicator.name


def test_q_values_tell_what_the_published_p_values_tell(study: Attacked) -> None:
    assert attackers.rates_of_discovery(study.release) == []


def test_no_reason_for_missing_is_that_of_few_families_or_of_all(study: Attacked) -> None:
    assert attackers.telling_reasons(study.release) == []


def test_no_note_tells_what_its_number_would(study: Attacked) -> None:
    assert attackers.told_by_a_note(study.release) == []


def test_the_range_of_families_at_a_wave_is_a_range(study: Attacked) -> None:
    for row in study.release:
        if row.estimate.statistic == "families_at_wave" and isnan(row.estimate.value):
            assert row.estimate.low <= row.estimate.high


def test_a_sign_test_that_agrees_leaves_two_counts_of_those_who_fell() -> None:
    """Why agreement goes where a share is hidden: eight of fourteen better, and every procedure finds it."""
    assert [down for down in range(7) if attackers.sign_test(8, down) <= 0.05] == [0, 1]


@pytest.mark.parametrize("room", [1, 4, 10])
@pytest.mark.parametrize("numbers", [range(1, 2), range(1, 3), range(1, 5), range(1, 8), (6,), (9,)])
def test_either_word_leaves_three_numbers_and_three_sums(room: int, numbers: Sequence[int]) -> None:
    """Tried on every change and every number of those who left, by listing what a reader could hold possible."""
    for change in range(1, 9 * room + 3):
        if not leaves_open(change, (room, room), numbers):
            continue
        every = [(k, total) for k in numbers for total in range(k * room + 1)]
        # A rise turns where they had as much room, a fall where they had more.
        for enough in (change, change + 1):
            turned = [(k, total) for k, total in every if total >= enough]
            for kept in (turned, [pair for pair in every if pair not in turned]):
                if kept in ([], every):
                    continue  # the word tells nothing
                assert len({k for k, _ in kept}) >= min(3, len(numbers))
                most = {total for k, total in kept if k == max(numbers)}
                assert not most or len(most) >= 3


def test_a_small_change_tells_nothing_of_those_who_left() -> None:
    """Two steps up in all, and still up if all who left had fallen to the bottom: they stood there."""
    assert not leaves_open(2, (10, 10), range(1, 5))
    assert against(0.0, "higher") == ("bound_worst", "bound_best")


def test_no_spread_at_entry_is_not_told() -> None:
    """All who left had one value and all who stayed one: with the mean before, that is the value of each of them."""
    row = Estimate(
        outcome="rating",
        kind="scale",
        statistic="leavers_difference",
        scale="standardised",
        value=float("nan"),
        note="no_spread_at_entry",
        families_in=2,
        families_out=14,
        n=16,
        n_families=16,
    )
    limits = Limits(threshold=5, enrolled=18, resolution=1.0)
    assert RULES["rule.common_change"](row, limits) is None
    bare = RULES["rule.small_counts"](replace(row, note="nothing_missing"), limits)
    assert bare is not None
    assert (bare.n, bare.n_families, bare.families_in, bare.families_out) == (0, 0, None, None)


def test_a_difference_of_two_groups_has_the_digits_of_the_smaller_one() -> None:
    limits = Limits(threshold=5, enrolled=30, resolution=1.0)
    shown = {}
    for left in (6, 10):
        row = Estimate(
            outcome="rating",
            statistic="leavers_difference",
            scale="standardised",
            value=0.37,
            families_in=left,
            families_out=18,
            n=28,
            n_families=28,
        )
        rounded = RULES["rule.precision"](row, limits)
        assert rounded is not None
        shown[left] = rounded.value
    assert shown == {6: 0.0, 10: 0.4}


def test_adjusted_values_come_from_published_p_values_and_are_never_smaller() -> None:
    """Twenty times 2 to the power of -8 told that all eight families had moved the same way."""
    exact = [2.0**-8, 0.0347, 0.2, 0.41, 0.6]
    seen = [0.01, 0.05, 0.2, 0.5, 0.6]
    for method in ("bh", "holm"):
        for published, truth in zip(again(seen, method), adjusted(exact, method), strict=True):
            assert published >= truth - 1e-12
    assert again([0.001, 0.04, 0.04], "holm") == [0.01, 0.08, 0.08]


def again(seen: list[float], method: str) -> list[float]:
    """Adjusted from published p-values, and coarsened as they are; an upper end of a class is not in it."""
    return [published_p(float(value) - 1e-12) for value in adjusted(seen, method)]


@pytest.mark.parametrize("multiplicity", ["holm", "bh", "none"])
def test_adjusted_p_values_follow_from_the_published_ones(multiplicity: str) -> None:
    declared = followed()
    plan = declared.plan.model_copy(update={"multiplicity": multiplicity, "fixed_on": date(2015, 1, 15)})
    found = gate(measured(made(replace(declared, plan=plan), families=18, seed=3)))
    rows = [row.estimate for row in found if not isnan(row.estimate.p_adjusted)]
    assert bool(rows) is (multiplicity != "none")
    if rows:
        assert [row.p_adjusted for row in rows] == again([row.p_value for row in rows], multiplicity)
