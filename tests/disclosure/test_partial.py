"""Classes and moves of which some are hidden: at least half stay, and what is hidden stays open."""

from dataclasses import replace

import numpy as np
import pytest
from disclosure.test_gate import estimates, outcome, share

import fou_eval as fou
from fou_eval.declaration import Indicator
from fou_eval.declaration.codes import Step
from fou_eval.disclosure.partial import with_part_of_classes, with_part_of_moves
from fou_eval.disclosure.release import Decision, Released
from fou_eval.disclosure.rules import withheld
from fou_eval.estimates import Estimate
from fou_eval.figures import ladder
from fou_eval.statistics.pairs import Pairs

TOTAL = 60
LADDER = Indicator(
    name="step",
    table="t",
    unit="family",
    column=outcome(
        "ladder", "higher", steps={place: Step(sv=str(place), en=str(place)) for place in range(6)}
    ),
)
THREE = Indicator(
    name="step",
    table="t",
    unit="family",
    column=outcome(
        "ladder", "higher", steps={place: Step(sv=str(place), en=str(place)) for place in range(3)}
    ),
)


def row(statistic: str, category: str, count: int, *, threshold: int = 5) -> Released:
    estimate = Estimate(
        outcome="step",
        kind="ladder",
        statistic=statistic,
        category=category,
        scale="proportion",
        value=count / TOTAL,
        n=TOTAL,
        n_families=TOTAL,
    )
    if min(count, TOTAL - count) >= threshold:
        return Released(estimate=estimate, decision=Decision(status="pass"))
    return closed(Released(estimate=estimate, decision=Decision(status="pass")))


def closed(row: Released) -> Released:
    return Released(
        estimate=withheld(row.estimate), decision=Decision(status="withheld", rules=("rule.protected",))
    )


def classes(before: tuple[int, ...], after: tuple[int, ...]) -> list[Released]:
    sides = {"class_share_before": before, "class_share_after": after}
    return [
        row(side, f"0:{place}", count) for side, counts in sides.items() for place, count in enumerate(counts)
    ]


def kept(rows: list[Released], side: str) -> set[str]:
    return {
        row.estimate.category
        for row in rows
        if row.estimate.statistic == side and row.decision.status != "withheld"
    }


@pytest.mark.parametrize(
    ("before", "shown"),
    [
        ((20, 14, 12, 6, 4, 4), {"0:0", "0:1", "0:2", "0:3"}),  # two hidden of eight families
        (
            (20, 14, 12, 7, 5, 2),
            {"0:0", "0:1", "0:2", "0:3"},
        ),  # one alone would follow: the next goes with it
        ((20, 14, 12, 11, 2, 1), {"0:0", "0:1", "0:2"}),  # three of together too few: a third goes with them
        ((10, 10, 10, 10, 10, 10), {"0:0", "0:1", "0:2", "0:3", "0:4", "0:5"}),
    ],
)
def test_hidden_classes_are_several_and_together_many(before: tuple[int, ...], shown: set[str]) -> None:
    alone = classes(before, (20, 14, 12, 6, 4, 4))
    rows = with_part_of_classes([closed(row) for row in alone], alone, LADDER, 5)
    assert kept(rows, "class_share_before") == shown


def test_a_table_that_keeps_less_than_half_goes() -> None:
    alone = classes((50, 4, 3, 1, 1, 1), (20, 14, 14, 4, 4, 4))
    rows = with_part_of_classes([closed(row) for row in alone], alone, LADDER, 5)
    assert kept(rows, "class_share_before") | kept(rows, "class_share_after") == set()


def test_moves_are_tried_from_all_that_pass_down_to_half() -> None:
    counts = {
        "0:0>0": 15,
        "0:0>1": 9,
        "0:1>1": 12,
        "0:1>2": 8,
        "0:2>2": 7,
        "0:2>1": 6,
        "0:0>2": 1,
        "0:1>0": 1,
        "0:2>0": 1,
    }
    alone = [
        *classes((25, 21, 14), (17, 27, 16)),
        *(row("transition_share", move, n) for move, n in counts.items()),
    ]
    rows = [closed(one) if one.estimate.statistic == "transition_share" else one for one in alone]
    tried = [kept(variant, "transition_share") for variant in with_part_of_moves(rows, alone, THREE)]
    six = {move for move, count in counts.items() if count >= 5}
    assert tried == [six, six - {"0:2>1"}, set()]
    two = with_part_of_moves(rows[:2], alone[:2], THREE)
    assert [len(variant) for variant in two] == [2]


def test_a_large_study_shows_part_of_a_ladder_and_draws_the_rest_as_one() -> None:
    """Sixty families on a ladder of four steps, the last of which holds four: no declared division passes whole."""
    counts = {
        "0:0": 25,
        "0:1": 25,
        "0:2": 6,
        "0:3": 4,
        "1:far": 50,
        "1:near": 6,
        "1:there": 4,
        "2:out": 56,
        "2:in": 4,
    }
    rows = [
        share(side, count, total=TOTAL, outcome="step", category=category)
        for side in ("class_share_before", "class_share_after")
        for category, count in counts.items()
    ]
    before = np.repeat(np.arange(4.0), (25, 25, 6, 4))
    pairs = Pairs.of(before, np.roll(before, 7), resolution=1.0)
    released = fou.release(replace(estimates(*rows, families=TOTAL), pairs={"step": pairs}))
    shown = [row.estimate.category for row in released if row.estimate.n and row.estimate.outcome]
    assert shown == ["0:0", "0:1", "0:0", "0:1"]
    picture = ladder(released, "step", "en")
    boxes = [str(patch.get_label()) for patch in picture.figure.axes[0].patches]
    assert [label for label in boxes if label != "_key"] == ["0:0", "0:1", "_hidden", "0:0", "0:1", "_hidden"]
    assert "2: not shown before, not shown after." in picture.alt
