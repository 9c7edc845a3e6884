"""Calendar months, school terms, and who had not yet entered when others were measured."""

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

# Swedish school terms by month of the year, from January: 1 spring, 2 autumn, 0 neither.
_TERMS = np.array([1, 1, 1, 1, 1, 1, 0, 2, 2, 2, 2, 2])


def school_term(months: Floats) -> NDArray[np.int64]:
    """Give the school term of calendar months: 1 for spring, 2 for autumn, 0 for July or a month that is not known.

    Parameters
    ----------
    months
        Whole months since January of year 0, nan where not known, shape (n,).

    Notes
    -----
    The Swedish school year begins in August and ends in June.

    References
    ----------
    Skolförordningen (2011:185), chapter 3.

    Examples
    --------
    March, July, September 2015 and an unknown month:

    >>> school_term(2015 * 12 + np.array([2.0, 6.0, 8.0, np.nan]))
    array([1, 0, 2, 0])
    """
    known = np.isfinite(months)
    place = np.where(known, months, 0.0).astype(np.int64) % 12
    return np.where(known, _TERMS[place], 0)


def weights_of_waiting(
    entry: Floats, measured: Floats, family: NDArray[np.int64], *, window: float
) -> tuple[Floats, Floats]:
    """Weigh after-values and the entry values of other families that entered at about the same calendar time.

    Every after-value that has at least one such entry value has the same weight; it is shared equally among the entry
    values it is compared with. Both sets of weights add up to 1, or are all 0.

    Parameters
    ----------
    entry, measured
        Month of entry and of the after-measurement, nan where not known, shape (n,).
    family
        Family of each unit, shape (n,).
    window
        Months by which the two may lie apart.

    Returns
    -------
    started, waiting
        Weights of the after-values and of the entry values, each of shape (n,).

    Examples
    --------
    The family that entered in month 12 is compared with those that entered in months 10 and 13:

    >>> weights_of_waiting(
    ...     np.array([0.0, 10.0, 13.0]), np.array([12.0, 22.0, 25.0]), np.array([0, 1, 2]), window=3
    ... )
    (array([1., 0., 0.]), array([0. , 0.5, 0.5]))
    """
    near = np.abs(entry[None, :] - measured[:, None]) <= window
    near &= family[None, :] != family[:, None]
    compared = near.sum(axis=1)
    started = (compared > 0) / max(int((compared > 0).sum()), 1)
    waiting = (near / np.maximum(compared, 1)[:, None] * started[:, None]).sum(axis=0)
    return started, waiting
