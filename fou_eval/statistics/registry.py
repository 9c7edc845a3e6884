"""How a function becomes a statistic of the catalogue."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, Literal, TypeVar

from fou_eval.statistics.number import Number
from fou_eval.statistics.pairs import Better, Pairs

Kind = Literal["scale", "ordinal", "count", "binary", "ladder"]
Scale = Literal[
    "unit",  # a level in the indicator's own unit
    "change",  # a difference in that unit
    "size",  # the size of a difference, without sign
    "proportion",
    "points",  # a difference of proportions
    "rate",
    "rate_change",
    "ratio",
    "standardised",  # in standard deviations
    "index",  # from -1 to 1, without a unit
    "score",  # points of a score of its own, such as a chi-square or a T score
    "count",
]
Scope = Literal["contrast", "class", "move", "course"]
Offer = Literal["interval", "test", "range"]

EVERY_KIND: frozenset[Kind] = frozenset({"scale", "ordinal", "count", "binary", "ladder"})
DIRECTED: frozenset[Better] = frozenset({"higher", "lower"})
UNDIRECTED: frozenset[Better] = frozenset({"neither"})
INTERVAL: frozenset[Offer] = frozenset({"interval"})
TEST: frozenset[Offer] = frozenset({"test"})
INTERVAL_AND_TEST: frozenset[Offer] = INTERVAL | TEST
RANGE: frozenset[Offer] = frozenset({"range"})

# What every statistic looks like: a frozen value that holds the evidence (`Pairs` for most) and, by keyword, the
# `confidence` of its interval go in; a `Number` comes out. It never raises, never warns, never leaves nan without a
# note. The evidence differs from family to family of statistics, so its type stands in the entry (`takes`).
Measure = Callable[..., Number]
M = TypeVar("M", bound=Measure)


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
    formula
        The estimate, its interval and its p-value in one line of plain text.
    function
        The procedure.
    scale
        What the number is counted in.
    better
        Directions of improvement that it is computed for.
    takes
        The type of evidence that the procedure receives.
    scope
        Whether it describes the contrast, one class or one move between classes of it, or, wave by wave, the course
        since entry.
    offers
        What comes with the value: a confidence interval, a p-value, or a range that is no confidence interval.
    reference
        Names of published or R-computed quantities that it is tested against.
    """

    name: str
    kinds: frozenset[Kind]
    source: str
    formula: str
    function: Measure
    scale: Scale
    better: frozenset[Better]
    takes: type[Any]
    scope: Scope
    offers: frozenset[Offer]
    reference: tuple[str, ...]

    @property
    def family(self) -> str:
        """Name of the module that holds the entry: the family of statistics that it belongs to."""
        return self.function.__module__.rpartition(".")[2]


_ENTRIES: dict[str, Statistic] = {}


def statistic(  # noqa: PLR0913 each names one property of an entry, all by keyword
    *,
    name: str,
    kinds: frozenset[Kind],
    source: str,
    formula: str,
    scale: Scale,
    better: frozenset[Better] = DIRECTED | UNDIRECTED,
    takes: type[Any] = Pairs,
    scope: Scope = "contrast",
    offers: frozenset[Offer] = frozenset(),
    reference: tuple[str, ...] = (),
) -> Callable[[M], M]:
    """Enter the decorated function in the catalogue; it stays an ordinary function.

    Raises
    ------
    ValueError
        If the name is taken by another function.
    """

    def enter(function: M) -> M:
        earlier = _ENTRIES.get(name)
        if earlier is not None and earlier.function.__qualname__ != function.__qualname__:
            raise ValueError(f"the catalogue already has a statistic named '{name}'.")
        _ENTRIES[name] = Statistic(
            name=name,
            kinds=kinds,
            source=source,
            formula=formula,
            function=function,
            scale=scale,
            better=better,
            takes=takes,
            scope=scope,
            offers=offers,
            reference=reference,
        )
        return function

    return enter


def entries_of(module: str) -> Iterator[Statistic]:
    """Give the entries that a module made, in the order in which they stand there."""
    return (entry for entry in _ENTRIES.values() if getattr(entry.function, "__module__", None) == module)
