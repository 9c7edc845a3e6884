"""What is recorded of the project itself, row by row: costs, decisions, published figures. It is about no family."""

from collections.abc import Hashable, Mapping

import pandas as pd

from fou_eval.declaration import Table
from fou_eval.declaration.records import RECORDED
from fou_eval.records.rows import in_order
from fou_eval.study import Study

Cell = str | float | bool | None
# Rows about single members of staff are summed in `work` and printed nowhere: three advocates know each other.
OF_SINGLE_STAFF = frozenset({"ombud_time"})


def facts(study: Study) -> Mapping[str, tuple[Mapping[str, Cell], ...]]:
    """Give the rows of every table that records something of the project itself, by table.

    Codes are given as declared, months as YYYY-MM, days as YYYY-MM-DD, numbers as they are. The rows stand in the order
    of their keys, codes in the order in which they are declared: a file may hold them in any order.
    """
    return {
        table.table: tuple(
            _row(row, table) for row in in_order(study.tables[table.table], table).to_dict("records")
        )
        for table in study.codebook.tables.values()
        if table.records is not None
        and not RECORDED[table.records].of_families
        and table.records not in OF_SINGLE_STAFF
    }


def _row(row: Mapping[Hashable, object], table: Table) -> dict[str, Cell]:
    return {str(name): _cell(value, table.columns[str(name)].type) for name, value in row.items()}


def _cell(value: object, kind: str) -> Cell:
    if value is None or value is pd.NA or value is pd.NaT or value != value:  # noqa: PLR0124 - nan
        return None
    if kind in {"month", "date"}:
        return pd.Timestamp(value).strftime("%Y-%m" if kind == "month" else "%Y-%m-%d")  # type: ignore[arg-type]
    if kind == "boolean":
        return bool(value)
    return float(value) if kind in {"integer", "number"} else str(value)  # type: ignore[arg-type]
