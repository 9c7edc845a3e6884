"""Measurements that lie in the future: only `check` looks at the calendar, so that no report depends on its day."""

from collections.abc import Iterable
from datetime import date

from fou_eval.declaration.text import Language
from fou_eval.intake.issue import Findings, Issue
from fou_eval.intake.rows.over_time import measured_on
from fou_eval.intake.sheets.grid import Grid


def future_dates(grids: Iterable[Grid], today: date, language: Language) -> list[Issue]:
    """Warn of waves that are dated after a day; where the codebook states a last day, that one decides.

    Parameters
    ----------
    grids
        The tables as read.
    today
        The day on which the file is checked.
    language
        Language of the messages.
    """
    findings = Findings(language)
    for grid in grids:
        name = measured_on(grid.table)
        if name is None or name not in grid.readings or grid.table.columns[name].max is not None:
            continue
        for index, value in enumerate(grid.values(name)):
            if isinstance(value, date) and value > today:
                findings.add("warning", "implausible_date", grid.place(index, name), variant="future")
    return findings.listed()
