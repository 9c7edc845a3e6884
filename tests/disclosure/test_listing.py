"""Listing all sets of changes finds a hidden count beside two intervals of one mean, and nothing in a release."""

from collections.abc import Sequence
from dataclasses import replace
from functools import cache

import pytest
from disclosure import attacked
from disclosure.adversary import changes, listing
from disclosure.adversary.findings import judge
from disclosure.adversary.published import Published, Sheet, Truth
from disclosure.adversary.studies import Job

import fou_eval as fou
from fou_eval.disclosure import Release, gate
from fou_eval.disclosure.release import Released
from fou_eval.estimates import Estimates

# Twelve families with one rating each: one fell a step, six stood still, three rose one step, one two and one three.
OUTCOME = "school_cooperation"


@cache
def studied() -> tuple[Estimates, Truth]:
    study = Job(variant="as drawn", families=15, seed=5).study()
    estimates = attacked.measured(study)
    rows = tuple(row for row in estimates if row.outcome in {"", OUTCOME})
    return replace(estimates, rows=rows), Truth.of(study, rows)


def told(release: Release) -> dict[str, tuple[float, float]]:
    """Give the disclosures by cell; there must be claims, and those that tell something must be true."""
    verdicts = [judge(claim, studied()[1]) for claim in listing.attack(Published.of(release))]
    assert verdicts
    assert all(verdict.true for verdict in verdicts if verdict.finding.tells)
    claims = [verdict.finding for verdict in verdicts if verdict.disclosure]
    return {claim.cell: (claim.low, claim.high) for claim in claims}


def as_linked(rows: Sequence[Released], alone: object, case: object) -> list[Released]:
    return list(rows)


def as_they_are(rows: Sequence[Released]) -> list[Released]:
    return list(rows)


def test_two_intervals_of_one_mean_tell_how_many_became_worse(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gate, "with_one_interval", as_they_are)
    monkeypatch.setattr(gate, "protected", as_linked)
    assert told(fou.release(studied()[0])) == {"worse": (1, 1)}


def test_one_interval_of_a_mean_leaves_open_how_many_became_worse() -> None:
    assert told(fou.release(studied()[0])) == {}


def test_a_search_that_takes_too_long_claims_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(listing, "_TRIED", 0)
    assert list(listing.attack(Published.of(fou.release(studied()[0])))) == []


def test_all_sets_of_changes_with_a_mean_and_an_error_are_listed() -> None:
    # three rises and a fall that add up to 5; squares 19 and 15, but 13 for (-1, 2, 2, 2) and 21 for (-2, 2, 2, 3)
    found = listing.Listing(sheet=sheet_of_twelve())._moves((4, 3, 2, 1), 3, 1, 5, 14, 19)
    assert sorted(tuple(sorted(moves)) for moves in found) == [(-1, 1, 1, 4), (-1, 1, 2, 3)]


def test_numbers_of_moves_are_tried_with_every_sum_that_the_mean_allows() -> None:
    sheet = sheet_of_twelve()
    row = sheet.row("mean_change")
    assert row is not None
    said = {"value": 0.1, "low": -0.5, "high": 0.7, "se": 0.3, "p_value": 0.8, "rules": []}
    small = replace(sheet, rows=({**row, **said},))
    # six rises and five falls of one step: mean 1/12, error 0.2876, which neither 0.05 nor 0.15 at the ends would allow
    assert changes.moments(small, 6, 5)
    assert not changes.moments(small, 7, 5)  # 2/12 is published as 0.2, and 1/12 takes one fall of two steps


def sheet_of_twelve() -> Sheet:
    published = Published.of(fou.release(studied()[0]))
    return next(sheet for sheet in published.sheets if sheet.outcome == OUTCOME)
