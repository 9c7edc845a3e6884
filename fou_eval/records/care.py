"""Services over time by provider, and what share of coordinated plans was followed up."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from fou_eval.estimates import Estimate
from fou_eval.records.amounts import DOMINATED, DOMINATING, dominated, joined
from fou_eval.records.groups import UNSTATED, codes_of, declared_codes
from fou_eval.records.rows import Rows, rows_of
from fou_eval.study import Study
from fou_eval.windows import Spells, spells_of
from fou_eval.windows.around import BEGIN, HALF_YEAR, followed, half_years

ONGOING, FOLLOWED, SHARE = "services_ongoing", "services_followed", "plans_share"
Floats = NDArray[np.float64]
Periods = tuple[slice, ...]
# Two amounts of the same family that are this near are equal but for rounding error.
_NOISE = 1e-9


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Lane:
    """The services of one provider, or of several together, of the families that are followed all along.

    Attributes
    ----------
    providers
        Codes of the providers.
    days
        Days of service in each half-year, shape (families, half-years).
    lengths
        Days of each half-year, shape (families, half-years).
    """

    providers: tuple[str, ...]
    days: Floats
    lengths: Floats

    def __add__(self, other: "Lane") -> "Lane":
        """Put two lanes together."""
        providers = (*self.providers, *other.providers)
        return Lane(providers=providers, days=self.days + other.days, lengths=self.lengths)

    @property
    def families(self) -> int:
        """How many families have any of these services."""
        return int(np.count_nonzero(self.days.sum(axis=1)))

    def ongoing(self, period: slice) -> Floats:
        """Give how many services each family had at a time, on average over a period, shape (families,)."""
        share: Floats = self.days[:, period].sum(axis=1) / self.lengths[:, period].sum(axis=1)
        return share

    def may_be_told(self, periods: Periods, threshold: int) -> bool:
        """Say whether every period stands on enough families, and so does every step, and neither mostly on one.

        A step from one period to the next is the sum of what changed in single families: where few of them changed
        it is theirs.
        """
        amounts = [self.ongoing(period) for period in periods]
        steps = [one - other for one, other in zip(amounts[1:], amounts[:-1], strict=True)]
        enough = all(np.count_nonzero(np.abs(each) > _NOISE) >= threshold for each in (*amounts, *steps))
        sizes = [np.abs(each) for each in (*amounts, *steps)]
        return enough and all(each.max() <= DOMINATING * each.sum() for each in sizes)


def services(study: Study) -> Iterator[Estimate]:
    """Give how many services a family had at a time, by provider and half-year from the family's own entry.

    The same families stand behind every number: those that the data cover in all half-years shown. Half-years of a
    provider are joined, first to years and then to the time before and the time after, until each number and each step
    from one to the next stands on enough families; providers for which that fails are joined with each other, and with
    the one of fewest families, before they are left out. Numbers of no single day or month are made.
    """
    rows = rows_of(study, "services")
    if rows is None:
        return
    half = half_years(study.codebook, study.tables, rows.table)
    enrolled = len(study.family_numbers)
    found = None if half is None else followed(half, enrolled=enrolled, threshold=rows.threshold)
    if half is None or found is None:
        return
    shown, whose = found
    number = {study.family_numbers[str(name)]: place for place, name in enumerate(half.families)}
    starts, ends = spells_of(study.codebook, rows.table, rows.frame)
    place = np.array([number.get(family, -1) for family in rows.family.tolist()], dtype=np.intp)
    codes = codes_of(rows.frame["provider"])
    lanes = []
    for code in declared_codes(rows.table.columns["provider"], codes):
        mine = (codes == code) & (place >= 0) & ~np.isnat(starts)
        own = Spells(place=place[mine], starts=starts[mine], ends=ends[mine], count=half.families.size)
        days, lengths = half.days(own)[whose, shown], half.lengths[whose, shown]
        lanes.append(Lane(providers=(code,), days=days, lengths=lengths))
    first = BEGIN[shown.start]
    yield _followed(rows, int(np.count_nonzero(whose)), enrolled)
    for lane, periods in arranged(lanes, _partitions(shown), rows.threshold):
        yield from (_ongoing(rows, lane, period, first) for period in periods)


def arranged(
    lanes: Sequence[Lane], partitions: Sequence[Periods], threshold: int
) -> Iterator[tuple[Lane, Periods]]:
    """Choose for each lane the finest periods that may be told; join lanes for which none may.

    Parameters
    ----------
    lanes
        One per provider, in the order in which they are shown.
    partitions
        Ways to part the time, from fine to coarse.
    threshold
        Fewest families that a number may stand on.
    """

    def finest(lane: Lane) -> Periods | None:
        return next((each for each in partitions if lane.may_be_told(each, threshold)), None)

    chosen = [(lane, finest(lane)) for lane in lanes if lane.families]
    alone = [(lane, periods) for lane, periods in chosen if periods is not None]
    rest = [lane for lane, periods in chosen if periods is None]
    by_size = sorted(range(len(alone)), key=lambda place: (alone[place][0].families, place))
    together = _sum(rest)
    while together is not None and finest(together) is None and by_size:
        place = by_size.pop(0)
        together = together + alone[place][0]
    yield from (each for place, each in enumerate(alone) if place in by_size)
    periods = None if together is None else finest(together)
    if together is not None and periods is not None:
        order = {code: place for place, lane in enumerate(lanes) for code in lane.providers}
        yield replace(together, providers=tuple(sorted(together.providers, key=order.__getitem__))), periods


def _sum(lanes: Sequence[Lane]) -> Lane | None:
    total = None
    for lane in lanes:
        total = lane if total is None else total + lane
    return total


def _partitions(shown: slice) -> tuple[Periods, ...]:
    """Part the half-years singly, by years, and by before and after; places count from the first that is shown."""
    middle, end = BEGIN.index(0) - shown.start, shown.stop - shown.start
    single = tuple(slice(place, place + 1) for place in range(end))
    years = tuple(slice(first, min(first + 2, end)) for first in range(middle, end, 2))
    halves = (slice(0, middle), slice(middle, end))
    return single, (halves[0], *years), halves


def _ongoing(rows: Rows, lane: Lane, period: slice, first: int) -> Estimate:
    amounts = lane.ongoing(period)
    behind = int(np.count_nonzero(amounts))
    ends = (first + HALF_YEAR * place for place in (period.start, period.stop))
    return Estimate(
        statistic=ONGOING,
        category=":".join((rows.table.table, joined(lane.providers), *map(str, ends))),
        scale="per_family",
        sensitive=rows.sensitive,
        value=float(amounts.mean()),
        n_families=behind,
        families_in=behind,
    )


def _followed(rows: Rows, families: int, enrolled: int) -> Estimate:
    return Estimate(
        statistic=FOLLOWED,
        category=rows.table.table,
        scale="count",
        sensitive=rows.sensitive,
        value=float(families),
        n_families=families,
        families_in=families,
        families_out=enrolled - families or None,
    )


def plans(study: Study) -> Iterator[Estimate]:
    """Give the share of coordinated individual plans that were followed up, and in which the family took part.

    Plans of which it is not known are left out of the share. What stands beside it are the families of the plans that
    were, of those that were not, and of those of which it is not known.
    """
    rows = rows_of(study, "sip_plans")
    for name in ("followed_up", "family_participated"):
        if rows is None or name not in rows.table.columns:
            continue
        codes = codes_of(rows.frame[name])
        families: Mapping[str, int] = {
            code: np.unique(rows.family[codes == code]).size for code in ("yes", "no", UNSTATED)
        }
        most = any(dominated(rows.family[codes == code]) for code in ("yes", "no"))
        known = codes != UNSTATED
        if not known.any():
            continue
        beside = [families["no"], *([families[UNSTATED]] if families[UNSTATED] else [])]
        yield Estimate(
            statistic=SHARE,
            category=f"{rows.table.table}:{name}",
            scale="proportion",
            sensitive=rows.sensitive,
            value=float(np.mean(codes[known] == "yes")),
            n=int(np.count_nonzero(known)),
            n_families=np.unique(rows.family[known]).size,
            families_in=families["yes"],
            families_out=min(beside),
            note=DOMINATED if most else "",
        )
