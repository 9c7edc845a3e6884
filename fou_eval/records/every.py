"""Every number that is made of records, in the order of the report."""

from collections.abc import Callable, Iterator

from fou_eval.estimates import Estimate
from fou_eval.records.care import plans, services
from fou_eval.records.caseload import caseload
from fou_eval.records.counts import counts
from fou_eval.records.economy import largest_family
from fou_eval.records.experience import experience
from fou_eval.records.goals import goals
from fou_eval.records.obstacles import obstacles
from fou_eval.records.project import project
from fou_eval.records.work import work
from fou_eval.study import Study

# Each gives nothing where a study does not declare the table that it reads.
PARTS: tuple[Callable[[Study], Iterator[Estimate]], ...] = (
    counts,
    largest_family,
    obstacles,
    project,
    goals,
    experience,
    caseload,
    work,
    services,
    plans,
)


def recorded(study: Study) -> Iterator[Estimate]:
    """Give every number made of records: rows counted by their codes, then what each subject has of its own."""
    for part in PARTS:
        yield from part(study)
