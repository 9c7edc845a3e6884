"""What a file is, by its content and not by its name."""

from pathlib import Path
from typing import Literal, NamedTuple

Content = Literal["workbook", "text"]
LARGEST_FILE = 50_000_000  # bytes; a follow-up of a thousand families is a hundredth of this

_WORKBOOKS = {".xlsx", ".xlsm"}
_TEXTS = {".csv", ".tsv", ".txt"}
_FOREIGN = {
    ".ods", ".numbers", ".sav", ".dta", ".por", ".sas7bdat", ".parquet", ".json", ".pdf", ".docx", ".doc", ".zip",
}  # fmt: skip
_OLE = bytes.fromhex("D0CF11E0A1B11AE1")
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_UTF16 = (b"\xff\xfe", b"\xfe\xff")
_WEB = (b"<html", b"<!doctype", b"<table", b"<head", b"<body", b"<meta", b"<style", b"<div")
_OTHER = (b"%pdf", b"$fl2", b"<stata", b"{\\rtf", b"<?xml", b"par1")


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
    if len(content) > LARGEST_FILE:
        return Refusal("too_large")
    if not content.strip(b"\x00\t\r\n \xef\xbb\xbf\xff\xfe"):
        return Refusal("empty_file")
    if ending in _FOREIGN:
        return Refusal("unsupported_format")
    if content.startswith(_OLE):
        return _binary(ending, content)
    return _package(ending, content) if content.startswith(b"PK\x03\x04") else _text(ending, content)


def _binary(ending: str, content: bytes) -> Refusal:
    if _ENCRYPTED in content:
        return Refusal("password_protected")
    return Refusal("unsupported_format" if ending == ".xls" else "file_type_mismatch", "xls")


def _package(ending: str, content: bytes) -> Content | Refusal:
    if b"mimetypeapplication/vnd.oasis" in content[:200]:
        return Refusal("unsupported_format")
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
    if b"\x00" in start and not content.startswith(_UTF16):
        return Refusal("corrupt_file")
    return (
        Refusal("file_type_mismatch", "text")
        if ending in {*_WORKBOOKS, ".xls"}
        else Refusal("unsupported_format")
    )
