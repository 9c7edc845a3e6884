"""Synthetic records of families: services, placements, goals, obstacles and the like, from entry and exit."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from fou_eval.declaration.codebook import Table
from fou_eval.declaration.records import RECORDED
from fou_eval.simulation.drafts import (
    NO_MONTH,
    Draft,
    Index,
    Months,
    codes_of,
    drawn_codes,
    fitting,
    numbered,
    written,
)
from fou_eval.simulation.gaps import rank_of
from fou_eval.simulation.plausible import ACTS_OF, OWNERS_OF, SERVICES_OF, THEMES_OF
from fou_eval.simulation.recorded_project import project_draft
from fou_eval.simulation.rows import eligible
from fou_eval.simulation.world import World

PLACED_BEFORE, PLACED_AFTER = (
    0.45,
    1 / 3,
)  # share of families with a placement in the year before, and after, entry
JUDGED = 0.85  # share of families for which somebody judged that care was avoided
PLANNED = 0.85  # share of families with a coordinated plan
CHANGED = 0.15  # share of families that change advocate
GOES_ON = 0.3  # chance that a service goes on when the data end


def recorded_frame(table: Table, world: World) -> pd.DataFrame | None:
    """Make the rows of a table of records, or nothing where its rows are those of measurements."""
    if table.records is None or table.records == "families":
        return None
    rng = world.streams.rng("records", table.table)
    if not RECORDED[table.records].of_families:
        return written(table, project_draft(table, world, rng), world)
    make = _MAKERS.get(table.records)
    return written(table, make(table, world, rng), world) if make else None


def month_after(world: World, family: Index, months: Index) -> Months:
    """Give the month so many months after the entry of each row's family."""
    later: Months = world.people.entry[family] + months.astype("timedelta64[M]")
    return later


def _households(table: Table, world: World, rng: np.random.Generator) -> Draft:
    said = world.attributes.get(("family", "n_households"))
    counts = 1 + (rng.random(world.people.families) < 0.2) if said is None else said.fillna(1).to_numpy()
    family, number = numbered(np.asarray(counts, dtype=np.int64))
    return Draft(
        size=family.size,
        family=family,
        drawn=_key_number(table, number)
        | {"household_type": drawn_codes(table, "household_type", family.size, rng, falling=0.7)}
        | {"housing": drawn_codes(table, "housing", family.size, rng, falling=0.5)},
    )


def _services(table: Table, world: World, rng: np.random.Generator) -> Draft:
    """Give families with greater needs more services; those of health care begin later than the others."""
    needs = np.exp(np.clip(-0.5 * world.people.level, -1.0, 1.0))
    family, number = numbered(3 + rng.poisson(2.5 * needs))
    provider = drawn_codes(table, "provider", family.size, rng, falling=0.75)
    late = np.where(provider == "region", 4, -2)
    start = month_after(world, family, rng.integers(-14, 15, family.size) + late)
    end = start + rng.integers(2, 15, family.size).astype("timedelta64[M]")
    start, end = _until(start, end, world)
    end[rng.random(family.size) < GOES_ON] = NO_MONTH
    values = {
        "provider": provider,
        "service_type": fitting(table, "service_type", provider, SERVICES_OF, world),
        "legal_basis": fitting(table, "legal_basis", provider, ACTS_OF, world),
        "start": start,
        "end": end,
    }
    return Draft(size=family.size, family=family, drawn=_key_number(table, number) | values)


def _until(start: Months, end: Months, world: World) -> tuple[Months, Months]:
    """Let nothing begin after the data end, and let what ends later go on."""
    start = np.minimum(start, world.last)
    return start, np.where(end > world.last, NO_MONTH, end).astype("datetime64[M]")


def _placements(table: Table, world: World, rng: np.random.Generator) -> Draft:
    """Place a child of some families in the year before entry, and of fewer, mostly the same, in the year after."""
    n = world.people.families
    needs = -world.people.level + 0.5 * rng.standard_normal(n)
    before = _highest(needs, PLACED_BEFORE)
    after = _highest(needs + 0.8 * rng.standard_normal(n), PLACED_AFTER)
    family = np.concatenate([before, after])
    earlier = np.arange(family.size) < before.size
    offset = np.where(earlier, rng.integers(-11, -4, family.size), rng.integers(2, 10, family.size))
    length = np.where(earlier, rng.integers(1, 5, family.size), rng.integers(0, 4, family.size))
    start = month_after(world, family, offset)
    start, end = _until(start, start + length.astype("timedelta64[M]"), world)
    person = _member(table, world, family)
    kept = person >= 0
    return Draft(
        size=int(kept.sum()),
        family=family[kept],
        person=person[kept],
        drawn={"start": start[kept], "end": end[kept]}
        | {"placement_type": drawn_codes(table, "placement_type", family.size, rng, falling=0.6)[kept]}
        | {"legal_basis": drawn_codes(table, "legal_basis", family.size, rng, falling=0.4)[kept]},
    )


def _highest(score: NDArray[np.float64], share: float) -> Index:
    """Give the families with the highest scores, in the order of the families."""
    count = int(np.floor(share * score.size + 0.5))
    return np.sort(np.argsort(-score, kind="stable")[:count])


def _member(table: Table, world: World, family: Index) -> Index:
    """Give the first person of each family whom the table follows, or -1."""
    persons = world.people.family
    followed = np.flatnonzero(eligible(table, "person", world.attributes, persons.size))
    first = np.full(world.people.families, -1, dtype=np.int64)
    first[persons[followed][::-1]] = followed[::-1]
    return first[family]


def _avoided(table: Table, world: World, rng: np.random.Generator) -> Draft:
    family = _highest(-world.people.level + rng.standard_normal(world.people.families), JUDGED)
    values = {
        name: drawn_codes(table, name, family.size, rng, falling=0.7) for name in ("care_type", "judged_by")
    }
    days = {"days_assumed": 30.0 * rng.integers(1, 13, family.size)}
    return Draft(
        size=family.size, family=family, drawn=_key_number(table, np.ones(family.size)) | values | days
    )


def _goals(table: Table, world: World, rng: np.random.Generator) -> Draft:
    family, number = numbered(rng.integers(2, 4, world.people.families))
    area = drawn_codes(table, "area", family.size, rng, falling=0.85)
    values = {
        "goal_no": number,
        "area": area,
        "set_by": drawn_codes(table, "set_by", family.size, rng, falling=0.7),
        "theme": fitting(table, "theme", area, THEMES_OF, world),
        "importance": 5.0 - np.floor(3.0 * rng.random(family.size) ** 2),
        "set_month": month_after(world, family, rng.integers(0, 2, family.size)),
    }
    return Draft(size=family.size, family=family, drawn=values)


def _obstacles(table: Table, world: World, rng: np.random.Generator) -> Draft:
    family, number = numbered(rng.integers(1, 4, world.people.families))
    raised = month_after(world, family, rng.integers(1, 16, family.size))
    raised, closed = _until(raised, raised + rng.integers(1, 22, family.size).astype("timedelta64[M]"), world)
    level = drawn_codes(table, "level", family.size, rng)
    return Draft(
        size=family.size,
        family=family,
        drawn=_key_number(table, number)
        | {"raised_month": raised, "closed_month": closed, "level": level}
        | {"owner": fitting(table, "owner", level, OWNERS_OF, world)}
        | {"theme": drawn_codes(table, "theme", family.size, rng)}
        | {"status": _status(table, ~np.isnat(closed), rng)},
    )


def _status(table: Table, closed: NDArray[np.bool_], rng: np.random.Generator) -> NDArray[np.object_]:
    """Give obstacles that were closed a status in which there is a month of closing, and the others another."""
    codes, column = codes_of(table, "status"), table.columns.get("closed_month")
    ends = np.isin(codes, [str(code) for code in (column.only_when.get("status", ()) if column else ())])
    drawn = drawn_codes(table, "status", closed.size, rng)
    if not ends.any() or ends.all():
        return drawn
    drawn[closed] = rng.choice(codes[ends], int(closed.sum()))
    drawn[~closed] = rng.choice(codes[~ends], int((~closed).sum()))
    return drawn


def _plans(table: Table, world: World, rng: np.random.Generator) -> Draft:
    family = _highest(-world.people.level + rng.standard_normal(world.people.families), PLANNED)
    person = _member(table, world, family)
    start = np.minimum(month_after(world, family, rng.integers(-6, 13, family.size)), world.last)
    return Draft(
        size=family.size,
        family=family,
        person=person,
        drawn={"start": start} | {"n_parties": 2.0 + rng.binomial(5, 0.3, family.size)},
    )


def _assignments(table: Table, world: World, rng: np.random.Generator) -> Draft:
    """Give each family one advocate at a time, in turn as they enter; some change, from one month to the next."""
    people, advocates = world.people, codes_of(table, "advocate")
    turn = np.empty(people.families, dtype=np.int64)
    turn[np.argsort(people.entry, kind="stable")] = np.arange(people.families)
    change = people.entry + rng.integers(4, 14, people.families).astype("timedelta64[M]")
    changes = (rng.random(people.families) < CHANGED) & (change < world.last)
    changes &= np.isnat(people.exit) | (change < people.exit)
    family = np.concatenate([np.arange(people.families), np.flatnonzero(changes)])
    second = np.arange(family.size) >= people.families
    end = np.where(changes[family] & ~second, change[family], people.exit[family])
    return Draft(
        size=family.size,
        family=family,
        drawn={
            "advocate": advocates[(turn[family] + second) % advocates.size],
            "start": np.where(second, change[family] + np.timedelta64(1, "M"), people.entry[family]),
            "end": end.astype("datetime64[M]"),
        },
    )


def _attrition(table: Table, world: World, rng: np.random.Generator) -> Draft:  # noqa: ARG001 drawn with people
    """Give a reason for each measurement that was not made and of which somebody said why."""
    family, wave = np.nonzero(world.people.told)
    waves = np.array(list(world.codebook.waves), dtype=object)[wave]
    name = table.with_role("wave")
    person = _member(table, world, family) if table.with_role("person_id") else None
    reason = rank_of(codes_of(table, "reason")[: len(_REASONS)], world.people.reason[family])
    values = {"reason": reason} | ({name: waves} if name else {})
    return Draft(size=family.size, family=family, person=person, drawn=values)


# Reasons in the order in which follow-up tables declare them, so that a family has the same in both.
_REASONS = ("left_project", "not_reached", "declined", "not_asked")


def _key_number(table: Table, number: NDArray[np.generic]) -> dict[str, NDArray[np.generic]]:
    """Number the rows of a family in the whole number that its key has beside the family."""
    names = [name for name in table.key if table.columns[name].type == "integer"]
    return {names[0]: number} if names and table.with_role("family_id") in table.key else {}


Maker = Callable[[Table, World, np.random.Generator], Draft]
_MAKERS: Mapping[str, Maker] = MappingProxyType(
    {
        "households": _households,
        "services": _services,
        "placements": _placements,
        "avoided_care": _avoided,
        "goals": _goals,
        "obstacles": _obstacles,
        "sip_plans": _plans,
        "assignments": _assignments,
        "attrition_log": _attrition,
    }
)
