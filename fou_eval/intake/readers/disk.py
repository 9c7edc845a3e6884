"""The bytes of a file, read once and whole, or why they could not be."""

import os
import stat
from pathlib import Path
from typing import Literal

from fou_eval.intake.limits import LIMITS
from fou_eval.intake.readers.sniff import Refusal

Kind = Literal["file", "folder", "nothing"]


def kind_of(path: Path) -> Kind:
    """Say what is at a path; what cannot be asked counts as a file, and reading it says why."""
    try:
        mode = path.stat().st_mode
    except (FileNotFoundError, NotADirectoryError):
        return "nothing"
    except (OSError, ValueError):
        return "file"
    return "folder" if stat.S_ISDIR(mode) else "file"


def read_bytes(path: Path) -> bytes | Refusal:
    """Read a file that lies still; a pipe or a device is never opened.

    Parameters
    ----------
    path
        Path of the file.

    Returns
    -------
    bytes or Refusal
        Why it was not read: too large, no file, not allowed, damaged, or changed while it was read.
    """
    try:
        mode = path.stat().st_mode
        if stat.S_ISDIR(mode):  # a folder comes here only when it may not be listed
            return Refusal("corrupt_file", "permission")
        if not stat.S_ISREG(mode):
            return Refusal("unsupported_format", "special")
        with path.open("rb") as file:
            before = os.fstat(file.fileno())
            content = file.read(LIMITS["bytes"] + 1)
            after = os.fstat(file.fileno())
        at_path = path.stat()
    except PermissionError:
        return Refusal("corrupt_file", "permission")
    except (OSError, ValueError):
        return Refusal("corrupt_file", "reading")
    if len(content) > LIMITS["bytes"]:
        return Refusal("too_large", "bytes")
    same = _seal(before) == _seal(after) == _seal(at_path) and len(content) == before.st_size
    return content if same else Refusal("corrupt_file", "changed")


def _seal(status: os.stat_result) -> tuple[int, int, int]:
    return status.st_size, status.st_mtime_ns, status.st_ino
