"""Tables of which some cells are hidden: at least half of the cells stay, or the whole table goes.

Where no declared division into classes passes as a whole, the classes that pass are shown, as long as what is hidden
beside them is more than one class and together holds as many families as the threshold. Of the moves between classes
those that pass are shown; which of them must go besides, the audit decides.
"""

from collections.abc import Iterator, Mapping, Sequence
from math import isfinite

import numpy as np

from fou_eval.declaration import Indicator, Partition, transition
from fou_eval.disclosure.linked import CLASS_SHARES
from fou_eval.disclosure.release import Released

# One hidden class follows from the others, and of fewer classes than this half could not stay beside two hidden ones.
FEWEST_CLASSES = 4
# Of a table of two by two any cell gives the others, since the classes are shown beside it.
FEWEST_FOR_MOVES = 3

Cells = Mapping[tuple[str, str], Released]  # by statistic and category


def with_part_of_classes(
    rows: Sequence[Released], alone: Sequence[Released], indicator: Indicator, threshold: int
) -> list[Released]:
    """Show a part of the classes where no division is shown as a whole.

    Parameters
    ----------
    rows
        All rows of an indicator, as the rules for linked numbers left them.
    alone
        The same rows as the rules for single numbers left them.
    indicator
        The indicator, whose divisions are declared.
    threshold
        Fewest families that the hidden classes hold together.
    """
    passed = _passed(alone, CLASS_SHARES)
    if not passed or _passed(rows, CLASS_SHARES):
        return list(rows)
    best: set[tuple[str, str]] = set()
    for view in indicator.column.partitions():
        kept = {key for side in CLASS_SHARES for key in _side(view, side, passed, threshold)}
        if len(view.cells) >= FEWEST_CLASSES and len(kept) >= len(view.cells) and len(kept) > len(best):
            best = kept
    return [passed[key] if (key := _key(row)) in best else row for row in rows]


def with_part_of_moves(
    rows: Sequence[Released], alone: Sequence[Released], indicator: Indicator
) -> Iterator[list[Released]]:
    """Give the rows with some of the moves between the classes shown: first all that pass, then fewer, smallest first.

    At least half of the moves are among them. The rows as they are come last.
    """
    shown, passed = _passed(rows, CLASS_SHARES), _passed(alone, ("transition_share",))
    for view in indicator.column.partitions():
        whole = all((side, cell.category) in shown for side in CLASS_SHARES for cell in view.cells)
        moves = [("transition_share", transition(start, end)) for start in view.cells for end in view.cells]
        kept = sorted((key for key in moves if key in passed), key=lambda key: -passed[key].estimate.value)
        if whole and len(view.cells) >= FEWEST_FOR_MOVES and len(kept) < len(moves):
            for count in range(len(kept), (len(moves) - 1) // 2, -1):
                chosen = set(kept[:count])
                yield [passed[key] if (key := _key(row)) in chosen else row for row in rows]
    yield list(rows)


def _side(view: Partition, side: str, passed: Cells, threshold: int) -> list[tuple[str, str]]:
    """Give the classes of one side to show: those that pass, less the smallest until the others hold enough."""
    keys = [(side, cell.category) for cell in view.cells]
    kept = sorted((key for key in keys if key in passed), key=lambda key: -passed[key].estimate.value)
    while kept and len(kept) < len(keys):
        row = passed[kept[0]].estimate
        hidden = row.n - sum(int(np.rint(passed[key].estimate.value * row.n)) for key in kept)
        if len(keys) - len(kept) > 1 and hidden >= threshold:
            break
        kept.pop()
    return kept


def _passed(rows: Sequence[Released], statistics: Sequence[str]) -> dict[tuple[str, str], Released]:
    return {
        _key(row): row
        for row in rows
        if row.estimate.statistic in statistics
        and row.decision.status != "withheld"
        and isfinite(row.estimate.value)
    }


def _key(row: Released) -> tuple[str, str]:
    return row.estimate.statistic, row.estimate.category
