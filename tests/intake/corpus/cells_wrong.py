"""Cells that do not hold what their column declares."""

import datetime as dt
from pathlib import Path

from intake.corpus.cases import Cases, either, error, graded, info, stop, wanted, warning
from intake.corpus.files import book, csv_text, swap, write_book, write_csv, write_dta, write_sav
from intake.corpus.rows import columns, follow_up, put
from openpyxl.cell.cell import ERROR_CODES

case = Cases()


@case(
    "siffror_18_familjer.xlsx", "error",
    error("not_an_integer", "F181", "maende"), error("out_of_range", "J175", "steg"),
    error("out_of_range", "G181", "franvaro_pct"), error("not_a_number", "G178", "franvaro_pct"),
    error("not_a_number", "F170", "maende"), error("not_a_number", "F171", "maende"),
    error("not_a_number", "G176", "franvaro_pct"), error("out_of_range", "J172", "steg"),
    rows=180, must_not=(error(None, "F172"), error(None, "G179"), error(None, "F169", "maende")),
)  # fmt: skip
def numbers_of_sixty_persons(path: Path) -> None:
    """Eighteen families, sixty persons, three waves; every number fault in the last family; 6,0 and 7.0 are whole."""
    values = {
        "F181": 6.5, "J175": 8, "G181": -0.5, "G178": "ca 20", "F170": "sju", "F171": "6 poäng", "G176": "12,5%",
        "J172": "−1", "F172": "6,0", "F169": 7.0, "G179": " 12,5 ",
    }  # fmt: skip
    write_book(path, Blad1=put(follow_up(18), values))


@case(
    "blandade_tecken.csv", "error",
    error("mixed_decimal_marks", None, "franvaro_pct"), error("out_of_range", "G91", "franvaro_pct"),
    error("not_a_number", "G29", "franvaro_pct"), error("not_an_integer", "J2", "steg"),
    must_not=(error("mixed_decimal_marks", "F5"), error(None, "J3", "steg")),
)  # fmt: skip
def mixed_marks(path: Path) -> None:
    """Commas except G5 and G8; 101,5 in the last row, two numbers in one cell, and half a step."""
    grid = put(
        follow_up(9), {"G5": "12.5", "G8": "7.5", "G91": "101,5", "G29": "10-20", "J2": "2,5", "J3": "3,0"}
    )
    write_csv(path, grid)


@case(
    "tusental.csv", "error",
    error("out_of_range", "G5", "franvaro_pct"), error("out_of_range", "G8", "franvaro_pct"),
    error("out_of_range", "G14", "franvaro_pct"), error("not_a_number", "G17", "franvaro_pct"),
    must_not=(error("not_a_number", "G5"), error("not_a_number", "G8"), error("not_a_number", "G14"),
              wanted(None, "mixed_decimal_marks")),
)  # fmt: skip
def thousands(path: Path) -> None:
    """Blanks (plain, hard) between thousands and a true minus are read, then out of range; a unit is not read."""
    grid = put(follow_up(9), {"G5": "1 234,5", "G8": "12\u00a0345,0", "G14": "−3,5", "G17": "12,5 proc"})
    write_csv(path, grid, "utf-8")


@case(
    "datum.csv", "error",
    error("not_a_date", "E5", "matdatum"), error("ambiguous_date", "E8", "matdatum"),
    either(error("not_a_date", "E11"), error("ambiguous_date", "E11")),
    either(error("implausible_date", "E14"), warning("implausible_date", "E14"), error("out_of_range", "E14")),
    error("missing_required", "E17", "matdatum"), error("not_a_date", "E20", "matdatum"),
    error("not_a_date", "E23", "matdatum"), graded("error warning", "implausible_date", "H26", "insats_start"),
    graded("error warning", "implausible_date", "I29", "insats_slut"), error("not_a_date", "H32", "insats_start"),
    either(error("not_a_date", "H35"), error("ambiguous_date", "H35")), error("out_of_range", "E41", "matdatum"),
    error("not_a_date", "E44", "matdatum"), error("not_a_date", "E47", "matdatum"),
    either(error("not_a_date", "E91"), error("ambiguous_date", "E91")),
    must_not=(error(None, "E50"), error(None, "E2"), error("not_before", "I29")),
)  # fmt: skip
def dates(path: Path) -> None:
    """Twelve dates that are none, three out of time, one with blanks round it (right)."""
    values = {
        "E5": "2023-02-29", "E8": "03/04/2024", "E11": "25/12/2024", "E14": "2204-01-29", "E17": None,
        "E20": "20240205", "E23": "2024-2-5", "H26": "1900-01-01", "I29": "9999-12-31", "H32": "jan 2024",
        "H35": "240108", "E41": "2021-12-31", "E44": "45322", "E47": "vecka 6", "E50": " 2024-02-10 ", "E91": "30.1.25",
    }  # fmt: skip
    write_csv(path, put(follow_up(9), values))


@case(
    "autodatum.xlsx", "error",
    error("auto_date", "F5", "maende"), error("auto_date", "J2", "steg"), error("auto_date", "G91", "franvaro_pct"),
    error("auto_date", "D14", "matvag"), error("out_of_range", "F6", "maende"),
    must_not=(error("auto_date", "E5"), error("not_a_date", "F5")),
)  # fmt: skip
def turned_into_dates(path: Path) -> None:
    """3-4, 2/3, 12.5 and the wave 1/2 that the spreadsheet made dates of; 0 beside one of them."""
    day = dt.date
    grid = put(follow_up(9), {"F5": day(2025, 4, 3), "J2": day(2025, 3, 2), "G91": day(2025, 5, 12), "F6": 0})
    made = book(Data=put(grid, {"D14": day(2025, 2, 1)}))
    for address in ("F5", "J2", "G91", "D14"):
        made["Data"][address].number_format = "d-mmm"
    made.save(path)


@case(
    "autodatum.csv", "error",
    either(error("auto_date", "F14"), error("not_a_number", "F14")),
    either(error("auto_date", "G5"), error("not_a_number", "G5")),
)  # fmt: skip
def turned_into_dates_in_text(path: Path) -> None:
    """The same after a spreadsheet has saved it as csv: 03-maj and 2025-05-12."""
    write_csv(path, put(follow_up(9), {"F14": "03-maj", "G5": "2025-05-12"}))


@case(
    "koder.xlsx", "error",
    error("unknown_code", "C2", "roll"), error("unknown_code", "D91", "matvag"), error("unknown_code", "D14", "matvag"),
    error("missing_required", "C17", "roll"), info("interpreted_value", "C11", "roll"),
    info("interpreted_value", "D12", "matvag"),
    must_not=(error(None, "C5"), error(None, "C8"), error(None, "C11"), error(None, "D12"), error(None, "D8")),
)  # fmt: skip
def codes(path: Path) -> None:
    """Syskon, t3 and 18 mån are not declared; Child, BARN, Pappa and 6 Mån are."""
    values = {"C2": "Syskon", "D91": "t3", "D14": "18 mån", "C17": None, "C5": "Child", "C8": "BARN", "C11": "Pappa",
              "D12": "6 Mån", "D8": "Baseline"}  # fmt: skip
    write_book(path, Data=put(follow_up(9), values))


@case(
    "saknaskoder.xlsx", "error",
    either(error("unknown_missing_code", "F4"), error("out_of_range", "F4")),
    either(error("unknown_missing_code", "F5"), error("not_a_number", "F5")),
    error("unknown_missing_code", "F6", "maende"),
    either(error("unknown_missing_code", "F7"), error("not_a_number", "F7")),
    either(error("unknown_missing_code", "G8"), error("out_of_range", "G8")),
    either(error("unknown_missing_code", "J2"), error("out_of_range", "J2")),
    either(error("unknown_missing_code", "C14"), error("unknown_code", "C14")),
    either(error("unknown_missing_code", "I91"), error("not_a_date", "I91")),
    must_not=(error(None, "F2"), error(None, "F3"), error(None, "F9")),
)  # fmt: skip
def missing_codes(path: Path) -> None:
    """99 and -9 are declared for maende (as number and as text), nothing else and for nothing else."""
    values = {"F2": 99, "F3": -9, "F9": "99", "F4": 999, "F5": "n/a", "F6": ".", "F7": "uppg. saknas", "G8": 999,
              "J2": -9, "C14": "?", "I91": "-"}  # fmt: skip
    write_book(path, Data=put(follow_up(9), values))


@case(
    "loepnummer.xlsx", "error",
    error("bad_pattern", "A2", "familj_id"), error("bad_pattern", "B14", "person_id"),
    error("bad_pattern", "B17", "person_id"), error("bad_pattern", "A91", "familj_id"),
    error("bad_pattern", "B20", "person_id"), error("missing_required", "A29", "familj_id"),
    never=("F7b", "P0O5", "P 006"),
)  # fmt: skip
def ids(path: Path) -> None:
    """Ids with a letter too many, a letter for a zero, a blank inside, a bare number; one family missing."""
    values = {"A2": "F7b", "B14": "P0O5", "B17": "P 006", "A91": 9, "B20": 7, "A29": None}
    write_book(path, Data=put(follow_up(9), values))


@case(
    "villkor.xlsx", "error",
    error("only_when", "G2", "franvaro_pct"), error("only_when", "J91", "steg"), error("only_when", "J5", "steg"),
    must_not=(error("only_when", "G5"), error("only_when", "J2"), error(None, "J8")),
)  # fmt: skip
def conditions(path: Path) -> None:
    """0 is an answer too: absence 0 for a parent, step 0 for two children; an empty text is none."""
    write_book(path, Data=put(follow_up(9), {"G2": 0, "J91": 0, "J5": "0", "J8": " "}))


@case(
    "felvaerden.xlsx", "error",
    error("excel_error_value", "A20", "familj_id"), error("excel_error_value", "B23", "person_id"),
    error("excel_error_value", "E26", "matdatum"), error("excel_error_value", "K91", "kommentar"),
    error("excel_error_value", "G5", "franvaro_pct"), error("formula_without_value", "F8", "maende"),
    error("formula_without_value", "B91", "person_id"),
    must_not=(error("missing_required", "A20"), error(None, "G8")),
)  # fmt: skip
def spreadsheet_errors(path: Path) -> None:
    """#REF!, #NAME?, #VALUE!, #N/A in ids, a date and a remark; stored and unstored results of formulas."""
    made = book(Data=put(follow_up(9), {"G5": 12.5, "G8": 8.5}))
    for address, value in {"A20": "#REF!", "B23": "#NAME?", "E26": "#VALUE!", "K91": "#N/A"}.items():
        assert value in ERROR_CODES
        made["Data"][address] = value
    made["Data"]["F8"], made["Data"]["B91"] = "=AVERAGE(F9:F10)", '="P"&"030"'
    made.save(path)
    sheet = "xl/worksheets/sheet1.xml"
    swap(path, sheet, '<c r="G5" t="n"><v>12.5</v></c>', '<c r="G5" t="e"><f>1/0</f><v>#DIV/0!</v></c>')
    swap(path, sheet, '<c r="G8" t="n"><v>8.5</v></c>', '<c r="G8"><f>17/2</f><v>8.5</v></c>')


@case(
    "felvaerden.csv", "error",
    error("excel_error_value", "F5", "maende"), error("excel_error_value", "G91", "franvaro_pct"),
    either(error("excel_error_value", "E14"), error("not_a_date", "E14")),
)  # fmt: skip
def spreadsheet_errors_in_text(path: Path) -> None:
    """#DIVISION/0! as Swedish Excel writes it, #SAKNAS!, and ####### of a narrow column."""
    write_csv(path, put(follow_up(9), {"F5": "#DIVISION/0!", "G91": "#SAKNAS!", "E14": "########"}))


@case(
    "styrtecken.csv", "error",
    either(error("invalid_characters", "B14", "person_id"), error("bad_pattern", "B14")),
    graded("error warning info", "invalid_characters", "K17"),
    either(error("not_a_number", "F20"), error("invalid_characters", "F20")),
    either(info("normalised_text", "B8"), warning("invalid_characters", "B8"), info("invalid_characters", "B8"),
           error("invalid_characters", "B8"), warning("similar_ids", "B8")),
    either(info("normalised_text", "C2"), info("invalid_characters", "C2"), info("interpreted_value", "C2")),
)  # fmt: skip
def control_characters(path: Path) -> None:
    """Control characters in an id, a remark and a number; a zero-width blank in an id, a soft hyphen in a code."""
    values = {
        "B14": "P0\x1f05",
        "K17": "Pratar mer\x07",
        "F20": "\x1b6",
        "B8": "P\u200b003",
        "C2": "för\u00adälder",
    }
    write_csv(path, put(follow_up(9), values))


@case(
    "formelliknande.csv", "ok",
    info("formula_like_text", "K2", "kommentar"), info("formula_like_text", "K5", "kommentar"),
    info("formula_like_text", "K8", "kommentar"), info("formula_like_text", "K91", "kommentar"),
    never=("cmd|' /C calc'!A0", "1+1"),
)  # fmt: skip
def formula_like(path: Path) -> None:
    """Remarks that a spreadsheet would run; nothing else is wrong."""
    values = {"K2": "=1+1", "K5": "@SUM(1)", "K8": "+cmd|' /C calc'!A0", "K91": "-bättre än förra gången"}
    write_csv(path, put(follow_up(9), values))


@case(
    "radbryt_i_citat.csv", "error",
    error("out_of_range", "F91", "maende"), error("unknown_code", "C11", "roll"), error("ragged_row", "row 20"),
    rows=90, never=("åt lunch", "för mycket"),
)  # fmt: skip
def line_breaks(path: Path) -> None:
    """Line breaks inside quotes (three in row 5, one with a separator in row 8) start no row; faults below them."""
    grid = put(
        follow_up(9), {"K5": "Sover.\nåt lunch\n\nVilar", "K8": "Går ut;\r\nfikar", "F91": 0, "C11": "moster"}
    )
    grid[19] = [*grid[19][:10], None, None, "för mycket"]
    path.write_text(csv_text(grid), "utf-8-sig", newline="")


@case(
    "spss_med_fel.sav", "stop",
    either(stop("direct_identifier"), stop("identifying_id")),
    error("out_of_range", "row 91", "maende"), error("unknown_code", "row 5", "roll"),
    error("bad_pattern", "row 8", "person_id"), error("only_when", "row 2", "franvaro_pct"),
    warning("missing_column", None, "steg"), error("duplicate_key", "row 29"), error("duplicate_key", "row 30"),
    must_not=(error(None, "F11", "maende"), error(None, "F12", "maende"), error("unknown_missing_code", "F11")),
    never=("Lisa Låtsas", "Olle Påhittsson", "Familjen Låtsas", "070-174 06 44", "P003"),
)  # fmt: skip
def spss(path: Path) -> None:
    """SPSS: names as value labels of the ids, a telephone number in the file label; faults in first and last case.

    Roles and waves are numbers with labels; 99 and -9 are user-missing.
    """
    grid = columns(
        follow_up(9), "familj_id", "person_id", "roll", "matvag", "matdatum", "maende", "franvaro_pct"
    )
    for row in grid[1:]:
        row[2], row[3] = {"barn": 1, "foralder": 2}[str(row[2])], int(str(row[3])[1])
    put(grid, {"F91": 11, "C5": 3, "B8": "P3", "G2": 4.5, "F11": 99, "F12": -9, "D29": 1})
    names = {f"P{number:03}": ("Lisa Låtsas", "Olle Påhittsson")[number % 2] for number in range(1, 31)}
    write_sav(
        path, grid, missing_ranges={"maende": [99, -9]}, file_label="Familjen Låtsas 070-174 06 44",
        variable_value_labels={"person_id": names, "roll": {1: "Barn", 2: "Förälder", 3: "Syskon"},
                               "matvag": {0: "Före", 1: "6 månader", 2: "12 månader"},
                               "maende": {99: "Ej svarat", -9: "Vet ej"}},
    )  # fmt: skip


@case(
    "stata_med_fel.dta", "stop",
    either(stop("direct_identifier", "H1"), stop("direct_identifier", "column H"), stop("direct_identifier", "row 2")),
    either(stop("direct_identifier", "I1"), stop("direct_identifier", "column I"), stop("direct_identifier", "row 3")),
    error("out_of_range", "row 14", "maende"), error("not_an_integer", "row 91", "maende"),
    error("unknown_code", "row 17", "matvag"), error("out_of_range", "row 17", "franvaro_pct"),
    must_not=(error(None, "E5", "maende"), error(None, "E8", "maende"), error("missing_required", None, "maende")),
    never=("Lisa", "Olle", "2012-03-14", "2009-11-22"),
)  # fmt: skip
def stata(path: Path) -> None:
    """Stata: first name, date of birth, .a and .b in maende, waves with labels, faults up to the last observation."""
    grid = columns(
        follow_up(9), "familj_id", "person_id", "roll", "matvag", "maende", "franvaro_pct", "matdatum"
    )
    for row in grid[1:]:
        row[3] = int(str(row[3])[1])
    put(grid, {"E14": 0, "E91": 6.5, "D17": 4, "F17": 120.5, "E5": "a", "E8": "b"})
    put(grid, {"H1": "fornamn", "I1": "fodelsedatum"})
    for number, row in enumerate(grid[1:]):
        row[7:] = ["Lisa" if number % 2 else "Olle", "2012-03-14" if number % 2 else "2009-11-22"]
    write_dta(path, grid, variable_value_labels={"matvag": {0: "Före", 1: "6 månader", 2: "12 månader"}},
              missing_user_values={"maende": ["a", "b"]})  # fmt: skip
