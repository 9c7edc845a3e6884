"""A mean over units with its CR2 interval, as a number of the catalogue."""

from dataclasses import replace
from math import nan

import numpy as np
from numpy.typing import NDArray

from fou_eval.statistics.engine.cluster import cluster_mean
from fou_eval.statistics.engine.families import families_of, varies
from fou_eval.statistics.number import Number

CR2_FORMULA = (
    "; interval: value ± t(df) CR2, CR2² = Σ r_g² / (1 − p_g), p_g = n_g / N, r_g = p_g (m_g − value), "
    "df by Satterthwaite; p of value / CR2 from the same t"
)


def clustered_mean(
    values: NDArray[np.float64],
    family: NDArray[np.int64],
    *,
    confidence: float,
    resolution: float | None = None,
) -> Number:
    """Mean over units, each with weight 1, with CR2 standard error and Satterthwaite's t.

    Parameters
    ----------
    values, family
        One value and the family of each unit, shape (n,).
    confidence
        Coverage of the interval, in (0, 1).
    resolution
        Step of the values, if known.

    Examples
    --------
    >>> number = clustered_mean(np.array([1.0, 2.0, 3.0]), np.array([0, 1, 2]), confidence=0.95)
    >>> number.value, f"{number.low:.3f} {number.high:.3f}"
    (2.0, '-0.484 4.484')
    """
    if values.size == 0:
        return Number(value=nan, note="no_pairs")
    families = families_of(values, family, resolution)
    bare = Number(value=float(families.sums.sum()) * families.step / values.size)
    if families.size < 2:
        return replace(bare, note="one_family")
    if not varies(families.means):
        return replace(bare, note="no_variation")
    found = cluster_mean(families.sums * families.step, families.sizes)
    low, high = found.interval(confidence)
    return replace(bare, low=low, high=high, p_value=found.p_value, se=found.cr2, df=found.df)


def clipped(number: Number) -> Number:
    """Cut an interval of a difference of proportions at -1 and 1, and say so.

    Values beyond are impossible, so cutting loses no coverage; p-value and standard error stay as they are.
    """
    if np.isnan(number.low) or (number.low >= -1 and number.high <= 1):
        return number
    return replace(
        number, low=max(number.low, -1.0), high=min(number.high, 1.0), note="share_interval_clipped"
    )
