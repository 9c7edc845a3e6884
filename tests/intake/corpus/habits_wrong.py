"""What people do with a sheet when they fill it in by hand."""

from pathlib import Path

from intake.corpus.cases import Cases, either, error, graded, info, stop, wanted, warning
from intake.corpus.files import csv_text, write_book, write_csv
from intake.corpus.rows import HEADER, columns, follow_up, put

case = Cases()
SIX = 60


@case(
    "ett_blad_per_vag.xlsx", "error",
    graded("error warning info", "second_table"), error("out_of_range", "sheet T1"), error("unknown_code", "sheet T2"),
    rows=None,
)  # fmt: skip
def sheet_per_wave(path: Path) -> None:
    """One sheet per wave, all of the same table; a fault in the second and in the third."""
    grid = follow_up(6)
    waves = {
        name: [grid[0], *(row for row in grid[1:] if row[3] == name.lower())] for name in ("T0", "T1", "T2")
    }
    put(waves["T1"], {"F3": 11})
    put(waves["T2"], {"C21": "moster"})
    write_book(path, **waves)


@case(
    "dubblett_over_blad.xlsx", "error", either(error("duplicate_key", "sheet Nya"), error("second_table", "sheet Nya"),
                                                error("duplicate_key", "sheet Data")),
    rows=None,
)  # fmt: skip
def double_over_sheets(path: Path) -> None:
    """The last six rows stand once more on a second sheet."""
    grid = follow_up(6)
    write_book(path, Data=grid, Nya=[grid[0], *grid[55:61]])


@case(
    "loest_citattecken.csv", "error",
    either(error("ragged_row"), error("corrupt_file"), stop("corrupt_file"), error("invalid_characters"),
           error("bad_pattern"), error("shifted_row")),
    also=("stop",), rows=None, must_not=(wanted("info", "encoding_read"),), never=("kallad till möte",),
)  # fmt: skip
def stray_quote(path: Path) -> None:
    """A lone quotation mark opens the remark in row 20, so that a plain reader swallows the rest of the file."""
    lines = csv_text(put(follow_up(6), {"K20": None})).splitlines()
    lines[19] += '"kallad till möte'
    path.write_text("\n".join(lines) + "\n", "utf-8")


@case(
    "etikettrad_under.xlsx", "error",
    wanted(None, None, "row 2"),
    error("out_of_range", "F62", "maende"), rows=[60, 61],
)  # fmt: skip
def label_row(path: Path) -> None:
    """The columns' labels stand below their names, as a survey tool writes them; 0 in the last row.

    The contract has no rule of its own for such a row: anything said of it will do, silence will not.
    """
    grid = put(follow_up(6), {"F61": 0})
    labels = [
        "Familj (löpnummer)", "Person (löpnummer)", "Roll i familjen", "Mättillfälle", "Mätdatum",
        "Mående, egen skattning (1–10)", "Skolfrånvaro", "Insatsens startdatum", "Insatsens slutdatum",
        "Steg mot arbete (0–7)", "Kommentar (används ej i analysen)",
    ]  # fmt: skip
    write_book(path, Data=[grid[0], labels, *grid[1:]])


@case(
    "bytta_rubriker.csv", "error",
    error("bad_pattern", "A2", "person_id"), error("bad_pattern", "B2", "familj_id"),
    error("bad_pattern", "A61", "person_id"), error("bad_pattern", "B61", "familj_id"), rows=SIX,
)  # fmt: skip
def swapped_headers(path: Path) -> None:
    """The headers of family and person have changed places: every id has the other's form."""
    write_csv(path, put(follow_up(6), {"A1": "person_id", "B1": "familj_id"}))


@case(
    "sma_bokstaver.csv", "error",
    either(error("bad_pattern", "B2"), info("normalised_text", "B2"), info("interpreted_value", "B2")),
    error("unknown_code", "D61", "matvag"), error("not_a_number", "F5", "maende"), rows=SIX,
)  # fmt: skip
def small_letters(path: Path) -> None:
    """Ids in small letters; the letter O for zero in a wave and in a number."""
    grid = follow_up(6)
    for row in grid[1:]:
        row[0], row[1] = str(row[0]).lower(), str(row[1]).lower()
    write_csv(path, put(grid, {"D61": "tO", "F5": "1O"}))


@case(
    "naken_medelrad.xlsx", "error",
    either(error("summary_row", "row 62"), warning("summary_row", "row 62"), error("missing_required", "A62")),
    error("only_when", "J60", "steg"), rows=[60, 61],
)  # fmt: skip
def bare_means(path: Path) -> None:
    """Means below the data without a word that says so; a step for a child in row 60."""
    write_book(path, Data=put(follow_up(6), {"F62": 5.4, "G62": 20.1, "J62": 3.2, "J60": 2}))


@case(
    "tva_avskiljare.csv", "error", either(error("ragged_row", "row 40"), error("shifted_row", "row 40"),
                                          error("missing_required", "B40"), error("bad_pattern", "A40")),
    error("out_of_range", "F2", "maende"), rows=SIX,
)  # fmt: skip
def two_separators(path: Path) -> None:
    """Row 40 was typed with commas in a file of semicolons."""
    lines = csv_text(put(follow_up(6), {"F2": 0}), decimal=".").splitlines()
    lines[39] = lines[39].replace(";", ",")
    path.write_text("\n".join(lines), "utf-8")


@case(
    "procent_i_rubriken.xlsx", "error", error("unknown_column", "G1"), warning("missing_column", None, "franvaro_pct"),
    error("missing_column", None, "matdatum"), error("unknown_column", "E1"), error("duplicate_key", "row 61"),
    error("duplicate_key", "row 60"), rows=SIX,
)  # fmt: skip
def headers_in_own_words(path: Path) -> None:
    """ "Frånvaro %" and "Datum" are no declared headers; a double in the last row is found all the same."""
    write_book(path, Data=put(follow_up(6), {"G1": "Frånvaro %", "E1": "Datum", "D61": "t1"}))


@case(
    "bara_slutmatning.csv", "warning", warning("single_wave"), warning("missing_baseline"), rows=20,
)  # fmt: skip
def only_the_last_wave(path: Path) -> None:
    """Only the last wave was handed in."""
    write_csv(path, [row for row in follow_up(6) if row[3] in ("matvag", "t2")])


@case(
    "en_familj.xlsx", "warning", warning("too_few_families"), rows=9, must_not=(wanted("error", None),),
)  # fmt: skip
def one_family(path: Path) -> None:
    """One family, three persons, three waves."""
    write_book(path, Data=follow_up(1))


@case(
    "omvanda_steg.csv", "warning", warning("reversed_scale", None, "steg"), rows=90,
    must_not=(warning("reversed_scale", None, "maende"),),
)  # fmt: skip
def reversed_steps(path: Path) -> None:
    """Parents lie at 0-1 steps before and at twelve months, at 6-7 in between; well-being is as it should be."""
    grid = follow_up(9)
    for number, row in enumerate(grid[1:]):
        if row[2] == "foralder":
            row[9] = 6 + number % 2 if row[3] == "t1" else number % 2
    write_csv(path, grid)


@case(
    "alla_fem_utom_saknade.xlsx", "warning", warning("no_variation", None, "maende"), rows=SIX,
    never=("alla svarade 6", "värdet 6", "value 6"),
)  # fmt: skip
def alike_but_for_missing(path: Path) -> None:
    """Every answer alike, some missing by code or by an empty cell."""
    grid = follow_up(6)
    for number, row in enumerate(grid[1:]):
        row[5] = (6, 6, 99, 6, None)[number % 5]
    write_book(path, Data=grid)


@case(
    "fler_koder.xlsx", "error",
    either(error("unknown_missing_code", "J2"), error("out_of_range", "J2")),
    either(error("unknown_missing_code", "J11"), error("not_a_number", "J11")),
    either(error("unknown_missing_code", "F5"), error("out_of_range", "F5")),
    either(error("unknown_missing_code", "G8"), error("out_of_range", "G8")),
    either(error("unknown_missing_code", "E61"), error("not_a_date", "E61")),
    either(error("unknown_missing_code", "A14"), error("bad_pattern", "A14")), rows=SIX,
)  # fmt: skip
def undeclared_codes(path: Path) -> None:
    """8888, "ej svar", 77, -99, "okänt" for a date and 99 for a family: nowhere declared."""
    values = {"J2": 8888, "J11": "ej svar", "F5": 77, "G8": -99, "E61": "okänt", "A14": 99}
    write_book(path, Data=put(follow_up(6), values))


@case(
    "vanda_om.xlsx", "error", graded("error stop", "no_header_row"), also=("stop",), table=None, rows=None,
)  # fmt: skip
def turned_on_its_side(path: Path) -> None:
    """Rows are columns: the headers stand in the first column."""
    grid = columns(follow_up(6), *HEADER[:7])[:9]
    write_book(path, Data=[list(row) for row in zip(*grid, strict=True)])
