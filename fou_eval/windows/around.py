"""Half-years around the entry of each family, and which families are covered in all of them."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from fou_eval.declaration import Codebook, Table
from fou_eval.windows.days import Floats
from fou_eval.windows.spells import Spells
from fou_eval.windows.window import Window, entries, window_at

HALF_YEAR = 6  # months
# Months from entry at which the half-years begin: a year before, and two years after.
BEGIN = (-12, -6, 0, 6, 12, 18)
# Of fewer families than this part a course says too little of the others.
LEAST_FOLLOWED = 2 / 3


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class HalfYears:
    """The half-years around the entry of each family.

    Attributes
    ----------
    families
        Ids of the families whose entry is known.
    windows
        One window of each family for every half-year in `BEGIN`.
    covered
        Whether the data cover the whole half-year, shape (families, half-years).
    """

    families: NDArray[np.object_]
    windows: tuple[Window, ...]
    covered: NDArray[np.bool_]

    def __repr__(self) -> str:
        """Say how many families there are; no id."""
        return f"HalfYears({self.families.size} families)"

    def days(self, spells: Spells) -> Floats:
        """Add up the days of spells within each half-year, shape (families, half-years)."""
        return np.stack([spells.days(window) for window in self.windows], axis=1)

    @property
    def lengths(self) -> Floats:
        """Days of each half-year, shape (families, half-years)."""
        return np.stack([window.whole for window in self.windows], axis=1)


def half_years(codebook: Codebook, tables: Mapping[str, pd.DataFrame], table: Table) -> HalfYears | None:
    """Give the half-years around each family's entry; none where entry, or what the data cover, is not declared.

    Parameters
    ----------
    codebook, tables
        The study.
    table
        A table of records; says since when it holds all that happened.
    """
    families = codebook.recording("families")
    if families is None or table.complete_from is None or codebook.data_until is None:
        return None
    entered = entries(codebook, tables)
    days = entered.to_numpy("datetime64[D]")
    found = (window_at(codebook, table, days, months=first + HALF_YEAR, length=HALF_YEAR) for first in BEGIN)
    windows = tuple(window for window in found if window is not None)
    return HalfYears(
        families=entered.index.to_numpy(object),
        windows=windows,
        covered=np.stack([window.part == 1 for window in windows], axis=1),
    )


def followed(half: HalfYears, *, enrolled: int, threshold: int) -> tuple[slice, NDArray[np.bool_]] | None:
    """Choose the half-years to show, and the families that are covered in all of them: the same all along.

    The longest course is chosen that two thirds of the families have, and of these one of which the families left out
    are none or as many as the threshold, so that the number of families may be told.

    Parameters
    ----------
    half
        The half-years.
    enrolled
        Families in the study.
    threshold
        Fewest families that a number may stand on.

    Returns
    -------
    tuple or None
        The half-years, as a slice of `BEGIN`, and whether each family is covered in them; none where no course is long
        enough to hold a half-year on either side of the entry.
    """
    middle = BEGIN.index(0)
    courses = [
        slice(middle - before, middle + after)
        for before in range(1, middle + 1)
        for after in range(1, len(BEGIN) - middle + 1)
    ]
    courses.sort(key=lambda one: (one.stop - one.start, -one.start), reverse=True)
    found = [(one, np.asarray(half.covered[:, one].all(axis=1))) for one in courses]
    enough = max(threshold, LEAST_FOLLOWED * enrolled)
    many = [(one, whose) for one, whose in found if np.count_nonzero(whose) >= enough]
    told = [(one, whose) for one, whose in many if _may_be_told(enrolled - int(whose.sum()), threshold)]
    return next(iter(told or many), None)


def _may_be_told(left_out: int, threshold: int) -> bool:
    return left_out == 0 or left_out >= threshold
