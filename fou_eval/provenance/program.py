"""The program that computes: its version and source, the packages and the machine that it runs on."""

import json
import os
import platform
import re
import shutil
import subprocess
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from hashlib import sha256
from importlib.metadata import PackageNotFoundError, distribution, requires, version
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from fou_eval.provenance.marks import mark_of

DISTRIBUTION = "fou-eval"
LOCK = "requirements.lock"
_COMMIT = re.compile(r"[0-9a-f]{40}")
_PACKAGE = Path(__file__).parents[1]
_NOT_SOURCE = {"__pycache__", "data_schemas"}
# What reports are made with: another work in the table of references makes another page, as another phrase would.
_SOURCE = (".py", ".typ", ".R", ".xml", ".ttf", "works.csv")


def code() -> dict[str, str]:
    """Give the version of the program, the fingerprint of its source files, and its commit where that is known."""
    return {"version": version(DISTRIBUTION), "source": source_fingerprint(), "commit": commit()}


def environment() -> dict[str, object]:
    """Give what the program runs on: Python, system, processor, every package that it needs, and the lock file."""
    lock = lock_file()
    return {
        "python": platform.python_version(),
        "implementation": platform.python_implementation(),
        "system": platform.system(),
        "machine": platform.machine(),
        "packages": package_versions(),
        "lock": mark_of(lock.read_bytes()) if lock else "",
    }


def package_versions() -> dict[str, str]:
    """Give the versions of all packages that are needed to run here, of those that they need, and so on, by name."""
    return dict(_versions())


@cache  # what a process has imported stays as it is
def _versions() -> tuple[tuple[str, str], ...]:
    names = needed_packages(lambda each: each.marker is None or each.marker.evaluate({"extra": ""}))
    return tuple((name, version(name)) for name in sorted(names) if _is_installed(name))


def needed_packages(wanted: Callable[[Requirement], bool]) -> set[str]:
    """Name the program and all packages that it needs, those that they need, and so on.

    Parameters
    ----------
    wanted
        Says whether a requirement counts, such as one that holds on one system only.
    """
    found: set[str] = set()
    waiting = [DISTRIBUTION]
    while waiting:
        name = str(canonicalize_name(waiting.pop()))
        if name not in found:
            found.add(name)
            lines = requires(name) if _is_installed(name) else None
            waiting += [each.name for each in map(Requirement, lines or ()) if wanted(each)]
    return found


def _is_installed(name: str) -> bool:
    try:
        distribution(name)  # finds where it is; its version would be read from a long text
    except PackageNotFoundError:  # needed on another system only
        return False
    return True


def source_fingerprint() -> str:
    """Give one SHA-256 over the names and contents of the program's source files."""
    digest = sha256()
    for name, content in source_files().items():
        digest.update(f"{name}\0{len(content)}\0".encode())
        digest.update(content)
    return digest.hexdigest()


def source_files() -> dict[str, bytes]:
    """Give the program's source files by their names inside the package, in the order of the names."""
    return dict(sorted(_sources(files("fou_eval"), "")))


def lock_file() -> Path | None:
    """Find the lock file: in an installed wheel it lies inside the package, in a checkout beside it."""
    return next((path for path in (_PACKAGE / LOCK, _PACKAGE.parent / LOCK) if path.is_file()), None)


def commit() -> str:
    """Give the commit that the program was taken from: as pip noted it, or of the checkout; empty when unknown."""
    noted = distribution(DISTRIBUTION).read_text("direct_url.json")
    known = json.loads(noted).get("vcs_info", {}).get("commit_id", "") if noted else ""
    git = shutil.which("git")
    if not known and git is not None and (_PACKAGE.parent / ".git").exists():
        asked = subprocess.run(  # noqa: S603 - fixed words
            [git, "-C", str(_PACKAGE.parent), "rev-parse", "HEAD"],
            env={name: value for name, value in os.environ.items() if not name.startswith("GIT_")},
            capture_output=True,
            text=True,
            check=False,
        )
        known = asked.stdout.strip()
    return known if _COMMIT.fullmatch(known) else ""


def requirements_of(lock: str, names: Mapping[str, str]) -> str:
    r"""Give the entries of a lock file for some packages, hashes included.

    Parameters
    ----------
    lock
        Text of the lock file.
    names
        The packages, by name, as `package_versions` gives them.

    Examples
    --------
    >>> requirements_of("numpy==2.4 --hash=sha256:ab\npytest==9 --hash=sha256:cd\n", {"numpy": "2.4"}).split()
    ['numpy==2.4', '--hash=sha256:ab']
    """
    entries = re.findall(r"^[^\s#].*(?:\n[ \t]+.*)*\n?", lock, re.MULTILINE)
    return "".join(
        entry for entry in entries if canonicalize_name(re.split(r"[^\w.-]", entry, maxsplit=1)[0]) in names
    )


def _sources(folder: Traversable, prefix: str) -> Iterator[tuple[str, bytes]]:
    for item in folder.iterdir():
        if item.is_dir() and item.name not in _NOT_SOURCE:
            yield from _sources(item, f"{prefix}{item.name}/")
        elif item.name.endswith(_SOURCE):
            yield f"{prefix}{item.name}", item.read_bytes()
