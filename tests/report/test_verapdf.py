"""veraPDF finds nothing to object to, neither for archives (PDF/A-3a) nor for accessibility (PDF/UA-1)."""

import shutil
import subprocess
from pathlib import Path

import pytest


@pytest.mark.slow
def test_verapdf_passes_every_report(reports: dict[str, Path], shared: Path) -> None:
    check = shared / "tools" / "verapdf" / "check"
    if shutil.which("javac") is None or not Path("/usr/share/java/jaxb-api.jar").exists():
        pytest.skip("veraPDF needs javac, libjaxb-java and libjaxb-api-java")
    files = [str(folder / "report.pdf") for folder in reports.values()]
    run = subprocess.run(["bash", str(check), *files], capture_output=True, text=True, check=False)
    if run.returncode == 2:
        pytest.skip(f"veraPDF could not be started: {run.stderr.strip()}")
    assert run.stdout.count("PASS") == 2 * len(files), run.stdout
