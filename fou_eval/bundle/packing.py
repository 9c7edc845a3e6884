"""`write_bundle`: collect the files of a bundle by name, and write them as one zip archive."""

import zipfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from fou_eval.bundle.crate import METADATA, crate_json
from fou_eval.bundle.finished import Finished, finished, refuse_ledger
from fou_eval.bundle.guide import makefile, readme, twin_readme
from fou_eval.bundle.program_files import licence, needed_lock, other_versions, program_files
from fou_eval.bundle.twin import Twin
from fou_eval.declaration import Language
from fou_eval.declaration.own_files import file_of, is_own
from fou_eval.declaration.written import written
from fou_eval.errors import ReportError
from fou_eval.language import phrase
from fou_eval.office import EARLIEST
from fou_eval.placing import new_file_in_place
from fou_eval.provenance.program import LOCK

Progress = Callable[[str], None]
Maker = Callable[[Finished, Language, Progress], Twin]


@dataclass(frozen=True, slots=True, kw_only=True)
class Bundle:
    """What was packed.

    Attributes
    ----------
    path
        The archive.
    files
        Number of files in it.
    language
        Language of the bundle.
    other_versions
        Packages with which the report was made in a version that the lock file does not pin.
    """

    path: Path
    files: int
    language: Language
    other_versions: tuple[str, ...]


def write_bundle(
    report: Path,
    path: Path,
    *,
    language: Language | None,
    progress: Progress,
    twin: Maker | None = None,
) -> Bundle:
    """Pack a finished report with all that a reviewer needs to compute its numbers again, except the data.

    Every file is taken by its name; what lies beside them is never looked at. The same report gives the same bytes.

    Parameters
    ----------
    report
        Folder of a report for publication, or its report.pdf.
    path
        The archive to write; it must not exist.
    language
        Language that comes first in the instructions, and of what `make` says; that of the report when left out.
    progress
        Called with a few words before each step.
    twin
        What makes the synthetic twin; without it the bundle has none.

    Raises
    ------
    RecordError
        If there is no report, or it cannot be read.
    DisclosureError
        If the report is internal, or if report or archive lie where the key of a ledger is.
    ReportError
        If the report is not whole or was made by another program, or if the archive cannot be written.
    """
    source = finished(report, language)
    spoken = language or source.manifest.options.language
    _refuse_place(path, spoken)
    lock = needed_lock(source.manifest, spoken)
    program = program_files(spoken)
    made = twin(source, spoken, progress) if twin is not None else None
    progress(phrase("bundle.progress.pack", spoken))
    contents = {
        **_under("report", source.files),
        **_under("study", _study(source)),
        **_under("code", program),
        **(_under("twin", _twin(source, made, spoken)) if made is not None else {}),
        LOCK: lock,
        "LICENSE": licence(),
        "Makefile": makefile(spoken, source.manifest.options.until),
        "README.md": readme(source, made, spoken),
    }
    contents[METADATA] = crate_json(source, contents, spoken)
    new_file_in_place(path, zipped(contents), spoken)
    return Bundle(
        path=path,
        files=len(contents),
        language=spoken,
        other_versions=tuple(other_versions(lock, source.manifest.environment.packages)),
    )


def zipped(contents: Mapping[str, bytes]) -> bytes:
    """Write files as a zip archive, the same bytes every time.

    They are stored in the order of their names with one fixed date, and not compressed, because compressors differ
    between machines.

    Examples
    --------
    >>> zipped({"b": b"2", "a": b"1"}) == zipped({"a": b"1", "b": b"2"})
    True
    """
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name in sorted(contents):
            part = zipfile.ZipInfo(name, date_time=EARLIEST)
            part.create_system = 0
            archive.writestr(part, contents[name])
    return packed.getvalue()


def _refuse_place(path: Path, language: Language) -> None:
    """Refuse a place for the archive before anything is computed."""
    if path.suffix.lower() != ".zip":
        raise ReportError(phrase("bundle.not_zip", language, {"name": path.name}))
    refuse_ledger(path.resolve().parent, "out", language)
    if path.exists():
        raise ReportError(phrase("placing.exists", language, {"name": path.name}))


def _study(source: Finished) -> dict[str, bytes]:
    """Write the declarations file by file; comments and the place of the data are not among them.

    The texts and the logo of the report's own front are written as they were.
    """
    return {
        name: (file_of(content) if is_own(name) else None) or written(content).encode()
        for name, content in source.declaration.contents.items()
    }


def _twin(source: Finished, twin: Twin, language: Language) -> dict[str, bytes]:
    return {**twin.files, "README.md": twin_readme(source, twin, language)}


def _under(folder: str, files: Mapping[str, bytes]) -> dict[str, bytes]:
    return {f"{folder}/{name}": content for name, content in files.items()}
