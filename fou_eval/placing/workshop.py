"""The hidden folder in which something is made before it is put in its place, and what killed runs leave of it."""

import os
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from secrets import token_hex
from shutil import rmtree

ENDING = ".fou-eval"
_ANY = re.compile(r"\..+\.[0-9a-f]{8}" + re.escape(ENDING))


def lock_of(target: Path) -> Path:
    """Name the file whose lock a run holds while it writes a target; it lies beside it and goes with the run.

    Examples
    --------
    >>> lock_of(Path("build/report")).name
    '.report.lock.fou-eval'
    """
    return target.with_name(f".{target.name}.lock{ENDING}")


def is_workshop(name: str) -> bool:
    """Say whether a name is one that only this room gives.

    Examples
    --------
    >>> is_workshop(".report.0a1b2c3d.fou-eval"), is_workshop(".report.old"), is_workshop("report.fou-eval")
    (True, False, False)
    """
    return _ANY.fullmatch(name) is not None


def is_ours(name: str) -> bool:
    """Say whether a name is one of this room: a folder for the work, or a lock.

    Examples
    --------
    >>> is_ours(".report.lock.fou-eval"), is_ours(".report.lock")
    (True, False)
    """
    return name.startswith(".") and name.endswith(ENDING)


def left_by(target: Path) -> list[Path]:
    """Find what killed runs left of a target; nothing else in the folder is meant, whatever it is called."""
    own = re.compile(re.escape(f".{target.name}.") + r"[0-9a-f]{8}" + re.escape(ENDING))
    return sorted(item for item in target.parent.iterdir() if own.fullmatch(item.name))


@contextmanager
def workshop(target: Path, rescue: Callable[[Path], None] | None = None) -> Iterator[Path]:
    """Give an empty folder beside a target for the time of the work, and remove it afterwards, full or empty.

    Only its owner can look into it, since what is in it has not been given its rights yet.

    Parameters
    ----------
    target
        A target that this run has claimed, so that what is left there is of no living run.
    rescue
        Takes out what is still needed of a folder that a killed run left, before it is removed.
    """
    for left in left_by(target):
        if rescue is not None:
            rescue(left)
        rmtree(left, ignore_errors=True)
    work = target.with_name(f".{target.name}.{token_hex(4)}{ENDING}")
    try:
        work.mkdir(mode=0o700)
        yield work
    finally:
        rmtree(work, ignore_errors=True)
        if work.exists():  # something held a file for a moment, as scanners for viruses do
            rmtree(work, ignore_errors=True)


def flush(path: Path) -> None:
    """Wait until a file, or all that is in a folder, is on the disk and not only on its way there.

    Without it the new name can reach the disk before what it stands for, and a failure of power leaves empty files.
    """
    if path.is_symlink():
        return
    if path.is_dir():
        for item in path.iterdir():
            flush(item)
        flush_names(path)
        return
    with path.open("r+b") as file:
        os.fsync(file.fileno())


def flush_names(folder: Path) -> None:
    """Wait until the names in a folder are on the disk; some systems cannot, and do so on their own."""
    with suppress(OSError):
        opened = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(opened)
        finally:
            os.close(opened)
