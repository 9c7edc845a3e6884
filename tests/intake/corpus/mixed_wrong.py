"""Several faults in one file, some of which hide others."""

import datetime as dt
from pathlib import Path

from intake.corpus.cases import Cases, either, error, graded, info, stop, warning
from intake.corpus.files import book, with_macros, write_book, write_csv
from intake.corpus.persons_wrong import BOY, GIRL, dashed
from intake.corpus.rows import HEADER, columns, follow_up, put
from openpyxl.comments import Comment
from openpyxl.styles import PatternFill

case = Cases()


@case(
    "allt_pa_en_gang.xlsx", "stop",
    info("data_located"), error("merged_cells", "A9:A11", "familj_id"),
    error("out_of_range", "F97", "maende"), error("excel_error_value", "G12", "franvaro_pct"),
    error("duplicate_key", "row 30"), error("duplicate_key", "row 31"),
    graded("error warning", "summary_row", "row 98"), stop("direct_identifier", "K98"),
    warning("cell_colour", "J8", "steg"),
    rows=90, never=(dashed(GIRL), GIRL),
)  # fmt: skip
def everything_at_once(path: Path) -> None:
    """Headers in row 7, merged ids, 0 in the last row, an error value, a double, a colour, a total with a number."""
    grid = put(follow_up(9), {"F91": 0, "G6": "#N/A", "D25": "t1", "A92": "Summa", "F92": 480})
    put(grid, {"K92": f"utom {dashed(GIRL)}"})
    made = book(Data=[["Uppföljning"], [], [], [], [], [], *grid])
    made["Data"].merge_cells("A9:A11")
    made["Data"]["J8"].fill = PatternFill("solid", fgColor="FF00FF00")
    made.save(path)


@case(
    "dolt_bakom_fel_i_nyckeln.xlsx", "error",
    error("formula_without_value", "B5", "person_id"),
    either(error("bad_pattern", "B8"), error("unknown_missing_code", "B8")),
    error("duplicate_key", "row 14"), error("duplicate_key", "row 15"), error("out_of_range", "F5", "maende"),
    error("only_when", "J8", "steg"), error("unknown_code", "D91", "matvag"), error("not_before", "row 5"),
)  # fmt: skip
def hidden_by_the_key(path: Path) -> None:
    """Rows whose key cannot be read are judged all the same: limits, conditions and dates in them."""
    day = dt.date(2023, 6, 1)
    values = {"F5": 11, "B8": "?", "J8": 3, "D15": "T0", "D91": "slut", "I5": day}
    made = book(Data=put(follow_up(9), values))
    made["Data"]["B5"] = '=CONCATENATE("P","002")'
    made.save(path)


@case(
    "datum_doljer_ordning.csv", "error",
    error("not_a_date", "E6", "matdatum"), either(*(error("increasing_within", f"E{row}") for row in (5, 7))),
    either(error("not_a_date", "H9"), error("ambiguous_date", "H9")), error("not_before", "row 10"),
    must_not=(error("not_before", "row 9"), error("increasing_within", "E6"), error("missing_required", "E6")),
)  # fmt: skip
def order_behind_a_bad_date(path: Path) -> None:
    """The middle date cannot be read; the third still lies before the first. A bad start hides no other row's end."""
    values = {
        "E6": "sommaren 2024",
        "E7": "2023-01-15",
        "H9": "9/1/24",
        "I9": "2023-06-01",
        "I10": "2023-06-01",
    }
    write_csv(path, put(follow_up(9), values), "utf-8")


@case(
    "cp1252_ojamn_med_nummer.csv", "stop",
    info("encoding_read"), error("ragged_row", "row 12"), stop("direct_identifier", "row 12"),
    error("unknown_code", "C91", "roll"), error("mixed_decimal_marks", None, "franvaro_pct"),
    rows=90, never=(dashed(BOY), BOY, "Åke"),
)  # fmt: skip
def ragged_with_a_number(path: Path) -> None:
    """Windows-1252; the identity number stands in a field too many; mixed decimal marks; an undeclared role."""
    grid = put(follow_up(9), {"C91": "fosterförälder", "G5": "12.5"})
    grid[11] = [*grid[11][:10], "Åt sig själv", f"Åke {dashed(BOY)}"]
    write_csv(path, grid, "cp1252", ";")


@case(
    "forskjuten_med_telefon.csv", "stop",
    graded("error warning", "shifted_row", "row 47"), stop("direct_identifier", "row 47"),
    stop("direct_identifier", "E91"), error("out_of_range", "F2", "maende"), info("encoding_read"),
    never=("070-174 06 51", "0701740652"),
)  # fmt: skip
def shifted_with_telephone(path: Path) -> None:
    """UTF-16; a shifted row with a telephone number in it, another in place of a date in the last row."""
    grid = put(follow_up(9), {"E91": "0701740652", "F2": 0})
    grid[46] = [*grid[46][:2], None, *grid[46][2:9], "070-174 06 51"]
    write_csv(path, grid, "utf-16", "\t")


@case(
    "dold_dubblett.xlsx", "error",
    graded("warning error stop", "hidden_content", "column F", "maende"),
    either(error("duplicate_column", "F1"), error("duplicate_column", "G1")),
    either(error("not_a_number", "H91"), error("unknown_missing_code", "H91")),
    warning("missing_column", None, "kommentar"),
    also=("stop",),
)  # fmt: skip
def hidden_double(path: Path) -> None:
    """A hidden old column of the same name beside the new one; a fault in the last row; no remarks."""
    grid = follow_up(9)
    grid = [[*row[:5], row[5], *row[5:10]] for row in grid]
    made = book(Data=put(grid, {"H91": "okänt"}))
    made["Data"].column_dimensions["F"].hidden = True
    made.save(path)


@case(
    "brett_med_namn.xlsx", "stop",
    graded("error warning", "wide_format"),
    either(stop("direct_identifier", "D1"), stop("direct_identifier", "D2"), stop("direct_identifier", "column D")),
    rows=9, never=("Lisa Låtsas", "Olle Låtsas"),
)  # fmt: skip
def wide_with_names(path: Path) -> None:
    """One column per wave and a column of names."""
    grid = [["familj_id", "person_id", "roll", "Namn", "maende_t0", "maende_t1", "maende_t2"]]
    names = ("Lisa Låtsas", "Olle Låtsas")
    grid += [[f"F{one:02}", f"P{one:03}", "barn", names[one % 2], 4 + one % 3, 5, 6] for one in range(1, 10)]
    write_book(path, Data=grid)


@case(
    "lasmig_med_handlaggare.xlsm", "stop",
    info("data_located"), stop("direct_identifier", "sheet Läs mig"), error("not_an_integer", "J2", "steg"),
    stop("hidden_content", "B5", "person_id"), info("interpreted_value", None, "roll"),
    never=("kerstin.pahitt@example.org", "Kerstin Påhitt", "gamla numret"),
)  # fmt: skip
def note_sheet_with_official(path: Path) -> None:
    """Macro-enabled, a note sheet first with an official's e-mail, a cell note, half a step."""
    made = book(
        Läs_mig=[["Kontakt"], ["kerstin.pahitt@example.org"]],
        Data=put(follow_up(9), {"J2": 2.5, "C5": "Barn"}),
    )
    made["Data"]["C11"] = "Mamma"
    made["Data"]["B5"].comment = Comment("gamla numret fanns i akten", "Kerstin Påhitt")
    made.save(path)
    with_macros(path)


@case(
    "summa_och_upprepning.csv", "error",
    graded("error warning", "repeated_header", "row 47"), graded("error warning", "summary_row", "row 48"),
    error("out_of_range", "F49", "maende"), error("missing_required", "C93", "roll"),
    error("bad_pattern", "A93", "familj_id"),
    rows=[90, 91, 92],
)  # fmt: skip
def page_break(path: Path) -> None:
    """Two printed pages in one: headers and a subtotal in the middle, faults right below and in the last row."""
    grid = follow_up(9)
    total = ["Delsumma", None, None, None, None, 261, 340.5, None, None, 41, None]
    grid[46:46] = [list(HEADER), total]
    write_csv(path, put(grid, {"F49": 0, "C93": None, "A93": "F-09"}), "utf-8-sig", ",")


@case(
    "en_av_varje.xlsx", "error",
    error("duplicate_column", None, "person_id"), error("unknown_column", "L1", "ort"),
    either(error("value_without_header", "M91"), warning("value_without_header", "M91"),
           error("value_without_header", "column M"), warning("value_without_header", "column M")),
    error("auto_date", "F91", "maende"), error("missing_required", "E90", "matdatum"),
    warning("missing_column", None, "insats_slut"),
    also=("stop",), never=("Låtsasby",),
)  # fmt: skip
def one_of_each(path: Path) -> None:
    """Personid beside person_id, a place, a value under no header, an automatic date, one column less."""
    grid = columns(follow_up(9), *(name for name in HEADER if name != "insats_slut"))
    for row in grid:
        row.append(row[1])
    put(grid, {"K1": "Personid", "L1": "ort", "L2": "Låtsasby", "M91": 1})
    write_book(path, Data=put(grid, {"F91": dt.date(2025, 6, 5), "E90": None}))
