"""The version history tells what was declared when the plan was fixed, and nothing where it does not know."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from fou_eval.commands import report as command
from fou_eval.errors import RecordError
from fou_eval.provenance.history import committed
from fou_eval.study import open_study

VALID = Path(__file__).parent / "declaration" / "valid_study"
GIT = shutil.which("git")
pytestmark = pytest.mark.skipif(GIT is None, reason="git is not installed")
Commit = Callable[[str], str]


def git(folder: Path, *words: str, at: str = "2015-01-10T12:00:00 +0100") -> str:
    names = {f"GIT_{who}_{what}": "nobody" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
    # When it was written says nothing of when it came into the history.
    days = {"GIT_AUTHOR_DATE": "2015-01-02T12:00:00 +0100", "GIT_COMMITTER_DATE": at}
    quiet = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
    asked = subprocess.run(
        [str(GIT), "-C", str(folder), *words],
        env={**os.environ, **names, **days, **quiet},
        capture_output=True,
        text=True,
        check=True,
    )
    return asked.stdout.strip()


@pytest.fixture
def study(tmp_path: Path) -> Path:
    """Give the valid study in a folder of a repository in which nothing is committed."""
    git(tmp_path, "init", "--quiet")
    return Path(shutil.copytree(VALID, tmp_path / "studies" / "one"))


@pytest.fixture
def commit(study: Path) -> Commit:
    """Commit the study as it stands at a moment; gives the commit."""

    def now(at: str) -> str:
        git(study, "add", ".")
        git(study, "commit", "--quiet", "--allow-empty", "-m", "As it stands", at=at)
        return git(study, "rev-parse", "HEAD")

    return now


def edit(study: Path, old: str, new: str) -> None:
    text = (study / "plan.yaml").read_text(encoding="utf-8")
    assert old in text
    (study / "plan.yaml").write_text(text.replace(old, new), encoding="utf-8")


def test_the_last_commit_until_the_end_of_the_day_counts(study: Path, commit: Commit) -> None:
    commit("2015-01-10T12:00:00 +0100")
    edit(study, "confidence: 0.95", "confidence: 0.9")
    # Where it was committed it was still the 15th; elsewhere it was the 16th.
    then = commit("2015-01-15T23:59:00 -0800")
    edit(study, "confidence: 0.9", "confidence: 0.8")
    commit("2015-01-16T00:01:00 +0100")
    edit(study, "confidence: 0.8", "confidence: 0.7")
    found = committed(study, "one", date(2015, 1, 15))
    assert found is not None
    assert found.plan.confidence == 0.9
    assert found.codebook is not None
    assert found.codebook.indicator("absence_pct").better == "lower"
    assert found.study == "one"
    assert found.against.model_dump() == {
        "kind": "history",
        "indicators": True,
        "manifest": "",
        "commit": then,
        "on": date(2015, 1, 15),
    }


def test_where_nothing_was_declared_whole_the_plan_alone_is_known(study: Path, commit: Commit) -> None:
    shutil.move(study / "tables", study.parent / "tables")
    commit("2015-01-10T12:00:00 +0100")
    shutil.move(study.parent / "tables", study / "tables")
    found = committed(study, "one", date(2015, 1, 15))
    assert found is not None
    assert (found.codebook, found.plan.seed, found.against.indicators) == (None, 1, False)


def test_a_history_that_does_not_know_says_nothing(
    study: Path, commit: Commit, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fixed = date(2015, 1, 15)
    assert committed(study, "one", fixed) is None  # nothing is committed
    assert committed(VALID.parent / "missing", "one", fixed) is None
    commit("2015-01-16T12:00:00 +0100")
    assert committed(study, "one", fixed) is None  # too late
    assert committed(study, "one", date(2015, 1, 16)) is not None
    untracked = Path(shutil.copytree(VALID, tmp_path / "studies" / "two"))
    assert committed(untracked, "two", date(2015, 1, 16)) is None
    git(tmp_path, "clone", "--quiet", "--depth", "1", f"file://{tmp_path}", str(tmp_path / "shallow"))
    assert committed(tmp_path / "shallow" / "studies" / "one", "one", date(2015, 1, 16)) is None
    monkeypatch.setenv("PATH", "")
    assert committed(study, "one", date(2015, 1, 16)) is None


def test_a_plan_that_cannot_be_read_says_nothing(study: Path, commit: Commit) -> None:
    edit(study, "seed: 1", "seed: [")
    commit("2015-01-10T12:00:00 +0100")
    assert committed(study, "one", date(2015, 1, 15)) is None


def test_git_that_started_the_process_points_nowhere_else(
    study: Path, commit: Commit, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    commit("2015-01-10T12:00:00 +0100")
    monkeypatch.setenv("GIT_DIR", str(tmp_path / "elsewhere"))
    assert committed(study, "one", date(2015, 1, 15)) is not None


def test_a_history_that_somebody_sent_runs_no_program_of_its_own(
    study: Path, commit: Commit, tmp_path: Path
) -> None:
    commit("2015-01-10T12:00:00 +0100")
    signed = git(study, "cat-file", "commit", "HEAD").replace(
        "\n\n", "\ngpgsig -----BEGIN PGP SIGNATURE-----\n \n -----END PGP SIGNATURE-----\n\n", 1
    )
    (tmp_path / "signed").write_text(f"{signed}\n", encoding="utf-8")
    git(
        study, "update-ref", "HEAD", git(study, "hash-object", "-t", "commit", "-w", str(tmp_path / "signed"))
    )
    program, trace = tmp_path / "program", tmp_path / "trace"
    program.write_text(f"#!/bin/sh\ntouch '{trace}'\n", encoding="utf-8")
    program.chmod(0o755)
    git(study, "config", "log.showSignature", "true")
    git(study, "config", "gpg.program", str(program))
    assert committed(study, "one", date(2015, 1, 15)) is not None
    assert not trace.exists()
    git(study, "log")
    assert trace.exists()  # git itself would have run it


def test_a_commit_counts_as_it_was_and_not_as_it_was_replaced(study: Path, commit: Commit) -> None:
    fixed = commit("2015-01-10T12:00:00 +0100")
    edit(study, "seed: 1", "seed: 2")
    changed = commit("2015-01-16T12:00:00 +0100")
    git(study, "replace", fixed, changed)
    found = committed(study, "one", date(2015, 1, 15))
    assert found is not None
    assert found.plan.seed != 2


@pytest.mark.skipif(sys.platform != "linux", reason="other systems have no such names")
def test_a_name_in_another_encoding_is_no_declaration(study: Path, commit: Commit) -> None:
    Path(os.fsdecode(os.fsencode(study / "tables") + b"/b\xe5rn.yaml")).touch()
    commit("2015-01-10T12:00:00 +0100")
    found = committed(study, "one", date(2015, 1, 15))
    assert found is not None
    assert found.codebook is not None


def test_a_report_is_compared_with_the_history_of_its_study_and_with_an_earlier_report(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    study = Path(
        shutil.copytree(Path(__file__).parents[1] / "data_schemas" / "familjelotsen", tmp_path / "study")
    )
    git(tmp_path, "init", "--quiet")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "--quiet", "-m", "As fixed")
    opened = open_study(study)
    gathered = command._earlier(study, opened, None, "sv")
    assert [one.against.kind for one in gathered] == ["history"]
    assert gathered[0].plan == opened.plan
    with pytest.raises(RecordError, match="Det finns ingen rapport på den platsen"):
        command._earlier(study, opened, tmp_path / "report.pdf", "sv")
