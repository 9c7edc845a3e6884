"""What is planted in ids, free text and cells stands nowhere that a command or the five lines leave anything.

In the report of the bundled study no id stands either: test_end_to_end.
"""

import csv
import json
import re
import subprocess
import sys

import pytest
from openpyxl import load_workbook
from planted import CELLS, FAMILY, FREE, PERSON, SECRETS, STREET, Place, found, found_in, readings

import fou_eval as fou
from fou_eval.errors import DataError

FONTS = re.compile(r"MPLCONFIGDIR/fontlist-.*\.json")
EVERYTHING = (*SECRETS, *CELLS)


def nothing_left(place: Place) -> None:
    """Nothing passing is left but the list of fonts that matplotlib keeps of the computer."""
    assert [name for name in place.leftovers() if not FONTS.fullmatch(name)] == []


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (["check", "CLEAN"], 0),
        (["check", "CLEAN", "--json"], 0),
        (["check", "FAULTY"], 12),
        (["check", "FAULTY", "--json"], 12),
        (["convert", "CLEAN"], 0),
        (["convert", "FAULTY"], 0),
        (["convert", "WIDE"], 0),
        (["pseudonymise", "CLEAN", "--key", "study/key.csv"], 14),
        (["report", "--data", "FAULTY"], 12),
    ],
    ids=lambda given: " ".join(given) if isinstance(given, list) else str(given),
)
def test_what_is_said_holds_no_value(place: Place, words: list[str], code: int) -> None:
    files = {"CLEAN": place.clean, "FAULTY": place.faulty, "WIDE": place.wide}
    answer = place.run(*(files.get(word, word) for word in words), "--study", place.study)
    assert answer.code == code
    assert found(EVERYTHING, answer.said) == []
    assert place.written() == []
    nothing_left(place)


@pytest.mark.parametrize(
    ("words", "made"),
    [
        (["template"], 1),
        (["codebook", "--out", "book"], 4),
        (["power", "--families", "14", "--datasets", "50", "--out", "power"], 3),
        (["calibrate", "--datasets", "50", "--processes", "1", "--out", "rates"], 2),
    ],
    ids=lambda given: " ".join(given) if isinstance(given, list) else str(given),
)
def test_what_is_written_without_the_data_holds_no_value(place: Place, words: list[str], made: int) -> None:
    answer = place.run(*words, "--study", place.study)
    assert answer.code == 0
    assert len(place.written()) == made
    assert found(EVERYTHING, answer.said) == []
    assert found_in(EVERYTHING, place.made) == []
    nothing_left(place)


def no_unrounded_number_is_in(place: Place) -> None:
    """Every number of a public report with more than four decimals would be one that nothing has rounded."""
    folder = place.made / "report"
    rows = json.loads((folder / "results.json").read_bytes())["rows"]
    written = [value for row in rows for value in row.values() if isinstance(value, float)]
    assert written
    assert [value for value in written if len(repr(value).partition(".")[2]) > 4] == []
    change = fou.measure_change(fou.open_study(place.study))
    raw = {
        f"{getattr(row, name):.12g}"[:8]
        for row in change
        for name in ("value", "low", "high", "se", "p_value")
    }
    raw = {text for text in raw if len(text.partition(".")[2]) >= 5}
    assert len(raw) > 50
    names = ("report.pdf", "report.docx", "tables.xlsx", "estimates.csv", "manifest.json", "plan.json")
    texts = [text for name in names for text in readings((folder / name).read_bytes())]
    said = {number[:8] for text in texts for number in re.findall(r"\d+\.\d{5,}", text.replace(",", "."))}
    assert said & raw == set()


@pytest.mark.parametrize("profile", ["publication", "internal"])
def test_a_report_holds_no_id_no_text_and_no_cell(place: Place, profile: str) -> None:
    words = ["report", "--study", place.study, "--out", "report", "--profile", profile, "--lang", "en"]
    answer = place.run(*words)
    assert answer.code == 0
    assert (place.made / "report" / "report.pdf").exists()
    assert found(EVERYTHING, answer.said) == []
    assert found_in(EVERYTHING, place.made) == []
    if profile == "publication":
        no_unrounded_number_is_in(place)
    nothing_left(place)


def test_a_marked_copy_holds_what_may_be_corrected_in_it_and_no_more(place: Place) -> None:
    """Ids in the declared form and cells are there to correct by; text, addresses and authors are not."""
    answer = place.run("check", place.faulty, "--mark", "--study", place.study)
    assert answer.code == 12
    assert found(EVERYTHING, answer.said) == []
    (copy,) = (path for path in place.folder.glob("*.xlsx") if path != place.faulty)
    text = "\n".join(readings(copy.read_bytes()))
    assert found([FREE, STREET, "Andersson", "19121212", f"{FAMILY}-fel", f"{PERSON} fel"], text) == []
    assert f"{FAMILY}05" in text
    nothing_left(place)


def test_a_converted_file_holds_no_text(place: Place) -> None:
    answer = place.run("convert", place.wide, "--study", place.study, "--out", "converted.xlsx")
    assert answer.code == 0
    assert found(EVERYTHING, answer.said) == []
    assert place.written() == ["converted.xlsx"]
    assert found([FREE], "\n".join(readings((place.made / "converted.xlsx").read_bytes()))) == []
    nothing_left(place)


def test_a_pseudonymised_copy_holds_no_id_and_no_text(place: Place) -> None:
    """The old ids are in the key and nowhere else; the key is for its owner alone."""
    key = place.folder / "safe" / "key.csv"
    key.parent.mkdir()
    words = ["pseudonymise", place.clean, "--study", place.study, "--key", key, "--out", "copy.xlsx"]
    answer = place.run(*words)
    assert answer.code == 0
    assert found(EVERYTHING, answer.said) == []
    assert place.written() == ["copy.xlsx"]
    new = {line["new_id"] for line in csv.DictReader(key.read_text("utf-8-sig").splitlines(), delimiter=";")}
    sheet = load_workbook(place.made / "copy.xlsx")["visits"]
    assert {sheet.cell(row, 1).value for row in range(2, 58)} <= new
    assert "note" not in {cell.value for cell in sheet[1]}
    assert (
        found(
            [FREE, f"{FAMILY}0", f"{PERSON}0"], "\n".join(readings((place.made / "copy.xlsx").read_bytes()))
        )
        == []
    )
    assert key.stat().st_mode & 0o077 == 0
    nothing_left(place)


@pytest.mark.parametrize("command", ["check", "convert", "report", "pseudonymise"])
def test_a_file_named_after_a_person_is_not_named(place: Place, command: str) -> None:
    named = place.folder / "Anna Andersson 19121212-1212.xlsx"
    place.faulty.rename(named)
    words: dict[str, list[object]] = {
        "check": [named, "--mark"],
        "convert": [named],
        "report": ["--data", named],
        "pseudonymise": [named, "--key", place.folder / "safe" / "key.csv"],
    }
    answer = place.run(command, *words[command], "--study", place.study)
    assert found(["Andersson", "19121212"], answer.said) == []
    made = [path.name for path in place.folder.rglob("*.xlsx") if path != named]
    assert not [name for name in made if "Andersson" in name or "19121212" in name]


def test_the_five_lines_show_no_value_in_a_notebook(place: Place) -> None:
    study = fou.open_study(place.study)
    change = fou.measure_change(study)
    release = fou.release(change)
    (indicator,) = study.codebook.indicators()
    shown: list[object] = [
        study,
        study.declaration,
        study.pairs("score"),
        study.measured(indicator),
        study.notes,
    ]
    shown += [change, change.populations, release, *release.rows, release.frame.to_html()]
    shown += [
        fou.figures.overview(release),
        fou.tables.overview(release),
        fou.tables.details(release, "score"),
    ]
    texts = [repr(item) for item in shown]
    texts += [item._repr_html_() for item in shown if hasattr(item, "_repr_html_")]  # type: ignore[attr-defined]
    assert found(EVERYTHING, "\n".join(texts)) == []
    numbers = {f"{row.value:.9f}"[:9] for row in change if abs(row.value) % 1 > 1e-6}
    assert len(numbers) > 20
    assert not [number for number in numbers if number in "\n".join(texts[:8])]


def test_a_refusal_holds_no_value_whichever_way_it_is_looked_at(place: Place) -> None:
    with pytest.raises(DataError) as refused:
        fou.open_study(place.study, data=place.faulty)
    error: BaseException | None = refused.value
    while error is not None:
        notes = getattr(error, "__notes__", [])
        assert found(EVERYTHING, f"{error} {error!r} {error.args} {notes} {vars(error)}") == []
        error = error.__cause__ or error.__context__


def test_no_cache_of_a_new_process_holds_a_value(place: Place) -> None:
    """In a process of its own, with empty folders for everything that a program keeps."""
    code = (
        "import sys; from fou_eval import cli; "
        f"sys.argv = ['fou-eval', 'report', '--study', {str(place.study)!r}, '--out', 'report']\n"
        "cli.main()"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=place.made, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0
    assert found(EVERYTHING, done.stdout + done.stderr) == []
    nothing_left(place)
