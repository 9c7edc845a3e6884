"""Is it the calendar: drift of entry levels under staggered entry, families that had not yet started, school terms."""

from dataclasses import dataclass, replace
from math import nan

import numpy as np
from numpy.typing import NDArray

from fou_eval.statistics.clustered import CR2_FORMULA
from fou_eval.statistics.coefficient import COEFFICIENT_FORMULA, COEFFICIENT_SOURCE, coefficient
from fou_eval.statistics.comparisons import change_among
from fou_eval.statistics.engine.calendar_time import school_term, weights_of_waiting
from fou_eval.statistics.engine.families import varies
from fou_eval.statistics.levels import levels
from fou_eval.statistics.number import Number
from fou_eval.statistics.pairs import Pairs
from fou_eval.statistics.registry import EVERY_KIND, INTERVAL_AND_TEST, statistic

Floats = NDArray[np.float64]
# Months by which an after-measurement and the entries it is compared with may lie apart.
WINDOW = 3.0


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Dated:
    """Pairs with the calendar months of both measurements.

    Attributes
    ----------
    pairs
        The units with both values.
    before_month, after_month
        Whole months since January of year 0 (12 × year + month − 1), nan where not known, shape (n,).
    """

    pairs: Pairs
    before_month: Floats
    after_month: Floats


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class _Staggered:
    """Units with both months: levels, months of entry about their mean, and the mean months between the waves."""

    before: Floats
    change: Floats
    family: NDArray[np.int64]
    entry: Floats
    between: float
    note: str


@statistic(
    name="calendar_drift",
    formula="b L, b = slope of y_1 on the calendar month of entry, L = mean months from before to after"
    + COEFFICIENT_FORMULA,
    offers=INTERVAL_AND_TEST,
    kinds=EVERY_KIND,
    source=f"Hussey & Hughes (2007), Contemp. Clin. Trials 28, 182-191; {COEFFICIENT_SOURCE}",
    scale="change",
    takes=Dated,
)
def calendar_drift(evidence: Dated, *, confidence: float) -> Number:
    """Change that the calendar alone would bring over the time between the waves, as later entrants' entry levels show.

    Notes
    -----
    Compares families at entry, before any support: where those that entered later stood higher or lower. That is the
    calendar only as far as the families that entered later were otherwise like the earlier ones. The mean time between
    the waves counts as known.

    Examples
    --------
    Entry levels that rise by 0.5 a month are 6 higher a year later:

    >>> months = 24180 + np.array([0.0, 2, 4, 6, 8, 10])
    >>> pairs = Pairs.of([1.1, 1.8, 3.1, 4.1, 4.8, 6.1], [9, 9, 9, 9, 9, 9])
    >>> dated = Dated(pairs=pairs, before_month=months, after_month=months + 12)
    >>> f"{calendar_drift(dated, confidence=0.95).value:.2f}"
    '6.00'
    """
    found = _staggered(evidence)
    if found.note not in _COMPLETE:
        return Number(value=nan, note=found.note)
    design = np.column_stack([np.ones(found.entry.size), found.entry / found.between])
    number = coefficient(found.before, design, found.family, column=1, confidence=confidence)
    return replace(number, note=number.note or found.note)


@statistic(
    name="change_beyond_calendar",
    formula="Σ d / n − b L, b = slope of y_1 on the calendar month of entry, L = mean months from before to after; "
    "one regression of the stacked y_1 and d" + COEFFICIENT_FORMULA,
    offers=INTERVAL_AND_TEST,
    kinds=EVERY_KIND,
    source=f"Hussey & Hughes (2007), Contemp. Clin. Trials 28, 182-191; {COEFFICIENT_SOURCE}",
    scale="change",
    takes=Dated,
)
def change_beyond_calendar(evidence: Dated, *, confidence: float) -> Number:
    """Mean change minus the drift of entry levels over as many months, with one CR2 standard error for both.

    Notes
    -----
    Entry levels and changes of the same families are not independent, so both are fitted in one regression with the
    family as the cluster: rows y_1 = a + b (month − mean month) and rows d = θ + b L, of which θ is wanted. It is the
    mean change less b L exactly, and CR2 takes in the covariance of the two parts. Each part is divided by the spread
    of its residuals, which leaves θ and CR2 as they are and makes equal variances, which Satterthwaite's degrees of
    freedom presume, more nearly true.

    Examples
    --------
    >>> months = 24180 + np.array([0.0, 2, 4, 6, 8, 10])
    >>> pairs = Pairs.of([1.1, 1.8, 3.1, 4.1, 4.8, 6.1], [9, 9, 9, 9, 9, 9])
    >>> dated = Dated(pairs=pairs, before_month=months, after_month=months + 12)
    >>> f"{change_beyond_calendar(dated, confidence=0.95).value:.2f}"
    '-0.50'
    """
    found = _staggered(evidence)
    if found.note not in _COMPLETE:
        return Number(value=nan, note=found.note)
    ones, zeros = np.ones(found.entry.size), np.zeros(found.entry.size)
    before_spread, change_spread = _residual_spread(found)
    upper = np.column_stack([ones, found.entry / found.between, zeros]) / before_spread
    lower = np.column_stack([zeros, ones, ones]) / change_spread
    number = coefficient(
        np.concatenate([found.before / before_spread, found.change / change_spread]),
        np.concatenate([upper, lower]),
        np.concatenate([found.family, found.family]),
        column=2,
        confidence=confidence,
    )
    return replace(number, note=number.note or found.note)


@statistic(
    name="not_yet_started_contrast",
    formula=(
        "Σ v_i y_2i − Σ w_j y_1j, v equal over after-values with a waiting family within 3 months, w = what they share "
        "out equally among the entry values of those families" + COEFFICIENT_FORMULA
    ),
    offers=INTERVAL_AND_TEST,
    kinds=EVERY_KIND,
    source=(
        "Hussey & Hughes (2007), Contemp. Clin. Trials 28, 182-191; "
        f"Matthews & Forbes (2017), Stat. Med. 36, 3772-3790; {COEFFICIENT_SOURCE}"
    ),
    scale="change",
    takes=Dated,
)
def not_yet_started_contrast(evidence: Dated, *, confidence: float) -> Number:
    """Level of families in support minus entry level of families that entered within three months of that measurement.

    Notes
    -----
    Every after-value is compared with the entry values of other families at about the same calendar time, so that what
    happened to everybody then cancels out. The difference of the two weighted means is the coefficient of a weighted
    regression with the family as the cluster; a family may stand on both sides. The weights say whom a value is
    compared with; all values are taken as equally precise. `families_in` and `families_out` are
    the families in support and those that had not yet started.

    Examples
    --------
    >>> months = 24180 + np.array([0.0, 1, 2, 3, 12, 13, 14, 15])
    >>> pairs = Pairs.of([4, 5, 4, 5, 4, 6, 5, 5], [7, 8, 6, 7, 9, 9, 9, 9])
    >>> dated = Dated(pairs=pairs, before_month=months, after_month=months + 12)
    >>> number = not_yet_started_contrast(dated, confidence=0.95)
    >>> number.value, number.families_in, number.families_out
    (2.0, 4, 4)
    """
    found, pairs = levels(evidence.pairs), evidence.pairs
    entry, measured = (
        np.where(found.usable, months, np.nan) for months in (evidence.before_month, evidence.after_month)
    )
    started, waiting = weights_of_waiting(entry, measured, pairs.family, window=WINDOW)
    family = np.concatenate([pairs.family[started > 0], pairs.family[waiting > 0]])
    sides = {
        "families_in": int(np.unique(pairs.family[started > 0]).size),
        "families_out": int(np.unique(pairs.family[waiting > 0]).size),
    }
    if not family.size:
        return Number(value=nan, note="nobody_waiting" if found.usable.any() else found.note, **sides)
    support = np.arange(family.size) < np.count_nonzero(started)
    number = coefficient(
        np.concatenate([found.after[started > 0], found.before[waiting > 0]]),
        np.column_stack([np.ones(family.size), support]),
        family,
        column=1,
        confidence=confidence,
        weights=np.concatenate([started[started > 0], waiting[waiting > 0]]),
    )
    return replace(number, note=number.note or found.note, **sides)


@statistic(
    name="same_season_change",
    formula="Σ d / n over the units whose before and after lie in the same school term" + CR2_FORMULA,
    offers=INTERVAL_AND_TEST,
    kinds=EVERY_KIND,
    source="Pustejovsky & Tipton (2018), JBES 36, 672-683; Skolförordningen (2011:185), chapter 3",
    scale="change",
    takes=Dated,
)
def same_season_change(evidence: Dated, *, confidence: float) -> Number:
    """Mean change of the units that were measured in the same school term of the year both times, with CR2 by family.

    Notes
    -----
    Terms by month: January to June, August to December; July belongs to none, and neither does a month that is not
    known. `families_in` and `families_out` are the families with such units and with others.

    Examples
    --------
    >>> march, october = 24182.0, 24189.0
    >>> dated = Dated(
    ...     pairs=Pairs.of([0, 0, 0], [1, 3, 9]),
    ...     before_month=np.array([march, march, march]),
    ...     after_month=np.array([march + 12, march + 13, october]),
    ... )
    >>> same_season_change(dated, confidence=0.95).value
    2.0
    """
    first, last = school_term(evidence.before_month), school_term(evidence.after_month)
    same = (first == last) & (first > 0)
    return change_among(evidence.pairs, same, confidence=confidence, notes=_SEASON_NOTES)


_SEASON_NOTES = ("nobody_same_season", "everybody_same_season")
_COMPLETE = ("", "some_without_month", "some_without_exposure")


def _staggered(evidence: Dated) -> _Staggered:
    """Keep the units with both months and say what stands in the way of a slope on the month of entry."""
    found = levels(evidence.pairs)
    dated = np.isfinite(evidence.before_month) & np.isfinite(evidence.after_month)
    kept = dated & found.usable
    entry = evidence.before_month[kept]
    middle = float(np.sort(entry).mean()) if entry.size else 0.0
    between = float(np.sort(evidence.after_month[kept]).mean()) - middle if entry.size else nan
    note = found.note if not found.usable.any() else "no_month" if not entry.size else ""
    if not note and (not varies(entry - entry.min()) or between == 0):
        note = "same_month" if between else "no_time_between"
    if not note and not kept.all():
        note = "some_without_month" if (found.usable & ~dated).any() else found.note
    return _Staggered(
        before=found.before[kept],
        change=found.change[kept],
        family=evidence.pairs.family[kept],
        entry=entry - middle,
        between=between,
        note=note,
    )


def _residual_spread(found: _Staggered) -> tuple[float, float]:
    """Give the standard deviation of the entry levels about their line and of the changes about their mean."""
    line = np.column_stack([np.ones(found.entry.size), found.entry])
    fitted = line @ np.linalg.lstsq(line, found.before, rcond=None)[0]
    about = float(np.std(found.before - fitted)), float(np.std(found.change))
    largest = max(float(np.abs(found.before).max()), float(np.abs(found.change).max()))
    return about if min(about) > 1e-12 * largest else (1.0, 1.0)
