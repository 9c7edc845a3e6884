"""Signs in the answers of a scale that a part of them, or all, were given on another scale than the declared one."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import pairwise
from statistics import correlation, median

from fou_eval.declaration.codebook import Column, Wave
from fou_eval.intake.issue import Findings
from fou_eval.intake.rows.over_time import numbers_by_wave, paired, units_of
from fou_eval.intake.rows.scales import FEWEST, fraction, turned
from fou_eval.intake.sheets.grid import Grid

FEWEST_PAIRS = 10
MIRRORED = -0.8
"""Answers of two waves that correlate below this go against each other as a turned scale does."""
FEWEST_OTHERS = 20
FEWEST_HALF = 30
"""Fewest answers from which a scale is taken to be used in its lower half only."""


def judge_answers(grid: Grid, waves: Mapping[str, Wave], findings: Findings) -> None:
    """Write down warnings about scales that seem turned, shortened, or written as fractions for a part of the rows."""
    units = units_of(grid)
    for name, column in grid.table.columns.items():
        if column.role != "outcome" or column.type not in ("integer", "number") or name not in grid.readings:
            continue
        values = grid.values(name)
        place = grid.column_place(name)
        for earlier, later in pairwise(waves) if column.kind == "scale" else ():
            if _is_mirrored(paired(values, units, earlier, later)):
                places = {"earlier": earlier, "later": later}
                findings.add("warning", "reversed_scale", place, variant="mirrored", places=places)
        for wave in _fraction_waves(grid, name, column, waves):
            findings.add("warning", "fraction_not_percent", place, variant="wave", places={"wave": wave})
        if _is_half(column, _numbers(values)):
            findings.add("warning", "scale_mismatch", place, variant="half")
        _turned_parts(grid, name, column, findings)


def _is_mirrored(pairs: Sequence[tuple[float, float]]) -> bool:
    """Say whether those who answered high at one wave answered low at the next, nearly without exception."""
    if len(pairs) < FEWEST_PAIRS:
        return False
    before, after = zip(*pairs, strict=True)
    return len(set(before)) > 1 and len(set(after)) > 1 and correlation(before, after) <= MIRRORED


def _fraction_waves(grid: Grid, name: str, column: Column, waves: Mapping[str, Wave]) -> Iterator[str]:
    """Give the waves whose values all lie between 0 and 1 although those of the other waves do not."""
    wave = grid.table.with_role("wave")
    if column.min != 0 or column.max != 100 or wave not in grid.readings:
        return
    by_wave = numbers_by_wave(grid, name, waves)
    for code in waves:
        own = by_wave[code]
        if len(own) >= FEWEST and fraction(column, own):
            others = [value for held, values in by_wave.items() if held != code for value in values]
            if others and median(others) > 1:
                yield code


def _is_half(column: Column, values: Sequence[float]) -> bool:
    """Say whether many answers use every step of the lower half of a scale of ten, and none of the upper."""
    low, high = column.min, column.max
    if column.kind != "scale" or low not in (0, 1) or high != 10 or len(values) < FEWEST_HALF:
        return False
    return set(values) == {float(step) for step in range(1 if low == 1 else 0, 6)}


def _turned_parts(grid: Grid, name: str, column: Column, findings: Findings) -> None:
    """Point at raters and families whose answers lie at the other end of the scale from those of everybody else."""
    low, high = column.ends()
    if low is None or high is None:
        return
    middle = (low + high) / 2
    answers = {index: value for index, value in enumerate(grid.values(name)) if isinstance(value, float)}
    below = {index for index, value in answers.items() if value < middle}
    ends = (below, answers.keys() - below)
    for who, by in (("rater", column.rater), ("family", grid.table.with_role("family_id"))):
        for rows in _parts(grid, who, by, answers):
            inside = set(rows)
            if inside not in ends or len(answers) - len(rows) < FEWEST_OTHERS:
                continue
            others = [value for index, value in answers.items() if index not in inside]
            if turned(column, others, [answers[index] for index in rows]):
                findings.add("warning", "reversed_scale", grid.place(rows[0], name), variant=who)


def _parts(grid: Grid, who: str, by: str | None, answers: Collection[int]) -> Iterator[list[int]]:
    """Give the rows with an answer of each rater or family that has enough of them."""
    if by is None or by not in grid.readings:
        return
    owners = grid.written(by) if who == "family" else grid.values(by)
    found: dict[object, list[int]] = {}
    for index in answers:
        if owners[index] is not None:
            found.setdefault(owners[index], []).append(index)
    yield from (rows for rows in found.values() if len(rows) >= FEWEST)


def _numbers(values: Sequence[object]) -> list[float]:
    return [value for value in values if isinstance(value, float)]
