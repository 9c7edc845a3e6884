"""The ledger: two published sets of families that differ by few families give those few away.

A mean of eighteen families and one of seventeen of them are the eighteenth family's value. Sets are compared within a
report and with those of earlier reports of the study, of which the ledger keeps salted fingerprints and counts. They
are compared twice: by what the families answered, which new running numbers do not hide, and by their ids, which other
decimals, units or codes do not hide.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from hmac import digest
from itertools import combinations, product
from pathlib import Path
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from fou_eval.disclosure.counted import everyone, few_remain, same_codes, threshold_of
from fou_eval.errors import DisclosureError
from fou_eval.estimates import Estimates, Population

# Earlier reports that are combined at most: of two on half of the families each, and one on all but one of them, no
# two are close to each other, and yet the last less the first two is a single family.
_TOGETHER = 3
_DIGITS = 16

Variable = tuple[str, str, tuple[str, ...]]  # outcome, group, waves
About = Literal["values", "ids", "rows"]
Prints = frozenset[str]
NUMBERS = "numbers"  # sets of rows that single numbers count


@dataclass(frozen=True, slots=True, kw_only=True)
class Basis:
    """What the ledger keeps of one set of families, as salted fingerprints.

    Attributes
    ----------
    values, ids
        One per family, of what its units answered and of its ids; no ids where families are told apart without.
    rows
        One per number that was shown about the set, as it was shown.
    """

    values: Prints = field(repr=False)
    ids: Prints = field(default=frozenset(), repr=False)
    rows: Prints = field(default=frozenset(), repr=False)

    def by(self, about: About) -> Prints:
        """Give the fingerprints of one kind."""
        return {"values": self.values, "ids": self.ids, "rows": self.rows}[about]

    def same_families(self, other: "Basis") -> bool:
        """Say whether two sets are of the same families, by what they answered or by their ids."""
        return self.values == other.values or (bool(self.ids) and self.ids == other.ids)

    def almost(self, other: "Basis", threshold: int) -> bool:
        """Say whether two sets are of the same families but for fewer than a threshold that came or went."""
        pairs = [(self.by(about), other.by(about)) for about in _TOLD_APART if self.by(about)]
        return any(max(len(one - two), len(two - one)) < threshold for one, two in pairs)


Sets = Mapping[Variable, Basis]


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
    # The sets of a report are looked up several times, and their fingerprints are most of the work.
    _made: dict[tuple[Variable, About, frozenset[tuple[bytes, int]]], Prints] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )

    def basis(self, population: Population, variable: Variable | None = None) -> Basis:
        """Give the fingerprints of a set, as that of its own variable or of another one."""
        name, own = variable or variable_of(population), told_apart(population)
        return Basis(
            values=self._prints(name, "values", own["values"]), ids=self._prints(name, "ids", own["ids"])
        )

    def _prints(self, variable: Variable, about: About, own: Counter[bytes]) -> Prints:
        """Give the fingerprints of all families of a set."""
        name = (variable, about, frozenset(own.items()))
        if name not in self._made:
            begin = _begin(variable, about)
            self._made[name] = frozenset(
                self.salted(begin, family, copy) for family, n in own.items() for copy in range(n)
            )
        return self._made[name]

    def salted(self, begin: bytes, told: bytes, copy: int = 0) -> str:
        """Give the salted fingerprint of one family in a set; families alike are told apart by a running number."""
        return digest(self.key, b"%s%d|%s" % (begin, copy, told), "sha256").hex()[:_DIGITS]

    def row(self, variable: Variable, told: str) -> str:
        """Give the salted fingerprint of one number about a set."""
        return self.salted(_begin(variable, "rows"), told.encode())

    def earlier(self, variable: Variable, about: About, own: Counter[bytes]) -> Iterator[Counter[bytes]]:
        """Give the other sets that were published about a variable, counted in the families of this one."""
        sets = (edition.sets[variable] for edition in self.editions if variable in edition.sets)
        published = {basis.by(about) for basis in sets if about != "ids" or basis.ids}
        if published:
            published.discard(self._prints(variable, about, own))  # the same once more tells nothing new
        begin = _begin(variable, about)
        for known in published:
            left, counted = set(known), Counter[bytes]()
            for family in own:
                while left and (one := self.salted(begin, family, counted[family])) in left:
                    left.discard(one)
                    counted[family] += 1
            yield Counter({**counted, **{one.encode(): 1 for one in left}})


_TOLD_APART: tuple[Literal["values", "ids"], ...] = ("values", "ids")


def _begin(variable: Variable, about: About) -> bytes:
    """Give what is salted with each fingerprint, so that none of two sets, or of two kinds, can be linked."""
    outcome, group, waves = variable
    return f"{outcome}|{group}|{','.join(waves)}|{about}|".encode()


def told_apart(population: Population) -> dict[Literal["values", "ids"], Counter[bytes]]:
    """Count the families of a set by what they answered, and by their ids."""
    return {"values": Counter(population.families), "ids": Counter(population.ids)}


def variable_of(population: Population) -> Variable:
    """Give what two sets must have in common to be compared."""
    return population.outcome, population.group, population.waves


def all_populations(estimates: Estimates) -> tuple[Population, ...]:
    """Give every set of families that the estimates rest on, with the families missing at a wave by reason.

    Beside a count of an earlier report a count of reasons gives the reason of the family that has left since. The ids
    of those missing are those enrolled less those measured.
    """
    missing: dict[str, list[bytes]] = {}
    for row in estimates:
        if row.statistic == "missing_reason":
            reason = sha256(row.category.encode()).digest()
            missing.setdefault(row.wave_after, []).extend([reason] * (row.families_in or 0))
    ids = {(one.group, one.waves): frozenset(one.ids) for one in estimates.populations if not one.outcome}
    enrolled = ids.get(("enrolled", ()), frozenset())
    reasons = (
        Population(
            outcome="",
            waves=(wave,),
            families=tuple(families),
            ids=tuple(sorted(enrolled - ids.get(("measured", (wave,)), frozenset()))),
            group="reasons",
        )
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
    seen: dict[tuple[Variable, About], list[Counter[bytes]]] = {}
    for population in all_populations(estimates):
        variable = variable_of(population)
        if population.group == NUMBERS:
            few = threshold_of(estimates, population)
            if ledger is not None and few_rows_more(population, everyone(estimates), ledger, few):
                found.add(variable)
            continue
        for about, own in told_apart(population).items():
            if about == "ids" and not own:
                continue
            here = seen.setdefault((variable, about), [])
            others = [*here, *(ledger.earlier(variable, about, own) if ledger else ())]
            if others and too_close(own, others, threshold_of(estimates, population)):
                found.add(variable)
            here.append(own)
    return frozenset(found)


def few_rows_more(population: Population, families: Iterable[bytes], ledger: Ledger, threshold: int) -> bool:
    """Say whether a count of records less an earlier one, or less some that are joined now, is of few families.

    Parameters
    ----------
    population
        The family of every row that is counted.
    families
        All families of the study.
    ledger
        What earlier reports rest on; counts of the same table by the same codes are compared, however joined.
    threshold
        Fewest families whose rows may remain, unless none do.
    """
    variable, own = variable_of(population), Counter(dict.fromkeys(families, 0))
    own.update(population.ids)
    known = {one for edition in ledger.editions for one in edition.sets if one[1] == NUMBERS}
    alike = sorted(one for one in known if same_codes(one[2], variable[2]))
    others = [each for one in alike for each in ledger.earlier(one, "ids", own)]
    return few_remain(own, others, threshold)


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
