"""Change since entry, wave by wave."""

from dataclasses import replace
from math import nan

from fou_eval.statistics.clustered import CR2_FORMULA, clustered_mean
from fou_eval.statistics.moves import exposed
from fou_eval.statistics.number import Number
from fou_eval.statistics.pairs import Pairs
from fou_eval.statistics.registry import EVERY_KIND, INTERVAL_AND_TEST, statistic


@statistic(
    name="change_from_entry",
    formula="mean of y_w − y_entry over the units of the contrast" + CR2_FORMULA,
    offers=INTERVAL_AND_TEST,
    reference=(
        "mean_change",
        "cr2_se",
        "cr2_ci",
    ),
    kinds=EVERY_KIND,
    source="Pustejovsky & Tipton (2018), JBES 36, 672-683",
    scale="change",
    scope="course",
)
def change_from_entry(pairs: Pairs, *, confidence: float) -> Number:
    """Mean change from entry to a later wave, with CR2 by family; of counts per exposure where there is an exposure.

    Parameters
    ----------
    pairs
        Entry and one later wave, of the units of the contrast that were measured at that wave.
    confidence
        Coverage of the interval, in (0, 1).
    """
    return mean_exposed_change(pairs, confidence=confidence)


def mean_exposed_change(pairs: Pairs, *, confidence: float) -> Number:
    """Mean change over units with CR2 by family; of counts per exposure where there is an exposure."""
    kept, note = exposed(pairs)
    if kept.n == 0:
        return Number(value=nan, note=note)
    change, step = kept.change, kept.resolution
    if kept.exposure_before is not None and kept.exposure_after is not None:
        change, step = kept.after / kept.exposure_after - kept.before / kept.exposure_before, None
    number = clustered_mean(change, kept.family, confidence=confidence, resolution=step)
    return replace(number, note=number.note or note)
