"""Spells from start to end, and what of them lies in the window of each family."""

from dataclasses import dataclass, replace

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from fou_eval.declaration import Codebook, Table
from fou_eval.windows.days import DAY, Days, Floats, day_after, first_day
from fou_eval.windows.window import Window, day_after_data


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Spells:
    """Spells with the place of each one's family among all families.

    Attributes
    ----------
    place
        Place of the family of each spell, shape (spells,).
    starts, ends
        First day, and first day after, shape (spells,).
    count
        Families in all.
    """

    place: NDArray[np.intp]
    starts: Days
    ends: Days
    count: int

    def __repr__(self) -> str:
        """Say how many there are; no day."""
        return f"Spells({self.place.size} of {self.count} families)"

    def days(self, window: Window) -> Floats:
        """Add up the days within each family's window, shape (families,)."""
        first, last = (
            np.maximum(self.starts, window.start[self.place]),
            np.minimum(self.ends, window.end[self.place]),
        )
        inside = np.clip((last - first) / DAY, 0, None)
        total: Floats = np.bincount(self.place, weights=inside, minlength=self.count).astype(np.float64)
        return total

    def begun(self, window: Window) -> Floats:
        """Count the spells that begin within each family's window, shape (families,)."""
        here = (self.starts >= window.start[self.place]) & (self.starts < window.end[self.place])
        number: Floats = np.bincount(self.place[here], minlength=self.count).astype(np.float64)
        return number


def spells_of(codebook: Codebook, table: Table, frame: pd.DataFrame) -> tuple[Days, Days]:
    """Give the first day, and the first day after, of every row: no day where its start is not known.

    A row of a table without ends lasts one day. What has no end, or ends later, goes on as long as the data go.

    Parameters
    ----------
    codebook
        Says until when data were collected.
    table, frame
        The table and its rows.
    """
    starts, ongoing = first_day(frame["start"]), day_after_data(codebook)
    if "end" not in table.columns:
        return starts, np.minimum(starts + DAY, ongoing)
    months = table.columns["end"].type == "month"
    return starts, day_after(frame["end"], months=months, ongoing=ongoing)


def apart(table: Table, frame: pd.DataFrame, spells: Spells) -> Spells:
    """Count no day of a person in care twice: a move in the middle of a month belongs to both placements.

    A spell begins for this purpose where all earlier spells of the person have ended. Services may run side by side,
    and are left as they are.
    """
    person = table.with_role("person_id")
    if table.records != "placements" or person is None or frame.empty:
        return spells
    ordered = pd.DataFrame(
        {
            "whose": frame[person].astype(object).where(frame[person].notna(), np.arange(len(frame))),
            "start": spells.starts.astype("datetime64[D]").astype(np.int64),
            "end": spells.ends.astype("datetime64[D]").astype(np.int64),
        }
    ).reset_index(drop=True)
    ordered = ordered.sort_values(["start", "end"], kind="stable")
    reached = ordered.groupby("whose", sort=False)["end"].cummax()
    before = reached.groupby(ordered["whose"], sort=False).shift().fillna(ordered["start"])
    starts = before.where(before > ordered["start"], ordered["start"]).sort_index().to_numpy(np.int64)
    return replace(spells, starts=starts.astype("datetime64[D]"))
