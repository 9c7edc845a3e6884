"""The final gate: a pandera schema compiled from the declared table, for the typed frame.

Every fault has been found on raw cells before. What the gate finds is a fault of this program, and is
reported without values, because pandera's own messages quote whole records.
"""

import re
from collections.abc import Mapping
from datetime import date

import pandas as pd
import pandera.pandas as pa
from pandera.errors import SchemaError, SchemaErrors

from fou_eval.declaration.codebook import Column, Table, Wave
from fou_eval.errors import DataError
from fou_eval.intake.cells.choices import code_list

_DTYPES = {
    "text": object,
    "code": object,
    "integer": "float64",
    "number": "float64",
    "boolean": "float64",
    "date": "datetime64[ns]",
    "month": "datetime64[ns]",
}


def schema_of(table: Table, waves: Mapping[str, Wave]) -> pa.DataFrameSchema:
    """Compile a declared table to a pandera schema: types, limits, codes, patterns, required cells, unique key."""
    columns = {
        name: pa.Column(
            _DTYPES[column.type], checks=_checks(column, waves), nullable=not _is_filled(column), coerce=False
        )
        for name, column in table.columns.items()
        if column.role != "free_text"
    }
    return pa.DataFrameSchema(columns, unique=list(table.key), strict=True, ordered=True, name=table.table)


def pass_gate(frame: pd.DataFrame, table: Table, waves: Mapping[str, Wave]) -> None:
    """Check a typed frame once more against the declaration.

    Raises
    ------
    DataError
        If the frame does not fit; names table, columns and rules and never a value.
    """
    broken = _broken(frame, schema_of(table, waves))
    if broken:
        raise DataError(
            f"{table.table}: the table was read without a fault, yet does not fit its declaration "
            f"({', '.join(sorted(broken))}). This is a fault of the program: please report it, without data."
        ) from None


def _broken(frame: pd.DataFrame, schema: pa.DataFrameSchema) -> set[str]:
    """Name the columns and kinds of check that failed, from parts of the error that hold no values."""
    try:
        schema.validate(frame, lazy=True)
    except SchemaErrors as error:
        return {f"{row.column}: {_kind(str(row.check))}" for row in error.failure_cases.itertuples()}
    except SchemaError as error:
        return {str(error.reason_code.name if error.reason_code else "check")}
    return set()


def _kind(check: str) -> str:
    return re.sub(r"\W.*", "", check, flags=re.DOTALL) or "check"


def _is_filled(column: Column) -> bool:
    """Say whether every row must have a value; a declared missing code counts as an answer and leaves none."""
    return column.required and not column.missing_codes


def _checks(column: Column, waves: Mapping[str, Wave]) -> list[pa.Check]:
    checks: list[pa.Check] = []
    if column.type in ("integer", "number"):
        checks += _limits(column)
    if column.type == "integer":
        checks.append(pa.Check(lambda values: values == values.round(), name="whole_number"))
    if column.type in ("date", "month"):
        checks += _days(column)
    if column.type == "code":
        checks.append(pa.Check.isin(code_list(column, waves)))
    if column.type == "boolean":
        checks.append(pa.Check.isin([0.0, 1.0]))
    if column.type == "text" and column.pattern:
        checks.append(pa.Check.str_matches(rf"(?:{column.pattern})\Z"))
    return checks


def _limits(column: Column) -> list[pa.Check]:
    low = [pa.Check.ge(column.min)] if isinstance(column.min, int | float) else []
    high = [pa.Check.le(column.max)] if isinstance(column.max, int | float) else []
    return [*low, *high]


def _days(column: Column) -> list[pa.Check]:
    low = [pa.Check.ge(_first(column, column.min))] if isinstance(column.min, date) else []
    high = [pa.Check.le(_first(column, column.max))] if isinstance(column.max, date) else []
    return [*low, *high]


def _first(column: Column, day: date) -> pd.Timestamp:
    return pd.Timestamp(day.replace(day=1) if column.type == "month" else day)
