"""Headers of statistics files: variables are found by their name, their label, or a name that was cut off."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import replace

from fou_eval.declaration.codebook import Table
from fou_eval.intake.issue import Findings, Place
from fou_eval.intake.raw import RawCell, RawFile, RawSheet, address
from fou_eval.intake.sheets.locate import known_headers
from fou_eval.intake.spelling import same_header

CUT_AT = (8, 32, 64)
"""Lengths at which SPSS, Stata and SAS cut off the names of variables, now or earlier."""
_MARKS = "@_#$"  # put before a name that did not begin with a letter


def name_columns(raw: RawFile, tables: Iterable[Table], findings: Findings) -> RawFile:
    """Head the columns of a statistics file with what the codebook knows, and say where a name was completed.

    A name that the codebook knows stays; else the label of the variable counts if no other variable has it, else a
    name that is the beginning of one declared name only. Other files are given back as they are.
    """
    if not any(sheet.variables for sheet in raw.sheets):
        return raw
    best: tuple[dict[int, str], set[int], Table | None] = ({}, set(), None)
    for table in tables:
        found, completed = _headings(raw.sheets[0], known_headers(table))
        if len(found) > len(best[0]):
            best = (found, completed, table)
    headings, completed, home = best
    for number in sorted(completed):
        name = headings[number]
        place = Place(table=home.table if home else None, cell=address(1, number), row=1, column=name)
        findings.add("info", "interpreted_header", place, places={"column": name})
    return replace(raw, sheets=(_headed(raw.sheets[0], headings),))


def _headed(sheet: RawSheet, headings: Mapping[int, str]) -> RawSheet:
    first = {
        number: RawCell(1, number, headings.get(number, cell.value)) for number, cell in sheet.rows[1].items()
    }
    return replace(sheet, rows={**sheet.rows, 1: first})


def _headings(sheet: RawSheet, known: Mapping[str, str]) -> tuple[dict[int, str], set[int]]:
    """Give the declared column of every variable that can be told, and which were found by a cut name."""
    names = {number: same_header(variable.name) for number, variable in sheet.variables.items()}
    found = {number: known[name] for number, name in names.items() if name in known}
    labels = {number: same_header(variable.label) for number, variable in sheet.variables.items()}
    bare = {number: name.lstrip(_MARKS) for number, name in names.items()}
    for spellings in (labels, bare):
        found |= _free({n: known[word] for n, word in spellings.items() if word in known}, found)
    begun = {number: column for number, name in bare.items() if (column := _begun(name, known)) is not None}
    completed = _free(begun, found)
    return found | completed, set(completed)


def _free(candidates: Mapping[int, str], found: Mapping[int, str]) -> dict[int, str]:
    """Keep the candidates for columns that nothing else stands for."""
    open_ones = {n: column for n, column in candidates.items() if n not in found}
    times = Counter(open_ones.values())
    taken = set(found.values())
    return {n: column for n, column in open_ones.items() if times[column] == 1 and column not in taken}


def _begun(name: str, known: Mapping[str, str]) -> str | None:
    """Give the only declared column with a spelling that goes on after a cut name."""
    if len(name) not in CUT_AT:
        return None
    columns = {column for spelling, column in known.items() if spelling.startswith(name)}
    return columns.pop() if len(columns) == 1 else None
