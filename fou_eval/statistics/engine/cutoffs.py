"""Limits between a clinical and a functional population, and the five categories of clinically significant change.

References
----------
Jacobson & Truax (1991), J. Consult. Clin. Psychol. 59, 12-19: cut-offs a, b and c, p. 13.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

RECOVERED, IMPROVED, UNCHANGED, DETERIORATED, HARMED = 2, 1, 0, -1, -2
# A value this close to a cut-off, relative to its size, lies on it.
_NOISE = 1e-9


@dataclass(frozen=True, slots=True, kw_only=True)
class Population:
    """Mean and standard deviation of a population on the indicator's scale."""

    mean: float
    sd: float


def cutoff_a(clinical: Population, *, sign: int) -> float:
    """Cut-off a: two standard deviations of the clinical population from its mean, towards the better side.

    Parameters
    ----------
    clinical
        The clinical population, or the group before.
    sign
        1 when higher is better, -1 when lower is.

    Examples
    --------
    >>> cutoff_a(Population(mean=30, sd=5), sign=-1)
    20
    """
    return clinical.mean + sign * 2 * clinical.sd


def cutoff_b(functional: Population, *, sign: int) -> float:
    """Cut-off b: two standard deviations of the FUNCTIONAL population from its mean, towards the worse side.

    Notes
    -----
    With the standard deviation of the clinical population, as some programs have it, the limit lies elsewhere: at 91.1
    instead of 79.2 for the couples of Jacobson & Truax.

    Examples
    --------
    >>> f"{cutoff_b(Population(mean=114.8, sd=17.8), sign=1):.1f}"
    '79.2'
    """
    return functional.mean - sign * 2 * functional.sd


def cutoff_c(clinical: Population, functional: Population) -> float:
    """Cut-off c: where a value is as many standard deviations from one mean as from the other.

    Examples
    --------
    >>> cutoff_c(Population(mean=30, sd=5), Population(mean=10, sd=5))
    20.0
    """
    weighted = clinical.sd * functional.mean + functional.sd * clinical.mean
    return weighted / (clinical.sd + functional.sd)


def side(values: Floats, cutoff: float, *, sign: int) -> NDArray[np.int64]:
    """Give 1 for values on the functional side of a cut-off, -1 on the clinical side, 0 on the cut-off itself.

    Examples
    --------
    >>> side(np.array([12.0, 0.1 + 0.2, 5.0]), 0.3, sign=-1)
    array([-1,  0, -1])
    """
    distance = values - cutoff
    noise = _NOISE * np.maximum(np.abs(values), abs(cutoff))
    return np.where(np.abs(distance) <= noise, 0, sign * np.sign(distance)).astype(np.int64)


def categories(
    moved: NDArray[np.int64], before: NDArray[np.int64], after: NDArray[np.int64]
) -> NDArray[np.int64]:
    """Put every unit into a category: 2 recovered, 1 improved, 0 unchanged, -1 deteriorated, -2 harmed.

    Parameters
    ----------
    moved
        1 for reliably better, -1 for reliably worse, 0 for neither, shape (n,).
    before, after
        Side of the cut-off before and after, as `side` gives it, shape (n,).

    Notes
    -----
    Recovered is reliably better and from the clinical to the functional side; harmed is the reverse. A value on the
    cut-off itself is on neither side, so that nobody recovers or is harmed by a hair's breadth.

    Examples
    --------
    >>> categories(np.array([1, 1, 0, -1, -1]), np.array([-1, 1, -1, 1, -1]), np.array([1, 1, 1, -1, -1]))
    array([ 2,  1,  0, -2, -1])
    """
    crossed = (before == -moved) & (after == moved)
    return moved * np.where(crossed, 2, 1)


def crossings(before: NDArray[np.int64], after: NDArray[np.int64]) -> NDArray[np.int64]:
    """Give 1 where a unit crossed the cut-off to the functional side, -1 where it crossed to the clinical, else 0.

    Examples
    --------
    >>> crossings(np.array([-1, 1, 1]), np.array([1, -1, 1]))
    array([ 1, -1,  0])
    """
    return np.where(before * after < 0, after, 0)


def counts(codes: NDArray[np.int64], order: tuple[int, ...]) -> list[int]:
    """Count units by code, in the order asked for.

    Examples
    --------
    >>> counts(np.array([2, 0, 0, -1]), (RECOVERED, IMPROVED, UNCHANGED, DETERIORATED, HARMED))
    [1, 0, 2, 1, 0]
    """
    return [int((codes == code).sum()) for code in order]
