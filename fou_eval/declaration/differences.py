"""What differs between two states of the same declarations, key by key and in the order of the files."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any, Literal

from fou_eval.declaration.written import Contents, written

How = Literal["added", "removed", "changed", "order"]
Path = tuple[str | int, ...]
# What tells the rules of a table apart: a rule that was put in between does not make all later ones differ.
_NAMED_BY = "id"


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """One difference between two states of the declarations.

    Attributes
    ----------
    file
        Name of the file relative to the study folder.
    path
        Keys from the outermost to the innermost; an item of a list by its id or else its place, counted from 0; empty
        when the whole file came or went.
    how
        `added`, `removed`, `changed`, or `order` when the same keys or items stand in another order.
    was, now
        The value before and after; None on the side where there is none (`how` tells that from a declared null), and
        the keys or items in their two orders when only the order differs.
    """

    file: str
    path: Path
    how: How
    was: object = None
    now: object = None

    @property
    def place(self) -> str:
        """Say where it is, as ``plan.yaml: primary.school``."""
        return f"{self.file}: {'.'.join(map(str, self.path))}" if self.path else self.file


def differences(before: Contents, after: Contents) -> tuple[Difference, ...]:
    """Compare two states of the declarations of a study.

    There is no difference exactly when every file has the same fingerprint in both: comments and layout do not count,
    the order of keys does, since domains, waves and columns are reported in it. A change of order is told once, where
    it happened, and apart from what was changed inside.

    Parameters
    ----------
    before, after
        What each file declares, by name, as `Declaration.contents`.

    Returns
    -------
    tuple of Difference
        By file, those of the earlier state first and in its order, then the new ones; within a file likewise by key.

    Examples
    --------
    >>> was = {"plan.yaml": {"primary": {"school": "absence_pct"}, "seed": 1}}
    >>> now = {"plan.yaml": {"primary": {"school": "grade_mean"}, "seed": 1}}
    >>> [(found.place, found.was, found.now) for found in differences(was, now)]
    [('plan.yaml: primary.school', 'absence_pct', 'grade_mean')]
    """
    return tuple(
        Difference(file=str(path[0]), path=path[1:], how=how, was=was, now=now)
        for path, how, was, now in _by_key(before, after, ())
    )


_Found = tuple[Path, How, object, object]


def _between(was: Any, now: Any, path: Path) -> Iterator[_Found]:
    if isinstance(was, Mapping) and isinstance(now, Mapping):
        yield from _in_order(list(was), list(now), path)
        yield from _by_key(was, now, path)
    elif _is_list(was) and _is_list(now):
        yield from _of_lists(was, now, path)
    elif _text(was) != _text(now):  # as written: 1 is neither true nor 1.0
        yield path, "changed", was, now


def _by_key(was: Mapping[Any, Any], now: Mapping[Any, Any], path: Path) -> Iterator[_Found]:
    for key, value in was.items():
        if key in now:
            yield from _between(value, now[key], (*path, key))
        else:
            yield (*path, key), "removed", value, None
    for key, value in now.items():
        if key not in was:
            yield (*path, key), "added", None, value


def _in_order(was: Sequence[Any], now: Sequence[Any], path: Path) -> Iterator[_Found]:
    """Tell once that what both hold stands in another order."""
    first = tuple(key for key in was if key in now)
    then = tuple(key for key in now if key in was)
    if first != then:
        yield path, "order", first, then


def _of_lists(was: Sequence[Any], now: Sequence[Any], path: Path) -> Iterator[_Found]:
    """Compare lists: of names as one value, of mappings and lists item by item."""
    first, then = [_text(item) for item in was], [_text(item) for item in now]
    if first == then:
        return
    if Counter(first) == Counter(then):
        yield path, "order", tuple(was), tuple(now)
    elif not all(isinstance(item, Mapping) or _is_list(item) for item in (*was, *now)):
        yield path, "changed", tuple(was), tuple(now)
    elif _have_names(was) and _have_names(now):
        yield from _between(_named(was), _named(now), path)
    else:
        yield from _by_place(was, now, path)


def _by_place(was: Sequence[Any], now: Sequence[Any], path: Path) -> Iterator[_Found]:
    """Compare items without a name: equal runs belong together, and what stands between them is compared in turn."""
    texts = ([_text(item) for item in was], [_text(item) for item in now])
    for same, i1, i2, j1, j2 in SequenceMatcher(None, *texts, autojunk=False).get_opcodes():
        if same == "equal":
            continue
        both = min(i2 - i1, j2 - j1)
        for step in range(both):
            yield from _between(was[i1 + step], now[j1 + step], (*path, i1 + step))
        for place in range(i1 + both, i2):
            yield (*path, place), "removed", was[place], None
        for place in range(j1 + both, j2):
            yield (*path, place), "added", None, now[place]


def _have_names(items: Sequence[Any]) -> bool:
    names = [item.get(_NAMED_BY) for item in items if isinstance(item, Mapping)]
    return len(set(names) - {None}) == len(items)


def _named(items: Sequence[Any]) -> dict[Any, Any]:
    return {item[_NAMED_BY]: item for item in items}


def _is_list(value: object) -> bool:
    return isinstance(value, (list, tuple))


def _text(value: object) -> str:
    """Give the written form of a value, which is what its fingerprint is of."""
    return written({"": value})
