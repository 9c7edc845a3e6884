"""A finished report as it lies before a reviewer: its manifest, the files that came with it, and its pages."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal, Self

from pydantic import BaseModel, ConfigDict, StringConstraints, ValidationError, model_validator

from fou_eval.declaration import Language, Profile
from fou_eval.errors import RecordError
from fou_eval.language import phrase
from fou_eval.provenance import How
from fou_eval.provenance.deviations import Deviations
from fou_eval.provenance.foreign import Taken, from_pdf, read_json

if TYPE_CHECKING:
    from pypdf import PdfReader

FORMAT = 2
MANIFEST, REPORT = "manifest.json", "report.pdf"
_DIGITS = 7  # of a number of rows
_LARGEST = 200_000_000  # bytes of a report that is read


class _Part(BaseModel):
    """What all parts of a manifest share: nothing changes, and later formats may hold more."""

    model_config = ConfigDict(extra="ignore", frozen=True, strict=True)


class Options(_Part):
    """With which options the report was made; the last is the cut-off of an interim edition."""

    language: Language
    profile: Profile
    until: date | None = None


class Mark(_Part):
    """The marks of one table; see `fou_eval.provenance.TableMark`."""

    rows: Annotated[str, StringConstraints(pattern=r"^(\d{1,7}|[0-9a-f]{64})$")]
    content: str
    columns: dict[str, str]


class Marks(_Part):
    """The marks of the data; see `fou_eval.provenance.DataMarks`."""

    how: How
    salt: str
    tables: dict[str, Mark]

    @model_validator(mode="after")
    def _plain_rows_are_counted(self) -> Self:
        """Refuse a manifest that was changed by hand so that a number of rows is none."""
        if self.how == "plain" and any(len(mark.rows) > _DIGITS for mark in self.tables.values()):
            raise ValueError("a number of rows that is sealed, in a manifest that is not")
        return self


class LedgerPart(_Part):
    """With which earlier reports the report was compared."""

    compared: tuple[str, ...]


class Code(_Part):
    """The program that made the report."""

    version: str
    source: str
    commit: str


class Environment(_Part):
    """What the program ran on."""

    python: str
    implementation: str
    system: str
    machine: str
    packages: dict[str, str]
    lock: str


class Manifest(_Part):
    """What manifest.json says; MANIFEST.md describes it."""

    format: Literal[2]
    study: str
    study_version: str
    synthetic: bool
    options: Options
    plan: dict[str, Any]
    deviations: Deviations
    data: Marks
    declarations: dict[str, str]
    ledger: LedgerPart
    numbers: int
    files: dict[str, str]
    code: Code
    environment: Environment


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """What a report says of itself.

    Attributes
    ----------
    source
        Whether a PDF, a folder or a manifest alone was read.
    manifest
        The manifest.
    content
        The same as it was read, with all that a later format may add.
    files
        The files that came with the report, by name: attached to the PDF, or beside the manifest in its folder.
    pdf
        The PDF, where there is one.
    doubled
        Names under which more than one file is attached to the PDF that was given.
    """

    source: Literal["pdf", "folder", "manifest"]
    manifest: Manifest
    content: Mapping[str, Any] = field(repr=False)
    files: Mapping[str, bytes] = field(repr=False)
    pdf: bytes | None = field(repr=False)
    doubled: tuple[str, ...] = ()


def read_record(path: Path | str, language: Language = "sv") -> Record:
    """Read a finished report.

    Parameters
    ----------
    path
        A PDF made by fou_eval, the folder of a report, or a manifest.json alone.
    language
        Language of what is said when it cannot be read.

    Raises
    ------
    RecordError
        If there is no such file, or it is no report of fou_eval, or is damaged.
    """
    place = Path(path)
    if _is_folder(place, language):
        return _folder(place, language)
    content = _read(place, language)
    if content.startswith(b"PK"):
        raise RecordError(phrase("record.archive", language))
    if not content.startswith(b"%PDF"):
        return _record("manifest", {MANIFEST: content}, language)
    copies = _copies(content, language)
    doubled = tuple(name for name, found in copies.items() if len(found) > 1)
    files = {name: found[0] for name, found in copies.items()}
    return replace(_record("pdf", files, language), pdf=content, doubled=doubled)


def attachments(pdf: bytes, language: Language = "sv") -> dict[str, bytes]:
    """Give the files that are attached to a PDF, by name.

    Raises
    ------
    RecordError
        If the PDF cannot be read.
    """
    return {name: copies[0] for name, copies in _copies(pdf, language).items()}


def page_texts(pdf: bytes, language: Language = "sv", only: Collection[int] | None = None) -> tuple[str, ...]:
    """Give what can be read on each page of a PDF.

    Parameters
    ----------
    pdf
        The file.
    language
        Language of what is said when it cannot be read.
    only
        Places of the pages that are read, from 0; of the others nothing is given. All when left out.

    Raises
    ------
    RecordError
        If the PDF cannot be read.
    """
    return _taken(
        pdf,
        lambda reader: tuple(
            page.extract_text() if only is None or place in only else ""
            for place, page in enumerate(reader.pages)
        ),
        language,
    )


def _taken(pdf: bytes, take: "Callable[[PdfReader], Taken]", language: Language) -> Taken:
    try:
        return from_pdf(pdf, take)
    except ValueError:
        raise RecordError(phrase("record.damaged_pdf", language)) from None


def _copies(pdf: bytes, language: Language) -> dict[str, list[bytes]]:
    return _taken(
        pdf,
        lambda reader: {
            name: [bytes(copy) for copy in copies] for name, copies in reader.attachments.items() if copies
        },
        language,
    )


def _is_folder(place: Path, language: Language) -> bool:
    try:
        return place.is_dir()
    except (OSError, ValueError):
        raise RecordError(phrase("record.not_there", language)) from None


def _folder(folder: Path, language: Language) -> Record:
    """Read the folder of a report: the files that its manifest names and nothing else that lies there."""
    try:
        there = {
            path.relative_to(folder).as_posix(): path
            for path in (*folder.iterdir(), *folder.glob("figures/*"))
        }
    except OSError:
        raise RecordError(phrase("record.unreadable", language)) from None
    if MANIFEST not in there:
        raise RecordError(phrase("record.no_manifest.folder", language, {"manifest": MANIFEST}))
    found = _record("folder", {MANIFEST: _read(there[MANIFEST], language)}, language)
    ours = {REPORT, *found.manifest.files} & {name for name, path in there.items() if path.is_file()}
    files = {**found.files, **{name: _read(there[name], language) for name in sorted(ours)}}
    return replace(found, files=files, pdf=files.get(REPORT))


def _read(path: Path, language: Language) -> bytes:
    try:
        if path.stat().st_size > _LARGEST:
            raise RecordError(phrase("record.large", language))
        return path.read_bytes()
    except FileNotFoundError:
        raise RecordError(phrase("record.not_there", language)) from None
    except (OSError, ValueError):
        raise RecordError(phrase("record.unreadable", language)) from None


def _record(
    source: Literal["pdf", "folder", "manifest"], files: Mapping[str, bytes], language: Language
) -> Record:
    name = {"manifest": MANIFEST}
    if MANIFEST not in files:
        raise RecordError(phrase("record.no_manifest.pdf", language, name))
    try:
        content = read_json(files[MANIFEST])
        found = content["format"]
    except (ValueError, TypeError, KeyError):
        raise RecordError(phrase(f"record.no_json.{source}", language, name)) from None
    if found != FORMAT:
        raise RecordError(phrase("record.other_format", language, name))
    try:
        manifest = Manifest.model_validate_json(files[MANIFEST])
    except ValidationError as error:
        places = dict.fromkeys(str(each["loc"][0]) for each in error.errors() if each["loc"])
        values = {**name, "places": ", ".join(places)}
        raise RecordError(phrase("record.faulty_manifest", language, values)) from None
    return Record(source=source, manifest=manifest, content=content, files=files, pdf=None)
