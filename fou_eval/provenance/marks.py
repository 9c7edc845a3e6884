"""Where numbers come from: marks of the data and of the declarations that name no path, value or id."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from hashlib import sha256
from typing import Literal

How = Literal["plain", "sealed", "none"]


@dataclass(frozen=True, slots=True, kw_only=True)
class TableMark:
    """The marks of one table, whatever the order of its rows and the format of its file.

    Attributes
    ----------
    rows
        Number of data rows, as text; once sealed, its seal.
    content
        SHA-256 of the typed content of the table, or its seal, in hexadecimal.
    columns
        The same of each declared column with the key of its row, by name.
    """

    rows: str
    content: str
    columns: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class DataMarks:
    """The marks of the data of a study.

    Attributes
    ----------
    how
        `plain`: SHA-256; `sealed`: HMAC-SHA-256 with a key that stays with the data, since a plain fingerprint of real
        data confirms every guess at a single answer; `none`: no marks.
    salt
        What is sealed along with each mark, so that the seals of two reports cannot be compared; empty when plain.
    tables
        Marks by table.
    """

    how: How = "none"
    salt: str = ""
    tables: Mapping[str, TableMark] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Provenance:
    """Where the numbers come from.

    Attributes
    ----------
    data
        Marks of the data.
    declarations
        SHA-256 of what each declaration file declares, by its name inside the study folder.
    declared
        All declaration files as one text, as `fou_eval.declaration.written` gives it.
    synthetic
        Whether the data say of themselves that they are made up.
    until
        Day after which everything was left out, in an interim edition.
    sources
        Publication behind each statistic, by its name, for those that have one.
    families
        Family of statistics that each belongs to, by its name.
    """

    data: DataMarks = DataMarks()
    declarations: Mapping[str, str] = field(default_factory=dict)
    declared: str = ""
    synthetic: bool
    until: date | None = None
    sources: Mapping[str, str] = field(default_factory=dict)
    families: Mapping[str, str] = field(default_factory=dict)


def mark_of(content: bytes) -> str:
    """Give the SHA-256 of a file, as the manifest records it."""
    return sha256(content).hexdigest()
