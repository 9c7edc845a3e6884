"""The rules that one estimate must pass before it may be published.

The unit that is protected is the family: every threshold counts distinct families with a valid value. Each rule
looks at one estimate and returns it as it may be shown, or none when it may not be shown at all.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from math import isfinite, isnan, nan
from types import MappingProxyType

from fou_eval.disclosure.listed import PROJECT, RECORDED, STRUCTURE
from fou_eval.estimates import Estimate
from fou_eval.formatting import P_CLASSES, estimate_decimals, published_p, round_to

# Standard deviations, intervals and tests need ten degrees of freedom before they say nothing about single
# families: with eight integer ratings, mean and SD to one decimal leave about twenty possible data sets.
FAMILIES_FOR_SPREAD = 10
# Statistics that are nothing but a spread or a test.
SPREAD_ONLY = frozenset({"g_av", "minimal_detectable_change", "procedures_that_agree"})
# A rank correlation and a mean of months have decimals that ten families need.
SPREAD_ONLY |= {"services_and_helped", "months_with_advocate", "mean_months_to_close"}
# Filled-in means: with the number of units behind them they give the mean at entry of those who left.
FILLED_IN = frozenset({"bound_no_change", "bound_worst", "bound_best", "bound_lowest", "bound_highest"})
# Whatever their numbers, only words are published.
IN_WORDS = FILLED_IN | {"tipping_point", "leave_one_family_out"}
# Functions of the mean before, which their intervals would tell more of than its own row does.
BENCHMARKS = frozenset({"regression_to_mean", "change_beyond_regression"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What a rule must know beside the estimate.

    Attributes
    ----------
    threshold
        Fewest families on either side of a split: the plan's smallest cell, or its sensitive cell.
    enrolled
        Families in the study.
    resolution
        Step of the indicator, which decides the published decimals.
    ends
        Smallest and largest value that the indicator can take; none where the codebook states none.
    """

    threshold: int
    enrolled: int
    resolution: float | None
    ends: tuple[float | None, float | None] = (None, None)


LEVELS = frozenset({"mean_before", "mean_after"})
# Why no test was made: at most five families changed. The audit acts on it, and readers are not told.
FEW_CHANGED = "too_few_families_changed"
TELLING_NOTES = frozenset(
    {
        *("no_variation", "all_zero", "no_events_before", "no_events_after", "events_in_one_family"),
        *("no_spread_at_entry", "one_family_dominates", "ranks_agree", "few_advocates"),
    }
)
# What no count of families limits.
_FREE = STRUCTURE | PROJECT

Rule = Callable[[Estimate, Limits], Estimate | None]


def withheld(estimate: Estimate) -> Estimate:
    """Keep what an estimate is about and drop every number in it."""
    return replace(
        without_test(estimate),
        value=nan,
        n=0,
        n_families=0,
        families_in=None,
        families_out=None,
        families_changed=None,
        before_only=None,
        after_only=None,
        note="",
    )


def without_test(estimate: Estimate) -> Estimate:
    """Drop interval, p-values, standard error and degrees of freedom."""
    return replace(
        estimate, low=nan, high=nan, p_value=nan, p_exact=nan, p_adjusted=nan, q_value=nan, se=nan, df=nan
    )


def large_enough_study(estimate: Estimate, limits: Limits) -> Estimate | None:
    """A study of fewer than ten families shows who took part, and no results."""
    return estimate if limits.enrolled >= FAMILIES_FOR_SPREAD or estimate.statistic in _FREE else None


def enough_families(estimate: Estimate, limits: Limits) -> Estimate | None:
    """A number stands on at least as many families as the threshold, or is not shown.

    A row that could not be computed (no pairs, say) holds no number; it passes with its note.
    """
    if estimate.statistic in _FREE or not isfinite(estimate.value):
        return estimate
    return estimate if estimate.n_families >= limits.threshold else None


def both_sides(estimate: Estimate, limits: Limits) -> Estimate | None:
    """Both sides of a split hold at least the threshold of families, and so do the events of a rate.

    A side without any family is refused too: "all" or "none" tells every neighbour about every family. A row that
    could not be computed holds no number and passes with its note.
    """
    if estimate.statistic in _FREE | IN_WORDS or not isfinite(estimate.value):
        return estimate
    if estimate.families_in is None:
        return estimate
    sides = [side for side in (estimate.families_in, estimate.families_out) if side is not None]
    return estimate if min(sides) >= limits.threshold else None


def inside_the_scale(estimate: Estimate, limits: Limits) -> Estimate | None:
    """A mean at the end of the scale is not shown: then every family stands there."""
    return None if estimate.statistic in LEVELS and estimate.value in limits.ends else estimate


def no_common_change(estimate: Estimate, limits: Limits) -> Estimate | None:  # noqa: ARG001
    """A change that is the same for every family, or a number that is mostly one family's, tells of single families."""
    return None if estimate.note in TELLING_NOTES else estimate


def no_differencing(estimate: Estimate, limits: Limits) -> Estimate | None:  # noqa: ARG001
    """Leaving one family out is reported in words.

    With the overall mean, the mean without a family gives that family's value by subtraction; what remains is
    whether the direction of the change holds whichever family is left out.
    """
    if estimate.statistic != "leave_one_family_out":
        return estimate
    ends = (estimate.low, estimate.high)
    stable = all(isfinite(end) and end * estimate.value > 0 for end in ends)
    note = estimate.note or ("direction_stable" if stable else "direction_not_stable")
    return replace(estimate, value=nan, low=nan, high=nan, note=note)


def missing_in_words(estimate: Estimate, limits: Limits) -> Estimate | None:  # noqa: ARG001
    """What those who left could have changed is told in words: the direction that remains, or whether it could turn."""
    if estimate.statistic == "tipping_point":
        # Whether there was room is what the bounds say; see `derived`.
        note = estimate.note if isnan(estimate.value) else "tipping_possible"
    elif estimate.statistic in FILLED_IN:
        sign, word = {"lower": (-1, "better"), "higher": (1, "better")}.get(estimate.better, (1, "higher"))
        direction = word if sign * estimate.value > 0 else f"not_{word}"
        note = estimate.note if isnan(estimate.value) else f"bound_{direction}"
    else:
        return estimate
    bare = without_test(replace(estimate, value=nan, n=0, n_families=0, families_in=None, families_out=None))
    return replace(bare, note=note)


def benchmark_alone(estimate: Estimate, limits: Limits) -> Estimate | None:  # noqa: ARG001
    """The benchmark of regression to the mean is shown without interval and test."""
    return without_test(estimate) if estimate.statistic in BENCHMARKS else estimate


def families_for_spread(estimate: Estimate, limits: Limits) -> Estimate | None:  # noqa: ARG001
    """Intervals, tests and standardised changes stand on ten families or more."""
    if estimate.n_families >= FAMILIES_FOR_SPREAD or estimate.statistic in _FREE:
        return estimate
    if not isfinite(estimate.value):
        return estimate
    if estimate.statistic in SPREAD_ONLY:
        return None
    return without_test(estimate)


def coarse_p(estimate: Estimate, limits: Limits) -> Estimate | None:
    """Below 0.05 a p-value is shown as a class (< 0.05, < 0.01, < 0.001), else rounded up to one significant digit.

    With G families the smallest p-value of the sign-flip test is 2^(1 - G): all moved the same way. When the k families
    that moved least go the other way it is at least 2^(k + 1 - G). A class is used only where as many families as the
    threshold could have done so: at a threshold of 5, < 0.05 from 11 families on, < 0.01 from 13 and < 0.001 from 16.
    Where not even the first class may be used no p-value is shown, large ones neither.
    """
    least = least_class(estimate.n_families, limits.threshold)
    return replace(
        estimate,
        p_value=_classed(estimate.p_value, least),
        p_exact=_classed(estimate.p_exact, least),
        p_adjusted=_classed(estimate.p_adjusted, least),
        q_value=_classed(estimate.q_value, least),
    )


def least_class(families: int, threshold: int) -> float:
    """Give the smallest p-value that leaves open that as many families as the threshold moved against the others."""
    return float(2.0 ** (threshold + 1 - families))


def _classed(p: float, least: float) -> float:
    seen = published_p(p)
    if least > P_CLASSES[-1]:
        return nan
    return next(bound for bound in P_CLASSES if bound >= max(seen, least)) if seen in P_CLASSES else seen


def drop_out_range(estimate: Estimate, limits: Limits) -> Estimate | None:
    """Fewer missing families than the threshold are shown as a range of possible counts."""
    if estimate.statistic == "missing_reason":
        return estimate if (estimate.families_in or 0) >= limits.threshold else None
    if estimate.families_out is None or not 0 < estimate.families_out < limits.threshold:
        return estimate
    if estimate.statistic == "persons_at_wave":
        return None
    if estimate.statistic != "families_at_wave":
        return estimate
    return replace(
        estimate,
        value=nan,
        low=float(limits.enrolled - limits.threshold + 1),
        high=float(limits.enrolled - 1),
        n=0,
        n_families=0,
        families_in=None,
        families_out=None,
    )


def small_counts(estimate: Estimate, limits: Limits) -> Estimate | None:  # noqa: ARG001
    """Counts beside a number are not told: how many families changed or had any, and how many units lack a value.

    With the shares the first counts who did not change, also where a note only says that they were few: beside a rise
    on average it leaves at most four families that fell. A count of persons may be that of one family. The numbers of
    those who left go too: families that left whole are those measured before less those that stayed.
    """
    if estimate.statistic == "leavers_difference":
        estimate = replace(estimate, n=0, n_families=0)
    if estimate.statistic in RECORDED:
        # Less the families with care in a window it is those with care at other times alone; and rows less families
        # are rows of those that have several.
        estimate = replace(estimate, n_families=0)
    return replace(
        estimate,
        families_changed=None,
        families_in=None,
        families_out=None,
        before_only=None,
        after_only=None,
        note="" if estimate.note == FEW_CHANGED else estimate.note,
    )


def published_precision(estimate: Estimate, limits: Limits) -> Estimate | None:
    """Values have the decimals of the published profile, on fewer than ten families none.

    Means and spreads with more digits than the scale supports rebuild small data sets.
    """
    decimals = estimate_decimals(estimate.scale, limits.resolution)
    if _families_behind(estimate) < FAMILIES_FOR_SPREAD and estimate.statistic not in _FREE | RECORDED:
        decimals = max(0, decimals - 1)
    return replace(
        estimate,
        value=round_to(estimate.value, decimals),
        low=round_to(estimate.low, decimals),
        high=round_to(estimate.high, decimals),
        se=round_to(estimate.se, decimals),
        df=round_to(estimate.df, 0),
    )


def _families_behind(estimate: Estimate) -> int:
    """Count the families that a number rests on; a difference of two groups rests on the smaller one."""
    if estimate.statistic != "leavers_difference":
        return estimate.n_families
    return min(estimate.n_families, estimate.families_in or 0, estimate.families_out or 0)


# In this order: what may not be shown at all, then what is taken away, the digits that remain, the counts beside them.
RULES: Mapping[str, Rule] = MappingProxyType(
    {
        "rule.small_study": large_enough_study,
        "rule.few_families": enough_families,
        "rule.split": both_sides,
        "rule.scale_end": inside_the_scale,
        "rule.common_change": no_common_change,
        "rule.differencing": no_differencing,
        "rule.missing_in_words": missing_in_words,
        "rule.benchmark": benchmark_alone,
        "rule.spread": families_for_spread,
        "rule.coarse_p": coarse_p,
        "rule.drop_out_range": drop_out_range,
        "rule.precision": published_precision,
        "rule.small_counts": small_counts,
    }
)
# Rules whose work is not worth a remark in the report: they touch every row alike.
SILENT = frozenset({"rule.precision", "rule.coarse_p", "rule.small_counts"})
