"""The released numbers for machines: results.json and estimates.csv hold the same rows."""

import csv
from dataclasses import asdict
from io import StringIO
from math import isnan

from fou_eval.disclosure.release import Release, Released
from fou_eval.documents.canonical import canonical_json, plain
from fou_eval.estimates import COLUMNS


def results_json(release: Release) -> bytes:
    """Write the study and every released row as canonical JSON.

    Each row has the fields of `Estimate`, then `status` (pass, changed, withheld) and `rules`. Numbers are those
    that passed the gate, with all their digits; a number that was withheld or does not exist is null.
    """
    codebook, plan = release.codebook, release.plan
    return canonical_json(
        {
            "study": codebook.study,
            "version": codebook.version,
            "profile": release.profile,
            "status": codebook.status,
            "data_until": None if codebook.data_until is None else codebook.data_until.isoformat(),
            "synthetic": release.provenance.synthetic,
            "contrast": plan.contrast.model_dump(),
            "waves": list(codebook.waves),
            "domains": list(codebook.domains),
            "ledger": asdict(release.ledger),
            "columns": [*COLUMNS, "status", "rules"],
            "rows": [_record(row) for row in release],
            "facts": {name: [dict(row) for row in rows] for name, rows in release.facts.items()},
        }
    )


def estimates_csv(release: Release) -> bytes:
    """Write every released row as CSV: UTF-8 without byte-order mark, comma between fields, point in numbers.

    Lines end with a line feed. An empty field is a number that does not exist or was withheld; `inf` and `-inf`
    are ends without limit; true and false are written in words. The last field is the profile, since a line is often
    copied out of its file, and what is internal must say so there too.
    """
    stream = StringIO()
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow([*COLUMNS, "status", "rules", "profile"])
    for row in release:
        fields = {
            **row.estimate.record(),
            "status": row.decision.status,
            "rules": " ".join(row.decision.rules),
            "profile": release.profile,
        }
        writer.writerow([csv_field(value) for value in fields.values()])
    return stream.getvalue().encode()


def declarations_yaml(release: Release) -> bytes:
    """Write what the study declares, file by file: all that is needed, beside the data, to compute it again."""
    return release.provenance.declared.encode()


def files(release: Release) -> dict[str, bytes]:
    """Give the files for machines that come with a report and are attached to it, by name, without the manifest."""
    return {
        "results.json": results_json(release),
        "estimates.csv": estimates_csv(release),
        "plan.json": canonical_json(release.plan.model_dump(mode="json")),
        "declarations.yaml": declarations_yaml(release),
    }


def _record(row: Released) -> dict[str, object]:
    fields = {name: plain(value) for name, value in row.estimate.record().items()}
    return {**fields, "status": row.decision.status, "rules": list(row.decision.rules)}


def csv_field(value: object) -> str:
    """Write a value as a field of estimates.csv."""
    if value is None or (isinstance(value, float) and isnan(value)):
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    return repr(float(value)) if isinstance(value, float) else str(value)
