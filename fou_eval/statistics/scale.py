"""Means, mean change and standardised change of numbers and ordered codes."""

from math import exp, fsum, isnan, nan, sqrt

import numpy as np
from numpy.typing import NDArray
from scipy.special import gammaln

from fou_eval.statistics.clustered import CR2_FORMULA, clustered_mean
from fou_eval.statistics.engine.cluster import t_interval
from fou_eval.statistics.engine.families import varies
from fou_eval.statistics.engine.standardised import Spread, average_spread, standardised_se
from fou_eval.statistics.number import Number
from fou_eval.statistics.pairs import Pairs
from fou_eval.statistics.registry import INTERVAL, INTERVAL_AND_TEST, Kind, statistic

STANDARDISED_FORMULA = (
    "; interval: value ± t(df) SE, SE² = max(V(x + y), V(x) + V(y)), V = CR2² of a mean over units by family, "
    "x = k d where value = k mean(d), y = −value u, {}; df as for mean_change"
)
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
    formula="J(n − 1) mean(d) / √((s_1² + s_2²) / 2), J(v) = Γ(v/2) / (√(v/2) Γ((v − 1)/2))"
    + STANDARDISED_FORMULA.format("u = (e_1² + e_2²) / (2 (s_1² + s_2²)), e_w = y_w − mean(y_w)"),
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
    The interval is that of `standardised_se`: linearised, with the family as the cluster. In simulations of 15 to 30
    families of one to four, with normal values and five-step ratings, waves that correlate at 0.5 and 0.8 and
    standardised changes of 0 to 2, the 95 % interval covers 94 to 96 % of the time; one that treats the standard
    deviation as known covers 86 to 92 % at a change of 1, and 67 to 87 % at 2.

    Examples
    --------
    >>> number = g_av(Pairs.of([1, 2, 3], [2, 4, 6]), confidence=0.95)
    >>> f"{number.value:.3f} {number.low:.3f} {number.high:.3f}"
    '0.714 -0.310 1.737'
    """
    change = mean_change(pairs, confidence=confidence)
    if pairs.n == 0:
        return change
    if pairs.n < 3:
        # J(1) is 0: with one degree of freedom the mean of a standardised change is infinite, and nothing corrects it.
        return Number(value=nan, note=change.note if pairs.n < 2 else "no_correction_for_two")
    if not (varies(pairs.before) or varies(pairs.after)):
        return Number(value=nan, note="no_variation")
    spread = average_spread(pairs.before, pairs.after)
    return standardised(pairs, spread, factor=hedges_j(pairs.n - 1), confidence=confidence)


def standardised(pairs: Pairs, spread: Spread, *, factor: float, confidence: float) -> Number:
    """Mean change over a spread, times a factor, with an interval that allows for the uncertainty of both.

    Parameters
    ----------
    pairs
        Two units at least.
    spread
        What the mean change is divided by, and how each unit moves it.
    factor
        Correction for small samples, or 1.
    confidence
        Coverage of the interval, in (0, 1).

    Notes
    -----
    The degrees of freedom are those of the mean change. Without an interval of the mean change there is none here.
    """
    if spread.size == 0:  # so small that its square is
        return Number(value=nan, note="no_variation")
    change = mean_change(pairs, confidence=confidence)
    value = change.value * (factor / spread.size)
    if isnan(change.se):
        return Number(value=value, note=change.note)
    se = standardised_se(pairs.change, spread, pairs.family, factor=factor, value=value)
    low, high = t_interval(value, se, change.df, confidence)
    return Number(value=value, low=low, high=high, se=se, df=change.df, note=change.note)


def _mean(values: NDArray[np.float64]) -> Number:
    if values.size == 0:
        return Number(value=nan, note="no_pairs")
    return Number(value=fsum(values) / values.size)


def sd(values: NDArray[np.float64]) -> float:
    """Give the standard deviation with divisor n - 1, the same whatever the order of the values."""
    return float(np.std(np.sort(values), ddof=1))


def hedges_j(df: float) -> float:
    """Give the factor that removes the small-sample bias of a standardised mean.

    Examples
    --------
    >>> f"{hedges_j(9):.4f}"
    '0.9139'
    """
    return exp(float(gammaln(df / 2) - gammaln((df - 1) / 2))) / sqrt(df / 2)
