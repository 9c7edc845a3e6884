"""The randomisation test over starts that were drawn by lot, and the interval that inverts it."""

from dataclasses import dataclass
from math import prod

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

# Draws that are all looked at; beyond, as many are drawn at random.
MOST = 10_000
# Statistics that differ by less than this share of the largest possible one are tied.
_TIE = 1e-11
# 0.1 of 10 draws is one draw, whatever 1 - 0.9 is in floating point.
_ROUNDING = 1e-9


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Starts:
    """The statistic and what a constant change adds to it, for every draw of the starts that is looked at.

    Attributes
    ----------
    statistic
        Mean difference under each draw, shape (draws,), the actual draw first.
    shift
        What a change by 1 from the actual starts on adds to it, shape (draws,), 1 first.
    possible
        How many draws there are.
    scale
        Largest size that the statistic could have.
    """

    statistic: Floats
    shift: Floats
    possible: int
    scale: float

    @property
    def p_exact(self) -> float:
        """Share of the draws whose statistic is at least as far from 0 as the actual one."""
        return float(np.mean(self._further >= 0))

    @property
    def p_mid(self) -> float:
        """The same, ties counted half."""
        return float(np.mean((self._further >= 0) * 1.0 - (self._further == 0) * 0.5))

    @property
    def _further(self) -> Floats:
        further = np.abs(self.statistic) - abs(float(self.statistic[0]))
        return np.where(np.abs(further) <= _TIE * self.scale, 0.0, np.sign(further))

    def interval(self, confidence: float) -> tuple[float, float]:
        """Give the constant changes that the mid-p test does not reject; infinite where the draws are too few.

        A draw is as extreme as the actual one under a change d when |c - d e| >= |c_0 - d|. As |e| <= 1, that holds
        from (c_0 - c) / (1 - e) to (c_0 + c) / (1 + e), or the other way round: an interval around c_0. The p-value of
        d is the share of these intervals that hold it, so that it falls off on both sides of c_0.
        """
        observed = float(self.statistic[0])
        same = self.shift >= 1 - _TIE
        gap = np.where(same, 1.0, 1 - self.shift)
        # Draws that are the actual one tie with it under every change, and count half.
        always = 0.5 * float(np.sum(same))
        ends = np.array([(observed - self.statistic) / gap, (observed + self.statistic) / (1 + self.shift)])
        needed = (1 - confidence) * self.statistic.size - always
        if needed < 0:
            return -np.inf, np.inf
        # The acceptance region ends where no more than `needed` of the intervals reach.
        place = int(np.floor(needed + _ROUNDING))
        lows, highs = np.sort(ends.min(axis=0)[~same]), np.sort(ends.max(axis=0)[~same])[::-1]
        return min(float(lows[place]), observed), max(float(highs[place]), observed)


def starts_test(
    contributions: list[Floats], shifts: list[Floats], actual: list[int], *, rng: np.random.Generator
) -> Starts:
    """Compare a sum over families with what it would be under the other starts that could have been drawn.

    Parameters
    ----------
    contributions
        For each of G families, what it adds to the statistic under each of its possible starts.
    shifts
        What a change by 1 from the actual starts on adds to it.
    actual
        Which of the possible starts of each family is the actual one.
    rng
        For the draws, when there are too many to look at all.

    Notes
    -----
    Families were drawn independently, each possible start with the same probability. All draws are looked at up to
    10,000; beyond, 9,999 are drawn and the actual one is added, so that the p-value is never 0.

    References
    ----------
    Edgington & Onghena (2007), Randomization Tests, 4th ed., ch. 11; Phipson & Smyth (2010), Statistical Applications
    in Genetics and Molecular Biology 9, article 39, for the draw that is added.

    Examples
    --------
    >>> found = starts_test([np.array([0.0, 1.0]), np.array([2.0, 0.5])], [np.ones(2)] * 2, [1, 0],
    ...                     rng=np.random.default_rng(1))
    >>> found.statistic, found.p_exact
    (array([3. , 2. , 0.5, 1.5]), 0.25)
    """
    # The order of families must not decide which draws are made, and neither may the sign of the statistic.
    sign = np.sign(sum(part[place] for part, place in zip(contributions, actual, strict=True))) or 1.0
    order = sorted(range(len(actual)), key=lambda g: (actual[g], *(sign * contributions[g]).tolist()))
    numbers = [contributions[g].size for g in order]
    possible = prod(numbers)
    own = [actual[g] for g in order]
    if possible <= MOST:
        draws = _every_draw(numbers)
        first = int(np.flatnonzero((draws == own).all(axis=1))[0])
        draws[[0, first]] = draws[[first, 0]]
    else:
        draws = np.vstack([own, np.column_stack([rng.integers(0, number, MOST - 1) for number in numbers])])
    return Starts(
        statistic=_summed(contributions, order, draws),
        shift=_summed(shifts, order, draws),
        possible=possible,
        scale=float(sum(np.abs(part).max() for part in contributions)),
    )


def _every_draw(numbers: list[int]) -> NDArray[np.int64]:
    """Give every combination of one of each number of starts, shape (draws, families)."""
    draws = np.zeros((1, 0), dtype=np.int64)
    for number in numbers:
        starts = np.tile(np.arange(number), draws.shape[0])
        draws = np.column_stack([np.repeat(draws, number, axis=0), starts])
    return draws


def _summed(parts: list[Floats], order: list[int], draws: NDArray[np.int64]) -> Floats:
    return np.asarray(np.sum([parts[g][draws[:, place]] for place, g in enumerate(order)], axis=0))
