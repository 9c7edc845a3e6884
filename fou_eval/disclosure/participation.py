"""What may be told of who took part: families and persons at each wave, and why families are missing there."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from math import isfinite

from fou_eval.declaration import Codebook
from fou_eval.disclosure.linked import SPLIT
from fou_eval.disclosure.release import Decision, Released
from fou_eval.disclosure.rules import withheld
from fou_eval.estimates import Estimate

Key = tuple[str, str, str]  # outcome, statistic, category


def about_participants(rows: Iterable[Released], threshold: int, codebook: Codebook) -> tuple[Released, ...]:
    """Tell of participants what the other rows tell anyway, persons only between waves that differ by many families.

    Parameters
    ----------
    rows
        All rows, as the other rules left them.
    threshold
        Fewest families that a difference between two waves may stand for.
    codebook
        Says which indicators are asked for at waves; those counted from records exist whoever was measured.
    """
    asked = frozenset(item.name for item in codebook.indicators() if item.table in codebook.tables)
    honest = _honest_ranges(tuple(rows), asked)
    close = _close_waves(honest, threshold)
    return _one_per_wave(_without_persons(row, close) for row in honest)


def reasons_together(
    rows: Iterable[Released], estimates: Iterable[Estimate], threshold: int
) -> dict[Key, str]:
    """Say which reasons for missing at a wave must go beside those of too few families.

    The reasons add up to the families missing there. Those that are hidden must be more than one, and together as many
    families as the threshold; the smallest that could be shown is hidden until they are. A reason that stands alone is
    that of every family missing there, and is closed as well.

    Parameters
    ----------
    rows
        All rows, as the rules for single numbers left them.
    estimates
        The same rows before any rule.
    threshold
        Fewest families on either side of a split.
    """
    passed = {_key(row.estimate) for row in rows if row.decision.status != "withheld"}
    waves: dict[str, list[Estimate]] = {}
    for row in estimates:
        if row.statistic == "missing_reason":
            waves.setdefault(row.wave_after, []).append(row)
    return {key: SPLIT for reasons in waves.values() for key in _hidden(reasons, passed, threshold)}


def _hidden(reasons: Sequence[Estimate], passed: set[Key], threshold: int) -> set[Key]:
    kept = sorted((row for row in reasons if _key(row) in passed), key=lambda row: -row.value)
    if len(kept) == len(reasons) > 1:
        return set()
    families = sum(row.value for row in reasons)
    while kept:
        hidden = families - sum(row.value for row in kept)
        if len(reasons) - len(kept) > 1 and hidden >= threshold:
            break
        kept.pop()
    return {_key(row) for row in reasons} - {_key(row) for row in kept}


def _close_waves(rows: Iterable[Released], threshold: int) -> set[str]:
    """Name the waves whose families differ from those of another one, or from all enrolled, by too few to tell of."""
    enrolled = (row.estimate.value for row in rows if row.estimate.statistic == "families_enrolled")
    told = {"": next(enrolled, 0.0)} | {
        row.estimate.category: row.estimate.value
        for row in rows
        if row.estimate.statistic == "families_at_wave" and isfinite(row.estimate.value)
    }
    return {
        wave
        for wave, count in told.items()
        if wave and any(0 < abs(count - other) < threshold for other in told.values())
    }


def _without_persons(row: Released, waves: set[str]) -> Released:
    """Withhold the persons at a wave: less those at another they are the members of very few families."""
    estimate = row.estimate
    if estimate.statistic != "persons_at_wave" or estimate.category not in waves:
        return row
    if row.decision.status == "withheld":
        return row
    return Released(estimate=withheld(estimate), decision=Decision(status="withheld", rules=(SPLIT,)))


def _one_per_wave(rows: Iterable[Released]) -> tuple[Released, ...]:
    """Say once per wave that reasons are withheld: which of them occur is a reason of very few families."""
    kept: dict[object, Released] = {}
    for place, row in enumerate(rows):
        if row.estimate.statistic == "missing_reason" and row.decision.status == "withheld":
            wave = row.estimate.wave_after
            kept.setdefault(wave, replace(row, estimate=replace(row.estimate, category=wave)))
        else:
            kept[place] = row
    return tuple(kept.values())


def _honest_ranges(rows: Sequence[Released], asked: frozenset[str]) -> tuple[Released, ...]:
    """Narrow the range of families at a wave to what the numbers of families beside the results say anyway."""
    seen: dict[str, int] = {}
    for estimate in (row.estimate for row in rows if row.estimate.outcome in asked):
        for wave in {estimate.wave_before, estimate.wave_after}:
            seen[wave] = max(seen.get(wave, 0), estimate.n_families)
    return tuple(_narrowed(row, seen.get(row.estimate.category, 0)) for row in rows)


def _narrowed(row: Released, least: int) -> Released:
    estimate = row.estimate
    if estimate.statistic != "families_at_wave" or row.decision.status != "changed" or least <= estimate.low:
        return row
    return replace(row, estimate=replace(estimate, low=float(least)))


def _key(row: Estimate) -> Key:
    return row.outcome, row.statistic, row.category
