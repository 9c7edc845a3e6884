"""The one gate: estimates go in, and what may be shown comes out as a `Release`."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from math import isnan

from fou_eval.declaration import Profile
from fou_eval.disclosure.declared import told
from fou_eval.disclosure.derived import worked_out
from fou_eval.disclosure.editions import beside_earlier, closed_by_ledger, summed_up
from fou_eval.disclosure.followed import followed
from fou_eval.disclosure.leavers import closed_about_leavers
from fou_eval.disclosure.ledger import Ledger, refused
from fou_eval.disclosure.linked import (
    SPLIT,
    closed_by_links,
    with_one_interval,
    with_their_change,
    without_spread,
)
from fou_eval.disclosure.listed import AGREEMENT, PUBLISHED
from fou_eval.disclosure.participation import about_participants, reasons_together
from fou_eval.disclosure.protect import case_of, protected
from fou_eval.disclosure.recorded import recorded_together
from fou_eval.disclosure.release import SEAL, Decision, LedgerSummary, Release, Released
from fou_eval.disclosure.rules import FEW_CHANGED, RULES, SILENT, Limits, withheld, without_test
from fou_eval.disclosure.seals import origin, shown_provenance
from fou_eval.errors import DisclosureError
from fou_eval.estimates import Estimate, Estimates

Key = tuple[str, str, str]  # outcome, statistic, category


def release(estimates: Estimates, *, profile: Profile | None = None, ledger: Ledger | None = None) -> Release:
    """Decide what of the estimates may be shown.

    Under `publication` each number passes the rules of `fou_eval.disclosure.rules`, one by one and then together
    with the numbers that it could be subtracted from. Under `internal`, which must be asked for by name, every
    number is shown as it is and each page of a report is watermarked. Statistics that are not on the list of
    publishable ones are named, not shown.

    Parameters
    ----------
    estimates
        All estimates of a study, from `measure_change`.
    profile
        The plan's profile when left out.
    ledger
        What earlier reports of the study rest on, from `open_ledger`; nothing is compared with them when left out.

    Raises
    ------
    DisclosureError
        If the study has fewer families than its smallest cell: nothing about so few may be published.
    """
    chosen = profile or estimates.plan.disclosure.profile
    rows = tuple(Released(estimate=row, decision=Decision(status="pass")) for row in estimates)
    kept: tuple[str, ...] = ()
    summary = LedgerSummary()
    if chosen == "publication":
        kept = tuple(dict.fromkeys(row.statistic for row in estimates if row.statistic not in PUBLISHED))
        rows = _published(_publishable(estimates), _about_leavers(estimates), ledger)
        summary = summed_up(rows, estimates, ledger)
    return Release(
        rows=rows,
        codebook=estimates.codebook,
        plan=estimates.plan,
        provenance=shown_provenance(estimates.provenance, chosen, rows, ledger),
        profile=chosen,
        kept_internal=kept,
        ledger=summary,
        facts=estimates.facts,
        origin=origin(estimates.provenance),
        seal=SEAL,
    )


def _publishable(estimates: Estimates) -> Estimates:
    """Leave out the statistics that belong to the internal profile alone."""
    return replace(estimates, rows=tuple(row for row in estimates if row.statistic in PUBLISHED))


def _about_leavers(estimates: Estimates) -> dict[Key, str]:
    """Close what would tell of those who left, which the internal numbers show."""
    disclosure = estimates.plan.disclosure
    few = {
        indicator.name: disclosure.sensitive_cell if indicator.column.sensitive else disclosure.smallest_cell
        for indicator in estimates.codebook.indicators()
    }
    return closed_about_leavers(estimates, few)


def _published(
    estimates: Estimates, about_leavers: Mapping[Key, str], ledger: Ledger | None
) -> tuple[Released, ...]:
    smallest = estimates.plan.disclosure.smallest_cell
    enrolled = next((row.n_families for row in estimates if row.statistic == "families_enrolled"), 0)
    if enrolled < smallest:
        raise DisclosureError(
            f"The study has fewer than {smallest} families. Nothing about so few families may be published; "
            "the internal profile (--profile internal) shows the numbers to those who already hold the data."
        )
    alone = tuple(_single(row, _limits(estimates, row, enrolled)) for row in estimates)
    rows = closed_by_ledger(alone, estimates, refused(estimates, ledger))
    closed, bare = _linked(estimates, rows)
    linked = [_after_links(row, {**about_leavers, **closed}, bare) for row in rows]
    audited = _audited(linked, rows, estimates)
    seen = beside_earlier(
        audited,
        lambda rows: followed(
            recorded_together(
                about_participants(
                    with_their_change(worked_out(rows, estimates)), smallest, estimates.codebook
                ),
                estimates,
            ),
            estimates,
        ),
        estimates,
        ledger,
    )
    return tuple(replace(row, decision=_as_told(row.decision)) for row in seen if not _is_left_out(row))


def _is_left_out(row: Released) -> bool:
    """Say whether a row is not even named: none is made where few families changed, which a withheld one would deny."""
    return row.estimate.statistic == AGREEMENT and row.decision.status == "withheld"


def _as_told(decision: Decision) -> Decision:
    """Name the rules as readers meet them: within a hidden group the rule may not say what was hidden."""
    return replace(decision, rules=tuple(dict.fromkeys(told(rule).name for rule in decision.rules)))


def _audited(rows: Sequence[Released], alone: Sequence[Released], estimates: Estimates) -> list[Released]:
    """Let nothing hidden follow from what is shown, indicator by indicator."""
    done = list(rows)
    disclosure = estimates.plan.disclosure
    untested = {row.outcome for row in estimates if row.note == FEW_CHANGED}
    for indicator in estimates.codebook.indicators():
        places = [place for place, row in enumerate(rows) if row.estimate.outcome == indicator.name]
        sensitive = any(rows[place].estimate.sensitive for place in places)
        case = case_of(
            indicator,
            estimates.pairs.get(indicator.name),
            contrast_after=estimates.plan.contrast.after,
            threshold=disclosure.sensitive_cell if sensitive else disclosure.smallest_cell,
            # Beside the change of a yes/no indicator there is neither interval nor test anyway.
            untested=indicator.name in untested and indicator.kind != "binary",
        )
        own = with_one_interval([rows[place] for place in places])
        safe = with_one_interval(protected(own, [alone[place] for place in places], case))
        for place, row in zip(places, safe, strict=True):
            done[place] = row
    return done


def _after_links(row: Released, closed: Mapping[Key, str], bare: frozenset[tuple[str, str]]) -> Released:
    """Take away what other rows would give away, with one and the same reason within a group of shares."""
    estimate, rule = row.estimate, closed.get(_key(row.estimate))
    if isnan(estimate.value) and row.decision.status == "pass":
        return row  # nothing was computed, so there is nothing to hide
    if rule is not None and not (row.decision.status == "withheld" and rule != SPLIT):
        rules = row.decision.rules if _for_the_whole(row) else (rule,)
        return Released(estimate=withheld(estimate), decision=Decision(status="withheld", rules=rules))
    if (estimate.outcome, estimate.statistic) in bare and row.decision.status != "withheld":
        decision = Decision(status="changed", rules=(*row.decision.rules, "rule.linked_spread"))
        return Released(estimate=replace(without_test(estimate), note=""), decision=decision)
    return row


def _for_the_whole(row: Released) -> bool:
    return bool({"rule.small_study", "rule.few_families", "rule.ledger"} & set(row.decision.rules))


def _limits(estimates: Estimates, row: Estimate, enrolled: int) -> Limits:
    disclosure = estimates.plan.disclosure
    column = estimates.codebook.indicator(row.outcome).column if row.outcome else None
    return Limits(
        threshold=disclosure.sensitive_cell if row.sensitive else disclosure.smallest_cell,
        enrolled=enrolled,
        resolution=column.resolution if column else None,
        ends=column.ends() if column else (None, None),
    )


def _single(estimate: Estimate, limits: Limits) -> Released:
    applied: list[str] = []
    current = estimate
    for name, rule in RULES.items():
        result = rule(current, limits)
        if result is None:
            return Released(estimate=withheld(estimate), decision=Decision(status="withheld", rules=(name,)))
        if name not in SILENT and not result.same_as(current):
            applied.append(name)
        current = result
    decision = Decision(status="changed", rules=tuple(applied)) if applied else Decision(status="pass")
    return Released(estimate=current, decision=decision)


def _key(estimate: Estimate) -> Key:
    return estimate.outcome, estimate.statistic, estimate.category


def _linked(
    estimates: Estimates, rows: Sequence[Released]
) -> tuple[dict[Key, str], frozenset[tuple[str, str]]]:
    passed: dict[str, set[tuple[str, str]]] = {}
    for row in rows:
        if row.estimate.outcome and row.decision.status != "withheld":
            own = passed.setdefault(row.estimate.outcome, set())
            own.add((row.estimate.statistic, row.estimate.category))
    closed = reasons_together(rows, estimates, estimates.plan.disclosure.smallest_cell)
    bare: set[tuple[str, str]] = set()
    for indicator in estimates.codebook.indicators():
        own = passed.get(indicator.name, set())
        closed |= {(indicator.name, *key): rule for key, rule in closed_by_links(indicator, own).items()}
        bare |= {(indicator.name, statistic) for statistic in without_spread(indicator, own)}
    return closed, frozenset(bare)
