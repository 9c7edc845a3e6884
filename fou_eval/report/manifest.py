"""The manifest: what must be the same for the numbers to be the same."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import asdict
from hashlib import sha256
from importlib.metadata import requires, version
from importlib.resources import files
from importlib.resources.abc import Traversable
from platform import python_version

from fou_eval.declaration.text import Language
from fou_eval.disclosure.release import Release
from fou_eval.documents.canonical import canonical_json, fingerprint

DISTRIBUTION = "fou-eval"


def manifest(release: Release, language: Language, contents: dict[str, bytes]) -> dict[str, object]:
    """Collect study, plan, fingerprints and versions; no path, no value, no id and no time of day.

    `rows` has the data rows of each table in the internal profile, and nothing in the public one; `data` has
    fingerprints there and of made-up data.

    Parameters
    ----------
    release
        What passed the gate.
    language
        Language of the report.
    contents
        The written files whose fingerprints are recorded, by name.
    """
    provenance = release.provenance
    return {
        "study": release.codebook.study,
        "study_version": release.codebook.version,
        "profile": release.profile,
        "language": language,
        "synthetic": provenance.synthetic,
        "plan": release.plan.model_dump(mode="json"),
        "seed": release.plan.seed,
        "confidence": release.plan.confidence,
        "data": data_fingerprints(release),
        "declarations": dict(provenance.declarations),
        "rows": dict(provenance.rows),
        "estimates": len(release.rows),
        "ledger": asdict(release.ledger),
        "files": {name: fingerprint(content) for name, content in contents.items()},
        "packages": package_versions(),
        "python": python_version(),
        "source": source_fingerprint(),
    }


def data_fingerprints(release: Release) -> Mapping[str, str]:
    """Give the SHA-256 of each table, where nobody is harmed by it: in the internal profile, and of made-up data.

    A fingerprint confirms every guess: whoever knows all answers but one tries the possible ones until it fits, however
    slowly it is made. A public report carries none; the data are the same when all its numbers are.
    """
    harmless = release.profile == "internal" or release.provenance.synthetic
    return dict(release.provenance.data) if harmless else {}


def manifest_json(content: dict[str, object]) -> bytes:
    """Write the manifest as canonical JSON."""
    return canonical_json(content)


def package_versions() -> dict[str, str]:
    """Give the versions of the product and of what it needs to run, by name."""
    needed = [line for line in requires(DISTRIBUTION) or [] if "extra ==" not in line]
    names = [DISTRIBUTION, *(re.split(r"[^\w.-]", line, maxsplit=1)[0] for line in needed)]
    return {name: version(name) for name in sorted(names)}


def source_fingerprint() -> str:
    """Give one SHA-256 over the names and contents of the product's source files."""
    digest = sha256()
    for name, content in sorted(_sources(files("fou_eval"), "")):
        digest.update(f"{name}\0{len(content)}\0".encode())
        digest.update(content)
    return digest.hexdigest()


def _sources(folder: Traversable, prefix: str) -> Iterator[tuple[str, bytes]]:
    for item in folder.iterdir():
        if item.is_dir() and item.name not in {"__pycache__", "data_schemas"}:
            yield from _sources(item, f"{prefix}{item.name}/")
        elif item.name.endswith((".py", ".typ")):
            yield f"{prefix}{item.name}", item.read_bytes()
