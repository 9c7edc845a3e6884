"""`fou_eval.check`: every fault of a data file as a frame."""

from datetime import datetime
from pathlib import Path

import pandas as pd

from fou_eval.declaration.reading import read_declaration
from fou_eval.intake.answer import Line, check_lines, survey_on


def check(path: Path | str, folder: Path | str) -> pd.DataFrame:
    """List every fault of a data file against the declarations of a study, one row each.

    Parameters
    ----------
    path
        Workbook, csv, SPSS or Stata file, or folder of files named by table.
    folder
        Folder of the study.

    Returns
    -------
    pandas.DataFrame
        Columns severity, address, column and message, in the language of the study; empty when there is nothing
        to say. No value from an id or free-text column stands in it.

    Raises
    ------
    DataError
        If there is nothing at the path.
    """
    declaration = read_declaration(Path(folder))
    found = survey_on(Path(path), declaration, datetime.now().astimezone().date())
    return pd.DataFrame(check_lines(found.issues, declaration.codebook.language), columns=list(Line._fields))
