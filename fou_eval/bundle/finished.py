"""The report that is packed: whole, for publication, and made by the program that is packed with it."""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from fou_eval.declaration import Declaration, Language
from fou_eval.declaration.reading import read_written
from fou_eval.disclosure.ledger_file import KEY, LEDGER
from fou_eval.errors import DisclosureError, ReportError
from fou_eval.language import phrase
from fou_eval.provenance.marks import mark_of
from fou_eval.provenance.program import LOCK, source_fingerprint
from fou_eval.provenance.record import MANIFEST, REPORT, Manifest, Record, attachments, read_record
from fou_eval.report.content import ATTACHED

_DECLARATIONS, _RESULTS = "declarations.yaml", "results.json"
_FIGURE = re.compile(r"figures/[\w-]+\.svg")


@dataclass(frozen=True, slots=True, kw_only=True)
class Finished:
    """A report that may be packed.

    Attributes
    ----------
    manifest
        What it says of itself.
    files
        The files to pack, by name: the pages, what is attached to them, and the figures.
    declaration
        What its study declares.
    """

    manifest: Manifest
    files: Mapping[str, bytes] = field(repr=False)
    declaration: Declaration = field(repr=False)

    def shown(self, statistic: str) -> int | None:
        """Give a count that the report shows of the whole study; none where it does not."""
        for row in json.loads(self.files[_RESULTS])["rows"]:
            if (row["statistic"], row["outcome"], row["category"]) == (statistic, "", ""):
                return None if row["value"] is None else int(row["value"])
        return None


def finished(path: Path, language: Language | None) -> Finished:
    """Read a report, and refuse what must not or cannot be packed.

    Parameters
    ----------
    path
        Folder of a report, or its report.pdf; the figures are taken from beside it, if its folder is there.
    language
        Language of the errors; that of the report when left out.

    Raises
    ------
    RecordError
        If there is no report, or it cannot be read.
    DisclosureError
        If it is internal, or lies where the key of a ledger is.
    ReportError
        If it is not whole, or was made by another program than the one that runs.
    """
    record = _whole(read_record(path, language or "sv"), path)
    spoken = language or record.manifest.options.language
    refuse_ledger(path.resolve() if path.is_dir() else path.resolve().parent, "report", spoken)
    if record.manifest.options.profile != "publication":
        raise DisclosureError(phrase("bundle.internal", spoken))
    if record.pdf is None:
        why = "manifest_only" if record.source == "manifest" else "missing"
        raise ReportError(phrase(f"bundle.{why}", spoken, {"files": REPORT}))
    files = _packed(record, record.pdf, spoken)
    _refuse_other_program(record.manifest, spoken)
    return Finished(
        manifest=record.manifest,
        files=files,
        declaration=read_written(files[_DECLARATIONS].decode(), _DECLARATIONS),
    )


def refuse_ledger(folder: Path, what: str, language: Language) -> None:
    """Refuse a folder that holds a ledger or its key, or lies in one that does.

    Parameters
    ----------
    folder
        Where the report lies, or the bundle would.
    what
        `report` or `out`.
    language
        Language of the error.
    """
    for name in (KEY, LEDGER):
        if (folder / name).exists() or (folder.parent / name).exists():
            raise DisclosureError(phrase(f"bundle.ledger.{what}", language, {"file": name}))


def _whole(record: Record, path: Path) -> Record:
    """Take the folder around a PDF, if it is that of the same report."""
    folder = path.parent
    if record.source != "pdf" or not (folder / MANIFEST).is_file():
        return record
    around = read_record(folder)
    same = around.files[MANIFEST] == record.files[MANIFEST] and around.pdf == record.pdf
    return around if same else record


def _packed(record: Record, pdf: bytes, language: Language) -> dict[str, bytes]:
    """Give the files of the report and nothing that lies beside them, each as the manifest says it was made."""
    wanted = [*ATTACHED, *_figures(record)]
    missing = [name for name in wanted if name not in record.files]
    if missing:
        raise ReportError(phrase("bundle.missing", language, {"files": ", ".join(missing)}))
    files = {name: record.files[name] for name in wanted}
    marks = record.manifest.files
    attached = attachments(pdf, language)
    changed = [
        name
        for name, content in files.items()
        if (name != MANIFEST and marks.get(name) != mark_of(content))
        or (name in ATTACHED and attached.get(name) != content)
    ]
    if changed:
        raise ReportError(phrase("bundle.changed", language, {"files": ", ".join(changed)}))
    return {REPORT: pdf, **files}


def _figures(record: Record) -> Iterator[str]:
    """Name the figures; a PDF alone has them on its pages."""
    if record.source == "folder":
        yield from (name for name in record.manifest.files if _FIGURE.fullmatch(name))


def _refuse_other_program(manifest: Manifest, language: Language) -> None:
    now, was = source_fingerprint(), manifest.code.source
    if now != was:
        commit = f" ({manifest.code.commit})" if manifest.code.commit else ""
        values = {"was": was[:12], "now": now[:12], "commit": commit, "lock": LOCK}
        raise ReportError(phrase("bundle.other_program", language, values))
