"""Numbers that follow from others, worked out anew from those that are published: they tell nothing beyond them.

The same quantity rounded twice on different scales is narrower than either; a smallest detectable change is an
interval in other units, a benchmark a mean before, and an adjusted p-value somebody else's p-value.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from math import isfinite, isnan, nan

from fou_eval.declaration import Codebook
from fou_eval.declaration.plan import Multiplicity
from fou_eval.disclosure.leavers import against
from fou_eval.disclosure.release import Decision, Released
from fou_eval.disclosure.rules import BENCHMARKS, FAMILIES_FOR_SPREAD, withheld
from fou_eval.estimates import Estimate, Estimates
from fou_eval.formatting import estimate_decimals, published_p, round_to
from fou_eval.statistics.multiplicity import Adjustment, adjusted

Shown = Mapping[tuple[str, str, str], Estimate]  # by outcome, statistic, later wave
# A class of p-values does not hold its upper end, nor does what is worked out from it.
_BELOW = 1e-12


def worked_out(rows: Iterable[Released], estimates: Estimates) -> tuple[Released, ...]:
    """Replace what follows from published numbers by what follows from them as they are published.

    Parameters
    ----------
    rows
        All rows, as the other rules left them.
    estimates
        The same rows before any rule.
    """
    done = tuple(rows)
    shown = {
        (row.estimate.outcome, row.estimate.statistic, row.estimate.wave_after): row.estimate
        for row in done
        if row.decision.status != "withheld" and not row.estimate.category
    }
    raw = {(row.outcome, row.statistic, row.wave_after): row for row in estimates if not row.category}
    rates = _adjusted([row.estimate for row in done], estimates.plan.multiplicity)
    return tuple(_one(row, shown, raw, estimates.codebook, rates) for row in done)


def _one(
    row: Released, shown: Shown, raw: Shown, codebook: Codebook, rates: Mapping[str, tuple[float, float]]
) -> Released:
    estimate = row.estimate
    if row.decision.status == "withheld":
        return row
    if estimate.statistic == "minimal_detectable_change":
        return _detectable(row, shown, raw, codebook)
    if estimate.statistic in BENCHMARKS and isfinite(estimate.value):
        return _benchmark(row, shown, codebook)
    if estimate.statistic == "tipping_point":
        return _tipping(row, shown, raw)
    if isfinite(estimate.q_value) or isfinite(estimate.p_adjusted):
        p_adjusted, q_value = rates[estimate.outcome]
        return replace(row, estimate=replace(estimate, p_adjusted=p_adjusted, q_value=q_value))
    return row


def _detectable(row: Released, shown: Shown, raw: Shown, codebook: Codebook) -> Released:
    """Scale the published interval of the mean change; their ratio is one of t quantiles and tells no value."""
    estimate = row.estimate
    if isnan(estimate.value):
        return row
    source = "paired_difference" if estimate.kind == "binary" else "change_from_entry"
    key = (estimate.outcome, source, estimate.wave_after)
    seen, full = shown.get(key), raw.get(key)
    if seen is None or full is None or not isfinite(seen.high - seen.low) or full.high <= full.low:
        return _closed(row, "rule.linked_spread")
    whole = raw[estimate.outcome, estimate.statistic, estimate.wave_after].value
    value = whole * (seen.high - seen.low) / (full.high - full.low)
    return replace(row, estimate=replace(estimate, value=_rounded(value, estimate, codebook)))


def _benchmark(row: Released, shown: Shown, codebook: Codebook) -> Released:
    """Put the published means into the formula; norm and reliability are declared."""
    estimate = row.estimate
    column = codebook.indicator(estimate.outcome).column
    before = shown.get((estimate.outcome, "mean_before", estimate.wave_before))
    change = shown.get((estimate.outcome, "mean_change", estimate.wave_after))
    if before is None or change is None or column.norm is None or column.reliability is None:
        return _closed(row, "rule.linked_levels")
    expected = (1 - column.reliability.value) * (column.norm.mean - before.value)
    value = expected if estimate.statistic == "regression_to_mean" else change.value - expected
    return replace(row, estimate=replace(estimate, value=_rounded(value, estimate, codebook)))


def _tipping(row: Released, shown: Shown, raw: Shown) -> Released:
    """Repeat what the bound that fills in the end against the change says."""
    estimate = row.estimate
    point = raw[estimate.outcome, "tipping_point", estimate.wave_after].value
    if isnan(point) or point == 0:
        return row
    (name,) = against(-point, estimate.better)
    bound = shown.get((estimate.outcome, name, estimate.wave_after))
    if bound is None:
        return _closed(row, "rule.leavers_room")
    rises = (bound.note in {"bound_better", "bound_higher"}) == (estimate.better != "lower")
    note = "tipping_not_possible" if rises == (point < 0) else "tipping_possible"
    return replace(row, estimate=replace(estimate, note=note))


def _adjusted(rows: Sequence[Estimate], method: Multiplicity) -> dict[str, tuple[float, float]]:
    """Adjust the published p-values; those by maxT follow from no p-value and stay."""
    tests = [row for row in rows if isfinite(row.q_value) and isfinite(row.p_value)]
    primary = [row for row in tests if isfinite(row.p_adjusted)]
    rates = _of_published(tests, "bh")
    own = {row.outcome: row.p_adjusted for row in rows if row.outcome and isfinite(row.p_adjusted)}
    if method in {"holm", "bh"}:
        own |= _of_published(primary, "holm" if method == "holm" else "bh")
    return {name: (own.get(name, nan), rates.get(name, nan)) for name in own.keys() | rates.keys()}


def _of_published(rows: Sequence[Estimate], method: Adjustment) -> dict[str, float]:
    """Adjust p-values as they are published, and coarsen the result as they are, by outcome."""
    found = adjusted([row.p_value for row in rows], method)
    return {row.outcome: published_p(float(value) - _BELOW) for row, value in zip(rows, found, strict=True)}


def _rounded(value: float, estimate: Estimate, codebook: Codebook) -> float:
    """Round as the precision of the published profile asks."""
    decimals = estimate_decimals(estimate.scale, codebook.indicator(estimate.outcome).column.resolution)
    return round_to(value, decimals if estimate.n_families >= FAMILIES_FOR_SPREAD else max(0, decimals - 1))


def _closed(row: Released, rule: str) -> Released:
    return Released(estimate=withheld(row.estimate), decision=Decision(status="withheld", rules=(rule,)))
