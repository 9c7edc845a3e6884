"""Rows whose values stand one or more columns to the side."""

from collections import Counter
from collections.abc import Mapping, Sequence

from fou_eval.declaration.codebook import Wave
from fou_eval.intake.cells.parse import ColumnReader, Fault, Reading
from fou_eval.intake.issue import Findings
from fou_eval.intake.raw import RawCell, address
from fou_eval.intake.sheets.grid import Grid


def shift_rows(grid: Grid, waves: Mapping[str, Wave], findings: Findings) -> None:
    """Recognise rows whose values stand one or two columns to the side; they become one issue instead of many."""
    readers = {
        name: ColumnReader(grid.table.columns[name], waves, typed=grid.located.sheet.typed)
        for name in grid.located.columns
    }
    order = sorted(grid.located.columns, key=lambda name: grid.located.columns[name])
    for index, start in _suspects(grid, order).items():
        cells = [grid.raw(index, name) for name in order]
        if any(_fits(order, cells, start, step, readers) for step in (1, -1, 2, -2)):
            place = grid.row_place(index)
            first = address(grid.rows[index], grid.located.columns[order[start]])
            findings.add("error", "shifted_row", place, places={"cell": first})
            grid.shifted.add(index)
            for name in order[start:]:
                grid.readings[name][index] = Reading(fault=Fault("shifted_row"))


def _suspects(grid: Grid, order: Sequence[str]) -> dict[int, int]:
    """Give the rows with three faults or more, and the place of the first faulty column of each."""
    first: dict[int, int] = {}
    faults: Counter[int] = Counter()
    for place, name in enumerate(order):
        faulty = [index for index, reading in enumerate(grid.readings[name]) if reading.fault is not None]
        faults.update(faulty)
        for index in faulty:
            first.setdefault(index, place)
    return {index: first[index] for index in sorted(first) if faults[index] >= 3}


def _fits(
    order: Sequence[str],
    cells: Sequence[RawCell | None],
    start: int,
    step: int,
    readers: Mapping[str, ColumnReader],
) -> bool:
    """Say whether the values from one column on are right when each is read `step` columns to the right."""
    tried, misfits, lowest = 0, 0, start + min(step, 0)
    if lowest < 0 or any(cells[place] is not None for place in range(lowest, start)):
        return False
    for place in range(start, len(order)):
        cell = cells[place]
        target = place + step
        if cell is None:
            continue
        tried += 1
        outside = not lowest <= target < len(order)
        misfits += outside or readers[order[target]].read(cell).fault is not None
    # One value may be wrong by itself, when enough others tell where the row belongs.
    return tried - misfits >= 3 and misfits <= (1 if tried >= 6 else 0)
