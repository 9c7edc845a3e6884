"""A folder is replaced whole or not at all, whatever breaks at whatever moment, and somebody's files in it stay."""

import errno
import os
import stat
import sys
from collections.abc import Callable
from pathlib import Path
from shutil import rmtree

import pytest
from placing.faults import DONE, KINDS, REFUSED, STOPPED, Kind, files, names, outcomes

from fou_eval.errors import WritingError
from fou_eval.placing import exchange, folder_in_place

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="a process is copied to break it")
OWN = ("figures", "report.pdf", "results.json")
FOREIGN = {"notes.txt": b"mine", "minutes/2016/march.txt": b"ours", ".hidden": b"his"}


def report(word: str) -> dict[str, bytes]:
    names = ("figures/overview.svg", f"figures/{word}.svg", "report.pdf", "results.json")
    return {name: f"{word} {name}".encode() * 50 for name in names}


OLD, NEW, NEXT = report("old"), report("new"), report("next")


def write(target: Path, content: dict[str, bytes]) -> None:
    with folder_in_place(target, OWN, "en") as folder:
        (folder / "figures").mkdir()
        for name, bytes_ in content.items():
            (folder / name).write_bytes(bytes_)


def place(folder: Path, content: dict[str, bytes]) -> None:
    for name, bytes_ in content.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(bytes_)


def broken(target: Path) -> None:
    """Begin to write and break: what is there afterwards is what a next run finds."""
    with pytest.raises(ZeroDivisionError), folder_in_place(target, OWN, "en"):
        raise ZeroDivisionError


def whole(found: dict[str, bytes], *allowed: dict[str, bytes]) -> bool:
    return found in allowed


@pytest.fixture
def in_steps(monkeypatch: pytest.MonkeyPatch) -> None:
    """A system that cannot exchange two folders in one step."""
    monkeypatch.setattr(exchange, "_at_once", lambda one, other: False)


@pytest.fixture
def without_links(monkeypatch: pytest.MonkeyPatch) -> None:
    """A disk on which a file has one name only."""

    def refuse(*given: object, **more: object) -> None:
        raise PermissionError(errno.EPERM, "no links here")

    monkeypatch.setattr(os, "link", refuse)
    monkeypatch.setattr("fou_eval.placing.folder.copytree", refuse)


def attacked(room: Path, kind: Kind, *, gap: bool, linked: bool = True) -> int:
    """Break the replacing of a report at every event.

    `gap` allows a moment without a folder, if the run was killed in it; without `linked` somebody's files may still lie
    beside it then. The next run brings both back.
    """
    parent = room / "build"
    target = parent / "report"

    def between() -> None:
        rmtree(parent, ignore_errors=True)
        place(target, OLD | FOREIGN)

    count = 0
    for ended in outcomes(lambda: write(target, NEW), kind, parent, between):
        where, count = f"{kind} at {ended.at}: {ended.said}", ended.at
        found = files(target)
        if not (gap and not found and (ended.code == -9 or kind == "locked")):
            assert whole(found if linked else found | FOREIGN, OLD | FOREIGN, NEW | FOREIGN), where
            assert linked or set(FOREIGN.values()) <= set(files(parent).values()), where
        if ended.code in {DONE, REFUSED} and found:
            assert found == ((NEW if ended.code == DONE else OLD) | FOREIGN), where
        if kind in {"refused", "full"}:
            assert names(parent) == ["report"] or kind == "refused", where
        assert ended.code in {DONE, REFUSED, STOPPED, -9}, where
        if ended.code != DONE:
            broken(target)
        assert whole(files(target), OLD | FOREIGN, NEW | FOREIGN), where
        write(target, NEXT)
        assert files(target) == NEXT | FOREIGN, where
        assert names(parent) == ["report"], where
    return count


@pytest.mark.parametrize("kind", KINDS)
def test_a_report_is_replaced_whole_or_not_at_all(room: Path, kind: Kind) -> None:
    assert attacked(room, kind, gap=not sys.platform.startswith("linux")) > 25


@pytest.mark.parametrize("kind", ["killed", "stopped", "locked"])
def test_the_same_where_folders_cannot_be_exchanged_in_one_step(
    room: Path, kind: Kind, in_steps: None
) -> None:
    assert attacked(room, kind, gap=True) > 25


@pytest.mark.parametrize("kind", ["killed"])
def test_the_same_where_a_file_has_one_name_only(
    room: Path, kind: Kind, in_steps: None, without_links: None
) -> None:
    assert attacked(room, kind, gap=True, linked=False) > 20


@pytest.mark.parametrize("kind", ["killed", "stopped", "full"])
def test_a_first_report_is_there_whole_or_not_at_all(room: Path, kind: Kind) -> None:
    target = room / "build" / "sv" / "report"
    for ended in outcomes(
        lambda: write(target, NEW), kind, room, lambda: rmtree(room / "build", ignore_errors=True)
    ):
        where = f"{kind} at {ended.at}: {ended.said}"
        assert whole(files(target), {}, NEW), where
        assert target.exists() == bool(files(target)), where
        if ended.code in {REFUSED, STOPPED} and kind != "locked":
            assert not target.exists() or kind == "stopped", where
        write(target, NEXT)
        assert files(target) == NEXT, where
        assert names(target.parent) == ["report"], where


def test_a_file_saved_anew_while_folders_change_places_is_not_lost(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "report"
    place(target, OLD | FOREIGN)
    put: Callable[[Path, Path], Path] = exchange.put

    def late(one: Path, other: Path) -> Path:
        (other / "saving").write_bytes(b"mine, corrected")
        (other / "saving").replace(other / "notes.txt")  # as editors save
        (other / "minutes" / "2017.txt").write_bytes(b"new")
        return put(one, other)

    monkeypatch.setattr("fou_eval.placing.folder.put", late)
    write(target, NEW)
    expected = NEW | FOREIGN | {"notes.txt": b"mine, corrected", "minutes/2017.txt": b"new"}
    assert files(target) == expected


def test_somebodys_files_stay_the_same_files(tmp_path: Path) -> None:
    target = tmp_path / "report"
    place(target, OLD | FOREIGN)
    os.utime(target / "notes.txt", (1, 1))
    (target / "link").symlink_to("notes.txt")
    before = (target / "notes.txt").stat()
    write(target, NEW)
    after = (target / "notes.txt").stat()
    assert (after.st_ino, after.st_mtime, after.st_nlink) == (before.st_ino, 1, 1)
    assert (target / "link").readlink() == Path("notes.txt")


def test_a_folder_closed_to_others_stays_closed(tmp_path: Path) -> None:
    target = tmp_path / "report"
    write(target, OLD)
    plain = tmp_path / "plain"
    plain.mkdir()
    assert target.stat().st_mode == plain.stat().st_mode
    target.chmod(0o700)
    write(target, NEW)
    assert stat.S_IMODE(target.stat().st_mode) == 0o700


def test_a_link_to_a_folder_stays_a_link(tmp_path: Path) -> None:
    write(tmp_path / "real", OLD)
    (tmp_path / "report").symlink_to("real")
    write(tmp_path / "report", NEW)
    assert (tmp_path / "report").is_symlink()
    assert files(tmp_path / "real") == NEW
    assert names(tmp_path) == ["real", "report"]


def test_only_what_this_program_left_is_removed(tmp_path: Path) -> None:
    others = (
        *(".report.new", ".report.0a1b2c3d", ".report.backup.fou-eval", ".other.0a1b2c3d.fou-eval"),
        *("report.0a1b2c3d.fou-eval", ".report.0a1b2c3d.fou-eval.txt"),
    )
    for name in others:
        (tmp_path / name).mkdir()
    (tmp_path / ".report.0a1b2c3d.fou-eval" / "new").mkdir(parents=True)
    write(tmp_path / "report", NEW)
    assert names(tmp_path) == sorted([*others, "report"])


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (errno.EACCES, "you may not write there, or something there is open in another program"),
        (errno.ENOSPC, "the disk is full"),
        (errno.EIO, "The system says: "),
    ],
)
def test_what_cannot_be_written_is_said_with_the_remedy(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, said: str
) -> None:
    target = tmp_path / "report"
    write(target, OLD)

    def refuse(*given: object, **more: object) -> None:
        raise OSError(number, "Anna Andersson 19121212-1212", str(tmp_path))

    with monkeypatch.context() as patch:
        patch.setattr(exchange, "_at_once", lambda one, other: False)
        patch.setattr(Path, "rename", refuse)
        with pytest.raises(WritingError, match=said) as told:
            write(target, NEW)
    assert "Anna" not in str(told.value)
    assert str(tmp_path) not in str(told.value)
    assert "another place" in str(told.value)
    assert files(tmp_path) == {f"report/{name}": content for name, content in OLD.items()}
