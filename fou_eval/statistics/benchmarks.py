"""What a change is held against: regression to the mean, and how few families decide its direction."""

from dataclasses import dataclass, replace
from math import nan

import numpy as np
from numpy.typing import NDArray

from fou_eval.statistics.clustered import CR2_FORMULA, clustered_mean
from fou_eval.statistics.engine.families import families_of
from fou_eval.statistics.family_change import family_scores
from fou_eval.statistics.moves import exposed
from fou_eval.statistics.number import Number
from fou_eval.statistics.pairs import Pairs
from fou_eval.statistics.registry import EVERY_KIND, INTERVAL, INTERVAL_AND_TEST, Kind, statistic

_NUMBERS: frozenset[Kind] = frozenset({"scale", "ordinal"})
_REGRESSION_SOURCE = (
    "Nesselroade, Stigler & Baltes (1980), Psychol. Bull. 88, 622-637; "
    "Barnett, van der Pols & Dobson (2005), Int. J. Epidemiol. 34, 215-220"
)
# Sums of family scores this small against the scores themselves are rounding error.
_NOISE = 1e-12


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Benchmarked:
    """Pairs of an indicator for which a norm and a test-retest reliability are cited.

    Attributes
    ----------
    pairs
        The units with both values.
    norm_mean
        Mean of the reference population, in the indicator's unit.
    reliability
        Correlation of two measurements of the same persons between which nothing changed, in (0, 1).
    """

    pairs: Pairs
    norm_mean: float
    reliability: float


@statistic(
    name="regression_to_mean",
    formula=(
        "(1 − r) (M_pop − Σ y_1 / n), r = test-retest reliability, M_pop = norm; "
        "interval: that of Σ y_1 / n (CR2) on the same scale"
    ),
    offers=INTERVAL,
    reference=("rtm_expected_change",),
    kinds=_NUMBERS,
    source=_REGRESSION_SOURCE,
    scale="change",
    takes=Benchmarked,
)
def regression_to_mean(evidence: Benchmarked, *, confidence: float) -> Number:
    """Mean change that regression to the mean would bring by itself, if the group was picked for its first values.

    Notes
    -----
    The interval carries the uncertainty of the group's own mean; norm and reliability count as known.

    Examples
    --------
    >>> evidence = Benchmarked(pairs=Pairs.of([80, 90, 100], [95, 95, 95]), norm_mean=110, reliability=0.75)
    >>> regression_to_mean(evidence, confidence=0.95).value
    5.0
    """
    found = clustered_mean(evidence.pairs.before, evidence.pairs.family, confidence=confidence)
    share, norm = 1 - evidence.reliability, evidence.norm_mean
    return Number(
        value=share * (norm - found.value),
        low=share * (norm - found.high),
        high=share * (norm - found.low),
        se=share * found.se,
        df=found.df,
        note=found.note,
    )


@statistic(
    name="change_beyond_regression",
    formula="Σ (d − (1 − r) (M_pop − y_1)) / n, r = test-retest reliability, M_pop = norm" + CR2_FORMULA,
    offers=INTERVAL_AND_TEST,
    kinds=_NUMBERS,
    source=_REGRESSION_SOURCE,
    scale="change",
    takes=Benchmarked,
)
def change_beyond_regression(evidence: Benchmarked, *, confidence: float) -> Number:
    """Mean change minus what regression to the mean would bring by itself, with CR2 by family.

    Examples
    --------
    >>> evidence = Benchmarked(pairs=Pairs.of([80, 90, 100], [95, 95, 95]), norm_mean=110, reliability=0.75)
    >>> change_beyond_regression(evidence, confidence=0.95).value
    0.0
    """
    pairs = evidence.pairs
    expected = (1 - evidence.reliability) * (evidence.norm_mean - pairs.before)
    return clustered_mean(pairs.change - expected, pairs.family, confidence=confidence)


@statistic(
    name="families_to_reverse",
    formula="smallest k such that Σ d without the k families with the largest Σ d in its direction is 0 or turns",
    kinds=EVERY_KIND,
    source="Broderick, Giordano & Meager (2020), arXiv 2011.14999, section 2, exactly for a mean",
    scale="count",
)
def families_to_reverse(pairs: Pairs, *, confidence: float) -> Number:  # noqa: ARG001
    """Fewest families without which the mean change would be 0 or point the other way.

    For counts it is the mean of the families' differences of rates.

    Examples
    --------
    Without 4 there remains 1 - 2 < 0:

    >>> families_to_reverse(Pairs.of([0, 0, 0], [4, 1, -2]), confidence=0.95).value
    1.0
    """
    kept, note = exposed(pairs)
    if kept.n == 0:
        return Number(value=nan, note=note)
    if kept.exposure_before is None:
        families = families_of(kept.change, kept.family, kept.resolution)
        number = _reversed(families.sums)
    else:
        number = _reversed(family_scores(kept)[1])
    return replace(number, note=number.note or note)


def _reversed(scores: NDArray[np.float64]) -> Number:
    """Take families away, largest first: no other choice of as many lowers the sum more."""
    noise = _NOISE * float(np.abs(scores).sum())
    total = float(np.sort(scores).sum())
    if abs(total) <= noise:
        return Number(value=0.0, note="no_change_to_reverse")
    ahead = np.sort(scores if total > 0 else -scores)[::-1]
    if ahead[-1] > noise:
        return Number(value=nan, note="every_family_same_direction")
    left = abs(total) - np.cumsum(ahead)
    return Number(value=float(np.argmax(left <= noise)) + 1)
