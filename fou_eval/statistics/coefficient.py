"""A coefficient of a regression with its CR2 interval, as a number of the catalogue."""

from collections.abc import Sequence
from dataclasses import replace
from math import nan

import numpy as np
from numpy.typing import NDArray

from fou_eval.statistics.engine.cluster import t_interval, t_p_value
from fou_eval.statistics.engine.leaning import leans_on_one_family
from fou_eval.statistics.engine.regression import cluster_regression, htz_wald_test
from fou_eval.statistics.engine.weighted import weighted_regression
from fou_eval.statistics.number import Number

COEFFICIENT_FORMULA = (
    "; interval: value ± t(df) CR2, families as clusters, df by Satterthwaite (none given where df < 4); "
    "p of value / CR2 from the same t"
)
COEFFICIENT_SOURCE = (
    "Pustejovsky & Tipton (2018), JBES 36, 672-683; Tipton (2015), Psychol. Methods 20, 375-393"
)
# Below four degrees of freedom the t distribution with Satterthwaite's degrees of freedom no longer keeps its level
# (Tipton 2015), and an interval from it would only look like one.
FEWEST_DF = 4.0
# Residuals this small against the response are rounding error.
_NOISE = 1e-12

# An F statistic this large has the rounding error of residuals that are 0 in its denominator.
_BEYOND_DATA = 1e20

Floats = NDArray[np.float64]


def coefficient(
    response: Floats,
    design: Floats,
    family: NDArray[np.int64],
    *,
    column: int,
    confidence: float,
    weights: Floats | None = None,
) -> Number:
    """Estimate one coefficient by least squares, with CR2 standard error by family and Satterthwaite's t.

    Parameters
    ----------
    response, design, family
        Rows of the regression, shapes (n,), (n, k) and (n,); the design has full rank.
    column
        Which coefficient.
    confidence
        Coverage of the interval, in (0, 1).
    weights
        How much each row counts for the estimate, shape (n,); all as much when left out. Rows are equally precise.

    Notes
    -----
    No interval where one family alone decides the coefficient, where nothing varies about the fit, or where
    Satterthwaite's degrees of freedom are below 4; the estimate stays, with a note.

    Examples
    --------
    >>> design = np.column_stack([np.ones(8), np.repeat([0.0, 1.0], 4)])
    >>> number = coefficient(np.array([0, 1, 2, 1, 3, 2, 4, 3.0]), design, np.arange(8), column=1, confidence=0.95)
    >>> f"{number.value:.3f} {number.low:.3f} {number.high:.3f} {number.df:.1f}"
    '2.000 0.587 3.413 6.0'
    """
    unit = float(np.abs(response).max(initial=0.0)) or 1.0
    scales = np.abs(design).max(axis=0)
    rows, columns, factor = response / unit, design / scales, unit / float(scales[column])
    counted = np.ones(rows.size) if weights is None else weights
    doubt = _doubt(columns, family)
    if doubt:
        root = np.sqrt(counted)
        fitted = np.linalg.lstsq(columns * root[:, None], rows * root, rcond=None)[0]
        return Number(value=float(fitted[column]) * factor, note=doubt)
    fit = (
        cluster_regression(rows, columns, family)
        if weights is None
        else weighted_regression(rows, columns, weights, family)
    )
    value, se, df = (float(part[column]) for part in (fit.coefficients, fit.cr2, fit.df))
    bare = Number(value=value * factor)
    if se <= _NOISE:
        return replace(bare, note="no_variation")
    if df < FEWEST_DF:
        return replace(bare, note="too_few_degrees_of_freedom")
    low, high = t_interval(value, se, df, confidence)
    return replace(
        bare, low=low * factor, high=high * factor, p_value=t_p_value(value / se, df), se=se * factor, df=df
    )


def joint_coefficients(
    response: Floats, design: Floats, family: NDArray[np.int64], *, columns: Sequence[int]
) -> Number:
    """Test by the HTZ statistic whether several coefficients are all 0; the F statistic is the value.

    Parameters
    ----------
    response, design, family
        Rows of the regression, shapes (n,), (n, k) and (n,); the design has full rank.
    columns
        Which coefficients.

    Notes
    -----
    No number where one family alone decides a coefficient or nothing varies about the fit, and no p-value where the
    denominator has fewer than 4 degrees of freedom.
    """
    unit = float(np.abs(response).max(initial=0.0)) or 1.0
    rows, doubt = response / unit, _doubt(design, family)
    if doubt:
        return Number(value=nan, note=doubt)
    try:
        test = htz_wald_test(rows, design, family, constraints=np.eye(design.shape[1])[list(columns)])
    except np.linalg.LinAlgError:  # a combination of the coefficients without any variance
        return Number(value=nan, note="no_variation")
    if test.f > _BEYOND_DATA:
        return Number(value=nan, note="no_variation")
    if test.df_denominator < FEWEST_DF:
        return Number(value=nan, note="too_few_degrees_of_freedom")
    return Number(value=test.f, p_value=test.p_value, df=test.df_denominator)


def _doubt(design: Floats, family: NDArray[np.int64]) -> str:
    """Give the note of a design that leaves no standard error, or nothing."""
    if np.unique(family).size < 2:
        return "one_family"
    return "one_family_decides" if leans_on_one_family(design, family) else ""
