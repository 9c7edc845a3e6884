"""What lies in the folder for R: the pairs without ids, the numbers of the report, and for whom it is."""

import csv
import re
from pathlib import Path

import pytest
from hand_made_study import rows, study_in

import fou_eval as fou
from fou_eval.commands import export_r
from fou_eval.disclosure import Release
from fou_eval.errors import DisclosureError, FouError, ReportError
from fou_eval.estimates import Estimates
from fou_eval.replication import write_replication

NAMES = ["contrasts.csv", "expected.csv", "replicate.R"]


def table(path: Path) -> list[dict[str, str]]:
    return list(csv.DictReader(path.read_text("utf-8").splitlines()))


def of(outcome: str, lines: list[dict[str, str]]) -> list[dict[str, str]]:
    return [line for line in lines if line["outcome"] == outcome]


def test_a_line_holds_one_pair(written: Path) -> None:
    lines = table(written / "contrasts.csv")
    outcomes = ("maende", "trivsel", "rutin", "steg", "besok")
    assert [len(of(outcome, lines)) for outcome in outcomes] == [9, 9, 9, 8, 9]
    pairs = sorted((line["before"], line["after"]) for line in of("maende", lines))
    assert pairs == [
        *(("2.0", "4.0"), ("3.0", "4.0"), ("3.0", "4.0"), ("3.0", "5.0"), ("3.0", "5.0")),
        *(("3.0", "6.0"), ("4.0", "4.0"), ("5.0", "4.0"), ("6.0", "6.0")),
    ]
    (fifth,) = (line for line in of("besok", lines) if line["exposure_after"] == "12.0")
    assert {key: fifth[key] for key in list(fifth)[1:5]} == {
        "label": "Besök",
        "kind": "count",
        "better": "lower",
        "step": "1.0",
    }
    assert [fifth[key] for key in ("before", "after", "exposure_before")] == ["6.0", "6.0", "6.0"]
    assert {line["exposure_before"] for line in of("maende", lines)} == {""}


def test_running_numbers_follow_neither_ids_nor_order_and_a_family_keeps_its_own(written: Path) -> None:
    lines = table(written / "contrasts.csv")
    well_being = of("maende", lines)
    assert sorted(int(line["unit"]) for line in well_being) == list(range(1, 10))
    numbers = [int(line["family"]) for line in well_being]
    assert numbers == sorted(numbers)
    assert set(numbers) == set(range(1, 9))
    (siblings,) = {number for number in numbers if numbers.count(number) == 2}
    assert [int(line["family"]) for line in of("besok", lines)].count(siblings) == 2
    # What F01 to F08 had before and after, in the order of the ids, is not the order of the running numbers.
    by_id = [("3.0", "5.0"), ("4.0", "4.0"), ("3.0", "4.0"), ("3.0", "5.0"), ("6.0", "6.0")]
    assert [(line["before"], line["after"]) for line in well_being][:5] != by_id


def test_nothing_names_a_family(written: Path) -> None:
    for name in NAMES[:2]:
        assert not re.search(r"F0\d|P\d", (written / name).read_text("utf-8"))


def number(lines: list[dict[str, str]], outcome: str, statistic: str, name: str) -> str:
    (found,) = (
        line["report"]
        for line in of(outcome, lines)
        if (line["statistic"], line["number"]) == (statistic, name)
    )
    return found


@pytest.mark.parametrize(
    ("outcome", "statistic", "numbers"),
    [
        # Changes of the families: 1 1 2 0 1 -1 3 2. At most 1 of 11 may change sign: 1 + 4 of 128 patterns, twice.
        # Interval: of the 255 means of subsets the 6th smallest, 0, and the 6th largest, 2.
        (
            *("maende", "family_mean_change"),
            {
                "n": "9",
                "n_families": "8",
                "families_changed": "7",
                "value": "1.125",
                "low": "0.0",
                "high": "2.0",
                "p_value": "0.046875",
                "p_exact": "0.078125",
                "p_adjusted": "0.078125",
                "q_value": "0.0703125",
            },
        ),
        ("maende", "family_mean_change_exact", {"low": "0.0", "high": "2.0"}),
        ("maende", "share_better", {"value": repr(6 / 9)}),
        ("maende", "share_same", {"value": repr(2 / 9)}),
        ("maende", "share_worse", {"value": repr(1 / 9)}),
        ("maende", "net_improvement", {"value": repr(5 / 9)}),
        # Nobody changed, and neither direction is better.
        (
            "trivsel",
            "family_mean_change",
            {"value": "0.0", "low": "", "p_value": "", "families_changed": "0"},
        ),
        ("trivsel", "share_same", {"value": "1.0"}),
        ("trivsel", "share_higher", {"value": "0.0"}),
        # Two families of eight changed: no p. The 6th largest mean of a subset is that of the two and one more.
        (
            *("rutin", "family_mean_change"),
            {
                "value": "0.25",
                "low": "0.0",
                "high": repr(2 / 3),
                "p_value": "",
                "p_exact": "",
                "q_value": "",
                "families_changed": "2",
            },
        ),
        # Three up, three down, the siblings one each: 20 of 64 patterns are as near to 0, a tie.
        (
            *("steg", "family_mean_change"),
            {"n": "8", "n_families": "7", "value": "0.0", "p_value": "0.84375", "p_exact": "1.0"},
        ),
        # Seven families from 1 to 0.5 visits a month, the siblings from 8 in 24 to 4 in 12 months.
        (
            *("besok", "family_rate_change"),
            {"value": "-0.4375", "p_value": "0.0078125", "p_exact": "0.015625", "q_value": "0.0234375"},
        ),
    ],
)
def test_the_numbers_are_those_counted_by_hand(
    written: Path, outcome: str, statistic: str, numbers: dict[str, str]
) -> None:
    lines = table(written / "expected.csv")
    assert {name: number(lines, outcome, statistic, name) for name in numbers} == numbers


def test_only_primary_indicators_have_an_adjusted_p(written: Path) -> None:
    lines = table(written / "expected.csv")
    assert {line["outcome"] for line in lines if line["number"] == "p_adjusted"} == {"maende"}
    assert {line["outcome"] for line in lines if line["primary"] == "true"} == {"maende"}
    assert {(line["confidence"], line["multiplicity"]) for line in lines} == {("0.95", "maxt")}


def test_why_there_is_no_number_stands_beside_it(written: Path) -> None:
    lines = table(written / "expected.csv")
    notes = {
        line["note"] for line in of("rutin", lines) if line["number"] == "p_value" and not line["report"]
    }
    assert "too_few_families_changed" in notes


def test_every_line_and_the_top_of_the_script_say_internal(written: Path) -> None:
    for name in NAMES[:2]:
        first, *lines = (written / name).read_text("utf-8").splitlines()
        assert first.endswith(",profile")
        assert all(line.endswith(",internal") for line in lines)
    script = (written / "replicate.R").read_bytes()
    assert script.startswith(b"# INTERNAL. ")
    assert script.decode("ascii")  # so that no encoding of a machine can break it
    assert b"library(" not in script


def test_the_command_writes_the_same_bytes_whatever_the_order_of_the_rows_and_says_for_whom(
    written: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    study, data = study_in(tmp_path, rows()[::-1])
    monkeypatch.chdir(tmp_path)
    export_r.run(study, data=data, out=None, language=None)
    again = tmp_path / "build" / "prov_internal_r"
    assert sorted(path.name for path in again.iterdir()) == NAMES
    assert [(again / name).read_bytes() for name in NAMES] == [
        (written / name).read_bytes() for name in NAMES
    ]
    told = capsys.readouterr().err
    assert "INTERNT" in told
    assert "build/prov_internal_r/replicate.R" in told.replace("\\", "/")


def test_labels_come_in_the_language_asked_for(measured: tuple[Estimates, Release], tmp_path: Path) -> None:
    folder = write_replication(*measured, tmp_path / "intern", language="en").parent
    for name in NAMES[:2]:
        assert table(folder / name)[0]["label"] == "Well-being"


@pytest.mark.parametrize(
    ("name", "inside", "error", "told"),
    [
        ("prov_r", None, DisclosureError, "prov_r_internal"),
        ("international", None, DisclosureError, "does not say"),
        ("prov_internal", "report.pdf", DisclosureError, "holds a report"),
        ("report/prov_internal", "../manifest.json", DisclosureError, "in the folder of one"),
        ("prov_internal", "notes.txt", ReportError, "other things"),
    ],
)
def test_it_goes_nowhere_where_it_could_be_taken_for_something_else(
    measured: tuple[Estimates, Release],
    tmp_path: Path,
    name: str,
    inside: str | None,
    error: type[FouError],
    told: str,
) -> None:
    folder = tmp_path / name
    if inside is not None:
        folder.mkdir(parents=True)
        (folder / inside).write_text("x")
    with pytest.raises(error, match=told) as refusal:
        write_replication(*measured, folder, language="en")
    assert str(tmp_path) not in str(refusal.value)
    assert not (folder / "contrasts.csv").exists()


def test_a_release_for_publication_is_refused(measured: tuple[Estimates, Release], tmp_path: Path) -> None:
    change, _ = measured
    with pytest.raises(DisclosureError, match="internal release only"):
        write_replication(change, fou.release(change), tmp_path / "internal", language="en")


def test_an_earlier_one_is_replaced(measured: tuple[Estimates, Release], tmp_path: Path) -> None:
    folder = write_replication(*measured, tmp_path / "internal", language="en").parent
    (folder / "expected.csv").write_text("old")
    write_replication(*measured, folder, language="en")
    assert len(table(folder / "expected.csv")) > 50
