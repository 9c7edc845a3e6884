"""How precisely spreads are published: intervals rounded outwards to coarser steps, before anything is left out.

A mean with a narrow interval says how many families can have moved the other way. Coarser ends are the first remedy,
as coarser classes are for a table: what remains is true, and says less.
"""

from dataclasses import replace
from math import ceil, floor, isfinite, nan

from fou_eval.disclosure.rules import FAMILIES_FOR_SPREAD, without_test
from fou_eval.estimates import Estimate
from fou_eval.formatting import NOT_SMALL, P_CLASSES, estimate_decimals, round_to

# Steps that the ends of an interval are rounded outwards to, in units of the last published decimal; a precision of 0
# leaves them as they are, and one beyond the last shows no interval at all.
STEPS = (1, 5, 10)
NO_SPREAD = len(STEPS)
# Standardised numbers and those that follow from an interval: beside coarser intervals they keep their value alone, and
# they go with the intervals, as does what says of tests.
FOLLOW = frozenset({"g_av", "minimal_detectable_change"})


def decimals_of(estimate: Estimate, resolution: float | None) -> int:
    """Give the decimals of the published profile: none after the decimal sign on fewer than ten families.

    Examples
    --------
    >>> row = Estimate(statistic="mean_change", scale="change", value=1.37, n_families=12)
    >>> decimals_of(row, 1.0), decimals_of(row, 10.0)
    (1, 0)
    """
    decimals = estimate_decimals(estimate.scale, resolution)
    return decimals if estimate.n_families >= FAMILIES_FOR_SPREAD else max(0, decimals - 1)


def step_of(estimate: Estimate, resolution: float | None, precision: int) -> float:
    """Give the step that the ends of an interval are rounded to."""
    decimals = decimals_of(estimate, resolution)
    return float(STEPS[precision] * 10.0**-decimals)


def coarsened(estimate: Estimate, resolution: float | None, precision: int) -> Estimate:
    """Show a row as one precision asks.

    Parameters
    ----------
    estimate
        A row at the precision of the published profile.
    resolution
        Step of the indicator.
    precision
        0 for the row as it is; 1 and 2 round interval ends outwards to 5 and 10 units of the last decimal and say of
        p only whether it is below 0.05; 3 shows neither interval nor test.

    Examples
    --------
    >>> row = Estimate(statistic="mean_change", scale="change", value=1.4, low=0.6, high=2.2, p_value=0.01,
    ...                n_families=14)
    >>> [(seen.low, seen.high, seen.p_value) for seen in (coarsened(row, 1.0, step) for step in (0, 1, 2, 3))]
    [(0.6, 2.2, 0.01), (0.5, 2.5, 0.05), (0.0, 3.0, 0.05), (nan, nan, nan)]
    """
    if precision == 0:
        return estimate
    if precision == NO_SPREAD:
        return without_test(estimate)
    step, decimals = step_of(estimate, resolution, precision), decimals_of(estimate, resolution)
    return replace(
        estimate,
        low=_outwards(estimate.low, step, decimals, -1),
        high=_outwards(estimate.high, step, decimals, 1),
        p_value=_only_small(estimate.p_value),
        p_exact=_only_small(estimate.p_exact),
        p_adjusted=_only_small(estimate.p_adjusted),
        q_value=_only_small(estimate.q_value),
        se=nan,
    )


def _outwards(end: float, step: float, decimals: int, way: int) -> float:
    """Round an end to the next step that lies outside of every number it can have been rounded from."""
    if not isfinite(end):
        return end
    whole = round_to((end + way * 0.5 * 10.0**-decimals) / step, 6)
    steps = floor(whole) if way < 0 else ceil(whole)
    return round_to(steps * step, decimals)


def _only_small(p: float) -> float:
    """Say of a p-value only whether it is below 0.05."""
    return p if not isfinite(p) else P_CLASSES[-1] if p <= P_CLASSES[-1] else NOT_SMALL
