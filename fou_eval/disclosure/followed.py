"""Numbers that follow from released ones, made anew of these: they tell nothing that was not told before."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from math import nan

from fou_eval.consequences import FOLLOWING, OF_THE_PRICED, following
from fou_eval.disclosure.linked import SPLIT
from fou_eval.disclosure.release import Decision, Released
from fou_eval.disclosure.rules import withheld
from fou_eval.estimates import Estimate, Estimates
from fou_eval.formatting import estimate_decimals, round_to

LARGEST = "largest_family_share"
THOUSANDS = -3  # decimals
Key = tuple[str, str]  # statistic, category


def followed(rows: Iterable[Released], estimates: Estimates) -> tuple[Released, ...]:
    """Replace every number that follows from others by what follows from them as they are released.

    What rests on a number that is withheld is withheld with it, for its reason.

    Parameters
    ----------
    rows
        All rows, as every other rule left them.
    estimates
        The same rows before any rule.
    """
    every = tuple(rows)
    if not any(row.estimate.statistic in FOLLOWING | OF_THE_PRICED for row in every):
        return every
    shown = [
        row.estimate
        for row in every
        if row.decision.status != "withheld" and row.estimate.statistic not in FOLLOWING
    ]
    made = {
        (one.statistic, one.category): one for one in following(shown, estimates.codebook, estimates.facts)
    }
    decision = _of_the_priced(every, estimates)
    return tuple(_one(row, made, decision) for row in every)


def _of_the_priced(rows: Iterable[Released], estimates: Estimates) -> Decision | None:
    """Give the decision on the change that is priced, where it is withheld."""
    economy = estimates.codebook.project.economy
    found = (
        row.decision
        for row in rows
        if economy is not None
        and row.estimate.outcome == economy.priced
        and row.estimate.statistic == "family_rate_change"
        and row.decision.status == "withheld"
    )
    return next(found, None)


def _one(row: Released, made: Mapping[Key, Estimate], priced: Decision | None) -> Released:
    estimate = row.estimate
    if estimate.statistic in OF_THE_PRICED and priced is not None:
        return Released(estimate=withheld(estimate), decision=priced)
    if estimate.statistic == LARGEST and row.decision.status != "withheld":
        # It has passed the rule on numbers that are mostly one family's, so less than half is all that is told.
        told = replace(estimate, value=nan, note="less_than_half")
        return Released(estimate=told, decision=Decision(status="changed", rules=("rule.differencing",)))
    if estimate.statistic not in FOLLOWING:
        return row
    one = made.get((estimate.statistic, estimate.category))
    if one is None:
        return Released(estimate=withheld(estimate), decision=Decision(status="withheld", rules=(SPLIT,)))
    return Released(estimate=_rounded(one), decision=Decision(status="pass"))


def _rounded(one: Estimate) -> Estimate:
    """Round as the published profile does, and amounts of scenarios to thousands: prices are no surer."""
    rough = one.scale == "sek" and one.statistic in OF_THE_PRICED
    decimals = THOUSANDS if rough else estimate_decimals(one.scale, None)
    value, low, high = (round_to(end, decimals) for end in (one.value, one.low, one.high))
    return replace(one, value=value, low=low, high=high)
