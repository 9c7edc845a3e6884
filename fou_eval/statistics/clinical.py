"""Clinically significant change: reliable change across the limit between a clinical and a functional group."""

from collections.abc import Mapping
from dataclasses import replace
from math import nan

import numpy as np
from numpy.typing import NDArray

from fou_eval.statistics.classes import class_share
from fou_eval.statistics.engine import cutoffs
from fou_eval.statistics.individual import verdicts
from fou_eval.statistics.judged import Judged
from fou_eval.statistics.membership import SHARE_FORMULA, share_with_interval
from fou_eval.statistics.number import Number
from fou_eval.statistics.registry import DIRECTED, INTERVAL, RANGE, Kind, statistic

_NUMBERS: frozenset[Kind] = frozenset({"scale", "ordinal"})
_SOURCE = "Jacobson & Truax (1991), J. Consult. Clin. Psychol. 59, 12-19"
_FORMULAS: Mapping[str, str] = {
    "a": "M_clin ± 2 SD_clin, towards the better side; clinical population cited, else the group before",
    "b": "M_func ∓ 2 SD_func, towards the worse side",
    "c": "(SD_clin M_func + SD_func M_clin) / (SD_clin + SD_func); clinical population cited, else the group before",
}
# With `reliably_unchanged` these are the five categories, and the five shares add up to 1.
_CATEGORIES: Mapping[str, tuple[int, str]] = {
    "recovered": (cutoffs.RECOVERED, "reliably better and from the clinical to the functional side"),
    "improved_not_recovered": (cutoffs.IMPROVED, "reliably better, not recovered"),
    "deteriorated_not_harmed": (cutoffs.DETERIORATED, "reliably worse, not harmed"),
    "harmed": (cutoffs.HARMED, "reliably worse and from the functional to the clinical side"),
}
_IN_USE = "; cut-off: the published one, else c, else a"


@statistic(
    name="cutoff_used",
    formula="published cut-off, else c, else a",
    kinds=_NUMBERS,
    source=_SOURCE,
    scale="unit",
    better=DIRECTED,
    takes=Judged,
)
def cutoff_used(judged: Judged, *, confidence: float) -> Number:  # noqa: ARG001
    """Limit between the clinical and the functional side that the categories use; the note says which one it is.

    Examples
    --------
    >>> from fou_eval.statistics.pairs import Pairs
    >>> couples = Judged(pairs=Pairs.of([80, 90], [99, 95]), norm=cutoffs.Population(mean=115, sd=18))
    >>> number = cutoff_used(couples, confidence=0.95)
    >>> f"{number.value:.1f}", number.note
    ('93.5', 'cutoff_c_group')
    """
    found = judged.cutoffs()
    if not found:
        return Number(value=nan, note="no_cutoff")
    name, value = next(iter(found.items()))
    return Number(value=value, note=f"cutoff_{name}{_whose(judged, name)}")


def _whose(judged: Judged, name: str) -> str:
    """Tell cut-offs that rest on the group before from those that rest on cited populations alone."""
    return "_group" if name in {"a", "c"} and judged.clinical is None else ""


def _enter_cutoff(name: str, formula: str) -> None:
    @statistic(
        name=f"cutoff_{name}",
        formula=formula,
        kinds=_NUMBERS,
        source=_SOURCE,
        scale="unit",
        better=DIRECTED,
        takes=Judged,
        reference=(f"cutoff_{name}",),
    )
    def cutoff(judged: Judged, *, confidence: float) -> Number:  # noqa: ARG001
        value = judged.cutoffs().get(name)
        return Number(value=nan, note="no_norm") if value is None else Number(value=value)


for _name, _formula in _FORMULAS.items():
    _enter_cutoff(_name, _formula)


def five_categories(judged: Judged, cutoff: float) -> tuple[NDArray[np.int64], str]:
    """Put every unit into recovered 2, improved 1, unchanged 0, deteriorated -1 or harmed -2, by Jacobson and Truax.

    Parameters
    ----------
    judged
        Pairs and the cited reliability.
    cutoff
        Limit between the clinical and the functional side.

    Returns
    -------
    codes, note
        One code per unit, shape (n,); and why there are none, or nothing.
    """
    signs, note = verdicts(judged)
    if note:
        return signs, note
    pairs = judged.pairs
    before, after = (
        cutoffs.side(values, cutoff, sign=pairs.improvement_sign) for values in (pairs.before, pairs.after)
    )
    return cutoffs.categories(signs, before, after), ""


def _enter_category(name: str, code: int, what: str) -> None:
    @statistic(
        name=name,
        formula=f"#{{{what}}} / n, reliable by d / (√2 SEM) beyond ±1.96{_IN_USE}{SHARE_FORMULA}",
        kinds=_NUMBERS,
        source=_SOURCE,
        scale="proportion",
        better=DIRECTED,
        takes=Judged,
        offers=INTERVAL,
        reference=("rci_jt_counts",),
    )
    def share(judged: Judged, *, confidence: float) -> Number:
        codes, note = _in_use(judged)
        if note:
            return Number(value=nan, note=note)
        if judged.beyond_scale():
            return replace(
                class_share(codes == code, judged.pairs.family), note="reliable_change_beyond_scale"
            )
        return share_with_interval(codes == code, judged.pairs.family, confidence=confidence)


for _name, (_code, _what) in _CATEGORIES.items():
    _enter_category(_name, _code, _what)


def _in_use(judged: Judged) -> tuple[NDArray[np.int64], str]:
    """Give the categories with the cut-off in use; and why there are none, or nothing."""
    found = judged.cutoffs()
    note = judged.why_unreliable() or ("" if found else "no_cutoff")
    return (
        (np.zeros(0, dtype=np.int64), note) if note else five_categories(judged, next(iter(found.values())))
    )


@statistic(
    name="recovered_by_cutoff",
    formula=f"#{{recovered}} / n{_IN_USE}; range: with each of the cut-offs published, a, b and c that there is",
    kinds=_NUMBERS,
    source=_SOURCE,
    scale="proportion",
    better=DIRECTED,
    takes=Judged,
    offers=RANGE,
    reference=("rci_jt_counts",),
)
def recovered_by_cutoff(judged: Judged, *, confidence: float) -> Number:  # noqa: ARG001
    """Share recovered, and the smallest and largest that it is by any cut-off that what is cited allows."""
    codes, note = _in_use(judged)
    if note:
        return Number(value=nan, note=note)
    recovered = [
        float(np.mean(five_categories(judged, cutoff)[0] == cutoffs.RECOVERED))
        for cutoff in judged.cutoffs().values()
    ]
    number = class_share(codes == cutoffs.RECOVERED, judged.pairs.family)
    return replace(number, low=min(recovered), high=max(recovered))
