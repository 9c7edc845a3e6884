"""Pairs with what is published about the indicator: what individual change is judged against."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from fou_eval.statistics.engine.cutoffs import Population, cutoff_a, cutoff_b, cutoff_c
from fou_eval.statistics.engine.families import varies
from fou_eval.statistics.engine.reliable import MeasurementError, mean
from fou_eval.statistics.moves import snapped
from fou_eval.statistics.pairs import Pairs
from fou_eval.statistics.scale import sd


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Judged:
    """Complete pairs of one indicator, and what its individual changes are judged against.

    Attributes
    ----------
    pairs
        Before and after; better must be higher or lower.
    reliability, reliability_source
        Cited reliability in (0, 1) and where it is published; none where nothing is cited.
    norm
        Cited mean and standard deviation of the functional population, or none.
    clinical
        Cited mean and standard deviation of the clinical population, or none.
    cutoff
        Cited limit between the two, or none.
    meaningful_change
        Declared smallest change that matters, in the indicator's unit, or none.
    limits
        Lowest and highest value of the scale, or none.
    """

    pairs: Pairs
    reliability: float | None = None
    reliability_source: str = ""
    norm: Population | None = None
    clinical: Population | None = None
    cutoff: float | None = None
    meaningful_change: float | None = None
    limits: tuple[float, float] | None = None

    @property
    def improvement(self) -> NDArray[np.float64]:
        """Change of every unit, positive where it is for the better, free of floating-point noise; shape (n,)."""
        return snapped(self.pairs.change) * self.pairs.improvement_sign

    def why_unreliable(self) -> str:
        """Say why no measurement error can be computed: a key of the phrase catalogue, or nothing."""
        if self.pairs.n == 0:
            return "no_pairs"
        if self.reliability is None:
            return "no_reliability"
        return "" if self.error().sd > 0 else "no_spread_before"

    def error(self, *, shift: float = 0.0) -> MeasurementError:
        """Give the measurement error; the standard deviation is that of the cited norm, else the group's own before.

        A reliability holds for the population that it was found in. Groups that were selected for their difficulties
        vary less, and their own standard deviation would make errors look smaller than they are.

        Parameters
        ----------
        shift
            Added to the reliability, which stays in [0, 1].
        """
        cited = self.norm or self.clinical
        reliability = min(max((self.reliability or 0.0) + shift, 0.0), 1.0)
        return MeasurementError(reliability=reliability, sd=cited.sd if cited else self._spread_before())

    def beyond_scale(self) -> bool:
        """Say whether even a move from one end of the scale to the other would be within measurement error."""
        return self.limits is not None and self.error().smallest_reliable >= self.limits[1] - self.limits[0]

    def cutoffs(self) -> Mapping[str, float]:
        """Give every cut-off that what is cited allows, the one in use first: published, c, a, b.

        Where a norm is cited and no clinical population, the group before stands for the latter. Without anything
        cited there is none.
        """
        pairs, norm, found = self.pairs, self.norm, {}
        if self.cutoff is not None:
            found["published"] = self.cutoff
        clinical = self.clinical
        if clinical is None and norm is not None and self._spread_before() > 0:
            clinical = Population(mean=mean(pairs.before), sd=self._spread_before())
        if clinical is not None and norm is not None:
            found["c"] = cutoff_c(clinical, norm)
        if clinical is not None:
            found["a"] = cutoff_a(clinical, sign=pairs.improvement_sign)
        if norm is not None:
            found["b"] = cutoff_b(norm, sign=pairs.improvement_sign)
        return found

    def _spread_before(self) -> float:
        """Give the standard deviation of the group before; 0 where its values differ by rounding error at most."""
        return sd(self.pairs.before) if varies(self.pairs.before) else 0.0
