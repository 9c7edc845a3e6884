"""Data sets drawn from a design, many at a time, as the pairs that statistics receive."""

from dataclasses import dataclass
from math import log, sqrt

import numpy as np
from numpy.typing import NDArray
from scipy.special import expit

from fou_eval.simulation.designs import Design
from fou_eval.simulation.margins import Events, Floats, Margin
from fou_eval.statistics.pairs import Pairs

# The logit of a share and the mean of logits that vary with standard deviation 1 differ by this factor.
_LOGISTIC_NORMAL = sqrt(1 + (16 * sqrt(3) / (15 * np.pi)) ** 2)
# Changes of an ordinal rating that add up to zero and lean to one side: many one step down, few two steps up.
_STEPS, _STEP_CUTS = np.array([-1.0, 0.0, 2.0]), np.array([-0.2533471031357997, 0.8416212335729143])


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class _Units:
    """Units of many data sets: the family of each, shape (n,), and of each family its data set, shape (f,)."""

    family: NDArray[np.int64]
    dataset: NDArray[np.int64]


def draw(design: Design, random: np.random.Generator, datasets: int) -> list[Pairs]:
    """Draw data sets from a design.

    The same generator gives the same families and standings whatever the true change, so that results for two sizes of
    change are compared on common random numbers.

    Examples
    --------
    >>> drawn = draw(Design(kind="binary", families=20), np.random.default_rng(1), 3)
    >>> [pairs.n_families for pairs in drawn]
    [20, 20, 20]
    """
    units = _families(design, random, datasets)
    standing = _standing(design, units, random)
    stays = _stays(design, units, standing[:, 0], random)
    standing[:, 1] += design.change
    spans = None
    if isinstance(design.recorded, Events):
        values, spans = _events(design.recorded, units, standing, random)
    elif design.shape == "skewed":
        values = _skewed(design, units, random)
    else:
        values = design.recorded.read(standing)
    return _split(design, units, stays, values, spans)


def _families(design: Design, random: np.random.Generator, datasets: int) -> _Units:
    if len(design.sizes) == design.families:
        sizes = np.tile(np.array(design.sizes), datasets)
    else:
        sizes = random.choice(np.array(design.sizes), design.families * datasets)
    return _Units(
        family=np.repeat(np.arange(sizes.size), sizes),
        dataset=np.repeat(np.arange(datasets), design.families),
    )


def _shared(units: _Units, random: np.random.Generator, share: float, columns: int = 1) -> Floats:
    """Draw standard normal numbers of which a share of the variance is common to a family, shape (n, columns)."""
    common = random.standard_normal((units.dataset.size, columns))[units.family]
    own = random.standard_normal((units.family.size, columns))
    mixed: Floats = sqrt(share) * common + sqrt(1 - share) * own
    return mixed


def _standing(design: Design, units: _Units, random: np.random.Generator) -> Floats:
    """Draw the standing of each unit at both waves, shape (n, 2): stable and new parts, each shared in part."""
    stable = _shared(units, random, 0.5)
    new = _shared(units, random, design.icc, columns=2)
    standing: Floats = sqrt(design.stability) * stable + sqrt(1 - design.stability) * new
    return standing


def _stays(design: Design, units: _Units, before: Floats, random: np.random.Generator) -> NDArray[np.bool_]:
    """Say which families are measured again; those with a low standing before leave three times as often per SD."""
    if design.dropout == "none":
        return np.ones(units.dataset.size, dtype=np.bool_)
    draws = random.random(units.dataset.size)
    if design.dropout == "random":
        return draws >= design.leaving
    level = np.bincount(units.family, weights=before) / np.bincount(units.family)
    level = (level - level.mean()) / level.std()
    logit = log(design.leaving / (1 - design.leaving)) * _LOGISTIC_NORMAL
    return np.asarray(draws >= expit(logit - level))


def _events(
    events: Events, units: _Units, standing: Floats, random: np.random.Generator
) -> tuple[Floats, Floats]:
    """Count events in the months for which each family was observed at each wave."""
    spans = random.choice(np.array(events.spans), (units.dataset.size, 2))[units.family]
    gaps = random.standard_exponential((*standing.shape, events.most))
    return events.read(standing, spans, gaps), spans


def _skewed(design: Design, units: _Units, random: np.random.Generator) -> Floats:
    """Draw values whose change has mean zero and leans to one side: many fall a little, few rise much."""
    if design.kind == "ordinal":
        before = 2.0 + (random.random(units.family.size) < 0.5)
        latent = _shared(units, random, design.icc)[:, 0]
        return np.column_stack([before, before + _STEPS[np.searchsorted(_STEP_CUTS, latent)]])
    before = np.rint(50 + 10 * random.standard_normal(units.family.size))
    common = random.standard_exponential(units.dataset.size)[units.family]
    own = random.standard_exponential(units.family.size)
    change = 10 * (sqrt(design.icc) * (common - 1) + sqrt(1 - design.icc) * (own - 1))
    return np.column_stack([before, before + np.rint(change)])


def _split(
    design: Design, units: _Units, stays: NDArray[np.bool_], values: Floats, spans: Floats | None
) -> list[Pairs]:
    """Cut the units into data sets, without the families that left."""
    kept = stays[units.family]
    family, values = units.family[kept], values[kept]
    spans = None if spans is None else spans[kept]
    counts = np.bincount(units.dataset[family], minlength=int(units.dataset[-1]) + 1)
    ends = np.cumsum(counts)
    step = design.recorded.resolution if isinstance(design.recorded, Margin) else 1.0
    return [
        Pairs(
            before=values[start:end, 0].copy(),
            after=values[start:end, 1].copy(),
            family=family[start:end],
            better=design.better,
            resolution=step,
            exposure_before=None if spans is None else spans[start:end, 0].copy(),
            exposure_after=None if spans is None else spans[start:end, 1].copy(),
        )
        for start, end in zip(ends - counts, ends, strict=True)
    ]
