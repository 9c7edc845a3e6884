"""Who has a value before and none after, and between which ends the missing value must lie."""

from fou_eval.declaration import Indicator
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
    A unit whose family had not reached the after-wave when the data ended is not missing there, and is left out.

    The random stream is named after the indicator and the two waves, so that another indicator moves no number.
    """
    first = before or study.plan.contrast.before
    last = after or study.plan.contrast.after
    measured = study.measured(indicator)
    values = measured.at(first)
    left = measured.left(first, last)
    exposure = measured.exposure[left, measured.waves.index(first)]
    lowest, highest = indicator.column.ends()
    return Incomplete(
        pairs=match(indicator, measured, before=first, after=last),
        left_before=values[left],
        left_family=measured.family[left],
        left_exposure=exposure if indicator.kind == "count" else None,
        lowest=lowest,
        highest=highest,
        seed=study.plan.stream("imputation", indicator.name, first, last),
    )
