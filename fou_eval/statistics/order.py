"""What needs the order of changes and not their size: ranks of units, signs of families, and their test."""

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from fou_eval.statistics.engine.families import common_step, families_of
from fou_eval.statistics.engine.flips import flip_test
from fou_eval.statistics.engine.ranks import SignedRanks, Zeros, signed_ranks
from fou_eval.statistics.moves import moves, snapped
from fou_eval.statistics.number import Number
from fou_eval.statistics.pairs import Pairs
from fou_eval.statistics.shares import FEWEST_CHANGED

# Sizes of changes that differ by less than this share of the values they come from differ by rounding error.
_NOISE = 1e-12


def ranks_of(pairs: Pairs, *, zeros: Zeros) -> SignedRanks:
    """Rank the changes of all units, of rates where there is an exposure; a zero is what `moves` calls no change.

    Parameters
    ----------
    pairs
        Units with both values, exposed at both waves if there is an exposure.
    zeros
        Whether units without change are `dropped` before ranking or `ranked` and then left out of the sums.

    Examples
    --------
    >>> found = ranks_of(Pairs.of([0.3, 1.0, 2.0], [0.1 + 0.2, 2.0, 1.0]), zeros="dropped")
    >>> found.up, found.down
    (1.5, 1.5)
    """
    before, after = pairs.before, pairs.after
    if pairs.exposure_before is not None and pairs.exposure_after is not None:
        before, after = before / pairs.exposure_before, after / pairs.exposure_after
        changes, stepped = after - before, False
    else:
        changes, stepped = snapped(pairs.change), bool(pairs.resolution or common_step(pairs.change))
    noise = None if stepped else _NOISE * np.maximum(np.abs(before), np.abs(after))
    return signed_ranks(np.abs(changes) * moves(pairs), pairs.family, zeros=zeros, noise=noise)


def family_signs(pairs: Pairs) -> NDArray[np.int64]:
    """Give 1 for every family whose changes add up to an improvement, -1 for every one that became worse, else 0.

    Where neither direction is better, higher counts as 1; where there is an exposure, the rate of the whole family
    decides.

    Returns
    -------
    signs
        Shape (G,), in no order that means anything.

    Examples
    --------
    >>> family_signs(Pairs.of([0, 0, 0, 0], [1, -1, 2, -3], [1, 1, 2, 3], better="lower")).tolist()
    [1, -1, 0]
    """
    if pairs.exposure_before is None or pairs.exposure_after is None:
        signs = np.sign(families_of(pairs.change, pairs.family, pairs.resolution).sums)
    else:
        codes, inverse = np.unique(pairs.family, return_inverse=True)
        parts = (pairs.before, pairs.after, pairs.exposure_before, pairs.exposure_after)
        totals = [np.bincount(inverse, weights=part).astype(np.float64) for part in parts]
        signs = moves(
            Pairs(
                before=totals[0],
                after=totals[1],
                family=codes,
                exposure_before=totals[2],
                exposure_after=totals[3],
            )
        )
    return (signs * (pairs.improvement_sign or 1)).astype(np.int64)


def with_flips(number: Number, scores: NDArray[np.int64]) -> Number:
    """Add the mid-p sign-flip test of the families' scores, or the note that says why there is none.

    Parameters
    ----------
    number
        The value, with the note that it carries anyway.
    scores
        One whole number per family, shape (G,).

    Examples
    --------
    >>> with_flips(Number(value=1.0), np.array([1, 1, 1, 1, 1, 1])).p_value
    0.015625
    """
    test = flip_test(scores)
    number = replace(number, families_changed=test.families_changed)
    if scores.size < 2:
        return replace(number, note="one_family")
    if test.families_changed < FEWEST_CHANGED:
        return replace(number, note="too_few_families_changed")
    return replace(number, p_value=test.p_mid, p_exact=test.p_exact)
