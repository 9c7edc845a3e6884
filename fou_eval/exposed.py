"""How easily the families of a study could be recognised in its file, for those who decide what goes into it."""

import pandas as pd

from fou_eval.intake.persons.exposure import Recognised, exposure
from fou_eval.intake.persons.traits import Rows
from fou_eval.study import Study


def exposed_families(study: Study) -> pd.DataFrame:
    """Count the families that are alone in what is commonly known of them, and what would make them fewer.

    Families are alike when they have as many persons, with the same values in every column of role
    `quasi_identifier`, and the same values of the family itself. These counts are for the owner of the file: they say
    how carefully it has to be kept, and stand in no report.

    Parameters
    ----------
    study
        The study.

    Returns
    -------
    pandas.DataFrame
        One row per set of columns that are known. `view` says why it is looked at: `together` (one column after the
        other becomes known, the first row is the number of persons alone), `without` (all but one) or `in bands`
        (all, with exact ages in bands of five years); `columns` names them. `families` is the number of families,
        `alone` how many are like no other, `few` how many belong to a group smaller than `smallest_cell` of the plan.
        Empty when no column is declared `quasi_identifier`.

    Examples
    --------
    >>> import fou_eval as fou
    >>> study = fou.open_study(fou.bundled_study("familjelotsen"))
    >>> fou.exposed_families(study).loc[0:2, ["view", "columns", "families", "alone", "few"]]
           view    columns  families  alone  few
    0  together                   18      1   10
    1  together       role        18      2   11
    2  together  role, sex        18      9   18
    """
    tables = [
        Rows(table, {str(name): _plain(values) for name, values in study.tables[table.table].items()})
        for table in study.codebook.tables.values()
    ]
    found = exposure(tables, study.codebook.waves, study.plan.disclosure.smallest_cell)
    rows: list[tuple[str, Recognised]] = []
    if found is not None:
        rows += [("together", step) for step in found.together]
        rows += [("without", step) for step in found.without]
        rows += [("in bands", found.in_bands)] if found.in_bands is not None else []
    counted = found.families if found is not None else 0
    return pd.DataFrame(
        [(view, ", ".join(step.traits), counted, step.alone, step.few) for view, step in rows],
        columns=["view", "columns", "families", "alone", "few"],
    )


def _plain(values: pd.Series) -> list[object]:
    return list(values.astype(object).where(values.notna(), None))
