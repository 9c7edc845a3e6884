"""What a statistic is counted in, for estimates that a test makes by hand."""

from fou_eval.estimates import change_scale
from fou_eval.statistics import CATALOGUE


def scale_of(statistic: str, kind: str = "") -> str:
    """The scale that `measure_change` would give; counts of participants have no entry in the catalogue."""
    if statistic not in CATALOGUE:
        return "count"
    scale = CATALOGUE[statistic].scale
    return change_scale(kind) if scale == "change" else scale
