"""The series of one indicator: every occasion at which it was measured, before and after the start of support."""

import numpy as np
from numpy.typing import NDArray

from fou_eval.declaration import Indicator
from fou_eval.matching import Measured, resolution
from fou_eval.statistics.series import FEWEST_OCCASIONS, Series
from fou_eval.study import Study

_MONTHS_OF_YEAR = 12


def series(study: Study, indicator: Indicator) -> Series | None:
    """Give the series of an indicator, or none where it was measured at fewer than three occasions in a phase.

    Notes
    -----
    Phase A are the waves at month 0, which is entry, and before; phase B those after. Counts are divided by their
    exposure. Where the plan says that a lot decided the starts, each family could have begun, with equal chance, at
    every occasion that leaves three occasions in each phase; another lottery is stated with `dataclasses.replace`.
    """
    measured = study.measured(indicator)
    months = np.array([float(study.codebook.waves[wave].months) for wave in measured.waves])
    used = ~np.isnan(measured.value).all(axis=0)
    before, after = int(np.sum(used & (months <= 0))), int(np.sum(used & (months > 0)))
    if min(before, after) < FEWEST_OCCASIONS:
        return None
    count = indicator.kind == "count"
    value = measured.value / measured.exposure if count else measured.value
    dates = _season(study, indicator, measured)
    by_lot = study.plan.starts == "randomised"
    place = np.arange(int(used.sum()))
    possible = (place >= FEWEST_OCCASIONS) & (place.size - place >= FEWEST_OCCASIONS)
    return Series(
        value=value[:, used],
        months=months[used],
        family=measured.family,
        better=indicator.better,
        resolution=None if count and indicator.column.exposure else resolution(indicator),
        seed=study.plan.stream("series", indicator.name),
        starts=study.plan.starts,
        possible_starts=np.tile(possible, (measured.family.size, 1)) if by_lot else None,
        season=None if dates is None else dates[:, used],
    )


def _season(study: Study, indicator: Indicator, measured: Measured) -> NDArray[np.float64] | None:
    """Give the part of the year of every value, from the first date column of the table that holds the indicator."""
    table, frame = study.codebook.table(indicator.table), study.tables[indicator.table]
    date, wave = table.with_role("date"), table.with_role("wave")
    if date is None or wave is None:
        return None
    places = {unit: place for place, unit in enumerate(measured.units)}
    rows = np.array([places.get(str(unit), -1) for unit in study.unit_ids(indicator.table)])
    columns = frame[wave].map({code: place for place, code in enumerate(measured.waves)})
    part = (frame[date].dt.month - 1) / _MONTHS_OF_YEAR
    known = (rows >= 0) & columns.notna().to_numpy()
    season = np.full(measured.value.shape, np.nan)
    season[rows[known], columns[known].to_numpy(np.int64)] = part[known].to_numpy(np.float64, na_value=np.nan)
    return season
