"""Yes or no before and after."""

import numpy as np

from fou_eval.statistics.classes import class_share
from fou_eval.statistics.clustered import CR2_FORMULA, clipped, clustered_mean
from fou_eval.statistics.number import Number
from fou_eval.statistics.pairs import Pairs
from fou_eval.statistics.registry import INTERVAL_AND_TEST, Kind, statistic

_BINARY: frozenset[Kind] = frozenset({"binary"})


@statistic(
    name="share_yes_before",
    formula="#{yes before} / n",
    reference=("paired_table",),
    kinds=_BINARY,
    source="Counted.",
    scale="proportion",
)
def share_yes_before(pairs: Pairs, *, confidence: float) -> Number:  # noqa: ARG001
    """Share of yes at the first wave among the units that have both values."""
    return class_share(pairs.before == 1, pairs.family)


@statistic(
    name="share_yes_after",
    formula="#{yes after} / n",
    reference=("paired_table",),
    kinds=_BINARY,
    source="Counted.",
    scale="proportion",
)
def share_yes_after(pairs: Pairs, *, confidence: float) -> Number:  # noqa: ARG001
    """Share of yes at the second wave among the units that have both values."""
    return class_share(pairs.after == 1, pairs.family)


@statistic(
    name="paired_difference",
    formula="(#{no to yes} − #{yes to no}) / n" + CR2_FORMULA,
    offers=INTERVAL_AND_TEST,
    reference=(
        "paired_difference",
        "cr2_se",
        "cr2_df",
        "cr2_ci",
    ),
    kinds=_BINARY,
    source="Pustejovsky & Tipton (2018), JBES 36, 672-683",
    scale="points",
)
def paired_difference(pairs: Pairs, *, confidence: float) -> Number:
    """Share of yes after minus share of yes before, with CR2 standard error by family and Satterthwaite's t.

    Notes
    -----
    The interval is cut at -1 and 1, with a note.

    Examples
    --------
    >>> paired_difference(Pairs.of([0, 0, 1, 0], [1, 1, 1, 0]), confidence=0.95).value
    0.5
    """
    return clipped(clustered_mean(pairs.change, pairs.family, confidence=confidence, resolution=1.0))


def paired_table(pairs: Pairs) -> tuple[int, int, int, int]:
    """Count yes-yes, yes-no, no-yes and no-no.

    Examples
    --------
    >>> paired_table(Pairs.of([1, 1, 0, 0], [1, 0, 1, 1]))
    (1, 1, 2, 0)
    """
    before, after = pairs.before == 1, pairs.after == 1
    cells = (before & after, before & ~after, ~before & after, ~before & ~after)
    yes_yes, yes_no, no_yes, no_no = (int(np.sum(cell)) for cell in cells)
    return yes_yes, yes_no, no_yes, no_no
