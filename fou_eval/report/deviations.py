"""Compare a study with its earlier states, and leave what the plan records: what is left was changed silently.

A difference is recorded when `changes` of plan.yaml names its part in an entry that the earlier plan did not have, and
that is dated on or after the last day that the earlier plan knows of: what had been decided before would stand in it.
"""

from collections.abc import Iterator, Sequence

from fou_eval.declaration import Codebook, Indicator, Plan, Text
from fou_eval.declaration.plan import PlanChange
from fou_eval.disclosure.release import Release
from fou_eval.provenance.deviations import Deviations, Recorded, Unrecorded
from fou_eval.provenance.earlier import Earlier
from fou_eval.report.plan_words import FACETS, PlanWords

_FIRST = ("fixed_on", "contrast")
_OTHERS = ("confidence", "multiplicity", "disclosure", "seed", "dose", "compare", "starts")
_LEADING = {*_FIRST, "confidence", "primary"}


def deviations(release: Release, earlier: Sequence[Earlier]) -> Deviations:
    """Collect what changed since the plan was fixed: what it records, and what differs without being recorded.

    Parameters
    ----------
    release
        The release that is reported, with its plan and codebook.
    earlier
        Earlier states of the same study.
    """
    plan, words = release.plan, PlanWords(release.codebook)
    return Deviations(
        fixed_on=plan.fixed_on,
        against=tuple(state.against for state in earlier),
        recorded=tuple(
            Recorded(
                on=change.on,
                part=change.part,
                item=words.item(change.part),
                what=change.what,
                why=change.why,
                data_seen=change.data_seen,
            )
            for change in sorted(plan.changes, key=lambda change: change.on)
        ),
        unrecorded=tuple(
            found
            for place, state in enumerate(earlier)
            for found in _Comparison(state, plan, release.codebook, place).unrecorded()
        ),
    )


class _Comparison:
    """One earlier state beside the present one."""

    def __init__(self, earlier: Earlier, plan: Plan, codebook: Codebook, place: int) -> None:
        self._was, self._now = earlier.plan, plan
        self._old, self._new = earlier.codebook, codebook
        self._then, self._today = PlanWords(earlier.codebook, codebook), PlanWords(codebook, earlier.codebook)
        self._place = place
        self._primary = {*self._was.primary.values(), *self._now.primary.values()}

    def unrecorded(self) -> Iterator[Unrecorded]:
        """Give every difference that the plan does not record: of the plan, then of the indicators."""
        recorded = newly_recorded(self._was, self._now)
        for found in (*self._of_plan(), *self._lost_records(), *self._of_indicators()):
            if found.part not in recorded and not self._went_with_its_indicator(found, recorded):
                yield found

    def _of_plan(self) -> Iterator[Unrecorded]:
        domains = [f"primary.{domain}" for domain in dict.fromkeys([*self._was.primary, *self._now.primary])]
        for part in (*_FIRST, *domains, *_OTHERS):
            if _decided(self._was, part) != _decided(self._now, part):
                yield self._found(
                    part,
                    f"plan.yaml: {part}",
                    self._today.item(part),
                    (self._then.decided(self._was, part), self._today.decided(self._now, part)),
                    leading=part.partition(".")[0] in _LEADING,
                )

    def _lost_records(self) -> Iterator[Unrecorded]:
        """Give the recorded changes that are recorded no longer, or otherwise than they were."""
        kept = {_identity(change) for change in self._now.changes}
        for change in self._was.changes:
            if _identity(change) not in kept:
                item = self._today.item("changes")
                yield self._found("changes", "plan.yaml: changes", item, (self._then.change(change), None))

    def _of_indicators(self) -> Iterator[Unrecorded]:
        if self._old is None:
            return
        old = {indicator.name: indicator for indicator in self._old.indicators()}
        new = {indicator.name: indicator for indicator in self._new.indicators()}
        for name in dict.fromkeys([*new, *old]):
            if name not in new:
                yield self._came_or_went("removed", old[name], (old[name].column.label, None))
            elif name not in old:
                yield self._came_or_went("outcome", new[name], (None, new[name].column.label))
            else:
                yield from self._of_indicator(old[name], new[name])

    def _came_or_went(
        self, kind: str, indicator: Indicator, values: tuple[Text | None, Text | None]
    ) -> Unrecorded:
        part = f"{kind}.{indicator.name}"
        return self._found(part, _place(indicator), self._today.item(part), values)

    def _of_indicator(self, old: Indicator, new: Indicator) -> Iterator[Unrecorded]:
        # Both are written with the labels of today: a domain with a new label is the same domain.
        was, now = self._today.facets(old), self._today.facets(new)
        for facet in FACETS:
            if was[facet] != now[facet]:
                yield self._found(
                    f"outcome.{new.name}",
                    f"{_place(new)}.{facet}",
                    self._today.facet_item(new, facet),
                    (was[facet], now[facet]),
                    leading=new.name in self._primary,
                )

    def _went_with_its_indicator(self, found: Unrecorded, recorded: set[str]) -> bool:
        """Say whether a domain has no primary indicator since that one was removed, which is recorded."""
        kind, _, domain = found.part.partition(".")
        gone = kind == "primary" and domain not in self._now.primary
        return gone and f"removed.{self._was.primary[domain]}" in recorded

    def _found(
        self,
        part: str,
        place: str,
        item: Text,
        values: tuple[Text | None, Text | None],
        *,
        leading: bool = False,
    ) -> Unrecorded:
        was, now = values
        return Unrecorded(
            against=self._place, part=part, place=place, item=item, was=was, now=now, leading=leading
        )


def newly_recorded(was: Plan, now: Plan) -> set[str]:
    """Give the parts whose change is recorded since an earlier plan, and could not have stood in it.

    Parameters
    ----------
    was, now
        The plan then and now.
    """
    known = {(change.on, change.part) for change in was.changes}
    latest = max([was.fixed_on, *(change.on for change in was.changes)])
    return {
        change.part for change in now.changes if (change.on, change.part) not in known and change.on >= latest
    }


def _decided(plan: Plan, part: str) -> object:
    kind, _, domain = part.partition(".")
    return plan.primary.get(domain) if kind == "primary" else getattr(plan, part)


def _identity(change: PlanChange) -> tuple[object, ...]:
    """Tell recorded changes apart; better words for what and why are no other change."""
    return change.on, change.part, change.data_seen


def _place(indicator: Indicator) -> str:
    return f"tables/{indicator.table}.yaml: columns.{indicator.name}"
