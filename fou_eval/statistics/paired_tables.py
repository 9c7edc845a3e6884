"""Yes/no and ordered classes before and after where every family has one member: exact and score methods."""

from collections.abc import Callable
from dataclasses import replace
from math import nan, sqrt

import numpy as np

from fou_eval.statistics.binary import paired_table
from fou_eval.statistics.engine.differences import (
    exact_difference_interval,
    newcombe_interval,
    tango_interval,
)
from fou_eval.statistics.engine.flips import FlipTest, flip_test
from fou_eval.statistics.engine.proportions import mid_p_limits, odds, score_p_value
from fou_eval.statistics.engine.squares import (
    ChiSquare,
    Square,
    bhapkar,
    bowker,
    square_table,
    stuart_maxwell,
)
from fou_eval.statistics.moves import moves, snapped
from fou_eval.statistics.number import Number
from fou_eval.statistics.pairs import Pairs, rounded
from fou_eval.statistics.registry import INTERVAL, INTERVAL_AND_TEST, TEST, Kind, statistic
from fou_eval.statistics.shares import FEWEST_CHANGED

_BINARY: frozenset[Kind] = frozenset({"binary"})
_CLASSES: frozenset[Kind] = frozenset({"ordinal", "ladder"})
_DIFFERENCE = "(b − c) / n, b = #{no to yes}, c = #{yes to no}"
# A chi-square of counts is trusted where every count is expected to be at least 5: Cochran (1954), Biometrics 10,
# 417-451, in the strict form, since a table of few classes has no other cells to make up for a thin one.
FEWEST_EXPECTED = 5
# Units below which Bhapkar's test at 5 % can reject in more than 7.5 % of tables without change: see the engine.
FEWEST_FOR_BHAPKAR = 100


@statistic(
    name="mcnemar_exact",
    formula=(
        _DIFFERENCE
        + "; p = min(1, 2 P(Bin(b + c, 1/2) ≤ min(b, c))); interval: t (2 s − 1) with Clopper-Pearson "
        "limits of t = (b + c) / n and s = b / (b + c), melded"
    ),
    offers=INTERVAL_AND_TEST,
    reference=("paired_difference", "mcnemar_exact_p", "exact_compatible_ci"),
    kinds=_BINARY,
    source="McNemar (1947), Psychometrika 12, 153-157; Fay & Lumbard (2021), Statistics in Medicine 40, 1147-1159",
    scale="points",
)
def mcnemar_exact(pairs: Pairs, *, confidence: float) -> Number:
    """Share of yes after minus before, with the exact conditional McNemar test and the interval that agrees with it.

    Notes
    -----
    For families of one member. The test is the sign-flip test by family, of which `family_mean_change_exact` is the
    version for families of any size.

    Examples
    --------
    Bentur et al. (2009), 21 children, as in Fagerland et al. (2013):

    >>> number = mcnemar_exact(Pairs.of([1] * 2 + [0] * 19, [1, 0] + [1] * 7 + [0] * 12), confidence=0.95)
    >>> f"{number.value:.3f} {number.low:.3f} {number.high:.3f}", number.p_value
    ('0.286 -0.020 0.545', 0.0703125)
    """
    gained, lost, number = _difference(pairs)
    if number.note:
        return number
    low, high = exact_difference_interval(gained, lost, pairs.n, confidence=confidence)
    exact = _flipped(gained, lost).p_exact
    return _tested(replace(number, low=low, high=high), p_value=exact, p_exact=exact)


@statistic(
    name="mcnemar_mid_p",
    formula=(
        "b / c, b = #{no to yes}, c = #{yes to no}; p = 2 P(Bin(b + c, 1/2) < min(b, c)) + P(Bin = min(b, c)), at most "
        "1 − P(Bin = b) / 2; interval: s / (1 − s), s the mid-p limits of b / (b + c)"
    ),
    offers=INTERVAL_AND_TEST,
    reference=("conditional_or", "conditional_or_mid_p_ci", "mcnemar_mid_p"),
    kinds=_BINARY,
    source="Fagerland, Lydersen & Laake (2013), BMC Medical Research Methodology 13, 91",
    scale="ratio",
)
def mcnemar_mid_p(pairs: Pairs, *, confidence: float) -> Number:
    """Conditional odds ratio, no-to-yes over yes-to-no, with McNemar's mid-p test and the interval that inverts it.

    Notes
    -----
    For families of one member. The ratio is of those that changed their answer only; it says nothing about how many
    did. Where nobody went from yes to no it is infinite, and only the p-value is given.

    Examples
    --------
    >>> number = mcnemar_mid_p(Pairs.of([1] * 2 + [0] * 19, [1, 0] + [1] * 7 + [0] * 12), confidence=0.95)
    >>> number.value, f"{number.low:.2f} {number.high:.0f}", number.p_value
    (7.0, '1.08 159', 0.0390625)
    """
    gained, lost, number = _difference(pairs)
    if pairs.n == 0:
        return number
    reason = "" if lost else "nobody_lost_yes" if gained else "nobody_changed_answer"
    number = replace(number, value=gained / lost if lost else nan)
    if number.note or gained + lost == 0:
        return replace(number, note=reason or number.note)
    test = _flipped(gained, lost)
    number = _tested(number, p_value=test.p_mid, p_exact=test.p_exact)
    if reason:
        return replace(number, note=reason)
    low, high = odds(mid_p_limits(gained, gained + lost, confidence=confidence))
    return replace(number, low=low, high=high)


@statistic(
    name="difference_tango",
    formula=(
        _DIFFERENCE + "; p from z = (b − c) / √(b + c); interval: all D with "
        "|b − c − n D| ≤ z √(n (2 q + D (1 − D))), q the most likely P(yes to no) given D"
    ),
    offers=INTERVAL_AND_TEST,
    reference=("paired_difference", "tango_ci", "mcnemar_asymptotic_p"),
    kinds=_BINARY,
    source="Tango (1998), Statistics in Medicine 17, 891-908",
    scale="points",
)
def difference_tango(pairs: Pairs, *, confidence: float) -> Number:
    """Share of yes after minus before, with the asymptotic score interval and the score test that is its value at 0.

    Notes
    -----
    For families of one member. At a difference of 0 the score test is McNemar's without continuity correction.

    Examples
    --------
    >>> number = difference_tango(Pairs.of([1] * 2 + [0] * 19, [1, 0] + [1] * 7 + [0] * 12), confidence=0.95)
    >>> f"{number.value:.3f} {number.low:.3f} {number.high:.3f} {number.p_value:.4f}"
    '0.286 0.026 0.517 0.0339'
    """
    gained, lost, number = _difference(pairs)
    if number.note:
        return number
    low, high = tango_interval(gained, lost, pairs.n, confidence=confidence)
    z = (gained - lost) / sqrt(max(gained + lost, 1))
    return _tested(replace(number, low=low, high=high), p_value=score_p_value(z))


@statistic(
    name="difference_newcombe",
    formula=(
        _DIFFERENCE
        + "; interval: D − √(l_2² − 2 φ l_2 u_1 + u_1²) to D + √(u_2² − 2 φ u_2 l_1 + l_1²), l and u the "
        "distances of a margin to its Wilson limits, φ the correlation of the answers, corrected for continuity"
    ),
    offers=INTERVAL,
    reference=("paired_difference", "newcombe_ci"),
    kinds=_BINARY,
    source="Newcombe (1998), Statistics in Medicine 17, 2635-2650, method 10",
    scale="points",
)
def difference_newcombe(pairs: Pairs, *, confidence: float) -> Number:
    """Share of yes after minus before, with Newcombe's square-and-add interval.

    Notes
    -----
    For families of one member. No test belongs to this interval.

    Examples
    --------
    >>> number = difference_newcombe(Pairs.of([1] * 2 + [0] * 19, [1, 0] + [1] * 7 + [0] * 12), confidence=0.95)
    >>> f"{number.value:.3f} {number.low:.3f} {number.high:.3f}"
    '0.286 0.026 0.507'
    """
    _, _, number = _difference(pairs)
    if number.note:
        return number
    low, high = newcombe_interval(paired_table(pairs), confidence=confidence)
    return replace(number, low=low, high=high)


@statistic(
    name="stuart_maxwell",
    formula="d' V⁻ d, d_i = n_i+ − n_+i, V_ii = n_i+ + n_+i − 2 n_ii, V_ij = −n_ij − n_ji; p: chi-square, df = rank V",
    offers=TEST,
    reference=("stuart_maxwell_chi2", "stuart_maxwell_df", "stuart_maxwell_p"),
    kinds=_CLASSES,
    source="Stuart (1955), Biometrika 42, 412-416; Maxwell (1970), British Journal of Psychiatry 116, 651-655",
    scale="score",
)
def stuart_maxwell_test(pairs: Pairs, *, confidence: float) -> Number:  # noqa: ARG001
    """Stuart-Maxwell chi-square of equal shares in all classes before and after.

    Notes
    -----
    For families of one member; no p-value unless at least 10 units entered or left each class that any did. It does not
    use the order of the classes: the exact test of the families' mean changes does, and is valid in small groups.

    Examples
    --------
    >>> before = [1] * 15 + [2] * 15 + [3] * 15
    >>> after = [2] * 10 + [1] * 5 + [3] * 10 + [2] * 5 + [1] * 8 + [3] * 7
    >>> number = stuart_maxwell_test(Pairs.of(before, after), confidence=0.95)
    >>> f"{number.value:.3f} {number.df:.0f} {number.p_value:.3f}"
    '0.308 2 0.857'
    """
    return _chi_square(pairs, stuart_maxwell)


@statistic(
    name="bhapkar",
    formula="SM / (1 − SM / n), SM the Stuart-Maxwell chi-square; p from chi-square, df as there",
    offers=TEST,
    reference=("bhapkar_chi2", "bhapkar_p"),
    kinds=_CLASSES,
    source="Bhapkar (1966), JASA 61, 228-235",
    scale="score",
)
def bhapkar_test(pairs: Pairs, *, confidence: float) -> Number:  # noqa: ARG001
    """Bhapkar's chi-square of equal shares in all classes before and after, with the variance that the data show.

    Notes
    -----
    For families of one member; no p-value unless at least 10 units entered or left each class that any did, nor with
    fewer than 100 units, where the test rejects too often.
    """
    number = _chi_square(pairs, bhapkar)
    if np.isnan(number.p_value) or pairs.n >= FEWEST_FOR_BHAPKAR:
        return number
    return replace(number, p_value=nan, note="too_few_for_bhapkar")


@statistic(
    name="bowker",
    formula="Σ (n_ij − n_ji)² / (n_ij + n_ji) over i < j with n_ij + n_ji > 0; p from chi-square, df = number of terms",
    offers=TEST,
    reference=("bowker_chi2", "bowker_df_nonempty_pairs", "bowker_p_nonempty_pairs"),
    kinds=_CLASSES,
    source="Bowker (1948), JASA 43, 572-574",
    scale="score",
)
def bowker_test(pairs: Pairs, *, confidence: float) -> Number:  # noqa: ARG001
    """Bowker's chi-square of symmetry: as many moves from any class to any other as back.

    Notes
    -----
    For families of one member; no p-value unless at least 10 units moved between any two classes between which any did.
    Textbooks count empty pairs of classes in the degrees of freedom; they are constant, and are not counted here.
    """
    return _chi_square(pairs, bowker)


def _difference(pairs: Pairs) -> tuple[int, int, Number]:
    """Count yes gained and lost, and give their balance with a note where it can have no interval."""
    signs = moves(pairs)
    gained, lost = int((signs > 0).sum()), int((signs < 0).sum())
    if pairs.n == 0:
        return 0, 0, Number(value=nan, note="no_pairs")
    number = Number(value=(gained - lost) / pairs.n)
    if pairs.n_families < pairs.n:
        return gained, lost, replace(number, note="several_members")
    return gained, lost, replace(number, families_changed=gained + lost)


def _flipped(gained: int, lost: int) -> FlipTest:
    """McNemar's test is the sign-flip test of the changes 1 and -1."""
    return flip_test(np.repeat(np.array([1, -1]), [gained, lost]))


def _tested(number: Number, *, p_value: float, p_exact: float = nan) -> Number:
    if number.families_changed is None or number.families_changed < FEWEST_CHANGED:
        return replace(number, note="too_few_families_changed")
    return replace(number, p_value=p_value, p_exact=p_exact)


def _chi_square(pairs: Pairs, test: Callable[[Square], ChiSquare]) -> Number:
    """Give the statistic and, where the table has no thin place, its p-value."""
    if pairs.n == 0:
        return Number(value=nan, note="no_pairs")
    both = np.concatenate([pairs.before, pairs.after])
    both = snapped(both) if pairs.resolution is None else rounded(both, pairs.resolution)
    table = square_table(*np.split(both, 2))
    found = test(table)
    number = Number(value=found.value, df=float(found.df))
    if np.isnan(found.value):
        return replace(number, note="all_changed_alike")
    if pairs.n_families < pairs.n:
        return replace(number, note="several_members")
    number = _tested(
        replace(number, families_changed=int(table.sum() - np.trace(table))), p_value=found.p_value
    )
    if not number.note and found.smallest_expected < FEWEST_EXPECTED:
        return replace(number, p_value=nan, note="sparse_table")
    return number
