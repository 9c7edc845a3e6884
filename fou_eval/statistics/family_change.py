"""Change per family, tested and estimated by sign flips: the default inference."""

from dataclasses import replace
from fractions import Fraction
from math import isinf, lcm, nan

import numpy as np
from numpy.typing import NDArray

from fou_eval.statistics.engine.families import EXACT, common_step, families_of, varies
from fou_eval.statistics.engine.flips import Scores, flip_test
from fou_eval.statistics.engine.inversion import Version, flip_interval
from fou_eval.statistics.moves import exposed, exposures
from fou_eval.statistics.number import Number
from fou_eval.statistics.pairs import Pairs
from fou_eval.statistics.registry import INTERVAL_AND_TEST, Kind, statistic
from fou_eval.statistics.shares import FEWEST_CHANGED

_MID_FORMULA = (
    "; p = share of the 2^G sign patterns e with |Σ e_g a_g| ≥ |Σ a_g|, ties counted half; "
    "interval: all shifts of a_g with p above 1 − confidence"
)
_EXACT_FORMULA = (
    "; p = share of the 2^G sign patterns e with |Σ e_g a_g| ≥ |Σ a_g|; "
    "interval: all shifts of a_g with p above 1 − confidence"
)
_MEANS: frozenset[Kind] = frozenset({"scale", "ordinal", "binary", "ladder"})
_COUNTS: frozenset[Kind] = frozenset({"count"})
_EXACT_SOURCE = "Fisher (1935), The Design of Experiments, section 21; Tritchler (1984), JASA 79, 200-207"
_MID_SOURCE = "Tritchler (1984), JASA 79, 200-207; Lancaster (1961), JASA 56, 223-234"


@statistic(
    name="family_mean_change",
    formula="Σ a_g / G, a_g = mean of d in family g" + _MID_FORMULA,
    offers=INTERVAL_AND_TEST,
    reference=(
        "family_mean_change",
        "signflip_family_mid_p",
        "ordered_marginal_homogeneity_mid_p",
    ),
    kinds=_MEANS,
    source=_MID_SOURCE,
    scale="change",
)
def family_mean_change(pairs: Pairs, *, confidence: float) -> Number:
    """Mean of the families' mean changes, with mid-p sign-flip test by family and the interval that inverts it.

    Notes
    -----
    Null hypothesis: before and after are exchangeable within families. With five or fewer families that moved no test
    can reach 5 %, and no p-value is given.

    Examples
    --------
    >>> number = family_mean_change(Pairs.of([1, 1, 1, 1, 1, 1], [2, 3, 4, 5, 6, 7]), confidence=0.95)
    >>> number.value, number.low, number.high, number.p_value, number.p_exact
    (3.5, 1.5, 5.5, 0.015625, 0.03125)
    """
    return _mean(pairs, confidence, "mid")


@statistic(
    name="family_mean_change_exact",
    formula="Σ a_g / G, a_g = mean of d in family g" + _EXACT_FORMULA,
    offers=INTERVAL_AND_TEST,
    reference=(
        "signflip_family_exact_p",
        "signflip_family_ci",
        "ordered_marginal_homogeneity_exact_p",
    ),
    kinds=_MEANS,
    source=_EXACT_SOURCE,
    scale="change",
)
def family_mean_change_exact(pairs: Pairs, *, confidence: float) -> Number:
    """Mean of the families' mean changes, with the exact sign-flip test by family and the interval that inverts it.

    Notes
    -----
    Never rejects too often under symmetry, and too seldom for ordinal and yes/no data; the mid-p version does not.
    """
    return _mean(pairs, confidence, "exact")


@statistic(
    name="family_rate_change",
    formula="Σ a_g / G, a_g = y_g2 / t_g2 − y_g1 / t_g1" + _MID_FORMULA,
    offers=INTERVAL_AND_TEST,
    reference=("signflip_family_mid_p",),
    kinds=_COUNTS,
    source=_MID_SOURCE,
    scale="rate_change",
)
def family_rate_change(pairs: Pairs, *, confidence: float) -> Number:
    """Mean of the families' differences of rates, with mid-p sign-flip test by family and the interval that inverts it.

    Examples
    --------
    >>> family_rate_change(Pairs.of([2, 4], [1, 1]), confidence=0.95).value
    -2.0
    """
    return _rate(pairs, confidence, "mid")


@statistic(
    name="family_rate_change_exact",
    formula="Σ a_g / G, a_g = y_g2 / t_g2 − y_g1 / t_g1" + _EXACT_FORMULA,
    offers=INTERVAL_AND_TEST,
    reference=("signflip_family_exact_p",),
    kinds=_COUNTS,
    source=_EXACT_SOURCE,
    scale="rate_change",
)
def family_rate_change_exact(pairs: Pairs, *, confidence: float) -> Number:
    """Mean of the families' differences of rates, with the exact sign-flip test and the interval that inverts it."""
    return _rate(pairs, confidence, "exact")


def flipped(scores: Scores, unit: float, *, confidence: float, version: Version) -> Number:
    """Mean of family scores with sign-flip p-value and interval.

    Parameters
    ----------
    scores
        One number per family, shape (G,): whole numbers or floats.
    unit
        What one whole number is, in the unit of the result.
    confidence
        Coverage of the interval, in (0, 1).
    version
        Which p-value, and which interval.
    """
    test = flip_test(scores)
    total = int(scores.sum()) if np.issubdtype(scores.dtype, np.integer) else float(scores.sum())
    number = Number(value=float(Fraction(total) / scores.size) * unit, families_changed=test.families_changed)
    if scores.size < 2:
        return replace(number, note="one_family")
    if not varies(scores):
        return replace(number, note="no_variation")
    if scores.size < FEWEST_CHANGED:
        return replace(number, note="too_few_families_changed")
    ones = np.ones(scores.size, dtype=np.int64)
    found = flip_interval(scores, ones, confidence=confidence, version=version)
    open_side = isinf(found.low)
    if not open_side:
        number = replace(number, low=found.low * unit, high=found.high * unit)
    if test.families_changed < FEWEST_CHANGED:
        return replace(number, note="too_few_families_changed")
    return replace(
        number,
        p_value=test.p_mid if version == "mid" else test.p_exact,
        p_exact=test.p_exact,
        note="unbounded_interval" if open_side else "",
    )


def _mean(pairs: Pairs, confidence: float, version: Version) -> Number:
    if pairs.n == 0:
        return Number(value=nan, note="no_pairs")
    families = families_of(pairs.change, pairs.family, pairs.resolution)
    return flipped(*families.scores_of_means(), confidence=confidence, version=version)


def _rate(pairs: Pairs, confidence: float, version: Version) -> Number:
    kept, note = exposed(pairs)
    if kept.n == 0:
        return Number(value=nan, note=note)
    if not kept.before.any() and not kept.after.any():
        return Number(value=0.0, families_changed=0, note="all_zero")
    number = flipped(*_rate_scores(kept), confidence=confidence, version=version)
    return replace(number, note=number.note or note)


def family_scores(pairs: Pairs) -> tuple[NDArray[np.int64], NDArray[np.float64]]:
    """Give the families and what each contributes to the sign flips: mean change, or change of rate.

    Returns
    -------
    families, scores
        Sorted family numbers and one score each, shape (G,).
    """
    kept, _ = exposed(pairs)
    families, inverse, sizes = np.unique(kept.family, return_inverse=True, return_counts=True)
    if kept.exposure_before is None:
        step = kept.resolution or common_step(kept.change) or 1.0
        whole = common_step(kept.change / step) == 1.0
        steps = np.rint(kept.change / step) if whole else kept.change / step
        return families, np.bincount(inverse, weights=steps) * step / sizes
    before, after, exposure_before, exposure_after = _family_totals(kept, inverse)
    return families, after / exposure_after - before / exposure_before


def _family_totals(pairs: Pairs, inverse: NDArray[np.intp]) -> tuple[NDArray[np.float64], ...]:
    values = (pairs.before, pairs.after, *exposures(pairs))
    return tuple(np.bincount(inverse, weights=part).astype(np.float64) for part in values)


def _rate_scores(pairs: Pairs) -> tuple[Scores, float]:
    """Give differences of rates as whole numbers over a common denominator where that is exact."""
    inverse = np.unique(pairs.family, return_inverse=True)[1]
    before, after, exposure_before, exposure_after = _family_totals(pairs, inverse)
    scores = np.sort(after / exposure_after - before / exposure_before)
    events = common_step(np.concatenate([before, after]))
    times = common_step(np.concatenate([exposure_before, exposure_after]))
    if events is None or times is None:
        return scores, 1.0
    counts = [np.rint(part / events).astype(np.int64) for part in (before, after)]
    spans = [np.rint(part / times).astype(np.int64) for part in (exposure_before, exposure_after)]
    if max(np.max(part) for part in counts) * max(np.max(part) for part in spans) >= EXACT // 2:
        return scores, 1.0
    over = counts[1] * spans[0] - counts[0] * spans[1]
    under = spans[0] * spans[1]
    shared = np.gcd(over, under)
    over, under = over // shared, under // shared
    common = lcm(*np.unique(under).tolist())
    if common * float(np.abs(over / under).sum()) >= EXACT:
        return scores, 1.0
    return np.sort(over * (common // under)), events / times / common
