"""Whether one family makes most of the change that is priced."""

from collections.abc import Iterator

import numpy as np

from fou_eval.estimates import Estimate
from fou_eval.records.amounts import DOMINATED, DOMINATING
from fou_eval.study import Study


def largest_family(study: Study) -> Iterator[Estimate]:
    """Give the part of the change in the priced indicator that comes from the family that contributes most to it.

    The change is summed over families, those with fewer days and those with more; the part may exceed the whole where
    others changed the other way. What a scenario says then rests on a single family.
    """
    declared = study.codebook.project.economy
    if declared is None:
        return
    indicator = study.codebook.indicator(declared.priced)
    source = next(table for table in study.codebook.tables.values() if declared.priced in table.measures)
    measured, contrast = study.measured(indicator), study.plan.contrast
    places = [measured.waves.index(wave) for wave in (contrast.before, contrast.after)]
    before, after = (measured.value[:, place] / measured.exposure[:, place] for place in places)
    change = (after - before)[np.isfinite(after - before)]
    if change.size == 0:
        return
    whole = float(change.sum())
    # Where nothing changed on the whole, nobody makes a part of it, and that is told no more than a large part.
    share = float((change * np.sign(whole)).max() / abs(whole)) if whole else np.nan
    yield Estimate(
        statistic="largest_family_share",
        category=f"{source.table}:{indicator.name}",
        scale="proportion",
        sensitive=indicator.column.sensitive,
        value=share,
        n=change.size,
        n_families=change.size,
        families_in=int(np.count_nonzero(change)),
        note="" if share <= DOMINATING else DOMINATED,
    )
