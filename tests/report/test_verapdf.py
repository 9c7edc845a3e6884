"""veraPDF finds nothing to object to, neither for archives (PDF/A-3a) nor for accessibility (PDF/UA-1)."""

import shutil
import subprocess
from pathlib import Path

import pytest
from pypdf import PdfReader

import fou_eval as fou
from fou_eval.commands import codebook
from fou_eval.disclosure.release import Release
from fou_eval.figures import all_pictures

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def bundled(tmp_path_factory: pytest.TempPathFactory) -> tuple[Release, dict[str, Path]]:
    """The report of the study that comes with the product, in both languages, by language."""
    folder = tmp_path_factory.mktemp("bundled")
    released = fou.release(fou.measure_change(fou.open_study(fou.bundled_study("familjelotsen"))))
    pdfs = {
        language: fou.write_report(released, folder / language, language=language)
        for language in ("sv", "en")
    }
    return released, pdfs


def passes(shared: Path, pdfs: list[Path]) -> None:
    if shutil.which("javac") is None or not Path("/usr/share/java/jaxb-api.jar").exists():
        pytest.skip("veraPDF needs javac, libjaxb-java and libjaxb-api-java")
    check = shared / "tools" / "verapdf" / "check"
    run = subprocess.run(["bash", str(check), *map(str, pdfs)], capture_output=True, text=True, check=False)
    if run.returncode == 2:
        pytest.skip(f"veraPDF could not be started: {run.stderr.strip()}")
    assert run.stdout.count("PASS") == 2 * len(pdfs), run.stdout


def test_verapdf_passes_every_profile_and_language(
    reports: dict[str, Path], shared: Path, tmp_path: Path
) -> None:
    codebook.run(fou.bundled_study("familjelotsen"), out=tmp_path, language="sv")
    passes(shared, [*(folder / "report.pdf" for folder in reports.values()), *tmp_path.glob("*.pdf")])


def test_verapdf_passes_the_bundled_study(bundled: tuple[Release, dict[str, Path]], shared: Path) -> None:
    passes(shared, list(bundled[1].values()))


def test_the_bundled_report_tells_all_that_its_figures_tell(bundled: tuple[Release, dict[str, Path]]) -> None:
    released, pdfs = bundled
    for language, pdf in pdfs.items():
        raw = {str(item.get("/Alt", "")) for item in _objects(pdf)}
        assert {picture.alt for picture in all_pictures(released, language)} <= raw


def _objects(pdf: Path) -> list[dict[str, object]]:
    reader = PdfReader(pdf)
    found = (reader.get_object(number) for number in range(1, int(reader.trailer["/Size"])))
    return [item for item in found if isinstance(item, dict)]
