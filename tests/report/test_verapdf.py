"""A small report and a small codebook are valid; `make test-pdf` validates every kind that the program writes."""

from pathlib import Path

import pytest
from verapdf import passes

from fou_eval.commands import codebook

pytestmark = pytest.mark.slow


def test_verapdf_objects_to_nothing(reports: dict[str, Path], tmp_path: Path) -> None:
    codebook.run(Path(__file__).parents[1] / "declaration" / "valid_study", out=tmp_path, language="sv")
    passes([reports["internal"] / "report.pdf", *tmp_path.glob("*.pdf")])
