"""Marginal models of before and after: odds ratios, rate ratios and mean change with the family as the cluster."""

from collections.abc import Callable
from dataclasses import replace
from math import nan

import numpy as np
from numpy.typing import NDArray

from fou_eval.statistics.engine.families import families_of, varies
from fou_eval.statistics.engine.gee import Link, fit_gee
from fou_eval.statistics.engine.ordinal import cumulative_logit
from fou_eval.statistics.engine.sandwich import Matrix, Sandwich
from fou_eval.statistics.moves import exposed, exposures, moves, snapped
from fou_eval.statistics.number import Number
from fou_eval.statistics.pairs import Pairs, rounded
from fou_eval.statistics.registry import INTERVAL_AND_TEST, Kind, statistic
from fou_eval.statistics.student import student, student_ratio

_NUMBERS: frozenset[Kind] = frozenset({"scale", "ordinal", "ladder"})
_BINARY: frozenset[Kind] = frozenset({"binary"})
_COUNTS: frozenset[Kind] = frozenset({"count"})
_ORDERED: frozenset[Kind] = frozenset({"ordinal", "ladder"})
_KC = "; interval and p: t(G − 1) with the sandwich error of Kauermann and Carroll, Σ B (I − Ω_g B)^−½ s_g squared"
_MD = (
    "; interval and p: t(G − 1) with the sandwich error of Mancl and DeRouen, Σ B (I − Ω_g B)^−1 s_g squared"
)
_KC_SOURCE = (
    "Liang & Zeger (1986), Biometrika 73, 13-22; Kauermann & Carroll (2001), JASA 96, 1387-1396; "
    "Li & Redden (2015), Stat. Med. 34, 281-296"
)
_MD_SOURCE = "Liang & Zeger (1986), Biometrika 73, 13-22; Mancl & DeRouen (2001), Biometrics 57, 126-134"
# A negative working correlation would give large families more than their share of persons; it counts as none.
_ALPHA = (0.0, 0.999)

Errors = Callable[[Sandwich], Matrix]


@statistic(
    name="gee_mean_change",
    formula="b of d = b + error, exchangeable working correlation in families" + _KC,
    offers=INTERVAL_AND_TEST,
    reference=("gee_kc_se", "gee_alpha", "gee_scale"),
    kinds=_NUMBERS,
    source=_KC_SOURCE,
    scale="change",
)
def gee_mean_change(pairs: Pairs, *, confidence: float) -> Number:
    """Mean change by estimating equations, exchangeable correlation in families, Kauermann-Carroll errors, t(G - 1).

    Notes
    -----
    The estimate lies between the person-weighted mean (correlation 0) and the family-weighted one (correlation 1): a
    family of n members has weight n / (1 + (n - 1) alpha).

    Examples
    --------
    >>> number = gee_mean_change(Pairs.of([0] * 7, [1, 2, 3, 4, 5, 6, 7]), confidence=0.95)
    >>> number.value, f"{number.low:.2f} {number.high:.2f} {number.p_value:.4f}"
    (4.0, '2.00 6.00 0.0027')
    """
    return _mean(pairs, confidence, lambda errors: errors.kc)


@statistic(
    name="gee_mean_change_md",
    formula="b of d = b + error, exchangeable working correlation in families" + _MD,
    offers=INTERVAL_AND_TEST,
    reference=("gee_md_se", "gee_alpha", "gee_scale"),
    kinds=_NUMBERS,
    source=_MD_SOURCE,
    scale="change",
)
def gee_mean_change_md(pairs: Pairs, *, confidence: float) -> Number:
    """Mean change by estimating equations, exchangeable correlation in families, Mancl-DeRouen errors, t(G - 1)."""
    return _mean(pairs, confidence, lambda errors: errors.md)


@statistic(
    name="gee_odds_ratio",
    formula="p_2 (1 − p_1) / (p_1 (1 − p_2)), from logit P(yes) = a + b after" + _KC,
    offers=INTERVAL_AND_TEST,
    reference=("gee_kc_se",),
    kinds=_BINARY,
    source=_KC_SOURCE,
    scale="ratio",
)
def gee_odds_ratio(pairs: Pairs, *, confidence: float) -> Number:
    """Odds of yes after over odds of yes before by estimating equations, Kauermann-Carroll errors by family, t(G - 1).

    Notes
    -----
    The working correlation is independence: in complete pairs every unit has one row at each wave, so the estimate is
    the odds ratio of the two shares, which anyone can recompute, and a correlation estimated from few families would
    only add its own uncertainty. The sandwich allows for the dependence. `se` is that of the logarithm. A marginal odds
    ratio; the conditional one of discordant pairs is further from 1.

    Examples
    --------
    >>> pairs = Pairs.of([0, 0, 0, 0, 0, 1, 1, 1, 1, 1], [1, 1, 1, 1, 0, 1, 1, 1, 0, 0])
    >>> number = gee_odds_ratio(pairs, confidence=0.95)
    >>> f"{number.value:.3f} {number.low:.2f} {number.high:.2f}"
    '2.333 0.20 27.39'
    """
    return _odds_ratio(pairs, confidence, lambda errors: errors.kc)


@statistic(
    name="gee_odds_ratio_md",
    formula="p_2 (1 − p_1) / (p_1 (1 − p_2)), from logit P(yes) = a + b after" + _MD,
    offers=INTERVAL_AND_TEST,
    reference=("gee_md_se",),
    kinds=_BINARY,
    source=_MD_SOURCE,
    scale="ratio",
)
def gee_odds_ratio_md(pairs: Pairs, *, confidence: float) -> Number:
    """Odds of yes after over odds of yes before by estimating equations, Mancl-DeRouen errors by family, t(G - 1)."""
    return _odds_ratio(pairs, confidence, lambda errors: errors.md)


@statistic(
    name="gee_rate_ratio",
    formula="(Σ y_2 / Σ t_2) / (Σ y_1 / Σ t_1), from log E(y) = a + b after + log t" + _KC,
    offers=INTERVAL_AND_TEST,
    reference=("gee_kc_se", "count_dispersion"),
    kinds=_COUNTS,
    source=_KC_SOURCE,
    scale="ratio",
)
def gee_rate_ratio(pairs: Pairs, *, confidence: float) -> Number:
    """Rate after over rate before by quasi-Poisson estimating equations, Kauermann-Carroll errors by family, t(G - 1).

    Notes
    -----
    The counts need not be Poisson: only their means are modelled, and the sandwich takes their spread from the data.

    Examples
    --------
    >>> number = gee_rate_ratio(Pairs.of([4, 2, 3, 5, 1, 2, 4], [1, 1, 2, 3, 0, 1, 1]), confidence=0.95)
    >>> f"{number.value:.3f} {number.low:.2f} {number.high:.2f}"
    '0.429 0.27 0.68'
    """
    return _rate_ratio(pairs, confidence, lambda errors: errors.kc)


@statistic(
    name="gee_rate_ratio_md",
    formula="(Σ y_2 / Σ t_2) / (Σ y_1 / Σ t_1), from log E(y) = a + b after + log t" + _MD,
    offers=INTERVAL_AND_TEST,
    reference=("gee_md_se", "count_dispersion"),
    kinds=_COUNTS,
    source=_MD_SOURCE,
    scale="ratio",
)
def gee_rate_ratio_md(pairs: Pairs, *, confidence: float) -> Number:
    """Rate after over rate before by quasi-Poisson estimating equations, Mancl-DeRouen errors by family, t(G - 1)."""
    return _rate_ratio(pairs, confidence, lambda errors: errors.md)


@statistic(
    name="cumulative_odds_ratio",
    formula="exp(b) of logit P(y ≤ k) = a_k − b after, one b for every k" + _KC,
    offers=INTERVAL_AND_TEST,
    reference=("gee_kc_se",),
    kinds=_ORDERED,
    source="McCullagh (1980), JRSS B 42, 109-142; Lipsitz, Kim & Zhao (1994), Stat. Med. 13, 1149-1163",
    scale="ratio",
)
def cumulative_odds_ratio(pairs: Pairs, *, confidence: float) -> Number:
    """Odds of a higher category after over those before, common to all cuts; Kauermann-Carroll by family, t(G - 1).

    Notes
    -----
    Fitted as if all values were independent; the sandwich allows for the dependence. Where the odds ratio differs from
    cut to cut it is an average of them. With two categories it is the odds ratio of the two shares.

    Examples
    --------
    >>> pairs = Pairs.of([1, 1, 1, 2, 2, 2, 3, 3], [1, 2, 2, 3, 3, 2, 2, 3], resolution=1)
    >>> number = cumulative_odds_ratio(pairs, confidence=0.95)
    >>> f"{number.value:.3f} {number.low:.2f} {number.high:.2f}"
    '2.573 0.44 14.93'
    """
    if pairs.n == 0:
        return Number(value=nan, note="no_pairs")
    values = snapped(rounded(np.concatenate([pairs.before, pairs.after]), pairs.resolution))
    before, after = np.unique(values, return_inverse=True)[1].reshape(2, -1)[:, _order(pairs)]
    if np.array_equal(before, after):
        return Number(value=1.0, families_changed=0, note="no_variation")
    fit = cumulative_logit(before, after, pairs.family[_order(pairs)])
    if fit.robust is None or not fit.converged:
        return Number(value=nan, note="waves_apart")
    value, se, df = float(np.exp(fit.log_odds_ratio)), float(fit.robust.kc[-1]), pairs.n_families - 1
    if df < 1:
        return Number(value=value, note="one_family")
    return student_ratio(value, se, df, confidence=confidence, changed=_changed(pairs))


def _order(pairs: Pairs) -> NDArray[np.intp]:
    """Give an order of the units that does not depend on their rows: sums then agree to the last bit."""
    return np.lexsort((*exposures(pairs), pairs.after, pairs.before, pairs.family))


def _changed(pairs: Pairs) -> int:
    """Count the families in which not all members' moves cancel out."""
    return int(np.count_nonzero(families_of(pairs.change, pairs.family, pairs.resolution).sums))


def _mean(pairs: Pairs, confidence: float, errors: Errors) -> Number:
    if pairs.n == 0:
        return Number(value=nan, note="no_pairs")
    families = families_of(pairs.change, pairs.family, pairs.resolution)
    bare = Number(value=float(families.sums.sum()) * families.step / pairs.n)
    if families.size < 2:
        return replace(bare, note="one_family")
    if not varies(families.means):
        return replace(bare, note="no_variation")
    order = _order(pairs)
    response, ones = snapped(pairs.change)[order], np.ones((pairs.n, 1))
    fit = fit_gee(
        response,
        ones,
        pairs.family[order],
        link="identity",
        correlation="exchangeable",
        alpha_range=_ALPHA,
    )
    changed = int(np.count_nonzero(families.sums))
    estimate, se = float(fit.coefficients[0]), float(errors(fit.robust)[0])
    return student(estimate, se, families.size - 1, confidence=confidence, changed=changed)


def _odds_ratio(pairs: Pairs, confidence: float, errors: Errors) -> Number:
    if pairs.n == 0:
        return Number(value=nan, note="no_pairs")
    values = np.concatenate([pairs.before, pairs.after])
    if not np.isin(values, (0.0, 1.0)).all():
        return Number(value=nan, note="not_yes_no")
    yes = np.array([np.sum(pairs.before), np.sum(pairs.after)])
    if np.any(yes == 0) or np.any(yes == pairs.n):
        return Number(value=nan, note="all_alike_at_a_wave")
    no = pairs.n - yes
    value = float(yes[1] * no[0] / (yes[0] * no[1]))
    if pairs.n_families < 2:
        return Number(value=value, note="one_family")
    se = _log_ratio_error(pairs, errors, "logit")
    return student_ratio(value, se, pairs.n_families - 1, confidence=confidence, changed=_changed(pairs))


def _rate_ratio(pairs: Pairs, confidence: float, errors: Errors) -> Number:
    kept, note = exposed(pairs)
    if kept.n == 0:
        return Number(value=nan, note=note)
    fault, value = _events(kept)
    if fault:
        return Number(value=value, note=fault)
    changed = int(np.unique(kept.family[moves(kept) != 0]).size)
    se = _log_ratio_error(kept, errors, "log")
    number = student_ratio(value, se, kept.n_families - 1, confidence=confidence, changed=changed)
    return replace(number, note=number.note or note)


def _events(pairs: Pairs) -> tuple[str, float]:
    """Say what stands in the way of an interval, if anything does, and give the rate ratio if there is one."""
    if np.any(pairs.before < 0) or np.any(pairs.after < 0):
        return "negative_counts", nan
    order = _order(pairs)
    before, after = float(pairs.before[order].sum()), float(pairs.after[order].sum())
    if before == 0:
        return ("all_zero" if after == 0 else "no_events_before"), nan
    spans = [float(span[order].sum()) for span in exposures(pairs)]
    value = after / spans[1] / (before / spans[0])
    if after == 0:
        return "no_events_after", value
    if pairs.n_families < 2:
        return "one_family", value
    if any(np.unique(pairs.family[wave > 0]).size < 2 for wave in (pairs.before, pairs.after)):
        return "events_in_one_family", value
    return "", value


def _log_ratio_error(pairs: Pairs, errors: Errors, link: Link) -> float:
    """Give the standard error of the logarithm of the ratio, of odds or of rates, between the waves."""
    order, ones = _order(pairs), np.ones(pairs.n)
    fit = fit_gee(
        np.concatenate([pairs.before[order], pairs.after[order]]),
        np.column_stack([np.ones(2 * pairs.n), np.concatenate([0 * ones, ones])]),
        np.tile(pairs.family[order], 2),
        link=link,
        offset=np.concatenate([np.log(span[order]) for span in exposures(pairs)]) if link == "log" else None,
    )
    return float(errors(fit.robust)[1])
