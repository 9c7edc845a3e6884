"""Evidence of other types than pairs, made from simulated pairs so that its null hypothesis is true when theirs is."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Any

import numpy as np
from numpy.typing import NDArray

from fou_eval.simulation.designs import LEAVING
from fou_eval.simulation.margins import Floats
from fou_eval.statistics.bootstrap import Seeded
from fou_eval.statistics.comparisons import Grouped, Partitioned
from fou_eval.statistics.dose import Dosed
from fou_eval.statistics.dropouts import Incomplete
from fou_eval.statistics.judged import Judged
from fou_eval.statistics.pairs import Pairs

Seed = tuple[int, ...]
Construct = Callable[[Pairs, Seed], Any]

# A reliability as instruments for families have it, and half a standard deviation as the change that matters.
RELIABILITY, MEANINGFUL = 0.8, 0.5
_CONTACTS = 12.0  # average support of a family, in contacts


def of_pairs(pairs: Pairs, seed: Seed) -> Pairs:  # noqa: ARG001 pairs need no seed
    """Give the pairs as they are."""
    return pairs


def seeded(pairs: Pairs, seed: Seed) -> Seeded:
    """Give the pairs with a seed of their own for each data set."""
    return Seeded(pairs=pairs, seed=seed)


def grouped(pairs: Pairs, seed: Seed) -> Grouped:
    """Put each family into one of two groups by tossing a coin."""
    return Grouped(pairs=pairs, group=_by_family(pairs, seed, 2))


def partitioned(pairs: Pairs, seed: Seed) -> Partitioned:
    """Put each family into one of three groups at random."""
    return Partitioned(pairs=pairs, group=_by_family(pairs, seed, 3))


def dosed(pairs: Pairs, seed: Seed) -> Dosed:
    """Give each family an amount of support, whole contacts around twelve, that has nothing to do with its change."""
    families, place = np.unique(pairs.family, return_inverse=True)
    dose = np.rint(np.random.default_rng(seed).gamma(2.0, _CONTACTS / 2, families.size))
    return Dosed(pairs=pairs, dose=dose[place], seed=seed)


def incomplete(pairs: Pairs, seed: Seed) -> Incomplete:
    """Take the later value from a fifth of the families at random."""
    families, place = np.unique(pairs.family, return_inverse=True)
    left = (np.random.default_rng(seed).random(families.size) < LEAVING)[place]
    return Incomplete(
        pairs=_kept(pairs, ~left),
        left_before=pairs.before[left],
        left_family=pairs.family[left],
        left_exposure=None if pairs.exposure_before is None else pairs.exposure_before[left],
        seed=seed,
    )


def judged(pairs: Pairs, seed: Seed) -> Judged:  # noqa: ARG001 the same for every seed
    """Judge changes against a reliability of 0.8 and half a standard deviation before."""
    spread = float(np.std(pairs.before, ddof=1)) if pairs.n > 1 else 0.0
    return Judged(
        pairs=pairs,
        reliability=RELIABILITY,
        reliability_source="simulated",
        meaningful_change=MEANINGFUL * spread or None,
    )


# How the evidence of a statistic is made from pairs and a seed, by its type; statistics of other types are left out.
CONSTRUCTIONS: Mapping[type[Any], Construct] = MappingProxyType(
    {
        Pairs: of_pairs,
        Seeded: seeded,
        Grouped: grouped,
        Partitioned: partitioned,
        Dosed: dosed,
        Incomplete: incomplete,
        Judged: judged,
    }
)


def _by_family(pairs: Pairs, seed: Seed, groups: int) -> NDArray[np.int64]:
    families, place = np.unique(pairs.family, return_inverse=True)
    drawn: NDArray[np.int64] = np.random.default_rng(seed).integers(groups, size=families.size)[place]
    return drawn


def _kept(pairs: Pairs, units: NDArray[np.bool_]) -> Pairs:
    def of(values: Floats | None) -> Floats | None:
        return None if values is None else values[units]

    return replace(
        pairs,
        before=pairs.before[units],
        after=pairs.after[units],
        family=pairs.family[units],
        exposure_before=of(pairs.exposure_before),
        exposure_after=of(pairs.exposure_after),
        before_only=int((~units).sum()),
    )
