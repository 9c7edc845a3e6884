"""How many changed by at least as much as matters, as declared before looking."""

from collections.abc import Mapping
from dataclasses import replace
from math import nan

import numpy as np
from numpy.typing import NDArray

from fou_eval.statistics.engine.reliable import at_least
from fou_eval.statistics.judged import Judged
from fou_eval.statistics.membership import NET_FORMULA, SHARE_FORMULA, balance, share_with_interval
from fou_eval.statistics.number import Number
from fou_eval.statistics.registry import DIRECTED, INTERVAL, INTERVAL_AND_TEST, Kind, statistic

_NUMBERS: frozenset[Kind] = frozenset({"scale", "ordinal"})
_SOURCE = "Jaeschke, Singer & Guyatt (1989), Controlled Clinical Trials 10, 407-415"
_SHARES: Mapping[str, tuple[int, str]] = {
    "meaningfully_improved": (1, "better by ≥ m"),
    "meaningfully_unchanged": (0, "|d| < m"),
    "meaningfully_worse": (-1, "worse by ≥ m"),
}


def matters(judged: Judged) -> tuple[NDArray[np.int64], str]:
    """Give 1 for a change for the better of what matters or more, -1 for the worse, else 0; shape (n,), or why not.

    Examples
    --------
    >>> from fou_eval.statistics.pairs import Pairs
    >>> matters(Judged(pairs=Pairs.of([5, 5, 5], [3, 4, 7], better="lower"), meaningful_change=2))
    (array([ 1,  0, -1]), '')
    """
    if judged.pairs.n == 0:
        return np.zeros(0, dtype=np.int64), "no_pairs"
    if judged.meaningful_change is None:
        return np.zeros(0, dtype=np.int64), "no_meaningful_change"
    return at_least(judged.improvement, judged.meaningful_change), ""


def _enter(name: str, sign: int, what: str) -> None:
    @statistic(
        name=name,
        formula=f"#{{{what}}} / n, m = declared smallest change that matters{SHARE_FORMULA}",
        kinds=_NUMBERS,
        source=_SOURCE,
        scale="proportion",
        better=DIRECTED,
        takes=Judged,
        offers=INTERVAL,
        reference=("anchor_counts",),
    )
    def share(judged: Judged, *, confidence: float) -> Number:
        signs, note = matters(judged)
        if note:
            return Number(value=nan, note=note)
        number = share_with_interval(signs == sign, judged.pairs.family, confidence=confidence)
        return replace(number, note=number.note or _doubt(judged))


for _name, (_sign, _what) in _SHARES.items():
    _enter(_name, _sign, _what)


@statistic(
    name="net_meaningful_improvement",
    formula="(#{better by ≥ m} − #{worse by ≥ m}) / n, m = declared smallest change that matters"
    + NET_FORMULA,
    kinds=_NUMBERS,
    source=_SOURCE,
    scale="points",
    better=DIRECTED,
    takes=Judged,
    offers=INTERVAL_AND_TEST,
    reference=("anchor_counts",),
)
def net_meaningful_improvement(judged: Judged, *, confidence: float) -> Number:
    """Share better by what matters or more, less share worse by as much, with CR2 by family and Satterthwaite's t."""
    signs, note = matters(judged)
    if note:
        return Number(value=nan, note=note)
    number = balance(signs, judged.pairs.family, confidence=confidence)
    return replace(number, note=number.note or _doubt(judged))


def _doubt(judged: Judged) -> str:
    """Say so where what matters is less than what measurement error can bring about in one unit."""
    if judged.meaningful_change is None or judged.why_unreliable():
        return ""
    return "meaningful_within_error" if judged.meaningful_change <= judged.error().smallest_reliable else ""
