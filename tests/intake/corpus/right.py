"""Right data in an unusual dress: nothing may be found wrong in it."""

import datetime as dt
import unicodedata
from pathlib import Path

from intake.corpus.cases import Cases, graded, info, wanted, warning
from intake.corpus.files import book, csv_text, swap, with_macros, write_book, write_csv, write_dta, write_sav
from intake.corpus.rows import background, follow_up, placements, put
from openpyxl.formatting.rule import CellIsRule
from openpyxl.styles import Border, Font, PatternFill, Side
from openpyxl.utils.datetime import CALENDAR_MAC_1904

case = Cases()
OF_18 = {"rows": 180}


@case(
    "andra_bladet_rad_7.xlsx", "ok", info("data_located"), must_not=(wanted(None, "merged_cells"),), **OF_18
)
def second_sheet_row_7(path: Path) -> None:
    """A note sheet first, a merged title, headers in row 7; eighteen families."""
    grid = follow_up(18)
    made = book(
        Läs_mig=[["Fyll i bladet Data."]], Data=[["Uppföljning 2024"], [], ["Version 3"], [], [], [], *grid]
    )
    made["Data"].merge_cells("A1:K2")
    made.save(path)


@case("1904_formler.xlsm", "ok", **OF_18)
def dates_of_1904(path: Path) -> None:
    """Macro-enabled, dates counted from 1904, numbers that are formulas with stored results."""
    made = book(Data=put(follow_up(18), {"G5": 12.5, "F2": 6}))
    made.epoch = CALENDAR_MAC_1904
    for row in range(2, 182):
        made["Data"][f"E{row}"].number_format = "d mmm yyyy"
    made.save(path)
    swap(
        path,
        "xl/worksheets/sheet1.xml",
        '<c r="G5" t="n"><v>12.5</v></c>',
        '<c r="G5"><f>10+2.5</f><v>12.5</v></c>',
    )
    swap(
        path,
        "xl/worksheets/sheet1.xml",
        '<c r="F2" t="n"><v>6</v></c>',
        '<c r="F2"><f>ROUND(5.8,0)</f><v>6</v></c>',
    )
    with_macros(path)


@case("utf16be.csv", "ok", info("encoding_read"))
def utf16_big_endian(path: Path) -> None:
    """UTF-16, big end first, with its mark and semicolons."""
    path.write_bytes(b"\xfe\xff" + csv_text(follow_up(9)).encode("utf-16-be"))


@case("sep_och_cr.csv", "ok")
def separator_line(path: Path) -> None:
    """The first line names the separator (row 1 in Excel's eyes too), and lines end as on an old Macintosh."""
    path.write_bytes(("sep=;\r" + csv_text(follow_up(9), newline="\r")).encode("utf-8-sig"))


@case("amerikansk.csv", "ok", info("encoding_read"))
def american(path: Path) -> None:
    """Windows-1252 and commas, decimal points, every field in quotes, no line break at the end."""
    grid = put(follow_up(9), {"K4": "Går hem själv", "C2": "Förälder"})
    text = csv_text(grid, "|", decimal=".").strip()
    lines = [",".join(f'"{field}"' for field in line.split("|")) for line in text.splitlines()]
    path.write_bytes("\r\n".join(lines).encode("cp1252"))


@case(
    "etiketter_overallt.xlsx", "ok",
    graded("info", "interpreted_value", None, "roll"), info("interpreted_value", None, "matvag"),
    info("normalised_text", "A5", "familj_id"),
)  # fmt: skip
def labels_everywhere(path: Path) -> None:
    """Labels and spellings for codes, aliases in capitals as headers, blanks round an id, letters in two parts."""
    grid = follow_up(9)
    waves = {"t0": "FÖRE", "t1": "6 months", "t2": "12 mån"}
    for number, row in enumerate(grid[1:]):
        row[2] = ("Barn", "child ")[number % 2] if row[2] == "barn" else ("Förälder", "MAMMA")[number % 2]
        row[3] = unicodedata.normalize("NFD", waves[str(row[3])])
    put(grid, {"A1": "FAMILJ\u00a0ID", "B1": " PersonID ", "E1": "MATDATUM\n", "A5": " F01 "})
    write_book(path, Data=grid)


@case("allt_som_text.xlsx", "ok", info("interpreted_value", None, "franvaro_pct"))
def all_text(path: Path) -> None:
    """Every cell is text, decimals with comma: what a database wrote."""
    grid = [[None if value is None else _text(value) for value in row] for row in follow_up(9)]
    write_book(path, Export=grid)


def _text(value: object) -> str:
    return value.isoformat() if isinstance(value, dt.date) else str(value).replace(".", ",")


@case(
    "pyntad.xlsx", "ok",
    must_not=(warning("cell_colour"), warning("hidden_content"), wanted(None, "second_table")), **OF_18,
)  # fmt: skip
def dressed_up(path: Path) -> None:
    """Coloured headers, a filter that hides nothing, rules for colours, frozen rows, 1,000 framed empty rows."""
    made = book(Data=follow_up(18))
    sheet = made["Data"]
    for cell in sheet[1]:
        cell.fill, cell.font = PatternFill("solid", fgColor="FF004488"), Font(bold=True, color="FFFFFFFF")
    for row in range(2, 1200):
        sheet[f"A{row}"].border = Border(bottom=Side("thin"))
    sheet.auto_filter.ref, sheet.freeze_panes, sheet.print_title_rows = "A1:K181", "B2", "1:1"
    sheet.conditional_formatting.add(
        "F2:F181", CellIsRule("lessThan", ["3"], fill=PatternFill(bgColor="FFFF0000"))
    )
    made.save(path)


def coded() -> list:
    """The follow-up with numbers for roles and waves, as statistics programs keep them."""
    grid = follow_up(9)
    for row in grid[1:]:
        row[2], row[3] = {"barn": 1, "foralder": 2}[str(row[2])], int(str(row[3])[1])
    return grid


LABELS = {"roll": {1: "Barn", 2: "Förälder"}, "matvag": {0: "Före", 1: "6 månader", 2: "12 månader"}}


@case("spss_ratt.sav", "ok", must_not=(warning("missing_column"),))
def spss(path: Path) -> None:
    """SPSS with every column, compressed, value labels, user-missing 99 in the first case and -9 in the last."""
    grid = put(coded(), {"F2": 99, "F91": -9})
    labels = {**LABELS, "maende": {99: "Ej svarat", -9: "Vet ej", 1: "Mycket dåligt"}}
    write_sav(
        path, grid, missing_ranges={"maende": [99, -9]}, variable_value_labels=labels, row_compress=True
    )


@case("stata_ratt.dta", "ok")
def stata(path: Path) -> None:
    """Stata 13 with every column, value labels, and .a and .c in well-being."""
    grid = put(coded(), {"F2": "a", "F91": "c"})
    write_dta(
        path, grid, variable_value_labels=LABELS, missing_user_values={"maende": ["a", "c"]}, version=13
    )


@case("tomma_falt.csv", "ok", must_not=(wanted(None, "ragged_row"), wanted(None, "value_without_header")))
def empty_fields_behind(path: Path) -> None:
    """Excel kept three empty columns behind the table and ten empty rows below it; quotes doubled inside quotes."""
    grid = put(follow_up(9), {"K4": 'Säger ""nej tack"" ofta; inte alltid'})
    text = csv_text([[*row, None, None, None] for row in grid] + [[None] * 14] * 10)
    path.write_text(text, "utf-8", newline="")


@case("export.tsv", "ok")
def tab_separated(path: Path) -> None:
    """The ending tsv, decimal points, waves as 0, 1, 2, quoted headers."""
    grid = follow_up(9)
    for row in grid[1:]:
        row[3] = str(row[3])[1]
    text = csv_text(grid, "\t", "\n", ".")
    path.write_text("\t".join(f'"{name}"' for name in grid[0]) + text[text.index("\n") :], "utf-8")


@case("tomma_blad.xlsx", "ok", must_not=(wanted(None, "second_table"), wanted("error", None)))
def empty_sheets(path: Path) -> None:
    """Three empty sheets round the data, dates as date and time at midnight, waves as 0.0, 1.0, 2.0."""
    grid = follow_up(9)
    for row in grid[1:]:
        row[3] = float(str(row[3])[1])
        row[4] = dt.datetime.combine(row[4], dt.time())
    write_book(path, Blad1=[], Data=grid, Blad2=[], Blad3=[])


@case("pagaende.csv", "ok", table="placeringar", rows=15)
def running_spells(path: Path) -> None:
    """Placements of which some still run, and one child's later placement that begins the day after the first ended."""
    grid = placements()
    first = grid[2]
    for number in range(3):
        start = dt.date(2024, 9, 1 + number) + dt.timedelta(40 * number)
        grid.append([first[0], first[1], "LVU", start, start + dt.timedelta(38)])
    grid[2][4] = dt.date(2024, 8, 31)
    write_csv(path, grid, "utf-8")


@case(
    "ja_och_nej.xlsx", "ok", info("interpreted_value", "B3", "adhd"), table="bakgrund", rows=30,
    must_not=(wanted("error", None),),
)  # fmt: skip
def yes_and_no(path: Path) -> None:
    """X, N, 1, 0, SANT, FALSKT, Yes, true cells and empty ones, all declared."""
    grid = put(background(), {"B2": "N", "B3": "X", "B4": 0, "B5": 1, "B6": "FALSKT", "B7": "SANT", "B8": "No",
                              "B9": True, "B10": False, "C31": None, "D31": " Yes "})  # fmt: skip
    write_book(path, Bakgrund=grid)


@case("mapp", "ok", rows=None, also=("warning",), must_not=(wanted("error", None), wanted("stop", None)))
def folder(path: Path) -> None:
    """A folder of csv files named by table, in three encodings."""
    path.mkdir()
    write_csv(path / "uppfoljning.csv", follow_up(9), "utf-8-sig")
    write_csv(path / "bakgrund.csv", background(), "utf-8", ",")
    write_csv(path / "placeringar.csv", nine_placements(), "cp1252", "\t")


def nine_placements() -> list:
    """Placements of children of the follow-up, one in each family, with the persons of follow_up(9)."""
    grid = placements(9)
    children = ("P002", "P005", "P009", "P012", "P015", "P019", "P022", "P025", "P029")
    for number, row in enumerate(grid[1:]):
        row[:2] = [f"F{number + 1:02}", children[number]]
    return grid
