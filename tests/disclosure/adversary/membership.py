"""Who left: how many families are missing at a wave, and for a reason, beyond what is said."""

from collections.abc import Iterator
from math import isfinite

from disclosure.adversary.findings import Finding
from disclosure.adversary.moments import CHANGES, FAMILY_CHANGES
from disclosure.adversary.published import Published, Row, known


def attack(published: Published) -> Iterator[Finding]:
    """Confine the families missing at every wave by the families behind any number there, and reasons by the rest."""
    enrolled = _enrolled(published)
    for wave in published.codebook.waves:
        row = _participants(published, "families_at_wave", wave)
        if not enrolled or row is None:
            continue
        shown = enrolled - _ends(row)[1], enrolled - _ends(row)[0]
        behind = max(_families_at(published, wave), default=0)
        high = min(shown[1], enrolled - behind)
        yield Finding(
            attack="membership",
            outcome="",
            kind="membership",
            cell=f"families_at_wave:{wave}",
            low=shown[0],
            high=high,
            shown=shown,
            threshold=published.plan.disclosure.smallest_cell,
            why="no more are missing than enrolled families less those behind a number of that wave",
        )
        yield from _reasons(published, wave, (shown[0], high))


def _enrolled(published: Published) -> int:
    row = next((row for row in published.participants if row["statistic"] == "families_enrolled"), None)
    return int(known(row["value"])) if row is not None and isfinite(known(row["value"])) else 0


def _participants(published: Published, statistic: str, wave: str) -> Row | None:
    found = (
        row for row in published.participants if row["statistic"] == statistic and row["category"] == wave
    )
    return next(found, None)


def _ends(row: Row) -> tuple[float, float]:
    """Give what a row shows of a count: itself, or a range."""
    value = known(row["value"])
    low, high = (value, value) if isfinite(value) else (known(row["low"]), known(row["high"]))
    return (low, high) if isfinite(low) and isfinite(high) else (0.0, float("inf"))


def _families_at(published: Published, wave: str) -> Iterator[int]:
    """Give the families behind every change from or to a wave: all of them were measured there.

    What is counted from records exists of every family, whoever was measured, and tells nothing here.
    """
    codebook = published.codebook
    asked = {item.name for item in codebook.indicators() if item.table in codebook.tables}
    for row in published.rows:
        if row["outcome"] not in asked:
            continue
        if row["statistic"] in {*CHANGES, *FAMILY_CHANGES} and wave in (
            row["wave_before"],
            row["wave_after"],
        ):
            yield int(row["n_families"])


def _reasons(published: Published, wave: str, missing: tuple[float, float]) -> Iterator[Finding]:
    """Subtract the reasons that are shown from the families that are missing; what is left has the other reasons."""
    rows = [
        row
        for row in published.participants
        if row["statistic"] == "missing_reason" and row["wave_after"] == wave
    ]
    shown = sum(known(row["value"]) for row in rows if isfinite(known(row["value"])))
    hidden = [row for row in rows if not isfinite(known(row["value"]))]
    if not shown:
        return
    yield Finding(
        attack="membership",
        outcome="",
        kind="membership",
        cell=f"other_reasons:{wave}",
        low=max(missing[0] - shown, len(hidden)),
        high=missing[1] - shown,
        threshold=published.plan.disclosure.smallest_cell,
        why="missing families less those whose reason is shown",
    )
