"""Read one file, whatever it is, to raw cells; or say why it cannot be read."""

import csv
from collections.abc import Iterable
from pathlib import Path

from fou_eval.intake.limits import TooLargeError
from fou_eval.intake.own import without_ours
from fou_eval.intake.raw import RawFile
from fou_eval.intake.readers.delimited import read_delimited
from fou_eval.intake.readers.disk import read_bytes
from fou_eval.intake.readers.markup import UnsafeMarkupError
from fou_eval.intake.readers.package import LockedError
from fou_eval.intake.readers.sniff import Content, Refusal, sniff
from fou_eval.intake.readers.statistical import read_statistical
from fou_eval.intake.readers.workbook import read_workbook


def read_file(path: Path, known: Iterable[frozenset[str]]) -> RawFile | Refusal:
    """Read a file once; whatever a library raises becomes a refusal without its text.

    Parameters
    ----------
    path
        The file.
    known
        For each declared table the headers it knows, as :func:`~fou_eval.intake.spelling.same_header` gives them.

    Returns
    -------
    RawFile or Refusal
        The variant of a refusal of the rule ``too_large`` is the name of the limit.
    """
    content = read_bytes(path)
    if isinstance(content, Refusal):
        return content
    kind = sniff(path, content)
    if isinstance(kind, Refusal):
        return kind
    try:
        read = _read(kind, content, known)
        return without_ours(read) if isinstance(read, RawFile) else read
    except Exception as error:  # noqa: BLE001 - a damaged file can make a library raise anything
        return _refusal(error)


def _read(kind: Content, content: bytes, known: Iterable[frozenset[str]]) -> RawFile | Refusal:
    if kind == "workbook":
        return read_workbook(content)
    if kind in ("spss", "stata"):
        return read_statistical(content, kind)
    return read_delimited(content, known) or Refusal("wrong_encoding")


def _refusal(error: Exception) -> Refusal:
    """Say why a file could not be read, without the words of the error."""
    if isinstance(error, TooLargeError):
        return Refusal("too_large", error.limit)
    if isinstance(error, LockedError):
        return Refusal("password_protected")
    variants: dict[type[Exception], str] = {UnsafeMarkupError: "unsafe", csv.Error: "text"}
    return Refusal("corrupt_file", next((v for kind, v in variants.items() if isinstance(error, kind)), ""))
