"""Slow: how often the default procedures reject when nothing changed, and cover when something did.

Designs like those the package is for: 15 families of one to four, change shared within families (correlation 0.3),
ratings in whole steps. With 2,000 data sets the standard error of a rate of 5 % is 0.5 percentage points; the bounds
are three of them around what the procedures are known to do.
"""

import numpy as np
import pytest

from fou_eval.statistics import CATALOGUE, Pairs

DATA_SETS = 2_000
SIZES = np.array([1, 2, 3, 4])
SHARES = np.array([0.15, 0.30, 0.35, 0.20])


def ratings(random: np.random.Generator, families: int, change: float) -> Pairs:
    """Changes of a rating: a shared and an own part, rounded to whole steps, then shifted."""
    family = np.repeat(np.arange(families), random.choice(SIZES, families, p=SHARES))
    shared = random.normal(0, np.sqrt(0.3), families)[family]
    own = random.normal(0, np.sqrt(0.7), family.size)
    return Pairs.of(np.zeros(family.size), np.rint(shared + own) + change, family, resolution=1.0)


def rates(statistic: str, change: float) -> tuple[float, float]:
    """Share of data sets that reject at 5 %, and share whose interval covers the change."""
    random = np.random.default_rng([20170731, int(change * 10)])
    rejected = covered = 0
    for _ in range(DATA_SETS):
        number = CATALOGUE[statistic].function(ratings(random, 15, change), confidence=0.95)
        rejected += number.p_value <= 0.05
        covered += number.low <= change <= number.high
    return rejected / DATA_SETS, covered / DATA_SETS


@pytest.mark.slow
@pytest.mark.parametrize(
    ("statistic", "least", "most"),
    [
        ("family_mean_change", 0.035, 0.062),
        ("family_mean_change_exact", 0.025, 0.060),
        ("mean_change", 0.030, 0.065),
        ("net_improvement", 0.025, 0.065),
    ],
)
def test_size_is_close_to_five_per_cent(statistic: str, least: float, most: float) -> None:
    rejected, covered = rates(statistic, 0.0)
    assert least <= rejected <= most
    assert covered >= 1 - most


@pytest.mark.slow
@pytest.mark.parametrize("statistic", ["family_mean_change", "family_mean_change_exact", "mean_change"])
def test_intervals_cover_a_change_of_one_step(statistic: str) -> None:
    rejected, covered = rates(statistic, 1.0)
    assert 0.935 <= covered <= 0.985
    assert rejected > 0.9
