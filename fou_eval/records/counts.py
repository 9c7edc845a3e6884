"""Rows of each table counted by their codes, small groups merged before anything is left out."""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from fou_eval.declaration.records import RECORDED
from fou_eval.estimates import Estimate
from fou_eval.records.amounts import amount, joined
from fou_eval.records.groups import Groups, codes_of, declared_codes, partitions
from fou_eval.records.rows import Rows, rows_of
from fou_eval.study import Study


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
        for name, groups in partitions(rows).items():
            yield from _by_code(rows, name, groups)


def _by_code(rows: Rows, name: str, groups: Groups) -> Iterator[Estimate]:
    codes = codes_of(rows.frame[name])
    for code in declared_codes(rows.table.columns[name], codes):
        yield _counted(rows, "records_by_code", name, (code,), codes)
    for group in groups:
        yield _counted(rows, "records_where", name, group, codes)


def _counted(
    rows: Rows, statistic: str, name: str, group: tuple[str, ...], codes: NDArray[np.object_]
) -> Estimate:
    here = rows.of(np.isin(codes.astype(str), group))
    return amount(here, statistic, name, joined(group), value=float(len(here.frame)), scale="count")
