"""The script in R itself: it agrees with the report, and says so when one digit does not."""

import csv
import json
import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

import fou_eval as fou
from fou_eval.replication.contrasts import COLUMNS as OF_PAIRS
from fou_eval.replication.expected import COLUMNS as OF_NUMBERS
from fou_eval.replication.lines import csv_bytes

RSCRIPT = shutil.which("Rscript")
SCRIPT = Path(fou.__file__).parent / "replication" / "replicate.R"
SHARED = Path(__file__).parents[2] / ".." / "shared" / "reference"

pytestmark = pytest.mark.skipif(RSCRIPT is None, reason="R is not installed")


def replicate(folder: Path, **settings: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [str(RSCRIPT), "--vanilla", str(folder / "replicate.R")],
        capture_output=True,
        check=False,
        encoding="utf-8",
        env={**os.environ, **settings},
        cwd=folder.parent,
    )


def test_every_number_agrees(written: Path) -> None:
    answer = replicate(written, LC_ALL="C.UTF-8")
    lines = answer.stdout.splitlines()
    assert (answer.returncode, answer.stderr) == (0, "")
    assert lines[0].startswith("INTERNAL")
    assert lines[-1] == "all 85 numbers agree"
    assert sum(line.endswith(" agrees") for line in lines) == 85 + 10  # and where neither gives a number
    assert "Mående" in lines


@pytest.mark.parametrize(
    ("name", "old", "new", "told"),
    [
        ("expected.csv", ",p_value,0.046875,", ",p_value,0.046876,", "1 of 85 numbers DIFFER"),
        ("expected.csv", ",high,2.0,,", ",high,,,", "2 of 85 numbers DIFFER"),
        ("contrasts.csv", ",5.0,4.0,", ",5.0,3.0,", "numbers DIFFER"),
    ],
)
def test_one_digit_is_noticed(
    written: Path, tmp_path: Path, name: str, old: str, new: str, told: str
) -> None:
    copy = shutil.copytree(written, tmp_path / "internal")
    text = (copy / name).read_text("utf-8")
    assert old in text
    (copy / name).write_text(text.replace(old, new), "utf-8")
    answer = replicate(copy, LC_ALL="C")
    assert answer.returncode == 1
    assert told in answer.stdout.splitlines()[-1]
    assert "DIFFERS" in answer.stdout


def test_a_decimal_comma_is_refused_at_its_line(written: Path, tmp_path: Path) -> None:
    copy = shutil.copytree(written, tmp_path / "internal")
    text = (copy / "contrasts.csv").read_text("utf-8")
    (copy / "contrasts.csv").write_text(text.replace(",5.0,4.0,", ',"5,0",4.0,'), "utf-8")
    answer = replicate(copy)
    assert answer.returncode == 1
    assert "before: not a number with a decimal point" in answer.stderr


# Extra hours of sleep under two drugs, ten patients (Student 1908): sign flips by hand, 2 of 1,024 patterns.
SLEEP = [(0.7, 1.9), (-1.6, 0.8), (-0.2, 1.1), (-1.2, 0.1), (-0.1, -0.1)]
SLEEP += [(3.4, 4.4), (3.7, 5.5), (0.8, 1.6), (0.0, 4.6), (2.0, 3.4)]
SLEEP_NUMBERS = [
    *(("family_mean_change", "value", 1.58), ("family_mean_change", "families_changed", 9)),
    *(("family_mean_change", "p_exact", 0.00390625), ("family_mean_change", "p_value", 0.001953125)),
    *(("family_mean_change_exact", "low", 0.8333333333333334), ("share_better", "value", 0.9)),
    ("family_mean_change_exact", "high", 2.4666666666666663),
    # The paired t test of Student's data, which CR2 is where every family has one member: t = 4.0621 on 9 df.
    *(("change_from_entry", "p_value", 0.00283289019738427), ("change_from_entry", "df", 9)),
]

Case = tuple[str, str, float | None, list[tuple[int, float, float]], list[tuple[str, str, float]]]


def published() -> Iterator[Case]:
    """Give data sets with numbers that R or the papers gave: outcome, better, step, pairs, numbers."""
    yield (
        *("sleep", "higher", 0.1),
        [(family, *pair) for family, pair in enumerate(SLEEP)],
        SLEEP_NUMBERS,
    )
    if not SHARED.exists():
        return
    for name in ("anorexia", "bdf_small_schools", "BtheB", "clusrank_crsd"):
        about = json.loads((SHARED / f"{name}.json").read_text("utf-8"))
        rows = list(csv.DictReader((SHARED / f"{name}.csv").read_text("utf-8").splitlines()))
        for case, how in about["cases"].items():
            if how["layout"] in {"wide", "change"} and how.get("before", how.get("change")):
                numbers = list(wanted(entry for entry in about["expected"] if entry["case"] == case))
                if numbers:
                    yield f"{name} {case}", how["better"], how["resolution"], pairs(rows, how), numbers


def pairs(rows: list[dict[str, str]], how: dict[str, str]) -> list[tuple[int, float, float]]:
    kept = [row for row in rows if all(row[key] == value for key, value in (how["rows"] or {}).items())]
    families = [row[how["cluster"]] if how["cluster"] else str(place) for place, row in enumerate(kept)]
    numbers = {family: number for number, family in enumerate(dict.fromkeys(families))}
    ends = [
        ("0", row[how["change"]]) if "change" in how else (row[how["before"]], row[how["after"]])
        for row in kept
    ]
    complete = [(numbers[family], *pair) for family, pair in zip(families, ends, strict=True)]
    return [(family, float(b), float(a)) for family, b, a in complete if not {b, a} & {"", "NA"}]


FIELDS = {
    "n_pairs": [("family_mean_change", "n")],
    "family_mean_change": [("family_mean_change", "value")],
    "signflip_family_exact_p": [("family_mean_change", "p_exact")],
    "signflip_family_mid_p": [("family_mean_change", "p_value")],
    "signflip_family_ci": [("family_mean_change_exact", "low"), ("family_mean_change_exact", "high")],
    "net_improvement_cr2_ci": [("net_improvement", "low"), ("net_improvement", "high")],
    "net_improvement_cr2_df": [("net_improvement", "df")],
    "cr2_se": [("change_from_entry", "se")],
    "cr2_df": [("change_from_entry", "df")],
    "cr2_p": [("change_from_entry", "p_value")],
}


def wanted(entries: Iterator[dict[str, object]]) -> Iterator[tuple[str, str, float]]:
    for entry in entries:
        values = entry["value"] if isinstance(entry["value"], list) else [entry["value"]]
        for place, value in zip(FIELDS.get(str(entry["quantity"]), []), values, strict=False):
            yield (*place, value)


def test_it_gives_what_others_have_published(tmp_path: Path) -> None:
    cases = list(published())
    contrasts = [
        (name, name, "scale", better, step, family, unit, before, after, None, None)
        for name, better, step, units, _ in cases
        for unit, (family, before, after) in enumerate(units)
    ]
    expected = [
        (name, name, False, statistic, number, float(value), "", 0.95, "none")
        for name, *_, numbers in cases
        for statistic, number, value in numbers
    ]
    (tmp_path / "contrasts.csv").write_bytes(csv_bytes(OF_PAIRS, contrasts))
    (tmp_path / "expected.csv").write_bytes(csv_bytes(OF_NUMBERS, expected))
    shutil.copy(SCRIPT, tmp_path)
    answer = replicate(tmp_path)
    assert [line for line in answer.stdout.splitlines() if "DIFFERS" in line] == []
    assert (answer.returncode, answer.stderr) == (0, "")
    assert answer.stdout.splitlines()[-1] == f"all {len(expected)} numbers agree"
    assert len(expected) == (68 if SHARED.exists() else len(SLEEP_NUMBERS))
