"""What the missing could change: who left, bounds, and the tipping point."""

from dataclasses import replace
from math import fsum, isnan, nan, sqrt

import numpy as np
from numpy.typing import NDArray

from fou_eval.statistics.classes import class_share
from fou_eval.statistics.clustered import clustered_mean
from fou_eval.statistics.dropouts import Entered, Incomplete, entered
from fou_eval.statistics.engine.families import families_of, varies
from fou_eval.statistics.engine.tipping import touching_change
from fou_eval.statistics.number import Number
from fou_eval.statistics.registry import DIRECTED, EVERY_KIND, INTERVAL, RANGE, UNDIRECTED, statistic
from fou_eval.statistics.scale import sd

_BOUND = "(Σ d + Σ f) / N, d of those who stayed, "
_CR2 = (
    "; interval: value ± t(df) CR2 over all N, those who left included, CR2² = Σ r_g² / (1 − p_g), p_g = n_g / N, "
    "r_g = p_g (m_g − value), df by Satterthwaite"
)
_BOUNDS_SOURCE = "Horowitz & Manski (2000), JASA 95, 77-84"
_TRIALS = (
    "National Research Council (2010), The Prevention and Treatment of Missing Data in Clinical Trials, ch. 5"
)
# A share of the scale below which two ends are the same.
_NOISE = 1e-9


@statistic(
    name="leavers_share",
    kinds=EVERY_KIND,
    source="Counted.",
    formula="k / (n + k), k units with a value before only, n with both",
    scale="proportion",
    takes=Incomplete,
)
def leavers_share(evidence: Incomplete, *, confidence: float) -> Number:  # noqa: ARG001
    """Share of the units measured at the first wave that have no value at the second."""
    found = entered(evidence)
    gone = np.arange(found.stayed + found.left) >= found.stayed
    share = class_share(gone, found.families)
    return replace(share, note=share.note or found.note)


@statistic(
    name="leavers_difference",
    kinds=EVERY_KIND,
    source="Cohen (1988), Statistical Power Analysis for the Behavioral Sciences, section 2.5",
    formula=(
        "(mean y_1 of the k who left − mean y_1 of the n who stayed) / s, "
        "s² = ((n − 1) s_n² + (k − 1) s_k²) / (n + k − 2)"
    ),
    scale="standardised",
    takes=Incomplete,
)
def leavers_difference(evidence: Incomplete, *, confidence: float) -> Number:
    """Difference at entry between the units that left and those that stayed, in pooled standard deviations.

    Notes
    -----
    The spread is the one within the two groups, so that the difference itself is not part of it. It needs no test:
    the question is how different they were, not whether a population of leavers exists.

    Examples
    --------
    >>> from fou_eval.statistics.pairs import Pairs
    >>> left = {"left_before": np.array([6.0, 8.0]), "left_family": np.array([7, 8])}
    >>> evidence = Incomplete(pairs=Pairs.of([2, 4, 6], [3, 3, 3]), seed=(1,), **left)
    >>> f"{leavers_difference(evidence, confidence=0.95).value:.4f}"
    '1.6432'
    """
    raw = leavers_difference_raw(evidence, confidence=confidence)
    if isnan(raw.value):
        return raw
    found = entered(evidence)
    groups = [part for part in (found.entry, found.left_entry) if part.size > 1]
    squares = sum((part.size - 1) * sd(part) ** 2 for part in groups)
    if not any(varies(part) for part in groups) or squares == 0:
        return replace(raw, value=nan, note="no_spread_at_entry")
    return replace(raw, value=raw.value / sqrt(squares / (found.stayed + found.left - 2)))


@statistic(
    name="leavers_difference_raw",
    kinds=EVERY_KIND,
    source="Difference of arithmetic means.",
    formula="mean y_1 of those who left − mean y_1 of those who stayed",
    scale="change",
    takes=Incomplete,
)
def leavers_difference_raw(evidence: Incomplete, *, confidence: float) -> Number:  # noqa: ARG001
    """Mean at entry of the units that left minus that of the units that stayed."""
    found = entered(evidence)
    if found.lacking or found.left == 0:
        return Number(value=nan, note=found.lacking or "nothing_missing")
    value = fsum(found.left_entry) / found.left - fsum(found.entry) / found.stayed
    return _split(Number(value=value, note=found.note), found)


@statistic(
    name="bound_no_change",
    kinds=EVERY_KIND,
    source=_TRIALS,
    formula=_BOUND + "f = 0 of those who left" + _CR2,
    scale="change",
    takes=Incomplete,
    offers=INTERVAL,
    reference=("no_change_bound",),
)
def bound_no_change(evidence: Incomplete, *, confidence: float) -> Number:
    """Mean change of all units measured at entry if nobody who left had changed, with its CR2 interval.

    Examples
    --------
    >>> from fou_eval.statistics.pairs import Pairs
    >>> left = {"left_before": np.array([6.0, 8.0]), "left_family": np.array([7, 8])}
    >>> evidence = Incomplete(pairs=Pairs.of([2, 4, 6], [3, 7, 7]), seed=(1,), **left)
    >>> bound_no_change(evidence, confidence=0.95).value
    1.0
    """
    found = entered(evidence)
    return _bound(found, np.zeros(found.left), known=True, confidence=confidence)


@statistic(
    name="bound_worst",
    kinds=EVERY_KIND,
    source=_BOUNDS_SOURCE,
    formula=_BOUND + "f = worst possible y_2 − y_1 of those who left" + _CR2,
    scale="change",
    better=DIRECTED,
    takes=Incomplete,
    offers=INTERVAL,
    reference=("worst_case_bound",),
)
def bound_worst(evidence: Incomplete, *, confidence: float) -> Number:
    """Mean change of all units measured at entry if those who left ended at the worst end of the scale, with CR2."""
    return _end(evidence, -evidence.pairs.improvement_sign, confidence)


@statistic(
    name="bound_best",
    kinds=EVERY_KIND,
    source=_BOUNDS_SOURCE,
    formula=_BOUND + "f = best possible y_2 − y_1 of those who left" + _CR2,
    scale="change",
    better=DIRECTED,
    takes=Incomplete,
    offers=INTERVAL,
    reference=("best_case_bound",),
)
def bound_best(evidence: Incomplete, *, confidence: float) -> Number:
    """Mean change of all units measured at entry if those who left ended at the best end of the scale, with CR2."""
    return _end(evidence, evidence.pairs.improvement_sign, confidence)


@statistic(
    name="bound_lowest",
    kinds=EVERY_KIND,
    source=_BOUNDS_SOURCE,
    formula=_BOUND + "f = lowest possible y_2 − y_1 of those who left" + _CR2,
    scale="change",
    better=UNDIRECTED,
    takes=Incomplete,
    offers=INTERVAL,
    reference=("best_case_bound",),
)
def bound_lowest(evidence: Incomplete, *, confidence: float) -> Number:
    """Mean change of all units measured at entry if those who left ended at the low end of the scale, with CR2."""
    return _end(evidence, -1, confidence)


@statistic(
    name="bound_highest",
    kinds=EVERY_KIND,
    source=_BOUNDS_SOURCE,
    formula=_BOUND + "f = highest possible y_2 − y_1 of those who left" + _CR2,
    scale="change",
    better=UNDIRECTED,
    takes=Incomplete,
    offers=INTERVAL,
    reference=("worst_case_bound",),
)
def bound_highest(evidence: Incomplete, *, confidence: float) -> Number:
    """Mean change of all units measured at entry if those who left ended at the high end of the scale, with CR2."""
    return _end(evidence, 1, confidence)


@statistic(
    name="tipping_point",
    kinds=EVERY_KIND,
    source="Yan, Lee & Li (2009), J. Biopharm. Stat. 19, 1085-1098; Little (1993), JASA 88, 125-134",
    formula=(
        "c_0 = −Σ d / k; range: from the c between mean d and c_0 at which "
        "(Σ d + k c) / N = ± t(df) CR2(c), every one of the k who left having changed by c, to c_0"
    ),
    scale="change",
    takes=Incomplete,
    offers=RANGE,
    reference=("tipping_point_mean",),
)
def tipping_point(evidence: Incomplete, *, confidence: float) -> Number:
    """What those who left would have had to change on average for the overall mean change to be 0.

    Notes
    -----
    The range ends there and begins where the interval of the overall mean change just touches 0: from that change of
    those who left onwards the data no longer tell the overall change from none. Their mean change is taken as known,
    as in a pattern-mixture model with a fixed difference, so nothing is added for guessing it. The note says when the
    scale, or what was observed, leaves no room for such a change.

    Examples
    --------
    >>> from fou_eval.statistics.pairs import Pairs
    >>> left = {"left_before": np.array([6.0, 8.0]), "left_family": np.array([7, 8])}
    >>> evidence = Incomplete(pairs=Pairs.of([2, 4, 6], [4, 7, 9]), seed=(1,), lowest=0, highest=10, **left)
    >>> number = tipping_point(evidence, confidence=0.95)
    >>> number.value, f"{number.high:.3f}", number.note
    (-4.0, '0.269', '')
    """
    found = entered(evidence)
    if found.lacking or found.left == 0:
        return Number(value=nan, note=found.lacking or "nothing_missing")
    own = families_of(found.change, found.family, found.step)
    total = float(own.sums.sum()) * own.step
    number = Number(value=-total / found.left)
    touch, note = _touch(found, total / found.stayed, confidence)
    if not isnan(touch):
        number = replace(number, low=min(touch, number.value), high=max(touch, number.value))
        note = note or _off_scale(found, touch, "interval") or _off_scale(found, number.value, "mean")
    return replace(number, note=note or found.note)


def _touch(found: Entered, mean: float, confidence: float) -> tuple[float, str]:
    """Give the change of those who left at which the interval touches 0, or nan and the reason."""
    _, inverse = np.unique(found.families, return_inverse=True)
    count = int(inverse.max()) + 1
    own, others = inverse[: found.stayed], inverse[found.stayed :]
    if count < 2:
        return nan, "one_family"
    if not varies(families_of(found.filled(np.full(found.left, mean)), found.families).means):
        return nan, "no_variation"
    touch = touching_change(
        np.bincount(own, weights=found.change, minlength=count).astype(np.float64),
        np.bincount(own, minlength=count),
        np.bincount(others, minlength=count),
        confidence=confidence,
    )
    return touch, "interval_holds_zero" if isnan(touch) else ""


def _off_scale(found: Entered, change: float, what: str) -> str:
    """Give the note that those who left cannot have changed so much on average, if they cannot."""
    ends = (found.lowest - found.left_entry).mean(), (found.highest - found.left_entry).mean()
    room = _NOISE * max(map(abs, ends))
    if change < ends[0] - room:
        known = found.lowest_known
    elif change > ends[1] + room:
        known = found.highest_known
    else:
        return ""
    return f"tipping_{what}_off_scale" if known else f"tipping_{what}_off_range"


def _end(evidence: Incomplete, direction: int, confidence: float) -> Number:
    """Fill in the high end (1) or the low end (-1) of the scale for those who left."""
    found = entered(evidence)
    values, known = (
        (found.highest, found.highest_known) if direction > 0 else (found.lowest, found.lowest_known)
    )
    number = _bound(found, values - found.left_entry, known=known, confidence=confidence)
    return _split(number, found) if found.left else number


def _split(number: Number, found: Entered) -> Number:
    """Count the families on either side of a number from which the mean at entry of those who left can be told."""
    gone, here = found.sides
    return replace(number, families_in=gone, families_out=here)


def _bound(found: Entered, change: NDArray[np.float64], *, known: bool, confidence: float) -> Number:
    if found.lacking:
        return Number(value=nan, note=found.lacking)
    number = clustered_mean(
        found.filled(change), found.families, confidence=confidence, resolution=found.step
    )
    remark = "nothing_missing" if found.left == 0 else "" if known else "ends_as_observed"
    return replace(number, p_value=nan, note=number.note or found.note or remark)
