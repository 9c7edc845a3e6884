"""Typed frames of what was read: declared columns in declared order, nothing that was refused."""

from collections.abc import Mapping, Sequence

import numpy as np
import pandas as pd

from fou_eval.declaration.codebook import Column, Table
from fou_eval.intake.cells.parse import EMPTY, Reading
from fou_eval.intake.sheets.grid import Grid


def frame_of(table: Table, grid: Grid | None) -> pd.DataFrame:
    """Give a table as a frame; free text is left out, and a column or table that the file lacks is all missing.

    Returns
    -------
    pandas.DataFrame
        Row order as in the file. Text and codes: object (str or None), numbers and truth values: float64,
        dates and months: datetime64[ns].
    """
    rows = len(grid.rows) if grid else 0
    readings: Mapping[str, Sequence[Reading]] = grid.readings if grid else {}
    columns = {
        name: _series(column, readings.get(name, [EMPTY] * rows))
        for name, column in table.columns.items()
        if column.role != "free_text"
    }
    return pd.DataFrame(columns, index=pd.RangeIndex(rows))


def reasons_of(grid: Grid | None) -> pd.DataFrame:
    """Give the cells that hold a declared missing code: row (position in the frame), column, code."""
    found = [
        (index, name, reading.reason)
        for name, readings in (grid.readings if grid else {}).items()
        for index, reading in enumerate(readings)
        if grid is not None and reading.reason is not None and grid.table.columns[name].role != "free_text"
    ]
    frame = pd.DataFrame(sorted(found), columns=["row", "column", "code"])
    return frame.astype({"row": np.int64, "column": object, "code": object})


def _series(column: Column, readings: Sequence[Reading]) -> pd.Series:
    values = [reading.value for reading in readings]
    if column.type in ("integer", "number", "boolean"):
        return pd.Series([np.nan if value is None else value for value in values], dtype=np.float64)
    if column.type in ("date", "month"):
        return pd.Series(np.array(values, dtype="datetime64[D]").astype("datetime64[ns]"))
    return pd.Series(values, dtype=object)
