"""Which families the numbers of a study rest on, for the ledger to compare."""

from collections.abc import Iterator
from hashlib import sha256
from typing import Literal

import numpy as np

from fou_eval.declaration import Indicator
from fou_eval.estimates import Population
from fou_eval.matching import Measured
from fou_eval.study import Study


def populations(study: Study) -> Iterator[Population]:
    """Give the families behind every level and change of every indicator.

    Levels are those of the two waves of the contrast, on the units that have both; changes are those from entry to
    each later wave, on those of these units that were measured there. Those who left are compared at entry with those
    who stayed, so they are a set of their own.
    """
    for indicator in study.codebook.indicators():
        yield from _of(study, indicator)


def _of(study: Study, indicator: Indicator) -> Iterator[Population]:
    contrast, measured = study.plan.contrast, study.measured(indicator)
    here, there = (~np.isnan(measured.at(wave)) for wave in (contrast.before, contrast.after))
    own, left = measured.of(here & there), measured.of(here & ~there)
    for wave in (contrast.before, contrast.after):
        yield _population(indicator.name, own, (wave,))
    for wave in measured.waves[measured.waves.index(contrast.before) + 1 :]:
        yield _population(indicator.name, own.of(~np.isnan(own.at(wave))), (contrast.before, wave))
    yield _population(indicator.name, left, (contrast.before,), "left")


def _population(
    outcome: str, measured: Measured, waves: tuple[str, ...], group: Literal["pairs", "left"] = "pairs"
) -> Population:
    places = [measured.waves.index(wave) for wave in waves]
    values = np.hstack([measured.value[:, places], measured.exposure[:, places]]) + 0.0  # no -0.0
    families: dict[int, list[bytes]] = {}
    for family, row in zip(measured.family.tolist(), values, strict=True):
        families.setdefault(family, []).append(row.astype("<f8").tobytes())
    return Population(
        outcome=outcome,
        waves=waves,
        families=tuple(sorted(sha256(b"".join(sorted(units))).digest() for units in families.values())),
        group=group,
    )
