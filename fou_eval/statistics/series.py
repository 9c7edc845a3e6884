"""Series of many occasions, and how far the occasions after the start of support overlap those before it."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from math import nan
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from fou_eval.statistics.clustered import CR2_FORMULA, clustered_mean
from fou_eval.statistics.counts import rate_ratio
from fou_eval.statistics.engine import overlap
from fou_eval.statistics.number import Number
from fou_eval.statistics.pairs import Better, Pairs, rounded
from fou_eval.statistics.registry import DIRECTED, INTERVAL_AND_TEST, Kind, statistic

Floats = NDArray[np.float64]

# Two points make a line without any error: two occasions before and two after are no interrupted series.
FEWEST_OCCASIONS = 3

_ORDERED: frozenset[Kind] = frozenset({"scale", "ordinal", "ladder", "count"})
_COUNTS: frozenset[Kind] = frozenset({"count"})


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Series:
    """One indicator of some units at many occasions, before and after support started.

    Phase A are the occasions up to and including entry, phase B those after it: months 0 is measured before anything
    was done. Units are aligned at their own start, so that the same occasion is at the same distance from it for all.

    Attributes
    ----------
    value
        Values, shape (units, occasions), nan where not measured; counts per exposure where there is an exposure.
    months
        Months since the start of support, ascending, shape (occasions,).
    family
        Family of each unit as a whole number, shape (units,).
    better
        Direction of improvement.
    resolution
        Step of the indicator, if known.
    seed
        Of the random stream of the randomisation test.
    starts
        Whether families started when they were referred, or when a lot decided.
    possible_starts
        For starts by lot: whether phase B of the unit could have begun with the occasion, shape (units, occasions),
        with equal probability; members of a family start together, and the actual start is among them.
    season
        Part of the year in which each value was measured, in [0, 1), shape (units, occasions), nan where unknown.
    """

    value: Floats
    months: Floats
    family: NDArray[np.int64]
    better: Better = "higher"
    resolution: float | None = None
    seed: tuple[int, ...] = (0,)
    starts: Literal["referred", "randomised"] = "referred"
    possible_starts: NDArray[np.bool_] | None = None
    season: Floats | None = None

    def __post_init__(self) -> None:
        """Check the shapes, the order of the occasions, and that the actual starts were possible."""
        if self.value.shape != (self.family.size, self.months.size):
            raise ValueError("values have one row per unit and one column per occasion.")
        if np.any(np.diff(self.months) <= 0):
            raise ValueError("occasions are in order of time, each of them once.")
        if self.starts == "randomised" and not self._starts_are_possible():
            raise ValueError(
                "starts by lot need the possible starts, the same within a family, the actual one too."
            )

    def _starts_are_possible(self) -> bool:
        possible = self.possible_starts
        if possible is None or possible.shape != self.value.shape:
            return False
        first = np.unique(self.family, return_index=True, return_inverse=True)
        together = bool(np.all(possible == possible[first[1]][first[2]]))
        return together and (not self.after.any() or bool(np.all(possible[:, int(np.argmax(self.after))])))

    @property
    def after(self) -> NDArray[np.bool_]:
        """Whether each occasion belongs to phase B, shape (occasions,)."""
        return self.months > 0

    @property
    def n(self) -> int:
        """Number of units."""
        return self.family.size

    @property
    def n_families(self) -> int:
        """Number of distinct families."""
        return int(np.unique(self.family).size)

    def of(self, units: NDArray[np.bool_]) -> "Series":
        """Keep some of the units."""
        return replace(
            self,
            value=self.value[units],
            family=self.family[units],
            possible_starts=None if self.possible_starts is None else self.possible_starts[units],
            season=None if self.season is None else self.season[units],
        )


def long_enough(series: Series) -> tuple[Series, str]:
    """Keep the units that were measured at three or more occasions in both phases, with a note if that leaves any out.

    Examples
    --------
    >>> series = Series(value=np.ones((2, 4)), months=np.array([-3.0, 0.0, 3.0, 6.0]), family=np.array([0, 1]))
    >>> long_enough(series)[1]
    'too_few_occasions'
    """
    here = ~np.isnan(series.value)
    counts = np.array([here[:, phase].sum(axis=1) for phase in (~series.after, series.after)])
    enough = np.all(counts >= FEWEST_OCCASIONS, axis=0)
    if not enough.any():
        return series.of(enough), "too_few_occasions"
    return series.of(enough), "" if enough.all() else "some_series_too_short"


@statistic(
    name="nap",
    formula="mean over units of #{(A, B): B better, ties ½} / (m n)" + CR2_FORMULA + ", against ½",
    offers=INTERVAL_AND_TEST,
    reference=("nap", "nap_ci"),
    kinds=_ORDERED,
    source="Parker & Vannest (2009), Behavior Therapy 40, 357-367; Pustejovsky & Tipton (2018), JBES 36, 672-683",
    scale="proportion",
    better=DIRECTED,
    takes=Series,
)
def nap(series: Series, *, confidence: float) -> Number:
    """Nonoverlap of all pairs, mean over units, with CR2 by family; for one series alone Newcombe's score interval.

    Examples
    --------
    >>> series = Series(value=np.array([[1, 2, 1, 2, 3, 3.0]]), months=np.arange(-2.0, 4.0), family=np.array([0]))
    >>> number = nap(series, confidence=0.95)
    >>> f"{number.value:.3f} {number.low:.3f} {number.high:.3f}", number.note
    ('0.944 0.448 0.997', 'one_series')
    """
    kept, note = long_enough(series)
    return _alone(kept, confidence) if kept.n == 1 else _pooled(kept, _overlap, confidence, note)


@statistic(
    name="tau",
    formula="2 NAP − 1; interval and p: those of NAP",
    offers=INTERVAL_AND_TEST,
    reference=("tau", "tau_ci"),
    kinds=_ORDERED,
    source="Parker, Vannest, Davis & Sauber (2011), Behavior Therapy 42, 284-299; Pustejovsky & Tipton (2018), JBES 36",
    scale="index",
    better=DIRECTED,
    takes=Series,
)
def tau(series: Series, *, confidence: float) -> Number:
    """Share of pairs of occasions in which the later phase is better less the share in which it is worse: 2 NAP - 1."""
    return _as_tau(nap(series, confidence=confidence))


@statistic(
    name="tau_bc",
    formula="2 NAP − 1 of y − (a + b t), a and b by Theil and Sen from phase A; interval and p: as for NAP",
    offers=INTERVAL_AND_TEST,
    reference=("tau_bc",),
    kinds=_ORDERED,
    source="Tarlow (2017), Behavior Modification 41, 427-467; Pustejovsky & Tipton (2018), JBES 36, 672-683",
    scale="index",
    better=DIRECTED,
    takes=Series,
)
def tau_bc(series: Series, *, confidence: float) -> Number:
    """Tau of what is left when each unit's own Theil-Sen line of phase A is taken out of both phases.

    Notes
    -----
    The line is always taken out. With three occasions before the start it is rough, and carried further than it was
    seen.
    """
    kept, note = long_enough(series)
    return _as_tau(_pooled(kept, _corrected, confidence, note))


@statistic(
    name="response_ratio",
    formula="R = Σ mean(B) / Σ mean(A) over units; interval: exp(log R ± t(G − 1) √Σ (log R_g − log R)²)",
    offers=INTERVAL_AND_TEST,
    kinds=_COUNTS,
    source="Pustejovsky (2018), J. School Psychology 68, 99-112; Efron & Stein (1981), Ann. Stat. 9, 586-596",
    scale="ratio",
    takes=Series,
)
def response_ratio(series: Series, *, confidence: float) -> Number:
    """Rate over all occasions after the start over the rate over all occasions before, with the jackknife by family.

    Notes
    -----
    The ratio is of sums over units, so that a unit without any event in a phase stays in.
    """
    kept, note = long_enough(series)
    if kept.n == 0:
        return Number(value=nan, note=note)
    before, after = (np.nanmean(side, axis=1) for side in _sides(kept))
    pairs = Pairs(before=before, after=after, family=kept.family, better=kept.better)
    number = rate_ratio(pairs, confidence=confidence)
    return replace(number, note=number.note or note)


def _overlap(series: Series) -> Floats:
    """Give the share of pairs of every unit in which the later phase is better, shape (units,)."""
    return _share(series, overlap.dominance(*_sides(series)))


def _corrected(series: Series) -> Floats:
    """Give the same of what the line of phase A leaves."""
    times = series.months[~series.after], series.months[series.after]
    return _share(series, overlap.dominance(*overlap.baseline_corrected(*_sides(series), times)))


def _sides(series: Series) -> tuple[Floats, Floats]:
    """Give the values before and after the start, to the resolution of the indicator, nan where not measured."""
    value = rounded(series.value, series.resolution)
    return value[:, ~series.after], value[:, series.after]


def _share(series: Series, wins: Floats) -> Floats:
    shares = np.nanmean(wins, axis=(1, 2))
    return np.asarray(1 - shares if series.better == "lower" else shares)


def _alone(series: Series, confidence: float) -> Number:
    """Give NAP of the only series, as if its measurements were independent of each other."""
    value = float(_overlap(series)[0])
    first, second = (int((~np.isnan(side)).sum()) for side in _sides(series))
    low, high = overlap.nap_interval(value, (first, second), confidence)
    p_value = overlap.nap_p_value(value, (first, second))
    return Number(value=value, low=low, high=high, p_value=p_value, note="one_series")


def _pooled(series: Series, measure: Callable[[Series], Floats], confidence: float, note: str) -> Number:
    """Give the mean of the units' shares; an interval beyond 0 or 1 is cut there, since no share lies beyond."""
    if series.n == 0:
        return Number(value=nan, note=note)
    number = clustered_mean(measure(series) - 0.5, series.family, confidence=confidence)
    low, high = number.low + 0.5, number.high + 0.5
    cut = "overlap_interval_clipped" if low < 0 or high > 1 else ""
    return replace(
        number,
        value=number.value + 0.5,
        low=float(np.clip(low, 0, 1)),
        high=float(np.clip(high, 0, 1)),
        note=number.note or cut or note,
    )


def _as_tau(number: Number) -> Number:
    """Turn a share of pairs, from 0 to 1, into a balance, from -1 to 1."""
    return replace(
        number,
        value=2 * number.value - 1,
        low=2 * number.low - 1,
        high=2 * number.high - 1,
        se=2 * number.se,
    )
