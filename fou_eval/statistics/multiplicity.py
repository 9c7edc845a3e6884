"""Adjustment of p-values for looking at several indicators: joint sign flips of families, or the p-values alone."""

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import Literal

import numpy as np
from numpy.typing import ArrayLike, NDArray

from fou_eval.statistics.engine.joint import MaxT, joint_flips
from fou_eval.statistics.family_change import family_scores
from fou_eval.statistics.pairs import Pairs

Adjustment = Literal["holm", "hochberg", "hommel", "bonferroni", "bh", "by"]
Vector = NDArray[np.float64]


def max_t(outcomes: Sequence[Pairs], *, rng: np.random.Generator) -> MaxT:
    """Adjust the sign-flip tests of several indicators by flipping whole families in all of them together.

    Parameters
    ----------
    outcomes
        Pairs of each indicator; a family has the same number in all of them. The family statistics are mean changes,
        or differences of rates where the pairs carry an exposure.
    rng
        Source of the sign patterns when there are too many to go through.

    Notes
    -----
    A family without a value in an indicator adds 0 to its sum, whatever sign it gets: it leaves the distribution of
    that indicator as it is, and still flips with the others. Families are put in the order of their statistics, so that
    the drawn patterns, too, do not depend on their numbers.

    Examples
    --------
    >>> first = Pairs.of([1, 1, 1, 1, 1, 1], [2, 3, 4, 5, 6, 7])
    >>> second = Pairs.of([0, 0, 0, 0, 0, 0], [1, -1, 1, -1, 1, -1])
    >>> max_t([first, second], rng=np.random.default_rng(1)).step_down
    array([0.0625, 1.    ])
    """
    parts = [family_scores(pairs) for pairs in outcomes]
    families = np.unique(np.concatenate([codes for codes, _ in parts]))
    scores = np.zeros((families.size, len(outcomes)))
    for column, (codes, values) in enumerate(parts):
        scores[np.searchsorted(families, codes), column] = values
    return joint_flips(scores[np.lexsort(scores.T)], rng=rng)


def adjusted(p_values: ArrayLike, method: Adjustment) -> Vector:
    """Adjust p-values for their number, from nothing but the p-values.

    Parameters
    ----------
    p_values
        Unadjusted p-values in [0, 1], shape (k,). Those that are nan stay nan and are not counted.
    method
        `bonferroni`, `holm`: the chance of any false finding, whatever the dependence. `hochberg`, `hommel`: the same
        with more power, for independent or positively dependent tests. `bh`: the expected share of false findings
        among the findings, for such tests. `by`: that share, whatever the dependence.

    Returns
    -------
    adjusted
        Shape (k,), at most 1: the smallest level at which the procedure would reject.

    Raises
    ------
    ValueError
        If a p-value is outside [0, 1].

    References
    ----------
    Holm (1979), Scandinavian Journal of Statistics 6, 65-70; Hochberg (1988), Biometrika 75, 800-802; Hommel (1988),
    Biometrika 75, 383-386; Benjamini & Hochberg (1995), JRSS B 57, 289-300; Benjamini & Yekutieli (2001), Annals of
    Statistics 29, 1165-1188; as adjusted p-values: Wright (1992), Biometrics 48, 1005-1013.

    Examples
    --------
    >>> adjusted([0.01, 0.04, np.nan, 0.03], "holm")
    array([0.03, 0.06,  nan, 0.06])
    >>> adjusted([0.01, 0.04, np.nan, 0.03], "hommel")
    array([0.03, 0.04,  nan, 0.04])
    """
    raw = np.asarray(p_values, dtype=np.float64)
    given = np.flatnonzero(~np.isnan(raw))
    if np.any((raw[given] < 0) | (raw[given] > 1)):
        raise ValueError("a p-value lies outside the range from 0 to 1.")
    found = np.full_like(raw, np.nan)
    if given.size:
        order = given[np.argsort(raw[given], kind="stable")]
        found[order] = np.minimum(_PROCEDURES[method](raw[order]), 1.0)
    return found


def holm(p_values: ArrayLike) -> Vector:
    """Adjust p-values by Holm's step-down procedure.

    References
    ----------
    Holm (1979), Scandinavian Journal of Statistics 6, 65-70.

    Examples
    --------
    >>> holm([0.01, 0.04, 0.03])
    array([0.03, 0.06, 0.06])
    """
    return adjusted(p_values, "holm")


def _remaining(p: Vector) -> Vector:
    """Give, for each of the p-values in ascending order, how many there are from it on."""
    return np.arange(p.size, 0, -1, dtype=np.float64)


def _from_the_top(steps: Vector) -> Vector:
    """Step up: no value may exceed those of larger p-values."""
    return np.minimum.accumulate(steps[::-1])[::-1]


def _bonferroni(p: Vector) -> Vector:
    return p * p.size


def _holm(p: Vector) -> Vector:
    return np.maximum.accumulate(p * _remaining(p))


def _hochberg(p: Vector) -> Vector:
    return _from_the_top(p * _remaining(p))


def _hommel(p: Vector) -> Vector:
    """Close Simes' test: the largest Simes p-value of all sets of hypotheses that hold the one in question.

    Among the sets of m hypotheses that hold hypothesis i the largest Simes p-value belongs to i and the m - 1 largest
    of the others: to the m largest p-values if i is among them, else to i in place of the smallest of these.
    """
    largest = p.copy()
    for size in range(2, p.size + 1):
        others = size * p[p.size - size + 1 :] / np.arange(2, size + 1)
        own = size * np.minimum(p, p[p.size - size])
        largest = np.maximum(largest, np.minimum(own, others.min()))
    return largest


def _benjamini_hochberg(p: Vector) -> Vector:
    return _from_the_top(p * p.size / np.arange(1, p.size + 1))


def _benjamini_yekutieli(p: Vector) -> Vector:
    ranks = np.arange(1, p.size + 1)
    return _from_the_top(p * (p.size * np.sum(1 / ranks)) / ranks)


_PROCEDURES: Mapping[Adjustment, Callable[[Vector], Vector]] = MappingProxyType(
    {
        "holm": _holm,
        "hochberg": _hochberg,
        "hommel": _hommel,
        "bonferroni": _bonferroni,
        "bh": _benjamini_hochberg,
        "by": _benjamini_yekutieli,
    }
)
