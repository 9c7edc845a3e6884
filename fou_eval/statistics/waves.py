"""Several waves: slopes per family, and whether anything changed at any wave."""

from dataclasses import dataclass, replace
from math import nan

import numpy as np
from numpy.typing import ArrayLike, NDArray

from fou_eval.statistics.clustered import CR2_FORMULA, clustered_mean
from fou_eval.statistics.engine.families import common_step
from fou_eval.statistics.engine.flips import TIE
from fou_eval.statistics.engine.joint import MaxT, joint_flips
from fou_eval.statistics.engine.slopes import slope_scores, unit_slopes
from fou_eval.statistics.family_change import flipped
from fou_eval.statistics.number import Number
from fou_eval.statistics.pairs import Better
from fou_eval.statistics.registry import EVERY_KIND, INTERVAL_AND_TEST, TEST, statistic
from fou_eval.statistics.shares import FEWEST_CHANGED

Matrix = NDArray[np.float64]

# Slopes are told per year.
YEAR = 12.0


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Waves:
    """One indicator at all waves, of every unit that has any value.

    Attributes
    ----------
    values
        Value of each unit at each wave, nan where there is none, shape (n, waves), in the indicator's unit.
    months
        Months since entry of each wave, shape (waves,), ascending.
    family
        Family of each unit as a whole number, shape (n,); the family is the cluster.
    better
        Direction of improvement.
    resolution
        Step of the indicator.
    exposure
        Time or opportunity behind a count, shape (n, waves), or none; values then become rates.
    seed
        What random sign patterns are drawn from, where there are too many to go through.
    """

    values: Matrix
    months: Matrix
    family: NDArray[np.int64]
    better: Better = "higher"
    resolution: float | None = None
    exposure: Matrix | None = None
    seed: tuple[int, ...] = (0,)

    def __post_init__(self) -> None:
        """Check the shapes and the order of the waves."""
        if self.values.shape != (self.family.size, self.months.size):
            raise ValueError(
                f"values must have one row per unit and one column per wave, not {self.values.shape}."
            )
        if self.exposure is not None and self.exposure.shape != self.values.shape:
            raise ValueError(
                f"exposure must have the shape of values, {self.values.shape}, not {self.exposure.shape}."
            )
        if np.any(np.diff(self.months) <= 0):
            raise ValueError("the months of the waves must ascend.")

    @classmethod
    def of(
        cls,
        values: ArrayLike,
        months: ArrayLike,
        family: ArrayLike | None = None,
        *,
        better: Better = "higher",
        resolution: float | None = None,
    ) -> "Waves":
        """Make waves by hand; without `family` every unit is a family of its own.

        Examples
        --------
        >>> Waves.of([[3, 4, 6], [2, np.nan, 2]], [0, 6, 12]).rates
        array([[ 3.,  4.,  6.],
               [ 2., nan,  2.]])
        """
        table = np.asarray(values, dtype=np.float64)
        codes = np.arange(table.shape[0]) if family is None else np.asarray(family)
        return cls(
            values=table,
            months=np.asarray(months, dtype=np.float64),
            family=codes.astype(np.int64),
            better=better,
            resolution=resolution,
        )

    @property
    def rates(self) -> Matrix:
        """Values in whole steps; over exposures where there are any, and nan where nothing was exposed."""
        values = self.values
        if self.resolution is not None:
            values = np.rint(values / self.resolution) * self.resolution
        if self.exposure is None:
            return values
        usable = np.isfinite(self.exposure) & (self.exposure > 0)
        return np.where(usable, values / np.where(usable, self.exposure, 1.0), np.nan)


@statistic(
    name="family_slope",
    formula=(
        "12 Σ a_g / G, a_g = mean in family g of each unit's least-squares slope on months; "
        "p = share of the 2^G sign patterns e with |Σ e_g a_g| ≥ |Σ a_g|, ties counted half; "
        "interval: all shifts of a_g with p above 1 − confidence"
    ),
    offers=INTERVAL_AND_TEST,
    kinds=EVERY_KIND,
    source="Dawson & Lagakos (1993), Biometrics 49, 1022-1032 (summary statistics); Tritchler (1984), JASA 79, 200-207",
    scale="change",
    takes=Waves,
)
def family_slope(waves: Waves, *, confidence: float) -> Number:
    """Mean of the families' mean slopes per 12 months, with mid-p sign-flip test and the interval that inverts it.

    Notes
    -----
    A unit's slope comes from all its waves, two at least, and has the same weight however many they are. Null
    hypothesis: a family's slope could as well have had the opposite sign.

    Examples
    --------
    >>> rising = [[0, k, 2 * k] for k in (1, 2, 3, 4, 5, 6)]
    >>> number = family_slope(Waves.of(rising, [0, 6, 12]), confidence=0.95)
    >>> number.value, number.low, number.high, number.p_value
    (7.0, 3.0, 11.0, 0.015625)
    """
    usable, note = _with_slope(waves)
    if not usable.any():
        return Number(value=nan, note=note)
    scores, unit = slope_scores(waves.rates[usable], waves.months, waves.family[usable])
    number = flipped(scores, unit * YEAR, confidence=confidence, version="mid")
    return replace(number, note=number.note or note)


@statistic(
    name="unit_slope_cr2",
    formula="12 Σ b_i / n, b_i = least-squares slope of unit i on months" + CR2_FORMULA,
    offers=INTERVAL_AND_TEST,
    kinds=EVERY_KIND,
    source="Bell & McCaffrey (2002), Survey Methodology 28, 169-181; Pustejovsky & Tipton (2018), JBES 36, 672-683",
    scale="change",
    takes=Waves,
)
def unit_slope_cr2(waves: Waves, *, confidence: float) -> Number:
    """Mean of the units' slopes per 12 months, each with weight 1, with CR2 by family and Satterthwaite's t.

    Examples
    --------
    >>> number = unit_slope_cr2(Waves.of([[0, 1, 2], [0, 2, 4], [0, 3, 6]], [0, 6, 12]), confidence=0.95)
    >>> number.value, f"{number.low:.2f} {number.high:.2f}"
    (4.0, '-0.97 8.97')
    """
    usable, note = _with_slope(waves)
    if not usable.any():
        return Number(value=nan, note=note)
    slopes = unit_slopes(waves.rates[usable], waves.months)
    number = clustered_mean(slopes * YEAR, waves.family[usable], confidence=confidence)
    return replace(number, note=number.note or note)


@statistic(
    name="waves_max_t_exact",
    formula=(
        "max_w |Σ a_gw| / √Σ a_gw², a_gw = mean of y_w − y_entry in family g; "
        "p = share of the 2^G sign patterns, the same for all waves, that give a maximum at least as large"
    ),
    offers=TEST,
    kinds=EVERY_KIND,
    source="Westfall & Young (1993), Resampling-Based Multiple Testing, algorithm 2.8",
    scale="score",
    takes=Waves,
)
def waves_max_t_exact(waves: Waves, *, confidence: float) -> Number:  # noqa: ARG001
    """Largest standardised change from entry over all later waves, tested by flipping whole families at all of them.

    Notes
    -----
    Null hypothesis: nothing changed at any wave. `course_p_values` tells the waves apart. Up to 21 families every
    pattern is gone through; beyond, 99,999 are drawn and p is (1 + hits) / (1 + draws).

    Examples
    --------
    >>> rising = [[0, k, 2 * k] for k in (1, 2, 3, 4, 5, 6)]
    >>> number = waves_max_t_exact(Waves.of(rising, [0, 6, 12]), confidence=0.95)
    >>> f"{number.value:.4f}", number.p_value
    ('2.2014', 0.03125)
    """
    scores = _scores_from_entry(waves)
    measured = np.any(np.isfinite(scores), axis=1)
    if not measured.any():
        return Number(value=nan, note="no_later_wave")
    if measured.sum() < 2:
        return Number(value=nan, note="one_family")
    changed = int(np.any(np.nan_to_num(scores) != 0, axis=1).sum())
    if changed == 0:
        return Number(value=nan, families_changed=0, note="no_variation")
    found = _joint(waves, scores)
    value = float(np.max(found.statistic))
    if changed < FEWEST_CHANGED:
        return Number(value=value, families_changed=changed, note="too_few_families_changed")
    p_value = float(np.min(found.step_down))
    return Number(value=value, p_value=p_value, p_exact=p_value, families_changed=changed)


def course_p_values(waves: Waves) -> Matrix:
    """Adjust the tests of change from entry for all later waves by step-down maxT, flipping whole families.

    Returns
    -------
    p_values
        One per wave after the first, shape (waves - 1,).

    Examples
    --------
    >>> rising = [[0, k, 2 * k] for k in (1, 2, 3, 4, 5, 6)]
    >>> course_p_values(Waves.of(rising, [0, 6, 12]))
    array([0.03125, 0.03125])
    """
    return _joint(waves, _scores_from_entry(waves)).step_down


def families_changed(waves: Waves) -> int:
    """Count the families whose mean slope is not 0.

    Examples
    --------
    >>> families_changed(Waves.of([[0, 1], [2, 2], [4, 3]], [0, 12]))
    2
    """
    usable, _ = _with_slope(waves)
    if not usable.any():
        return 0
    sizes = np.abs(slope_scores(waves.rates[usable], waves.months, waves.family[usable])[0])
    return int(np.count_nonzero(sizes > TIE * float(sizes.sum())))


def _with_slope(waves: Waves) -> tuple[NDArray[np.bool_], str]:
    """Say which units have two waves or more, with a note where none has, or none has three."""
    counts = np.isfinite(waves.rates).sum(axis=1)
    most = int(np.max(counts, initial=0))
    return counts > 1, "no_slope" if most < 2 else "slopes_from_two_waves" if most < 3 else ""


def _joint(waves: Waves, scores: Matrix) -> MaxT:
    return joint_flips(np.nan_to_num(scores), rng=np.random.default_rng(waves.seed))


def _scores_from_entry(waves: Waves) -> Matrix:
    """Give the family means of change from the first wave, nan where a family has none, shape (G, waves - 1)."""
    rates = waves.rates
    change = rates[:, 1:] - rates[:, :1]
    families, inverse = np.unique(waves.family, return_inverse=True)
    scores = np.full((families.size, change.shape[1]), np.nan)
    for column, own in enumerate(change.T):
        usable = np.isfinite(own)
        if not usable.any():
            continue
        step = common_step(own[usable])
        steps = own[usable] if step is None else np.rint(own[usable] / step)
        sizes = np.bincount(inverse[usable], minlength=families.size)
        sums = np.bincount(inverse[usable], weights=steps, minlength=families.size) * (step or 1.0)
        scores[sizes > 0, column] = sums[sizes > 0] / sizes[sizes > 0]
    return scores
