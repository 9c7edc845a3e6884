"""A small study with real data, its report with things beside it that must not be packed, and its bundle."""

import zipfile
from collections.abc import Callable
from pathlib import Path
from shutil import copytree

import pytest
from reviewed_study import MARKERS, TABLE, Place, data, silent
from small_study import declare

from fou_eval.bundle import Bundle, write_bundle
from fou_eval.bundle.finished import Finished, finished
from fou_eval.bundle.twin import make_twin
from fou_eval.change import measure_change
from fou_eval.disclosure import open_ledger, release
from fou_eval.disclosure.ledger_file import save
from fou_eval.publishing import recorded
from fou_eval.report import write_report
from fou_eval.study import open_study


@pytest.fixture(scope="session")
def place(tmp_path_factory: pytest.TempPathFactory) -> Place:
    """A published report with seals of its data, and beside it what somebody may have put there."""
    root = tmp_path_factory.mktemp("hemkatalog")
    declare(root / "study", TABLE)
    table = (root / "study" / "study.yaml").read_text("utf-8")
    (root / "study" / "study.yaml").write_text(f"{table}data: {MARKERS[2]}.csv\n", "utf-8")
    made = Place(root / "study", data(root / "besok.csv"), root / "ledger", root / "out" / "report")
    made.ledger.mkdir()
    estimates = measure_change(open_study(made.study, data=made.data))
    ledger = open_ledger(made.ledger)
    released = release(estimates, profile="publication", ledger=ledger)
    write_report(released, made.report)
    save(recorded(released, estimates, ledger, name="delrapport"))
    for name in (
        "uppgifter.csv",
        ".git/config",
        "figures/enskilda.svg",
        ".report.0a1b2c3d.fou-eval/x",
        "a.xlsx",
    ):
        (made.report / name).parent.mkdir(exist_ok=True)
        (made.report / name).write_text(" ".join(MARKERS), "utf-8")
    return made


@pytest.fixture(scope="session")
def bundle(place: Place, tmp_path_factory: pytest.TempPathFactory) -> Bundle:
    path = tmp_path_factory.mktemp("packed") / "paket.zip"
    return write_bundle(place.report, path, language=None, progress=silent)


@pytest.fixture(scope="session")
def twin_bundle(place: Place, tmp_path_factory: pytest.TempPathFactory) -> Bundle:
    path = tmp_path_factory.mktemp("packed") / "paket.zip"
    return write_bundle(place.report, path, language="en", progress=silent, twin=make_twin)


@pytest.fixture(scope="session")
def unpacked(twin_bundle: Bundle, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("granskare")
    with zipfile.ZipFile(twin_bundle.path) as archive:
        archive.extractall(folder)
    return folder


@pytest.fixture(scope="session")
def source(place: Place) -> Finished:
    return finished(place.report, "sv")


@pytest.fixture
def report(place: Place, tmp_path: Path) -> Path:
    """A copy of the report to do harm to."""
    return copytree(place.report, tmp_path / "out" / "report")


@pytest.fixture
def refusal(tmp_path: Path) -> Callable[..., str]:
    """Pack a report that is refused, and give what is said."""

    def pack(report: Path, *, out: Path | None = None, language: str | None = "en") -> str:
        target = out or tmp_path / "paket.zip"
        before = target.read_bytes() if target.exists() else None
        with pytest.raises(Exception) as refused:
            write_bundle(report, target, language=language, progress=silent)
        assert (target.read_bytes() if target.exists() else None) == before
        assert str(tmp_path) not in str(refused.value)
        return f"{type(refused.value).__name__}: {refused.value}"

    return pack
