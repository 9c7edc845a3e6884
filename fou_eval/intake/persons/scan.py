"""Look for persons everywhere in a file: cells, headers, names of sheets, properties, the name of the file."""

import re
from collections.abc import Sequence

from fou_eval.declaration.codebook import Column
from fou_eval.declaration.text import Language
from fou_eval.intake.cells.quantities import quantity
from fou_eval.intake.issue import Findings, Place, Severity
from fou_eval.intake.limits import Clock
from fou_eval.intake.persons.announced import personal_header
from fou_eval.intake.persons.finding import Finding, doubtful, sure
from fou_eval.intake.persons.identifiers import in_number, in_text, name_words
from fou_eval.intake.persons.ids import fits, id_kinds
from fou_eval.intake.raw import RawCell, RawFile, RawSheet, address
from fou_eval.intake.sheets.header_rows import header_text
from fou_eval.intake.sheets.headers import header_name
from fou_eval.intake.sheets.locate import Located
from fou_eval.language import phrase


def scan_file(raw: RawFile, located: Sequence[Located], stem: str, findings: Findings) -> None:
    """Write down every identifier in a file, by address and kind, never by what it says."""
    _report(_in_name(stem), Place(), findings, "name_of_file")
    for text in raw.described:
        _report(_grave(in_text(text)), Place(), findings, "described")
    homes = {home.sheet.position: home for home in located}
    for sheet in raw.sheets:
        home = homes.get(sheet.position)
        if sheet.name:
            _report(_in_name(sheet.name), Place(sheet=sheet.shown), findings, "name_of_sheet")
        _scan_sheet(sheet, home, findings)
        _scan_variables(sheet, home, findings)
        if home is not None:
            _scan_headers(home, findings)
            _scan_ids(home, findings)


def _scan_sheet(sheet: RawSheet, home: Located | None, findings: Findings) -> None:
    """Scan every cell once for each different value of its column: most columns hold few."""
    names = {number: name for name, number in home.columns.items()} if home else {}
    first_row = home.header_row + 1 if home else 0
    seen: dict[str | None, dict[object, tuple[Finding, ...]]] = {
        None: {},
        **{name: {} for name in names.values()},
    }
    clock = Clock()
    for row, cells in sheet.rows.items():
        clock.check()
        for number, cell in cells.items():
            declared = names.get(number) if home and row >= first_row else None
            value, known = cell.value, seen[declared]
            key = value if isinstance(value, str) else (type(value), value)
            found = known.get(key)
            if found is None:
                column = home.table.columns[declared] if home and declared else None
                found = known[key] = _in_cell(cell, column)
            if found:
                variant = "id" if home and _is_id(home, declared) else ""
                _report(found, _cell_place(sheet, home, cell, declared), findings, variant)


def _scan_variables(sheet: RawSheet, home: Located | None, findings: Findings) -> None:
    """Look through what a statistics file says of its columns: names, labels, and the labels of their values."""
    names = {number: name for name, number in home.columns.items()} if home else {}
    for number, variable in sheet.variables.items():
        look = _sure if number in names else in_text
        texts = (variable.name, variable.label, *variable.labels.values())
        found = tuple(dict.fromkeys(finding for text in texts for finding in look(text)))
        place = _cell_place(sheet, home, RawCell(1, number, None), names.get(number))
        _report(found, place, findings, "described")


def _cell_place(sheet: RawSheet, home: Located | None, cell: RawCell, declared: str | None) -> Place:
    header = home.headers.get(cell.column, "") if home else ""
    return Place(
        table=home.table.table if home else None,
        sheet=sheet.shown,
        cell=address(cell.row, cell.column),
        row=cell.row,
        column=declared or header_name(header),
    )


def _in_cell(cell: RawCell, column: Column | None) -> tuple[Finding, ...]:
    """Choose how a cell is scanned: numbers where numbers, dates or codes are declared, everything elsewhere."""
    text = _as_text(cell)
    if not text:
        return ()
    if column is None:
        return tuple(finding for finding in in_text(text) if finding.kind != "capital")
    if column.role == "free_text":
        return in_text(text)
    if column.role in ("family_id", "person_id"):
        return _in_id(text, column)
    if column.type == "text":
        return in_text(text)
    written = isinstance(cell.value, str) and (text[0] in "0+(" or quantity(text) is None)
    if column.type in ("code", "boolean") or (written and len(text) > 4):
        return _sure(text)
    return tuple(finding for finding in in_number(text) if finding.kind == "pnr" or len(text) > 9)


def _in_id(text: str, column: Column) -> tuple[Finding, ...]:
    """Scan an id; one of the declared form is a running number unless it is an identity number with its check digit."""
    if fits(text, column):
        return tuple(finding for finding in in_number(text) if finding.kind == "pnr")
    return tuple(Finding(f.kind, "stop", f.rule) if f.kind.startswith("pnr") else f for f in _sure(text))


def _sure(text: str) -> tuple[Finding, ...]:
    """Leave out doubts about single words and digits in a cell that is no free text."""
    kept = {"pnr", "pnr_wrong", "pnr_part"}
    return tuple(f for f in in_text(text) if f.severity == "stop" or f.kind in kept)


def _as_text(cell: RawCell) -> str:
    value = cell.value
    if isinstance(value, bool) or value is None:
        return ""
    if isinstance(value, str):
        return value
    if isinstance(value, int | float):
        return str(int(value)) if abs(value) < 1e15 and value == int(value) else ""
    return ""


def _scan_headers(home: Located, findings: Findings) -> None:
    """Stop at an undeclared column whose header announces names, numbers or addresses and that holds something."""
    for number, header in home.headers.items():
        variable = home.sheet.variables.get(number)
        finding = personal_header(header) or (personal_header(variable.label) if variable else None)
        filled = any(number in cells for row, cells in home.sheet.rows.items() if row > home.header_row)
        if finding is None or number in home.columns.values() or not filled:
            continue
        cell = RawCell(home.header_row, number, header)
        _report((finding,), _cell_place(home.sheet, home, cell, None), findings, "header")


def _scan_ids(home: Located, findings: Findings) -> None:
    """Write down ids that were made of what is known of somebody, by cell."""
    for name, number in home.columns.items():
        column = home.table.columns[name]
        if not _is_id(home, name):
            continue
        cells = [
            cell
            for row in home.sheet.rows
            if row > home.header_row and (cell := home.sheet.cell(row, number))
        ]
        kinds = id_kinds([header_text(cell) for cell in cells], column)
        for cell in cells if kinds else ():
            kind = kinds.get(header_text(cell))
            if kind is not None and not any(f.severity == "stop" for f in _in_cell(cell, column)):
                severity: Severity = "warning" if kind in ("hash", "case") else "stop"
                place = _cell_place(home.sheet, home, cell, name)
                findings.add(severity, "identifying_id", place, variant=kind)


def _is_id(home: Located, name: str | None) -> bool:
    return name is not None and home.table.columns[name].role in ("family_id", "person_id")


def _in_name(text: str) -> tuple[Finding, ...]:
    """Scan the name of a file or a sheet: short, full of capitals, so that a name in it needs the lists."""
    apart = re.sub(r"[_-]+", " ", text)
    listed = len(name_words(apart))
    found = dict.fromkeys((*in_text(apart), *in_text(text)))
    grave = [finding for finding in _grave(tuple(found)) if finding.kind != "name"]
    if not listed:
        return tuple(grave)
    return (*grave, sure("name") if listed > 1 and sure("name") in found else doubtful("name"))


def _grave(found: Sequence[Finding]) -> tuple[Finding, ...]:
    """Keep what surely points out a person; names of files and sheets are short and full of words."""
    return tuple(finding for finding in found if finding.severity == "stop" or finding.kind == "pnr_part")


def _report(found: Sequence[Finding], place: Place, findings: Findings, variant: str) -> None:
    """Write down the gravest of what was found at one place, naming every kind of that severity."""
    if not found:
        return
    severity = "stop" if any(finding.severity == "stop" for finding in found) else "warning"
    gravest = [finding for finding in found if finding.severity == severity]
    direct = [finding for finding in gravest if finding.rule == "direct_identifier"]
    rule = "direct_identifier" if direct else "possible_identifier"
    places = {"kinds": _kinds(direct or gravest, findings.language)}
    findings.add("stop" if severity == "stop" else "warning", rule, place, variant=variant, places=places)


def _kinds(found: Sequence[Finding], language: Language) -> str:
    return ", ".join(dict.fromkeys(phrase(f"issue.kind.{finding.kind}", language) for finding in found))
