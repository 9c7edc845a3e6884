"""SPSS and Stata files: cells as in a workbook, and what the file says of its variables and values.

The names of the variables are row 1, the first case is row 2. Missing values that the sender declared in the program
stay what they are, with their value; nothing is replaced by a label here.
"""

import codecs
import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from fou_eval.intake.limits import LIMITS
from fou_eval.intake.raw import CellState, RawCell, RawFile, RawSheet, Value, Variable
from fou_eval.intake.readers.delimited import is_damaged
from fou_eval.intake.readers.moments import Program, converter
from fou_eval.intake.readers.sniff import Refusal

_MOST_MEMORY = 3_000_000_000  # bytes of address space, of which the libraries alone reserve a part
_PATIENCE = 18  # seconds for reading a file, of the twenty that an answer may take
_OUT_OF_TIME = -24  # how a process ends that has used up its seconds
_SCRIPT = Path(__file__).with_name("apart.py")
_UTF8, _WINDOWS = "UTF-8", "Windows-1252"
_FIRST_CASE = 2
Decode = Callable[[str], str]


def read_statistical(content: bytes, program: Program) -> RawFile | Refusal:
    """Read an SPSS or Stata file to raw cells, or say why it cannot be read.

    The library that reads it does so in a process of its own, with bounded memory and time, since a damaged file can
    make it crash; neither the file nor its name is written anywhere.

    Parameters
    ----------
    content
        The bytes of the file.
    program
        Whose file it is.
    """
    read = _read_apart(content, program)
    if refused := read.get("refused"):
        too_large = refused in LIMITS
        return Refusal("too_large", refused) if too_large else Refusal("corrupt_file", "statistical")
    found = _encoding(list(_texts(read)), read["encoding"])
    if found is None:
        return Refusal("wrong_encoding", "statistical")
    decode, encoding = found
    columns = [_Column(column, program, decode) for column in read["columns"]]
    described = tuple(decode(text) for text in read["texts"])
    labels = (
        text for column in columns for text in (column.variable.label, *column.variable.labels.values())
    )
    return RawFile(
        sheets=(_sheet(columns),),
        described=described,
        encoding=encoding,
        damaged_text=any(is_damaged(text, _UTF8) for text in (*described, *labels)),
    )


def _read_apart(content: bytes, program: Program) -> dict[str, Any]:
    """Let a process of its own read the file; how it ended and what it said decide, never its messages."""
    most = (LIMITS["cells"], LIMITS["columns"], LIMITS["unpacked"], _MOST_MEMORY, LIMITS["seconds"])
    command = [sys.executable, "-P", str(_SCRIPT), program, *map(str, most)]
    try:
        done = subprocess.run(  # noqa: S603 - our own script, and no part of the file among its arguments
            command,
            input=content,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,  # a message could quote the file
            timeout=_PATIENCE,
            check=False,
            env={**os.environ, "OPENBLAS_NUM_THREADS": "1"},
        )
        read = json.loads(done.stdout) if done.returncode == 0 else None
    except subprocess.TimeoutExpired:
        return {"refused": "seconds"}
    except ValueError:
        return {"refused": "corrupt"}
    if done.returncode == _OUT_OF_TIME:
        return {"refused": "seconds"}
    return read if isinstance(read, dict) else {"refused": "corrupt"}


class _Column:
    """One variable with its cells, decoded, dates as dates."""

    def __init__(self, read: Mapping[str, Any], program: Program, decode: Decode) -> None:
        self.name = decode(read["name"])
        self._decode = decode
        self._padded = program == "spss"
        self._is_text = bool(read["text"])
        spans: Sequence[tuple[Any, Any]] = read["missing"]
        self._missing = [(self._plain(low), self._plain(high)) for low, high in spans]
        self.values: list[Any] = [self._plain(value) for value in read["values"]]
        numbers = (value for value in self.values if isinstance(value, int | float))
        self._convert = (
            None
            if self._is_text
            else converter(program, read["format"], (n for n in numbers if not self._is_missing(n)))
        )
        labelled = [(self._plain(value), decode(text).strip()) for value, text in read["labels"]]
        self.variable = Variable(
            name=self.name,
            label=decode(read["label"]),
            labels={self._value(value): text for value, text in labelled},
            missing=frozenset(self._value(value) for value, _ in labelled if self._is_missing(value)),
        )

    def cells(self, number: int) -> Iterator[RawCell]:
        """Give the filled cells of the column; the same value is looked at once."""
        yield RawCell(1, number, self.name)
        different = {value for value in self.values if value is not None and value != ""}
        read: dict[Any, tuple[Value, CellState]] = {value: self._read(value) for value in different}
        for row, value in enumerate(self.values, start=_FIRST_CASE):
            if value in read:
                yield RawCell(row, number, *read[value])

    def _read(self, value: Any) -> tuple[Value, CellState]:
        return self._value(value), "user_missing" if self._is_missing(value) else "value"

    def _plain(self, value: Any) -> Any:
        """Decode a text, without the blanks with which SPSS fills it up to its width."""
        if not isinstance(value, str):
            return value
        text = self._decode(value)
        return text.rstrip(" ") if self._padded else text

    def _is_missing(self, value: Any) -> bool:
        if isinstance(value, str):
            return not self._is_text or any(value == low for low, _ in self._missing)
        return any(low <= value <= high for low, high in self._missing)

    def _value(self, value: Any) -> Value:
        if isinstance(value, str):
            return value if self._is_text else f".{value}"  # Stata writes its missing values .a to .z
        as_it_is: Value = value
        return as_it_is if self._convert is None or self._is_missing(value) else self._convert(value)


def _sheet(columns: Sequence[_Column]) -> RawSheet:
    rows: dict[int, dict[int, RawCell]] = {}
    for number, column in enumerate(columns, start=1):
        for cell in column.cells(number):
            rows.setdefault(cell.row, {})[number] = cell
    return RawSheet(
        rows=dict(sorted(rows.items())),
        variables={number: column.variable for number, column in enumerate(columns, start=1)},
    )


def _texts(read: Mapping[str, Any]) -> Iterator[str]:
    """Give every text of the file, one byte per character."""
    yield from read["texts"]
    for column in read["columns"]:
        yield from (column["name"], column["label"], *(text for _, text in column["labels"]))
        yield from (value for value, _ in column["labels"] if isinstance(value, str))
        yield from (value for value in column["values"] if isinstance(value, str))


def _encoding(texts: Iterable[str], declared: str | None) -> tuple[Decode, str | None] | None:
    """Give the way to decode every text and the name of the encoding if it is not UTF-8, or none.

    Old files declare no encoding, and some declare a wrong one; the library would then leave out what it cannot
    decode, and "Malmö" would become "Malm". So the rule is that of text files: UTF-8 if all of it is UTF-8, else as
    declared, else Windows-1252.
    """
    foreign = [text for text in texts if not text.isascii()]
    other = declared if declared and not _is_utf8(declared) else _WINDOWS
    for name in (_UTF8, other):
        decode = _decoder(name)
        if decode is not None and all(_is_decoded(decode, text) for text in foreign):
            return decode, None if name == _UTF8 else name.replace("WINDOWS", "Windows")
    return None


def _is_utf8(name: str) -> bool:
    return name.upper().replace("-", "") == "UTF8"


def _decoder(name: str) -> Decode | None:
    try:
        incremental = codecs.getincrementaldecoder(name)
    except LookupError:
        return None

    def decode(text: str) -> str:
        # Not final: the width of a variable may have cut its last letter in two, and half a letter says nothing.
        return text if text.isascii() else incremental("strict").decode(text.encode("latin-1"))

    return decode


def _is_decoded(decode: Decode, text: str) -> bool:
    try:
        decode(text)
    except UnicodeError:
        return False
    return True
