"""Faults in declarations: where each stands, and how all of them are shown at once."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from fou_eval.errors import DeclarationError

Path = tuple[str | int, ...]


class Flaw(NamedTuple):
    """What is wrong at one key path of a file, before the file and the line are known."""

    path: Path
    message: str
    key: str | int | None = None  # when given, the line is that of this key inside the path


@dataclass(frozen=True, slots=True, order=True)
class Fault:
    """One fault: file relative to the study folder, line from 1, and a sentence with the remedy."""

    file: str
    line: int
    message: str

    def __str__(self) -> str:
        """Return ``file:line: message``."""
        return f"{self.file}:{self.line}: {self.message}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One YAML file as read: its data, the line of every key path, and what could not be read.

    Attributes
    ----------
    name
        Name relative to the study folder, with forward slashes.
    data
        Mappings as dict, lists as tuple, scalars as text, numbers, dates, truth values or None.
    lines
        Line (from 1) of the key or list item at each path.
    faults
        Faults of form; `complete` is false when they hide a part of the file.
    """

    name: str
    data: Any
    lines: Mapping[Path, int]
    faults: tuple[Fault, ...] = ()
    complete: bool = True

    def line(self, path: Path) -> int:
        """Give the line of a path, or of the nearest declared key above it."""
        for end in range(len(path), 0, -1):
            if path[:end] in self.lines:
                return self.lines[path[:end]]
        return 1

    def fault(self, flaw: Flaw) -> Fault:
        """Locate a flaw in this file."""
        place = self.place(flaw.path)
        line = self.line(flaw.path if flaw.key is None else (*flaw.path, flaw.key))
        return Fault(self.name, line, f"{place}: {flaw.message}" if place else flaw.message)

    def place(self, path: Path) -> str:
        """Write a path as ``columns.absence_pct``; the second item of a list is ``#2``."""
        words, here = [], self.data
        for part in path:
            inside = isinstance(here, tuple) and isinstance(part, int)
            words.append(f"#{int(part) + 1}" if inside else str(part))
            here = step_into(here, part)
        return ".".join(words)


def step_into(data: Any, part: str | int) -> Any:
    """Give the value at one key or list position, or None when there is none."""
    if isinstance(data, dict):
        return data.get(part)
    if isinstance(data, tuple) and isinstance(part, int) and 0 <= part < len(data):
        return data[part]
    return None


def refuse(faults: Iterable[Fault]) -> None:
    """Raise one error that lists every fault, one line each, in the order of files and lines.

    Raises
    ------
    DeclarationError
        If there is any fault.
    """
    unique = sorted(set(faults))
    if unique:
        raise DeclarationError("\n".join(str(fault) for fault in unique))
