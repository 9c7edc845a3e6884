"""Everything that the statistics need to know about one indicator, in the order in which it is reported."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from fou_eval.declaration import Cell, Indicator, transition
from fou_eval.evidence.checks import checks
from fou_eval.evidence.missing import incomplete
from fou_eval.evidence.persons import goals, is_attainment, is_judged, judged
from fou_eval.evidence.series import series
from fou_eval.evidence.waves import all_waves
from fou_eval.matching import match
from fou_eval.statistics.bootstrap import Seeded
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
    sensitive
        Whether a column that the evidence draws on, beside the indicator, is declared as sensitive.
    """

    evidence: Any
    n: int
    n_families: int
    scope: Scope = "contrast"
    category: str = ""
    wave_after: str = ""
    sensitive: bool = False


def contrast_pairs(study: Study, indicator: Indicator) -> Pairs:
    """Match the two waves of the plan's contrast."""
    contrast = study.plan.contrast
    return match(indicator, study.measured(indicator), before=contrast.before, after=contrast.after)


def gather(study: Study, indicator: Indicator, pairs: Pairs) -> Iterator[Found]:
    """Gather the evidence about an indicator, as far as study and plan declare it.

    The contrast comes first, then classes and moves between them, the course since entry and all waves together, then
    who is missing, individual change, goals, and what else the change could be.

    Parameters
    ----------
    pairs
        The pairs of the contrast, from `contrast_pairs`.
    """
    yield of_pairs(pairs)
    seeded = Seeded(pairs=pairs, seed=study.plan.stream("bootstrap", indicator.name))
    yield Found(evidence=seeded, n=pairs.n, n_families=pairs.n_families)
    yield from _classes(indicator, pairs)
    yield from _course(study, indicator)
    yield from _missing(study, indicator)
    yield from _persons(study, indicator, pairs)
    for check in checks(study, indicator, pairs):
        yield Found(
            evidence=check.evidence,
            n=pairs.n,
            n_families=pairs.n_families,
            category=check.category,
            sensitive=check.sensitive,
        )


def of_pairs(pairs: Pairs, *, scope: Scope = "contrast", wave_after: str = "") -> Found:
    """Wrap pairs as they are."""
    return Found(evidence=pairs, n=pairs.n, n_families=pairs.n_families, scope=scope, wave_after=wave_after)


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


def _missing(study: Study, indicator: Indicator) -> Iterator[Found]:
    left = incomplete(study, indicator)
    yield Found(evidence=left, n=left.n, n_families=left.n_families)


def _persons(study: Study, indicator: Indicator, pairs: Pairs) -> Iterator[Found]:
    """Give what individual change is judged against, where something is cited, and goals."""
    if is_judged(indicator):
        yield Found(evidence=judged(indicator, pairs), n=pairs.n, n_families=pairs.n_families)
    if is_attainment(indicator):
        found = goals(study, indicator)
        yield Found(evidence=found, n=found.family.size, n_families=np.unique(found.family).size)


def _course(study: Study, indicator: Indicator) -> Iterator[Found]:
    """Match entry with every later wave on the units of the contrast; then all waves at once, and series."""
    contrast, measured = study.plan.contrast, study.measured(indicator)
    own = measured.of(~np.isnan(measured.at(contrast.before)) & ~np.isnan(measured.at(contrast.after)))
    for wave in measured.waves[measured.waves.index(contrast.before) + 1 :]:
        pairs = match(indicator, own, before=contrast.before, after=wave)
        yield of_pairs(pairs, scope="course", wave_after=wave)
    waves = all_waves(study, indicator)
    if waves.months.size > 2:
        yield Found(evidence=waves, n=waves.family.size, n_families=np.unique(waves.family).size)
    found = series(study, indicator)
    if found is not None:
        yield Found(evidence=found, n=found.family.size, n_families=np.unique(found.family).size)
