"""Least squares with cluster-robust standard errors CR0-CR3, Satterthwaite degrees of freedom and the HTZ Wald test."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.special import fdtrc, stdtr, stdtrit

Matrix = NDArray[np.float64]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class ClusterRegression:
    """Coefficients with cluster-robust standard errors, each of shape (k,).

    Attributes
    ----------
    coefficients
        Ordinary least squares.
    cr0, cr1, cr1s, cr2, cr3
        Standard errors; CR1S multiplies CR0 by sqrt(G / (G - 1) * (N - 1) / (N - k)).
    df
        Satterthwaite degrees of freedom of CR2, per coefficient.
    """

    coefficients: Matrix
    cr0: Matrix
    cr1: Matrix
    cr1s: Matrix
    cr2: Matrix
    cr3: Matrix
    df: Matrix

    @property
    def p_value(self) -> Matrix:
        """Two-sided p-values of coefficient / CR2 from Student's distribution with `df`."""
        return np.asarray(2 * stdtr(self.df, -np.abs(self.coefficients / self.cr2)))

    def interval(self, confidence: float) -> Matrix:
        """Give low and high per coefficient, shape (k, 2)."""
        margin = stdtrit(self.df, (1 + confidence) / 2) * self.cr2
        return np.column_stack([self.coefficients - margin, self.coefficients + margin])


def cluster_regression(response: Matrix, design: Matrix, family: NDArray[np.int64]) -> ClusterRegression:
    """Fit a linear model with the family as the cluster.

    Parameters
    ----------
    response
        Shape (n,).
    design
        Shape (n, k), of full rank, with a column of ones where an intercept is wanted.
    family
        Family of each row, shape (n,).

    Notes
    -----
    The working model is independence with equal variance; CR2 scales the residuals of a family by
    (I - H_gg)^(-1/2), CR3 by (I - H_gg)^(-1).

    References
    ----------
    Pustejovsky & Tipton (2018), JBES 36, 672-683, equations 6-11.

    Examples
    --------
    >>> fit = cluster_regression(np.array([1.0, 2.0, 4.0]), np.ones((3, 1)), np.array([0, 1, 2]))
    >>> [f"{float(x[0]):.4f}" for x in (fit.coefficients, fit.cr2, fit.df)]
    ['2.3333', '0.8819', '2.0000']
    """
    bread: Matrix = np.asarray(np.linalg.inv(design.T @ design), dtype=np.float64)
    coefficients = bread @ design.T @ response
    residuals = response - design @ coefficients
    members = [np.flatnonzero(family == code) for code in np.unique(family)]
    scaled = {power: _scaled(design, bread, members, power) for power in (0.0, -0.5, -1.0)}
    cr0, cr2, cr3 = (_standard_error(scaled[power], residuals, members) for power in (0.0, -0.5, -1.0))
    rows, columns = design.shape
    ratio = len(members) / (len(members) - 1)
    return ClusterRegression(
        coefficients=coefficients,
        cr0=cr0,
        cr1=cr0 * np.sqrt(ratio),
        cr1s=cr0 * np.sqrt(ratio * (rows - 1) / (rows - columns)),
        cr2=cr2,
        cr3=cr3,
        df=_satterthwaite(scaled[-0.5], design, bread, members),
    )


def _scaled(design: Matrix, bread: Matrix, members: list[NDArray[np.int64]], power: float) -> list[Matrix]:
    """Give A_g X_g (X'X)^-1 for every family, with A_g = (I - H_gg)^power, shapes (n_g, k)."""
    found = []
    for rows in members:
        part = design[rows]
        values, vectors = np.linalg.eigh(np.eye(rows.size) - part @ bread @ part.T)
        # A family that fits itself perfectly has eigenvalue 0 there and residual 0: it drops out.
        scale = np.where(values > 1e-10, np.maximum(values, 1e-10) ** power, 0.0)
        found.append((vectors * scale) @ vectors.T @ part @ bread)
    return found


def _standard_error(scaled: list[Matrix], residuals: Matrix, members: list[NDArray[np.int64]]) -> Matrix:
    squares = [(part.T @ residuals[rows]) ** 2 for part, rows in zip(scaled, members, strict=True)]
    return np.asarray(np.sqrt(np.sum(squares, axis=0)))


def _satterthwaite(
    scaled: list[Matrix], design: Matrix, bread: Matrix, members: list[NDArray[np.int64]]
) -> Matrix:
    """Match the first two moments of the variance estimator: tr(W)^2 / tr(W W), W_gh = v_g' (I - H) v_h."""
    df = []
    for column in range(design.shape[1]):
        spread = np.zeros((design.shape[0], len(members)))
        for place, (part, rows) in enumerate(zip(scaled, members, strict=True)):
            spread[rows, place] = part[:, column]
        fitted = design.T @ spread
        weights = spread.T @ spread - fitted.T @ bread @ fitted
        df.append(np.trace(weights) ** 2 / np.sum(weights**2))
    return np.array(df)


@dataclass(frozen=True, slots=True, kw_only=True)
class WaldTest:
    """Joint test of q hypotheses: statistic, degrees of freedom and p-value from the F distribution."""

    f: float
    df_numerator: float
    df_denominator: float
    p_value: float


def htz_wald_test(
    response: Matrix, design: Matrix, family: NDArray[np.int64], *, constraints: Matrix
) -> WaldTest:
    """Test that linear combinations of least-squares coefficients are all 0, with CR2 and Hotelling's T-squared (HTZ).

    Parameters
    ----------
    response, design, family
        As for `cluster_regression`.
    constraints
        One combination per row, shape (q, k), of rank q.

    Notes
    -----
    The CR2 covariance of the combinations is taken as Wishart with eta degrees of freedom, which match the total
    variance of its entries under the working model; F = (eta - q + 1) / (eta q) Q with q and eta - q + 1 degrees of
    freedom. For one combination it is the square of the t test with Satterthwaite's degrees of freedom.

    References
    ----------
    Pustejovsky & Tipton (2018), JBES 36, 672-683, section 3.2; Zhang (2012), Journal of Statistical Planning and
    Inference 142, 2000-2008.

    Examples
    --------
    >>> test = htz_wald_test(np.array([1.0, 2.0, 4.0]), np.ones((3, 1)), np.arange(3), constraints=np.ones((1, 1)))
    >>> f"{test.f:.4f} {test.df_denominator:.1f}"
    '7.0000 2.0'
    """
    bread: Matrix = np.asarray(np.linalg.inv(design.T @ design), dtype=np.float64)
    residuals = response - design @ bread @ design.T @ response
    members = [np.flatnonzero(family == code) for code in np.unique(family)]
    spread = np.zeros((constraints.shape[0], len(members), design.shape[0]))
    for place, (part, rows) in enumerate(zip(_scaled(design, bread, members, -0.5), members, strict=True)):
        spread[:, place, rows] = constraints @ part.T
    influence = spread @ residuals
    estimate = constraints @ bread @ design.T @ response
    statistic = float(estimate @ np.linalg.solve(influence @ influence.T, estimate))
    q, eta = constraints.shape[0], _wishart_df(spread, design, bread, constraints)
    df = eta - q + 1
    f = df / (eta * q) * statistic
    return WaldTest(f=f, df_numerator=float(q), df_denominator=df, p_value=float(fdtrc(q, df, f)))


def _wishart_df(spread: Matrix, design: Matrix, bread: Matrix, constraints: Matrix) -> float:
    """Give eta = q (q + 1) / sum of Var(d_st), d the covariance estimate relative to its expectation."""
    q = constraints.shape[0]
    values, vectors = np.linalg.eigh(constraints @ bread @ constraints.T)
    relative = np.einsum("st,tgn->sgn", (vectors / np.sqrt(values)) @ vectors.T, spread)
    fitted = relative @ design
    products = np.einsum("sgn,thn->sgth", relative, relative, optimize=True)
    products -= np.einsum("sgi,ij,thj->sgth", fitted, bread, fitted, optimize=True)
    same = np.einsum("sgsh,tgth->", products, products, optimize=True)
    crossed = np.einsum("sgth,tgsh->", products, products, optimize=True)
    return float(q * (q + 1) / (same + crossed))
