"""What attackers claim, and which claims are disclosures: the criterion, written once.

A claim is a disclosure when it is true of the data and one of these holds, t being the smallest cell of the indicator
(5 families, 8 for sensitive columns):

(a) *count*: a number of units that the release hides, because fewer than t families (none included) are in the cell
    or outside it, is confined to an interval whose upper end is below t or that is narrower than t - 1. The same is
    asked of the units outside the cell. An interval from 0 to exactly t passes: that is what a merged cell of t tells.
    Of moves in a table none of whose cells is shown, only that somebody made them counts (a lower end of 1 or more):
    that few go from the best class to the worst is no news, and follows from the means.
    Cells that hold and leave at least t families would pass by themselves and are no secrets, however well known.
(b) *candidates*: everybody's value before, after or change (or that of all others, for a family that subtracts its
    own) has fewer than three candidates, on a scale that has at least three.
(c) *membership*: how many families left, or left for a reason, is confined more closely than the range shown says,
    to an interval whose upper end is below t.

A family that knows its own values counts one less: t - 1 others take the place of t.
"""

from dataclasses import dataclass
from typing import Literal

import numpy as np
from disclosure.adversary.published import Truth
from numpy.typing import NDArray

from fou_eval.evidence.gather import members
from fou_eval.statistics.pairs import Pairs

Kind = Literal["count", "candidates", "membership"]
FEWEST_CANDIDATES = 3


@dataclass(frozen=True, kw_only=True)
class Finding:
    """One claim of an attacker.

    Attributes
    ----------
    attack
        Name of the attack.
    outcome
        Indicator attacked; empty for participants.
    kind
        Which part of the criterion it is about.
    cell
        What is claimed about: better, same, worse, not_better, not_worse; `before:CLASS`, `after:CLASS`,
        `move:TRANSITION`; for candidates: before, after, change.
    low, high
        Ends of the interval claimed for a count.
    candidates
        Values claimed to be the only ones that occur, in the unit of the indicator.
    threshold
        Smallest cell of the indicator, less the families that the attacker is.
    own
        Units that the attacker knows to be in the cell and has subtracted.
    shown
        For membership: the range that the release itself shows.
    wave
        Later wave of the change, where it is not that of the contrast.
    table_shown
        For moves: whether any cell of the table is published.
    why
        What is computed from which published fields.
    """

    attack: str
    outcome: str
    kind: Kind
    cell: str
    threshold: int
    low: float = 0.0
    high: float = np.inf
    candidates: tuple[float, ...] = ()
    own: int = 0
    units: int = 0
    shown: tuple[float, float] = (-np.inf, np.inf)
    wave: str = ""
    table_shown: bool = True
    why: str = ""

    @property
    def tells(self) -> bool:
        """Whether the claim would be a disclosure, if it is true and about a secret."""
        if self.kind == "candidates":
            return len(self.candidates) < FEWEST_CANDIDATES
        if self.kind == "membership":
            return self.high < self.threshold and (self.low > self.shown[0] or self.high < self.shown[1])
        if self.cell.startswith("move:") and not self.table_shown and self.low < 1:
            return False
        return confined(self.low, self.high, self.threshold) or confined(
            self.units - self.high, self.units - self.low, self.threshold
        )


def confined(low: float, high: float, threshold: int) -> bool:
    """Say whether an interval tells more about a small count than that it is small."""
    return high < threshold or high - low < threshold - 1


@dataclass(frozen=True, kw_only=True)
class Verdict:
    """What the truth says of a claim."""

    secret: bool
    true: bool
    finding: Finding

    @property
    def disclosure(self) -> bool:
        return self.finding.tells and self.secret and self.true


def judge(finding: Finding, truth: Truth) -> Verdict:
    """Hold a claim against the truth."""
    if finding.kind == "membership":
        count = missing(finding, truth)
        return Verdict(secret=count > 0, true=finding.low <= count <= finding.high, finding=finding)
    pairs = pairs_of(finding, truth)
    if finding.kind == "candidates":
        found = values_of(finding, truth)
        inside = np.isin(np.round(found, 6), np.round(finding.candidates, 6))
        outside = int((~inside).sum())
        return Verdict(secret=True, true=outside <= finding.own, finding=finding)
    if finding.cell.startswith("families:"):
        pairs = one_per_family(pairs)
    cell = inside_cell(finding, pairs, truth)
    families = np.unique(pairs.family[cell]).size, np.unique(pairs.family[~cell]).size
    count = int(cell.sum()) - finding.own
    return Verdict(
        secret=min(families) < finding.threshold + (finding.own > 0),
        true=finding.low <= count <= finding.high,
        finding=finding,
    )


def pairs_of(finding: Finding, truth: Truth) -> Pairs:
    """Give the pairs that a claim is about."""
    return truth.later[finding.outcome, finding.wave] if finding.wave else truth.pairs[finding.outcome]


def values_of(finding: Finding, truth: Truth) -> NDArray[np.float64]:
    """Give the values that a claim about candidates is about."""
    pairs = pairs_of(finding, truth)
    found = {"before": pairs.before, "after": pairs.after, "change": pairs.change}
    return truth.left[finding.outcome] if finding.cell == "left" else found[finding.cell]


def one_per_family(pairs: Pairs) -> Pairs:
    """Give each family's mean before and after as one pair."""
    families, place = np.unique(pairs.family, return_inverse=True)
    size = np.bincount(place)
    change = pairs.change if pairs.exposure_before is None else rates(pairs)
    return Pairs.of(
        np.zeros(families.size), np.round(np.bincount(place, change) / size, 9), better=pairs.better
    )


def inside_cell(finding: Finding, pairs: Pairs, truth: Truth) -> NDArray[np.bool_]:
    """Say which units are in the cell that a claim is about."""
    indicator = truth.indicators[finding.outcome]
    what, _, category = finding.cell.partition(":")
    if not category or what == "families":
        return moved(pairs)[category or what]
    if category == "yes":
        yes: NDArray[np.bool_] = (pairs.before if what == "before" else pairs.after) == 1
        return yes
    cells = {cell.category: cell for view in indicator.column.partitions() for cell in view.cells}
    if what == "before":
        return members(indicator, cells[category], pairs.before)
    if what == "after":
        return members(indicator, cells[category], pairs.after)
    start, _, end = category.partition(">")
    level = start.partition(":")[0]
    inside: NDArray[np.bool_] = members(indicator, cells[start], pairs.before) & members(
        indicator, cells[f"{level}:{end}"], pairs.after
    )
    return inside


def moved(pairs: Pairs) -> dict[str, NDArray[np.bool_]]:
    """Give the units that moved, by direction; where no direction is better, higher stands for better."""
    change = pairs.change if pairs.exposure_before is None else rates(pairs)
    sign = np.sign(change) * (-1 if pairs.better == "lower" else 1)
    better, same, worse = sign > 0, sign == 0, sign < 0
    return {
        "better": better,
        "same": same,
        "worse": worse,
        "not_better": ~better,
        "not_worse": ~worse,
        "changed": ~same,
    }


def rates(pairs: Pairs) -> NDArray[np.float64]:
    """Give the change of the counts per exposure."""
    assert pairs.exposure_before is not None
    assert pairs.exposure_after is not None
    difference: NDArray[np.float64] = (
        pairs.after / pairs.exposure_after - pairs.before / pairs.exposure_before
    )
    return np.round(difference, 9)


def missing(finding: Finding, truth: Truth) -> float:
    """Give how many families really were missing, or missing for reasons that too few families had."""
    statistic, _, wave = finding.cell.partition(":")
    if statistic == "other_reasons":
        reasons = [row for row in truth.rows if row.statistic == "missing_reason" and row.wave_after == wave]
        return sum(row.value for row in reasons if row.value < finding.threshold)
    rows = (row for row in truth.rows if row.statistic == statistic and row.category == wave)
    return float(next(rows).families_out or 0)
