"""How much one family decides, and how small a change the data could have shown."""

from dataclasses import replace
from math import isfinite, nan

import numpy as np
from numpy.typing import NDArray

from fou_eval.statistics.course import mean_exposed_change
from fou_eval.statistics.engine.cluster import minimal_detectable_change
from fou_eval.statistics.engine.families import families_of
from fou_eval.statistics.family_change import family_scores
from fou_eval.statistics.moves import exposed
from fou_eval.statistics.number import Number
from fou_eval.statistics.pairs import Pairs
from fou_eval.statistics.registry import EVERY_KIND, RANGE, statistic

# By convention: a two-sided test at 5 % that finds the change four times in five, whatever the plan asks of intervals.
_LEVEL, _POWER = 0.95, 0.80


@statistic(
    name="leave_one_family_out",
    formula="Σ d / n; range: its smallest and largest value without one family",
    offers=RANGE,
    reference=("leave_one_family_out_range",),
    kinds=EVERY_KIND,
    source="Tukey (1958), Annals of Mathematical Statistics 29, 614",
    scale="change",
)
def leave_one_family_out(pairs: Pairs, *, confidence: float) -> Number:  # noqa: ARG001
    """Mean change over units; from the smallest to the largest that it becomes when one family is left out.

    For counts it is the mean of the families' differences of rates.

    Examples
    --------
    >>> number = leave_one_family_out(Pairs.of([0, 0, 0], [1, 2, 6]), confidence=0.95)
    >>> number.low, number.value, number.high
    (1.5, 3.0, 4.0)
    """
    kept, note = exposed(pairs)
    if kept.n == 0:
        return Number(value=nan, note=note)
    if kept.exposure_before is not None:
        scores = np.sort(family_scores(kept)[1])
        return replace(
            _range(scores, np.ones(scores.size), 1.0), note=note or ("one_family" if scores.size < 2 else "")
        )
    families = families_of(kept.change, kept.family, kept.resolution)
    return _range(families.sums, families.sizes.astype(np.float64), families.step)


@statistic(
    name="minimal_detectable_change",
    formula="(t(0.975, G − 1) + t(0.80, G − 1)) CR2 of the mean change",
    reference=("minimal_detectable_change_80",),
    kinds=EVERY_KIND,
    source="Bloom (1995), Evaluation Review 19, 547-556",
    scale="size",
)
def detectable_change(pairs: Pairs, *, confidence: float) -> Number:
    """Smallest true mean change that data as spread as these would have shown with a chance of 80 per cent.

    Notes
    -----
    It is computed from the standard error alone, not from the change that was seen, and is therefore no power of the
    study after the fact: it says how large a change could have gone unnoticed.

    Examples
    --------
    >>> pairs = Pairs.of([0] * 8, [1, 2, 3, 4, 1, 2, 3, 4])
    >>> f"{detectable_change(pairs, confidence=0.95).value:.2f}"
    '1.38'
    """
    found = mean_exposed_change(pairs, confidence=confidence)
    if not isfinite(found.se):
        return Number(value=nan, note=found.note)
    families = exposed(pairs)[0].n_families
    value = minimal_detectable_change(found.se, families, confidence=_LEVEL, power=_POWER)
    return Number(value=value, note=found.note)


def _range(sums: NDArray[np.float64], sizes: NDArray[np.float64], step: float) -> Number:
    """Give the whole mean, and its range when one family's sum and size are taken away."""
    total, units = float(sums.sum()), float(sizes.sum())
    number = Number(value=total * step / units)
    if sums.size < 2:
        return replace(number, note="one_family")
    without = (total - sums) * step / (units - sizes)
    return replace(number, low=float(np.min(without)), high=float(np.max(without)))
