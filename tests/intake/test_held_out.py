"""Identifiers in the spellings that people use, and sentences in which nobody is named, as a user hands them in.

The sets were made without looking at the detectors (`held_out`), and each was measured once before anybody looked at
what it holds. After that the detectors were mended by what was missed, first in A, then in B: neither set is held out
any longer, and the figures after the mending say how well the mending went, not what to expect of another file. The
figures to quote are the blind ones, and of these the later: those of B.
"""

from functools import cache
from pathlib import Path

import pytest
from intake.held_out import a, a_numbers, a_words, b, b_numbers, b_words, c
from intake.held_out.items import Item, check_digit
from intake.held_out.measure import declared, false_alarms, judges_ids, measure, texts, through_file

from fou_eval.declaration.reading import Declaration

SETS = {"a": a, "b": b}
EVERY = 5
"""One cell in so many is handed in: all of them take too long for every run. The figures told are of all cells."""


@cache
def cells_of(name: str) -> list[Item]:
    return SETS[name].identifiers()


@pytest.fixture(scope="module")
def study(tmp_path_factory: pytest.TempPathFactory) -> Declaration:
    return declared(tmp_path_factory.mktemp("study") / "prov")


@pytest.mark.parametrize(("name", "cells", "sentences"), [("a", 2500, 1200), ("b", 4000, 1050)])
def test_the_set_is_large_and_repeats_itself(name: str, cells: int, sentences: int) -> None:
    items, ordinary = cells_of(name), SETS[name].ordinary()
    assert items == SETS[name].identifiers()
    assert len(items) > cells
    assert {item.kind for item in items[::EVERY]} == {item.kind for item in items}
    assert len({item.cell for item in ordinary if item.form != "dated"}) > sentences
    assert {item.form for item in ordinary} == {"hand-written", "grammar", "dated"}


def test_numbers_carry_their_check_digit_and_a_test_serial() -> None:
    numbers = [
        str(item.cell)
        for item in a.identifiers()
        if item.kind == "identity_number" and item.form.endswith("'{s}{n}'")
    ]
    assert len(numbers) == 2 * a_numbers.EACH
    for number in (text for text in numbers if text.isdigit()):
        assert int(number[9]) == check_digit(number[:9])
        assert 980 <= int(number[6:9]) <= 999


def test_frames_name_nobody() -> None:
    """A frame that raised an alarm by itself would hide that the identifier in it was missed."""
    frames = [
        frame.replace("{}", "detta")
        for module in (a_numbers, a_words, b_numbers, b_words)
        for name, value in vars(module).items()
        if name.endswith("_FRAMES")
        for frame in value
    ]
    assert len(frames) > 120
    assert [frame for frame, answer in zip(frames, texts(frames), strict=True) if answer] == []


def test_a_warning_is_no_recall_where_a_stop_is_due() -> None:
    items = [
        Item(kind=kind, form="", level=level, cell=cell, alone=True)
        for kind, level, cell in (
            ("a", "stop", "stop"), ("a", "stop", "warning"), ("a", "stop", "stop"), ("a", "stop", None),
            ("b", "doubt", "stop"), ("b", "doubt", "warning"), ("b", "doubt", None), ("b", "doubt", None),
            ("c", "none", "stop"),
        )
    ]  # fmt: skip
    found = measure(items, list)
    assert [(line.kind, line.cells, line.seen, line.stopped, line.recall) for line in found] == [
        ("a", 4, 75, 50, 50),
        ("b", 4, 50, 25, 50),
    ]
    alarms = false_alarms(items[:8], list)
    assert [(line.sentences, line.stops, line.warnings) for line in alarms] == [(8, 375, 250)]


def test_a_known_number_is_found_at_its_row(study: Declaration, tmp_path: Path) -> None:
    cells = ["lugnt hemma", "811228-9874", "lugnt i skolan"]
    for name in ("rader.xlsx", "rader.csv"):
        for column in ("anteckning", "ovrigt"):
            assert through_file(tmp_path / name, study, column)(cells) == [None, "stop", None]


STOPPING = {
    "account", "address", "birth", "coordination_number", "e_mail", "full_name", "identity_number", "ip",
    "number_mistyped", "telephone",
}  # fmt: skip
DOUBTED = {
    "address_part", "case_number", "date_in_text", "e_mail_damaged", "initials", "number_lost_zero", "number_masked",
    "number_mistyped_bare", "number_ocr", "number_partial", "number_scientific", "plate", "school", "single_name",
    "small_name", "telephone_bare", "url",
}  # fmt: skip
KINDS = {"a": STOPPING | DOUBTED, "b": STOPPING | DOUBTED | {"name_run_together"}}
FLOORS = {
    "a": {"full_name": 94, "initials": 96, "single_name": 96, "small_name": 80},
    "b": {"date_in_text": 87, "full_name": 89, "initials": 97, "single_name": 95, "small_name": 42},
}
"""What is found of each kind, in per cent of the cells handed in; all of the kinds that are not named."""


@pytest.mark.parametrize("name", ["a", "b"])
def test_recall_in_a_free_text_column_of_a_workbook(study: Declaration, tmp_path: Path, name: str) -> None:
    """Each kind is found, at the level the contract asks for, in at least this share of its cells (per cent).

    A, blind, 2,761 cells: account 43, address 97, part of an address 75, birth 67, case number 64, coordination
    number 96, date 29, e-mail 100 (damaged 20), full name 4 (43 with a warning), identity number 96, first name
    and initial 26, IP 56, number with its zero lost 50, masked 61, mistyped 100, read by machine 28, in part 57,
    scientific 33, plate 80, school 75, single name 51, name in small letters 0, telephone 82 (without area or
    zero 22), web address 67. After mending: full name 96, first name and initial 96, single name 96, name in small
    letters 83, all else 100.

    B, blind, 4,035 cells: account 78, address 64, part of an address 100, birth 88, case number 90, coordination
    number 81, date 95, e-mail 100 (damaged 100), full name 66 (100 with a warning), identity number 82 (100 with a
    warning), first name and initial 96, IP 100, names run together 85, number with its zero lost 100, masked 100,
    mistyped 100, read by machine 50, in part 100, scientific 75, plate 80, school 88, single name 94, name in small
    letters 47, telephone 68 (without area or zero 69), web address 100. After mending: address 99, date 95, full
    name 88 (100 with a warning), first name and initial 98, single name 95, name in small letters 47, all else 100.
    """
    items = cells_of(name)[::EVERY]
    found = measure(items, through_file(tmp_path / "rader.xlsx", study, "anteckning"))
    assert {line.kind for line in found} == KINDS[name]
    assert [line for line in found if line.recall < FLOORS[name].get(line.kind, 100)] == []


@pytest.mark.parametrize("name", ["a", "b"])
def test_stops_in_a_context_column_of_a_text_file(study: Declaration, tmp_path: Path, name: str) -> None:
    """What has to stop is stopped also outside free text, in at least this share of the cells (per cent).

    A, blind: account 43, address 97, birth 67, coordination number 97, e-mail 100, full name 4, identity number
    97, IP 56, mistyped number 100, telephone 82. After mending: full name 96, all else 100.

    B, blind: account 78, address 64, birth 88, coordination number 81, e-mail 100, full name 66, identity number
    82, IP 100, mistyped number 100, telephone 68. After mending: address 99, full name 88, all else 100.
    """
    items = [item for item in cells_of(name)[::EVERY] if item.level == "stop"]
    found = measure(items, through_file(tmp_path / "rader.csv", study, "ovrigt"))
    assert {line.kind for line in found} == STOPPING
    assert [line for line in found if line.recall < FLOORS[name].get(line.kind, 100)] == []


@pytest.mark.parametrize(
    ("file", "column", "every"), [("rader.xlsx", "anteckning", 1), ("rader.csv", "ovrigt", 2)]
)
@pytest.mark.parametrize(("name", "written"), [("a", 0), ("b", 4)])
def test_ordinary_sentences_raise_few_alarms(
    study: Declaration, tmp_path: Path, file: str, column: str, every: int, name: str, written: int
) -> None:
    """Nothing stops at a sentence in which nobody is named, and few get a warning.

    A, blind, per 1,000 sentences in free text: 27 warnings on 374 written by hand (ten: schools in general, Hans
    and Inga as pronouns, a clinic and a flower with a first name), none on 900 made by the grammar, 83 on dated
    ones, which the contract wants. In a context column none. After mending: none, none and 167.

    B, blind, per 1,000, both columns: 46 warnings on 197 written by hand (nine: two schools in general, a chain and
    an organisation, gods, and four sentences about a name as a word), 4 on 900 made by the grammar (sums with the
    currency before), 300 on dated ones. After mending: 20 (names as words, all four), none and 200.
    """
    alarms = false_alarms(SETS[name].ordinary()[::every], through_file(tmp_path / file, study, column))
    assert [line.stops for line in alarms] == [0, 0, 0]
    warnings = {line.sort: round(line.warnings * line.sentences / 1000) for line in alarms}
    assert warnings["hand-written"] <= written
    assert warnings["grammar"] == 0


@pytest.mark.parametrize(
    ("name", "unseen", "too_much"),
    [("a", {"initials"}, set()), ("b", {"three letters of each name", "year of birth", "base64"}, {"uuid"})],
)
def test_ids_that_say_who_it_is(tmp_path: Path, name: str, unseen: set[str], too_much: set[str]) -> None:
    """Some ways to build an id from a person pass unseen.

    A, blind, of eleven ways: dates of birth and bare initials. After mending: bare initials. B, blind, of twelve:
    a date with initials, three letters of each name, the year of birth and base64; a random UUID gets a warning,
    as a hash does. After mending the date with initials is seen.
    """
    study = declared(tmp_path / "prov", pattern="")
    answers = {
        scheme: (level, judges_ids(tmp_path / "rader.xlsx", study, ids))
        for scheme, (level, ids) in SETS[name].ids().items()
    }
    assert {
        scheme for scheme, (level, answer) in answers.items() if level != "none" and answer is None
    } == unseen
    assert {scheme for scheme, (level, answer) in answers.items() if level == "none" and answer} == too_much


def test_what_clerks_really_write(study: Declaration, tmp_path: Path) -> None:
    """Set C holds 139 realistic forms, 1,390 cells, and 250 sentences; no detector was changed for it.

    Blind, on two states of the detectors, per cent found at the demanded level: what has to stop 97.7 and then 97.9
    of 770 cells (identity and coordination numbers, telephone, e-mail, birth 100, full name 99, address 90, account
    88), doubts 88 of 620 (single name 99, case number 92, part of an address 78, name in small letters 65, initials
    60, day without a year 35). No false stop; 42 warnings per 1,000 sentences. Two things were mended in general
    afterwards and are in the floors: a number after a group of four digits, and whole dates of any year.
    """
    detector = through_file(tmp_path / "rader.xlsx", study, "anteckning")
    found = measure(c.identifiers(), detector, lambda item: item.level)
    assert [(line.level, line.cells) for line in found] == [("doubt", 620), ("stop", 770)]
    doubt, stop = found
    assert stop.recall >= 98
    assert doubt.recall >= 89
    alarms = false_alarms(c.ordinary(), detector)
    assert sum(line.stops for line in alarms) == 0
    undated = [line for line in alarms if line.sort != "mätdatum"]
    assert sum(round(line.warnings * line.sentences / 1000) for line in undated) <= 10
