"""Whether the files that came with a report are those that it was made with."""

from collections.abc import Iterator, Mapping

from fou_eval.declaration import Language
from fou_eval.errors import RecordError
from fou_eval.language import phrase
from fou_eval.provenance.foreign import read_json
from fou_eval.provenance.marks import mark_of
from fou_eval.provenance.record import MANIFEST, REPORT, Record, attachments
from fou_eval.report.content import ATTACHED
from fou_eval.report.manifest import manifest_json
from fou_eval.verification.outcome import Finding

_FIGURES = "figures/"


def attachment_findings(record: Record, language: Language) -> Iterator[Finding]:
    """Compare every file with the fingerprint that the manifest holds of it, and with what a report consists of.

    The figures lie beside a report in its folder and are not attached to the PDF. In a folder the files beside the PDF
    are compared with those attached to it too, since people exchange one and forget the other.

    Parameters
    ----------
    record
        The report.
    language
        Language of the texts.
    """
    if record.source == "manifest":
        yield Finding(about="attachments", weight="noted", text=phrase("verify.attachments.alone", language))
    expected = _expected(record)
    told = {
        "unnamed": [name for name in ATTACHED if name not in {MANIFEST, *record.manifest.files}],
        "rewritten": _rewritten(record.files),
    }
    if record.source != "manifest":
        told |= {
            "changed": [
                name for name, mark in expected.items() if mark_of(record.files.get(name, b"")) != mark
            ],
            "doubled": list(record.doubled),
        }
        told["missing"] = [name for name in told["changed"] if name not in record.files]
        told["changed"] = [name for name in told["changed"] if name in record.files]
    if record.source == "pdf":
        told["extra"] = [name for name in record.files if name not in {*ATTACHED, *expected}]
    if record.source == "folder":
        told |= _beside(record, told["changed"], language)
    yield from _told(told, language)
    if record.source != "manifest" and not any(told.values()):
        text = phrase("verify.attachments.same", language, {"count": len(expected)})
        yield Finding(about="attachments", weight="same", text=text)


def _expected(record: Record) -> Mapping[str, str]:
    files = record.manifest.files.items()
    return {name: mark for name, mark in files if record.source == "folder" or not name.startswith(_FIGURES)}


def _told(told: Mapping[str, list[str]], language: Language) -> Iterator[Finding]:
    for kind, names in told.items():
        if names:
            values = {"files": ", ".join(names), "manifest": MANIFEST}
            text = phrase(f"verify.attachments.{kind}", language, values)
            yield Finding(about="attachments", weight="differs", text=text)


def _rewritten(files: Mapping[str, bytes]) -> list[str]:
    """Give the JSON files that are not in the one form in which they are written: somebody saved them anew."""
    found = []
    for name, content in files.items():
        if name in ATTACHED and name.endswith(".json"):
            try:
                same = manifest_json(read_json(content)) == content
            except (ValueError, TypeError, AttributeError):
                same = False
            found += [] if same else [name]
    return found


def _beside(record: Record, changed: list[str], language: Language) -> Mapping[str, list[str]]:
    """Compare the files of a folder with those attached to the PDF in it."""
    if record.pdf is None:
        return {"no_pdf": [REPORT]}
    try:
        inside = attachments(record.pdf, language)
    except RecordError:
        return {"damaged": [REPORT]}
    return {
        "apart": [
            name
            for name in ATTACHED
            if name in inside and name not in changed and record.files.get(name, b"") != inside[name]
        ],
        "not_inside": [name for name in ATTACHED if name not in inside],
        "extra": [name for name in inside if name not in ATTACHED],
    }
