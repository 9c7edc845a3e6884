"""`fou-eval verify` as it is called: exit status, what is written where, and what is never written."""

import json
import shutil
from pathlib import Path

import pytest
from followed_study import (
    MARKER,
    children,
    data_in,
    homes,
    in_row,
    of_json,
    one_line,
    study_in,
    with_attachments,
    with_cell,
)
from typer.testing import CliRunner, Result

import fou_eval as fou
from fou_eval.cli import app
from fou_eval.errors import RecordError

KEYS = [
    "report",
    "verified",
    "exit",
    "verdict",
    "treat_as_internal",
    "numbers",
    "findings",
    "differences",
    "meaning",
]
DIFFERENCE = [
    *("outcome", "statistic", "category", "scale", "wave_before", "wave_after", "place"),
    *("field", "was", "now", "within"),
]


def called(*words: object) -> Result:
    return CliRunner().invoke(app, ["verify", *map(str, words)])


def test_the_same(place: Path) -> None:
    found = called(place / "sv" / "report.pdf", "--study", place / "study")
    assert found.exit_code == 0
    said = one_line(found.stdout)
    assert said.startswith(
        "Rapporten Uppföljningen, version 1.0 (publicering, svenska), gjord med fou_eval 0.1.0 lika "
    )
    assert "lika Tal Alla 330 tal stämmer, till sista siffran. " in said
    assert said.endswith(" Rapporten är verifierad: inget skiljer. ")
    assert found.stderr.splitlines() == [
        "Läser rapporten",
        "Läser data",
        "Mäter förändring: 24 familjer, 3 indikatorer",
        "Röjandekontroll",
        "Jämför talen",
        "Gör om sidorna",
        "Jämför sidorna",
    ]


def test_something_else(place: Path, tmp_path: Path) -> None:
    data = data_in(tmp_path / "data", with_cell(homes(), 2, 2, "0"))
    found = called(place / "en", "--study", place / "study", "--data", data, "--lang", "en")
    assert found.exit_code == 1
    said = one_line(found.stdout)
    assert (
        "DIFFERS Data Table hem has the same rows as in the report, but at least one value is another in maende"
        in said
    )
    assert (
        "What it means The primary indicator Well-being: the interval of mean change, person-weighted no "
        in said
    )
    assert said.endswith(
        "that changes numbers. Treat the numbers that came out as internal: published beside those of the report "
        "they can point out a family. "
    )


def test_many_rows_are_cut(place: Path, tmp_path: Path) -> None:
    data = data_in(tmp_path / "data")
    (data / "barn.csv").unlink()
    found = called(place / "sv", "--study", place / "study", "--data", data)
    assert "… och 18 till; alla står i svaret med --json." in one_line(found.stdout)
    whole = json.loads(called(place / "sv", "--study", place / "study", "--data", data, "--json").stdout)
    assert (
        len({each["outcome"] + each["statistic"] + each["wave_after"] for each in whole["differences"]}) == 48
    )


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (
            ["nowhere.pdf"],
            "Det finns ingen rapport på den platsen. Ange en pdf, en rapports mapp eller en manifest.json.",
        ),
        (
            ["nowhere.pdf", "--lang", "en"],
            "There is no report at that place. Give a PDF, the folder of a report, or a",
        ),
        (["sv/report.pdf"], "Rapporten innehåller inga data. Ange datafilen: --data FIL."),
        (["study"], "Mappen innehåller ingen manifest.json och är alltså ingen rapport från fou_eval."),
        (
            ["sv", "--study", "nowhere"],
            "nowhere: there is no such folder. Give the folder that holds study.yaml.",
        ),
        (
            ["sv", "--study", "study", "--ledger", "nowhere"],
            "There is no folder for the ledger at that place.",
        ),
        (
            ["sv", "--study", "study", "--data", "nowhere.csv"],
            "Det finns ingen datafil eller mapp på den platsen.",
        ),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_what_cannot_be_checked(
    place: Path, monkeypatch: pytest.MonkeyPatch, words: list[str], says: str
) -> None:
    monkeypatch.chdir(place)
    found = called(*words)
    assert isinstance(found.exception, RecordError)
    assert (found.exception.exit_code, found.stdout) == (2, "")
    assert says in str(found.exception)


def test_the_answer_for_machines(place: Path) -> None:
    found = called(place / "sv" / "report.pdf", "--study", place / "study", "--json")
    answer = json.loads(found.stdout)
    assert list(answer) == KEYS
    assert (answer["verified"], answer["exit"], answer["differences"], answer["meaning"]) == (True, 0, [], [])
    assert answer["numbers"] == {"compared": 330, "differ": 0, "within_tolerance": 0}
    assert [each["about"] for each in answer["findings"]] == [
        *("attachments", "data", "plan", "declarations", "code", "environment", "numbers", "pages"),
    ]
    assert {tuple(each) for each in answer["findings"]} == {("about", "weight", "text")}
    assert {each["weight"] for each in answer["findings"]} == {"same"}


def test_any_value_makes_a_valid_answer(place: Path, tmp_path: Path) -> None:
    """What stands in the report may be endless, markup, a face of emoji or a quotation mark."""

    def strange(results: dict[str, object]) -> None:
        in_row(results, "maende", "mean_change").update(low="-inf", note='[bold]:smile:"\\\n')
        in_row(results, "betyg", "mean_after").update(value=1e30, extra={"a": [None, True]})

    changed = with_attachments(place / "sv" / "report.pdf", tmp_path / "r.pdf", results_json=of_json(strange))
    answer = json.loads(called(changed, "--study", place / "study", "--json").stdout)
    values = {(each["statistic"], each["field"]): each["was"] for each in answer["differences"]}
    assert values == {
        ("mean_change", "low"): "-inf",
        ("mean_change", "note"): '[bold]:smile:"\\\n',
        ("mean_after", "value"): 1e30,
        ("mean_after", "extra"): {"a": [None, True]},
    }
    assert [list(each) for each in answer["differences"]] == [DIFFERENCE] * 4
    assert called(changed, "--study", place / "study").exit_code == 1


def test_labels_are_text_and_nothing_else(place: Path, tmp_path: Path) -> None:
    study = study_in(tmp_path / "study")
    text = (study / "tables" / "hem.yaml").read_text("utf-8")
    label = r'{sv: "[red]M\e[2J:smile:", en: Well-being}'
    (study / "tables" / "hem.yaml").write_text(text.replace("{sv: Mående, en: Well-being}", label), "utf-8")
    found = called(place / "sv", "--study", study, "--data", place / "study" / "data")
    assert "columns.maende.label.sv är ”[red]M\ufffd[2J:smile:” här; i rapporten ”Mående”." in one_line(
        found.stdout
    )
    assert "\x1b" not in found.stdout


@pytest.mark.parametrize("refused", [False, True])
def test_no_value_of_a_family_and_no_path_is_told(place: Path, tmp_path: Path, refused: bool) -> None:
    """Families have other ids, folders and free text hold a name, and one value is another or too large."""
    home = tmp_path / MARKER / f"Anna {MARKER} 19121212-1212"
    lines = with_cell(homes(), 4, 2, "21" if refused else "17")
    data = data_in(home / "data", [line.replace("F024", "F777") for line in lines], children())
    report = home / "report"
    shutil.copytree(place / "sv", report)
    for words in ([], ["--json"]):
        found = called(report, "--study", place / "study", "--data", data, *words)
        said = f"{found.stdout}{found.stderr}{found.exception}"
        assert found.exit_code == (1 if not refused or isinstance(found.exception, RecordError) else None)
        for secret in (MARKER, "Anna", "1212", "F777", "F024", "F002", str(tmp_path.parent)):
            assert secret not in said
    if refused:
        assert "C6: Största tillåtna värde är 20." in str(found.exception)


def test_the_data_of_another_study_are_refused_without_their_values(place: Path, tmp_path: Path) -> None:
    data = tmp_path / MARKER / "data"
    data.mkdir(parents=True)
    (data / f"{MARKER}.csv").write_text(f"namn,ort\n{MARKER},{MARKER}\n", "utf-8")
    found = called(place / "sv", "--study", place / "study", "--data", data)
    assert isinstance(found.exception, RecordError)
    assert MARKER not in f"{found.stdout}{found.stderr}{found.exception}"


def test_the_interface_of_a_notebook(place: Path, tmp_path: Path) -> None:
    found = fou.verify(
        place / "sv", study=place / "study", data=data_in(tmp_path / "d", with_cell(homes(), 2, 2, "0"))
    )
    assert repr(found).splitlines()[0] == found.title
    assert repr(found).splitlines()[-1] == found.verdict
    shown = found._repr_html_()
    assert ">+1,8\N{NO-BREAK SPACE}skalsteg [0,9; 2,8]; p &lt; 0,001</td>" in shown
    assert "<li>Huvudindikatorn Mående: " in shown
