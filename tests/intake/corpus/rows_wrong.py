"""Rows that do not agree with each other, and contents that make one doubt."""

import datetime as dt
from pathlib import Path

from intake.corpus.cases import Cases, either, error, graded, warning
from intake.corpus.files import book, write_book, write_csv
from intake.corpus.rows import columns, follow_up, placements, put

case = Cases()
DAY = dt.date


@case(
    "dubbletter.xlsx", "error",
    error("duplicate_key", "row 92"), error("duplicate_key", "row 91"), error("duplicate_key", "row 8"),
    error("duplicate_key", "row 9"), error("duplicate_key", "row 20"), error("duplicate_key", "row 21"),
    rows=91, must_not=(error("duplicate_key", "row 10"), error("duplicate_key", "row 22")), never=("P030", "P003"),
)  # fmt: skip
def doubles(path: Path) -> None:
    """An exact copy as the last row; a key that differs in another value; one that is written differently each time."""
    grid = follow_up(9)
    grid.append(list(grid[90]))
    put(grid, {"D9": "före", "B20": " P007", "D20": "Baseline", "D21": "0", "B21": "P007 "})
    write_book(path, Data=grid)


@case(
    "byten.csv", "error",
    either(*(error("constant_within", f"A{row}", "familj_id") for row in (29, 30, 31))),
    either(*(error("constant_within", f"C{row}", "roll") for row in (89, 90, 91))),
    error("only_when", "G91", "franvaro_pct"),
    error("increasing_within", None, "matdatum"),
    either(*(error("increasing_within", f"E{row}", "matdatum") for row in (41, 42, 43))),
    error("not_before", None), either(error("not_before", "H2"), error("not_before", "I2")),
    must_not=(error("constant_within", "A26"), error("increasing_within", "E44")), never=("P010", "F04", "P030"),
)  # fmt: skip
def changes_within(path: Path) -> None:
    """A person in two families, one in two roles (last row), waves out of order, a service that ends first."""
    grid = put(
        follow_up(9), {"A31": "F04", "C91": "foralder", "E43": DAY(2024, 3, 1), "I2": DAY(2023, 12, 31)}
    )
    write_csv(path, grid, "utf-8")


@case(
    "placeringar.xlsx", "error",
    either(error("overlapping_spells", "row 13"), error("overlapping_spells", "row 14")),
    either(error("overlapping_spells", "row 4"), error("overlapping_spells", "row 15")),
    either(error("not_before", "D6"), error("not_before", "E6")),
    error("unknown_code", "C9", "placering"), error("out_of_range", "D10", "fran"),
    either(*(error("constant_within", f"A{row}", "familj_id") for row in (3, 16))),
    table="placeringar", rows=15,
    must_not=(error("overlapping_spells", "row 2"), error("overlapping_spells", "row 16")),
    never=("P052", "P042"),
)  # fmt: skip
def spells(path: Path) -> None:
    """Overlaps with a spell that still runs and with one that ended; an end before its start; LVM; before 2015."""
    grid = placements()
    grid += [
        ["F12", "P052", "LVU", DAY(2023, 9, 20), DAY(2023, 10, 1)],
        ["F03", "P043", "SoL", DAY(2024, 5, 1), None],
        ["F11", "P042", "SoL", DAY(2024, 5, 1), DAY(2024, 6, 1)],
    ]
    put(grid, {"E13": DAY(2023, 9, 25), "E6": DAY(2023, 1, 1), "C9": "LVM", "D10": DAY(2014, 12, 31)})
    write_book(path, Placeringar=grid)


@case(
    "snarlika.csv", "error",
    warning("similar_ids"), error("bad_pattern", "B6", "person_id"), error("bad_pattern", "B9", "person_id"),
    never=("P0O2", "P03"),
)  # fmt: skip
def similar(path: Path) -> None:
    """P0O2 for P002, P03 for P003."""
    write_csv(path, put(follow_up(9), {"B6": "P0O2", "B9": "P03"}))


@case(
    "utan_fore.csv", "warning", warning("missing_baseline"), rows=88, must_not=(warning("too_few_families"),)
)
def without_baseline(path: Path) -> None:
    """Two persons lack the first wave (rows 2 and 26 are not there)."""
    grid = follow_up(9)
    del grid[25], grid[1]
    write_csv(path, grid)


@case("en_vag.xlsx", "warning", warning("single_wave"), rows=30)
def one_wave(path: Path) -> None:
    """Nine families at the first wave only."""
    write_book(path, T0=follow_up(9, waves=1))


@case(
    "bortfall.xlsx", "warning", graded("warning info", "incomplete_follow_up"), also=("ok",), rows=173,
    must_not=(warning("missing_baseline"),), never=("F17", "F18", "P057"),
)  # fmt: skip
def lost(path: Path) -> None:
    """Eighteen families, of whom the last two lack the last wave."""
    write_book(path, Data=[row for row in follow_up(18) if not (row[0] in ("F17", "F18") and row[3] == "t2")])


@case("ofullstandiga.csv", "warning", warning("incomplete_family"), rows=81, never=("F04", "F09"))
def incomplete(path: Path) -> None:
    """Family 4 without its parent, family 9 without its children."""
    grid = [row for row in follow_up(9) if not (row[0] == "F04" and row[2] == "foralder")]
    write_csv(path, [row for row in grid if not (row[0] == "F09" and row[2] == "barn")])


@case("fyra_familjer.xlsx", "warning", warning("too_few_families"), rows=39)
def four_families(path: Path) -> None:
    """Four families."""
    write_book(path, Data=follow_up(4))


@case(
    "ensam_grund.csv", "warning", graded("warning info", "small_category"), also=("ok",), table="placeringar",
    rows=12, never=("F12", "P052"),
)  # fmt: skip
def small_category(path: Path) -> None:
    """Of twelve placements one has the other ground."""
    grid = placements()
    for row in grid[1:]:
        row[2] = "SoL"
    write_csv(path, put(grid, {"C13": "LVU"}))


@case(
    "skala_0_10.csv", "error",
    error("out_of_range", "row 2", "maende"), error("out_of_range", "row 44", "maende"),
    error("out_of_range", "row 91", "maende"), warning("scale_mismatch"),
)  # fmt: skip
def other_scale(path: Path) -> None:
    """Well-being from 0 to 10: 0 in the first, a middle and the last case, 10 in others."""
    grid = columns(follow_up(9), "person_id", "familj_id", "roll", "matvag", "maende", "matdatum", "steg")
    write_csv(path, put(grid, {"E2": 0, "E44": 0, "E91": 0, "E3": 10, "E9": 10, "E21": 1, "E30": 9}))


@case("omvand.csv", "warning", warning("reversed_scale"), must_not=(warning("scale_mismatch"),))
def reversed_wave(path: Path) -> None:
    """Everybody lies low before, high at six months, low again at twelve."""
    grid = follow_up(9)
    for number, row in enumerate(grid[1:]):
        row[5] = (2 + number % 2) if row[3] != "t1" else 8 + number % 2
    write_csv(path, grid)


@case(
    "utan_variation.xlsx", "warning",
    warning("no_variation", None, "steg"), warning("all_missing", None, "maende"),
    warning("all_missing", None, "franvaro_pct"), never=("alla svarade 3", "värdet 3", "value 3"),
)  # fmt: skip
def no_variation(path: Path) -> None:
    """Every step alike, every answer on well-being the declared code 99, no absence at all."""
    grid = follow_up(9)
    for row in grid[1:]:
        row[5], row[6], row[9] = 99, None, 3 if row[2] == "foralder" else None
    write_book(path, Data=grid)


@case("andelar.xlsx", "warning", warning("fraction_not_percent", None, "franvaro_pct"))
def fractions(path: Path) -> None:
    """0.12 where 12 per cent is meant, in plain cells."""
    grid = follow_up(9)
    for row in grid[1:]:
        row[6] = None if row[6] is None else round(row[6] / 100, 3)
    write_book(path, Data=grid)


@case(
    "procentformat.xlsx", "warning",
    either(warning("fraction_not_percent", None, "franvaro_pct"), error("not_a_number", "G5", "franvaro_pct")),
    also=("error",),
)  # fmt: skip
def percent_cells(path: Path) -> None:
    """Cells in per cent format: 12 % is stored as 0.12."""
    grid = follow_up(9)
    for row in grid[1:]:
        row[6] = None if row[6] is None else round(row[6] / 100, 3)
    made = book(Data=grid)
    for row in range(2, 92):
        made["Data"][f"G{row}"].number_format = "0.0%"
    made.save(path)
