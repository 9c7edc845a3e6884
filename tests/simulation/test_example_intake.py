"""The bundled example goes through the door of every study, and comes out as it was simulated."""

from pathlib import Path

import pandas as pd
import pytest

from fou_eval.declaration.reading import read_declaration
from fou_eval.intake.door import read_data
from fou_eval.simulation import simulate_study
from fou_eval.simulation.example import example_study
from fou_eval.simulation.workbook import write_workbook

FOLDER = Path(__file__).parents[2] / "data_schemas" / "familjelotsen"


def test_example_raises_no_issue_and_says_that_it_is_synthetic():
    intake = read_data(FOLDER / "example.xlsx", read_declaration(FOLDER))
    assert [issue for issue in intake.issues if issue.severity != "info"] == []
    assert intake.synthetic


def test_example_is_read_as_it_was_simulated():
    declaration = read_declaration(FOLDER)
    study, _ = example_study(FOLDER)
    intake = read_data(FOLDER / "example.xlsx", declaration)
    for name, frame in study.tables.items():
        pd.testing.assert_frame_equal(intake.tables[name], frame, check_exact=True)
        read = intake.reasons[name].sort_values(["column", "row"], ignore_index=True)
        made = study.reasons[name].sort_values(["column", "row"], ignore_index=True)
        pd.testing.assert_frame_equal(read, made, check_dtype=False)


@pytest.mark.parametrize("name", ["couples", "family_therapy", "small_schools", "uppfoljning"])
def test_synthetic_acceptance_studies_pass_without_error(acceptance_studies, name, tmp_path):
    folder = next(folder for folder in acceptance_studies if folder.name == name)
    declaration = read_declaration(folder)
    study = simulate_study(declaration, families=20)
    path = write_workbook(study, declaration.codebook, tmp_path / "made.xlsx", command="a test")
    issues = read_data(path, declaration).issues
    assert [issue for issue in issues if issue.severity in ("stop", "error")] == []
