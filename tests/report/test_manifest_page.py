"""MANIFEST.md is enough to check a manifest with other tools: this file uses none of ours for what it computes."""

import hmac
import json
import re
from datetime import date, datetime
from hashlib import sha256
from pathlib import Path

import openpyxl
import pytest
from handmade_release import make_release
from ruamel.yaml import YAML

from fou_eval.declaration import read_declaration
from fou_eval.disclosure.seals import sealed
from fou_eval.fingerprints import data_marks
from fou_eval.provenance import DataMarks
from fou_eval.report.manifest import manifest, manifest_json
from fou_eval.study import open_study

ROOT = Path(__file__).parents[2]
STUDY = ROOT / "data_schemas" / "familjelotsen"
PAGE = (ROOT / "fou_eval" / "report" / "MANIFEST.md").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def marks() -> DataMarks:
    return data_marks(open_study(STUDY))


def test_the_page_describes_every_key_and_no_other() -> None:
    described = {
        name
        for line in PAGE.splitlines()
        if line.startswith("| `")
        for name in re.findall(r"`(\w+)`", line.split("|")[1])
    }
    assert described == set(manifest(make_release(), "sv", {}))


def test_the_bytes_are_those_of_the_page() -> None:
    content = manifest(make_release(), "sv", {"a.json": b"1"})
    text = json.dumps(
        content, ensure_ascii=False, indent=2, sort_keys=True, separators=(",", ": "), allow_nan=False
    )
    assert manifest_json(content) == (text + "\n").encode()


def written(value: object, column: dict[str, object]) -> str:
    if value is None or value == "":
        return ""
    if str(value) in {str(code) for code in column.get("missing_codes", {})}:
        return f"missing:{value}"
    if column["type"] in {"integer", "number"}:
        return repr(float(value))  # type: ignore[arg-type]
    if column["type"] == "boolean":
        return "1.0" if value in (True, 1, "1", "ja") else "0.0"
    if isinstance(value, (date, datetime)):
        return value.strftime("%Y-%m-%d")
    return f"{value}-01" if column["type"] == "month" else str(value)


@pytest.mark.parametrize("table", ["families", "followup_child"])
def test_plain_marks_are_those_of_the_page(table: str, marks: DataMarks) -> None:
    sheet = openpyxl.load_workbook(STUDY / "example.xlsx", read_only=True)[table]
    head, *rows = [list(row) for row in sheet.iter_rows(values_only=True)]
    declared = YAML(typ="safe").load(STUDY / "tables" / f"{table}.yaml")
    columns = [name for name, column in declared["columns"].items() if column.get("role") != "free_text"]
    lines = [
        [written(row[head.index(name)], declared["columns"][name]) for name in columns]
        for row in rows
        if any(cell is not None for cell in row)
    ]
    key = [columns.index(name) for name in declared["key"]]
    whole = "\x1e".join("\x1f".join(line) for line in [columns, *sorted(lines)])
    own = marks.tables[table]
    assert own.rows == str(len(lines))
    assert own.content == sha256(whole.encode()).hexdigest()
    ordered = sorted(sorted(lines), key=lambda line: [line[place] for place in key])
    for place, name in enumerate(columns):
        text = "\x1e".join("\x1f".join([*(line[part] for part in key), line[place]]) for line in ordered)
        assert own.columns[name] == sha256(text.encode()).hexdigest(), name


def test_seals_are_those_of_the_page(marks: DataMarks) -> None:
    key, plain = bytes(range(32)), marks.tables["families"]
    own = sealed(marks, key, salt="0f" * 16).tables["families"]

    def seal(what: str, mark: str) -> str:
        return hmac.new(key, f"data|{'0f' * 16}|families|{what}|{mark}".encode(), sha256).hexdigest()

    assert own.rows == seal("rows", plain.rows)
    assert own.content == seal("content", plain.content)
    assert own.columns["entry_month"] == seal("column entry_month", plain.columns["entry_month"])


def test_a_declaration_has_the_fingerprint_of_the_page() -> None:
    own = read_declaration(ROOT / "tests" / "declaration" / "valid_study")
    lines = own.text.splitlines()
    starts = [place for place, line in enumerate(lines) if not line.startswith(" ")]
    for start, end in zip(starts, [*starts[1:], len(lines)], strict=True):
        name = json.loads(lines[start].removesuffix(":"))
        text = "".join(f"{line.removeprefix('  ')}\n" for line in lines[start + 1 : end])
        assert own.fingerprints[name] == sha256(text.encode()).hexdigest()
    assert "#" not in own.text
    assert '"data":' not in own.text.split('"plan.yaml":')[0]
