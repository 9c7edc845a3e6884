"""The figures of what simulations found: every number drawn, every word in its language."""

from itertools import combinations

import pytest
from matplotlib.figure import Figure
from seen import overlap, rendered
from seen import texts as seen_texts

from fou_eval import figures
from fou_eval.measured import Detectable, Rate

NAN = float("nan")


def detectable(families: int, change: float, **more: object) -> Detectable:
    values = {
        "kind": "ordinal",
        "statistic": "family_mean_change",
        "outcome": "",
        "label": ("ordnad skattning", "ordinal rating"),
        "families": families,
        "units": 2.6 * families,
        "change": change,
        "change_sd": abs(change) / 1.15,
        "error_sd": 0.02,
        "half_width": 0.5,
        "unit": ("steg på en femgradig skattning", "steps on a five-point rating"),
        "power": 0.8,
        "confidence": 0.95,
        "icc": 0.3,
        "dropout": 0.0,
        "waves": 2,
        "datasets": 400,
        "seed": 1,
    }
    return Detectable(**{**values, **more})  # type: ignore[arg-type]


ROWS = (
    detectable(15, 0.79),
    detectable(30, 0.52),
    detectable(
        15,
        -36.2,
        kind="binary",
        label=("ja eller nej", "yes or no"),
        unit=("procentenheter", "percentage points"),
    ),
    detectable(
        30,
        NAN,
        kind="binary",
        label=("ja eller nej", "yes or no"),
        change_sd=NAN,
        unit=("procentenheter", "percentage points"),
    ),
)


def rate(statistic: str, value: float, icc: float, **more: object) -> Rate:
    values = {
        "statistic": statistic,
        "kind": "ordinal",
        "shape": "plain",
        "families": 20,
        "icc": icc,
        "dropout": "none",
        "change": 0.0,
        "what": "type_1",
        "rate": value,
        "mc_error": 0.003,
        "width": NAN,
        "given": 1.0,
        "datasets": 5000,
        "seed": 1,
        "version": "0.1",
    }
    return Rate(**{**values, **more})  # type: ignore[arg-type]


RATES = (
    rate("family_mean_change", 0.048, 0.0),
    rate("family_mean_change", 0.051, 0.6),
    rate("person_t", 0.05, 0.0),
    rate("person_t", 0.17, 0.6),
    rate("person_t", 0.3, 0.6, shape="skewed"),
    rate("family_mean_change", 0.95, 0.6, what="coverage"),
)


def texts(figure: Figure) -> str:
    return "\n".join(text.get_text() for ax in figure.axes for text in ax.texts)


def test_every_detectable_change_is_written_at_its_point() -> None:
    picture = figures.power(ROWS)
    own = picture.figure.axes[2:]
    assert [list(ax.lines[0].get_ydata()) for ax in own] == [[0.79, 0.52], [36.2]]  # type: ignore[arg-type]
    assert {"0,79", "0,52", "36", "Ordnad skattning", "procentenheter"} <= set(
        texts(picture.figure).split("\n")
    )
    assert "0,69 med 15\u00a0familjer" in picture.alt
    assert "ingen tänkbar med 30\u00a0familjer" in picture.alt
    assert "80\u00a0%" in picture.caption


def test_every_rate_of_a_symmetric_design_is_a_mark() -> None:
    picture = figures.calibration(RATES, ("family_mean_change", "rate_ratio"), "en")
    lines = picture.figure.axes[0].lines
    zero, target = (
        next(float(line.get_xdata()[0]) for line in lines if line.get_label() == name)  # type: ignore[index]
        for name in ("_base", "_target")
    )
    marks = [float(line.get_xdata()[0]) for line in lines if line.get_label() == "_rate"][2:]  # type: ignore[index]
    rates = sorted(0.05 * (mark - zero) / (target - zero) for mark in marks)  # two marks are the key
    assert rates == pytest.approx([0.048, 0.05, 0.051, 0.17])
    assert "Mean change, family-weighted: 4.8% to 5.1%" in picture.alt
    assert "Paired t test on persons: 5.0% to 17.0%" in picture.alt
    assert "5,000 simulated studies" in picture.source


@pytest.mark.parametrize("language", ["sv", "en"])
def test_a_picture_is_in_one_language(language: str) -> None:
    for draw in (
        lambda: figures.power(ROWS, language),  # type: ignore[arg-type]
        lambda: figures.calibration(RATES, ("family_mean_change",), language),  # type: ignore[arg-type]
    ):
        picture = draw()
        assert picture.language == language
        assert "{" not in picture.alt + picture.caption
        other = "studies" if language == "sv" else "undersökningar"
        assert other not in picture.alt + picture.caption


@pytest.mark.parametrize("width", ["column", "page", "slide"])
@pytest.mark.parametrize("draw", [figures.power, figures.calibration])
def test_nothing_leaves_and_no_two_texts_meet_at_any_width(draw: object, width: str) -> None:
    given = (ROWS,) if draw is figures.power else (RATES, ("family_mean_change",))
    picture = draw(*given, "sv", width=width)  # type: ignore[operator]
    assert picture.title
    assert "Källa: fou_eval" in picture.source
    renderer = rendered(picture.figure)
    found = [(text, text.get_window_extent(renderer)) for text in seen_texts(picture.figure)]
    right, top = picture.figure.bbox.size
    assert all(
        box.x0 >= -1 and box.y0 >= -1 and box.x1 <= right + 1 and box.y1 <= top + 1 for _, box in found
    )
    pairs = combinations(found, 2)
    assert [(one.get_text(), two.get_text()) for (one, a), (two, b) in pairs if overlap(a, b)] == []


def test_nothing_to_draw_is_refused() -> None:
    with pytest.raises(ValueError, match="no rows"):
        figures.power(())
    with pytest.raises(ValueError, match="no rates"):
        figures.calibration(RATES[-1:], ("family_mean_change",))
