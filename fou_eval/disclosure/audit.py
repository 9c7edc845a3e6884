"""What can be worked out of hidden counts from the published numbers.

Each question is an integer program over the counts of `atoms`. The linear relaxation answers most of them; where its
answer is near the limit the integer program is solved.
"""

from collections.abc import Callable, Iterable, Sequence
from math import inf

import numpy as np

from fou_eval.disclosure.knowledge import Branch, Knowledge
from fou_eval.disclosure.programs import Counts, Flags, Truth, agreeing, solved

# A relaxation bounds an integer count from outside; this far inside the limits its answer stands for both.
_MARGIN = 2.0
_ROUNDING = 1e-6


def bounds(known: Knowledge, cell: Flags) -> tuple[int, int] | None:
    """Give the smallest and largest number of units that a cell can hold, or none where nothing is possible.

    Parameters
    ----------
    known
        What is published.
    cell
        Which atoms the cell holds.
    """
    weights = cell.astype(np.float64)
    ends = []
    for branch in known.branches:
        found = [solved(known, branch, way * weights, exact=True) for way in (1, -1)]
        ends += [int(np.rint(weights @ counts)) for counts in found if counts is not None]
    return (min(ends), max(ends)) if ends else None


def is_open(ends: tuple[float, float], units: int, threshold: int) -> bool:
    """Say whether bounds leave a hidden count open.

    Neither the cell nor its complement may be known to be smaller than the threshold, and as many counts must remain
    possible as lie below it.

    Examples
    --------
    >>> is_open((0, 5), 14, 5), is_open((0, 4), 14, 5), is_open((2, 5), 14, 5), is_open((9, 14), 14, 5)
    (True, False, False, True)
    """
    low, high = ends
    return high >= threshold and units - low >= threshold and high - low >= threshold - 1


def told(known: Knowledge, truth: Truth | None, cells: Iterable[tuple[Flags, int]], threshold: int) -> bool:
    """Say whether the published numbers confine the count of a hidden cell of too few families.

    A family that knows its own values takes itself off, and then one count less remains possible. Where the numbers
    confine a cell further than the group that it is part of, one count more than `is_open` asks for must be possible.

    Parameters
    ----------
    known
        What is published.
    truth
        The units as they are; without them every hidden cell counts as one of too few families.
    cells
        The cells that are not shown, each with the units of the smallest group around it that is shown.
    threshold
        Fewest families on either side of a split.
    """
    return any(
        (truth is None or min(truth.families(cell)) < threshold)
        and not _stays_open(known, cell, holder, threshold, truth)
        for cell, holder in cells
    )


def _stays_open(known: Knowledge, cell: Flags, holder: int, threshold: int, truth: Truth | None) -> bool:
    def enough(low: float, high: float) -> bool:
        reserve = (high > threshold and high - low >= threshold) or (low <= 0 and high >= holder)
        return reserve and is_open((low, high), known.units, threshold)

    return _is_wide(known, cell, truth, enough, margin=_MARGIN)


def stays_open_after(
    known: Knowledge, part: Flags, whole: int, threshold: int, truth: Truth | None = None
) -> bool:
    """Say whether one of two merged cells stays open to those who know why they were merged.

    They were merged because one of them holds fewer families than the threshold: both being large is ruled out.

    Parameters
    ----------
    known
        What is published.
    part
        One of the two cells.
    whole
        Units in both.
    threshold
        Fewest families on either side of a split.
    truth
        The units as they are, which spares looking for other counts that are possible.
    """
    if whole < 2 * threshold:
        return True  # both could not be large anyway

    def enough(low: float, high: float) -> bool:
        counts = range(int(low), int(high) + 1)
        left = [count for count in counts if count < threshold or whole - count < threshold]
        return bool(left) and is_open((left[0], left[-1]), known.units, threshold)

    return _is_wide(known, part, truth, enough, margin=inf)


def _is_wide(
    known: Knowledge,
    cell: Flags,
    truth: Truth | None,
    enough: Callable[[float, float], bool],
    margin: float,
) -> bool:
    """Say whether the counts that a cell can hold reach far enough.

    Counts that are known to be possible are tried first, then the relaxation of one branch after another, then the
    integer programs that could reach farther; what they find is added to what is possible.

    Parameters
    ----------
    known
        What is published.
    cell
        Which atoms the cell holds.
    truth
        The units as they are, and what earlier questions found.
    enough
        Whether a smallest and a largest count lie far enough apart; what lies farther apart is enough as well.
    margin
        How far inside its limits the relaxation stands for whole counts.
    """
    possible = agreeing(known, truth)
    if _spanned(cell, possible, enough):
        return True
    low, high, outer = inf, -inf, []
    for branch in sorted(known.branches, key=lambda branch: not any(map(branch.holds, possible))):
        ends = _relaxed(known, branch, cell)
        if ends is None:
            continue
        low, high = min(low, ends[0]), max(high, ends[1])
        if margin < inf and enough(low + margin * (low > 0), high - margin * (high < known.units)):
            return True
        outer.append((branch, ends))
    if not outer or not enough(low, high):
        return False
    tried = len(possible)
    wide = _reached(known, cell, outer, possible, enough)
    if truth is not None:
        truth.found.extend(possible[tried:])
    return wide


def _reached(
    known: Knowledge,
    cell: Flags,
    outer: Sequence[tuple[Branch, tuple[float, float]]],
    possible: list[Counts],
    enough: Callable[[float, float], bool],
) -> bool:
    """Look for whole counts that reach far enough, in branches whose relaxation reaches farther than what was found."""
    for branch, (low, high) in outer:
        for way, end in ((-1, high), (1, low)):
            if any(-way * int(counts[cell].sum()) >= -way * end for counts in possible):
                continue
            found = solved(known, branch, way * cell.astype(np.float64), exact=True)
            if found is None:
                break
            possible.append(np.rint(found).astype(np.int64))
            if _spanned(cell, possible, enough):
                return True
    return False


def _relaxed(known: Knowledge, branch: Branch, cell: Flags) -> tuple[float, float] | None:
    """Give the bounds that the linear relaxation of one branch sets to a cell."""
    weights = cell.astype(np.float64)
    found = [solved(known, branch, way * weights, exact=False) for way in (1, -1)]
    if found[0] is None or found[1] is None:
        return None
    low, high = (float(weights @ counts) for counts in found if counts is not None)
    return float(np.ceil(low - _ROUNDING)), float(np.floor(high + _ROUNDING))


def _spanned(cell: Flags, possible: Sequence[Counts], enough: Callable[[float, float], bool]) -> bool:
    found = [int(counts[cell].sum()) for counts in possible]
    return bool(found) and enough(min(found), max(found))
