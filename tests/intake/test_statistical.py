"""SPSS and Stata files: missing with reasons, labels beside the codebook, dates, names, encodings, damage."""

import datetime as dt
import json
import math
import random
import struct
from collections.abc import Callable
from pathlib import Path

import pandas as pd
import pyreadstat
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fou_eval.declaration.reading import Declaration, read_declaration
from fou_eval.intake.door import Intake, read_data
from fou_eval.intake.issue import Issue
from fou_eval.intake.limits import LIMITS
from fou_eval.intake.readers import apart, statistical
from fou_eval.intake.readers.moments import converter
from fou_eval.intake.readers.sniff import Refusal, sniff

PEOPLE = 6
BASE = {
    "familj": [f"F{number:02d}" for number in range(1, PEOPLE + 1)],
    "person": [f"P{number:03d}" for number in range(1, PEOPLE + 1)],
    "vag": ["t0"] * PEOPLE,
}
Hand = Callable[..., Intake]


def answered_here(content: bytes, program: str) -> dict:
    """What the process of its own would say, without the cost of starting it."""
    most = apart.Limits(LIMITS["cells"], LIMITS["columns"], LIMITS["unpacked"], 0, 0)
    return json.loads(json.dumps(apart.answer(content, program, most)))


@pytest.fixture
def here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(statistical, "_read_apart", answered_here)


@pytest.fixture
def hand_in(here: None, declaration: Declaration, tmp_path: Path) -> Hand:
    def hand(columns: dict, name: str = "rader.sav", **options: object) -> Intake:
        path = tmp_path / name
        write = pyreadstat.write_sav if name.endswith("sav") else pyreadstat.write_dta
        write(pd.DataFrame({**BASE, **columns}), path, **options)
        return read_data(path, declaration)

    return hand


def about(intake: Intake, column: str, *severities: str) -> list[tuple[str, str, str | None]]:
    """Severity, rule and cell of what is said of the cells and labels of one column; not of the families in it."""
    wanted = severities or ("stop", "error", "warning", "info")
    said = [i for i in intake.issues if i.column == column and (i.cell or i.rule == "label_contradiction")]
    return [(i.severity, i.rule, i.cell) for i in said if i.severity in wanted]


def one(intake: Intake, rule: str) -> Issue:
    (issue,) = [issue for issue in intake.issues if issue.rule == rule]
    return issue


def reasons(intake: Intake) -> list[tuple[int, str, str]]:
    return [tuple(row) for row in intake.reasons["rader"].itertuples(index=False)]


# Missing, with reasons


def test_user_missing_values_are_missing_with_their_reason(hand_in: Hand) -> None:
    found = hand_in(
        {"maende": [5.0, 99.0, -8.0, 97.0, None, 7.0]},
        missing_ranges={"maende": [{"lo": -9, "hi": -8}, 99]},
        variable_value_labels={"maende": {99.0: "Ej svarat", -8.0: "Vet ej", 1.0: "Mycket dåligt"}},
    )
    assert found.tables["rader"]["maende"].dropna().tolist() == [5.0, 7.0]
    assert reasons(found) == [(1, "maende", "99"), (2, "maende", "-9")]  # by its number, by its label
    assert about(found, "maende", "error") == [("error", "unknown_missing_code", "D5")]


def test_a_reason_that_the_codebook_lacks_is_kept_and_said(hand_in: Hand) -> None:
    found = hand_in(
        {"maende": [5.0, 77.0, 88.0, 88.0, 6.0, 7.0]},
        missing_ranges={"maende": [77, 88]},
        variable_value_labels={"maende": {77.0: "Flyttat"}},
    )
    assert reasons(found) == [(1, "maende", "Flyttat"), (2, "maende", "88"), (3, "maende", "88")]
    assert about(found, "maende") == [("info", "user_missing", "D4:D5"), ("info", "user_missing", "D3")]
    assert found.tables["rader"]["maende"].mean() == 6.0


def test_an_ordinary_value_that_the_file_calls_missing_is_pointed_at(hand_in: Hand) -> None:
    found = hand_in({"maende": [5.0, 9.0, 9.0, 4.0, 6.0, 7.0]}, missing_ranges={"maende": [9]})
    assert about(found, "maende", "warning") == [("warning", "user_missing", "D3:D4")]
    assert found.tables["rader"]["maende"].dropna().tolist() == [5.0, 4.0, 6.0, 7.0]


def test_a_declared_code_that_the_file_calls_missing_is_pointed_at(hand_in: Hand) -> None:
    found = hand_in(
        {"roll": [1.0, 2.0, 1.0, 1.0, 2.0, 1.0]},
        missing_ranges={"roll": [2]},
        variable_value_labels={"roll": {1.0: "Barn", 2.0: "Vuxen"}},
    )
    said = [issue for issue in about(found, "roll", "warning") if issue[1] == "user_missing"]
    assert said == [("warning", "user_missing", "D3"), ("warning", "user_missing", "D6")]
    assert found.tables["rader"]["roll"].tolist() == ["barn", None, "barn", "barn", None, "barn"]


def test_a_missing_code_by_another_name_is_a_doubt(hand_in: Hand) -> None:
    found = hand_in(
        {"maende": [5.0, 99.0, 6.0, 7.0, 8.0, 4.0]},
        missing_ranges={"maende": [99]},
        variable_value_labels={"maende": {99.0: "Vet ej"}},
    )
    assert about(found, "maende") == [("warning", "label_contradiction", None)]
    assert reasons(found) == [(1, "maende", "99")]


def test_a_telling_label_needs_no_warning(hand_in: Hand) -> None:
    found = hand_in(
        {"timmar": [5.0, 99.0, 1.0, 2.0, 3.0, 4.0]},
        missing_ranges={"timmar": [99]},
        variable_value_labels={"timmar": {99.0: "Uppgift saknas"}},
    )
    assert about(found, "timmar") == [("info", "user_missing", "D3")]


def test_a_range_without_end_is_missing_all_the_way(hand_in: Hand) -> None:
    found = hand_in(
        {"tak": [5.0, -1.0, -1e9, 900.0, 1e12, 899.0]},
        missing_ranges={"tak": [{"lo": -math.inf, "hi": -1}]},
    )
    assert found.tables["rader"]["tak"].dropna().tolist() == [5.0, 900.0, 1e12, 899.0]


def test_text_that_the_file_calls_missing_is_missing(hand_in: Hand) -> None:
    found = hand_in(
        {"roll": ["barn", "XX", "vuxen", "barn", "barn", "XX "]},
        missing_ranges={"roll": ["XX"]},
        variable_value_labels={"roll": {"XX": "Okänd roll"}},
    )
    assert reasons(found) == [(1, "roll", "Okänd roll"), (5, "roll", "Okänd roll")]
    assert found.tables["rader"]["roll"].tolist() == ["barn", None, "vuxen", "barn", "barn", None]


def test_a_required_value_may_not_be_missing_by_the_file_alone(hand_in: Hand) -> None:
    found = hand_in({"familj": ["F01", "XX", "F03", "F04", "F05", "F06"]}, missing_ranges={"familj": ["XX"]})
    assert about(found, "familj", "error") == [("error", "missing_required", "A3")]
    assert "XX" not in str(found.issues) + str(reasons(found))


def test_a_key_that_is_missing_is_refused(hand_in: Hand) -> None:
    found = hand_in({"vag": [0.0, 1.0, 9.0, 0.0, 0.0, 0.0]}, missing_ranges={"vag": [9]})
    assert ("error", "missing_required", "C4") in about(found, "vag")


def test_a_label_that_says_missing_is_no_number(hand_in: Hand) -> None:
    found = hand_in(
        {"timmar": [5.0, 98.0, 1.0, 2.0, 3.0, 4.0], "maende": [98.0, 1.0, 2.0, 3.0, 4.0, 5.0]},
        variable_value_labels={"timmar": {98.0: "Vet ej"}, "maende": {98.0: "Vet ej"}},
    )
    assert about(found, "timmar") == [("error", "unknown_missing_code", "D3")]
    assert about(found, "maende") == [("info", "interpreted_value", "E2")]
    assert reasons(found) == [(0, "maende", "-9")]


def test_extended_missing_of_stata_keeps_its_label(hand_in: Hand) -> None:
    column = pd.Series([5, "a", "b", "z", None, 7], dtype=object)
    found = hand_in(
        {"maende": column},
        "rader.dta",
        missing_user_values={"maende": ["a", "b", "z"]},
        variable_value_labels={"maende": {"a": "Vill ej svara", "b": "Vet ej"}},
    )
    assert reasons(found) == [(1, "maende", "Vill ej svara"), (2, "maende", "-9"), (3, "maende", ".z")]
    assert found.tables["rader"]["maende"].dropna().tolist() == [5.0, 7.0]


def test_a_letter_in_a_text_column_of_stata_is_text(hand_in: Hand) -> None:
    found = hand_in({"roll": ["barn", "a", "barn", "barn", "vuxen", "barn"]}, "rader.dta")
    assert about(found, "roll", "error") == [("error", "unknown_code", "D3")]


VALUES = st.lists(st.sampled_from([1.0, 5.0, 10.0, 99.0, -9.0, 77.0, None]), min_size=PEOPLE, max_size=PEOPLE)


@pytest.fixture(scope="module")
def written_apart(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("property") / "rader.sav"


@settings(max_examples=8, derandomize=True, deadline=None)
@given(values=VALUES)
def test_missing_is_empty_declared_or_called_missing(
    declaration: Declaration, written_apart: Path, values: list
) -> None:
    frame = pd.DataFrame({**BASE, "maende": pd.Series(values, dtype=float)})
    pyreadstat.write_sav(frame, written_apart, missing_ranges={"maende": [77, 99]})
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(statistical, "_read_apart", answered_here)
        found = read_data(written_apart, declaration)
    column = found.tables["rader"]["maende"]
    ordinary = [value for value in values if value in (1.0, 5.0, 10.0)]
    assert column.dropna().tolist() == ordinary
    empty = sum(value is None for value in values)
    assert int(column.isna().sum()) == empty + sum(column == "maende" for _, column, _ in reasons(found))


# Labels beside the codebook


def test_numbers_are_read_by_the_labels_of_the_file(hand_in: Hand) -> None:
    found = hand_in(
        {"roll": [1.0, 2.0, 3.0, 4.0, 1.0, None]},
        variable_value_labels={"roll": {1.0: "Barn", 2.0: "VUXEN ", 3.0: "mamma", 4.0: "4. Adult"}},
    )
    assert found.tables["rader"]["roll"].tolist() == ["barn", "vuxen", "vuxen", "vuxen", "barn", None]
    said = [
        ("info", "interpreted_value", "D4:D5")
    ]  # an accepted spelling, and a label with its number before it
    assert about(found, "roll", "error", "info") == said


def test_numbers_without_labels_are_no_codes(hand_in: Hand) -> None:
    found = hand_in({"roll": [1.0, 2.0, 1.0, 1.0, 1.0, 1.0]}, variable_value_labels={"roll": {1.0: "Barn"}})
    assert about(found, "roll") == [("error", "unknown_code", "D3")]


def test_labels_against_the_codebook_stop_the_column(hand_in: Hand) -> None:
    found = hand_in(
        {"vag": [0.0, 1.0, 0.0, 1.0, 0.0, 1.0], "klar": [1.0, 2.0, 1.0, 1.0, 2.0, 1.0]},
        variable_value_labels={"klar": {1.0: "Nej", 2.0: "Ja"}},
    )
    issue = one(found, "label_contradiction")
    assert (issue.severity, issue.column, issue.cell, issue.row) == ("error", "klar", None, None)
    assert "Filen: 1 = Nej." in issue.message
    assert "Kodboken: 1 = Ja." in issue.message
    assert found.tables["rader"]["klar"].isna().all()


def test_labels_of_another_number_are_refused(hand_in: Hand) -> None:
    found = hand_in(
        {"timmar": [1.0, 2.0, 3.0, 1.0, 1.0, 1.0]},
        variable_value_labels={"timmar": {1.0: "0", 2.0: "10", 3.0: "3"}},
    )
    issue = one(found, "label_contradiction")
    assert "Filen: 1 = 0; 2 = 10. Kodboken: 1 = 1; 2 = 2." in issue.message
    assert found.tables["rader"]["timmar"].isna().all()


@pytest.fixture
def steps(tmp_path: Path, study_folder: Path) -> Declaration:
    """The study of these tests with a scale whose ends have names, and a code of plain numbers."""
    folder = tmp_path / "studie"
    (folder / "tables").mkdir(parents=True)
    for name in ("study.yaml", "plan.yaml", "tables/rader.yaml", "tables/personer.yaml"):
        (folder / name).write_text((study_folder / name).read_text("utf-8"), "utf-8")
    table = folder / "tables" / "rader.yaml"
    more = (
        "  trivsel: {label: {sv: Trivsel, en: Comfort}, type: integer, min: 1, max: 5,"
        " codes: {1: {sv: Mycket dåligt, en: Very bad}, 5: {sv: Mycket bra, en: Very good}}}\n"
        "  kon: {label: {sv: Kön, en: Sex}, type: code, codes: {1: {sv: Pojke, en: Boy}, 2: {sv: Flicka, en: Girl}}}\n"
    )
    text = table.read_text("utf-8")
    table.write_text(text.replace("rules:\n", more + "rules:\n", 1), "utf-8")
    return read_declaration(folder)


def test_reversed_ends_of_a_scale_stop_the_column(here: None, steps: Declaration, tmp_path: Path) -> None:
    frame = pd.DataFrame({**BASE, "trivsel": [2.0, 3.0, 4.0, 2.0, 3.0, 3.0], "kon": [1.0, 2.0] * 3})
    path = tmp_path / "rader.sav"
    ends = {"trivsel": {1.0: "Mycket bra", 5.0: "Mycket dåligt"}, "kon": {1.0: "Flicka", 2.0: "Pojke"}}
    pyreadstat.write_sav(frame, path, variable_value_labels=ends)
    found = read_data(path, steps)
    errors = [issue for issue in found.issues if issue.rule == "label_contradiction"]
    assert [(issue.severity, issue.column) for issue in errors] == [("error", "trivsel"), ("error", "kon")]
    assert "Kodboken: 1 = Mycket dåligt; 5 = Mycket bra." in errors[0].message
    assert "Filen: 1 = Flicka; 2 = Pojke. Kodboken: 1 = Pojke; 2 = Flicka." in errors[1].message
    assert found.tables["rader"][["kon", "trivsel"]].isna().all(axis=None)


def test_another_name_for_the_same_number_is_a_doubt(here: None, steps: Declaration, tmp_path: Path) -> None:
    frame = pd.DataFrame({**BASE, "kon": [1.0, 2.0] * 3})
    path = tmp_path / "rader.sav"
    pyreadstat.write_sav(frame, path, variable_value_labels={"kon": {1.0: "Kille", 2.0: "Flickan"}})
    found = read_data(path, steps)
    assert about(found, "kon") == [("warning", "label_contradiction", None)]
    assert "Filen: 1 = Kille. Kodboken: 1 = Pojke." in one(found, "label_contradiction").message
    assert found.tables["rader"]["kon"].tolist() == ["1", "2"] * 3


def test_a_label_that_could_be_somebody_is_not_repeated(hand_in: Hand) -> None:
    found = hand_in(
        {"maende": [5.0, 77.0, 6.0, 6.0, 6.0, 6.0]},
        missing_ranges={"maende": [77]},
        variable_value_labels={"maende": {77.0: "Anna Svensson vägrar"}},
    )
    assert [issue.column for issue in found.issues if issue.rule == "direct_identifier"] == ["maende"]
    assert found.tables == {}
    assert "Svensson" not in str(found.issues)


# Dates


@pytest.mark.parametrize(
    "shown", ["DATE11", "ADATE10", "EDATE10", "SDATE10", "JDATE7", "DATETIME20", "MOYR8", "QYR8", "WKYR10"]
)
def test_every_date_of_spss_is_a_date(hand_in: Hand, shown: str) -> None:
    days = [dt.date(2024, 1, 15), dt.date(2023, 12, 31), None, *[dt.date(2022, 2, 3)] * 3]
    found = hand_in({"dag": days}, variable_format={"dag": shown})
    assert about(found, "dag", "error") == []
    assert found.tables["rader"]["dag"].iloc[0] == pd.Timestamp(2024, 1, 15)
    assert found.tables["rader"]["dag"].isna().tolist() == [False, False, True, False, False, False]


def test_a_month_without_its_day_is_a_month_and_no_date(hand_in: Hand) -> None:
    first = [dt.date(2024, month, 1) for month in range(1, PEOPLE + 1)]
    found = hand_in({"dag": first, "manad": first}, variable_format={"dag": "MOYR8", "manad": "MOYR8"})
    assert {issue[1] for issue in about(found, "dag")} == {"not_a_date"}
    assert found.tables["rader"]["manad"].tolist() == [pd.Timestamp(day) for day in first]


def test_a_date_that_is_a_plain_number_is_refused(hand_in: Hand) -> None:
    found = hand_in({"dag": [13924656000.0, 45306.0, 20240115.0, None, None, None]})
    assert [issue[:2] for issue in about(found, "dag", "error")] == [("error", "not_a_date")] * 3


def test_a_date_beyond_the_calendar_is_one_fault_and_no_damaged_file(hand_in: Hand) -> None:
    found = hand_in(
        {"dag": [1e15, -1e15, 13924656000.0, None, None, None]}, variable_format={"dag": "DATE11"}
    )
    assert [issue[1:] for issue in about(found, "dag", "error")] == [
        ("implausible_date", "D2"),
        ("implausible_date", "D3"),
    ]
    assert found.tables["rader"]["dag"].dropna().tolist() == [pd.Timestamp(2024, 1, 15)]


def test_dates_of_stata_are_dates(hand_in: Hand) -> None:
    days = [dt.date(2024, 1, 15)] * PEOPLE
    found = hand_in({"dag": days}, "rader.dta", variable_format={"dag": "%tdCCYY-NN-DD"})
    assert found.tables["rader"]["dag"].tolist() == [pd.Timestamp(2024, 1, 15)] * PEOPLE


@pytest.mark.parametrize(
    ("shown", "number", "value"),
    [
        ("%td", 23390.0, dt.date(2024, 1, 15)),
        ("%d", -1.0, dt.date(1959, 12, 31)),
        ("%-tdD_m_Y", 23390.9, dt.date(2024, 1, 15)),
        ("%tc", 23390 * 86_400_000 + 3_600_000.0, dt.datetime(2024, 1, 15, 1)),  # noqa: DTZ001
        ("%tCDDmonCCYY", 23390 * 86_400_000.0, dt.datetime(2024, 1, 15)),  # noqa: DTZ001
        ("%tcHH:MM:SS", 37_800_000.0, dt.time(10, 30)),
        ("%tm", -1.0, "1959-12"),
        ("%tq", 256.0, "2024 Q1"),
        ("%tw", 3330.0, "2024 W03"),
        ("%th", 129.0, "2024 H2"),
    ],
)
def test_formats_of_stata(shown: str, number: float, value: object) -> None:
    assert converter("stata", shown, [])(number) == value


@pytest.mark.parametrize("shown", ["%9.0g", "%ty", "%tg", "%tbcal", "", "F8.2"])
def test_formats_that_show_no_date(shown: str) -> None:
    assert converter("stata", shown, []) is None


@pytest.mark.parametrize(
    ("shown", "numbers", "value"),
    [
        ("QYR8", [13923446400.0], "2024 Q1"),  # the first of January
        ("QYR8", [13923446400.0, 13924656000.0], dt.date(2024, 1, 1)),
        ("WKYR10", [13923446400.0 + 14 * 86_400], "2024 W03"),
        ("TIME8", [37_800.0], dt.timedelta(hours=10, minutes=30)),
        ("YMDHMS19", [13924656000.5], dt.datetime(2024, 1, 15, 0, 0, 0, 500_000)),  # noqa: DTZ001
    ],
)
def test_formats_of_spss(shown: str, numbers: list[float], value: object) -> None:
    assert converter("spss", shown, numbers)(numbers[0]) == value


# Names, padding, encodings


def test_columns_are_found_by_name_label_and_mark(
    here: None, declaration: Declaration, tmp_path: Path
) -> None:
    path = tmp_path / "rader.sav"
    columns = {"v7": [5.0] * 6, "Atimmar": [1.0] * 5 + [2.0], "MANAD": ["2024-01"] * 6, "v8": [1.0] * 6}
    labels = {"v7": "Mående", "v8": "Något annat"}
    pyreadstat.write_sav(pd.DataFrame({**BASE, **columns}), path, column_labels=labels)
    path.write_bytes(path.read_bytes().replace(b"Atimmar", b"@timmar").replace(b"ATIMMAR", b"@TIMMAR"))
    found = read_data(path, declaration)
    assert found.tables["rader"]["maende"].tolist() == [5.0] * 6
    assert found.tables["rader"]["timmar"].tolist() == [1.0] * 5 + [2.0]
    assert found.tables["rader"]["manad"].notna().all()
    assert [(i.rule, i.cell) for i in found.issues if i.column == "v8"] == [("unknown_column", "G1")]


def test_a_cut_name_is_completed_and_said(here: None, tmp_path: Path) -> None:
    shared = Path(__file__).parents[3] / "shared" / "acceptance" / "studies" / "uppfoljning"
    if not shared.exists():
        pytest.skip("the studies are not beside the repository")
    frame = pd.DataFrame({"FAMILJ_I": ["F01"], "PERSON_I": ["P001"], "matvag": [0.0], "FRANVARO": [12.5]})
    path = tmp_path / "fil.sav"
    pyreadstat.write_sav(frame, path)
    found = read_data(path, read_declaration(shared))
    said = [(i.severity, i.cell, i.column) for i in found.issues if i.rule == "interpreted_header"]
    assert said == [("info", "A1", "familj_id"), ("info", "B1", "person_id"), ("info", "D1", "franvaro_pct")]


def test_columns_with_the_same_label_are_not_guessed_between(hand_in: Hand) -> None:
    found = hand_in(
        {"v1": [5.0] * PEOPLE, "v2": [6.0] * PEOPLE}, column_labels={"v1": "Mående", "v2": "Mående"}
    )
    assert found.tables["rader"]["maende"].isna().all()
    assert [i.cell for i in found.issues if i.rule == "unknown_column"] == ["D1", "E1"]


def test_blanks_that_fill_up_a_text_are_no_note(hand_in: Hand) -> None:
    found = hand_in({"roll": ["barn", "barn    ", " barn", "vuxen", "barn", "barn"]})
    assert about(found, "roll", "info") == [
        ("info", "normalised_text", "D4")
    ]  # SPSS never puts a blank before a text


def recoded(path: Path, page: int, *, record: bool) -> bytes:
    """The file with its texts in Windows-1252, the number of its code page, and its encoding record or none."""
    content = path.read_bytes()
    for letter in "åäö":
        content = content.replace(letter.encode(), letter.encode("cp1252") + b" ")
    place = content.index(struct.pack("<4i", 7, 3, 4, 8))
    content = content[: place + 44] + struct.pack("<i", page) + content[place + 48 :]
    encoding = content.index(struct.pack("<4i", 7, 20, 1, 5))
    return content if record else content[:encoding] + content[encoding + 21 :]


@pytest.mark.parametrize(("page", "record"), [(1252, False), (0, False), (2, False), (65001, True)])
def test_swedish_letters_of_old_files_are_kept(
    here: None, declaration: Declaration, tmp_path: Path, page: int, record: bool
) -> None:
    path = tmp_path / "rader.sav"
    frame = pd.DataFrame({**BASE, "v": [1.0] * PEOPLE, "text": ["förrgår"] * PEOPLE})
    pyreadstat.write_sav(
        frame, path, column_labels={"v": "Mående"}, variable_value_labels={"v": {1.0: "låg"}}
    )
    path.write_bytes(recoded(path, page, record=record))
    found = read_data(path, declaration)
    assert found.tables["rader"]["maende"].tolist() == [1.0] * PEOPLE  # found by its label, which holds an å
    assert "Windows-1252" in one(found, "encoding_read").message


def test_a_letter_cut_in_two_leaves_the_rest(here: None, declaration: Declaration, tmp_path: Path) -> None:
    path = tmp_path / "rader.sav"
    pyreadstat.write_sav(pd.DataFrame({**BASE, "roll": ["barnö"] * PEOPLE}), path)
    path.write_bytes(path.read_bytes().replace("barnö".encode(), b"barn\xc3 "))
    found = read_data(path, declaration)
    assert {issue[1] for issue in about(found, "roll")} <= {"unknown_code", "normalised_text"}
    assert [i for i in found.issues if i.rule in ("wrong_encoding", "encoding_read")] == []


def test_labels_that_were_decoded_wrongly_stop(hand_in: Hand) -> None:
    found = hand_in({"v": [1.0] * PEOPLE}, column_labels={"v": "MÃ¥ende"})
    assert next((i.severity, i.rule) for i in found.issues) == ("stop", "wrong_encoding")


# Persons


@pytest.mark.parametrize(
    "options",
    [
        {"file_label": "Ring 070-174 06 33"},
        {"note": ["Inmatat", "Född 12 mars, ring 070-174 06 33"]},
        {"column_labels": {"maende": "Mående, Anna Svensson"}},
        {"variable_value_labels": {"maende": {5.0: "anna.svensson@example.org"}}},
    ],
)
def test_identifiers_beside_the_cells_stop(hand_in: Hand, options: dict) -> None:
    found = hand_in({"maende": [5.0, 6.0] * 3}, **options)
    assert [i.severity for i in found.issues if i.rule == "direct_identifier"] == ["stop"]
    assert not any(word in str(found.issues) for word in ("174", "Svensson", "svensson"))


def test_a_label_that_announces_identifiers_stops(hand_in: Hand) -> None:
    found = hand_in({"v8": ["x"] * PEOPLE}, column_labels={"v8": "Barnets personnummer"})
    assert [(i.severity, i.cell) for i in found.issues if i.rule == "direct_identifier"] == [("stop", "D1")]


def test_nothing_of_the_file_is_part_of_a_repr(here: None, tmp_path: Path) -> None:
    path = tmp_path / "rader.sav"
    label = {"v": "Hemlig"}
    pyreadstat.write_sav(pd.DataFrame({"v": ["Hemlig"]}), path, column_labels=label, file_label="Hemlig")
    assert "Hemlig" not in repr(statistical.read_statistical(path.read_bytes(), "spss"))


# Formats that are not read, damage, limits


@pytest.mark.parametrize(
    ("name", "content", "refusal"),
    [
        ("a.sas7bdat", b"x", Refusal("unsupported_format", "sas")),
        ("a.xpt", b"x", Refusal("unsupported_format", "sas")),
        ("a.csv", b"HEADER RECORD*******LIBRARY", Refusal("unsupported_format", "sas")),
        ("a.RDS", b"\x1f\x8b", Refusal("unsupported_format", "r")),
        ("a.ods", b"PK\x03\x04", Refusal("unsupported_format", "ods")),
        ("a.parquet", b"PAR1", Refusal("unsupported_format", "parquet")),
        ("a.por", b"ASCII SPSS PORT FILE", Refusal("unsupported_format", "spss")),
        ("a.sav", b"familj;person\nF01;P001\n", Refusal("file_type_mismatch", "text")),
        ("a.dta", b"<html><table>", Refusal("file_type_mismatch", "web")),
        ("a.csv", b"$FL2@(#) SPSS DATA FILE", Refusal("file_type_mismatch", "spss")),
        ("a.sav", b"<stata_dta><header>", Refusal("file_type_mismatch", "stata")),
        ("a.dta", b"<stata_dta><header><release>121</release>", Refusal("unsupported_format", "stata")),
        ("a.sav", b"\x1c" + bytes(7) + b"ENCRYPTEDSAV", Refusal("password_protected")),
        ("a.sav", bytes(range(1, 200)), Refusal("corrupt_file", "statistical")),
        ("a.sav", b"", Refusal("empty_file")),
    ],
)
def test_files_are_named_as_what_they_are(name: str, content: bytes, refusal: Refusal) -> None:
    assert sniff(Path(name), content) == refusal


def test_an_old_file_of_stata_is_known_by_its_first_bytes() -> None:
    assert sniff(Path("a.dta"), bytes([113, 2, 1, 0]) + bytes(200)) == "stata"


@pytest.mark.parametrize("fraction", [0.05, 0.6, 0.99])
@pytest.mark.parametrize("name", ["rader.sav", "rader.zsav", "rader.dta"])
def test_a_file_that_is_cut_off_is_one_issue(
    hand_in: Hand, tmp_path: Path, name: str, fraction: float
) -> None:
    options = {"compress": True} if name.endswith("zsav") else {}
    hand_in({"maende": [5.0] * PEOPLE, "text": ["Hemlig"] * PEOPLE}, name, **options)
    content = (tmp_path / name).read_bytes()
    read = statistical.read_statistical(
        content[: int(len(content) * fraction)], "stata" if "dta" in name else "spss"
    )
    assert read == Refusal("corrupt_file", "statistical")


def claiming(path: Path, rows: int) -> bytes:
    """The file with another number of cases in its header and in the record for long files."""
    content = path.read_bytes()
    place = content.index(struct.pack("<4i", 7, 16, 8, 2)) + 24
    content = content[:place] + struct.pack("<q", rows) + content[place + 8 :]
    return content[:80] + struct.pack("<i", rows) + content[84:]


def test_claimed_rows_are_bounded_before_they_are_read(hand_in: Hand, tmp_path: Path) -> None:
    hand_in({})
    path = tmp_path / "rader.sav"
    assert statistical.read_statistical(claiming(path, 1_000_000), "spss") == Refusal("too_large", "cells")
    assert statistical.read_statistical(claiming(path, PEOPLE + 1), "spss") == Refusal(
        "corrupt_file", "statistical"
    )
    for unsaid in (
        -1,
        2_000_000_000,
    ):  # streamed files leave it open, and the library believes no absurd number
        read = statistical.read_statistical(claiming(path, unsaid), "spss")
        assert len(read.sheets[0].rows) == PEOPLE + 1


def test_rows_without_a_claimed_number_are_bounded_too(
    hand_in: Hand, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    hand_in({})
    monkeypatch.setitem(LIMITS, "cells", 3 * (PEOPLE - 1))
    read = statistical.read_statistical(claiming(tmp_path / "rader.sav", -1), "spss")
    assert read == Refusal("too_large", "cells")


def test_columns_and_text_are_bounded(hand_in: Hand, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    hand_in({})
    content = (tmp_path / "rader.sav").read_bytes()
    monkeypatch.setitem(LIMITS, "unpacked", 9 * PEOPLE - 1)
    assert statistical.read_statistical(content, "spss") == Refusal("too_large", "unpacked")
    monkeypatch.setitem(LIMITS, "columns", 2)
    assert statistical.read_statistical(content, "spss") == Refusal("too_large", "columns")


@pytest.mark.parametrize(
    ("script", "refusal"),
    [
        ("import os; os.abort()", Refusal("corrupt_file", "statistical")),
        ("import os, signal; os.kill(os.getpid(), signal.SIGSEGV)", Refusal("corrupt_file", "statistical")),
        ("import os, signal; os.kill(os.getpid(), signal.SIGXCPU)", Refusal("too_large", "seconds")),
        ("import time; time.sleep(60)", Refusal("too_large", "seconds")),
        ("print('{')", Refusal("corrupt_file", "statistical")),
        ("print('[]')", Refusal("corrupt_file", "statistical")),
        ("raise SystemExit('Hemlig')", Refusal("corrupt_file", "statistical")),
    ],
)
def test_a_crash_while_reading_is_one_issue(
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    capfd: pytest.CaptureFixture,
    script: str,
    refusal: Refusal,
) -> None:
    path = tmp_path / "script.py"
    path.write_text(f"import resource; resource.setrlimit(resource.RLIMIT_CORE, (0, 0))\n{script}\n")
    monkeypatch.setattr(statistical, "_SCRIPT", path)
    monkeypatch.setattr(statistical, "_PATIENCE", 0.5 if "sleep" in script else 18)
    assert statistical.read_statistical(b"$FL2", "spss") == refusal
    assert capfd.readouterr() == ("", "")


def test_the_process_of_its_own_says_the_same(declaration: Declaration, tmp_path: Path) -> None:
    path = tmp_path / "rader.sav"
    frame = pd.DataFrame({**BASE, "maende": [5.0, 99.0, None, 6.0, 7.0, 8.0], "text": ["å"] * PEOPLE})
    pyreadstat.write_sav(frame, path, missing_ranges={"maende": [99]}, file_label="Fil")
    content = path.read_bytes()
    assert statistical._read_apart(content, "spss") == answered_here(content, "spss")
    assert sorted(tmp_path.iterdir()) == [path]


def mutated(content: bytes, chance: random.Random) -> bytes:
    changed = bytearray(content)
    for _ in range(chance.randint(1, 4)):
        place = chance.randrange(len(changed) - 4)
        number = chance.choice([0, -1, 2**31 - 1, -(2**31), 255, 65536, chance.randrange(2**31)])
        changed[place : place + 4] = struct.pack("<i", number)
    return bytes(changed[: chance.randrange(8, len(changed))] if chance.random() < 0.2 else changed)


def damaged_files(declaration: Declaration, folder: Path, seeds: range) -> None:
    frame = pd.DataFrame(
        {**BASE, "maende": [5.0, 99.0, None, 6.0, 7.0, 8.0], "text": ["Hemligt ord"] * PEOPLE}
    )
    for seed in seeds:
        name = ("rader.sav", "rader.zsav", "rader.dta")[seed % 3]
        path = folder / name
        labels = {"variable_value_labels": {"maende": {1.0: "låg"}}}
        if name.endswith("dta"):
            pyreadstat.write_dta(frame, path)
        else:
            pyreadstat.write_sav(
                frame, path, compress=name.endswith("zsav"), missing_ranges={"maende": [99]}, **labels
            )
        path.write_bytes(mutated(path.read_bytes(), random.Random(seed)))  # noqa: S311
        assert "Hemligt" not in str(read_data(path, declaration).issues)


def test_damaged_files_are_answered(declaration: Declaration, tmp_path: Path) -> None:
    damaged_files(declaration, tmp_path, range(2))


@pytest.mark.slow
def test_many_damaged_files_are_answered(declaration: Declaration, tmp_path: Path) -> None:
    damaged_files(declaration, tmp_path, range(100, 103))
