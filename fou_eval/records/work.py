"""What the family advocates did with their hours, and how many posts there were: numbers about the project itself."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import pandas as pd

from fou_eval.declaration import Table
from fou_eval.estimates import Estimate
from fou_eval.records.caseload import FEW_ADVOCATES, FEWEST_ADVOCATES
from fou_eval.records.groups import UNSTATED, codes_of, declared_codes
from fou_eval.study import Study

HOURS, HOURS_SHARE = "hours_in_all", "hours_share"
WITH_FAMILIES, SHORT_NOTICE, POSTS = "hours_with_families", "short_notice", "posts_by_role"
A_DAY = 24.0  # hours of notice that count as short


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Hours:
    """Rows of hours with a value of 0 or more: table, rows, and how many advocates wrote any down."""

    table: Table
    frame: pd.DataFrame
    advocates: int


def work(study: Study) -> Iterator[Estimate]:
    """Sum the advocates' hours by activity and by role at meetings, and the posts by role and month.

    Only sums over all advocates are made, and none where fewer than three wrote hours down: each knows the own hours.
    """
    hours = hours_of(study)
    if hours is not None and hours.frame["hours"].sum() > 0:
        yield _number(hours, HOURS, value=float(hours.frame["hours"].sum()), scale="hours")
        yield from _shares(hours, "activity")
        yield from _with_families(study, hours)
        if "role_in_meeting" in hours.table.columns:
            told = hours.frame["role_in_meeting"].notna()
            yield from _shares(
                Hours(table=hours.table, frame=hours.frame[told], advocates=hours.advocates),
                "role_in_meeting",
            )
        yield from _notice(hours)
    yield from _posts(study)


def hours_of(study: Study) -> Hours | None:
    """Give the rows of hours; what is below 0 is no time and was pointed at when the file was read."""
    table = study.codebook.recording("ombud_time")
    if table is None:
        return None
    frame = study.tables[table.table].dropna(subset=["hours"])
    frame = frame[(frame["hours"] >= 0).to_numpy(np.bool_)]
    return Hours(table=table, frame=frame, advocates=int(frame["advocate"].nunique()))


def _with_families(study: Study, hours: Hours) -> Iterator[Estimate]:
    """Give the share of the hours that is time with families, by the activities that the project counts as such."""
    standard = study.codebook.project.time_with_families
    if standard is None:
        return
    inside = hours.frame["activity"].astype(str).isin(standard.activities).to_numpy(np.bool_)
    yield _number(hours, WITH_FAMILIES, value=_part(hours, inside), scale="proportion")


def _shares(hours: Hours, name: str) -> Iterator[Estimate]:
    if not hours.frame["hours"].sum() > 0:
        return
    codes = codes_of(hours.frame[name])
    for code in declared_codes(hours.table.columns[name], codes):
        value = _part(hours, codes == code)
        if value > 0 or code != UNSTATED:
            yield _number(hours, HOURS_SHARE, name, code, value=value, scale="proportion")


def _notice(hours: Hours) -> Iterator[Estimate]:
    if "notice_hours" not in hours.table.columns:
        return
    told = hours.frame["notice_hours"].dropna().to_numpy(np.float64)
    if told.size:
        yield _number(
            hours, SHORT_NOTICE, value=float(np.mean(told <= A_DAY)), scale="proportion", n=told.size
        )


def _part(hours: Hours, inside: np.ndarray[tuple[int, ...], np.dtype[np.bool_]]) -> float:
    every = hours.frame["hours"].to_numpy(np.float64)
    return float(every[inside].sum() / every.sum())


def _posts(study: Study) -> Iterator[Estimate]:
    """Give the mean posts of each role over the months in which it has a row."""
    table = study.codebook.recording("staff_fte")
    if table is None:
        return
    frame = study.tables[table.table].dropna(subset=["fte"])
    codes = codes_of(frame["role"])
    for role in declared_codes(table.columns["role"], codes):
        own = frame[codes == role].groupby("month")["fte"].sum()
        if own.size:
            yield Estimate(
                statistic=POSTS,
                category=f"{table.table}:role:{role}",
                scale="posts",
                value=float(own.mean()),
                n=int(own.size),
            )


def _number(hours: Hours, statistic: str, *parts: str, value: float, scale: str, n: int = 0) -> Estimate:
    few = hours.advocates < FEWEST_ADVOCATES
    return Estimate(
        statistic=statistic,
        category=":".join((hours.table.table, *parts)),
        scale=scale,
        value=value,
        n=n or len(hours.frame),
        note=FEW_ADVOCATES if few else "",
    )
