"""Every number of a study: each statistic for each indicator, and maxT over the primary ones."""

from collections.abc import Iterator
from dataclasses import replace

import numpy as np

from fou_eval.consequences import following
from fou_eval.declaration import Indicator, Plan
from fou_eval.estimates import Estimate, Estimates, change_scale, level_scale, size_scale
from fou_eval.evidence.gather import contrast_pairs, gather
from fou_eval.fingerprints import data_marks
from fou_eval.participants import participants
from fou_eval.populations import populations
from fou_eval.provenance import Provenance
from fou_eval.records import facts, recorded
from fou_eval.robustness import agreement
from fou_eval.statistics import CATALOGUE, adjusted, for_kind, max_t
from fou_eval.statistics.number import Number
from fou_eval.statistics.pairs import Pairs
from fou_eval.statistics.registry import Statistic
from fou_eval.study import Study

# The rows that carry p-values adjusted for testing several primary indicators.
TESTED = ("family_mean_change", "family_rate_change")

# Where the codebook cites no reliability, norm or limit there is nothing to tell, rather than a row that tells so.
NOT_CITED = frozenset({"no_reliability", "no_norm", "no_cutoff", "no_meaningful_change"})


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
        One unrounded row per number: participants first, then each indicator in the order of the codebook, then what
        is made of records, and last what follows from all of these.
    """
    pairs = {item.name: contrast_pairs(study, item) for item in study.codebook.indicators()}
    rows = list(participants(study))
    for indicator in study.codebook.indicators():
        own = list(_outcome(study, indicator, pairs[indicator.name]))
        summary = agreement(own)
        rows += own if summary is None else [*own, summary]
    rows += recorded(study)
    told = facts(study)
    rows += following(tuple(rows), study.codebook, told)
    return Estimates(
        rows=tuple(_adjusted(study.plan, rows, pairs)),
        codebook=study.codebook,
        plan=study.plan,
        provenance=_provenance(study),
        populations=tuple(populations(study)),
        pairs=pairs,
        facts=told,
    )


def _outcome(study: Study, indicator: Indicator, pairs: Pairs) -> Iterator[Estimate]:
    base = _base(study.plan, indicator, pairs)
    for found in gather(study, indicator, pairs):
        own = replace(
            base,
            category=found.category,
            wave_after=found.wave_after or base.wave_after,
            n=found.n,
            n_families=found.n_families,
            sensitive=base.sensitive or found.sensitive,
        )
        for entry in for_kind(indicator.kind, indicator.better, type(found.evidence), found.scope):
            number = entry.function(found.evidence, confidence=study.plan.confidence)
            if number.note not in NOT_CITED:
                yield _row(own, entry, number)


def _base(plan: Plan, indicator: Indicator, pairs: Pairs) -> Estimate:
    """Give what all rows of an indicator share."""
    return Estimate(
        outcome=indicator.name,
        domain=indicator.domain,
        kind=indicator.kind,
        unit=indicator.unit,
        better=indicator.better,
        primary=plan.primary.get(indicator.domain) == indicator.name,
        sensitive=indicator.column.sensitive,
        statistic="",
        wave_before=plan.contrast.before,
        wave_after=plan.contrast.after,
        value=np.nan,
        confidence=plan.confidence,
        before_only=pairs.before_only,
        after_only=pairs.after_only,
    )


# What a number in the indicator's unit is counted in for yes/no and for counts depends on the kind.
_OWN_SCALE = {"change": change_scale, "unit": level_scale, "size": size_scale}


def _row(base: Estimate, entry: Statistic, number: Number) -> Estimate:
    waves = {"_before": base.wave_before, "_after": base.wave_after}
    at = next((wave for ending, wave in waves.items() if entry.name.endswith(ending)), None)
    return replace(
        base,
        statistic=entry.name,
        scale=_OWN_SCALE.get(entry.scale, lambda _: entry.scale)(base.kind),
        wave_before=at or base.wave_before,
        wave_after=at or base.wave_after,
        value=number.value,
        low=number.low,
        high=number.high,
        p_value=number.p_value,
        p_exact=number.p_exact,
        se=number.se,
        df=number.df,
        confidence=base.confidence if np.isnan(number.confidence) else number.confidence,
        families_changed=number.families_changed,
        families_in=number.families_in,
        families_out=number.families_out,
        note=number.note,
    )


def _adjusted(plan: Plan, rows: list[Estimate], pairs: dict[str, Pairs]) -> list[Estimate]:
    """Adjust the headline p-values: of the primary indicators as the plan says, and of all of them for discoveries."""
    tested = [place for place, row in enumerate(rows) if row.statistic in TESTED and np.isfinite(row.p_value)]
    primary = [place for place in tested if rows[place].primary]
    rates = adjusted([rows[place].p_value for place in tested], "bh")
    for place, q_value in zip(tested, rates, strict=True):
        rows[place] = replace(rows[place], q_value=float(q_value))
    for place, p_value in zip(primary, _over_primary(plan, [rows[p] for p in primary], pairs), strict=False):
        rows[place] = replace(rows[place], p_adjusted=max(p_value, rows[place].p_value))
    return rows


def _over_primary(plan: Plan, rows: list[Estimate], pairs: dict[str, Pairs]) -> list[float]:
    """Give the adjusted p-value of each primary indicator; none where the plan asks for no adjustment."""
    if plan.multiplicity == "none" or not rows:
        return []
    if plan.multiplicity == "maxt":
        tested = [pairs[row.outcome] for row in rows]
        found = max_t(tested, rng=plan.rng("multiplicity", "maxt")).step_down
    else:
        found = adjusted([row.p_value for row in rows], plan.multiplicity)
    return [float(p_value) for p_value in found]


def _provenance(study: Study) -> Provenance:
    return Provenance(
        data=data_marks(study),
        declarations=dict(study.declaration.fingerprints),
        declared=study.declaration.text,
        synthetic=study.synthetic,
        until=study.cut_off,
        sources={
            name: entry.source for name, entry in CATALOGUE.items() if any(c.isdigit() for c in entry.source)
        },
        families={name: entry.family for name, entry in CATALOGUE.items()},
    )
