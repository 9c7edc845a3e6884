"""Writing broken at every event of the file system; run in a small process, since it is copied for each event."""

import errno
import os
import stat
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from shutil import rmtree

from placing.faults import DONE, KINDS, REFUSED, STOPPED, Kind, files, names, outcomes

from fou_eval.placing import (
    NewFile,
    exchange,
    files_in_place,
    folder,
    folder_in_place,
    new_files_in_place,
)

OWN = ("figures", "report.pdf", "results.json")
FOREIGN = {"notes.txt": b"mine", "minutes/2016/march.txt": b"ours"}
BOOKS = ("book.pdf", "book.docx", "book.xlsx")


def report(word: str) -> dict[str, bytes]:
    """Give the files of a report; each report has a figure that the others have not."""
    return {name: f"{word} {name}".encode() * 50 for name in (f"figures/{word}.svg", *OWN[1:])}


OLD, NEW, NEXT = report("old"), report("new"), report("next")


def place(folder: Path, content: dict[str, bytes]) -> None:
    for name, given in content.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(given)


def write(target: Path, content: dict[str, bytes]) -> None:
    """Write as a report is written: with something for the work that is gone in the end."""
    with folder_in_place(target, OWN, "en") as new:
        place(new, {".build/source.typ": b"source", **content})
        (new / ".build" / "source.typ").unlink()
        (new / ".build").rmdir()


def broken(target: Path) -> None:
    """Begin to write and break: what is there afterwards is what a next run finds."""
    with suppress(ZeroDivisionError), folder_in_place(target, OWN, "en"):
        raise ZeroDivisionError


def replaced(room: Path, kind: Kind, *, gap: bool = False, linked: bool = True) -> int:
    """Break the replacing of a report at every event, and give their number.

    `gap` allows a moment without a folder, if the run was killed in it; without `linked` somebody's files may still lie
    beside it then. The next run brings both back.
    """
    parent, target = room / "build", room / "build" / "report"

    def between() -> None:
        rmtree(parent, ignore_errors=True)
        place(target, OLD | FOREIGN)

    at = 0
    for ended in outcomes(lambda: write(target, NEW), kind, parent, between):
        where, at = f"{kind} at {ended.at}: {ended.code} {ended.said}", ended.at
        found = files(target)
        assert ended.code in {DONE, REFUSED, STOPPED, -9}, where
        if found or not gap or not (ended.code == -9 or kind == "locked"):
            moving = ended.code == -9 and not linked
            assert (found | FOREIGN if moving else found) in (OLD | FOREIGN, NEW | FOREIGN), where
            assert linked or set(FOREIGN.values()) <= set(files(parent).values()), where
            if ended.code in {DONE, REFUSED}:
                assert found == ((NEW if ended.code == DONE else OLD) | FOREIGN), where
        if kind == "full":
            assert names(parent) == ["report"], where
        if ended.code != DONE:
            broken(target)
        assert files(target) in (OLD | FOREIGN, NEW | FOREIGN), where
        write(target, NEXT)
        assert files(target) == NEXT | FOREIGN, where
        assert names(parent) == ["report"], where
    return at


def first(room: Path, kind: Kind) -> int:
    """Break the writing of a report where none is, nor a folder for it."""
    target, at = room / "build" / "sv" / "report", 0

    def between() -> None:
        rmtree(room / "build", ignore_errors=True)

    for ended in outcomes(lambda: write(target, NEW), kind, room, between):
        where, at = f"{kind} at {ended.at}: {ended.code} {ended.said}", ended.at
        assert files(target) in ({}, NEW), where
        assert target.exists() == (files(target) == NEW), where
        assert ended.code != DONE or target.exists(), where
        if ended.code == REFUSED and kind in {"refused", "full"}:
            assert names(room) in ([], ["build"]), where
            assert kind == "refused" or names(room) == [], where
        write(target, NEXT)
        assert files(target) == NEXT, where
        assert names(target.parent) == ["report"], where
    return at


def several(room: Path, kind: Kind) -> int:
    """Break the writing of three files, two of which are there already."""
    out = room / "out"
    old, new, following = (
        {name: f"{word} {name}".encode() for name in BOOKS} for word in ("old", "new", "next")
    )
    before, after, at = {**FOREIGN, **dict(list(old.items())[1:])}, FOREIGN | new, 0

    def between() -> None:
        rmtree(out, ignore_errors=True)
        place(out, before)

    for ended in outcomes(lambda: files_in_place(out, new, "en"), kind, room, between):
        where, at = f"{kind} at {ended.at}: {ended.code} {ended.said}", ended.at
        found = {name: content for name, content in files(out).items() if ".fou-eval" not in name}
        assert found.items() <= before.items() | after.items(), where
        assert before.keys() <= found.keys(), where
        if ended.code != -9 and kind != "locked":
            assert found in (before, after), where
        if ended.code in {DONE, REFUSED}:
            assert found == (after if ended.code == DONE else before) or kind == "locked", where
        files_in_place(out, following, "en")
        assert files(out) == FOREIGN | following, where
        assert names(out) == sorted([*BOOKS, "minutes", "notes.txt"]), where
    return at


def pair(room: Path, kind: Kind) -> int:
    """Break the writing of a copy and its key; a key alone would be a risk."""
    copy, key, at = room / "data" / "copy.xlsx", room / "elsewhere" / "key.csv", 0
    both = {"data/copy.xlsx": b"copy", "elsewhere/key.csv": b"key"}
    aside = {"data/notes.txt": b"mine"}

    def act() -> None:
        new = NewFile(path=copy, content=b"copy"), NewFile(path=key, content=b"key", mode=0o600)
        with new_files_in_place("en", *new):
            pass

    def between() -> None:
        for parent in (copy.parent, key.parent):
            rmtree(parent, ignore_errors=True)
            parent.mkdir()
        place(room, aside)

    for ended in outcomes(act, kind, room, between):
        where, at = f"{kind} at {ended.at}: {ended.code} {ended.said}", ended.at
        found = {name: content for name, content in files(room).items() if ".fou-eval" not in name}
        assert copy.exists() or not key.exists(), where
        assert found.items() <= (aside | both).items(), where
        if ended.code in {DONE, REFUSED} and kind != "locked":
            assert found == (aside | both if ended.code == DONE else aside), where
        if ended.code == STOPPED:
            assert found in (aside, aside | both), where
        hidden = [path for path in room.rglob(".*.fou-eval") if path.is_dir()]
        assert all(stat.S_IMODE(path.stat().st_mode) == 0o700 for path in hidden), where
        copy.unlink(missing_ok=True)
        key.unlink(missing_ok=True)
        act()
        assert files(room) == aside | both, where
        assert stat.S_IMODE(key.stat().st_mode) == 0o600, where
    return at


BREAKS: dict[str, tuple[Kind, ...]] = {
    "replaced": KINDS,
    "in two steps": ("killed", "stopped"),
    "one name": ("killed",),
    "first": ("killed", "full"),
    "several": ("killed", "refused"),
    "pair": ("killed", "stopped"),
}


def refuse_links(*given: object, **more: object) -> None:
    raise PermissionError(errno.EPERM, "no links here")


def run_all(scenario: str, room: Path) -> int:
    """Run a scenario with every kind of fault; give the number of faults."""
    os.fsync = lambda descriptor: None  # what a failure of power leaves is not seen here
    if scenario in {"in two steps", "one name"}:
        exchange._at_once = lambda one, other: False
    if scenario == "one name":
        os.link, folder.copytree = refuse_links, refuse_links
    gap = scenario != "replaced" or not sys.platform.startswith("linux")
    act: dict[str, Callable[[Kind], int]] = {
        "replaced": lambda kind: replaced(room, kind, gap=gap),
        "in two steps": lambda kind: replaced(room, kind, gap=gap),
        "one name": lambda kind: replaced(room, kind, gap=gap, linked=False),
        "first": lambda kind: first(room, kind),
        "several": lambda kind: several(room, kind),
        "pair": lambda kind: pair(room, kind),
    }
    return sum(act[scenario](kind) for kind in BREAKS[scenario])


if __name__ == "__main__":
    sys.stdout.write(f"{run_all(sys.argv[1], Path(sys.argv[2]))}\n")
