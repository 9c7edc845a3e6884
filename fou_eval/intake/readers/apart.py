"""Reads a statistics file in a process of its own: whatever the C library does with a damaged file ends with it.

Run as a script with the program and the limits as its arguments and the file on standard input, it writes one JSON
object to standard output. It imports nothing of this package and sees neither the name of the file nor its folder.
"""

import ctypes
import io
import json
import math
import sys
from typing import Any, NamedTuple

import pyreadstat

if sys.platform != "win32":
    import resource

# Every byte becomes one character, so that nothing is lost; the reader decodes the bytes once it has seen them all.
_BYTES = "ISO-8859-1"
_READERS = {"spss": pyreadstat.read_sav, "stata": pyreadstat.read_dta}


class Limits(NamedTuple):
    """The most that is read: cells, columns, bytes of text; bytes of memory; seconds of computing."""

    cells: int
    columns: int
    unpacked: int
    memory: int
    seconds: int


def answer(content: bytes, program: str, limits: Limits) -> dict[str, Any]:
    """Read a file, or say that it is damaged or larger than what is read.

    Parameters
    ----------
    content
        The file.
    program
        `spss` or `stata`.
    limits
        The most that is read.

    Returns
    -------
    dict
        Either `refused` (``corrupt``, or the name of the limit), or `encoding` (as the file declares it, or none),
        `texts` (what describes the file as a whole) and `columns`; every text holds one byte per character.
    """
    try:
        return _read(content, program, limits) | {"encoding": _declared_encoding(content, program)}
    except _TooLargeError as error:
        return {"refused": str(error)}
    except MemoryError:
        return {"refused": "unpacked"}
    except Exception:  # noqa: BLE001 - what the library raises quotes the file
        return {"refused": "corrupt"}


class _TooLargeError(Exception):
    pass


def _declared_encoding(content: bytes, program: str) -> str | None:
    try:
        _, about = _READERS[program](io.BytesIO(content), metadataonly=True)
    except Exception:  # noqa: BLE001 - the names or labels are not in the declared encoding, or in UTF-8 without one
        return None
    return about.file_encoding or None


def _read(content: bytes, program: str, limits: Limits) -> dict[str, Any]:
    _, about = _READERS[program](io.BytesIO(content), metadataonly=True, encoding=_BYTES)
    most = _most_rows(about.number_rows, int(about.number_columns or 0), limits)
    values, about = _READERS[program](
        io.BytesIO(content),
        encoding=_BYTES,
        user_missing=True,
        disable_datetime_conversion=True,
        output_format="dict",
        row_limit=most + 1,
    )
    columns = [_column(name, about, values[name]) for name in about.column_names]
    if any(len(column["values"]) > most for column in columns):
        raise _TooLargeError("cells")
    if (
        sum(len(text) for column in columns for text in column["values"] if isinstance(text, str))
        > limits.unpacked
    ):
        raise _TooLargeError("unpacked")
    sets = [str(one["label"]) for one in about.mr_sets.values()]
    texts = [about.file_label, about.table_name, *about.notes, *sets]
    return {"texts": [text for text in texts if text], "columns": columns}


def _most_rows(rows: int | None, columns: int, limits: Limits) -> int:
    """Give the number of rows that may be read; a file may leave open how many it has, or claim any number."""
    most = limits.cells // max(columns, 1)
    if columns > limits.columns:
        raise _TooLargeError("columns")
    if (rows or 0) > most:
        raise _TooLargeError("cells")
    return most


def _column(name: str, about: Any, values: list[Any]) -> dict[str, Any]:
    place = about.column_names.index(name)
    return {
        "name": name,
        "label": about.column_labels[place] or "",
        "format": about.original_variable_types[name] or "",
        "text": about.readstat_variable_types[name] == "string",
        "labels": [[value, text] for value, text in about.variable_value_labels.get(name, {}).items()],
        "missing": [[span["lo"], span["hi"]] for span in about.missing_ranges.get(name, [])],
        "values": [None if isinstance(value, float) and math.isnan(value) else value for value in values],
    }


def _bound(limits: Limits) -> None:
    """Bound memory and time, and leave no image of the memory behind when the process is ended."""
    if sys.platform == "win32":
        ctypes.windll.kernel32.SetErrorMode(
            0x0001 | 0x0002
        )  # no report of a crash, which would hold the data
        return
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_AS, (limits.memory, limits.memory))
    resource.setrlimit(resource.RLIMIT_CPU, (limits.seconds, limits.seconds))


def _main(program: str, *numbers: str) -> None:
    limits = Limits(*(int(number) for number in numbers))
    _bound(limits)
    read = answer(sys.stdin.buffer.read(), program, limits)
    sys.stdout.buffer.write(json.dumps(read).encode("ascii"))


if __name__ == "__main__":
    _main(*sys.argv[1:])
