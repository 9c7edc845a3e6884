"""Sandwich standard errors of estimating equations that are sums over families, with small-sample corrections.

A family enters through its score s_g (p numbers) and its information Omega_g (p x p) only. The corrections of the
residuals by the leverage H_gg = D_g B D_g' V_g^-1 of Kauermann & Carroll and of Mancl & DeRouen carry over to the
scores, because D_g' V_g^-1 f(H_gg) r_g = f(Omega_g B) s_g for every power f. One function so serves linear, logistic,
log-linear and ordinal models with any working correlation.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from fou_eval.statistics.engine.cluster import t_interval, t_p_value

Matrix = NDArray[np.float64]

# A family that fits itself perfectly has leverage 1 and residual 0 in that direction: the direction drops out.
_SINGULAR = 1e-10
# Fay & Graubard's bound on the leverage that their correction uses, b = 3/4.
BOUND = 0.75


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Sandwich:
    """Standard errors of p coefficients that allow for any dependence within families, each of shape (p,).

    Attributes
    ----------
    lz
        Liang-Zeger, uncorrected.
    kc, md, fg
        Kauermann-Carroll, Mancl-DeRouen, Fay-Graubard (bound 0.75).
    bread
        Inverse of the total information, shape (p, p).
    """

    lz: Matrix
    kc: Matrix
    md: Matrix
    fg: Matrix
    bread: Matrix


def sandwich(scores: Matrix, information: Matrix) -> Sandwich:
    """Estimate the standard errors of a root of sum s_g = 0 from the families' scores and information there.

    Parameters
    ----------
    scores
        Score of each family at the estimate, shape (G, p).
    information
        Its expected derivative, with the sign turned, shape (G, p, p); symmetric, with a regular sum.

    References
    ----------
    Liang & Zeger (1986), Biometrika 73, 13-22; Kauermann & Carroll (2001), JASA 96, 1387-1396; Mancl & DeRouen (2001),
    Biometrics 57, 126-134; Fay & Graubard (2001), Biometrics 57, 1198-1206, section 2.2.

    Examples
    --------
    A mean of three numbers: Kauermann-Carroll is the ordinary standard error, s / sqrt(n).

    >>> found = sandwich(np.array([[-1.0], [0.0], [1.0]]), np.ones((3, 1, 1)))
    >>> [f"{float(se[0]):.4f}" for se in (found.lz, found.kc, found.md)]
    ['0.4714', '0.5774', '0.7071']
    """
    total = information.sum(axis=0)
    values, vectors = np.linalg.eigh(total)
    root = (vectors / np.sqrt(values)) @ vectors.T
    bread = root @ root
    lever = np.einsum("gij,ji->gi", information, bread)
    bounded = 1 / np.sqrt(1 - np.minimum(BOUND, lever))
    kept, turned = np.linalg.eigh(np.eye(total.shape[0]) - root @ information @ root)
    return Sandwich(
        lz=_standard_error(scores @ bread),
        kc=_standard_error(_corrected(scores @ root, kept, turned, -0.5) @ root),
        md=_standard_error(_corrected(scores @ root, kept, turned, -1.0) @ root),
        fg=_standard_error((scores * bounded) @ bread),
        bread=bread,
    )


def _corrected(scores: Matrix, kept: Matrix, turned: Matrix, power: float) -> Matrix:
    """Apply (I - root Omega_g root)^power, given its eigenvalues and vectors, to every family's score."""
    scale = np.where(kept > _SINGULAR, np.maximum(kept, _SINGULAR) ** power, 0.0)
    along = scores[:, None, :] @ turned * scale[:, None, :]
    return np.asarray((along @ turned.swapaxes(1, 2))[:, 0, :])


def _standard_error(influence: Matrix) -> Matrix:
    return np.asarray(np.sqrt(np.sum(influence**2, axis=0)))


def morel_bokossa_neerchal(scores: Matrix, information: Matrix, rows: int) -> Matrix:
    """Add to an inflated sandwich a share of the model-based variance that shrinks with the number of families.

    Parameters
    ----------
    scores, information
        Of each family, shapes (G, p) and (G, p, p).
    rows
        Observations, N.

    References
    ----------
    Morel, Bokossa & Neerchal (2003), Biometrical Journal 45, 395-409.

    Examples
    --------
    >>> se = morel_bokossa_neerchal(np.array([[-1.0], [0.0], [1.0]]), np.ones((3, 1, 1)), 3)
    >>> f"{float(se[0]):.4f}"
    '0.7071'
    """
    families, columns = scores.shape
    bread, middle = np.linalg.inv(information.sum(axis=0)), scores.T @ scores
    share = min(0.5, columns / (families - columns)) if families > columns else 0.5
    design = max(1.0, float(np.trace(bread @ middle)) / columns)
    factor = (rows - 1) / (rows - columns) * families / (families - 1)
    return np.asarray(np.sqrt(np.diag(factor * bread @ middle @ bread + share * design * bread)))


def fay_graubard(
    estimate: Matrix, scores: Matrix, information: Matrix, *, confidence: float
) -> tuple[Matrix, Matrix, Matrix]:
    """Test and bound coefficients with the uncorrected sandwich and Fay & Graubard's degrees of freedom (delta 3).

    Parameters
    ----------
    estimate, scores, information
        Coefficients, shape (p,), and the families' scores (G, p) and information (G, p, p) there.
    confidence
        Coverage of the intervals, in (0, 1).

    Returns
    -------
    df, p_value, interval
        Per coefficient, shapes (p,), (p,) and (p, 2).

    Notes
    -----
    The degrees of freedom match two moments of the variance estimate. The variance of a family's score is smoothed:
    the families share the sum of the squared scores in proportion to what the model-based variance gains by each.

    References
    ----------
    Fay & Graubard (2001), Biometrics 57, 1198-1206, section 2.3.

    Raises
    ------
    LinAlgError
        If a coefficient cannot be estimated without one of the families.

    Examples
    --------
    Families alike: G - 1 degrees of freedom.

    >>> found = fay_graubard(np.ones(1), np.array([[-1.0], [0.0], [1.0]]), np.ones((3, 1, 1)), confidence=0.95)
    >>> f"{float(found[0][0]):.4f}"
    '2.0000'
    """
    found = sandwich(scores, information)
    middle = scores.T @ scores
    gained = np.linalg.inv(information.sum(axis=0) - information) - found.bread
    df = []
    for place, column in enumerate(found.bread):
        share = gained[:, place, place] / gained[:, place, place].sum()
        df.append(_matched_df(column, information @ column @ found.bread, share, middle))
    rows = list(zip(estimate.tolist(), found.lz.tolist(), df, strict=True))
    return (
        np.array(df),
        np.array([t_p_value(value / se, own) for value, se, own in rows]),
        np.array([t_interval(value, se, own, confidence) for value, se, own in rows]),
    )


def _matched_df(column: Matrix, fitted: Matrix, share: Matrix, middle: Matrix) -> float:
    """Match the first two moments of a variance estimate: tr(W)^2 / tr(W W), W the covariance of its G terms."""
    cross = np.outer(share, fitted @ middle @ column)
    terms = np.diag(share * float(column @ middle @ column)) - cross - cross.T + fitted @ middle @ fitted.T
    return float(np.trace(terms) ** 2 / np.sum(terms**2))
