"""Traps found by trying: what once became missing, smaller or rounded without a word; and the sweep of every rule."""

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime, time
from itertools import product
from pathlib import Path

import numpy as np
import pytest
from handmade_release import stand_in
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.cell_range import CellRange
from openpyxl.worksheet.worksheet import Worksheet
from small_study import declare

import fou_eval as fou
from fou_eval.bundled import bundled_study
from fou_eval.declaration import read_declaration
from fou_eval.declaration.reading import Declaration
from fou_eval.errors import DataError
from fou_eval.figures import Picture
from fou_eval.intake.answer import check_json
from fou_eval.intake.door import Intake, read_data
from fou_eval.intake.issue import Issue
from fou_eval.intake.spelling import tidy
from fou_eval.intake.survey import survey

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


def test_a_table_that_is_not_there_is_named_and_its_domains_are_not_measured(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    blank = stand_in("figure", "sv").svg()
    monkeypatch.setattr(Picture, "svg", lambda _: blank)  # the figures are made, and not written
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


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Declaration:
    """A study with every type of column, a missing code in each of them, and rules of every kind."""
    return declare(tmp_path_factory.mktemp("liten") / "prov", SMALL_ROWS, SMALL_LIST, primary="betyg")


SMALL_ROWS = """
table: rader
label: {sv: Rader, en: Rows}
row: {sv: en rad, en: a row}
key: [person, vag]
columns:
  person: {label: {sv: Person, en: Person}, type: text, required: true, pattern: 'P\\d{3}', role: person_id}
  vag: {label: {sv: Våg, en: Wave}, type: code, codes: waves, required: true, role: wave}
  familj:
    label: {sv: Familj, en: Family}
    type: text
    pattern: 'F\\d{2}'
    role: family_id
    missing_codes: {saknas: {sv: Saknas, en: Missing}}
  dag: {label: {sv: Dag, en: Day}, type: date, role: date, missing_codes: {"9999-12-31": {sv: Okänd, en: Unknown}}}
  slut: {label: {sv: Slut, en: End}, type: date, max: 2027-12-31, role: date}
  betyg:
    label: {sv: Betyg, en: Mark}
    type: integer
    codes: {1: {sv: Dåligt, en: Bad}, 5: {sv: Varken eller, en: Neither}, 9: {sv: Bra, en: Good}}
    role: outcome
    domain: home
    kind: scale
    better: higher
    missing_codes: {99: {sv: Ej svarat, en: No answer}}
  pengar: {label: {sv: Pengar, en: Money}, type: number, min: -100, max: 5000}
  alder: {label: {sv: Ålder, en: Age}, type: integer, min: 0, max: 120}
  roll: {label: {sv: Roll, en: Role}, type: code, codes: {barn: {sv: Barn, en: Child}, vuxen: {sv: Vuxen, en: Adult}}}
  klass: {label: {sv: Klass, en: Class}, type: integer, min: 0, max: 9, only_when: {roll: [barn]}}
  klar: {label: {sv: Klar, en: Done}, type: boolean, missing_codes: {8: {sv: Vill ej, en: Won't}}}
  manad: {label: {sv: Månad, en: Month}, type: month}
  veckor: {label: {sv: Veckor, en: Weeks}, type: integer, role: exposure}
  raknat:
    label: {sv: Antal, en: Number}
    type: integer
    role: outcome
    domain: home
    kind: count
    better: lower
    exposure: veckor
  ord: {label: {sv: Fritext, en: Free text}, type: text, role: free_text}
rules:
  - {id: R1, rule: not_before, columns: [slut, dag], message: {sv: A, en: A}}
  - {id: R2, rule: constant_within, columns: [familj], within: person, message: {sv: B, en: B}}
  - {id: R3, rule: increasing_within, columns: [dag], within: person, order_by: vag, message: {sv: C, en: C}}
  - {id: R4, rule: no_overlap_within, columns: [dag, slut], within: person, message: {sv: D, en: D}}
  - {id: R5, rule: exists_in, columns: [person], table: lista, message: {sv: E, en: E}}
  - {id: R6, rule: sum_at_most, columns: [alder], within: familj, limit: 130, message: {sv: F, en: F}}
  - {id: R7, rule: at_most, columns: [pengar], limit: 4000, message: {sv: G, en: G}}
  - {id: R8, rule: difference_between, columns: [alder, klass], min: 6, max: 9, message: {sv: H, en: H}}
  - id: R9
    rule: exceeds_within
    columns: [alder]
    within: familj
    when: {roll: [vuxen]}
    than: {roll: [barn]}
    min: 12
    message: {sv: I, en: I}
"""
SMALL_LIST = """
table: lista
label: {sv: Lista, en: List}
row: {sv: en person, en: a person}
key: [person]
columns:
  person: {label: {sv: Person, en: Person}, type: text, required: true, pattern: 'P\\d{3}', role: person_id}
  start: {label: {sv: Start, en: Start}, type: date}
"""
"""A file that breaks each rule: what it changes in good cells of row 2 and row 3, or what it does to the sheet."""
GOOD: dict[str, object] = {
    "person": "P001", "vag": "t0", "familj": "F01", "dag": datetime(2024, 1, 15),  # noqa: DTZ001
    "slut": datetime(2024, 2, 15), "betyg": 5,  # noqa: DTZ001
    "pengar": 1.5, "alder": 12, "roll": "barn", "klass": 5, "klar": "ja", "manad": "2024-01", "veckor": 4,
    "raknat": 2, "ord": "hej",
}  # fmt: skip
LATER = {**GOOD, "vag": "t1", "dag": datetime(2024, 7, 15), "slut": datetime(2024, 8, 15)}  # noqa: DTZ001
BEFORE = datetime(2023, 1, 1)  # noqa: DTZ001
CELLS: dict[str, dict[str, object]] = {
    "missing_required": {"vag": None},
    "not_a_number": {"alder": "tolv"},
    "not_an_integer": {"alder": 12.5},
    "not_a_date": {"slut": 45306},
    "ambiguous_date": {"slut": "01/02/2024"},
    "auto_date": {"betyg": BEFORE},
    "implausible_date": {"dag": datetime(1900, 1, 1)},  # noqa: DTZ001
    "out_of_range": {"pengar": -200},
    "unknown_code": {"betyg": "5 - Bra"},
    "unknown_missing_code": {"alder": 999},
    "bad_pattern": {"familj": "F1"},
    "only_when": {"roll": "vuxen", "alder": 40},
    "excel_error_value": {"alder": "#DIV/0!"},
    "formula_without_value": {"alder": "=1+1"},
    "invalid_characters": {"klar": "j\u0081a"},
    "duplicate_key": {"vag": "t1"},
    "not_before": {"slut": BEFORE},
    "constant_within": {"familj": "F02"},
    "increasing_within": {"dag": datetime(2025, 1, 1), "slut": None},  # noqa: DTZ001
    "overlapping_spells": {"slut": datetime(2025, 1, 1)},  # noqa: DTZ001
    "exists_in": {"person": "P777"},
    "sum_at_most": {"alder": 119, "roll": "vuxen", "klass": None},
    "at_most": {"pengar": 4500},
    "difference_between": {"klass": 1},
    "exceeds_within": {"roll": "vuxen", "klass": None, "alder": 20},
    "summary_row": {**dict.fromkeys(GOOD), "person": "Summa", "alder": 24},
    "repeated_header": {name: name for name in GOOD},
    "shifted_row": dict(zip(GOOD, [None, *GOOD.values()], strict=False)),
}
SHEETS: dict[str, Callable[[Worksheet], object]] = {
    "unknown_column": lambda sheet: sheet.cell(1, 16, "okand") and sheet.cell(2, 16, 1),
    "duplicate_column": lambda sheet: sheet.cell(1, 16, "alder") and sheet.cell(2, 16, 1),
    "missing_column": lambda sheet: sheet.delete_cols(2),
    "value_without_header": lambda sheet: sheet.cell(2, 18, 1),
    "merged_cells": lambda sheet: sheet.merge_cells("C2:C3"),
    "no_data_rows": lambda sheet: sheet.delete_rows(2, 2),
    "no_header_row": lambda sheet: [sheet.delete_rows(1), sheet.parent.remove(sheet.parent["lista"])],
    "second_table": lambda sheet: sheet.parent.copy_worksheet(sheet),
    "mixed_decimal_marks": lambda sheet: [
        setattr(sheet.cell(row, 7), "value", text) for row, text in ((2, "1,5"), (3, "1.5"))
    ],
}
LEFT_OUT = {
    "label_contradiction",
    "wide_format",
    "foreign_export",
    "ragged_row",
    "hidden_content",
    "spell_reversed",
}
"""Faults of other kinds of files; they are tried with the readers, and spells with the tables that record them."""


def small_file(
    folder: Path, first: Mapping[str, object], change: Callable[[Worksheet], object] | None = None
) -> Path:
    book = Workbook()
    sheet = book.active
    sheet.title = "rader"
    for line in (list(GOOD), list({**GOOD, **first}.values()), list(LATER.values())):
        sheet.append(line)
    known = book.create_sheet("lista")
    for line in (["person", "start"], ["P001", None]):
        known.append(line)
    if change is not None:
        change(sheet)
    path = folder / "fil.xlsx"
    book.save(path)
    return path


def reaching(path: Path, declaration: Declaration) -> list[str]:
    """Name the places of errors at which something reaches analysis nevertheless."""
    found = survey(path, declaration)
    frames = read_data(path, declaration).tables
    places = []
    for issue in (issue for issue in found.issues if issue.severity == "error"):
        for name, grid in found.grids.items():
            if issue.table not in (None, name) or issue.sheet not in (None, grid.located.sheet.shown):
                continue
            frame = frames[name]
            box = CellRange(issue.cell) if issue.cell else None
            rows = range(box.min_row, box.max_row + 1) if box else [issue.row] if issue.row else []
            inside = [i for i, row in enumerate(grid.rows) if row in rows]
            if not rows or max(rows) <= grid.located.header_row:
                inside = list(range(len(grid.rows)))
            names = [
                column
                for column in frame
                if issue.column in (None, column)
                and (
                    issue.column
                    or box is None
                    or box.min_col <= grid.located.columns.get(column, 0) <= box.max_col
                )
            ]
            if frame.iloc[inside][names].notna().any(axis=None):
                places.append(f"{issue.rule} {issue.cell} {issue.row} {issue.column}")
    return places


@pytest.mark.parametrize("rule", [*CELLS, *SHEETS])
def test_what_is_called_an_error_never_reaches_analysis(
    rule: str, tmp_path: Path, small: Declaration
) -> None:
    path = small_file(tmp_path, CELLS.get(rule, {}), SHEETS.get(rule))
    errors = [issue for issue in survey(path, small).issues if issue.severity in ("error", "stop")]
    assert rule in {issue.rule for issue in errors}
    assert reaching(path, small) == []


def test_the_good_file_has_no_error_and_all_of_it_arrives(tmp_path: Path, small: Declaration) -> None:
    path = small_file(tmp_path, {})
    intake = read_data(path, small)
    assert [issue for issue in intake.issues if issue.severity in ("error", "stop")] == []
    frame = intake.tables["rader"]
    assert int(frame.notna().sum().sum()) == 28
    assert frame["betyg"].tolist() == [5.0, 5.0]


def test_every_rule_that_can_be_an_error_is_tried() -> None:
    """Rules are found in the source: `add("error", "rule", ...)` and `Fault("rule", ...)`."""
    tried = {*CELLS, *SHEETS, *LEFT_OUT}
    source = Path(fou.__file__).parent / "intake"
    found = set()
    for part in ("cells", "rows", "sheets"):
        for path in (source / part).glob("*.py"):
            text = path.read_text("utf-8")
            found |= set(re.findall(r'(?:"error",\s*|Fault\(\s*)"([a-z_]+)"', text))
    assert found - tried == set()


ANYTHING = st.one_of(
    st.none(),
    st.sampled_from(
        [
            *(
                "",
                " ",
                "\u200b",
                ".",
                "-",
                "999",
                "99",
                99,
                "saknas",
                "9999-12-31",
                8,
                "8",
                "#N/A",
                "=1/0",
                "=A1",
            ),
            *(
                True,
                False,
                5,
                "5 - Varken eller",
                "5 - Bra",
                "5 (Varken eller)",
                12.5,
                "12,5",
                "12.5",
                "ja",
                "NA",
            ),
            *(
                BEFORE,
                "2024-02-30",
                "2024-01-15",
                "2024-01-15 00:00:00",
                "t0",
                "T1",
                "P001",
                "p001",
                "F01",
                "barn",
            ),
            *(time(8, 30), 45306, 1e300, "１２", "\u0663", "1 234", "nan", "NULL"),
        ]
    ),
    st.integers(-5, 15),
    st.text(alphabet="aåP0159 .,-\u00a0", max_size=4),
)


def test_nothing_is_missing_that_was_neither_empty_nor_declared_nor_told(
    tmp_path: Path, small: Declaration
) -> None:
    """Every filled cell of a random workbook is a value, a declared missing code, or has an error at its address."""
    compared: list[int] = []

    @settings(max_examples=15, deadline=None, derandomize=True, database=None)
    @given(
        rows=st.lists(
            st.dictionaries(st.sampled_from([name for name in GOOD if name != "ord"]), ANYTHING, max_size=6),
            min_size=1,
            max_size=4,
        )
    )
    def check(rows: list[dict[str, object]]) -> None:
        book = Workbook()
        sheet = book.active
        sheet.title = "rader"
        for line in [list(GOOD), *(list({**GOOD, **row}.values()) for row in rows)]:
            sheet.append(line)
        path = tmp_path / "fil.xlsx"
        book.save(path)
        intake = read_data(path, small)
        if not intake.tables:
            assert "stop" in {issue.severity for issue in intake.issues}
            return
        held = arrived(intake, survey(path, small).grids["rader"].rows)
        told = covered(intake.issues)
        for row, line in enumerate(load_workbook(path)["rader"].iter_rows(min_row=2), start=2):
            for cell in line:
                column = list(GOOD)[cell.column - 1]
                filled = cell.value is not None and (
                    not isinstance(cell.value, str) or tidy(cell.value) != ""
                )
                if column == "ord":
                    continue
                is_there = (row, column) in held
                is_told = bool({(row, cell.column_letter), (row, ""), (0, cell.column_letter)} & told)
                assert is_there or is_told or not filled, (row, column, cell.value)
                assert filled or not is_there, (row, column, cell.value)
                assert not (is_there and is_told), (row, column, cell.value)
                compared.append(is_told)

    check()
    assert len(compared) > 300
    assert 0 < sum(compared) < len(compared)


def arrived(intake: Intake, rows: Sequence[int]) -> set[tuple[int, str]]:
    """The cells with a value in the frame, or with a declared reason for having none."""
    frame, reasons = intake.tables["rader"], intake.reasons["rader"]
    places = [(index, name) for name in frame for index in np.flatnonzero(frame[name].notna())]
    places += list(zip(reasons["row"], reasons["column"], strict=True))
    return {(rows[index], name) for index, name in places}


def covered(issues: Sequence[Issue]) -> set[tuple[int, str]]:
    """The cells, rows (column "") and columns (row 0) that an error points at."""
    found = set()
    for issue in (issue for issue in issues if issue.severity == "error" and issue.table in (None, "rader")):
        if issue.cell:
            box = CellRange(issue.cell)
            found |= {
                (row, get_column_letter(column))
                for row, column in product(
                    range(box.min_row, box.max_row + 1), range(box.min_col, box.max_col + 1)
                )
            }
        elif issue.row:
            found.add((issue.row, ""))
    return found
