"""Direct identifiers are found in every spelling, and ordinary notes are left alone."""

import time
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fou_eval.intake.persons.announced import personal_header
from fou_eval.intake.persons.identifiers import in_number, in_text, may_be_shown
from fou_eval.intake.persons.identity_numbers import is_luhn

# Numbers stand on serial 980, set aside for test numbers; telephone numbers are from the series for fiction.
STOPS = [
    "850709-9805", "8507099805", "198507099805", "19850709-9805", "850709+9805", "850709 9805",
    "19850709 9805",
    "1985-07-09-9805", "1985 07 09 9805", "1985/07/09 9805", "850709–9805", "850709−9805", "8507099805.0",
    "pnr:850709-9805, barn", "'850709-9805", "\u200b850709-9805", "850709\u20119805", "８５０７０９９８０５",
    "P8507099805",
    "FAM_198507099805_1", "850709-9801", "507099802", "född 9 juli 2012", "f. 2012-07-09",
    "anna.svensson@example.org",
    "070-174 06 05", "+46701740605", "+46 70 174 06 05", "0701740605", "031-390 06 00", "Storgatan 5B",
    "192.168.1.14",
    "SE45 5000 0000 0583 9825 7466", "Anna Svensson", "mamma Anna ringde", "BUP, läkare Karin Berg",
]  # fmt: skip
WARNINGS = [
    "850709-XXXX", "850709-99", "850709T123", "19850709-TF12", "1.98507E+11", "20120709", "120709",
    "123 45 Storstad", "SE-12345",
    "Exempelskolan åk 7", "Exempels förskola", "dnr SOC 2023/00123", "https://example.org/a",
    "Anna mår bättre",
    "Idag ringde Dragana inte, men mamma Dragana",
]  # fmt: skip
HARMLESS = [
    "P001", "F12", "2024-01-15", "45,5 %", "ADHD, utredning klar", "skolfrånvaro 35 procent i åk 7",
    "SDQ 18; ORS 24,5",
    "insats 2023-02-01 till 2023-08-31", "insats 2023-02-01 - 2023-08-31", "2024-01-15 12:30-13:45",
    "0000000000",
    "Mars var en bra månad", "Hon har mod att fråga", "Frid i familjen",
    "Kommunen ger stöd enligt SoL 4 kap 1 §",
    "steg 3 av 7", "T0 T1 T2", "120000 kr", "120 000 kr", "Trivs i skolan", "Vad är viktigt för familjen?",
    "11-15 år",
    "kl 08.30-15.45", "i grundskolan och förskolan", "Per vecka: 3 timmar", "genomförandeplan 3",
    "25 av 30 poäng", "1234567890123456",
]  # fmt: skip


@pytest.mark.parametrize("text", STOPS)
def test_what_identifies_stops(text: str) -> None:
    assert any(finding.severity == "stop" for finding in in_text(text))


@pytest.mark.parametrize("text", WARNINGS)
def test_what_may_identify_is_pointed_out(text: str) -> None:
    assert in_text(text)


@pytest.mark.parametrize("text", HARMLESS)
def test_ordinary_notes_are_left_alone(text: str) -> None:
    assert in_text(text) == ()


@settings(max_examples=200, deadline=None)
@given(
    born=st.dates(min_value=date(1930, 1, 1), max_value=date(2025, 12, 31)),
    serial=st.integers(min_value=980, max_value=999),
    form=st.sampled_from(
        ["{s}-{l}", "{s}{l}", "{f}{l}", "{f}-{l}", "{s} {l}", "{s}+{l}", "{s}–{l}", "{i} {l}", "id{s}{l}x"]
    ),
)
def test_every_spelling_of_an_identity_number_stops(born, serial: int, form: str) -> None:
    short = f"{born:%y%m%d}"
    check = next(digit for digit in "0123456789" if is_luhn(f"{short}{serial}{digit}"))
    text = form.format(s=short, f=f"{born:%Y%m%d}", i=born.isoformat(), l=f"{serial}{check}")
    assert "pnr" in {finding.kind for finding in in_text(f"obs {text} klar")}
    assert in_number(text)


@pytest.mark.parametrize(
    "header", ["Namn", "Barnets namn", "personnummer", "Födelsedatum", "E-post", "IP adress", "Mammas tel"]
)
def test_headers_that_announce_persons(header: str) -> None:
    assert personal_header(header) is not None


def test_what_could_be_a_person_is_never_shown() -> None:
    assert not any(
        map(may_be_shown, ["Anna", "Anna Andersson", "850709-9805", "Kim Xyzsson", "070-174 06 05", "x" * 80])
    )
    assert all(
        map(may_be_shown, ["skola", "Frånvaro %", "Mät våg", "redcap_event_name", "Blad1", "kodnyckel"])
    )


@pytest.mark.parametrize("piece", ["a", "0", "A", " ", "a.", "0 ", "Anna ", "@", "aB1-"])
def test_long_texts_take_no_time(piece: str) -> None:
    begun = time.process_time()
    in_text(piece * (32_767 // len(piece)))
    assert time.process_time() - begun < 2
