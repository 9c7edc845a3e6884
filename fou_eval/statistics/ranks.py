"""Ranks and signs of changes, tested with the family as the unit, and what needs no more than their order."""

from dataclasses import replace
from math import isinf, nan

import numpy as np

from fou_eval.statistics.clustered import CR2_FORMULA
from fou_eval.statistics.engine.families import families_of, varies
from fou_eval.statistics.engine.flips import Scores
from fou_eval.statistics.engine.proportions import mid_p_limits
from fou_eval.statistics.engine.ranks import Zeros
from fou_eval.statistics.engine.walsh import hodges_lehmann
from fou_eval.statistics.family_change import family_scores
from fou_eval.statistics.moves import exposed
from fou_eval.statistics.number import Number
from fou_eval.statistics.order import family_signs, ranks_of, with_flips
from fou_eval.statistics.pairs import Pairs
from fou_eval.statistics.registry import (
    DIRECTED,
    EVERY_KIND,
    INTERVAL,
    INTERVAL_AND_TEST,
    TEST,
    UNDIRECTED,
    Kind,
    statistic,
)
from fou_eval.statistics.shares import net_improvement

_RANKED: frozenset[Kind] = frozenset({"scale", "ordinal", "count", "ladder"})
_STEPPED: frozenset[Kind] = frozenset({"scale", "ordinal", "ladder"})
_COUNTS: frozenset[Kind] = frozenset({"count"})
_RANK_TEST = (
    "; p = share of the 2^G sign patterns e with |Σ e_g T_g| ≥ |Σ T_g|, ties counted half, "
    "T_g = sum of the signed ranks in family g"
)
_SIGN_TEST = (
    "; p = P(|2X − m| ≥ |2k − m|), X binomial (m, ½), ties counted half; "
    "interval: all shares that the same test, one tail at a time, does not reject"
)
_HODGES_LEHMANN = (
    "median of (a_g + a_h) / 2, g ≤ h, {}; interval: k-th smallest to k-th largest of them, "
    "k = the smallest whole number with P(R+ ≤ k) ≥ (1 − confidence) / 2"
)
_TUKEY = "Hodges & Lehmann (1963), Ann. Math. Stat. 34, 598-611; Noether (1967), JASA 62, 184-188"
_CLIFF = "Cliff (1993), Psychological Bulletin 114, 494-509; Pustejovsky & Tipton (2018), JBES 36, 672-683"
_SIGNS = "Dixon & Mood (1946), JASA 41, 557-566; Lancaster (1961), JASA 56, 223-234"


@statistic(
    name="rank_biserial",
    formula="(R+ − R−) / (R+ + R−), mid-ranks of |d| over all units with d ≠ 0" + _RANK_TEST,
    offers=TEST,
    reference=("rank_biserial", "signed_rank_exact_p", "signed_rank_exact_mid_p"),
    kinds=_RANKED,
    source="Kerby (2014), Comprehensive Psychology 3, 11.IT.3.1; Rosner, Glynn & Lee (2006), Biometrics 62, 185-192",
    scale="index",
)
def rank_biserial(pairs: Pairs, *, confidence: float) -> Number:  # noqa: ARG001
    """Matched-pairs rank-biserial correlation, zeros dropped, with mid-p sign-flip test of the families' rank sums.

    Notes
    -----
    With one member per family this is Wilcoxon's signed-rank test, exact with any ties. The value takes no notice of
    those who did not change, however many they are; `rank_biserial_pratt` does. Counts are ranked by the change of
    their rate. The hypothesis is that before and after are exchangeable within families, not that the mean is 0.

    Examples
    --------
    >>> number = rank_biserial(Pairs.of([3] * 8, [4, 4, 5, 3, 2, 6, 5, 4]), confidence=0.95)
    >>> number.value, number.p_value, number.p_exact
    (0.8214285714285714, 0.046875, 0.078125)
    """
    return _rank_test(pairs, "dropped")


@statistic(
    name="rank_biserial_pratt",
    formula="(R+ − R−) / (R+ + R−), mid-ranks of |d| over all units, those of d = 0 left out of both sums"
    + _RANK_TEST,
    offers=TEST,
    reference=(
        "rank_biserial_pratt",
        "signed_rank_pratt_exact_p",
        "signed_rank_pratt_exact_mid_p",
        "clustered_signed_rank_exact_p",
        "clustered_signed_rank_mid_p",
    ),
    kinds=_RANKED,
    source="Pratt (1959), JASA 54, 655-667; Rosner, Glynn & Lee (2006), Biometrics 62, 185-192",
    scale="index",
)
def rank_biserial_pratt(pairs: Pairs, *, confidence: float) -> Number:  # noqa: ARG001
    """Matched-pairs rank-biserial correlation with zeros ranked, and mid-p sign-flip test of the families' rank sums.

    Notes
    -----
    Zeros take the lowest ranks before they are left out, so a small change counts for more the more units stayed.

    Examples
    --------
    >>> number = rank_biserial_pratt(Pairs.of([3] * 8, [4, 4, 5, 3, 2, 6, 5, 4]), confidence=0.95)
    >>> number.value, number.p_value, number.p_exact
    (0.8, 0.046875, 0.078125)
    """
    return _rank_test(pairs, "ranked")


@statistic(
    name="sign_test",
    formula="k / m, k of the m families with Σ d ≠ 0 improved" + _SIGN_TEST,
    offers=INTERVAL_AND_TEST,
    reference=("sign_test_p", "sign_test_mid_p", "sign_test_counts"),
    kinds=EVERY_KIND,
    source=_SIGNS,
    scale="proportion",
    better=DIRECTED,
)
def sign_test(pairs: Pairs, *, confidence: float) -> Number:
    """Share of the families that improved among those that changed, with the mid-p sign test and its interval.

    Notes
    -----
    A family improves when the changes of its members add up to an improvement; for counts, when its rate does.
    Families whose changes cancel out are left out.

    Examples
    --------
    >>> number = sign_test(Pairs.of([0] * 8, [1, 2, 1, 3, 1, 1, -1, 0]), confidence=0.95)
    >>> number.families_in, number.families_changed, number.p_value, number.p_exact
    (6, 7, 0.0703125, 0.125)
    """
    return _sign_test(pairs, confidence)


@statistic(
    name="sign_test_higher",
    formula="k / m, k of the m families with Σ d ≠ 0 higher" + _SIGN_TEST,
    offers=INTERVAL_AND_TEST,
    reference=("sign_test_p", "sign_test_mid_p", "sign_test_counts"),
    kinds=EVERY_KIND,
    source=_SIGNS,
    scale="proportion",
    better=UNDIRECTED,
)
def sign_test_higher(pairs: Pairs, *, confidence: float) -> Number:
    """Share of the families that rose among those that changed, for an indicator without a better direction."""
    return _sign_test(pairs, confidence)


@statistic(
    name="hodges_lehmann",
    formula=_HODGES_LEHMANN.format("a_g = mean of d in family g, zeros included"),
    offers=INTERVAL,
    reference=("hodges_lehmann", "hodges_lehmann_ci", "hodges_lehmann_ci_level"),
    kinds=_STEPPED,
    source=_TUKEY,
    scale="change",
)
def hodges_lehmann_change(pairs: Pairs, *, confidence: float) -> Number:
    """Median of the Walsh averages of the families' mean changes, with Tukey's interval and the coverage it attains.

    Notes
    -----
    One extreme family moves it little. Families without change stay in; R's `wilcox.test` drops them. The interval
    supposes that the family means are symmetric; at 95 % it needs six families.

    Examples
    --------
    >>> number = hodges_lehmann_change(Pairs.of([0] * 6, [1, 2, 3, 4, 5, 90]), confidence=0.95)
    >>> number.value, number.low, number.high, number.confidence
    (3.5, 1.0, 90.0, 0.96875)
    """
    if pairs.n == 0:
        return Number(value=nan, note="no_pairs")
    scores, unit = families_of(pairs.change, pairs.family, pairs.resolution).scores_of_means()
    return _centre(scores, unit, confidence)


@statistic(
    name="hodges_lehmann_rate",
    formula=_HODGES_LEHMANN.format("a_g = y_g2 / t_g2 − y_g1 / t_g1, zeros included"),
    offers=INTERVAL,
    reference=("hodges_lehmann",),
    kinds=_COUNTS,
    source=_TUKEY,
    scale="rate_change",
)
def hodges_lehmann_rate(pairs: Pairs, *, confidence: float) -> Number:
    """Median of the Walsh averages of the families' differences of rates, with Tukey's interval.

    Examples
    --------
    >>> hodges_lehmann_rate(Pairs.of([2, 4, 3], [1, 1, 3]), confidence=0.95).value
    -1.25
    """
    kept, note = exposed(pairs)
    if kept.n == 0:
        return Number(value=nan, note=note)
    if not kept.before.any() and not kept.after.any():
        return Number(value=0.0, note="all_zero")
    number = _centre(np.sort(family_scores(kept)[1]), 1.0, confidence)
    return replace(number, note=number.note or note)


@statistic(
    name="probability_improved",
    formula="(#{better} + ½ #{same}) / n" + CR2_FORMULA,
    offers=INTERVAL_AND_TEST,
    reference=("probability_improved",),
    kinds=EVERY_KIND,
    source=_CLIFF,
    scale="proportion",
    better=DIRECTED,
)
def probability_improved(pairs: Pairs, *, confidence: float) -> Number:
    """Share better plus half of the share that stayed the same, with CR2 and Satterthwaite's t.

    Notes
    -----
    The paired probability of superiority. It is (net improvement + 1) / 2, with the interval and the p-value of net
    improvement; half is what no change at all would give. The interval is cut at 0 and 1.

    Examples
    --------
    >>> number = probability_improved(Pairs.of([2, 2, 2, 2], [3, 3, 2, 1]), confidence=0.95)
    >>> number.value, f"{number.low:.2f} {number.high:.2f}", number.note
    (0.625, '0.00 1.00', 'probability_interval_clipped')
    """
    return _probability(pairs, confidence)


@statistic(
    name="probability_higher",
    formula="(#{d > 0} + ½ #{d = 0}) / n" + CR2_FORMULA,
    offers=INTERVAL_AND_TEST,
    reference=("probability_improved",),
    kinds=EVERY_KIND,
    source=_CLIFF,
    scale="proportion",
    better=UNDIRECTED,
)
def probability_higher(pairs: Pairs, *, confidence: float) -> Number:
    """Share higher plus half of the share that stayed the same, for an indicator without a better direction."""
    return _probability(pairs, confidence)


def _rank_test(pairs: Pairs, zeros: Zeros) -> Number:
    kept, note = exposed(pairs)
    if kept.n == 0:
        return Number(value=nan, note=note)
    ranks = ranks_of(kept, zeros=zeros)
    if ranks.up + ranks.down == 0:
        return Number(value=nan, families_changed=0, note="no_family_changed")
    return with_flips(Number(value=ranks.correlation, note=note), ranks.family_sums)


def _sign_test(pairs: Pairs, confidence: float) -> Number:
    """Count the families on either side; the interval goes with the p-value, and neither comes from too few."""
    kept, note = exposed(pairs)
    if kept.n == 0:
        return Number(value=nan, families_in=0, families_out=0, families_changed=0, note=note)
    signs = family_signs(kept)
    up, changed = int(np.sum(signs > 0)), int(np.sum(signs != 0))
    if changed == 0:
        return Number(value=nan, families_in=0, families_out=0, families_changed=0, note="no_family_changed")
    number = with_flips(
        Number(value=up / changed, families_in=up, families_out=changed - up, note=note), signs
    )
    if np.isnan(number.p_value):
        return number
    low, high = mid_p_limits(up, changed, confidence=confidence)
    return replace(number, low=low, high=high)


def _centre(scores: Scores, unit: float, confidence: float) -> Number:
    found = hodges_lehmann(scores, confidence=confidence)
    number = Number(value=found.value * unit)
    if scores.size < 2:
        return replace(number, note="one_family")
    if not varies(scores):
        return replace(number, note="no_variation")
    if isinf(found.low):
        return replace(number, note="unbounded_interval")
    return replace(number, low=found.low * unit, high=found.high * unit, confidence=found.confidence)


def _probability(pairs: Pairs, confidence: float) -> Number:
    net = net_improvement(pairs, confidence=confidence)
    clipped = net.note == "share_interval_clipped"
    return replace(
        net,
        value=(net.value + 1) / 2,
        low=(net.low + 1) / 2,
        high=(net.high + 1) / 2,
        se=net.se / 2,
        note="probability_interval_clipped" if clipped else net.note,
    )
