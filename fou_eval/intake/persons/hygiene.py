"""What travels along in a workbook unseen: hidden sheets, rows and columns, comments, properties, colours."""

from fou_eval.intake.issue import Findings, Place, Severity
from fou_eval.intake.persons.identifiers import in_text, name_words
from fou_eval.intake.raw import Box, RawFile, RawSheet, address, letter, runs
from fou_eval.intake.sheets.headers import header_name
from fou_eval.intake.sheets.locate import Located

MOST_COLOURED = 20
_PROGRAMS = frozenset(
    {
        "openpyxl",
        "xlsxwriter",
        "microsoft excel",
        "microsoft office user",
        "fou_eval",
        "pandas",
        "libreoffice",
        "user",
        "apache poi",
    }
)
_GRAVE_PARTS = frozenset({"pivot_cache", "threaded_comment"})


def judge_file(raw: RawFile, findings: Findings) -> None:
    """Write down hidden sheets, comments, properties and hidden parts of a workbook."""
    for sheet in raw.sheets:
        if sheet.hidden:
            findings.add("stop", "hidden_content", Place(sheet=sheet.shown), variant="sheet")
    for part in raw.parts:
        findings.add("stop" if part in _GRAVE_PARTS else "warning", "hidden_content", Place(), variant=part)
    _properties(raw, findings)


def judge_sheet(sheet: RawSheet, located: Located | None, findings: Findings) -> None:
    """Write down comments, hidden rows and columns, merged and coloured cells of a sheet."""
    for row, column in sheet.comments:
        place = Place(
            table=located.table.table if located else None,
            sheet=sheet.shown,
            cell=address(row, column),
            row=row,
            column=_column_name(located, column),
        )
        findings.add("stop", "hidden_content", place, variant="comment")
    if located is None:
        return
    _hidden(sheet, located, findings)
    _merged(sheet, located, findings)
    _coloured(sheet, located, findings)


def _properties(raw: RawFile, findings: Findings) -> None:
    """Point at an author or a title; a number or an address in them stops, a name alone is most often the clerk's."""
    given = {name: text for name, text in raw.properties.items() if text.casefold().strip() not in _PROGRAMS}
    if not given:
        return
    found = {
        finding.kind for text in given.values() for finding in in_text(text) if finding.severity == "stop"
    }
    people = {"creator", "lastModifiedBy"} & set(given)
    variant = "person" if people or found or any(name_words(text) for text in given.values()) else ""
    severity: Severity = "stop" if found - {"name"} else "warning"
    findings.add(severity, "document_properties", Place(), variant=variant)


def _hidden(sheet: RawSheet, located: Located, findings: Findings) -> None:
    table = located.table.table
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


def _merged(sheet: RawSheet, located: Located, findings: Findings) -> None:
    last = max(sheet.rows, default=0)
    for box in sorted(sheet.merged, key=lambda box: (box.top, box.left)):
        if box.bottom <= located.header_row or box.top > last or not _is_data(sheet, located, box):
            continue
        single = box.left == box.right
        place = Place(
            table=located.table.table,
            sheet=sheet.shown,
            cell=box.address,
            row=box.top if box.top == box.bottom else None,
            column=_column_name(located, box.left) if single else None,
        )
        findings.add("error", "merged_cells", place)


def _is_data(sheet: RawSheet, located: Located, box: Box) -> bool:
    """Say whether a merged area touches declared columns in rows that hold more than itself."""
    touches = any(box.left <= number <= box.right for number in located.columns.values())
    rows = [sheet.rows.get(row, {}) for row in range(box.top, box.bottom + 1)]
    return touches and any(any(not box.left <= number <= box.right for number in cells) for cells in rows)


def _coloured(sheet: RawSheet, located: Located, findings: Findings) -> None:
    """Point at coloured cells among the data, gathered into rectangles; a column that is all one look means nothing."""
    rows = {row for row in located.sheet.rows if row > located.header_row}
    declared = set(located.columns.values())
    cells = {(r, c) for r, c in sheet.coloured if r in rows and c in declared}
    whole = {c for c in declared if len(rows) > 1 and all((row, c) in cells for row in rows)}
    left = {(row, column) for row, column in cells if column not in whole}
    boxes = [
        Box(first, column, last, column)
        for column in sorted({c for _, c in left})
        for first, last in runs(row for row, c in left if c == column)
    ]
    if len(boxes) > MOST_COLOURED:
        lines, across = sorted({r for r, _ in left}), sorted({c for _, c in left})
        boxes = [Box(lines[0], across[0], lines[-1], across[-1])]
    for box in boxes:
        place = Place(
            table=located.table.table,
            sheet=sheet.shown,
            cell=box.address,
            row=box.top if box.top == box.bottom else None,
            column=_column_name(located, box.left) if box.left == box.right else None,
        )
        findings.add("warning", "cell_colour", place)


def _column_name(located: Located | None, number: int) -> str | None:
    if located is None:
        return None
    declared = next((name for name, place in located.columns.items() if place == number), None)
    return declared or header_name(located.headers.get(number, ""))
