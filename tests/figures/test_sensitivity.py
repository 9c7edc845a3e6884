"""How results hold: the marks and words are those that were released, and nothing else is there."""

import re
from itertools import chain

import pytest
from check_rows import CHECKS, changed, everything, in_numbers, in_words, texts, xs
from release_cases import codebook, released, row

from fou_eval import figures

PRIMARY = ("home_situation", "absence_pct", "activity", "work_step")


def test_a_dot_stands_for_what_holds_and_a_ring_for_what_does_not() -> None:
    picture = figures.sensitivity(in_words())
    dots, rings = (len(xs(picture, name)) for name in ("_dot", "_ring"))
    # home: stable, better, better; school: all five; leisure: better. The rings: two, none, three.
    assert (dots, rings) == (9, 5)
    assert "Riktningen" not in picture.alt
    said = "3 huvudindikatorer; för 1 av 2 kan de som saknas ha vänt den."
    assert picture.alt.startswith(
        f"Vilken familj som än utelämnas håller förändringens riktning för 2 av {said}"
    )


def test_each_mark_stands_under_the_head_of_its_check() -> None:
    picture = figures.sensitivity(in_words())
    columns = sorted({x for (x,) in chain(xs(picture, "_dot"), xs(picture, "_ring"))})
    assert columns == pytest.approx([82.5 + 15.5 * place + 1.6 for place in range(5)])
    rings = [x for (x,) in xs(picture, "_ring")]
    assert rings == pytest.approx([99.6, 146.1, 84.1, 99.6, 115.1])  # from the top


def test_the_change_is_drawn_as_released() -> None:
    picture = figures.sensitivity(in_words())
    (zero, _), (value,), (low, high) = (xs(picture, name)[0] for name in ("_zero", "_value", "_interval"))
    assert (value - zero) / (high - zero) == pytest.approx(1.2 / 2.0)
    assert (low - zero) / (high - zero) == pytest.approx(0.4 / 2.0)


def test_numbers_of_checks_are_drawn_on_the_scale_of_the_change() -> None:
    picture = figures.sensitivity(in_numbers())
    (zero, _), (value,) = xs(picture, "_zero")[0], xs(picture, "_value")[0]
    unit = (value - zero) / 1.2
    drawn = {
        name: [(x - zero) / unit for x in xs(picture, name)[0]]
        for name in ("_alone", "_bounds", "_no_change")
    }
    assert drawn["_alone"] == pytest.approx([0.7, 1.6])
    assert drawn["_bounds"] == pytest.approx([-0.4, 1.8])
    assert drawn["_no_change"] == pytest.approx([0.9, 0.9])
    assert "+0,7 till +1,6" in picture.alt
    assert "ja, vid −3,1" in picture.alt
    assert "tunn linje" in picture.caption


def test_published_checks_are_words_alone() -> None:
    picture = figures.sensitivity(in_words())
    assert [xs(picture, name) for name in ("_alone", "_bounds", "_no_change")] == [[], [], []]
    assert "Svaren ges i ord" in picture.caption


def test_what_is_withheld_is_not_shown_and_leaves_no_mark() -> None:
    book = codebook()
    rows = [row(book, "home_situation", check, 7.7, status="withheld") for check in CHECKS]
    rows.append(row(book, "home_situation", "family_mean_change", 7.7, status="withheld"))
    picture = figures.sensitivity(released(book, rows))
    assert xs(picture, "_dot") + xs(picture, "_ring") + xs(picture, "_value") == []
    assert texts(picture).count("visas ej") == 5 + 3 * 5
    assert picture.alt.startswith("För ingen huvudindikator")
    assert not re.search(r"7[,.]7", " ".join(texts(picture)) + picture.alt)


def test_nothing_but_the_checks_of_primary_indicators_moves_the_figure() -> None:
    release = in_numbers()
    before = everything(figures.sensitivity(release))
    for place, own in enumerate(release):
        estimate = own.estimate
        leads = own is release.headline(estimate.outcome) and estimate.outcome in PRIMARY
        after = everything(figures.sensitivity(changed(release, [place])))
        assert (after != before) == (leads or estimate.statistic in CHECKS), (
            estimate.outcome,
            estimate.statistic,
        )


def test_an_indicator_without_a_better_direction_is_bounded_by_its_ends() -> None:
    book = codebook(activity=codebook().indicator("adjusted").column.model_copy(update={"domain": "leisure"}))
    notes = {"bound_lowest": "bound_not_higher", "bound_highest": "bound_higher"}
    rows = [
        row(book, "activity", name, float("nan"), status="changed", note=note) for name, note in notes.items()
    ]
    picture = figures.sensitivity(released(book, rows), "en", width="column")
    assert "If those missing had ended lowest: not higher" in texts(picture)
    assert "ended lowest: not higher, not changed: not shown, ended highest: higher" in picture.alt


@pytest.mark.parametrize("language", ["sv", "en"])
def test_its_words_are_in_one_language(language: str) -> None:
    picture = figures.sensitivity(in_words(), language)  # type: ignore[arg-type]
    words = " ".join((*texts(picture), picture.title, picture.alt, picture.caption, picture.source))
    other = r"\b(the|not|those)\b" if language == "sv" else r"\b(inte|hamnat|som)\b"
    assert not re.search(other, words)
