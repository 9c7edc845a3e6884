"""One sheet at work: what its columns mean, which of its rows are data, and what a new file would hide."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from fou_eval.declaration.codebook import Codebook
from fou_eval.intake.conversion.cells import Cells
from fou_eval.intake.conversion.meaning import Meaning, meanings
from fou_eval.intake.conversion.rows import Made, make_rows
from fou_eval.intake.conversion.sources import Source
from fou_eval.intake.conversion.waves import WaveWords
from fou_eval.intake.issue import Findings, Issue, Place
from fou_eval.intake.persons.hygiene import judge_sheet
from fou_eval.intake.raw import address
from fou_eval.intake.sheets.grid import Grid, read_grid
from fou_eval.intake.sheets.layout import judge_layout
from fou_eval.intake.sheets.locate import Located

NO_DATA = frozenset({"summary_row", "repeated_header"})


@dataclass(slots=True, kw_only=True)
class Part:
    """One sheet at work: what its columns mean, its data rows, and what came of them."""

    source: Source
    meanings: list[Meaning]
    numbers: tuple[int, ...]
    made: list[Made]
    issues: tuple[Issue, ...] = ()

    @property
    def used(self) -> set[int]:
        """Give the rows of the sheet that gave at least one row."""
        return {number for made in self.made for number in made.used}

    @property
    def empty(self) -> set[int]:
        """Give the rows of the sheet with nothing to carry over, or with nothing filled in at any wave."""
        wide = bool(self.meanings) and self.meanings[0].is_wide
        return set(self.numbers) - (self.made[0].used if wide else self.used) - self.without_wave

    @property
    def without_wave(self) -> set[int]:
        """Give the rows of the sheet that gave none because their event is no declared wave."""
        return {number for made in self.made for number in made.without_wave} - self.used


def take_part(source: Source, codebook: Codebook, words: WaveWords) -> Part:
    """Read one sheet as far as the codebook knows it; what its cells say is left as it is."""
    chosen = meanings(source, codebook.tables.values(), words)
    if not chosen:
        return Part(source=source, meanings=[], numbers=(), made=[])
    findings = Findings(codebook.language)
    numbers = _data_rows(source, chosen, codebook, findings)
    made = [
        make_rows(source, meaning, numbers, codebook.waves, words, main=meaning is chosen[0])
        for meaning in chosen
    ]
    _judge_formulas(source, made, findings)
    _judge_labels(source, chosen, codebook, findings)
    return Part(source=source, meanings=chosen, numbers=numbers, made=made, issues=tuple(findings.listed()))


def _judge_labels(source: Source, chosen: Sequence[Meaning], codebook: Codebook, findings: Findings) -> None:
    """Point at labels of a statistics file that contradict the codebook; in a new file they would be gone."""
    for meaning in chosen:
        for number in Cells(source, meaning, codebook.waves).contradicted():
            place = Place(table=meaning.table.table, cell=address(1, number), row=1)
            findings.add("error", "label_contradiction", place, variant="converted")


def _data_rows(
    source: Source, chosen: Sequence[Meaning], codebook: Codebook, findings: Findings
) -> tuple[int, ...]:
    """Give the rows with anything to carry over; what a new file would hide is written down."""
    main = chosen[0]
    plain = {
        aside.column: number
        for number, aside in reversed(list(main.columns.items()))
        if not aside.said and not aside.person
    }
    home = Located(
        table=main.table,
        sheet=source.sheet,
        header_row=source.header_row,
        columns=plain,
        headers=source.headers,
    )
    grid = read_grid(home, codebook.waves, findings) if plain else Grid(located=home, rows=(), readings={})
    no_data = {issue.row for issue in findings.listed() if issue.rule in NO_DATA}
    known = {number for meaning in chosen for number in meaning.columns}
    numbers = tuple(
        number
        for number, cells in source.sheet.rows.items()
        if number > source.header_row and number not in no_data and known & set(cells)
    )
    judge_layout(Grid(located=home, rows=numbers, readings=grid.readings), findings)
    judge_sheet(source.sheet, home, findings)
    _judge_second(source, chosen, findings)
    return numbers


def _judge_second(source: Source, chosen: Sequence[Meaning], findings: Findings) -> None:
    """Point at columns that say the same as an earlier one; carrying over one of them would be a choice."""
    for meaning in chosen:
        for number in sorted(meaning.second):
            place = Place(
                table=meaning.table.table,
                sheet=source.sheet.shown,
                cell=address(source.header_row, number),
                row=source.header_row,
            )
            findings.add("error", "duplicate_column", place, variant="converted")


def _judge_formulas(source: Source, made: Iterable[Made], findings: Findings) -> None:
    """Point at formulas without a stored value; in a new file they would be empty cells."""
    cells = (cell for one in made for row in one.rows for cell in row.values())
    for row, column in sorted({(c.row, c.column) for c in cells if c.state == "formula_without_value"}):
        place = Place(sheet=source.sheet.shown, cell=address(row, column), row=row)
        findings.add("error", "formula_without_value", place)
