"""Fingerprints of the data of a study: of each table and column, whatever the row order and the file format.

The typed cells are written as text: dates as YYYY-MM-DD, numbers in their shortest exact form, a declared missing
code as ``missing:`` and the code, other missing values as nothing. A table's lines are sorted; a column is taken in the
order of the keys of its rows, and each of its cells with its key.
"""

from collections.abc import Iterable, Sequence
from hashlib import sha256

import pandas as pd

from fou_eval.provenance import DataMarks, TableMark
from fou_eval.study import Study

# Characters that stand in no cell, so that joined cells cannot be mistaken for others.
_BETWEEN_CELLS, _BETWEEN_ROWS = "\x1f", "\x1e"


def data_marks(study: Study) -> DataMarks:
    """Give the plain fingerprints of every table of a study."""
    return DataMarks(how="plain", tables={name: table_mark(study, name) for name in study.codebook.tables})


def table_mark(study: Study, table: str) -> TableMark:
    """Give the number of rows of one table, and the SHA-256 of its content and of each of its columns.

    Parameters
    ----------
    study
        A study from `open_study`.
    table
        Name of one of its tables.
    """
    cells = _cells(study, table)
    columns = list(cells)
    rows = sorted(zip(*cells.values(), strict=True))
    key = [columns.index(name) for name in study.codebook.tables[table].key]
    keyed = sorted(rows, key=lambda row: [row[place] for place in key])
    return TableMark(
        rows=str(len(rows)),
        content=_digest(_BETWEEN_CELLS.join(row) for row in [columns, *rows]),
        columns={
            name: _digest(_with_key(row, key, place) for row in keyed) for place, name in enumerate(columns)
        },
    )


def _with_key(row: Sequence[str], key: Sequence[int], place: int) -> str:
    return _BETWEEN_CELLS.join([*(row[part] for part in key), row[place]])


def _digest(lines: Iterable[str]) -> str:
    return sha256(_BETWEEN_ROWS.join(lines).encode()).hexdigest()


def _cells(study: Study, table: str) -> dict[str, list[str]]:
    frame = study.tables[table]
    cells = {name: _written(frame[name]) for name in frame.columns}
    for row, column, code in study.reasons[table][["row", "column", "code"]].itertuples(index=False):
        cells[column][row] = f"missing:{code}"
    return cells


def _written(values: pd.Series) -> list[str]:
    kind = values.dtype.kind
    shown = (
        values.dt.strftime("%Y-%m-%d") if kind == "M" else values + 0.0 if kind == "f" else values
    )  # no -0.0
    known = values.notna().tolist()
    return [str(value) if here else "" for value, here in zip(shown.tolist(), known, strict=True)]
