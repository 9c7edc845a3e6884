"""What a reader knows about one indicator: every published number as a linear statement about how many units hold what.

The unknowns are counts: how many units had which value before and which after. A published mean, share or spread
says of them that a weighted sum lies between two ends, which rounding sets apart. Everything that can be worked out
from the numbers together is then a question of integer programming; see `audit`.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import ceil, floor, gamma, inf, isfinite, sqrt
from types import MappingProxyType

import numpy as np
from numpy.typing import NDArray
from scipy.special import stdtrit

from fou_eval.declaration import Indicator
from fou_eval.disclosure.atoms import Atoms
from fou_eval.disclosure.precision import decimals_of, step_of
from fou_eval.estimates import Estimate
from fou_eval.formatting import NOT_SMALL, P_CLASSES

Floats = NDArray[np.float64]
# Moves that a share counts: 1 better (or higher), 0 the same, -1 worse (or lower).
MOVES: Mapping[str, tuple[int, ...]] = MappingProxyType(
    {
        "share_better": (1,),
        "share_same": (0,),
        "share_worse": (-1,),
        "share_not_better": (0, -1),
        "share_not_worse": (0, 1),
        "share_higher": (1,),
        "share_lower": (-1,),
        "share_not_higher": (0, -1),
        "share_not_lower": (0, 1),
    }
)
BEFORE = frozenset({"mean_before", "share_yes_before"})
AFTER = frozenset({"mean_after", "share_yes_after"})
# Means of the change over units; with one unit per family those over families are the same.
CHANGE = frozenset({"mean_change", "paired_difference", "change_from_entry"})
CHANGE_OF_FAMILIES = frozenset({"family_mean_change", "family_mean_change_exact"})
_SLACK = 1e-6
# Families below which no spread is shown anyway.
_FEWEST = 3


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Knowledge:
    """Linear statements about the counts of `atoms`.

    Attributes
    ----------
    atoms
        What a unit can be, one column of `weights` each.
    units
        Units with both values.
    weights
        Shape (statements, atoms).
    low, high
        Ends of the weighted sums of counts, shape (statements,).
    """

    atoms: Atoms
    units: int
    weights: Floats
    low: Floats
    high: Floats

    def holds(self, counts: NDArray[np.int64]) -> bool:
        """Say whether counts agree with everything known."""
        sums = self.weights @ counts
        return bool(np.all(sums >= self.low - _SLACK) and np.all(sums <= self.high + _SLACK))


Statement = tuple[Floats, float, float]


def known(
    indicator: Indicator, atoms: Atoms, published: Iterable[Estimate], contrast_after: str, precision: int = 0
) -> Knowledge:
    """Collect what the published rows of an indicator say of its counts.

    Parameters
    ----------
    indicator
        The indicator, whose scale is declared.
    atoms
        What a unit can be.
    published
        Rows that are shown, as they are shown.
    contrast_after
        Wave of the after-measurement; changes until other waves are about other values.
    precision
        How coarsely intervals are shown, see `precision.coarsened`.
    """
    rows = [row for row in published if isfinite(row.value) and row.n > 0]
    units = max((row.n for row in rows), default=0)
    whole: list[Statement] = [(np.ones(atoms.size), float(units), float(units))]
    for row in rows:
        if row.n == units:
            whole += _statements(indicator, atoms, row, contrast_after)
    whole += _spread(indicator, atoms, rows, precision)
    weights, low, high = zip(*whole, strict=True)
    return Knowledge(
        atoms=atoms, units=units, weights=np.array(weights), low=np.array(low), high=np.array(high)
    )


def half_step(row: Estimate, resolution: float | None) -> float:
    """Give the most that a published value can differ from the number behind it."""
    return 0.5 * float(10.0 ** -decimals_of(row, resolution))


def _statements(indicator: Indicator, atoms: Atoms, row: Estimate, after: str) -> Iterator[Statement]:
    half = half_step(row, indicator.column.resolution) * (1 + _SLACK)
    n, name = row.n, row.statistic
    ends = n * (row.value - half), n * (row.value + half)
    if name in MOVES:
        yield atoms.moved(MOVES[name], indicator.better).astype(np.float64), *ends
    elif name == "net_improvement":
        yield atoms.directions(indicator.better).astype(np.float64), *ends
    elif name in {"class_share_before", "class_share_after"}:
        side = atoms.in_class_before if name.endswith("before") else atoms.in_class_after
        yield side(row.category).astype(np.float64), *ends
    elif name == "transition_share":
        start, _, end = row.category.partition(">")
        level = start.partition(":")[0]
        move = atoms.in_class_before(start) & atoms.in_class_after(f"{level}:{end}")
        yield move.astype(np.float64), *ends
    elif name in BEFORE and atoms.bounded:
        yield from _between(atoms.before, *ends)
    elif name in AFTER and atoms.bounded:
        yield from _between(atoms.after, *ends)
    elif _is_change(row, after) and atoms.bounded and indicator.kind != "count":
        yield from _between(atoms.change, *ends)


def _is_change(row: Estimate, after: str) -> bool:
    """Say whether a row is a mean of the change over units, from before to after."""
    single = row.n == row.n_families
    return (row.statistic in CHANGE or (single and row.statistic in CHANGE_OF_FAMILIES)) and (
        row.wave_after == after
    )


def _between(spans: tuple[Floats, Floats], low: float, high: float) -> Iterator[Statement]:
    """Say that a sum lies between two ends, where each unit adds something between two ends itself."""
    smallest, largest = spans
    if np.array_equal(smallest, largest):
        yield smallest, low, high
        return
    yield smallest, -inf, high
    yield largest, low, inf


def _spread(
    indicator: Indicator, atoms: Atoms, rows: Sequence[Estimate], precision: int
) -> Iterator[Statement]:
    """Turn interval, test and standardised change into sums of squares, where each family has one unit."""
    if indicator.kind == "count" or not atoms.bounded:
        return
    found = {row.statistic: row for row in rows if not row.category and row.n == row.n_families}
    change = found.get("mean_change") or found.get("paired_difference")
    if change is None or change.n < _FEWEST:
        return
    resolution = indicator.column.resolution
    n, mean = change.n, _mean_of(change, found, atoms)
    low, high = error_of(change, resolution, precision)
    if low > 0 or high < inf:
        squares = [
            n * (n - 1) * part**2 + n * whole**2 for part, whole in zip((low, high), mean, strict=True)
        ]
        yield from _between(_squared(atoms.change), squares[0], squares[1])
    yield from _standardised(atoms, found, mean, n)


def _mean_of(change: Estimate, found: Mapping[str, Estimate], atoms: Atoms) -> tuple[float, float]:
    """Give the ends of the size of a mean change, as far as its rounding, the levels and whole steps tell."""
    half = half_step(change, atoms.resolution) * (1 + _SLACK)
    low, high = change.value - half, change.value + half
    before, after = (
        found.get(next(name for name in names if name in found)) if names & found.keys() else None
        for names in (BEFORE, AFTER)
    )
    if before is not None and after is not None:
        apart = half_step(before, atoms.resolution) + half_step(after, atoms.resolution)
        low, high = (
            max(low, after.value - before.value - apart),
            min(high, after.value - before.value + apart),
        )
    step = atoms.step / change.n
    if atoms.exact and step:
        low, high = ceil(low / step - _SLACK) * step, floor(high / step + _SLACK) * step
    smallest = 0.0 if low <= 0 <= high else min(abs(low), abs(high))
    return smallest, max(abs(low), abs(high))


def error_of(row: Estimate, resolution: float | None, precision: int) -> tuple[float, float]:
    """Give the ends of the standard error that a mean tells by its error, its interval and the class of its p-value.

    Parameters
    ----------
    row
        A mean over units, one per family, with an interval by Student's t.
    resolution
        Step of the indicator.
    precision
        How coarsely the interval is shown, see `precision.coarsened`; ends rounded outwards lie up to one step inside
        of what is shown.
    """
    half = half_step(row, resolution) * (1 + _SLACK)
    low, high = 0.0, inf
    if isfinite(row.se):
        low, high = max(row.se - half, 0.0), row.se + half
    clipped = row.scale == "points" and (row.low <= -1 or row.high >= 1)
    if isfinite(row.low) and isfinite(row.high) and not clipped:
        quantile = float(stdtrit(row.n - 1, 0.5 + row.confidence / 2))
        width = (row.high - row.low) / 2
        inside, outside = (half, half) if precision == 0 else (step_of(row, resolution, precision), 0.0)
        # The mean lies in the middle: the end that is nearer to it bounds the width as well.
        nearer = min(row.value - row.low, row.high - row.value) + half
        farther = max(row.value - row.low, row.high - row.value) - half
        low = max(low, (width - inside) / quantile, (farther - inside) / quantile)
        high = min(high, (width + outside) / quantile, (nearer + outside) / quantile)
    few, many = _by_test(row, half, precision)
    return max(low, few), min(high, many)


def _by_test(row: Estimate, half: float, precision: int) -> tuple[float, float]:
    """Give the ends of the standard error that the class of a p-value tells, from mean / error = t."""
    if not isfinite(row.p_value):
        return 0.0, inf
    lower, upper = _class_of(row.p_value, precision)
    least, most = (float(-stdtrit(row.n - 1, p / 2)) if p > 0 else inf for p in (upper, lower))
    nearest, farthest = max(abs(row.value) - half, 0.0), abs(row.value) + half
    return nearest / most if most < inf else 0.0, farthest / least if least > 0 else inf


def _class_of(p: float, precision: int) -> tuple[float, float]:
    """Give the ends of the class that a published p-value stands for."""
    if p in P_CLASSES:
        finer = [0.0, *P_CLASSES][P_CLASSES.index(p)]
        return (finer if precision == 0 else 0.0), p
    if p == NOT_SMALL:
        return P_CLASSES[-1], 1.0
    return max(p - (0.01 if p <= 0.1 else 0.1), P_CLASSES[-1]), p


def _standardised(
    atoms: Atoms, found: Mapping[str, Estimate], mean: tuple[float, float], n: int
) -> Iterator[Statement]:
    """Say what g_av and the means before and after tell of the spread at both waves."""
    rows = [found.get(name) for name in ("g_av", "mean_before", "mean_after")]
    if any(row is None for row in rows):
        return
    size, before, after = (row for row in rows if row is not None)
    half = half_step(size, None) * (1 + _SLACK)
    least, most = abs(size.value) - half, abs(size.value) + half
    freedom = n - 1.0
    correction = gamma(freedom / 2) / (sqrt(freedom / 2) * gamma((freedom - 1) / 2))
    levels = [abs(row.value) for row in (before, after)]
    slack = half_step(before, atoms.resolution) * (1 + _SLACK)
    centre_low = n * sum(max(level - slack, 0.0) ** 2 for level in levels)
    centre_high = n * sum((level + slack) ** 2 for level in levels)
    low = 2 * (n - 1) * (correction * mean[0] / most) ** 2 + centre_low
    high = 2 * (n - 1) * (correction * mean[1] / least) ** 2 + centre_high if least > 0 else inf
    (b_low, b_high), (a_low, a_high) = _squared(atoms.before), _squared(atoms.after)
    yield from _between((b_low + a_low, b_high + a_high), low, high)


def _squared(spans: tuple[Floats, Floats]) -> tuple[Floats, Floats]:
    """Square spans: the smallest square of one that holds zero is zero."""
    low, high = spans
    smallest = np.where((low <= 0) & (high >= 0), 0.0, np.minimum(low**2, high**2))
    return smallest, np.maximum(low**2, high**2)
