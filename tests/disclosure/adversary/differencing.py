"""Attacks that subtract: two reports about nearly the same families, or two numbers of one report."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise, product
from math import ceil, floor, isfinite, isnan

from disclosure.adversary.findings import FEWEST_CANDIDATES, Finding
from disclosure.adversary.published import Published, Row, Sheet, known

SHARES = {
    **{f"share_{way}": way for way in ("better", "same", "worse", "not_better", "not_worse")},
    "share_higher": "better",
    "share_lower": "worse",
    "share_not_higher": "not_better",
    "share_not_lower": "not_worse",
    "share_yes_before": "before:yes",
    "share_yes_after": "after:yes",
    "class_share_before": "before:",
    "class_share_after": "after:",
    "transition_share": "move:",
}
MEANS = {"mean_before": "before", "mean_after": "after", "mean_change": "change"}
_SLACK = 1e-9


@dataclass(frozen=True, kw_only=True)
class Difference:
    """What two reports say together about the families that only the second one holds, or whose data were corrected.

    Attributes
    ----------
    scenario, outcome
        How the second report came about, and the indicator.
    families, units
        How many families and units the second report has more; zero where a cell was corrected.
    statistic, category
        The number that was subtracted.
    low, high
        Ends of what the difference holds: units of these in the cell, or the sum of their values.
    """

    scenario: str
    outcome: str
    families: int
    units: int
    statistic: str
    category: str
    low: float
    high: float


@dataclass(frozen=True, kw_only=True)
class Single:
    """What remains possible for the one unit that the second report has more."""

    scenario: str
    outcome: str
    before: frozenset[int]
    after: frozenset[int]
    change: frozenset[int]

    @property
    def told(self) -> bool:
        """Whether a value, or the change, has fewer candidates than the least."""
        return min(len(self.before), len(self.after), len(self.change)) < FEWEST_CANDIDATES


@dataclass(frozen=True, kw_only=True)
class Few:
    """One to four families that are at one wave, or in one report, and not at the next: how many persons they are."""

    at: tuple[str, str]
    families: int
    persons: int


def between_waves(published: Published) -> Iterator[Few]:
    """Subtract families and persons at a wave from those at the wave before.

    From: families_at_wave and persons_at_wave, where both waves show both.
    """
    families, persons = (_participants(published, f"{who}_at_wave") for who in ("families", "persons"))
    told = [wave for wave in published.codebook.waves if wave in families and wave in persons]
    for wave, later in pairwise(told):
        left = families[wave] - families[later]
        if 0 < left < published.plan.disclosure.smallest_cell:
            yield Few(at=(wave, later), families=left, persons=persons[wave] - persons[later])


def between_reports(first: Published, second: Published) -> Iterator[Few]:
    """Subtract families and persons enrolled, and at every wave, of the first report from those of the second.

    From: families_enrolled and persons_enrolled, families_at_wave and persons_at_wave.
    """
    for what in ("enrolled", "at_wave"):
        families, persons = (
            [_participants(report, f"{who}_{what}") for report in (first, second)]
            for who in ("families", "persons")
        )
        for wave in sorted(set.intersection(*(set(found) for found in (*families, *persons)))):
            more = families[1][wave] - families[0][wave]
            if 0 < more < second.plan.disclosure.smallest_cell:
                yield Few(at=(what, wave), families=more, persons=persons[1][wave] - persons[0][wave])


def _participants(published: Published, statistic: str) -> dict[str, int]:
    rows = (
        row for row in published.participants if row["statistic"] == statistic and row["value"] is not None
    )
    return {row["category"]: int(row["value"]) for row in rows}


def counts(scenario: str, first: Published, second: Published) -> Iterator[Difference]:
    """Subtract every share of the first report, as a count, from that of the second.

    From: value and n of the same row in both.
    """
    for before, after in _sheets(first, second):
        for row in after.rows:
            other = before.row(row["statistic"], row["category"])
            if row["statistic"] not in SHARES or not _comparable(row, other):
                continue
            assert other is not None
            low, high = _difference(_whole(other), _whole(row))
            yield _found(scenario, row, other, low, high)


def sums(scenario: str, first: Published, second: Published) -> Iterator[Difference]:
    """Subtract n times the mean of the first report from that of the second.

    From: value and n of mean_before, mean_after and mean_change in both.
    """
    for before, after in _sheets(first, second):
        for statistic in MEANS:
            row, other = after.row(statistic), before.row(statistic)
            if row is not None and other is not None and _comparable(row, other):
                low, high = _difference(_sum(before, other), _sum(after, row))
                yield _found(scenario, row, other, low, high)


def singles(scenario: str, first: Published, second: Published) -> Iterator[Single]:
    """Find the one unit that is more in the second report: its two values must fit every difference at once."""
    found: dict[str, list[Difference]] = {}
    for item in (*counts(scenario, first, second), *sums(scenario, first, second)):
        if item.units == 1:
            found.setdefault(item.outcome, []).append(item)
    for outcome, items in found.items():
        sheet = next(sheet for sheet in second.sheets if sheet.outcome == outcome)
        if 1 < sheet.lattice.size <= 60 and not sheet.exposed:
            yield _one(sheet, items)


def _one(sheet: Sheet, items: list[Difference]) -> Single:
    values = [int(value) for value in sheet.lattice]
    fits = [
        (before, after)
        for before, after in product(values, values)
        if all(_agrees(sheet, item, before, after) for item in items)
    ]
    return Single(
        scenario=items[0].scenario,
        outcome=sheet.outcome,
        before=frozenset(before for before, _ in fits),
        after=frozenset(after for _, after in fits),
        change=frozenset(after - before for before, after in fits),
    )


def _agrees(sheet: Sheet, item: Difference, before: int, after: int) -> bool:
    if item.statistic in MEANS:
        part = {"before": before, "after": after, "change": after - before}[MEANS[item.statistic]]
        return item.low - _SLACK <= part * sheet.step <= item.high + _SLACK
    return item.low <= int(_inside(sheet, item, before, after)) <= item.high


def _inside(sheet: Sheet, item: Difference, before: int, after: int) -> bool:
    cell = SHARES[item.statistic] + item.category
    moved = (after - before) * (-1 if sheet.indicator.better == "lower" else 1)
    ways = {
        "better": moved > 0,
        "same": moved == 0,
        "worse": moved < 0,
        "not_better": moved <= 0,
        "not_worse": moved >= 0,
        "before:yes": before == 1,
        "after:yes": after == 1,
    }
    if cell in ways:
        return ways[cell]
    what, _, category = cell.partition(":")
    classes = {name: inside for view in sheet.classes for name, inside in view}
    place = {value: at for at, value in enumerate(sheet.lattice)}
    if what != "move":
        return bool(classes[category][place[before if what == "before" else after]])
    start, _, end = category.partition(">")
    view = start.partition(":")[0]
    return bool(classes[start][place[before]] and classes[f"{view}:{end}"][place[after]])


def _sheets(first: Published, second: Published) -> Iterator[tuple[Sheet, Sheet]]:
    earlier = {sheet.outcome: sheet for sheet in first.sheets}
    return ((earlier[sheet.outcome], sheet) for sheet in second.sheets if sheet.outcome in earlier)


def _comparable(row: Row, other: Row | None) -> bool:
    """Whether two rows hold a number about the same waves."""
    if other is None or None in (row["value"], other["value"]):
        return False
    return all(row[field] == other[field] for field in ("wave_before", "wave_after"))


def _whole(row: Row) -> tuple[int, int]:
    n, half = int(row["n"]), 0.005 if row["n_families"] >= 10 else 0.05
    value = known(row["value"])
    return ceil((value - half) * n - 1e-6), floor((value + half) * n + 1e-6)


def _sum(sheet: Sheet, row: Row) -> tuple[float, float]:
    half = 0.5 * 10.0 ** -sheet.decimals(row)
    value = known(row["value"])
    return (value - half) * row["n"], (value + half) * row["n"]


def _difference(first: tuple[float, float], second: tuple[float, float]) -> tuple[float, float]:
    return second[0] - first[1], second[1] - first[0]


def _found(scenario: str, row: Row, other: Row, low: float, high: float) -> Difference:
    return Difference(
        scenario=scenario,
        outcome=row["outcome"],
        families=int(row["n_families"]) - int(other["n_families"]),
        units=int(row["n"]) - int(other["n"]),
        statistic=row["statistic"],
        category=row["category"],
        low=low,
        high=high,
    )


def told(item: Difference) -> bool:
    """Say whether a difference tells exactly how many units of one to four families are in a cell."""
    few = 0 < item.families < 5 or (item.families == 0 and item.units == 0 and item.low != 0)
    return few and isfinite(item.low) and item.low == item.high


def together(scenario: str, first: Published, second: Published) -> Iterator[Finding]:
    """Confine better, same and worse by the shares of two reports on the same families under other thresholds.

    What one report leaves out to protect a cell the other may show: what is hidden together differs.
    """
    for before, after in _sheets(first, second):
        if before.n != after.n or not before.n:
            continue
        fits = [case for case in _thirds(before.n) if _shown(before, case) and _shown(after, case)]
        for place, cell in enumerate(("better", "same", "worse")):
            if fits and all(isnan(sheet.value(_of_kind(sheet, cell))) for sheet in (before, after)):
                found = [case[place] for case in fits]
                yield Finding(
                    attack=scenario,
                    outcome=before.outcome,
                    kind="count",
                    cell=cell,
                    low=min(found),
                    high=max(found),
                    units=before.n,
                    threshold=before.threshold,
                    why="shares shown in one report and hidden in the other",
                )


def _thirds(n: int) -> Iterator[tuple[int, int, int]]:
    return ((better, n - better - worse, worse) for better in range(n + 1) for worse in range(n - better + 1))


def _shown(sheet: Sheet, case: tuple[int, int, int]) -> bool:
    better, same, worse = case
    counts = {
        "better": better,
        "same": same,
        "worse": worse,
        "not_better": same + worse,
        "not_worse": better + same,
    }
    for cell, count in counts.items():
        row = sheet.row(_of_kind(sheet, cell))
        if row is not None and row["value"] is not None and not _whole(row)[0] <= count <= _whole(row)[1]:
            return False
    return True


def _of_kind(sheet: Sheet, cell: str) -> str:
    ways = {"better": "higher", "worse": "lower", "not_better": "not_higher", "not_worse": "not_lower"}
    return f"share_{ways.get(cell, cell) if sheet.indicator.better == 'neither' else cell}"
