"""What a reader knows about one indicator: every published number as a linear statement about how many units hold what.

The unknowns are counts: how many units had which value before and which after. A published mean, share or spread
says of them that a weighted sum lies between two ends, which rounding sets apart. Everything that can be worked out
from the numbers together is then a question of integer programming; see `audit`.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import exp, floor, inf, isfinite, lgamma, log, log2
from types import MappingProxyType

import numpy as np
from numpy.typing import NDArray

from fou_eval.declaration import Indicator
from fou_eval.disclosure.atoms import Atoms
from fou_eval.disclosure.linked import CHANGE_OF_FAMILIES
from fou_eval.disclosure.spread import SLACK, error_of, half_step, is_rate, rounded_ends, totals
from fou_eval.estimates import Estimate

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
BEFORE = ("mean_before", "share_yes_before", "rate_before")
AFTER = ("mean_after", "share_yes_after", "rate_after")
# Means of the change over units; with one unit per family those over families are the same.
CHANGE = ("mean_change", "paired_difference", "change_from_entry")
# Families below which no spread is shown anyway.
_FEWEST = 3


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Branch:
    """Linear statements about the counts of atoms that hold together.

    Attributes
    ----------
    weights
        Shape (statements, atoms).
    low, high
        Ends of the weighted sums of counts, shape (statements,).
    """

    weights: Floats
    low: Floats
    high: Floats

    def holds(self, counts: NDArray[np.int64]) -> bool:
        """Say whether counts agree with every statement."""
        sums = self.weights @ counts
        return bool(np.all(sums >= self.low - SLACK) and np.all(sums <= self.high + SLACK))


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Knowledge:
    """What a reader knows of the counts of `atoms`: that one of the branches holds.

    Attributes
    ----------
    atoms
        What a unit can be, one column of the weights each.
    units
        Units with both values.
    branches
        One for each sum of the changes that the rounded mean allows, where the spread is told too: a spread around one
        sum says less of the counts than around another.
    """

    atoms: Atoms
    units: int
    branches: tuple[Branch, ...]

    def holds(self, counts: NDArray[np.int64]) -> bool:
        """Say whether counts agree with everything known."""
        return any(branch.holds(counts) for branch in self.branches)


Statement = tuple[Floats, float, float]


def known(
    indicator: Indicator,
    atoms: Atoms,
    published: Iterable[Estimate],
    contrast_after: str,
    threshold: int,
    precision: int = 0,
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
    threshold
        Fewest families on either side of a split, which decides the classes of p-values in use.
    precision
        How coarsely intervals are shown, see `precision.coarsened`.
    """
    rows = [
        row
        for row in published
        if isfinite(row.value)
        and row.n > 0
        and (row.statistic != "change_from_entry" or row.wave_after == contrast_after)
    ]
    units = max((row.n for row in rows), default=0)
    whole: list[Statement] = [(np.ones(atoms.size), float(units), float(units))]
    for row in rows:
        if row.n == units:
            whole += _statements(indicator, atoms, row)
    found = {row.statistic: row for row in rows if not row.category}
    if atoms.bounded and "mean_change" in found:
        whole += _standardised(atoms, found, rounded_ends(found["mean_change"], atoms.resolution))
    spreads = _spreads(indicator, atoms, rows, precision, threshold)
    return Knowledge(
        atoms=atoms, units=units, branches=tuple(_branch([*whole, *spread]) for spread in spreads)
    )


def _branch(statements: Sequence[Statement]) -> Branch:
    weights, low, high = zip(*statements, strict=True)
    return Branch(weights=np.array(weights), low=np.array(low), high=np.array(high))


def _statements(indicator: Indicator, atoms: Atoms, row: Estimate) -> Iterator[Statement]:
    n, name = row.n, row.statistic
    low, high = rounded_ends(row, indicator.column.resolution)
    ends = n * low, n * high
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
    elif name in (*CHANGE, *CHANGE_OF_FAMILIES) and not low <= 0 <= high:
        yield (np.sign(row.value) == atoms.direction).astype(np.float64), float(movers(row)), inf
    if not atoms.bounded or is_rate(indicator):
        return
    if name in BEFORE:
        yield from _between(atoms.before, *ends)
    elif name in AFTER:
        yield from _between(atoms.after, *ends)
    elif name in CHANGE or (row.n == row.n_families and name in CHANGE_OF_FAMILIES):
        yield from _between(atoms.change, *ends)


def movers(row: Estimate) -> int:
    """Give how many units at least moved with a mean change that is not zero.

    One did. Where each family has one unit the sign-flip test says more: with the k families that stood still or moved
    against it turned, the sum is at least as large, so that the exact p-value of G families is at least 2^(k + 1 - G)
    and the mid-p half of it.

    Examples
    --------
    >>> from dataclasses import replace
    >>> row = Estimate(statistic="family_mean_change_exact", value=-0.1, p_value=0.8, n=12, n_families=12)
    >>> movers(row), movers(replace(row, statistic="mean_change")), movers(replace(row, p_value=0.05))
    (2, 1, 6)
    """
    if row.statistic not in CHANGE_OF_FAMILIES or row.n != row.n_families:
        return 1
    exact = 1 if row.statistic.endswith("_exact") else 0
    told = [(row.p_value, exact), (row.p_exact, 1)]
    still = [row.n - whole + log2(p) for p, whole in told if isfinite(p)]
    return max([1, *(row.n - floor(most + SLACK) for most in still)])


def _between(spans: tuple[Floats, Floats], low: float, high: float) -> Iterator[Statement]:
    """Say that a sum lies between two ends, where each unit adds something between two ends itself."""
    smallest, largest = spans
    if np.array_equal(smallest, largest):
        yield smallest, low, high
        return
    yield smallest, -inf, high
    yield largest, low, inf


def _spreads(
    indicator: Indicator, atoms: Atoms, rows: Sequence[Estimate], precision: int, threshold: int
) -> list[list[Statement]]:
    """Turn interval, test and standardised change into sums of squares, one list for each sum that the mean allows.

    They say something of the units only where each family has one.
    """
    found = {row.statistic: row for row in rows if not row.category and row.n == row.n_families}
    change = next((found[name] for name in CHANGE if name in found), None)
    if change is None or change.n < _FEWEST or not (atoms.bounded and atoms.exact) or is_rate(indicator):
        return [[]]
    n = change.n
    spreads: list[list[Statement]] = []
    for total in _sums(change, found, atoms):
        own: list[Statement] = [(atoms.change[0], total, total)]
        error = error_of(change, total / n, indicator.column.resolution, precision, threshold)
        if error[0] > error[1]:
            continue
        if error[0] > 0 or error[1] < inf:
            squares = [n * (n - 1) * part**2 + total**2 / n for part in error]
            own += _between(_squared(atoms.change), squares[0], squares[1])
        own += _standardised(atoms, found, (total / n, total / n))
        spreads.append(own)
    return spreads or [[]]


def _sums(change: Estimate, found: Mapping[str, Estimate], atoms: Atoms) -> list[float]:
    """Give the sums of the changes that the mean change and the levels, as they are rounded, allow."""
    low, high = rounded_ends(change, atoms.resolution)
    before, after = (
        next((found[name] for name in names if name in found), None) for names in (BEFORE, AFTER)
    )
    if before is not None and after is not None:
        apart = (half_step(before, atoms.resolution) + half_step(after, atoms.resolution)) * (1 + SLACK)
        low = max(low, after.value - before.value - apart)
        high = min(high, after.value - before.value + apart)
    return totals(low * change.n, high * change.n, atoms.step)


def _standardised(
    atoms: Atoms, found: Mapping[str, Estimate], change: tuple[float, float]
) -> Iterator[Statement]:
    """Say what g_av and the means before and after tell of the spread at both waves, over units."""
    rows = [found.get(name) for name in ("g_av", "mean_before", "mean_after")]
    if any(row is None for row in rows):
        return
    size, before, after = (row for row in rows if row is not None)
    n, mean = size.n, sorted(abs(end) for end in change)
    if change[0] <= 0 <= change[1]:
        mean[0] = 0.0
    half = half_step(size, None) * (1 + SLACK)
    least, most = abs(size.value) - half, abs(size.value) + half
    freedom = n - 1.0
    correction = exp(lgamma(freedom / 2) - lgamma((freedom - 1) / 2) - log(freedom / 2) / 2)
    levels = [abs(row.value) for row in (before, after)]
    slack = half_step(before, atoms.resolution) * (1 + SLACK)
    centre_low = n * sum(max(level - slack, 0.0) ** 2 for level in levels)
    centre_high = n * sum((level + slack) ** 2 for level in levels)
    low = 2 * (n - 1) * (mean[0] * correction / most) ** 2 + centre_low
    high = 2 * (n - 1) * (mean[1] * correction / least) ** 2 + centre_high if least > 0 else inf
    (b_low, b_high), (a_low, a_high) = _squared(atoms.before), _squared(atoms.after)
    yield from _between((b_low + a_low, b_high + a_high), low, high)


def _squared(spans: tuple[Floats, Floats]) -> tuple[Floats, Floats]:
    """Square spans: the smallest square of one that holds zero is zero."""
    low, high = spans
    smallest = np.where((low <= 0) & (high >= 0), 0.0, np.minimum(low**2, high**2))
    return smallest, np.maximum(low**2, high**2)
