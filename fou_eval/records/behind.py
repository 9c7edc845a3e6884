"""Whose rows each published count of records counts, for the ledger: a later report may count a few more."""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from fou_eval.declaration.records import RECORDED
from fou_eval.records.amounts import joined
from fou_eval.records.goals import followed, followed_groups
from fou_eval.records.groups import codes_of, partitions
from fou_eval.records.obstacles import by_class, timed
from fou_eval.records.ordered import is_closed
from fou_eval.records.rows import Rows, rows_of
from fou_eval.study import Study

Number = tuple[str, str, str]  # table, part, group
REACHED = "reached"
CLOSED = "closed"


def rows_behind(study: Study) -> Iterator[tuple[Number, NDArray[np.int64]]]:
    """Give for each count of rows the number of the family of every row that it counts.

    The whole of a table has neither part nor group; else the part is a column, or what else rows are told apart by.

    Parameters
    ----------
    study
        A study from `open_study`.
    """
    for subject, recorded in RECORDED.items():
        rows = rows_of(study, subject) if recorded.of_families else None  # type: ignore[arg-type]
        if rows is None:
            continue
        table = rows.table.table
        yield (table, "", ""), rows.family
        for name, groups in partitions(rows).items():
            codes = codes_of(rows.frame[name]).astype(str)
            for group in groups:
                yield (table, name, joined(group)), rows.family[np.isin(codes, group)]
        if subject == "obstacles":
            yield from _of_obstacles(study, rows)
        if subject == "goals":
            yield from _of_goals(study, rows)


def _of_obstacles(study: Study, rows: Rows) -> Iterator[tuple[Number, NDArray[np.int64]]]:
    if "closed_month" not in rows.table.columns:
        return
    table, closed = rows.table.table, is_closed(rows, codes_of(rows.frame["status"]))
    yield (table, CLOSED, CLOSED), rows.family[closed]
    for part, here, months in timed(study, rows, closed):
        for codes, group in by_class(here, months):
            yield (table, part, codes), group.family


def _of_goals(study: Study, rows: Rows) -> Iterator[tuple[Number, NDArray[np.int64]]]:
    found = followed(study, rows)
    if found is None:
        return
    for group, here in followed_groups(rows, found):
        for name, flags in (
            ("followed", here),
            ("reached", here & found.reached),
            ("worse", here & found.worse),
        ):
            yield (rows.table.table, REACHED, ":".join((name, *group))), found.rows.family[flags]
