"""Means, mean change and standardised change of numbers and ordered codes."""

from math import exp, fsum, nan, sqrt

import numpy as np
from numpy.typing import NDArray
from scipy.special import gammaln

from fou_eval.statistics.clustered import CR2_FORMULA, clustered_mean
from fou_eval.statistics.engine.families import varies
from fou_eval.statistics.number import Number
from fou_eval.statistics.pairs import Pairs
from fou_eval.statistics.registry import INTERVAL, INTERVAL_AND_TEST, Kind, statistic

_NUMBERS: frozenset[Kind] = frozenset({"scale", "ordinal"})


@statistic(
    name="mean_before",
    formula="Σ y_1 / n",
    reference=("mean_before",),
    kinds=_NUMBERS,
    source="Arithmetic mean.",
    scale="unit",
)
def mean_before(pairs: Pairs, *, confidence: float) -> Number:  # noqa: ARG001
    """Mean at the first wave of the units that have both values."""
    return _mean(pairs.before)


@statistic(
    name="mean_after",
    formula="Σ y_2 / n",
    reference=("mean_after",),
    kinds=_NUMBERS,
    source="Arithmetic mean.",
    scale="unit",
)
def mean_after(pairs: Pairs, *, confidence: float) -> Number:  # noqa: ARG001
    """Mean at the second wave of the units that have both values."""
    return _mean(pairs.after)


@statistic(
    name="mean_change",
    formula="Σ d / n, d = y_2 − y_1" + CR2_FORMULA,
    offers=INTERVAL_AND_TEST,
    reference=(
        "mean_change",
        "cr2_se",
        "cr2_t",
        "cr2_df",
        "cr2_p",
        "cr2_ci",
    ),
    kinds=_NUMBERS,
    source="Bell & McCaffrey (2002), Survey Methodology 28, 169-181; Pustejovsky & Tipton (2018), JBES 36, 672-683",
    scale="change",
)
def mean_change(pairs: Pairs, *, confidence: float) -> Number:
    """Mean change over units, each with weight 1, with CR2 standard error by family and Satterthwaite's t.

    Examples
    --------
    >>> number = mean_change(Pairs.of([3, 5, 4], [4, 7, 7]), confidence=0.95)
    >>> number.value, f"{number.low:.2f} {number.high:.2f}"
    (2.0, '-0.48 4.48')
    """
    return clustered_mean(pairs.change, pairs.family, confidence=confidence, resolution=pairs.resolution)


@statistic(
    name="g_av",
    formula=(
        "J(n − 1) mean(d) / √((s_1² + s_2²) / 2), J(v) = Γ(v/2) / (√(v/2) Γ((v − 1)/2)); "
        "interval: that of the mean change, on the same scale"
    ),
    offers=INTERVAL,
    reference=("g_av",),
    kinds=_NUMBERS,
    source="Cumming (2012), Understanding the New Statistics, ch. 11; Hedges (1981), J. Educ. Stat. 6, 107-128, eq. 6e",
    scale="standardised",
)
def g_av(pairs: Pairs, *, confidence: float) -> Number:
    """Mean change over the average standard deviation of the two waves, times Hedges' J on n - 1 degrees of freedom.

    Notes
    -----
    The interval is the CR2 interval of the mean change on the same scale: it allows for families and treats the
    standard deviation, itself rough in small groups, as known.

    Examples
    --------
    >>> f"{g_av(Pairs.of([1, 2, 3], [2, 4, 6]), confidence=0.95).value:.3f}"
    '0.714'
    """
    change = mean_change(pairs, confidence=confidence)
    if pairs.n == 0:
        return change
    if pairs.n < 3:
        # J(1) is 0: with one degree of freedom the mean of a standardised change is infinite, and nothing corrects it.
        return Number(value=nan, note=change.note if pairs.n < 2 else "no_correction_for_two")
    spread = average_sd(pairs)
    if spread == 0 or not (varies(pairs.before) or varies(pairs.after)):
        return Number(value=nan, note="no_variation")
    scale = hedges_j(pairs.n - 1) / spread
    return Number(
        value=change.value * scale,
        low=change.low * scale,
        high=change.high * scale,
        se=change.se * scale,
        df=change.df,
        note=change.note,
    )


def _mean(values: NDArray[np.float64]) -> Number:
    if values.size == 0:
        return Number(value=nan, note="no_pairs")
    return Number(value=fsum(values) / values.size)


def sd(values: NDArray[np.float64]) -> float:
    """Give the standard deviation with divisor n - 1, the same whatever the order of the values."""
    return float(np.std(np.sort(values), ddof=1))


def average_sd(pairs: Pairs) -> float:
    """Give the root of the average variance of the two waves, which d_av divides by."""
    return sqrt((sd(pairs.before) ** 2 + sd(pairs.after) ** 2) / 2)


def hedges_j(df: float) -> float:
    """Give the factor that removes the small-sample bias of a standardised mean.

    Examples
    --------
    >>> f"{hedges_j(9):.4f}"
    '0.9139'
    """
    return exp(float(gammaln(df / 2) - gammaln((df - 1) / 2))) / sqrt(df / 2)
