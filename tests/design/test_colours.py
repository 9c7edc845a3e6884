"""Colours: contrast as WCAG computes it, and every text colour of the design on every ground it stands on."""

import pytest

from fou_eval import design

TEXTS = (design.INK, design.QUIET, design.ACCENT, design.WARN)
GROUNDS = (design.PAPER, design.TINT, design.IMPROVING)
AREAS = ("BLUE", "SKY", "GREEN", "ORANGE", "VERMILLION", "PALE")


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [
        # From WebAIM's table of common greys on white, and WCAG's own ends of the range.
        ("#000000", "#FFFFFF", 21.0),
        ("#FFFFFF", "#FFFFFF", 1.0),
        ("#767676", "#FFFFFF", 4.54),
        ("#FFFFFF", "#777777", 4.48),
        ("#FF0000", "#FFFFFF", 4.0),
        ("#0000FF", "#FFFFFF", 8.59),
    ],
)
def test_contrast_is_that_of_wcag(one: str, other: str, ratio: float) -> None:
    assert design.contrast(one, other) == pytest.approx(ratio, abs=0.005)
    assert design.contrast(one, other) == design.contrast(other, one)


@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("text", TEXTS)
def test_every_text_can_be_read_on_every_ground(text: str, ground: str) -> None:
    assert design.contrast(text, ground) >= design.LEAST_CONTRAST


def luminance(colour: str) -> float:
    """Relative to white, from the contrast with black."""
    return (design.contrast(colour, "#000000") * 0.05 - 0.05) * 100


def test_the_colours_of_marks_and_areas_are_known_in_grey_print() -> None:
    """Two of Okabe and Ito's are near in lightness; where both stand in one figure, side or hatch tells them apart."""
    grey = {name: int(luminance(getattr(design, name))) for name in AREAS}
    assert grey == {"BLUE": 15, "SKY": 40, "GREEN": 25, "ORANGE": 41, "VERMILLION": 22, "PALE": 70}


def test_a_tint_lies_between_the_colour_and_white() -> None:
    assert design.tinted("#000000", 0.0) == "#FFFFFF"
    assert design.tinted("#102030", 1.0) == "#102030"
    assert design.tinted("#000000", 0.25) == "#BFBFBF"


def test_the_page_is_divided_without_rest() -> None:
    assert design.TEXT_COLUMN + design.GUTTER + design.MARGIN == design.PAGE == 160
    assert 2 * design.COLUMN + 8 == design.PAGE


def test_the_licence_lies_beside_the_typeface() -> None:
    names = sorted(path.name for path in design.FONTS.iterdir())
    assert names == [
        "LICENSE.txt",
        "SourceSansPro-Bold.ttf",
        "SourceSansPro-It.ttf",
        "SourceSansPro-Regular.ttf",
    ]
    assert "SIL OPEN FONT LICENSE Version 1.1" in (design.FONTS / "LICENSE.txt").read_text("utf-8")
