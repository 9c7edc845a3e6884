"""How much one family decides."""

from dataclasses import replace
from math import nan

import numpy as np

from fou_eval.statistics.families import families_of
from fou_eval.statistics.number import Number
from fou_eval.statistics.pairs import Pairs
from fou_eval.statistics.registry import Kind, statistic

_MEANS: frozenset[Kind] = frozenset({"scale", "ordinal", "binary", "ladder"})


@statistic(
    name="leave_one_family_out",
    kinds=_MEANS,
    source="Tukey (1958), Annals of Mathematical Statistics 29, 614",
    scale="unit",
)
def leave_one_family_out(pairs: Pairs, *, confidence: float) -> Number:  # noqa: ARG001
    """Mean change over units; from the smallest to the largest that it becomes when one family is left out.

    Examples
    --------
    >>> number = leave_one_family_out(Pairs.of([0, 0, 0], [1, 2, 6]), confidence=0.95)
    >>> number.low, number.value, number.high
    (1.5, 3.0, 4.0)
    """
    if pairs.n == 0:
        return Number(value=nan, note="no_pairs")
    families = families_of(pairs.change, pairs.family, pairs.resolution)
    total = float(families.sums.sum())
    number = Number(value=total * families.step / pairs.n)
    if families.size < 2:
        return replace(number, note="one_family")
    without = (total - families.sums) * families.step / (pairs.n - families.sizes)
    return replace(number, low=float(np.min(without)), high=float(np.max(without)))
