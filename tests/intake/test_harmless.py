"""What we write never runs as a formula, and shows as it was."""

import csv
import io

import openpyxl
import pytest
from openpyxl.comments import Comment

from fou_eval.intake.harmless import put_text, safe_text, would_run
from fou_eval.intake.saved import saved

RUNS = [
    "=1+1", "+46 70 123", "-2+3", "@SUM(A1)", "\t=1", "\r=1", "\n=1", " =1", "\u00a0=1", "\ufeff=1",
    "\uff1d1+1", "=cmd|' /C calc'!A0", "--1", "\x00=1",
]  # fmt: skip
PLAIN = [
    "F01",
    "-3",
    "-3,5",
    "-1\u00a0234,5",
    "-",
    "+",
    "% frånvaro",
    "+4",
    "1e5",
    "-1.5E-3",
    "a=b",
    "",
    "Anna = bra",
    "2024-01-15",
    "#N/A",
]


@pytest.mark.parametrize("text", RUNS)
def test_text_that_would_run_is_marked_in_csv(text: str) -> None:
    assert would_run(text)
    assert safe_text(text) == "'" + text


@pytest.mark.parametrize("text", PLAIN)
def test_other_text_is_left_alone(text: str) -> None:
    assert safe_text(text) == text


def test_a_marked_text_survives_csv() -> None:
    stream = io.StringIO(newline="")
    csv.writer(stream, quoting=csv.QUOTE_ALL).writerow([safe_text('=A;"b"\n')])
    assert next(csv.reader(io.StringIO(stream.getvalue(), newline=""))) == ['\'=A;"b"\n']


def test_a_workbook_shows_every_text_unchanged() -> None:
    book = openpyxl.Workbook()
    for row, text in enumerate([*RUNS[:-1], *PLAIN], start=1):
        put_text(book.active.cell(row, 1), text)
    stream = io.BytesIO()
    book.save(stream)
    read = openpyxl.load_workbook(stream)
    cells = [read.active.cell(row, 1) for row in range(1, len(RUNS) + len(PLAIN))]
    shown = [(cell.value or "").replace("\r", "\n") for cell in cells]  # XML has one kind of line end
    assert shown == [text.replace("\r", "\n") for text in [*RUNS[:-1], *PLAIN]]
    assert {cell.data_type for cell in cells if cell.value} == {"s"}
    assert all(cell.quotePrefix for cell in cells)


def test_what_no_cell_can_hold_raises_nothing_that_repeats_it() -> None:
    cell = openpyxl.Workbook().active["A1"]
    put_text(cell, "=Anna\x00\x07" + "x" * 40_000)
    assert cell.value == "=Anna□□" + "x" * 32_760


def test_a_workbook_is_saved_without_a_temporary_file(monkeypatch: pytest.MonkeyPatch) -> None:
    def refused() -> str:
        raise AssertionError("a sheet would lie on the disk")

    monkeypatch.setattr("openpyxl.worksheet._writer.create_temporary_file", refused)
    book = openpyxl.Workbook()
    book.active["B2"] = 7
    book.active["B2"].comment = Comment("a note", "fou_eval")
    again = openpyxl.load_workbook(io.BytesIO(saved(book))).active
    assert again["B2"].value == 7
    assert again["B2"].comment.text == "a note"
