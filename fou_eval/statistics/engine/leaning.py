"""Whether a regression stands without any one family."""

import numpy as np
from numpy.typing import NDArray

Matrix = NDArray[np.float64]

# Leverage within rounding error of 1.
_WHOLE = 1e-9


def leans_on_one_family(design: Matrix, family: NDArray[np.int64]) -> bool:
    """Say whether some coefficient could not be estimated if one family were left out.

    Such a family fits itself perfectly in some direction, leaves no residual there, and no standard error that is made
    of residuals can tell how uncertain the coefficient is.

    Parameters
    ----------
    design
        Shape (n, k), of full rank.
    family
        Family of each row, shape (n,).

    Notes
    -----
    With X = U S V', the leverage of family g has the eigenvalues of U_g' U_g; one of them is 1 exactly when X without
    the rows of the family has a lower rank.

    References
    ----------
    Belsley, Kuh & Welsch (1980), Regression Diagnostics, section 2.1, for single rows.

    Examples
    --------
    Two groups, the second of one family only:

    >>> groups = np.column_stack([np.ones(5), [0, 0, 0, 1, 1]])
    >>> leans_on_one_family(groups, np.array([0, 1, 2, 3, 3])), leans_on_one_family(groups, np.array([0, 1, 2, 3, 4]))
    (True, False)
    """
    if not family.size:
        return False
    order = np.argsort(family, kind="stable")
    orthogonal = np.linalg.svd(design[order], full_matrices=False)[0]
    starts = np.flatnonzero(np.diff(family[order], prepend=family[order][0] - 1))
    leverage = np.add.reduceat(orthogonal[:, :, None] * orthogonal[:, None, :], starts)
    return bool(np.linalg.eigvalsh(leverage).max(initial=0.0) > 1 - _WHOLE)
