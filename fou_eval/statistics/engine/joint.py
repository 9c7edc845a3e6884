"""Sign flips of whole families over several outcomes at once, and the wild cluster bootstrap."""

from collections.abc import Iterator
from dataclasses import dataclass
from math import sqrt

import numpy as np
from numpy.typing import NDArray

from fou_eval.statistics.engine.flips import signed_sums

Matrix = NDArray[np.float64]

# Families up to which every pattern is gone through; beyond them patterns are drawn.
_ENUMERATED = 21
# Patterns drawn, a constant of the method; families beyond which the sums are drawn from their normal limit.
DRAWN, _NORMAL = 99_999, 500
_CELLS = 2_000_000  # signs held in memory at a time
# Standardised sums are of order 1 and carry rounding errors below 1e-13; distinct ones differ by more than this.
_TIE = 1e-9


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class MaxT:
    """p-values adjusted for testing several outcomes on the same families, each of shape (k,).

    Attributes
    ----------
    statistic
        |sum a_gk| / sqrt(sum a_gk^2) per outcome.
    single_step, step_down
        Adjusted two-sided p-values; the step-down version is never larger.
    exact
        Whether all sign patterns were gone through.
    """

    statistic: Matrix
    single_step: Matrix
    step_down: Matrix
    exact: bool


def joint_flips(scores: Matrix, *, rng: np.random.Generator) -> MaxT:
    """Adjust for several outcomes by flipping each family's signs in all of them together.

    Parameters
    ----------
    scores
        Family statistics a_gk, shape (G, k); 0 where a family has no value in an outcome.
    rng
        Source of the 99,999 patterns when there are more than 21 families; else unused.

    Notes
    -----
    Flipping whole families keeps the dependence between outcomes and needs no distribution. The p-value of drawn
    patterns is (1 + hits) / (1 + draws). Beyond 500 families the sums are drawn from the normal distribution with
    the same covariance, which is their limit.

    References
    ----------
    Westfall & Young (1993), Resampling-Based Multiple Testing, algorithm 2.8.

    Examples
    --------
    >>> twice = np.column_stack([np.arange(1.0, 7.0)] * 2)
    >>> joint_flips(twice, rng=np.random.default_rng(1)).step_down  # the same outcome twice costs nothing
    array([0.03125, 0.03125])
    """
    used = scores[np.any(scores != 0, axis=1)]
    length = np.sqrt(np.sum(used**2, axis=0))
    unit = used / np.where(length > 0, length, 1.0)
    observed: Matrix = np.abs(unit.sum(axis=0))
    order = np.argsort(-observed, kind="stable")
    exact = used.shape[0] <= _ENUMERATED
    single, down = _counted(unit, observed, order) if exact else _drawn(unit, observed, order, rng)
    down[order] = np.maximum.accumulate(down[order])
    return MaxT(statistic=observed, single_step=single, step_down=down, exact=exact)


def _counted(unit: Matrix, observed: Matrix, order: NDArray[np.intp]) -> tuple[Matrix, Matrix]:
    """Give the shares of all patterns in which any outcome, and any that is not larger, is as large as each observed.

    The families are split into two halves. Given the signs of the first half, the patterns of the second that keep an
    outcome below the limit are a run in the order of its sums; a run is the difference of two prefixes of that order,
    held as bits, and the patterns that keep all outcomes below are what the runs have in common.
    """
    outer, inner = (signed_sums(part) for part in np.array_split(unit[1:], 2))
    outer = outer + unit[:1].sum(axis=0)  # the other sign of the first family mirrors all patterns
    total = outer.shape[0] * inner.shape[0]
    sums, prefixes = np.sort(inner, axis=0), [_prefixes(column) for column in inner.T]
    limits = observed[:, None] - _TIE
    below = np.array([[[-1]]], dtype=np.int64).view(np.uint64)
    down = np.empty(observed.size)
    for own in order[::-1]:
        first = np.searchsorted(sums[:, own], -limits - outer[:, own], side="right")
        last = np.searchsorted(sums[:, own], limits - outer[:, own], side="left")
        below = below & (prefixes[own][np.maximum(first, last)] ^ prefixes[own][first])
        down[own] = (total - int(np.bitwise_count(below[own]).sum())) / total
    single = (total - np.bitwise_count(below).sum(axis=(1, 2), dtype=np.int64)) / total
    return single, down


def _prefixes(sums: Matrix) -> NDArray[np.uint64]:
    """Give the sets of the 0, 1, 2, ... smallest sums as bits, shape (sums + 1, words)."""
    rank = np.empty(sums.size, dtype=np.int64)
    rank[np.argsort(sums, kind="stable")] = np.arange(sums.size)
    held = np.zeros((sums.size + 1, -(-sums.size // 64) * 64), dtype=np.bool_)
    np.less(rank, np.arange(sums.size + 1)[:, None], out=held[:, : sums.size])
    return np.packbits(held, axis=1).view(np.uint64)


def _drawn(
    unit: Matrix, observed: Matrix, order: NDArray[np.intp], rng: np.random.Generator
) -> tuple[Matrix, Matrix]:
    """Give the same shares of drawn patterns, the observed one counted among them."""
    single, down = np.ones(observed.size), np.ones(observed.size)
    for sums in _drawn_patterns(unit, rng):
        sizes = np.abs(sums)
        single += np.sum(sizes.max(axis=1)[:, None] >= observed - _TIE, axis=0)
        remaining = np.maximum.accumulate(sizes[:, order[::-1]], axis=1)[:, ::-1]
        down[order] += np.sum(remaining >= observed[order] - _TIE, axis=0)
    return single / (1 + DRAWN), down / (1 + DRAWN)


def _all_patterns(unit: Matrix) -> Iterator[Matrix]:
    """Give the sums under every pattern whose first sign is plus; the others mirror them."""
    first = unit[:1].sum(axis=0)
    outer, inner = (signed_sums(part) for part in np.array_split(unit[1:], 2))
    for start in range(0, outer.shape[0], 64):
        part = first + outer[start : start + 64, None, :] + inner[None, :, :]
        yield part.reshape(-1, unit.shape[1])


def _drawn_patterns(unit: Matrix, rng: np.random.Generator) -> Iterator[Matrix]:
    families = unit.shape[0]
    values, vectors = np.linalg.eigh(unit.T @ unit)
    limit = (vectors * np.sqrt(np.maximum(values, 0))).T
    chunk = max(_CELLS // families, 1)
    for start in range(0, DRAWN, chunk):
        patterns = min(chunk, DRAWN - start)
        if families > _NORMAL:
            yield rng.standard_normal((patterns, limit.shape[0])) @ limit
        else:
            yield (2.0 * rng.integers(0, 2, (patterns, families), dtype=np.int8) - 1.0) @ unit


def wild_cluster_bootstrap(sums: Matrix, sizes: NDArray[np.int64]) -> tuple[float, float]:
    """Restricted wild cluster bootstrap of a mean with all 2^(G-1) Rademacher weights: t and two-sided p.

    Parameters
    ----------
    sums
        Sum of the values in each family, shape (G,), with G of 2 to 21.
    sizes
        Members of each family, shape (G,).

    References
    ----------
    Cameron, Gelbach & Miller (2008), Review of Economics and Statistics 90, 414-427.

    Examples
    --------
    >>> wild_cluster_bootstrap(np.arange(1.0, 7.0), np.ones(6, dtype=np.int64))[1]
    0.03125
    """
    families, units = sums.size, float(sizes.sum())
    factor = families / (families - 1)

    def statistic(total: Matrix, cross: Matrix) -> Matrix:
        """|mean| / CR1, where sum (S_g - n_g mean)^2 is written out in the sums that the signs change."""
        mean = total / units
        residual = np.sum(sums**2) - 2 * mean * cross + mean**2 * np.sum(sizes.astype(np.float64) ** 2)
        return np.abs(mean) * units / np.sqrt(factor * np.maximum(residual, 1e-300))

    columns = np.column_stack([sums, sums * sizes])
    observed = float(statistic(*columns.sum(axis=0)[:, None])[0])
    hits = total = 0
    for part in _all_patterns(columns):
        hits += int(np.sum(statistic(part[:, 0], part[:, 1]) >= observed * (1 - _TIE)))
        total += part.shape[0]
    return observed * float(np.sign(sums.sum())), hits / total


def obuchowski_z(sums: Matrix) -> float:
    """Obuchowski's z for clustered paired proportions: sum D_g / sqrt(sum D_g^2), D_g = gained - lost in family g.

    References
    ----------
    Obuchowski (1998), Statistics in Medicine 17, 1495-1507.
    """
    return float(sums.sum()) / sqrt(float(np.sum(sums**2)))
