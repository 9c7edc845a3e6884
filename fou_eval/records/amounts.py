"""A number made of rows of several families, with what the gate must know of it.

The category of such a number begins with the name of its table, by which the ledger finds the families behind it.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from fou_eval.estimates import Estimate
from fou_eval.records.rows import Rows

# A family that makes more than half of a number can be worked out from it by whoever knows the others; see the
# dominance rules in Hundepool et al., Statistical Disclosure Control (2012), section 4.2.
DOMINATING = 0.5
DOMINATED = "one_family_dominates"


def amount(
    rows: Rows,
    statistic: str,
    *parts: str,
    value: float,
    scale: str,
    by_family: NDArray[np.float64] | None = None,
) -> Estimate:
    """Make an estimate of a number that stands on rows.

    Parameters
    ----------
    rows
        The rows that it stands on.
    statistic
        Name of the statistic.
    parts
        What it is about beside the table; names and codes, which become the category.
    value
        The number, unrounded.
    scale
        What it is counted in, as in `Estimate.scale`.
    by_family
        What each row adds, shape (rows,); every row adds one when left out.
    """
    families = np.unique(rows.family)
    return Estimate(
        statistic=statistic,
        category=":".join((rows.table.table, *parts)),
        scale=scale,
        sensitive=rows.sensitive,
        value=value,
        n=len(rows.frame),
        n_families=families.size,
        families_in=families.size,
        note=DOMINATED if dominated(rows.family, by_family) else "",
    )


def dominated(family: NDArray[np.int64], adds: NDArray[np.float64] | None = None) -> bool:
    """Say whether one family makes more than half of a number.

    Parameters
    ----------
    family
        Number of each row's family, shape (rows,).
    adds
        What each row adds, shape (rows,); every row adds one when left out.

    Examples
    --------
    >>> dominated(np.array([1, 1, 1, 2, 3])), dominated(np.array([1, 1, 2, 3]))
    (True, False)
    """
    if family.size == 0:
        return False
    sums = np.bincount(family, weights=np.ones(family.size) if adds is None else np.abs(adds))
    return bool(sums.max() > DOMINATING * sums.sum())


def joined(codes: Sequence[str]) -> str:
    """Write several codes as one part of a category.

    Examples
    --------
    >>> joined(("lvu", "none"))
    'lvu+none'
    """
    return "+".join(codes)
