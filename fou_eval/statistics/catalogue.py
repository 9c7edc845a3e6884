"""Every statistic there is, by name; a new one is a function with a decorator in one of the modules below."""

from collections.abc import Mapping
from types import MappingProxyType

from fou_eval.statistics import binary, counts, course, family_change, scale, sensitivity, shares
from fou_eval.statistics.pairs import Better
from fou_eval.statistics.registry import Kind, Statistic, entries_of

CATALOGUE: Mapping[str, Statistic] = MappingProxyType(
    {
        entry.name: entry
        for module in (shares, family_change, scale, binary, counts, sensitivity, course)
        for entry in entries_of(module.__name__)
    }
)


def for_kind(kind: Kind, better: Better) -> tuple[Statistic, ...]:
    """Give the statistics of the contrast for a kind of indicator and its direction, in the order they are shown.

    Examples
    --------
    >>> [entry.name for entry in for_kind("ladder", "higher") if entry.unit_kind == "points"]
    ['net_improvement']
    """
    return tuple(
        entry
        for entry in CATALOGUE.values()
        if kind in entry.kinds and better in entry.better and entry.scope == "contrast"
    )
