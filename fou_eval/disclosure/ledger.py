"""The ledger: two published sets of families that differ by few families give those few away.

A mean of eighteen families and one of seventeen of them are the eighteenth family's value. Sets are compared within a
report and with those of earlier reports of the study, of which the ledger keeps salted fingerprints and counts.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from hmac import digest
from itertools import combinations, product
from math import isfinite
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from fou_eval.disclosure.release import Decision, LedgerSummary, Released
from fou_eval.disclosure.rules import withheld
from fou_eval.errors import DisclosureError
from fou_eval.estimates import Estimate, Estimates, Population

RULE = "rule.ledger"
# Reasons that say more than the ledger's, since they hold of the whole indicator whatever was published before.
_OF_THE_WHOLE = frozenset({"rule.small_study", "rule.few_families"})
# Earlier reports that are combined at most: of two on half of the families each, and one on all but one of them, no
# two are close to each other, and yet the last less the first two is a single family.
_TOGETHER = 3
_DIGITS = 16

Variable = tuple[str, str, tuple[str, ...]]  # outcome, group, waves
Sets = Mapping[Variable, frozenset[str]]  # fingerprints of families


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """One published report: its name, and the fingerprints of the families behind what it showed."""

    name: str
    sets: Sets = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Ledger:
    """What earlier reports of a study rest on.

    Attributes
    ----------
    folder
        Where `ledger.json` and `ledger.key` lie, or will.
    study
        Name of the study that the ledger belongs to; empty while nothing has been published.
    editions
        The published reports, first to last.
    key
        32 random bytes that salt the fingerprints.
    check
        Check value of `ledger.json` as it was read; empty when there was none.
    """

    folder: Path = field(repr=False)
    study: str = ""
    editions: tuple[Edition, ...] = ()
    key: bytes = field(repr=False)
    check: str = field(default="", repr=False)

    def prints(self, population: Population) -> frozenset[str]:
        """Give the salted fingerprint of every family of a set; families alike are told apart by a running number."""
        variable, families = variable_of(population), Counter(population.families)
        return frozenset(
            self.salted(variable, family, copy) for family, n in families.items() for copy in range(n)
        )

    def salted(self, variable: Variable, family: bytes, copy: int) -> str:
        """Give the salted fingerprint of one family in a set."""
        outcome, group, waves = variable
        told = f"{outcome}|{group}|{','.join(waves)}|{family.hex()}|{copy}"
        return digest(self.key, told.encode(), "sha256").hex()[:_DIGITS]

    def earlier(self, population: Population) -> Iterator[Counter[bytes]]:
        """Give the other sets that were published about the same variable, counted in the families of this one."""
        variable, own = variable_of(population), Counter(population.families)
        published = {edition.sets[variable] for edition in self.editions if variable in edition.sets}
        if published:
            published.discard(self.prints(population))  # the same once more tells nothing new
        for known in published:
            left, counted = set(known), Counter[bytes]()
            for family in own:
                while left and (one := self.salted(variable, family, counted[family])) in left:
                    left.discard(one)
                    counted[family] += 1
            yield Counter({**counted, **{one.encode(): 1 for one in left}})


def variable_of(population: Population) -> Variable:
    """Give what two sets must have in common to be compared."""
    return population.outcome, population.group, population.waves


def all_populations(estimates: Estimates) -> tuple[Population, ...]:
    """Give every set of families that the estimates rest on, with the families missing at a wave by reason.

    Beside a count of an earlier report a count of reasons gives the reason of the family that has left since.
    """
    missing: dict[str, list[bytes]] = {}
    for row in estimates:
        if row.statistic == "missing_reason":
            reason = sha256(row.category.encode()).digest()
            missing.setdefault(row.wave_after, []).extend([reason] * (row.families_in or 0))
    reasons = (
        Population(outcome="", waves=(wave,), families=tuple(families), group="reasons")
        for wave, families in missing.items()
    )
    return (*estimates.populations, *reasons)


def refused(estimates: Estimates, ledger: Ledger | None) -> frozenset[Variable]:
    """Name the variables whose set of families differs by too few from another one, here or in an earlier report.

    Parameters
    ----------
    estimates
        All estimates of a study; their plan gives the thresholds.
    ledger
        What earlier reports rest on, where there are any.

    Raises
    ------
    DisclosureError
        If the ledger is that of another study.
    """
    study = estimates.codebook.study
    if ledger is not None and ledger.study not in {"", study}:
        raise DisclosureError(
            f"ledger.json is the ledger of the study {ledger.study}, not of {study}. "
            "Give the folder of this study's own ledger (--ledger)."
        )
    found: set[Variable] = set()
    seen: dict[Variable, list[Counter[bytes]]] = {}
    for population in all_populations(estimates):
        variable = variable_of(population)
        own = Counter(population.families)
        others = [*seen.get(variable, []), *(ledger.earlier(population) if ledger else ())]
        if others and too_close(own, others, _threshold(estimates, population.outcome)):
            found.add(variable)
        seen.setdefault(variable, []).append(own)
    return frozenset(found)


def too_close(own: Counter[bytes], others: Sequence[Counter[bytes]], threshold: int) -> bool:
    """Say whether a set less one or several others, or plus some of them, leaves one to four families.

    Parameters
    ----------
    own
        Number of families by what they answered.
    others
        The sets that a reader knows of; up to three are combined.
    threshold
        Fewest families that may be left on the larger side of a difference, unless none is left at all.

    Examples
    --------
    Eighteen families after seventeen of them, after the same ones, and after thirteen:

    >>> whole = Counter({bytes([family]): 1 for family in range(18)})
    >>> part = {n: Counter({bytes([family]): 1 for family in range(n)}) for n in (17, 18, 13)}
    >>> [too_close(whole, [part[n]], 5) for n in part]
    [True, False, False]
    """
    families = list(dict.fromkeys(family for known in (own, *others) for family in known))
    counts = np.array([[known[family] for family in families] for known in (own, *others)], dtype=np.int64)
    places = range(1, len(counts))
    some = (chosen for n in range(1, _TOGETHER + 1) for chosen in combinations(places, n))
    return any(_leaves_few(counts[0], counts[list(chosen)], threshold) for chosen in some)


def _leaves_few(own: NDArray[np.int64], others: NDArray[np.int64], threshold: int) -> bool:
    signs = np.array(list(product((1, -1), repeat=len(others))), dtype=np.int64)
    left = own - signs @ others
    # Families alike count one by one, but not as more than any one set holds of them.
    size = np.minimum(np.abs(left), np.maximum(own, others.max(axis=0)))
    sides = np.maximum((size * (left > 0)).sum(axis=1), (size * (left < 0)).sum(axis=1))
    return bool(((sides > 0) & (sides < threshold)).any())


def _threshold(estimates: Estimates, outcome: str) -> int:
    disclosure = estimates.plan.disclosure
    sensitive = bool(outcome) and estimates.codebook.indicator(outcome).column.sensitive
    return disclosure.sensitive_cell if sensitive else disclosure.smallest_cell


def closed_by_ledger(
    rows: Iterable[Released], estimates: Estimates, closed: frozenset[Variable]
) -> list[Released]:
    """Withhold every row that rests on a refused set.

    A refused level or change of the contrast takes all of the indicator with it: from what is left of it the rest
    could be worked out. A refused change to another wave, set of those who left, or set of reasons goes alone.
    """
    return [_closed(row) if closed & set(_rests_on(row.estimate, estimates)) else row for row in rows]


def _closed(row: Released) -> Released:
    if row.decision.status == "withheld" and _OF_THE_WHOLE & set(row.decision.rules):
        return row
    return Released(estimate=withheld(row.estimate), decision=Decision(status="withheld", rules=(RULE,)))


def _rests_on(row: Estimate, estimates: Estimates) -> tuple[Variable, ...]:
    """Name the sets of families that a row rests on; the counts of families and persons rest on none."""
    before, after = estimates.plan.contrast.before, estimates.plan.contrast.after
    if row.statistic == "missing_reason":
        return (("", "reasons", (row.wave_after,)),)
    if not row.outcome:
        return ()
    own: tuple[Variable, ...] = tuple(
        (row.outcome, "pairs", waves) for waves in ((before,), (after,), (before, after))
    )
    if row.statistic == "change_from_entry" and row.wave_after != after:
        return (*own, (row.outcome, "pairs", (before, row.wave_after)))
    return (*own, (row.outcome, "left", (before,))) if row.statistic == "leavers_difference" else own


def published_sets(rows: Iterable[Released], estimates: Estimates) -> tuple[Population, ...]:
    """Give the sets of families behind the rows that are shown."""
    variables: set[Variable] = set()
    for row in rows:
        shown = isfinite(row.estimate.value) or row.decision.status == "changed"
        if shown and row.decision.status != "withheld":
            variables.update(_rests_on(row.estimate, estimates))
    return tuple(
        population
        for population in all_populations(estimates)
        if population.families and variable_of(population) in variables
    )


def summed_up(rows: Sequence[Released], estimates: Estimates, ledger: Ledger | None) -> LedgerSummary:
    """Say how many sets were compared, with which earlier reports, and how many indicators that cost.

    A report that is made again is compared with those before it, so that it says the same as the first time.
    """
    registered = published_sets(rows, estimates)
    editions = ledger.editions if ledger else ()
    if ledger is not None and editions:
        sets = {variable_of(population): ledger.prints(population) for population in registered}
        same = (place for place, edition in enumerate(editions) if edition.sets == sets)
        editions = editions[: next(same, len(editions))]
    return LedgerSummary(
        sets=len(registered),
        compared=tuple(edition.name for edition in editions),
        withheld=len({row.estimate.outcome for row in rows if RULE in row.decision.rules} - {""}),
    )
