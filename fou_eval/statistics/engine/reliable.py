"""Whether one unit changed by more than measurement error: the published indices of reliable change.

Every index is what was measured after, less what measurement error alone lets expect, over a standard error, in the
raw direction: positive means that the value rose. The indices differ in what they expect, and so answer different
questions.

References
----------
JT: Jacobson & Truax (1991), J. Consult. Clin. Psychol. 59, 12-19. GLN, HLL: Hsu (1989), Behavioral Assessment 11,
459-467. EN: Speer (1992), J. Consult. Clin. Psychol. 60, 402-408. NK: Nunnally & Kotsch (1983), British J. Clin.
Psychol. 22, 83-93. HA (in `engine.hageman`): Hageman & Arrindell (1999), Behaviour Research and Therapy 37, 1169-1193.
"""

from dataclasses import dataclass
from math import fsum, sqrt

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

# Standard normal quantiles: 2.5 % on either side; 5 % on one.
CRITICAL, CRITICAL_ONE_SIDED = 1.959963984540054, 1.6448536269514722
# Share of "reliably improved" that errors alone bring about when nobody changes.
FALSE_SHARE = 0.025
# Indices are "larger than" their critical value, never equal: a difference this small against it is rounding error.
_NOISE = 1e-9


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasurementError:
    """What a reliability and the standard deviation of the population it holds for say about errors.

    Attributes
    ----------
    reliability
        Reliability coefficient, in [0, 1].
    sd
        Standard deviation of the population that it holds for, in the indicator's unit.

    Examples
    --------
    Jacobson and Truax's example, with SD 7.5 and reliability 0.80:

    >>> error = MeasurementError(reliability=0.8, sd=7.5)
    >>> f"{error.measurement:.2f} {error.difference:.2f} {error.prediction:.2f}"
    '3.35 4.74 4.50'
    """

    reliability: float
    sd: float

    @property
    def measurement(self) -> float:
        """Standard error of measurement: SD sqrt(1 - r)."""
        return self.sd * sqrt(1 - self.reliability)

    @property
    def difference(self) -> float:
        """Standard error of a difference between two measurements of the same true score: sqrt(2) SEM."""
        return sqrt(2) * self.measurement

    @property
    def prediction(self) -> float:
        """Standard error of predicting a second measurement from the first: SD sqrt(1 - r^2)."""
        return self.sd * sqrt(1 - self.reliability**2)

    @property
    def smallest_reliable(self) -> float:
        """Size that a change must exceed to be reliable by Jacobson and Truax: 1.96 sqrt(2) SEM."""
        return CRITICAL * self.difference


def mean(values: Floats) -> float:
    """Give the arithmetic mean, the same whatever the order of the values."""
    return fsum(values) / values.size


def jacobson_truax(before: Floats, after: Floats, error: MeasurementError) -> Floats:
    """JT: (y2 - y1) / (sqrt(2) SEM), for the question whether the change is larger than two errors make likely.

    Parameters
    ----------
    before, after
        Values of the n units, shape (n,).
    error
        Measurement error, larger than 0.

    References
    ----------
    Jacobson & Truax (1991), p. 14. Their 1984 index, with SEM in place of sqrt(2) SEM, was an error that Christensen &
    Mendoza (1986), Behavior Therapy 17, 305-308, corrected; it finds too many changed.

    Examples
    --------
    >>> found = jacobson_truax(np.array([32.5]), np.array([47.5]), MeasurementError(reliability=0.8, sd=7.5))
    >>> f"{found[0]:.2f}"
    '3.16'
    """
    found: Floats = (after - before) / error.difference
    return found


def gulliksen_lord_novick(before: Floats, after: Floats, error: MeasurementError) -> Floats:
    """GLN: (y2 - M1 - r (y1 - M1)) / (SD sqrt(1 - r^2)), for what the first value lets expect of the second."""
    centre = mean(before)
    found: Floats = (after - centre - error.reliability * (before - centre)) / error.prediction
    return found


def edwards_nunnally(before: Floats, after: Floats, error: MeasurementError) -> Floats:
    """EN: (y2 - M1 - r (y1 - M1)) / SEM, an interval around the estimated true score before.

    Notes
    -----
    It allows for the error of the second measurement alone, and finds more changed than GLN in both directions.
    """
    centre = mean(before)
    found: Floats = (after - centre - error.reliability * (before - centre)) / error.measurement
    return found


def hsu_linn_lord(before: Floats, after: Floats, error: MeasurementError) -> Floats:
    """HLL: (y2 - M2 - r (y1 - M1)) / (SD sqrt(1 - r^2)), the change relative to that of the group.

    Warnings
    --------
    The mean change of the group is taken away first: where all improve, about as many come out below as above the
    others. The result is therefore never called "deteriorated", and the catalogue does not offer it.
    """
    expected = mean(after) + error.reliability * (before - mean(before))
    found: Floats = (after - expected) / error.prediction
    return found


def nunnally_kotsch(
    before: Floats, after: Floats, error: MeasurementError, *, reliability_after: float
) -> Floats:
    """NK: the numerator of EN over sqrt(r^2 SD^2 (1 - r) + SD^2 (1 - r2)), with a reliability of its own after."""
    centre = mean(before)
    spread = error.sd * sqrt(error.reliability**2 * (1 - error.reliability) + 1 - reliability_after)
    found: Floats = (after - centre - error.reliability * (before - centre)) / spread
    return found


def beyond(index: Floats, critical: float) -> NDArray[np.int64]:
    """Give 1 where an index is above the critical value, -1 where it is below its negative, else 0.

    Equality is not enough, up to the noise of floating-point arithmetic.

    Examples
    --------
    >>> beyond(np.array([2.0, 1.96, -1.96, -3.0]), 1.96)
    array([ 1,  0,  0, -1])
    """
    return np.where(np.abs(index) > critical * (1 + _NOISE), np.sign(index), 0).astype(np.int64)


def at_least(change: Floats, size: float) -> NDArray[np.int64]:
    """Give 1 where a change is at least a size, -1 where it is at least as far down, else 0.

    Parameters
    ----------
    change
        Changes of the n units, shape (n,).
    size
        Smallest change that counts, larger than 0; equality is enough, up to the noise of floating-point arithmetic.

    References
    ----------
    Jaeschke, Singer & Guyatt (1989), Controlled Clinical Trials 10, 407-415.

    Examples
    --------
    >>> at_least(np.array([0.3 - 0.1, 0.19, -0.5]), 0.2)
    array([ 1,  0, -1])
    """
    return np.where(np.abs(change) >= size * (1 - _NOISE), np.sign(change), 0).astype(np.int64)


def percentage_bands(before: Floats, after: Floats, *, up: float, down: float) -> NDArray[np.int64]:
    """Give 1 where a value rose by at least a share of the value before, -1 where it fell by at least one, else 0.

    Parameters
    ----------
    before, after
        Values of the n units, shape (n,), on a scale with a natural zero.
    up, down
        Shares of the value before that count as a rise and as a fall, in (0, 1] or more.

    Notes
    -----
    A value of 0 before has no shares: every change from it counts.

    Examples
    --------
    >>> percentage_bands(np.array([10.0, 10, 10, 0]), np.array([5.0, 6, 13, 1]), up=0.3, down=0.5)
    array([-1,  0,  1,  1])
    """
    change = after - before
    needed = np.where(change > 0, up, down) * np.abs(before)
    return np.where(np.abs(change) >= needed * (1 - _NOISE), np.sign(change), 0).astype(np.int64)
