"""Before and after of one indicator, matched by id, with the family of each unit: the only input of a statistic."""

from dataclasses import dataclass, field
from typing import Literal

import numpy as np
from numpy.typing import ArrayLike, NDArray

Better = Literal["higher", "lower", "neither"]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Pairs:
    """Complete pairs of one indicator.

    Attributes
    ----------
    before, after
        Values of the n units that have both, shape (n,), in the indicator's unit.
    family
        Family of each unit as a whole number, shape (n,); the family is the cluster.
    better
        Direction of improvement.
    resolution
        Step of the indicator; changes are rounded to it before they are ranked or compared, because
        floating-point noise breaks ties otherwise.
    exposure_before, exposure_after
        Time or opportunity behind a count, shape (n,), or none.
    before_only, after_only
        Units that have only one of the two values; they are counted and shown, never used.
    """

    before: NDArray[np.float64]
    after: NDArray[np.float64]
    family: NDArray[np.int64]
    better: Better = "higher"
    resolution: float | None = None
    exposure_before: NDArray[np.float64] | None = None
    exposure_after: NDArray[np.float64] | None = None
    before_only: int = 0
    after_only: int = 0
    change: NDArray[np.float64] = field(init=False)

    def __post_init__(self) -> None:
        """Check the shapes and compute the change once."""
        shapes = {self.before.shape, self.after.shape, self.family.shape}
        if len(shapes) != 1 or self.before.ndim != 1:
            raise ValueError(
                f"before, after and family must be one-dimensional and equally long, not {shapes}."
            )
        if np.isnan(self.before).any() or np.isnan(self.after).any():
            raise ValueError("pairs are complete: a missing value belongs to before_only or after_only.")
        object.__setattr__(self, "change", rounded(self.after - self.before, self.resolution))

    def __repr__(self) -> str:
        """Say how many there are; no value, since a notebook shows what stands last in a cell."""
        return f"Pairs({self.before.size} units in {np.unique(self.family).size} families)"

    @classmethod
    def of(
        cls,
        before: ArrayLike,
        after: ArrayLike,
        family: ArrayLike | None = None,
        *,
        better: Better = "higher",
        resolution: float | None = None,
    ) -> "Pairs":
        """Make pairs by hand; without `family` every unit is a family of its own.

        Examples
        --------
        >>> Pairs.of([3, 5, 4], [4, 7, 4]).change
        array([1., 2., 0.])
        """
        first = np.asarray(before, dtype=np.float64)
        codes = np.arange(first.size) if family is None else np.asarray(family)
        return cls(
            before=first,
            after=np.asarray(after, dtype=np.float64),
            family=codes.astype(np.int64),
            better=better,
            resolution=resolution,
        )

    @property
    def n(self) -> int:
        """Number of units."""
        return self.change.size

    @property
    def n_families(self) -> int:
        """Number of distinct families."""
        return int(np.unique(self.family).size)

    @property
    def improvement_sign(self) -> int:
        """1 when higher is better, -1 when lower is better, 0 when neither is."""
        return {"higher": 1, "lower": -1, "neither": 0}[self.better]


def rounded(values: NDArray[np.float64], resolution: float | None) -> NDArray[np.float64]:
    """Round values to whole steps of the resolution; without a resolution leave them as they are."""
    if resolution is None:
        return values
    steps: NDArray[np.float64] = np.rint(values / resolution)
    return steps * resolution
