"""The declared views of a column in classes, from fine to coarse."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from fou_eval.declaration.codes import Class, CodeKey, Step
from fou_eval.declaration.text import Text


@dataclass(frozen=True, slots=True)
class Cell:
    """One class of a view: how estimates name it, its label, and the codes or the range of values in it."""

    category: str
    label: Text
    codes: tuple[str, ...] = ()
    start: float | None = None
    end: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Partition:
    """One view of a column in classes; `level` 0 is the finest."""

    level: int
    cells: tuple[Cell, ...]


def transition(before: Cell, after: Cell) -> str:
    """Name the move from one class of a view to another.

    Examples
    --------
    >>> from fou_eval.declaration.text import Text
    >>> far, near = (Cell(category, Text(sv="x", en="x")) for category in ("1:far", "1:near"))
    >>> transition(far, near)
    '1:far>near'
    """
    return f"{before.category}>{after.category.partition(':')[2]}"


def step_views(steps: Mapping[CodeKey, Step], groups: Mapping[str, Text]) -> Iterator[Partition]:
    """Give the views of a ladder: every step by itself, then each coarser grouping of the steps."""
    cells = tuple(Cell(f"0:{code}", step, (str(code),)) for code, step in steps.items())
    yield Partition(level=0, cells=cells)
    for depth in range(min((len(step.groups) for step in steps.values()), default=0)):
        yield _grouped(steps, groups, depth)


def class_views(views: tuple[tuple[Class, ...], ...]) -> Iterator[Partition]:
    """Give the declared merges of a column, in declared order; their levels begin at 1."""
    for level, classes in enumerate(views, start=1):
        cells = tuple(_class_cell(f"{level}:{place}", item) for place, item in enumerate(classes))
        yield Partition(level=level, cells=cells)


def _grouped(steps: Mapping[CodeKey, Step], groups: Mapping[str, Text], depth: int) -> Partition:
    members: dict[str, list[str]] = {}
    for code, step in steps.items():
        members.setdefault(step.groups[depth], []).append(str(code))
    level = depth + 1
    cells = tuple(Cell(f"{level}:{name}", groups[name], tuple(codes)) for name, codes in members.items())
    return Partition(level=level, cells=cells)


def _class_cell(category: str, item: Class) -> Cell:
    return Cell(category, item, tuple(str(code) for code in item.codes), item.start, item.end)
