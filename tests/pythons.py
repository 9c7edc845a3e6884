"""`make test-pythons`: the same report on every Python that is found, each with the packages of the lock file.

The lock file names other versions of numpy and scipy from Python 3.12 on, so that this is also a comparison of those.
What a report for publication shows must be the same to the last digit. Its manifest and its pages name the versions
that they were made with, and differ. Numbers of the internal report, which are not rounded, may differ by `TOLERANCE`
of their size, or of one when they are smaller: sums in another order differ in the last of sixteen digits, and searches
for the ends of intervals stop a few digits earlier.
"""

import argparse
import csv
import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

TOLERANCE = 1e-9
ROOT = Path(__file__).parents[1]
HOME = ROOT / "build" / "pythons"
LOCK = ROOT / "requirements.lock"
OLDEST = (3, 11)
REPORT = """
import sys
from pathlib import Path
import fou_eval as fou
study, out = map(Path, sys.argv[1:])
change = fou.measure_change(fou.open_study(study))
for profile in ("publication", "internal"):
    fou.write_report(fou.release(change, profile=profile), out / profile)
"""
Row = dict[str, str]


def interpreters() -> dict[str, Path]:
    """Give one interpreter for each version that is on the path or was installed by pyenv."""
    pyenv = Path(os.environ.get("PYENV_ROOT", Path.home() / ".pyenv")) / "versions"
    places = [*map(Path, os.get_exec_path()), *sorted(pyenv.glob("*/bin"))]
    found = {}
    for path in (path for place in places for path in place.glob("python3.*")):
        named = re.fullmatch(r"python(3\.\d+)", path.name)
        if named and tuple(map(int, named[1].split("."))) >= OLDEST and works(path, named[1]):
            found[named[1]] = path
    return dict(sorted(found.items(), key=lambda item: int(item[0].split(".")[1])))


def works(path: Path, named: str) -> bool:
    """Say whether an interpreter starts; pyenv lays others in the way of those that are not chosen."""
    code = "import sys; print('%d.%d' % sys.version_info[:2])"
    answer = subprocess.run([path, "-c", code], check=False, capture_output=True, text=True)
    return answer.returncode == 0 and answer.stdout.strip() == named


def environment(version: str, python: Path) -> Path:
    """Give the Python of an environment with the locked packages; it is made once for each state of the lock file.

    That of the Python which runs this is there already: `make` has installed the lock file for it.
    """
    if version == f"{sys.version_info.major}.{sys.version_info.minor}":
        return Path(sys.executable)
    folder = HOME / version
    own, stamp = folder / "bin" / "python", folder / ".installed"
    state = sha256(LOCK.read_bytes()).hexdigest()
    if not stamp.is_file() or stamp.read_text(encoding="utf-8") != state:
        say(f"Python {version}: installing the locked packages into {folder.relative_to(ROOT)}")
        shutil.rmtree(folder, ignore_errors=True)
        subprocess.run([python, "-m", "venv", folder], check=True)
        pip = [own, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
        subprocess.run([*pip, "--require-hashes", "--requirement", LOCK], check=True)
        subprocess.run([*pip, "--no-deps", "--no-build-isolation", "--editable", ROOT], check=True)
        stamp.write_text(state, encoding="utf-8")
    return own


def report(python: Path, study: Path, out: Path) -> Path:
    shutil.rmtree(out, ignore_errors=True)
    subprocess.run([python, "-c", REPORT, study, out], check=True, cwd=ROOT)
    return out


def contents(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def rows(folder: Path) -> list[Row]:
    with (folder / "estimates.csv").open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def differences(one: list[Row], other: list[Row], tolerance: float) -> Iterator[str]:
    """Say which fields of which rows are different, and how."""
    if len(one) != len(other):
        yield f"{len(one)} rows, {len(other)} rows"
    for first, second in zip(one, other, strict=False):
        for name in first:
            if first[name] != second[name] and apart(first[name], second[name]) > tolerance:
                place = " ".join(
                    first[key] for key in ("outcome", "statistic", "category", "wave_after") if first.get(key)
                )
                yield f"{place} {name}: {first[name]} / {second[name]}"


def apart(one: str, other: str) -> float:
    """Give how far two numbers are apart, for their size; texts that are not both numbers are apart without limit."""
    try:
        first, second = float(one), float(other)
    except ValueError:
        return float("inf")
    return abs(first - second) / max(1.0, abs(first))


def compare(old: Path, new: Path) -> int:
    """Show what differs between the reports of two versions, and give how many numbers are not as they should be."""
    wrong = 0
    for profile, tolerance in (("publication", 0.0), ("internal", TOLERANCE)):
        one, other = rows(old / profile), rows(new / profile)
        found = list(differences(one, other, tolerance))
        wrong += len(found)
        last_digits = sum(1 for _ in differences(one, other, 0.0)) - len(found)
        say(
            f"  {profile}: {len(one)} rows; {len(found)} numbers differ by more than {tolerance}, "
            f"{last_digits} by less"
        )
        for line in found[:20]:
            say(f"    {line}")
        files, others = contents(old / profile), contents(new / profile)
        names = sorted(files.keys() | others.keys())
        unlike = [name for name in names if files.get(name) != others.get(name)]
        say(f"    {len(names) - len(unlike)} of {len(names)} files the same; different: {', '.join(unlike)}")
    return wrong


def versions(folder: Path) -> str:
    known = json.loads((folder / "publication" / "manifest.json").read_bytes())["environment"]
    packages = known["packages"]
    return f"Python {known['python']}, numpy {packages['numpy']}, scipy {packages['scipy']}"


def say(words: str) -> None:
    sys.stdout.write(f"{words}\n")
    sys.stdout.flush()


def main(studies: list[Path]) -> int:
    found = interpreters()
    if len(found) < 2:
        say(f"Nothing to compare: of Python 3.11 and later there is {', '.join(found) or 'none'}.")
        return 0
    pythons = {version: environment(version, python) for version, python in found.items()}
    wrong = 0
    for study in studies:
        say(study.name)
        made = {
            version: report(python, study, HOME / "reports" / version / study.name)
            for version, python in pythons.items()
        }
        (first, *others) = made.values()
        for other in others:
            say(f"  {versions(first)} / {versions(other)}")
            wrong += compare(first, other)
    say(f"{wrong} numbers differ by more than they may." if wrong else "All numbers agree.")
    return int(wrong > 0)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("studies", nargs="*", type=Path, default=[ROOT / "data_schemas" / "familjelotsen"])
    sys.exit(main(parser.parse_args().studies))
