"""Typst turns content into an archival, accessible PDF (PDF/A-3a and PDF/UA-1)."""

from collections.abc import Mapping
from datetime import UTC, date, datetime
from importlib.resources import files
from pathlib import Path
from shutil import rmtree

import typst
from matplotlib import get_data_path

from fou_eval.design import FONTS
from fou_eval.documents.canonical import canonical_json
from fou_eval.documents.forgetting import forget
from fou_eval.documents.spans import with_spans
from fou_eval.errors import ReportError

BUILD = ".build"


def typeset(
    template: str,
    package: str,
    content: Mapping[str, object],
    *,
    on: date,
    folder: Path,
    beside: Mapping[str, bytes] | None = None,
) -> bytes:
    """Lay out content with a template.

    The content reaches the templates as data, so that no sign in a label is read as markup. Only fonts that come
    with the packages are used and the date is the one given, so that the same content gives the same bytes.

    Parameters
    ----------
    template
        File in the folder `typst` of the package.
    package
        Package that holds the template, such as ``"fou_eval.report"``; the styles of all documents come with it.
    content
        What the template shows.
    on
        Date of the document.
    folder
        Where figures and files to attach are; a folder for the work is made in it and removed.
    beside
        Pictures that lie beside the template, by name.

    Raises
    ------
    ReportError
        If the content cannot be laid out.
    """
    build = folder / BUILD
    build.mkdir()
    try:
        for source in dict.fromkeys(("fou_eval.documents", package)):
            for part in files(source).joinpath("typst").iterdir():
                (build / part.name).write_bytes(part.read_bytes())
        for name, picture in (beside or {}).items():
            (build / name).write_bytes(picture)
        (build / "content.json").write_bytes(canonical_json(with_spans(content)))
        made = typst.compile(
            build / template,
            root=folder,
            font_paths=[FONTS, Path(get_data_path(), "fonts", "ttf")],
            ignore_system_fonts=True,
            pdf_standards=["a-3a", "ua-1"],  # archival with attachments, and accessible
            timestamp=int(datetime(on.year, on.month, on.day, tzinfo=UTC).timestamp()),
        )
    except typst.TypstError:  # its message quotes the content, which in an internal report is every number
        raise ReportError(
            f"The document could not be laid out: a fault in fou_eval itself ({template}). The data are not affected."
        ) from None
    finally:
        forget()
        rmtree(build)
    return bytes(made)
