"""The designs of which data sets are simulated: families, kinds of indicator, correlation, drop-outs, true change."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from hashlib import sha256
from typing import Literal

import numpy as np

from fou_eval.simulation.margins import TYPICAL, Events, Margin, Shape
from fou_eval.statistics.pairs import Better
from fou_eval.statistics.registry import Kind

Dropout = Literal["none", "random", "before"]

SEED = 20170731
# Members of a family: one in 15 %, two in 30 %, three in 35 %, four in 20 % of the families.
SIZES = (1,) * 3 + (2,) * 6 + (3,) * 7 + (4,) * 4
FAMILIES = (15, 20, 30)
CORRELATIONS = (0.0, 0.3, 0.6)
USUAL_CORRELATION, USUAL_FAMILIES = 0.3, 20
LEAVING = 0.2
CHANGED = 0.5
# Standings at the two waves correlate so much; on a ladder, where most stay where they are, more.
STABILITY, LADDER_STABILITY = 0.5, 0.8


@dataclass(frozen=True, slots=True, kw_only=True)
class Design:
    """One cell of a simulation.

    Each unit has a standing on the normal scale at both waves: a stable part, half of it shared within the family, and
    a part that is new at each wave, of which the share `icc` is shared within the family. Both waves have the same
    distribution, so that change is symmetric around zero, until `change` is added to the second. `skewed` designs have
    a change of mean zero that is not symmetric: many fall a little, a few rise much.

    Attributes
    ----------
    kind, shape, better
        Kind of indicator, form of its values, direction of improvement.
    families
        Families at entry.
    icc
        Correlation of the change of two members of a family.
    stability
        Correlation of a unit's standing at the two waves.
    dropout, leaving
        Who leaves: nobody, families at random, or rather families with low values before; and the share that does.
    change
        Added to the standing of all after, in standard deviations of one wave.
    sizes
        Members of families; each family draws one of them, unless there are as many as families, which then have them.
    margin
        What is recorded; the typical indicator of the kind when left out.
    label
        What tells designs of one study apart; empty otherwise.
    """

    kind: Kind
    shape: Shape = "plain"
    better: Better = "higher"
    families: int
    icc: float = USUAL_CORRELATION
    stability: float = STABILITY
    dropout: Dropout = "none"
    leaving: float = LEAVING
    change: float = 0.0
    sizes: tuple[int, ...] = SIZES
    margin: Margin | Events | None = field(default=None, repr=False)
    label: str = ""

    @property
    def recorded(self) -> Margin | Events:
        """What is recorded of a standing."""
        typical = TYPICAL.get((self.kind, self.shape), TYPICAL[self.kind, "plain"])
        return typical if self.margin is None else self.margin

    @property
    def null(self) -> bool:
        """Whether nothing changed on average."""
        return self.change == 0

    @property
    def symmetric(self) -> bool:
        """Whether before and after are exchangeable within families, so that nothing but zero can be estimated."""
        return self.null and self.shape != "skewed" and self.dropout != "before"

    @property
    def name(self) -> str:
        """What the random streams of the design hang on; the same for all sizes of the true change."""
        parts = (self.label, self.kind, self.shape, self.families, self.icc, self.stability, self.dropout)
        return "/".join(str(part) for part in (*parts, self.leaving if self.dropout != "none" else 0.0))


def stream(seed: int, *name: object) -> tuple[int, ...]:
    """Give the numbers that seed the random stream of a name: the root, then a digest of the name.

    Examples
    --------
    >>> stream(1, "a", 2) == stream(1, "a", 2), stream(1, "a", 2) == stream(1, "a", 3)
    (True, False)
    """
    digest = sha256("\x1f".join(str(part) for part in name).encode()).digest()
    return (seed, *(int(word) for word in np.frombuffer(digest, dtype=np.uint32)))


def full_grid() -> tuple[Design, ...]:
    """Give every design of the calibration table."""
    return tuple(_full())


def quick_grid() -> tuple[Design, ...]:
    """Give one design per kind, at 15 families and the usual correlation, and one with a skewed change."""
    plain = [design for design in _nothing_changed() if design.families == 15 and design.icc == 0.3]
    return (*plain, Design(kind="scale", shape="skewed", families=15))


def _full() -> Iterator[Design]:
    null = list(_nothing_changed())
    yield from null
    for kind in ("scale", "ordinal"):
        for families in FAMILIES:
            for icc in CORRELATIONS:
                yield Design(kind=kind, shape="skewed", families=families, icc=icc)
    usual = [design for design in null if design.icc == USUAL_CORRELATION]
    for design in usual:
        if design.families == USUAL_FAMILIES:
            yield replace(design, change=CHANGED)
            yield replace(design, dropout="random")
            yield replace(design, dropout="before")


def _nothing_changed() -> Iterator[Design]:
    for kind, shape in TYPICAL:
        for families in FAMILIES:
            for icc in CORRELATIONS:
                yield Design(
                    kind=kind, shape=shape, families=families, icc=icc, stability=usual_stability(kind)
                )


def usual_stability(kind: Kind) -> float:
    """Give the correlation of the standing at two waves that is usual for a kind of indicator."""
    return LADDER_STABILITY if kind == "ladder" else STABILITY
