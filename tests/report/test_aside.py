"""Typst works beside Python: in order, one run at a time, and not on after an error."""

from pathlib import Path
from threading import Event, get_ident

import pytest

from fou_eval.documents.raster import rasters
from fou_eval.errors import ReportError
from fou_eval.report.aside import Aside

DRAWING = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="{}pt" height="20pt" viewBox="0 0 9 9">'
    '<path d="M0 0h9v9z"/></svg>'
)


def drawings(folder: Path, count: int) -> list[Path]:
    (folder / "figures").mkdir()
    files = [folder / "figures" / f"f{place}.svg" for place in range(count)]
    for place, file in enumerate(files):
        file.write_text(DRAWING.format(20 + place), "utf-8")
    return files


@pytest.mark.parametrize("count", [0, 1, 4, 9])
def test_each_drawing_becomes_the_png_that_it_becomes_alone(tmp_path: Path, count: int) -> None:
    files = drawings(tmp_path, count)
    with Aside(tmp_path) as aside:
        for file in files:
            aside.draw(file)
        found = aside.drawn()
    assert found == rasters(tmp_path, [f"figures/{file.name}" for file in files])


def test_work_is_done_in_order_beside_the_caller(tmp_path: Path) -> None:
    done: list[tuple[str, int]] = []
    go_on = Event()
    with Aside(tmp_path) as aside:
        first = aside.run(lambda: (go_on.wait(10), done.append(("first", get_ident()))))
        second = aside.run(lambda: done.append(("second", get_ident())))
        assert not first.done()
        assert not second.done()
        go_on.set()
        second.result()
    assert [name for name, _ in done] == ["first", "second"]
    assert len({thread for _, thread in done}) == 1
    assert done[0][1] != get_ident()


def test_what_cannot_be_drawn_is_told_where_the_drawings_are_asked_for(tmp_path: Path) -> None:
    (tmp_path / "bad.svg").write_text("<svg><secret", "utf-8")
    with Aside(tmp_path) as aside:
        aside.draw(tmp_path / "bad.svg")
        with pytest.raises(ReportError, match="could not be drawn"):
            aside.drawn()


def test_after_an_error_what_has_not_begun_is_left(tmp_path: Path) -> None:
    go_on, taken = Event(), []

    def fail() -> None:
        with Aside(tmp_path) as aside:
            aside.run(lambda: go_on.wait(10))
            taken.append(aside.run(lambda: "done"))
            taken[0].add_done_callback(
                lambda _: go_on.set()
            )  # as soon as it is left; else only after ten seconds
            raise ReportError("no")

    with pytest.raises(ReportError, match="no"):
        fail()
    assert taken[0].cancelled()
