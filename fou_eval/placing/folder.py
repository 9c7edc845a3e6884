"""A folder of files that belong together, replaced as one; what others have put into it stays."""

import os
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from pathlib import Path
from shutil import copymode, copytree, rmtree

from fou_eval.declaration.text import Language
from fou_eval.placing.claim import claimed, writing_to
from fou_eval.placing.exchange import EARLIER, put, take_back
from fou_eval.placing.workshop import flush, flush_names, is_workshop, workshop

_FINISHED = "new"


@contextmanager
def folder_in_place(target: Path, own: Collection[str], language: Language) -> Iterator[Path]:
    """Give an empty folder to fill; when that ends well, it stands in the place of the target.

    At every moment the target is what it was or all that it will be. What an earlier run left in it goes; other files
    are in both, and stay as they are.

    Parameters
    ----------
    target
        Folder to make or to replace.
    own
        Names that runs of this kind write; everything else in the target is somebody's.
    language
        Language of the error.

    Yields
    ------
    Path
        The folder to fill, on the same disk.

    Raises
    ------
    WritingError
        If another run writes there, the folder cannot be written, or the disk is full.
    """
    with (
        writing_to(target, language),
        claimed(target, language) as full,
        workshop(full, lambda left: _rescue(left, full, own)) as work,
    ):
        filled, new = work / "unfinished", work / _FINISHED
        filled.mkdir()
        yield filled
        flush(filled)
        filled.rename(new)  # from here on, what is not `own` in a folder of this name is somebody's
        if full.exists():
            _replace(full, new, {*own, *(item.name for item in new.iterdir())})
        else:
            new.rename(full)
        flush_names(full.parent)


def _replace(full: Path, new: Path, own: Collection[str]) -> None:
    """Put the new folder where the old one is, or leave everything as it was."""
    copymode(full, new)
    for item in _foreign(full, own):
        _link(item, new / item.name)
    made = new.stat()
    try:
        _bring_over(put(new, full), full, own)
    except BaseException:  # an interruption too
        if full.exists() and os.path.samestat(full.stat(), made):
            old = new if new.exists() else new.with_name(EARLIER)
            _bring_over(full, old, own)
            take_back(new, full)
        raise


def _foreign(folder: Path, own: Collection[str]) -> list[Path]:
    """Give what is somebody's in a folder: neither a file of such runs nor something that a killed one left."""
    return sorted(item for item in folder.iterdir() if item.name not in own and not is_workshop(item.name))


def _link(item: Path, name: Path) -> None:
    """Give somebody's file a second name in the new folder; where that cannot be done, it is moved afterwards."""
    try:
        if item.is_dir() and not item.is_symlink():
            copytree(item, name, symlinks=True, copy_function=os.link)
        else:
            os.link(item, name, follow_symlinks=False)
    except OSError:
        rmtree(name, ignore_errors=True)


def _bring_over(source: Path, target: Path, own: Collection[str]) -> None:
    """Take over what has no second name yet, or was saved anew after it had been given one."""
    for item in _foreign(source, own):
        _merge(item, target / item.name)


def _merge(item: Path, name: Path) -> None:
    if item.is_dir() and not item.is_symlink() and name.is_dir():
        for inner in sorted(item.iterdir()):
            _merge(inner, name / inner.name)
    elif not (name.exists() and name.samefile(item)):
        item.replace(name)


def _rescue(left: Path, full: Path, own: Collection[str]) -> None:
    """Take out of what a killed run left: the folder itself if it was about to change places, and somebody's files.

    A file of the same name in its place is the later one, and stays.
    """
    if not full.exists() and (left / EARLIER).is_dir():
        (left / EARLIER).rename(full)
    for folder in (left / _FINISHED, left / EARLIER):
        if full.is_dir() and folder.is_dir():
            for item in _foreign(folder, own):
                if not os.path.lexists(full / item.name):
                    item.rename(full / item.name)
