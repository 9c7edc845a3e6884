"""A finished report as it lies before a reviewer: its manifest, the files that came with it, and its pages."""

import json
import logging
import zlib
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, ValidationError
from pypdf import PdfReader
from pypdf.errors import PyPdfError

from fou_eval.declaration import Language, Profile
from fou_eval.deviations import Deviations
from fou_eval.errors import RecordError
from fou_eval.language import phrase
from fou_eval.provenance import How

FORMAT = 2
MANIFEST, REPORT = "manifest.json", "report.pdf"
_LARGEST = 200_000_000  # bytes of a report that is read
# What the library raises for a damaged file, beside its own errors.
_DAMAGED = (
    *(PyPdfError, ValueError, KeyError, TypeError, AttributeError, IndexError, RecursionError, OSError),
    *(zlib.error, NotImplementedError, AssertionError),
)
# A damaged file is told of once, in our words; the library would write its own to the terminal.
logging.getLogger("pypdf").setLevel(logging.CRITICAL)


class _Part(BaseModel):
    """What all parts of a manifest share: nothing changes, and later formats may hold more."""

    model_config = ConfigDict(extra="ignore", frozen=True)


class Options(_Part):
    """With which options the report was made."""

    language: Language
    profile: Profile


class Mark(_Part):
    """The marks of one table; see `fou_eval.provenance.TableMark`."""

    rows: str
    content: str
    columns: dict[str, str]


class Marks(_Part):
    """The marks of the data; see `fou_eval.provenance.DataMarks`."""

    how: How
    salt: str
    tables: dict[str, Mark]


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
    """

    source: Literal["pdf", "folder", "manifest"]
    manifest: Manifest
    content: Mapping[str, Any] = field(repr=False)
    files: Mapping[str, bytes] = field(repr=False)
    pdf: bytes | None = field(repr=False)


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
    if place.is_dir():
        files = _in_folder(place, language)
        return _record("folder", files, files.get(REPORT), language)
    content = _read(place, language)
    if content.startswith(b"%PDF"):
        return _record("pdf", attachments(content, language), content, language)
    return _record("manifest", {MANIFEST: content}, None, language)


def attachments(pdf: bytes, language: Language = "sv") -> dict[str, bytes]:
    """Give the files that are attached to a PDF, by name.

    Raises
    ------
    RecordError
        If the PDF cannot be read.
    """
    try:
        found = PdfReader(BytesIO(pdf)).attachments
        return {name: bytes(copies[0]) for name, copies in found.items() if copies}
    except _DAMAGED:
        raise RecordError(phrase("record.damaged_pdf", language)) from None


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
    try:
        pages = PdfReader(BytesIO(pdf)).pages
        return tuple(
            page.extract_text() if only is None or place in only else "" for place, page in enumerate(pages)
        )
    except _DAMAGED:
        raise RecordError(phrase("record.damaged_pdf", language)) from None


def mark_of(content: bytes) -> str:
    """Give the SHA-256 of a file, as the manifest records it."""
    return sha256(content).hexdigest()


def _in_folder(folder: Path, language: Language) -> dict[str, bytes]:
    if not (folder / MANIFEST).is_file():
        raise RecordError(phrase("record.no_manifest.folder", language, {"manifest": MANIFEST}))
    files = [path for path in (*folder.iterdir(), *folder.glob("figures/*")) if path.is_file()]
    return {path.relative_to(folder).as_posix(): _read(path, language) for path in sorted(files)}


def _read(path: Path, language: Language) -> bytes:
    try:
        if path.stat().st_size > _LARGEST:
            raise RecordError(phrase("record.large", language))
        return path.read_bytes()
    except FileNotFoundError:
        raise RecordError(phrase("record.not_there", language)) from None
    except OSError:
        raise RecordError(phrase("record.unreadable", language)) from None


def _record(
    source: Literal["pdf", "folder", "manifest"],
    files: Mapping[str, bytes],
    pdf: bytes | None,
    language: Language,
) -> Record:
    if MANIFEST not in files:
        raise RecordError(phrase("record.no_manifest.pdf", language, {"manifest": MANIFEST}))
    try:
        content = json.loads(files[MANIFEST])
    except (ValueError, RecursionError):
        raise RecordError(phrase(f"record.no_json.{source}", language, {"manifest": MANIFEST})) from None
    if not isinstance(content, dict) or "format" not in content:
        raise RecordError(phrase(f"record.no_json.{source}", language, {"manifest": MANIFEST}))
    if content["format"] != FORMAT:
        raise RecordError(phrase("record.other_format", language, {"manifest": MANIFEST}))
    try:
        manifest = Manifest.model_validate(content)
    except ValidationError as error:
        places = ", ".join(dict.fromkeys(str(each["loc"][0]) for each in error.errors() if each["loc"]))
        raise RecordError(
            phrase("record.faulty_manifest", language, {"manifest": MANIFEST, "places": places})
        ) from None
    return Record(source=source, manifest=manifest, content=content, files=files, pdf=pdf)
