"""What was decided before looking at the data."""

from datetime import date
from hashlib import sha256
from typing import Literal

import numpy as np
from pydantic import Field

from fou_eval.declaration.text import Declared, Text

Profile = Literal["publication", "internal"]
Multiplicity = Literal["maxt", "holm", "bh", "none"]
Starts = Literal["referred", "randomised"]
# What a change may be of: a part of the plan, or one of many, which is named after the point.
PARTS = ("contrast", "confidence", "seed", "multiplicity", "disclosure", "dose", "compare", "starts")
PARTS_OF_MANY = {"primary": "DOMAIN", "outcome": "INDICATOR", "removed": "INDICATOR"}


class Contrast(Declared):
    """The two waves that are compared."""

    before: str = Field(description="Wave of the before-measurement.", examples=["t0"])
    after: str = Field(description="Wave of the after-measurement, later than before.", examples=["t2"])


class Disclosure(Declared):
    """Who the results are for, and the fewest families a cell may hold."""

    profile: Profile = Field(
        default="publication",
        description="Whom results are for; internal watermarks every page.",
        examples=["publication"],
    )
    smallest_cell: int = Field(
        default=5, ge=3, description="Fewest families on both sides of every split.", examples=["5"]
    )
    sensitive_cell: int = Field(
        default=8, ge=3, description="The same for sensitive columns; at least smallest_cell.", examples=["8"]
    )


class PlanChange(Declared):
    """One change of the plan after it was fixed: when, what, why, and whether data had been seen."""

    on: date = Field(description="Day on which the change was decided.", examples=["2016-03-02"])
    part: str = Field(
        json_schema_extra={"pattern": rf"^({'|'.join(PARTS)}|({'|'.join(PARTS_OF_MANY)})\.\w+)$"},
        description="What was changed: a key of the plan, primary.DOMAIN, outcome.INDICATOR for one that was added or "
        "changed, removed.INDICATOR for one that was taken away.",
        examples=["outcome.leisure_joy"],
    )
    what: Text = Field(
        description="What was changed, from what to what.",
        examples=["{sv: Glädje i fritiden lades till., en: Joy in leisure was added.}"],
    )
    why: Text = Field(
        description="Why.", examples=["{sv: Barnen bad om det., en: The children asked for it.}"]
    )
    data_seen: bool = Field(
        description="Whether somebody who decided it had seen results of an after-measurement.",
        examples=["false"],
    )


class Plan(Declared):
    """The plan of a study: contrast, primary indicator per domain, confidence, seed, disclosure."""

    contrast: Contrast = Field(description="The two waves compared.", examples=["{before: t0, after: t2}"])
    primary: dict[str, str] = Field(
        description="One indicator per domain, chosen before looking at the data.",
        examples=["{school: absence_pct}"],
    )
    confidence: float = Field(
        default=0.95, gt=0.5, le=0.99, description="Coverage of every interval.", examples=["0.95"]
    )
    seed: int = Field(
        ge=0,
        description="Root of every random stream; streams are told apart by name, so that adding one never "
        "moves another.",
        examples=["20170731"],
    )
    multiplicity: Multiplicity = Field(
        default="maxt", description="Adjustment over the primary indicators.", examples=["maxt"]
    )
    disclosure: Disclosure = Field(
        default=Disclosure(),
        description="Who the results are for, and the fewest families a cell may hold.",
        examples=["{profile: publication, smallest_cell: 5, sensitive_cell: 8}"],
    )
    dose: tuple[str, ...] = Field(
        default=(),
        description="Columns that say how much support a family or person received: numbers with role context. In a "
        "table with waves the value at the after-wave counts.",
        examples=["[ombud_meetings]"],
    )
    compare: tuple[str, ...] = Field(
        default=(),
        description="Code columns whose groups are compared. In a table with waves the code at the before-wave counts.",
        examples=["[sex, school_stage]"],
    )
    starts: Starts = Field(
        default="referred",
        description="How it was decided when a family started: as it was referred, or by lot among the occasions "
        "that leave three before and three after. Only lots give starting times a test of their own.",
        examples=["referred"],
    )
    fixed_on: date = Field(description="Day on which the plan was fixed; printed.", examples=["2015-01-15"])
    changes: tuple[PlanChange, ...] = Field(
        default=(),
        description="What was changed after the plan was fixed; printed as deviations from the plan.",
        examples=["[]"],
    )

    def rng(self, *name: str) -> np.random.Generator:
        """Give the random stream that belongs to a name.

        Parameters
        ----------
        name
            What the stream is for, from general to particular.

        Examples
        --------
        >>> from datetime import date
        >>> contrast = Contrast(before="t0", after="t1")
        >>> plan = Plan(contrast=contrast, primary={}, seed=1, fixed_on=date(2020, 1, 1))
        >>> plan.rng("absence").random() == plan.rng("absence").random()
        True
        """
        return np.random.default_rng(self.stream(*name))

    def stream(self, *name: str) -> tuple[int, ...]:
        """Give the numbers that seed the random stream of a name: the seed of the plan, then a digest of the name."""
        words = np.frombuffer(sha256("\x1f".join(name).encode()).digest(), dtype=np.uint32)
        return (self.seed, *(int(word) for word in words))
