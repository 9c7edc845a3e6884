"""The instructions, and what `make` does with them."""

import re
from datetime import date
from pathlib import Path

import pytest
from reviewed_study import contents, made

from fou_eval.bundle import Bundle
from fou_eval.bundle.guide import makefile


def test_the_instructions_are_in_both_languages_that_of_the_report_first(
    bundle: Bundle, twin_bundle: Bundle
) -> None:
    text = contents(bundle.path)["README.md"].decode()
    assert text.startswith("*In English below.*\n\n# Granskningspaket: Prov\n\n")
    assert text.index("# Granskningspaket: Prov") < text.index("# Reviewer’s bundle: Trial")
    other = contents(twin_bundle.path)["README.md"].decode()
    assert other.startswith("*På svenska längre ned.*\n\n# Reviewer’s bundle: Trial\n\n")
    for language in (text, other):
        assert not re.search(r"[{}]", language)


def test_the_instructions_name_what_is_there(bundle: Bundle, twin_bundle: Bundle) -> None:
    for packed in (contents(bundle.path), contents(twin_bundle.path)):
        named = set(re.findall(r"^\| `([^`]+)` \|", packed["README.md"].decode(), re.MULTILINE))
        assert named == {re.sub(r"/.*", "/", name) for name in packed}


def test_the_instructions_say_whom_to_ask_and_what_the_seals_need(bundle: Bundle) -> None:
    text = contents(bundle.path)["README.md"].decode()
    assert "Be den som har publicerat rapporten om dem, inte dem som har gjort programmet" in text
    assert "Ask whoever published the report for them, not those who made the program" in text
    assert "Rapporten bär sigill av uppgifterna. De kan bara prövas med `ledger.key`" in text
    assert "fingeravtryck" not in text
    assert "Paketet har ingen syntetisk tvilling" in text


def test_each_command_of_the_instructions_is_a_target(unpacked: Path) -> None:
    text = (unpacked / "README.md").read_text("utf-8")
    targets = set(re.findall(r"(?:^ +|`)make ([a-z]+)", text, re.MULTILINE))
    assert targets == {"verify", "report"}
    for target in targets:
        assert made(unpacked, "-n", target, "ENVIRONMENT=/e").returncode == 0
    told = made(unpacked)
    assert told.stdout.splitlines()[0] == "  make help     List what there is"
    assert told.stdout.splitlines()[1].startswith("  make verify   Verify the report: make verify DATA=file")


def test_make_verifies_the_report_with_data_and_else_the_twin(unpacked: Path) -> None:
    run = 'PYTHONPATH=code LANG=C.UTF-8 "/e/bin/python" -P -m fou_eval verify'
    with_data = made(unpacked, "-n", "verify", "ENVIRONMENT=/e", "DATA=en fil.xlsx", "LEDGER=hos data")
    assert with_data.stdout.splitlines() == [
        f'{run} report/report.pdf --data "en fil.xlsx" --ledger "hos data" --lang en'
    ]
    without = made(unpacked, "-n", "verify", "ENVIRONMENT=/e").stdout
    assert f"{run} twin/report/report.pdf --data twin/data.xlsx --lang en" in without.splitlines()
    assert "whose families are made up" in without
    assert "It does not show that the numbers in report/report.pdf come from the data of the study" in without


def test_only_what_is_written_after_make_counts(unpacked: Path) -> None:
    settings = {"DATA": "x.xlsx", "LEDGER": "y", "LANG": "sv_SE.UTF-8", "ENVIRONMENT": "/z"}
    told = made(unpacked, "-n", "verify", **settings)
    assert "twin/report/report.pdf --data twin/data.xlsx --lang en" in told.stdout
    assert ".venv/bin/python -m pip install" in told.stdout
    assert "--require-hashes --requirement requirements.lock" in told.stdout


def test_without_data_and_without_a_twin_nothing_is_claimed(tmp_path: Path, bundle: Bundle) -> None:
    (tmp_path / "Makefile").write_bytes(contents(bundle.path)["Makefile"])
    told = made(tmp_path, "verify", "ENVIRONMENT=/e")
    assert told.returncode == 2
    assert told.stdout.startswith(
        "Ingen DATA är angiven, och paketet har ingen syntetisk tvilling: inget har"
    )


def test_an_old_python_is_told_of_before_anything_is_installed(tmp_path: Path, bundle: Bundle) -> None:
    for name in ("Makefile", "requirements.lock"):
        (tmp_path / name).write_bytes(contents(bundle.path)[name])
    (tmp_path / "old").write_text("#!/bin/sh\nexit 1\n")
    (tmp_path / "old").chmod(0o755)
    told = made(tmp_path, "verify", "PYTHON=./old")
    assert told.returncode == 2
    assert told.stdout.splitlines()[-1] == "Python 3.11 eller senare behövs: make PYTHON=python3.12 ..."
    assert not (tmp_path / ".venv").exists()


@pytest.mark.parametrize("language", ["sv", "en"])
def test_nothing_is_left_to_fill_in(language: str) -> None:
    assert b"<<" not in makefile(language)
    again = [
        line for line in makefile(language, date(2016, 11, 30)).decode().splitlines() if "--out again" in line
    ]
    assert [line.endswith(" --until 2016-11-30") for line in again] == [True, False]  # the twin is whole
