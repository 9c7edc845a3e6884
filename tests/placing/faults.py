"""Faults at every event of the file system, in a process of its own: see `outcomes`."""

import errno
import os
import signal
import sys
import warnings
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

Kind = Literal["killed", "stopped", "refused", "full", "locked"]
"""Killed; Ctrl-C; one refusal; from then on no room; from then on nothing may be changed."""
KINDS: tuple[Kind, ...] = ("killed", "stopped", "refused", "full", "locked")
CHANGES = {
    *("os.rename", "os.mkdir", "os.rmdir", "os.remove", "os.link", "os.symlink", "os.chmod"),
    "open",
}
NEEDS_ROOM = {"os.mkdir", "os.link", "os.symlink", "open"}
WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT
DONE, REFUSED, STOPPED, BROKEN = 0, 3, 4, 5


@dataclass(frozen=True)
class Outcome:
    """How a run with a fault at its event number `at` ended."""

    at: int
    code: int  # one of the four above, or minus the signal
    said: str


def outcomes(
    act: Callable[[], None], kind: Kind, folder: Path, between: Callable[[], None]
) -> Iterator[Outcome]:
    """Run `act` with a fault at its first event, its second, and so on, until it has no such event any more."""
    for at in range(1, 1000):
        between()
        reached, ended = run(act, kind, folder, at)
        yield ended
        if not reached:
            assert ended.code == DONE, ended.said
            return


def run(act: Callable[[], None], kind: Kind, folder: Path, at: int) -> tuple[bool, Outcome]:
    """Run `act` in a process of its own; tell whether it came to the event."""
    reading, writing = os.pipe()
    with warnings.catch_warnings():  # newer Pythons warn that other threads are not carried over
        warnings.simplefilter("ignore")
        child = os.fork()
    if child == 0:
        os.close(reading)
        code, said = BROKEN, ""
        try:
            sys.addaudithook(hook(kind, str(folder), at, writing))
            code, said = attempt(act)
        finally:
            os.write(writing, said.encode())
            os._exit(code)
    os.close(writing)
    with os.fdopen(reading, "rb") as pipe:
        told = pipe.read()
    code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    return told.startswith(b"!"), Outcome(at, code, told.removeprefix(b"!").decode())


def attempt(act: Callable[[], None]) -> tuple[int, str]:
    try:
        act()
    except KeyboardInterrupt:
        return STOPPED, ""
    except Exception as error:  # noqa: BLE001 it is told to the test
        known = type(error).__name__ in {"WritingError", "DisclosureError"}
        return (REFUSED if known else BROKEN), f"{type(error).__name__}: {error}"
    return DONE, ""


def hook(kind: Kind, folder: str, at: int, pipe: int) -> Callable[[str, tuple[object, ...]], None]:
    """Count what changes files, and break at the right one."""
    seen = 0

    def heard(event: str, given: tuple[object, ...]) -> None:
        nonlocal seen
        if event not in CHANGES or not isinstance(given[0], str | bytes | os.PathLike):
            return
        path = os.fsdecode(given[0])
        if path.startswith("/") and not path.startswith(folder):
            return
        if event == "open" and not int(given[2] or 0) & WRITING:  # type: ignore[call-overload]
            return
        seen += 1
        if seen == at:
            os.write(pipe, b"!")
        if seen == at or (seen > at and kind in {"full", "locked"}):
            fail(kind, event)

    return heard


def fail(kind: Kind, event: str) -> None:
    match kind:
        case "killed":
            os.kill(os.getpid(), signal.SIGKILL)
        case "stopped":
            raise KeyboardInterrupt
        case "refused":
            raise OSError(errno.ENOSPC, "the words of the system")
        case "full" if event in NEEDS_ROOM:
            raise OSError(errno.ENOSPC, "the words of the system")
        case "locked":
            raise OSError(errno.EROFS, "the words of the system")
        case _:
            return


def names(folder: Path) -> list[str]:
    """Give what lies in a folder."""
    return sorted(path.name for path in folder.iterdir())


def files(folder: Path) -> dict[str, bytes]:
    """Give every file below a folder, hidden ones too."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
