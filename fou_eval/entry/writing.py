"""Writing a workbook that names nobody, to a file that was not there before: whole or not at all."""

import os
import zipfile
from io import BytesIO
from pathlib import Path
from typing import Any

from fou_eval.declaration.text import Language
from fou_eval.errors import DataError
from fou_eval.intake.saved import saved
from fou_eval.language import phrase


def write_new(path: Path, content: bytes, language: Language, *, mode: int = 0o666) -> None:
    """Write a file that must not exist yet; it appears with all of its content or not at all.

    Parameters
    ----------
    path
        Where to write.
    content
        What to write.
    language
        Language of the error.
    mode
        Rights of the file, as :func:`os.open` takes them.

    Raises
    ------
    DataError
        If a file is there already, or the folder cannot be written to.
    """
    spare = path.with_name(f"{path.name}.{os.getpid()}.part")
    try:
        with os.fdopen(os.open(spare, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode), "wb") as file:
            file.write(content)
        _give_name(spare, path)
    except FileExistsError:
        raise DataError(phrase("entry.exists", language, {"name": path.name})) from None
    except OSError:
        raise DataError(phrase("entry.unwritable", language, {"name": path.name})) from None
    finally:
        _remove(spare)


def private_bytes(book: Any) -> bytes:
    """Give the bytes of an openpyxl workbook without an author, which Excel will name no author of when it is saved.

    The library offers no way to say so, so it is written into the part that lists the sheets.
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
            new.writestr(part.filename, content)
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


def _give_name(spare: Path, path: Path) -> None:
    """Name a finished file; a link refuses a name that is taken, where a renaming would replace the file."""
    try:
        os.link(spare, path)
    except FileExistsError:
        raise
    except OSError:  # a file system without links
        if path.exists():
            raise FileExistsError from None
        spare.replace(path)


def _remove(spare: Path) -> None:
    try:
        spare.unlink(missing_ok=True)
    except OSError:
        return  # in a folder that cannot be written to there is nothing to remove
