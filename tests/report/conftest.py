"""Reports of the handmade release, made once for all tests."""

from pathlib import Path

import pytest
from handmade_release import draw_stand_ins, make_release

from fou_eval.disclosure.release import Release
from fou_eval.report import filling, writing


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


@pytest.fixture(scope="session")
def reports(tmp_path_factory: pytest.TempPathFactory, release: Release) -> dict[str, Path]:
    """One report in each language, and the internal one, by name; each is a folder."""
    folder = tmp_path_factory.mktemp("reports")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(filling, "all_pictures", draw_stand_ins)
        writing.write_report(release, folder / "sv")
        writing.write_report(release, folder / "en", language="en")
        writing.write_report(make_release(profile="internal"), folder / "internal")
    return {path.name: path for path in folder.iterdir()}
