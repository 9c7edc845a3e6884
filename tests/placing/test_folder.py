"""A folder is replaced whole or not at all, whatever breaks at whatever moment, and somebody's files in it stay."""

import errno
import os
import stat
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from placing.attacks import FOREIGN, NEW, OLD, place, write
from placing.faults import files, names

from fou_eval.errors import WritingError
from fou_eval.placing import exchange

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="a process is copied to break it")


@pytest.mark.parametrize(
    ("scenario", "least"),
    [
        ("replaced", 150),
        ("in two steps", 60),
        ("one name", 25),
        ("first", 50),
        ("several", 30),
        ("pair", 30),
    ],
)
def test_whatever_breaks_at_whatever_event_the_old_or_the_new_is_there_whole(
    scenario: str, least: int, room: Path
) -> None:
    tests = Path(__file__).parents[1]
    done = subprocess.run(
        [sys.executable, "-m", "placing.attacks", scenario, str(room)],
        env={**os.environ, "PYTHONPATH": os.pathsep.join([str(tests), str(tests.parent)])},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert int(done.stdout) > least


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
