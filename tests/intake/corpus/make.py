"""Write every file of our own corpus into a folder, to open or to check by hand: python make.py FOLDER."""

import sys
from pathlib import Path

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).parents[2]))

from intake.corpus import (
    cells_wrong,
    exports_wrong,
    files_wrong,
    habits_wrong,
    mixed_wrong,
    packages_wrong,
    persons_wrong,
    right,
    rows_wrong,
    sheets_wrong,
    texts_wrong,
    words_of_persons,
)
from intake.corpus.cases import Case

ROOMS = (
    right, files_wrong, texts_wrong, packages_wrong, exports_wrong, sheets_wrong, habits_wrong, cells_wrong, rows_wrong,
    persons_wrong, words_of_persons, mixed_wrong,
)  # fmt: skip
CASES: list[Case] = [one for room in ROOMS for one in room.case.cases]


def make(folder: Path) -> None:
    """Write every case under its own name."""
    folder.mkdir(parents=True, exist_ok=True)
    for one in CASES:
        one.write(folder / one.file)


if __name__ == "__main__":
    make(Path(sys.argv[1]))
