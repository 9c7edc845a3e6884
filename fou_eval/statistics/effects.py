"""Standardised change, each by its own name, because the names differ in what they divide by."""

from math import nan, sqrt

import numpy as np

from fou_eval.statistics.engine.families import families_of, varies
from fou_eval.statistics.engine.noncentral import noncentrality_interval
from fou_eval.statistics.engine.standardised import average_spread, rescaled_spread, spread_of
from fou_eval.statistics.moves import snapped
from fou_eval.statistics.number import Number
from fou_eval.statistics.pairs import Pairs
from fou_eval.statistics.registry import INTERVAL, Kind, statistic
from fou_eval.statistics.scale import STANDARDISED_FORMULA, hedges_j, sd, standardised

_NUMBERS: frozenset[Kind] = frozenset({"scale", "ordinal"})
_OF_CHANGE = STANDARDISED_FORMULA.format("u = (d − mean(d))² / (2 s_d²)")
# A correlation this close to 1 is 1 up to rounding error.
_NOISE = 1e-12


@statistic(
    name="d_z",
    formula="mean(d) / s_d, without J" + _OF_CHANGE,
    offers=INTERVAL,
    reference=("d_z",),
    kinds=_NUMBERS,
    source="Cohen (1988), Statistical Power Analysis, p. 48; Lakens (2013), Frontiers in Psychology 4, 863",
    scale="standardised",
)
def d_z(pairs: Pairs, *, confidence: float) -> Number:
    """Mean change over the standard deviation of the change, without correction for small samples.

    Notes
    -----
    It grows with the correlation of the waves, and with the number of values that each person's mean is made of: in
    Rouder's puzzle the same 25 persons have a d_z of 1.35 and a d_av of 0.84. Not to be compared with differences
    between groups.

    Examples
    --------
    >>> d_z(Pairs.of([1, 2, 3], [2, 4, 6]), confidence=0.95).value
    2.0
    """
    return _over_sd_of_change(pairs, confidence, 1.0)


@statistic(
    name="g_z",
    formula="J(n − 1) mean(d) / s_d, J(v) = Γ(v/2) / (√(v/2) Γ((v − 1)/2))" + _OF_CHANGE,
    offers=INTERVAL,
    reference=("g_z",),
    kinds=_NUMBERS,
    source="Hedges (1981), J. Educ. Stat. 6, 107-128, eq. 6e; Gibbons, Hedeker & Davis (1993), J. Educ. Stat. 18",
    scale="standardised",
)
def g_z(pairs: Pairs, *, confidence: float) -> Number:
    """Mean change over the standard deviation of the change, times Hedges' J on n - 1 degrees of freedom.

    Examples
    --------
    >>> f"{g_z(Pairs.of([1, 2, 3], [2, 4, 6]), confidence=0.95).value:.3f}"
    '1.128'
    """
    if pairs.n == 2:  # J(1) is 0, see g_av
        return Number(value=nan, note="no_correction_for_two")
    return _over_sd_of_change(pairs, confidence, hedges_j(pairs.n - 1) if pairs.n > 2 else 1.0)


@statistic(
    name="d_av",
    formula="mean(d) / √((s_1² + s_2²) / 2), without J"
    + STANDARDISED_FORMULA.format("u = (e_1² + e_2²) / (2 (s_1² + s_2²)), e_w = y_w − mean(y_w)"),
    offers=INTERVAL,
    reference=("d_av",),
    kinds=_NUMBERS,
    source="Cumming (2012), Understanding the New Statistics, ch. 11",
    scale="standardised",
)
def d_av(pairs: Pairs, *, confidence: float) -> Number:
    """Mean change over the average standard deviation of the two waves, without correction for small samples.

    Notes
    -----
    `g_av` is the same with Hedges' J.

    Examples
    --------
    >>> f"{d_av(Pairs.of([1, 2, 3], [2, 4, 6]), confidence=0.95).value:.3f}"
    '1.265'
    """
    if not (varies(pairs.before) or varies(pairs.after)):
        return _undefined(pairs, "no_variation")
    spread = average_spread(pairs.before, pairs.after)
    return standardised(pairs, spread, factor=1.0, confidence=confidence)


@statistic(
    name="d_becker",
    formula="mean(d) / s_1, without J" + STANDARDISED_FORMULA.format("u = (y_1 − mean(y_1))² / (2 s_1²)"),
    offers=INTERVAL,
    reference=("d_becker",),
    kinds=_NUMBERS,
    source="Becker (1988), British Journal of Mathematical and Statistical Psychology 41, 257-278",
    scale="standardised",
)
def d_becker(pairs: Pairs, *, confidence: float) -> Number:
    """Mean change over the standard deviation before, without correction for small samples.

    Notes
    -----
    What families differed by before anything was done is not itself changed by what was done.

    Examples
    --------
    >>> d_becker(Pairs.of([1, 2, 3], [2, 4, 6]), confidence=0.95).value
    2.0
    """
    if not varies(pairs.before):
        return _undefined(pairs, "no_variation_before")
    return standardised(pairs, spread_of(pairs.before), factor=1.0, confidence=confidence)


@statistic(
    name="d_rm",
    formula="√(2 (1 − r)) mean(d) / s_d, r = correlation of before and after, without J"
    + STANDARDISED_FORMULA.format(
        "u = (d − mean(d))² / (2 s_d²) + (z_1 z_2 − r (z_1² + z_2²) / 2) / (2 (1 − r)), z_w = (y_w − mean(y_w)) / s_w"
    ),
    offers=INTERVAL,
    reference=("d_rm",),
    kinds=_NUMBERS,
    source="Morris & DeShon (2002), Psychological Methods 7, 105-125; Lakens (2013), Front. Psychol. 4, 863",
    scale="standardised",
)
def d_rm(pairs: Pairs, *, confidence: float) -> Number:
    """d_z brought to the scale of one wave by the correlation of the waves, without correction for small samples.

    Notes
    -----
    It equals d_av where both waves have the same standard deviation, and is 0 where one wave is a straight line of the
    other, however large the change.

    Examples
    --------
    >>> f"{d_rm(Pairs.of([1, 2, 3, 4], [2, 4, 4, 6]), confidence=0.95).value:.3f}"
    '0.832'
    """
    change = snapped(pairs.change)
    if not all(varies(part) and sd(part) > 0 for part in (pairs.before, pairs.after, change)):
        return _undefined(pairs, "no_correlation")
    shared = correlation(pairs)
    if shared > 1 - _NOISE:
        return Number(value=0.0, note="perfect_correlation")
    spread = rescaled_spread(pairs.before, pairs.after, change, shared)
    return standardised(pairs, spread, factor=1.0, confidence=confidence)


@statistic(
    name="family_d_z",
    formula=(
        "mean(a_g) / s_a, a_g = mean of d in family g, without J; interval: λ / √G for the two λ at which "
        "t = √G mean(a_g) / s_a is at either end of the noncentral t(G − 1, λ)"
    ),
    offers=INTERVAL,
    reference=("d_z_ci_nct",),
    kinds=_NUMBERS,
    source="Cumming & Finch (2001), Educational and Psychological Measurement 61, 532-574",
    scale="standardised",
)
def family_d_z(pairs: Pairs, *, confidence: float) -> Number:
    """Mean of the families' mean changes over their standard deviation, with the exact noncentral t interval.

    Notes
    -----
    The interval is exact for normal family means, where the others of this module are linearised. It holds 0 where the
    t interval of the family means does.

    Examples
    --------
    >>> number = family_d_z(Pairs.of([0, 0, 0, 0], [1, 2, 3, 6]), confidence=0.95)
    >>> f"{number.value:.3f} {number.low:.3f} {number.high:.3f}", number.df
    ('1.389 -0.092 2.788', 3.0)
    """
    if pairs.n == 0:
        return Number(value=nan, note="no_pairs")
    families = families_of(pairs.change, pairs.family, pairs.resolution)
    if families.size < 2:
        return Number(value=nan, note="one_family")
    if not varies(families.means):
        return Number(value=nan, note="no_variation")
    value = float(np.mean(families.means)) / sd(families.means)
    root = sqrt(families.size)
    low, high = noncentrality_interval(value * root, families.size - 1, confidence=confidence)
    return Number(value=value, low=low / root, high=high / root, df=float(families.size - 1))


def correlation(pairs: Pairs) -> float:
    """Pearson correlation of before and after, the same whatever the order of the units.

    Examples
    --------
    >>> f"{correlation(Pairs.of([1, 2, 3, 4], [2, 4, 4, 6])):.4f}"
    '0.9487'
    """
    order = np.lexsort((pairs.after, pairs.before))
    return float(np.corrcoef(pairs.before[order], pairs.after[order])[0, 1])


def _over_sd_of_change(pairs: Pairs, confidence: float, factor: float) -> Number:
    change = snapped(pairs.change)
    if not varies(change):
        return _undefined(pairs, "no_variation")
    return standardised(pairs, spread_of(change), factor=factor, confidence=confidence)


def _undefined(pairs: Pairs, note: str) -> Number:
    """One unit has no standard deviation, whatever its values; else the note says what does not vary."""
    return Number(value=nan, note=("no_pairs", "one_family")[pairs.n] if pairs.n < 2 else note)
