"""Persons in a file as a user hands it in: in ids, cells, headers and names; nothing is let through or shown."""

import pickle
import traceback
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from intake.conftest import PERSONS, PLAN, ROWS, STUDY

from fou_eval.declaration.reading import Declaration, read_declaration
from fou_eval.errors import DataError
from fou_eval.intake.door import read_data
from fou_eval.intake.issue import Issue, outcome
from fou_eval.intake.persons.finding import PERSON_RULES
from fou_eval.intake.survey import survey
from fou_eval.study import open_study

MONTHS = ["850709", "910312", "781123", "640228", "550930", "990101"]


def said(issues: Sequence[Issue]) -> list[tuple[str, str, str | None]]:
    return [(issue.severity, issue.rule, issue.cell) for issue in issues if issue.rule in PERSON_RULES]


def six_digits(folder: Path, pattern: str = "pattern: 'P\\d{6}', ") -> Declaration:
    (folder / "tables").mkdir(parents=True)
    (folder / "study.yaml").write_text(STUDY, "utf-8")
    (folder / "plan.yaml").write_text(PLAN, "utf-8")
    rows = ROWS.replace("pattern: 'P\\d{3}', ", pattern)
    (folder / "tables" / "rader.yaml").write_text(rows, "utf-8")
    (folder / "tables" / "personer.yaml").write_text(PERSONS, "utf-8")
    return read_declaration(folder)


def with_ids(ids: Sequence[str]) -> list[str]:
    return [f"F{row % 90 + 1:02};{identity};barn;t0;;5;;;;;" for row, identity in enumerate(ids)]


@pytest.mark.parametrize(
    "ids",
    [
        ["P070123", "P010000", "P000000", "P999999"],  # seen as telephone numbers once
        [f"P{number:06}" for number in range(101, 131)],  # 1 to 30 January 2000, and running numbers too
        [f"P{number:06}" for number in range(70_100, 70_160)],
        ["P850709", "P000001", "P000002", "P000003"],
    ],
)
def test_ids_of_the_declared_form_are_running_numbers(
    csv_file: Callable[..., Path], tmp_path: Path, ids
) -> None:
    declaration = six_digits(tmp_path / "study")
    assert said(survey(csv_file(with_ids(ids)), declaration).issues) == []


def test_ids_of_the_declared_form_that_are_all_days_are_dates_of_birth(
    csv_file: Callable[..., Path], tmp_path: Path
) -> None:
    declaration = six_digits(tmp_path / "study")
    found = survey(csv_file(with_ids([f"P{month}" for month in MONTHS])), declaration)
    assert said(found.issues) == [("stop", "identifying_id", f"B{row}") for row in range(2, 8)]


def test_an_identity_number_in_a_declared_form_stops(csv_file: Callable[..., Path], tmp_path: Path) -> None:
    declaration = six_digits(tmp_path / "study", "pattern: 'P\\d{10}', ")
    found = survey(csv_file(with_ids(["P8507099805", "P8507099801", "P0000000017"])), declaration)
    assert said(found.issues) == [("stop", "direct_identifier", "B2")]


@pytest.mark.parametrize(
    ("identity", "severity", "rule"),
    [
        ("F07_850709", "stop", "identifying_id"),
        ("20120314", "stop", "identifying_id"),
        ("Anna", "stop", "identifying_id"),
        ("lisa.l", "stop", "identifying_id"),
        ("Påhittsson", "stop", "identifying_id"),
        ("A.S.", "stop", "identifying_id"),
        ("LL2012", "stop", "identifying_id"),
        ("850709-9805", "stop", "direct_identifier"),
        ("850709-98", "stop", "possible_identifier"),
        ("0701740605", "stop", "direct_identifier"),
        ("a.s@example.org", "stop", "direct_identifier"),
        ("d41d8cd98f00b204e9800998ecf8427e", "warning", "identifying_id"),
        ("3f2504e0-4f89-11d3-9a0c-0305e82c3301", "warning", "identifying_id"),
        ("SN 2024/123", "warning", "identifying_id"),
    ],
)
def test_ids_made_of_what_is_known_of_somebody(
    csv_file: Callable[..., Path], declaration: Declaration, identity: str, severity: str, rule: str
) -> None:
    path = csv_file([f"F01;{identity};barn;t0;;5;;;;;", *with_ids(["P002", "P003", "P004", "P005"])])
    found = survey(path, declaration)
    assert (severity, rule, "B2") in said(found.issues)
    assert [cell for _, _, cell in said(found.issues) if cell != "B2"] == []
    assert identity not in " ".join(issue.message + (issue.column or "") for issue in found.issues)


@pytest.mark.parametrize("identity", ["P1", "P-001", "person 7", "1", "007", "barn 3", "T0-12"])
def test_ids_of_a_wrong_form_are_no_persons(
    csv_file: Callable[..., Path], declaration: Declaration, identity: str
) -> None:
    assert said(survey(csv_file(with_ids([identity, "P002", "P003", "P004"])), declaration).issues) == []


@pytest.mark.parametrize(
    ("row", "cell"),
    [
        ("F01;P001;barn;t0;;507099802;;;;;", "F2"),
        ("F01;P001;barn;t0;;8507099805;;;;;", "F2"),
        ("F01;P001;barn;t0;850709-9805;5;;;;;", "E2"),
        ("F01;P001;barn;t0;0701740605;5;;;;;", "E2"),
        ("F01;P001;mamma Anna Svensson;t0;;5;;;;;", "C2"),
        ("F01;P001;barn;t0;;5;;;070-174 06 05;;", "I2"),
        ("F01;P001;barn;t0;;5;;;;;Ring Anna Svensson", "K2"),
    ],
)
def test_every_kind_of_column_is_looked_through(
    csv_file: Callable[..., Path], declaration: Declaration, row: str, cell: str
) -> None:
    assert ("stop", cell) in {
        (severity, at) for severity, _, at in said(survey(csv_file([row]), declaration).issues)
    }


def test_clean_columns_of_every_kind_raise_nothing(
    csv_file: Callable[..., Path], declaration: Declaration
) -> None:
    rows = [
        "F01;P001;barn;t0;2024-01-15;5;12,5;20;ja;2024-03;Trivs i skolan, insats från vecka 6 till vecka 34",
        "F01;P002;Vuxen;före;2015-07-09;10;100;20,25;nej;2016-07;kl 08.30-15.45, 35 procent, SFS 2001:453",
    ]
    assert said(survey(csv_file(rows), declaration).issues) == []


@pytest.mark.parametrize(
    ("name", "severity"),
    [("uppföljning 850709-9805.csv", "stop"), ("Anna Svensson.csv", "stop"), ("rader_anna.csv", "warning")],
)
def test_names_of_files(
    csv_file: Callable[..., Path], declaration: Declaration, name: str, severity: str
) -> None:
    assert [at for at, *_ in said(survey(csv_file(with_ids(["P001"]), name=name), declaration).issues)] == [
        severity
    ]


@pytest.mark.parametrize(
    "name", ["rader.csv", "Uppföljning Hösten 2024 Export Final.csv", "2024-05-12 rader (2).csv"]
)
def test_ordinary_names_of_files(csv_file: Callable[..., Path], declaration: Declaration, name: str) -> None:
    assert said(survey(csv_file(with_ids(["P001"]), name=name), declaration).issues) == []


def test_sheets_and_ranges_have_names_too(workbook: Callable[..., Path], declaration: Declaration) -> None:
    def change(book, sheet) -> None:
        book.create_sheet("Anna Svensson").append(["tomt"])
        book.create_sheet("Annas barn").append(["tomt"])

    path = workbook([("F01", "P001", "barn", "t0", None, 5)], change=change)
    found = [issue for issue in survey(path, declaration).issues if issue.rule in PERSON_RULES]
    assert [(issue.severity, issue.sheet) for issue in found] == [("stop", "#2"), ("warning", "#3")]


NOTE = "Ring mamma Dragana på 070-174 06 05, 850709-9805"


def test_a_study_is_not_opened_with_persons_in_a_free_text(
    csv_file: Callable[..., Path], tmp_path: Path
) -> None:
    declaration = six_digits(tmp_path / "study", "pattern: 'P\\d{3}', ")
    path = csv_file([f"F01;P001;barn;t0;2024-01-15;5;12;20;ja;;{NOTE}"])
    before = {file for file in tmp_path.rglob("*") if file.is_file()}
    with pytest.raises(DataError) as raised:
        open_study(tmp_path / "study", data=path)
    told = "".join(traceback.format_exception(raised.value))
    intake = read_data(path, declaration)
    told += repr(raised.value) + repr(intake) + repr(intake.issues)
    assert outcome(intake.issues) == "stop"
    assert (intake.tables, intake.reasons) == ({}, {})
    kept = pickle.dumps((dict(intake.tables), dict(intake.reasons), intake.issues, dict(intake.rows)))
    for secret in ("Dragana", "070-174", "1740605", "850709", "9805", "P001", "F01"):
        assert secret not in told
        assert secret.encode() not in kept
    assert {file for file in tmp_path.rglob("*") if file.is_file()} == before  # nothing is cached


def test_the_name_of_a_file_that_names_somebody_is_not_repeated(
    csv_file: Callable[..., Path], tmp_path: Path
) -> None:
    six_digits(tmp_path / "study", "pattern: 'P\\d{3}', ")
    path = csv_file(with_ids(["P001"]), name="Dragana Svensson.csv")
    with pytest.raises(DataError) as raised:
        open_study(tmp_path / "study", data=path)
    assert "Dragana" not in str(raised.value)


def test_a_clean_free_text_is_scanned_and_dropped(
    csv_file: Callable[..., Path], declaration: Declaration
) -> None:
    intake = read_data(csv_file(["F01;P001;barn;t0;2024-01-15;5;12;20;ja;;trivs utmärkt hemma"]), declaration)
    assert outcome(intake.issues) != "stop"
    assert "text" not in intake.tables["rader"]
    assert b"utm\xc3\xa4rkt" not in pickle.dumps(dict(intake.tables))
