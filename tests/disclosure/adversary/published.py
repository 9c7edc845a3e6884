"""What a reader holds about one study, and, for judging alone, what is true."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from math import isfinite, nan
from typing import Any

import numpy as np
from numpy.typing import NDArray

from fou_eval.declaration import Indicator, Plan
from fou_eval.declaration.codebook import Codebook
from fou_eval.disclosure import Release
from fou_eval.disclosure.precision import STEPS
from fou_eval.documents.canonical import plain
from fou_eval.estimates import Estimate, Estimates
from fou_eval.evidence.gather import contrast_pairs, members
from fou_eval.evidence.missing import incomplete
from fou_eval.formatting import estimate_decimals, published_p, round_to
from fou_eval.matching import match
from fou_eval.report.results import results_json
from fou_eval.statistics.pairs import Pairs
from fou_eval.study import Study

Row = Mapping[str, Any]
LARGEST_LATTICE = 2_001  # values that an indicator may take before it is treated as continuous


def known(number: object) -> float:
    """Give a field of a row as a number; nan where the row does not say."""
    return float(number) if isinstance(number, int | float) else nan


def coarse(row: Row) -> bool:
    """Say whether a row says of itself that its interval was rounded outwards."""
    return "rule.coarse_interval" in row["rules"]


@dataclass(frozen=True, kw_only=True)
class Sheet:
    """All published rows about one indicator, with its public declaration."""

    indicator: Indicator
    threshold: int
    before: str
    after: str
    rows: tuple[Row, ...]

    @property
    def outcome(self) -> str:
        return self.indicator.name

    @property
    def kind(self) -> str:
        return self.indicator.kind

    def row(self, statistic: str, category: str = "", wave: str | None = None) -> Row | None:
        for row in self.rows:
            same = row["statistic"] == statistic and row["category"] == category
            if same and (wave is None or row["wave_after"] == wave):
                return row
        return None

    def value(self, statistic: str, category: str = "", *, name: str = "value") -> float:
        """Give a published number of the contrast; nan where it is not shown."""
        at = None if statistic != "change_from_entry" else self.after
        row = self.row(statistic, category, at)
        return nan if row is None else known(row[name])

    def rounded(self, statistic: str, category: str = "", *, name: str = "value") -> tuple[float, float]:
        """Give the ends between which the unrounded number lies; all numbers where it is not shown."""
        value = self.value(statistic, category, name=name)
        if not isfinite(value):
            return -np.inf, np.inf
        row = self.row(statistic, category, self.after if statistic == "change_from_entry" else None)
        assert row is not None
        unit = 10.0 ** -self.decimals(row)
        half = unit / 2 + 1e-9
        if coarse(row) and name in {"low", "high"}:  # rounded once, and then to a step outside of that
            more = self.outwards * unit + half
            return (value - 1e-9, value + more) if name == "low" else (value - more, value + 1e-9)
        return value - half, value + half

    @cached_property
    def outwards(self) -> int:
        """Give the step, in units of the last decimal, that the ends of coarse intervals were rounded outwards to.

        One step serves an indicator; where all ends agree with the longer one it cannot be told which it was.
        """
        rows = [row for row in self.rows if coarse(row)]
        ends = [known(row[name]) * 10.0 ** self.decimals(row) for row in rows for name in ("low", "high")]
        fine = any(isfinite(end) and abs(end / STEPS[2] - np.rint(end / STEPS[2])) > 1e-6 for end in ends)
        return STEPS[1] if fine else STEPS[2]

    def decimals(self, row: Row) -> int:
        few = int(row["n_families"] < 10)
        return max(0, estimate_decimals(row["scale"], self.indicator.column.resolution) - few)

    @cached_property
    def _counted(self) -> Row | None:
        """Find a row of the contrast that tells how many units and families stand behind it."""
        ends = {self.before, self.after}
        for row in self.rows:
            if row["n"] and {row["wave_before"], row["wave_after"]} <= ends:
                return row
        return None

    @property
    def n(self) -> int:
        return int(self._counted["n"]) if self._counted else 0

    @property
    def families(self) -> int:
        return int(self._counted["n_families"]) if self._counted else 0

    @property
    def one_each(self) -> bool:
        """Whether every family has one unit, so that numbers of units are numbers of families."""
        return self.n > 0 and self.n == self.families

    @property
    def unit_is_family(self) -> bool:
        return self.indicator.unit == "family"

    @cached_property
    def step(self) -> float:
        """Give the step of the lattice of values."""
        column = self.indicator.column
        if column.kind in {"ordinal", "ladder", "binary", "count"}:
            return 1.0
        return float(column.resolution or (1 if column.type == "integer" else 0.01))

    @cached_property
    def lattice(self) -> NDArray[np.int64]:
        """Give the values that the indicator may take, in steps; empty where the codebook does not bound them."""
        column = self.indicator.column
        low, high = (0.0, 1.0) if column.kind == "binary" else column.ends()
        if low is None or high is None:
            return np.empty(0, dtype=np.int64)
        numbers = column.values()
        if numbers and column.kind in {"ordinal", "ladder"}:
            return np.array(sorted(set(numbers.values())), dtype=np.int64)
        first, last = int(np.rint(low / self.step)), int(np.rint(high / self.step))
        if last - first >= LARGEST_LATTICE:
            return np.empty(0, dtype=np.int64)
        return np.arange(first, last + 1)

    def at(self, wave: str) -> "Sheet":
        """Give what is published about the change from entry to another wave, and about entry if for the same units."""
        rows = [
            row for row in self.rows if row["statistic"] == "change_from_entry" and row["wave_after"] == wave
        ]
        if rows and (rows[0]["n"], rows[0]["n_families"]) == (self.n, self.families):
            entry = ("mean_before", "rate_before", "share_yes_before", "class_share_before")
            rows += [row for row in self.rows if row["statistic"] in entry]
        return replace(self, after=wave, rows=tuple(rows))

    @property
    def exposed(self) -> bool:
        """Whether counts are divided by an exposure that the reader does not know."""
        return self.kind == "count" and self.indicator.column.exposure is not None

    @cached_property
    def classes(self) -> tuple[tuple[tuple[str, NDArray[np.bool_]], ...], ...]:
        """Give every declared view: its classes by name, with the places of the lattice that they hold."""
        return tuple(
            tuple(
                (
                    cell.category,
                    members(self.indicator, cell, np.asarray(self.lattice * self.step, dtype=np.float64)),
                )
                for cell in view.cells
            )
            for view in self.indicator.column.partitions()
        )


@dataclass(frozen=True, kw_only=True)
class Published:
    """What a reader holds about one study: the parsed results.json and the public declarations."""

    rows: tuple[Row, ...]
    codebook: Codebook
    plan: Plan

    @classmethod
    def of(cls, release: Release) -> "Published":
        """Read what a release would write."""
        document = json.loads(results_json(release))
        return cls(rows=tuple(document["rows"]), codebook=release.codebook, plan=release.plan)

    @classmethod
    def ungated(cls, estimates: Estimates) -> "Published":
        """Read what would be written without rules: every row, at the published precision. For testing attackers."""
        steps = {item.name: item.column.resolution for item in estimates.codebook.indicators()}
        rows = [_rounded(row, steps.get(row.outcome)) for row in estimates]
        return cls(rows=tuple(rows), codebook=estimates.codebook, plan=estimates.plan)

    @cached_property
    def sheets(self) -> tuple[Sheet, ...]:
        return tuple(self._sheets())

    def _sheets(self) -> Iterator[Sheet]:
        disclosure = self.plan.disclosure
        for indicator in self.codebook.indicators():
            sensitive = indicator.column.sensitive
            yield Sheet(
                indicator=indicator,
                threshold=disclosure.sensitive_cell if sensitive else disclosure.smallest_cell,
                before=self.plan.contrast.before,
                after=self.plan.contrast.after,
                rows=tuple(row for row in self.rows if row["outcome"] == indicator.name),
            )

    @cached_property
    def participants(self) -> tuple[Row, ...]:
        """Give the rows about who took part."""
        return tuple(row for row in self.rows if not row["outcome"])


def _rounded(estimate: Estimate, resolution: float | None) -> Row:
    decimals = max(0, estimate_decimals(estimate.scale, resolution) - (estimate.n_families < 10))
    record = estimate.record() | {"status": "pass", "rules": []}
    for name in ("value", "low", "high", "se"):
        record[name] = plain(round_to(known(record[name]), decimals))
    for name in ("p_value", "p_exact", "p_adjusted", "q_value"):
        record[name] = plain(published_p(known(record[name])))
    return record | {"df": plain(estimate.df)}


@dataclass(frozen=True, kw_only=True)
class Truth:
    """The pairs behind a release and its unrounded estimates. Attackers never see it; it judges their claims."""

    pairs: Mapping[str, Pairs]
    indicators: Mapping[str, Indicator]
    rows: tuple[Estimate, ...] = ()
    later: Mapping[tuple[str, str], Pairs] = field(default_factory=dict)
    left: Mapping[str, NDArray[np.float64]] = field(default_factory=dict)

    @classmethod
    def of(cls, study: Study, rows: tuple[Estimate, ...] = ()) -> "Truth":
        """Match the pairs of the contrast as the statistics do."""
        indicators = {item.name: item for item in study.codebook.indicators()}
        return cls(
            pairs={name: contrast_pairs(study, item) for name, item in indicators.items()},
            indicators=indicators,
            rows=rows,
            later=dict(_later(study)),
            left={name: incomplete(study, item).left_before for name, item in indicators.items()},
        )


def _later(study: Study) -> Iterator[tuple[tuple[str, str], Pairs]]:
    """Match entry with every other wave, on the units of the contrast."""
    contrast = study.plan.contrast
    for item in study.codebook.indicators():
        measured = study.measured(item)
        own = measured.of(~np.isnan(measured.at(contrast.before)) & ~np.isnan(measured.at(contrast.after)))
        for wave in measured.waves[measured.waves.index(contrast.before) + 1 :]:
            yield (item.name, wave), match(item, own, before=contrast.before, after=wave)
