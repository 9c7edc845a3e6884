"""Values of one indicator by unit and wave, and before matched with after by id."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from fou_eval.declaration import Indicator
from fou_eval.errors import DataError
from fou_eval.statistics.pairs import Pairs

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Measured:
    """The values of one indicator, one row per unit and one column per wave, units sorted by id.

    A unit is a family, a person, or a goal of either; its family is the cluster.

    Row order in the file never reaches a number, because units are matched and sorted by id.

    Attributes
    ----------
    units
        Id of each unit as text, shape (units,).
    value, exposure
        Arrays of shape (units, waves); nan where there is no value. Exposure is 1 where none is declared.
    family
        Number of each unit's family, shape (units,).
    waves
        Codes of the waves, in the order of the columns.
    due
        Whether each unit's family had reached the wave when the data ended, shape (units, waves).
    """

    units: NDArray[np.str_]
    value: Floats
    exposure: Floats
    family: NDArray[np.int64]
    waves: tuple[str, ...]
    due: NDArray[np.bool_]

    def __repr__(self) -> str:
        """Say how many units there are; no value, no id."""
        return f"Measured({self.units.size} units, waves {', '.join(self.waves)})"

    def at(self, wave: str) -> Floats:
        """Give the values at one wave, shape (units,)."""
        return self.value[:, self.waves.index(wave)]

    def of(self, units: NDArray[np.bool_]) -> "Measured":
        """Keep some of the units."""
        return Measured(
            units=self.units[units],
            value=self.value[units],
            exposure=self.exposure[units],
            family=self.family[units],
            waves=self.waves,
            due=self.due[units],
        )

    def left(self, before: str, after: str) -> NDArray[np.bool_]:
        """Say which units have a value at one wave and none at a later one that their family had reached."""
        gone: NDArray[np.bool_] = ~np.isnan(self.at(before)) & np.isnan(self.at(after))
        return gone & self.due[:, self.waves.index(after)]


def arrange(
    *,
    units: NDArray[np.object_],
    family: Floats,
    wave: Floats,
    value: Floats,
    exposure: Floats,
    waves: tuple[str, ...],
    due: NDArray[np.bool_],
) -> Measured:
    """Put long rows into one row per unit.

    Parameters
    ----------
    units
        Id of the unit of each row, shape (rows,).
    family, wave, value, exposure
        Number of the family, place of the wave, value and exposure of each row; nan where missing.
    waves
        Codes of the waves in time order.
    due
        Whether each family had reached each wave, shape (families, waves).

    Raises
    ------
    DataError
        If a unit has two values at one wave; they are never averaged and the last one never wins.
    """
    usable = ~np.isnan(value) & (exposure > 0) & ~np.isnan(wave) & ~np.isnan(family)
    ids, first, row = np.unique(units[usable].astype(str), return_index=True, return_inverse=True)
    place = (row, wave[usable].astype(np.int64))
    values, exposures = (np.full((first.size, len(waves)), np.nan) for _ in range(2))
    values[place], exposures[place] = value[usable], exposure[usable]
    if np.count_nonzero(~np.isnan(values)) != row.size:
        raise DataError("A unit has two values at the same wave. Keep one row per unit and wave.")
    for array in (values, exposures):
        array.flags.writeable = False
    families = family[usable][first].astype(np.int64)
    return Measured(
        units=ids,
        value=values,
        exposure=exposures,
        family=families,
        waves=waves,
        due=due[families],
    )


def match(indicator: Indicator, measured: Measured, *, before: str, after: str) -> Pairs:
    """Match the values of an indicator at two waves by unit; count who has only one of them.

    Who has not reached the later wave yet is not counted as missing there.
    """
    first, last = measured.at(before), measured.at(after)
    here, there = ~np.isnan(first), ~np.isnan(last)
    both = here & there
    places = [measured.waves.index(wave) for wave in (before, after)]
    exposures = [measured.exposure[both, place] if indicator.kind == "count" else None for place in places]
    return Pairs(
        before=first[both],
        after=last[both],
        family=measured.family[both],
        better=indicator.better,
        resolution=resolution(indicator),
        exposure_before=exposures[0],
        exposure_after=exposures[1],
        before_only=int(measured.left(before, after).sum()),
        after_only=int((there & ~here).sum()),
    )


def resolution(indicator: Indicator) -> float | None:
    """Give the step of an indicator: the declared one, or 1 for whole numbers, codes and yes/no."""
    if indicator.column.resolution is not None:
        return indicator.column.resolution
    return 1.0 if indicator.column.type in {"integer", "code", "boolean"} else None
