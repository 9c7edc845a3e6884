"""The rows of a table of records, each with the number of its family."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from fou_eval.declaration import Table
from fou_eval.declaration.records import Subject
from fou_eval.study import Study
from fou_eval.windows import families_of


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Rows:
    """The rows of one table that are about a known family.

    Attributes
    ----------
    table
        What is declared.
    frame
        Typed rows.
    family
        Number of each row's family, shape (rows,).
    threshold
        Fewest families that a number may stand on: the sensitive cell where a column of the table is sensitive.
    """

    table: Table
    frame: pd.DataFrame
    family: NDArray[np.int64]
    threshold: int

    def __repr__(self) -> str:
        """Say of which table and how many; no id, no value."""
        return f"Rows({self.table.table}: {len(self.frame)} rows)"

    @property
    def sensitive(self) -> bool:
        """Say whether a column of the table, or a measure made of it, is sensitive."""
        columns = (column.sensitive for column in self.table.columns.values())
        return any(columns) or any(measure.sensitive for measure in self.table.measures.values())

    def of(self, rows: NDArray[np.bool_]) -> "Rows":
        """Keep some of the rows."""
        return Rows(
            table=self.table, frame=self.frame[rows], family=self.family[rows], threshold=self.threshold
        )


def rows_of(study: Study, subject: Subject) -> Rows | None:
    """Give the rows that record a subject, in the order of their keys, or none where the study does not declare it.

    Parameters
    ----------
    study
        A study from `open_study`.
    subject
        What is recorded, about families.
    """
    table = study.codebook.recording(subject)
    if table is None:
        return None
    frame = in_order(study.tables[table.table], table)
    number = families_of(table, frame, study.family_of_person).map(study.family_numbers)
    known = number.notna().to_numpy(np.bool_)
    disclosure = study.plan.disclosure
    rows = Rows(
        table=table,
        frame=frame[known],
        family=np.asarray(number[known], dtype=np.int64),
        threshold=disclosure.smallest_cell,
    )
    if not rows.sensitive:
        return rows
    return Rows(table=table, frame=rows.frame, family=rows.family, threshold=disclosure.sensitive_cell)


def in_order(frame: pd.DataFrame, table: Table) -> pd.DataFrame:
    """Put the rows of a table in the order of their keys, codes in the order in which they are declared.

    A file may hold them in any order, and what is listed or added up must be the same to the last digit.

    Parameters
    ----------
    frame
        Typed rows; each keeps its label.
    table
        What is declared.
    """

    def place(values: pd.Series) -> pd.Series:
        codes = table.columns[str(values.name)].codes
        if not isinstance(codes, Mapping):
            return values
        return values.astype(str).map({str(code): at for at, code in enumerate(codes)})

    return frame.sort_values(list(table.key), key=place, kind="stable")
