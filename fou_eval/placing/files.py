"""Single files: replaced whole, or new ones that replace nothing."""

import os
from collections.abc import Collection, Iterator, Mapping
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass, field
from errno import ENOENT, ENOTDIR
from pathlib import Path
from shutil import copymode

from fou_eval.declaration.text import Language
from fou_eval.placing.claim import FILES, claimed_files, held, writing_to
from fou_eval.placing.exchange import EARLIER
from fou_eval.placing.workshop import flush_names, left_by, workshop


@dataclass(frozen=True, slots=True, kw_only=True)
class NewFile:
    """A file to write where none is yet.

    Attributes
    ----------
    path
        Where.
    content
        What.
    mode
        Its rights, as :func:`os.open` takes them.
    """

    path: Path
    content: bytes = field(repr=False)
    mode: int = 0o666


def files_in_place(
    folder: Path, contents: Mapping[str, bytes], language: Language, *, private: Collection[str] = ()
) -> None:
    """Write files into a folder, each whole, and all of them or none; other files in it stay.

    A process that is killed between two of them leaves the first ones new and the others as they were.

    Parameters
    ----------
    folder
        Where to write; it is made if need be.
    contents
        Files by name; those that are there are replaced, and keep their rights.
    language
        Language of the error.
    private
        Names of new files that only their owner may read.

    Raises
    ------
    WritingError
        If another run writes there, the folder cannot be written, or the disk is full.
    """
    with (
        writing_to(folder, language),
        claimed_files(folder, language) as full,
        workshop(full) as work,
    ):
        place = full.parent
        for name, content in contents.items():
            _write(work / name, content, 0o600 if name in private else 0o666)
            if (place / name).is_file():
                copymode(place / name, work / name)
        _replace_all(place, work, list(contents))
        flush_names(place)


def unfinished(folder: Path, name: str) -> bool:
    """Say whether a run was killed that had begun to write files into a folder, one of this name among them.

    Parameters
    ----------
    folder
        Where the files lie; nothing in it is changed.
    name
        A file that was not there before.
    """
    leavings = left_by(folder / FILES)
    return any((left / name).is_file() and not (left / EARLIER / name).exists() for left in leavings)


def _replace_all(place: Path, work: Path, names: list[str]) -> None:
    """Give every file its name; if one cannot have it, those before it give theirs back."""
    earlier = work / EARLIER
    earlier.mkdir()
    there = {name for name in names if os.path.lexists(place / name)}
    for name in there:
        with suppress(OSError):  # a disk without second names: what is replaced cannot come back
            os.link(place / name, earlier / name)
    try:
        for name in names:
            (work / name).replace(place / name)
    except BaseException:  # an interruption too
        for name in names:
            if (earlier / name).exists():
                (earlier / name).replace(place / name)
            elif name not in there and not (work / name).exists():
                (place / name).unlink(missing_ok=True)
        raise


def new_file_in_place(path: Path, content: bytes, language: Language) -> None:
    """Write a file that must not exist yet; it appears with all of its content or not at all.

    Parameters
    ----------
    path
        Where to write.
    content
        What to write.
    language
        Language of the error.

    Raises
    ------
    WritingError
        If a file is there already, another run writes it, or its folder cannot be written to.
    """
    with new_files_in_place(language, NewFile(path=path, content=content)):
        pass


@contextmanager
def new_files_in_place(language: Language, *files: NewFile) -> Iterator[tuple[Path, ...]]:
    """Write files that must not exist yet, and name them when the body ends well: all of them or none.

    Parameters
    ----------
    language
        Language of the error.
    files
        The files, in the order in which they are named.

    Yields
    ------
    tuple
        Where each lies, finished, before it is named, for a last look.

    Raises
    ------
    WritingError
        If a file is there already, another run writes it, or its folder cannot be written to.
    """
    with ExitStack() as stack:
        spares = tuple(stack.enter_context(_spare(file, language)) for file in files)
        yield spares
        try:
            for file, spare in zip(files, spares, strict=True):
                with writing_to(file.path, language, taken="exists"):
                    _give_name(spare, file.path)
                    flush_names(file.path.parent)
        except BaseException:  # an interruption too
            for file, spare in zip(files, spares, strict=True):
                _take_name(spare, file.path)
            raise


@contextmanager
def _spare(file: NewFile, language: Language) -> Iterator[Path]:
    """Write a file aside, under its own name in a folder of its own."""
    with ExitStack() as stack:
        with writing_to(file.path, language, taken="exists"):
            folder = file.path.parent
            if not folder.is_dir():  # it is not made: a name that is misspelt would go unnoticed
                raise OSError(ENOTDIR if folder.exists() else ENOENT, "no folder")
            if os.path.lexists(file.path):
                raise FileExistsError
            stack.enter_context(held(file.path))
            work = stack.enter_context(workshop(file.path))
            _write(work / file.path.name, file.content, file.mode)
        yield work / file.path.name


def _give_name(spare: Path, path: Path) -> None:
    """Name a finished file; a link refuses a name that is taken, where a renaming would replace the file."""
    try:
        os.link(spare, path)
    except FileExistsError:
        raise
    except OSError:  # a disk without second names
        if os.path.lexists(path):
            raise FileExistsError from None
        spare.rename(path)


def _take_name(spare: Path, path: Path) -> None:
    """Take the name from a file if it is this one, and not somebody's who was faster."""
    if not spare.exists() or (path.exists() and path.samefile(spare)):
        path.unlink(missing_ok=True)


def _write(path: Path, content: bytes, mode: int) -> None:
    with open(path, "xb", opener=lambda name, flags: os.open(name, flags, mode)) as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
