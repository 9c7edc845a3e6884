"""The manifest: what must be the same for the numbers to be the same. MANIFEST.md describes it byte for byte."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, fields
from math import isnan

from fou_eval.declaration.text import Language
from fou_eval.disclosure.release import Release, Released
from fou_eval.documents.canonical import canonical_json
from fou_eval.estimates import Estimate
from fou_eval.provenance.earlier import Earlier
from fou_eval.provenance.marks import mark_of
from fou_eval.provenance.program import code, environment
from fou_eval.provenance.record import FORMAT
from fou_eval.report.deviations import deviations


def manifest(
    release: Release,
    language: Language,
    contents: Mapping[str, bytes],
    earlier: Sequence[Earlier] = (),
) -> dict[str, object]:
    """Collect study, plan, fingerprints and versions; no path, no value, no id and no time of day.

    Parameters
    ----------
    release
        What passed the gate.
    language
        Language of the report.
    contents
        The written files whose fingerprints are recorded, by name.
    earlier
        Earlier states of the study that the plan is compared with.
    """
    return {
        **stated(release, earlier),
        "format": FORMAT,
        "options": {
            "language": language,
            "profile": release.profile,
            "until": None if release.provenance.until is None else release.provenance.until.isoformat(),
        },
        "files": {name: mark_of(content) for name, content in contents.items()},
        "code": code(),
        "environment": environment(),
    }


def stated(release: Release, earlier: Sequence[Earlier] = ()) -> dict[str, object]:
    """Collect what the manifest says of study, plan, data and numbers, whatever they were computed with.

    Parameters
    ----------
    release
        What passed the gate.
    earlier
        Earlier states of the study that the plan is compared with.
    """
    codebook, provenance = release.codebook, release.provenance
    cut_off = codebook.data_until
    return {
        "study": codebook.study,
        "study_version": codebook.version,
        "status": codebook.status,
        "data_until": None if cut_off is None else cut_off.isoformat(),
        "synthetic": provenance.synthetic,
        "plan": release.plan.model_dump(mode="json"),
        "deviations": deviations(release, earlier).model_dump(mode="json"),
        "data": asdict(provenance.data),
        "declarations": dict(provenance.declarations),
        "ledger": asdict(release.ledger),
        "rows": len(release.rows),
        "numbers": sum(numbers_of(row) for row in release),
    }


def manifest_json(content: Mapping[str, object]) -> bytes:
    """Write the manifest as canonical JSON."""
    return canonical_json(content)


NUMBERS = tuple(
    column.name
    for column in fields(Estimate)
    if column.type in {float, int, int | None}  # not text, not truth values
)


def numbers_of(row: Released) -> int:
    """Count the numbers that a released row holds: every field that is a number and exists."""
    record = row.estimate.record()
    return sum(_exists(record[name]) for name in NUMBERS)


def _exists(value: object) -> bool:
    return value is not None and not (isinstance(value, float) and isnan(value))
