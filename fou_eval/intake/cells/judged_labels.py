"""Write down what a statistics file says of its values: labels that clash with the codebook, reasons for missing."""

from collections.abc import Mapping, Sequence

from fou_eval.declaration.codebook import Wave
from fou_eval.intake.cells.choices import named
from fou_eval.intake.cells.documented import UNNAMED, Clash, DocumentedReader
from fou_eval.intake.cells.judged import span
from fou_eval.intake.issue import Findings
from fou_eval.intake.sheets.grid import Grid


def judge_labels(grid: Grid, waves: Mapping[str, Wave], findings: Findings) -> None:
    """Write down labels that clash with the codebook, and values that are missing only because the file says so."""
    variables = grid.located.sheet.variables
    for name, number in grid.located.columns.items():
        if number not in variables or name not in grid.readings:
            continue
        reader = DocumentedReader(grid.table.columns[name], waves, variables[number])
        _clashes(grid, name, reader, waves, findings)
        _reasons(grid, name, findings)
        _ordinary(grid, name, reader, findings)


def _clashes(
    grid: Grid, name: str, reader: DocumentedReader, waves: Mapping[str, Wave], findings: Findings
) -> None:
    labels = {code: text[findings.language] for code, text in named(grid.table.columns[name], waves).items()}
    place = grid.column_place(name)
    if found := reader.labels.contradictions:
        findings.add("error", "label_contradiction", place, places=_both(found, labels))
    if found := reader.labels.doubts:
        findings.add("warning", "label_contradiction", place, variant="doubt", places=_both(found, labels))


def _both(clashes: Sequence[Clash], labels: Mapping[str, str]) -> dict[str, str]:
    """Say what the file and what the codebook mean by each value."""
    return {
        "file": "; ".join(f"{clash.value} = {clash.said}" for clash in clashes),
        "codebook": "; ".join(
            f"{clash.value} = {labels.get(clash.declared, clash.declared)}" for clash in clashes
        ),
    }


def _reasons(grid: Grid, name: str, findings: Findings) -> None:
    """Say which reasons for missing values are the file's own, and refuse them where a value is required."""
    column = grid.table.columns[name]
    declared = {str(code) for code in column.missing_codes}
    own: dict[str, list[int]] = {}
    for index, reading in enumerate(grid.readings[name]):
        if reading.reason is None or reading.reason in declared:
            continue
        own.setdefault(reading.reason, []).append(grid.rows[index])
        if column.required and name not in grid.table.key:
            findings.add("error", "missing_required", grid.place(index, name), variant="user_missing")
    for reason, rows in own.items():
        variant = "unnamed" if reason == UNNAMED else ""
        for place in span(grid, name, rows):
            places = {"reason": reason, "count": len(rows)}
            findings.add("info", "user_missing", place, variant=variant, places=places)


def _ordinary(grid: Grid, name: str, reader: DocumentedReader, findings: Findings) -> None:
    """Point at values that the file calls missing although the codebook knows them as ordinary ones."""
    cells = [(row, grid.raw(index, name)) for index, row in enumerate(grid.rows)]
    rows = [row for row, cell in cells if cell and cell.state == "user_missing" and reader.is_ordinary(cell)]
    for place in span(grid, name, rows):
        findings.add("warning", "user_missing", place, variant="ordinary", places={"count": len(rows)})
