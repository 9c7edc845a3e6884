"""Putting what was made in its place: whole or not at all, and by one run at a time.

Everything is written in a hidden folder beside its place, on the same disk, and is then put there by renaming. A run
that is killed at any moment leaves what was there before, or all that is new; the next run removes what it left.
"""

from fou_eval.placing.claim import claimed, claimed_files, writing_to
from fou_eval.placing.files import (
    NewFile,
    files_in_place,
    new_file_in_place,
    new_files_in_place,
    unfinished,
)
from fou_eval.placing.folder import folder_in_place
from fou_eval.placing.workshop import is_ours

__all__ = [
    "NewFile",
    "claimed",
    "claimed_files",
    "files_in_place",
    "folder_in_place",
    "is_ours",
    "new_file_in_place",
    "new_files_in_place",
    "unfinished",
    "writing_to",
]
