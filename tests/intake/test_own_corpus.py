"""Files of our own that nobody tuned for, wrong and right, answered as the contract beside badinput/ says."""

import json
import re
from functools import cache
from pathlib import Path

import pytest
from intake.corpus.cases import Case
from intake.corpus.make import CASES
from intake.expectations import KEYS, disagreements, quotes

from fou_eval.declaration.reading import Declaration, read_declaration
from fou_eval.intake.answer import check_json

SHARED = Path(__file__).parents[2] / ".." / "shared" / "acceptance"
OPEN: dict[str, str] = {}
"""Files that are not answered as expected yet, and why."""

pytestmark = pytest.mark.skipif(
    not SHARED.exists(), reason="the acceptance studies are not beside the repository"
)


@cache
def study() -> Declaration:
    return read_declaration(SHARED / "studies" / "uppfoljning")


def marked(case: Case) -> object:
    """The case under its file's name; statistics files are read in a process of their own, which takes its time."""
    marks = [pytest.mark.slow] if Path(case.file).suffix in (".sav", ".dta") else []
    if case.file in OPEN:
        marks.append(pytest.mark.xfail(strict=True, reason=OPEN[case.file]))
    return pytest.param(case, id=case.file, marks=marks)


@pytest.mark.parametrize("case", [marked(case) for case in CASES])
def test_says_what_the_contract_asks(case: Case, tmp_path: Path) -> None:
    path = tmp_path / case.file
    case.write(path)
    answer = check_json(path, study())
    assert set(answer) == {"outcome", "table", "rows", "issues"}
    assert all(set(issue) == KEYS and issue["message"] for issue in answer["issues"])
    assert disagreements(case.expectation, answer) == []
    output = json.dumps(answer, ensure_ascii=False)
    assert [
        place for place, word in enumerate(case.expectation["must_not_quote"]) if quotes(output, word)
    ] == []


def rules_expected() -> set[str]:
    wanted = [one for case in CASES for one in case.expectation["must"]]
    return {one["rule"] for way in wanted for one in way.get("any_of", [way])}


def test_every_rule_of_the_contract_has_a_case() -> None:
    contract = (SHARED / "badinput" / "README.md").read_text("utf-8")
    tables = contract.partition("## Rules")[2].partition("## expected.json")[0]
    rules = set(re.findall(r"^\| `(\w+)` \|", tables, re.MULTILINE))
    assert len(rules) == 65
    assert rules - rules_expected() == set()


def test_every_file_is_made_the_same_each_time(tmp_path: Path) -> None:
    case = next(case for case in CASES if case.file == "datum.csv")
    case.write(tmp_path / "first.csv")
    case.write(tmp_path / "second.csv")
    assert (tmp_path / "first.csv").read_bytes() == (tmp_path / "second.csv").read_bytes()
