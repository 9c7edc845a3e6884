"""Estimates of models with Student's t, as numbers of the catalogue."""

from dataclasses import replace
from math import exp, isfinite, log, nan

from fou_eval.statistics.engine.cluster import t_interval, t_p_value
from fou_eval.statistics.number import Number
from fou_eval.statistics.shares import FEWEST_CHANGED

# Standard errors below this, against what they belong to, are rounding error.
_NOISE = 1e-9
# Logarithms beyond this have no antilogarithm in double precision.
_WIDEST = 700.0


def student(estimate: float, se: float, df: float, *, confidence: float, changed: int) -> Number:
    """Give estimate, interval and p-value of a t statistic; no p-value where too few families changed.

    Parameters
    ----------
    estimate, se, df
        Estimate, its positive standard error and its degrees of freedom.
    confidence
        Coverage of the interval, in (0, 1).
    changed
        Families whose value is not the same at all waves.

    Examples
    --------
    >>> number = student(2.0, 1.0, 10.0, confidence=0.95, changed=11)
    >>> f"{number.low:.3f} {number.high:.3f} {number.p_value:.4f}"
    '-0.228 4.228 0.0734'
    """
    low, high = t_interval(estimate, se, df, confidence)
    few, bounded = changed < FEWEST_CHANGED, isfinite(low) and isfinite(high)
    return Number(
        value=estimate,
        low=low if bounded else nan,
        high=high if bounded else nan,
        p_value=nan if few else t_p_value(estimate / se, df),
        se=se,
        df=df,
        families_changed=changed,
        note="too_few_families_changed" if few else "" if bounded else "unbounded_interval",
    )


def student_ratio(value: float, se: float, df: float, *, confidence: float, changed: int) -> Number:
    """Give a ratio with the interval and p-value of its logarithm, whose standard error `se` is.

    Examples
    --------
    >>> number = student_ratio(2.0, 0.5, 10.0, confidence=0.95, changed=11)
    >>> f"{number.low:.3f} {number.high:.3f}"
    '0.656 6.093'
    """
    if se <= _NOISE:
        return Number(value=value, families_changed=changed, note="no_variation")
    number = student(log(value), se, df, confidence=confidence, changed=changed)
    return replace(
        number, value=value, low=exp(max(number.low, -_WIDEST)), high=exp(min(number.high, _WIDEST))
    )
