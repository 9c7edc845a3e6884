"""What a fresh machine gets: the wheel holds declarations and templates, and the lock names every dependency."""

import re
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


@pytest.mark.slow
def test_the_wheel_holds_the_bundled_study_and_the_templates(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    (wheel,) = tmp_path.glob("*.whl")
    names = set(zipfile.ZipFile(wheel).namelist())
    for path in (ROOT / "data_schemas").rglob("*.*"):
        if path.name in {"ledger.json", "ledger.key"}:
            continue
        assert f"fou_eval/{path.relative_to(ROOT).as_posix()}" in names
    assert {"fou_eval/report/typst/report.typ", "fou_eval/documents/typst/blocks.typ"} <= names
    assert "fou_eval/replication/replicate.R" in names
    assert not [
        name for name in names if name.startswith("tests") or "/ledger.j" in name or "/ledger.k" in name
    ]


def test_neither_git_nor_a_package_takes_the_key_of_a_ledger() -> None:
    ignored = (ROOT / ".gitignore").read_text(encoding="utf-8").splitlines()
    assert "ledger.key" in ignored
    targets = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["hatch"]["build"][
        "targets"
    ]
    for target in ("wheel", "sdist"):
        assert {"ledger.json", "ledger.key"} <= set(targets[target]["exclude"])
        assert "force-include" not in targets[target]  # what is forced in cannot be excluded


def test_the_lock_names_every_dependency_with_its_hashes_and_no_address() -> None:
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    assert "://" not in lock
    assert not re.search(r"^-", lock, re.MULTILINE)  # no option, so no address of an index
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted = project["dependencies"] + [
        name for extra in project["optional-dependencies"].values() for name in extra
    ]
    for requirement in wanted:
        name = re.split(r"[<>=~ ]", requirement)[0].lower().replace(".", "-")
        entry = re.search(
            rf"^{re.escape(name)}==[^\n]*\\\n( +--hash=sha256:[0-9a-f]{{64}})", lock, re.MULTILINE
        )
        assert entry, name


def test_the_users_packages_are_declared() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    declared = " ".join(
        project["dependencies"] + [n for extra in project["optional-dependencies"].values() for n in extra]
    )
    for name in ("pandas", "statsmodels", "matplotlib", "jupyter", "pandera", "pytest"):
        assert name in declared
