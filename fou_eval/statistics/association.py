"""Whether two values of the same families go together: a rank correlation with its test and interval."""

from math import isinf, nan

import numpy as np
from numpy.typing import NDArray

from fou_eval.statistics.engine.families import varies
from fou_eval.statistics.engine.permutation import rank_interval, rank_test
from fou_eval.statistics.number import Number

Floats = NDArray[np.float64]

# Below ten families an interval for a correlation is as wide as the scale.
FEWEST_FAMILIES = 10


def rank_association(first: Floats, second: Floats, seed: tuple[int, ...], *, confidence: float) -> Number:
    """Spearman's rank correlation over families, with mid-p permutation test and the interval that agrees with it.

    Parameters
    ----------
    first, second
        One value per family, shape (G,), in the same order; ties get mid-ranks.
    seed
        Root of the random permutations.
    confidence
        Coverage of the interval, in (0, 1).

    Notes
    -----
    Every family counts once, however many members answered. Coverage of the 95 % interval in simulations of 12, 15 and
    18 families, with correlations from 0 to -0.7 and ties as counts of services and means of one or two answers on five
    steps have them: 93.9 to 95.7 % (1 500 studies each); with three values each, 93.6 to 97.0 % (800 each). On the same
    studies Bonett and Wright's own interval covered 95.1 to 97.7 % and is up to 7 % wider, and the bootstrap (BCa) by
    family 89.5 to 96.5 %.

    References
    ----------
    Spearman (1904), Am. J. Psychol. 15, 72-101; Bonett & Wright (2000), Psychometrika 65, 23-28; Phipson & Smyth
    (2010), Stat. Appl. Genet. Mol. Biol. 9, article 39.

    Examples
    --------
    >>> services = np.array([1.0, 2, 2, 3, 3, 4, 5, 6, 6, 8])
    >>> helped = np.array([4.0, 4.5, 3, 4, 3, 3, 3.5, 2, 3, 1])
    >>> number = rank_association(services, helped, (1,), confidence=0.95)
    >>> f"{number.value:.2f} [{number.low:.2f}; {number.high:.2f}] {number.p_value < 0.05}"
    '-0.73 [-0.94; -0.18] True'
    """
    # The order of families may move nothing, not even which permutations are drawn.
    order = np.lexsort((second, first))
    first, second = first[order], second[order]
    if first.size < 2:
        return Number(value=nan, note="no_pairs" if first.size == 0 else "one_family")
    if not (varies(first) and varies(second)):
        return Number(value=nan, note="no_variation")
    found = rank_test(first, second, seed)
    if first.size < FEWEST_FAMILIES:
        return Number(value=found.correlation, note="too_few_families_for_correlation")
    low, high = rank_interval(first, second, seed, confidence=confidence)
    if isinf(low):
        return Number(value=found.correlation, note="unbounded_interval")
    return Number(
        value=found.correlation, low=low, high=high, p_value=found.p_mid, p_exact=found.p_exact, note=""
    )
