"""An earlier state of a study's declarations: what a new report is compared with."""

import json
from dataclasses import dataclass
from pathlib import Path

from pydantic import ValidationError

from fou_eval.declaration import Codebook, Language, Plan
from fou_eval.declaration.reading import Declaration, read_written
from fou_eval.errors import DeclarationError, RecordError
from fou_eval.language import phrase
from fou_eval.provenance.deviations import Against
from fou_eval.provenance.marks import mark_of
from fou_eval.provenance.record import MANIFEST, Record, read_record

DECLARATIONS = "declarations.yaml"


@dataclass(frozen=True, slots=True, kw_only=True)
class Earlier:
    """An earlier state of the declarations of a study.

    Attributes
    ----------
    study
        Name of the study.
    plan
        The plan as it was.
    codebook
        The codebook as it was; None where the plan alone is known.
    against
        What it was taken from, as the report names it.
    """

    study: str
    plan: Plan
    codebook: Codebook | None
    against: Against


def earlier_report(path: Path | str, language: Language = "sv") -> Earlier:
    """Read what an earlier report declared, so that a new one tells what has changed since.

    Parameters
    ----------
    path
        A PDF made by fou_eval, the folder of a report, or a manifest.json alone, which holds the plan but no codebook.
    language
        Language of what is said when it cannot be read.

    Raises
    ------
    RecordError
        If it is no report of fou_eval, or was changed after it was made.
    """
    record = read_record(path, language)
    declared = _attached(record, language)
    return Earlier(
        study=record.manifest.study,
        plan=declared.plan if declared else _plan(record, language),
        codebook=declared.codebook if declared else None,
        against=Against(
            kind="report", indicators=declared is not None, manifest=mark_of(record.files[MANIFEST])
        ),
    )


def refuse_other(earlier: Earlier, study: str, language: Language) -> None:
    """Refuse an earlier report of another study.

    Raises
    ------
    RecordError
        If its study has another name.
    """
    if earlier.study != study:
        names = {"earlier": earlier.study, "study": study}
        raise RecordError(phrase("deviations.other_study", language, names))


def _attached(record: Record, language: Language) -> Declaration | None:
    """Give the declarations that came with the report; none if it came alone or they are of another dialect."""
    content = record.files.get(DECLARATIONS)
    if content is None:
        return None
    if mark_of(content) != record.manifest.files.get(DECLARATIONS):
        raise RecordError(phrase("deviations.tampered", language, {"file": DECLARATIONS}))
    try:
        return read_written(content.decode(), DECLARATIONS)
    except (DeclarationError, UnicodeDecodeError):
        return None


def _plan(record: Record, language: Language) -> Plan:
    try:
        return Plan.model_validate_json(json.dumps(record.manifest.plan))
    except ValidationError:
        raise RecordError(phrase("deviations.no_plan", language, {"manifest": MANIFEST})) from None
