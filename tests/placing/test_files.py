"""Files are replaced all or not at all, new ones replace nothing, and one run writes at a time."""

import errno
import os
import signal
import stat
import subprocess
import sys
import time
from pathlib import Path
from shutil import rmtree

import pytest
from placing.faults import DONE, REFUSED, Kind, files, names, outcomes

from fou_eval.disclosure.ledger import Edition, Ledger
from fou_eval.disclosure.ledger_file import KEY, LEDGER, open_ledger, save
from fou_eval.errors import DisclosureError, WritingError
from fou_eval.placing import (
    NewFile,
    claimed,
    files_in_place,
    folder_in_place,
    new_file_in_place,
    new_files_in_place,
)

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="a process is copied to break it")
FOREIGN = {"notes.txt": b"mine"}


def place(folder: Path, content: dict[str, bytes]) -> None:
    rmtree(folder, ignore_errors=True)
    folder.mkdir()
    for name, bytes_ in content.items():
        (folder / name).write_bytes(bytes_)


@pytest.mark.parametrize("kind", ["killed"])
def test_a_first_ledger_is_begun_again_after_any_break(room: Path, kind: Kind) -> None:
    """Key and ledger are two files; a key alone must not look as if the ledger had been lost."""
    folder = room / "study"

    def record() -> None:
        save(Ledger(folder=folder, key=b"k" * 32, study="s", editions=(Edition(name="2016", sets={}),)))

    for ended in outcomes(record, kind, room, lambda: place(folder, FOREIGN)):
        where = f"{kind} at {ended.at}: {ended.said}"
        assert ended.code in {DONE, REFUSED, -9}, where
        if ended.code == REFUSED:
            assert "must not be published" in ended.said
            assert files(folder) == FOREIGN, where
        if open_ledger(folder).editions == ():
            record()
        assert [edition.name for edition in open_ledger(folder).editions] == ["2016"], where
        save(open_ledger(folder))
        assert files(folder).keys() - {".files.lock.fou-eval"} >= {KEY, LEDGER, "notes.txt"}, where
        assert stat.S_IMODE((folder / KEY).stat().st_mode) == 0o600


def test_a_lost_ledger_is_still_told(tmp_path: Path) -> None:
    save(Ledger(folder=tmp_path, key=b"k" * 32, study="s", editions=(Edition(name="2016", sets={}),)))
    (tmp_path / LEDGER).unlink()
    with pytest.raises(DisclosureError, match=r"Restore ledger\.json"):
        open_ledger(tmp_path)


HOLDER = """
import sys, time
from pathlib import Path
from fou_eval.placing import folder_in_place
with folder_in_place(Path(sys.argv[1]), ("report.pdf",), "en") as new:
    (new / "report.pdf").write_bytes(b"first")
    sys.stdout.write("ready\\n"); sys.stdout.flush()
    sys.stdin.readline()
"""


def holder(target: Path) -> "subprocess.Popen[bytes]":
    process = subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(target)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    assert process.stdout is not None
    assert process.stdout.readline() == b"ready\n"
    return process


def test_of_two_runs_at_once_one_writes_and_the_other_is_told_at_once(tmp_path: Path) -> None:
    target = tmp_path / "build" / "report"
    with holder(target) as first:
        begun = time.monotonic()
        with (
            pytest.raises(WritingError, match=r"Another run is writing to report right now\. Wait until"),
            folder_in_place(target, ("report.pdf",), "en"),
        ):
            raise AssertionError
        with (
            pytest.raises(WritingError, match=r"En annan körning skriver till report just nu"),
            claimed(target, "sv"),
        ):
            raise AssertionError
        assert time.monotonic() - begun < 1
        first.communicate(b"\n")
    assert first.returncode == 0
    assert files(tmp_path) == {"build/report/report.pdf": b"first"}


def test_a_killed_run_holds_nothing(tmp_path: Path) -> None:
    target = tmp_path / "build" / "report"
    with holder(target) as first:
        first.send_signal(signal.SIGKILL)
    assert not target.exists()
    with folder_in_place(target, ("report.pdf",), "en") as new:
        (new / "report.pdf").write_bytes(b"second")
    assert files(tmp_path) == {"build/report/report.pdf": b"second"}


def test_a_run_that_holds_a_folder_may_write_it(tmp_path: Path) -> None:
    """A command keeps its folder from before the numbers are computed."""
    with claimed(tmp_path / "report", "en"):
        with folder_in_place(tmp_path / "report", ("a",), "en") as new:
            (new / "a").write_bytes(b"a")
        assert names(tmp_path) == [".report.lock.fou-eval", "report"]
    assert names(tmp_path) == ["report"]


def test_a_folder_kept_for_nothing_leaves_nothing(tmp_path: Path) -> None:
    with claimed(tmp_path / "build" / "sv" / "report", "en"):
        assert (tmp_path / "build" / "sv").is_dir()
    assert names(tmp_path) == []


LIMITED = """
import resource, signal, sys
from pathlib import Path
from fou_eval.errors import WritingError
from fou_eval.placing import files_in_place, folder_in_place, new_file_in_place
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (5000, 5000))
place, big = Path(sys.argv[1]), b"x" * 6000
def folder():
    with folder_in_place(place / "report", ("a", "b"), "sv") as new:
        (new / "a").write_bytes(b"new")
        (new / "b").write_bytes(big)
for write in (
    folder,
    lambda: files_in_place(place, {"a.csv": b"new", "b.csv": big}, "sv"),
    lambda: new_file_in_place(place / "new.xlsx", big, "sv"),
):
    try:
        write()
    except WritingError as error:
        sys.stdout.buffer.write(f"{error}\\n".encode())
"""


def test_a_disk_that_takes_no_more_in_the_middle_of_a_file_changes_nothing(tmp_path: Path) -> None:
    """The system itself refuses while a file is written, not when it is opened."""
    before = {"report/a": b"old", "report/b": b"old", "a.csv": b"old"}
    (tmp_path / "report").mkdir()
    for name, content in before.items():
        (tmp_path / name).write_bytes(content)
    done = subprocess.run(
        [sys.executable, "-c", LIMITED, str(tmp_path)],
        capture_output=True,
        check=True,
        text=True,
        encoding="utf-8",
    )
    told = done.stdout.splitlines()
    assert [line.partition(" ")[0] for line in told] == ["report", tmp_path.name, "new.xlsx"]
    assert all("kan inte skrivas: disken är full." in line for line in told)
    assert files(tmp_path) == before
    assert names(tmp_path) == ["a.csv", "report"]


def test_a_folder_that_may_not_be_written_is_named(tmp_path: Path) -> None:
    closed = tmp_path / "closed"
    (closed / "report").mkdir(parents=True)
    closed.chmod(0o500)
    try:
        if os.access(closed, os.W_OK):
            pytest.skip("this user may write everywhere; the same is told from the error number elsewhere")
        with (
            pytest.raises(WritingError, match="report cannot be written: you may not write there"),
            folder_in_place(closed / "report", (), "en"),
        ):
            raise AssertionError
        assert names(closed) == ["report"]
    finally:
        closed.chmod(0o700)


def test_a_new_file_is_refused_with_its_reason(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    new_file_in_place(tmp_path / "a.xlsx", b"one", "en")
    with pytest.raises(WritingError, match="is there already and may hold data"):
        new_file_in_place(tmp_path / "a.xlsx", b"two", "en")
    with pytest.raises(WritingError, match="the folder does not exist"):
        new_file_in_place(tmp_path / "nowhere" / "a.xlsx", b"two", "en")
    with pytest.raises(WritingError, match="a file is where a folder is needed"):
        new_file_in_place(tmp_path / "a.xlsx" / "b.xlsx", b"two", "en")

    def no_links(*given: object, **more: object) -> None:
        (tmp_path / "b.xlsx").write_bytes(b"theirs")  # somebody was faster
        raise OSError(errno.EOPNOTSUPP, "no links")

    monkeypatch.setattr(os, "link", no_links)
    with pytest.raises(WritingError, match="is there already"):
        new_file_in_place(tmp_path / "b.xlsx", b"mine", "en")
    assert files(tmp_path) == {"a.xlsx": b"one", "b.xlsx": b"theirs"}
    assert names(tmp_path) == ["a.xlsx", "b.xlsx"]


def test_a_second_file_that_is_taken_takes_the_first_away_again(tmp_path: Path) -> None:
    key = tmp_path / "key.csv"
    new = NewFile(path=tmp_path / "copy.xlsx", content=b"copy"), NewFile(path=key, content=b"key")
    with pytest.raises(WritingError, match=r"key\.csv is there already"), new_files_in_place("en", *new):
        key.write_bytes(b"theirs")
    assert files(tmp_path) == {"key.csv": b"theirs"}


def test_replaced_files_keep_their_rights(tmp_path: Path) -> None:
    files_in_place(tmp_path, {"a": b"one"}, "en")
    (tmp_path / "a").chmod(0o640)
    files_in_place(tmp_path, {"a": b"two", "b": b"two"}, "en", private=["b"])
    assert stat.S_IMODE((tmp_path / "a").stat().st_mode) == 0o640
    assert stat.S_IMODE((tmp_path / "b").stat().st_mode) == 0o600
