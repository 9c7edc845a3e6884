"""The same study told a second time: fewer families or waves, another contrast or threshold, a corrected cell."""

from dataclasses import replace

import pandas as pd

from fou_eval.study import Study


def families(study: Study) -> list[str]:
    """Give the ids of the families, in the order of their entry where the study tells it."""
    name, table = next(
        (name, table)
        for name, table in study.codebook.tables.items()
        if table.with_role("family_id") and not table.with_role("person_id") and not table.with_role("wave")
    )
    frame = study.tables[name]
    date = table.with_role("date")
    ordered = frame.sort_values(date, kind="stable") if date else frame
    return [str(family) for family in ordered[table.with_role("family_id")]]


def without(study: Study, left_out: set[str]) -> Study:
    """Leave families out, as an interim report of those who came first, or of one part of the municipality, does."""
    kept = {
        name: ~study.tables[name][family].isin(left_out)
        if (family := table.with_role("family_id"))
        else pd.Series(True, index=study.tables[name].index)  # costs and the like are about no family
        for name, table in study.codebook.tables.items()
    }
    return _kept(study, kept)


def until(study: Study, wave: str) -> Study:
    """Leave later waves out, as an interim report does."""
    waves = list(study.codebook.waves)
    later = set(waves[waves.index(wave) + 1 :])
    kept = {
        name: ~study.tables[name][table.with_role("wave")].isin(later)
        if table.with_role("wave")
        else pd.Series(True, index=study.tables[name].index)
        for name, table in study.codebook.tables.items()
    }
    return _kept(study, kept)


def with_plan(study: Study, **changed: object) -> Study:
    """Change the plan: the contrast, the disclosure limits."""
    plan = study.plan.model_copy(update=changed)
    return replace(study, declaration=replace(study.declaration, plan=plan))


def corrected(study: Study, outcome: str, *, by: float, unit: int = 0) -> Study:
    """Correct the value after of one unit of those that have both, and leave everything else as it was."""
    indicator = study.codebook.indicator(outcome)
    table = study.codebook.tables[indicator.table]
    frame = study.tables[indicator.table].copy()
    own, wave = table.with_role("person_id") or table.with_role("family_id"), table.with_role("wave")
    at = {
        name: frame[(frame[wave] == name) & frame[outcome].notna()].set_index(own)[outcome]
        for name in (study.plan.contrast.before, study.plan.contrast.after)
    }
    after = at[study.plan.contrast.after]
    both = sorted(set(after.index) & set(at[study.plan.contrast.before].index))
    place = frame.index[(frame[own] == both[unit % len(both)]) & (frame[wave] == study.plan.contrast.after)][
        0
    ]
    low, high = indicator.column.ends()
    value = float(frame.loc[place, outcome])
    moved = (
        value + by
        if (high is None or value + by <= high) and (low is None or value + by >= low)
        else value - by
    )
    frame.loc[place, outcome] = moved
    return replace(study, tables={**study.tables, indicator.table: frame})


def _kept(study: Study, kept: dict[str, "pd.Series[bool]"]) -> Study:
    tables, reasons = {}, {}
    for name, mask in kept.items():
        places = mask.to_numpy().nonzero()[0]
        new = {int(old): place for place, old in enumerate(places)}
        tables[name] = study.tables[name][mask.to_numpy()].reset_index(drop=True)
        given = study.reasons[name]
        given = given[given["row"].isin(new)]
        reasons[name] = given.assign(row=given["row"].map(new)).reset_index(drop=True)
    return replace(study, tables=tables, reasons=reasons)
