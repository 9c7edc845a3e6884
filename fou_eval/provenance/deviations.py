"""How far a study has gone from its plan, as the manifest holds it: all that the pages say of it, in both languages."""

from datetime import date
from typing import Literal, Self

from pydantic import BaseModel, ConfigDict, model_validator

from fou_eval.declaration import Text


class _Part(BaseModel):
    """What all parts share: nothing changes, and later versions may hold more."""

    model_config = ConfigDict(extra="ignore", frozen=True)


class Against(_Part):
    """An earlier state that the plan was compared with.

    Attributes
    ----------
    kind
        `report`: an earlier report; `history`: what was last committed on the day when the plan was fixed, or before.
    indicators
        Whether the indicators could be compared too, or the plan alone.
    manifest
        SHA-256 of the manifest of the earlier report.
    commit, on
        The commit and its day.
    """

    kind: Literal["report", "history"]
    indicators: bool
    manifest: str = ""
    commit: str = ""
    on: date | None = None


class Recorded(_Part):
    """A change that the plan records: the day, the part, what and why, and whether results had been seen."""

    on: date
    part: str
    item: Text
    what: Text
    why: Text
    data_seen: bool


class Unrecorded(_Part):
    """A difference from an earlier state that the plan does not record.

    Attributes
    ----------
    against
        Place in `Deviations.against`, counted from 0.
    part
        The part by which the plan would have recorded it, or `fixed_on` or `changes`, for which there is no excuse.
    place
        Where it is declared.
    item, was, now
        What it is, and its two values in words; None where there was or is none.
    leading
        Whether it concerns what the report leads with: the contrast, the confidence, a primary indicator.
    """

    against: int
    part: str
    place: str
    item: Text
    was: Text | None
    now: Text | None
    leading: bool


class Deviations(_Part):
    """The day on which the plan was fixed, and what has changed since."""

    fixed_on: date
    against: tuple[Against, ...] = ()
    recorded: tuple[Recorded, ...] = ()
    unrecorded: tuple[Unrecorded, ...] = ()

    @model_validator(mode="after")
    def _compared_with_something(self) -> Self:
        """Refuse a manifest that was changed by hand so that a difference is from nothing."""
        if any(not 0 <= one.against < len(self.against) for one in self.unrecorded):
            raise ValueError("a difference from a state that is not listed")
        return self
