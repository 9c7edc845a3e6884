"""Check the steps of a ladder, their groups, and the classes of any column."""

from collections.abc import Iterator
from itertools import groupby, pairwise
from math import isclose

from fou_eval.declaration.codebook import Class, Column
from fou_eval.declaration.faults import Flaw, Path
from fou_eval.declaration.known import Known, absent


def step_flaws(column: Column) -> Iterator[Flaw]:
    """Give the flaws of steps and groups; a group holds neighbouring steps, and groups nest from fine to coarse."""
    if column.steps is None:
        if column.groups:
            yield Flaw(("groups",), "groups are for steps, and there are none. Add steps or remove groups.")
        return
    if column.type not in {"code", "integer"}:
        yield Flaw(("steps",), f"steps are for type code, and this is type {column.type}. Change the type.")
    if isinstance(column.codes, dict) and [*map(str, column.codes)] != [*map(str, column.steps)]:
        yield Flaw(("codes",), "codes and steps are both declared and differ. Keep the steps only.")
    if not column.steps:
        yield Flaw(("steps",), "no step is listed. Expected at least two, from lowest to highest.")
        return
    deepest = max(len(step.groups) for step in column.steps.values())
    short = [key for key, step in column.steps.items() if len(step.groups) != deepest]
    for key in short:
        found = len(column.steps[key].groups)
        yield Flaw(
            ("steps", key),
            f"groups: {found} here, {deepest} at other steps. Give all steps equally many.",
        )
    yield from _group_name_flaws(column)
    if not short:
        yield from _group_order_flaws(column, deepest)


def _group_name_flaws(column: Column) -> Iterator[Flaw]:
    used = set()
    for key, step in (column.steps or {}).items():
        for place, name in enumerate(step.groups):
            used.add(name)
            yield from absent("group", name, tuple(column.groups), ("steps", key, "groups", place))
    for name in column.groups:
        if name not in used:
            yield Flaw(
                ("groups", name), f"no step belongs to group '{name}'. Remove it, or name it in a step."
            )


def _group_order_flaws(column: Column, depth: int) -> Iterator[Flaw]:
    steps = list((column.steps or {}).items())
    for place in range(depth):
        seen: set[str] = set()
        for name, members in groupby(steps, key=lambda item: item[1].groups[place]):
            first = next(members)[0]
            if name in seen:
                path = ("steps", first, "groups", place)
                yield Flaw(
                    path,
                    f"group '{name}' begins again after another group. Neighbouring steps only can be merged.",
                )
            seen.add(name)
        if place:
            yield from _nesting_flaws(column, place)


def _nesting_flaws(column: Column, place: int) -> Iterator[Flaw]:
    holders: dict[str, str] = {}
    for key, step in (column.steps or {}).items():
        fine, coarse = step.groups[place - 1], step.groups[place]
        if holders.setdefault(fine, coarse) != coarse:
            path = ("steps", key, "groups", place)
            yield Flaw(
                path,
                f"group '{fine}' lies in both '{holders[fine]}' and '{coarse}'. A coarser group holds whole ones.",
            )


def class_flaws(column: Column, known: Known) -> Iterator[Flaw]:
    """Give the flaws of classes: in order, without overlap, and together all values that are allowed."""
    if column.classes and column.steps:
        yield Flaw(
            ("classes",), "classes stand beside steps. Merge steps by their groups, and remove classes."
        )
        return
    codes = known.codes(column)
    for place, view in enumerate(column.classes):
        path: Path = ("classes", place)
        if not view:
            yield Flaw(path, "no class is listed. Expected at least two.")
        elif codes is not None and column.type == "code":
            yield from _listed_flaws(view, codes, path)
        elif column.type in {"integer", "number"}:
            yield from _range_flaws(column, view, path)
        elif column.type != "code":
            yield Flaw(
                path, f"classes are for numbers and codes, and this is type {column.type}. Remove them."
            )
    for place, (finer, coarser) in enumerate(pairwise(column.classes), start=1):
        if len(coarser) >= len(finer):
            yield Flaw(
                ("classes", place),
                "this view has as many classes as the one above. List views from fine to coarse.",
            )


def _listed_flaws(view: tuple[Class, ...], codes: tuple[str, ...], path: Path) -> Iterator[Flaw]:
    listed = [str(code) for item in view for code in item.codes]
    for place, item in enumerate(view):
        if item.start is not None or item.end is not None or not item.codes:
            yield Flaw(
                (*path, place),
                "a class of a code column lists its codes. Write codes: [...] in place of from and to.",
            )
        for code in item.codes:
            yield from absent("code", str(code), codes, (*path, place, "codes"))
    left = [code for code in codes if code not in listed]
    if left:
        yield Flaw(path, f"no class holds {', '.join(left)}. Put every code in one class.")
    elif listed != list(codes) and set(listed) == set(codes):
        yield Flaw(path, "codes stand twice or out of order. List each once, in the order of the codes.")


def _range_flaws(column: Column, view: tuple[Class, ...], path: Path) -> Iterator[Flaw]:
    step = column.resolution or (1 if column.type == "integer" else None)
    if step is None:
        yield Flaw(
            path, "classes of a number need resolution, to tell where one ends and the next begins. Add it."
        )
        return
    for place, item in enumerate(view):
        here = (*path, place)
        if item.codes:
            yield Flaw(here, "a class of numbers has from and to. Write them in place of codes.")
            return
        if item.start is not None and item.end is not None and item.start > item.end:
            yield Flaw(here, f"from {item.start} is above to {item.end}. Exchange or correct them.")
            return
    for place, (lower, upper) in enumerate(pairwise(view), start=1):
        yield from _seam_flaws(lower, upper, step, (*path, place))
    yield from _end_flaws(column, view, path)


def _seam_flaws(lower: Class, upper: Class, step: float, path: Path) -> Iterator[Flaw]:
    if lower.end is None or upper.start is None:
        yield Flaw(
            path, "only the first class may lack from, and only the last may lack to. Add the missing one."
        )
    elif upper.start <= lower.end:
        yield Flaw(
            path,
            f"the class begins at {upper.start}, where the class before ends at {lower.end}. They overlap.",
        )
    elif not isclose(upper.start - lower.end, step, rel_tol=1e-9, abs_tol=1e-9):
        yield Flaw(
            path,
            f"values between {lower.end} and {upper.start} are in no class. Let classes meet in steps of {step}.",
        )


def _end_flaws(column: Column, view: tuple[Class, ...], path: Path) -> Iterator[Flaw]:
    low, high = column.min, column.max
    start, end = view[0].start, view[-1].end
    if start is not None and not (isinstance(low, (int, float)) and start <= low):
        bound = f"down to min {low}" if low is not None else "down, since there is no min"
        yield Flaw(
            (*path, 0),
            f"the first class begins at {start} and must reach {bound}. Correct it or leave out from.",
        )
    if end is not None and not (isinstance(high, (int, float)) and end >= high):
        bound = f"up to max {high}" if high is not None else "up, since there is no max"
        yield Flaw(
            (*path, len(view) - 1),
            f"the last class ends at {end} and must reach {bound}. Correct it or leave out to.",
        )
