"""Typst turns the content into an archival, accessible PDF (PDF/A-3a and PDF/UA-1)."""

from datetime import UTC, datetime
from importlib.resources import files
from pathlib import Path
from shutil import rmtree

import typst
from matplotlib import get_data_path

from fou_eval.declaration.plan import Plan
from fou_eval.errors import ReportError
from fou_eval.report.canonical import canonical_json

BUILD = ".build"


def write_pdf(content: dict[str, object], plan: Plan, folder: Path) -> Path:
    """Compile report.pdf in a folder that already holds the figures and the files to attach.

    The content reaches the templates as data, so that no sign in a label is read as markup. Only fonts that come
    with the packages are used and the date is that of the plan, so that the same content gives the same bytes.

    Parameters
    ----------
    content
        From `assemble`.
    plan
        Its date is the date of the document.
    folder
        Where figures/ and the attached files are, and where report.pdf is written.

    Raises
    ------
    ReportError
        If the content cannot be laid out.
    """
    build = folder / BUILD
    build.mkdir()
    for template in files("fou_eval.report").joinpath("typst").iterdir():
        (build / template.name).write_bytes(template.read_bytes())
    (build / "content.json").write_bytes(canonical_json(content))
    moment = datetime(plan.fixed_on.year, plan.fixed_on.month, plan.fixed_on.day, tzinfo=UTC)
    try:
        made = typst.compile(
            build / "report.typ",
            root=folder,
            font_paths=[Path(get_data_path(), "fonts", "ttf")],
            ignore_system_fonts=True,
            pdf_standards=["a-3a", "ua-1"],  # archival with attachments, and accessible
            timestamp=int(moment.timestamp()),
        )
    except typst.TypstError as error:
        hints = "; ".join([error.message, *error.hints])
        raise ReportError(
            f"report.pdf could not be laid out: {hints}. The released numbers are not affected."
        ) from None
    finally:
        rmtree(build)
    path = folder / "report.pdf"
    path.write_bytes(made)
    return path
