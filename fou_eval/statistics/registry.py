"""How a function becomes a statistic of the catalogue."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Literal, Protocol

from fou_eval.statistics.number import Number
from fou_eval.statistics.pairs import Better, Pairs

Kind = Literal["scale", "ordinal", "count", "binary", "ladder"]
UnitKind = Literal["unit", "proportion", "points", "ratio", "standardised", "rate", "count"]
Scope = Literal["contrast", "course"]

EVERY_KIND: frozenset[Kind] = frozenset({"scale", "ordinal", "count", "binary", "ladder"})
DIRECTED: frozenset[Better] = frozenset({"higher", "lower"})
UNDIRECTED: frozenset[Better] = frozenset({"neither"})


class Measure(Protocol):
    """What every statistic looks like: pairs in, one number out."""

    def __call__(self, pairs: Pairs, *, confidence: float) -> Number:
        """Compute the number; never raise, never warn, never leave nan without a note."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Statistic:
    """An entry of the catalogue.

    Attributes
    ----------
    name
        Name in the `statistic` column; its label and method stand in the phrase catalogue under it.
    kinds
        Kinds of indicator that it is computed for.
    source
        Where the procedure comes from.
    function
        The procedure.
    unit_kind
        What the number is counted in; "unit" is the indicator's own unit.
    better
        Directions of improvement that it is computed for.
    scope
        Whether it describes the contrast or, wave by wave, the course since entry.
    """

    name: str
    kinds: frozenset[Kind]
    source: str
    function: Measure
    unit_kind: UnitKind
    better: frozenset[Better]
    scope: Scope


_ENTRIES: dict[str, Statistic] = {}


def statistic(
    *,
    name: str,
    kinds: frozenset[Kind],
    source: str,
    scale: UnitKind,
    better: frozenset[Better] = DIRECTED | UNDIRECTED,
    scope: Scope = "contrast",
) -> Callable[[Measure], Measure]:
    """Enter the decorated function in the catalogue; it stays an ordinary function.

    Raises
    ------
    ValueError
        If the name is taken.
    """

    def enter(function: Measure) -> Measure:
        if name in _ENTRIES:
            raise ValueError(f"the catalogue already has a statistic named '{name}'.")
        _ENTRIES[name] = Statistic(
            name=name,
            kinds=kinds,
            source=source,
            function=function,
            unit_kind=scale,
            better=better,
            scope=scope,
        )
        return function

    return enter


def entries_of(module: str) -> Iterator[Statistic]:
    """Give the entries that a module made, in the order in which they stand there."""
    return (entry for entry in _ENTRIES.values() if getattr(entry.function, "__module__", None) == module)
