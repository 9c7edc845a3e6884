"""Families as the unit: what each family adds up to, as whole numbers wherever that is exact.

Sign-flip tests live on ties. 0.1 + 0.2 and 0.3 are the same change, but not the same floating-point number, so
changes are counted in whole steps of the indicator before they are added, and family means in whole fractions
of a step.
"""

from dataclasses import dataclass
from math import lcm

import numpy as np
from numpy.typing import NDArray

# Whole numbers up to here are exact in double precision, and so are their sums in any order.
EXACT = 2**53
# Steps that data are recorded in, when none is declared: whole numbers, simple fractions, decimals.
_STEPS = (1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 100, 1_000, 10_000, 100_000, 1_000_000)
# A value counts as a whole number of steps if it misses it by less than 1e-10, far above the rounding error of
# values below 10^5, and by less than 1e-7 of a step, so that continuous values pass with a chance of 2e-7 each.
_NOISE, _NOISE_IN_STEPS = 1e-10, 1e-7


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Families:
    """Sizes and sums of G families, ordered by size and sum, so that neither rows nor labels have an order.

    Attributes
    ----------
    sizes
        Members of each family, shape (G,).
    sums
        Sum over the members of each family, in steps, shape (G,).
    step
        What one step is in the indicator's unit.
    whole
        Whether the sums are whole numbers of steps, exactly.
    """

    sizes: NDArray[np.int64]
    sums: NDArray[np.float64]
    step: float
    whole: bool

    @property
    def size(self) -> int:
        """Number of families, G."""
        return self.sizes.size

    @property
    def means(self) -> NDArray[np.float64]:
        """Family means in the indicator's unit, shape (G,)."""
        means: NDArray[np.float64] = self.sums / self.sizes * self.step
        return means

    def scores_of_means(self) -> tuple[NDArray[np.int64] | NDArray[np.float64], float]:
        """Give the family means as whole numbers with the unit they are counted in; as floats where that fails.

        Returns
        -------
        scores
            Shape (G,); of a whole-number type exactly when the means are exact multiples of the unit.
        unit
            `scores * unit` are the family means in the indicator's unit.
        """
        shared = lcm(*np.unique(self.sizes).tolist())
        largest = np.abs(self.sums).max(initial=0) * shared
        if not self.whole or largest * self.size >= EXACT:
            return self.means, 1.0
        return self.sums.astype(np.int64) * (shared // self.sizes), self.step / shared

    def scores_of_sums(self) -> tuple[NDArray[np.int64] | NDArray[np.float64], float]:
        """Give the family sums as whole numbers with the unit they are counted in; as floats where that fails."""
        if not self.whole:
            return self.sums * self.step, 1.0
        return self.sums.astype(np.int64), self.step


def families_of(
    values: NDArray[np.float64], family: NDArray[np.int64], resolution: float | None = None
) -> Families:
    """Add up values within families.

    Parameters
    ----------
    values
        One value per unit, shape (n,), n of at least 1.
    family
        Family of each unit, shape (n,).
    resolution
        Step of the values; without it the step is found where the values plainly have one.

    Examples
    --------
    >>> found = families_of(np.array([0.1 + 0.2, 0.3, 0.6]), np.array([7, 7, 3]))
    >>> found.sizes, found.sums, found.step, found.scores_of_means()
    (array([1, 2]), array([6., 6.]), 0.1, (array([12,  6]), 0.05))
    """
    step = common_step(values) if resolution is None else resolution
    units = values if step is None else np.rint(values / step)
    places = family if _dense(family) else np.unique(family, return_inverse=True)[1]
    sizes = np.bincount(places)
    sums: NDArray[np.float64] = np.bincount(places, weights=units).astype(np.float64)
    sums, sizes = sums[sizes > 0], sizes[sizes > 0]
    order = np.lexsort((sums, sizes))
    return Families(
        sizes=sizes.astype(np.int64)[order],
        sums=sums[order],
        step=1.0 if step is None else step,
        whole=step is not None and bool(np.abs(units).sum() < EXACT),
    )


def _dense(family: NDArray[np.int64]) -> bool:
    """Say whether the numbers of the families can be counted as they are, without sorting them first."""
    return family.size > 0 and int(family.min()) >= 0 and int(family.max()) < 8 * family.size


def common_step(values: NDArray[np.float64]) -> float | None:
    """Find the largest simple step that all values are whole multiples of, or none.

    Examples
    --------
    >>> common_step(np.array([0.1 + 0.2, -1.5])), common_step(np.array([1 / 3, 2.0])), common_step(np.array([2**0.5]))
    (0.1, 0.3333333333333333, None)
    """
    for parts in _STEPS:
        scaled = values * parts
        missed = np.abs(scaled - np.rint(scaled)).max(initial=0)
        if missed <= min(_NOISE * parts, _NOISE_IN_STEPS) and np.abs(scaled).max(initial=0) < EXACT:
            return 1 / parts
    return None


def varies(values: NDArray[np.float64] | NDArray[np.int64]) -> bool:
    """Say whether values differ by more than the noise of floating-point arithmetic."""
    return values.size > 1 and bool(np.ptp(values) > 1e-12 * np.abs(values).max())
