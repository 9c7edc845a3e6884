"""Slopes of units over waves, and family means of them as whole numbers wherever that is exact."""

from math import lcm

import numpy as np
from numpy.typing import NDArray

from fou_eval.statistics.engine.families import EXACT, common_step, families_of
from fou_eval.statistics.engine.flips import Scores

Matrix = NDArray[np.float64]


def unit_slopes(values: Matrix, times: Matrix) -> Matrix:
    """Give the least-squares slope of each unit over the waves at which it has a value.

    Parameters
    ----------
    values
        Shape (n, waves), nan where there is none; two values at least in every row.
    times
        Shape (waves,), all different.

    Examples
    --------
    >>> unit_slopes(np.array([[1.0, 3.0, 5.0], [2.0, np.nan, 4.0]]), np.array([0.0, 1.0, 2.0]))
    array([2., 1.])
    """
    present = np.isfinite(values)
    centre = (present * times).sum(axis=1) / present.sum(axis=1)
    along = np.where(present, times - centre[:, None], 0.0)
    return np.asarray((along * np.where(present, values, 0.0)).sum(axis=1) / (along**2).sum(axis=1))


def slope_scores(values: Matrix, times: Matrix, family: NDArray[np.int64]) -> tuple[Scores, float]:
    """Give the families' mean slopes as whole numbers with the unit they are counted in; as floats where that fails.

    Parameters
    ----------
    values, times
        As for `unit_slopes`.
    family
        Family of each row, shape (n,).

    Returns
    -------
    scores
        Shape (G,); of a whole-number type exactly when the mean slopes are exact multiples of the unit.
    unit
        `scores * unit` are the families' mean slopes.

    Notes
    -----
    With k waves at whole times t, a slope is (k sum t y - sum t sum y) / (k sum t^2 - (sum t)^2): a fraction of whole
    numbers, with few different denominators.

    Examples
    --------
    >>> slope_scores(np.array([[1.0, 3.0, 5.0], [2.0, np.nan, 4.0]]), np.array([0.0, 1.0, 2.0]), np.array([1, 2]))
    (array([1, 2]), 1.0)
    """
    present = np.isfinite(values)
    step, tick = common_step(values[present]), common_step(times)
    if step is None or tick is None:
        return families_of(unit_slopes(values, times), family).scores_of_means()
    whole = np.where(present, np.rint(np.where(present, values, 0.0) / step), 0.0)
    ticks = present * np.rint(times / tick)
    count, total = present.sum(axis=1), ticks.sum(axis=1)
    under = (count * (ticks**2).sum(axis=1) - total**2).astype(np.int64)
    shared = lcm(*np.unique(under).tolist())
    over = count * (ticks * whole).sum(axis=1) - total * whole.sum(axis=1)
    if shared >= EXACT or shared * float(np.abs(over / under).sum()) >= EXACT:
        return families_of(unit_slopes(values, times), family).scores_of_means()
    over *= np.array([shared // own for own in under.tolist()], dtype=np.float64)
    scores, unit = families_of(over, family, 1.0).scores_of_means()
    if np.issubdtype(scores.dtype, np.integer):
        common = int(np.gcd.reduce(scores)) or 1
        scores, unit = scores // common, unit * common
    return scores, unit * step / tick / shared
