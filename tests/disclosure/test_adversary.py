"""Attackers find nothing in what is released, and what they must find where rules are taken away."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache
from typing import Any

import numpy as np
import pytest
from disclosure import attacked
from disclosure.adversary import ATTACKS, INSIDERS, changes, coalition, integer, membership, words
from disclosure.adversary.findings import Finding, confined, judge
from disclosure.adversary.model import Tables
from disclosure.adversary.published import Published, Sheet, Truth
from disclosure.adversary.scoreboard import Board, attack, described, one_family, table
from disclosure.adversary.studies import Job

from fou_eval.estimates import Estimates
from fou_eval.study import Study

# `make attack` tries the other kinds of studies too.
JOBS = (Job(variant="bundled"), Job(variant="everything sensitive", families=14, seed=14))


def named(job: Job) -> str:
    return f"{job.variant}-{job.families}-{job.seed}"


@pytest.mark.parametrize("job", JOBS, ids=named)
def test_attackers_find_nothing_in_a_release(job: Job) -> None:
    board = Board()
    attack(job, board)
    assert [described(job, verdict) for _, verdict in (*board.found, *board.wrong)] == []
    assert set(board.scores) == {*ATTACKS, *INSIDERS}
    assert board.scores["integer"].claims > 20


@cache
def leaky(variant: str, families: int, seed: int) -> tuple[Study, Estimates, Published, Truth]:
    study = Job(variant=variant, families=families, seed=seed).study()
    estimates = attacked.measured(study)
    return study, estimates, Published.ungated(estimates), Truth.of(study, tuple(estimates))


def without(published: Published, *statistics: str) -> Published:
    """Hide some statistics, as plain threshold suppression would, and leave the rest."""
    rows: list[Mapping[str, Any]] = []
    for row in published.rows:
        gone = {"value": None, "n": 0, "n_families": 0, "status": "withheld"}
        rows.append({**row, **gone} if row["statistic"] in statistics else row)
    return replace(published, rows=tuple(rows))


def about(published: Published, *outcomes: str) -> Published:
    """Keep the rows about some indicators, and about who took part."""
    return replace(published, rows=tuple(row for row in published.rows if row["outcome"] in {"", *outcomes}))


# What is left out when same and worse are merged because one of them is small.
MERGED = ("share_same", "share_worse", "share_not_worse", "net_improvement", "sign_test")
SHARES = (
    "share_better",
    "share_not_better",
    "share_higher",
    "share_lower",
    "share_not_higher",
    "share_not_lower",
    *MERGED,
)


def told(findings: Iterator[Finding], truth: Truth) -> dict[tuple[str, str, str], tuple[float, float]]:
    """Give the disclosures by indicator, wave and cell; every claim that tells something must be true."""
    verdicts = [judge(finding, truth) for finding in findings]
    assert all(verdict.true for verdict in verdicts if verdict.finding.tells)
    kept = [verdict.finding for verdict in verdicts if verdict.disclosure]
    return {(claim.outcome, claim.wave, claim.cell): (claim.low, claim.high) for claim in kept}


def test_hidden_shares_follow_from_mean_and_interval() -> None:
    _, _, published, truth = leaky("as drawn", 18, 3)
    found = told(integer.attack(without(about(published, "economy_worry", "home_situation"), *MERGED)), truth)
    assert found["economy_worry", "", "worse"] == (0, 0)  # nobody became worse, and a reader knows it
    assert found["home_situation", "", "worse"][1] < 5


def test_hidden_shares_follow_at_other_waves_too() -> None:
    _, _, published, truth = leaky("as drawn", 14, 2)
    found = told(changes.course(about(published, "school_cooperation")), truth)
    assert found["school_cooperation", "t1", "better"] == (4, 4)
    assert found["school_cooperation", "t1", "worse"] == (0, 0)


def test_everybodys_change_follows_when_two_changes_are_all_there_is() -> None:
    _, _, published, truth = leaky("as drawn", 14, 2)
    claims = [
        claim
        for claim in changes.course(about(published, "school_cooperation"))
        if claim.kind == "candidates" and claim.tells
    ]
    assert {(claim.outcome, claim.wave, claim.cell, claim.candidates) for claim in claims} >= {
        ("school_cooperation", "t1", "change", (0.0, 1.0))
    }
    assert all(judge(claim, truth).disclosure for claim in claims)


def test_values_too_fine_for_a_table_are_counted_by_sign() -> None:
    _, _, published, truth = leaky("one member, improving", 13, 7)
    found = told(
        changes.attack(without(about(published, "leisure_hours", "occupation_hours"), *SHARES)), truth
    )
    assert found["leisure_hours", "", "worse"][1] <= 1
    assert found["occupation_hours", "", "worse"][1] <= 1


def test_the_class_of_an_exact_p_value_counts_those_who_did_not_move_along() -> None:
    _, _, published, truth = leaky("as drawn", 12, 1)
    found = told(changes.tests(published), truth)
    assert found["leisure_situation", "", "families:not_better"] == (0, 0)  # all families alike


def test_labels_that_differ_within_a_table_say_which_cell_is_small() -> None:
    _, _, published, truth = leaky("as drawn", 18, 3)
    labels = {"share_same": "rule.protected", "share_worse": "rule.split"}
    rows = [
        {**row, "value": None, "status": "withheld", "rules": [labels[row["statistic"]]]}
        if row["statistic"] in labels
        else row
        for row in about(published, "economy_worry").rows
    ]
    found = told(words.reasons(replace(published, rows=tuple(rows))), truth)
    assert found["economy_worry", "", "worse"] == (0, 4)


def test_what_is_hidden_beside_better_is_known_when_one_alone_can_be_small() -> None:
    _, _, published, truth = leaky("as drawn", 18, 3)
    hidden = without(about(published, "economy_worry"), *MERGED)
    found = told(words.minimality(hidden), truth)
    assert found["economy_worry", "", "worse"] == (0, 4)


def test_reasons_follow_from_the_families_that_are_missing() -> None:
    _, _, published, truth = leaky("as drawn", 18, 1)
    found = told(membership.attack(replace(published, rows=few_reasons_hidden(published))), truth)
    # 11 of 18 families are missing, 9 of them without a stated reason: two have one of the reasons that are hidden
    assert found == {("", "", "other_reasons:t4"): (2, 2)}


def few_reasons_hidden(published: Published) -> tuple[Mapping[str, Any], ...]:
    return tuple(
        {**row, "value": None} if row["statistic"] == "missing_reason" and row["value"] < 5 else row
        for row in published.rows
    )


def test_a_range_of_missing_families_is_narrowed_by_the_families_behind_a_number() -> None:
    _, _, published, truth = leaky("as drawn", 18, 1)
    rows = [
        {**row, "value": None, "low": 14.0, "high": 17.0}
        if row["statistic"] == "families_at_wave" and row["category"] == "t2"
        else row
        for row in few_reasons_hidden(published)
    ]
    found = told(membership.attack(replace(published, rows=tuple(rows))), truth)
    assert found["", "", "families_at_wave:t2"] == (1, 2)


def test_words_about_the_worst_case_tell_where_a_lone_leaver_stood() -> None:
    values = np.array([0.0, 10.0])
    sheet = sheet_of("home_situation", mean_change=0.5, n=17, note="bound_not_better")
    # S = 8.5 ± 0.85 of 17, and one who left: S + 0 - y <= 0, so y >= 7.65: 8, 9 and 10 remain, and at 0.6 only one does
    assert list(words._left(sheet, 18)) == []
    (claim,) = words._left(sheet_of("home_situation", mean_change=0.6, n=17, note="bound_not_better"), 18)
    assert claim.candidates == (10.0,)
    assert values[1] in claim.candidates


def sheet_of(outcome: str, *, mean_change: float, n: int, note: str) -> Sheet:
    """Make a sheet by hand: a mean change and a word about the worst case."""
    _, _, published, _ = leaky("as drawn", 18, 3)
    sheet = next(sheet for sheet in published.sheets if sheet.outcome == outcome)
    change = {
        **row_of(sheet, "mean_change"),
        "value": mean_change,
        "n": n,
        "n_families": n,
        "before_only": None,
    }
    bound = {**row_of(sheet, "bound_worst"), "value": None, "n": 0, "n_families": 0, "note": note}
    return replace(sheet, rows=(change, bound))


def row_of(sheet: Sheet, statistic: str) -> Mapping[str, Any]:
    row = sheet.row(statistic)
    assert row is not None
    return row


def test_a_family_subtracts_its_own_answers() -> None:
    _, _, published, truth = leaky("as drawn", 18, 3)
    hidden = without(about(published, "economy_worry"), *MERGED)
    found = told(coalition.attack(hidden, one_family(truth, 0)), truth)
    assert found["economy_worry", "", "worse"] == (0, 0)


def test_the_truth_is_always_among_the_tables() -> None:
    for variant, families, seed in (
        ("as drawn", 14, 2),
        ("one member, improving", 13, 7),
        ("norms cited", 16, 5),
    ):
        _, _, published, truth = leaky(variant, families, seed)
        checked = 0
        for sheet in filter(integer.reachable, published.sheets):
            tables, pairs = Tables(sheet=sheet), truth.pairs[sheet.outcome]
            own = tuple(zip(pairs.before, pairs.after, strict=True))
            true = coalition.knowing(sheet, own).mine
            assert tables.broken(true).max() < 1e-5, sheet.outcome
            checked += 1
        assert checked > 10


@pytest.mark.parametrize(
    ("low", "high", "threshold", "expected"),
    [(0, 4, 5, True), (0, 5, 5, False), (3, 6, 5, True), (3, 7, 5, False), (7, 7, 5, True), (0, 7, 8, True)],
)
def test_an_interval_is_too_narrow_below_the_threshold_or_when_it_spans_too_few(
    low: int, high: int, threshold: int, expected: bool
) -> None:
    assert confined(low, high, threshold) is expected


def test_a_claim_that_is_false_is_no_disclosure() -> None:
    _, _, _, truth = leaky("as drawn", 18, 3)
    claim = Finding(
        attack="x", outcome="economy_worry", kind="count", cell="worse", low=1, high=2, units=17, threshold=5
    )
    assert not judge(claim, truth).disclosure
    assert judge(replace(claim, low=0), truth).disclosure


def test_the_scoreboard_counts_by_attack() -> None:
    board = Board()
    _, _, published, truth = leaky("as drawn", 18, 3)
    verdicts = [judge(claim, truth) for claim in changes.tests(published)]
    board.add(Job(variant="as drawn", families=18, seed=3), "tests", verdicts, 1.4)
    line = table(board.scores).splitlines()[2]
    assert (
        line == f"| tests | 1 | {len(verdicts)} | {len(verdicts)} | {board.scores['tests'].disclosures} | 1 |"
    )
