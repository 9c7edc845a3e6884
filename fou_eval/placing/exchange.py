"""A new folder takes the place of an old one: in one step where the system knows how to, and else in two."""

import ctypes
import os
import sys
from pathlib import Path

_HERE = -100  # AT_FDCWD of Linux: paths are read from where the process stands
_EXCHANGE = 2  # RENAME_EXCHANGE of Linux and RENAME_SWAP of macOS
EARLIER = "earlier"
"""Name of the old folder beside the new one, where it takes two steps."""


def put(new: Path, place: Path) -> Path:
    """Put a folder in the place of another, and say where the other one is now.

    In one step there is no moment without a folder in the place. In two steps there is one; if the process is killed in
    it, the next run finds the old folder as `EARLIER`. Any other interruption is undone here.
    """
    if _at_once(new, place):
        return new
    aside = new.with_name(EARLIER)
    try:
        place.rename(aside)
        new.rename(place)
    except BaseException:  # an interruption too
        if aside.exists() and not place.exists():
            aside.rename(place)
        raise
    return aside


def take_back(new: Path, place: Path) -> None:
    """Undo `put`, wherever it was interrupted."""
    aside = new.with_name(EARLIER)
    if not aside.exists():
        _at_once(new, place)
        return
    if place.exists():
        place.rename(new)
    aside.rename(place)


def _at_once(one: Path, other: Path) -> bool:
    """Ask the system for an exchange; any refusal is left to plain renaming, which gives the reason if there is one."""
    sys.audit("os.rename", str(one), str(other), -1, -1)  # as Python announces its own renamings
    if sys.platform == "win32":
        return False
    library, paths = ctypes.CDLL(None), (os.fsencode(one), os.fsencode(other))
    if sys.platform == "linux" and hasattr(library, "renameat2"):
        return bool(library.renameat2(_HERE, paths[0], _HERE, paths[1], _EXCHANGE) == 0)
    if sys.platform == "darwin" and hasattr(library, "renamex_np"):
        return bool(library.renamex_np(*paths, _EXCHANGE) == 0)
    return False
