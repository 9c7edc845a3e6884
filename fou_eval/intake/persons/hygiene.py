"""What travels along in a workbook unseen: hidden sheets, rows and columns, comments, properties, colours."""

from bisect import bisect_left
from collections.abc import Collection

from fou_eval.intake.issue import Findings, Place
from fou_eval.intake.persons.luggage import judge_properties, judge_unseen
from fou_eval.intake.raw import Box, RawFile, RawSheet, letter, runs
from fou_eval.intake.sheets.headers import header_name
from fou_eval.intake.sheets.locate import Located

MOST_BOXES = 20
MOST_ROWS_ASKED = 100  # of one merged area; it is the same area further down
_GRAVE_PARTS = frozenset({"pivot_cache", "threaded_comment", "revision"})


def judge_file(raw: RawFile, findings: Findings) -> None:
    """Write down hidden sheets, hidden parts, properties, and identifiers in what travels along."""
    for sheet in raw.sheets:
        if sheet.hidden:
            variant = "very_hidden" if sheet.very_hidden else "sheet"
            findings.add("stop", "hidden_content", Place(sheet=sheet.shown), variant=variant)
    for part in raw.parts:
        findings.add("stop" if part in _GRAVE_PARTS else "warning", "hidden_content", Place(), variant=part)
    judge_properties(raw, findings)
    judge_unseen(raw, findings)


def judge_sheet(sheet: RawSheet, located: Located | None, findings: Findings) -> None:
    """Write down comments, hidden rows and columns, merged and coloured cells of a sheet."""
    for row, column in sheet.comments:
        place = _cell_place(sheet, located, Box(row, column, row, column))
        findings.add("stop", "hidden_content", place, variant="comment")
    if not sheet.hidden:
        _hidden(sheet, located, findings)
        _invisible(sheet, located, findings)
    if located is not None:
        _merged(sheet, located, findings)
        _coloured(sheet, located, findings)


def _hidden(sheet: RawSheet, located: Located | None, findings: Findings) -> None:
    table = located.table.table if located else None
    filled = {number for cells in sheet.rows.values() for number in cells}
    for number in sorted(sheet.hidden_columns & filled):
        place = Place(table=table, sheet=sheet.shown, column=_column_name(located, number) or letter(number))
        findings.add("warning", "hidden_content", place, variant="column", places={"letter": letter(number)})
    for first, last in runs(sheet.hidden_rows & set(sheet.rows)):
        place = Place(table=table, sheet=sheet.shown, row=first)
        findings.add(
            "warning",
            "hidden_content",
            place,
            variant="row" if first == last else "rows",
            places={"first": first, "last": last},
        )


def _invisible(sheet: RawSheet, located: Located | None, findings: Findings) -> None:
    """Point at cells that are filled but look empty."""
    for box in _boxes(sheet.invisible):
        findings.add("warning", "hidden_content", _cell_place(sheet, located, box), variant="invisible")


def _merged(sheet: RawSheet, located: Located, findings: Findings) -> None:
    last = max(sheet.rows, default=0)
    for box in sorted(sheet.merged, key=lambda box: (box.top, box.left)):
        if box.bottom <= located.header_row or box.top > last or not _is_data(sheet, located, box):
            continue
        findings.add("error", "merged_cells", _cell_place(sheet, located, box))


def _is_data(sheet: RawSheet, located: Located, box: Box) -> bool:
    """Say whether a merged area touches declared columns in rows that hold more than itself."""
    touches = any(box.left <= number <= box.right for number in located.columns.values())
    if not touches:
        return False
    filled = list(sheet.rows)
    rows = filled[bisect_left(filled, box.top) : bisect_left(filled, box.bottom + 1)][:MOST_ROWS_ASKED]
    return any(any(not box.left <= number <= box.right for number in sheet.rows[row]) for row in rows)


def _coloured(sheet: RawSheet, located: Located, findings: Findings) -> None:
    """Point at coloured cells among the data, gathered into rectangles; a column that is all one look means nothing."""
    rows = {row for row in located.sheet.rows if row > located.header_row}
    declared = set(located.columns.values())
    cells = {(r, c) for r, c in sheet.coloured if r in rows and c in declared}
    whole = {c for c in declared if len(rows) > 1 and all((row, c) in cells for row in rows)}
    left = {(row, column) for row, column in cells if column not in whole}
    for box in _boxes(left):
        findings.add("warning", "cell_colour", _cell_place(sheet, located, box))


def _boxes(cells: Collection[tuple[int, int]]) -> list[Box]:
    """Gather cells into upright rectangles; very many become one that holds them all."""
    down: dict[int, list[int]] = {}
    for row, column in cells:
        down.setdefault(column, []).append(row)
    boxes = [
        Box(first, column, last, column) for column in sorted(down) for first, last in runs(down[column])
    ]
    if len(boxes) <= MOST_BOXES:
        return boxes
    rows = [row for row, _ in cells]
    return [Box(min(rows), min(down), max(rows), max(down))]


def _cell_place(sheet: RawSheet, located: Located | None, box: Box) -> Place:
    return Place(
        table=located.table.table if located else None,
        sheet=sheet.shown,
        cell=box.address,
        row=box.top if box.top == box.bottom else None,
        column=_column_name(located, box.left) if box.left == box.right else None,
    )


def _column_name(located: Located | None, number: int) -> str | None:
    if located is None:
        return None
    declared = next((name for name, place in located.columns.items() if place == number), None)
    return declared or header_name(located.headers.get(number, ""))
