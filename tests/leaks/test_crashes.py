"""Whatever breaks wherever, a command answers without a value, with a documented status, and leaves nothing behind."""

import errno
import signal
import sys
import threading
import warnings
from collections.abc import Callable
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pandas as pd
import pytest
import typst
from planted import CELLS, FREE, INCOME, PERSON, SCORE, SECRETS, Place, found, write_study

import fou_eval as fou
from fou_eval import cli, quiet
from fou_eval.commands import report
from fou_eval.declaration import read_declaration
from fou_eval.estimates import Estimates
from fou_eval.figures import Picture
from fou_eval.placing import folder
from fou_eval.study import Study


def of_typst() -> typst.TypstError:
    error = typst.TypstError(VALUE)
    error.message, error.hints = VALUE, [VALUE]
    return error


VALUE = f"{PERSON}011 {FREE} {SCORE} {INCOME}"
STATUSES = {0, 1, 10, 11, 12, 13, 14, 130, 143}
"""As the README documents them; a file that a library cannot read is answered as a fault of the file."""
FAULTS: dict[str, Callable[[], BaseException]] = {
    "memory": MemoryError,
    "key": lambda: KeyError(VALUE),
    "value": lambda: ValueError(f"could not convert string to float: {VALUE!r}"),
    "pandas": lambda: pd.errors.ParserError(f"Error tokenizing data: {VALUE}"),
    "decode": lambda: UnicodeDecodeError("utf-8", VALUE.encode("latin-1"), 0, 1, VALUE),
    "disk": lambda: OSError(errno.ENOSPC, VALUE, VALUE),
    "recursion": lambda: RecursionError(VALUE),
    "typst": of_typst,
    "stopped": lambda: KeyboardInterrupt(VALUE),
}
"""What breaks: each with a value in its text, as libraries write them."""

PLACES = {
    "check": (
        *("commands.check.read_declaration", "commands.check.survey_on", "intake.survey.read_file"),
        *("intake.readers.reading.read_workbook", "intake.survey.judge_cells", "intake.survey.judge_rows"),
        *("intake.survey.judge_layout", "intake.survey.scan_file", "commands.check.answer_of"),
        *("commands.check.faults.render", "entry.marked.private_bytes", "placing.files.os.link"),
        *("placing.files._write", "placing.claim.FileLock", "entry.marked.MarkedSheet.write"),
    ),
    "convert": (
        *("commands.convert.convert", "intake.conversion.convert._tables", "commands.convert.workbook_of"),
        *("commands.convert.repack", "placing.files.os.link"),
    ),
    "pseudonymise": (
        *("entry.pseudonyms.number_anew", "entry.pseudonyms._fill", "entry.pseudonyms._key"),
        *("entry.pseudonyms.private_bytes", "entry.pseudonyms.survey", "entry.pseudonyms._left_out"),
    ),
    "codebook": (
        *("documents.typesetting.typst.compile", "commands.codebook.typeset", "commands.codebook.write_word"),
    ),
    "read": (
        *("study.read_data", "intake.door.survey", "intake.door.frame_of", "intake.door.pass_gate"),
        *("intake.frames._series", "change.gather", "change.for_kind", "change.participants", "change.max_t"),
        *("study.Study.measured", "matching.Measured.at", "change.data_marks"),
    ),
    "report": (
        *("commands.report.release", "disclosure.gate._single", "commands.report.write_report"),
        *("report.filling.all_pictures", "figures.picture.Picture.svg", "report.results.results_json"),
        *("report.results.estimates_csv", "report.filling.manifest", "report.filling.assemble"),
        *(
            "report.writing.write_pdf",
            "documents.typesetting.canonical_json",
            "documents.typesetting.typst.compile",
            "report.aside.rasters",
        ),
        *("placing.folder.flush", "placing.claim.FileLock"),
    ),
    "power": ("commands.power.of_study", "simulation.power.draw", "commands.power.figures.power"),
    "calibrate": (
        "commands.calibrate.own_designs",
        "simulation.calibration.work",
        "commands.calibrate.rates_csv",
    ),
}


DECLARED = (
    *("commands.check", "commands.convert", "commands.pseudonymise", "commands.codebook", "commands.power"),
    "study",
)


def words_of(command: str, place: Place) -> list[object]:
    words: dict[str, list[object]] = {
        "check": ["check", place.faulty, "--mark"],
        "convert": ["convert", place.wide, "--out", "converted.xlsx"],
        "pseudonymise": ["pseudonymise", place.clean, "--key", place.left / "key.csv", "--out", "copy.xlsx"],
        "codebook": ["codebook", "--out", "book"],
        "read": ["report", "--out", "report"],
        "report": ["report", "--out", "report"],
        "power": ["power", "--families", "14", "--datasets", "50", "--out", "power"],
        "calibrate": ["calibrate", "--datasets", "50", "--processes", "1", "--out", "rates"],
    }
    return [*words[command], "--study", place.study]


@cache
def measured() -> tuple[Study, Estimates]:
    """Measure the study once, wherever it lies."""
    with TemporaryDirectory() as folder:
        opened = fou.open_study(write_study(Path(folder) / "study"))
        return opened, fou.measure_change(opened)


@cache
def drawn() -> tuple[Picture, ...]:
    """Draw one figure once, for the breaks that are elsewhere."""
    return (fou.figures.overview(fou.release(measured()[1])),)


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the command `report` begin where the study has been measured, and draw no more than that."""
    opened, estimates = measured()
    monkeypatch.setattr(report, "open_study", lambda *given, **more: opened)
    monkeypatch.setattr(report, "measure_change", lambda study: estimates)
    monkeypatch.setattr("fou_eval.report.filling.all_pictures", lambda *given: drawn())


@pytest.mark.parametrize("command", PLACES)
def test_whatever_breaks_no_value_is_told_or_left(
    place: Place, command: str, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest
) -> None:
    names = list(FAULTS)
    declared = read_declaration(place.study)  # read once; what breaks is in what comes after
    for module in DECLARED:
        monkeypatch.setattr(f"fou_eval.{module}.read_declaration", lambda folder: declared)
    if command == "report":  # what comes before is broken by "read"
        request.getfixturevalue("quick")
    beside = sorted(place.folder.rglob("*"))
    for number, target in enumerate(PLACES[command]):
        chosen = names if number == 0 else [names[(number + step) % len(names)] for step in (0, 4)]
        for name in chosen:
            where = f"{target} {name}"

            reached: list[str] = []

            def fail(*given: object, fault: str = name, met: list[str] = reached, **more: object) -> None:
                met.append(fault)
                raise FAULTS[fault]()  # noqa: RSE102 - it makes the exception

            with monkeypatch.context() as patch:
                patch.setattr(f"fou_eval.{target}", fail)
                answer = place.run(*words_of(command, place))
            assert reached, where
            assert answer.code in STATUSES - {0}, where
            assert found((*SECRETS, *CELLS), answer.said) == [], where
            assert "Traceback" not in answer.said, where
            left = [path for path in sorted(place.folder.rglob("*")) if path not in beside]
            assert [path.name for path in left if path.is_file() and "fontlist" not in path.name] == [], where
            assert [path.name for path in left if path.name.startswith(".")] == [], where


@pytest.mark.parametrize("fault", ["value", "disk", "stopped"])
def test_an_earlier_report_stays_when_the_next_one_breaks(
    place: Place, fault: str, quick: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Also while the two change places, and with what somebody has put beside the report."""
    assert place.run("report", "--study", place.study, "--out", "report").code == 0
    (place.made / "report" / "mine.txt").write_text("mine", "utf-8")
    before = place.written()
    bring_over = folder._bring_over
    calls = 0

    def fail(*given: object) -> None:
        nonlocal calls
        calls += 1
        if calls == 1:
            raise FAULTS[fault]()  # noqa: RSE102 - it makes the exception
        bring_over(*given)  # type: ignore[arg-type]

    with monkeypatch.context() as patch:
        patch.setattr(folder, "_bring_over", fail)
        answer = place.run("report", "--study", place.study, "--out", "report")
    assert answer.code in {10, 14, 130}
    assert place.written() == before


def test_what_threads_and_removed_objects_raise_is_told_without_its_words(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    class Removed:
        def __del__(self) -> None:
            raise ValueError(VALUE)

    def break_down() -> None:
        raise KeyError(VALUE)

    def run() -> None:
        thread = threading.Thread(target=break_down)
        thread.start()
        thread.join()
        del Removed().missing

    monkeypatch.setattr(cli, "app", run)
    monkeypatch.delenv("FOU_EVAL_TRACEBACK", raising=False)
    with pytest.raises(SystemExit):
        cli.main()
    told = capsys.readouterr()
    assert told.err.count("No value is shown") == 3
    assert found((*SECRETS, *CELLS), told.out + told.err) == []


def test_no_warning_of_a_library_is_shown(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cli, "app", lambda: warnings.warn(VALUE, RuntimeWarning, stacklevel=1))
    monkeypatch.setattr(sys, "warnoptions", [])
    cli.main()
    told = capsys.readouterr()
    assert told.out + told.err == ""


def test_the_system_keeps_no_image_of_the_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    resource = pytest.importorskip("resource")
    asked: list[object] = []
    monkeypatch.setattr(quiet.resource, "getrlimit", lambda what: (4096, 8192))
    monkeypatch.setattr(quiet.resource, "setrlimit", lambda *given: asked.append(given))
    with quiet.quiet(lambda error: None):
        assert asked == [(resource.RLIMIT_CORE, (0, 8192))]


def test_a_command_that_is_told_to_end_cleans_up(
    place: Place, quick: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The system would end it at once, with the half of a report that is written."""
    monkeypatch.setattr(
        "fou_eval.report.writing.write_pdf", lambda *given: signal.raise_signal(signal.SIGTERM)
    )
    answer = place.run("report", "--study", place.study, "--out", "report")
    assert answer.code == 128 + signal.SIGTERM
    assert place.written() == []
