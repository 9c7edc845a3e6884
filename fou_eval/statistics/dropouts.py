"""Everybody measured at entry, those who left included: the evidence about what is missing."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from fou_eval.statistics.moves import exposed, exposures, snapped
from fou_eval.statistics.pairs import Pairs

Floats = NDArray[np.float64]
Codes = NDArray[np.int64]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Incomplete:
    """Complete pairs, and the units of which only the value before is known.

    Attributes
    ----------
    pairs
        The units that stayed: both values are known.
    left_before, left_family
        Value before and family of the units that left, shape (k,); families are numbered as in `pairs`.
    left_exposure
        Exposure before of the units that left, shape (k,), where the pairs have exposures; else none.
    lowest, highest
        Smallest and largest value that the indicator can take; none where the codebook states none, and then the
        smallest and largest that were observed stand in.
    seed
        Seed of the random stream.

    Notes
    -----
    Units with a value after only are counted in `pairs.after_only`. They were not measured at entry, so they are not
    part of the group whose change since entry is completed here, and nothing of theirs is filled in.
    """

    pairs: Pairs
    left_before: Floats
    left_family: Codes
    left_exposure: Floats | None = None
    lowest: float | None = None
    highest: float | None = None
    seed: tuple[int, ...]

    def __post_init__(self) -> None:
        """Check the shapes."""
        shapes = {self.left_before.shape, self.left_family.shape}
        if self.left_exposure is not None:
            shapes.add(self.left_exposure.shape)
        if len(shapes) != 1 or self.left_before.ndim != 1:
            raise ValueError(
                "left_before, left_family and left_exposure must be one-dimensional and equally long, "
                f"not {shapes}."
            )
        if np.isnan(self.left_before).any():
            raise ValueError(
                "a unit that left has a value before; without one it is not part of the evidence."
            )
        if (self.left_exposure is None) != (self.pairs.exposure_before is None):
            raise ValueError("those who left have exposures exactly where the pairs have them.")

    @property
    def n(self) -> int:
        """Number of units measured at entry."""
        return self.pairs.n + self.left_before.size

    @property
    def n_families(self) -> int:
        """Number of distinct families measured at entry."""
        return int(np.union1d(self.pairs.family, self.left_family).size)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Entered:
    """The units measured at entry in numbers that can be compared: values, or events per exposure.

    Attributes
    ----------
    entry, change, family
        Of the n units that stayed, shape (n,).
    left_entry, left_family
        Of the k units that left, shape (k,).
    lowest, highest
        Smallest and largest value after that each unit that left could have had, shape (k,).
    lowest_known, highest_known
        Whether those ends are declared, rather than the smallest and largest that were observed.
    step
        Step of the changes, if known.
    note
        Key of a sentence about units without exposure, or empty.
    """

    entry: Floats
    change: Floats
    family: Codes
    left_entry: Floats
    left_family: Codes
    lowest: Floats
    highest: Floats
    lowest_known: bool
    highest_known: bool
    step: float | None
    note: str

    @property
    def stayed(self) -> int:
        """Number of units that stayed, n."""
        return self.change.size

    @property
    def left(self) -> int:
        """Number of units that left, k."""
        return self.left_entry.size

    @property
    def sides(self) -> tuple[int, int]:
        """Number of families with somebody who left, and with somebody who stayed."""
        return int(np.unique(self.left_family).size), int(np.unique(self.family).size)

    @property
    def lacking(self) -> str:
        """Key of the reason why nothing can be filled in beside what was observed, nobody having stayed; or empty."""
        return "" if self.stayed else self.note or "no_pairs"

    @property
    def families(self) -> Codes:
        """Family of every unit, those who stayed first, shape (n + k,)."""
        return np.concatenate([self.family, self.left_family])

    def filled(self, change: Floats) -> Floats:
        """Give the change of every unit, those who left having the given ones (k,); shape (n + k,)."""
        return np.concatenate([self.change, change])


def entered(evidence: Incomplete) -> Entered:
    """Put those who stayed and those who left on one footing.

    Counts are compared per exposure. What a unit that left could have had after is counted over its exposure before,
    as if it had been followed for as long once more.

    Examples
    --------
    >>> pairs = Pairs.of([3, 5, 4], [4, 7, 4], [0, 0, 1])
    >>> found = entered(Incomplete(pairs=pairs, left_before=np.array([2.0]), left_family=np.array([1]), seed=(1,)))
    >>> found.lowest, found.highest, found.families
    (array([2.]), array([7.]), array([0, 0, 1, 1]))
    """
    pairs, note = exposed(evidence.pairs)
    first, second = exposures(pairs)
    rates = pairs.exposure_before is not None
    before, after = pairs.before / first, pairs.after / second
    span = np.ones(evidence.left_before.size) if evidence.left_exposure is None else evidence.left_exposure
    usable = np.isfinite(span) & (span > 0)
    span, left_entry = span[usable], evidence.left_before[usable] / span[usable]
    seen = np.concatenate([before, after, left_entry])
    lowest, highest = (
        np.full(left_entry.size, seen_end) if end is None else end / span
        for end, seen_end in (
            (evidence.lowest, seen.min(initial=np.inf)),
            (evidence.highest, seen.max(initial=-np.inf)),
        )
    )
    return Entered(
        entry=before,
        change=after - before if rates else snapped(pairs.change),
        family=pairs.family,
        left_entry=left_entry,
        left_family=evidence.left_family[usable],
        lowest=lowest,
        highest=highest,
        lowest_known=evidence.lowest is not None,
        highest_known=evidence.highest is not None,
        step=None if rates else pairs.resolution,
        note="some_without_exposure" if pairs.n and not usable.all() else note,
    )
