"""What a change is checked against: norms, groups, raters, amount of support and the calendar."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from fou_eval.declaration import Column, Indicator, Table
from fou_eval.statistics.benchmarks import Benchmarked
from fou_eval.statistics.calendar import Dated
from fou_eval.statistics.comparisons import Grouped, Partitioned, Rated
from fou_eval.statistics.dose import Dosed
from fou_eval.statistics.pairs import Pairs
from fou_eval.study import Study

Cells = NDArray[np.object_]
Rows = NDArray[np.intp]
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
    before: Rows
    after: Rows

    def own(self, column: str, rows: Rows) -> Cells:
        """Give a column of the units' own table at some of its rows."""
        cells: Cells = self.study.tables[self.table.table][column].to_numpy(object)[rows]
        return cells

    def column(self, name: str, types: tuple[str, ...], *, wave: str) -> tuple[Column, Cells] | None:
        """Find a column in the units' own table, else in one about their persons, else in one about their families.

        Values of a table with waves are those at `wave`; none where no table has one row per unit (and wave).
        """
        own = self.table.columns.get(name)
        if own is not None and own.type in types:
            return own, self.own(name, self.before if wave == self.study.plan.contrast.before else self.after)
        for role, owners in (("person_id", self._persons()), ("family_id", self._families())):
            for table in self.study.codebook.tables.values() if owners is not None else ():
                column = table.columns.get(name)
                roles = [table.columns[key].role for key in table.key]
                if column is not None and column.type in types and roles in ([role], [role, "wave"]):
                    return column, self._elsewhere(table, name, owners or (), wave=wave)
        return None

    def _elsewhere(self, table: Table, name: str, owners: Iterable[object], *, wave: str) -> Cells:
        """Give a column of another table, for those who own the units; None where it has no row of theirs."""
        frame, in_waves = self.study.tables[table.table], table.with_role("wave")
        keys, values = frame[table.key[0]], frame[name].to_numpy(object)
        here = np.arange(len(frame)) if in_waves is None else np.flatnonzero(frame[in_waves] == wave)
        row = dict(zip(keys.to_numpy(object)[here].tolist(), here.tolist(), strict=True))
        return np.array([values[row[owner]] if owner in row else None for owner in owners], dtype=object)

    def _persons(self) -> list[object] | None:
        person = self.table.with_role("person_id")
        return list(self.own(person, self.before)) if person else None

    def _families(self) -> list[object]:
        family = self.table.with_role("family_id")
        if family:
            return list(self.own(family, self.before))
        return [self.study.family_of_person.get(str(person)) for person in self._persons() or ()]


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
    table = study.codebook.table(indicator.table)
    ids = study.unit_ids(indicator.table).astype(str)
    waves = study.tables[indicator.table][table.with_role("wave")].to_numpy(object)
    before, after = (
        _rows_of(measured.units[both], ids, np.flatnonzero(waves == wave))
        for wave in (contrast.before, contrast.after)
    )
    return _Units(study=study, table=table, before=before, after=after)


def _rows_of(units: NDArray[np.str_], ids: NDArray[np.str_], rows: Rows) -> Rows:
    """Find the row of every unit among those of one wave; each has one."""
    ordered = rows[np.argsort(ids[rows], kind="stable")]
    return ordered[np.searchsorted(ids[ordered], units)]


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
    first, last = (_places(column, units.own(rater, rows)) for rows in (units.before, units.after))
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
        months = _months(units.study.tables[units.table.table][date].to_numpy("datetime64[M]"))
        yield Check(
            evidence=Dated(pairs=pairs, before_month=months[units.before], after_month=months[units.after])
        )


def _places(column: Column, values: Cells) -> NDArray[np.int64]:
    """Give the place of each code in the declared order, -1 where there is none."""
    places = {code: place for place, code in enumerate(column.values())}
    return np.array([places.get(str(value), -1) for value in values], dtype=np.int64)


def _months(days: NDArray[np.datetime64]) -> NDArray[np.float64]:
    """Give whole months since January of year 0; nan where there is no day."""
    since_1970 = days.astype(np.int64).astype(np.float64)
    return np.where(np.isnat(days), np.nan, since_1970 + 12.0 * 1970)
