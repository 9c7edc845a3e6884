"""results.json, estimates.csv, plan.json and manifest.json are canonical and hold what was released, no more."""

import csv
import json
from dataclasses import replace
from importlib.metadata import version
from io import StringIO
from math import inf, isnan
from pathlib import Path

from handmade_release import make_release

from fou_eval.disclosure.release import SEAL, Release
from fou_eval.documents.canonical import canonical_json
from fou_eval.estimates import COLUMNS
from fou_eval.provenance.marks import mark_of
from fou_eval.provenance.program import package_versions, source_fingerprint
from fou_eval.report.manifest import manifest
from fou_eval.report.results import estimates_csv, results_json

ROOT = Path(__file__).parents[2]


def with_interval(release: Release, low: float, high: float) -> Release:
    first = release.rows[0]
    changed = replace(first, estimate=replace(first.estimate, low=low, high=high))
    return replace(release, seal=SEAL, rows=(changed, *release.rows[1:]))


def test_results_hold_every_row_with_all_its_digits(release: Release) -> None:
    rows = json.loads(results_json(with_interval(release, 0.1 + 0.2, 1 / 3)))["rows"]
    assert len(rows) == len(release.rows)
    assert (rows[0]["low"], rows[0]["high"]) == (0.1 + 0.2, 1 / 3)
    assert list(rows[0]) == sorted([*COLUMNS, "status", "rules"])


def test_results_write_what_does_not_exist_as_null_and_what_has_no_end_in_words(release: Release) -> None:
    row = json.loads(results_json(with_interval(release, -inf, inf)))["rows"][0]
    assert (row["low"], row["high"], row["se"]) == ("-inf", "inf", None)


def test_withheld_rows_hold_no_number(release: Release) -> None:
    rows = [row for row in json.loads(results_json(release))["rows"] if row["status"] == "withheld"]
    assert rows
    assert {row["value"] for row in rows} == {None}


def test_json_is_canonical(release: Release) -> None:
    text = results_json(release)
    assert text.endswith(b"}\n")
    assert canonical_json(json.loads(text)) == text


def test_csv_holds_the_same_rows(release: Release) -> None:
    text = estimates_csv(with_interval(release, -inf, 0.1 + 0.2)).decode("utf-8")
    rows = list(csv.DictReader(StringIO(text)))
    assert "\r" not in text
    assert len(rows) == len(release.rows)
    assert (rows[0]["low"], float(rows[0]["high"])) == ("-inf", 0.1 + 0.2)
    assert rows[0]["primary"] == "false"
    assert {row["profile"] for row in rows} == {"publication"}
    for written, row in zip(rows, release.rows, strict=True):
        assert (written["value"] == "") == isnan(row.estimate.value)


def test_every_line_of_an_internal_csv_says_so() -> None:
    lines = estimates_csv(make_release(profile="internal")).decode("utf-8").splitlines()
    assert lines[0].endswith(",rules,profile")
    assert all(line.endswith(",internal") for line in lines[1:])


def test_manifest_names_what_must_be_the_same(release: Release) -> None:
    content = manifest(release, "sv", {"results.json": b"x"})
    assert content["files"] == {"results.json": mark_of(b"x")}
    assert content["data"]["how"] == "plain"  # made-up data
    assert content["data"]["tables"]["child"] == {
        "rows": "111",
        "content": "cd" * 32,
        "columns": {"wave": "01" * 32},
    }
    assert content["rows"] == len(release.rows)
    assert content["options"] == {"language": "sv", "profile": "publication", "until": None}
    assert (content["status"], content["data_until"]) == ("final", None)
    assert content["plan"]["fixed_on"] == "2015-01-15"


def test_the_manifest_counts_every_number_that_is_shown() -> None:
    rows = make_release().rows
    content = manifest(make_release(), "sv", {})
    by_hand = sum(
        isinstance(value, int | float) and not isinstance(value, bool) and not isnan(value)
        for row in rows
        for value in row.estimate.record().values()
    )
    assert content["numbers"] == by_hand > 100


def test_manifest_names_the_versions_of_what_runs() -> None:
    versions = package_versions()
    assert versions["typst"] == version("typst")
    assert versions["fou-eval"] == version("fou-eval")
    assert versions["kiwisolver"] == version("kiwisolver")  # needed by what is needed
    assert "pytest" not in versions


def test_manifest_names_the_machine_without_naming_it(release: Release) -> None:
    content = manifest(release, "sv", {})
    assert set(content["environment"]) == {
        *("python", "implementation", "system", "machine", "packages", "lock")
    }
    assert content["environment"]["lock"] == mark_of((ROOT / "requirements.lock").read_bytes())
    assert set(content["code"]) == {"version", "source", "commit"}


def test_manifest_holds_no_path_and_no_clock(reports: dict[str, Path]) -> None:
    text = (reports["sv"] / "manifest.json").read_text(encoding="utf-8")
    assert str(Path.cwd()) not in text
    assert str(Path.home()) not in text
    assert not {"time", "date", "path", "created"} & set(json.loads(text))


def test_manifest_has_the_fingerprints_of_the_files_beside_it(reports: dict[str, Path]) -> None:
    folder = reports["sv"]
    recorded = json.loads((folder / "manifest.json").read_bytes())["files"]
    attached = {name for name in recorded if not name.startswith("figures/")}
    assert attached == {"results.json", "estimates.csv", "plan.json", "declarations.yaml"}
    assert "figures/overview.svg" in recorded
    assert {name: mark_of((folder / name).read_bytes()) for name in recorded} == recorded


def test_source_fingerprint_is_stable() -> None:
    assert source_fingerprint() == source_fingerprint()
    assert len(source_fingerprint()) == 64
