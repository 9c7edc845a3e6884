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
OPEN = {
    "kodlista_under.xlsx": "a second table below the first is read as data rows",
    "summa_och_upprepning.csv": "a subtotal in the middle of the data is read as a data row",
    "forskjuten_med_telefon.csv": "a row shifted right from column C; a telephone number called an identity number",
    "brev.xlsx": "a Word document called xlsx is not named as what it is",
    "kolumner_saknas.csv": "nothing is said of a missing free-text column",
    "dold_dubblett.xlsx": "nothing is said of a missing free-text column",
    "mapp": "a folder is named after its first table, not after the one that knows most headers",
    "brett_ord.xlsx": "limits are not judged before a wide file is converted",
    "ensam_grund.csv": "a rare code in a context column is no small category",
    "ett_blad_per_vag.xlsx": "sheets of later waves are named but not judged, and not called a second table",
    "etikettrad_under.xlsx": "a row of labels below the headers is left out without a word",
    "tva_avskiljare.csv": "a row with another separator is called a sum and an identifying id, not ragged",
    "bara_slutmatning.csv": "only the last wave: the missing baseline is not named",
}
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
