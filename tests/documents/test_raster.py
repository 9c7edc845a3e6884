"""Figures as PNG are the size of the drawing, at 300 dots per inch, and the same every time."""

import struct
import subprocess
import sys
from pathlib import Path

import pytest

from fou_eval.documents.raster import rasters
from fou_eval.errors import ReportError

HEAD = '<svg xmlns="http://www.w3.org/2000/svg" width="{width}pt" height="72pt" viewBox="0 0 10 10">'


def write(folder: Path, **widths: float) -> list[str]:
    for name, width in widths.items():
        (folder / f"{name}.svg").write_text(HEAD.format(width=width) + '<path d="M0 0h9v9z"/></svg>', "utf-8")
    return [f"{name}.svg" for name in widths]


def sizes(png: bytes) -> tuple[int, int]:
    return struct.unpack(">II", png[16:24])


def test_each_drawing_keeps_its_own_size(tmp_path: Path) -> None:
    found = rasters(tmp_path, write(tmp_path, page=453.543, column=215.433))
    assert {name: sizes(png) for name, png in found.items()} == {
        "page.svg": (1890, 300),
        "column.svg": (898, 300),
    }


def test_it_says_how_large_it_is_on_paper(tmp_path: Path) -> None:
    (png,) = rasters(tmp_path, write(tmp_path, one=72)).values()
    assert png.startswith(b"\x89PNG\r\n\x1a\n")
    assert png[33:50] == b"\x00\x00\x00\x09pHYs" + struct.pack(">IIB", 11811, 11811, 1)
    assert png.count(b"IHDR") == png.count(b"IEND") == 1
    assert not {b"tEXt", b"tIME", b"eXIf"} & {png[at : at + 4] for at in range(len(png))}


def test_a_height_is_kept_with_the_shape(tmp_path: Path) -> None:
    (png,) = rasters(tmp_path, write(tmp_path, logo=144), height=18).values()
    assert sizes(png) == (425, 213)


def test_the_same_drawing_gives_the_same_bytes(tmp_path: Path) -> None:
    names = write(tmp_path, one=72, other=90)
    assert rasters(tmp_path, names) == rasters(tmp_path, names)
    assert rasters(tmp_path, names[:1])["one.svg"] == rasters(tmp_path, names)["one.svg"]


def test_nothing_is_drawn_of_nothing(tmp_path: Path) -> None:
    assert rasters(tmp_path, []) == {}


def test_what_cannot_be_drawn_is_answered_without_quoting_it(tmp_path: Path) -> None:
    (tmp_path / "secret.svg").write_text("<svg><secret", "utf-8")
    with pytest.raises(ReportError, match=r"could not be drawn as PNG") as refused:
        rasters(tmp_path, ["secret.svg"])
    assert "secret" not in str(refused.value)
    assert refused.value.__cause__ is None


@pytest.mark.skipif(sys.platform != "linux", reason="memory is counted in other units elsewhere")
def test_memory_does_not_grow_with_the_number_of_drawings(tmp_path: Path) -> None:
    names = write(tmp_path, **{f"n{place}": 72 + place for place in range(14)})  # 14 MB each when drawn
    code = (
        "import resource, sys; from pathlib import Path; from fou_eval.documents.raster import rasters\n"
        "used = lambda: resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024\n"
        "folder, *names = sys.argv[1:]; rasters(Path(folder), names[:1], height=160); one = used()\n"
        "rasters(Path(folder), names, height=160); print(used() - one)"
    )
    grown = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path), *names], check=True, capture_output=True, text=True
    )
    assert int(grown.stdout) < 100  # 66; 146 when they are kept
