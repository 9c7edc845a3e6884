"""Through the door come typed tables, without a refused cell and without a word from an id or a free text."""

import json
import time
import traceback
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from fou_eval.declaration.reading import Declaration, read_declaration
from fou_eval.errors import DataError
from fou_eval.intake.answer import check_json, check_lines
from fou_eval.intake.door import read_data
from fou_eval.intake.gate import pass_gate
from fou_eval.intake.survey import survey

STUDIES = Path(__file__).parents[2] / ".." / "shared" / "acceptance" / "studies"
HEAD = "familj;person;roll;vag;dag;maende;timmar;tak;klar;manad;text"
GOOD = [
    "F01;P001;barn;t0;2024-01-15;5;12,5;20;ja;;en text",
    "F01;P001;Barn;t1;2024-07-15;99;;;nej;;",
    "F02;P002;vuxen;t0;;6,0;0;;;2024-03;",
]


def test_types_and_order(csv_file: Callable[..., Path], declaration: Declaration) -> None:
    intake = read_data(csv_file(GOOD), declaration)
    frame = intake.tables["rader"]
    assert list(frame) == HEAD.split(";")[:-1]
    assert frame["roll"].tolist() == ["barn", "barn", "vuxen"]
    assert frame["maende"].dtype == np.float64
    assert frame["klar"].tolist()[:2] == [1.0, 0.0]
    assert str(frame["dag"].dtype) == "datetime64[ns]"
    assert frame["manad"].tolist()[2] == pd.Timestamp("2024-03-01")
    assert isinstance(frame.index, pd.RangeIndex)
    assert intake.reasons["rader"].to_dict("list") == {"row": [1], "column": ["maende"], "code": ["99"]}
    assert intake.rows == {"rader": 3}
    assert intake.tables["personer"].empty
    assert "en text" not in repr(intake) + str(frame)


def test_missing_cells_are_the_empty_the_declared_and_the_refused(
    csv_file: Callable[..., Path], declaration: Declaration
) -> None:
    path = csv_file([*GOOD, "F03;P003;okänd;t0;2024-13-01;11;x;;kanske;mars;", "F04;P004;barn;t0;;.;1;;;;"])
    frame = read_data(path, declaration).tables["rader"]
    grid = survey(path, declaration).grids["rader"]
    for name in frame:
        readings = grid.readings[name]
        faulty = sum(reading.fault is not None for reading in readings)
        missing = sum(not reading.filled or reading.reason is not None for reading in readings)
        assert frame[name].isna().sum() == missing + faulty
    assert frame.loc[3, ["roll", "dag", "maende", "timmar", "klar", "manad"]].isna().all()


def test_a_stop_lets_nothing_through(csv_file: Callable[..., Path], declaration: Declaration) -> None:
    intake = read_data(csv_file([*GOOD, "F03;P003;barn;t0;;5;;;;;ring 070-174 06 05"]), declaration)
    assert intake.tables == {}
    assert intake.reasons == {}


def test_columns_that_the_file_lacks_are_all_missing(
    csv_file: Callable[..., Path], declaration: Declaration
) -> None:
    frame = read_data(csv_file(["F01;P001;t0"], "familj;person;vag"), declaration).tables["rader"]
    assert frame["maende"].isna().all()
    assert list(frame) == HEAD.split(";")[:-1]


def test_the_gate_names_rules_and_no_values(csv_file: Callable[..., Path], declaration: Declaration) -> None:
    frame = read_data(csv_file(GOOD), declaration).tables["rader"]
    frame.loc[0, "familj"] = "ZZTOP"
    frame.loc[1, "maende"] = 4711.0
    with pytest.raises(DataError) as caught:
        pass_gate(frame, declaration.codebook.tables["rader"], declaration.codebook.waves)
    shown = "".join(traceback.format_exception(caught.value))
    assert "familj: str_matches" in str(caught.value)
    assert "ZZTOP" not in shown
    assert "4711" not in shown


MARKER = "qzxmarker"


@pytest.mark.parametrize("column", ["familj", "person", "text", "namnlos", "roll"])
@pytest.mark.parametrize(
    "value", [MARKER, f"{MARKER} Andersson", f"{MARKER}@example.org", f"{MARKER}-850709-9805"]
)
def test_planted_values_never_come_out(
    csv_file: Callable[..., Path], declaration: Declaration, column: str, value: str
) -> None:
    cells = dict(zip(HEAD.split(";"), GOOD[0].split(";"), strict=True)) | {"namnlos": "x", column: value}
    path = csv_file([";".join(cells.values()), ";".join(cells.values())], ";".join(cells))
    surveyed = survey(path, declaration)
    intake = read_data(path, declaration)
    shown = (
        json.dumps(check_json(path, declaration))
        + str(check_lines(surveyed.issues, "en"))
        + repr(surveyed.issues)
        + repr(intake)
    )
    assert MARKER not in shown
    assert "850709" not in shown


@pytest.mark.parametrize("name", ["couples", "family_therapy", "small_schools"])
def test_real_studies_pass_the_gate(name: str) -> None:
    if not STUDIES.exists():
        pytest.skip("the real studies are not beside the repository")
    declaration = read_declaration(STUDIES / name)
    intake = read_data(STUDIES / name / declaration.codebook.data, declaration)
    table = next(iter(declaration.codebook.tables))
    assert len(intake.tables[table]) == intake.rows[table] > 0
    assert not {issue.severity for issue in intake.issues} & {"stop", "error"}


def test_two_hundred_rows_take_no_time(csv_file: Callable[..., Path], declaration: Declaration) -> None:
    rows = [
        f"F{n % 20:02};P{n // 2:03};barn;t{n % 2};2024-0{1 + n % 2}-15;{1 + n % 10};{n % 100};;ja;;ord"
        for n in range(200)
    ]
    path = csv_file(rows)
    read_data(path, declaration)
    begun = time.process_time()
    read_data(path, declaration)
    assert time.process_time() - begun < 0.5
