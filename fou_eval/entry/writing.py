"""A workbook that names nobody, and a name for it that is not taken."""

import zipfile
from io import BytesIO
from pathlib import Path
from typing import Any

from fou_eval.intake.saved import saved
from fou_eval.office import CORE, undated, undated_part


def private_bytes(book: Any) -> bytes:
    """Give the bytes of an openpyxl workbook without an author, which Excel will name no author of when it is saved.

    The library offers no way to say so, so it is written into the part that lists the sheets. Nor does the workbook say
    when it was made: the same content gives the same bytes. The parts are compressed, since the data may be many.
    """
    book.properties.creator = ""  # without one, readers put in the name of the library
    private = BytesIO()
    with (
        zipfile.ZipFile(BytesIO(saved(book))) as old,
        zipfile.ZipFile(private, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for part in old.infolist():
            content = old.read(part)
            if part.filename == "xl/workbook.xml":
                content = content.replace(b"<workbookPr", b'<workbookPr filterPrivacy="1"', 1)
            if part.filename == CORE:
                content = undated(content.decode("utf-8")).encode("utf-8")
            new.writestr(undated_part(part.filename), content, zipfile.ZIP_DEFLATED)
    return private.getvalue()


def free_name(path: Path) -> Path:
    """Give the path, or the first numbered one beside it that is not taken.

    Examples
    --------
    >>> free_name(Path("no such folder/data_marked.xlsx")).name
    'data_marked.xlsx'
    """
    number, free = 1, path
    while free.exists():
        number += 1
        free = path.with_name(f"{path.stem}_{number}{path.suffix}")
    return free
