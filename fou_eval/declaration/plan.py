"""What was decided before looking at the data."""

from datetime import date
from hashlib import sha256
from typing import Literal

import numpy as np
from pydantic import Field

from fou_eval.declaration.text import Declared

Profile = Literal["publication", "internal"]
Multiplicity = Literal["maxt", "holm", "none"]


class Contrast(Declared):
    """The two waves that are compared."""

    before: str
    after: str


class Disclosure(Declared):
    """Who the results are for, and the fewest families a cell may hold."""

    profile: Profile = "publication"
    smallest_cell: int = Field(default=5, ge=3)
    sensitive_cell: int = Field(default=8, ge=3)


class Plan(Declared):
    """The plan of a study: contrast, primary indicator per domain, confidence, seed, disclosure.

    Attributes
    ----------
    confidence
        Coverage of every interval, in (0.5, 1).
    seed
        Root of every random stream; streams are told apart by name, so adding one never moves another.
    """

    contrast: Contrast
    primary: dict[str, str]
    confidence: float = Field(default=0.95, gt=0.5, lt=1)
    seed: int = Field(ge=0)
    multiplicity: Multiplicity = "maxt"
    disclosure: Disclosure = Disclosure()
    fixed_on: date

    def rng(self, *name: str) -> np.random.Generator:
        """Give the random stream that belongs to a name.

        Parameters
        ----------
        name
            What the stream is for, from general to particular.

        Examples
        --------
        >>> from datetime import date
        >>> plan = Plan(contrast=Contrast(before="t0", after="t1"), primary={}, seed=1, fixed_on=date(2020, 1, 1))
        >>> plan.rng("absence").integers(100) == plan.rng("absence").integers(100)
        True
        """
        words = np.frombuffer(sha256("\x1f".join(name).encode()).digest(), dtype=np.uint32)
        return np.random.default_rng([self.seed, *(int(word) for word in words)])
