"""Every faulty file of the corpus: what must be found, what must not, and what no output may repeat."""

import json
from functools import cache
from pathlib import Path

import pytest
from intake.expectations import KEYS, disagreements, quotes

from fou_eval.declaration.reading import Declaration, read_declaration
from fou_eval.intake.answer import check_json, check_lines
from fou_eval.intake.survey import survey

SHARED = Path(__file__).parents[2] / ".." / "shared" / "acceptance"
CORPUS = SHARED / "badinput"
EXPECTED = CORPUS / "expected.json"
CASES = json.loads(EXPECTED.read_text("utf-8"))["cases"] if EXPECTED.exists() else []
pytestmark = pytest.mark.skipif(not CASES, reason="the corpus of faulty files is not beside the repository")


@cache
def study(name: str) -> Declaration:
    return read_declaration(SHARED / "studies" / name)


@pytest.mark.parametrize("case", CASES, ids=[case["file"] for case in CASES])
def test_nothing_forbidden_is_repeated(case: dict) -> None:
    declaration = study(case["study"])
    found = survey(CORPUS / case["file"], declaration)
    lines = check_lines(found.issues, "sv")
    answer = check_json(CORPUS / case["file"], declaration)
    output = json.dumps(answer, ensure_ascii=False) + str(lines) + repr(found.issues)
    assert not [place for place, word in enumerate(case["must_not_quote"]) if quotes(output, word)]


@pytest.mark.parametrize("case", CASES, ids=[case["file"] for case in CASES])
def test_says_what_is_expected(case: dict) -> None:
    answer = check_json(CORPUS / case["file"], study(case["study"]))
    assert disagreements(case, answer) == []


@pytest.mark.parametrize("case", CASES, ids=[case["file"] for case in CASES])
def test_every_issue_has_every_key(case: dict) -> None:
    answer = check_json(CORPUS / case["file"], study(case["study"]))
    assert set(answer) == {"outcome", "table", "rows", "issues"}
    assert all(set(issue) == KEYS and issue["message"] for issue in answer["issues"])


@pytest.mark.parametrize("name", ["couples", "family_therapy", "small_schools"])
def test_real_studies_read_through(name: str) -> None:
    declaration = study(name)
    answer = check_json(SHARED / "studies" / name / declaration.codebook.data, declaration)
    assert answer["outcome"] in ("ok", "warning"), answer["issues"][:5]
