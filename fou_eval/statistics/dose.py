"""Change against the amount of support, family by family."""

from dataclasses import dataclass, replace
from math import nan

import numpy as np
from numpy.typing import NDArray

from fou_eval.statistics.coefficient import COEFFICIENT_FORMULA, COEFFICIENT_SOURCE, coefficient
from fou_eval.statistics.engine.families import varies
from fou_eval.statistics.engine.permutation import rank_test
from fou_eval.statistics.family_change import family_scores
from fou_eval.statistics.levels import levels
from fou_eval.statistics.moves import exposed
from fou_eval.statistics.number import Number
from fou_eval.statistics.pairs import Pairs
from fou_eval.statistics.registry import EVERY_KIND, INTERVAL_AND_TEST, TEST, statistic
from fou_eval.statistics.shares import FEWEST_CHANGED

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Dosed:
    """Pairs with the amount of support that each unit, or its family, received.

    Attributes
    ----------
    pairs
        The units with both values.
    dose
        Amount of support, nan where it is not known, shape (n,); what is known of a family stands at all its units.
    seed
        Root of the random permutations.
    """

    pairs: Pairs
    dose: Floats
    seed: tuple[int, ...]


@statistic(
    name="dose_slope",
    formula="Σ (x_g − x̄) a_g / Σ (x_g − x̄)², a_g = mean of d and x_g = mean dose in family g"
    + COEFFICIENT_FORMULA,
    offers=INTERVAL_AND_TEST,
    kinds=EVERY_KIND,
    source=COEFFICIENT_SOURCE,
    scale="change",
    takes=Dosed,
)
def dose_slope(evidence: Dosed, *, confidence: float) -> Number:
    """Difference in mean change between families that received one unit more or less of support, along a straight line.

    Notes
    -----
    Every family is one point with weight 1, and its standard error allows for families that vary unequally (CR2 with
    one row per family). Support was given where the need was large, so the slope describes and explains nothing.

    Examples
    --------
    >>> pairs = Pairs.of([0] * 6, [1, 1, 3, 3, 5, 5])
    >>> dosed = Dosed(pairs=pairs, dose=np.array([1.0, 2, 3, 4, 5, 6]), seed=(1,))
    >>> f"{dose_slope(dosed, confidence=0.95).value:.4f}"
    '0.9143'
    """
    change, dose, note = _points(evidence)
    if note not in _COMPLETE:
        return Number(value=nan, note=note)
    design = np.column_stack([np.ones(dose.size), dose - dose.mean()])
    families = np.arange(dose.size)
    number = coefficient(change, design, families, column=1, confidence=confidence)
    return replace(number, note=number.note or note)


@statistic(
    name="dose_rank_correlation",
    formula=(
        "Spearman's correlation of a_g and x_g over families; p = (1 + #{|r*| > |r|} + #{|r*| = |r|} / 2) / (1 + B) "
        "over B = 9 999 random orders of the doses, over all orders up to seven families"
    ),
    offers=TEST,
    kinds=EVERY_KIND,
    source=(
        "Spearman (1904), Am. J. Psychol. 15, 72-101; Pitman (1937), Suppl. JRSS 4, 225-232; "
        "Phipson & Smyth (2010), SAGMB 9, article 39"
    ),
    scale="index",
    takes=Dosed,
)
def dose_rank_correlation(evidence: Dosed, *, confidence: float) -> Number:  # noqa: ARG001
    """Rank correlation of the families' mean change with their amount of support, tested by permuting the amounts.

    Notes
    -----
    Null hypothesis: which family got how much says nothing about its change. With five or fewer families that moved, or
    that have a known dose, no p-value is given. Support was given where the need was large, so the correlation
    describes and explains nothing.

    Examples
    --------
    >>> pairs = Pairs.of([0] * 6, [1, 2, 3, 4, 5, 6])
    >>> dosed = Dosed(pairs=pairs, dose=np.array([1.0, 2, 3, 4, 6, 5]), seed=(1,))
    >>> number = dose_rank_correlation(dosed, confidence=0.95)
    >>> f"{number.value:.4f} {number.p_exact:.4f}"
    '0.9429 0.0167'
    """
    change, dose, note = _points(evidence)
    if note not in _COMPLETE:
        return Number(value=nan, note=note)
    moved = int((np.abs(change) > _NOISE * np.abs(change).max(initial=0.0)).sum())
    if not varies(change):
        return Number(value=nan, families_changed=moved, note="no_variation")
    found = rank_test(dose, change, evidence.seed)
    number = Number(value=found.correlation, families_changed=moved, note=note)
    if dose.size < FEWEST_CHANGED:
        return replace(number, note="too_few_families_with_dose")
    if moved < FEWEST_CHANGED:
        return replace(number, note="too_few_families_changed")
    return replace(number, p_value=found.p_mid, p_exact=found.p_exact)


_COMPLETE = ("", "some_without_dose", "some_without_exposure")
# Family means this small against the largest are rounding error.
_NOISE = 1e-12


def _points(evidence: Dosed) -> tuple[Floats, Floats, str]:
    """Give mean change and mean dose of every family that has both, in a fixed order, and what is to be said of it.

    Units with a known dose only: a family in which some have none is described by the others.
    """
    pairs = evidence.pairs
    known = np.isfinite(evidence.dose)
    usable = levels(pairs).usable
    used = known & usable
    if not used.any():
        return evidence.dose[:0], evidence.dose[:0], exposed(pairs)[1] if not usable.any() else "no_dose"
    families, change = family_scores(_only(pairs, used))
    inverse = np.searchsorted(families, pairs.family[used])
    dose = np.bincount(inverse, weights=evidence.dose[used]) / np.bincount(inverse)
    order = np.lexsort((change, dose))
    note = "some_without_dose" if (usable & ~known).any() else "" if usable.all() else "some_without_exposure"
    if families.size > 1 and not varies(dose):
        note = "same_dose"
    return change[order], dose[order], "one_family" if families.size < 2 else note


def _only(pairs: Pairs, used: NDArray[np.bool_]) -> Pairs:
    return replace(
        pairs,
        before=pairs.before[used],
        after=pairs.after[used],
        family=pairs.family[used],
        exposure_before=None if pairs.exposure_before is None else pairs.exposure_before[used],
        exposure_after=None if pairs.exposure_after is None else pairs.exposure_after[used],
    )
