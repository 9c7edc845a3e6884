"""All waves of one indicator from entry on."""

import numpy as np

from fou_eval.declaration import Indicator
from fou_eval.matching import resolution
from fou_eval.statistics.waves import Waves
from fou_eval.study import Study


def all_waves(study: Study, indicator: Indicator) -> Waves:
    """Give every unit with a value at two waves or more, from the before-wave of the contrast on.

    Notes
    -----
    Units that were measured at one wave say nothing about a course. Months are those since entry, as declared.
    """
    measured = study.measured(indicator)
    first = measured.waves.index(study.plan.contrast.before)
    values = measured.value[:, first:]
    kept = np.count_nonzero(~np.isnan(values), axis=1) >= 2
    months = [float(study.codebook.waves[wave].months) for wave in measured.waves[first:]]
    return Waves(
        values=values[kept],
        months=np.array(months),
        family=measured.family[kept],
        better=indicator.better,
        resolution=resolution(indicator),
        exposure=measured.exposure[kept][:, first:] if indicator.kind == "count" else None,
        seed=study.plan.stream("waves", indicator.name),
    )
