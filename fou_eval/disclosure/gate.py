"""The one gate: estimates go in, and what may be shown comes out as a `Release`."""

from collections.abc import Iterable

from fou_eval.declaration import Profile
from fou_eval.disclosure.linked import closed_by_links
from fou_eval.disclosure.release import SEAL, Decision, Release, Released
from fou_eval.disclosure.rules import RULES, SILENT, Limits, withheld
from fou_eval.errors import DisclosureError
from fou_eval.estimates import Estimate, Estimates


def release(estimates: Estimates, *, profile: Profile | None = None) -> Release:
    """Decide what of the estimates may be shown.

    Under `publication` each number passes the rules of `fou_eval.disclosure.rules`, one by one and then together
    with the numbers that it could be subtracted from. Under `internal`, which must be asked for by name, every
    number is shown as it is and each page of a report is watermarked.

    Parameters
    ----------
    estimates
        All estimates of a study, from `measure_change`.
    profile
        The plan's profile when left out.

    Raises
    ------
    DisclosureError
        If the study has fewer families than its smallest cell: nothing about so few may be published.
    """
    chosen = profile or estimates.plan.disclosure.profile
    rows = tuple(Released(estimate=row, decision=Decision(status="pass")) for row in estimates)
    if chosen == "publication":
        rows = _published(estimates)
    return Release(
        rows=rows,
        codebook=estimates.codebook,
        plan=estimates.plan,
        provenance=estimates.provenance,
        profile=chosen,
        seal=SEAL,
    )


def _published(estimates: Estimates) -> tuple[Released, ...]:
    smallest = estimates.plan.disclosure.smallest_cell
    enrolled = next((row.n_families for row in estimates if row.statistic == "families_enrolled"), 0)
    if enrolled < smallest:
        raise DisclosureError(
            f"The study has fewer than {smallest} families. Nothing about so few families may be published; "
            "the internal profile (--profile internal) shows the numbers to those who already hold the data."
        )
    rows = [_single(row, _limits(estimates, row, enrolled)) for row in estimates]
    closed = _linked(estimates, rows)
    return tuple(
        Released(
            estimate=withheld(row.estimate),
            decision=Decision(status="withheld", rules=(*row.decision.rules, closed[key])),
        )
        if (key := _key(row.estimate)) in closed and row.decision.status != "withheld"
        else row
        for row in rows
    )


def _limits(estimates: Estimates, row: Estimate, enrolled: int) -> Limits:
    disclosure = estimates.plan.disclosure
    column = estimates.codebook.indicator(row.outcome).column if row.outcome else None
    return Limits(
        threshold=disclosure.sensitive_cell if row.sensitive else disclosure.smallest_cell,
        enrolled=enrolled,
        resolution=column.resolution if column else None,
    )


def _single(estimate: Estimate, limits: Limits) -> Released:
    applied: list[str] = []
    current = estimate
    for name, rule in RULES.items():
        result = rule(current, limits)
        if result is None:
            return Released(estimate=withheld(estimate), decision=Decision(status="withheld", rules=(name,)))
        if name not in SILENT and repr(result) != repr(current):  # by text, since nan is not equal to itself
            applied.append(name)
        current = result
    decision = Decision(status="changed", rules=tuple(applied)) if applied else Decision(status="pass")
    return Released(estimate=current, decision=decision)


def _key(estimate: Estimate) -> tuple[str, str, str]:
    return estimate.outcome, estimate.statistic, estimate.category


def _linked(estimates: Estimates, rows: Iterable[Released]) -> dict[tuple[str, str, str], str]:
    passed: dict[str, set[tuple[str, str]]] = {}
    for row in rows:
        if row.estimate.outcome and row.decision.status != "withheld":
            passed.setdefault(row.estimate.outcome, set()).add(
                (row.estimate.statistic, row.estimate.category)
            )
    return {
        (indicator.name, *key): rule
        for indicator in estimates.codebook.indicators()
        for key, rule in closed_by_links(indicator, passed.get(indicator.name, set())).items()
    }
