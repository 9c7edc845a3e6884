"""Where the tables of a file stand, and what its other sheets are."""

from collections.abc import Mapping, Sequence

from fou_eval.declaration.codebook import Table, Wave
from fou_eval.intake.cells.judged import judge_cells, write_fault
from fou_eval.intake.cells.parse import ColumnReader
from fou_eval.intake.conversion.foreign import foreign_tool
from fou_eval.intake.conversion.waves import WaveWords
from fou_eval.intake.conversion.wide import Known, wide_columns
from fou_eval.intake.issue import Findings, Place
from fou_eval.intake.raw import RawFile, address
from fou_eval.intake.sheets.grid import read_grid
from fou_eval.intake.sheets.locate import Located, locate


def judge_places(raw: RawFile, located: Sequence[Located], findings: Findings) -> None:
    """Say where each table was found, when that is not the first row of the first sheet, or that there is none."""
    if not located:
        _no_table(raw, findings)
    visible = [sheet.position for sheet in raw.sheets if sheet.rows]
    for home in located:
        sheet = home.sheet
        place = Place(table=home.table.table, sheet=sheet.shown, row=home.header_row)
        if home.header_row > 1:
            findings.add("info", "data_located", place, variant="row", places={"row": home.header_row})
        elif len(located) == 1 and visible and sheet.position != visible[0]:
            findings.add("info", "data_located", place, variant="sheet")
        if home.label_row is not None and not raw.from_template:
            below = Place(table=home.table.table, sheet=sheet.shown, row=home.label_row)
            findings.add("info", "data_located", below, variant="labels")
    if len(located) == 1 and (tool := foreign_tool([located[0].sheet])) is not None:
        findings.add("error", "foreign_export", Place(table=located[0].table.table), places={"tool": tool})


def _no_table(raw: RawFile, findings: Findings) -> None:
    if not any(sheet.rows for sheet in raw.sheets):
        findings.add("stop", "empty_file", Place(), variant="workbook")
        return
    tool = foreign_tool(raw.sheets)
    if tool is not None:
        findings.add("error", "foreign_export", Place(), places={"tool": tool})
    findings.add("error", "no_header_row", Place())


def judge_other_sheets(
    raw: RawFile,
    located: Sequence[Located],
    tables: Sequence[Table],
    waves: Mapping[str, Wave],
    findings: Findings,
) -> None:
    """Point at visible sheets that are not analysed: the same table once more, or no declared table at all.

    The cells of a table that stands there once more are judged all the same, so that every fault is known at once.
    """
    words = WaveWords(waves)
    read = {home.sheet.position for home in located}
    by_wave = sum(words.code(sheet.name or "") is not None for sheet in raw.sheets) >= 2
    for sheet in raw.sheets:
        if sheet.hidden or not sheet.rows or sheet.position in read or not located:
            continue
        again = locate([sheet], tables, "", words)
        place = Place(sheet=sheet.shown, table=again[0].table.table if again else None)
        if not again:
            findings.add("info", "second_table", place, variant="other")
            continue
        findings.add("error", "second_table", place, variant="waves" if by_wave else "sheet")
        judge_cells(read_grid(again[0], waves, findings), findings)


def judge_wide_cells(home: Located, waves: Mapping[str, Wave], findings: Findings) -> None:
    """Judge the cells of columns that stand once per wave, before the file has been converted."""
    table = home.table
    for number, aside in wide_columns(home.headers, Known.of(table), WaveWords(waves)).items():
        column = table.columns[aside.column]
        reader = ColumnReader(column, waves, typed=home.sheet.typed)
        for row in (row for row in home.sheet.rows if row > home.header_row):
            fault = reader.read(home.sheet.cell(row, number)).fault
            if fault is not None and column.role != "free_text":
                place = Place(
                    table=table.table,
                    sheet=home.sheet.shown,
                    cell=address(row, number),
                    row=row,
                    column=aside.column,
                )
                write_fault(fault, column, place, findings)
