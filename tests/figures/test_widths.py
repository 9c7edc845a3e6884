"""Every figure at every width: nothing leaves it, no two texts meet, all can be read, and its words are there."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from itertools import combinations, product

import pytest
from disclosure.attacked import measured
from matplotlib.artist import Artist
from matplotlib.colors import to_hex
from matplotlib.text import Text
from matplotlib.transforms import Bbox
from release_cases import eight_in_one_domain, everything_withheld, long_labels, usual, with_ways
from seen import HATCHED, ground, marks, overlap, rendered, texts

import fou_eval as fou
from fou_eval.bundled import bundled_study
from fou_eval.declaration.text import Language
from fou_eval.design import LEAST_CONTRAST, contrast
from fou_eval.disclosure.release import Release
from fou_eval.figures import Picture, Width, all_pictures, overview
from fou_eval.figures.style import new_canvas

SMALLEST = 8.5  # points
POINTS = {"column": 215.433, "page": 453.543, "slide": 861.732}  # 76, 160 and 304 mm


@cache
def bundled() -> Release:
    """Every kind of figure, of project, records and follow-up."""
    return fou.release(measured(fou.open_study(bundled_study("familjelotsen"))))


@dataclass(frozen=True, slots=True)
class Seen:
    """A figure with every text and mark in it, and where each stands in pixels."""

    picture: Picture
    texts: list[tuple[Text, Bbox]]
    marks: list[tuple[Artist, Bbox]]


@cache
def drawn(case: Callable[[], Release], width: Width, language: Language) -> tuple[Seen, ...]:
    return tuple(map(_seen, all_pictures(case(), language, width=width)))


def _seen(picture: Picture) -> Seen:
    renderer = rendered(picture.figure)
    texts_, marks_ = (
        [(artist, artist.get_window_extent(renderer)) for artist in found(picture.figure)]
        for found in (texts, marks)
    )
    return Seen(picture, texts_, marks_)


every = pytest.mark.parametrize(
    ("case", "width", "language"),
    [
        *product((with_ways,), ("column", "page"), ("sv", "en")),
        (bundled, "column", "sv"),
        (bundled, "page", "en"),
        # The labels of these are the same in both languages, or there is nothing to tell.
        *product((long_labels, eight_in_one_domain, everything_withheld), ("column", "page"), ("sv",)),
    ],
)


@every
def test_nothing_leaves_the_figure(case: Callable[[], Release], width: Width, language: Language) -> None:
    outside = []
    for seen in drawn(case, width, language):
        right, top = seen.picture.figure.bbox.size
        for artist, box in (*seen.texts, *seen.marks):
            if min(box.x0, box.y0) < -1 or box.x1 > right + 1 or box.y1 > top + 1:
                outside.append((seen.picture.name, str(artist)))
    assert outside == []


@every
def test_no_two_texts_meet(case: Callable[[], Release], width: Width, language: Language) -> None:
    assert [
        (seen.picture.name, one.get_text(), other.get_text())
        for seen in drawn(case, width, language)
        for (one, first), (other, second) in combinations(seen.texts, 2)
        if overlap(first, second)
    ] == []


@every
def test_no_text_beside_a_scale_lies_on_it(
    case: Callable[[], Release], width: Width, language: Language
) -> None:
    for seen in drawn(case, width, language):
        sheet, *scales = seen.picture.figure.axes
        for text, box in seen.texts:
            if text.axes is sheet:
                assert not any(overlap(box, scale.get_window_extent()) for scale in scales), (
                    seen.picture.name,
                    text.get_text(),
                )


@every
def test_every_text_can_be_read(case: Callable[[], Release], width: Width, language: Language) -> None:
    faults = []
    for seen in drawn(case, width, language):
        for text, box in seen.texts:
            below, colour = ground(text, box, seen.picture.figure), to_hex(text.get_color())
            if below == HATCHED or contrast(colour, below) < LEAST_CONTRAST:
                faults.append((seen.picture.name, text.get_text(), colour, below))
            if text.get_fontsize() < SMALLEST:
                faults.append((seen.picture.name, text.get_text(), text.get_fontsize()))
    assert faults == []


@every
def test_every_figure_has_its_words(case: Callable[[], Release], width: Width, language: Language) -> None:
    for picture in (seen.picture for seen in drawn(case, width, language)):
        assert picture.width == width, picture.name
        assert picture.figure.get_figwidth() * 72 == pytest.approx(POINTS[width], abs=0.01), picture.name
        assert re.fullmatch(r"(?!Figur|\d+$).{4,160}(?<![.:])", picture.title), (picture.name, picture.title)
        assert len(picture.alt) > 40, picture.name
        assert len(picture.caption) > 40, picture.name
        assert not picture.caption.startswith(picture.title), picture.name
        assert re.search(r"(Källa|Source): .+\.$", picture.source), (picture.name, picture.source)


@pytest.mark.parametrize("width", ["column", "page", "slide"])
def test_a_file_is_as_wide_as_it_is_laid_out_for(width: Width) -> None:
    """A slide is the page, enlarged: 1.9 times its size, and so are its letters."""
    picture = overview(usual(), "en", width=width)
    size = re.search(rb'<svg [^>]*?width="([0-9.]+)pt"', picture.svg())
    assert float(size[1]) == pytest.approx(POINTS[width], abs=0.01)  # type: ignore[index]


def test_what_is_higher_than_a_page_holds_is_shown_smaller_and_not_cut() -> None:
    usual, tall = (new_canvas(height, "en").figure.get_size_inches() * 25.4 for height in (100.0, 424.0))
    assert tuple(usual) == pytest.approx((160, 100))
    assert tuple(tall) == pytest.approx((320, 424))  # as wide as the page it is 212 mm high
    sheet = new_canvas(424.0, "en").figure.axes[0]
    assert sheet.get_position().bounds == pytest.approx((0, 0, 0.5, 1))
    assert sheet.get_xlim() == (0, 160)
