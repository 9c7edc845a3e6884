"""What a file is, by its content and not by its name."""

import re
from pathlib import Path
from typing import Literal, NamedTuple

Content = Literal["workbook", "text", "spss", "stata"]

_WORKBOOKS = {".xlsx", ".xlsm", ".xltx", ".xltm"}
_TEXTS = {".csv", ".tsv", ".txt"}
_STATISTICAL: dict[str, Content] = {".sav": "spss", ".zsav": "spss", ".dta": "stata"}
_FOREIGN = {
    **dict.fromkeys((".ods", ".numbers"), "ods"),
    **dict.fromkeys((".sas7bdat", ".xpt", ".sas7bcat"), "sas"),
    **dict.fromkeys((".rds", ".rda", ".rdata"), "r"),
    **dict.fromkeys((".parquet", ".feather", ".arrow"), "parquet"),
    **dict.fromkeys((".por", ".sps", ".spv"), "spss"),
    **dict.fromkeys((".json", ".pdf", ".docx", ".doc", ".zip"), ""),
}
FOREIGN_ENDINGS = frozenset({ending for ending, variant in _FOREIGN.items() if variant} - {".sps", ".spv"})
"""Endings of data files that are not read but named as what they are."""
_OLE = bytes.fromhex("D0CF11E0A1B11AE1")
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_UTF16 = (b"\xff\xfe", b"\xfe\xff")
_WEB = (b"<html", b"<!doctype", b"<table", b"<head", b"<body", b"<meta", b"<style", b"<div")
_OTHER = (b"%pdf", b"{\\rtf", b"<?xml")
_BEGINNINGS = {
    b"HEADER RECORD*******": "sas",
    bytes(12) + bytes.fromhex("C2EA8160B31411CFBD92080009C7318C"): "sas",
    b"RDX2\n": "r",
    b"RDX3\n": "r",
    b"PAR1\x15": "parquet",
    b"ARROW1\x00": "parquet",
}
_LOCKED_SPSS = b"ENCRYPTEDSAV"
_RELEASE = re.compile(rb"<stata_dta><header><release>([0-9]{1,4})<")
_NEWEST_STATA = 119  # what Stata 14 and later write, unless a file has what only Stata 18 knows
_OLD_STATA = range(104, 116)  # the version, which is the first byte; then the order of bytes


class Refusal(NamedTuple):
    """Why a file cannot be read: the rule, and which of its messages."""

    rule: str
    variant: str = ""


def sniff(path: Path, content: bytes) -> Content | Refusal:
    """Say how a file is to be read, or why it cannot be.

    Parameters
    ----------
    path
        Only its name and ending are used.
    content
        The whole file.

    Examples
    --------
    >>> sniff(Path("a.xls"), b"<html><table>"), sniff(Path("a.csv"), b"id;value")
    (Refusal(rule='file_type_mismatch', variant='web'), 'text')
    """
    ending = path.suffix.lower()
    if path.name.startswith("~$"):
        return Refusal("file_type_mismatch", "lock")
    if not content.strip(b"\x00\t\r\n \xef\xbb\xbf\xff\xfe"):
        return Refusal("empty_file")
    if ending in _FOREIGN:
        return Refusal("unsupported_format", _FOREIGN[ending])
    if content.startswith(_OLE):
        return _binary(ending, content)
    known = _by_beginning(ending, content)
    if known is not None:
        return known
    return _package(ending, content) if content.startswith(b"PK\x03\x04") else _text(ending, content)


def _by_beginning(ending: str, content: bytes) -> Content | Refusal | None:
    """Recognise the files of statistics programs by their first bytes."""
    if _LOCKED_SPSS in content[:64]:
        return Refusal("password_protected")
    release = _RELEASE.match(content)
    if release is not None and int(release[1]) > _NEWEST_STATA:
        return Refusal("unsupported_format", "stata")
    program = _program(ending, content)
    if program is not None:
        return program if _STATISTICAL.get(ending) == program else Refusal("file_type_mismatch", program)
    variants = (variant for beginning, variant in _BEGINNINGS.items() if content.startswith(beginning))
    variant = next(variants, None)
    return Refusal("unsupported_format", variant) if variant else None


def _program(ending: str, content: bytes) -> Content | None:
    """Say whose file this is; old Stata files begin with small numbers only, so that their ending has to agree."""
    if content.startswith((b"$FL2", b"$FL3")):
        return "spss"
    old = ending == ".dta" and len(content) > 1 and content[0] in _OLD_STATA and content[1] in (1, 2)
    return "stata" if old or content.startswith(b"<stata_dta>") else None


def _binary(ending: str, content: bytes) -> Refusal:
    if _ENCRYPTED in content:
        return Refusal("password_protected")
    return Refusal("unsupported_format" if ending == ".xls" else "file_type_mismatch", "xls")


def _package(ending: str, content: bytes) -> Content | Refusal:
    if b"mimetypeapplication/vnd.oasis" in content[:200]:
        return Refusal("unsupported_format", "ods")
    is_workbook = b"xl/workbook.xml" in content  # then other names are those of embedded files
    if ending == ".xlsb" or (b"xl/workbook.bin" in content and not is_workbook):
        return Refusal("unsupported_format", "xlsb")
    if (b"word/document.xml" in content or b"ppt/presentation.xml" in content) and not is_workbook:
        return Refusal("file_type_mismatch" if ending in _WORKBOOKS else "unsupported_format", "document")
    if ending in _WORKBOOKS:
        return "workbook"
    return (
        Refusal("file_type_mismatch", "workbook")
        if b"xl/workbook" in content
        else Refusal("unsupported_format")
    )


def _text(ending: str, content: bytes) -> Content | Refusal:
    start = content[:1000].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if start.startswith(_WEB) or (start.startswith(b"<?xml") and b"<html" in start):
        return Refusal("file_type_mismatch", "web")
    if start.startswith(_OTHER):
        return Refusal("unsupported_format")
    if ending in _TEXTS:
        return "text"
    if ending in _STATISTICAL and not _is_text(content):
        return Refusal("corrupt_file", "statistical")
    if b"\x00" in start and not content.startswith(_UTF16):
        return Refusal("corrupt_file")
    return (
        Refusal("file_type_mismatch", "text")
        if ending in {*_WORKBOOKS, ".xls", *_STATISTICAL}
        else Refusal("unsupported_format")
    )


def _is_text(content: bytes) -> bool:
    """Say whether the beginning of a file is text rather than numbers in binary form."""
    start = content[:1000]
    return content.startswith(_UTF16) or not any(byte < 9 or 13 < byte < 32 for byte in start)
