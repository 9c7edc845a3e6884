"""Every number there will ever be: one tidy, unrounded row each."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, fields
from math import nan
from typing import Literal, NoReturn

import pandas as pd

from fou_eval.declaration.codebook import Codebook
from fou_eval.declaration.plan import Plan
from fou_eval.errors import DisclosureError
from fou_eval.provenance import Provenance
from fou_eval.statistics.pairs import Pairs

# Rows of tables about the project itself: codes, numbers, truth values, months as YYYY-MM.
Facts = Mapping[str, tuple[Mapping[str, str | float | bool | None], ...]]


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Estimate:
    """One number with interval, counts, method and note; the columns of `Estimates.frame`.

    Attributes
    ----------
    outcome, domain, kind, unit, better
        The indicator, as declared; `unit` is who is measured (family, person). Empty for counts of participants.
    statistic
        Name in the catalogue; its label, unit and method are in the phrase catalogue under that name.
    category
        Class, step or wave that the number is about, where a statistic has several; else empty.
    scale
        What the number is counted in, as in the catalogue: `unit` and `rate` are levels, `size`, `change`,
        `rate_change` and `points` differences; further `proportion`, `ratio`, `standardised`, `index`, `score` and
        `count`.
    wave_before, wave_after
        The two waves that were compared; equal when the number is about one wave.
    value, low, high, p_value, p_exact, p_adjusted, q_value, se, df
        Unrounded numbers; nan only where `note` or the statistic's definition says why.
        `p_adjusted` allows for the primary indicators being several, as the plan says; `q_value` is the false
        discovery rate over all indicators, or, once published, over those whose test is shown.
    n, n_families
        Units and distinct families behind the number.
    families_in, families_out
        Distinct families on either side of a split; none for numbers that do not split, and in what is published.
    before_only, after_only
        Units left out because one of the two values is missing; none in what is published.
    primary, sensitive
        Whether the plan names the indicator as primary; whether the codebook calls it sensitive.
    note
        Empty, or a key of the phrase catalogue.
    """

    outcome: str = ""
    domain: str = ""
    kind: str = ""
    unit: str = ""
    better: str = ""
    primary: bool = False
    sensitive: bool = False
    statistic: str
    category: str = ""
    scale: str = "unit"
    wave_before: str = ""
    wave_after: str = ""
    value: float
    low: float = nan
    high: float = nan
    p_value: float = nan
    p_exact: float = nan
    p_adjusted: float = nan
    q_value: float = nan
    se: float = nan
    df: float = nan
    confidence: float = nan
    n: int = 0
    n_families: int = 0
    families_changed: int | None = None
    families_in: int | None = None
    families_out: int | None = None
    before_only: int | None = 0
    after_only: int | None = 0
    note: str = ""

    def __repr__(self) -> str:
        """Say what it is about; no number is shown by standing last in a cell of a notebook."""
        about = (self.outcome, self.statistic, self.category)
        return f"Estimate({', '.join(part for part in about if part)}: .record() holds its numbers)"

    def same_as(self, other: "Estimate") -> bool:
        """Say whether two estimates hold the same; two numbers that do not exist are the same."""
        return self is other or all(_same(getattr(self, name), getattr(other, name)) for name in COLUMNS)

    def record(self) -> dict[str, object]:
        """Give the fields by name, in the order of `COLUMNS`."""
        return {name: getattr(self, name) for name in COLUMNS}


def _same(one: object, other: object) -> bool:
    return one is other or one == other or (one != one and other != other)  # noqa: PLR0124 (nan differs from itself)


_LEVEL: Mapping[str, str] = {"binary": "proportion", "count": "rate"}
_CHANGE: Mapping[str, str] = {"binary": "points", "count": "rate_change"}


def level_scale(kind: str) -> str:
    """Say what a level of an indicator is counted in: its unit, a proportion of yes, or a rate.

    Examples
    --------
    >>> level_scale("ordinal"), level_scale("binary"), change_scale("binary")
    ('unit', 'proportion', 'points')
    """
    return _LEVEL.get(kind, "unit")


def change_scale(kind: str) -> str:
    """Say what a change of an indicator is counted in: its unit, percentage points, or a difference of rates."""
    return _CHANGE.get(kind, "change")


def size_scale(kind: str) -> str:
    """Say what the size of a change is counted in; it has no sign.

    Examples
    --------
    >>> size_scale("scale"), size_scale("binary")
    ('size', 'proportion')
    """
    return _LEVEL.get(kind, "size")


COLUMNS = tuple(column.name for column in fields(Estimate))


@dataclass(frozen=True, slots=True, kw_only=True)
class Population:
    """The families that the numbers about one indicator at some waves rest on, told apart by answers and by ids.

    Two published sets of families give each other away when they differ by few families; the ledger compares them.

    Attributes
    ----------
    outcome, waves
        The indicator, and the wave or the two waves whose values enter; no indicator where participants are counted.
    families
        One SHA-256 per distinct family, of the values of all its units at those waves, sorted. No id enters, so that
        new running numbers do not hide that the families are the same, and a corrected value counts as a change.
    ids
        One SHA-256 per distinct family, of its id and those of its units, sorted. No value enters, so that other
        decimals, units or codes do not hide that the families are the same.
    group
        `pairs`: units with both values of the contrast; `left`: those with the value before only; `enrolled` and
        `measured`: families that took part at all and at the wave, told apart by the number of persons; `reasons`:
        families missing at the wave, told apart by the reason alone; `records`: families with rows in a table of
        records, whose name stands in the place of the waves; `numbers`: the family of every row that a count of
        records counts, told apart by its id alone and named as often as it has rows.
    """

    outcome: str
    waves: tuple[str, ...]
    families: tuple[bytes, ...] = field(repr=False)
    ids: tuple[bytes, ...] = field(default=(), repr=False)
    group: Literal["pairs", "left", "enrolled", "measured", "reasons", "records", "numbers"] = "pairs"


@dataclass(frozen=True, slots=True, kw_only=True)
class Estimates:
    """All estimates of a study, unrounded and not yet released.

    They have not passed the disclosure gate: `fou_eval.release` decides what may be shown.

    Attributes
    ----------
    populations
        The sets of families behind the levels (one wave) and the changes (two waves) of each indicator.
    pairs
        The pairs of the contrast by indicator, on which the gate tries what could be worked out.
    facts
        Rows of the tables that record something of the project itself, by table: about no family.
    """

    rows: tuple[Estimate, ...]
    codebook: Codebook
    plan: Plan
    provenance: Provenance
    populations: tuple[Population, ...] = field(default=(), repr=False)
    pairs: Mapping[str, Pairs] = field(default_factory=dict, repr=False)
    facts: Facts = field(default_factory=dict, repr=False)

    def __len__(self) -> int:
        """Count the estimates."""
        return len(self.rows)

    def __iter__(self) -> Iterator[Estimate]:
        """Go through the estimates in the order of the codebook."""
        return iter(self.rows)

    def __repr__(self) -> str:
        """Say how many there are and what comes next; no number leaves without passing the gate."""
        return (
            f"{len(self.rows)} estimates of {self.codebook.study}, not yet released: "
            "fou_eval.release(...) decides what may be shown"
        )

    def language(self, asked: object) -> NoReturn:  # noqa: ARG002 - as `Release.language`
        """Refuse to be drawn, laid out or written, which begins with the language: that is for a release."""
        raise DisclosureError(
            "These estimates have not passed the gate. Make a release first, `release = fou_eval.release(estimates)`, "
            "and give that."
        )

    @property
    def frame(self) -> pd.DataFrame:
        """The estimates as a frame, one row each, columns as in `Estimate`: unrounded and for your own eyes.

        `Release.frame` holds what may be shown to others.
        """
        return pd.DataFrame([row.record() for row in self.rows], columns=list(COLUMNS))
