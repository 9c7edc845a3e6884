"""Studies that open, what a declaration carries, and that reading is quick."""

import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from shutil import copytree

import pytest
from pydantic import ValidationError

from fou_eval.declaration import Declaration, read_declaration
from fou_eval.declaration.reading import read_written
from fou_eval.errors import DeclarationError

ROOT = Path(__file__).parents[2]
VALID = Path(__file__).parent / "valid_study"
ACCEPTANCE = ROOT / ".." / "shared" / "acceptance" / "studies"
Edit = Callable[[str, str, str], None]


@pytest.fixture(scope="module")
def declaration() -> Declaration:
    return read_declaration(VALID)


def test_what_a_declaration_carries(declaration: Declaration) -> None:
    codebook = declaration.codebook
    assert codebook.study == "valid"
    assert codebook.version == "1.0"
    assert codebook.title["en"] == "A study"
    assert list(codebook.waves) == ["t0", "t1"]
    assert list(codebook.domains) == ["home", "school"]
    assert list(codebook.tables) == ["families", "visits"]
    assert codebook.data == "data/valid.xlsx"
    assert [indicator.name for indicator in codebook.indicators()] == [
        *("outings", "routines", "wellbeing", "mood", "step", "absence_pct")
    ]
    assert codebook.indicator("step").unit == "person"
    assert declaration.plan.fixed_on == date(2015, 1, 15)
    assert declaration.plan.primary == {"school": "absence_pct", "home": "step"}


def test_tables_stand_in_the_order_that_the_study_lists(tmp_path: Path) -> None:
    folder = copytree(VALID, tmp_path / "ordered")
    study = folder / "study.yaml"
    study.write_text(study.read_text(encoding="utf-8") + "tables: [visits]\n", encoding="utf-8")
    read = read_declaration(folder)
    assert list(read.codebook.tables) == ["visits", "families"]
    assert list(read_written(read.text, "again").codebook.tables) == ["visits", "families"]


def test_every_file_has_its_fingerprint(declaration: Declaration) -> None:
    assert list(declaration.fingerprints) == [
        *("study.yaml", "plan.yaml", "instruments.yaml", "tables/families.yaml", "tables/visits.yaml")
    ]
    assert {len(fingerprint) for fingerprint in declaration.fingerprints.values()} == {64}


def test_comments_layout_and_the_place_of_the_data_do_not_count(tmp_path: Path) -> None:
    folder = Path(copytree(VALID, tmp_path / "study"))
    plan, study = folder / "plan.yaml", folder / "study.yaml"
    plan.write_text(f"# who decided it\n\n{plan.read_text(encoding='utf-8')}", encoding="utf-8")
    study.write_text(study.read_text(encoding="utf-8").replace("data: ", "data: other_"), encoding="utf-8")
    assert read_declaration(folder).fingerprints == read_declaration(VALID).fingerprints


def test_one_changed_label_changes_the_fingerprint_of_its_file_alone(tmp_path: Path) -> None:
    folder = Path(copytree(VALID, tmp_path / "study"))
    table = folder / "tables" / "visits.yaml"
    text = table.read_text(encoding="utf-8")
    assert "Veckor" in text
    table.write_text(text.replace("Veckor", "Antal veckor"), encoding="utf-8")
    before, after = read_declaration(VALID).fingerprints, read_declaration(folder).fingerprints
    assert [name for name in before if before[name] != after[name]] == ["tables/visits.yaml"]


def test_what_is_written_out_is_read_as_what_was_declared(declaration: Declaration) -> None:
    again = read_written(declaration.text, "declarations.yaml")
    assert again.contents == declaration.contents
    assert again.codebook.tables == declaration.codebook.tables
    assert again.plan == declaration.plan
    assert again.text == declaration.text


def test_a_text_that_holds_no_declarations_is_refused_at_its_line() -> None:
    with pytest.raises(DeclarationError, match=r"declarations\.yaml:1: 'study\.yaml' holds no keys\."):
        read_written('"study.yaml": 3\n', "declarations.yaml")


def test_views_of_a_ladder_from_fine_to_coarse(declaration: Declaration) -> None:
    views = declaration.codebook.indicator("step").column.partitions()
    assert [[(cell.category, cell.codes) for cell in view.cells] for view in views] == [
        [("0:none", ("none",)), ("0:plan", ("plan",)), ("0:training", ("training",)), ("0:work", ("work",))],
        [("1:idle", ("none",)), ("1:trying", ("plan", "training")), ("1:working", ("work",))],
        [("2:out", ("none", "plan", "training")), ("2:in", ("work",))],
    ]


def test_views_of_a_number_from_fine_to_coarse(declaration: Declaration) -> None:
    views = declaration.codebook.indicator("absence_pct").column.partitions()
    assert [[(cell.category, cell.start, cell.end) for cell in view.cells] for view in views] == [
        [("1:0", None, 9.9), ("1:1", 10, 19.9), ("1:2", 20, None)],
        [("2:0", None, 19.9), ("2:1", 20, None)],
    ]


def test_codes_become_numbers_in_their_order(declaration: Declaration) -> None:
    columns = declaration.codebook.tables["visits"].columns
    assert columns["step"].values() == {"none": 0.0, "plan": 1.0, "training": 2.0, "work": 3.0}
    assert columns["mood"].values() == {"1": 1.0, "2": 2.0, "3": 3.0}
    assert columns["outings"].values() == {}


def test_a_column_inherits_from_its_instrument(declaration: Declaration) -> None:
    column = declaration.codebook.indicator("wellbeing").column
    assert (column.min, column.max, column.better) == (0, 100, "higher")
    assert column.unit is not None
    assert column.unit.en == "points"
    assert column.reliability is not None
    assert column.reliability.source == "Author (year), table 1"
    assert column.norm is not None
    assert (column.norm.mean, column.norm.sd) == (60, 20)


def test_a_column_keeps_what_it_declares_itself(study_folder: Path, edit: Edit) -> None:
    edit(
        "tables/visits.yaml",
        "instrument: who5",
        "instrument: who5, max: 50, norm: {mean: 1, sd: 2, source: s}",
    )
    column = read_declaration(study_folder).codebook.indicator("wellbeing").column
    assert (column.min, column.max) == (0, 50)
    assert column.norm is not None
    assert column.norm.source == "s"


def test_a_study_needs_no_instruments(study_folder: Path, edit: Edit) -> None:
    (study_folder / "instruments.yaml").unlink()
    edit("tables/visits.yaml", "instrument: who5", "better: higher")
    assert read_declaration(study_folder).instruments == {}


def test_an_instrument_without_its_file(study_folder: Path, refusal: Callable[[], list[str]]) -> None:
    (study_folder / "instruments.yaml").unlink()
    assert refusal() == [
        "tables/visits.yaml:39: columns.wellbeing.instrument: instrument 'who5' is not declared. None is declared."
    ]


def test_hidden_files_are_left_alone(study_folder: Path) -> None:
    (study_folder / "tables" / "._visits.yaml").write_bytes(b"\x00\xff")
    (study_folder / "tables" / "notes.txt").write_text("any", encoding="utf-8")
    assert list(read_declaration(study_folder).codebook.tables) == ["families", "visits"]


def test_nothing_can_be_changed_after_reading(declaration: Declaration) -> None:
    with pytest.raises(ValidationError):
        declaration.plan.seed = 2
    with pytest.raises(AttributeError):
        declaration.contents = {}  # type: ignore[misc]


def test_streams_do_not_depend_on_order(declaration: Declaration) -> None:
    plan = declaration.plan
    first = {name: plan.rng(name, "test").integers(2**32, size=4).tolist() for name in ("a", "b", "c")}
    second = {
        name: plan.rng(name, "test").integers(2**32, size=4).tolist() for name in ("c", "new", "a", "b")
    }
    assert {name: second[name] for name in first} == first
    assert len({tuple(numbers) for numbers in second.values()}) == 4
    assert plan.rng("ab", "c").integers(2**32) != plan.rng("a", "bc").integers(2**32)


def test_the_stream_of_a_name_never_changes(declaration: Declaration) -> None:
    assert declaration.plan.rng("absence").integers(1000, size=5).tolist() == [450, 366, 675, 692, 334]


@pytest.mark.parametrize("name", ["couples", "family_therapy", "small_schools", "uppfoljning"])
def test_acceptance_studies_open_unchanged(name: str) -> None:
    if not ACCEPTANCE.is_dir():
        pytest.skip("the acceptance studies are not beside the repository")
    assert read_declaration(ACCEPTANCE / name).codebook.study == name


def test_the_bundled_study_opens_quickly() -> None:
    """A limit with room for a slow machine; on the machine of this test's author it takes a fifth of a second."""
    folder = ROOT / "data_schemas" / "familjelotsen"
    assert list(read_declaration(folder).codebook.domains) == ["home", "school", "leisure", "occupation"]
    start = time.process_time()
    read_declaration(folder)
    assert time.process_time() - start < 1.0
