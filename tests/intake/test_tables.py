"""From a sheet to judged rows: where the table is, which rows are data, rules across rows, content."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from fou_eval.declaration.reading import Declaration
from fou_eval.intake.answer import check_json, check_lines, survey_on
from fou_eval.intake.survey import survey

CsvFile = Callable[..., Path]


def line(person: str = "P001", **given: str) -> str:
    cells = {
        "familj": "F01", "person": person, "roll": "barn", "vag": "t0", "dag": "2024-01-15", "maende": "5",
        "timmar": "12,5", "tak": "", "klar": "", "manad": "", "text": "",
    } | given  # fmt: skip
    return ";".join(cells.values())


def found(path: Path, declaration: Declaration) -> set[tuple]:
    issues = check_json(path, declaration)["issues"]
    return {
        (issue["severity"], issue["rule"], issue["cell"] or issue["row"] or issue["column"])
        for issue in issues
    }


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ([line(), line()], {("error", "duplicate_key", 2), ("error", "duplicate_key", 3)}),
        (
            [line(), line(vag="t1", familj="F02")],
            {("error", "constant_within", "A2"), ("error", "constant_within", "A3")},
        ),
        ([line(), line(vag="t1", dag="2023-01-15")], {("error", "increasing_within", "E3")}),
        ([line(timmar="90", tak="80")], {("error", "at_most", "G2"), ("error", "sum_at_most", "G2")}),
        ([line(manad="2024-01")], {("error", "only_when", "J2")}),
        (
            [line(vag="start", roll="Pappa")],
            {("info", "interpreted_value", "C2"), ("info", "interpreted_value", "D2")},
        ),
        ([line(timmar="12,5"), line("P002", timmar="12.5")], {("error", "mixed_decimal_marks", "G2:G3")}),
        ([line(), "Summa;;;;;5;12,5;;;;"], {("error", "summary_row", 3)}),
        ([line(), "familj;person;roll;vag;dag;maende;;;;;"], {("error", "repeated_header", 3)}),
        ([line() + ";mer"], {("error", "ragged_row", 2)}),
        (["F01;P001;barn;t0"], {("warning", "ragged_row", 2)}),
        ([line(), "F02;P002;t0;2024-01-15;5;12,5;;;;;"], {("error", "shifted_row", 3)}),
        ([line(text='"hej'), line("P002"), line("P003")], {("error", "ragged_row", "K2")}),
        (
            [line("P001"), line("p001", vag="t1")],
            {("warning", "similar_ids", "B3"), ("error", "bad_pattern", "B3")},
        ),
        ([line(vag="t1", dag="2024-06-15"), line("P002")], {("warning", "missing_baseline", 2)}),
        ([line()], {("warning", "single_wave", "vag"), ("warning", "too_few_families", "familj")}),
    ],
)
def test_faults_across_cells(
    csv_file: CsvFile, declaration: Declaration, rows: list[str], expected: set
) -> None:
    assert expected <= found(csv_file(rows), declaration)


@pytest.mark.parametrize(
    ("headers", "expected"),
    [
        ("familj;person;vag;dagg", {("error", "unknown_column", "D1")}),
        ("familj;person;vag;vag", {("error", "duplicate_column", "D1")}),
        ("familj;person;roll", {("error", "missing_column", "vag"), ("warning", "missing_column", "maende")}),
        ("familj;person;maende_t0;maende_t1", {("error", "wide_format", "C1:D1")}),
        ("familj;person;vag;;kod;ord", {("error", "second_table", "E1:F2")}),
        ("familj;person;vag;;", {("error", "value_without_header", "E2")}),
        ("familj;person;vag;Namn", {("stop", "direct_identifier", "D1")}),
    ],
)
def test_headers(csv_file: CsvFile, declaration: Declaration, headers: str, expected: set) -> None:
    width = headers.count(";")
    rest = {2: "", 3: ";x", 4: ";;x", 5: ";;1;bra"}[width]
    assert expected <= found(csv_file(["F01;P001;t0" + rest], headers), declaration)


def test_the_table_is_found_below_a_title_by_labels_and_aliases(
    csv_file: CsvFile, declaration: Declaration
) -> None:
    path = csv_file(["FAMILJ ; person;V\u0061\u030ag", "F01;P001;t0"], headers="Utskrift\n")
    answer = check_json(path, declaration)
    assert (answer["table"], answer["rows"]) == ("rader", 1)
    assert ("info", "data_located", 3) in found(path, declaration)


def test_tables_of_a_folder_are_read_by_name(csv_file: CsvFile, declaration: Declaration) -> None:
    folder = csv_file([line(), line("P002")]).parent
    csv_file(
        ["P001;2024-01-01;2024-02-01", "P001;2024-01-15;", "P001;2024-01-20;2023-01-01"],
        "person;fran;till",
        "personer.csv",
    )
    surveyed = survey(folder, declaration)
    assert {name: len(grid.rows) for name, grid in surveyed.grids.items()} == {"personer": 3, "rader": 2}
    rules = {(issue.table, issue.rule, issue.row) for issue in surveyed.issues}
    assert {
        ("personer", "overlapping_spells", 2),
        ("personer", "overlapping_spells", 3),
        ("personer", "not_before", 4),
    } <= rules
    assert ("rader", "exists_in", 3) in rules
    assert ("rader", "exists_in", 2) not in rules


def test_a_second_sheet_with_the_same_table_is_never_silently_left_out(
    workbook: Callable[..., Path], declaration: Declaration
) -> None:
    def change(book: object, sheet: object) -> None:
        book.copy_worksheet(sheet).title = "t1"

    path = workbook([("F01", "P001", "t0")], ("familj", "person", "vag"), change)
    issues = check_json(path, declaration)["issues"]
    assert ("error", "second_table", "t1") in {
        (issue["severity"], issue["rule"], issue["sheet"]) for issue in issues
    }


def test_content_that_a_person_should_look_at(csv_file: CsvFile, declaration: Declaration) -> None:
    persons = [f"P{number:03}" for number in range(1, 9)]
    rows = [
        line(
            person,
            familj=f"F{place:02}",
            vag=wave,
            dag="",
            maende=str(low + place % 2),
            timmar=f"0,{place + 1}",
            klar="ja",
        )
        for wave, low in (("t0", 2), ("t1", 8))
        for place, person in enumerate(persons)
        if (wave, place) != ("t1", 3)
    ]
    rules = {rule for _, rule, _ in found(csv_file(rows), declaration)}
    assert {"reversed_scale", "incomplete_follow_up"} <= rules


def test_lines_for_people(csv_file: CsvFile, declaration: Declaration) -> None:
    lines = check_lines(survey(csv_file([line(maende="11")]), declaration).issues, "sv")
    told = "Största tillåtna värde är 10. Rätta talet. Saknas svaret: lämna tomt, eller skriv koden för varför: 99, -9."
    assert lines[0] == ("fel", "F2", "maende", told)


def people(wave: str, marks: list[int], **given: str) -> list[str]:
    return [
        line(
            f"P{place:03}",
            familj=f"F{place:02}",
            vag=wave,
            **{"dag": "", "timmar": "", "maende": str(mark), **given},
        )
        for place, mark in enumerate(marks, start=1)
    ]


FIRST = [2, 9, 4, 7, 3, 8, 1, 10, 5, 6]


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ([*people("t0", FIRST), *people("t1", FIRST)], ("copied_wave", "maende")),
        ([*people("t0", FIRST), *people("t1", [11 - mark for mark in FIRST])], ("reversed_scale", "maende")),
        (people("t0", [1, 2, 3, 4, 5, 5] * 5), ("scale_mismatch", "maende")),
        (
            [*people("t0", [9] * 25), *(line("P099", familj="F99", vag="t0", dag="", maende="2"),) * 5],
            ("reversed_scale", "F27"),
        ),
        (
            [line(dag="2024-01-15"), line(vag="t1", dag="2024-02-15")],
            ("off_schedule", "E3"),
        ),
        ([line(dag="2024-01-15"), line(vag="t1", dag="2025-03-15")], ("off_schedule", "E3")),
        ([line(roll="barn"), line(vag="t1", roll="vuxen")], ("other_role", "C3")),
        ([line(timmar="1.250"), line("P002", timmar="90")], ("thousands_or_decimals", "G2")),
        ([line("P001"), line("P00l", vag="t1")], ("similar_ids", "B3")),
        ([line("P001"), line("\u0420001", vag="t1")], ("similar_ids", "B3")),
    ],
)
def test_what_a_person_should_look_at(
    csv_file: CsvFile, declaration: Declaration, rows: list[str], expected: tuple[str, str]
) -> None:
    assert ("warning", *expected) in found(csv_file(rows), declaration)


@pytest.mark.parametrize(
    "rows",
    [
        [*people("t0", FIRST), *people("t1", [min(mark + 1, 10) for mark in FIRST])],
        people("t0", [1, 2, 3, 4, 6, 5] * 5),
        [line(dag="2024-01-15"), line(vag="t1", dag="2024-09-01")],
        [line(dag="2024-01-15"), line(vag="t1", dag="2024-05-15")],
        [line(timmar="1.25"), line("P002", timmar="1.250")],
        [line(timmar="0.250")],
    ],
)
def test_ordinary_follow_ups_give_no_such_warning(
    csv_file: CsvFile, declaration: Declaration, rows: list[str]
) -> None:
    doubtful = {"copied_wave", "reversed_scale", "scale_mismatch", "off_schedule", "thousands_or_decimals"}
    assert {rule for _, rule, _ in found(csv_file(rows), declaration)} & doubtful == set()


def test_ids_are_compared_across_tables(csv_file: CsvFile, declaration: Declaration) -> None:
    folder = csv_file([line("P001"), line("P002")]).parent
    spells = ["P001;2024-01-01;2024-02-01", "p002;2024-01-01;2024-02-01", "P003;2024-01-01;2024-02-01"]
    csv_file(spells, "person;fran;till", "personer.csv")
    told = {
        (issue.table, issue.severity, issue.rule, issue.cell) for issue in survey(folder, declaration).issues
    }
    assert {
        ("personer", "warning", "similar_ids", "A3"),
        ("personer", "error", "bad_pattern", "A3"),
        ("personer", "warning", "unmatched_id", "A4"),
        ("rader", "error", "exists_in", "B3"),
    } <= told
    assert ("rader", "warning", "unmatched_id", "B3") not in told


def test_tables_that_use_different_decimal_marks_are_told_of(
    csv_file: CsvFile, declaration: Declaration
) -> None:
    path = csv_file([line(timmar="12,5", tak="20.5")])
    told = [
        issue for issue in check_json(path, declaration)["issues"] if issue["rule"] == "other_decimal_mark"
    ]
    assert [(issue["severity"], issue["column"]) for issue in told] == [("info", "tak")]


def test_a_measurement_after_today_is_a_warning_of_check_alone(
    csv_file: CsvFile, declaration: Declaration
) -> None:
    table = declaration.codebook.tables["rader"]
    open_end = table.columns["dag"].model_copy(update={"max": None})
    free = table.model_copy(update={"columns": {**table.columns, "dag": open_end}})
    tables = {**declaration.codebook.tables, "rader": free}
    codebook = replace(declaration.codebook, tables=tables)
    path = csv_file([line(dag="2024-01-15"), line("P002", dag="2024-01-16")])
    told = survey_on(path, replace(declaration, codebook=codebook), date(2024, 1, 15)).issues
    assert [(issue.severity, issue.cell) for issue in told if issue.rule == "implausible_date"] == [
        ("warning", "E3")
    ]
    limited = survey_on(path, declaration, date(2024, 1, 15)).issues
    assert "implausible_date" not in {issue.rule for issue in limited}


def test_spellings_are_listed_with_what_they_were_read_as(
    csv_file: CsvFile, declaration: Declaration
) -> None:
    rows = [
        line(roll="Pappa", maende="99 - Ej svarat"),
        line("P002", roll="mamma"),
        line("P003", roll="Pappa"),
    ]
    told = {issue["column"]: issue["message"] for issue in check_json(csv_file(rows), declaration)["issues"]}
    assert (
        told["roll"]
        == "Läst som kod: Pappa = vuxen, mamma = vuxen (3 st). Kontrollera att tolkningen stämmer."
    )
    assert told["maende"].startswith("Läst som kod: 99 - Ej svarat = 99 (1 st).")
