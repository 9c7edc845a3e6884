"""The same figure as PDF, PNG and object, and figures of numbers that were withheld."""

import re
import struct
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from io import BytesIO
from math import nan
from pathlib import Path

import geometry
import numpy as np
import pytest
import typst
from painted import read_pdf
from PIL import Image
from pypdf import PdfReader
from release_cases import all_rows, codebook, released, row

from fou_eval import figures
from fou_eval.disclosure.declared import DECLARED
from fou_eval.disclosure.release import Decision, Release, Released
from fou_eval.figures import Picture
from fou_eval.figures.rows import absence

WITHHELD = {
    "home_situation": (
        "family_mean_change",
        "share_better",
        "share_same",
        "share_worse",
        "change_from_entry",
    ),
    "work_step": ("family_mean_change", "class_share_before", "class_share_after"),
}


def some(release: Release) -> list[Picture]:
    own = figures.overview, figures.flow
    return [
        *(draw(release) for draw in own),
        figures.shares(release, "home"),
        figures.course(release, "home"),
        figures.ladder(release, "work_step"),
    ]


def seen(pictures: Sequence[Picture]) -> list[tuple[bytes, str, str]]:
    return [(picture.svg(), picture.alt, picture.caption) for picture in pictures]


def test_a_page_paints_what_the_svg_shows(normal: Release, tmp_path: Path) -> None:
    pictures = some(normal)
    text = "\n#pagebreak()\n".join(f'#image("{picture.save(tmp_path).name}")' for picture in pictures)
    (tmp_path / "all.typ").write_text(
        f"#set page(width: auto, height: auto, margin: 0pt)\n{text}", encoding="utf-8"
    )
    pages = PdfReader(BytesIO(typst.compile(tmp_path / "all.typ"))).pages
    for picture, page in zip(pictures, pages, strict=True):
        painted = read_pdf(page.get_contents().get_data().decode("latin-1"))
        drawing = geometry.read(picture.svg())
        outlines = sum(len(re.sub(r"\s", "", word.text)) for word in drawing.words)
        assert len(painted) == len(drawing.marks) + outlines, picture.name
        left = {tuple((round(x, 2), round(drawing.height - y, 2)) for x, y in path) for path in painted}
        for mark in drawing.marks:
            if mark.tag == "path":
                assert any(
                    len(path) == len(mark.points) and np.allclose(path, mark.points, atol=0.02)
                    for path in left
                ), (picture.name, mark)


def test_a_png_holds_pixels_alone_and_nothing_behind_them(normal: Release) -> None:
    content = figures.flow(normal).png(100)
    chunks, at = [], 8
    while at < len(content):
        (length,), name = struct.unpack(">I", content[at : at + 4]), content[at + 4 : at + 8].decode()
        chunks.append(name)
        at += length + 12
    assert set(chunks) == {"IHDR", "pHYs", "IDAT", "IEND"}
    pixels = np.asarray(Image.open(BytesIO(content)))
    assert pixels.shape[1] == 629  # 160 mm
    assert (pixels[:, :, 3] == 255).all()
    blue = (pixels[:, :, :3] == (0x00, 0x72, 0xB2)).all(axis=2)
    lengths = {int(count) for count in blue.sum(axis=1)}
    whole = 88 / 25.4 * 100  # pixels for the 18 enrolled families
    assert {round(length / whole * 18) for length in lengths} == {0, 18, 14, 11}


def test_a_figure_object_holds_what_is_drawn_and_no_more(normal: Release) -> None:
    """Whoever is handed the object finds no number in it that the paper does not show."""
    held: Counter[str] = Counter()
    for picture in (
        figures.overview(normal),
        *(figures.course(normal, name) for name in normal.codebook.domains),
    ):
        (sheet,) = picture.figure.axes
        assert not [*sheet.collections, *sheet.images, *sheet.tables, *sheet.containers], picture.name
        held.update(str(line.get_label()) for line in sheet.get_lines())
    assert held.keys() == {
        *("_value", "_interval", "_path", "_entry"),
        *("_zero", "_base", "_tick", "_grid", "_line"),
    }
    # Three headlines, and six courses of three waves, which begin at entry.
    assert [held[label] for label in ("_value", "_interval", "_path", "_entry")] == [21, 21, 18, 6]


def with_withheld(values: Sequence[float], rule: str) -> Release:
    """Give a release in which some rows are withheld by a rule, and were not emptied as the gate does."""
    book = codebook()
    value, low, high, count = values
    rows = []
    for item in all_rows(book):
        own = item.estimate
        if own.statistic in WITHHELD.get(own.outcome, ()):
            bare = replace(own, value=value, low=low, high=high, n=int(count), n_families=int(count))
            rows.append(Released(estimate=bare, decision=Decision(status="withheld", rules=(rule,))))
        else:
            rows.append(item)
    return released(book, rows)


def test_what_is_withheld_looks_the_same_whatever_it_was() -> None:
    """Too few, none and all: no size, order, colour or word of a figure follows from what is not told, nor from why."""
    empty = seen(some(with_withheld((nan, nan, nan, 0), "rule.few_families")))
    assert empty == seen(some(with_withheld((1.0, 0.5, 9.5, 17), "rule.split")))
    assert empty == seen(some(with_withheld((0.0, -3.3, 0.2, 3), "rule.common_change")))
    alts = [alt for _, alt, _ in empty]
    assert all("kan inte redovisas (skydd för enskilda familjer)" in alt for alt in (alts[0], *alts[2:]))


def test_no_reason_for_withholding_shows() -> None:
    empty = row(codebook(), "absence_pct", "family_mean_change", 1.0, status="withheld")
    reasons = [replace(empty, decision=Decision(status="withheld", rules=(rule,))) for rule in DECLARED]
    assert {absence([reason], "sv") for reason in reasons} == {
        "kan inte redovisas (skydd för enskilda familjer)"
    }


def test_a_withheld_part_is_protection_and_not_a_failed_sum() -> None:
    """A part that is told does not make the rest look as if it could not be computed."""
    book = codebook()
    rows = [
        row(book, "absence_pct", "share_same", 0.4),
        row(book, "absence_pct", "share_better", 0.5, status="withheld"),
    ]
    picture = figures.shares(released(book, rows), "school")
    assert "kan inte redovisas (skydd för enskilda familjer)" in picture.alt
    assert "kan inte beräknas" not in picture.alt


def test_a_number_without_interval_has_no_line(normal: Release) -> None:
    book = codebook()
    rows = [
        row(book, "home_situation", "family_mean_change", 1.0, status="changed"),
        row(book, "absence_pct", "family_mean_change", -4.0, low=-9.0, high=float("inf")),
    ]
    read = geometry.read_overview(geometry.read(figures.overview(released(book, rows)).svg()))
    assert read[0] == pytest.approx([1.0])
    assert read[1] == pytest.approx(
        [-4.0, -9.0, 10.8]
    )  # without limit: to the end of the scale, 1.2 times the reach


def test_a_notebook_shows_the_picture_and_its_words_alone(normal: Release) -> None:
    picture = figures.overview(normal)
    html = re.sub(r"data:image/png;base64,[A-Za-z0-9+/=]+", "", picture._repr_html_())
    assert set(re.findall(r"\s([a-z]+)=", re.sub(r'"[^"]*"', "", html))) == {"lang", "src", "alt", "style"}
    assert repr(picture) == (
        f"Picture(name='overview', title='Förändring i varje område', alt={picture.alt!r}, "
        f"caption={picture.caption!r}, source={picture.source!r}, language='sv', width='page')"
    )


def test_rounded_shares_of_more_than_a_whole_stay_on_the_canvas() -> None:
    book = codebook()
    rows = [
        row(book, "work_step", f"class_share_{when}", share, category=f"1:{group}")
        for when in ("before", "after")
        for group, share in zip(("far", "near", "in"), (0.44, 0.38, 0.19), strict=True)
    ]
    drawing = geometry.read(figures.ladder(released(book, rows), "work_step").svg())
    assert geometry.read_ladder(drawing) == [pytest.approx([0.44, 0.38, 0.19])] * 2
    assert max(x for mark in drawing.marks for x, _ in mark.points) <= drawing.width
