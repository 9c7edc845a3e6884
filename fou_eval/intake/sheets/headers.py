"""Judge the row of headers: unknown, repeated and missing columns, waves side by side, a second table."""

import re
from collections.abc import Mapping
from difflib import get_close_matches

from fou_eval.declaration.codebook import Table, Wave
from fou_eval.intake.conversion.waves import WaveWords
from fou_eval.intake.conversion.wide import Aside, Known, wide_columns
from fou_eval.intake.issue import Findings, Place, Severity
from fou_eval.intake.persons.identifiers import may_be_shown
from fou_eval.intake.raw import Box, address, runs
from fou_eval.intake.sheets.locate import Located, known_headers
from fou_eval.intake.spelling import same_header


def judge_headers(located: Located, waves: Mapping[str, Wave], findings: Findings) -> None:
    """Write down every fault of the row of headers."""
    apart = second_block(located)
    wide = wide_columns(located.headers, Known.of(located.table), WaveWords(waves))
    _unknown(located, set(apart) | set(wide), findings)
    if apart:
        bottom = max(
            (row for row in located.sheet.rows if set(located.sheet.rows[row]) & set(apart)), default=0
        )
        box = Box(located.header_row, min(apart), max(bottom, located.header_row), max(apart))
        findings.add("error", "second_table", _place(located, cell=box.address), variant="beside")
    _judge_wide(located, wide, findings)
    _missing(located, {aside.column for aside in wide.values()}, findings)


def _judge_wide(located: Located, wide: Mapping[int, Aside], findings: Findings) -> None:
    """Write down columns that stand once per wave or once per person, a run of headers at a time."""
    row = located.header_row
    for variant in ("", "persons"):
        numbers = [number for number, aside in wide.items() if aside.person == (variant == "persons")]
        for first, last in runs(numbers):
            place = _place(located, cell=Box(row, first, row, last).address, row=row)
            findings.add("error", "wide_format", place, variant=variant)


def header_name(header: str) -> str | None:
    """Give an undeclared header if it may be repeated."""
    text = " ".join(header.split())
    return text if text and may_be_shown(text) else None


def _place(
    located: Located, *, cell: str | None = None, row: int | None = None, column: str | None = None
) -> Place:
    return Place(table=located.table.table, sheet=located.sheet.shown, cell=cell, row=row, column=column)


def _unknown(located: Located, apart: set[int], findings: Findings) -> None:
    known = known_headers(located.table)
    severity: Severity = "error" if located.table.unknown_columns == "error" else "warning"
    row = located.header_row
    for number, header in located.headers.items():
        name = known.get(same_header(header))
        cell = address(row, number)
        if name is None and number not in apart:
            hint = _meant(header, located.table)
            variant = "meant" if hint else ""
            place = _place(located, cell=cell, row=row, column=header_name(header))
            findings.add(severity, "unknown_column", place, variant=variant, places={"meant": hint})
        elif name is not None and located.columns[name] != number:
            first = address(row, located.columns[name])
            place = _place(located, cell=cell, row=row, column=name)
            findings.add("error", "duplicate_column", place, places={"column": name, "first": first})


def _meant(header: str, table: Table) -> str | None:
    """Guess which declared column an unknown header was meant to be."""
    folded = {_folded(spelling): name for spelling, name in known_headers(table).items()}
    close = get_close_matches(_folded(same_header(header)), list(folded), n=1, cutoff=0.7)
    return folded[close[0]] if close else None


def _folded(text: str) -> str:
    return re.sub(r"[^a-z0-9]", "", text.translate(str.maketrans("åäöéü", "aaoeu")))


def _missing(located: Located, as_waves: set[str], findings: Findings) -> None:
    for name, column in located.table.columns.items():
        if name in located.columns or name in as_waves:
            continue
        if as_waves and column.role == "wave":
            continue  # the waves stand in the headers
        severity: Severity = "error" if column.required else "warning"
        variant = "free_text" if column.role == "free_text" else "required" if column.required else ""
        findings.add(
            severity, "missing_column", _place(located, column=name), variant=variant, places={"column": name}
        )


def second_block(located: Located) -> list[int]:
    """Give the columns of a block that stands beyond an empty column and in which no header is known."""
    known = known_headers(located.table)
    used = {number for row in located.sheet.rows.values() for number in row}
    last_known = max(located.columns.values())
    beyond = sorted(number for number in used if number > last_known)
    gap = next((number for number in beyond if number - 1 not in used), None)
    block = [number for number in beyond if gap is not None and number >= gap]
    headed = [number for number in block if number in located.headers]
    if len(headed) < 2 or any(same_header(located.headers[number]) in known for number in headed):
        return []
    return block
