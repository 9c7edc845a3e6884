"""What a person meets at the command line: help, answers, exit status, and never a traceback."""

import json
import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from fou_eval import cli
from fou_eval.bundled import bundled_study
from fou_eval.intake.limits import limit_text

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
STUDY = bundled_study("familjelotsen")


def started(*words: object, **settings: str) -> subprocess.CompletedProcess[str]:
    """The command in a process of its own, which takes two seconds; most answers are asked for in this one."""
    command = [sys.executable, "-m", "fou_eval", *map(str, words)]
    environment = {**os.environ, "PYTHONIOENCODING": "", **settings}
    return subprocess.run(
        command, capture_output=True, text=True, check=False, encoding="utf-8", env=environment
    )


@dataclass(frozen=True)
class Answer:
    """What a command said, and its exit status."""

    returncode: int
    stdout: str
    stderr: str


class Terminal:
    """Runs commands in this process."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
        self._monkeypatch, self._capsys = monkeypatch, capsys

    def __call__(self, *words: object) -> Answer:
        self._monkeypatch.setattr(sys, "argv", ["fou-eval", *map(str, words)])
        self._capsys.readouterr()
        with pytest.raises(SystemExit) as ended:
            cli.main()
        screen = self._capsys.readouterr()
        return Answer(int(ended.value.code or 0), screen.out, screen.err)


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Terminal:
    return Terminal(monkeypatch, capsys)


def names() -> list[str]:
    return [
        command.name or command.callback.__name__
        for command in cli.app.registered_commands
        if command.callback
    ]


def test_the_commands_are_there() -> None:
    assert names() == [
        *("template", "check", "convert", "pseudonymise", "codebook"),
        *("report", "verify", "bundle", "export-r", "power", "calibrate"),
    ]


@pytest.mark.parametrize("name", names())
def test_each_command_has_help_and_stands_in_the_readme(name: str, run: Terminal) -> None:
    answer = run(name, "--help")
    assert answer.returncode == 0
    assert "--study" in answer.stdout or name == "bundle"  # which takes a finished report
    options = set(re.findall(r"--[a-z]+", answer.stdout)) - {"--help"}
    assert f"fou-eval {name}" in README
    assert not [option for option in options if option not in README]


def test_the_readme_names_the_makefile_targets() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = re.findall(r"^([a-z-]+):.*?## ", makefile, re.MULTILINE)
    assert {"help", "report", "test", "check", "bench", "calibrate", "notebooks", "example"} <= set(targets)
    for target in ("report", "test", "check", "bench", "calibrate", "notebooks", "example", "help", "lock"):
        assert f"make {target}" in README


@pytest.mark.skipif(shutil.which("make") is None, reason="make is not installed")
@pytest.mark.parametrize(
    ("words", "said"),
    [
        ((), '"build/familjelotsen/report.pdf" --study "data_schemas/familjelotsen"'),
        (("PROFILE=internal",), '"build/familjelotsen_internal/report.pdf" --study'),
        (("STUDY=folder",), '"build/own/report.pdf" --study "folder"'),
        (("STUDY=folder", "OUT=there"), '"there/report.pdf" --study "folder"'),
        (("REPORT=one.pdf", "DATA=file"), '"one.pdf" --data "file"'),
        (("REPORT=one.pdf", "STUDY=folder"), '"one.pdf" --study "folder"'),
    ],
)
def test_make_verify_takes_the_report_that_make_report_left_and_another_by_itself(
    words: tuple[str, ...], said: str, tmp_path: Path
) -> None:
    for folder, name in (("data_schemas/familjelotsen", "familjelotsen"), ("folder", '"own"')):
        (tmp_path / folder).mkdir(parents=True)
        (tmp_path / folder / "study.yaml").write_text(f"study: {name}\n", encoding="utf-8")
    command = ["make", "-n", "-o", ".venv/.installed", "-f", str(ROOT / "Makefile"), "verify", *words]
    asked = subprocess.run(command, capture_output=True, text=True, check=True, cwd=tmp_path)
    assert f"fou-eval verify {said}" in " ".join(asked.stdout.split())


def test_the_readme_quotes_the_limits_of_reading() -> None:
    quoted = [limit_text(limit, "en") for limit in ("bytes", "unpacked", "cells", "seconds")]
    assert "{} ({} unpacked), {} filled cells and {} seconds".format(*quoted) in " ".join(README.split())


def test_no_arguments_give_help() -> None:
    answer = started()
    assert "check" in answer.stdout + answer.stderr


@pytest.mark.parametrize(
    ("words", "status", "told"),
    [
        (["check", "missing.xlsx", "--study", STUDY], 12, "ingen datafil"),
        (["check", STUDY / "example.xlsx", "--study", "nowhere"], 11, "no such folder"),
        (["report", "--study", "nowhere"], 11, "no such folder"),
        (["report", "--study", STUDY, "--lang", "de"], 2, "'de'"),
        (["report", "--study", STUDY, "--profile", "public"], 2, "'public'"),
        (["report"], 2, "--study"),
        (["reprot"], 2, "reprot"),
        (["power", "--families", "20,many"], 2, "20,many"),
        (["power", "--kind", "nominal"], 2, "nominal"),
        (["calibrate", "--study", "nowhere"], 11, "no such folder"),
    ],
)
def test_wrong_words_are_answered(words: list[object], status: int, told: str, run: Terminal) -> None:
    answer = run(*words)
    assert answer.returncode == status
    assert told in answer.stderr
    assert "Traceback" not in answer.stderr


def test_a_process_of_its_own_tells_and_ends_as_this_one_does() -> None:
    refused = started("check", STUDY / "example.xlsx", "--study", "nowhere")
    assert refused.returncode == 11
    assert "no such folder" in refused.stderr
    assert "Traceback" not in refused.stderr
    assert started("report").returncode == 2


def test_a_clean_file_passes_as_json_and_as_a_table(run: Terminal) -> None:
    answer = run("check", STUDY / "example.xlsx", "--study", STUDY, "--json")
    assert answer.returncode == 0
    found = json.loads(answer.stdout)
    assert found["outcome"] in {"ok", "warning"}
    assert set(found) == {"outcome", "table", "rows", "issues"}
    table = run("check", STUDY / "example.xlsx", "--study", STUDY)
    assert table.returncode == 0
    assert "Rader 126" in table.stdout


def test_a_faulty_file_is_answered_at_its_address(tmp_path: Path, run: Terminal) -> None:
    marker = "Hemlig7391"
    lines = ["family_id;person_id;wave;weight", f"{marker};F01-P1;before;80,5", "F02;F02-P1;before;ca 80"]
    file = tmp_path / "weights.csv"
    file.write_text("\n".join(lines) + "\n", encoding="cp1252")
    study = ROOT / ".." / "shared" / "acceptance" / "studies" / "family_therapy"
    if not study.exists():
        pytest.skip("the acceptance studies lie beside the repository")
    answer = run("check", file, "--study", study)
    assert answer.returncode == 12
    assert "A2" in answer.stdout
    assert "D3" in answer.stdout
    assert marker not in answer.stdout + answer.stderr
    refused = run("report", "--study", study, "--data", file, "--out", tmp_path / "out")
    assert refused.returncode == 12
    assert marker not in refused.stdout + refused.stderr
    assert not (tmp_path / "out").exists()


def test_swedish_comes_out_whole_in_a_poor_terminal() -> None:
    answer = started("check", STUDY / "example.xlsx", "--study", STUDY, LC_ALL="C", PYTHONUTF8="0")
    assert answer.returncode == 0
    assert "Rader 126" in answer.stdout
    assert "Hur lätt känns familjerna igen?" in answer.stdout


def test_a_fault_of_ours_is_named_without_its_message(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A library's message may hold a value; only the kind of fault and our own line are shown."""

    def break_down() -> None:
        raise KeyError("Hemlig7391")

    monkeypatch.setattr(cli, "app", break_down)
    monkeypatch.delenv("FOU_EVAL_TRACEBACK", raising=False)
    with pytest.raises(SystemExit) as stopped:
        cli.main()
    told = capsys.readouterr().err
    assert stopped.value.code == 10
    assert "KeyError" in told
    assert "Hemlig7391" not in told
