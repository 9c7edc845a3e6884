"""The families of a synthetic study: who is in them, when they enter and when they leave."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from fou_eval.declaration.codebook import Codebook
from fou_eval.declaration.plan import Plan
from fou_eval.simulation.streams import Streams

ENTRY_WINDOW = 22  # months over which families enter
LEAVING_RATE = 0.009  # per month: about one family in ten has left after a year
SKIPPED = 0.02  # chance that a family that stays is not measured at a later wave
UNTOLD = 0.1  # chance that nobody wrote down why a family was not measured
FIRST_MONTH = np.datetime64("2015-01", "M")
CHILDREN = (0.30, 0.35, 0.25, 0.10)  # chance of one to four children


@dataclass(frozen=True, slots=True, kw_only=True)
class People:
    """Families and persons, with what they share over all indicators.

    Attributes
    ----------
    family, place, child
        Of each person: the family from 0, the place in it from 1, and whether it is a child; shape (persons,).
    entry, exit
        Month of each family's entry and exit; `exit` is NaT for a family that stays; shape (families,).
    measured
        Whether a family takes part at a wave, shape (families, waves).
    told
        Whether a wave is missing with a reason that was written down, shape (families, waves).
    reason
        Where in the list of reasons the family's own stands, in [0, 1), shape (families,).
    level, change
        The family's standing at entry and how it changes, in standard deviations, shape (families,).
    """

    family: NDArray[np.int64]
    place: NDArray[np.int64]
    child: NDArray[np.bool_]
    entry: NDArray[np.datetime64]
    exit: NDArray[np.datetime64]
    measured: NDArray[np.bool_]
    told: NDArray[np.bool_]
    reason: NDArray[np.float64]
    level: NDArray[np.float64]
    change: NDArray[np.float64]

    @property
    def families(self) -> int:
        """Number of families."""
        return self.entry.size


def make_people(
    codebook: Codebook, plan: Plan, streams: Streams, *, families: int, persons: int | None, alone: bool
) -> People:
    """Draw families with one or two parents and one to four children, their entries and exits."""
    parents, children = _sizes(streams, families, persons, alone=alone)
    total = parents + children
    family = np.repeat(np.arange(families), total)
    place = np.arange(family.size) - np.repeat(np.cumsum(total) - total, total) + 1
    months = np.array([int(wave.months) for wave in codebook.waves.values()], dtype=np.int64)
    after = int(codebook.waves[plan.contrast.after].months) if plan.contrast.after in codebook.waves else 0
    offset = np.floor((ENTRY_WINDOW + 1) * streams.rng("entry").random(families) ** 1.6).astype(np.int64)
    entry = first_month(codebook) + offset.astype("timedelta64[M]")
    gone, left = _leave(streams, months, families)
    skipped = streams.rng("skipped").random((families, months.size)) < SKIPPED
    reached = offset[:, None] + months <= ENTRY_WINDOW + after  # data are collected up to one month for all
    waves = np.arange(months.size)
    measured = reached & (waves < gone[:, None]) & ~(skipped & (waves > 0))
    common = streams.rng("family").standard_normal((families, 2))
    return People(
        family=family,
        place=place,
        child=place > np.repeat(parents, total),
        entry=entry,
        exit=_exit_month(entry, left, offset, ENTRY_WINDOW + after),
        measured=measured,
        told=reached & ~measured & (streams.rng("told").random(families) >= UNTOLD)[:, None],
        reason=streams.rng("reason").random(families),
        level=common[:, 0],
        change=common[:, 1],
    )


def first_month(codebook: Codebook) -> np.datetime64:
    """Give the first month in which a family can enter: the latest declared start of any date column."""
    starts = [
        np.datetime64(str(column.min), "M")
        for table in codebook.tables.values()
        for column in table.columns.values()
        if column.type in ("date", "month") and column.min is not None
    ]
    return max(starts, default=FIRST_MONTH)


def _sizes(
    streams: Streams, families: int, persons: int | None, *, alone: bool
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Draw the numbers of parents and children, and meet the wished number of persons."""
    if alone:
        return np.ones(families, dtype=np.int64), np.zeros(families, dtype=np.int64)
    rng = streams.rng("persons")
    parents = 1 + (rng.random(families) < 0.6).astype(np.int64)
    children = 1 + np.searchsorted(np.cumsum(CHILDREN)[:-1], rng.random(families)).astype(np.int64)
    order = rng.permutation(families)
    if persons is not None:
        for sizes, most in ((children, len(CHILDREN)), (parents, 2)):
            _move_towards(sizes, persons - int(parents.sum() + children.sum()), most, order)
        if parents.sum() + children.sum() != persons:
            raise ValueError(f"{persons} persons do not fit into {families} families of two to six persons.")
    return parents, children


def _move_towards(sizes: NDArray[np.int64], missing: int, most: int, order: NDArray[np.int64]) -> None:
    """Add or take away one member at a time, one family after another, as long as there is room."""
    step = 1 if missing > 0 else -1
    while missing:
        room = [family for family in order if 1 <= sizes[family] + step <= most][: abs(missing)]
        if not room:
            return
        sizes[room] += step
        missing -= step * len(room)


def _leave(
    streams: Streams, months: NDArray[np.int64], families: int
) -> tuple[NDArray[np.int64], NDArray[np.float64]]:
    """Draw when a family leaves: the first wave without it, and the months since entry."""
    left = streams.rng("leaving").exponential(1 / LEAVING_RATE, families) + 1
    return np.searchsorted(months, left).astype(np.int64), left


def _exit_month(
    entry: NDArray[np.datetime64], left: NDArray[np.float64], offset: NDArray[np.int64], cutoff: int
) -> NDArray[np.datetime64]:
    stays = offset + left > cutoff
    month: NDArray[np.datetime64] = entry + np.where(stays, 0, left).astype(np.int64).astype("timedelta64[M]")
    month[stays] = np.datetime64("NaT", "M")
    return month
