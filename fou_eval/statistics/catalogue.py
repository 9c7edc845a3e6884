"""Every statistic there is, by name; a new one is a function with a decorator in one of the modules below."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from fou_eval.statistics import (
    benchmarks,
    binary,
    bootstrap,
    calendar,
    classes,
    clinical,
    comparisons,
    counts,
    course,
    dose,
    effects,
    family_change,
    goals,
    imputation,
    incomplete,
    individual,
    interrupted,
    marginal,
    meaningful,
    mixed,
    paired_tables,
    ranks,
    scale,
    sensitivity,
    series,
    shares,
    waves,
)
from fou_eval.statistics.pairs import Better, Pairs
from fou_eval.statistics.registry import Kind, Scope, Statistic, entries_of

# The order in which a reader meets them.
_MODULES = (
    shares,
    family_change,
    scale,
    ranks,
    effects,
    binary,
    paired_tables,
    counts,
    bootstrap,
    marginal,
    sensitivity,
    incomplete,
    imputation,
    individual,
    clinical,
    meaningful,
    benchmarks,
    comparisons,
    dose,
    calendar,
    waves,
    mixed,
    goals,
    series,
    interrupted,
    classes,
    course,
)
CATALOGUE: Mapping[str, Statistic] = MappingProxyType(
    {entry.name: entry for module in _MODULES for entry in entries_of(module.__name__)}
)


def for_kind(
    kind: Kind, better: Better, takes: type[Any] = Pairs, scope: Scope = "contrast"
) -> tuple[Statistic, ...]:
    """Give the statistics for a kind of indicator, its direction, a type of evidence and a scope, in order.

    Examples
    --------
    >>> [entry.name for entry in for_kind("ladder", "higher") if entry.name.startswith("net")]
    ['net_improvement']
    """
    return tuple(
        entry
        for entry in CATALOGUE.values()
        if kind in entry.kinds and better in entry.better and entry.takes is takes and entry.scope == scope
    )
