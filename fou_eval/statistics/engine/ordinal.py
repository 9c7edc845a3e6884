"""The cumulative logit model of two waves, with the family as the cluster."""

from dataclasses import dataclass
from math import nan

import numpy as np
from numpy.typing import NDArray

from fou_eval.statistics.engine.sandwich import Matrix, Sandwich, sandwich

_TURNS, _HALVINGS = 100, 30


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class CumulativeLogit:
    """A common odds ratio over all cuts of an ordered scale.

    Attributes
    ----------
    log_odds_ratio
        Logarithm of the odds of a higher category after over those before; nan where the equations have no solution.
    thresholds
        Log odds of being at or below each category but the last, before, shape (K - 1,).
    robust
        Sandwich standard errors, the thresholds first and the log odds ratio last; none without a solution.
    converged
        Whether the equations were solved.
    """

    log_odds_ratio: float
    thresholds: Matrix
    robust: Sandwich | None
    converged: bool


def cumulative_logit(
    before: NDArray[np.int64], after: NDArray[np.int64], family: NDArray[np.int64]
) -> CumulativeLogit:
    """Fit logit P(Y <= k) = threshold_k - beta * after to complete pairs, as if all values were independent.

    Parameters
    ----------
    before, after
        Category of each unit, 0 to K - 1, each of them seen at least once, K of at least 2, shape (n,).
    family
        Family of each unit, shape (n,).

    Notes
    -----
    The estimating equations are those of independent values; the sandwich allows for all dependence within families,
    that of a person with himself included. In complete pairs a family's information is its share n_g / n of the whole,
    so that Kauermann-Carroll's correction is the factor 1 / (1 - n_g / n) whatever the number of categories. There is
    no finite solution when all values of one wave lie at or above all of the other.

    References
    ----------
    McCullagh (1980), JRSS B 42, 109-142; Lipsitz, Kim & Zhao (1994), Statistics in Medicine 13, 1149-1163.

    Examples
    --------
    Two categories give the ordinary odds ratio, here (3 * 2) / (1 * 2).

    >>> fit = cumulative_logit(np.array([0, 0, 1, 1]), np.array([0, 1, 1, 1]), np.arange(4))
    >>> f"{np.exp(fit.log_odds_ratio):.6f}"
    '3.000000'
    """
    categories = int(max(np.max(before), np.max(after))) + 1
    if np.max(before) <= np.min(after) or np.max(after) <= np.min(before):
        return CumulativeLogit(
            log_odds_ratio=nan, thresholds=np.full(categories - 1, nan), robust=None, converged=False
        )
    table = np.array([np.bincount(wave, minlength=categories) for wave in (before, after)], dtype=np.float64)
    parameters, converged = _solved(table)
    probabilities, slopes = _probabilities(parameters), _slopes(parameters)
    inverse = np.unique(family, return_inverse=True)[1]
    sizes = np.bincount(inverse).astype(np.float64)
    scores = np.zeros((sizes.size, parameters.size))
    for place, wave in enumerate((before, after)):
        np.add.at(scores, inverse, (slopes / probabilities[:, :, None])[place, wave])
    return CumulativeLogit(
        log_odds_ratio=float(parameters[-1]),
        thresholds=parameters[:-1],
        robust=sandwich(scores, sizes[:, None, None] * _information(probabilities, slopes)),
        converged=converged,
    )


def _solved(table: Matrix) -> tuple[Matrix, bool]:
    """Solve the equations for a table of counts, waves by categories, by scoring from the common thresholds."""
    below = np.cumsum(table.sum(axis=0))[:-1] / table.sum()
    parameters = np.append(np.log(below / (1 - below)), 0.0)
    for _turn in range(_TURNS):
        probabilities, slopes = _probabilities(parameters), _slopes(parameters)
        score = np.einsum("xk,xkp->p", table / probabilities, slopes)
        step = np.linalg.solve(_information(probabilities, slopes) * table[0].sum(), score)
        parameters, moved = _climbed(table, parameters, step, float(np.sum(table * np.log(probabilities))))
        if moved <= 1e-12 * (1 + float(np.max(np.abs(parameters)))):
            return parameters, True
    return parameters, False


def _at_most(parameters: Matrix) -> Matrix:
    """Give the probability of each category or a lower one at each wave, shape (2, K - 1)."""
    linear = parameters[:-1] - np.array([[0.0], [1.0]]) * parameters[-1]
    return np.asarray(1 / (1 + np.exp(-np.clip(linear, -500, 500))))


def _probabilities(parameters: Matrix) -> Matrix:
    """Give the probability of each category at each wave, shape (2, K)."""
    at_most = np.ones((2, parameters.size))
    at_most[:, :-1] = _at_most(parameters)
    return np.maximum(np.diff(at_most, axis=1, prepend=0.0), 1e-300)


def _slopes(parameters: Matrix) -> Matrix:
    """Give the derivatives of the probabilities, shape (2, K, p)."""
    cuts, at_most = np.arange(parameters.size - 1), _at_most(parameters)
    slope = np.zeros((2, cuts.size + 2, parameters.size))
    slope[:, cuts + 1, cuts] = at_most * (1 - at_most)
    slope[1, 1:-1, -1] = -at_most[1] * (1 - at_most[1])
    return np.diff(slope, axis=1)


def _information(probabilities: Matrix, slopes: Matrix) -> Matrix:
    """Give the expected information of one unit with both waves, shape (p, p)."""
    wide = slopes.shape[2]
    left, right = (slopes / probabilities[:, :, None]).reshape(-1, wide), slopes.reshape(-1, wide)
    return np.asarray(left.T @ right)


def _climbed(table: Matrix, parameters: Matrix, step: Matrix, now: float) -> tuple[Matrix, float]:
    """Halve the step until the thresholds stay in order and the likelihood, which is concave, does not fall."""
    for halving in range(_HALVINGS):
        moved = parameters + step / 2**halving
        if np.all(np.diff(moved[:-1]) > 0):
            value = float(np.sum(table * np.log(_probabilities(moved))))
            if value >= now - 1e-12 * (1 + abs(now)):
                return moved, float(np.max(np.abs(step))) / 2**halving
    return parameters, 0.0
