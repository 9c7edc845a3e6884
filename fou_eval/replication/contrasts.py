"""The pairs behind the headline numbers, one line per unit and indicator, without ids."""

from collections.abc import Iterator, Mapping

import numpy as np

from fou_eval.declaration import Indicator, Language
from fou_eval.estimates import Estimates
from fou_eval.replication.lines import csv_bytes
from fou_eval.statistics.pairs import Pairs

COLUMNS = (
    *("outcome", "label", "kind", "better", "step", "family", "unit"),
    *("before", "after", "exposure_before", "exposure_after"),
)


def contrasts_csv(estimates: Estimates, language: Language) -> bytes:
    """Write before and after of every complete pair, in the order of the codebook, then of the running numbers.

    A family has the same running number in all indicators, since joint tests need it; a unit has one of its own in
    each, since no number needs more. Both are drawn from streams of the plan: they follow neither the ids nor the order
    of the file, and are the same in every run. They hide nothing from who holds the plan and the data.
    """
    numbers = _family_numbers(estimates)
    lines = [
        line
        for indicator in estimates.codebook.indicators()
        for line in _lines(estimates, indicator, numbers, language)
    ]
    return csv_bytes(COLUMNS, lines)


def _family_numbers(estimates: Estimates) -> Mapping[int, int]:
    families = sorted({int(family) for pairs in estimates.pairs.values() for family in pairs.family})
    drawn = estimates.plan.rng("replication", "families").permutation(len(families)) + 1
    return dict(zip(families, drawn.tolist(), strict=True))


def _lines(
    estimates: Estimates, indicator: Indicator, numbers: Mapping[int, int], language: Language
) -> Iterator[tuple[object, ...]]:
    pairs = estimates.pairs[indicator.name]
    fixed = (
        *(indicator.name, indicator.column.label[language], indicator.kind, indicator.better),
        pairs.resolution,
    )
    units = estimates.plan.rng("replication", "units", indicator.name).permutation(pairs.n) + 1
    for row in sorted(_rows(pairs, numbers, units.tolist())):
        yield (*fixed, *row)


def _rows(pairs: Pairs, numbers: Mapping[int, int], units: list[int]) -> Iterator[tuple[object, ...]]:
    absent = np.full(pairs.n, None, dtype=object)
    exposures = [absent if part is None else part for part in (pairs.exposure_before, pairs.exposure_after)]
    values = (pairs.before, pairs.after, *exposures)
    for place, (family, unit) in enumerate(zip(pairs.family.tolist(), units, strict=True)):
        yield (numbers[family], unit, *(part[place] for part in values))
