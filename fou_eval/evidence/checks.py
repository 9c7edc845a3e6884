"""What a change is checked against: norms, groups, raters, amount of support and the calendar."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from fou_eval.declaration import Column, Indicator, Table
from fou_eval.statistics.benchmarks import Benchmarked
from fou_eval.statistics.calendar import Dated
from fou_eval.statistics.comparisons import Grouped, Partitioned, Rated
from fou_eval.statistics.dose import Dosed
from fou_eval.statistics.pairs import Pairs
from fou_eval.study import Study

Evidence = Benchmarked | Grouped | Partitioned | Rated | Dosed | Dated
_GROUPS, _AMOUNTS = ("code",), ("integer", "number")


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Check:
    """One piece of evidence about an indicator.

    Attributes
    ----------
    evidence
        What a statistic receives; all have `pairs`, those of the contrast.
    category
        Column that it is about, and the groups compared: ``sex:m:f`` is m against f; empty where there is only one.
    sensitive
        Whether that column is declared as sensitive.
    """

    evidence: Evidence
    category: str = ""
    sensitive: bool = False


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class _Units:
    """The units of the pairs, with their rows at both waves in their own table, in the order of the pairs."""

    study: Study
    table: Table
    before: pd.DataFrame
    after: pd.DataFrame

    def column(self, name: str, types: tuple[str, ...], *, wave: str) -> tuple[Column, pd.Series] | None:
        """Find a column in the units' own table, else in one about their persons, else in one about their families.

        Values of a table with waves are those at `wave`; none where no table has one row per unit (and wave).
        """
        own = self.table.columns.get(name)
        if own is not None and own.type in types:
            rows = self.before if wave == self.study.plan.contrast.before else self.after
            return own, rows[name]
        for role, owners in (("person_id", self._persons()), ("family_id", self._families())):
            for table in self.study.codebook.tables.values() if owners is not None else ():
                column = table.columns.get(name)
                roles = [table.columns[key].role for key in table.key]
                if column is not None and column.type in types and roles in ([role], [role, "wave"]):
                    rows = self.study.tables[table.table]
                    in_waves = table.with_role("wave")
                    rows = rows[rows[in_waves] == wave] if in_waves else rows
                    values = rows.set_index(table.key[0])[name].reindex(owners)
                    return column, values.reset_index(drop=True)
        return None

    def _persons(self) -> pd.Series | None:
        person = self.table.with_role("person_id")
        return self.before[person] if person else None

    def _families(self) -> pd.Series:
        family, person = self.table.with_role("family_id"), self.table.with_role("person_id")
        return self.before[family] if family else self.before[person].map(self.study.family_of_person)


def checks(study: Study, indicator: Indicator, pairs: Pairs) -> Iterator[Check]:
    """Gather what the change in an indicator is checked against, as far as study and plan declare it.

    Parameters
    ----------
    pairs
        The pairs of the contrast.
    """
    units = _units(study, indicator)
    yield from _benchmarks(indicator, pairs)
    for name in study.plan.compare:
        yield from _groups(units, name, pairs)
    yield from _raters(units, indicator, pairs)
    for name in study.plan.dose:
        yield from _doses(units, name, indicator, pairs)
    yield from _dates(units, pairs)


def _units(study: Study, indicator: Indicator) -> _Units:
    measured, contrast = study.measured(indicator), study.plan.contrast
    both = ~np.isnan(measured.at(contrast.before)) & ~np.isnan(measured.at(contrast.after))
    table, frame = study.codebook.tables[indicator.table], study.tables[indicator.table]
    named = frame.set_axis(pd.Index(study.unit_ids(indicator.table).astype(str)))
    waves = frame[table.with_role("wave")].to_numpy()
    before, after = (
        named[waves == wave].reindex(measured.units[both]).reset_index(drop=True)
        for wave in (contrast.before, contrast.after)
    )
    return _Units(study=study, table=table, before=before, after=after)


def _benchmarks(indicator: Indicator, pairs: Pairs) -> Iterator[Check]:
    """Give a benchmark where a norm and a reliability over time are cited; internal consistency is not one."""
    norm, reliability = indicator.column.norm, indicator.column.reliability
    if norm is not None and reliability is not None and reliability.kind == "test-retest":
        yield Check(
            evidence=Benchmarked(pairs=pairs, norm_mean=norm.mean, reliability=reliability.value),
            sensitive=indicator.column.sensitive,
        )


def _groups(units: _Units, name: str, pairs: Pairs) -> Iterator[Check]:
    """Compare the second declared group with the first; of several, all at once and then each later with the first."""
    found = units.column(name, _GROUPS, wave=units.study.plan.contrast.before)
    if found is None:
        return
    column, values = found
    codes = list(column.values())
    group = _places(column, values)
    if not (group >= 0).any():
        return
    if len(codes) > 2:
        everybody = Partitioned(pairs=pairs, group=group)
        yield Check(evidence=everybody, category=name, sensitive=column.sensitive)
    for place, code in enumerate(codes[1:], start=1):
        two = np.where(group == 0, 0, np.where(group == place, 1, -1))
        yield Check(
            evidence=Grouped(pairs=pairs, group=two),
            category=f"{name}:{code}:{codes[0]}",
            sensitive=column.sensitive,
        )


def _raters(units: _Units, indicator: Indicator, pairs: Pairs) -> Iterator[Check]:
    rater = indicator.column.rater
    column = units.table.columns.get(rater) if rater else None
    if rater is None or column is None or column.type not in _GROUPS:
        return
    first, last = _places(column, units.before[rater]), _places(column, units.after[rater])
    yield Check(
        evidence=Rated(pairs=pairs, before=first, after=last), category=rater, sensitive=column.sensitive
    )


def _doses(units: _Units, name: str, indicator: Indicator, pairs: Pairs) -> Iterator[Check]:
    found = units.column(name, _AMOUNTS, wave=units.study.plan.contrast.after)
    if found is None:
        return
    column, values = found
    seed = units.study.plan.stream("dose", indicator.name, name)
    dosed = Dosed(pairs=pairs, dose=np.asarray(values, dtype=np.float64), seed=seed)
    yield Check(evidence=dosed, category=name, sensitive=column.sensitive)


def _dates(units: _Units, pairs: Pairs) -> Iterator[Check]:
    """Take the months of measurement from the first date column of the table that holds the outcome."""
    date = units.table.with_role("date")
    if date is not None:
        months = [_months(rows[date]) for rows in (units.before, units.after)]
        yield Check(evidence=Dated(pairs=pairs, before_month=months[0], after_month=months[1]))


def _places(column: Column, values: pd.Series) -> NDArray[np.int64]:
    """Give the place of each code in the declared order, -1 where there is none."""
    places = {code: place for place, code in enumerate(column.values())}
    return np.array([places.get(str(value), -1) for value in values], dtype=np.int64)


def _months(days: pd.Series) -> NDArray[np.float64]:
    """Give whole months since January of year 0; nan where there is no day."""
    months: pd.Series = 12.0 * days.dt.year + days.dt.month - 1.0
    return np.asarray(months, dtype=np.float64)
