"""What happened to each unit: up, same or down, and what can be compared when there is an exposure."""

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from fou_eval.statistics.engine.families import common_step
from fou_eval.statistics.pairs import Pairs

# A change this small against the values it comes from is rounding error.
_NOISE = 1e-12


def moves(pairs: Pairs) -> NDArray[np.float64]:
    """Give 1 for every unit whose value rose, 0 where it stayed, -1 where it fell; rates where there is an exposure.

    Examples
    --------
    >>> moves(Pairs.of([0.1 + 0.2, 1, 2], [0.3, 2, 1]))
    array([ 0.,  1., -1.])
    """
    before, after = pairs.before, pairs.after
    if pairs.exposure_before is not None and pairs.exposure_after is not None:
        before, after = before * pairs.exposure_after, after * pairs.exposure_before
        difference = after - before
    else:
        difference = snapped(pairs.change)
    noise = _NOISE * np.maximum(np.abs(before), np.abs(after))
    return np.where(np.abs(difference) <= noise, 0.0, np.sign(difference))


def snapped(values: NDArray[np.float64]) -> NDArray[np.float64]:
    """Round values to the step that they plainly have; leave them as they are otherwise."""
    step = common_step(values)
    if step is None:
        return values
    steps: NDArray[np.float64] = np.rint(values / step)
    return steps * step


def improvements(pairs: Pairs) -> NDArray[np.float64]:
    """Give 1 for better, 0 for same, -1 for worse; when neither direction is better, higher is counted as 1."""
    return moves(pairs) * (pairs.improvement_sign or 1)


def direction_counts(pairs: Pairs) -> tuple[int, int, int]:
    """Count the units that are better, the same, worse.

    Examples
    --------
    >>> direction_counts(Pairs.of([3, 3, 3], [1, 2, 4], better="lower"))
    (2, 0, 1)
    """
    signs = improvements(pairs)
    return int((signs > 0).sum()), int((signs == 0).sum()), int((signs < 0).sum())


def exposed(pairs: Pairs) -> tuple[Pairs, str]:
    """Keep the units that were exposed at both waves, with a note if that leaves any out.

    A count says nothing about a time in which nothing could be counted. Without exposures every unit stays.
    """
    if pairs.exposure_before is None or pairs.exposure_after is None:
        return pairs, "" if pairs.n else "no_pairs"
    usable = (pairs.exposure_before > 0) & (pairs.exposure_after > 0)
    usable &= np.isfinite(pairs.exposure_before) & np.isfinite(pairs.exposure_after)
    if usable.all():
        return pairs, "" if pairs.n else "no_pairs"
    kept = replace(
        pairs,
        before=pairs.before[usable],
        after=pairs.after[usable],
        family=pairs.family[usable],
        exposure_before=pairs.exposure_before[usable],
        exposure_after=pairs.exposure_after[usable],
    )
    return kept, "some_without_exposure" if usable.any() else "no_exposure"


def exposures(pairs: Pairs) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Give the exposures before and after; 1 each where none is declared."""
    ones = np.ones(pairs.n)
    return (
        ones if pairs.exposure_before is None else pairs.exposure_before,
        ones if pairs.exposure_after is None else pairs.exposure_after,
    )
