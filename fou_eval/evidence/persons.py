"""What individual change is judged against, and goals with whose they are: the evidence about persons."""

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from fou_eval.declaration import Indicator
from fou_eval.statistics.engine.cutoffs import Population
from fou_eval.statistics.goals import Goals
from fou_eval.statistics.judged import Judged
from fou_eval.statistics.pairs import Pairs
from fou_eval.study import Study


def judged(indicator: Indicator, pairs: Pairs) -> Judged:
    """Join pairs with what the declaration cites about the indicator; what is not cited is none."""
    column = indicator.column
    norm, clinical = column.norm, column.clinical
    low, high = column.ends()
    return Judged(
        pairs=pairs,
        reliability=column.reliability.value if column.reliability else None,
        reliability_source=column.reliability.source if column.reliability else "",
        norm=Population(mean=norm.mean, sd=norm.sd) if norm else None,
        clinical=Population(mean=clinical.mean, sd=clinical.sd) if clinical else None,
        cutoff=float(column.cutoff.value) if column.cutoff else None,
        meaningful_change=column.meaningful_change.value if column.meaningful_change else None,
        limits=None if low is None or high is None else (low, high),
    )


def is_judged(indicator: Indicator) -> bool:
    """Say whether anything is cited that individual change could be judged against."""
    column = indicator.column
    cited = (column.reliability, column.norm, column.clinical, column.cutoff, column.meaningful_change)
    return any(part is not None for part in cited)


def is_attainment(indicator: Indicator) -> bool:
    """Say whether an indicator is the attainment of goals."""
    return indicator.column.goal is not None


def goals(study: Study, indicator: Indicator) -> Goals:
    """Gather the goals that were followed up at the after-wave of the contrast, with their attainment before.

    The T score is that of a person where goals belong to persons, else that of a family. A goal keeps the weight of the
    before-wave; one that came later has that of the after-wave.

    Parameters
    ----------
    indicator
        An outcome that is declared as the attainment of goals.
    """
    contrast, measured = study.plan.contrast, study.measured(indicator)
    followed = measured.of(~np.isnan(measured.at(contrast.after)))
    first = _rows_at(study, indicator, contrast.before).reindex(followed.units)
    last = _rows_at(study, indicator, contrast.after).reindex(followed.units)
    weight = first["weight"].fillna(last["weight"])
    return Goals(
        after=followed.at(contrast.after),
        before=followed.at(contrast.before),
        weight=weight.to_numpy(np.float64),
        owner=np.unique(last["owner"].astype(str), return_inverse=True)[1].astype(np.int64),
        family=followed.family,
        same_rater=_same(first["rater"], last["rater"]) if indicator.column.rater else None,
    )


def _rows_at(study: Study, indicator: Indicator, wave: str) -> pd.DataFrame:
    """Give owner, weight and rater of the goals with a value at a wave, by the id of the goal."""
    table, frame = study.codebook.table(indicator.table), study.tables[indicator.table]
    goal, rater = indicator.column.goal, indicator.column.rater
    weight = goal.weight if goal else None
    rows = pd.DataFrame(
        {
            "owner": frame[table.unit_columns()[0]],
            "weight": frame[weight].astype(np.float64) if weight else 1.0,
            "rater": frame[rater] if rater else None,
        }
    )
    rows.index = pd.Index(study.unit_ids(indicator.table).astype(str))
    here = (frame[table.with_role("wave")] == wave) & frame[indicator.name].notna()
    return rows[here.to_numpy()]


def _same(first: pd.Series, last: pd.Series) -> NDArray[np.bool_]:
    """Say where the rater is the same at both waves; where one of them is not known nothing else is assumed."""
    differs = first.notna() & last.notna() & (first.astype(object) != last.astype(object))
    same: NDArray[np.bool_] = ~differs.to_numpy(np.bool_)
    return same
