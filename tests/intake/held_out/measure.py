"""How much a detector finds of what is there, and how often it cries wolf."""

import csv
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

import openpyxl
from intake.held_out.items import Cell, Item
from openpyxl.utils import column_index_from_string, get_column_letter
from small_study import declare

from fou_eval.declaration.reading import Declaration
from fou_eval.intake.issue import Issue
from fou_eval.intake.persons.finding import PERSON_RULES
from fou_eval.intake.persons.identifiers import in_text
from fou_eval.intake.survey import survey

Detector = Callable[[Sequence[Cell]], list[str | None]]

PORTION = 600
HEADERS = ("familj", "vag", "anteckning", "ovrigt")
TABLE = """
table: rader
label: {sv: Rader, en: Rows}
row: {sv: en familj vid ett mättillfälle, en: one family at one wave}
key: [familj, vag]
columns:
  familj: {label: {sv: Familj, en: Family}, type: text, required: true, PATTERNrole: family_id}
  vag: {label: {sv: Våg, en: Wave}, type: code, codes: waves, required: true, role: wave}
  maende:
    {label: {sv: Mående, en: Well-being}, type: integer, min: 1, max: 10, role: outcome, domain: home,
     kind: scale, better: higher}
  anteckning: {label: {sv: Anteckning, en: Note}, type: text, role: free_text}
  ovrigt: {label: {sv: Övrigt, en: Other}, type: text, role: context}
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """One line of the table: shares in per cent of `cells`."""

    kind: str
    level: str
    cells: int
    seen: float
    stopped: float

    @property
    def recall(self) -> float:
        """The share that was found at the level that the contract asks for."""
        return self.stopped if self.level == "stop" else self.seen


@dataclass(frozen=True, slots=True, kw_only=True)
class FalseAlarms:
    """One line of the table: alarms per 1,000 sentences."""

    sort: str
    sentences: int
    stops: float
    warnings: float


def declared(folder: Path, pattern: str = r"pattern: 'F\d{5}', example: F00007, ") -> Declaration:
    """Write a small study with a free-text column and a text column of context, and read it."""
    return declare(folder, TABLE.replace("PATTERN", pattern))


def texts(cells: Sequence[Cell]) -> list[str | None]:
    """Ask the detector of texts alone."""
    return [_gravest(finding.severity for finding in in_text(str(cell))) for cell in cells]


def through_file(path: Path, declaration: Declaration, column: str) -> Detector:
    """Ask as a user does: the cells stand in one column of a file, and the issues come by address."""

    def portion(cells: Sequence[Cell]) -> list[str | None]:
        rows = [
            (f"F{row:05}", "t0", *(cell if name == column else None for name in HEADERS[2:]))
            for row, cell in enumerate(cells, 1)
        ]
        write(path, [HEADERS, *rows])
        found: dict[int, list[str]] = {}
        for issue in survey(path, declaration).issues:
            if issue.rule in PERSON_RULES:
                for row in _rows(issue, HEADERS.index(column) + 1):
                    found.setdefault(row, []).append(issue.severity)
        return [_gravest(found.get(row, ())) for row in range(2, len(cells) + 2)]

    def detect(cells: Sequence[Cell]) -> list[str | None]:
        # A list of more issues of one kind is summed up over a range, which would count what lies between as found.
        parts = (cells[start : start + PORTION] for start in range(0, len(cells), PORTION))
        return [answer for part in parts for answer in portion(part)]

    return detect


def write(path: Path, rows: Sequence[Sequence[Cell | None]]) -> None:
    """Write rows as a workbook, or as text with semicolons."""
    if path.suffix == ".xlsx":
        book = openpyxl.Workbook(write_only=True)
        sheet = book.create_sheet("rader")
        for row in rows:
            sheet.append(row)
        book.save(path)
        return
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, delimiter=";").writerows(rows)


def _rows(issue: Issue, column: int) -> range:
    """Give the rows of one column that an issue points at."""
    if issue.cell is None:
        return range(0)
    ends = re.findall(r"([A-Z]+)(\d+)", issue.cell)
    columns = [column_index_from_string(letters) for letters, _ in ends]
    rows = [int(number) for _, number in ends]
    return range(rows[0], rows[-1] + 1) if columns[0] <= column <= columns[-1] else range(0)


def _gravest(severities: Iterable[str]) -> str | None:
    found = set(severities)
    return "stop" if "stop" in found else "warning" if "warning" in found else None


def measure(
    items: Sequence[Item], detector: Detector, by: Callable[[Item], str] = lambda item: item.kind
) -> list[Found]:
    """Give what was found of the identifiers, by kind (or by what `by` says) and demanded level."""
    lines = sorted(
        ((by(item), item.level), answer)
        for item, answer in zip(items, map(str, detector([item.cell for item in items])), strict=True)
        if item.level != "none"
    )
    table = []
    for (kind, level), group in groupby(lines, key=lambda line: line[0]):
        answers = [answer for _, answer in group]
        stopped = answers.count("stop") / len(answers) * 100
        seen = 100 - answers.count("None") / len(answers) * 100
        table.append(Found(kind=kind, level=level, cells=len(answers), seen=seen, stopped=stopped))
    return table


def false_alarms(sentences: Sequence[Item], detector: Detector) -> list[FalseAlarms]:
    """Give the alarms about sentences in which nobody is named, by sort of sentence."""
    answers = detector([item.cell for item in sentences])
    table = []
    for sort in dict.fromkeys(item.form for item in sentences):
        own = [answer for item, answer in zip(sentences, answers, strict=True) if item.form == sort]
        stops, warnings = own.count("stop") / len(own) * 1000, own.count("warning") / len(own) * 1000
        table.append(FalseAlarms(sort=sort, sentences=len(own), stops=stops, warnings=warnings))
    return table


def judges_ids(path: Path, declaration: Declaration, ids: Sequence[Cell]) -> str | None:
    """Give how grave the ids of a file are found to be, each family at two waves."""
    rows = [(identity, wave, "lugnt", "hemma") for identity in ids for wave in ("t0", "t1")]
    write(path, [HEADERS, *rows])
    issues = [issue for issue in survey(path, declaration).issues if issue.rule in PERSON_RULES]
    letter = get_column_letter(1)
    return _gravest(
        issue.severity
        for issue in issues
        if issue.column == "familj" or (issue.cell or "").startswith(letter)
    )
