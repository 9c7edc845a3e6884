"""How many families each family advocate had, over time, and how long each family had one."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from fou_eval.estimates import Estimate
from fou_eval.records.amounts import amount
from fou_eval.records.rows import Rows, rows_of
from fou_eval.study import Study
from fou_eval.windows import first_day

CASELOAD, AT_STANDARD, DURATION = "caseload", "advocate_months_at_standard", "months_with_advocate"
WHOLE = "all"
HALF_YEAR = 6  # months
# With fewer advocates each of them, who knows the own part, could work out that of a colleague.
FEWEST_ADVOCATES = 3
FEW_ADVOCATES = "few_advocates"

Whole = NDArray[np.int64]
Flags = NDArray[np.bool_]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Worked:
    """One row for each family, advocate and month in which the advocate had the family.

    Attributes
    ----------
    rows
        Assignments, one row for each of these months.
    advocate
        Number of each row's advocate, shape (rows,).
    month
        Months since January 1970, shape (rows,).
    """

    rows: Rows
    advocate: Whole
    month: Whole

    def of(self, kept: Flags | Whole) -> "Worked":
        """Keep some of the rows."""
        rows = replace(self.rows, frame=self.rows.frame.iloc[kept], family=self.rows.family[kept])
        return Worked(rows=rows, advocate=self.advocate[kept], month=self.month[kept])

    def within(self, first: int, last: int) -> "Worked":
        """Keep the months from the first to the last."""
        return self.of(np.flatnonzero((self.month >= first) & (self.month <= last)))

    @property
    def loads(self) -> Whole:
        """Families of each advocate in each month in which the advocate had any, shape (advocate-months,)."""
        counts: Whole = np.unique(np.stack([self.advocate, self.month]), axis=1, return_counts=True)[1]
        return counts

    @property
    def advocates(self) -> int:
        """How many advocates had a family."""
        return int(np.unique(self.advocate).size)


def caseload(study: Study) -> Iterator[Estimate]:
    """Count families per advocate: in all, by half-year, and against the number that the project set itself.

    A month counts for an advocate who had a family in it, and for a family that had an advocate in it, from the first
    month to the last; an assignment without end goes on as long as the data go. Half-years in which too few families or
    advocates took part are joined with the next. Means are published in whole families: with three advocates half a
    family is nine months of one family in half a year, so that nobody's coming or going can be read off between two.
    """
    rows = rows_of(study, "assignments")
    worked = None if rows is None else months_worked(study, rows)
    if worked is None or worked.month.size == 0:
        return
    yield _mean(worked, WHOLE)
    until = study.codebook.data_until
    for first, last in periods(worked):
        end = last if until is None else min(last, int(np.datetime64(until, "M").astype(np.int64)))
        yield _mean(worked.within(first, last), month_text(first), month_text(end))
    standard = study.codebook.project.caseload
    if standard is not None:
        loads = worked.loads
        share = float(np.mean(loads >= standard.value))
        yield replace(_about(worked, AT_STANDARD, WHOLE, value=share, scale="proportion"), n=int(loads.size))
    families = int(np.unique(worked.rows.family).size)
    months = np.unique(np.stack([worked.rows.family, worked.month]), axis=1).shape[1]
    yield replace(_about(worked, DURATION, WHOLE, value=months / families, scale="months"), n=families)


def months_worked(study: Study, rows: Rows) -> Worked:
    """Spread assignments over their months; one that ends before it starts has none, and no month counts twice."""
    start = first_day(rows.frame["start"]).astype("datetime64[M]")
    end = _ends(study, rows)
    lengths = np.where(np.isnat(start), 0, (end - start).astype(np.int64) + 1)
    row = np.repeat(np.arange(start.size), np.maximum(lengths, 0))
    month = start.astype(np.int64)[row] + np.arange(row.size) - np.searchsorted(row, row)
    advocate = np.unique(rows.frame["advocate"].astype(str), return_inverse=True)[1].astype(np.int64)[row]
    spread = replace(rows, frame=rows.frame.iloc[row], family=rows.family[row])
    told = np.stack([rows.family[row], advocate, month])
    once = np.sort(np.unique(told, axis=1, return_index=True)[1])
    return Worked(rows=spread, advocate=advocate, month=month).of(once)


def _ends(study: Study, rows: Rows) -> NDArray[np.datetime64]:
    """Give the last month of each assignment; what goes on lasts until the data end, or the last month in the table."""
    start = first_day(rows.frame["start"]).astype("datetime64[M]")
    given = (
        first_day(rows.frame["end"]).astype("datetime64[M]")
        if "end" in rows.frame
        else np.full(start.size, np.datetime64("NaT", "M"))
    )
    seen = np.concatenate([start[~np.isnat(start)], given[~np.isnat(given)]])
    until = study.codebook.data_until
    if seen.size == 0:
        return given
    last = np.datetime64(until, "M") if until is not None else seen.max()
    ends: NDArray[np.datetime64] = np.where(np.isnat(given), last, np.minimum(given, last))
    return ends


def periods(worked: Worked) -> tuple[tuple[int, int], ...]:
    """Give first and last month of half-years, joined until enough families and advocates took part in each.

    Half-years begin in January and July. No period where only one would be left: it would be the whole.
    """
    halves = np.unique(worked.month // HALF_YEAR)
    found: list[tuple[int, int]] = []
    begun: int | None = None
    for half in range(int(halves.min()), int(halves.max()) + 1):
        first = half * HALF_YEAR if begun is None else begun
        last = (half + 1) * HALF_YEAR - 1
        begun = None if _enough(worked.within(first, last)) else first
        if begun is None:
            found.append((first, last))
    if begun is not None and found:
        found[-1] = (found[-1][0], (int(halves.max()) + 1) * HALF_YEAR - 1)
    return tuple(found) if len(found) > 1 else ()


def _enough(worked: Worked) -> bool:
    families = np.unique(worked.rows.family).size
    return bool(families >= worked.rows.threshold and worked.advocates >= FEWEST_ADVOCATES)


def month_text(month: int) -> str:
    """Write a month since January 1970.

    Examples
    --------
    >>> month_text(540), month_text(545)
    ('2015-01', '2015-06')
    """
    return str(np.datetime64(month, "M"))


def _mean(worked: Worked, *parts: str) -> Estimate:
    loads = worked.loads
    base = _about(worked, CASELOAD, *parts, value=float(loads.mean()), scale="per_advocate")
    # The months of families would give the mean to more digits than are published.
    return replace(base, n=int(loads.size))


def _about(worked: Worked, statistic: str, *parts: str, value: float, scale: str) -> Estimate:
    base = amount(worked.rows, statistic, *parts, value=value, scale=scale)
    return replace(base, note=base.note or (FEW_ADVOCATES if worked.advocates < FEWEST_ADVOCATES else ""))
