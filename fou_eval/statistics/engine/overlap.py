"""One series before and after a start: how far the two phases overlap, and by how much their means differ.

Phase A holds the m measurements up to the start, phase B the n after it. Every function reads higher as better; a
series in which lower is better is turned round first. None of them allows for autocorrelation: their standard errors
treat the measurements of a series as independent.
"""

from dataclasses import dataclass
from math import log, sqrt

import numpy as np
from numpy.typing import NDArray
from scipy.special import ndtr, ndtri

from fou_eval.statistics.engine.roots import root

Floats = NDArray[np.float64]

# Differences this small against the numbers that they come from are rounding error: the two are tied.
NOISE = 1e-12


@dataclass(frozen=True, slots=True, kw_only=True)
class Contrast:
    """An estimate with its standard error and a normal interval."""

    value: float
    se: float

    def interval(self, confidence: float) -> tuple[float, float]:
        """Give value +/- normal quantile * standard error."""
        margin = float(ndtri((1 + confidence) / 2)) * self.se
        return self.value - margin, self.value + margin


def dominance(first: Floats, second: Floats, noise: Floats | None = None) -> Floats:
    """Compare every A with every B: 1 where B is higher, 1/2 where they are tied, 0 where it is lower.

    Parameters
    ----------
    first, second
        Measurements of phase A, shape (..., m), and of phase B, shape (..., n), nan where there is none.
    noise
        Largest difference that is still a tie, of a shape that fits the result; without it, one part in 10^12 of the
        larger of the two numbers.

    Returns
    -------
    wins
        Shape (..., m, n), nan where one of the two is.

    Examples
    --------
    >>> dominance(np.array([1.0, 0.3]), np.array([0.1 + 0.2, 2.0]))
    array([[0. , 1. ],
           [0.5, 1. ]])
    """
    left, right = first[..., :, None], second[..., None, :]
    difference = right - left
    limit = NOISE * np.maximum(np.abs(left), np.abs(right)) if noise is None else noise
    signs = np.where(np.abs(difference) <= limit, 0.0, np.sign(difference))
    return np.asarray((signs + 1) / 2)


def nap(first: Floats, second: Floats) -> float:
    """Nonoverlap of all pairs: share of the m n pairs (A, B) in which B is higher, ties counted half.

    References
    ----------
    Parker & Vannest (2009), Behavior Therapy 40, 357-367.

    Examples
    --------
    >>> nap(np.array([3.0, 3.0, 4.0, 5.0]), np.array([4.0, 5.0, 6.0, 7.0, 7.0]))
    0.9
    """
    return float(dominance(first, second).mean())


def nap_se(first: Floats, second: Floats) -> float:
    """Give the standard error of NAP from the unbiased estimator of its variance; m and n of at least 2.

    Notes
    -----
    With y the m x n comparisons: V = (p (1 - p) + n Q1 + m Q2 - 2 Q) / ((m - 1)(n - 1)), where p is NAP kept at least
    1 / (2 m n) away from 0 and 1, and Q1, Q2 and Q are the mean squared deviations from NAP of the row means, of the
    column means and of y.

    References
    ----------
    Sen (1967), Sankhya A 29, 95-102; Mee (1990), JASA 85, 793-800.
    """
    wins = dominance(first, second)
    rows, columns = wins.shape
    value = float(wins.mean())
    edge = 1 / (2 * wins.size)
    kept = min(max(value, edge), 1 - edge)
    by_row = float(np.mean((wins.mean(axis=1) - value) ** 2))
    by_column = float(np.mean((wins.mean(axis=0) - value) ** 2))
    total = kept * (1 - kept) + columns * by_row + rows * by_column - 2 * float(np.mean((wins - value) ** 2))
    return sqrt(max(total, 0.0) / ((rows - 1) * (columns - 1)))


def nap_interval(value: float, sizes: tuple[int, int], confidence: float) -> tuple[float, float]:
    """Give the score-type interval of NAP: all x from which NAP differs by at most z standard errors at x.

    Parameters
    ----------
    value
        NAP, from 0 to 1.
    sizes
        Measurements in phase A and in phase B.
    confidence
        Coverage, in (0, 1).

    Notes
    -----
    The variance at x is x (1 - x) (1 + h (1 - x) / (2 - x) + h x / (1 + x)) / (m n) with h = (m + n) / 2 - 1. Where
    the phases do not overlap at all the interval still has a width.

    References
    ----------
    Newcombe (2006), Statistics in Medicine 25, 559-573, method 5.

    Examples
    --------
    >>> [f"{end:.4f}" for end in nap_interval(1.0, (5, 5), 0.95)]
    ['0.6427', '1.0000']
    """
    bound = float(ndtri((1 + confidence) / 2)) ** 2

    def excess(x: float) -> float:
        return (value - x) ** 2 - bound * _nap_variance(x, sizes)

    # At NAP itself the excess is minus the variance, beyond 0 and 1 it is positive.
    low = 0.0 if value <= 0 else root(excess, 0.0, min(value, 1 - 1e-12), accuracy=1e-15)
    high = 1.0 if value >= 1 else root(excess, max(value, 1e-12), 1.0, accuracy=1e-15)
    return low, high


def nap_p_value(value: float, sizes: tuple[int, int]) -> float:
    """Give the two-sided p-value of NAP = 1/2, below 1 - confidence exactly when `nap_interval` leaves 1/2 out.

    Examples
    --------
    >>> f"{nap_p_value(1.0, (5, 5)):.4f}"
    '0.0090'
    """
    return float(2 * ndtr(-abs(value - 0.5) / sqrt(_nap_variance(0.5, sizes))))


def _nap_variance(x: float, sizes: tuple[int, int]) -> float:
    rows, columns = sizes
    h = (rows + columns) / 2 - 1
    return x * (1 - x) * (1 + h * (1 - x) / (2 - x) + h * x / (1 + x)) / (rows * columns)


def baseline_corrected(
    first: Floats, second: Floats, times: tuple[Floats, Floats]
) -> tuple[Floats, Floats, Floats]:
    """Take the Theil-Sen line of phase A out of both phases.

    Parameters
    ----------
    first, second
        Measurements of the two phases, shapes (..., m) and (..., n), nan where there is none; at least two in phase A.
    times
        When they were made, shapes (m,) and (n,), no two alike within phase A.

    Returns
    -------
    first, second, noise
        What is left of the two phases, and the largest difference that is still a tie, shape (..., 1, 1).

    References
    ----------
    Sen (1968), JASA 63, 1379-1389: median of the pairwise slopes, and the median of what is left as intercept. Tarlow
    (2017), Behavior Modification 41, 427-467.

    Examples
    --------
    >>> rising = np.array([1.0, 2.0, 3.0]), np.array([4.0, 5.0, 6.0])
    >>> baseline_corrected(*rising, (np.arange(3.0), np.arange(3.0, 6.0)))[:2]
    (array([0., 0., 0.]), array([0., 0., 0.]))
    """
    earlier, later = np.triu_indices(times[0].size, 1)
    steps = (first[..., later] - first[..., earlier]) / (times[0][later] - times[0][earlier])
    slope = np.nanmedian(steps, axis=-1, keepdims=True)
    intercept = np.nanmedian(first - slope * times[0], axis=-1, keepdims=True)
    both = np.concatenate([first, second, slope * times[0], slope * times[1]], axis=-1)
    noise = 10 * NOISE * np.nanmax(np.abs(both), axis=-1)[..., None, None]
    left, right = (part - intercept - slope * time for part, time in zip((first, second), times, strict=True))
    return left, right, noise


def tau_bc(first: Floats, second: Floats, times: tuple[Floats, Floats]) -> float:
    """Baseline-corrected Tau: 2 NAP - 1 of what is left when the Theil-Sen line of phase A is taken out of both.

    The line is always taken out, not only when a test finds it to slope.

    References
    ----------
    Tarlow (2017), Behavior Modification 41, 427-467.

    Examples
    --------
    >>> tau_bc(np.array([1.0, 2.0, 3.0]), np.array([4.0, 5.0, 9.0]), (np.arange(3.0), np.arange(3.0, 6.0)))
    0.33333333333333326
    """
    left, right, noise = baseline_corrected(first, second, times)
    return 2 * float(dominance(left, right, noise).mean()) - 1


def tau_u(first: Floats, second: Floats) -> float:
    """Tau-U in the variant with trend A taken out of the numerator: (S of A against B - S within A) / (m n).

    Four variants go by this name and disagree; this one divides by the A-B pairs only, so that it can exceed 1. It is
    here to check published figures, not to be reported.

    References
    ----------
    Parker, Vannest, Davis & Sauber (2011), Behavior Therapy 42, 284-299.
    """
    earlier, later = np.triu_indices(first.size, 1)
    within = np.sign(2 * dominance(first, first)[earlier, later] - 1).sum()
    return float((2 * dominance(first, second) - 1).sum() - within) / (first.size * second.size)


def pnd(first: Floats, second: Floats) -> float:
    """Share of B above the highest A (Scruggs, Mastropieri & Casto 1987, Remedial and Special Education 8, 24-33)."""
    return float(np.mean(dominance(first.max(keepdims=True), second) == 1))


def pem(first: Floats, second: Floats) -> float:
    """Share of B above the median of A, ties counted half (Ma 2006, Behavior Modification 30, 598-617)."""
    return float(dominance(np.median(first, keepdims=True), second).mean())


def pand(first: Floats, second: Floats) -> float:
    """Largest share of all measurements that can be kept so that every kept B is above every kept A.

    References
    ----------
    Parker, Hagan-Burke & Vannest (2007), Journal of Special Education 40, 194-204.

    Examples
    --------
    >>> pand(np.array([1.0, 2.0, 9.0]), np.array([3.0, 4.0, 5.0]))
    0.8333333333333334
    """
    # Keep the A up to a level and the B above it; without any A all B are kept.
    kept = [
        np.sum(dominance(first, level) >= 0.5) + np.sum(dominance(level, second) == 1)
        for level in first[:, None]
    ]
    return float(max(*kept, second.size)) / (first.size + second.size)


def ird(first: Floats, second: Floats) -> float:
    """Robust improvement rate difference: PAND brought to a range of at most 1.

    References
    ----------
    Parker, Vannest & Brown (2009), Exceptional Children 75, 135-150; Parker, Vannest & Davis (2011), Behavior
    Modification 35, 303-322.
    """
    rows, columns = first.size, second.size
    return ((rows + columns) ** 2 * pand(first, second) - rows**2 - columns**2) / (2 * rows * columns)


def smd(first: Floats, second: Floats) -> Contrast:
    """Mean of B less mean of A over the standard deviation of A, times 1 - 3 / (4 (m - 1) - 1); m and n of at least 2.

    It compares a series with itself: it is no standardised difference between persons.

    References
    ----------
    Gingerich (1984), J. Applied Behavioral Science 20, 71-79; Hedges (1981), J. Educational Statistics 6, 107-128. The
    standard error is by the delta method, with a variance of its own for each phase.
    """
    rows, columns = first.size, second.size
    factor = 1 - 3 / (4 * (rows - 1) - 1)
    before, after = float(np.var(first, ddof=1)), float(np.var(second, ddof=1))
    value = factor * float(second.mean() - first.mean()) / sqrt(before)
    inner = 1 / rows + after / (columns * before) + value**2 / (2 * (rows - 1))
    return Contrast(value=value, se=factor * sqrt(inner))


def log_response_ratio(first: Floats, second: Floats) -> Contrast:
    """Logarithm of mean of B over mean of A, corrected for the bias of a logarithm; positive means, m, n at least 2.

    References
    ----------
    Hedges, Gurevitch & Curtis (1999), Ecology 80, 1150-1156; Pustejovsky (2018), J. School Psychology 68, 99-112.
    """
    relative = [
        float(np.var(part, ddof=1)) / (part.size * float(part.mean()) ** 2) for part in (first, second)
    ]
    value = log(float(second.mean())) - log(float(first.mean())) + (relative[1] - relative[0]) / 2
    return Contrast(value=value, se=sqrt(sum(relative)))
