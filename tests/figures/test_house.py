"""The house style is in force while a figure is drawn, and nowhere else."""

import matplotlib as mpl
import pytest

from fou_eval.figures import house
from fou_eval.figures.house import STYLE, styled


@styled
def outer(look: str) -> tuple[object, object]:
    before = mpl.rcParams[look]  # type: ignore[index]
    inner()
    return before, mpl.rcParams[look]  # type: ignore[index]


@styled
def inner() -> object:
    return mpl.rcParams["font.size"]


@pytest.mark.parametrize("look", ["font.size", "text.color", "svg.fonttype"])
def test_one_styled_function_may_call_another(look: str) -> None:
    assert outer(look) == (STYLE[look], STYLE[look])


def test_what_the_user_set_counts_outside_and_not_inside() -> None:
    with mpl.rc_context({"font.size": 3, "lines.linewidth": 9}):
        assert inner() == STYLE["font.size"]
        assert mpl.rcParams["font.size"] == 3
        assert mpl.rcParams["lines.linewidth"] == 9


def test_one_setting_of_the_user_is_enough_for_the_style_to_be_set_anew() -> None:
    @styled
    def changed() -> object:
        mpl.rcParams["font.size"] = 3
        return inner()

    assert changed() == STYLE["font.size"]


def test_the_backend_is_not_looked_at() -> None:
    """That would import pyplot, which keeps figures."""
    assert "backend" not in house._house_style()
    assert len(house._house_style()) > 250
