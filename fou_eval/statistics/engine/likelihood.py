"""The likelihood of a linear mixed model and its derivatives by the variance components, at one set of them."""

from dataclasses import dataclass
from math import log, pi
from typing import Literal

import numpy as np

from fou_eval.statistics.engine.layout import Layout, Matrix, Response

Criterion = Literal["reml", "ml"]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Point:
    """Everything that the likelihood has at one set of variance components."""

    log_likelihood: float
    coefficients: Matrix
    bread: Matrix  # (X' V^-1 X)^-1, (p, p)
    gradient: Matrix  # by component, (K,)
    information: Matrix  # expected, (K, K)
    observed: Matrix  # observed, (K, K)
    first: Matrix  # X' V^-1 V_k V^-1 X, (K, p, p)
    second: Matrix  # X' V^-1 V_k V^-1 V_l V^-1 X, (K, K, p, p)


@dataclass(frozen=True, slots=True)
class Across:
    """What lies across the axes of all families: dimensions, sum of squares and its variance, the residual's."""

    dimensions: int
    square: float
    variance: float

    @property
    def length(self) -> float:
        """Give what it adds to -2 log likelihood."""
        return self.dimensions * log(self.variance) + self.square / self.variance


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Fit:
    """Generalised least squares at one set of variance components, with its likelihood."""

    log_likelihood: float
    coefficients: Matrix
    bread: Matrix
    inverse: Matrix  # V^-1, (G, m, m)
    weighted: Matrix  # V^-1 X and V^-1 residual, side by side, (G, m, p + 1)
    across: Across


def fitted(layout: Layout, response: Response, root: Matrix, criterion: Criterion) -> Fit:
    """Fit the coefficients at the variance components that belong to a root.

    Parameters
    ----------
    layout, response
        Design and covariance, made by `layout_of`, and what its `padded` gives.
    root
        Entries of the triangular root of the components, that of the residual not 0.
    criterion
        Restricted or full likelihood.

    References
    ----------
    Harville (1977), JASA 72, 320-338.

    Examples
    --------
    Independent values of variance 1 about their mean: -(log 2 pi + log 2 + 2 / 4) / 2.

    >>> from fou_eval.statistics.engine.layout import layout_of
    >>> pair = layout_of(np.ones((2, 1)), np.array([0, 1]))
    >>> f"{fitted(pair, pair.padded(np.array([0.0, 1.0])), np.array([0.0, 1.0]), 'reml').log_likelihood:.6f}"
    '-1.515512'
    """
    parts, design, components = layout.parts, layout.design, layout.components(root)
    covariance = layout.padding + (components @ parts.reshape(*parts.shape[:2], -1)).reshape(
        layout.padding.shape
    )
    inverse: Matrix = np.asarray(np.linalg.inv(covariance), dtype=np.float64)
    weighted = inverse @ design
    precision = (design.swapaxes(1, 2) @ weighted).sum(axis=0)
    bread = np.linalg.inv(precision)
    coefficients = bread @ (response.values[:, None, :] @ weighted).sum(axis=0)[0]
    residual = (response.values - design @ coefficients)[:, :, None]
    scored = inverse @ residual
    across = Across(layout.across, response.rest, float(components[-1]))
    length = float(np.linalg.slogdet(covariance)[1].sum()) + float(np.sum(residual * scored)) + across.length
    free = layout.rows
    if criterion == "reml":
        free -= layout.columns
        length += float(np.linalg.slogdet(precision)[1])
    return Fit(
        log_likelihood=-(length + free * log(2 * pi)) / 2,
        coefficients=coefficients,
        bread=bread,
        inverse=inverse,
        weighted=np.concatenate([weighted, scored], axis=2),
        across=across,
    )


def derived(layout: Layout, fit: Fit, criterion: Criterion) -> Point:
    """Give the derivatives of the likelihood by the variance components, where the coefficients were fitted.

    Parameters
    ----------
    layout, criterion
        As for `fitted`.
    fit
        Its result.

    References
    ----------
    Harville (1977), JASA 72, 320-338, section 5; Kenward & Roger (1997), Biometrics 53, 983-997 (the parts P and Q).
    """
    products, bread, across = fit.inverse[:, None] @ layout.parts, fit.bread, fit.across
    sides = _sides(layout.parts, products, fit.weighted)
    first, second, lean = sides.linear[:, :-1, :-1], sides.square[:, :, :-1, :-1], sides.linear[:, -1, :-1]
    trace, traces = _traces(products, across)
    if criterion == "reml":
        crossed = bread @ first
        flat = crossed.reshape(crossed.shape[0], -1)
        trace = trace - np.trace(crossed, axis1=1, axis2=2)
        traces = traces - 2 * np.sum(second * bread, axis=(2, 3))
        traces = traces + flat @ crossed.swapaxes(1, 2).reshape(flat.shape).T
    gradient, bent = sides.linear[:, -1, -1].copy(), sides.square[:, :, -1, -1] - lean @ bread @ lean.T
    gradient[-1] += across.square / across.variance**2
    bent[-1, -1] += across.square / across.variance**3
    return Point(
        log_likelihood=fit.log_likelihood,
        coefficients=fit.coefficients,
        bread=bread,
        gradient=(gradient - trace) / 2,
        information=traces / 2,
        observed=bent - traces / 2,
        first=first,
        second=second,
    )


@dataclass(frozen=True, slots=True)
class _Sides:
    """Sums over families of y' V_k y, shape (K, q, q), and y' V_k V^-1 V_l y, shape (K, K, q, q), for q columns y."""

    linear: Matrix
    square: Matrix


def _sides(parts: Matrix, products: Matrix, columns: Matrix) -> _Sides:
    """Multiply q columns, shape (G, m, q), by the parts from both sides, given V^-1 times the parts."""
    components, wide = parts.shape[1], columns.shape[2]
    pushed, turned = parts @ columns[:, None], products @ columns[:, None]
    linear = (columns.swapaxes(1, 2)[:, None] @ pushed).sum(axis=0)
    left, right = (side.transpose(1, 3, 0, 2).reshape(components * wide, -1) for side in (pushed, turned))
    square = (left @ right.T).reshape(components, wide, components, wide).transpose(0, 2, 1, 3)
    return _Sides(linear, square)


def _traces(products: Matrix, across: Across) -> tuple[Matrix, Matrix]:
    """Give tr(M_k), shape (K,), and tr(M_k M_l), shape (K, K), of M_k = V^-1 V_k, added up over families."""
    ordered = products.swapaxes(0, 1)
    flat = ordered.reshape(ordered.shape[0], -1)
    single = np.trace(products, axis1=2, axis2=3).sum(axis=0)
    double = flat @ ordered.swapaxes(2, 3).reshape(flat.shape).T
    single[-1] += across.dimensions / across.variance
    double[-1, -1] += across.dimensions / across.variance**2
    return single, double
