"""Numbers about the project itself: months planned and actual, its target, steps that came late, answers of staff."""

from collections.abc import Iterator

from fou_eval.declaration.project import Project
from fou_eval.estimates import Estimate
from fou_eval.records.facts import Cell, facts
from fou_eval.study import Study


def project(study: Study) -> Iterator[Estimate]:
    """Count months from the declared ones, set those enrolled against the target, and tell how late steps were.

    Months are counted as declared: a project from August to July lasts twelve. Families came in one after the other,
    so none of these months says how long anybody was supported; that is counted from each family's entry.
    """
    declared = study.codebook.project
    for part, months in _spans(declared).items():
        yield Estimate(statistic="project_months", category=part, scale="whole_months", value=float(months))
    target, enrolled = declared.target_families, len(study.family_numbers)
    for part, number in (("min", target.min), ("max", target.max)) if target is not None else ():
        if number:
            value = enrolled / number
            yield Estimate(
                statistic="share_of_target", category=part, scale="proportion", value=value, n=enrolled
            )
    yield from _delays(study)
    yield from _agreement(study)


def _spans(declared: Project) -> dict[str, int]:
    """Count the months of every span of which both ends are declared."""
    start, begun = declared.start, declared.service_start
    end, last = declared.end, declared.extension_end
    found: dict[str, int] = {}
    for name, one, other, both in (
        ("planned", start, end, 1),
        ("delay", start, begun, 0),
        ("extension", end, last, 0),
        ("service", begun, end, 1),
        ("service_extended", begun, last, 1),
    ):
        if one is not None and other is not None:
            found[name] = months_after(one, other) + both
    return found


def months_after(one: str, other: str) -> int:
    """Count the months from one month to another.

    Examples
    --------
    >>> months_after("2014-08", "2015-01"), months_after("2017-12", "2017-11")
    (5, -1)
    """
    first, second = (int(text[:4]) * 12 + int(text[5:7]) for text in (one, other))
    return second - first


def _delays(study: Study) -> Iterator[Estimate]:
    """Tell for each step with a deadline how many months after it the step was taken; before it is below zero."""
    table = study.codebook.recording("decisions")
    if table is None:
        return
    for row in facts(study)[table.table]:
        month, deadline = row.get("month"), row.get("deadline")
        if isinstance(month, str) and isinstance(deadline, str):
            yield Estimate(
                statistic="decision_delay",
                category=f"{table.table}:{row['decision']}:{row['body']}",
                scale="whole_months",
                value=float(months_after(deadline, month)),
            )


def _agreement(study: Study) -> Iterator[Estimate]:
    """Tell which share of the staff agreed; of fewer answers than the smallest cell there is none."""
    table = study.codebook.recording("staff_survey")
    if table is None:
        return
    for row in facts(study)[table.table]:
        answers, agree = _count(row["n_answers"]), _count(row["n_agree"])
        if answers >= max(study.plan.disclosure.smallest_cell, 1) and agree <= answers:
            category = f"{table.table}:{row['question']}:{row['month']}"
            value = agree / answers
            yield Estimate(
                statistic="staff_share", category=category, scale="proportion", value=value, n=int(answers)
            )


def _count(cell: Cell) -> float:
    return cell if isinstance(cell, float) else 0.0
