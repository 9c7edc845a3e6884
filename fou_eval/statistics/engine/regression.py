"""Least squares with cluster-robust standard errors CR0-CR3, Satterthwaite degrees of freedom and the HTZ Wald test."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.special import fdtrc, stdtr, stdtrit

Matrix = NDArray[np.float64]

# Eigenvalues below this are 0 but for rounding.
_SINGULAR = 1e-10


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
    A_g = (I - H_gg)^(-1/2), CR3 by (I - H_gg)^(-1). With X = Q R and Q'Q = I, H_gg is Q_g Q_g', so that
    Q_g' A_g = (I - Q_g'Q_g)^(-1/2) Q_g': a family enters by k numbers and a k by k matrix, whatever its size.

    References
    ----------
    Pustejovsky & Tipton (2018), JBES 36, 672-683, equations 6-11.

    Examples
    --------
    >>> fit = cluster_regression(np.array([1.0, 2.0, 4.0]), np.ones((3, 1)), np.array([0, 1, 2]))
    >>> [f"{float(x[0]):.4f}" for x in (fit.coefficients, fit.cr2, fit.df)]
    ['2.3333', '0.8819', '2.0000']
    """
    parts = _parts_of(response, design, family)
    cr0, cr2, cr3 = (np.sqrt(np.sum(parts.influence(power) ** 2, axis=0)) for power in (0.0, -0.5, -1.0))
    rows, columns = design.shape
    families = parts.scores.shape[0]
    ratio = families / (families - 1)
    return ClusterRegression(
        coefficients=parts.coefficients,
        cr0=cr0,
        cr1=cr0 * np.sqrt(ratio),
        cr1s=cr0 * np.sqrt(ratio * (rows - 1) / (rows - columns)),
        cr2=cr2,
        cr3=cr3,
        df=parts.satterthwaite(),
    )


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class _Parts:
    """A regression in orthonormal coordinates, X = Q R, and what each of its G families adds to it.

    Attributes
    ----------
    coefficients
        Shape (k,).
    back
        R^-1, from the coordinates to the coefficients, shape (k, k).
    scores, squares
        Q_g' r_g and Q_g'Q_g, shapes (G, k) and (G, k, k).
    kept, turned
        Eigenvalues and vectors of I - Q_g'Q_g, shapes (G, k) and (G, k, k).
    """

    coefficients: Matrix
    back: Matrix
    scores: Matrix
    squares: Matrix
    kept: Matrix
    turned: Matrix

    def adjustment(self, power: float) -> Matrix:
        """Give (I - Q_g'Q_g)^power, shape (G, k, k)."""
        # A family that fits itself perfectly has eigenvalue 0 there and residual 0: it drops out.
        scale = np.where(self.kept > _SINGULAR, np.maximum(self.kept, _SINGULAR) ** power, 0.0)
        return np.asarray((self.turned * scale[:, None, :]) @ self.turned.swapaxes(1, 2))

    def influence(self, power: float) -> Matrix:
        """Give what each family adds to the coefficients, its residuals scaled by (I - H_gg)^power, shape (G, k)."""
        scaled = self.adjustment(power) @ self.scores[:, :, None] if power else self.scores[:, :, None]
        return np.asarray(scaled[:, :, 0] @ self.back.T)

    def terms(self, along: Matrix) -> tuple[Matrix, Matrix]:
        """Give the parts of v_g'(I - H) v_h, of which the moments of CR2 are made, v_g = A_g Q_g c.

        Parameters
        ----------
        along
            Directions c as rows, in orthonormal coordinates, shape (q, k).

        Returns
        -------
        fitted, own
            Q_g'v_g and v_g'v_g, shapes (G, q, k) and (G, q, q): what is wanted is `own`, which is there only where
            g = h, less the products of `fitted`.
        """
        spread = along @ self.adjustment(-0.5)
        fitted = spread @ self.squares
        return fitted, fitted @ spread.swapaxes(1, 2)

    def satterthwaite(self) -> Matrix:
        """Match the first two moments of the variance estimator: tr(W)^2 / tr(W W), W_gh = v_g' (I - H) v_h."""
        fitted, products = self.terms(self.back)
        own = np.diagonal(products, axis1=1, axis2=2)
        lost = np.sum(fitted**2, axis=2)
        by_column = fitted.swapaxes(0, 1)
        crossed = by_column.swapaxes(1, 2) @ by_column
        squares = np.sum(own**2 - 2 * own * lost, axis=0) + np.sum(crossed**2, axis=(1, 2))
        return np.asarray(np.sum(own - lost, axis=0) ** 2 / squares)


def _parts_of(response: Matrix, design: Matrix, family: NDArray[np.int64]) -> _Parts:
    order = np.argsort(family, kind="stable")
    orthonormal, triangle = np.linalg.qr(design[order])
    back = np.linalg.inv(triangle)
    along = orthonormal.T @ response[order]
    residuals = response[order] - orthonormal @ along
    starts = np.flatnonzero(np.diff(family[order], prepend=family[order][0] - 1))
    squares = np.add.reduceat(orthonormal[:, :, None] * orthonormal[:, None, :], starts)
    kept, turned = np.linalg.eigh(np.eye(design.shape[1]) - squares)
    return _Parts(
        coefficients=back @ along,
        back=back,
        scores=np.add.reduceat(orthonormal * residuals[:, None], starts),
        squares=squares,
        kept=kept,
        turned=turned,
    )


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
    Pustejovsky & Tipton (2018), JBES 36, 672-683, section 3.2; Zhang (2012), Open Journal of Statistics 2, 1-11.

    Examples
    --------
    >>> test = htz_wald_test(np.array([1.0, 2.0, 4.0]), np.ones((3, 1)), np.arange(3), constraints=np.ones((1, 1)))
    >>> f"{test.f:.4f} {test.df_denominator:.1f}"
    '7.0000 2.0'
    """
    parts = _parts_of(response, design, family)
    influence = constraints @ parts.influence(-0.5).T
    estimate = constraints @ parts.coefficients
    statistic = float(estimate @ np.linalg.solve(influence @ influence.T, estimate))
    q, eta = constraints.shape[0], _wishart_df(parts, constraints)
    df = eta - q + 1
    f = df / (eta * q) * statistic
    return WaldTest(f=f, df_numerator=float(q), df_denominator=df, p_value=float(fdtrc(q, df, f)))


def _wishart_df(parts: _Parts, constraints: Matrix) -> float:
    """Give eta = q (q + 1) / sum of Var(d_st), d the covariance estimate relative to its expectation."""
    q = constraints.shape[0]
    # Any orthonormal basis of the combinations makes their expected covariance the identity.
    fitted, own = parts.terms(np.linalg.qr((constraints @ parts.back).T)[0].T)
    families = np.arange(fitted.shape[0])
    products = -np.einsum("gsi,hti->sgth", fitted, fitted, optimize=True)
    products[:, families, :, families] += own
    same = np.einsum("sgsh,tgth->", products, products, optimize=True)
    crossed = np.einsum("sgth,tgsh->", products, products, optimize=True)
    return float(q * (q + 1) / (same + crossed))
