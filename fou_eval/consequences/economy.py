"""What the project cost per family and person, and what other costs would have to be avoided for it to pay.

Amounts stay in the prices of their own year and with the one who paid: no price index is applied, and amounts of
different perspectives are never added, compared or subtracted.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import isfinite, nan

from fou_eval.consequences.recorded_facts import Amount, Price, amounts, prices
from fou_eval.declaration import Codebook
from fou_eval.declaration.project import Economy
from fou_eval.estimates import Estimate, Facts

DAYS_OF_YEAR = 365
FROM_ENTRY = "change_from_entry"
CHANGE = (
    "family_rate_change"  # mean over families of the days after less those before, in windows of equal length
)
SCENARIOS = frozenset({"scenario_days", "scenario_cost", "scenario_gross", "scenario_net"})
ECONOMY = SCENARIOS | {
    *("cost_sum", "cost_per_family", "cost_per_person", "cost_per_stated_family", "cost_per_post_month"),
    *("break_even_days", "break_even_years"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Whole:
    """Everything that one item cost in one perspective.

    Attributes
    ----------
    parts
        The amounts, each in the prices of its year.
    """

    parts: Sequence[Amount]

    @property
    def sek(self) -> float:
        """Sum of the amounts, in the prices of their own years."""
        return sum(part.sek for part in self.parts)

    @property
    def years(self) -> str:
        """The year of the prices, or the first and the last of several."""
        years = sorted({part.year for part in self.parts})
        return f"{years[0]}" if len(years) == 1 else f"{years[0]}-{years[-1]}"

    @property
    def twice(self) -> bool:
        """Say whether two amounts are of the same year and funder: then one of them may be the other."""
        kinds = [(part.year, part.funder) for part in self.parts]
        return len(set(kinds)) < len(kinds)


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """The numbers that the economy rests on, as computed or as released; none where there is no such number."""

    families: Estimate | None
    persons: Estimate | None
    change: Estimate | None


def known(rows: Sequence[Estimate], priced: str) -> Known:
    """Find the numbers that the economy rests on.

    Parameters
    ----------
    rows
        Numbers as computed, or as released.
    priced
        The indicator whose change is priced.
    """
    change = _find(rows, CHANGE, priced)
    other = None if change is None else _find(rows, FROM_ENTRY, priced, change.wave_after)
    return Known(
        families=_find(rows, "families_enrolled", ""),
        persons=_find(rows, "persons_enrolled", ""),
        change=_with_interval(change, other),
    )


def _find(rows: Sequence[Estimate], statistic: str, outcome: str, wave: str | None = None) -> Estimate | None:
    found = (
        row for row in rows if (row.statistic, row.outcome) == (statistic, outcome) and isfinite(row.value)
    )
    return next((row for row in found if wave is None or row.wave_after == wave), None)


def _with_interval(change: Estimate | None, other: Estimate | None) -> Estimate | None:
    """Give the change, or the same mean with the interval of another procedure where its own is not shown."""
    if change is None or other is None or isfinite(change.low) or not isfinite(other.low):
        return change
    same = (change.value, change.n, change.n_families) == (other.value, other.n, other.n_families)
    return other if same else change


def economy(rows: Sequence[Estimate], codebook: Codebook, facts: Facts) -> Iterator[Estimate]:
    """Give all numbers of the economy that can be computed.

    Parameters
    ----------
    rows
        Numbers as computed, or as released.
    codebook, facts
        What is declared, and what is recorded of the project itself.
    """
    table = codebook.recording("costs")
    if table is None:
        return
    wholes: dict[tuple[str, str], list[Amount]] = {}
    for one in amounts(codebook, facts):
        wholes.setdefault((one.item, one.perspective), []).append(one)
    every = {key: Whole(parts=parts) for key, parts in wholes.items()}
    declared = codebook.project.economy
    base = known(rows, declared.priced if declared else "")
    for (item, perspective), whole in every.items():
        about = f"{table.table}:{item}:{perspective}:{whole.years}"
        yield from _of_item(whole, about)
        if declared is not None and item == declared.total:
            yield from _of_project(whole, about, base)
    if declared is not None:
        totals = {
            perspective: whole for (item, perspective), whole in every.items() if item == declared.total
        }
        yield from _of_prices(declared, codebook, facts, totals, base)


def _of_item(whole: Whole, about: str) -> Iterator[Estimate]:
    if whole.twice:
        yield _sek("cost_sum", about, nan, note="cost_twice")
    else:
        yield _sek("cost_sum", about, whole.sek, note="" if "-" not in whole.years else "several_price_years")
    for part in whole.parts:
        own = f"{about.rpartition(':')[0]}:{part.year}:{part.source}:{part.funder}"
        if part.families:
            yield _sek("cost_per_stated_family", own, part.sek / part.families)
        if part.posts and part.months:
            yield _sek("cost_per_post_month", own, part.sek / part.posts / part.months)


def _of_project(whole: Whole, about: str, base: Known) -> Iterator[Estimate]:
    for statistic, counted in (("cost_per_family", base.families), ("cost_per_person", base.persons)):
        if counted is not None and counted.value > 0 and not whole.twice:
            yield _sek(statistic, about, whole.sek / counted.value)


def _of_prices(
    declared: Economy, codebook: Codebook, facts: Facts, totals: Mapping[str, Whole], base: Known
) -> Iterator[Estimate]:
    table = codebook.recording("unit_prices")
    if table is None:
        return
    for price in prices(codebook, facts, declared.price):
        about = f"{table.table}:{price.item}:{price.perspective}:{price.year}:{price.source}"
        whole = totals.get(price.perspective)
        if whole is not None and whole.twice:
            whole = None
        if whole is not None:
            yield from _break_even(whole, price, about)
        if base.change is not None and base.change.n_families:
            yield from _scenarios(declared, base, whole, price, about)


def _break_even(whole: Whole, price: Price, about: str) -> Iterator[Estimate]:
    """Give the units that would have to be avoided for the whole cost to be met, by price."""
    note = _years_note(whole, price)
    for level, sek in price.levels.items():
        if sek > 0:
            days = whole.sek / sek
            for statistic, scale, value in (
                ("break_even_days", "days", days),
                ("break_even_years", "years", days / DAYS_OF_YEAR),
            ):
                yield Estimate(
                    statistic=statistic, category=f"{about}:{level}", scale=scale, value=value, note=note
                )


def _scenarios(
    declared: Economy, base: Known, whole: Whole | None, price: Price, about: str
) -> Iterator[Estimate]:
    """Price the change that was measured, as if each of several shares of it were due to the project.

    Gross and net are of the same families: those whose change was measured. The cost of theirs is the cost per enrolled
    family times their number.
    """
    change = base.change
    if change is None:
        return
    families = change.n_families
    fewer = tuple(-value * families for value in (change.value, change.high, change.low))
    yield _like(change, "scenario_days", about, "days", fewer)
    cost = nan
    if whole is not None and base.families is not None and base.families.value > 0:
        cost = whole.sek / base.families.value * families
        yield _like(change, "scenario_cost", about, "sek", (cost, nan, nan))
    note = "" if whole is None else _years_note(whole, price)
    for level, sek in price.levels.items():
        for share in dict.fromkeys((0.0, *declared.shares)):
            own = f"{about}:{level}:{share:g}"
            gross = tuple(days * sek * share + 0.0 for days in fewer)  # no -0.0
            yield _like(change, "scenario_gross", own, "sek", gross)
            if isfinite(cost):
                yield _like(change, "scenario_net", own, "sek", tuple(one - cost for one in gross), note)


def _like(
    change: Estimate, statistic: str, about: str, scale: str, ends: tuple[float, ...], note: str = ""
) -> Estimate:
    """Make a number of the families whose change it prices, with the interval of that change carried through."""
    return Estimate(
        statistic=statistic,
        category=about,
        scale=scale,
        sensitive=change.sensitive,
        wave_before=change.wave_before,
        wave_after=change.wave_after,
        value=ends[0],
        low=ends[1],
        high=ends[2],
        confidence=change.confidence,
        n=change.n,
        n_families=change.n_families,
        note=note,
    )


def _years_note(whole: Whole, price: Price) -> str:
    return "" if whole.years == f"{price.year}" else "price_years_differ"


def _sek(statistic: str, about: str, value: float, note: str = "") -> Estimate:
    return Estimate(statistic=statistic, category=about, scale="sek", value=value, note=note)
