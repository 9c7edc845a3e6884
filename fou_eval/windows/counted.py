"""The tables of families at waves that the codebook derives from records."""

from collections.abc import Mapping

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from fou_eval.declaration import Codebook, Table
from fou_eval.declaration.measures import PART, Measure
from fou_eval.windows.days import Floats
from fou_eval.windows.rows import families_of, matching
from fou_eval.windows.spells import Spells, apart, spells_of
from fou_eval.windows.window import LEAST_COVERED, Window, entries, length_of, window_at

# Windows of as many months differ by a leap day, or by the months they hold. Days are therefore counted as of a window
# of mean length (365 days of twelve months), so that who is away all the time is away as long after as before.
_MEAN_MONTH = 365.25 / 12


def measured_frames(
    codebook: Codebook, tables: Mapping[str, pd.DataFrame], family_of_person: Mapping[str, str]
) -> dict[str, pd.DataFrame]:
    """Make the tables of families at waves that the codebook derives from records.

    In a window a family without any row has a count of zero, since the table holds all that happened, unless it has no
    row at all. What lies outside the covered part does not count, and a family whose window is covered by less than
    half has no row. At waves a family without any row has no row: nobody counted.

    Parameters
    ----------
    codebook
        What is declared.
    tables
        Typed rows by table.
    family_of_person
        Family id of each person id.

    Returns
    -------
    dict
        Frames by the names in `codebook.derived`.
    """
    return {
        f"{table.table}_measured": _derived(codebook, table, tables, family_of_person)
        for table in codebook.tables.values()
        if table.measures
    }


def _derived(
    codebook: Codebook,
    table: Table,
    tables: Mapping[str, pd.DataFrame],
    family_of_person: Mapping[str, str],
) -> pd.DataFrame:
    frame = tables[table.table]
    whose = families_of(table, frame, family_of_person).to_numpy(object)
    length = length_of(table)
    names = ["family_id", "wave", PART, *table.measures]
    if frame.empty:
        # A table without rows may say that nothing happened, or that nobody wrote it down: it is not taken for zeros.
        made = pd.DataFrame({name: [] for name in names})
    elif length is None:
        made = _at_waves(table, frame, whose)
    else:
        counted = _Counted(codebook, table, frame, whose, entries(codebook, tables), length)
        made = pd.concat([counted.at(wave) for wave in codebook.waves], ignore_index=True)
    kinds = {name: object if name in {"family_id", "wave"} else np.float64 for name in names}
    return made[names].astype(kinds)


class _Counted:
    """Counts the rows of one table in windows: whose they are, and when, is found once for all waves."""

    def __init__(
        self,
        codebook: Codebook,
        table: Table,
        frame: pd.DataFrame,
        whose: NDArray[np.object_],
        entered: pd.Series,
        length: int,
    ) -> None:
        self.codebook, self.table, self.length = codebook, table, length
        self.ids, self.days = entered.index.to_numpy(object), entered.to_numpy("datetime64[D]")
        starts, ends = spells_of(codebook, table, frame)
        place = entered.index.get_indexer(pd.Index(whose))
        known = (place >= 0) & ~np.isnat(starts)
        self.spells: dict[str, Spells] = {}
        for name, measure in table.measures.items():
            rows = known & matching(frame, measure.when)
            own = Spells(place=place[rows], starts=starts[rows], ends=ends[rows], count=entered.size)
            self.spells[name] = apart(table, frame[rows], own) if measure.take == "days" else own

    def at(self, wave: str) -> pd.DataFrame:
        """Count what lies in the window of each family that ends at a wave."""
        months = self.codebook.waves[wave].months
        window = window_at(self.codebook, self.table, self.days, months=months, length=self.length)
        if window is None:
            return pd.DataFrame({name: [] for name in ("family_id", "wave", PART, *self.table.measures)})
        covered = window.part
        # In whole days too, so that who is away for all that is covered is away for the same days at every wave.
        nominal = np.rint(_MEAN_MONTH * self.length)
        part = np.rint(covered * nominal) / nominal
        values = {
            name: _value(measure, self.spells[name], window, nominal)
            for name, measure in self.table.measures.items()
        }
        made = pd.DataFrame({"family_id": self.ids, "wave": wave, PART: part, **values})
        return made[covered >= LEAST_COVERED]


def _value(measure: Measure, spells: Spells, window: Window, nominal: float) -> Floats:
    """Count spells, or days as of a window of mean length, or say whether there was any."""
    if measure.take == "days":
        days: Floats = np.rint(spells.days(window) * nominal / window.whole)
        return days
    if measure.take == "any":
        # Half a window in which nothing happened does not say that nothing happened in the other half.
        return np.where(window.part == 1, spells.days(window) > 0, np.nan)
    return spells.begun(window)


def _at_waves(table: Table, frame: pd.DataFrame, whose: NDArray[np.object_]) -> pd.DataFrame:
    """Count the rows of each family at each wave; a sum is known where every row that belongs to it is."""
    wave = frame[table.with_role("wave")].to_numpy(object)
    rows = frame.assign(family_id=whose, wave=wave).dropna(subset=["family_id", "wave"])
    found = {}
    for name, measure in table.measures.items():
        fits = matching(rows, measure.when)
        if measure.take == "sum":
            found[name] = _sums(rows[fits], measure)
            continue
        by_family = rows.assign(_fits=fits.astype(np.float64)).groupby(["wave", "family_id"], sort=False)[
            "_fits"
        ]
        found[name] = by_family.max() if measure.take == "any" else by_family.sum()
    return pd.DataFrame(found).rename_axis(["wave", "family_id"]).reset_index().assign(**{PART: 1.0})


def _sums(rows: pd.DataFrame, measure: Measure) -> pd.Series:
    """Add up a column by family, where no row lacks it and none of several codes asked for lacks a row."""
    numbers = rows.assign(
        _number=rows[str(measure.column)].astype(np.float64), _lacks=rows[str(measure.column)].isna()
    )
    groups = numbers.groupby(["wave", "family_id"], sort=False)
    sums = groups["_number"].sum().mask(groups["_lacks"].any())
    for name, codes in measure.when.items():
        sums = sums.where(groups[name].nunique() == len(codes))
    return sums
