"""The designs of a study of its own: families, kinds, values and drop-outs as they are in its data."""

from collections.abc import Iterator
from math import exp, log, sqrt

import numpy as np
from scipy.stats import spearmanr

from fou_eval.declaration import Indicator
from fou_eval.matching import match
from fou_eval.simulation.designs import CORRELATIONS, STABILITY, Design
from fou_eval.simulation.margins import Events, Floats, Margin, margin_of_shares
from fou_eval.statistics.moves import exposures
from fou_eval.statistics.pairs import Pairs
from fou_eval.study import Study

# What is simulated tells of the values that it was made like, so it needs as many families as a published spread does.
FEWEST_FAMILIES = 10
# The spread of rates, as the standard deviation of their logarithm, is kept between almost none and very much.
_SPREADS = (0.05, 1.5)


def own_designs(study: Study, correlations: tuple[float, ...] = CORRELATIONS) -> tuple[Design, ...]:
    """Give designs that are like a study: one for each indicator and correlation of change within families.

    Families at entry and their members are those of the data; of the families, as many leave at random as did, or half
    of the smallest cell where fewer than that left. Values are those that were recorded at either wave, as often as
    they were, and before and after are as alike as they were. The simulated change is zero.

    Parameters
    ----------
    study
        A study with data. Indicators with fewer families than the smallest cell (of sensitive columns: the sensitive
        cell), with fewer than ten, or with one value only, are left out.
    correlations
        Correlations of change within families.
    """
    return tuple(
        design for indicator in study.codebook.indicators() for design in _of(study, indicator, correlations)
    )


def _of(study: Study, indicator: Indicator, correlations: tuple[float, ...]) -> Iterator[Design]:
    contrast, measured = study.plan.contrast, study.measured(indicator)
    pairs = match(indicator, measured, before=contrast.before, after=contrast.after)
    entered = measured.family[~np.isnan(measured.at(contrast.before))]
    sizes = np.unique(entered, return_counts=True)[1]
    margin = own_margin(pairs)
    smallest = smallest_cell(study, indicator)
    if margin is None or pairs.n_families < max(FEWEST_FAMILIES, smallest):
        return
    left = shown_leaving(sizes.size, pairs.n_families, smallest)
    for icc in correlations:
        yield Design(
            kind=indicator.kind,
            better="lower" if indicator.better == "lower" else "higher",
            families=int(sizes.size),
            icc=icc,
            stability=own_stability(pairs),
            dropout="random" if left > 0 else "none",
            leaving=left,
            sizes=tuple(int(size) for size in np.sort(sizes)),
            margin=margin,
            label=indicator.name,
        )


def smallest_cell(study: Study, indicator: Indicator) -> int:
    """Give the fewest families that the plan lets be told apart in an indicator."""
    limits = study.plan.disclosure
    return limits.sensitive_cell if indicator.column.sensitive else limits.smallest_cell


def shown_leaving(entered: int, stayed: int, smallest: int) -> float:
    """Give the share of families that left, at the middle of the range that a report gives where few left.

    Examples
    --------
    >>> shown_leaving(20, 20, 5), shown_leaving(20, 19, 5), shown_leaving(20, 16, 5), shown_leaving(20, 12, 5)
    (0.0, 0.125, 0.125, 0.4)
    """
    left = entered - stayed
    return (smallest / 2 if 0 < left < smallest else left) / entered


def own_margin(pairs: Pairs) -> Margin | Events | None:
    """Give the values of both waves as often as they were recorded, or rates of events; none if all are one."""
    both = np.concatenate([pairs.before, pairs.after])
    if np.unique(both).size < 2:
        return None
    if pairs.exposure_before is not None:
        return _events(both, np.concatenate(exposures(pairs)))
    values, counts = np.unique(both, return_counts=True)
    return margin_of_shares(values, counts, pairs.resolution or _smallest_step(values))


def own_stability(pairs: Pairs) -> float:
    """Give the rank correlation of before and after, between 0 and 0.9; what is usual where it cannot be told."""
    if np.unique(pairs.before).size < 2 or np.unique(pairs.after).size < 2:
        return STABILITY
    return float(np.clip(spearmanr(pairs.before, pairs.after).statistic, 0.0, 0.9))


def _events(counts: Floats, spans: Floats) -> Events:
    """Fit rates by moments: Poisson counts with a lognormal rate have variance m + m^2 (exp(s^2) - 1)."""
    usable = spans > 0
    counts, spans = counts[usable], spans[usable]
    mean = float(counts.sum() / spans.sum())
    beyond = float(((counts - mean * spans) ** 2 - mean * spans).sum()) / float(((mean * spans) ** 2).sum())
    spread = float(np.clip(sqrt(log(1 + max(beyond, 0.0))), *_SPREADS))
    return Events(
        rate=mean * exp(-(spread**2) / 2),
        spread=spread,
        spans=tuple(float(span) for span in np.unique(spans)),
    )


def _smallest_step(values: Floats) -> float:
    return float(np.diff(values).min())
