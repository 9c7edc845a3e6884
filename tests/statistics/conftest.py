"""Small data sets per kind of indicator, which every statistic of the catalogue is run on."""

import numpy as np
import pytest

from fou_eval.statistics import Pairs


def example(kind: str, better: str = "higher", families: int = 12) -> Pairs:
    """Families of one to three members; small enough to look at, large enough for every test."""
    random = np.random.default_rng(11)
    family = np.repeat(np.arange(families), random.integers(1, 4, families))
    n = family.size
    shared = random.integers(-1, 3, families)[family]
    if kind == "binary":
        before = random.integers(0, 2, n).astype(float)
        after = np.maximum(before, random.integers(0, 2, n)).astype(float)
        after[:2] = 1 - before[:2]
        return Pairs(before=before, after=after, family=family, better=better, resolution=1.0)
    if kind == "count":
        before, after = random.integers(1, 6, n).astype(float), random.integers(0, 4, n).astype(float)
        spans = [random.choice([6.0, 12.0], n) for _ in range(2)]
        return Pairs(
            before=before,
            after=after,
            family=family,
            better=better,
            resolution=1.0,
            exposure_before=spans[0],
            exposure_after=spans[1],
        )
    step = 0.5 if kind == "scale" else 1.0
    before = random.integers(2, 8, n) * step
    after = before + (shared + random.integers(-1, 2, n)) * step
    return Pairs(before=before, after=after, family=family, better=better, resolution=step)


@pytest.fixture
def make() -> object:
    return example
