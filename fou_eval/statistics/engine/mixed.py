"""Linear mixed models with families, fitted by (restricted) maximum likelihood, with Kenward-Roger inference.

Own code, because importing the mixed models of statsmodels costs over a second, because they end in warnings where a
variance is 0, which is common with few families, and because no Python library has Kenward & Roger's degrees of
freedom. The covariance of a family is linear in the variance components, so all derivatives are exact; the components
are squares and products of the entries of a triangular root, so that none can become negative and a fit on the
boundary is an ordinary stationary point. The fit is tested against statsmodels and lme4, the inference against
pbkrtest.
"""

from dataclasses import dataclass
from math import log

import numpy as np

from fou_eval.statistics.engine.cluster import t_p_value
from fou_eval.statistics.engine.layout import Layout, Matrix, Response, layout_of  # noqa: F401 the doctests make layouts
from fou_eval.statistics.engine.likelihood import Criterion, Point, derived, fitted

_TURNS, _HALVINGS = 200, 40
# Steps below this share of the root's length end the search; the likelihood cannot tell such points apart.
_TOLERANCE = 1e-11
# Root entries below this share of the residual's are a variance of 0; lme4 draws the line in the same place.
_SINGULAR = 1e-4
# A residual variance below this share of the spread of the data is no residual variance.
_VANISHED = 1e-8
# Eigenvalues of a correlation matrix below this are 0 but for rounding.
_REGULAR = 1e-8


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Mixed:
    """A fitted mixed model with p coefficients and K variance components.

    Attributes
    ----------
    coefficients, se
        Generalised least squares, and model-based standard errors that take the components as known, shape (p,).
    components
        Shape (K,), in the order of the layout, the residual variance last.
    log_likelihood
        Of the criterion that was maximised, constants included.
    kr_se, kr_df
        Kenward-Roger's standard errors and degrees of freedom, shape (p,).
    converged
        Whether a maximum was found that errors can be taken from; otherwise the residual variance goes to 0.
    singular
        Whether a variance is 0 or a correlation 1, on the boundary of what is possible.
    """

    coefficients: Matrix
    se: Matrix
    components: Matrix
    log_likelihood: float
    kr_se: Matrix
    kr_df: Matrix
    converged: bool
    singular: bool

    @property
    def kr_p(self) -> Matrix:
        """Two-sided p-values of coefficient / `kr_se` from Student's distribution with `kr_df`."""
        rows = zip(self.coefficients, self.kr_se, self.kr_df, strict=True)
        return np.array([t_p_value(float(b / s), float(d)) for b, s, d in rows])


def fit_mixed(layout: Layout, response: Matrix, *, criterion: Criterion = "reml") -> Mixed:
    """Fit a linear mixed model.

    Parameters
    ----------
    layout
        Design and covariance of the rows, made by `layout_of`; it must be identified.
    response
        Shape (N,), in the order of the rows that the layout was made from.
    criterion
        Restricted or full likelihood. Kenward-Roger's inference is for the restricted one.

    Notes
    -----
    Scoring steps on the entries of the triangular root of the components, with the exact curvature of the squares, so
    that a component goes to 0 at a quadratic rate; a step is halved until the likelihood rises. For a single
    coefficient Kenward-Roger's degrees of freedom are Satterthwaite's with the expected information, and their scale
    factor is 1. Components on the boundary count in the information like any other, as in pbkrtest.

    References
    ----------
    Patterson & Thompson (1971), Biometrika 58, 545-554; Kenward & Roger (1997), Biometrics 53, 983-997; Bates,
    Maechler, Bolker & Walker (2015), Journal of Statistical Software 67(1), section 2 (the triangular root).

    Examples
    --------
    Two families of two: variances between and within by hand, 4.5 - 0.5 / 2 and 0.5.

    >>> family = np.array([0, 0, 1, 1])
    >>> fit = fit_mixed(layout_of(np.ones((4, 1)), family), np.array([0.5, 1.5, 3.5, 4.5]))
    >>> fit.coefficients.round(6), fit.components.round(6), fit.kr_se.round(6)
    (array([2.5]), array([4.25, 0.5 ]), array([1.5]))
    """
    unit = float(np.std(response)) or 1.0
    padded = layout.padded(response / unit)
    root = np.full(layout.forms.shape[1], 0.5)
    point = _evaluate(layout, padded, root, criterion)
    converged = False
    for _turn in range(_TURNS):
        step = _step(layout, root, point)
        root, point, moved = _climb(layout, padded, root, step, (point, criterion))
        if abs(root[-1]) < _VANISHED**0.5:
            break
        if moved <= _TOLERANCE * float(np.linalg.norm(root)):
            converged = True
            break
    kr_covariance, kr_df = _kenward_roger(point)
    kr_variance = np.diag(kr_covariance)
    free = response.size - (layout.columns if criterion == "reml" else 0)
    diagonal = np.abs(root[layout.diagonal])
    return Mixed(
        coefficients=point.coefficients * unit,
        se=np.sqrt(np.diag(point.bread)) * unit,
        components=layout.components(root) * unit**2,
        log_likelihood=point.log_likelihood - free * log(unit),
        kr_se=np.sqrt(np.maximum(kr_variance, 0.0)) * unit,
        kr_df=kr_df,
        converged=converged and bool(np.all(kr_variance > 0)),
        singular=bool(np.any(diagonal < _SINGULAR * abs(root[-1]))),
    )


def identified(layout: Layout) -> bool:
    """Say whether data laid out like this tell all variance components apart, and the coefficients too.

    They do if the expected information about the components, at independence, is regular.

    Examples
    --------
    With one member per family the family's variance cannot be told from the residual's.

    >>> identified(layout_of(np.ones((4, 1)), np.arange(4))), identified(layout_of(np.ones((4, 1)), np.arange(4) // 2))
    (False, True)
    """
    flat = layout.design.reshape(-1, layout.columns)
    if layout.rows <= layout.columns or np.linalg.matrix_rank(flat) < layout.columns:
        return False
    root = np.zeros(layout.forms.shape[1])
    root[-1] = 1.0
    point = _evaluate(layout, layout.padded(np.zeros(layout.rows)), root, "reml")
    size = np.sqrt(np.maximum(np.diag(point.information), 1e-300))
    return float(np.linalg.eigvalsh(point.information / np.outer(size, size))[0]) > _REGULAR


def _evaluate(layout: Layout, response: Response, root: Matrix, criterion: Criterion) -> Point:
    """Give the likelihood and its derivatives by the components at the components that belong to a root."""
    return derived(layout, fitted(layout, response, root, criterion), criterion)


def _step(layout: Layout, root: Matrix, point: Point) -> Matrix:
    """Give the scoring step on the root; negative curvature is turned, so that the step always climbs."""
    slopes = 2 * layout.forms @ root
    gradient = point.gradient @ slopes
    bend = point.gradient @ layout.forms.reshape(point.gradient.size, -1)
    curvature = slopes.T @ point.observed @ slopes - 2 * bend.reshape(root.size, root.size)
    values, vectors = np.linalg.eigh(curvature)
    sizes = np.maximum(np.abs(values), 1e-8 * np.max(np.abs(values)))
    return np.asarray(vectors @ ((vectors.T @ gradient) / sizes))


def _climb(
    layout: Layout, response: Response, root: Matrix, step: Matrix, start: tuple[Point, Criterion]
) -> tuple[Matrix, Point, float]:
    """Halve the step until the likelihood does not fall; the residual shrinks to a tenth at most."""
    point, criterion = start
    slack = 1e-12 * (1 + abs(point.log_likelihood))
    for halving in range(_HALVINGS):
        part = step / 2**halving
        moved = root + part
        if abs(moved[-1]) < abs(root[-1]) / 10:
            continue
        found = fitted(layout, response, moved, criterion)
        if found.log_likelihood >= point.log_likelihood - slack:
            return moved, derived(layout, found, criterion), float(np.linalg.norm(part))
    return root, point, 0.0


def _kenward_roger(point: Point) -> tuple[Matrix, Matrix]:
    """Give Kenward & Roger's covariance of the coefficients and the degrees of freedom of each."""
    bread, spread = point.bread, np.linalg.pinv(point.information, hermitian=True)
    crossed = bread @ point.first
    mixed = (spread @ crossed.reshape(spread.shape[0], -1)).reshape(crossed.shape)
    lost = np.sum(spread[:, :, None, None] * point.second, axis=(0, 1)) - (point.first @ mixed).sum(axis=0)
    shares = np.sum(crossed * bread.T, axis=2) / np.diag(bread)
    moments = np.sum(shares * (spread @ shares), axis=0)
    return bread + 2 * bread @ lost @ bread, 2 / np.maximum(moments, 1e-12)
