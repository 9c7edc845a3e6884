"""The report itself: the same answers for the files that it really writes, and for a command that is killed."""

import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from handmade_release import draw_stand_ins, make_release
from placing.faults import REFUSED, STOPPED, Kind, files, names, run
from small_study import declare

from fou_eval.disclosure.release import Release
from fou_eval.errors import WritingError
from fou_eval.report import filling
from fou_eval.report.writing import write_report

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="a process is copied to break it")


@pytest.fixture(scope="module")
def release() -> Release:
    return make_release()


@pytest.fixture
def quick_figures(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(filling, "all_pictures", draw_stand_ins)


def test_a_real_report_is_replaced_whole_or_not_at_all(
    release: Release, room: Path, quick_figures: None
) -> None:
    target = room / "report"
    write_report(release, target)
    (target / "notes.txt").write_bytes(b"mine")
    old = files(target)
    broken: tuple[tuple[Kind, int], ...] = (("killed", 9), ("full", 14), ("killed", 22), ("stopped", 30))
    for kind, at in broken:
        reached, ended = run(lambda: write_report(release, target, language="en"), kind, room, at)
        assert reached
        assert ended.code in {REFUSED, STOPPED, -signal.SIGKILL}, ended.said
        assert files(target) == old
        assert names(target) == sorted({name.partition("/")[0] for name in old})
    write_report(release, target, language="en")
    assert files(target)["report.pdf"] != old["report.pdf"]
    assert names(room) == ["report"]


def test_a_report_that_another_run_is_writing_is_refused_at_once(
    release: Release, tmp_path: Path, quick_figures: None
) -> None:
    code = (
        "import sys; from pathlib import Path; from fou_eval.placing import claimed\n"
        "with claimed(Path(sys.argv[1]), 'sv'):\n"
        "    sys.stdout.write('ready\\n'); sys.stdout.flush(); sys.stdin.readline()"
    )
    target = tmp_path / "report"
    with subprocess.Popen(
        [sys.executable, "-c", code, str(target)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as other:
        assert other.stdout is not None
        other.stdout.readline()
        with pytest.raises(WritingError, match="En annan körning skriver till report just nu"):
            write_report(release, target)
        other.communicate(b"\n")
    assert names(tmp_path) == []


def test_the_folder_in_which_one_stands_is_not_taken_away(
    release: Release, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "report" / "inner").mkdir(parents=True)
    (tmp_path / "report" / "manifest.json").write_bytes(b"{}")
    for folder in ("report", "report/inner"):
        monkeypatch.chdir(tmp_path / folder)
        with pytest.raises(WritingError, match="Du står i mappen report, som byts ut"):
            write_report(release, tmp_path / "report")
    monkeypatch.chdir(tmp_path / "report")
    with pytest.raises(WritingError, match="Du står i mappen report"):
        write_report(release, ".")
    with pytest.raises(WritingError, match="You stand in the folder report"):
        write_report(release, "", language="en")


def test_what_a_killed_run_left_is_not_somebodys(
    release: Release, tmp_path: Path, quick_figures: None
) -> None:
    """As a codebook that was being written to the same folder."""
    (tmp_path / "report" / ".files.0a1b2c3d.fou-eval").mkdir(parents=True)
    write_report(release, tmp_path / "report")
    assert ".files.0a1b2c3d.fou-eval" not in names(tmp_path / "report")


TABLE = r"""
table: visits
label: {sv: Besök, en: Visits}
row: {sv: en familj, en: one family}
key: [family, wave]
columns:
  family: {label: {sv: Familj, en: Family}, type: text, required: true, pattern: 'F\d{2}', role: family_id}
  wave: {label: {sv: Våg, en: Wave}, type: code, codes: waves, required: true, role: wave}
  score: {label: {sv: Poäng, en: Score}, type: number, min: 0, max: 20, role: outcome, domain: home, kind: scale,
          better: higher}
"""


@pytest.mark.slow
def test_a_command_that_is_killed_at_any_time_leaves_the_last_good_report(tmp_path: Path) -> None:
    study, target = tmp_path / "study", tmp_path / "build" / "report"
    declare(study, TABLE, primary="score")
    data = [
        f"F{family:02};{wave};{5 + family % 5 + 2 * place}"
        for family in range(12)
        for place, wave in enumerate(("t0", "t1"))
    ]
    (study / "visits.csv").write_text("\n".join(["family;wave;score", *data]) + "\n", "utf-8")
    command = [sys.executable, "-m", "fou_eval", "report", "--study", str(study), "--out", str(target)]
    command += ["--data", str(study / "visits.csv"), "--lang"]

    def start(language: str) -> "subprocess.Popen[bytes]":
        return subprocess.Popen([*command, language], stdout=subprocess.PIPE, stderr=subprocess.PIPE)

    def whole(language: str) -> dict[str, bytes]:
        with start(language) as process:
            told = process.communicate()
        assert process.returncode == 0, told
        return files(target)

    begun = time.monotonic()
    first = whole("en")
    (target / "notes.txt").write_bytes(b"mine")
    taken = time.monotonic() - begun
    seconds = random.Random(6)  # noqa: S311 when to kill
    with start("en") as process:
        # Most of the time goes to importing and measuring; the last part is where files are written.
        time.sleep(taken * seconds.uniform(0.5, 1.0))
        process.kill()
        process.communicate()
    assert process.returncode in {0, -signal.SIGKILL}
    assert files(target) == first | {"notes.txt": b"mine"}
