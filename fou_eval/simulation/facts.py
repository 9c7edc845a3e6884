"""What a synthetic example takes from published documents instead of drawing it: decisions, costs, figures."""

import csv
from pathlib import Path

import numpy as np
import pandas as pd

from fou_eval.declaration.codebook import Codebook, Column, Table
from fou_eval.errors import DataError
from fou_eval.simulation.attributes import coded

FOLDER = "facts"


def read_facts(folder: Path, codebook: Codebook) -> dict[str, pd.DataFrame]:
    """Read the facts beside the declarations of a study: one csv file per table, with codes as they are declared.

    Parameters
    ----------
    folder
        The study's declarations.

    Returns
    -------
    dict
        Typed frames by table, in the form of a simulated table.

    Raises
    ------
    DataError
        If a file is not about a declared table, or its header is not that of the table.
    """
    found = {}
    for path in sorted((folder / FOLDER).glob("*.csv")):
        table = codebook.tables.get(path.stem)
        with path.open(encoding="utf-8", newline="") as file:
            header, *rows = csv.reader(file)
        if table is None or header != list(table.columns):
            raise DataError(
                f"{FOLDER}/{path.name}: expected the columns of a declared table, in their order."
            )
        found[path.stem] = _frame(table, rows)
    return found


def _frame(table: Table, rows: list[list[str]]) -> pd.DataFrame:
    columns = zip(table.columns.items(), zip(*rows, strict=True), strict=True)
    return pd.DataFrame({name: _values(column, list(cells)) for (name, column), cells in columns})


def _values(column: Column, cells: list[str]) -> pd.Series:
    if column.type in ("date", "month"):
        return pd.Series(
            np.array([cell or "NaT" for cell in cells], dtype="datetime64[D]").astype("datetime64[ns]")
        )
    if column.type in ("integer", "number", "boolean"):
        return pd.Series([float(cell) if cell else np.nan for cell in cells])
    return coded(column, np.array([cell or None for cell in cells], dtype=object))
