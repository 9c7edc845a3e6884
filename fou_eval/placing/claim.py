"""One run at a time: a lock that ends with the process that holds it, however that ends."""

import errno
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from os import strerror
from pathlib import Path

from filelock import FileLock, Timeout

from fou_eval.declaration.text import Language
from fou_eval.errors import WritingError
from fou_eval.language import phrase
from fou_eval.placing.workshop import lock_of

FILES = "files"
"""What stands for all files that are written into a folder, in the names of lock and leavings."""
_FULL = {errno.ENOSPC, errno.EFBIG, errno.EDQUOT}
_DENIED = {errno.EACCES, errno.EPERM, errno.EROFS, errno.EBUSY, errno.ETXTBSY}
_NO_FOLDER = {errno.ENOTDIR, errno.EEXIST, errno.EISDIR}


class OccupiedError(OSError):
    """Another run holds the target."""


@contextmanager
def writing_to(target: Path, language: Language, *, taken: str = "no_folder") -> Iterator[None]:
    """Say in the reader's language why something cannot be written, and what helps.

    Parameters
    ----------
    target
        What is written; only its name is said.
    language
        Language of the error.
    taken
        What it means that the name is taken: ``"no_folder"`` where a folder is needed, ``"exists"`` for a new file.

    Raises
    ------
    WritingError
        In the place of any error of the file system.
    """
    try:
        yield
    except OSError as error:
        # In the words of the system for its number: those of the error itself could be anybody's.
        why = strerror(error.errno) if error.errno else type(error).__name__
        name = target.name or target.resolve().name
        said = phrase(f"placing.{_kind(error, taken)}", language, {"name": name, "why": why})
        raise WritingError(said) from None


def _kind(error: OSError, taken: str) -> str:
    if isinstance(error, OccupiedError):
        return "occupied"
    if isinstance(error, FileExistsError):
        return taken
    kinds = {"full": _FULL, "denied": _DENIED, "no_folder": _NO_FOLDER, "missing": {errno.ENOENT}}
    return next((kind for kind, numbers in kinds.items() if error.errno in numbers), "other")


@contextmanager
def claimed(target: Path, language: Language) -> Iterator[Path]:
    """Keep a folder for this run, from before its numbers are computed until it is written.

    A second run is refused at once. The folders above are made, and removed again if nothing comes to lie in them.

    Parameters
    ----------
    target
        The folder that will be written, or replaced.
    language
        Language of the error.

    Yields
    ------
    Path
        Where it really is, links resolved.

    Raises
    ------
    WritingError
        If another run holds it, or nothing can be written there.
    """
    with ExitStack() as stack:
        with writing_to(target, language):
            full = target.resolve()
            stack.enter_context(_made(full.parent))
            stack.enter_context(held(full))
        yield full


@contextmanager
def claimed_files(folder: Path, language: Language) -> Iterator[Path]:
    """Keep the files that runs write into a folder for this run; a second one is refused at once.

    Parameters
    ----------
    folder
        Where the files will lie; it is made, and removed again if nothing comes to lie in it.
    language
        Language of the error.

    Yields
    ------
    Path
        What stands for all of them in the names of lock and leavings.

    Raises
    ------
    WritingError
        If another run holds them, or nothing can be written there.
    """
    with ExitStack() as stack:
        with writing_to(folder, language):
            full = folder.resolve() / FILES
            stack.enter_context(_made(full.parent))
            stack.enter_context(held(full))
        yield full


@contextmanager
def _made(folder: Path) -> Iterator[None]:
    """Make a folder and those above it, and remove those that stay empty."""
    missing = [one for one in (folder, *folder.parents) if not one.exists()]
    try:
        folder.mkdir(parents=True, exist_ok=True)
        yield
    finally:
        for one in missing:
            with suppress(OSError):  # something lies in it
                one.rmdir()


@contextmanager
def held(target: Path) -> Iterator[None]:
    """Hold the lock of a target; the same run may hold it more than once.

    The file of the lock lies beside the target, never in it, so that a folder can be sent on as it is. It is removed
    while the lock is held: who opened it before finds that it has no name any more, and does not take it for the lock.

    Raises
    ------
    OccupiedError
        If another run holds it.
    """
    lock = FileLock(lock_of(target), timeout=0, is_singleton=True)
    try:
        lock.acquire()
    except Timeout:
        raise OccupiedError from None
    try:
        yield
    finally:
        try:
            if lock.lock_counter == 1:
                with suppress(OSError):  # some systems remove no file that is open
                    lock_of(target).unlink()
        finally:
            lock.release()
