"""The report as a PDF."""

from collections.abc import Mapping
from pathlib import Path

from fou_eval.declaration.plan import Plan
from fou_eval.documents.typesetting import typeset


def write_pdf(
    content: dict[str, object], plan: Plan, folder: Path, beside: Mapping[str, bytes] | None = None
) -> Path:
    """Write report.pdf in a folder that already holds the figures and the files to attach.

    Parameters
    ----------
    content
        From `assemble`.
    plan
        Its date is the date of the document.
    folder
        Where figures/ and the attached files are, and where report.pdf is written.
    beside
        Pictures of the title page by name, from `pictures_beside`.

    Raises
    ------
    ReportError
        If the content cannot be laid out.
    """
    path = folder / "report.pdf"
    path.write_bytes(
        typeset("report.typ", "fou_eval.report", content, on=plan.fixed_on, folder=folder, beside=beside)
    )
    return path
