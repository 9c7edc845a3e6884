"""How large a file may be, in one table that messages and documents quote, and how long reading may take."""

import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Literal

from fou_eval.declaration.text import Language
from fou_eval.formatting import number

Limit = Literal[
    "bytes", "unpacked", "parts", "depth", "rows", "columns", "cells", "texts", "characters", "seconds"
]

LIMITS: dict[Limit, int] = {
    "bytes": 50_000_000,  # of the file; a follow-up of a thousand families is a hundredth of this
    "unpacked": 200_000_000,  # bytes of all parts of a workbook, as they come out and not as the file claims
    "parts": 2_000,  # files inside a workbook
    "depth": 500,  # elements inside elements; what spreadsheets write stays below forty
    "rows": 1_048_576,  # of a sheet or a text file, as in Excel
    "columns": 16_384,  # as in Excel
    "cells": 2_500_000,  # filled cells of a file
    "texts": 50_000,  # of a workbook outside its cells: comments, pivot caches, drop-down lists ...
    "characters": 131_072,  # of one cell; Excel holds 32,767
    "seconds": 60,  # processor time for reading a file, and again for looking through it for persons
}


def limit_text(limit: Limit, language: Language) -> str:
    """Spell a limit as a message says it; bytes come in millions.

    Examples
    --------
    >>> limit_text("bytes", "sv"), limit_text("rows", "en")
    ('50 MB', '1,048,576')
    """
    most = LIMITS[limit]
    if limit in ("bytes", "unpacked"):
        return f"{number(most / 1_000_000, language, 0)} MB"
    return number(most, language, 0)


class TooLargeError(Exception):
    """A file goes beyond a limit; only the name of the limit is said."""

    def __init__(self, limit: Limit) -> None:
        super().__init__(limit)
        self.limit = limit


class DamagedError(Exception):
    """A file is not what its format demands; nothing of it is said."""


@dataclass(frozen=True, slots=True)
class Clock:
    """Processor time, from the moment the clock is made."""

    until: float = field(default_factory=lambda: time.process_time() + LIMITS["seconds"])

    def check(self) -> None:
        """Stop when the time is up.

        Raises
        ------
        TooLargeError
            If it is.
        """
        if time.process_time() > self.until:
            raise TooLargeError("seconds")


@dataclass(slots=True)
class Budget:
    """What is left of the limits while one file is read."""

    unpacked: int = field(default_factory=lambda: LIMITS["unpacked"])
    cells: int = field(default_factory=lambda: LIMITS["cells"])
    texts: int = field(default_factory=lambda: LIMITS["texts"])
    clock: Clock = field(default_factory=Clock)

    def take(self, chunks: Iterable[bytes]) -> Iterator[bytes]:
        """Pass on chunks as they are unpacked, and stop when there are too many or it takes too long.

        Raises
        ------
        TooLargeError
            If more bytes come out, or more time passes, than is allowed.
        """
        for chunk in chunks:
            self.unpacked -= len(chunk)
            if self.unpacked < 0:
                raise TooLargeError("unpacked")
            self.clock.check()
            yield chunk

    def take_cells(self, number: int) -> None:
        """Count filled cells.

        Raises
        ------
        TooLargeError
            If there are more than allowed.
        """
        self.cells -= number
        if self.cells < 0:
            raise TooLargeError("cells")

    def take_texts(self, number: int) -> None:
        """Count texts outside the cells.

        Raises
        ------
        TooLargeError
            If there are more than allowed.
        """
        self.texts -= number
        if self.texts < 0:
            raise TooLargeError("texts")
