"""The program and the versions of the packages that it needs, as they go into a bundle."""

import re
from collections.abc import Iterator, Mapping
from importlib.metadata import distribution, version
from importlib.resources import files
from itertools import product

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from fou_eval.declaration import Language
from fou_eval.errors import ReportError
from fou_eval.language import phrase
from fou_eval.provenance.marks import mark_of
from fou_eval.provenance.program import (
    DISTRIBUTION,
    LOCK,
    lock_file,
    needed_packages,
    requirements_of,
    source_files,
)
from fou_eval.provenance.record import Manifest

# What belongs to the package beside its source, by name: whatever else somebody put there stays where it is.
DATA = (
    "bundle/templates/Makefile",
    "design/fonts/LICENSE.txt",
    "disclosure/ATTACKS.md",
    "disclosure/attacks.csv",
    "disclosure/attacks.svg",
    "disclosure/usefulness.csv",
    "report/MANIFEST.md",
    "simulation/CALIBRATION.md",
    "simulation/calibration.csv",
    "statistics/CATALOGUE.md",
)
_SYSTEMS = (("linux", "Linux", "posix"), ("darwin", "Darwin", "posix"), ("win32", "Windows", "nt"))
_PYTHONS = ("3.11", "3.12", "3.13", "3.14")
_PIN = re.compile(r"^([\w.-]+)==([^\s;\\]+)", re.MULTILINE)


def program_files(language: Language) -> dict[str, bytes]:
    """Give the files under which the program runs where no installer has been, by their names in `code/`.

    Beside the package lie its name, version and requirements, where Python looks for them.

    Parameters
    ----------
    language
        Language of the error.

    Raises
    ------
    ReportError
        If the installed program has no lock file.
    """
    package = files("fou_eval")
    data = {name: package.joinpath(*name.split("/")).read_bytes() for name in DATA}
    inside = {**source_files(), **data, LOCK: _lock(language).encode()}
    about = f"{DISTRIBUTION.replace('-', '_')}-{version(DISTRIBUTION)}.dist-info"
    return {
        **{f"fou_eval/{name}": content for name, content in inside.items()},
        **{f"{about}/{name}": content for name, content in _about().items()},
    }


def licence() -> bytes:
    """Give the text of the program's licence."""
    about = distribution(DISTRIBUTION)  # older installers put it beside the metadata
    return (about.read_text("licenses/LICENSE") or about.read_text("LICENSE") or "").encode()


def needed_lock(manifest: Manifest, language: Language) -> bytes:
    """Give the entries of the lock file that running needs on any system, with their checksums.

    Parameters
    ----------
    manifest
        That of the report, which says with which lock file it was made.
    language
        Language of the error.

    Raises
    ------
    ReportError
        If there is no lock file, or it is another one than when the report was made.
    """
    lock = _lock(language)
    if mark_of(lock.encode()) != manifest.environment.lock:
        raise ReportError(phrase("bundle.other_lock", language, {"lock": LOCK}))
    return requirements_of(lock, dict.fromkeys(needed_packages(_somewhere) - {DISTRIBUTION}, "")).encode()


def other_versions(lock: bytes, packages: Mapping[str, str]) -> list[str]:
    """Name the packages with which a report was made in a version that the lock file does not pin.

    Examples
    --------
    >>> other_versions(b"numpy==2.4 --hash=sha256:ab", {"numpy": "2.5", "fou-eval": "0.1"})
    ['numpy 2.5']
    """
    pinned = {(canonicalize_name(name), exact) for name, exact in _PIN.findall(lock.decode())}
    return [
        f"{name} {used}"
        for name, used in packages.items()
        if name != DISTRIBUTION and (canonicalize_name(name), used) not in pinned
    ]


def _somewhere(requirement: Requirement) -> bool:
    marker = requirement.marker
    return marker is None or any(marker.evaluate(surroundings) for surroundings in _surroundings())


def _surroundings() -> Iterator[dict[str, str]]:
    for (system, platform, family), python in product(_SYSTEMS, _PYTHONS):
        yield {
            "sys_platform": system,
            "platform_system": platform,
            "os_name": family,
            "python_version": python,
            "python_full_version": f"{python}.0",
            "extra": "",
        }


def _about() -> dict[str, bytes]:
    """Give what Python must know of the package; where it was installed from is a path of this machine."""
    metadata = distribution(DISTRIBUTION).read_text("METADATA") or ""
    head, _, _ = metadata.partition("\n\n")
    commands = distribution(DISTRIBUTION).read_text("entry_points.txt") or ""
    return {
        "METADATA": f"{head}\n".encode(),
        "entry_points.txt": commands.encode(),
        "licenses/LICENSE": licence(),
    }


def _lock(language: Language) -> str:
    path = lock_file()
    if path is None:
        raise ReportError(phrase("bundle.no_lock", language, {"lock": LOCK}))
    return path.read_bytes().decode()
