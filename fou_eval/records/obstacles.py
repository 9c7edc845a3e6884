"""Obstacles: the share that was closed, after how many months, and for how long the others have been open."""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from fou_eval.estimates import Estimate
from fou_eval.records.amounts import DOMINATED, amount, dominated, joined
from fou_eval.records.groups import codes_of, declared_codes
from fou_eval.records.ordered import finest, is_closed, states_joined
from fou_eval.records.rows import Rows, rows_of
from fou_eval.study import Study

# Whole months from the month in which an obstacle was raised; obstacles whose months are not known come last.
CLASSES = ("up_to_3", "from_4_to_6", "from_7_to_12", "over_12", "month_unknown")
TO_CLOSE = "months_to_close"
_LAST_MONTHS = (3, 6, 12)
_UNKNOWN = len(CLASSES) - 1
_MONTH = "datetime64[M]"


def obstacles(study: Study) -> Iterator[Estimate]:
    """Tell the share of obstacles that was closed, the months until then by class, and their mean.

    An obstacle that is not closed may have been open for a short or a long time: it is counted by the months from when
    it was raised to the last day of the data, and enters no mean. The mean of those closed is therefore shorter than
    what all of them will have taken. No median is given: it would be the months of one obstacle.

    Nothing of this is told where a group of the released states holds both open and closed obstacles: those closed
    would then tell how many there are of a state that the group hides.
    """
    rows = rows_of(study, "obstacles")
    if rows is None or rows.frame.empty or "closed_month" not in rows.table.columns:
        return
    states = codes_of(rows.frame["status"])
    closed = is_closed(rows, states)
    if _mixed(rows, states, closed):
        return
    yield _share(rows, closed)
    for part, here, months in timed(study, rows, closed):
        for codes, group in by_class(here, months):
            value = float(len(group.frame))
            yield amount(group, "obstacles_by_time", part, codes, value=value, scale="count")
        if part == TO_CLOSE:
            yield from _mean(here, months)


def timed(
    study: Study, rows: Rows, closed: NDArray[np.bool_]
) -> Iterator[tuple[str, Rows, NDArray[np.float64]]]:
    """Give the obstacles that were closed with the months until then, and those left with the months since."""
    done, left = rows.of(closed), rows.of(~closed)
    raised = done.frame["raised_month"].to_numpy(_MONTH)
    yield TO_CLOSE, done, months_between(raised, done.frame["closed_month"].to_numpy(_MONTH))
    if study.codebook.data_until is not None:
        until = np.datetime64(study.codebook.data_until, "M")
        yield "months_open", left, months_between(left.frame["raised_month"].to_numpy(_MONTH), until)


def _mixed(rows: Rows, states: NDArray[np.object_], closed: NDArray[np.bool_]) -> bool:
    """Say whether a released group of states holds both open and closed obstacles."""
    groups = states_joined(rows, states, declared_codes(rows.table.columns["status"], states))
    of_groups = (closed[np.isin(states.astype(str), group)] for group in groups)
    return any(one.any() and not one.all() for one in of_groups)


def months_between(
    start: NDArray[np.datetime64], end: NDArray[np.datetime64] | np.datetime64
) -> NDArray[np.float64]:
    """Count whole months, nan where a month is missing or the end lies before the start.

    Examples
    --------
    >>> months = np.array(["2015-01", "2015-03", "NaT"], dtype="datetime64[M]")
    >>> months_between(months, np.datetime64("2015-02"))
    array([ 1., nan, nan])
    """
    apart = end - start
    months = np.where(np.isnat(apart), np.nan, apart.astype(np.float64))
    return np.where(months < 0, np.nan, months)


def _share(rows: Rows, closed: NDArray[np.bool_]) -> Estimate:
    """Give the closed share of all obstacles; neither side may be mostly one family's."""
    sides = rows.family[closed], rows.family[~closed]
    families = [int(np.unique(side).size) for side in sides]
    return Estimate(
        statistic="obstacles_closed",
        category=f"{rows.table.table}:closed",
        scale="proportion",
        sensitive=rows.sensitive,
        value=float(closed.mean()),
        n=len(closed),
        n_families=int(np.unique(rows.family).size),
        families_in=families[0],
        families_out=families[1],
        note=DOMINATED if any(dominated(side) for side in sides) else "",
    )


def by_class(rows: Rows, months: NDArray[np.float64]) -> Iterator[tuple[str, Rows]]:
    """Part rows by class of months, in the finest classes that all hold enough families; none where two do not."""
    places = np.where(np.isnan(months), _UNKNOWN, np.searchsorted(_LAST_MONTHS, months, side="left"))
    last = len(CLASSES) if np.isnan(months).any() else _UNKNOWN
    families = [set(rows.family[places == place].tolist()) for place in range(last)]
    for group in finest(families, rows.threshold):
        yield joined([CLASSES[place] for place in group]), rows.of(np.isin(places, group))


def _mean(rows: Rows, months: NDArray[np.float64]) -> Iterator[Estimate]:
    """Give the mean of the months that are known; those not known are the other side of a split."""
    known = ~np.isnan(months)
    if not known.any():
        return
    here = rows.of(known)
    families, others = np.unique(here.family).size, np.unique(rows.family[~known]).size
    yield Estimate(
        statistic="mean_months_to_close",
        category=f"{rows.table.table}:months_to_close",
        scale="months",
        sensitive=rows.sensitive,
        value=float(months[known].mean()),
        n=len(here.frame),
        n_families=families,
        families_in=families,
        families_out=others or None,
        note=DOMINATED if dominated(here.family, months[known]) else "",
    )
