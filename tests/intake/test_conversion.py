"""Files of another shape: one column or sheet per wave, raw exports; what is shown, and what is written."""

import zipfile
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import openpyxl
import pandas as pd
import pyreadstat
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fou_eval.bundled import bundled_study
from fou_eval.commands.convert import run
from fou_eval.declaration.reading import Declaration, read_declaration
from fou_eval.errors import DataError, WritingError
from fou_eval.intake.answer import check_json
from fou_eval.intake.conversion.convert import Conversion, convert
from fou_eval.intake.conversion.waves import WaveWords
from fou_eval.intake.conversion.write import workbook_of
from fou_eval.intake.door import read_data

Cells = Sequence[Sequence[object]]
WRITTEN = "familj;person;roll"


@pytest.fixture
def words(declaration: Declaration) -> WaveWords:
    return WaveWords(declaration.codebook.waves)


def csv(folder: Path, text: str, name: str = "fil.csv") -> Path:
    path = folder / name
    path.write_text(text, "utf-8")
    return path


def book(folder: Path, sheets: dict[str, Cells], merged: Sequence[str] = (), name: str = "fil.xlsx") -> Path:
    made = openpyxl.Workbook()
    made.remove(made.active)
    for title, rows in sheets.items():
        sheet = made.create_sheet(title)
        for row in rows:
            sheet.append(list(row))
        for box in merged:
            sheet.merge_cells(box)
    path = folder / name
    made.save(path)
    return path


def rows_of(conversion: Conversion, table: str = "rader") -> list[tuple]:
    """Give headers and rows as plain values."""
    made = conversion.tables[table]
    lines = [tuple(row[name].value if name in row else None for name in made.columns) for row in made.rows]
    return [made.columns, *lines]


def fate_of(conversion: Conversion) -> dict[str, str]:
    return {column.letter: column.fate for column in conversion.columns}


def read_back(conversion: Conversion, folder: Path, name: str = "ut.xlsx") -> Path:
    path = folder / name
    path.write_bytes(workbook_of(conversion))
    return path


# Waves in words


@pytest.mark.parametrize(
    ("text", "wave"),
    [
        ("T0", "t0"), ("före", "t0"), ("Start", "t0"), ("baseline", "t0"), ("t1", "t1"), ("Efter", "t1"),
        ("After", "t1"), ("6 mån", "t1"), ("efter 6 månader", "t1"), ("uppf 6 mån", "t1"), ("post", "t1"),
        ("mätning 3", None), ("t2", None), ("12 mån", None), ("1", None), ("", None),
    ],
)  # fmt: skip
def test_a_wave_is_known_by_code_label_spelling_and_months(
    words: WaveWords, text: str, wave: str | None
) -> None:
    assert words.code(text) == wave


@pytest.mark.parametrize(
    ("event", "wave"),
    [
        ("t0_arm_1", "t0"), ("foere_arm_1", "t0"), ("fre_arm_1", "t0"), ("baseline_arm_2", "t0"),
        ("6_months_arm_1", "t1"), ("6_mnader_arm_1", "t1"), ("Efter (Arm 1: Familjer)", "t1"), ("efter_arm_1b", "t1"),
        ("uppf_arm_1", None), ("screening_arm_1", None), ("12_months_arm_1", None),
    ],
)  # fmt: skip
def test_an_event_of_redcap_is_known_although_its_letters_are_lost(
    words: WaveWords, event: str, wave: str | None
) -> None:
    assert words.event(event) == wave


def test_a_spelling_that_two_waves_share_belongs_to_neither(declaration: Declaration) -> None:
    first, second = declaration.codebook.waves.values()
    both = {
        "a": first.model_copy(update={"accept": ("x",)}),
        "b": second.model_copy(update={"accept": ("x",)}),
    }
    assert WaveWords(both).code("x") is None


# One column per wave


@pytest.mark.parametrize(
    "headers",
    [
        "maende_T0;maende_T1", "T0_maende;T1_maende", "Mående (Före);Mående (Efter)",
        "well-being.before;well-being.after",
        "maende T0;maende efter 6 månader", "MAENDET0;MAENDET1", "Mående – start;Mående – 6 mån",
        "1. maende_t0;2. maende_t1",
    ],
)  # fmt: skip
def test_a_column_beside_a_wave_in_any_spelling(
    tmp_path: Path, declaration: Declaration, headers: str
) -> None:
    path = csv(tmp_path, f"{WRITTEN};{headers}\nF01;P001;barn;5;6\nF02;P002;mamma;;99\n")
    found = convert(path, declaration)
    assert found.shape == "wide"
    assert rows_of(found) == [
        ("familj", "person", "roll", "vag", "maende"),
        ("F01", "P001", "barn", "t0", "5"),
        ("F01", "P001", "barn", "t1", "6"),
        ("F02", "P002", "mamma", "t1", "99"),
    ]
    wide = [
        issue["cell"] for issue in check_json(path, declaration)["issues"] if issue["rule"] == "wide_format"
    ]
    assert wide == ["D1:E1"]


def test_columns_that_cannot_be_mapped_are_named_with_the_reason(
    tmp_path: Path, declaration: Declaration
) -> None:
    headers = f"{WRITTEN};maende_t0;maende_mätning 3;text_t0;maende;timmar;ny;barn1_tak;barn2_tak;Anna Berg;t1 maende"
    path = csv(tmp_path, f"{headers}\nF01;P001;barn;5;6;hej;7;40;x;1;2;y;8\n")
    found = convert(path, declaration)
    assert fate_of(found) == {
        "A": "repeated", "B": "repeated", "C": "repeated", "D": "at_wave", "E": "unknown_wave", "F": "free_text",
        "G": "no_wave", "H": "repeated", "I": "unknown", "J": "persons", "K": "persons", "L": "unknown", "M": "at_wave",
    }  # fmt: skip
    assert [column.said for column in found.columns if column.fate == "unknown_wave"] == ["mätning 3"]
    assert next(column.header for column in found.columns if column.letter == "L") is None
    assert rows_of(found)[1:] == [
        ("F01", "P001", "barn", "t0", "5", "40"),
        ("F01", "P001", "barn", "t1", "8", "40"),
    ]


def test_a_row_without_any_wave_gives_no_row_and_is_counted(tmp_path: Path, declaration: Declaration) -> None:
    path = csv(tmp_path, f"{WRITTEN};maende_t0;maende_t1\nF01;P001;barn;5;\nF02;P002;barn;;\nSumma;;;5;\n")
    found = convert(path, declaration)
    assert (found.rows, found.empty, len(rows_of(found))) == (2, 1, 2)
    assert [(issue.rule, issue.row) for issue in found.notes] == [("summary_row", 4)]


@pytest.mark.parametrize("merged", [(), ("D2:E2", "F2:G2", "A2:A3", "B2:B3", "C2:C3")])
def test_waves_in_a_row_above_the_columns(
    tmp_path: Path, declaration: Declaration, merged: Sequence[str]
) -> None:
    rows = [
        ["Uppföljning"],
        ["Familj", "Person", "Roll", "Före", None, "Efter", None],
        [None, None, None, "Mående", "Timmar", "Mående", "Timmar"],
        ["F01", "P001", "barn", 5, 10, 6, 12.5],
    ]
    path = book(tmp_path, {"Blad1": rows}, merged)
    assert rows_of(convert(path, declaration))[1:] == [
        ("F01", "P001", "barn", "t0", 5, 10),
        ("F01", "P001", "barn", "t1", 6, 12.5),
    ]
    issues = check_json(path, declaration)["issues"]
    assert [issue["cell"] for issue in issues if issue["rule"] == "wide_format"] == ["D3:G3"]
    assert "duplicate_column" not in {issue["rule"] for issue in issues}


def test_columns_in_a_row_above_the_waves(tmp_path: Path, declaration: Declaration) -> None:
    rows = [
        ["familj", "person", "Mående", None, "Timmar", None],
        [None, None, "Före", "6 mån", "Före", "6 mån"],
        ["F01", "P001", 5, 6, None, 12],
    ]
    found = convert(book(tmp_path, {"Blad1": rows}, ["C1:D1", "E1:F1"]), declaration)
    assert rows_of(found)[1:] == [("F01", "P001", "t0", 5, None), ("F01", "P001", "t1", 6, 12)]


@pytest.mark.parametrize(
    "headings", [["Bakgrund", None, None, "Mätning", "Skattning"], ["Uppföljning", None, None, None, None]]
)
def test_headings_of_groups_above_ordinary_headers_do_not_count(
    tmp_path: Path, declaration: Declaration, headings: list
) -> None:
    rows = [headings, ["familj", "person", "roll", "vag", "maende"], ["F01", "P001", "barn", "t0", 5]]
    path = book(tmp_path, {"Blad1": rows}, ["A1:C1"])
    answer = check_json(path, declaration)
    assert (answer["table"], answer["rows"]) == ("rader", 1)
    assert {issue["rule"] for issue in answer["issues"] if issue["severity"] == "error"} == set()
    assert convert(path, declaration).shape == "declared"


def test_labels_below_names_are_headers_and_no_data(tmp_path: Path, declaration: Declaration) -> None:
    path = csv(tmp_path, "familj;person;vag;maende\nFamilj;Person;Våg;Well-being\nF01;P001;t0;5\n")
    answer = check_json(path, declaration)
    assert answer["rows"] == 1
    assert "error" not in {issue["severity"] for issue in answer["issues"]}


def test_a_header_that_is_a_formula_without_value_is_passed_over(
    tmp_path: Path, declaration: Declaration
) -> None:
    head = ["familj", "person", "vag", "maende", '="a"&"b"']
    path = book(tmp_path, {"rader": [head, ["F01", "P001", "t0", 5, 7]]})
    assert convert(path, declaration).shape == "declared"


def test_one_sheet_per_wave(tmp_path: Path, declaration: Declaration) -> None:
    head = ["familj", "person", "maende"]
    path = book(tmp_path, {"Före": [head, ["F01", "P001", 5]], "6 mån": [head, ["F01", "P001", 6]]})
    found = convert(path, declaration)
    assert found.shape == "sheets"
    assert rows_of(found)[1:] == [("F01", "P001", "t0", 5), ("F01", "P001", "t1", 6)]
    issues = check_json(path, declaration)["issues"]
    assert [issue["sheet"] for issue in issues if issue["rule"] == "second_table"] == ["6 mån"]


def test_one_file_per_wave(tmp_path: Path, declaration: Declaration) -> None:
    csv(tmp_path, "familj;person;maende\nF01;P001;5\n", "rader_T0.csv")
    csv(tmp_path, "familj;person;maende\nF01;P001;6\n", "rader_t1.csv")
    assert rows_of(convert(tmp_path, declaration))[1:] == [
        ("F01", "P001", "t0", "5"),
        ("F01", "P001", "t1", "6"),
    ]


def test_several_persons_on_a_row_are_recognised_and_not_converted(
    tmp_path: Path, declaration: Declaration
) -> None:
    path = csv(tmp_path, "familj;person;barn1_maende;barn2_maende\nF01;P001;5;6\n")
    found = convert(path, declaration)
    assert (found.shape, found.may_be_written) == ("persons", False)
    issue = next(issue for issue in check_json(path, declaration)["issues"] if issue["rule"] == "wide_format")
    assert (issue["severity"], issue["cell"]) == ("error", "C1:D1")
    assert "rad per person" in issue["message"]


# Nothing is lost or hidden on the way


def test_cells_are_carried_over_as_they_stand(tmp_path: Path, declaration: Declaration) -> None:
    rows = [["familj", "person", "maende_t0", "maende_t1", "timmar_t0", "klar_t0", "manad_t0"]]
    rows += [["F01", "P001", "7 av 10", "#N/A", 0.125, True, "2024-03"]]
    path = book(tmp_path, {"Blad1": rows})
    made = openpyxl.load_workbook(path)
    made.active["E2"].number_format = "0.0%"
    made.save(path)
    out = read_back(convert(path, declaration), tmp_path)
    wrong = {
        (i["rule"], i["cell"]) for i in check_json(out, declaration)["issues"] if i["severity"] == "error"
    }
    assert wrong == {("not_a_number", "D2"), ("excel_error_value", "D3"), ("not_a_number", "E2")}


def test_text_stays_text_and_never_runs(tmp_path: Path, declaration: Declaration) -> None:
    path = csv(tmp_path, "familj;person;maende_t0;maende_t1\n007;=1+1;05;-9\n@x;+46;6;\n")
    out = openpyxl.load_workbook(read_back(convert(path, declaration), tmp_path))["rader"]
    assert [[cell.value for cell in row] for row in out.iter_rows(min_row=2)] == [
        ["007", "=1+1", "t0", "05"],
        ["007", "=1+1", "t1", -9],
        ["@x", "+46", "t0", 6],
    ]
    assert {cell.data_type for row in out.iter_rows() for cell in row} == {"s", "n"}


@pytest.mark.parametrize(
    ("lines", "rule", "cell"),
    [
        ("familj;person;maende_t0;maende_t1;\nF01;P001;5;6;7\n", "value_without_header", "E2"),
        ("familj;person;maende_t0;maende_t1\nF01;P001;5;6;7\n", "ragged_row", None),
        ("familj;person;maende_t0;Mående T0\nF01;P001;5;6\n", "duplicate_column", "D1"),
    ],
)
def test_what_a_new_file_would_hide_has_to_be_corrected_first(
    tmp_path: Path, declaration: Declaration, lines: str, rule: str, cell: str | None
) -> None:
    found = convert(csv(tmp_path, lines), declaration)
    assert (rule, cell) in {(issue.rule, issue.cell) for issue in found.obstacles}
    assert not found.may_be_written


def test_merged_cells_and_formulas_without_value_have_to_be_corrected_first(
    tmp_path: Path, declaration: Declaration
) -> None:
    rows = [["familj", "person", "maende_t0", "maende_t1"], ["F01", "P001", "=1+1", 6], [None, "P002", 5, 6]]
    found = convert(book(tmp_path, {"Blad1": rows}, ["A2:A3"]), declaration)
    assert {(issue.rule, issue.cell) for issue in found.obstacles} == {
        ("merged_cells", "A2:A3"),
        ("formula_without_value", "C2"),
    }


def test_what_the_new_file_will_not_show_is_said(tmp_path: Path, declaration: Declaration) -> None:
    path = book(tmp_path, {"Blad1": [["familj", "person", "maende_t0", "maende_t1"], ["F01", "P001", 5, 6]]})
    made = openpyxl.load_workbook(path)
    made.active.column_dimensions["D"].hidden = True
    made.save(path)
    found = convert(path, declaration)
    assert found.may_be_written
    assert [(issue.rule, issue.column) for issue in found.notes] == [("hidden_content", "maende_t1")]


# REDCap

REDCAP = """\
record_id,redcap_event_name,redcap_repeat_instrument,redcap_repeat_instance,redcap_survey_identifier,familj,roll,klar,\
dag,maende,rader_complete,fran,till,prov_timestamp,kost___1,kost____9
P001,fre_arm_1,,,,F01,barn,1,2024-01-15,5,2,,,2024-01-15 10:00,1,0
P001,fre_arm_1,personer,1,,,,,,,,2023-01-01,2023-05-01,,,
P001,fre_arm_1,personer,2,,,,,,,,2023-06-01,,,,
P001,6_mnader_arm_1,,,,,,,2024-07-15,99,2,,,,0,0
P002,fre_arm_1,,,,F02,vuxen,0,2024-01-20,6,2,,,,0,1
P002,uppf_arm_1,,,,,,,2024-09-20,7,2,,,,,
P003,screening_arm_1,,,,,,,,,0,,,,,
"""


def test_redcap_is_split_into_the_declared_tables(tmp_path: Path, declaration: Declaration) -> None:
    found = convert(csv(tmp_path, REDCAP), declaration)
    assert (found.shape, found.tool) == ("export", "REDCap")
    assert rows_of(found) == [
        ("familj", "person", "roll", "vag", "dag", "maende", "klar"),
        ("F01", "P001", "barn", "t0", "2024-01-15", "5", "1"),
        ("F01", "P001", None, "t1", "2024-07-15", "99", None),
        ("F02", "P002", "vuxen", "t0", "2024-01-20", "6", "0"),
    ]
    assert rows_of(found, "personer") == [
        ("person", "fran", "till"),
        ("P001", "2023-01-01", "2023-05-01"),
        ("P001", "2023-06-01", None),
    ]
    assert [(event.name, event.wave, event.rows) for event in found.events] == [
        ("fre_arm_1", "t0", 4),
        ("6_mnader_arm_1", "t1", 1),
        ("uppf_arm_1", None, 1),
        ("screening_arm_1", None, 1),
    ]
    assert (found.rows, found.without_wave, found.empty) == (7, 1, 1)
    kinds = {column.letter: column.technical for column in found.columns if column.fate == "technical"}
    assert kinds == {"C": "event", "D": "event", "E": "contact", "K": "form", "N": "time"}
    assert {letter: fate_of(found)[letter] for letter in "OP"} == {"O": "box", "P": "box"}


def test_boxes_of_redcap_become_columns_and_a_missing_box_its_code(
    tmp_path: Path, declaration: Declaration
) -> None:
    text = "record_id,redcap_event_name,klar___1,klar____9,maende\nP001,t0_arm_1,0,1,5\nP002,t0_arm_1,1,0,6\n"
    table = declaration.codebook.tables["rader"]
    columns = {**table.columns, "klar": table.columns["klar"].model_copy(update={"aliases": ("klar_1",)})}
    tables = {**declaration.codebook.tables, "rader": table.model_copy(update={"columns": columns})}
    boxed = _with_tables(declaration, tables)
    found = convert(csv(tmp_path, text), boxed)
    assert fate_of(found) == {"A": "repeated", "B": "event", "C": "kept", "D": "box_for_missing", "E": "kept"}
    assert rows_of(found)[1:] == [("P001", "t0", "5", "-9"), ("P002", "t0", "6", "1")]


def _with_tables(declaration: Declaration, tables: dict) -> Declaration:
    return replace(declaration, codebook=replace(declaration.codebook, tables=tables))


# Other exports

IMPORT_IDS = ",".join('"{""ImportId"":""%s""}"' % name for name in "abcdefg")  # noqa: UP031


@pytest.mark.parametrize(
    ("tool", "lines"),
    [
        (
            "Qualtrics",
            (
                "StartDate,RecordedDate,ResponseId,familj,person,vag,Q1\n"
                f"Start Date,Recorded Date,Response ID,familj,person,vag,Mående\n{IMPORT_IDS}\n"
                "2024-01-15 10:00:00,2024-01-15 10:05:00,R_1a,F01,P001,t0,5\n"
                "2024-01-16 10:00:00,2024-01-16 10:05:00,R_1b,F02,P002,t0,6\n"
            ),
        ),
        (
            "SurveyMonkey",
            (
                "Respondent ID,Collector ID,Start Date,Familj,Person,Våg,Hur är det?\n"
                ",,,Open-Ended Response,Open-Ended Response,Response,Mående\n"
                "11,9,2024-01-15,F01,P001,t0,5\n12,9,2024-01-16,F02,P002,t0,6\n"
            ),
        ),
        (
            "Webropol",
            (
                "RespondentID;Insamlare;Svarsdatum;1. Familj;2. Person;3. Våg;4. Hur är det?;\n;;;;;;Mående;\n"
                "1;Länk;2024-01-15;F01;P001;t0;5;\n2;Länk;2024-01-16;F02;P002;t0;6;\n"
            ),
        ),
        (
            "Google Forms",
            (
                "Tidstämpel,1. Familj:,2. Person:,3. Våg,4. Skattning [Mående]\n"
                "2024/01/15 10:00,F01,P001,t0,5\n2024/01/16 10:00,F02,P002,t0,6\n"
            ),
        ),
        (
            "Microsoft Forms",
            (
                "ID;Starttid;Slutförandetid;Familj;Person;Våg;Mående\n"
                "1;2024-01-15 10:00;2024-01-15 10:05;F01;P001;t0;5\n2;2024-01-16 10:00;2024-01-16 10:05;F02;P002;t0;6\n"
            ),
        ),
    ],
)
def test_survey_exports_are_mapped_by_their_questions(
    tmp_path: Path, declaration: Declaration, tool: str, lines: str
) -> None:
    path = csv(tmp_path, lines)
    found = convert(path, declaration)
    assert (found.shape, found.tool, found.obstacles) == ("export", tool, ())
    assert rows_of(found) == [
        ("familj", "person", "vag", "maende"),
        ("F01", "P001", "t0", "5"),
        ("F02", "P002", "t0", "6"),
    ]
    rest = {column.fate for column in found.columns if column.column is None}
    assert rest == {"technical"}
    remedy = [i["message"] for i in check_json(path, declaration)["issues"] if i["rule"] == "foreign_export"]
    assert len(remedy) == 1
    assert "fou-eval convert" in remedy[0]


def test_an_export_that_does_not_say_its_wave_leaves_the_column_empty(
    tmp_path: Path, declaration: Declaration
) -> None:
    lines = "Tidstämpel,Familj,Person,Mående\n2024/01/15 10:00,F01,P001,5\n"
    undated = convert(csv(tmp_path, lines), declaration)
    assert undated.undated
    assert rows_of(undated) == [("familj", "person", "vag", "maende"), ("F01", "P001", None, "5")]
    named = convert(csv(tmp_path, lines, "enkät 6 mån.csv"), declaration)
    assert rows_of(named)[1:] == [("F01", "P001", "t1", "5")]


def test_a_statistics_file_gives_codes_for_its_labels(tmp_path: Path, declaration: Declaration) -> None:
    frame = pd.DataFrame(
        {"familj": ["F01"], "person": ["P001"], "roll": [2.0], "maende_t0": [99.0], "maende_t1": [77.0]}
        | {"timmar_t1": [3.5]}
    )
    path = tmp_path / "bred.sav"
    pyreadstat.write_sav(
        frame,
        str(path),
        variable_value_labels={"roll": {1.0: "Barn", 2.0: "Vuxen"}},
        missing_ranges={"maende_t0": [99.0], "maende_t1": [77.0]},
    )
    found = convert(path, declaration)
    assert found.emptied == 1
    assert rows_of(found)[1:] == [
        ("F01", "P001", "vuxen", "t0", "99", None),
        ("F01", "P001", "vuxen", "t1", None, 3.5),
    ]


# There and back


def spread(frame: pd.DataFrame, ids: list[str], wave: str) -> pd.DataFrame:
    """Turn a table with one row per wave into one with a column per wave."""
    wide = frame.set_index([*ids, wave]).unstack(wave)
    wide.columns = [f"{column}_{code}" for column, code in wide.columns]
    return wide.reset_index()


def test_the_bundled_study_comes_back_from_one_column_per_wave(tmp_path: Path) -> None:
    """The tables of families; those of persons are alike, and the smaller test below varies the cells."""
    folder = bundled_study("familjelotsen")
    declaration = read_declaration(folder)
    wanted = {"families": 18, "followup_family": 75, "followup_parent": 127}
    sheets = pd.read_excel(folder / "example.xlsx", sheet_name=list(wanted), dtype=object)
    for name, made in {"long.xlsx": False, "bred.xlsx": True}.items():
        with pd.ExcelWriter(tmp_path / name) as writer:
            for table, frame in sheets.items():
                ids = [column for column in ("family_id", "person_id", "role") if column in frame]
                out = spread(frame, ids, "wave") if made and "wave" in frame else frame
                out.to_excel(writer, sheet_name=table, index=False)
    found = convert(tmp_path / "bred.xlsx", declaration)
    assert {column.fate for column in found.columns} == {"at_wave", "repeated", "kept"}
    original = read_data(tmp_path / "long.xlsx", declaration)
    back = read_data(read_back(found, tmp_path), declaration)
    assert {issue.severity for issue in back.issues} <= {"warning", "info"}
    assert back.rows == wanted
    for name in wanted:
        key = list(declaration.codebook.tables[name].key)
        one, other = (data.tables[name].sort_values(key, ignore_index=True) for data in (original, back))
        pd.testing.assert_frame_equal(one, other)


VALUES = st.one_of(st.none(), st.integers(1, 10), st.just(99), st.sampled_from(["7 av 10", "?", "=1", "05"]))
FRAMES = st.dictionaries(
    st.tuples(st.integers(1, 4), st.sampled_from(["t0", "t1"])), st.tuples(VALUES, VALUES), min_size=1
)
SEPARATORS = st.sampled_from(["_", " ", ".", " - "])


@given(FRAMES, SEPARATORS, st.booleans())
@settings(
    max_examples=10,
    derandomize=True,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
def test_any_small_table_comes_back(
    tmp_path: Path, declaration: Declaration, cells: dict, separator: str, wave_first: bool
) -> None:
    filled = {key: pair for key, pair in sorted(cells.items()) if any(value is not None for value in pair)}
    headers = [
        f"{wave.upper()}{separator}{name}" if wave_first else f"{name}{separator}{wave}"
        for wave in ("t0", "t1")
        for name in ("maende", "timmar")
    ]
    persons = sorted({person for person, _ in cells})
    wide = [
        [
            "F01",
            f"P00{person}",
            *(value for wave in ("t0", "t1") for value in cells.get((person, wave), (None, None))),
        ]
        for person in persons
    ]
    path = tmp_path / "bred.xlsx"
    made = openpyxl.Workbook()
    made.active.append(["familj", "person", *headers])
    for number, row in enumerate(wide, start=2):
        for place, value in enumerate(row, start=1):
            cell = made.active.cell(number, place)
            cell.value = value
            if isinstance(value, str):
                cell.data_type = "s"
    made.save(path)
    found = convert(path, declaration)
    expected = [("F01", f"P00{person}", wave, *pair) for (person, wave), pair in filled.items()]
    assert found.may_be_written == bool(expected)
    if expected:
        assert rows_of(found)[1:] == expected
        sheet = openpyxl.load_workbook(read_back(found, tmp_path))["rader"]
        assert [tuple(row) for row in sheet.iter_rows(min_row=2, values_only=True)] == expected


# The command


@pytest.fixture
def study(study_folder: Path) -> Path:
    return study_folder


def test_the_command_shows_and_writes_nothing(
    tmp_path: Path, study: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = csv(tmp_path, "familj;person;maende_t0;maende_t1\nF01;P001;5;6\n")
    assert run(path, study, out=None) == 0
    said = capsys.readouterr().out
    assert "rader.maende" in said
    assert "Rader i tabellen rader: 2." in said
    assert "Inget har skrivits" in said
    assert "F01" not in said
    assert "P001" not in said
    assert [file.name for file in tmp_path.iterdir()] == ["fil.csv"]


def test_the_command_writes_once(tmp_path: Path, study: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = csv(tmp_path, "familj;person;maende_t0;maende_t1\nF01;P001;5;6\n")
    for name in ("ett.xlsx", "två.xlsx"):
        assert run(path, study, out=tmp_path / name) == 0
    assert "fou-eval check två.xlsx" in capsys.readouterr().out
    with pytest.raises(DataError, match="finns redan"):
        run(path, study, out=tmp_path / "ett.xlsx")
    with pytest.raises(DataError, match="xlsx"):
        run(path, study, out=tmp_path / "ut.csv")
    with pytest.raises(WritingError, match="kan inte skrivas"):
        run(path, study, out=tmp_path / "saknas" / "ut.xlsx")


@pytest.mark.parametrize(
    "lines",
    [
        "familj;person;maende_t0;maende_t1;kontakt\nF01;P001;5;6;anna.berg@example.org\n",
        "familj;person;maende_t0;maende_t1;text_t0\nF01;P001;5;6;Ringt mamma Anna 070-174 06 33\n",
        "Tidstämpel,Familj,Person,Mående,IP-adress\n2024/01/15 10:00,F01,P001,5,192.0.2.14\n",
    ],
)
def test_what_points_out_a_person_stays_behind_with_its_column(
    tmp_path: Path, study: Path, capsys: pytest.CaptureFixture[str], lines: str
) -> None:
    assert run(csv(tmp_path, lines), study, out=tmp_path / "ut.xlsx") == 0
    streams = capsys.readouterr()
    with zipfile.ZipFile(tmp_path / "ut.xlsx") as package:
        written = " ".join(package.read(name).decode() for name in package.namelist())
    assert "P001" in written
    for secret in ("anna", "berg", "070-174", "192.0.2.14"):
        assert secret not in (streams.out + streams.err).casefold()
        assert secret not in written.casefold()


def test_nothing_is_written_of_a_column_that_points_out_a_person(
    tmp_path: Path, study: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = csv(tmp_path, "familj;person;maende_t0;maende_t1\nF01;850709-9805;5;6\n")
    assert run(path, study, out=tmp_path / "ut.xlsx") == DataError.exit_code
    streams = capsys.readouterr()
    assert "Inget skrivs" in streams.out
    assert not (tmp_path / "ut.xlsx").exists()
    assert "9805" not in streams.out + streams.err


def test_a_file_of_the_declared_shape_is_left_alone(
    tmp_path: Path, study: Path, csv_file: Callable[..., Path], capsys: pytest.CaptureFixture[str]
) -> None:
    path = csv_file(["F01;P001;t0;5"], "familj;person;vag;maende")
    assert run(path, study, out=tmp_path / "ut.xlsx") == 0
    assert "har redan kodbokens form" in capsys.readouterr().out
    assert not (tmp_path / "ut.xlsx").exists()


def test_a_file_that_nobody_knows_is_said_to_be_unknown(
    tmp_path: Path, study: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(csv(tmp_path, "a;b\n1;2\n"), study, out=None) == DataError.exit_code
    assert "känns inte igen" in capsys.readouterr().out
