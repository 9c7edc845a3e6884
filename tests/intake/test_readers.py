"""Files as people save them: encodings, separators, workbooks, and what is no data file at all."""

import io
import zipfile
from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from pathlib import Path
from random import Random

import openpyxl
import pytest
from openpyxl.comments import Comment
from openpyxl.packaging.custom import BoolProperty
from openpyxl.styles import PatternFill

from fou_eval.declaration.reading import Declaration
from fou_eval.errors import DataError
from fou_eval.intake.answer import check_json
from fou_eval.intake.door import read_data
from fou_eval.intake.readers.delimited import read_delimited
from fou_eval.intake.readers.workbook import read_workbook
from fou_eval.intake.survey import survey

ROW = ("F01", "P001", "barn", "t0", datetime(2024, 1, 15), 5, 12.5, None, None, None, None)  # noqa: DTZ001
HEADINGS = ("familj", "person", "roll", "vag", "dag", "maende", "timmar", "tak", "klar", "manad", "text")


def rules(answer: dict, severity: str | None = None) -> set[str]:
    return {issue["rule"] for issue in answer["issues"] if severity in (None, issue["severity"])}


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("separator", [";", "\t", ",", "|"])
def test_encodings_and_separators(codec: str, separator: str) -> None:
    text = separator.join(["familj", "våg"]) + "\r\n" + separator.join(["F01", "före"]) + "\r\n"
    raw = read_delimited(text.encode(codec), [frozenset({"familj", "våg"})])
    assert raw is not None
    assert raw.sheets[0].cell(2, 2).value == "före"
    assert not raw.damaged_text


@pytest.mark.parametrize("codec", ["mac-roman", "cp850"])
def test_other_code_pages_are_refused(codec: str) -> None:
    raw = read_delimited("familj;våg\nF01;förälder".encode(codec), [])
    assert raw is None or raw.damaged_text


def test_rows_are_numbered_as_excel_shows_them() -> None:
    raw = read_delimited(b'sep=;\r\nid;text\r\n\r\n1;"a\nb"\r\n2;c\r\n', [frozenset({"id", "text"})])
    assert raw is not None
    assert raw.separator_line
    assert [raw.sheets[0].cell(row, 1).value for row in (1, 3, 4)] == ["id", "1", "2"]


def test_lone_carriage_returns_end_lines() -> None:
    raw = read_delimited(b"id;text\r1;a\r2;b\r", [frozenset({"id", "text"})])
    assert raw is not None
    assert sorted(raw.sheets[0].rows) == [1, 2, 3]


@pytest.mark.parametrize(
    ("name", "content", "rule"),
    [
        ("a.csv", b"", "empty_file"),
        ("a.csv", b"\xef\xbb\xbf\r\n", "empty_file"),
        ("a.xlsx", b"", "empty_file"),
        ("a.xls", b"<html><table>", "file_type_mismatch"),
        ("a.xlsx", b"familj;person\n", "file_type_mismatch"),
        ("~$a.xlsx", b"\x05user", "file_type_mismatch"),
        ("a.xls", bytes.fromhex("D0CF11E0A1B11AE1") + b"Workbook", "unsupported_format"),
        (
            "a.xlsx",
            bytes.fromhex("D0CF11E0A1B11AE1") + "EncryptedPackage".encode("utf-16-le"),
            "password_protected",
        ),
        ("a.xlsx", b"PK\x03\x04 cut off", "corrupt_file"),
        ("a.sav", b"$FL2@(#)", "corrupt_file"),
        ("a.csv", b"\x81\x8d\x8f", "wrong_encoding"),
        ("a.csv", "familj;person\nFÃ¶rst;P001".encode(), "wrong_encoding"),
        ("a.csv", b"x;y\n1;2\n", "no_header_row"),
    ],
)
def test_what_is_no_data_file_is_named(
    tmp_path: Path, declaration: Declaration, name: str, content: bytes, rule: str
) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    assert rule in rules(check_json(path, declaration))


def test_a_missing_file_is_said_so(tmp_path: Path, declaration: Declaration) -> None:
    with pytest.raises(DataError, match="ingen datafil"):
        survey(tmp_path / "nothing.csv", declaration)


def test_a_package_that_unpacks_too_large_is_refused(tmp_path: Path, declaration: Declaration) -> None:
    path = tmp_path / "bomb.xlsx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("xl/workbook.xml", b"<x/>")
        package.writestr("xl/worksheets/sheet1.xml", b"0" * 201_000_000)
    assert rules(check_json(path, declaration)) == {"too_large"}


def test_an_external_entity_is_refused(
    tmp_path: Path, workbook: Callable[..., Path], declaration: Declaration
) -> None:
    source, path = workbook([ROW]), tmp_path / "entity.xlsx"
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(path, "w") as new:
        for item in old.infolist():
            content = old.read(item)
            if item.filename == "xl/worksheets/sheet1.xml":
                content = (
                    b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hostname">]>' + content.split(b"?>", 1)[-1]
                )
            new.writestr(item, content)
    assert rules(check_json(path, declaration)) == {"corrupt_file"}


@pytest.mark.parametrize("keep", [300, 2_000, 4_000])
def test_a_cut_off_workbook_is_one_issue(
    tmp_path: Path, workbook: Callable[..., Path], declaration: Declaration, keep: int
) -> None:
    path = tmp_path / "cut.xlsx"
    path.write_bytes(workbook([ROW]).read_bytes()[:keep])
    assert rules(check_json(path, declaration)) == {"corrupt_file"}


def test_formulas_count_by_their_stored_value(workbook: Callable[..., Path]) -> None:
    path = workbook([ROW], change=lambda _, sheet: sheet.__setitem__("F2", "=1+2"))
    cell = read_workbook(path.read_bytes()).sheets[0].cell(2, 6)
    assert (cell.value, cell.state) == (None, "formula_without_value")


def test_what_travels_along_unseen_is_pointed_out(
    workbook: Callable[..., Path], declaration: Declaration
) -> None:
    def change(book: openpyxl.Workbook, sheet: object) -> None:
        sheet["F2"].comment = Comment("ring", "någon")
        sheet["F2"].fill = PatternFill("solid", fgColor="FF0000")
        sheet.column_dimensions["G"].hidden = True
        sheet.row_dimensions[3].hidden = True
        sheet.merge_cells("A2:A3")
        book.create_sheet("nyckel").sheet_state = "veryHidden"
        book.properties.title = "Utskrift"

    answer = check_json(workbook([ROW, ROW], change=change), declaration)
    found = {
        (issue["rule"], issue["sheet"], issue["cell"] or issue["row"] or issue["column"])
        for issue in answer["issues"]
    }
    assert {
        ("hidden_content", "rader", "F2"),
        ("hidden_content", "rader", "timmar"),
        ("hidden_content", "rader", 3),
        ("hidden_content", "nyckel", None),
        ("merged_cells", "rader", "A2:A3"),
        ("cell_colour", "rader", "F2"),
        ("document_properties", None, None),
    } <= found


def test_a_far_corner_does_not_fill_memory(workbook: Callable[..., Path], declaration: Declaration) -> None:
    path = workbook([ROW], change=lambda _, sheet: sheet.__setitem__("XFD1048576", "x"))
    answer = check_json(path, declaration)
    assert answer["rows"] == 1
    assert "value_without_header" in rules(answer)


def test_synthetic_data_say_so(
    workbook: Callable[..., Path], tmp_path: Path, declaration: Declaration
) -> None:
    def change(book: openpyxl.Workbook, _: object) -> None:
        book.custom_doc_props.append(BoolProperty(name="fou_eval_synthetic", value=True))

    assert survey(workbook([ROW], change=change), declaration).synthetic
    folder = tmp_path / "data"
    folder.mkdir()
    (folder / "rader.csv").write_text("familj;person;vag\nF01;P001;t0\n", "utf-8")
    assert not survey(folder, declaration).synthetic
    (folder / "SYNTHETIC.txt").write_text("made up", "utf-8")
    assert survey(folder, declaration).synthetic


def test_text_that_was_damaged_before_it_was_pasted_in_stops(
    workbook: Callable[..., Path], declaration: Declaration
) -> None:
    answer = check_json(workbook([(*ROW[:2], "fÃ¶rÃ¤lder", *ROW[3:])]), declaration)
    assert ("wrong_encoding", "C2") in {(issue["rule"], issue["cell"]) for issue in answer["issues"]}
    assert "Ã¶" not in str(answer)


def test_no_cell_is_part_of_a_repr(workbook: Callable[..., Path], declaration: Declaration) -> None:
    surveyed = survey(workbook([ROW]), declaration)
    assert "P001" not in repr(surveyed)
    assert "F01" not in repr(surveyed)


def test_any_sheet_gets_an_answer(workbook: Callable[..., Path], declaration: Declaration) -> None:
    values = [
        None, "", "F01", "P001", "barn", 0, "t0", "2024-01-15", datetime.fromisoformat("2024-01-15"),
        time(0), timedelta(2), True, 1e300, 10**30, -5, "12,5", "=1+1", "#N/A", "\u200b", "x" * 300, "Summa",
        "familj", "vag", '"', "\n", "Ã¶", ".", date(1900, 1, 1), "9999-12-31", "²",
    ]  # fmt: skip
    dice = Random(1)  # noqa: S311 - chance, not secrecy
    for _ in range(40):
        rows = [[dice.choice(values) for _ in range(dice.randint(1, 13))] for _ in range(dice.randint(0, 9))]
        path = workbook(rows, dice.sample(HEADINGS, dice.randint(2, 11)))
        assert check_json(path, declaration)["outcome"] in ("stop", "error", "warning", "ok")
        read_data(path, declaration)


def test_random_bytes_never_raise(
    tmp_path: Path, declaration: Declaration, workbook: Callable[..., Path]
) -> None:
    whole = workbook([ROW]).read_bytes()
    for place in range(0, len(whole), 97):
        damaged = io.BytesIO(whole)
        damaged.seek(place)
        damaged.write(b"\xff\x00\x7f")
        path = tmp_path / "damaged.xlsx"
        path.write_bytes(damaged.getvalue())
        assert check_json(path, declaration)["outcome"] in ("stop", "error", "warning", "ok")
