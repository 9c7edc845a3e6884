"""What a report is computed again from: declarations, data and ledger."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from fou_eval.bundled import bundled_study
from fou_eval.declaration import Declaration, Language, Profile, read_declaration
from fou_eval.declaration.reading import read_written
from fou_eval.disclosure import Ledger, open_ledger
from fou_eval.errors import DeclarationError, RecordError
from fou_eval.language import phrase
from fou_eval.provenance.foreign import read_json, visible
from fou_eval.provenance.record import Record
from fou_eval.study import own_data
from fou_eval.verification.outcome import Finding

DECLARATIONS = "declarations.yaml"


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """What a report is computed again from.

    Attributes
    ----------
    declaration
        Codebook and plan.
    data
        File or folder of the data.
    ledger
        The whole ledger, where something has been published.
    """

    declaration: Declaration
    data: Path
    ledger: Ledger | None


def attached_declaration(record: Record) -> Declaration | None:
    """Read the declarations that came with a report; none when there are none, or they were damaged."""
    try:
        return read_written(record.files[DECLARATIONS].decode(), DECLARATIONS)
    except (KeyError, UnicodeDecodeError, DeclarationError):
        return None


def source_of(
    record: Record,
    attached: Declaration | None,
    *,
    study: Path | str | None,
    data: Path | str | None,
    ledger: Path | str | None,
    language: Language,
) -> Source:
    """Find declarations, data and ledger: those that are given, else those of the report or of the study.

    A report on made-up data of a study that comes with the package finds its data there.

    Parameters
    ----------
    record
        The report.
    attached
        The declarations that came with it.
    study, data, ledger
        As for `verify`.
    language
        Language of what is said when something is missing.

    Raises
    ------
    RecordError
        If there are no declarations or no data.
    DeclarationError, DataError, DisclosureError
        If they cannot be read.
    """
    folder = Path(study) if study is not None else _bundled(record)
    found = read_declaration(folder) if folder is not None else None
    own = attached if attached and attached.codebook.study == record.manifest.study else None
    declaration = found if study is not None else own
    if declaration is None:
        raise RecordError(phrase("verify.no_declarations", language))
    if declaration.codebook.study != record.manifest.study:
        names = {"report": visible(record.manifest.study), "study": declaration.codebook.study}
        raise RecordError(phrase("verify.other_study", language, names))
    if data is not None:
        path = Path(data)
    elif found is not None and folder is not None:
        path = own_data(found, folder)
    else:
        raise RecordError(phrase("verify.no_data", language))
    place = ledger or folder
    kept = open_ledger(place) if place is not None else None
    return Source(
        declaration=declaration,
        data=path,
        ledger=kept if kept is not None and kept.check else None,
    )


def profile_of(record: Record) -> Profile:
    """Give the profile to compute in: that of the report, and the publication's where its files are not of one mind.

    Numbers that passed no gate are told to nobody for the sake of a manifest that was changed by hand.
    """
    results = record.files.get("results.json", b"null")
    try:
        said = read_json(results)
    except ValueError:
        said = None
    agree = not isinstance(said, dict) or said.get("profile") == record.manifest.options.profile
    return record.manifest.options.profile if agree else "publication"


def as_then(ledger: Ledger | None, record: Record) -> Ledger | None:
    """Give the ledger as it was when the report was made: with the reports that it was compared with, and no later."""
    if ledger is None:
        return None
    then = set(record.manifest.ledger.compared)
    return replace(ledger, editions=tuple(edition for edition in ledger.editions if edition.name in then))


def is_missing(ledger: Ledger | None, record: Record) -> bool:
    """Say whether earlier reports that the report was compared with are not in the ledger, or there is none."""
    names = {edition.name for edition in ledger.editions} if ledger is not None else set()
    return not set(record.manifest.ledger.compared) <= names


def ledger_findings(ledger: Ledger | None, record: Record, language: Language) -> Iterator[Finding]:
    """Say whether the report could be compared with the same earlier reports as when it was made."""
    compared = record.manifest.ledger.compared
    if compared:
        missing = is_missing(ledger, record)
        key = "missing" if missing else "same"
        text = phrase(f"verify.ledger.{key}", language, {"names": ", ".join(compared)})
        yield Finding(about="ledger", weight="noted" if missing else "same", text=text)


def _bundled(record: Record) -> Path | None:
    try:
        return bundled_study(record.manifest.study) if record.manifest.synthetic else None
    except DeclarationError:
        return None
