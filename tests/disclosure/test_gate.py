"""The gate as a whole: what a made-up study's estimates become, and that nothing shown gives away what is hidden."""

from dataclasses import replace
from datetime import date
from math import isnan

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from fou_eval.declaration import Codebook, Column, Contrast, Domain, Plan, Table, Text, Wave
from fou_eval.declaration.codes import Step
from fou_eval.disclosure import Release, release
from fou_eval.errors import DisclosureError
from fou_eval.estimates import Estimate, Estimates
from fou_eval.provenance import Provenance

BOTH = Text(sv="x", en="x")
WAVES = {"t0": Wave(label=BOTH, months=0), "t1": Wave(label=BOTH, months=12)}


def outcome(kind: str, better: str, **more: object) -> Column:
    return Column(label=BOTH, type="integer", role="outcome", domain="home", kind=kind, better=better, **more)  # type: ignore[arg-type]


def ladder() -> Column:
    steps = {
        0: Step(sv="0", en="0", groups=("far", "out")),
        1: Step(sv="1", en="1", groups=("far", "out")),
        2: Step(sv="2", en="2", groups=("near", "out")),
        3: Step(sv="3", en="3", groups=("there", "in")),
    }
    groups = dict.fromkeys(("far", "near", "there", "out", "in"), BOTH)
    return outcome("ladder", "higher", steps=steps, groups=groups)


COLUMNS = {
    "family_id": Column(label=BOTH, type="text", role="family_id"),
    "wave": Column(label=BOTH, type="code", codes="waves", role="wave"),
    "rating": outcome("scale", "higher", resolution=1.0),
    "amount": outcome("scale", "neither", resolution=1.0),
    "step": ladder(),
    "routine": Column(
        label=BOTH,
        type="boolean",
        role="outcome",
        domain="home",
        kind="binary",
        better="higher",
        resolution=1.0,
    ),
}
CODEBOOK = Codebook(
    study="made_up",
    version="1",
    title=BOTH,
    language="sv",
    waves=WAVES,
    domains={"home": Domain(label=BOTH)},
    tables={
        "follow_up": Table(
            table="follow_up", label=BOTH, row=BOTH, key=("family_id", "wave"), columns=COLUMNS
        )
    },
)
PLAN = Plan(
    contrast=Contrast(before="t0", after="t1"), primary={"home": "rating"}, seed=1, fixed_on=date(2020, 1, 1)
)


def estimates(*rows: Estimate, families: int = 18) -> Estimates:
    enrolled = Estimate(statistic="families_enrolled", value=float(families), n=families, n_families=families)
    return Estimates(
        rows=(enrolled, *rows),
        codebook=CODEBOOK,
        plan=PLAN,
        provenance=Provenance(synthetic=True),
    )


def share(
    statistic: str, inside: int, total: int = 16, outcome: str = "rating", category: str = ""
) -> Estimate:
    return Estimate(
        outcome=outcome,
        domain="home",
        kind="scale",
        statistic=statistic,
        scale="proportion",
        category=category,
        value=inside / total,
        n=total,
        n_families=total,
        families_in=inside,
        families_out=total - inside,
    )


def shares(better: int, same: int, worse: int) -> list[Estimate]:
    counts = {
        "share_better": better,
        "share_same": same,
        "share_worse": worse,
        "share_not_better": same + worse,
        "share_not_worse": better + same,
    }
    total = better + same + worse
    net = Estimate(
        outcome="rating",
        statistic="net_improvement",
        scale="points",
        value=(better - worse) / total,
        n=total,
        n_families=total,
    )
    return [*(share(name, count, total) for name, count in counts.items()), net]


def shown(released: Release) -> set[str]:
    return {
        row.estimate.statistic
        for row in released
        if row.decision.status != "withheld" and row.estimate.outcome
    }


def test_a_release_is_made_by_the_gate_alone() -> None:
    source = estimates()
    with pytest.raises(DisclosureError, match=r"made by fou_eval\.release"):
        Release(
            rows=(),
            codebook=source.codebook,
            plan=source.plan,
            provenance=source.provenance,
            profile="publication",
            seal=object(),  # type: ignore[arg-type]
        )


def test_four_families_give_no_release() -> None:
    with pytest.raises(DisclosureError, match="fewer than 5 families"):
        release(estimates(families=4))


def test_nine_families_give_participants_and_no_results() -> None:
    assert shown(release(estimates(*shares(3, 3, 3), families=9))) == set()


def test_the_internal_profile_shows_everything_as_it_is() -> None:
    released = release(estimates(*shares(2, 1, 13)), profile="internal")
    assert {row.decision.status for row in released} == {"pass"}
    assert released.profile == "internal"


@pytest.mark.parametrize(
    ("counts", "kept"),
    [
        ((6, 5, 5), {"share_better", "share_same", "share_worse", "net_improvement"}),
        ((9, 3, 4), {"share_better", "share_not_better"}),
        ((3, 4, 9), {"share_not_worse", "share_worse"}),
        ((13, 2, 1), set()),
        ((16, 0, 0), set()),
    ],
)
def test_shares_are_merged_before_they_are_left_out(counts: tuple[int, int, int], kept: set[str]) -> None:
    assert shown(release(estimates(*shares(*counts)))) == kept


@given(st.integers(0, 20), st.integers(0, 20), st.integers(0, 20))
def test_no_hidden_share_follows_from_those_shown(better: int, same: int, worse: int) -> None:
    total = better + same + worse
    assume(total >= 10)
    kept = shown(release(estimates(*shares(better, same, worse), families=total)))
    counts = {"share_better": better, "share_same": same, "share_worse": worse}
    if {"share_better", "share_same", "share_worse"} <= kept:
        assert min(counts.values()) >= 5
    else:
        assert "net_improvement" not in kept
        assert len(kept) in {0, 2}  # a view of two adds up to one: it says nothing about what was merged


def classes(*before_after: dict[str, int]) -> list[Estimate]:
    return [
        share(f"class_share_{when}", count, outcome="step", category=category)
        for when, counts in zip(("before", "after"), before_after, strict=True)
        for category, count in counts.items()
    ]


def test_the_finest_view_of_a_ladder_that_passes_is_shown_alone() -> None:
    before = {
        "0:0": 5,
        "0:1": 5,
        "0:2": 3,
        "0:3": 3,
        "1:far": 10,
        "1:near": 3,
        "1:there": 3,
        "2:out": 10,
        "2:in": 6,
    }
    after = {
        "0:0": 3,
        "0:1": 3,
        "0:2": 3,
        "0:3": 7,
        "1:far": 6,
        "1:near": 3,
        "1:there": 7,
        "2:out": 9,
        "2:in": 7,
    }
    released = release(estimates(*classes(before, after)))
    kept = {
        row.estimate.category
        for row in released
        if row.estimate.outcome and row.decision.status != "withheld"
    }
    assert kept == {"2:out", "2:in"}
    rules = {rule for row in released for rule in row.decision.rules}
    assert rules == {"rule.protected"}  # one reason for all that is hidden, whichever of them was small


def routine(yes_before: int, yes_after: int, change: int = 6) -> list[Estimate]:
    rows = [*shares(6, 10, 0)][:5]
    moved = [replace(row, outcome="routine", kind="binary") for row in rows]
    levels = [
        share("share_yes_before", yes_before, outcome="routine"),
        share("share_yes_after", yes_after, outcome="routine"),
    ]
    changes = [
        Estimate(
            outcome="routine",
            kind="binary",
            statistic=statistic,
            scale="points",
            value=change / 16,
            low=0.1,
            high=0.65,
            p_value=0.02,
            se=0.13,
            n=16,
            n_families=16,
            families_changed=6,
        )
        for statistic in ("paired_difference", "family_mean_change")
    ]
    return [*moved, *levels, *changes]


def test_the_change_of_a_yes_no_indicator_gives_no_hidden_share_away() -> None:
    """Yes before plus the change is yes after; better minus the change is worse."""
    changes = {"paired_difference", "family_mean_change"}
    assert shown(release(estimates(*routine(5, 11)))) == {"share_yes_before", "share_yes_after", *changes}
    assert shown(release(estimates(*routine(7, 13)))) == set()  # 6 of 16: at most five can have turned back
    kept = release(estimates(*routine(7, 13, change=4)))
    assert shown(kept) == changes
    for row in kept:
        if row.estimate.statistic in changes:
            assert isnan(row.estimate.se)
            assert isnan(row.estimate.low)
            assert isnan(row.estimate.p_value)
            assert row.estimate.families_changed is None


def test_withheld_rows_hold_no_number() -> None:
    for row in release(estimates(*shares(13, 2, 1))):
        if row.decision.status == "withheld":
            assert isnan(row.estimate.value)
            assert row.estimate.families_in is None
            assert row.decision.rules


def test_that_few_families_changed_is_not_told_beside_a_change() -> None:
    """Fourteen families, a mean change of 0.1 and "at most five changed": then at most four of them became worse."""
    change = Estimate(
        outcome="rating",
        kind="scale",
        statistic="family_mean_change",
        scale="change",
        wave_after="t1",
        value=0.1,
        low=0.0,
        high=0.6,
        n=14,
        n_families=14,
        note="too_few_families_changed",
    )
    others = replace(change, statistic="change_from_entry", p_value=0.4, se=0.1, note="")
    agree = replace(
        change, statistic="procedures_that_agree", scale="proportion", value=1.0, note="procedures_agree"
    )
    for row in release(estimates(change, others, agree)):
        assert row.estimate.note != "too_few_families_changed"
        assert isnan(row.estimate.low)  # an interval without a test would say the same
        assert isnan(row.estimate.p_value)
        assert row.estimate.statistic != "procedures_that_agree"  # nor is there one where it could be made


def test_a_yes_no_indicator_says_the_same_whether_few_families_changed_or_not() -> None:
    """The reason why the smallest detectable change is not shown would otherwise tell which it was."""
    seen = []
    for note in ("", "too_few_families_changed"):
        rows = [replace(row, note=note) for row in routine(7, 13)]
        detectable = replace(rows[-1], statistic="minimal_detectable_change", note="")
        released = release(estimates(*rows, detectable)).find("minimal_detectable_change", outcome="routine")
        assert released is not None
        seen.append(released.decision)
    assert seen[0] == seen[1]
