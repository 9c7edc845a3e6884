"""Every faulty file of the corpus: what must be found, what must not, and what no output may repeat."""

import json
import re
import unicodedata
from functools import cache
from pathlib import Path

import pytest

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


def split_cell(text: str) -> tuple[int, int]:
    letters, digits = re.fullmatch(r"([A-Z]+)(\d+)", text).groups()
    column = 0
    for letter in letters:
        column = column * 26 + ord(letter) - 64
    return int(digits), column


def corners(text: str) -> tuple[int, int, int, int]:
    first, _, last = text.partition(":")
    return *split_cell(first), *split_cell(last or first)


def overlap(one: str, other: str) -> bool:
    top, left, bottom, right = corners(one)
    top2, left2, bottom2, right2 = corners(other)
    return top <= bottom2 and top2 <= bottom and left <= right2 and left2 <= right


def lies_in_column(issue: dict, column: str) -> bool:
    if issue["column"] == column:
        return True
    if not re.fullmatch(r"[A-Z]{1,3}", column) or not issue["cell"]:
        return False
    _, left, _, right = corners(issue["cell"])
    return left <= split_cell(f"{column}1")[1] <= right


def stands_at(issue: dict, where: str | None, column: str | None) -> bool:
    if where is None:
        return column is None or issue["column"] == column
    if where.startswith("row "):
        row = int(where[4:])
        inside = issue["cell"] and corners(issue["cell"])[0] <= row <= corners(issue["cell"])[2]
        return issue["row"] == row or bool(inside)
    if where.startswith("column "):
        return lies_in_column(issue, where[7:]) or (column is not None and issue["column"] == column)
    if where.startswith("sheet "):
        return issue["sheet"] == where[6:]
    if issue["cell"]:
        return overlap(issue["cell"], where)
    return (
        column is not None
        and issue["column"] == column
        and issue["row"] == split_cell(where.split(":")[0])[0]
    )


def is_met(wanted: dict, issues: list[dict]) -> bool:
    if "any_of" in wanted:
        return any(is_met(one, issues) for one in wanted["any_of"])
    return any(
        wanted["severity"] in (None, issue["severity"])
        and wanted["rule"] in (None, issue["rule"])
        and stands_at(issue, wanted["where"], wanted.get("column"))
        for issue in issues
    )


def quotes(output: str, word: str) -> bool:
    """Whether the output holds a forbidden string as a whole word, or a long number with other separators."""
    plain = unicodedata.normalize("NFC", output).casefold()
    if re.search(rf"(?<!\w){re.escape(unicodedata.normalize('NFC', word).casefold())}(?!\w)", plain):
        return True
    digits = re.sub(r"\D", "", word)
    return len(digits) >= 8 and digits in re.sub(r"(?<=\d)[\s./–−-]+(?=\d)", "", plain)


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
    issues = answer["issues"]
    assert answer["outcome"] in [case["outcome"], *(case.get("outcome_also") or [])]
    assert answer["table"] == case["table"]
    rows = case["rows"]
    assert rows is None or answer["rows"] in (rows if isinstance(rows, list) else [rows])
    assert [wanted for wanted in case["must"] if not is_met(wanted, issues)] == []
    assert [ruled_out for ruled_out in case["must_not"] if is_met(ruled_out, issues)] == []


@pytest.mark.parametrize("case", CASES, ids=[case["file"] for case in CASES])
def test_every_issue_has_every_key(case: dict) -> None:
    answer = check_json(CORPUS / case["file"], study(case["study"]))
    keys = {"severity", "rule", "sheet", "cell", "row", "column", "message"}
    assert set(answer) == {"outcome", "table", "rows", "issues"}
    assert all(set(issue) == keys and issue["message"] for issue in answer["issues"])


@pytest.mark.parametrize("name", ["couples", "family_therapy", "small_schools"])
def test_real_studies_read_through(name: str) -> None:
    declaration = study(name)
    answer = check_json(declaration.folder / declaration.codebook.data, declaration)
    assert answer["outcome"] in ("ok", "warning"), answer["issues"][:5]
