"""Traps found by trying: what once became missing, smaller or rounded without a word."""

from datetime import datetime
from pathlib import Path

import pytest
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

import fou_eval as fou
from fou_eval.bundled import bundled_study
from fou_eval.declaration import read_declaration
from fou_eval.errors import DataError
from fou_eval.intake.check import check_json

STUDY = bundled_study("familjelotsen")


def changed(
    tmp_path: Path, sheet: str, column: str, row: int, value: object, number_format: str = ""
) -> Path:
    book = load_workbook(STUDY / "example.xlsx")
    target: Worksheet = book[sheet]
    headers = [cell.value for cell in target[1]]
    cell = target.cell(row, headers.index(column) + 1)
    cell.value = value
    if number_format:
        cell.number_format = number_format
    path = tmp_path / "changed.xlsx"
    book.save(path)
    return path


def issues(path: Path) -> set[tuple[str, str, str | None, str | None]]:
    found = check_json(path, read_declaration(STUDY))["issues"]
    return {(issue["severity"], issue["rule"], issue["cell"], issue["column"]) for issue in found}


def first_row_with(sheet: str, column: str) -> int:
    target = load_workbook(STUDY / "example.xlsx")[sheet]
    headers = [cell.value for cell in target[1]]
    place = headers.index(column)
    return next(row for row in range(2, target.max_row + 1) if (target.cell(row, place + 1).value or 0) > 0)


def test_a_count_without_its_exposure_is_an_error_at_the_exposure(tmp_path: Path) -> None:
    row = first_row_with("followup_family", "late_bills")
    path = changed(tmp_path, "followup_family", "observed_months", row, None)
    found = [issue for issue in issues(path) if issue[3] == "observed_months"]
    assert [(issue[0], issue[1]) for issue in found] == [("error", "missing_required")]
    with pytest.raises(DataError, match="late_bills"):
        fou.open_study(STUDY, data=path)


def test_a_cell_in_per_cent_format_is_not_read_a_hundred_times_too_small(tmp_path: Path) -> None:
    row = first_row_with("followup_child", "absence_pct")
    path = changed(tmp_path, "followup_child", "absence_pct", row, 0.125, "0.0%")
    assert [(issue[0], issue[1]) for issue in issues(path) if issue[3] == "absence_pct"] == [
        ("error", "not_a_number")
    ]


def test_a_value_between_the_steps_of_the_codebook_is_a_warning(tmp_path: Path) -> None:
    row = first_row_with("followup_child", "absence_pct")
    path = changed(tmp_path, "followup_child", "absence_pct", row, 12.55)
    assert ("warning", "off_resolution") in {issue[:2] for issue in issues(path) if issue[3] == "absence_pct"}


def test_a_day_in_a_column_of_months_is_told(tmp_path: Path) -> None:
    path = changed(tmp_path, "followup_child", "measured_month", 2, datetime(2015, 6, 17, 13, 5))  # noqa: DTZ001
    assert ("info", "interpreted_value") in {
        issue[:2] for issue in issues(path) if issue[3] == "measured_month"
    }


def test_a_table_that_is_not_there_is_named_and_its_domains_are_not_measured(tmp_path: Path) -> None:
    book = load_workbook(STUDY / "example.xlsx")
    for name in ("persons", "followup_child", "followup_parent"):
        del book[name]
    path = tmp_path / "two_tables.xlsx"
    book.save(path)
    answer = check_json(path, read_declaration(STUDY))
    told = [issue["message"] for issue in answer["issues"] if issue["rule"] == "missing_table"]
    assert len(told) == 3
    release = fou.release(fou.measure_change(fou.open_study(STUDY, data=path)))
    assert release.find("persons_enrolled") is None
    assert fou.tables.domain(release, "leisure").rows[0][-1] in {"–", ""}
    assert fou.tables.domain_status(release, "leisure") == "not_measured"
    assert fou.tables.domain_status(release, "home") == "measured"
    pdf = fou.write_report(release, tmp_path / "report")
    assert pdf.exists()
