"""Random running numbers: one for each person, in the declared form, with a key that lies elsewhere."""

import csv
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
from small_study import declare
from typer.testing import CliRunner

from fou_eval import cli
from fou_eval.declaration.reading import Declaration
from fou_eval.declaration.running import RunningForm
from fou_eval.entry import pseudonyms
from fou_eval.entry.numbering import number_anew, same_id
from fou_eval.entry.pseudonyms import obstacles, refuse_place, write_pseudonymised
from fou_eval.errors import DataError, WritingError
from fou_eval.intake.door import read_data
from fou_eval.intake.survey import Survey, survey

TABLE = """
table: rader
label: {sv: Rader, en: Rows}
row: {sv: en rad, en: a row}
key: [person, vag]
columns:
  familj: {label: {sv: Familj, en: Family}, type: text, required: true, pattern: 'F\\d{2}', role: family_id}
  person: {label: {sv: Person, en: Person}, type: text, required: true, pattern: '%s', role: person_id}
  vag: {label: {sv: Våg, en: Wave}, type: code, codes: waves, required: true, role: wave}
  dag: {label: {sv: Dag, en: Day}, type: date, role: date}
  maende: {label: {sv: Mående, en: Well-being}, type: integer, min: 1, max: 10, role: outcome,
           domain: home, kind: scale, better: higher}
  text: {label: {sv: Fritext, en: Free text}, type: text, role: free_text}
"""
# Serials 980 to 989 are set aside for numbers that belong to nobody.
PEOPLE = [("Ek", "850709-9805"), ("Ek", "19850709 9805"), ("Al", "900101-9802"), ("Al", "7003089801")]


def declared(folder: Path, pattern: str = "P\\d{3}") -> Declaration:
    return declare(folder, TABLE % pattern, waves=("T0", "T1"))


@pytest.fixture
def places(tmp_path: Path) -> Callable[[str], Path]:
    for name in ("data", "safe"):
        (tmp_path / name).mkdir()
    return lambda name: tmp_path / name


def data_file(path: Path, rows: list[tuple[object, ...]] | None = None) -> Path:
    book = openpyxl.Workbook()
    book.active.title = "rader"
    book.active.append(["familj", "person", "vag", "dag", "maende", "text", "namn"])
    usual = [
        (family, person, wave, "2024-01-15", value, "Ringde mamma Anna", "Anna Andersson")
        for (family, person), wave, value in zip(PEOPLE, ("T0", "T1", "T0", "T0"), (3, 7, 99, 5), strict=True)
    ]
    for row in rows or usual:
        book.active.append(row)
    book.active["A2"].comment = openpyxl.comments.Comment("Familjen Ek i Lillbyn", "Karin")
    book.create_sheet("kodnyckel").append(["Ek", "F01"])
    book["kodnyckel"].sheet_state = "hidden"
    book.save(path)
    return path


def written(path: Path) -> list[tuple[object, ...]]:
    return list(openpyxl.load_workbook(path)["rader"].iter_rows(values_only=True))


def test_a_file_with_identity_numbers_becomes_one_that_check_reads(places: Callable[[str], Path]) -> None:
    declaration = declared(places("study"))
    found = survey(data_file(places("data/in.xlsx")), declaration)
    assert obstacles(found) == []
    key, out = places("safe/key.csv"), places("data/out.xlsx")
    done = write_pseudonymised(found, declaration, key=key, out=out)
    assert (done.families, done.persons, done.rows) == (2, 3, 4)
    assert (done.left_out, done.unnamed) == (("text", "namn"), 0)
    head, *rows = written(out)
    assert head == ("familj", "person", "vag", "dag", "maende")
    assert {row[0] for row in rows} == {"F01", "F02"}
    assert {row[1] for row in rows} == {"P001", "P002", "P003"}
    assert [row[:2] for row in rows] == sorted(row[:2] for row in rows)
    twice = [row[1] for row in rows if row[2] == "T1"]
    assert [row[4] for row in rows if row[1] == twice[0]] == [
        3,
        7,
    ]  # two spellings of one number are one person
    again = survey(out, declaration)
    assert [(i.rule, i.cell) for i in again.issues if i.severity in {"stop", "error"}] == [
        (
            "unknown_missing_code",
            f"E{2 + [row[4] for row in rows].index(99)}",
        )  # carried over, for check to judge
    ]


def test_nothing_but_declared_columns_reaches_the_copy(places: Callable[[str], Path]) -> None:
    declaration = declared(places("study"))
    out = places("data/out.xlsx")
    found = survey(data_file(places("data/in.xlsx")), declaration)
    write_pseudonymised(found, declaration, key=places("safe/key.csv"), out=out)
    book = openpyxl.load_workbook(out)
    assert book.sheetnames == ["rader"]
    assert not book.properties.creator
    everything = str([cell.value for row in book["rader"].iter_rows() for cell in row]).casefold()
    for word in ("anna", "ek", "al", "8507", "9805", "karin", "lillbyn"):
        assert f"'{word}" not in everything
        assert f" {word}" not in everything


def test_the_key_holds_every_id_once_and_belongs_to_one_person(places: Callable[[str], Path]) -> None:
    declaration = declared(places("study"))
    key, out = places("safe/key.csv"), places("data/out.xlsx")
    write_pseudonymised(survey(data_file(places("data/in.xlsx")), declaration), declaration, key=key, out=out)
    rows = list(csv.DictReader(key.read_text("utf-8-sig").splitlines(), delimiter=";"))
    assert sorted(row["old_id"] for row in rows) == ["7003089801", "850709-9805", "900101-9802", "Al", "Ek"]
    assert sorted(row["new_id"] for row in rows) == ["F01", "F02", "P001", "P002", "P003"]
    assert key.stat().st_mode & 0o077 == 0
    families = {row["new_id"]: row["old_id"] for row in rows if row["what"] == "family"}
    persons = {row["new_id"]: row["old_id"] for row in rows if row["what"] == "person"}
    for family, person, *_ in written(out)[1:]:
        assert (families[family] == "Ek") == (persons[person] == "850709-9805")


def test_numbers_are_drawn_and_not_counted(places: Callable[[str], Path]) -> None:
    declaration = declared(places("study"))
    people = {f"id {number}": None for number in range(40)}
    made = [number_anew(declaration.codebook, [], people).persons for _ in range(5)]
    orders = {tuple(numbers[name] for name in people) for numbers in made}
    assert len(orders) == 5
    assert {tuple(sorted(order)) for order in orders} == {tuple(f"P{n:03d}" for n in range(1, 41))}


def test_a_person_keeps_the_number_of_the_family_where_the_form_holds_both(
    places: Callable[[str], Path],
) -> None:
    declaration = declared(places("study"), "F\\d{2}-P\\d")
    people = {"a": "X", "b": "X", "c": "Y"}
    made = number_anew(declaration.codebook, ["X", "Y"], people)
    assert sorted(made.persons[name] for name in "ab") == [
        made.families["X"] + "-P1",
        made.families["X"] + "-P2",
    ]
    assert made.persons["c"] == made.families["Y"] + "-P1"
    with pytest.raises(DataError, match="inte vilken familj varje person hör till"):
        number_anew(declaration.codebook, ["X"], {"a": "X", "b": None})


@pytest.mark.parametrize(
    ("pattern", "told"),
    [("P\\d", "räcker inte till 12 löpnummer"), ("[A-F]{3}", "inte fast text och löpnummer")],
)
def test_a_form_without_room_is_refused(places: Callable[[str], Path], pattern: str, told: str) -> None:
    declaration = declared(places("study"), pattern)
    with pytest.raises(DataError, match=told):
        number_anew(declaration.codebook, [], {str(number): None for number in range(12)})


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("850709-9805", "198507099805", True),
        ("507099802", "0507099802", True),
        ("8507099805.0", "850709 9805", True),
        (" Ek ", "Ek", True),
        ("P1", "p1", False),
        ("1", "001", False),
    ],
)
def test_spellings_of_one_id(one: str, other: str, *, alike: bool) -> None:
    assert (same_id(one) == same_id(other)) == alike


def test_identifiers_outside_ids_hinder(places: Callable[[str], Path]) -> None:
    declaration = declared(places("study"))
    rows = [("Ek", "850709-9805", "T0", "2024-01-15", "850709-9805", None, None)]
    hindering = obstacles(survey(data_file(places("data/in.xlsx"), rows), declaration))
    assert [(issue.rule, issue.cell) for issue in hindering] == [("direct_identifier", "E2")]


def test_a_file_that_cannot_be_read_hinders(places: Callable[[str], Path]) -> None:
    declaration = declared(places("study"))
    (places("data") / "in.csv").write_text("", "utf-8")
    assert [issue.rule for issue in obstacles(survey(places("data/in.csv"), declaration))] == ["empty_file"]


def test_nothing_is_overwritten_and_no_key_is_left_alone(places: Callable[[str], Path]) -> None:
    declaration = declared(places("study"))
    found = survey(data_file(places("data/in.xlsx")), declaration)
    places("data/out.xlsx").write_bytes(b"mine")
    with pytest.raises(WritingError, match=r"out\.xlsx finns redan"):
        write_pseudonymised(found, declaration, key=places("safe/key.csv"), out=places("data/out.xlsx"))
    assert places("data/out.xlsx").read_bytes() == b"mine"
    assert not places("safe/key.csv").exists()


def test_an_interruption_leaves_neither_copy_nor_key(
    places: Callable[[str], Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    declaration = declared(places("study"))
    found = survey(data_file(places("data/in.xlsx")), declaration)

    def interrupted(*_: object) -> Survey:
        raise KeyboardInterrupt

    monkeypatch.setattr(pseudonyms, "survey", interrupted)
    with pytest.raises(KeyboardInterrupt):
        write_pseudonymised(found, declaration, key=places("safe/key.csv"), out=places("data/out.xlsx"))
    assert not places("safe/key.csv").exists()
    assert not places("data/out.xlsx").exists()


@pytest.mark.parametrize("key", ["study/key.csv", "data/key.csv", "data/below/key.csv", "copy/key.csv"])
def test_a_key_beside_what_it_opens_is_refused(places: Callable[[str], Path], key: str) -> None:
    with pytest.raises(DataError, match="Nyckeln skulle hamna i mappen för"):
        refuse_place(
            places(key),
            study=places("study"),
            data=places("data/in.xlsx"),
            out=places("copy/out.xlsx"),
            language="sv",
        )


def test_the_command_says_what_it_did_and_repeats_no_id(places: Callable[[str], Path]) -> None:
    declared(places("study"))
    file = data_file(places("data/in.xlsx"))
    words = ["pseudonymise", str(file), "--study", str(places("study")), "--key", str(places("safe/key.csv"))]
    answer = CliRunner().invoke(cli.app, words)
    assert answer.exit_code == 0
    assert "2 familjer och 3 personer har fått slumpade löpnummer (4 rader)" in answer.output
    assert "Togs inte med: text, namn." in answer.output
    assert places("data/prov_pseudonymiserad.xlsx").is_file()
    assert not [word for word in ("Ek", "9805", "Anna") if word in answer.output]


def test_the_copy_gives_the_same_study_whatever_the_ids_were(places: Callable[[str], Path]) -> None:
    declaration = declared(places("study"))
    rows = [
        (f"F{n:02d}", f"P{n:03d}", wave, "2024-01-15", 1 + (3 * n + late) % 10, None, None)
        for n in range(1, 7)
        for late, wave in enumerate(("T0", "T1"))
    ]
    book = openpyxl.Workbook()
    book.active.title = "rader"
    book.active.append(["familj", "person", "vag", "dag", "maende"])
    for row in rows:
        book.active.append(row[:5])
    book.save(places("data/in.xlsx"))
    out = places("data/out.xlsx")
    write_pseudonymised(
        survey(places("data/in.xlsx"), declaration), declaration, key=places("safe/k.csv"), out=out
    )
    one, other = (read_data(path, declaration).tables["rader"] for path in (places("data/in.xlsx"), out))
    trajectories = [
        sorted(frame.sort_values("vag").groupby("person")["maende"].agg(tuple)) for frame in (one, other)
    ]
    assert trajectories[0] == trajectories[1]
    assert RunningForm(("F", ""), (2,)).fill([1]) in set(other["familj"])
