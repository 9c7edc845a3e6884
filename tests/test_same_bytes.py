"""Whatever is written is the same, byte for byte, whoever writes it, wherever and whenever.

Two runs write everything (`everything_written.py`) and differ in all of this at once: hash seed, time zone, language
and decimal mark of the system, cores and threads, user, home with somebody's own settings for figures, working folder,
absolute or relative paths, rights of new files, terminal, and of the study its folder, the dates of its files, the
format of the data, and the order of rows and columns. It is `smaller_study`, with most tables of records. What
`pseudonymise` writes is random by purpose: numbers that could be drawn again would be a key.
"""

import csv
import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Mapping
from itertools import zip_longest
from pathlib import Path

import numpy as np
import openpyxl
import pytest
from smaller_study import write
from typer.main import get_command

import fou_eval
from fou_eval import cli
from fou_eval.intake.survey import SYNTHETIC_FILE

pty = pytest.importorskip("pty")
pytestmark = pytest.mark.slow
SCRIPT = Path(__file__).with_name("everything_written.py")
PLACES = os.pathsep.join(str(folder) for folder in (Path(fou_eval.__file__).parents[1], SCRIPT.parent))
THREADS = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS")
LONG_AGO = 1_000_000_000  # September 2001
FILES = {
    *("overview.png", "template.xlsx", "converted.xlsx", "followup_family_markerad.xlsx", "bundle.zip"),
    *(f"codebook/familjelotsen_kodbok.{ending}" for ending in ("pdf", "docx", "xlsx")),
    *(f"calibration/{name}" for name in ("calibration.csv", "CALIBRATION.md", "calibration.svg")),
    *("power/power.json", "power/power.svg"),
    *(f"r_internal/{name}" for name in ("contrasts.csv", "expected.csv", "replicate.R")),
    *(
        f"report_{kind}/{name}"
        for kind in ("sv", "en")
        for name in (
            *("report.pdf", "results.json", "estimates.csv", "plan.json", "declarations.yaml"),
            *("manifest.json", "figures/overview.svg", "figures/flow.svg", "figures/overview.png"),
            *("report.docx", "tables.xlsx"),
        )
    ),
    "report_internal/results.json",
}
NOT_WRITING = {"pseudonymise": "random by purpose", "verify": "writes an answer to the screen only"}


@pytest.fixture(scope="module")
def runs(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    one, other = tmp_path_factory.mktemp("one"), tmp_path_factory.mktemp("other")
    study = write(tmp_path_factory.mktemp("made") / "study")
    plainly(one, {"study": str(study), "data": "", "out": str(one / "out")})
    shutil.copytree(study, other / "study of another" / "kopia")
    as_csv(study / "example.xlsx", other / "data")
    for path in other.rglob("*"):
        os.utime(path, (LONG_AGO, LONG_AGO))
    (other / "here").mkdir()
    wish = {"study": "../study of another/kopia", "data": "../data", "out": "../out"}
    otherwise(other, wish, locales=tmp_path_factory.mktemp("locales"))
    return one / "out", other / "out"


def plainly(place: Path, wish: Mapping[str, str]) -> None:
    settings = {
        **surroundings(place, seed="0", user="anna", zone="UTC", threads="1"),
        "LC_ALL": "C",
    }
    command = told(place, {**wish, "cores": 1, "decimal": "."})
    done = subprocess.run(
        command,
        check=False,
        cwd=place,
        env=settings,
        umask=0o022,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr


def otherwise(place: Path, wish: Mapping[str, str], *, locales: Path) -> None:
    """At a terminal, with another home that says how figures should look."""
    settings = surroundings(place, seed="4711", user="bo", zone="Asia/Kathmandu", threads="2")
    settings |= {"LC_ALL": swedish(locales), "LOCPATH": str(locales), "TERM": "xterm", "COLUMNS": "70"}
    look = place / "home" / ".config" / "matplotlib" / "matplotlibrc"
    look.parent.mkdir(parents=True)
    look.write_text("font.size: 20\naxes.facecolor: red\naxes.formatter.use_locale: True\n", "utf-8")
    decimal = "," if settings["LC_ALL"].startswith("sv") else "."
    command = told(place, {**wish, "cores": 2, "decimal": decimal})
    screen, terminal = pty.openpty()
    with subprocess.Popen(
        command,
        cwd=place / "here",
        env=settings,
        umask=0o077,
        stdin=terminal,
        stdout=terminal,
        stderr=terminal,
    ) as process:
        os.close(terminal)
        shown = seen(screen)
    assert process.returncode == 0, shown


def surroundings(place: Path, *, seed: str, user: str, zone: str, threads: str) -> dict[str, str]:
    home = place / "home"
    own = {
        "HOME": str(home),
        "XDG_CONFIG_HOME": str(home / ".config"),
        "XDG_CACHE_HOME": str(home / ".cache"),
    }
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("LC_", "LANG", "MPL"))}
    return {
        **kept,
        **own,
        **dict.fromkeys(("USER", "LOGNAME", "USERNAME"), user),
        **dict.fromkeys(THREADS, threads),
        "PYTHONHASHSEED": seed,
        "TZ": zone,
        "PYTHONPATH": PLACES,
    }


def told(place: Path, wish: Mapping[str, object]) -> list[str]:
    path = place / "wish.json"
    path.write_text(json.dumps(wish), encoding="utf-8")
    (place / "out").mkdir()
    return [sys.executable, str(SCRIPT), str(path)]


def seen(screen: int) -> str:
    """What was shown on the terminal, until it is closed."""
    shown = b""
    try:
        while part := os.read(screen, 65_536):
            shown += part
    except OSError:  # Linux says so when nobody holds the other end any more
        pass
    os.close(screen)
    return shown.decode("utf-8", "replace")


def swedish(locales: Path) -> str:
    """A locale with a decimal comma, made on the spot; without what makes it, one with other letters than C."""
    if shutil.which("localedef") is None:
        return "C.UTF-8"
    command = ["localedef", "-i", "sv_SE", "-f", "UTF-8", str(locales / "sv_SE.UTF-8")]
    made = subprocess.run(command, check=False, capture_output=True).returncode == 0
    return "sv_SE.UTF-8" if made else "C.UTF-8"


def as_csv(workbook: Path, folder: Path) -> None:
    """The same tables as Swedish csv files, rows and columns in another order."""
    folder.mkdir()
    (folder / SYNTHETIC_FILE).write_text("", encoding="utf-8")
    chance = np.random.default_rng(1)
    _, *sheets = openpyxl.load_workbook(workbook, read_only=True)
    for sheet in sheets:
        head, *rows = sheet.iter_rows(values_only=True)
        order = chance.permutation(len(head))
        shuffled = [rows[place] for place in chance.permutation(len(rows))]
        with (folder / f"{sheet.title}.csv").open("w", encoding="utf-8", newline="") as stream:
            lines = csv.writer(stream, delimiter=";")
            lines.writerows([[as_text(row[place]) for place in order] for row in (head, *shuffled)])


def as_text(value: object) -> object:
    return str(value).replace(".", ",") if isinstance(value, float) else value


def contents(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }


def first_difference(one: bytes, other: bytes) -> str:
    place = next(place for place, (a, b) in enumerate(zip_longest(one, other)) if a != b)
    around = slice(max(0, place - 60), place + 20)
    return f"byte {place}: {one[around]!r} / {other[around]!r}"


def test_every_file_is_the_same_byte_for_byte(runs: tuple[Path, Path]) -> None:
    one, other = (contents(folder) for folder in runs)
    assert set(one) == set(other)
    assert set(one) >= FILES
    different = {name: first_difference(one[name], other[name]) for name in one if one[name] != other[name]}
    assert different == {}


def test_what_every_command_writes_was_written() -> None:
    script = SCRIPT.read_text(encoding="utf-8")
    commands = set(get_command(cli.app).commands)  # type: ignore[attr-defined]
    run = set(re.findall(r'run\(\s*"([\w-]+)"', script))
    assert commands - run == set(NOT_WRITING)
