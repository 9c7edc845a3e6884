"""The one way in for data: read, judge, and give typed tables of what was in order."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from fou_eval.declaration.reading import Declaration
from fou_eval.intake.frames import frame_of, reasons_of
from fou_eval.intake.gate import pass_gate
from fou_eval.intake.issue import Issue, outcome
from fou_eval.intake.survey import survey


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Intake:
    """What was read from a data file.

    Attributes
    ----------
    tables
        A typed frame for every declared table, also for those that the file lacks (no rows); nothing at all
        when an issue is of severity `stop`.
    reasons
        By table, the cells that are missing for a reason: row (position in the frame), column, code. The code is a
        declared missing code, or what an SPSS or Stata file calls a value that it declares missing.
    issues
        Every issue, gravest first.
    rows
        Data rows read, by table; a declared table that the file lacks is not in it.
    synthetic
        True when the data say of themselves that they are made up.
    """

    tables: Mapping[str, pd.DataFrame]
    reasons: Mapping[str, pd.DataFrame]
    issues: tuple[Issue, ...]
    rows: Mapping[str, int]
    synthetic: bool

    def __repr__(self) -> str:
        """Describe what was read without showing any of it."""
        return f"Intake({dict(self.rows)}, {outcome(self.issues)}, {len(self.issues)} issues)"


def read_data(path: Path, declaration: Declaration) -> Intake:
    """Read a data file against the declarations of a study.

    Cells with an issue of severity `error` never reach a table: the missing values of a table are its empty
    cells, its declared missing codes, what an SPSS or Stata file declares missing, and its refused cells, and nothing
    else.

    Parameters
    ----------
    path
        Workbook, csv, SPSS or Stata file, or folder of files named by table.
    declaration
        The study.

    Raises
    ------
    DataError
        If there is nothing at the path, or a table without a fault does not fit its declaration.
    """
    found = survey(Path(path), declaration)
    result = outcome(found.issues)
    rows = {name: len(grid.rows) for name, grid in found.grids.items()}
    if result == "stop":
        return Intake(tables={}, reasons={}, issues=found.issues, rows=rows, synthetic=found.synthetic)
    declared = declaration.codebook.tables
    tables = {name: frame_of(table, found.grids.get(name)) for name, table in declared.items()}
    if result != "error":
        for name in found.grids:
            pass_gate(tables[name], declared[name], declaration.codebook.waves)
    reasons = {name: reasons_of(found.grids.get(name)) for name in declared}
    return Intake(tables=tables, reasons=reasons, issues=found.issues, rows=rows, synthetic=found.synthetic)
