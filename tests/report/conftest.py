"""Reports of the handmade release, made once for all tests."""

from pathlib import Path
from typing import Any

import pytest
from handmade_release import draw_stand_ins, make_release

from fou_eval.disclosure.release import Release
from fou_eval.report import content, filling, writing


@pytest.fixture(scope="session")
def release() -> Release:
    return make_release()


@pytest.fixture(scope="session")
def shared() -> Path:
    folder = Path(__file__).parents[2] / ".." / "shared"
    if not folder.is_dir():
        pytest.skip("the folder of shared tools is not beside the repository")
    return folder


@pytest.fixture
def quick_figures(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(filling, "all_pictures", draw_stand_ins)


# What the pages of these reports were laid out from, in the order of the reports.
LAID_OUT: list[dict[str, Any]] = []


def assembled(*given: Any) -> dict[str, Any]:
    LAID_OUT.append(content.assemble(*given))
    return LAID_OUT[-1]


@pytest.fixture(scope="session")
def reports(tmp_path_factory: pytest.TempPathFactory, release: Release) -> dict[str, Path]:
    """One report in each language, and the internal one, by name; each is a folder."""
    folder = tmp_path_factory.mktemp("reports")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(filling, "all_pictures", draw_stand_ins)
        patch.setattr(filling, "assemble", assembled)
        writing.write_report(release, folder / "sv")
        writing.write_report(release, folder / "en", language="en")
        writing.write_report(make_release(profile="internal"), folder / "internal")
    return {path.name: path for path in folder.iterdir()}


@pytest.fixture(scope="session")
def contents(reports: dict[str, Path]) -> dict[str, dict[str, Any]]:
    """What the pages of each report were laid out from."""
    return dict(zip(("sv", "en", "internal"), LAID_OUT, strict=True))
