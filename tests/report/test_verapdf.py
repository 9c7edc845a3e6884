"""Reports of the handmade release and the codebook are valid; the public Swedish one of the bundled study is looked
at in test_end_to_end.
"""

from pathlib import Path

import pytest
from verapdf import passes

import fou_eval as fou
from fou_eval.commands import codebook

pytestmark = pytest.mark.slow


def test_verapdf_passes_every_profile_and_language(reports: dict[str, Path], tmp_path: Path) -> None:
    codebook.run(fou.bundled_study("familjelotsen"), out=tmp_path, language="sv")
    passes([*(reports[name] / "report.pdf" for name in ("en", "internal")), *tmp_path.glob("*.pdf")])
