"""Shares of units in a class, and balances of two classes, with intervals that allow for families."""

from dataclasses import replace
from math import nan

import numpy as np
from numpy.typing import NDArray
from scipy.special import betaincinv

from fou_eval.statistics.classes import class_share
from fou_eval.statistics.clustered import CR2_FORMULA, clustered_mean
from fou_eval.statistics.engine.families import families_of
from fou_eval.statistics.number import Number
from fou_eval.statistics.pairs import Pairs
from fou_eval.statistics.shares import FEWEST_CHANGED, net_improvement

# The share itself is not tested: nothing says what it would be if nobody had changed.
SHARE_FORMULA = CR2_FORMULA.split("; p of")[0] + ", cut at 0 and 1"
NET_FORMULA = CR2_FORMULA


def share_with_interval(
    members: NDArray[np.bool_], family: NDArray[np.int64], *, confidence: float
) -> Number:
    """Share of the units that are in a class, with CR2 standard error by family and Satterthwaite's t, cut at 0 and 1.

    Parameters
    ----------
    members, family
        Whether each unit is in the class, and its family, shape (n,).
    confidence
        Coverage of the interval, in (0, 1).

    Notes
    -----
    Where everybody or nobody is in the class no standard error can be estimated. The interval is then the exact
    binomial one (Clopper-Pearson) for families, whose bound holds for persons too: a share of persons is at most the
    share of families with any of them.

    Examples
    --------
    >>> share = share_with_interval(np.array([True, False, True, True]), np.arange(4), confidence=0.95)
    >>> share.value, f"{share.low:.2f} {share.high:.2f}", share.families_in, share.families_out
    (0.75, '0.00 1.00', 3, 1)
    """
    share = class_share(members, family)
    if share.note:
        return share
    number = clustered_mean(members.astype(np.float64), family, confidence=confidence, resolution=1.0)
    if number.note == "no_variation" and share.value in {0.0, 1.0}:
        farthest = float(betaincinv(np.unique(family).size, 1, (1 - confidence) / 2))
        low, high = (farthest, 1.0) if share.value else (0.0, 1 - farthest)
        return replace(share, low=low, high=high, note="class_interval_families")
    if number.note:
        return replace(share, note=number.note)
    return replace(share, low=max(number.low, 0.0), high=min(number.high, 1.0), se=number.se, df=number.df)


def balance(signs: NDArray[np.int64], family: NDArray[np.int64], *, confidence: float) -> Number:
    """Share of the units on the better side less that on the worse, with interval and test as the net improvement.

    Parameters
    ----------
    signs, family
        1 for better, 0 for neither, -1 for worse, and the family of each unit, shape (n,).

    Notes
    -----
    With five or fewer families whose members do not cancel out there is no p-value.

    Examples
    --------
    >>> found = balance(np.array([1, 1, 0, -1, 1, 1, 1, 1]), np.arange(8), confidence=0.95)
    >>> found.value, f"{found.low:.3f} {found.high:.3f}", found.families_changed
    (0.625, '0.003 1.000', 7)
    """
    if signs.size == 0:
        return Number(value=nan, note="no_pairs")
    steps = Pairs.of(np.zeros(signs.size), signs, family, resolution=1.0)
    number = net_improvement(steps, confidence=confidence)
    changed = int(np.count_nonzero(families_of(steps.change, family, 1.0).sums))
    number = replace(number, families_changed=changed)
    if changed < FEWEST_CHANGED and not np.isnan(number.p_value):
        return replace(number, p_value=nan, note="too_few_families_changed")
    return number
