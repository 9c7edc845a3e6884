"""Numbers made of records that give each other away: the groups of a table add up to its rows."""

from collections.abc import Iterable

from fou_eval.disclosure.linked import SPLIT
from fou_eval.disclosure.listed import PARTITIONED
from fou_eval.disclosure.release import Decision, Released
from fou_eval.disclosure.rules import withheld


def groups_together(rows: Iterable[Released]) -> tuple[Released, ...]:
    """Withhold all groups of a partition where one of them is withheld: it is the whole less the others."""
    every = tuple(rows)
    closed = {
        _partition(row)
        for row in every
        if row.estimate.statistic in PARTITIONED and row.decision.status == "withheld"
    }
    return tuple(_without(row) if _partition(row) in closed else row for row in every)


def _partition(row: Released) -> tuple[str, str]:
    return row.estimate.statistic, row.estimate.category.rpartition(":")[0]


def _without(row: Released) -> Released:
    if row.decision.status == "withheld":
        return row
    return Released(estimate=withheld(row.estimate), decision=Decision(status="withheld", rules=(SPLIT,)))
