"""Whether the files of a report say the same as each other, and as what was made again beside the numbers.

Somebody who changes a file and its fingerprint in the manifest has still not changed what the data make.
"""

import csv
from collections.abc import Iterator, Mapping, Sequence
from io import StringIO
from typing import Any

from fou_eval.declaration import Language
from fou_eval.language import phrase
from fou_eval.provenance.foreign import read_json
from fou_eval.provenance.marks import mark_of
from fou_eval.provenance.record import MANIFEST, Record
from fou_eval.report.manifest import NUMBERS
from fou_eval.report.results import csv_field
from fou_eval.verification.numbers import Row, count, rows_of
from fou_eval.verification.outcome import Finding
from fou_eval.verification.sources import DECLARATIONS

RESULTS, ESTIMATES, PLAN = "results.json", "estimates.csv", "plan.json"
# What the manifest and results.json call what both say.
_SHARED = (
    *(("study", "study"), ("study_version", "version"), ("synthetic", "synthetic"), ("ledger", "ledger")),
    *(("status", "status"), ("data_until", "data_until")),
)
# What is said of the earlier states of a plan is known to whoever has them.
_OF_THE_PLAN = ("fixed_on", "recorded")
# Told of on their own, or counted in results.json itself.
_ELSEWHERE = frozenset({"data", "declarations", "rows", "numbers"})


def inside_findings(
    record: Record,
    remade: Mapping[str, Any] | None,
    results: Mapping[str, Any],
    declared: Mapping[str, str] | None,
    *,
    exact: bool,
    language: Language,
) -> Iterator[Finding]:
    """Say which files say otherwise than the others, or than what was made again.

    Parameters
    ----------
    record
        The report.
    remade
        The content of the manifest made again; none when it was made of something else, so that it must be another.
    results
        The content of results.json made again.
    declared
        Fingerprints of the declarations that came with the report; none when they did not, or cannot be read.
    exact
        Whether the program is the same, so that the manifest must be.
    language
        Language of the text.
    """
    said = record.content
    # A file that is not the one of the manifest is told of as changed; it is no witness against the others.
    files = {
        name: content
        for name, content in record.files.items()
        if mark_of(content) == record.manifest.files.get(name)
    }
    places = [*_between(files, said)]
    if declared is not None and DECLARATIONS in files and declared != said["declarations"]:
        places.append(DECLARATIONS)
    if remade is not None:
        places += [f"{MANIFEST}: {place}" for place in _apart(said, remade, exact=exact)]
        own = _json(files.get(RESULTS))
        if isinstance(own, Mapping):
            names = [name for name in results if name not in {"rows", "ledger"} and (exact or name in own)]
            places += [f"{RESULTS}: {name}" for name in names if own.get(name) != results[name]]
    if places:
        values = {"places": ", ".join(dict.fromkeys(places))}
        text = phrase("verify.attachments.otherwise", language, values)
        yield Finding(about="attachments", weight="differs", text=text)


def _between(files: Mapping[str, bytes], said: Mapping[str, Any]) -> Iterator[str]:
    """Compare the files with the manifest, and with each other."""
    results = _json(files.get(RESULTS))
    if isinstance(results, Mapping):
        yield from (f"{RESULTS}: {own}" for name, own in _SHARED if results.get(own) != said.get(name))
        if results.get("profile") != said["options"]["profile"]:
            yield f"{RESULTS}: profile"
    rows = _rows(results)
    if rows is not None:
        counted = {"rows": len(rows), "numbers": count(rows, NUMBERS)}
        yield from (f"{MANIFEST}: {name}" for name, found in counted.items() if said.get(name) != found)
        if ESTIMATES in files and not _same_rows(files[ESTIMATES], rows, said["options"]["profile"]):
            yield f"{RESULTS} ≠ {ESTIMATES}"
    if PLAN in files and _json(files[PLAN]) != said.get("plan"):
        yield PLAN


def _apart(said: Mapping[str, Any], remade: Mapping[str, Any], *, exact: bool) -> Iterator[str]:
    """Compare what the manifest says with what it would say of what was made again."""
    for name, value in remade.items():
        if name in {"deviations", "plan"}:
            told = said[name]
            parts = _OF_THE_PLAN if name == "deviations" else dict.fromkeys((*value, *told))
            both = [
                part for part in parts if exact or (part in told and part in value and part != "recorded")
            ]
            yield from (f"{name}.{part}" for part in both if told.get(part) != value.get(part))
        elif name not in _ELSEWHERE and (exact or name in said) and said.get(name) != value:
            yield name


def _same_rows(content: bytes, rows: Sequence[Row], profile: str) -> bool:
    """Say whether estimates.csv holds the rows of results.json."""
    try:
        lines = list(csv.DictReader(StringIO(content.decode(), newline=""), strict=True))
    except (UnicodeDecodeError, csv.Error):
        return False
    return len(lines) == len(rows) and all(
        line == {**{name: _cell(value) for name, value in row.items()}, "profile": profile}
        for line, row in zip(lines, rows, strict=True)
    )


def _cell(value: object) -> str:
    return " ".join(map(str, value)) if isinstance(value, list) else csv_field(value)


def _rows(results: object) -> list[Row] | None:
    try:
        return rows_of(results)
    except ValueError:
        return None


def _json(content: bytes | None) -> Any:
    try:
        return None if content is None else read_json(content)
    except ValueError:
        return None
