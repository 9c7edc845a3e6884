"""Linear mixed models with families: mean change, change per year, and how alike change is within families.

What the model allows to be shared in a family decides its error. The specification most often published, a random
intercept per family and per person with a fixed slope of time, lets the level be shared but not the change: where
siblings change together it finds a change that is not there in 9 to 18 studies of 100. So change is modelled itself,
with a family intercept, or the slope of time differs from family to family.
"""

from dataclasses import replace
from math import nan

import numpy as np
from numpy.typing import NDArray

from fou_eval.statistics.engine.cluster import cluster_mean
from fou_eval.statistics.engine.families import families_of, varies
from fou_eval.statistics.engine.layout import Layout, layout_of
from fou_eval.statistics.engine.mixed import fit_mixed, identified
from fou_eval.statistics.engine.oneway import fit_one_way
from fou_eval.statistics.moves import snapped
from fou_eval.statistics.number import Number
from fou_eval.statistics.pairs import Pairs
from fou_eval.statistics.registry import INTERVAL_AND_TEST, Kind, statistic
from fou_eval.statistics.student import student
from fou_eval.statistics.waves import YEAR, Matrix, Waves, families_changed

_NUMBERS: frozenset[Kind] = frozenset({"scale", "ordinal", "ladder"})
_SOURCE = (
    "Patterson & Thompson (1971), Biometrika 58, 545-554; Kenward & Roger (1997), Biometrics 53, 983-997"
)


@statistic(
    name="mixed_change",
    formula="b of d = b + family + error, REML; interval and p: t with the error and df of Kenward and Roger",
    offers=INTERVAL_AND_TEST,
    reference=("lmm_kr_estimate", "lmm_kr_se", "lmm_kr_df", "lmm_kr_p", "lmm_var_components"),
    kinds=_NUMBERS,
    source=_SOURCE,
    scale="change",
)
def mixed_change(pairs: Pairs, *, confidence: float) -> Number:
    """Mean change from a linear mixed model of change with a random family intercept, by REML and Kenward-Roger's t.

    Notes
    -----
    Where all families have one member, or their members changed alike, one variance cannot be told from the other or
    is 0, and the model is Student's t test of the family means, as the note says.

    Examples
    --------
    >>> after, family = [1, 2, 1, 3, 2, 2, 4, 3, 0, 1, 5, 3, 2, 4], [0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6]
    >>> pairs = Pairs.of([0] * 14, after, family)
    >>> number = mixed_change(pairs, confidence=0.95)
    >>> f"{number.value:.3f} {number.low:.3f} {number.high:.3f} {number.df:.2f}"
    '2.357 1.233 3.481 6.00'
    """
    if pairs.n == 0:
        return Number(value=nan, note="no_pairs")
    families = families_of(pairs.change, pairs.family, pairs.resolution)
    bare = Number(value=float(families.sums.sum()) * families.step / pairs.n)
    if families.size < 2:
        return replace(bare, note="one_family")
    if not varies(families.means):
        return replace(bare, note="no_variation")
    changed = int(np.count_nonzero(families.sums))
    if families.size < pairs.n and not _alike(pairs):
        fit = fit_one_way(*_in_order(pairs))
        number = student(fit.mean, fit.kr_se, fit.kr_df, confidence=confidence, changed=changed)
        return replace(number, note=number.note or ("singular_fit" if fit.singular else ""))
    means = cluster_mean(families.means, np.ones(families.size, dtype=np.int64))
    number = student(means.mean, means.cr2, families.size - 1, confidence=confidence, changed=changed)
    return replace(number, note=number.note or "mixed_is_t_test")


@statistic(
    name="icc_change",
    formula="τ² / (τ² + σ²), variances of family and error in d = b + family + error, REML",
    reference=("icc_change", "lmm_var_components"),
    kinds=_NUMBERS,
    source="Patterson & Thompson (1971), Biometrika 58, 545-554",
    scale="index",
)
def icc_change(pairs: Pairs, *, confidence: float) -> Number:  # noqa: ARG001
    """Intraclass correlation of change: how alike the members of a family changed, from 0 to 1, by REML.

    Examples
    --------
    >>> f"{icc_change(Pairs.of([0] * 6, [1, 2, 3, 3, 5, 6], [0, 0, 1, 1, 2, 2]), confidence=0.95).value:.3f}"
    '0.922'
    """
    if pairs.n == 0:
        return Number(value=nan, note="no_pairs")
    if pairs.n_families < 2:
        return Number(value=nan, note="one_family")
    if pairs.n_families == pairs.n:
        return Number(value=nan, note="one_member_each")
    families = families_of(pairs.change, pairs.family, pairs.resolution)
    if _alike(pairs):
        differ = varies(families.means)
        return Number(value=1.0 if differ else nan, note="" if differ else "no_variation")
    return Number(value=fit_one_way(*_in_order(pairs)).likeness)


@statistic(
    name="mixed_slope",
    formula=(
        "12 b of y = a + b month + family + family × month + person + error, REML; "
        "interval and p: t with the error and df of Kenward and Roger"
    ),
    offers=INTERVAL_AND_TEST,
    reference=("lmm_coefficients", "lmm_se", "lmm_reml_criterion", "lmm_kr_se", "lmm_kr_df"),
    kinds=_NUMBERS,
    source=_SOURCE,
    scale="change",
    takes=Waves,
)
def mixed_slope(waves: Waves, *, confidence: float) -> Number:
    """Change per 12 months from a mixed model with family intercepts and slopes and person intercepts, by REML and KR.

    Notes
    -----
    Every value counts, also of units measured once. The person's intercept is left out where every family has one
    member; the family's slope too, where such families have two waves only, because it is then part of the error.

    Examples
    --------
    >>> rising = [[0, 1, 3], [1, 3, 4], [0, 3, 6], [2, 1, 3], [1, 2, 2], [0, 2, 3], [2, 2, 3], [1, 4, 6]]
    >>> number = mixed_slope(Waves.of(rising, [0, 6, 12]), confidence=0.95)
    >>> f"{number.value:.3f} {number.low:.3f} {number.high:.3f}"
    '2.875 1.299 4.451'
    """
    unit, wave = np.nonzero(np.isfinite(waves.rates))
    if np.unique(wave).size < 2:
        return Number(value=nan, note="no_slope")
    response, family = snapped(waves.rates[unit, wave]), waves.family[unit]
    if np.unique(family).size < 2:
        return Number(value=nan, note="one_family")
    if not varies(response):
        return Number(value=0.0, families_changed=0, note="no_variation")
    years = waves.months[wave] / YEAR
    found = _layout_of_slopes(years - np.mean(years), family, unit)
    if found is None:
        return Number(value=nan, note="not_identified")
    layout, note = found
    fit = fit_mixed(layout, response)
    if not fit.converged:
        return Number(value=nan, note="no_error_variation")
    slope, se, df = (float(part[1]) for part in (fit.coefficients, fit.kr_se, fit.kr_df))
    number = student(slope, se, df, confidence=confidence, changed=families_changed(waves))
    return replace(number, note=number.note or ("singular_fit" if fit.singular else note))


def _alike(pairs: Pairs) -> bool:
    """Say whether the members of every family changed by as much, up to rounding error."""
    change = snapped(pairs.change)
    _, first, inverse = np.unique(pairs.family, return_index=True, return_inverse=True)
    apart = np.max(np.abs(change - change[first][inverse]))
    return bool(apart <= 1e-12 * np.max(np.abs(change)))


def _in_order(pairs: Pairs) -> tuple[Matrix, NDArray[np.int64]]:
    """Give changes and families in an order of their own, so that no bit depends on that of the rows."""
    order = np.lexsort((pairs.change, pairs.family))
    return snapped(pairs.change[order]), pairs.family[order]


def _layout_of_slopes(
    years: Matrix, family: NDArray[np.int64], person: NDArray[np.intp]
) -> tuple[Layout, str] | None:
    """Give the largest model that the data identify, with a note if the family's slope had to be left out.

    It is left out only where every family has one member: then nothing is shared between persons.
    """
    design = np.column_stack([np.ones(years.size), years])
    own = np.unique(family).size == np.unique(person).size
    if not own:
        layout = layout_of(design, family, slope=years, person=person)
        if identified(layout):
            return layout, ""
    layout = layout_of(design, family, slope=years)
    if identified(layout):
        return layout, ""
    layout = layout_of(design, family)
    return (layout, "random_intercept_only") if own and identified(layout) else None
