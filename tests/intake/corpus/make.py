"""Write every file of our own corpus into a folder, to open or to check by hand: python make.py FOLDER."""

import sys
from pathlib import Path

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).parents[2]))

from intake.corpus import (
    cells_wrong,
    exports_wrong,
    files_wrong,
    mixed_wrong,
    persons_wrong,
    right,
    rows_wrong,
    sheets_wrong,
    texts_wrong,
)
from intake.corpus.cases import Case

ROOMS = (
    right,
    files_wrong,
    texts_wrong,
    exports_wrong,
    sheets_wrong,
    cells_wrong,
    rows_wrong,
    persons_wrong,
    mixed_wrong,
)
CASES: list[Case] = [one for room in ROOMS for one in room.case.cases]


def make(folder: Path) -> None:
    """Write every case under its own name."""
    folder.mkdir(parents=True, exist_ok=True)
    for one in CASES:
        one.write(folder / one.file)


if __name__ == "__main__":
    make(Path(sys.argv[1]))
