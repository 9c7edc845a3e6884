"""veraPDF finds nothing to object to, neither for archives (PDF/A-3a) nor for accessibility (PDF/UA-1)."""

import os
import shutil
import subprocess
from collections.abc import Iterable
from pathlib import Path

import pytest

CHECK = Path(__file__).parents[2] / "shared" / "tools" / "verapdf" / "check"
# A run of seconds gains nothing from what Java compiles more than once.
QUICKLY = "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC"


def passes(pdfs: Iterable[Path]) -> None:
    """Both validations of every file, in one start of Java; skipped where it is not there."""
    if not CHECK.is_file():
        pytest.skip("the folder of shared tools is not beside the repository")
    if shutil.which("javac") is None or not Path("/usr/share/java/jaxb-api.jar").exists():
        pytest.skip("veraPDF needs javac, libjaxb-java and libjaxb-api-java")
    files = [str(pdf) for pdf in pdfs]
    settings = {**os.environ, "JAVA_TOOL_OPTIONS": QUICKLY}
    run = subprocess.run(
        ["bash", str(CHECK), *files], capture_output=True, text=True, check=False, env=settings
    )
    if run.returncode == 2:
        pytest.skip(f"veraPDF could not be started: {run.stderr.strip()}")
    assert run.stdout.count("PASS") == 2 * len(files), run.stdout
