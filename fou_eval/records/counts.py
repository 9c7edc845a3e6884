"""Rows of each table counted by their codes, small groups merged before anything is left out."""

from collections.abc import Iterator, Mapping

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from fou_eval.declaration import Column
from fou_eval.declaration.records import RECORDED
from fou_eval.estimates import Estimate
from fou_eval.records.amounts import amount, joined
from fou_eval.records.ordered import states_joined
from fou_eval.records.rows import Rows, rows_of
from fou_eval.study import Study

UNSTATED = "unstated"  # stands for the code of rows without one
Groups = tuple[tuple[str, ...], ...]
# Codes in an order, from little to much: a small one is shown with the one beside it, never with the far end.
STEPS = frozenset({("obstacles", "status"), ("avoided_care", "confidence")})


def counts(study: Study) -> Iterator[Estimate]:
    """Count the rows of every table about families, in all and by each code that the subject is counted by.

    Codes whose rows are of fewer families than the smallest cell are merged into one group, with the next larger code
    until the group holds as many families; where no second group is left the rows are told in all only. What is
    counted is rows, never families: that every family has a row of some kind is told by no number of rows.
    """
    for subject, recorded in RECORDED.items():
        rows = rows_of(study, subject) if recorded.of_families else None  # type: ignore[arg-type]
        if rows is None:
            continue
        yield amount(rows, "records", value=float(len(rows.frame)), scale="count")
        for name in recorded.counted:
            if name in rows.table.columns:
                yield from _by_code(rows, name)


def _by_code(rows: Rows, name: str) -> Iterator[Estimate]:
    codes = codes_of(rows.frame[name])
    declared = declared_codes(rows.table.columns[name], codes)
    for code in declared:
        yield _counted(rows, "records_by_code", name, (code,), codes)
    steps = (rows.table.records, name) in STEPS
    for group in states_joined(rows, codes, declared) if steps else merged(rows, codes, declared):
        yield _counted(rows, "records_where", name, group, codes)


def _counted(
    rows: Rows, statistic: str, name: str, group: tuple[str, ...], codes: NDArray[np.object_]
) -> Estimate:
    here = rows.of(np.isin(codes.astype(str), group))
    return amount(here, statistic, name, joined(group), value=float(len(here.frame)), scale="count")


def codes_of(values: pd.Series) -> NDArray[np.object_]:
    """Give the code of each row as text; truth values as yes and no.

    Examples
    --------
    >>> codes_of(pd.Series([True, None, False], dtype="boolean")).tolist()
    ['yes', 'unstated', 'no']
    """
    told = values.astype(object).where(values.notna(), UNSTATED)
    return np.array(
        [value if isinstance(value, str) else ("no", "yes")[bool(value)] for value in told], dtype=object
    )


def declared_codes(column: Column, codes: NDArray[np.object_]) -> tuple[str, ...]:
    """Give the codes of a column as declared, and whether rows have none, which comes last."""
    declared = (
        tuple(str(code) for code in column.codes) if isinstance(column.codes, Mapping) else ("yes", "no")
    )
    return (*declared, UNSTATED) if UNSTATED in codes else declared


def merged(rows: Rows, codes: NDArray[np.object_], declared: tuple[str, ...]) -> Groups:
    """Merge codes of few families until every group holds the smallest cell; no group where only one would be left.

    Parameters
    ----------
    rows
        The rows.
    codes
        The code of each row, shape (rows,).
    declared
        All codes, in the order in which groups are shown.
    """
    families = {code: set(rows.family[codes == code].tolist()) for code in declared}
    alone = [code for code in declared if len(families[code]) >= rows.threshold]
    rest = [code for code in declared if code not in alone]
    by_size = sorted(alone, key=lambda code: (len(families[code]), declared.index(code)))
    while rest and by_size and len(set().union(*(families[code] for code in rest))) < rows.threshold:
        rest.append(by_size.pop(0))
    groups: list[tuple[str, ...]] = [(code,) for code in declared if code in by_size]
    if rest:
        groups.append(tuple(code for code in declared if code in rest))
    return tuple(groups) if len(groups) > 1 else ()
