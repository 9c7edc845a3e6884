"""How much of an indicator can be left out, from the least loss to the greatest."""

from dataclasses import dataclass
from functools import cache
from itertools import product

from fou_eval.declaration import Indicator
from fou_eval.disclosure.knowledge import MOVES
from fou_eval.disclosure.linked import CLASS_SHARES, LEVELS_AND_CHANGE
from fou_eval.disclosure.listed import AGREEMENT
from fou_eval.disclosure.precision import FOLLOW, NO_SPREAD

# Numbers that go with those before and after.
_WITH_LEVELS = frozenset(
    {"rate_ratio", "regression_to_mean", "change_beyond_regression", "leavers_difference"}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Suppression:
    """How much of an indicator is left out.

    Attributes
    ----------
    precision
        How coarsely intervals are shown, see `precision.coarsened`.
    classes
        0 shows classes and transitions, 1 no transitions, 2 neither.
    levels, shares
        Whether the numbers before and after, and the shares who moved which way, are left out.
    """

    precision: int = 0
    classes: int = 0
    levels: bool = False
    shares: bool = False

    @property
    def loss(self) -> int:
        """What a reader misses, by which remedies are put in order; a judgement."""
        return (0, 1, 3, 9)[self.precision] + (0, 1, 4)[self.classes] + 4 * self.levels + 5 * self.shares

    def hides(self, indicator: Indicator, statistic: str) -> bool:
        """Say whether a statistic is left out."""
        levels = {*LEVELS_AND_CHANGE[indicator.kind][:2], *_WITH_LEVELS}
        return (
            (self.levels and statistic in levels)
            or (self.shares and (statistic in MOVES or statistic == "net_improvement"))
            or (self.classes > 0 and statistic == "transition_share")
            or (self.classes > 1 and statistic in CLASS_SHARES)
            or (self.precision == NO_SPREAD and statistic in FOLLOW | {AGREEMENT})
        )


@cache
def suppressions() -> tuple[Suppression, ...]:
    """Give every combination, the one with the least loss first."""
    every = product(range(NO_SPREAD + 1), range(3), (False, True), (False, True))
    found = [Suppression(precision=p, classes=c, levels=v, shares=s) for p, c, v, s in every]
    return tuple(sorted(found, key=lambda step: step.loss))
