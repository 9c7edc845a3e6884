"""What is calibrated: every test and interval that the catalogue offers, and the usual ones beside them."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from math import ceil, isfinite
from typing import Any

import numpy as np

from fou_eval.simulation.constructions import CONSTRUCTIONS, Seed
from fou_eval.simulation.designs import Design, stream
from fou_eval.simulation.drawing import draw
from fou_eval.simulation.peers import PEERS
from fou_eval.statistics.catalogue import CATALOGUE
from fou_eval.statistics.comparisons import Grouped, Partitioned
from fou_eval.statistics.dose import Dosed
from fou_eval.statistics.number import Number
from fou_eval.statistics.pairs import Pairs
from fou_eval.statistics.registry import EVERY_KIND, Kind, Statistic

CONFIDENCE = 0.95

# What is shown first, or by default beside it: all data sets of a cell, and held to the aim in symmetric designs.
DEFAULTS = (
    "family_mean_change",
    "family_rate_change",
    "mean_change",
    "net_improvement",
    "paired_difference",
    "rate_ratio",
    "change_from_entry",
)
# Share of the data sets of a cell that a procedure is run on: all for the defaults, fewer for others.
_OTHER_SHARE, _MADE_SHARE, _SLOW_SHARE = 0.12, 0.06, 0.04
_SLOW_MODULES = ("mixed", "imputation")
_BLOCK = 100

# Statistics whose target is the mean change itself; the targets of others are found by simulation.
_MEANS = frozenset(
    {
        *("family_mean_change", "family_mean_change_exact", "mean_change", "change_from_entry"),
        *("family_rate_change", "family_rate_change_exact", "paired_difference"),
        *("bootstrap_mean_change", "gee_mean_change", "gee_mean_change_md", "mixed_change", "imputed_change"),
        *PEERS,
    }
)
# Tests about groups and doses that were given at random: whatever changed, it has nothing to do with them.
_UNRELATED = frozenset({Grouped, Partitioned, Dosed})
# Bounds reach to the largest and smallest value that was seen, so that the larger the study, the wider they are.
_WITHOUT_TARGET = "bound_"
# Families, and data sets of so many, behind a target that is found by simulation.
_POPULATION, _POPULATIONS = 400, 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Procedure:
    """Something that gives a p-value or an interval for pairs.

    Attributes
    ----------
    name
        Name in the catalogue, or of a peer.
    kinds
        Kinds of indicator that it is computed for.
    run
        Pairs and a seed in, number out.
    test, interval
        What it offers.
    share
        Share of the data sets of a cell that it is run on.
    """

    name: str
    kinds: frozenset[Kind]
    run: Callable[[Pairs, Seed], Number]
    test: bool
    interval: bool
    share: float

    def datasets(self, total: int) -> int:
        """Give the number of data sets that it is run on, of those of a cell, in whole blocks.

        Examples
        --------
        >>> [procedure.datasets(5_000) for procedure in procedures("binary") if procedure.name == "person_t"]
        [600]
        """
        return min(total, ceil(total * self.share / _BLOCK) * _BLOCK)


def procedures(kind: Kind) -> tuple[Procedure, ...]:
    """Give every procedure for a kind of indicator that has a better direction, ours first."""
    return tuple(procedure for procedure in _ALL if kind in procedure.kinds)


def null_is_true(name: str, design: Design) -> bool:
    """Say whether the null hypothesis of a test is true in a design.

    When the mean change is zero but leans to one side, it is true of tests of the mean, and of the usual procedures,
    which are read as such; it is not true of tests of shares, ranks and signs, and their rejecting is no error.
    """
    if name in CATALOGUE and CATALOGUE[name].takes in _UNRELATED:
        return True
    return design.null and (design.shape != "skewed" or name in _MEANS)


def target(name: str, design: Design, seed: int) -> float:
    """Give the value that an interval of a procedure should hold in a design.

    When before and after are exchangeable it is zero, one for ratios. The mean change follows from the design. What is
    left is the mean over simulated groups of 400 families: its error is below a tenth of the standard error in a study
    of 30 families, which takes less than 0.1 percentage points from the coverage. Who leaves does not change the
    target: it is what one would have seen of all.
    """
    whole = replace(design, dropout="none")
    if name in _MEANS:
        return 0.0 if design.shape == "skewed" else whole.recorded.mean(design.change) - whole.recorded.mean()
    entry = CATALOGUE[name]
    if entry.takes in _UNRELATED:
        return 0.0
    if whole.symmetric and entry.scale in {"change", "points", "rate_change", "standardised", "index"}:
        return 0.0
    if whole.symmetric and entry.scale == "ratio":
        return 1.0
    large = replace(whole, families=_POPULATION, label=f"population {design.label}")
    words = stream(seed, "target", large.name)
    run = CONSTRUCTIONS[entry.takes]
    drawn = draw(large, np.random.default_rng(words), _POPULATIONS)
    values = [entry.function(run(pairs, words), confidence=CONFIDENCE).value for pairs in drawn]
    return float(np.mean([value for value in values if isfinite(value)] or [np.nan]))


def _catalogue() -> tuple[Procedure, ...]:
    found = []
    for entry in CATALOGUE.values():
        offered = entry.offers & {"test", "interval"}
        if entry.takes not in CONSTRUCTIONS or not offered or entry.name.startswith(_WITHOUT_TARGET):
            continue

        def run(pairs: Pairs, seed: Seed, entry: Any = entry) -> Number:
            number: Number = entry.function(CONSTRUCTIONS[entry.takes](pairs, seed), confidence=CONFIDENCE)
            return number

        found.append(
            Procedure(
                name=entry.name,
                kinds=entry.kinds if "higher" in entry.better else frozenset(),
                run=run,
                test="test" in entry.offers,
                interval="interval" in entry.offers,
                share=_share(entry),
            )
        )
    return tuple(found)


def _share(entry: Statistic) -> float:
    if entry.name in DEFAULTS:
        return 1.0
    if entry.function.__module__.rpartition(".")[2] in _SLOW_MODULES:
        return _SLOW_SHARE
    return _OTHER_SHARE if entry.takes is Pairs else _MADE_SHARE


def _peers() -> tuple[Procedure, ...]:
    found = []
    for name, function in PEERS.items():

        def run(pairs: Pairs, seed: Seed, function: Callable[..., Number] = function) -> Number:  # noqa: ARG001
            return function(pairs, confidence=CONFIDENCE)

        found.append(
            Procedure(
                name=name,
                kinds=EVERY_KIND,
                run=run,
                test=True,
                interval=name != "person_wilcoxon",
                share=_OTHER_SHARE,
            )
        )
    return tuple(found)


_ALL = (*_catalogue(), *_peers())
