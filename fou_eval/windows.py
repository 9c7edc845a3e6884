"""Indicators counted from records: of each family, what lies in the window that ends at a wave."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from fou_eval.declaration import Codebook, Table
from fou_eval.declaration.codes import CodeKey
from fou_eval.declaration.measures import PART, Measure

Days = NDArray[np.datetime64]
# A window of which less is covered says too little of the rest to stand for it.
LEAST_COVERED = 0.5
_DAY = np.timedelta64(1, "D")


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Window:
    """The window of each family that ends at one wave, as days; the end is the first day after it.

    Attributes
    ----------
    start, end
        First day, and first day after, of each family's window; shape (families,).
    part
        Part of it that the data cover, from 0 to 1; shape (families,).
    """

    start: Days
    end: Days
    part: NDArray[np.float64]


def measured_frames(
    codebook: Codebook, tables: Mapping[str, pd.DataFrame], family_of_person: Mapping[str, str]
) -> dict[str, pd.DataFrame]:
    """Make the tables of families at waves that the codebook derives from records.

    In a window a family without any row has a count of zero, since the table holds all that happened; a family whose
    window is covered by less than half has no row. At waves a family without any row has no row: nobody counted.

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


def families_of(table: Table, frame: pd.DataFrame, family_of_person: Mapping[str, str]) -> pd.Series:
    """Give the family id of every row of a table that holds families or persons."""
    family = table.with_role("family_id")
    return frame[family] if family else frame[table.with_role("person_id")].map(family_of_person)


def first_day(months: pd.Series) -> Days:
    """Give the first day of each month or day."""
    return pd.to_datetime(months).to_numpy("datetime64[D]")


def day_after(ends: pd.Series, *, months: bool, ongoing: np.datetime64) -> Days:
    """Give the first day after each end; what has no end goes on as long as the data go.

    Parameters
    ----------
    ends
        Last days or last months; missing where a spell goes on.
    months
        Whether the ends are months, which last until their last day.
    ongoing
        First day after the data.
    """
    days = first_day(ends)
    after: Days = (
        (days.astype("datetime64[M]") + np.timedelta64(1, "M")).astype("datetime64[D]")
        if months
        else days + _DAY
    )
    return np.where(np.isnat(days), ongoing, np.minimum(after, ongoing)).astype("datetime64[D]")


def matching(frame: pd.DataFrame, when: Mapping[str, Sequence[CodeKey]]) -> NDArray[np.bool_]:
    """Say which rows hold one of the codes in every column named."""
    fits = np.ones(len(frame), dtype=np.bool_)
    for name, codes in when.items():
        fits &= frame[name].astype("string").isin([str(code) for code in codes]).to_numpy(np.bool_)
    return fits


def _derived(
    codebook: Codebook,
    table: Table,
    tables: Mapping[str, pd.DataFrame],
    family_of_person: Mapping[str, str],
) -> pd.DataFrame:
    frame = tables[table.table].assign(
        _family=families_of(table, tables[table.table], family_of_person).to_numpy(object)
    )
    parts = []
    for wave in codebook.waves:
        windowed = {name: one for name, one in table.measures.items() if one.window is not None}
        at_wave = {name: one for name, one in table.measures.items() if one.window is None}
        for name, measure in windowed.items():
            parts.append(_in_window(codebook, table, frame, tables, wave, name, measure))
        for name, measure in at_wave.items():
            parts.append(_at_wave(table, frame, wave, name, measure))
    long = pd.concat(parts, ignore_index=True)
    wide = long.pivot_table(index=["family_id", "wave", PART], columns="name", values="value", sort=False)
    wide = wide.reindex(columns=list(table.measures)).reset_index()
    return wide.rename_axis(columns=None)


def _long(
    family: NDArray[np.object_], wave: str, part: NDArray[np.float64], name: str, value: object
) -> pd.DataFrame:
    return pd.DataFrame({"family_id": family, "wave": wave, PART: part, "name": name, "value": value}).astype(
        {"family_id": object, "wave": object, PART: np.float64, "name": object, "value": np.float64}
    )


def window_at(
    codebook: Codebook, entry: Days, months: float, length: int, complete_from: np.datetime64
) -> Window | None:
    """Give the window of each family that ends so many months after its entry; none where it would hold the entry.

    Parameters
    ----------
    codebook
        Says until when data were collected.
    entry
        First day of each family's month of entry, shape (families,).
    months
        Months from entry to the wave.
    length
        Months of the window.
    complete_from
        First day that the records cover.
    """
    if months != int(months) or not (months <= 0 or months >= length):
        return None
    month = entry.astype("datetime64[M]") + np.timedelta64(int(months), "M")
    start, end = ((month - np.timedelta64(back, "M")).astype("datetime64[D]") for back in (length, 0))
    last = np.datetime64(codebook.data_until, "D") + _DAY
    covered = np.minimum(end, last) - np.maximum(start, complete_from)
    part = np.clip(covered / _DAY, 0, None) / ((end - start) / _DAY)
    return Window(start=start, end=end, part=part)


def _in_window(
    codebook: Codebook,
    table: Table,
    frame: pd.DataFrame,
    tables: Mapping[str, pd.DataFrame],
    wave: str,
    name: str,
    measure: Measure,
) -> pd.DataFrame:
    families = codebook.recording("families")
    none = np.array([], dtype=object)
    if families is None or measure.window is None or codebook.data_until is None:
        return _long(none, wave, np.array([]), name, np.array([]))  # the declaration was refused before
    entered = tables[families.table].dropna(subset=["entry_month"])
    ids = entered[families.with_role("family_id")].to_numpy(object)
    since = np.datetime64(table.complete_from, "D")
    window = window_at(
        codebook, first_day(entered["entry_month"]), codebook.waves[wave].months, measure.window, since
    )
    if window is None:
        return _long(none, wave, np.array([]), name, np.array([]))
    rows = frame[matching(frame, measure.when)]
    ongoing = np.datetime64(codebook.data_until, "D") + _DAY
    starts = first_day(rows["start"])
    months = table.columns["end"].type == "month" if "end" in table.columns else False
    ends = (
        day_after(rows["end"], months=months, ongoing=ongoing)
        if "end" in rows
        else np.minimum(starts + _DAY, ongoing)
    )
    value = np.zeros(ids.size)
    whose = rows["_family"].to_numpy(object)
    for place, family in enumerate(ids):
        mine = whose == family
        value[place] = _taken(measure, starts[mine], ends[mine], window.start[place], window.end[place])
    whole = window.part >= LEAST_COVERED
    return _long(ids[whole], wave, window.part[whole], name, value[whole])


def _taken(measure: Measure, starts: Days, ends: Days, first: np.datetime64, last: np.datetime64) -> float:
    inside = (np.minimum(ends, last) - np.maximum(starts, first)) / _DAY
    if measure.take == "days":
        return float(inside[inside > 0].sum())
    if measure.take in {"spells", "rows"}:
        return float(np.count_nonzero((starts >= first) & (starts < last)))
    return float(np.any(inside > 0))


def _at_wave(table: Table, frame: pd.DataFrame, wave: str, name: str, measure: Measure) -> pd.DataFrame:
    here = frame[(frame[table.with_role("wave")] == wave).to_numpy(np.bool_)].dropna(subset=["_family"])
    if measure.take != "sum":
        here = here.assign(_value=matching(here, measure.when).astype(np.float64))
        found = here.groupby("_family", sort=True)["_value"].agg("max" if measure.take == "any" else "sum")
    else:
        fits = here[matching(here, measure.when)].dropna(subset=[measure.column])
        found = fits.groupby("_family", sort=True)[str(measure.column)].sum()
    return _long(found.index.to_numpy(object), wave, np.ones(len(found)), name, found.to_numpy(np.float64))
