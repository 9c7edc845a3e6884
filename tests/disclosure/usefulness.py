"""How much of what is declared is published, against plain threshold suppression of the same tables.

`make attack` runs it: PYTHONPATH=tests python -m disclosure.usefulness --studies 100 --out FILE
"""

import argparse
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from math import isfinite
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
from disclosure import attacked
from disclosure.adversary import changes, integer
from disclosure.adversary.findings import Finding, judge
from disclosure.adversary.published import Published, Row, Truth
from disclosure.suppressing import Flags, Name, Tables, complementary, kinds_of, plain, tables_of

import fou_eval as fou
from fou_eval.bundled import bundled_study
from fou_eval.declaration import Indicator, transition
from fou_eval.declaration.partitions import Cell
from fou_eval.disclosure import Release
from fou_eval.estimates import Estimates
from fou_eval.study import Study

Key = tuple[str, str]  # statistic, category
WAYS = {
    **dict.fromkeys(("share_better", "share_higher"), (1,)),
    "share_same": (0,),
    **dict.fromkeys(("share_worse", "share_lower"), (-1,)),
    **dict.fromkeys(("share_not_better", "share_not_higher"), (0, -1)),
    **dict.fromkeys(("share_not_worse", "share_not_lower"), (0, 1)),
}
SIDES = {
    "before": ("class_share_before", "share_yes_before"),
    "after": ("class_share_after", "share_yes_after"),
}
TABLES = frozenset({*WAYS, "class_share_before", "class_share_after", "share_yes_before", "share_yes_after"})
IN_TABLES = TABLES | {"transition_share", "net_improvement"}


@dataclass(frozen=True, kw_only=True)
class Compared:
    """What one indicator of one study publishes, the usual ways and ours.

    Attributes
    ----------
    declared
        Cells of the finest declared tables.
    cells, numbers, readable
        By way: cells shown, how many of them do not follow from the others, and how many stand in a table that keeps
        at least half of its cells; others a report replaces by a sentence.
    disclosures
        By way: what attackers find in a report with these cells, its other numbers being ours.
    answers
        Which answers about change the release keeps: change, interval, moves.
    """

    declared: int
    cells: Mapping[str, int]
    numbers: Mapping[str, int]
    readable: Mapping[str, int]
    disclosures: Mapping[str, int]
    answers: frozenset[str]
    domain: str
    outcome: str


def shown_by(release: Release, outcome: str) -> set[Key]:
    """Give the cells of tables that a release shows of an indicator; merged ones are one cell each."""
    return {
        (row.estimate.statistic, row.estimate.category)
        for row in release
        if row.estimate.outcome == outcome
        and row.estimate.statistic in TABLES | {"transition_share"}
        and row.decision.status != "withheld"
        and isfinite(row.estimate.value)
    }


def answers(release: Release, outcome: str) -> frozenset[str]:
    """Say which answers about the change of an indicator are kept."""
    kept = {"moves"} if any(statistic in WAYS for statistic, _ in shown_by(release, outcome)) else set()
    row = release.headline(outcome)
    if row is not None and row.decision.status != "withheld" and isfinite(row.estimate.value):
        kept |= {"change", "interval"} if isfinite(row.estimate.high - row.estimate.low) else {"change"}
    return frozenset(kept)


def key_of(indicator: Indicator, name: Name) -> Key:
    """Give the statistic and category of a cell of the finest tables."""
    what, *which = name
    if what == "way":
        undirected = {"better": "higher", "worse": "lower"} if indicator.better == "neither" else {}
        return f"share_{undirected.get(which[0], which[0])}", ""
    if indicator.kind == "binary":
        return SIDES[what][1], ""
    cells = indicator.column.partitions()[0].cells
    if what == "move":
        return "transition_share", transition(cells[int(which[0])], cells[int(which[1])])
    return SIDES[what][0], cells[int(which[0])].category


def independent(indicator: Indicator, cells: set[Key]) -> int:
    """Count the numbers among cells that do not follow from the others and the number of units."""
    what = np.array(kinds_of(indicator)).reshape(-1, 3)
    rows = [np.ones(len(what)), *(units_in(indicator, key, what) for key in sorted(cells))]
    return int(np.linalg.matrix_rank(np.array(rows, dtype=float))) - 1


def units_in(indicator: Indicator, key: Key, what: np.ndarray[Any, np.dtype[np.int64]]) -> Flags:
    """Say which kinds of units a cell counts; classes of a coarser view are made of those of the finest."""
    statistic, category = key
    if statistic in WAYS:
        return np.isin(what[:, 2], WAYS[statistic])
    if statistic.startswith("share_yes"):
        yes: Flags = what[:, int(statistic.endswith("after"))] == 1
        return yes
    if statistic == "transition_share":
        start, _, end = category.partition(">")
        level = start.partition(":")[0]
        inside = _classes(indicator, start), _classes(indicator, f"{level}:{end}")
        return np.isin(what[:, 0], inside[0]) & np.isin(what[:, 1], inside[1])
    return np.isin(what[:, int(statistic.endswith("after"))], _classes(indicator, category))


def _classes(indicator: Indicator, category: str) -> list[int]:
    views = indicator.column.partitions()
    wanted = next(cell for view in views for cell in view.cells if cell.category == category)
    return [number for number, cell in enumerate(views[0].cells) if _holds(wanted, cell)]


def _holds(outer: Cell, inner: Cell) -> bool:
    if outer.codes:
        return set(inner.codes) <= set(outer.codes)
    low = [-np.inf if cell.start is None else cell.start for cell in (outer, inner)]
    high = [np.inf if cell.end is None else cell.end for cell in (outer, inner)]
    return low[0] <= low[1] and high[1] <= high[0]


def with_tables(rows: tuple[Row, ...], raw: tuple[Row, ...], cells: set[Key]) -> tuple[Row, ...]:
    """Give our rows of an indicator with other cells of its tables shown than ours."""
    gone = {"value": None, "n": 0, "n_families": 0, "status": "withheld"}
    kept = [row if row["statistic"] not in IN_TABLES else {**row, **gone} for row in rows]
    found = {(row["statistic"], row["category"]): row for row in raw}
    own = [found[key] for key in sorted(cells)]
    return tuple([row for row in kept if (row["statistic"], row["category"]) not in cells] + own)


@dataclass(frozen=True, kw_only=True)
class Reader:
    """Attackers, held against the truth, for one indicator of one study."""

    indicator: Indicator
    published: Published
    raw: tuple[Row, ...]
    truth: Truth

    def finds(self, cells: set[Key]) -> list[Finding]:
        """Give what attackers disclose of a report with these cells and otherwise our numbers."""
        return self._found(replace(self.published, rows=with_tables(self.published.rows, self.raw, cells)))

    def finds_in_ours(self) -> list[Finding]:
        return self._found(self.published)

    def _found(self, published: Published) -> list[Finding]:
        claims = [*integer.attack(published), *changes.attack(published)]
        return [claim for claim in claims if judge(claim, self.truth).disclosure]


def as_safe(tables: Tables, shown: set[Name], reader: Reader) -> set[Name]:
    """Hide further cells until attackers find nothing, and give back what can be, as `complementary` does."""
    kept, taken = set(shown), []
    keys = {name: key_of(reader.indicator, name) for name in tables.cells}
    while kept and (found := reader.finds({keys[name] for name in kept})):
        cell = next((name for name in tables.cells if _named(keys[name], name) == found[0].cell), None)
        beside = {name for line in tables.lines if cell in line for name in line} & kept
        taken.append(min(sorted(beside or kept), key=tables.count))
        kept.discard(taken[-1])
    for name in sorted(taken, key=tables.count, reverse=True):
        if not reader.finds({keys[one] for one in kept | {name}}):
            kept.add(name)
    return kept


def _named(key: Key, name: Name) -> str:
    """Name a cell as attackers do."""
    if name[0] == "way":
        return name[1]
    return f"{name[0]}:{key[1] or 'yes'}"


def readable(tables: Tables, shown: set[Name]) -> set[Name]:
    """Give the cells in tables that keep at least half: who moved which way, classes before and after, moves."""
    parts = [("way",), ("before", "after"), ("move",)]
    whole = [{name for name in tables.cells if name[0] in part} for part in parts]
    return {name for table in whole if 2 * len(table & shown) >= len(table) for name in table & shown}


def compare(study: Study, estimates: Estimates, *, attack: bool = False) -> Iterator[Compared]:
    """Compare the ways for every indicator of a study; with attackers, what they find as well."""
    release = fou.release(estimates)
    truth = Truth.of(study, tuple(estimates))
    published, raw = Published.of(release), Published.ungated(estimates)
    disclosure = estimates.plan.disclosure
    for indicator in estimates.codebook.indicators():
        pairs = truth.pairs[indicator.name]
        if not pairs.before.size:
            continue
        threshold = disclosure.sensitive_cell if indicator.column.sensitive else disclosure.smallest_cell
        tables = tables_of(indicator, pairs, threshold)
        own, every = (
            tuple(row for row in rows if row["outcome"] == indicator.name)
            for rows in (published.rows, raw.rows)
        )
        reader = Reader(indicator=indicator, published=replace(published, rows=own), raw=every, truth=truth)
        found = compared(tables, reader, shown_by(release, indicator.name), answers(release, indicator.name))
        yield attacked_too(found, tables, reader) if attack else found


def compared(tables: Tables, reader: Reader, ours: set[Key], kept: frozenset[str]) -> Compared:
    """Suppress the usual ways, and count."""
    indicator = reader.indicator
    found = Compared(
        declared=len(tables.cells),
        cells={"ours": len(ours)},
        numbers={"ours": independent(indicator, ours)},
        readable={"ours": len(ours)},
        disclosures={},
        answers=kept,
        domain=indicator.column.domain or "",
        outcome=indicator.name,
    )
    return with_way(
        with_way(found, tables, reader, "plain", plain(tables)),
        tables,
        reader,
        "complementary",
        complementary(tables),
    )


def with_way(found: Compared, tables: Tables, reader: Reader, way: str, shown: set[Name]) -> Compared:
    """Add what one way shows."""
    keys = {key_of(reader.indicator, name) for name in shown}
    return replace(
        found,
        cells={**found.cells, way: len(shown)},
        numbers={**found.numbers, way: independent(reader.indicator, keys)},
        readable={**found.readable, way: len(readable(tables, shown))},
    )


def attacked_too(found: Compared, tables: Tables, reader: Reader) -> Compared:
    """Add what attackers find, and what complementary suppression shows when it goes on until they find nothing."""
    usual = complementary(tables)
    ways = {"plain": plain(tables), "complementary": usual, "same protection": as_safe(tables, usual, reader)}
    told = {
        way: len(reader.finds({key_of(reader.indicator, name) for name in shown}))
        for way, shown in ways.items()
    }
    more = with_way(found, tables, reader, "same protection", ways["same protection"])
    return replace(more, disclosures=told | {"ours": len(reader.finds_in_ours())})


def counted(study: Study, estimates: Estimates, name: str, *, attack: bool = False) -> dict[str, Any]:
    """Add a study up to one line."""
    found = list(compare(study, estimates, attack=attack))
    families = {row.n_families for row in estimates if row.statistic == "families_enrolled"}
    line: dict[str, Any] = {
        "study": name,
        "families": max(families, default=0),
        "indicators": len(found),
        "declared": sum(one.declared for one in found),
    }
    for what in ("cells", "numbers", "readable", "disclosures"):
        total: Counter[str] = Counter()
        for one in found:
            total.update(getattr(one, what))
        line |= {
            f"{what}, {way}": total[way]
            for way in sorted(set().union(*(getattr(one, what) for one in found)))
        }
    for answer in ("change", "interval", "moves"):
        line[f"indicators with {answer}"] = sum(answer in one.answers for one in found)
    domains = {one.domain for one in found}
    line["domains"] = len(domains)
    line["domains with change"] = len({one.domain for one in found if "change" in one.answers})
    return line


def studies(number: int) -> Iterator[tuple[str, Study]]:
    """Give the bundled study, then made-up ones of 15 to 60 families."""
    yield "bundled", fou.open_study(bundled_study("familjelotsen"))
    for place in range(number - 1):
        families = 15 + (place * 7) % 46
        yield (
            f"{families} families, seed {place}",
            attacked.made(attacked.declaration(), families=families, seed=place),
        )


def main() -> None:
    """Compare as many studies as asked for, and write a line each."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--studies", type=int, default=100)
    parser.add_argument(
        "--attacked", type=int, default=10, help="studies in which attackers read each way's report"
    )
    parser.add_argument("--out", type=Path, default=Path("build/attacks/usefulness.csv"))
    asked = parser.parse_args()
    asked.out.parent.mkdir(parents=True, exist_ok=True)
    lines: list[dict[str, Any]] = []
    for place, (name, study) in enumerate(studies(asked.studies)):
        lines.append(counted(study, attacked.measured(study), name, attack=place < asked.attacked))
        pd.DataFrame(lines).to_csv(asked.out, index=False)


if __name__ == "__main__":
    main()
