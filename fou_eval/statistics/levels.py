"""What each unit was before and after, of counts per exposure, and who can be compared at all."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from fou_eval.statistics.moves import exposed
from fou_eval.statistics.pairs import Pairs

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Levels:
    """Levels and change of the n units of some pairs; nan for a unit that was not exposed at both waves.

    Attributes
    ----------
    before, after, change
        In the indicator's unit, for counts in events per exposure, shape (n,).
    usable
        Whether a unit can be compared, shape (n,).
    resolution
        Step of the change, if it has one.
    note
        Empty, or why some or all units cannot be compared.
    """

    before: Floats
    after: Floats
    change: Floats
    usable: NDArray[np.bool_]
    resolution: float | None
    note: str


def levels(pairs: Pairs) -> Levels:
    """Give the level of every unit at both waves and its change; events per exposure where there is an exposure.

    Examples
    --------
    >>> from dataclasses import replace
    >>> counted = replace(Pairs.of([6, 2], [3, 1]), exposure_before=np.array([6.0, 0.0]), exposure_after=np.ones(2))
    >>> levels(counted).change, levels(counted).note
    (array([ 2., nan]), 'some_without_exposure')
    """
    note = exposed(pairs)[1]
    if pairs.exposure_before is None or pairs.exposure_after is None:
        return Levels(
            before=pairs.before,
            after=pairs.after,
            change=pairs.change,
            usable=np.ones(pairs.n, dtype=np.bool_),
            resolution=pairs.resolution,
            note=note,
        )
    before, after = _rate(pairs.before, pairs.exposure_before), _rate(pairs.after, pairs.exposure_after)
    change = after - before
    return Levels(
        before=before,
        after=after,
        change=change,
        usable=~np.isnan(change),
        resolution=None,
        note=note,
    )


def _rate(events: Floats, exposure: Floats) -> Floats:
    rate = np.full(events.size, np.nan)
    usable = (exposure > 0) & np.isfinite(exposure)
    rate[usable] = events[usable] / exposure[usable]
    return rate
