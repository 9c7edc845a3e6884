"""Rows that are told apart by their key, and rows that must be found in another table."""

from collections.abc import Mapping

from fou_eval.declaration.codebook import Rule
from fou_eval.intake.issue import Findings
from fou_eval.intake.rows.breaches import Breach, Breaches, concerned, key_values
from fou_eval.intake.sheets.grid import Grid

MOST_TWINS = 10
"""So many other rows with the same key are named."""


def judge_key(grid: Grid, findings: Findings) -> None:
    """Write down every row whose key stands on another row too, and say when the rows are copies of each other."""
    key = grid.table.key
    if any(name not in grid.readings for name in key):
        return
    columns = [key_values(grid, name) for name in key]
    seen: dict[tuple[object, ...], list[int]] = {}
    for index, parts in enumerate(zip(*columns, strict=True)):
        if all(part is not None for part in parts):
            seen.setdefault(parts, []).append(index)
    for rows in (rows for rows in seen.values() if len(rows) > 1):
        copies = len({_content(grid, index) for index in rows}) == 1
        for index in rows:
            others = [str(grid.rows[other]) for other in rows[: MOST_TWINS + 1] if other != index]
            shown = [*others[:MOST_TWINS], *(["…"] if len(rows) > MOST_TWINS + 1 else [])]
            places = {"key": " + ".join(key), "rows": ", ".join(shown)}
            place = grid.row_place(index)
            findings.add("error", "duplicate_key", place, variant="copy" if copies else "", places=places)


def missing_elsewhere(grid: Grid, rule: Rule, others: Mapping[str, Grid]) -> Breaches:
    """Point at rows whose values stand together in no row of the other table; `when` is about its rows."""
    other = others.get(rule.table or "")
    if other is None or any(name not in other.readings for name in rule.columns):
        return
    offered = [key_values(other, name) for name in rule.columns]
    known = {tuple(values[index] for values in offered) for index in concerned(other, rule.when)}
    for index, parts in enumerate(zip(*(key_values(grid, name) for name in rule.columns), strict=True)):
        if all(part is not None for part in parts) and parts not in known:
            yield Breach(index, rule.columns[0])


def _content(grid: Grid, index: int) -> tuple[object, ...]:
    """Give what a row says, so that two rows can be compared; refused cells as they were saved."""
    cells = (
        (reading[index], grid.raw(index, name) if reading[index].fault else None)
        for name, reading in grid.readings.items()
    )
    return tuple((reading.value, reading.reason, cell.value if cell else None) for reading, cell in cells)
