"""How many changed by more than measurement error."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from math import nan

import numpy as np
from numpy.typing import NDArray

from fou_eval.statistics.classes import class_share
from fou_eval.statistics.engine import hageman, reliable
from fou_eval.statistics.engine.families import varies
from fou_eval.statistics.engine.reliable import CRITICAL, CRITICAL_ONE_SIDED, FALSE_SHARE, MeasurementError
from fou_eval.statistics.judged import Judged
from fou_eval.statistics.membership import NET_FORMULA, SHARE_FORMULA, balance, share_with_interval
from fou_eval.statistics.number import Number
from fou_eval.statistics.registry import DIRECTED, INTERVAL, INTERVAL_AND_TEST, RANGE, Kind, statistic

Signs = NDArray[np.int64]

_NUMBERS: frozenset[Kind] = frozenset({"scale", "ordinal"})
_JT_SOURCE = "Jacobson & Truax (1991), J. Consult. Clin. Psychol. 59, 12-19"
_SPREAD = "; SEM = SD √(1 − r), SD of the cited norm, else of the cited clinical population, else before"
# How far a published reliability may be off in another population.
_DOUBT = 0.05


@dataclass(frozen=True, slots=True, kw_only=True)
class _Method:
    """An index of reliable change: its verdict on every unit (1 better, 0, -1 worse), its formula and its source."""

    verdict: Callable[[Judged, MeasurementError], Signs]
    formula: str
    source: str
    reference: tuple[str, ...]


def _jt(judged: Judged, error: MeasurementError) -> Signs:
    return reliable.beyond(judged.improvement, error.smallest_reliable)


def _gln(judged: Judged, error: MeasurementError) -> Signs:
    index = reliable.gulliksen_lord_novick(judged.pairs.before, judged.pairs.after, error)
    return judged.pairs.improvement_sign * reliable.beyond(index, CRITICAL)


def _en(judged: Judged, error: MeasurementError) -> Signs:
    index = reliable.edwards_nunnally(judged.pairs.before, judged.pairs.after, error)
    return judged.pairs.improvement_sign * reliable.beyond(index, CRITICAL)


def _ha(judged: Judged, error: MeasurementError) -> Signs:
    index = hageman.change_index(judged.pairs.before, judged.pairs.after, error)
    return judged.pairs.improvement_sign * reliable.beyond(index, CRITICAL_ONE_SIDED)


_JT = _Method(
    verdict=_jt,
    formula="d / (√2 SEM) beyond ±1.96",
    source=_JT_SOURCE,
    reference=("s_difference_jt", "rci_jt_counts"),
)
_METHODS: Mapping[str, _Method] = {
    "": _JT,
    "_gln": _Method(
        verdict=_gln,
        formula="(y_2 − M_1 − r (y_1 − M_1)) / (SD √(1 − r²)) beyond ±1.96, M_1 = mean before",
        source="Hsu (1989), Behavioral Assessment 11, 459-467",
        reference=("se_prediction", "rci_gln_counts"),
    ),
    "_en": _Method(
        verdict=_en,
        formula="(y_2 − M_1 − r (y_1 − M_1)) / SEM beyond ±1.96, M_1 = mean before",
        source="Speer (1992), J. Consult. Clin. Psychol. 60, 402-408",
        reference=("se_measurement", "rci_en_counts"),
    ),
    "_ha": _Method(
        verdict=_ha,
        formula=(
            "(d r_dd + mean(d) (1 − r_dd)) / (√r_dd √2 SEM) beyond ±1.645 (one-sided 5 %), "
            "r_dd = 1 − 2 SEM² / Var(d)"
        ),
        source="Hageman & Arrindell (1999), Behaviour Research and Therapy 37, 1169-1193",
        reference=("r_dd_ha", "rci_ha_counts"),
    ),
}
_VERDICTS = {"reliably_improved": 1, "reliably_unchanged": 0, "reliably_deteriorated": -1}


def verdicts(judged: Judged, method: str = "") -> tuple[Signs, str]:
    """Judge every unit by an index of reliable change.

    Parameters
    ----------
    judged
        Pairs and the cited reliability.
    method
        Ending of the method's entries: nothing for Jacobson-Truax, `_gln`, `_en` or `_ha`.

    Returns
    -------
    signs, note
        1 for reliably better, 0 for neither, -1 for reliably worse, shape (n,); and why there are none, or nothing.

    Examples
    --------
    >>> from fou_eval.statistics.pairs import Pairs
    >>> verdicts(Judged(pairs=Pairs.of([1, 2, 3, 4], [1, 2, 3, 9]), reliability=0.8))[0]
    array([0, 0, 0, 1])
    """
    note = judged.why_unreliable()
    if note:
        return np.zeros(0, dtype=np.int64), note
    error, chosen = judged.error(), _METHODS[method]
    if chosen.verdict is _ha:
        change = judged.improvement
        if not varies(change) or hageman.variance(change) <= 0 or reliable_part(judged, error) <= 0:
            return np.zeros(0, dtype=np.int64), "change_is_all_error"
    return chosen.verdict(judged, error), ""


def reliable_part(judged: Judged, error: MeasurementError) -> float:
    """Give the share of the variance of the changes that is not measurement error."""
    return hageman.reliability_of_change(judged.pairs.before, judged.pairs.after, error)


def _enter_reliable(ending: str, method: _Method, stem: str, sign: int) -> None:
    @statistic(
        name=stem + ending,
        formula=f"#{{{stem.removeprefix('reliably_')}}} / n by {method.formula}{_SPREAD}{SHARE_FORMULA}",
        kinds=_NUMBERS,
        source=method.source,
        scale="proportion",
        better=DIRECTED,
        takes=Judged,
        offers=INTERVAL,
        reference=method.reference,
    )
    def share(judged: Judged, *, confidence: float) -> Number:
        signs, note = verdicts(judged, ending)
        if note:
            return Number(value=nan, note=note)
        if not ending and judged.beyond_scale():
            return replace(
                class_share(signs == sign, judged.pairs.family), note="reliable_change_beyond_scale"
            )
        return share_with_interval(signs == sign, judged.pairs.family, confidence=confidence)


for _ending, _method in _METHODS.items():
    for _stem, _sign in _VERDICTS.items():
        _enter_reliable(_ending, _method, _stem, _sign)


@statistic(
    name="net_reliable_improvement",
    formula="(#{reliably improved} − #{reliably deteriorated}) / n by d / (√2 SEM) beyond ±1.96"
    + _SPREAD
    + NET_FORMULA,
    kinds=_NUMBERS,
    source=_JT_SOURCE + "; Pustejovsky & Tipton (2018), JBES 36, 672-683",
    scale="points",
    better=DIRECTED,
    takes=Judged,
    offers=INTERVAL_AND_TEST,
    reference=("rci_jt_counts",),
)
def net_reliable_improvement(judged: Judged, *, confidence: float) -> Number:
    """Share reliably improved less share reliably deteriorated, with CR2 by family and Satterthwaite's t.

    Notes
    -----
    Errors alone move as many up as down, so the balance is 0 when nobody changes, which no single share is: this is
    what can be tested.
    """
    signs, note = verdicts(judged)
    if note:
        return Number(value=nan, note=note)
    if judged.beyond_scale():
        return Number(value=0.0, families_changed=0, note="reliable_change_beyond_scale")
    return balance(signs, judged.pairs.family, confidence=confidence)


@statistic(
    name="smallest_reliable_change",
    formula="1.96 √2 SEM in the direction of improvement" + _SPREAD,
    kinds=_NUMBERS,
    source=_JT_SOURCE,
    scale="change",
    better=DIRECTED,
    takes=Judged,
    reference=("s_difference_jt",),
)
def smallest_reliable_change(judged: Judged, *, confidence: float) -> Number:  # noqa: ARG001
    """Change for the better that one unit must exceed to be reliable (Jacobson & Truax), with the sign of the scale.

    Examples
    --------
    >>> from fou_eval.statistics.pairs import Pairs
    >>> item = Judged(pairs=Pairs.of([2, 3, 4], [3, 3, 5]), reliability=0.7, limits=(1, 5))
    >>> number = smallest_reliable_change(item, confidence=0.95)
    >>> f"{number.value:.2f}", number.note
    ('1.52', 'sd_of_the_group')
    """
    note = judged.why_unreliable()
    if note:
        return Number(value=nan, note=note)
    if judged.beyond_scale():
        note = "reliable_change_beyond_scale"
    elif judged.norm is None and judged.clinical is None:
        note = "sd_of_the_group"
    return Number(value=judged.pairs.improvement_sign * judged.error().smallest_reliable, note=note)


@statistic(
    name="expected_false_improved",
    formula="0.025 n",
    kinds=_NUMBERS,
    source=_JT_SOURCE,
    scale="count",
    better=DIRECTED,
    takes=Judged,
)
def expected_false_improved(judged: Judged, *, confidence: float) -> Number:  # noqa: ARG001
    """Number of units that measurement error alone would make reliably improved (Jacobson & Truax) if none changed."""
    note = judged.why_unreliable()
    if note:
        return Number(value=nan, note=note)
    if judged.beyond_scale():
        return Number(value=0.0, note="reliable_change_beyond_scale")
    return Number(value=judged.pairs.n * FALSE_SHARE)


def _enter_doubt(stem: str, sign: int) -> None:
    @statistic(
        name=f"{stem}_by_reliability",
        formula=f"#{{{stem.removeprefix('reliably_')}}} / n by {_JT.formula}{_SPREAD}; range: with r ± 0.05",
        kinds=_NUMBERS,
        source=_JT_SOURCE,
        scale="proportion",
        better=DIRECTED,
        takes=Judged,
        offers=RANGE,
    )
    def share(judged: Judged, *, confidence: float) -> Number:  # noqa: ARG001
        note = judged.why_unreliable()
        if note:
            return Number(value=nan, note=note)
        moved = [_jt(judged, judged.error(shift=shift)) == sign for shift in (0.0, -_DOUBT, _DOUBT)]
        sizes = [float(np.mean(members)) for members in moved]
        return replace(class_share(moved[0], judged.pairs.family), low=min(sizes), high=max(sizes))


_enter_doubt("reliably_improved", 1)
_enter_doubt("reliably_deteriorated", -1)
