"""Whether the files that came with a report are those that it was made with."""

from collections.abc import Iterator

from fou_eval.declaration import Language
from fou_eval.language import phrase
from fou_eval.record import MANIFEST, REPORT, Record, attachments, mark_of
from fou_eval.verification.outcome import Finding

_FIGURES = "figures/"


def attachment_findings(record: Record, language: Language) -> Iterator[Finding]:
    """Compare every file with the fingerprint that the manifest holds of it.

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
        return
    expected = {
        name: mark
        for name, mark in record.manifest.files.items()
        if record.source == "folder" or not name.startswith(_FIGURES)
    }
    changed = [
        name
        for name, mark in expected.items()
        if name in record.files and mark_of(record.files[name]) != mark
    ]
    missing = [name for name in expected if name not in record.files]
    inside = attachments(record.pdf, language) if record.source == "folder" and record.pdf is not None else {}
    apart = [
        name for name, content in inside.items() if record.files.get(name) != content and name not in changed
    ]
    no_pdf = record.source == "folder" and record.pdf is None
    told = {"changed": changed, "missing": [*missing, *([REPORT] if no_pdf else [])], "apart": apart}
    for kind, names in told.items():
        if names:
            values = {"files": ", ".join(names), "manifest": MANIFEST}
            yield _finding("differs", phrase(f"verify.attachments.{kind}", language, values))
    if not any(told.values()):
        yield _finding("same", phrase("verify.attachments.same", language, {"count": len(expected)}))


def _finding(weight: str, text: str) -> Finding:
    return Finding(about="attachments", weight="same" if weight == "same" else "differs", text=text)
