"""What goes into a bundle, and what never does."""

import json
import re
import subprocess
import sys
import zipfile
from pathlib import Path
from shutil import copytree, ignore_patterns

import pytest
from reviewed_study import MARKERS, Place, contents, silent

from fou_eval.bundle import Bundle, program_files, write_bundle
from fou_eval.declaration import read_declaration
from fou_eval.provenance import program

ROOT = Path(__file__).parents[2]
REPORT = {
    *("declarations.yaml", "estimates.csv", "manifest.json", "plan.json", "report.pdf", "results.json"),
    *("figures/calibrated.svg", "figures/course_home.svg", "figures/flow.svg", "figures/individual.svg"),
    *("figures/overview.svg", "figures/sensitivity.svg", "figures/shares_home.svg"),
}
STUDY = {"plan.yaml", "study.yaml", "tables/besok.yaml"}
BESIDE = {"LICENSE", "Makefile", "README.md", "requirements.lock", "ro-crate-metadata.json"}


def inside(names: set[str], folder: str) -> set[str]:
    return {name.removeprefix(f"{folder}/") for name in names if name.startswith(f"{folder}/")}


def test_a_bundle_holds_report_declarations_program_and_instructions(bundle: Bundle) -> None:
    names = set(contents(bundle.path))
    assert inside(names, "report") == REPORT
    assert inside(names, "study") == STUDY
    assert {name for name in names if "/" not in name} == BESIDE
    assert {name.split("/")[0] for name in names if "/" in name} == {"code", "report", "study"}
    assert bundle.files == len(names)


def test_the_program_is_whole_and_nothing_else_is_with_it(bundle: Bundle) -> None:
    code = inside(set(contents(bundle.path)), "code")
    package = inside(code, "fou_eval")
    assert set(package) - set(program.source_files()) == {
        *program_files.DATA,
        "requirements.lock",
    }
    assert {"__main__.py", "report/typst/report.typ", "replication/replicate.R"} <= package
    assert {name for name in code if not name.startswith("fou_eval/")} == {
        "fou_eval-0.1.0.dist-info/METADATA",
        "fou_eval-0.1.0.dist-info/entry_points.txt",
        "fou_eval-0.1.0.dist-info/licenses/LICENSE",
    }
    metadata = contents(bundle.path)["code/fou_eval-0.1.0.dist-info/METADATA"].decode()
    assert metadata.startswith("Metadata-Version: ")
    assert "\n\n" not in metadata  # after an empty line the page of the project would follow


def test_every_file_that_the_package_has_beside_its_source_is_known() -> None:
    """Whoever adds one decides whether a reviewer needs it; what is not listed stays behind."""
    asked = subprocess.run(
        ["git", "ls-files", "fou_eval"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    if asked.returncode != 0:
        pytest.skip("not a checkout")
    tracked = {name.removeprefix("fou_eval/") for name in asked.stdout.split()}
    beside = tracked - set(program.source_files())
    assert beside <= set(program_files.DATA)


def test_nothing_that_lies_beside_enters(place: Place, bundle: Bundle, twin_bundle: Bundle) -> None:
    key = (place.ledger / "ledger.key").read_text().strip().encode()
    for packed in (contents(bundle.path), contents(twin_bundle.path)):
        whole = b"".join(packed.values())
        for marker in MARKERS:
            assert marker.encode() not in whole, marker
        assert key not in whole
        assert str(place.report.parents[1]).encode() not in whole
        assert str(ROOT).encode() not in whole
        assert not [
            name for name in packed if "ledger.key" in name or "ledger.json" in name or ".git" in name
        ]
        assert [name for name in packed if name.endswith((".xlsx", ".sav", ".dta"))] in (
            [],
            ["twin/data.xlsx"],
        )


def test_what_somebody_put_among_the_program_stays_there(
    place: Place, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    package = copytree(ROOT / "fou_eval", tmp_path / "fou_eval", ignore=ignore_patterns("__pycache__"))
    planted = (
        *(
            "ledger.key",
            "ledger.json",
            "data.csv",
            "bundle/uppgifter.xlsx",
            ".git/config",
            "simulation/x.csv",
        ),
        *("data_schemas/egen/besok.csv", "data_schemas/egen/ledger.key", "data_schemas/egen/study.py"),
    )
    for name in planted:
        (package / name).parent.mkdir(parents=True, exist_ok=True)
        (package / name).write_text(MARKERS[2], "utf-8")
    monkeypatch.setattr(program, "files", lambda _: package)
    monkeypatch.setattr(program_files, "files", lambda _: package)
    packed = write_bundle(place.report, tmp_path / "paket.zip", language=None, progress=silent)
    found = contents(packed.path)
    assert len(inside(set(found), "code/fou_eval")) > 400
    assert MARKERS[2].encode() not in b"".join(found.values())
    assert not {f"code/fou_eval/{name}" for name in planted} & set(found)


def test_the_same_report_gives_the_same_bytes(place: Place, bundle: Bundle, tmp_path: Path) -> None:
    again = write_bundle(place.report, tmp_path / "annat namn.zip", language=None, progress=silent)
    assert again.path.read_bytes() == bundle.path.read_bytes()


def test_a_pdf_stands_for_the_folder_around_it(place: Place, bundle: Bundle, tmp_path: Path) -> None:
    again = write_bundle(place.report / "report.pdf", tmp_path / "p.zip", language=None, progress=silent)
    assert again.path.read_bytes() == bundle.path.read_bytes()


def test_a_pdf_alone_brings_what_is_attached_to_it(place: Place, tmp_path: Path) -> None:
    alone = tmp_path / "publicerad.pdf"
    alone.write_bytes((place.report / "report.pdf").read_bytes())
    packed = contents(write_bundle(alone, tmp_path / "p.zip", language=None, progress=silent).path)
    assert inside(set(packed), "report") == {name for name in REPORT if not name.startswith("figures/")}
    assert packed["report/results.json"] == (place.report / "results.json").read_bytes()


def test_the_archive_is_stored_in_order_with_one_date(bundle: Bundle) -> None:
    with zipfile.ZipFile(bundle.path) as archive:
        parts = archive.infolist()
    assert [part.filename for part in parts] == sorted(part.filename for part in parts)
    assert {part.date_time for part in parts} == {(1980, 1, 1, 0, 0, 0)}
    assert {(part.compress_type, part.create_system, part.extra) for part in parts} == {(0, 0, b"")}


def test_the_declarations_read_back_without_comments_and_without_the_place_of_the_data(
    place: Place, unpacked: Path
) -> None:
    again, own = read_declaration(unpacked / "study"), read_declaration(place.study)
    assert own.codebook.data == "Vintergatsmärke.csv"
    assert again.codebook.data is None
    assert again.fingerprints == own.fingerprints
    assert again.text == own.text


def test_the_unpacked_program_says_that_it_is_the_one_that_made_the_report(unpacked: Path) -> None:
    """From the bundle alone: its name, version, source, packages and lock are those of the manifest."""
    said = json.loads((unpacked / "report" / "manifest.json").read_bytes())
    code = (
        "import json, importlib.metadata as m, fou_eval; from fou_eval.provenance import program; "
        "print(json.dumps([fou_eval.__file__, m.version('fou-eval'), program.code(), program.environment()]))"
    )
    answer = subprocess.run(
        [sys.executable, "-P", "-c", code],
        cwd=unpacked,
        env={"PYTHONPATH": "code"},
        capture_output=True,
        text=True,
        check=True,
    )
    where, version, own, surroundings = json.loads(answer.stdout)
    assert Path(where) == unpacked / "code" / "fou_eval" / "__init__.py"
    assert version == "0.1.0"
    assert own == {**said["code"], "commit": ""}
    assert surroundings == said["environment"]


def test_the_lock_holds_what_running_needs_and_no_more(bundle: Bundle) -> None:
    lock = contents(bundle.path)["requirements.lock"].decode()
    entries = re.findall(r"^([\w.-]+)==", lock, re.MULTILINE)
    whole = re.findall(r"^([\w.-]+)==", (ROOT / "requirements.lock").read_text("utf-8"), re.MULTILINE)
    assert {"numpy", "typst", "rocrate", "requests", "pydantic-core", "filelock"} <= set(entries)
    assert "colorama" in entries  # on Windows only
    assert entries.count("numpy") == whole.count("numpy")
    assert not {"pytest", "mypy", "ruff", "jupyter", "jupyterlab", "hypothesis", "faker"} & set(entries)
    for entry in re.split(r"^(?=[\w.-]+==)", lock, flags=re.MULTILINE)[1:]:
        assert re.search(r"--hash=sha256:[0-9a-f]{64}", entry), entry
    assert "://" not in lock


def test_the_licence_is_that_of_the_program(bundle: Bundle) -> None:
    assert contents(bundle.path)["LICENSE"] == (ROOT / "LICENSE").read_bytes()
