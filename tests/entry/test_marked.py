"""The marked copy: faults stand on their cells, nothing that was stopped is carried on, and it can be corrected."""

import csv
import json
import zipfile
from collections.abc import Callable
from datetime import datetime
from io import BytesIO
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.comments import Comment
from openpyxl.styles import PatternFill
from small_study import declare
from typer.testing import CliRunner, Result

from fou_eval import cli
from fou_eval.declaration.reading import Declaration, read_declaration
from fou_eval.entry.marked import mark, marked_bytes, marked_path
from fou_eval.entry.template import template_bytes
from fou_eval.errors import DataError, WritingError
from fou_eval.intake.answer import check_json
from fou_eval.intake.survey import survey

TABLE = """
table: rader
label: {sv: Rader, en: Rows}
row: {sv: en person vid ett mättillfälle, en: one person at one wave}
key: [person, vag]
columns:
  familj: {label: {sv: Familjens nr, en: Family no}, type: text, required: true, pattern: 'F\\d{2}', role: family_id}
  person: {label: {sv: Personens nr, en: Person no}, type: text, required: true, pattern: 'P\\d{3}', role: person_id}
  roll: {label: {sv: Roll i familjen, en: Role in family}, type: code, codes: {barn: {sv: Barn, en: Child},
    vuxen: {sv: Vuxen, en: Adult}}, role: quasi_identifier}
  vag: {label: {sv: Mättillfälle, en: At wave}, type: code, codes: waves, required: true, role: wave}
  dag: {label: {sv: Mätdag, en: Measured on}, type: date, min: 2020-01-01, max: 2026-12-31, role: date}
  maende: {label: {sv: Mår hur, en: Well-being}, type: integer, min: 1, max: 10, role: outcome, domain: home,
    kind: scale, better: higher, missing_codes: {-9: {sv: Vet ej, en: Not known}}}
  timmar: {label: {sv: Antal timmar, en: Hours spent}, type: number, min: 0, max: 100, only_when: {roll: [vuxen]}}
  ort: {label: {sv: Område, en: Area}, type: text}
  text: {label: {sv: Fri text, en: Free words}, type: text, role: free_text}
rules:
  - {id: R1, rule: increasing_within, columns: [dag], within: person, order_by: vag, message: {sv: Bakåt., en: Back.}}
"""
CORPUS = Path(__file__).parents[3] / "shared" / "acceptance" / "badinput"
HEADERS = ["familj", "person", "roll", "vag", "dag", "maende", "timmar", "ort", "text"]
ABOUT_THE_DATA = {"exact_dates"}  # true of them in whatever file they stand
PERSON = "850709-9805"  # serials 980 to 989 are set aside for numbers that belong to nobody


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("study") / "prov"
    declare(folder, TABLE, months=12)
    return folder


@pytest.fixture(scope="module")
def declaration(folder: Path) -> Declaration:
    return read_declaration(folder)


def day(year: int) -> datetime:
    return datetime(year, 1, 15)  # noqa: DTZ001 - as openpyxl reads a date cell


def rows() -> list[list[Any]]:
    """Give two persons in each of eight families, before and after, without a fault."""
    found: list[list[Any]] = []
    for number in range(1, 17):
        adult = number % 2 == 0
        for wave in (0, 1):
            person = f"P{number:03d}"
            found.append(
                [f"F{(number + 1) // 2:02d}", person, "vuxen" if adult else "barn", f"t{wave}",
                 day(2024 + wave), 1 + (number + wave) % 10, (number + wave) % 9 + 0.5 if adult else None,
                 "norr" if number % 3 else "syd", None]
            )  # fmt: skip
    return found


def check(file: Path, folder: Path, *options: str) -> Result:
    return CliRunner().invoke(cli.app, ["check", str(file), "--study", str(folder), *options])


def notes(sheet: Any) -> dict[str, str]:
    return {
        cell.coordinate: cell.comment.text.rpartition("\n")[0]
        for row in sheet.iter_rows()
        for cell in row
        if cell.comment is not None
    }


def fault_list(book: Any) -> list[tuple[Any, ...]]:
    lines = list(book["Fel"].iter_rows(values_only=True))
    start = lines.index(("Grad", "Blad", "Plats", "Kolumn", "Vad som är fel och hur det rättas"))
    return [line for line in lines[start + 1 :] if line[4]]


# What a person does wrong, and what it should have been. Data begin on row 3 of the entry workbook.
FAULTS: dict[str, tuple[object, object]] = {
    "A3": ("F1", "F01"),
    "B4": ("p001", "P001"),
    "C7": ("bror", "barn"),
    "D8": ("t7", "t1"),
    "E9": ("15/1 2024", day(2024)),
    "F10": (11, 7),
    "F11": ("ca 7", 7),
    "G3": (4, None),
    "F12": (5.5, 5),
    "A20": (None, "F05"),
}


@pytest.fixture
def ten_faults(declaration: Declaration, tmp_path: Path) -> Path:
    book = openpyxl.load_workbook(BytesIO(template_bytes(declaration.codebook, "sv")))
    sheet = book["rader"]
    for line in rows():
        for place, value in enumerate(line, start=1):
            sheet.cell(sheet.max_row + 1 if place == 1 else sheet.max_row, place).value = value
    for cell, (wrong, _) in FAULTS.items():
        sheet[cell].value = wrong
    path = tmp_path / "ifylld.xlsx"
    book.save(path)
    return path


def test_from_template_to_marked_copy_to_clean(
    ten_faults: Path, folder: Path, declaration: Declaration
) -> None:
    before = ten_faults.read_bytes()
    answer = check(ten_faults, folder, "--mark")
    assert answer.exit_code == DataError.exit_code
    copy = ten_faults.with_name("ifylld_markerad.xlsx")
    assert ten_faults.read_bytes() == before
    book = openpyxl.load_workbook(copy)
    assert book.sheetnames == ["Fel", "rader"]
    assert set(notes(book["rader"])) >= set(FAULTS)
    for cell, (_, right) in FAULTS.items():
        book["rader"][cell].value = right
    book.save(copy)
    done = check_json(copy, declaration)
    assert (done["outcome"], done["rows"]) == ("ok", 32)
    assert {issue["rule"] for issue in done["issues"]} <= ABOUT_THE_DATA
    assert "Ingen märkt kopia skrevs: det finns inget att rätta." in check(copy, folder, "--mark").stderr


def test_from_a_text_file_to_clean(folder: Path, declaration: Declaration, tmp_path: Path) -> None:
    path = tmp_path / "rader.csv"
    lines = [
        [
            value.date().isoformat() if isinstance(value, datetime) else "" if value is None else value
            for value in line
        ]
        for line in rows()
    ]
    lines[0][5], lines[1][0], lines[2][8] = "ca 7", "F1", f"Ring {PERSON}"
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, delimiter=";")
        writer.writerows([HEADERS, *([str(value).replace(".", ",") for value in line] for line in lines)])
    assert check(path, folder, "--mark", "--json").exit_code == DataError.exit_code
    copy = tmp_path / "rader_markerad.xlsx"
    book = openpyxl.load_workbook(copy)
    sheet = book["rader"]
    assert [cell.value for cell in sheet[1]] == HEADERS
    assert (sheet["E3"].value, sheet["G4"].value, sheet["F3"].value) == (day(2025), 2.5, 3)
    assert notes(sheet)["I4"].startswith("STOPP: ")
    sheet["F2"].value, sheet["A3"].value = 7, "F01"
    book.save(copy)
    # The free text is dropped before analysis, so nothing need be written in its place.
    assert {issue["rule"] for issue in check_json(copy, declaration)["issues"]} <= ABOUT_THE_DATA


def test_every_fault_stands_in_the_list_with_a_link(
    ten_faults: Path, folder: Path, declaration: Declaration
) -> None:
    check(ten_faults, folder, "--mark")
    book = openpyxl.load_workbook(ten_faults.with_name("ifylld_markerad.xlsx"))
    issues = survey(ten_faults, declaration).issues
    assert [line[4] for line in fault_list(book)] == [issue.message for issue in issues]
    assert fault_list(book)[0][:4] == (
        "fel",
        "rader",
        issues[0].cell or f"rad {issues[0].row}",
        issues[0].column,
    )
    links = {link.hyperlink.location for row in book["Fel"].iter_rows() for link in row if link.hyperlink}
    assert {f"'rader'!{cell}" for cell in FAULTS} <= links
    texts = " ".join(str(cell.value) for cell in book["Fel"]["A"] if cell.value)
    assert "Fel i ifylld.xlsx" in texts
    assert "Skicka inte kopian vidare som den är." in texts


def test_colour_goes_with_words_and_the_gravest_wins(declaration: Declaration, tmp_path: Path) -> None:
    book = _written(
        declaration, tmp_path, lambda sheet: _put(sheet, {"F2": 11, "C3": "vuxen", "I4": f"se {PERSON}"})
    )
    sheet = book["rader"]
    assert sheet["F2"].fill.fgColor.rgb[2:] == "F7CDA3"
    assert sheet["I4"].fill.fgColor.rgb[2:] == "F2B3AD"
    assert notes(sheet)["F2"] == (
        "FEL: Största tillåtna värde är 10. Rätta talet. Saknas svaret: lämna tomt, eller skriv koden för varför: -9."
    )
    assert notes(sheet)["I4"].startswith("STOPP: ")
    assert sheet.sheet_properties.tabColor.rgb[2:] == "F2B3AD"
    coloured = {cell.coordinate for row in sheet.iter_rows(min_row=2) for cell in row if cell.fill.fill_type}
    assert set(notes(sheet)) <= coloured | {cell.coordinate for cell in sheet[1]}


WORD = "Solrosvägen"  # no detector knows it: it may not be carried on wherever it stands outside declared columns


def test_nothing_that_was_stopped_is_carried_on(declaration: Declaration, tmp_path: Path) -> None:
    def spoil(sheet: Any) -> None:
        _put(
            sheet,
            {
                "B2": PERSON,
                "H5": f"Ring {PERSON}",
                "I6": WORD,
                "J1": "handläggare",
                "J7": WORD,
                "A40": WORD,
            },
        )
        sheet["F7"].comment = Comment(WORD, WORD)
        sheet.parent.create_sheet("nyckel").append([WORD, PERSON])
        sheet.parent["nyckel"].sheet_state = "hidden"
        sheet.parent.properties.creator, sheet.parent.properties.title = WORD, WORD
        sheet.insert_rows(1)
        sheet["A1"].value = WORD

    book = _written(declaration, tmp_path, spoil)
    content = (tmp_path / "fil_markerad.xlsx").read_bytes()
    assert [book["rader"][cell].value for cell in ("A1", "B3", "H6", "I7", "J8", "A41")] == [
        "(visas inte)"
    ] * 6
    assert book["rader"]["J2"].value == "handläggare"
    assert book["rader"]["H7"].value == "syd"
    assert book.sheetnames == ["Fel", "rader"]
    for word in (WORD, PERSON, PERSON.replace("-", "")):
        assert _holds(content, word) == []
    again = check_json(tmp_path / "fil_markerad.xlsx", declaration)
    assert {issue["cell"] for issue in again["issues"] if issue["rule"] == "withheld"} == {"B3", "H6"}
    assert again["outcome"] == "error"


def test_a_row_aside_shows_answers_but_no_free_text(declaration: Declaration, tmp_path: Path) -> None:
    path = tmp_path / "rader.csv"
    good = "\n".join(f"F0{i};P00{i};barn;t0;2024-01-15;5;;norr;" for i in range(2, 8))
    path.write_text(
        f"{';'.join(HEADERS)}\nF01;P001;barn;t0;2024-01-15;5;;norr;{WORD};bor kvar\n{good}\n", "utf-8"
    )
    mark(survey(path, declaration), path, declaration.codebook)
    sheet = openpyxl.load_workbook(tmp_path / "rader_markerad.xlsx")["rader"]
    assert [cell.value for cell in sheet[2]][:4] == ["F01", "P001", "barn", "t0"]
    assert [cell.value for cell in sheet[2]][8:] == ["(visas inte)", "(visas inte)"]


def test_formulas_become_harmless_text(declaration: Declaration, tmp_path: Path) -> None:
    path = tmp_path / "rader.csv"
    path.write_text(f"{';'.join(HEADERS)}\nF01;P001;=cmd|x;t0;2024-01-15;-3;;=1+1;@SUM(A1)\n", "utf-8")
    mark(survey(path, declaration), path, declaration.codebook)
    sheet = openpyxl.load_workbook(tmp_path / "rader_markerad.xlsx")["rader"]
    assert {(c.value, c.data_type, bool(c.quotePrefix)) for c in (sheet["C2"], sheet["H2"])} == {
        ("=cmd|x", "s", True),
        ("=1+1", "s", True),
    }
    assert (sheet["F2"].value, sheet["I2"].value) == (-3, "(visas inte)")
    assert not any(cell.data_type == "f" for row in sheet.iter_rows() for cell in row)


def test_a_computed_cell_comes_as_its_value(declaration: Declaration, tmp_path: Path) -> None:
    book = _written(declaration, tmp_path, lambda sheet: _put(sheet, {"F2": "=2+3", "F3": 11}))
    assert book["rader"]["F2"].value is None  # no value was stored
    assert notes(book["rader"])["F2"].startswith("FEL: ")


def test_totals_stay_totals(declaration: Declaration, tmp_path: Path) -> None:
    book = _written(declaration, tmp_path, lambda sheet: _put(sheet, {"A34": f"Summa {WORD}", "F34": 160}))
    assert (book["rader"]["A34"].value, book["rader"]["F34"].value) == ("(visas inte)", 160)
    issues = check_json(tmp_path / "fil_markerad.xlsx", declaration)["issues"]
    assert [(issue["rule"], issue["row"]) for issue in issues if issue["severity"] == "error"] == [
        ("summary_row", 34)
    ]


def test_only_our_own_notes_and_colours_are_set_aside(
    ten_faults: Path, folder: Path, declaration: Declaration
) -> None:
    check(ten_faults, folder, "--mark")
    copy = ten_faults.with_name("ifylld_markerad.xlsx")
    book = openpyxl.load_workbook(copy)
    sheet = book["rader"]
    for cell, (_, right) in FAULTS.items():
        sheet[cell].value = right
    sheet["F10"].comment.text += " Mamman vill inte."
    sheet["F11"].comment = Comment("Osäkert svar", "x")
    sheet["F12"].fill = PatternFill("solid", fgColor="FF0000")
    book.save(copy)
    issues = survey(copy, declaration).issues
    assert {(i.rule, i.severity, i.cell) for i in issues if i.rule not in ABOUT_THE_DATA} == {
        ("hidden_content", "stop", "F10"),
        ("hidden_content", "stop", "F11"),
        ("cell_colour", "warning", "F12"),
    }


def test_a_copy_of_a_copy_has_one_list_and_a_number(ten_faults: Path, folder: Path) -> None:
    check(ten_faults, folder, "--mark")
    first = ten_faults.with_name("ifylld_markerad.xlsx")
    check(first, folder, "--mark")
    second = ten_faults.with_name("ifylld_markerad_2.xlsx")
    assert openpyxl.load_workbook(second).sheetnames == ["Fel", "rader"]
    assert sorted(file.name for file in ten_faults.parent.iterdir()) == [
        ten_faults.name,
        first.name,
        second.name,
    ]


def test_json_stays_alone_on_standard_output(ten_faults: Path, folder: Path) -> None:
    answer = check(ten_faults, folder, "--mark", "--json")
    assert json.loads(answer.stdout)["outcome"] == "error"
    assert "ifylld_markerad.xlsx" in answer.stderr


def test_a_folder_gets_one_copy_beside_it(folder: Path, declaration: Declaration, tmp_path: Path) -> None:
    data = tmp_path / "data"
    data.mkdir()
    (data / "rader.csv").write_text(f"{';'.join(HEADERS)}\nF01;P001;barn;t0;2024-01-15;99;;;\n", "utf-8")
    assert check(data, folder, "--mark").exit_code == DataError.exit_code
    assert [file.name for file in data.iterdir()] == ["rader.csv"]
    sheet = openpyxl.load_workbook(tmp_path / "data_markerad.xlsx")["rader"]
    assert sheet["F2"].value == 99
    assert "F2" in notes(sheet)


def test_a_name_that_points_out_somebody_is_not_repeated(declaration: Declaration, tmp_path: Path) -> None:
    assert marked_path(tmp_path / f"svar {PERSON}.xlsx", declaration.codebook).name == "prov_markerad.xlsx"
    assert marked_path(tmp_path / "svar_2024.xlsx", declaration.codebook).name == "svar_2024_markerad.xlsx"


@pytest.mark.parametrize("content", ["", "vad;som\n1;2\n"])
def test_where_no_table_is_nothing_is_written(content: str, folder: Path, tmp_path: Path) -> None:
    path = tmp_path / "fil.csv"
    path.write_text(content, "utf-8")
    assert "Ingen märkt kopia skrevs: i filen hittades ingen tabell" in check(path, folder, "--mark").stderr
    assert list(tmp_path.iterdir()) == [path]


def test_a_folder_that_cannot_be_written_to_is_said(
    ten_faults: Path, declaration: Declaration, tmp_path: Path
) -> None:
    with pytest.raises(WritingError, match=r"ifylld_markerad\.xlsx kan inte skrivas: mappen finns inte\."):
        mark(survey(ten_faults, declaration), tmp_path / "borta" / "ifylld.xlsx", declaration.codebook)


def test_many_faults_all_get_their_colour(
    declaration: Declaration, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("fou_eval.entry.marked_sheet.MOST_NOTES", 3)
    book = _written(declaration, tmp_path, lambda sheet: _put(sheet, {f"F{row}": 11 for row in range(2, 12)}))
    sheet = book["rader"]
    assert list(notes(sheet)) == ["F2", "F3", "F4"]
    assert all(sheet[f"F{row}"].fill.fgColor.rgb[2:] == "F7CDA3" for row in range(2, 12))
    assert any("bara de första" in str(cell.value) for cell in book["Fel"]["A"])


STOPPED = (
    "26_hidden_key_sheet_comment_author.xlsx",
    "42_formula_injection.xlsx",
    "43_pnr_as_id.xlsx",
    "44_initials_as_id.xlsx",
    "78_exact_age_and_place.csv",
    "80_freetext_identifiers.csv",
)


@pytest.mark.skipif(not CORPUS.is_dir(), reason="the corpus of faulty files is not beside the repository")
@pytest.mark.parametrize("name", STOPPED)
def test_no_copy_of_a_stopped_file_repeats_what_stopped_it(name: str) -> None:
    declaration = read_declaration(CORPUS.parent / "studies" / "uppfoljning")
    cases = json.loads((CORPUS / "expected.json").read_text("utf-8"))["cases"]
    case = next(case for case in cases if case["file"] == name)
    content = marked_bytes(survey(CORPUS / name, declaration), CORPUS / name, declaration.codebook)
    assert len(case["must_not_quote"]) > 0
    assert [word for word in case["must_not_quote"] if _holds(content, word)] == []


def _put(sheet: Any, values: dict[str, object]) -> None:
    for cell, value in values.items():
        sheet[cell].value = value


def _written(declaration: Declaration, folder: Path, spoil: Callable[[Any], None]) -> Any:
    """Hand in a workbook with something wrong, and open its marked copy."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "rader"
    for line in [HEADERS, *rows()]:
        sheet.append(line)
    spoil(sheet)
    path = folder / "fil.xlsx"
    book.save(path)
    mark(survey(path, declaration), path, declaration.codebook)
    return openpyxl.load_workbook(folder / "fil_markerad.xlsx")


def _holds(content: bytes, word: str) -> list[str]:
    """Name the parts of a package that hold a text."""
    with zipfile.ZipFile(BytesIO(content)) as package:
        return [name for name in package.namelist() if word in package.read(name).decode("utf-8", "replace")]
