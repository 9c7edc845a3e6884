"""Which ways between classes are released, and may be drawn without telling of those that are not."""

from collections.abc import Mapping
from dataclasses import dataclass

from fou_eval.declaration import transition
from fou_eval.declaration.codebook import Cell, Indicator
from fou_eval.disclosure.release import Release
from fou_eval.estimates import Estimate
from fou_eval.figures import rows
from fou_eval.figures.ladder import SIDES

WAYS = ("worse", "same", "better")


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """One division into classes, the best or highest first, with what is released of it.

    Attributes
    ----------
    cells
        The classes, from the top.
    sides
        Shares before and after, by class.
    moves
        The released shares that went from one class to another or stayed, by the places of both from the top.
    whole
        Whether all of them are released.
    judged
        Whether a class further up is better; else it is higher.
    """

    cells: tuple[Cell, ...]
    sides: tuple[Mapping[str, Estimate], ...]
    moves: Mapping[tuple[int, int], Estimate]
    whole: bool
    judged: bool


def released_view(release: Release, item: Indicator) -> View | None:
    """Give the finest division of which all moves are released, or else as many that none of the others follows."""
    views = [_view(release, item, partition.cells) for partition in item.column.partitions()]
    open_ = [view for view in views if view is not None and _hides_enough(view)]
    return next((view for view in open_ if view.whole), next(iter(open_), None))


def _view(release: Release, item: Indicator, cells: tuple[Cell, ...]) -> View | None:
    """Give a division whose classes are all shown, before and after, and some of the moves between them."""
    ordered = cells if item.better == "lower" else cells[::-1]
    sides = tuple(
        {
            cell.category: found
            for cell in cells
            if (found := rows.shown(release.find(side, outcome=item.name, category=cell.category)))
        }
        for side in SIDES
    )
    moves = {
        (place, other): found
        for place, start in enumerate(ordered)
        for other, end in enumerate(ordered)
        if (
            found := rows.shown(
                release.find("transition_share", outcome=item.name, category=transition(start, end))
            )
        )
    }
    if not moves or any(len(side) < len(cells) for side in sides):
        return None
    whole = len(moves) == len(cells) ** 2
    return View(cells=ordered, sides=sides, moves=moves, whole=whole, judged=item.better != "neither")


def _hides_enough(view: View) -> bool:
    """Say whether every class hides none of its moves, or more than one; one alone would follow from the others."""
    places = range(len(view.cells))
    hidden = {(one, other) for one in places for other in places} - view.moves.keys()
    return all(sum(move[side] == place for move in hidden) != 1 for place in places for side in range(2))


def way_of(move: tuple[int, int]) -> str:
    """Say which way a move went; classes are counted from the top.

    Examples
    --------
    >>> way_of((2, 0)), way_of((1, 1)), way_of((0, 1))
    ('better', 'same', 'worse')
    """
    start, end = move
    return "same" if start == end else "better" if end < start else "worse"
