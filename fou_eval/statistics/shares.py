"""Shares that became better, stayed the same or became worse, and their balance."""

from dataclasses import replace
from math import nan

import numpy as np
from scipy.special import betaincinv

from fou_eval.statistics.classes import class_share
from fou_eval.statistics.clustered import CR2_FORMULA, clipped, clustered_mean
from fou_eval.statistics.moves import exposed, improvements
from fou_eval.statistics.number import Number
from fou_eval.statistics.pairs import Pairs
from fou_eval.statistics.registry import DIRECTED, EVERY_KIND, INTERVAL_AND_TEST, UNDIRECTED, statistic

_COUNTED = "Counted."
# With five families that moved the same way the sign test cannot go below 6 %.
FEWEST_CHANGED = 6


@statistic(
    name="share_better",
    formula="#{better} / n",
    reference=("better_same_worse_counts",),
    kinds=EVERY_KIND,
    source=_COUNTED,
    scale="proportion",
    better=DIRECTED,
)
def share_better(pairs: Pairs, *, confidence: float) -> Number:  # noqa: ARG001
    """Share of the units whose value moved in the direction of improvement.

    Examples
    --------
    >>> share_better(Pairs.of([3, 3, 3, 3], [1, 2, 3, 4], better="lower"), confidence=0.95).value
    0.5
    """
    return _share(pairs, 1)


@statistic(
    name="share_higher",
    formula="#{d > 0} / n",
    reference=("better_same_worse_counts",),
    kinds=EVERY_KIND,
    source=_COUNTED,
    scale="proportion",
    better=UNDIRECTED,
)
def share_higher(pairs: Pairs, *, confidence: float) -> Number:  # noqa: ARG001
    """Share of the units whose value rose, for an indicator without a better direction."""
    return _share(pairs, 1)


@statistic(
    name="share_same",
    formula="#{d = 0} / n",
    reference=("n_zero_changes",),
    kinds=EVERY_KIND,
    source=_COUNTED,
    scale="proportion",
)
def share_same(pairs: Pairs, *, confidence: float) -> Number:  # noqa: ARG001
    """Share of the units whose value is the same at both waves, to the resolution of the indicator."""
    return _share(pairs, 0)


@statistic(
    name="share_worse",
    formula="#{worse} / n",
    reference=("better_same_worse_counts",),
    kinds=EVERY_KIND,
    source=_COUNTED,
    scale="proportion",
    better=DIRECTED,
)
def share_worse(pairs: Pairs, *, confidence: float) -> Number:  # noqa: ARG001
    """Share of the units whose value moved against the direction of improvement."""
    return _share(pairs, -1)


@statistic(
    name="share_lower",
    formula="#{d < 0} / n",
    reference=("better_same_worse_counts",),
    kinds=EVERY_KIND,
    source=_COUNTED,
    scale="proportion",
    better=UNDIRECTED,
)
def share_lower(pairs: Pairs, *, confidence: float) -> Number:  # noqa: ARG001
    """Share of the units whose value fell, for an indicator without a better direction."""
    return _share(pairs, -1)


@statistic(
    name="share_not_better",
    formula="#{same or worse} / n",
    reference=("better_same_worse_counts",),
    kinds=EVERY_KIND,
    source=_COUNTED,
    scale="proportion",
    better=DIRECTED,
)
def share_not_better(pairs: Pairs, *, confidence: float) -> Number:  # noqa: ARG001
    """Share of the units that stayed the same or became worse: shown when too few did either to show them apart."""
    return _share(pairs, 0, -1)


@statistic(
    name="share_not_worse",
    formula="#{better or same} / n",
    reference=("better_same_worse_counts",),
    kinds=EVERY_KIND,
    source=_COUNTED,
    scale="proportion",
    better=DIRECTED,
)
def share_not_worse(pairs: Pairs, *, confidence: float) -> Number:  # noqa: ARG001
    """Share of the units that became better or stayed the same: shown when too few did either to show them apart."""
    return _share(pairs, 0, 1)


@statistic(
    name="share_not_higher",
    formula="#{d ≤ 0} / n",
    reference=("better_same_worse_counts",),
    kinds=EVERY_KIND,
    source=_COUNTED,
    scale="proportion",
    better=UNDIRECTED,
)
def share_not_higher(pairs: Pairs, *, confidence: float) -> Number:  # noqa: ARG001
    """Share of the units whose value stayed the same or fell, for an indicator without a better direction."""
    return _share(pairs, 0, -1)


@statistic(
    name="share_not_lower",
    formula="#{d ≥ 0} / n",
    reference=("better_same_worse_counts",),
    kinds=EVERY_KIND,
    source=_COUNTED,
    scale="proportion",
    better=UNDIRECTED,
)
def share_not_lower(pairs: Pairs, *, confidence: float) -> Number:  # noqa: ARG001
    """Share of the units whose value rose or stayed the same, for an indicator without a better direction."""
    return _share(pairs, 0, 1)


@statistic(
    name="net_improvement",
    formula="(#{better} − #{worse}) / n" + CR2_FORMULA,
    offers=INTERVAL_AND_TEST,
    reference=(
        "net_improvement",
        "net_improvement_cr2_se",
        "net_improvement_cr2_df",
        "net_improvement_cr2_p",
        "net_improvement_cr2_ci",
    ),
    kinds=EVERY_KIND,
    source="Cliff (1993), Psychological Bulletin 114, 494-509; Pustejovsky & Tipton (2018), JBES 36, 672-683",
    scale="points",
    better=DIRECTED,
)
def net_improvement(pairs: Pairs, *, confidence: float) -> Number:
    """Share better minus share worse, with CR2 and Satterthwaite's t on the signs of the changes.

    Notes
    -----
    The interval is cut at -1 and 1. When everybody moved the same way there is no variation to estimate a standard
    error from; the interval is then the exact binomial one (Clopper-Pearson) for families, as the note says.

    Examples
    --------
    >>> number = net_improvement(Pairs.of([2, 2, 2, 2], [3, 3, 2, 1]), confidence=0.95)
    >>> number.value, f"{number.low:.2f} {number.high:.2f}", number.note
    (0.25, '-1.00 1.00', 'share_interval_clipped')
    """
    kept, note = exposed(pairs)
    if kept.n == 0:
        return Number(value=nan, note=note)
    number = clustered_mean(improvements(kept), kept.family, confidence=confidence, resolution=1.0)
    if number.note == "no_variation" and abs(number.value) == 1:
        return _same_way(number, kept.n_families, confidence)
    number = clipped(number)
    return replace(number, note=number.note or note)


def _same_way(number: Number, families: int, confidence: float) -> Number:
    """Give the exact binomial interval for the share of families, turned into a balance of shares."""
    share = float(betaincinv(families, 1, (1 - confidence) / 2))
    ends = sorted((number.value, number.value * (2 * share - 1)))
    p_value = 2.0 ** (1 - families) if families >= FEWEST_CHANGED else nan
    return replace(number, low=ends[0], high=ends[1], p_value=p_value, note="share_interval_families")


def _share(pairs: Pairs, *directions: int) -> Number:
    kept, note = exposed(pairs)
    share = class_share(np.isin(improvements(kept), directions), kept.family)
    return replace(share, note=note or share.note)
