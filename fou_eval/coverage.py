"""What the windows of a study do not cover, as notes for those who hold the data."""

from collections.abc import Iterator, Mapping

import pandas as pd

from fou_eval.declaration import Codebook
from fou_eval.intake.issue import Issue
from fou_eval.language import phrase
from fou_eval.windows import uncovered


def window_notes(codebook: Codebook, tables: Mapping[str, pd.DataFrame]) -> Iterator[Issue]:
    """Say of every table that is counted in windows how many families have no value at which wave, and why.

    Parameters
    ----------
    codebook
        What is declared.
    tables
        Typed rows by table.
    """
    language = codebook.language
    for one in uncovered(codebook, tables):
        wave = codebook.waves[one.wave].label[language] if one.wave else ""
        values = {"table": one.table, "wave": wave, "count": one.families}
        yield Issue(
            severity="info",
            rule=f"window_{one.why}",
            message=phrase(f"windows.note.{one.why}", language, values),
            table=one.table,
            stands_for=max(one.families, 1),
        )
