"""The estimates that passed the gate: the only thing that is ever drawn, written or shown."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import InitVar, dataclass, field
from math import isfinite
from typing import Literal, NoReturn, Self

import pandas as pd

from fou_eval.declaration.codebook import Codebook
from fou_eval.declaration.plan import Plan, Profile
from fou_eval.declaration.records import Subject
from fou_eval.declaration.text import Language
from fou_eval.disclosure.declared import DECLARED
from fou_eval.errors import DisclosureError
from fou_eval.estimates import COLUMNS, Estimate, Facts
from fou_eval.provenance import Provenance

Status = Literal["pass", "changed", "withheld"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """What the gate decided about one estimate, and by which rules (keys of the phrase catalogue)."""

    status: Status
    rules: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        """Refuse a rule that is not declared: readers could not be told why."""
        unknown = set(self.rules) - DECLARED.keys()
        if unknown:
            raise DisclosureError(f"{min(unknown)} is not among the rules in fou_eval.disclosure.declared.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Released:
    """One estimate as it may be shown, with the decision that made it so.

    A withheld estimate keeps its identity and loses every number (value, interval, p, counts of a split).
    """

    estimate: Estimate
    decision: Decision


@dataclass(frozen=True, slots=True, kw_only=True)
class LedgerSummary:
    """What the ledger did for a release, in names and counts.

    Attributes
    ----------
    sets
        Sets of families behind what is shown, each compared with every other set about the same variable.
    compared
        Names of the earlier reports that they were compared with.
    withheld
        Indicators of which something is withheld because of a set that differs by too few families, or because the
        same families were shown otherwise.
    begun_anew
        Indicators that rest on the families of one of an earlier report that has gone; with that one, which may be the
        same under an old name, they are not compared.
    """

    sets: int = 0
    compared: tuple[str, ...] = ()
    withheld: int = 0
    begun_anew: tuple[str, ...] = ()


class _Seal:
    """Held by the gate alone; a release without it cannot be made."""


SEAL = _Seal()
MADE_BY_THE_GATE = "A release is made by fou_eval.release() alone: nothing else decides what is shown."


@dataclass(frozen=True, slots=True, kw_only=True)
class Release:
    """The estimates that passed the disclosure gate, with the declarations that name them.

    Attributes
    ----------
    rows
        Every estimate, in the order of the codebook, at the precision of the profile.
    profile
        `publication`, or `internal` (asked for by name; watermarked on every page).
    provenance
        Where the numbers come from, with the marks of the data that may be shown; see `fou_eval.disclosure.seals`.
    origin
        Digest of the data and declarations that it was made of; kept in memory alone, and written nowhere.
    kept_internal
        Names of the statistics that were computed and are shown in the internal profile only.
    ledger
        How the families behind the numbers were compared with each other and with those of earlier reports.
    facts
        Rows of the tables about the project itself, by table; they are about no family and pass as they are.
    """

    rows: tuple[Released, ...]
    codebook: Codebook
    plan: Plan
    provenance: Provenance
    profile: Profile
    kept_internal: tuple[str, ...] = ()
    ledger: LedgerSummary = LedgerSummary()
    facts: Facts = field(default_factory=dict, repr=False)
    origin: str = field(default="", repr=False)
    # The rows by what they are looked up by; a report does so some thousand times.
    _by_name: Mapping[tuple[str, str, str], Sequence[Released]] = field(init=False, repr=False, compare=False)
    # Given when a release is made and kept nowhere, so that `dataclasses.replace` cannot put other rows or another
    # profile under the seal of a release that passed the gate.
    seal: InitVar[_Seal]

    def __post_init__(self, seal: _Seal) -> None:
        """Refuse a release that the gate did not make."""
        if seal is not SEAL:
            raise DisclosureError(MADE_BY_THE_GATE)
        found: dict[tuple[str, str, str], list[Released]] = {}
        for row in self.rows:
            estimate = row.estimate
            found.setdefault((estimate.statistic, estimate.outcome, estimate.category), []).append(row)
        object.__setattr__(self, "_by_name", found)

    def __reduce__(self) -> NoReturn:
        """Refuse to be stored: what comes back from a file may have been changed there."""
        raise DisclosureError(MADE_BY_THE_GATE)

    def __setstate__(self, state: object) -> NoReturn:
        """Refuse to be filled with something else."""
        raise DisclosureError(MADE_BY_THE_GATE)

    def __copy__(self) -> Self:
        """Give the release itself, which never changes."""
        return self

    def __deepcopy__(self, memo: object) -> Self:
        """Give the release itself, which never changes."""
        return self

    def __repr__(self) -> str:
        """Say what it is, for whom, how much of it is shown, and where the reasons are."""
        shown = sum(row.decision.status != "withheld" for row in self.rows)
        return (
            f"Release of {self.codebook.study} ({self.profile}): {shown} of {len(self.rows)} numbers are shown; "
            "fou_eval.tables.decisions(release) says why"
        )

    def __iter__(self) -> Iterator[Released]:
        """Go through the released rows in the order of the codebook."""
        return iter(self.rows)

    def find(
        self,
        statistic: str,
        *,
        outcome: str = "",
        category: str = "",
        wave: str | None = None,
    ) -> Released | None:
        """Look up one row by statistic, outcome, category and (where given) the later wave."""
        found = self._by_name.get((statistic, outcome, category), ())
        return next((row for row in found if wave is None or row.estimate.wave_after == wave), None)

    def of_table(self, statistic: str, subject: Subject, *parts: str) -> tuple[Released, ...]:
        """Give the rows of a statistic about the table that records a subject, in the order of the codebook.

        Parameters
        ----------
        statistic
            Name of the statistic.
        subject
            What the table records.
        parts
            What follows the name of the table in the category; rows with more after it are given too.
        """
        table = self.codebook.recording(subject)
        begin = None if table is None else [table.table, *parts]
        return tuple(
            row
            for row in self.rows
            if row.estimate.statistic == statistic
            and begin is not None
            and row.estimate.category.split(":")[: len(begin)] == begin
        )

    def facts_of(self, subject: Subject) -> tuple[Mapping[str, str | float | bool | None], ...]:
        """Give the rows of the table that records a subject of the project itself; none where it is not declared."""
        table = self.codebook.recording(subject)
        return () if table is None else self.facts.get(table.table, ())

    def headline(self, outcome: str) -> Released | None:
        """Give the change that leads for an indicator.

        That is the mean over families with the interval of its exact test. Where that interval is not shown and every
        family has one unit, it is the same mean with Student's interval: the two intervals side by side would tell how
        many moved which way.

        Parameters
        ----------
        outcome
            Name of the indicator.
        """
        counted = self.codebook.indicator(outcome).kind == "count"
        main = self.find("family_rate_change" if counted else "family_mean_change", outcome=outcome)
        if main is None or main.decision.status == "withheld" or isfinite(main.estimate.low):
            return main
        other = self.find("change_from_entry", outcome=outcome, wave=self.plan.contrast.after)
        single = main.estimate.n == main.estimate.n_families
        return other if single and other is not None and isfinite(other.estimate.low) else main

    def language(self, asked: Language | None) -> Language:
        """Give the language asked for, or the study's own."""
        return asked or self.codebook.language

    @property
    def frame(self) -> pd.DataFrame:
        """The released rows as a frame: the columns of `Estimate`, then `status` and `rules`."""
        records = [
            row.estimate.record() | {"status": row.decision.status, "rules": " ".join(row.decision.rules)}
            for row in self.rows
        ]
        return pd.DataFrame(records, columns=[*COLUMNS, "status", "rules"])
