"""What a statistic returns: one number with its interval, p-value, counts and note."""

from dataclasses import dataclass
from math import nan


@dataclass(frozen=True, slots=True, kw_only=True)
class Number:
    """One number; nan stands only where `note` says why (a key of the phrase catalogue).

    Attributes
    ----------
    value, low, high
        Estimate and interval, in the unit that the statistic names.
    p_value, p_exact
        Two-sided p-value of the same procedure as the interval; `p_exact` is the conservative exact
        version where `p_value` is a mid-p.
    se, df
        Standard error and degrees of freedom, where the procedure has them.
    families_in, families_out
        Distinct families on either side when the number splits them (a share, say); none otherwise.
    families_changed
        Families whose statistic is not zero, for tests that only those families inform.
    confidence
        Coverage that the interval attains, where a discrete procedure attains more than was asked for; else nan.
    note
        Empty, or the key of a sentence about what could not be computed.
    """

    value: float
    low: float = nan
    high: float = nan
    p_value: float = nan
    p_exact: float = nan
    se: float = nan
    df: float = nan
    families_in: int | None = None
    families_out: int | None = None
    families_changed: int | None = None
    confidence: float = nan
    note: str = ""
