"""Everything that the statistics need to know about one indicator, in the order in which it is reported."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from fou_eval.declaration import Cell, Indicator, transition
from fou_eval.matching import Measured, match
from fou_eval.statistics.classes import Classed
from fou_eval.statistics.pairs import Pairs
from fou_eval.statistics.registry import Scope
from fou_eval.study import Study


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Found:
    """One piece of evidence about an indicator.

    Attributes
    ----------
    evidence
        What a statistic receives; its type says which statistics do.
    n, n_families
        Units and distinct families behind it.
    scope
        Which statistics of that type are meant.
    category
        Class, group or column that it is about, where an indicator has several.
    wave_after
        The later wave, where it is not that of the contrast.
    """

    evidence: Any
    n: int
    n_families: int
    scope: Scope = "contrast"
    category: str = ""
    wave_after: str = ""


def contrast_pairs(study: Study, indicator: Indicator) -> Pairs:
    """Match the two waves of the plan's contrast."""
    contrast = study.plan.contrast
    return match(indicator, study.measured(indicator), before=contrast.before, after=contrast.after)


def gather(study: Study, indicator: Indicator, pairs: Pairs) -> Iterator[Found]:
    """Gather the evidence about an indicator: the contrast first, then classes, moves and the course since entry.

    Parameters
    ----------
    pairs
        The pairs of the contrast, from `contrast_pairs`.
    """
    measured = study.measured(indicator)
    yield of_pairs(pairs)
    yield from _classes(indicator, pairs)
    yield from _course(study, indicator, measured)


def of_pairs(pairs: Pairs, *, scope: Scope = "contrast", wave_after: str = "") -> Found:
    """Wrap pairs as they are."""
    return Found(
        evidence=pairs, n=pairs.n, n_families=pairs.n_families, scope=scope, wave_after=wave_after
    )


def _classes(indicator: Indicator, pairs: Pairs) -> Iterator[Found]:
    """Give every class of every declared view, then every move between the classes of a view."""
    views = indicator.column.partitions()
    families = pairs.n_families
    inside = {
        cell: (members(indicator, cell, pairs.before), members(indicator, cell, pairs.after))
        for view in views
        for cell in view.cells
    }
    for cell, (before, after) in inside.items():
        found = Classed(pairs=pairs, before=before, after=after)
        yield Found(evidence=found, scope="class", category=cell.category, n=pairs.n, n_families=families)
    for view in views:
        for start in view.cells:
            for end in view.cells:
                move = Classed(pairs=pairs, before=inside[start][0], after=inside[end][1])
                yield Found(
                    evidence=move,
                    scope="move",
                    category=transition(start, end),
                    n=pairs.n,
                    n_families=families,
                )


def members(indicator: Indicator, cell: Cell, values: NDArray[np.float64]) -> NDArray[np.bool_]:
    """Say which values lie in a class: those of its codes, or from its start to its end, both included."""
    if cell.codes:
        numbers = indicator.column.values()
        return np.isin(values, [numbers[code] for code in cell.codes])
    start = -np.inf if cell.start is None else cell.start
    end = np.inf if cell.end is None else cell.end
    inside: NDArray[np.bool_] = (values >= start) & (values <= end)
    return inside


def _course(study: Study, indicator: Indicator, measured: Measured) -> Iterator[Found]:
    """Match entry with every later wave, on the units of the contrast."""
    contrast = study.plan.contrast
    own = measured.of(~np.isnan(measured.at(contrast.before)) & ~np.isnan(measured.at(contrast.after)))
    for wave in measured.waves[measured.waves.index(contrast.before) + 1 :]:
        pairs = match(indicator, own, before=contrast.before, after=wave)
        yield of_pairs(pairs, scope="course", wave_after=wave)
