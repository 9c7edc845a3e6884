"""The T score of goal attainment scaling."""

from math import sqrt

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

# Correlation among a person's goals that the score was scaled with, so that T has mean 50 and SD 10 if attainment has
# mean 0 and SD 1 (Kiresuk & Sherman 1968, p. 449).
RHO = 0.3


def t_scores(
    attainment: Floats, weights: Floats, owner: NDArray[np.int64]
) -> tuple[NDArray[np.int64], Floats]:
    """T score of every person or family with goals: 50 + 10 sum(w x) / sqrt((1 - rho) sum(w^2) + rho (sum w)^2).

    Parameters
    ----------
    attainment
        Attainment of each goal, from -2 to 2 with 0 as expected, shape (n,).
    weights
        Weight of each goal, larger than 0, shape (n,).
    owner
        Whose goal it is, shape (n,).

    Returns
    -------
    owners, scores
        Whom each score is for, sorted, and the scores; each of shape (number of owners,).

    Notes
    -----
    rho = 0.3. With more goals all reached beyond expectation T goes farther from 50 than with one: scores of persons
    with different numbers of goals are on one scale only if that correlation holds.

    References
    ----------
    Kiresuk & Sherman (1968), Community Mental Health Journal 4, 443-453. The formula in Turner-Stokes (2009), Clinical
    Rehabilitation 23, 362-370, is misprinted; an erratum corrects it.

    Examples
    --------
    >>> t_scores(np.array([1.0, 1.0, 0.0]), np.ones(3), np.array([4, 4, 7]))[1].round(1)
    array([62.4, 50. ])
    """
    order = np.lexsort((attainment, weights, owner))
    owners, place = np.unique(owner[order], return_inverse=True)
    weight = weights[order]
    total, squares, gained = (
        np.bincount(place, weights=part, minlength=owners.size)
        for part in (weight, weight**2, weight * attainment[order])
    )
    scores: Floats = 50 + 10 * gained / np.sqrt((1 - RHO) * squares + RHO * total**2)
    return owners, scores


def largest_t(goals: int) -> float:
    """T score when all of a number of goals of equal weight are attained much better than expected.

    Examples
    --------
    >>> f"{largest_t(1):.0f} {largest_t(3):.1f}"
    '70 77.4'
    """
    return 50 + 20 * goals / sqrt((1 - RHO) * goals + RHO * goals**2)
