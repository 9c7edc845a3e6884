"""Synthetic records of the project itself: posts, hours and surveys by month, and rows of whatever else is declared."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

import numpy as np
from numpy.typing import NDArray

from fou_eval.declaration.codebook import Table
from fou_eval.simulation.drafts import Draft, Months, codes_of
from fou_eval.simulation.world import World

HOURS = 140.0  # hours that an advocate works in a month
WITH_FAMILIES = 0.56  # share of them with families
ROWS = 6  # rows of a table of which nothing more is known
ADVOCATES = 3  # advocates where no table of assignments says which there are


def project_draft(table: Table, world: World, rng: np.random.Generator) -> Draft:
    """Make the rows of a table that records something of the project, not of families."""
    make = _MAKERS.get(str(table.records))
    return make(table, world, rng) if make else _any(table, world)


def _months(world: World) -> Months:
    return np.arange(world.begun, world.last + np.timedelta64(1, "M"))


def _crossed(table: Table, names: tuple[str, ...], months: Months) -> dict[str, NDArray[np.generic]]:
    """Cross the codes of columns with months."""
    codes = [codes_of(table, name) for name in names]
    grid = np.indices((*(one.size for one in codes), months.size)).reshape(len(names) + 1, -1)
    crossed = {name: one[place] for name, one, place in zip(names, codes, grid, strict=False)}
    return {**crossed, "month": months[grid[-1]]}


def _posts(table: Table, world: World, rng: np.random.Generator) -> Draft:
    """Give the first role a post for each advocate, and every other role half a post or one."""
    values = _crossed(table, ("role",), _months(world))
    roles = codes_of(table, "role")
    assigned = world.codebook.recording("assignments")
    advocates = codes_of(assigned, "advocate").size if assigned else ADVOCATES
    posts = np.where(np.arange(roles.size) == 0, advocates, rng.choice([0.5, 1.0], roles.size))
    place = {role: posts[at] for at, role in enumerate(roles)}
    fte = np.array([place[role] for role in values["role"]], dtype=np.float64)
    return Draft(size=fte.size, drawn={**values, "fte": fte})


def _hours(table: Table, world: World, rng: np.random.Generator) -> Draft:
    """Share each advocate's hours of a month between the activities, more than half of them with families."""
    values = _crossed(table, ("advocate", "activity"), _months(world))
    activity, target = values["activity"], world.codebook.project.time_with_families
    activities = codes_of(table, "activity")
    near = np.isin(activities, target.activities if target else activities[:1])
    share = np.where(near, WITH_FAMILIES / max(near.sum(), 1), (1 - WITH_FAMILIES) / max((~near).sum(), 1))
    usual = dict(zip(activities, share, strict=True))
    each = np.array([usual[code] for code in activity]) * rng.gamma(12.0, 1 / 12.0, activity.size)
    return Draft(
        size=activity.size,
        drawn={
            **values,
            "hours": np.rint(2 * HOURS * each) / 2,
            "notice_hours": np.rint(2 + 46 * rng.random(activity.size) ** 2),
        },
    )


def _survey(table: Table, world: World, rng: np.random.Generator) -> Draft:
    """Ask each question in two rounds, one in the first year and one in the last."""
    months = _months(world)
    rounds = months[[min(5, months.size - 1), max(months.size - 6, 0)]]
    values = _crossed(table, ("question",), np.unique(rounds))
    answers = rng.integers(35, 70, values["month"].size)
    agree = rng.binomial(answers, np.clip(0.45 + 0.1 * rng.standard_normal(answers.size), 0.1, 0.9))
    return Draft(size=answers.size, drawn={**values, "n_answers": answers, "n_agree": agree})


def _activities(table: Table, world: World, rng: np.random.Generator) -> Draft:
    """Hold an activity every fourth month, in turn."""
    months, codes = _months(world)[2::4], codes_of(table, "activity")
    return Draft(
        size=months.size,
        drawn={
            "activity": codes[np.arange(months.size) % codes.size],
            "month": months,
            "participants": rng.integers(12, 60, months.size),
        },
    )


def _feedback(table: Table, world: World, rng: np.random.Generator) -> Draft:  # noqa: ARG001 nothing is drawn
    """Give results back every fifth month, in turn to each forum, from data of two months before."""
    months, codes = _months(world)[6::5], codes_of(table, "forum")
    versions = codes_of(table, "report_version")
    return Draft(
        size=months.size,
        drawn={
            "forum": codes[np.arange(months.size) % codes.size],
            "month": months,
            "data_cutoff": months - np.timedelta64(2, "M"),
            "report_version": versions[np.arange(months.size) % max(min(versions.size, 2), 1)]
            if versions.size
            else np.full(months.size, None, dtype=object),
        },
    )


def _any(table: Table, world: World) -> Draft:
    """Make a few rows that differ in the first code of the key: they only show the form."""
    months = _months(world)
    names = [name for name in table.key if table.columns[name].type == "code"]
    size = min(ROWS, months.size, *(codes_of(table, name).size for name in names[:1]))
    values: dict[str, NDArray[np.generic]] = {}
    for name, column in table.columns.items():
        codes = codes_of(table, name)
        if codes.size:
            values[name] = codes[np.arange(size) % codes.size]
        elif column.type in ("date", "month"):
            values[name] = months[np.linspace(0, months.size - 1, size).astype(np.int64)]
    return Draft(size=size, drawn=values)


Maker = Callable[[Table, World, np.random.Generator], Draft]
_MAKERS: Mapping[str, Maker] = MappingProxyType(
    {
        "staff_fte": _posts,
        "ombud_time": _hours,
        "staff_survey": _survey,
        "activities": _activities,
        "feedback_log": _feedback,
    }
)
