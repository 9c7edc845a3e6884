"""The ways between classes: bands as high as the released shares, and none that tells of a withheld one."""

from itertools import pairwise

import pytest
from matplotlib.figure import Figure
from matplotlib.patches import PathPatch, Rectangle
from release_cases import all_rows, codebook, released, row, ways, with_ways

from fou_eval import figures
from fou_eval.disclosure.release import Release

TALL = 56.0  # mm, the height of all


def with_hidden(*hidden: tuple[str, str]) -> Release:
    book = codebook()
    return released(book, [*all_rows(book), *ways(book, *hidden)])


def bands(figure: Figure) -> list[tuple[float, float, float]]:
    """Where each band begins and ends, in mm from the top, and the share that its height tells."""
    found = []
    for patch in figure.axes[0].patches:
        if isinstance(patch, PathPatch):
            points = patch.get_path().vertices
            start, end, far = points[0][1], points[3][1], points[4][1]  # type: ignore[index]
            found.append((round(start, 6), round(end, 6), round((far - end) / TALL, 6)))
    return found


def test_every_released_share_is_a_band_and_every_class_a_bar() -> None:
    figure = figures.flows(with_ways(), "work_step").figure  # type: ignore[union-attr]
    assert sorted(share for _, _, share in bands(figure)) == [0.04, 0.11, 0.11, 0.15, 0.15, 0.18, 0.26]
    nodes = [patch for patch in figure.axes[0].patches if patch.get_label() == "_node"]
    assert [round(node.get_height() / TALL, 6) for node in nodes if isinstance(node, Rectangle)] == [
        *(0.15, 0.33, 0.52),  # at work, on the way and far from it, before
        *(0.37, 0.33, 0.3),
    ]


def test_bands_of_a_class_stand_on_each_other_and_the_best_class_on_top() -> None:
    drawn = bands(figures.flows(with_ways(), "work_step").figure)  # type: ignore[union-attr]
    starts = sorted((start, share) for start, _, share in drawn)
    assert [share for _, share in starts] == [0.15, 0.11, 0.18, 0.04, 0.11, 0.15, 0.26]
    ends = sorted((end, share) for _, end, share in drawn)
    assert [share for _, share in ends] == [0.15, 0.11, 0.11, 0.18, 0.15, 0.04, 0.26]
    for side in (starts, ends):
        assert all(later - earlier >= share * TALL - 1e-6 for (earlier, share), (later, _) in pairwise(side))


def test_withheld_ways_are_left_out_and_nothing_is_drawn_for_them() -> None:
    whole, part = (
        figures.flows(release, "work_step")
        for release in (
            with_ways(),
            with_hidden(("near", "far"), ("near", "in"), ("in", "far"), ("in", "in")),
        )
    )
    assert whole is not None
    assert part is not None
    assert sorted(share for _, _, share in bands(part.figure)) == [0.11, 0.15, 0.18, 0.26]
    assert "Där band saknas" in part.caption
    assert "Där band saknas" not in whole.caption


@pytest.mark.parametrize(
    "hidden",
    [
        [("far", "in")],  # follows from the two others of the class it left, and of the one it came to
        [("far", "in"), ("far", "near")],  # the first follows from those that came to work
        [("far", "in"), ("near", "in")],
        [("far", "far"), ("far", "in"), ("near", "in"), ("near", "near"), ("in", "far")],
    ],
)
def test_a_withheld_way_that_follows_from_the_others_leaves_no_figure(hidden: list[tuple[str, str]]) -> None:
    assert figures.flows(with_hidden(*hidden), "work_step") is None


def test_where_no_way_or_not_every_class_is_released_there_is_no_figure(normal: Release) -> None:
    assert figures.flows(normal, "work_step") is None
    assert figures.flows(normal, "home_situation") is None
    book = codebook()
    rows = [
        one
        for one in all_rows(book)
        if one.estimate.category != "1:in" or "after" not in one.estimate.statistic
    ]
    hidden = row(book, "work_step", "class_share_after", 0.37, status="withheld", category="1:in")
    assert figures.flows(released(book, [*rows, hidden, *ways(book)]), "work_step") is None


def test_the_alternative_text_begins_with_both_directions() -> None:
    alt = figures.flows(with_ways(), "work_step", "en").alt  # type: ignore[union-attr]
    assert alt.startswith(
        "Step towards work, from “At entry” to “12 months” – to a better class: On the way to work → "
        "In work or studies 11%, Far from work → In work or studies 11%, Far from work → On the way to work 15%; "
        "in the same class: In work or studies 15%, On the way to work 18%, Far from work 26%; to a worse class: "
        "In work or studies → On the way to work 0%, In work or studies → Far from work 0%, "
        "On the way to work → Far from work 4%."
    )
