"""Adjustment of p-values for the primary indicators of several domains, over one set of families."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from fou_eval.statistics.engine.joint import MaxT, joint_flips
from fou_eval.statistics.family_change import family_scores
from fou_eval.statistics.pairs import Pairs


def max_t(outcomes: Sequence[Pairs], *, rng: np.random.Generator) -> MaxT:
    """Adjust the sign-flip tests of several indicators by flipping whole families in all of them together.

    Parameters
    ----------
    outcomes
        Pairs of each indicator; a family has the same number in all of them. The family statistics are mean changes,
        or differences of rates where the pairs carry an exposure.
    rng
        Source of the sign patterns when there are too many to go through.

    Examples
    --------
    >>> first = Pairs.of([1, 1, 1, 1, 1, 1], [2, 3, 4, 5, 6, 7])
    >>> second = Pairs.of([0, 0, 0, 0, 0, 0], [1, -1, 1, -1, 1, -1])
    >>> max_t([first, second], rng=np.random.default_rng(1)).step_down
    array([0.0625, 1.    ])
    """
    parts = [family_scores(pairs) for pairs in outcomes]
    families = np.unique(np.concatenate([codes for codes, _ in parts]))
    scores = np.zeros((families.size, len(outcomes)))
    for column, (codes, values) in enumerate(parts):
        scores[np.searchsorted(families, codes), column] = values
    return joint_flips(scores, rng=rng)


def holm(p_values: Sequence[float]) -> NDArray[np.float64]:
    """Adjust p-values by Holm's step-down procedure.

    References
    ----------
    Holm (1979), Scandinavian Journal of Statistics 6, 65-70.

    Examples
    --------
    >>> holm([0.01, 0.04, 0.03])
    array([0.03, 0.06, 0.06])
    """
    raw = np.asarray(p_values, dtype=np.float64)
    order = np.argsort(raw, kind="stable")
    stepped = np.maximum.accumulate(raw[order] * np.arange(raw.size, 0, -1))
    adjusted = np.empty_like(raw)
    adjusted[order] = np.minimum(stepped, 1.0)
    return adjusted
