"""How far the goals that families set were reached."""

from dataclasses import dataclass, replace
from math import fsum, nan

import numpy as np
from numpy.typing import NDArray

from fou_eval.statistics.engine.attainment import t_scores
from fou_eval.statistics.engine.families import common_step
from fou_eval.statistics.family_change import flipped
from fou_eval.statistics.membership import SHARE_FORMULA, share_with_interval
from fou_eval.statistics.number import Number
from fou_eval.statistics.pairs import Better
from fou_eval.statistics.registry import INTERVAL, INTERVAL_AND_TEST, Kind, statistic

Floats = NDArray[np.float64]

_ATTAINED: frozenset[Kind] = frozenset({"scale", "ordinal"})
_UPWARDS: frozenset[Better] = frozenset({"higher"})
_SOURCE = "Kiresuk & Sherman (1968), Community Mental Health Journal 4, 443-453"
# T scores are written with one decimal; on whole tenths sign-flip sums are counted exactly and fast.
_STEP = 0.1
# Below this a T score is the rounding error of another.
_NOISE = 1e-9
_T_FORMULA = "T = 50 + 10 Σ w x / √(0.7 Σ w² + 0.3 (Σ w)²)"


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Goals:
    """Goals that were followed up, one place per goal.

    Attributes
    ----------
    after
        Attainment after, from -2 (much less than expected) over 0 (as expected) to 2, shape (n,).
    before
        Attainment before, shape (n,); nan where none was set.
    weight
        Weight of each goal, larger than 0, shape (n,).
    owner
        Number of the person or family whose T score the goal counts in, shape (n,).
    family
        Number of the family, shape (n,).
    same_rater
        Whether the same rater scored before and after, shape (n,); none where nobody declared who rated.
    """

    after: Floats
    before: Floats
    weight: Floats
    owner: NDArray[np.int64]
    family: NDArray[np.int64]
    same_rater: NDArray[np.bool_] | None = None

    def __post_init__(self) -> None:
        """Check what every number rests on."""
        shapes = {part.shape for part in (self.after, self.before, self.weight, self.owner, self.family)}
        if len(shapes) != 1 or self.after.ndim != 1:
            raise ValueError("the parts of goals must be one-dimensional and equally long.")
        known = np.concatenate([self.after, self.before[~np.isnan(self.before)]])
        if np.isnan(self.after).any() or np.any(np.abs(known) > 2):
            raise ValueError("attainment lies from -2 to 2 and is known after.")
        if not np.all(self.weight > 0):
            raise ValueError("every goal has a weight larger than 0.")

    @property
    def n(self) -> int:
        """Number of goals."""
        return self.after.size

    def of(self, kept: NDArray[np.bool_]) -> "Goals":
        """Keep some of the goals."""
        return Goals(
            after=self.after[kept],
            before=self.before[kept],
            weight=self.weight[kept],
            owner=self.owner[kept],
            family=self.family[kept],
            same_rater=None if self.same_rater is None else self.same_rater[kept],
        )


@statistic(
    name="goals_reached",
    formula="#{x ≥ 0 after} / number of goals" + SHARE_FORMULA,
    kinds=_ATTAINED,
    source=_SOURCE,
    scale="proportion",
    better=_UPWARDS,
    takes=Goals,
    offers=INTERVAL,
)
def goals_reached(goals: Goals, *, confidence: float) -> Number:
    """Share of the goals that were attained as expected or better, every goal counting once.

    Examples
    --------
    >>> goals = Goals(after=np.array([0.0, 1, -1, 2]), before=np.full(4, -1.0), weight=np.ones(4),
    ...               owner=np.array([1, 1, 2, 3]), family=np.array([1, 1, 2, 3]))
    >>> number = goals_reached(goals, confidence=0.95)
    >>> number.value, number.families_in, number.families_out
    (0.75, 2, 1)
    """
    return share_with_interval(goals.after >= 0, goals.family, confidence=confidence)


@statistic(
    name="gas_t",
    formula=(
        f"{_T_FORMULA} per person or family, mean per family, mean over families; "
        "interval: all shifts with sign-flip mid-p above 1 − confidence"
    ),
    kinds=_ATTAINED,
    source=_SOURCE + "; Tritchler (1984), JASA 79, 200-207",
    scale="score",
    better=_UPWARDS,
    takes=Goals,
    offers=INTERVAL,
    reference=("gas_t",),
)
def gas_t(goals: Goals, *, confidence: float) -> Number:
    """Mean over families of the T score after, with the interval that inverts the sign-flip test by family.

    Notes
    -----
    Sign patterns are counted on whole steps that all scores are multiples of, or on tenths, as T is written. T is 50
    where goals are attained as expected on average. It is not tested against 50, because that would test how
    cautiously goals were set, not whether anything changed.
    """
    if goals.n == 0:
        return Number(value=nan, note="no_goals")
    found = _flipped(_by_family(goals, goals.after) - 50, confidence)
    note = found.note
    if note == "too_few_families_changed":  # how many differ from 50 is of no interest here
        note = "unbounded_interval" if np.isnan(found.low) else ""
    return Number(value=50 + found.value, low=50 + found.low, high=50 + found.high, note=note)


@statistic(
    name="gas_t_change",
    formula=(
        f"Σ a_g / G, a_g = mean in family g of T after − T before of the same goals, {_T_FORMULA}; "
        "p = share of the 2^G sign patterns e with |Σ e_g a_g| ≥ |Σ a_g|, ties counted half; "
        "interval: all shifts of a_g with p above 1 − confidence"
    ),
    kinds=_ATTAINED,
    source=_SOURCE + "; Tritchler (1984), JASA 79, 200-207; Lancaster (1961), JASA 56, 223-234",
    scale="score",
    better=_UPWARDS,
    takes=Goals,
    offers=INTERVAL_AND_TEST,
    reference=("gas_t",),
)
def gas_t_change(goals: Goals, *, confidence: float) -> Number:
    """Mean over families of T after less T before of the same goals, with mid-p sign-flip test by family.

    Notes
    -----
    Goals are usually set below where they are to be reached, at -1 or -2, so a rise is what everybody hopes for: the
    test says that it is more than chance, not that something brought it about. Sign patterns are counted on whole steps
    that all changes are multiples of, or on tenths, as T is written.
    """
    if goals.n == 0:
        return Number(value=nan, note="no_goals")
    scored = ~np.isnan(goals.before)
    kept = goals.of(scored)
    if kept.n == 0:
        return Number(value=nan, note="no_goal_baseline")
    change = _by_family(kept, kept.after) - _by_family(kept, kept.before)
    number = _flipped(change, confidence)
    if number.note:
        return number
    if kept.same_rater is not None and not kept.same_rater.all():
        return replace(number, note="goal_rater_changed")
    return number if scored.all() else replace(number, note="some_goals_without_baseline")


@statistic(
    name="goals_per_family",
    formula="number of goals / number of families",
    kinds=_ATTAINED,
    source="Counted.",
    scale="count",
    better=_UPWARDS,
    takes=Goals,
)
def goals_per_family(goals: Goals, *, confidence: float) -> Number:  # noqa: ARG001
    """Mean number of goals followed up per family with any; the T score depends on it."""
    if goals.n == 0:
        return Number(value=nan, note="no_goals")
    return Number(value=goals.n / np.unique(goals.family).size)


def _flipped(scores: Floats, confidence: float) -> Number:
    """Test and interval from the scores in whole steps, so that every pattern can be counted; the mean is exact."""
    step = step_of(scores)
    counted = np.sort(np.rint(scores / step)).astype(np.int64)
    number = flipped(counted, step, confidence=confidence, version="mid")
    value = fsum(scores) / scores.size
    # Steps may put an end of a very short interval on the wrong side of the mean. (A nan that comes first stays.)
    return replace(number, value=value, low=min(number.low, value), high=max(number.high, value))


def step_of(scores: Floats) -> float:
    """Find what all scores are whole multiples of, where goals are equally many and weigh the same; else a tenth.

    Examples
    --------
    >>> step_of(np.array([20.0, 30.0, -50.0])), step_of(np.array([10.0, 4.564]))
    (10.0, 0.1)
    """
    sizes = np.abs(scores)
    moved = sizes[sizes > _NOISE]
    if moved.size == 0:
        return _STEP
    smallest = float(moved.min())
    part = common_step(scores / smallest)
    return _STEP if part is None else max(smallest * part, _STEP)


def _by_family(goals: Goals, attainment: Floats) -> Floats:
    """Give the mean T score of each family, families sorted by number, shape (G,)."""
    scores = t_scores(attainment, goals.weight, goals.owner)[1]
    first = np.unique(goals.owner, return_index=True)[1]
    place, size = np.unique(goals.family[first], return_inverse=True, return_counts=True)[1:]
    order = np.lexsort((scores, place))
    return np.bincount(place[order], weights=scores[order]) / size
