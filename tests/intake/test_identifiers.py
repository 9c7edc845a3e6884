"""Direct identifiers are found in every spelling, and ordinary notes are left alone."""

import time
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from intake.identifier_lists import DOUBTS, HARMLESS, STOPS

from fou_eval.intake.persons.announced import personal_header
from fou_eval.intake.persons.checks import is_luhn, is_nordic_number
from fou_eval.intake.persons.identifiers import in_number, in_text, may_be_shown


@pytest.mark.parametrize(("kind", "text"), [(kind, text) for kind, texts in STOPS.items() for text in texts])
def test_what_identifies_stops(kind: str, text: str) -> None:
    found = in_text(text)
    assert kind in {finding.kind for finding in found}
    assert "stop" in {finding.severity for finding in found}


@pytest.mark.parametrize(("kind", "text"), [(kind, text) for kind, texts in DOUBTS.items() for text in texts])
def test_what_may_identify_is_pointed_out(kind: str, text: str) -> None:
    assert kind in {finding.kind for finding in in_text(text)}


@pytest.mark.parametrize("text", HARMLESS)
def test_ordinary_notes_are_left_alone(text: str) -> None:
    assert in_text(text) == ()


def test_a_finding_says_nothing_of_what_was_read() -> None:
    for text in (text for texts in STOPS.values() for text in texts if len(text) > 5):
        assert text not in repr(in_text(text))


@settings(max_examples=80, deadline=None)
@given(
    born=st.dates(min_value=date(1930, 1, 1), max_value=date(2025, 12, 31)),
    serial=st.integers(min_value=980, max_value=999),
    coordination=st.booleans(),
    form=st.sampled_from(
        [
            *(
                "{s}-{l}",
                "{s}{l}",
                "{f}{l}",
                "{f}-{l}",
                "{s} {l}",
                "{s}+{l}",
                "{s}–{l}",
                "{i}-{l}",
                "id{s}{l}x",
            ),
            *(
                "{s} - {l}",
                "({s}) {l}",
                "{s}\u00a0{l}",
                "{s}/{l}",
                "{s}_{l}",
                "{s}{l}.0",
                "{wide}",
                "{f}-{l}/1",
            ),
        ]
    ),
)
def test_every_spelling_of_an_identity_number_stops(born, serial: int, coordination: bool, form: str) -> None:
    day = born.day + 60 * coordination
    short = f"{born:%y%m}{day:02}"
    check = next(digit for digit in "0123456789" if is_luhn(f"{short}{serial}{digit}"))
    last = f"{serial}{check}"
    text = form.format(
        s=short, f=f"{born:%Y%m}{day:02}", i=f"{born:%Y-%m}-{day:02}", l=last, wide=" ".join(short + last)
    )
    assert "pnr" in {finding.kind for finding in in_text(f"obs {text} klar")}
    assert in_number(text)


@settings(max_examples=80, deadline=None)
@given(
    day=st.dates(min_value=date(2020, 1, 1), max_value=date(2026, 12, 31)),
    other=st.dates(min_value=date(2020, 1, 1), max_value=date(2026, 12, 31)),
    clock=st.times(),
    form=st.sampled_from(
        [
            *(
                "{a}",
                "{a} - {b}",
                "{a}–{b}",
                "{a} till {b}",
                "{a} {c:%H:%M}",
                "{a}T{c:%H:%M}",
                "{a} kl {c:%H.%M}",
            ),
            *(
                "{a:%Y-%m} - {b:%Y-%m}",
                "{a:%Y}/{b:%y}",
                "{c:%H:%M}-{c:%H:%M}",
                "{c:%H.%M}–{c:%H.%M}",
                "{a} {a:%Y} kr",
            ),
        ]
    ),
)
def test_days_and_times_are_days_and_no_numbers(day, other, clock, form: str) -> None:
    found = in_text(form.format(a=day, b=other, c=clock))
    assert {finding.kind for finding in found} <= {"date_in_text"}


@settings(max_examples=80, deadline=None)
@given(
    amount=st.integers(min_value=1, max_value=99_999_999), unit=st.sampled_from(["kr", "kronor", "SEK", "st"])
)
def test_amounts_are_left_alone(amount: int, unit: str) -> None:
    spaced = f"{amount:,}".replace(",", " ")
    assert not [finding for finding in in_text(f"{spaced} {unit}") if finding.severity == "stop"]


@pytest.mark.parametrize(
    "header",
    [
        "Namn",
        "Barnets namn",
        "personnummer",
        "Födelsedatum",
        "E-post",
        "IP adress",
        "Mammas tel",
        "LocationLatitude",
    ],
)
def test_headers_that_announce_persons(header: str) -> None:
    assert personal_header(header) is not None


@pytest.mark.parametrize(
    "header", ["Insatsens namn", "Mående", "Kommun", "Antal samtal", "Födda barn", "Mobilitet"]
)
def test_headers_that_announce_nobody(header: str) -> None:
    assert personal_header(header) is None


def test_what_could_be_a_person_is_never_shown() -> None:
    assert not any(
        map(may_be_shown, ["Anna", "Anna Andersson", "850709-9805", "Kim Xyzsson", "070-174 06 05", "x" * 80])
    )
    shown = [
        "skola",
        "Frånvaro %",
        "Mät våg",
        "redcap_event_name",
        "Blad1",
        "kodnyckel",
        "Mät Våg",
        "Andel Kvar",
    ]
    assert all(map(may_be_shown, shown))


def test_a_mobile_number_is_no_coordination_number_of_wrong_check_digit() -> None:
    assert [finding.kind for finding in in_text("0701740652")] == ["phone"]
    assert {finding.kind for finding in in_text("850709-9801, 0701740652")} == {"phone", "pnr_wrong"}


def test_neighbours_have_check_digits_too() -> None:
    """Finland: the example of its population register. Norway: a made-up number, weights of Skatteetaten, by hand."""
    assert is_nordic_number("131052-308T")
    assert not is_nordic_number("131052-308U")
    assert is_nordic_number("010100 98048")
    assert not is_nordic_number("010100 98049")


PIECES = [
    "a",
    "0",
    "A",
    " ",
    "a.",
    "0 ",
    "Anna ",
    "@",
    "aB1-",
    "1.2",
    "+4 ",
    "12-",
    "12:",
    "f. 1",
    "Aa",
    "%41",
    "o0",
    "0·",
    "08_",
    'Aa "Aa" ',
    "850709 nr ",
    "Aa O ",
    "SE45.",
]


@pytest.mark.parametrize("piece", PIECES)
def test_long_texts_take_no_time(piece: str) -> None:
    begun = time.process_time()
    in_text(piece * (32_767 // len(piece)))
    assert time.process_time() - begun < 2
