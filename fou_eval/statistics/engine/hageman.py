"""Hageman and Arrindell's indices: change and end point in estimated true scores, of persons and of the group.

References
----------
Hageman & Arrindell (1999), Behaviour Research and Therapy 37, 1169-1193.
"""

from dataclasses import dataclass
from math import sqrt

import numpy as np
from numpy.typing import NDArray
from scipy.special import ndtr

from fou_eval.statistics.engine.cutoffs import Population, categories, cutoff_c
from fou_eval.statistics.engine.reliable import CRITICAL_ONE_SIDED, MeasurementError, beyond, mean

Floats = NDArray[np.float64]


def variance(values: Floats) -> float:
    """Give the variance with divisor n - 1, the same whatever the order of the values."""
    return float(np.var(np.sort(values), ddof=1))


def reliability_of_change(before: Floats, after: Floats, error: MeasurementError) -> float:
    """Reliability of the differences: 1 - 2 SEM^2 / Var(d), the share of their variance that is not error.

    Parameters
    ----------
    before, after
        Values of the n units, shape (n,), n of at least 2, with differences that vary.
    error
        Measurement error, the same at both waves.

    Notes
    -----
    Equal to (s1^2 r1 + s2^2 r2 - 2 s1 s2 r12) / (s1^2 + s2^2 - 2 s1 s2 r12) with r_k = 1 - SEM^2 / s_k^2, as it is
    usually written. Not positive where the differences vary no more than error alone would make them.

    Examples
    --------
    >>> f"{reliability_of_change(np.zeros(3), np.array([0.0, 3, 6]), MeasurementError(reliability=0.9, sd=3.0)):.2f}"
    '0.80'
    """
    return 1 - error.difference**2 / variance(after - before)


def change_index(before: Floats, after: Floats, error: MeasurementError) -> Floats:
    """HA: (d r_dd + mean(d) (1 - r_dd)) / (sqrt(r_dd) sqrt(2) SEM), the estimated true change over its standard error.

    Larger than 1.645 in size is reliable: the risk of a wrong verdict is 5 % in the direction of the verdict.

    Parameters
    ----------
    before, after, error
        As in `reliability_of_change`, which must be positive.
    """
    own = reliability_of_change(before, after, error)
    change = after - before
    found: Floats = (change * own + mean(change) * (1 - own)) / (sqrt(own) * error.difference)
    return found


def true_population(values: Floats, error: MeasurementError) -> tuple[Population, float]:
    """Mean and standard deviation of the true scores behind values, and the values' own reliability 1 - SEM^2 / s^2."""
    return _without_error(Population(mean=mean(values), sd=sqrt(variance(values))), error)


def true_cutoff(before: Floats, functional: Population, error: MeasurementError) -> float:
    """Cut-off c with standard deviations of true scores, SD sqrt(1 - SEM^2 / SD^2), in place of the observed ones."""
    return cutoff_c(true_population(before, error)[0], _without_error(functional, error)[0])


def end_index(values: Floats, cutoff: float, error: MeasurementError) -> Floats:
    """Estimated true score less the cut-off, over its standard error sqrt(r) SEM; shape as `values`."""
    own = true_population(values, error)[1]
    centre = mean(values)
    found: Floats = ((values - centre) * own + centre - cutoff) / (sqrt(own) * error.measurement)
    return found


def five_categories(
    before: Floats, after: Floats, functional: Population, error: MeasurementError, *, sign: int
) -> NDArray[np.int64]:
    """Put every unit into one of five categories by true scores, coded as in `cutoffs.categories`.

    Recovered: the change is reliably better, the true score before was on the clinical side, and the one after is
    reliably (1.645) on the functional side.
    """
    cutoff = true_cutoff(before, functional, error)
    moved = sign * beyond(change_index(before, after, error), CRITICAL_ONE_SIDED)
    first = sign * np.sign(end_index(before, cutoff, error)).astype(np.int64)
    last = sign * beyond(end_index(after, cutoff, error), CRITICAL_ONE_SIDED)
    return categories(moved, first, last)


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupLevel:
    """Estimated shares of the population behind the group, from normally distributed true scores.

    Attributes
    ----------
    changed
        Share whose true change is towards the better.
    functional
        Share whose true score after is on the functional side of the cut-off.
    """

    changed: float
    functional: float


def group_level(
    before: Floats, after: Floats, functional: Population, error: MeasurementError, *, sign: int
) -> GroupLevel:
    """Estimate for the group what part changed for the better and what part functions well after.

    Notes
    -----
    Two normal distributions of true scores are assumed, and no family is taken into account: no interval is given.
    """
    change = after - before
    own = reliability_of_change(before, after, error)
    last = true_population(after, error)[0]
    cutoff = true_cutoff(before, functional, error)
    return GroupLevel(
        changed=float(ndtr(sign * mean(change) / sqrt(variance(change) * own))),
        functional=float(ndtr(sign * (last.mean - cutoff) / last.sd)),
    )


def _without_error(population: Population, error: MeasurementError) -> tuple[Population, float]:
    own = 1 - error.measurement**2 / population.sd**2
    return Population(mean=population.mean, sd=population.sd * sqrt(own)), own
