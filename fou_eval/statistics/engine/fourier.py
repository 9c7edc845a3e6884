"""Sign-flip probabilities by Fourier inversion, for more families than can be counted one pattern at a time.

Gil-Pelaez (1951), Biometrika 38, 481-482; the mid-point rule and its error after Davies (1973), Biometrika 60,
415-417. The cost grows linearly with the number of families.
"""

from math import pi

import numpy as np
from numpy.typing import NDArray

# The mass beyond this many standard deviations is below 1e-17.
_REACH = 9.0
# The integral is added up in blocks of points until a whole block is negligible; it takes more than one block only
# where a few families outweigh all the others.
_BLOCK, _BLOCKS, _NEGLIGIBLE = 16, 256, 1e-14
# Values times points of the whole-number inversion that still take only some tens of milliseconds.
_LATTICE_BUDGET = 10_000_000
# Differences below this cannot be told from rounding error.
SMALLEST = 1e-15


def upper_tail(values: NDArray[np.float64], counts: NDArray[np.int64], target: float) -> float:
    """Give P(T > target) + P(T = target) / 2 for T = sum of values with independent random signs.

    Parameters
    ----------
    values
        Distinct sizes of the family statistics, shape (u,).
    counts
        Families that have each size, shape (u,).
    target
        Observed sum.

    Examples
    --------
    >>> f"{upper_tail(np.array([1.0]), np.array([400]), 20.0):.3f}"  # normal: 0.159
    '0.159'
    """
    spread = float(np.sqrt(np.sum(counts * values**2)))
    if spread == 0.0:
        return 0.5 if target == 0 else float(target < 0)
    width = 2 * pi / (abs(target) / spread + _REACH)
    scaled, height, integral = values / spread, target / spread, 0.0
    single = bool(np.all(counts == 1))
    for block in range(_BLOCKS):
        points = (block * _BLOCK + np.arange(_BLOCK) + 0.5) * width
        cosines = np.cos(np.multiply.outer(points, scaled))
        characteristic = np.prod(cosines if single else cosines**counts, axis=1)
        integral += float(np.sum(characteristic * np.sin(points * height) / points)) * width
        if np.abs(characteristic).max() < _NEGLIGIBLE:
            break
    return min(max(0.5 - integral / pi, 0.0), 1.0)


def lattice_tails(
    numbers: NDArray[np.int64], counts: NDArray[np.int64], target: int
) -> tuple[float, float] | None:
    """Give P(T >= target) and P(T = target) for whole numbers, or none where that would take too long.

    T = 2 R - sum of all numbers, where R adds the numbers whose sign is plus. The distribution of R modulo N is the
    discrete Fourier transform of its characteristic function at N points; N spans 18 standard deviations, so what is
    folded back is below 1e-17.
    """
    total = int(np.sum(numbers * counts))
    spread = float(np.sqrt(np.sum(counts * numbers.astype(np.float64) ** 2))) / 2
    points = 1 << int(2 * _REACH * spread + 4).bit_length()
    if points * numbers.size > _LATTICE_BUDGET:
        return None
    half_turns = np.cos(pi * np.arange(2 * points) / points)
    places = np.arange(points // 2 + 1, dtype=np.int64)
    size = np.ones(places.size)
    for number, count in zip(numbers.tolist(), counts.tolist(), strict=True):
        size *= half_turns[places * number % (2 * points)] ** count
    phase = np.exp(-1j * pi * (places * (total % (2 * points)) % (2 * points)) / points)
    folded = np.fft.irfft(size * phase, points)
    first, last = (total + target) // 2, int(np.ceil(total / 2 + _REACH * spread))
    if first > last:
        return 0.0, 0.0
    tail = folded[np.arange(first, last + 1) % points]
    return float(np.clip(tail.sum(), 0, 1)), float(np.clip(tail[0], 0, 1))
