"""Sheets whose table is not where, or not what, it should be."""

from pathlib import Path

from intake.corpus.cases import Cases, either, error, graded, info, stop, wanted, warning
from intake.corpus.files import book, csv_text, write_book, write_csv
from intake.corpus.right import nine_placements
from intake.corpus.rows import HEADER, background, columns, follow_up, put
from openpyxl.styles import PatternFill

case = Cases()


def below(grid: list, rows: list) -> list:
    """The grid moved down below these rows."""
    return [*rows, *grid]


@case(
    "utan_rubriker.csv", "error", graded("error stop", "no_header_row"), also=("stop",), table=None, rows=None
)
def no_headers(path: Path) -> None:
    """Data from the first row on, no headers."""
    write_csv(path, follow_up(9)[1:])


@case(
    "andra_rubriker.xlsx",
    "error",
    graded("error stop", "no_header_row"),
    also=("stop",),
    table=None,
    rows=None,
)
def other_headers(path: Path) -> None:
    """Two sheets, both with headers of which none is declared."""
    write_book(
        path, Del_1=[["Ärende", "Insats", "Utfall"], [1, "Råd", "Bättre"]], Del_2=[["Vecka", "Antal"], [7, 3]]
    )


@case("bara_rubriker.xlsx", "error", error("no_data_rows"), info("data_located"), rows=0)
def only_headers(path: Path) -> None:
    """Titles, headers in row 7, and 200 framed but empty rows below; the sheet before it is a note."""
    titles = [["Uppföljning 2024"], [], ["Fylls i av FoU"], [], [], []]
    made = book(Läs_först=[["Fyll i bladet Data."]], Data=below([HEADER], titles))
    for row in made["Data"]["A8:K207"]:
        row[0].fill = PatternFill("solid", fgColor="FFEEEEEE")
    made.save(path)


@case(
    "rubrik_rad_7_med_fel.xlsx", "error",
    info("data_located"), error("out_of_range", "F97", "maende"), error("missing_required", "B8", "person_id"),
    error("not_a_number", "G14", "franvaro_pct"), must_not=(wanted(None, "merged_cells"), error(None, "F9")),
)  # fmt: skip
def headers_in_row_7(path: Path) -> None:
    """A merged title and an empty row above headers in row 7; faults in the first and in the last row (97)."""
    grid = put(follow_up(9), {"F91": 0, "B2": None, "G8": "hög"})
    titles = [["Uppföljning av familjer"], [None], ["Insamlat 2024-2025"], [], ["Kontakt: FoU"], []]
    made = book(Data=below(grid, titles))
    made["Data"].merge_cells("A1:K2")
    made.save(path)


@case(
    "kodlista_under.xlsx", "error", graded("error warning info", "second_table"), also=("warning", "ok"),
    rows=90, must_not=(error("bad_pattern", "A92"), error(None, "row 92"),),
)  # fmt: skip
def code_list_below(path: Path) -> None:
    """A list of codes stands two empty rows below the table."""
    grid = follow_up(9)
    grid += [[], [], ["Kod", "Betydelse"], ["t0", "Före"], ["t1", "6 månader"], ["t2", "12 månader"]]
    write_book(path, Data=grid)


@case(
    "tre_blad.xlsx", "error",
    error("out_of_range", "F44", "maende"), error("not_before", "sheet placeringar"),
    error("unknown_code", "sheet bakgrund"),
    rows=None, must_not=(error(None, "sheet Läs mig"), stop(None, "sheet Läs mig")),
)  # fmt: skip
def three_tables(path: Path) -> None:
    """All three tables, each on its sheet after a note, one fault in each."""
    made = book(
        Läs_mig=[["Denna bok har tre tabeller."]],
        uppfoljning=put(follow_up(9), {"F44": 11}),
        placeringar=put(nine_placements(), {"E2": "2019-01-01"}),
        bakgrund=put(background(), {"C31": "kanske"}),
    )
    made.save(path)


@case(
    "kolumn_z.xlsx", "stop",
    either(error("unknown_column", "Z1", "skolbyte"), error("second_table"), warning("second_table")),
    stop("direct_identifier", "Z91"),
    never=("070-174 06 43", "0701740643"),
)  # fmt: skip
def far_column(path: Path) -> None:
    """An undeclared column far out in Z, with a telephone number in its last row."""
    write_book(path, Data=put(follow_up(9), {"Z1": "skolbyte", "Z2": "nej", "Z91": "nej, ring 0701740643"}))


@case(
    "dubbel_via_alias.xlsx", "error",
    either(error("duplicate_column", "A1", "familj_id"), error("duplicate_column", "L1", "familj_id")),
    error("bad_pattern", "B5", "person_id"),
)  # fmt: skip
def double_by_alias(path: Path) -> None:
    """familj_id and, under its other name, Familj ID in column L; besides, an id without its form."""
    grid = put(follow_up(9), {"L1": "Familj ID", "B5": "P2"})
    for row in grid[1:]:
        row[11:] = [row[0]]
    write_book(path, Data=grid)


@case(
    "kolumner_saknas.csv", "error",
    error("missing_column", None, "roll"), error("missing_column", None, "matdatum"),
    warning("missing_column", None, "kommentar"), warning("missing_column", None, "insats_slut"),
    error("out_of_range", "A91", "maende"), error("unknown_code", "D2", "matvag"),
    must_not=(wanted(None, "missing_column", None, "steg"), wanted(None, "only_when")),
)  # fmt: skip
def columns_missing(path: Path) -> None:
    """Other order, two required and three optional columns missing; faults in the first and in the last row."""
    grid = columns(follow_up(9), "maende", "familj_id", "person_id", "matvag", "steg", "franvaro_pct")
    write_csv(path, put(grid, {"A91": 14, "D2": "T7"}))


@case("brett_prefix.csv", "error", graded("error warning", "wide_format"), also=("warning",), rows=9)
def wide_by_prefix(path: Path) -> None:
    """The wave stands before the column's name, for two columns and their dates."""
    names = [
        f"{wave}_{name}" for name in ("matdatum", "maende", "franvaro_pct") for wave in ("t0", "t1", "t2")
    ]
    grid = [["familj_id", "person_id", "roll", *names]]
    for number in range(1, 10):
        days = ["2024-02-01", "2024-08-01", "2025-02-01"]
        grid.append(
            [f"F{number:02}", f"P{number:03}", "barn", *days, 3, 5, 6 + number % 3, 20.5, 12.5, 9 + number]
        )
    write_csv(path, grid)


@case(
    "brett_ord.xlsx", "error", graded("error warning", "wide_format"),
    error("out_of_range", "F4", "maende"), also=("stop",), rows=9,
)  # fmt: skip
def wide_by_word(path: Path) -> None:
    """Waves by their labels in brackets; 15 on a scale that ends at 10 stands in the wide file already."""
    grid = [["familj_id", "person_id", "roll", "maende (före)", "maende (6 månader)", "maende (12 månader)"]]
    grid += [[f"F{number:02}", f"P{number:03}", "barn", 3 + number % 4, 5, 6] for number in range(1, 10)]
    write_book(path, Svar=put(grid, {"F4": 15}))


@case(
    "brett_tva_rader.xlsx", "error",
    either(error("wide_format"), warning("wide_format"), error("no_header_row"),
           stop("no_header_row")),
    also=("warning", "stop"), rows=None,
)  # fmt: skip
def wide_in_two_rows(path: Path) -> None:
    """The column's name over three columns, the waves in the row below it."""
    grid = [["familj_id", "person_id", "roll", "maende", None, None], [None, None, None, "T0", "T1", "T2"]]
    grid += [[f"F{number:02}", f"P{number:03}", "barn", 3 + number % 4, 5, 6] for number in range(1, 10)]
    made = book(Svar=grid)
    made["Svar"].merge_cells("D1:F1")
    made.save(path)


@case(
    "lappar_bredvid.xlsx", "error",
    either(error("value_without_header", "M50"), warning("value_without_header", "M50"),
           error("value_without_header", "column M"), warning("value_without_header", "column M")),
    either(error("value_without_header", "N91"), warning("value_without_header", "N91"),
           error("value_without_header", "column N"), warning("value_without_header", "column N")),
    also=("warning",), never=("kollas med handläggaren",),
)  # fmt: skip
def notes_beside(path: Path) -> None:
    """Remarks in columns without a header, M50 and N91."""
    write_book(path, Data=put(follow_up(9), {"M50": "kollas med handläggaren", "N91": 4}))


@case(
    "sammanfogat.xlsx", "error",
    error("merged_cells", "B6:B8", "person_id"), error("merged_cells", "G33:G35", "franvaro_pct"),
    info("data_located"), must_not=(wanted(None, "merged_cells", "A1"),),
)  # fmt: skip
def merged(path: Path) -> None:
    """A merged title (allowed), headers in row 3, ids merged over the waves, and a merged number."""
    made = book(Data=below(follow_up(9), [["Barn och föräldrar"], []]))
    for where in ("A1:K1", "B6:B8", "G33:G35"):
        made["Data"].merge_cells(where)
    made.save(path)


@case(
    "sidhuvuden.csv", "error",
    graded("error warning", "repeated_header", "row 32"), graded("error warning", "repeated_header", "row 63"),
    error("out_of_range", "J33", "steg"),
    also=("warning",), rows=[90, 92],
)  # fmt: skip
def headers_on_every_page(path: Path) -> None:
    """A printout's headers again in rows 32 and 63, in other letters; 9 in row 33 on a scale that ends at 7."""
    grid = follow_up(9)
    grid.insert(31, [name.upper() for name in HEADER])
    grid.insert(62, [f" {name} " for name in HEADER])
    write_csv(path, put(grid, {"C33": "foralder", "J33": 9, "G33": None}), "utf-8", "\t")


@case(
    "medel_och_fotnot.xlsx", "error",
    graded("error warning", "summary_row", "row 92"), graded("error warning", "summary_row", "row 93"),
    graded("error warning", "summary_row", "row 95"),
    also=("warning",), rows=90, must_not=(error("missing_required", "B92"), error("bad_pattern", "A92")),
)  # fmt: skip
def means_and_note(path: Path) -> None:
    """Means directly below the data, a count, and after an empty row a footnote."""
    grid = put(follow_up(9), {"A92": "Medelvärde", "F92": 5.4, "G92": 21.7, "J92": 3.1, "A93": "Antal: 90"})
    write_book(path, Data=put(grid, {"A95": "* Uppgiften saknas för vissa."}))


@case(
    "komma_i_text.csv", "error",
    error("ragged_row", "row 9"), graded("error warning", "ragged_row", "row 91"),
    error("out_of_range", "F12", "maende"), must_not=(error(None, "F8"),), never=("orolig", "sömnlös"),
)  # fmt: skip
def commas_in_text(path: Path) -> None:
    """Comma-separated, with two commas in an unquoted remark (row 9) and four fields too few in the last row."""
    lines = csv_text(put(follow_up(9), {"F12": 11, "K9": None}), ",", decimal=".").splitlines()
    lines[8] += "trött, orolig, sömnlös"
    lines[90] = ",".join(lines[90].split(",")[:7])
    path.write_text("\n".join(lines), "utf-8")


@case(
    "forskjutet.xlsx", "error",
    graded("error warning", "shifted_row", "row 60"),
    either(error("shifted_row", "row 70"), warning("shifted_row", "row 70")),
    must_not=(wanted(None, "shifted_row", "row 61"),),
)  # fmt: skip
def shifted(path: Path) -> None:
    """Row 60 stands one step to the right from column D, row 70 one step to the left from column C."""
    grid = follow_up(9)
    grid[59] = [*grid[59][:3], None, *grid[59][3:10]]
    grid[69] = [*grid[69][:2], *grid[69][3:], None]
    write_book(path, Data=grid)


@case(
    "fargade.xlsx", "warning", warning("cell_colour", "F33", "maende"), warning("cell_colour", "J84", "steg"),
    must_not=(wanted(None, "cell_colour", "A1"), wanted(None, "cell_colour", "row 34")),
)  # fmt: skip
def coloured(path: Path) -> None:
    """Two data cells in colour among plain ones, and a coloured header row (which says nothing)."""
    made = book(Data=follow_up(9))
    for address, colour in (("F33", "FFFFFF00"), ("J84", "FFFF0000")):
        made["Data"][address].fill = PatternFill("solid", fgColor=colour)
    for cell in made["Data"][1]:
        cell.fill = PatternFill("solid", fgColor="FF99CCFF")
    made.save(path)


@case(
    "felstavad_rubrik.xlsx", "error",
    error("unknown_column", "F1"), error("unknown_column", "C1"), error("missing_column", None, "roll"),
    warning("missing_column", None, "maende"), error("not_a_date", "E91", "matdatum"),
    error("unknown_code", "D5", "matvag"), error("duplicate_key", "row 9"), error("duplicate_key", "row 10"),
)  # fmt: skip
def misspelt_headers(path: Path) -> None:
    """Two misspelt headers, one of them required, must not hide what is wrong elsewhere."""
    values = {"F1": "måånde", "C1": "rolll", "E91": "2025-02-31", "D5": "start", "D10": "t1"}
    write_book(path, Data=put(follow_up(9), values))
