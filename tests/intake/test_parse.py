"""One cell is a value, a declared missing code, a fault, or empty; never two of them, never a guess."""

from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fou_eval.declaration.codebook import Code, Column
from fou_eval.declaration.text import Text
from fou_eval.intake.cells.parse import EMPTY, ColumnReader, Fault
from fou_eval.intake.cells.quantities import quantity
from fou_eval.intake.raw import RawCell

LABEL = Text(sv="Kolumn", en="Column")
UNKNOWN = Text(sv="Vet ej", en="Not known")
MARKS = {
    1: Code(sv="Dåligt", en="Bad"),
    5: Code(sv="Varken eller", en="Neither"),
    -1: Code(sv="Sämre", en="Worse"),
}
CODES = {"ja": Code(sv="Ja", en="Yes", accept=("j", "sant")), 2: Code(sv="Två", en="Two")}
COLUMNS = {
    "integer": Column(label=LABEL, type="integer", min=0, max=10, missing_codes={99: LABEL}),
    "number": Column(label=LABEL, type="number"),
    "date": Column(label=LABEL, type="date", min=date(2020, 1, 1)),
    "month": Column(label=LABEL, type="month"),
    "code": Column(label=LABEL, type="code", codes=CODES),
    "boolean": Column(label=LABEL, type="boolean"),
    "id": Column(label=LABEL, type="text", pattern=r"P\d{3}", role="person_id"),
    "marks": Column(label=LABEL, type="integer", codes=MARKS, missing_codes={-9: UNKNOWN}),
    "words": Column(label=LABEL, type="code", codes={**CODES, **MARKS}, missing_codes={"x9": UNKNOWN}),
    "known_date": Column(label=LABEL, type="date", missing_codes={"9999-12-31": UNKNOWN, 99: UNKNOWN}),
    "known_id": Column(
        label=LABEL, type="text", pattern=r"\d+", role="family_id", missing_codes={99: UNKNOWN}
    ),
    "count": Column(label=LABEL, type="integer", role="exposure"),
    "free": Column(label=LABEL, type="text", role="free_text"),
}


def read(kind: str, value: object, *, typed: bool = False):
    return ColumnReader(COLUMNS[kind], {}, typed=typed).read(RawCell(1, 1, value))


def rule(kind: str, value: object) -> str | None:
    fault = read(kind, value).fault
    return fault.rule if fault else None


anything = st.one_of(
    st.text(max_size=30),
    st.integers(),
    st.floats(),
    st.booleans(),
    st.datetimes(),
    st.times(),
    st.timedeltas(),
    st.sampled_from(
        ["99", "99,0", "-9", "1 234,5", "=A1", "#N/A", "2024-01-15", "2024-02-30", "ja", "P001", "\x00", "."]
    ),
)


@settings(max_examples=300, deadline=None)
@given(value=anything, kind=st.sampled_from(sorted(COLUMNS)))
def test_any_content_is_a_value_or_missing_or_a_fault(value: object, kind: str) -> None:
    reading = read(kind, value)
    states = [
        reading.value is not None,
        reading.reason is not None,
        reading.fault is not None,
        not reading.filled,
    ]
    assert sum(states) == 1


@settings(max_examples=200, deadline=None)
@given(
    whole=st.integers(min_value=-9_999_999, max_value=9_999_999),
    cents=st.integers(min_value=0, max_value=99),
    mark=st.sampled_from(",."),
    blank=st.sampled_from(["", " ", "\u00a0", "\u202f"]),
    minus=st.sampled_from("-−"),
)
def test_numbers_round_trip_in_swedish_and_english(
    whole: int, cents: int, mark: str, blank: str, minus: str
) -> None:
    grouped = f"{abs(whole):,}".replace(",", blank)
    text = f"{minus if whole < 0 else ''}{grouped}{mark}{cents:02d}"
    expected = float(f"{'-' if whole < 0 else ''}{abs(whole)}.{cents:02d}")
    assert quantity(text).value == expected


@pytest.mark.parametrize(
    "text", ["12,5 %", "1.250,5", "1,250.5", "ca 7", "8/10", "3-4", "1 2", "5,", ",5", "1e3", "٣", "9" * 400]
)
def test_what_is_no_number_is_not_guessed(text: str) -> None:
    assert quantity(text) is None


@pytest.mark.parametrize(
    ("kind", "value", "expected"),
    [
        ("integer", "6,0", 6.0),
        ("integer", 6, 6.0),
        ("number", "−3", -3.0),
        ("number", "1\u00a0234,50", 1234.5),
        ("code", " JA ", "ja"),
        ("code", "två", "2"),
        ("code", 2.0, "2"),
        ("code", True, "ja"),
        ("boolean", "SANT", 1.0),
        ("boolean", 0, 0.0),
        ("date", datetime.fromisoformat("2024-01-15 13:30"), date(2024, 1, 15)),
        ("date", "2024-01-15", date(2024, 1, 15)),
        ("month", "2024-03", date(2024, 3, 1)),
        ("id", "P001 ", "P001"),
        ("id", "Ｐ００１", "P001"),
        ("integer", "５", 5.0),
        ("marks", "5 - Varken eller", 5.0),
        ("marks", "5 = varken eller", 5.0),
        ("marks", "5. Neither", 5.0),
        ("marks", "5 (Varken eller)", 5.0),
        ("marks", "5 Varken eller", 5.0),
        ("marks", "-1 – Sämre", -1.0),
        ("words", "5 – varken  eller", "5"),
        ("words", "ja: Ja", "ja"),
        ("words", "j - Yes", "ja"),
        ("boolean", "1 - Ja", 1.0),
        ("boolean", "0 = Nej", 0.0),
        ("date", "2024-01-15 00:00:00", date(2024, 1, 15)),
        ("date", "2024-01-15T00:00", date(2024, 1, 15)),
        ("month", "2024-03-15", date(2024, 3, 1)),
        ("known_id", "099", "099"),
    ],
)
def test_documented_spellings(kind: str, value: object, expected: object) -> None:
    assert read(kind, value).value == expected


@pytest.mark.parametrize(
    ("kind", "value", "expected"),
    [
        ("integer", "6,5", "not_an_integer"),
        ("integer", "11", "out_of_range"),
        ("integer", "999", "unknown_missing_code"),
        ("integer", datetime.fromisoformat("2024-04-03"), "auto_date"),
        ("integer", "03-apr", "auto_date"),
        ("integer", True, "not_a_number"),
        ("integer", ".", "unknown_missing_code"),
        ("date", "01/02/2024", "ambiguous_date"),
        ("date", "2024-02-30", "not_a_date"),
        ("date", 45306, "not_a_date"),
        ("date", "2019-12-31", "out_of_range"),
        ("date", "9999-12-31", "implausible_date"),
        ("code", "?", "unknown_code"),
        ("boolean", "x", "unknown_code"),
        ("id", "p001", "bad_pattern"),
        ("id", 1, "bad_pattern"),
        ("id", "P0\x0001", "invalid_characters"),
        ("id", "P0٣1", "bad_pattern"),
        ("integer", time(8, 30), "auto_date"),
        ("code", timedelta(hours=30), "auto_date"),
        ("marks", "5 - Dåligt", "unknown_code"),
        ("marks", "5 - Bra", "unknown_code"),
        ("marks", "4 - Varken eller", "not_a_number"),
        ("marks", "5-6", "not_a_number"),
        ("integer", "5 - Varken eller", "not_a_number"),
        ("boolean", "1 - Nej", "unknown_code"),
        ("date", "2024-01-14T23:00:00Z", "not_a_date"),
        ("date", "2024-01-15 00:00:00+01:00", "not_a_date"),
        ("month", 202403, "not_a_date"),
        ("count", -1, "out_of_range"),
    ],
)
def test_faults(kind: str, value: object, expected: str) -> None:
    assert rule(kind, value) == expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (45306, "serial"),
        ("45306", "serial"),
        (45306.0, "serial"),
        (20240115, "compact"),
        ("240115", "compact"),
        ("2024-02-30", "calendar"),
        ("2024-01-14T23:00:00Z", "clock"),
        ("2024-01-15 13:30", "clock"),
        ("v. 3 2024", ""),
        (True, ""),
        (12, ""),
    ],
)
def test_what_is_no_date_is_named_as_what_it_looks_like(value: object, expected: str) -> None:
    assert read("date", value).fault == Fault("not_a_date", expected)


@pytest.mark.parametrize(
    ("kind", "value", "reason"),
    [
        ("marks", "-9 = Vet ej", "-9"),
        ("marks", "vet ej", "-9"),
        ("words", "X9", "x9"),
        ("words", "x9 - Vet ej", "x9"),
        ("known_date", "9999-12-31", "9999-12-31"),
        ("known_date", datetime.fromisoformat("9999-12-31"), "9999-12-31"),
        ("known_date", 99.0, "99"),
        ("known_date", "Not known", "9999-12-31"),
        ("known_id", 99, "99"),
        ("known_id", "Vet ej", "99"),
    ],
)
def test_missing_codes_are_read_in_every_type_of_column(kind: str, value: object, reason: str) -> None:
    reading = read(kind, value)
    assert (reading.value, reading.reason, reading.fault) == (None, reason, None)


@pytest.mark.parametrize("value", [99, 99.0, "99", "99,0", "99.0", " 99 "])
def test_a_declared_missing_code_is_missing_with_its_reason(value: object) -> None:
    reading = read("integer", value)
    assert (reading.value, reading.reason, reading.fault) == (None, "99", None)


def test_an_empty_cell_is_missing_and_nothing_else() -> None:
    assert ColumnReader(COLUMNS["integer"], {}, typed=True).read(None) == EMPTY
    assert read("integer", " \u00a0 ") == EMPTY


def test_how_a_cell_was_read_is_noted() -> None:
    assert read("code", "Ja").note == "interpreted_value"
    assert read("code", "ja").note is None
    assert read("id", " P001").note == "normalised_text"
    assert read("number", "12,5", typed=True).note == "interpreted_value"
    assert read("number", "12,5").note is None
    assert read("marks", "5 - Varken eller").note == "interpreted_value"
    assert read("date", "2024-01-15 00:00:00").note == "interpreted_value"
    assert read("date", "2024-01-15").note is None
    assert read("free", "@SUM(A1)").note == "formula_like_text"
