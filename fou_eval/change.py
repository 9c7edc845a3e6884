"""Every number of a study: each statistic for each indicator, and maxT over the primary ones."""

from collections.abc import Iterator
from dataclasses import replace

import numpy as np

from fou_eval.declaration import Cell, Indicator, Plan, transition
from fou_eval.estimates import Estimate, Estimates, Provenance
from fou_eval.matching import match
from fou_eval.participants import participants
from fou_eval.statistics import CATALOGUE, class_share, for_kind, holm, max_t
from fou_eval.statistics.number import Number
from fou_eval.statistics.pairs import Pairs
from fou_eval.study import Study, fingerprint

# The rows that carry p-values adjusted for testing several primary indicators.
TESTED = ("family_mean_change", "family_rate_change")


def measure_change(study: Study) -> Estimates:
    """Measure before/after change in every declared indicator.

    The contrast, the primary indicators, the confidence and the seed are the plan's. Each statistic is computed on
    the complete pairs of its indicator, matched by id, with the family as the unit of inference.

    Parameters
    ----------
    study
        A study from `open_study`.

    Returns
    -------
    Estimates
        One unrounded row per number: participants first, then each indicator in the order of the codebook.
    """
    pairs = {indicator.name: _pairs(study, indicator) for indicator in study.codebook.indicators()}
    rows = list(participants(study))
    for indicator in study.codebook.indicators():
        rows += _outcome(study, indicator, pairs[indicator.name])
    return Estimates(
        rows=tuple(_adjusted(study.plan, rows, {name: found[0] for name, found in pairs.items()})),
        codebook=study.codebook,
        plan=study.plan,
        provenance=_provenance(study),
    )


def _pairs(study: Study, indicator: Indicator) -> tuple[Pairs, dict[str, Pairs]]:
    """Match the contrast, and every other later wave on the units of the contrast."""
    contrast, measured = study.plan.contrast, study.measured(indicator)
    main = match(indicator, measured, before=contrast.before, after=contrast.after)
    own = measured.of(~np.isnan(measured.at(contrast.before)) & ~np.isnan(measured.at(contrast.after)))
    later = measured.waves[measured.waves.index(contrast.before) + 1 :]
    return main, {wave: match(indicator, own, before=contrast.before, after=wave) for wave in later}


def _outcome(study: Study, indicator: Indicator, found: tuple[Pairs, dict[str, Pairs]]) -> Iterator[Estimate]:
    pairs, waves = found
    plan, contrast = study.plan, study.plan.contrast
    base = Estimate(
        outcome=indicator.name,
        domain=indicator.domain,
        kind=indicator.kind,
        unit=indicator.unit,
        better=indicator.better,
        primary=plan.primary.get(indicator.domain) == indicator.name,
        sensitive=indicator.column.sensitive,
        statistic="",
        wave_before=contrast.before,
        wave_after=contrast.after,
        value=np.nan,
        confidence=plan.confidence,
        before_only=pairs.before_only,
        after_only=pairs.after_only,
    )
    for entry in for_kind(indicator.kind, indicator.better):
        yield _row(base, entry.name, entry.function(pairs, confidence=plan.confidence), pairs)
    for cell in (cell for partition in indicator.column.partitions() for cell in partition.cells):
        for statistic, values in (("class_share_before", pairs.before), ("class_share_after", pairs.after)):
            number = class_share(_members(indicator, cell, values), pairs.family)
            yield replace(_row(base, statistic, number, pairs), category=cell.category)
    yield from _transitions(indicator, pairs, base)
    for wave, course in waves.items():
        number = CATALOGUE["change_from_entry"].function(course, confidence=plan.confidence)
        yield replace(_row(base, "change_from_entry", number, course), wave_after=wave)


def _transitions(indicator: Indicator, pairs: Pairs, base: Estimate) -> Iterator[Estimate]:
    """Give the share of units that moved from each class to each class, for every declared view."""
    for view in indicator.column.partitions():
        first = {cell: _members(indicator, cell, pairs.before) for cell in view.cells}
        last = {cell: _members(indicator, cell, pairs.after) for cell in view.cells}
        for before, starts in first.items():
            for after, ends in last.items():
                number = class_share(starts & ends, pairs.family)
                yield replace(
                    _row(base, "transition_share", number, pairs), category=transition(before, after)
                )


def _row(base: Estimate, statistic: str, number: Number, pairs: Pairs) -> Estimate:
    waves = {"_before": base.wave_before, "_after": base.wave_after}
    at = next((wave for ending, wave in waves.items() if statistic.endswith(ending)), None)
    return replace(
        base,
        statistic=statistic,
        wave_before=at or base.wave_before,
        wave_after=at or base.wave_after,
        value=number.value,
        low=number.low,
        high=number.high,
        p_value=number.p_value,
        p_exact=number.p_exact,
        se=number.se,
        df=number.df,
        n=pairs.n,
        n_families=pairs.n_families,
        families_changed=number.families_changed,
        families_in=number.families_in,
        families_out=number.families_out,
        note=number.note,
    )


def _members(indicator: Indicator, cell: Cell, values: np.ndarray) -> np.ndarray:
    """Say which values lie in a class: those of its codes, or from its start to its end, both included."""
    if cell.codes:
        numbers = indicator.column.values()
        return np.isin(values, [numbers[code] for code in cell.codes])
    start = -np.inf if cell.start is None else cell.start
    end = np.inf if cell.end is None else cell.end
    return (values >= start) & (values <= end)


def _adjusted(plan: Plan, rows: list[Estimate], pairs: dict[str, Pairs]) -> list[Estimate]:
    """Adjust the p-values of the primary indicators for being several, as the plan says."""
    places = [
        place
        for place, row in enumerate(rows)
        if row.primary and row.statistic in TESTED and np.isfinite(row.p_value)
    ]
    if plan.multiplicity == "none" or not places:
        return rows
    if plan.multiplicity == "holm":
        adjusted = holm([rows[place].p_value for place in places])
    else:
        tested = [pairs[rows[place].outcome] for place in places]
        adjusted = max_t(tested, rng=plan.rng("multiplicity", "maxt")).step_down
    for place, p_value in zip(places, adjusted, strict=True):
        rows[place] = replace(rows[place], p_adjusted=max(float(p_value), rows[place].p_value))
    return rows


def _provenance(study: Study) -> Provenance:
    return Provenance(
        data={name: fingerprint(study, name) for name in study.codebook.tables},
        declarations=dict(study.declaration.fingerprints),
        rows={name: len(frame) for name, frame in study.tables.items()},
        synthetic=study.synthetic,
        sources={
            name: entry.source for name, entry in CATALOGUE.items() if any(c.isdigit() for c in entry.source)
        },
    )
