"""Every fault of a declaration is refused with its file, its line, what is wrong and what to write."""

from collections.abc import Callable
from pathlib import Path

import pytest
from ruamel.yaml import YAML

VISITS = "tables/visits.yaml"
BOOK = YAML(typ="safe", pure=True).load((Path(__file__).parent / "faults.yaml").read_text(encoding="utf-8"))
Edit = Callable[[str, str, str], None]
Refusal = Callable[[], list[str]]


def spoilt(edit: Edit, refusal: Refusal, case: dict[str, str]) -> tuple[list[str], list[str]]:
    """Make one replacement in the valid study; give what is said and what should be said."""
    edit(case["file"], case["old"], case["new"])
    told = "".join(f"{line}\n" for line in refusal())
    for name, words in BOOK["lists"].items():
        told = told.replace(words, f"<{name}>")
    return told.splitlines(), case["told"].splitlines()


@pytest.mark.parametrize("case", BOOK["ten_typos"], ids=lambda case: case["what"])
def test_the_ten_typos(edit: Edit, refusal: Refusal, case: dict[str, str]) -> None:
    told, expected = spoilt(edit, refusal, case)
    assert told == expected


@pytest.mark.parametrize("case", BOOK["form"], ids=lambda case: case["what"])
def test_faults_of_form(edit: Edit, refusal: Refusal, case: dict[str, str]) -> None:
    told, expected = spoilt(edit, refusal, case)
    assert told == expected


@pytest.mark.parametrize("case", BOOK["meaning"], ids=lambda case: case["what"])
def test_faults_of_meaning(edit: Edit, refusal: Refusal, case: dict[str, str]) -> None:
    told, expected = spoilt(edit, refusal, case)
    assert told == expected


@pytest.mark.parametrize("pattern", ["[[a]]", "a{99999999999}", "(", "*a", "(?P<a>x)(?P<a>y)"])
def test_a_pattern_that_cannot_be_used(edit: Edit, refusal: Refusal, pattern: str) -> None:
    edit(VISITS, r"'P\d{3}'", f"'{pattern}'")
    assert refusal()[0].startswith(
        f"tables/visits.yaml:8: columns.person_id.pattern: '{pattern}' is not a regular expression: "
    )


def test_all_faults_of_all_files_are_told_at_once(edit: Edit, refusal: Refusal) -> None:
    edit("study.yaml", "language: sv", "language: se")
    edit("plan.yaml", "school: absence_pct", "school: absense_pct")
    edit("instruments.yaml", "better: higher", "better: up")
    edit(VISITS, "    better: lower", "    beter: lower")
    edit(VISITS, "columns: [measured_on]", "columns: [mesured_on]")
    edit(VISITS, "key: [person_id, wave]", "key: [person_id, wav]")
    edit("tables/families.yaml", "example: F07", "example: G07")
    assert [line.split(" ")[0] for line in refusal()] == [
        "instruments.yaml:8:",
        "plan.yaml:2:",
        "study.yaml:5:",
        "tables/families.yaml:6:",
        "tables/visits.yaml:4:",
        "tables/visits.yaml:27:",
        "tables/visits.yaml:69:",
    ]


def test_a_flawed_column_is_still_a_column(edit: Edit, refusal: Refusal) -> None:
    """One mistake is told once: what mentions the column or the indicator is not called wrong too."""
    edit(VISITS, "    better: lower", "    beter: lower")
    edit(
        VISITS,
        "{label: {sv: Veckor, en: Weeks}, type: integer",
        "{label: {sv: Veckor, en: Weeks}, type: whole",
    )
    edit("tables/families.yaml", "codes: {a:", "cods: {a:")
    assert [line.split(": ")[0] for line in refusal()] == [
        "tables/families.yaml:7",
        "tables/visits.yaml:27",
        "tables/visits.yaml:36",
    ]


def test_an_unreadable_file_hides_no_fault_of_another(edit: Edit, refusal: Refusal) -> None:
    edit("study.yaml", "language: sv", "language: 'sv")
    edit(VISITS, "    better: lower", "    better: hi")
    edit("plan.yaml", "seed: 1", "seed: x")
    assert [line.split(": ")[0] for line in refusal()] == [
        "plan.yaml:4",
        "study.yaml:5",
        "tables/visits.yaml:27",
    ]


def test_files_that_are_missing_or_misnamed(study_folder: Path, refusal: Refusal) -> None:
    (study_folder / "plan.yaml").rename(study_folder / "plans.yaml")
    (study_folder / "study.yaml").rename(study_folder / "study.yml")
    (study_folder / "tables" / "visits.yaml").rename(study_folder / "tables" / "visits.yml")
    assert refusal() == [
        "plan.yaml:1: the file is missing in folder study. Did you mean 'plans.yaml'?",
        "study.yaml:1: the file is missing in folder study. Did you mean 'study.yml'?",
        "study.yml:1: the name of the file ends in .yml. Rename it to study.yaml.",
        "tables/visits.yml:1: the name of the file ends in .yml. Rename it to tables/visits.yaml.",
    ]


def test_a_study_without_tables(study_folder: Path, refusal: Refusal) -> None:
    for file in (study_folder / "tables").iterdir():
        file.unlink()
    assert "tables:1: no table is declared. Add one file per table: tables/<name>.yaml." in refusal()


def test_a_missing_folder(study_folder: Path, refusal: Refusal) -> None:
    study_folder.rename(study_folder.with_name("elsewhere"))
    assert refusal() == ["study: there is no such folder. Give the folder that holds study.yaml."]


def test_a_file_that_is_not_utf_8(study_folder: Path, refusal: Refusal) -> None:
    file = study_folder / "tables" / "families.yaml"
    file.write_bytes(file.read_text(encoding="utf-8").replace("Första", "F\u00f6rsta").encode("latin-1"))
    assert refusal() == [
        "tables/families.yaml:7: the file is not UTF-8 text. Save it again with the encoding UTF-8."
    ]


def test_a_directory_in_place_of_a_file(study_folder: Path, refusal: Refusal) -> None:
    (study_folder / "tables" / "more.yaml").mkdir()
    assert refusal() == [
        "tables/more.yaml:1: the file cannot be opened. Check that it is a file you may read."
    ]
