"""Who has a value before and none after, and between which ends the missing value must lie."""

import numpy as np

from fou_eval.declaration import Column, Indicator
from fou_eval.matching import match
from fou_eval.statistics.dropouts import Incomplete
from fou_eval.study import Study


def incomplete(
    study: Study, indicator: Indicator, *, before: str | None = None, after: str | None = None
) -> Incomplete:
    """Match before with after, and keep the units that have a value before only.

    Parameters
    ----------
    study
        A study from `open_study`.
    indicator
        One of its indicators.
    before, after
        Codes of the two waves; those of the plan's contrast when left out.

    Notes
    -----
    The random stream is named after the indicator and the two waves, so that another indicator moves no number.
    """
    first = before or study.plan.contrast.before
    last = after or study.plan.contrast.after
    measured = study.measured(indicator)
    values = measured.at(first)
    left = ~np.isnan(values) & np.isnan(measured.at(last))
    exposure = measured.exposure[left, measured.waves.index(first)]
    lowest, highest = scale_ends(indicator.column)
    return Incomplete(
        pairs=match(indicator, measured, before=first, after=last),
        left_before=values[left],
        left_family=measured.family[left],
        left_exposure=exposure if indicator.kind == "count" else None,
        lowest=lowest,
        highest=highest,
        seed=study.plan.stream("imputation", indicator.name, first, last),
    )


def scale_ends(column: Column) -> tuple[float | None, float | None]:
    """Give the smallest and largest value of a column: of its codes, steps or truth values, or as declared.

    Examples
    --------
    >>> from fou_eval.declaration.text import Text
    >>> absence = Column(label=Text(sv="Frånvaro", en="Absence"), type="number", min=0, max=100)
    >>> scale_ends(absence)
    (0.0, 100.0)
    """
    codes = column.values().values()
    if codes:
        return min(codes), max(codes)
    if column.type == "boolean":
        return 0.0, 1.0
    low, high = (float(end) if isinstance(end, int | float) else None for end in (column.min, column.max))
    return low, high
