"""What a person sees of `fou-eval check`, how long lists stay short, and how the work grows with the file."""

import io
import json
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType

import pytest
from rich.console import Console
from small_study import declare

from fou_eval.commands import check as command
from fou_eval.commands import faults
from fou_eval.declaration.reading import Declaration, read_declaration
from fou_eval.intake.answer import severity_counts
from fou_eval.intake.issue import FEW_ALIKE, MOST_ALIKE, MOST_ISSUES, Findings, Issue, Place, in_order
from fou_eval.intake.survey import STAGES, Stage, survey

TABLE = r"""
table: visits
label: {sv: Besök, en: Visits}
row: {sv: en person, en: one person}
key: [person, wave]
unknown_columns: error
columns:
  family: {label: {sv: Familj, en: Family}, type: text, required: true, pattern: 'F\d+', role: family_id}
  person: {label: {sv: Person, en: Person}, type: text, required: true, pattern: 'P\d+', role: person_id}
  wave: {label: {sv: Våg, en: Wave}, type: code, codes: waves, required: true, role: wave}
  role:
    label: {sv: Roll, en: Role}
    type: code
    codes: {c: {sv: Barn, en: Child}, p: {sv: Förälder, en: Parent}}
    role: quasi_identifier
  mood:
    label: {sv: Mående, en: Mood}
    type: integer
    min: 1
    max: 10
    role: outcome
    domain: home
    kind: scale
    better: higher
rules:
  - {id: R1, rule: constant_within, columns: [family, role], within: person, message: {sv: Byter., en: Changes.}}
"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("study") / "small"
    declare(folder, TABLE, primary="mood")
    return folder


@pytest.fixture(scope="module")
def declaration(folder: Path) -> Declaration:
    return read_declaration(folder)


Row = tuple[object, ...]


def good_rows(families: int) -> list[Row]:
    """A parent and a child per family, at both waves, with moods that differ."""
    return [
        (
            f"F{family}",
            f"P{2 * family + member}",
            wave,
            "pc"[member],
            1 + (family + member + (wave == "t1")) % 10,
        )
        for family in range(families)
        for member in (0, 1)
        for wave in ("t0", "t1")
    ]


def write(path: Path, rows: list[Row]) -> Path:
    lines = [("family", "person", "wave", "role", "mood"), *rows]
    path.write_text("".join(";".join(map(str, line)) + "\n" for line in lines), "utf-8")
    return path


def shown(path: Path, declaration: Declaration, width: int) -> str:
    console = Console(file=io.StringIO(), highlight=False, width=width, color_system=None)
    console.print(faults.render(survey(path, declaration), declaration))
    return console.file.getvalue()


@pytest.fixture
def faulty(tmp_path: Path) -> Path:
    rows = good_rows(12)
    for place, mood in ((1, 11), (4, 12), (5, 12), (6, 12), (9, 0)):
        rows[place] = (*rows[place][:4], mood)
    return write(tmp_path / "faulty.csv", rows)


@pytest.mark.parametrize("width", [80, 160])
def test_the_answer_is_whole_at_every_width(faulty: Path, declaration: Declaration, width: int) -> None:
    text = shown(faulty, declaration, width)
    assert all(len(line.rstrip()) <= width for line in text.splitlines())
    assert "…" not in text
    words = " ".join(text.split())
    for issue in survey(faulty, declaration).issues:
        assert all(word in words for word in issue.message.split())


def test_the_same_fault_is_gathered_at_its_addresses(faulty: Path, declaration: Declaration) -> None:
    lines = shown(faulty, declaration, 160).splitlines()
    high = next(line for line in lines if "Största tillåtna värde är 10" in line)
    low = next(line for line in lines if "Minsta tillåtna värde är 1" in line)
    assert high.startswith("fel")
    assert "E3, E6:E8  mood" in high
    assert "E11  mood" in low
    assert lines[0] == "visits"
    assert [line.rstrip() for line in lines if line.startswith(("Rader", "Stopp"))] == [
        "Rader 48 · personer 24 · familjer 12",
        "Stopp 0 · fel 5 · varning 0 · info 0",
    ]
    assert any("--mark" in line for line in lines[-3:])


def test_places_beyond_the_first_are_counted() -> None:
    issues = [Issue(severity="error", rule="r", message="m", cell=f"A{row}") for row in range(2, 30, 3)]
    assert faults.places(issues, "sv") == "A2, A5, A8, A11, A14, A17 och på 4 ställen till"
    rows = [Issue(severity="error", rule="r", message="m", row=row) for row in (7, 4, 5)]
    assert faults.places(rows, "sv") == "rad 4–5, 7"
    assert faults.places([Issue(severity="error", rule="r", message="m")], "sv") == ""


def test_the_graver_table_stands_first_and_the_file_is_named_by_no_word(
    faulty: Path, declaration: Declaration
) -> None:
    assert "faulty" not in shown(faulty, declaration, 80)


def test_what_has_been_done_is_not_advised(faulty: Path, declaration: Declaration) -> None:
    console = Console(file=io.StringIO(), width=160, color_system=None)
    console.print(faults.render(survey(faulty, declaration), declaration, done=["mark"]))
    assert "--mark" not in console.file.getvalue()


def test_identity_numbers_as_ids_lead_to_running_numbers_first(
    tmp_path: Path, declaration: Declaration
) -> None:
    rows = good_rows(12)
    rows[3] = (rows[3][0], "850709-9805", *rows[3][2:])
    text = " ".join(shown(write(tmp_path / "ids.csv", rows), declaration, 160).split())
    assert "Nästa steg: fou-eval pseudonymise" in text
    assert text.count("Byt alla id mot löpnummer") == 1


def test_without_a_screen_nothing_is_coloured_and_nothing_moves(
    faulty: Path, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert command.run(faulty, folder, as_json=False, mark=False) == 12
    answer = capsys.readouterr()
    assert answer.err == ""
    assert "\x1b" not in answer.out
    assert not [line for line in answer.out.splitlines() if line != line.rstrip()]
    assert command.run(faulty, folder, as_json=True, mark=False) == 12
    assert json.loads(capsys.readouterr().out)["outcome"] == "error"


class Screen(io.StringIO):
    """A terminal that keeps what is written to it."""

    def isatty(self) -> bool:
        return True


@contextmanager
def watched(*, shown: bool, patience: float) -> Iterator[tuple[Screen, Callable[[Stage], None]]]:
    with pytest.MonkeyPatch.context() as patch:
        screen = Screen()
        patch.setattr(sys, "stderr", screen)
        patch.setattr(command, "PATIENCE", patience)
        with command._progress("sv", shown=shown) as watch:
            yield screen, watch


def test_a_long_check_shows_what_it_is_doing() -> None:
    with watched(shown=True, patience=0.0) as (screen, watch):
        watch("rows")
        until = time.monotonic() + 5
        while "Jämför rader" not in screen.getvalue() and time.monotonic() < until:
            time.sleep(0.01)
    assert "Jämför rader och tabeller" in screen.getvalue()


@pytest.mark.parametrize(("shown", "patience"), [(True, 60.0), (False, 0.0)])
def test_a_short_check_and_a_pipe_show_nothing(shown: bool, patience: float) -> None:
    with watched(shown=shown, patience=patience) as (screen, watch):
        watch("cells")
    assert "Går igenom" not in screen.getvalue()


def test_every_stage_is_told_in_order(faulty: Path, declaration: Declaration) -> None:
    told: list[Stage] = []
    survey(faulty, declaration, told.append)
    assert tuple(told) == STAGES


def found_in(column: str, rows: Iterable[int], findings: Findings) -> None:
    for row in rows:
        place = Place(cell=f"F{row}", row=row, column=column)
        findings.add("error", "merged_cells", place)


def test_a_list_of_one_kind_ends_with_how_many_more_there_are() -> None:
    findings = Findings("sv")
    found_in("mood", range(MOST_ALIKE + 813, 1, -1), findings)
    found_in("other", range(2, MOST_ALIKE + 2), findings)
    listed = in_order(findings.listed())
    assert len(listed) == 2 * MOST_ALIKE + 1
    last = listed[-1]
    assert (last.cell, last.column, last.rule, last.stands_for) == ("F2:F813", "mood", "merged_cells", 812)
    assert last.message.startswith("Och 812 till av samma slag, på rad 2–813.")
    assert severity_counts(listed) == {"error": 2 * MOST_ALIKE + 812}


def test_whole_rows_are_summed_up_without_an_address() -> None:
    findings = Findings("en")
    for row in range(2, MOST_ALIKE + 4):
        findings.add("error", "summary_row", Place(row=row))
    last = findings.listed()[-1]
    assert (last.cell, last.row, last.stands_for) == (None, None, 2)
    assert "on rows 1002–1003" in last.message


def test_a_very_long_list_keeps_a_few_of_every_further_kind() -> None:
    findings = Findings("sv")
    for column in range(MOST_ISSUES // MOST_ALIKE):
        found_in(f"c{column}", range(2, MOST_ALIKE + 2), findings)
    found_in("late", range(2, MOST_ALIKE + 2), findings)
    late = [issue for issue in findings.listed() if issue.column == "late"]
    assert len(late) == FEW_ALIKE + 1
    assert late[-1].cell == f"F{FEW_ALIKE + 2}:F{MOST_ALIKE + 1}"


def test_a_file_in_which_everything_is_wrong_is_answered_shortly(
    tmp_path: Path, declaration: Declaration
) -> None:
    rows = [("fam", f"p{row}", "t9", "boy", "much") for row in range(2 * MOST_ALIKE)]
    file = write(tmp_path / "wrong.csv", rows)
    found = survey(file, declaration)
    assert severity_counts(found.issues)["error"] >= 5 * 2 * MOST_ALIKE
    assert len(found.issues) < 6 * (MOST_ALIKE + 1) + 20
    assert len(shown(file, declaration, 80).splitlines()) <= 220
    refused = [reading.fault for readings in found.grids["visits"].readings.values() for reading in readings]
    assert all(fault is not None for fault in refused)  # also what is only summed up reaches nobody


def steps(path: Path, declaration: Declaration) -> int:
    """How many lines are run to check a file, every turn of a loop or a comprehension counted."""
    count = 0

    def trace(frame: FrameType, event: str, argument: object) -> object:
        nonlocal count
        count += event == "line"
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        survey(path, declaration)
    finally:
        sys.settrace(before)
    return count


@pytest.mark.parametrize("mood", [5, "much", None], ids=["right", "wrong", "various"])
def test_the_work_grows_with_the_file_and_no_faster(
    tmp_path: Path, declaration: Declaration, mood: object
) -> None:
    work = []
    for families in (40, 160):
        rows = good_rows(families)
        rows = rows if mood is None else [(*row[:4], mood) for row in rows]
        work.append(steps(write(tmp_path / f"{families}.csv", rows), declaration))
    assert work[1] < 4.2 * work[0], work


def test_what_is_loaded_is_only_what_is_needed() -> None:
    code = (
        "import sys, fou_eval.commands.check; "
        "heavy = {'pandas', 'scipy', 'matplotlib', 'statsmodels', 'pandera', 'typst', 'docx'} & set(sys.modules); "
        "sys.exit(str(sorted(heavy)) if heavy else 0)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
