"""The package of a workbook: a zip archive whose parts are unpacked within bounds, and never onto the disk."""

import posixpath
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from io import BytesIO
from typing import NamedTuple
from urllib.parse import unquote

from fou_eval.intake.limits import LIMITS, Budget, DamagedError, TooLargeError
from fou_eval.intake.readers.markup import Attributes, walk

_CHUNK = 65_536
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)  # no spreadsheet packs in another way
_FAULTS = (
    zipfile.BadZipFile,
    zipfile.LargeZipFile,
    NotImplementedError,
    EOFError,
    OSError,
    ValueError,
    zlib.error,
)


class LockedError(Exception):
    """The parts of a package are encrypted."""


class Relation(NamedTuple):
    """One part points at another, or at something outside the file."""

    id: str
    kind: str
    target: str
    external: bool


@dataclass(frozen=True, slots=True)
class Package:
    """A package that has been opened; the name of a part is only a key and never a path."""

    archive: zipfile.ZipFile = field(repr=False)
    parts: dict[str, zipfile.ZipInfo] = field(repr=False)
    budget: Budget

    def chunks(self, name: str) -> Iterator[bytes]:
        """Give the content of a part piece by piece.

        Raises
        ------
        DamagedError
            If there is no such part, or it cannot be unpacked.
        TooLargeError
            If it is larger than what may be unpacked.
        """
        yield from self.budget.take(self._unpack(name))

    def _unpack(self, name: str) -> Iterator[bytes]:
        try:
            with self.archive.open(self.parts[name.lower()]) as part:
                while chunk := part.read(_CHUNK):
                    yield chunk
        except (KeyError, *_FAULTS):
            raise DamagedError from None

    def relations(self, name: str) -> list[Relation]:
        """Give what a part points at; nothing when it points at nothing. An empty name is the package itself."""
        folder, file = posixpath.split(name)
        home = posixpath.join(folder, "_rels", f"{file}.rels")
        found: list[Relation] = []

        def start(element: str, given: Attributes, _: int) -> None:
            if element == "Relationship":
                external = given.get("TargetMode") == "External"
                target = given.get("Target", "")
                kind = given.get("Type", "").rpartition("/")[2]
                found.append(
                    Relation(
                        given.get("Id", ""), kind, target if external else _inside(folder, target), external
                    )
                )

        if home.lower() in self.parts:
            walk(self.chunks(home), start)
        return found


def open_package(content: bytes, budget: Budget) -> Package:
    """Open a package and check its directory.

    Raises
    ------
    DamagedError
        If it is no package, two parts have one name, or a part is packed as no spreadsheet packs.
    LockedError
        If a part is encrypted.
    TooLargeError
        If it has too many parts.
    """
    try:
        archive = zipfile.ZipFile(BytesIO(content))
    except _FAULTS:
        raise DamagedError from None
    listed = archive.infolist()
    if len(listed) > LIMITS["parts"]:
        raise TooLargeError("parts")
    if sum(part.file_size for part in listed) > LIMITS["unpacked"]:
        raise TooLargeError("unpacked")  # what it claims; what comes out is counted as well
    if any(part.flag_bits & 0x1 for part in listed):
        raise LockedError
    if any(part.compress_type not in _METHODS for part in listed):
        raise DamagedError
    return Package(archive, _by_name(listed), budget)


def _by_name(listed: Iterable[zipfile.ZipInfo]) -> dict[str, zipfile.ZipInfo]:
    """Find parts by name whatever the case; two of one name would let two readers see two files."""
    parts: dict[str, zipfile.ZipInfo] = {}
    for part in listed:
        if part.is_dir():
            continue
        name = part.filename.replace("\\", "/").lstrip("/").lower()
        if name in parts:
            raise DamagedError
        parts[name] = part
    return parts


def _inside(folder: str, target: str) -> str:
    """Give the name of the part that a relation means; it can lead nowhere but into the package."""
    whole = unquote(target.replace("\\", "/"))
    return posixpath.normpath(posixpath.join("/", folder, whole)).lstrip("/")
