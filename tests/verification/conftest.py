"""Reports that are verified, made once; and what takes long in a verification, kept between tests."""

import shutil
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from followed_study import data_in, study_in
from handmade_release import draw_stand_ins

import fou_eval as fou
from fou_eval.documents.canonical import canonical_json
from fou_eval.report import filling
from fou_eval.report.filling import fill
from fou_eval.verification import again, pages, sources

# A domain and what must be the same: pages of every kind, in a fourth of the time that all of them take.
KEPT = {2, 5}


# What has been made, for all files of this folder; it takes effect in each of them and is put back after it, since
# other tests run in the same process.
made: dict[object, Any] = {}


def without_the_rest(content: dict[str, Any]) -> dict[str, Any]:
    """Leave out most appendices, and the links to them, which would lead nowhere."""
    kept = {**content, "appendices": [part for at, part in enumerate(content["appendices"]) if at in KEPT]}
    parts = [part for part in kept.values() if isinstance(part, list)]
    blocks = [block for part in (*parts, *kept["appendices"]) for block in part if "kind" in block]
    anchors = {block.get("anchor") for block in blocks}
    for block in blocks:
        block["links"] = [link for link in block.get("links", ()) if link["to"] in anchors]
    return kept


@pytest.fixture(scope="module", autouse=True)
def _kept(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Compute the same from the same once: nothing of what is verified is changed by that."""
    folder = made.setdefault("folder", tmp_path_factory.mktemp("pages"))

    def once(name: str, key: Callable[..., object]) -> Callable[..., Any]:
        work = getattr(again, name)

        def kept(*given: Any, **named: Any) -> Any:
            about = (name, key(*given, **named))
            if about not in made:
                made[about] = (
                    work(*given, **named),
                    given,
                )  # what was given lives on, so that its id stays its own
            return made[about][0]

        return kept

    def fill_once(place: Path, release: Any, language: str, progress: Any, record: Any) -> None:
        about = ("fill", id(release), language, canonical_json(record))
        if about not in made:
            made[about] = folder / str(len(made))
            made[about].mkdir()
            fill(made[about], release, language, progress, record)
        shutil.copytree(made[about], place, dirs_exist_ok=True)

    assemble = filling.assemble

    def fewer(*given: Any) -> dict[str, Any]:
        return without_the_rest(assemble(*given))

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(filling, "all_pictures", draw_stand_ins)
        patch.setattr(filling, "assemble", fewer)
        opened = once("study_of", lambda declared, path, *, until: (declared.text, path, until))
        patch.setattr(again, "study_of", opened)
        patch.setattr(again, "measure_change", once("measure_change", id))
        patch.setattr(
            again, "release", once("release", lambda made, profile, ledger: (id(made), profile, str(ledger)))
        )
        patch.setattr(again, "here", made.setdefault("here", cache(again.here)))
        patch.setattr(
            sources, "read_declaration", made.setdefault("read_declaration", cache(sources.read_declaration))
        )
        patch.setattr(sources, "read_written", made.setdefault("read_written", cache(sources.read_written)))
        patch.setattr(pages, "drawn", made.setdefault("drawn", cache(pages.drawn)))
        patch.setattr(again, "fill", fill_once)
        yield


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Declarations, data and reports on made-up data: Swedish, English and internal."""
    if "place" not in made:
        made["place"] = _written(tmp_path_factory.mktemp("verified"))
    return Path(made["place"])


def _written(folder: Path) -> Path:
    study_in(folder / "study")
    data_in(folder / "study" / "data")
    estimates = fou.measure_change(fou.open_study(folder / "study"))
    release = fou.release(estimates)
    fou.write_report(release, folder / "sv")
    fou.write_report(release, folder / "en", language="en")
    fou.write_report(fou.release(estimates, profile="internal"), folder / "internal")
    return folder


@pytest.fixture
def folder(place: Path, tmp_path: Path) -> Path:
    """A copy of the Swedish report."""
    return shutil.copytree(place / "sv", tmp_path / "report")


@pytest.fixture
def no_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    """As if somebody had drawn the pages anew, with the fingerprints that are now right: all else tells it alone."""
    monkeypatch.setattr(again, "fill", lambda folder, *_: (folder / "report.pdf").write_bytes(b""))
    monkeypatch.setattr(again, "page_findings", lambda *_, **__: ())
