"""Write down what was found cell by cell: faults, empty required cells, and how values were read."""

from collections.abc import Iterable
from math import floor

from fou_eval.declaration.codebook import Column
from fou_eval.declaration.text import Language
from fou_eval.intake.cells.parse import Fault, Reading
from fou_eval.intake.cells.quantities import quantity
from fou_eval.intake.issue import Findings, Place, Severity
from fou_eval.intake.raw import Box, runs
from fou_eval.intake.sheets.grid import Grid, plain_code
from fou_eval.intake.spelling import has_control, has_invisible, tidy
from fou_eval.language import phrase

_ONCE = {"shifted_row", "label_contradiction"}  # written down once, for the whole row or column
MOST_RUNS = 10
"""A note that would stand at more places than this in one column is written once, for the whole span."""


MOST_SPELLINGS = 6
"""The first different spellings of a column are listed, each with the code it was read as."""
MOST_EXPLAINED = 250
"""Characters of the codes of a column with their labels in a message; longer ones are listed without labels."""
UNSHOWN = ("family_id", "person_id", "free_text")
"""Roles of columns whose content is never repeated."""


def judge_cells(grid: Grid, findings: Findings) -> None:
    """Write down the faults of every cell, and notes on how cells were read, gathered by column."""
    for name in grid.readings:
        _faults(grid, name, findings)
        _mixed_marks(grid, name, findings)
        _required(grid, name, findings)
        _exposure(grid, name, findings)
        _steps(grid, name, findings)
        _notes(grid, name, findings)
        _hidden_characters(grid, name, findings)


def judge_only_when(grid: Grid, findings: Findings) -> None:
    """Write down cells that are filled in although the condition of their column is not met; they are not used."""
    given = {name: grid.values(name) for name in grid.readings}  # as read, so that no fault hides another
    for name in grid.readings:
        for other, declared in grid.table.columns[name].only_when.items():
            codes = {str(code) for code in declared}
            for index, (value, held) in enumerate(zip(given[name], given.get(other, []), strict=False)):
                if value is None or held is None or plain_code(held) in codes:
                    continue
                places = {"other": other, "codes": ", ".join(sorted(codes))}
                findings.add("error", "only_when", grid.place(index, name), places=places)
                grid.readings[name][index] = Reading(fault=Fault("only_when"))


def span(grid: Grid, column: str, rows: Iterable[int]) -> list[Place]:
    """Give the places of a note in one column: each unbroken run of rows, or the whole span if there are many runs."""
    number = grid.located.columns[column]
    pieces = runs(rows)
    if len(pieces) > MOST_RUNS:
        pieces = [(pieces[0][0], pieces[-1][1])]
    return [
        Place(
            table=grid.table.table,
            sheet=grid.located.sheet.shown,
            cell=Box(first, number, last, number).address,
            row=first if first == last else None,
            column=column,
        )
        for first, last in pieces
    ]


def _faults(grid: Grid, name: str, findings: Findings) -> None:
    column = grid.table.columns[name]
    for index, reading in enumerate(grid.readings[name]):
        fault = reading.fault
        if fault is not None and fault.rule not in _ONCE:
            write_fault(fault, column, grid.place(index, name), findings)


def write_fault(fault: Fault, column: Column, place: Place, findings: Findings) -> None:
    """Write down why a cell cannot be used, with what may be written there instead."""
    language = findings.language
    spelled = fault.rule in {"unknown_code", "unknown_missing_code"}  # a word, so the words are of use
    places = {**fault.places, "if_missing": _if_missing(column, language, spelled=spelled)}
    if "known" in places:
        places["known"] = _explained(column, language) or places["known"]
    findings.add("error", fault.rule, place, variant=fault.variant, places=places)


def _if_missing(column: Column, language: Language, *, spelled: bool) -> str:
    """Say what to write when there is no answer, as far as the column may lack one."""
    if column.required:
        return ""
    missing = column.missing_codes.items()
    codes = "; ".join(f"{code} = {reason[language]}" for code, reason in missing)
    codes = codes if spelled else ", ".join(str(code) for code, _ in missing)
    return phrase("issue.if_missing.codes" if codes else "issue.if_missing", language, {"codes": codes})


def _explained(column: Column, language: Language) -> str | None:
    """Give the codes of a column with what they mean; none when that is more than one reads in a message."""
    listed = column.steps or (column.codes if isinstance(column.codes, dict) else {})
    text = "; ".join(f"{code} = {label[language]}" for code, label in listed.items())
    return text if 0 < len(text) <= MOST_EXPLAINED else None


def _required(grid: Grid, name: str, findings: Findings) -> None:
    """Point at empty cells that must be filled in; without its whole key a row is nobody's, and no code replaces it."""
    in_key = name in grid.table.key
    if not in_key and not grid.table.columns[name].required:
        return
    number = grid.located.columns[name]
    merged = [box for box in grid.located.sheet.merged if box.left <= number <= box.right]
    for index, reading in enumerate(grid.readings[name]):
        row = grid.rows[index]
        lacking = not reading.filled or (in_key and reading.reason is not None)
        if not lacking or index in grid.shifted or any(box.top <= row <= box.bottom for box in merged):
            continue
        findings.add("error", "missing_required", grid.place(index, name), variant="key" if in_key else "")


def _exposure(grid: Grid, name: str, findings: Findings) -> None:
    """Refuse a count without the time or number that it is divided by; it would silently drop out of the rate.

    Nothing can be counted in no time at all; that nothing was counted is possible, and dropped with a warning.
    """
    exposure = grid.table.columns[name].exposure
    if exposure is None or exposure not in grid.readings:
        return
    places = {"count": name}
    for index, (count, against) in enumerate(zip(grid.values(name), grid.readings[exposure], strict=True)):
        place = grid.place(index, exposure)
        if count is not None and not against.filled:
            findings.add("error", "missing_required", place, variant="exposure", places=places)
        elif isinstance(count, float) and against.value == 0:
            gravity: Severity = "error" if count else "warning"
            findings.add(gravity, "out_of_range", place, variant="exposure", places=places)


def _steps(grid: Grid, name: str, findings: Findings) -> None:
    """Warn about values between the declared steps: changes are rounded to the step before they are compared."""
    column = grid.table.columns[name]
    if column.resolution is None or column.type not in {"number", "integer"}:
        return
    step = column.resolution
    values = enumerate(grid.values(name))
    between = [
        grid.rows[index] for index, value in values if isinstance(value, float) and not _on_step(value, step)
    ]
    places = {"step": int(step) if step.is_integer() else step, "count": len(between)}
    for place in span(grid, name, between):
        findings.add("warning", "off_resolution", place, places=places)


def _on_step(value: float, step: float) -> bool:
    steps = value / step
    return abs(steps - floor(steps + 0.5)) < 1e-6  # far above floating-point noise, far below a step


def _notes(grid: Grid, name: str, findings: Findings) -> None:
    by_note: dict[str, list[int]] = {}
    for index, reading in enumerate(grid.readings[name]):
        if reading.note is not None:
            by_note.setdefault(reading.note, []).append(grid.rows[index])
    for note, rows in by_note.items():
        spellings = _spellings(grid, name) if note == "interpreted_value" else []
        shown = ", ".join([*spellings[:MOST_SPELLINGS], *(["…"] if len(spellings) > MOST_SPELLINGS else [])])
        places = {"count": len(rows), "spellings": shown}
        for place in span(grid, name, rows):
            findings.add("info", note, place, variant="listed" if shown else "", places=places)


def _spellings(grid: Grid, name: str) -> list[str]:
    """List how declared spellings were read, such as ``mamma = foralder``; only what the codebook itself accepts."""
    column = grid.table.columns[name]
    if column.role in UNSHOWN or column.type in ("date", "month", "text"):
        return []
    pairs: dict[str, None] = {}
    for cell, reading in zip(grid.cells(name), grid.readings[name], strict=True):
        if cell is None or reading.note != "interpreted_value" or not isinstance(cell.value, str):
            continue
        if column.type not in ("integer", "number") or quantity(cell.value) is None:
            read = reading.reason if reading.value is None else plain_code(reading.value)
            pairs.setdefault(f"{tidy(cell.value)} = {read}")
    return list(pairs)


def _hidden_characters(grid: Grid, name: str, findings: Findings) -> None:
    """Point at characters that cannot be seen; in an id two rows may look alike and differ."""
    column = grid.table.columns[name]
    hidden = {text for text in grid.texts(name) if has_control(text) or has_invisible(text)}
    for index, reading in enumerate(grid.readings[name]) if hidden else ():
        cell = grid.raw(index, name)
        told = reading.fault is not None and reading.fault.rule == "invalid_characters"
        if cell is None or cell.value not in hidden or told:
            continue
        if has_control(str(cell.value)):
            findings.add("warning", "invalid_characters", grid.place(index, name), variant="control")
        elif column.role in ("family_id", "person_id"):
            findings.add("warning", "invalid_characters", grid.place(index, name), variant="invisible")


def _mixed_marks(grid: Grid, name: str, findings: Findings) -> None:
    """Refuse every number with a decimal mark in a column that uses both marks."""
    readings = grid.readings[name]
    if {reading.mark for reading in readings} >= {",", "."}:
        rows = [grid.rows[index] for index, reading in enumerate(readings) if reading.mark]
        for place in span(grid, name, rows):
            findings.add("error", "mixed_decimal_marks", place)
        _withdraw(readings)


def _withdraw(readings: list[Reading]) -> None:
    for index, reading in enumerate(readings):
        if reading.mark and reading.fault is None:
            readings[index] = Reading(fault=Fault("mixed_decimal_marks"))
