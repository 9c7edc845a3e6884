"""How far those who left would have had to move for an interval to touch 0, solved in closed form."""

from math import nan, sqrt

import numpy as np
from numpy.typing import NDArray

from fou_eval.statistics.engine.cluster import cluster_mean, t_quantile

Floats = NDArray[np.float64]


def touching_change(
    sums: Floats, sizes: NDArray[np.int64], left: NDArray[np.int64], *, confidence: float
) -> float:
    """Find the change of those who left at which the CR2 interval of the overall mean change touches 0.

    Parameters
    ----------
    sums, sizes
        Sum of the observed changes and number of units that stayed, by family, shape (G,), G of at least 2.
    left
        Number of units that left, by family, shape (G,), at least one in all.
    confidence
        Coverage of the interval, in (0, 1).

    Returns
    -------
    float
        Between the mean of the observed changes and the change at which the overall mean is 0; nan where the interval
        holds 0 already when those who left changed as the others did on average.

    Notes
    -----
    Let those who left all have changed by c = c_0 + s (m - c_0), where m is the mean of the observed changes and
    c_0 makes the overall mean 0. The overall mean is then s m, the residuals of CR2 are linear in s, and the degrees of
    freedom hang on the sizes only. So (s m)^2 = t^2 CR2(s)^2 is a quadratic equation with one root from 0 to 1.

    Examples
    --------
    >>> c = touching_change(np.array([3.0, 4.0, 5.0, 4.0]), np.ones(4, int), np.array([0, 0, 1, 1]), confidence=0.95)
    >>> found = cluster_mean(np.array([3, 4, 5 + c, 4 + c]), np.array([1, 1, 2, 2]))
    >>> abs(found.interval(0.95)[0]) < 1e-12
    True
    """
    units, gone = float(sizes.sum() + left.sum()), float(left.sum())
    mean, balance = float(sums.sum() / sizes.sum()), -float(sums.sum()) / gone
    whole = sizes + left
    start = (sums + balance * left) / units
    move = (sums + mean * left - mean * whole) / units - start
    weight = t_quantile((1 + confidence) / 2, cluster_mean(sums, whole).df) ** 2 / (1 - whole / units)
    second = mean**2 - float((weight * move**2).sum())
    first = -2 * float((weight * start * move).sum())
    last = -float((weight * start**2).sum())
    if second + first + last <= 0:
        return nan
    root = sqrt(first**2 - 4 * second * last)
    # Either form of the solution is exact; this one loses no digits.
    share = (root - first) / (2 * second) if first < 0 else -2 * last / (first + root) if root else 0.0
    return balance + share * (mean - balance)
